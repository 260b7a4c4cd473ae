"""A save changes what changed, keeps what the adviser wrote, and never leaves half a file."""

import os
import stat
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivb import Actie, BestandError, Dossier, DossierFout, Indicator, Jaarplan, Kader, Meting, load, save, voorbeeld
from ivb.errors import DossierWaarschuwing
from ivb.files.saving import schrijf_bestanden
from ivb.files.voorbeelden import voorbeeldmap
from ivb.testing import dossiers
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

    def test_a_file_that_cannot_be_changed_in_part_is_written_anew_and_says_so(self, tmp_path: Path) -> None:
        pad = tmp_path / "d.yaml"
        pad.write_text("{gemeente: {naam: A, code: GM0001, plaats: B}, bijgehouden_vanaf: 2024-01-01}\n")
        nieuw = attrs.evolve(load(pad), kaders=(Kader(id="k", naam="x"),))
        with pytest.warns(DossierWaarschuwing, match="in zijn geheel opnieuw geschreven"):
            save(nieuw, pad)
        assert load(pad) == nieuw


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
        schrijf_bestanden({pad: bytes_})
        assert pad.read_bytes() == bytes_
