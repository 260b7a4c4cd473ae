"""Old files stay readable, and are told to be old; what is wrong in them is told where it stands."""

import json
import warnings
from pathlib import Path

import pytest
from hypothesis import given

from ivb.errors import DossierFout, DossierWaarschuwing
from ivb.files.dumping import dump, dump_gegevens
from ivb.files.formaten import OUDER, rename
from ivb.files.loading import load, read_dossier
from ivb.files.saving import save
from ivb.files.tree import NERGENS
from ivb.files.yaml_reader import read_yaml
from ivb.model.dossier import Dossier
from ivb.testing import dossiers

KOP = "bijgehouden_vanaf: 2024-01-01\ngemeente: {naam: A, code: GM0001, plaats: B}\n"
ACTIES = """\
jaarplannen:
  # het plan
  - looptijd: 2024
    titel: Plan
    acties:
      - id: A1
        titel: eigenaar zoeken  # de titel blijft
        eigenaar: adviseur  # wie
      - {id: A2, eigenaar: boa, titel: x}
"""
OUD = "formaat: 0  # oud\n" + KOP + ACTIES
NIEUW = OUD.replace("formaat: 0", "formaat: 1").replace("eigenaar:", "trekker:")
UITLEG = (
    "dit is formaat 0 en het is gelezen als formaat 1: jaarplannen.acties.eigenaar heet nu trekker; na bewaren staat "
    "het er zo"
)


def als_oud(dossier: Dossier) -> dict[str, object]:
    """Give a dossier as format 0 had it."""
    gegevens = dump_gegevens(dossier) | {"formaat": 0}
    for jaarplan in gegevens.get("jaarplannen", ()):
        for actie in jaarplan.get("acties", ()):
            if "trekker" in actie:
                actie["eigenaar"] = actie.pop("trekker")
    return gegevens


class TestReading:
    """A file of an older format is read as one of today, with one warning that says what changed."""

    def test_says_what_changed(self) -> None:
        with pytest.warns(DossierWaarschuwing) as gewaarschuwd:
            dossier = load(OUD.encode())
        assert [str(een.message) for een in gewaarschuwd] == [f"<bytes>:1:10 formaat: {UITLEG}"]
        assert dossier == load(NIEUW.encode())

    def test_a_value_is_found_where_it_stands(self) -> None:
        lezing = read_dossier(OUD.encode())
        assert str(lezing.plaatsen.find("jaarplannen[2024].acties[A1].trekker")) == "<bytes>:11:19"

    @pytest.mark.parametrize("is_json", [True, False])
    def test_what_is_wrong_is_told_in_the_old_file(self, *, is_json: bool) -> None:
        gegevens = {"formaat": 0, "jaarplannen": [{"acties": [{"eigenaar": [], "x": 1}]}]}
        with pytest.raises(DossierFout) as gevangen:
            load(json.dumps(gegevens).encode() if is_json else b"formaat: 0\njaarplannen: [{acties: [{eigenaar: []}]}]")
        fouten = {fout.pad: fout.plaats for fout in gevangen.value.meldingen}
        assert fouten["jaarplannen[0].acties[0].trekker"] is not None

    def test_where_both_names_stand_neither_is_lost(self) -> None:
        with pytest.raises(DossierFout) as gevangen:
            load(OUD.replace("titel: x", "titel: x, trekker: y").encode())
        (fout,) = gevangen.value.meldingen
        assert (fout.code, fout.pad) == ("onbekende-sleutel", "jaarplannen[2024].acties[A2].eigenaar")

    def test_nothing_to_change_but_the_number(self) -> None:
        (melding,) = read_dossier(("formaat: 0\n" + KOP).encode()).waarschuwingen
        assert "alleen het nummer verandert" in melding.boodschap

    def test_what_is_no_group_is_left_for_the_diagnosis(self) -> None:
        for inhoud in ("jaarplannen: x\n", "jaarplannen: [x, {acties: [[]]}]\n"):
            with pytest.raises(DossierFout) as gevangen:
                load(("formaat: 0\n" + KOP + inhoud).encode())
            assert {fout.code for fout in gevangen.value.meldingen} <= {"verkeerd-type", "ontbreekt"}

    @given(dossiers())
    def test_every_dossier(self, dossier: Dossier) -> None:
        lezing = read_dossier(als_oud(dossier))
        assert lezing.dossier == dossier
        assert [melding.code for melding in lezing.waarschuwingen] == [OUDER]


