"""One load gives a dossier, or everything that is wrong with it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb.dates import Date
from ivb.errors import DossierFout, DossierWaarschuwing, Melding
from ivb.files.diagnosis import diagnose
from ivb.files.dumping import dump_gegevens
from ivb.files.formaten import FORMAAT
from ivb.files.loading import load, read_dossier
from ivb.files.tree import NERGENS
from ivb.model.dossier import Dossier
from ivb.testing import dossiers

KOP = "formaat: 1\nbijgehouden_vanaf: 2024-01-01\ngemeente: {naam: A, code: GM0001, plaats: B}\n"


def meldingen(tekst: str | bytes) -> tuple[Melding, ...]:
    with pytest.raises(DossierFout) as gevangen:
        load(tekst.encode() if isinstance(tekst, str) else tekst)
    return gevangen.value.meldingen


def plaats(melding: Melding) -> tuple[int | None, int | None]:
    assert melding.plaats is not None
    return melding.plaats.regel, melding.plaats.kolom


class TestFormat:
    """The format carries a version: older ones stay readable, a newer one is refused."""

    def test_is_no_part_of_the_dossier(self) -> None:
        assert load(KOP.encode()).bijgehouden_vanaf == Date(2024, 1, 1)

    def test_may_be_left_out(self) -> None:
        assert load(KOP.removeprefix("formaat: 1\n").encode()) == load(KOP.encode())

    def test_a_newer_one_is_refused(self) -> None:
        (melding,) = meldingen(KOP.replace("formaat: 1", "formaat: 2") + "iets_nieuws: 1\n")
        assert (melding.code, plaats(melding)) == ("nieuwer-formaat", (1, 10))
        assert "werk ivb bij" in melding.boodschap

    @pytest.mark.parametrize("versie", ["een", "1.0", "-1", "²", "01"])
    def test_no_version_is_told_beside_the_rest(self, versie: str) -> None:
        (eerste, tweede) = meldingen(KOP.replace("formaat: 1", f"formaat: {versie}") + "x: 1\n")
        assert (eerste.code, eerste.boodschap) == ("formaat", f"schrijf formaat: {FORMAAT}")
        assert tweede.code == "onbekende-sleutel"


class TestFaults:
    """All that is wrong comes at once, in the order of the file, and nothing follows from it a second time."""

    def test_no_dossier_at_all(self) -> None:
        (melding,) = meldingen("- 1\n- 2")
        assert melding.code == "verkeerd-type"

    def test_what_the_reader_refused_is_told_once(self) -> None:
        alle = meldingen(KOP + "kaders: &k [{id: k, naam: x}]\nbeleidsregels: *k\nx: 1\n")
        assert [melding.code for melding in alle] == ["anker", "alias", "onbekende-sleutel"]

    def test_a_group_that_could_not_be_read_is_not_judged(self) -> None:
        alle = meldingen(KOP.replace("gemeente: {", "gemeente: &g {") + "kaders: [*g]\n")
        assert [melding.code for melding in alle] == ["anker", "alias"]

    def test_a_broken_key_and_value(self) -> None:
        alle = meldingen("bijgehouden_vanaf: *a\ngemeente: *b\nmetingen: *c\n")
        assert {melding.code for melding in alle} == {"alias"}

    def test_contradiction_stands_at_the_last_field(self) -> None:
        reces = "{naam: zomer, begindatum: 2024-08-25, einddatum: 2024-07-15}"
        tekst = KOP.replace("plaats: B", f"plaats: B, kalender: {{recessen: [{reces}]}}")
        (melding,) = meldingen(tekst)
        assert (melding.code, melding.pad) == ("tegenstrijdig", "gemeente.kalender.recessen[0]")
        assert melding.plaats is not None
        assert tekst.splitlines()[2][(melding.plaats.kolom or 0) - 1 :].startswith("2024-07-15")

    def test_a_contradiction_is_not_looked_for_where_a_date_is_wrong(self) -> None:
        tekst = KOP + "kaders: [{id: k, naam: x, begindatum: 2024-13-01, einddatum: 2024-01-01}]\n"
        assert [melding.code for melding in meldingen(tekst)] == ["verkeerd-type"]

    def test_too_few(self) -> None:
        (melding,) = meldingen(KOP + "rapportages: [{id: r, titel: x, perioden: []}]\n")
        assert melding.code == "te-weinig"

    def test_a_value_that_the_field_refuses(self) -> None:
        (melding,) = meldingen(KOP + 'kaders: [{id: k, naam: "a\\0b"}]\n')
        assert (melding.code, melding.pad) == ("waarde", "kaders[k].naam")

    def test_nothing_is_known_that_could_be_meant(self) -> None:
        alle = meldingen(KOP + "kaders: [{id: k, naam: x, zzz: 1}]\n")
        assert "hier kunnen nog: herkomst" in alle[0].boodschap

    def test_a_misspelt_field_is_one_mistake(self) -> None:
        (melding,) = meldingen(KOP.replace("plaats: B", "plats: B"))
        assert melding.code == "onbekende-sleutel"
        assert melding.boodschap == "het veld 'plats' bestaat hier niet; bedoelt u plaats?"

    def test_every_field_is_there_already(self) -> None:
        doel = "{id: d, tekst: x, nulmeting: {waarde: 1, jaar: 2020, q: 1}}"
        alle = meldingen(KOP + f"beleid: [{{id: b, titel: x, looptijd: 2024, doelen: [{doel}]}}]\n")
        assert "geen andere" in alle[0].boodschap

    def test_json_tells_line_and_column_too(self) -> None:
        (melding,) = meldingen(json.dumps({"bijgehouden_vanaf": 3, "gemeente": None}, indent=1).replace("null", "{}"))[
            :1
        ]
        assert (melding.pad, plaats(melding)) == ("bijgehouden_vanaf", (2, 23))

    def test_a_mapping_has_paths_but_no_places(self) -> None:
        with pytest.raises(DossierFout) as gevangen:
            load({"gemeente": {"naam": 3}})
        assert [melding.plaats for melding in gevangen.value.meldingen] == [None] * 4
        assert "gemeente.naam" in [melding.pad for melding in gevangen.value.meldingen]

    def test_a_list_item_without_a_value(self) -> None:
        (melding,) = meldingen(KOP + "kaders:\n  -\n")
        assert (melding.pad, plaats(melding)) == ("kaders[0]", (5, 4))


class TestNothing:
    """A key without a value counts as absent."""

    def test_of_a_list_and_of_a_field(self) -> None:
        dossier = load(
            (KOP + "kaders:\njaarplannen:\n  - {looptijd: 2024, titel: x, beleid: , inleiding: ~}\n").encode()
        )
        assert dossier.kaders == ()
        assert dossier.jaarplannen[0].beleid is None

    def test_of_a_required_field_it_is_missing(self) -> None:
        (melding,) = meldingen(KOP.replace("naam: A", "naam: "))
        assert (melding.code, plaats(melding)) == ("ontbreekt", (3, 12))


class TestWarnings:
    """What is only suspicious is read all the same."""

    def test_a_comment_that_may_be_text(self) -> None:
        tekst = KOP + "kaders:\n  - id: k\n    naam: zaak #5\n"
        with pytest.warns(DossierWaarschuwing, match=r"<bytes>:6:15: na # begint commentaar"):
            assert load(tekst.encode()).kaders[0].naam == "zaak"

    def test_comes_as_data_too(self) -> None:
        lezing = read_dossier((KOP + "kaders:\n  - id: k\n    naam: zaak #5\n").encode())
        assert [melding.code for melding in lezing.waarschuwingen] == ["commentaar"]


class TestFolder:
    """A folder is the union of its files: lists behind each other, everything else once."""

    def schrijf(self, map_: Path, **bestanden: str) -> Path:
        for naam, tekst in bestanden.items():
            (map_ / f"{naam}.yaml").write_text(tekst)
        return map_

    def test_lists_behind_each_other(self, tmp_path: Path) -> None:
        map_ = self.schrijf(
            tmp_path, a=KOP + "kaders:\n", b="kaders: [{id: b, naam: x}]", c="kaders: [{id: c, naam: y}]\nbeleid:\n"
        )
        lezing = read_dossier(map_)
        assert [kader.id for kader in lezing.dossier.kaders] == ["b", "c"]
        assert str(lezing.plaatsen.find("kaders[c].naam")) == f"{map_ / 'c.yaml'}:1:24"

    def test_what_stands_twice(self, tmp_path: Path) -> None:
        map_ = self.schrijf(tmp_path, a=KOP, b="gemeente: {naam: B}\nkaders: 3", c="kaders: []", d="kaders:")
        with pytest.raises(DossierFout) as gevangen:
            load(map_)
        assert [melding.code for melding in gevangen.value.meldingen] == [
            "dubbele-sleutel",
            "verkeerd-type",
            "dubbele-sleutel",
        ]
        assert f"staat ook al in {map_ / 'a.yaml'}:3:1" in gevangen.value.meldingen[0].boodschap

    def test_files_that_are_wrong_in_themselves(self, tmp_path: Path) -> None:
        map_ = self.schrijf(tmp_path, a=KOP, b="", c="- x", d="kaders: [")
        with pytest.raises(DossierFout) as gevangen:
            load(map_)
        assert [melding.code for melding in gevangen.value.meldingen] == ["leeg", "verkeerd-type", "yaml"]

    def test_warnings_of_all_files(self, tmp_path: Path) -> None:
        map_ = self.schrijf(tmp_path, a=KOP, b="kaders: [{id: b, naam: x #1\n}]")
        assert len(read_dossier(map_).waarschuwingen) == 1


WAARDEN = st.sampled_from([3, 3.5, True, None, "x", "2024", [], ["x"], {}, {"zomaar": 1}])


def plekken(waarde: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401  plain data
    """Walk through every place in plain data where something else could stand: the container and the key."""
    if isinstance(waarde, (dict, list)):
        for sleutel in waarde if isinstance(waarde, dict) else range(len(waarde)):
            yield waarde, sleutel
            yield from plekken(waarde[sleutel])


class TestDiagnosis:
    """What stops the converter is always told, and what it accepts is never blamed."""

    @given(dossiers(), st.data())
    def test_agrees_with_the_converter(self, dossier: Dossier, data: st.DataObject) -> None:
        gegevens = dump_gegevens(dossier)
        del gegevens["formaat"]
        bak, sleutel = data.draw(st.sampled_from(list(plekken(gegevens))))
        bak[sleutel] = data.draw(WAARDEN)
        meldingen = list(diagnose(Dossier, gegevens, NERGENS, uit_tekst=False))
        try:
            load(gegevens)
        except DossierFout as fout:
            gemeld = fout.meldingen
        else:
            gemeld = ()
        assert list(gemeld) == meldingen


class TestConverterFault:
    """A fault of our own is never hidden behind an empty list of messages."""

    def test_comes_through(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("ivb.files.loading.diagnose", lambda *_, **__: iter(()))
        with pytest.raises(TypeError):
            load({"bijgehouden_vanaf": "2024-01-01"})
