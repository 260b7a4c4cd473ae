"""A save changes what changed, keeps what the adviser wrote, and never leaves half a file."""

import os
import stat
import warnings
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from ivb import (
    Actie,
    BestandError,
    Dossier,
    DossierFout,
    Drempels,
    Indicator,
    Jaarplan,
    Kader,
    Meting,
    Openbaarheid,
    Openbaarheidssoort,
    Seizoensgrenzen,
    load,
    save,
    voorbeeld,
)
from ivb.dates.seizoen import parse_seizoen
from ivb.errors import DossierWaarschuwing, IvbError
from ivb.files import saving
from ivb.files.editing import Herschreven
from ivb.files.saving import remove_resten, write_bestanden
from ivb.files.voorbeelden import voorbeeldmap
from ivb.model.base import Noun, velden
from ivb.model.gemeente import KOPPEN
from ivb.testing import dossiers
from ivb.testing.engine import find_keuzes
from tests.files.test_dumping import soorten

VORMEN = ("dossier.yaml", "dossier.json", "map")
KLEIN = """\
# van ons
formaat: 1
bijgehouden_vanaf: 2024-01-01 # sinds het nieuwe college
gemeente: {naam: A, code: GM0001, plaats: B}

jaarplannen:
  - looptijd: 2024
    titel: plan
    acties:
      # de schouw
      - id: A1
        titel: Schouw
"""


def inhoud(map_: Path) -> dict[str, bytes]:
    return {pad.name: pad.read_bytes() for pad in map_.iterdir() if pad.is_file()}


@pytest.fixture
def klein(tmp_path: Path) -> Path:
    pad = tmp_path / "dossier.yaml"
    pad.write_text(KLEIN)
    return pad


@pytest.fixture
def twenterand(tmp_path: Path) -> Path:
    for pad in voorbeeldmap().iterdir():
        (tmp_path / pad.name).write_bytes(pad.read_bytes())
    return tmp_path


class TestRoundTrip:
    """load(save(d)) == d in every form, with equal types, over whatever stood there before."""

    @pytest.mark.parametrize("vorm", VORMEN)
    @given(dossier=dossiers(), ander=dossiers())
    @settings(max_examples=40)
    def test_identity(
        self, tmp_path_factory: pytest.TempPathFactory, vorm: str, dossier: Dossier, ander: Dossier
    ) -> None:
        doel = tmp_path_factory.mktemp("dossier") / vorm
        for een in (dossier, ander):
            save(een, doel)
            terug = load(doel)
            assert terug == een
            assert soorten(terug) == soorten(een)

    def test_the_example_is_left_alone(self, twenterand: Path) -> None:
        eerst = inhoud(twenterand)
        save(voorbeeld(), twenterand)
        assert inhoud(twenterand) == eerst


class TestComments:
    """Comments and layout survive a change elsewhere."""

    def test_in_one_file(self, klein: Path) -> None:
        dossier = load(klein)
        acties = (*dossier.jaarplannen[0].acties, Actie(id="A2", titel="Buurtgesprek"))
        plan = attrs.evolve(dossier.jaarplannen[0], acties=acties)
        save(attrs.evolve(dossier, jaarplannen=(plan,)), klein)
        assert klein.read_text() == KLEIN + "      - id: A2\n        titel: Buurtgesprek\n"

    def test_only_the_file_that_changes(self, twenterand: Path) -> None:
        eerst = inhoud(twenterand)
        dossier = load(twenterand)
        brief = attrs.evolve(dossier.raadsbrieven[0], zaaknummer="Z-2024-0017")
        save(attrs.evolve(dossier, raadsbrieven=(brief,)), twenterand)
        anders = {naam for naam, bytes_ in inhoud(twenterand).items() if eerst[naam] != bytes_}
        assert anders == {"raadsbrieven.yaml"}
        nieuw = inhoud(twenterand)["raadsbrieven.yaml"].decode()
        regels = [
            regel for regel in nieuw.splitlines() if regel not in eerst["raadsbrieven.yaml"].decode().splitlines()
        ]
        assert regels == ["    zaaknummer: Z-2024-0017"]

    def test_a_file_between_brackets(self, tmp_path: Path) -> None:
        pad = tmp_path / "d.yaml"
        tekst = "{gemeente: {naam: A, code: GM0001, plaats: B}, # wij\n  bijgehouden_vanaf: 2024-01-01} # slot\n"
        pad.write_text(tekst)
        nieuw = attrs.evolve(load(pad), kaders=(Kader(id="k", naam="x"),))
        save(nieuw, pad)
        assert pad.read_text() == tekst.replace("01}", "01, kaders: [{id: k, naam: x}]}")
        assert load(pad) == nieuw

    def test_a_comment_that_is_lost_is_named(self, klein: Path) -> None:
        tekst = KLEIN.replace("titel: Schouw", "titel: Schouw\n        partners: [politie, # team\n          school]")
        klein.write_text(tekst)
        dossier = load(klein)
        actie = attrs.evolve(dossier.jaarplannen[0].acties[0], partners=("school",))
        plan = attrs.evolve(dossier.jaarplannen[0], acties=(actie,))
        with pytest.warns(
            DossierWaarschuwing, match=r"dossier\.yaml: dit commentaar kon niet blijven staan: # team"
        ) as gemeld:
            save(attrs.evolve(dossier, jaarplannen=(plan,)), klein)
        assert klein.read_text() == tekst.replace("[politie, # team\n          school]", "[school]")
        assert gemeld[0].filename == __file__

    @pytest.mark.parametrize("onzin", ["gemeente: 3\n", "a: [\n", "bijgehouden_vanaf: ooit\n"])
    def test_a_change_that_went_wrong_is_never_saved(
        self, klein: Path, monkeypatch: pytest.MonkeyPatch, onzin: str
    ) -> None:
        monkeypatch.setattr(saving, "rewrite", lambda *_: Herschreven(onzin, []))
        nieuw = attrs.evolve(load(klein), jaarplannen=())
        with pytest.warns(DossierWaarschuwing, match="in zijn geheel opnieuw geschreven"):
            save(nieuw, klein)
        assert load(klein) == nieuw