class TestFolder:
    """The files of a folder are of one format, unless each says its own."""

    def schrijf(self, map_: Path, **bestanden: str) -> Path:
        for naam, tekst in bestanden.items():
            (map_ / f"{naam}.yaml").write_text(tekst)
        return map_

    def test_one_file_says_it_for_all(self, tmp_path: Path) -> None:
        lezing = read_dossier(self.schrijf(tmp_path, dossier="formaat: 0\n" + KOP, jaarplan=ACTIES))
        assert lezing.dossier.jaarplannen[0].acties[0].trekker == "adviseur"
        assert [Path(str(melding.plaats and melding.plaats.bestand)).name for melding in lezing.waarschuwingen] == [
            "dossier.yaml",
            "jaarplan.yaml",
        ]

    def test_each_its_own(self, tmp_path: Path) -> None:
        map_ = self.schrijf(tmp_path, a="formaat: 1\n" + KOP, b="formaat: 0\n" + ACTIES)
        assert read_dossier(map_).dossier.jaarplannen[0].acties[0].trekker == "adviseur"

    def test_one_that_does_not_say_it_beside_two_that_differ(self, tmp_path: Path) -> None:
        map_ = self.schrijf(tmp_path, a="formaat: 1\n" + KOP, b="formaat: 0\n" + ACTIES, c="kaders:\n")
        with pytest.raises(DossierFout) as gevangen:
            load(map_)
        (fout,) = gevangen.value.meldingen
        assert str(fout.plaats) == f"{map_ / 'c.yaml'}:1:1"
        assert (
            fout.boodschap
            == "andere bestanden van deze map hebben formaat 0 en 1; schrijf ook hier welk formaat dit heeft"
        )


class TestSaving:
    """Saving brings an old file up to date, and keeps its comments and its order."""

    def bewaar(self, doel: Path) -> list[str]:
        lezing = read_dossier(doel)
        with warnings.catch_warnings(record=True) as gewaarschuwd:
            warnings.simplefilter("always")
            save(lezing.dossier, doel)
        assert read_dossier(doel).waarschuwingen == ()
        assert read_dossier(doel).dossier == lezing.dossier
        return [str(een.message) for een in gewaarschuwd]

    def test_a_file(self, tmp_path: Path) -> None:
        doel = tmp_path / "dossier.yaml"
        doel.write_text(OUD)
        assert self.bewaar(doel) == []
        assert doel.read_text() == NIEUW

    def test_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text("{formaat: 0, " + KOP.replace("\ng", ", g").strip() + "}\n")
        (tmp_path / "b.yaml").write_text(ACTIES.replace("eigenaar: boa", '"eigenaar": boa'))
        assert self.bewaar(tmp_path) == []
        assert (tmp_path / "a.yaml").read_text().startswith("{formaat: 1, ")
        assert '{id: A2, "trekker": boa' in (tmp_path / "b.yaml").read_text()

    def test_what_cannot_be_changed_in_its_text_is_written_anew(self, tmp_path: Path) -> None:
        doel = tmp_path / "dossier.yaml"
        doel.write_text(OUD.replace("eigenaar: adviseur", '"\\x65igenaar": adviseur'))
        assert self.bewaar(doel) == [f"{doel} is in zijn geheel opnieuw geschreven, zonder commentaar"]

    def test_json(self, tmp_path: Path) -> None:
        doel = tmp_path / "dossier.json"
        doel.write_text(json.dumps(als_oud(load(NIEUW.encode()))))
        assert self.bewaar(doel) == []
        assert doel.read_bytes() == dump(load(NIEUW.encode()), "json")


class TestRename:
    """A step leads along lists and groups, and has marks only where something was read from a file."""

    def test_without_marks(self) -> None:
        waarden = {"a": {"oud": 1}}
        (wijziging,) = rename(("a",), "oud", "nieuw")(waarden, NERGENS)
        assert (waarden, wijziging.plek) == ({"a": {"nieuw": 1}}, None)

    def test_with_marks(self) -> None:
        boom = read_yaml("a: [{oud: 1}, {b: 2}]", "f")
        (wijziging,) = rename(("a",), "oud", "nieuw")(boom.waarden, boom.merken())
        assert wijziging.plek is not None
        assert (wijziging.plek.line, wijziging.plek.column) == (0, 5)