BASIS = "bijgehouden_vanaf: 2024-01-01\ngemeente:\n  naam: A\n  code: GM0001\n  plaats: B\n"
PROFIEL = f"""{BASIS}\
  profiel:
    drempels:
      vertraging: # nog leeg
    seizoenen: # zoals overal
      zomer: 1-6/31-8 # drie maanden
      najaar: 1-9/30-11
    statuslabels: []
"""
BRIEF = f"""{BASIS}\
raadsbrieven:
  - id: R1
    datum: 2024-04-23
    onderwerp: x
    openbaarheid:
      soort: openbaar # waarom
"""


class TestDefaultsSpelledOut:
    """A file may say what holds anyway; that stays, and changes like anything else."""

    @pytest.fixture
    def bestand(self, tmp_path: Path) -> Path:
        return tmp_path / "d.yaml"

    def profiel(self, bestand: Path, **anders: Any) -> str:  # noqa: ANN401  fields of the profile
        bestand.write_text(PROFIEL)
        dossier = load(bestand)
        profiel = attrs.evolve(dossier.gemeente.profiel, **anders)
        nieuw = attrs.evolve(dossier, gemeente=attrs.evolve(dossier.gemeente, profiel=profiel))
        save(nieuw, bestand)
        assert load(bestand) == nieuw
        return bestand.read_text()

    def test_what_does_not_change_stays(self, bestand: Path) -> None:
        assert self.profiel(bestand) == PROFIEL
        assert self.profiel(bestand, drempels=Drempels(vertraging=30)) == PROFIEL.replace(
            "vertraging:", "vertraging: 30"
        )

    def test_a_default_that_changes(self, bestand: Path) -> None:
        grenzen = Seizoensgrenzen(zomer=parse_seizoen("1-6/30-9"))
        assert self.profiel(bestand, seizoenen=grenzen) == PROFIEL.replace("1-6/31-8", "1-6/30-9")
        assert "      prioriteiten: 3\n" in self.profiel(bestand, drempels=Drempels(prioriteiten=3))
        koppen = (attrs.evolve(KOPPEN[0], tekst="Betreft"), *KOPPEN[1:])
        assert self.profiel(bestand, koppen=koppen).startswith(PROFIEL)

    def test_a_choice(self, bestand: Path) -> None:
        bestand.write_text(BRIEF)
        dossier = load(bestand)
        for soort in ("embargo", "openbaar"):
            brief = attrs.evolve(dossier.raadsbrieven[0], openbaarheid=Openbaarheid(soort=Openbaarheidssoort(soort)))
            save(attrs.evolve(dossier, raadsbrieven=(brief,)), bestand)
            assert bestand.read_text() == BRIEF.replace("openbaar #", f"{soort} #")

    def test_a_heading_of_the_example(self, twenterand: Path) -> None:
        eerst = inhoud(twenterand)["dossier.yaml"].decode()
        dossier = load(twenterand)
        gemeente, profiel = dossier.gemeente, dossier.gemeente.profiel
        koppen = (attrs.evolve(profiel.koppen[0], tekst="Betreft"), *profiel.koppen[1:])
        gemeente = attrs.evolve(gemeente, profiel=attrs.evolve(profiel, koppen=koppen))
        save(attrs.evolve(dossier, gemeente=gemeente), twenterand)
        assert inhoud(twenterand)["dossier.yaml"].decode() == eerst.replace("tekst: ONDERWERP", "tekst: Betreft")

    def test_what_is_emptied_goes(self, bestand: Path) -> None:
        bestand.write_text(BRIEF + "    zaaknummer: Z-1\n")
        dossier = load(bestand)
        brief = attrs.evolve(dossier.raadsbrieven[0], zaaknummer=None)
        save(attrs.evolve(dossier, raadsbrieven=(brief,)), bestand)
        assert bestand.read_text() == BRIEF


@st.composite
def wijzigingen(draw: st.DrawFn, noun: Any) -> Any:  # noqa: ANN401  any noun
    """Change something somewhere in a noun."""
    soort: Any = type(noun)
    delen = [veld for veld in velden(soort) if issubclass(veld.soort, Noun) and getattr(noun, veld.naam)]
    if draw(st.sampled_from([True, True, True, False])) and delen:
        veld = draw(st.sampled_from(delen))
        waarde = getattr(noun, veld.naam)
        if not veld.meervoud:
            return attrs.evolve(noun, **{veld.naam: draw(wijzigingen(waarde))})
        plek = draw(st.integers(0, len(waarde) - 1))
        item = draw(wijzigingen(waarde[plek]))
        vers = draw(st.sampled_from([(item,), (item,), (), (item, item)]))
        return attrs.evolve(noun, **{veld.naam: (*waarde[:plek], *vers, *waarde[plek + 1 :])})
    vrij = [veld for veld in velden(soort) if not veld.verwijzing and veld.naam != "id"]
    veld = draw(st.sampled_from(vrij))
    waarde = draw(find_keuzes(soort)[veld.naam])
    return noun if waarde is attrs.NOTHING else attrs.evolve(noun, **{veld.naam: waarde})


class TestAnyChange:
    """Whatever changes in the example, its folder then says just that."""

    @given(data=st.data())
    @settings(max_examples=40, suppress_health_check=list(HealthCheck))
    def test_folder(self, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
        map_ = tmp_path_factory.mktemp("twenterand")
        for pad in voorbeeldmap().iterdir():
            (map_ / pad.name).write_bytes(pad.read_bytes())
        try:
            nieuw = data.draw(wijzigingen(load(map_)))
        except (IvbError, ValueError):
            reject()
        assert isinstance(nieuw, Dossier)
        with warnings.catch_warnings(record=True) as gemeld:
            warnings.simplefilter("always")
            save(nieuw, map_)
        assert not [een for een in gemeld if "in zijn geheel" in str(een.message)]
        assert load(map_) == nieuw
        eerst = inhoud(map_)
        save(nieuw, map_)
        assert inhoud(map_) == eerst


class TestFolder:
    """Everything stays in its file; something new goes to the file of its kind."""

    def test_new_files(self, tmp_path: Path) -> None:
        save(voorbeeld(), tmp_path / "nieuw")
        assert sorted(inhoud(tmp_path / "nieuw")) == [
            "beleid.yaml",
            "dossier.yaml",
            "indicatoren.yaml",
            "jaarplan-2024.yaml",
            "raadsbrieven.yaml",
            "rapportages.yaml",
            "toezeggingen.yaml",
        ]

    def test_a_plan_has_a_file_of_its_own(self, twenterand: Path) -> None:
        dossier = load(twenterand)
        plan = Jaarplan(titel="plan", looptijd="2025/2026")
        save(attrs.evolve(dossier, jaarplannen=(*dossier.jaarplannen, plan)), twenterand)
        assert "looptijd: 2025/2026" in (twenterand / "jaarplan-2025-2026.yaml").read_text()

    def test_what_goes_leaves_its_file_empty_of_it(self, twenterand: Path) -> None:
        dossier = load(twenterand)
        plan = Jaarplan(titel="plan", looptijd="2025")
        save(attrs.evolve(dossier, jaarplannen=(*dossier.jaarplannen, plan)), twenterand)
        save(dossier, twenterand)
        assert (twenterand / "jaarplan-2025.yaml").read_text() == "formaat: 1\njaarplannen: []\n"
        assert load(twenterand) == dossier

    def test_the_order_of_a_list_is_kept_over_files(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text(
            "gemeente: {naam: A, code: GM0001, plaats: B}\nbijgehouden_vanaf: 2024-01-01\n"
        )
        (tmp_path / "b.yaml").write_text("kaders:\n  - {id: k1, naam: een}\n  - {id: k2, naam: twee}\n")
        (tmp_path / "c.yaml").write_text("kaders:\n  - {id: k3, naam: drie}\n")
        dossier = load(tmp_path)
        k1, k2, k3 = dossier.kaders
        omgekeerd = attrs.evolve(dossier, kaders=(k3, Kader(id="k4", naam="vier"), k1, k2))
        save(omgekeerd, tmp_path)
        assert load(tmp_path) == omgekeerd

    def test_items_without_id_stay_where_they_are(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text(
            "gemeente: {naam: A, code: GM0001, plaats: B}\nbijgehouden_vanaf: 2024-01-01\n"
            "indicatoren: [{id: i, naam: x, eenheid: '%'}]\n"
        )
        (tmp_path / "z.yaml").write_text("metingen:\n  # oud\n  - {indicator: i, periode: 2022, eenheid: '%'}\n")
        dossier = load(tmp_path)
        nieuw = Meting(indicator="i", periode="2023", eenheid="%")
        save(attrs.evolve(dossier, metingen=(*dossier.metingen, nieuw)), tmp_path)
        assert (tmp_path / "z.yaml").read_text().startswith("metingen:\n  # oud\n")
        assert load(tmp_path).metingen[1] == nieuw
        assert isinstance(load(tmp_path).indicatoren[0], Indicator)

    def verspreid(self, map_: Path) -> Dossier:
        (map_ / "a.yaml").write_text(f"{BASIS}indicatoren: [{{id: i, naam: x, eenheid: '%'}}]\n")
        meting = "  # van {0}\n  - indicator: i\n    periode: {0} # jaar {0}\n    eenheid: '%'\n"
        (map_ / "m1.yaml").write_text("metingen:\n" + meting.format(2021) + meting.format(2022))
        (map_ / "m2.yaml").write_text("metingen:\n" + meting.format(2023))
        return load(map_)

    def test_an_item_without_id_that_changes_stays_in_its_file(self, tmp_path: Path) -> None:
        dossier = self.verspreid(tmp_path)
        eerst = inhoud(tmp_path)
        metingen = (*dossier.metingen[:2], attrs.evolve(dossier.metingen[2], waarde=3.0))
        save(attrs.evolve(dossier, metingen=metingen), tmp_path)
        assert inhoud(tmp_path) == eerst | {"m2.yaml": eerst["m2.yaml"] + b"    waarde: 3\n"}

    def test_a_new_item_comes_in_the_file_of_its_predecessor(self, tmp_path: Path) -> None:
        dossier = self.verspreid(tmp_path)
        eerst = inhoud(tmp_path)
        een, twee, drie = dossier.metingen
        vers = Meting(indicator="i", periode="2022-05", eenheid="%")
        nieuw = attrs.evolve(dossier, metingen=(een, twee, vers, drie))
        save(nieuw, tmp_path)
        assert load(tmp_path) == nieuw
        assert inhoud(tmp_path).keys() == eerst.keys()
        assert inhoud(tmp_path)["m2.yaml"] == eerst["m2.yaml"]
        ervoor = attrs.evolve(dossier, metingen=(vers, een, twee, drie))
        save(ervoor, tmp_path)
        assert load(tmp_path) == ervoor
        assert inhoud(tmp_path)["m2.yaml"] == eerst["m2.yaml"]

    def test_a_plan_that_is_given_an_id_stays_in_its_file(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text(BASIS)
        tekst = "jaarplannen:\n  # hier\n  - looptijd: 2024 # jaar\n    titel: t\n"
        (tmp_path / "plan.yaml").write_text(tekst)
        dossier = load(tmp_path)
        plan = attrs.evolve(dossier.jaarplannen[0], id="plan-24")
        save(attrs.evolve(dossier, jaarplannen=(plan,)), tmp_path)
        assert sorted(inhoud(tmp_path)) == ["a.yaml", "plan.yaml"]
        assert (tmp_path / "plan.yaml").read_text() == tekst + "    id: plan-24\n"

    def test_what_no_file_has_goes_to_the_file_of_its_kind(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text(BASIS)
        save(attrs.evolve(load(tmp_path), kaders=(Kader(id="k", naam="x"),)), tmp_path)
        assert sorted(inhoud(tmp_path)) == ["a.yaml", "beleid.yaml"]


class TestRefusals:
    """What stands there and cannot be read is not overwritten."""

    @pytest.mark.parametrize("vorm", VORMEN)
    def test_a_broken_dossier_stays(self, tmp_path: Path, vorm: str) -> None:
        doel = tmp_path / vorm
        bestand = doel / "d.yaml" if vorm == "map" else doel
        bestand.parent.mkdir(exist_ok=True)
        bestand.write_text('{"gemeente": 3}')
        with pytest.raises(DossierFout):
            save(voorbeeld(), doel)
        assert bestand.read_text() == '{"gemeente": 3}'

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "bestand").write_text("")
        for doel in (tmp_path / "bestand" / "map", tmp_path / "bestand"):
            with pytest.raises(BestandError, match="deze map is niet te maken"):
                save(voorbeeld(), doel)

    def test_json_that_says_the_same_is_left_alone(self, tmp_path: Path) -> None:
        pad = tmp_path / "d.json"
        save(voorbeeld(), pad)
        pad.write_text(pad.read_text().replace("  ", " "))
        eerst = pad.read_bytes()
        save(voorbeeld(), pad)
        assert pad.read_bytes() == eerst
        leeg = attrs.evolve(voorbeeld(), jaarplannen=(), raadsbrieven=(), toezeggingen=())
        save(leeg, pad)
        assert load(pad) == leeg


class TestAtomic:
    """A file is there as it was or as it should be, never half (killed while writing)."""

    @pytest.mark.parametrize("stap", ["fsync", "replace"])
    def test_broken_off(self, klein: Path, monkeypatch: pytest.MonkeyPatch, stap: str) -> None:
        def breek(*_: object) -> None:
            raise OSError(28, "schijf vol")

        monkeypatch.setattr(os if stap == "fsync" else Path, stap, breek)
        nieuw = attrs.evolve(load(klein), jaarplannen=())
        with pytest.raises(BestandError, match="de schijf is vol"):
            save(nieuw, klein)
        assert klein.read_text() == KLEIN
        assert [pad.name for pad in klein.parent.iterdir()] == ["dossier.yaml"]

    def test_interrupted(self, klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def onderbreek(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(os, "fsync", onderbreek)
        with pytest.raises(KeyboardInterrupt):
            save(attrs.evolve(load(klein), jaarplannen=()), klein)
        assert [pad.name for pad in klein.parent.iterdir()] == ["dossier.yaml"]

    def test_held_by_another_program(self, klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def weiger(*_: object) -> None:
            raise PermissionError(13, "in gebruik")

        monkeypatch.setattr(Path, "replace", weiger)
        with pytest.raises(BestandError, match="sluit het in Word, Excel of een ander programma"):
            save(attrs.evolve(load(klein), jaarplannen=()), klein)
        assert klein.read_text() == KLEIN

    def test_rights_stay(self, klein: Path) -> None:
        klein.chmod(0o640)
        save(attrs.evolve(load(klein), jaarplannen=()), klein)
        assert stat.S_IMODE(klein.stat().st_mode) == 0o640

    def test_a_link_stays_a_link(self, klein: Path) -> None:
        link = klein.with_name("link.yaml")
        link.symlink_to(klein)
        save(attrs.evolve(load(klein), jaarplannen=()), link)
        assert link.is_symlink()
        assert load(klein).jaarplannen == ()

    @given(st.binary(max_size=20))
    def test_bytes_arrive(self, tmp_path_factory: pytest.TempPathFactory, bytes_: bytes) -> None:
        pad = tmp_path_factory.mktemp("b") / "f"
        write_bestanden({pad: bytes_})
        assert pad.read_bytes() == bytes_

    @pytest.mark.parametrize("naam", ["stuk.docx", "[a]*.docx"])
    def test_what_a_killed_save_left_goes_and_nothing_else(self, tmp_path: Path, naam: str) -> None:
        blijft = {naam, f".{naam}.nieuw", f".{naam}.1a.nieuw", f".{naam}.77.oud", ".ander.docx.77.nieuw", "a.77.nieuw"}
        for een in (*blijft, f".{naam}.77.nieuw", f".{naam}.123456.nieuw"):
            (tmp_path / een).touch()
        remove_resten(tmp_path / naam)
        assert {pad.name for pad in tmp_path.iterdir()} == blijft
        remove_resten(tmp_path / "nergens" / naam)
