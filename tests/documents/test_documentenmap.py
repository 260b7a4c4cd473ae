"""Every document of many dossiers: what is not current is made, whatever happened before; nobody's work is lost."""

import datetime
import os
import signal
import subprocess
import sys
import time
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import attrs
import pytest

from ivb import BestandError, compose_opdrachten, dump, load, save, voorbeeld
from ivb.documents import documentenmap
from ivb.documents.documentenmap import Uitslag, render_documentenmap
from ivb.files.journaal import explain_vreemd
from tests.documents.dossiers import VOORBEELDSTAD

DAG = datetime.date(2026, 3, 1)
STUKKEN = [
    "beleid-ivb.docx",
    "jaarplan-plan-2025.docx",
    "jaarplan-plan-2026.docx",
    "notitie-2025-h2.docx",
    "toezeggingenlijst.docx",
]

# Renders a folder, and kills itself at the moment named: before the nth file is put in its place.
GEDOOD = """
import datetime, os, signal, sys
from pathlib import Path
from ivb.documents.documentenmap import render_documentenmap

map_, nummer, *bronnen = sys.argv[1:]
vervang, gezien = Path.replace, []

def replace(pad, doel):
    gezien.append(doel)
    if len(gezien) == int(nummer):
        os.kill(os.getpid(), signal.SIGKILL)
    return vervang(pad, doel)

Path.replace = replace
list(render_documentenmap([*map(Path, bronnen)], Path(map_), peildatum=datetime.date(2026, 3, 1), concept=True))
"""

# Renders a folder by two processes, and dies when these are at work.
WEES = """
import datetime, os, signal, sys
from pathlib import Path
from ivb.documents.documentenmap import render_documentenmap

if __name__ == "__main__":
    bronnen = [*map(Path, sys.argv[2:])]
    uitslagen = render_documentenmap(
        bronnen, Path(sys.argv[1]), peildatum=datetime.date(2026, 3, 1), concept=True, processen=2
    )
    next(uitslagen)
    import multiprocessing
    print(*(kind.pid for kind in multiprocessing.active_children()), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def bronnen(tmp_path: Path) -> list[Path]:
    return write_bronnen(tmp_path, 3)


def write_bronnen(map_: Path, aantal: int) -> list[Path]:
    paden = [map_ / f"gemeente-{nummer}.json" for nummer in range(aantal)]
    for pad in paden:
        gemeente = attrs.evolve(VOORBEELDSTAD.gemeente, naam=pad.stem)
        pad.write_bytes(dump(attrs.evolve(VOORBEELDSTAD, gemeente=gemeente), "json"))
    return paden


def render(bronnen: list[Path], map_: Path, *, concept: bool = True, processen: int = 1) -> list[Uitslag]:
    return list(render_documentenmap(bronnen, map_, peildatum=DAG, concept=concept, processen=processen))


def tel(uitslagen: list[Uitslag]) -> tuple[int, int, int]:
    """Count what was made, what was current and what failed."""
    return (
        sum(len(een.gemaakt) for een in uitslagen),
        sum(een.actueel for een in uitslagen),
        sum(len(een.problemen) for een in uitslagen),
    )


def lees(map_: Path) -> dict[str, bytes]:
    return {str(pad.relative_to(map_)): pad.read_bytes() for pad in sorted(map_.rglob("*.docx"))}


def make_and_edit(maak: partial[bytes], pad: Path) -> bytes:
    """Make a document while somebody saves one in its place."""
    pad.write_bytes(b"met de hand")
    return maak()


class TestMade:
    """Each dossier gets a folder with its documents, and a second run makes none of them again."""

    def test_everything_once(self, bronnen: list[Path], tmp_path: Path) -> None:
        uit = tmp_path / "uit"
        eerst = render(bronnen, uit)
        assert eerst[0] == Uitslag(gemaakt=tuple(uit / "gemeente-0" / naam for naam in STUKKEN))
        assert list(lees(uit)) == [f"gemeente-{nummer}/{naam}" for nummer in range(3) for naam in STUKKEN]
        inhoud = lees(uit)
        assert tel(render(bronnen, uit)) == (0, 15, 0)
        assert lees(uit) == inhoud

    def test_by_processes_the_same(self, bronnen: list[Path], tmp_path: Path) -> None:
        render(bronnen, tmp_path / "hier")
        assert tel(render(bronnen, tmp_path / "elders", processen=2)) == (15, 0, 0)
        assert lees(tmp_path / "hier") == lees(tmp_path / "elders")
        assert tel(render(bronnen, tmp_path / "hier", processen=2)) == (0, 15, 0)

    def test_only_what_changed(self, bronnen: list[Path], tmp_path: Path) -> None:
        uit = tmp_path / "uit"
        render(bronnen, uit)
        dossier = load(bronnen[1])
        save(attrs.evolve(dossier, gemeente=attrs.evolve(dossier.gemeente, naam="Nieuwstad")), bronnen[1])
        (uit / "gemeente-2" / "beleid-ivb.docx").unlink()
        assert [(len(een.gemaakt), een.actueel) for een in render(bronnen, uit)] == [(0, 5), (5, 0), (1, 4)]

    def test_a_comment_in_the_dossier_changes_nothing(self, tmp_path: Path) -> None:
        pad = tmp_path / "stad.yaml"
        pad.write_bytes(dump(VOORBEELDSTAD))
        render([pad], tmp_path / "uit")
        pad.write_bytes(b"# van ons\n" + pad.read_bytes())
        assert tel(render([pad], tmp_path / "uit")) == (0, 5, 0)

    def test_another_wish_or_another_ivb(
        self, bronnen: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        render(bronnen[:1], tmp_path)
        assert tel(render(bronnen[:1], tmp_path, concept=False)) == (4, 0, 1)
        morgen = DAG + datetime.timedelta(days=1)
        (uitslag,) = render_documentenmap(bronnen[:1], tmp_path, peildatum=morgen, processen=1)
        assert [pad.name for pad in uitslag.gemaakt] == ["toezeggingenlijst.docx"]
        for naam, waarde in (("version", "9.9"), ("_digest_sjablonen", "anders")):
            monkeypatch.setattr(documentenmap, naam, lambda *_, waarde=waarde: waarde)
            assert tel(render(bronnen[:1], tmp_path)) == (5, 0, 0)

    def test_a_folder_is_named_by_its_name(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "stad.oost").mkdir()
        (tmp_path / "stad.oost" / "dossier.yaml").write_bytes(dump(VOORBEELDSTAD))
        monkeypatch.chdir(tmp_path / "stad.oost")
        (uitslag,) = render([Path()], tmp_path / "uit")
        assert {pad.parent.name for pad in uitslag.gemaakt} == {"stad.oost"}

    def test_no_more_dossiers_at_a_time_than_asked_for(self, bronnen: list[Path], tmp_path: Path) -> None:
        uitslagen = render_documentenmap(bronnen, tmp_path / "uit", peildatum=DAG, concept=True)
        next(uitslagen)
        assert {pad.name for pad in (tmp_path / "uit").iterdir()} == {"gemeente-0", "ivb-alles.jsonl"}


class TestKilled:
    """Whenever the program is killed, the next run makes what is missing and nothing else."""

    @pytest.mark.parametrize("nummer", [1, 4, 15])
    def test_goes_on(self, bronnen: list[Path], tmp_path: Path, nummer: int) -> None:
        uit = tmp_path / "uit"
        woorden = [sys.executable, "-c", GEDOOD, str(uit), str(nummer), *map(str, bronnen)]
        assert subprocess.run(woorden, check=False).returncode == -signal.SIGKILL
        assert len(lees(uit)) == nummer - 1
        assert [pad.suffix for pad in uit.rglob(".*")] == [".nieuw"]
        assert tel(render(bronnen, uit)) == (16 - nummer, nummer - 1, 0)
        assert list(uit.rglob(".*")) == []
        render(bronnen, tmp_path / "heel")
        assert lees(uit) == lees(tmp_path / "heel")

    def test_one_of_its_processes(self, tmp_path: Path) -> None:
        bronnen, uit = write_bronnen(tmp_path, 20), tmp_path / "uit"
        uitslagen = render_documentenmap(bronnen, uit, peildatum=DAG, concept=True, processen=2)
        eerste = next(uitslagen)
        os.kill(active_children()[0].pid or 0, signal.SIGKILL)
        gemaakt, _, mislukt = tel([eerste, *uitslagen])
        assert mislukt <= 1
        assert gemaakt == 100 - 5 * mislukt
        assert tel(render(bronnen, uit)) == (5 * mislukt, gemaakt, 0)

    def test_its_processes_end_too(self, tmp_path: Path) -> None:
        script = tmp_path / "wees.py"
        script.write_text(WEES, encoding="utf-8")
        woorden = [sys.executable, str(script), str(tmp_path / "uit"), *map(str, write_bronnen(tmp_path, 40))]
        gezegd = subprocess.run(woorden, check=False, capture_output=True, text=True, timeout=60)
        kinderen = [int(woord) for woord in gezegd.stdout.split()]
        assert len(kinderen) == 2
        einde = time.monotonic() + 20
        while any(map(leeft, kinderen)) and time.monotonic() < einde:
            time.sleep(0.05)
        assert not any(map(leeft, kinderen))


def leeft(pid: int) -> bool:
    """Tell whether a process is at work; one that ended and that nobody waited for is not."""
    try:
        os.kill(pid, 0)
        staat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(") ")[2]
    except OSError:
        return False
    return not staat.startswith("Z")


class TestTwoAtOnce:
    """A run is refused in a folder where another one works, and told so."""

    def test_is_refused(self, bronnen: list[Path], tmp_path: Path) -> None:
        uit = tmp_path / "uit"
        bezig = render_documentenmap(bronnen, uit, peildatum=DAG, concept=True)
        next(bezig)
        with pytest.raises(BestandError) as fout:
            render(bronnen, uit)
        assert str(fout.value) == (
            f"{uit}: hierin werkt nu een andere opdracht van ivb; wacht tot die klaar is of kies een andere map"
        )
        bezig.close()
        assert tel(render(bronnen, uit)) == (10, 5, 0)


class TestKept:
    """What is not of ivb is never overwritten, and what is no longer asked for is not removed."""

    def test_an_edited_document(self, bronnen: list[Path], tmp_path: Path) -> None:
        render(bronnen, tmp_path)
        pad = tmp_path / "gemeente-1" / "beleid-ivb.docx"
        pad.write_bytes(b"met de hand")
        uitslagen = render(bronnen, tmp_path, concept=False)
        assert uitslagen[1].problemen[0] == (
            f"{pad} is gewijzigd of niet door ivb gemaakt, en blijft zoals het is; verplaats of hernoem het"
        )
        assert [len(een.gemaakt) for een in uitslagen] == [4, 3, 4]
        assert pad.read_bytes() == b"met de hand"

    def test_edited_while_it_was_made(
        self, bronnen: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pad, maak = tmp_path / "gemeente-0" / "beleid-ivb.docx", compose_opdrachten

        def edit(*woorden: Any, **wensen: Any) -> tuple[tuple[str, partial[bytes]], ...]:  # noqa: ANN401
            pad.parent.mkdir()
            (naam, eerste), *rest = maak(*woorden, **wensen)
            return (naam, partial(make_and_edit, eerste, pad)), *rest

        monkeypatch.setattr(documentenmap, "compose_opdrachten", edit)
        (uitslag,) = render(bronnen[:1], tmp_path)
        assert uitslag.problemen == (explain_vreemd(pad),)
        assert len(uitslag.gemaakt) == 4
        assert pad.read_bytes() == b"met de hand"

    def test_a_folder_in_the_place_of_a_document(self, bronnen: list[Path], tmp_path: Path) -> None:
        (tmp_path / "gemeente-0" / "beleid-ivb.docx").mkdir(parents=True)
        (uitslag,) = render(bronnen[:1], tmp_path)
        assert uitslag.problemen == (
            f"{tmp_path / 'gemeente-0' / 'beleid-ivb.docx'}: dit bestand is niet te lezen: het is een map",
        )
        assert len(uitslag.gemaakt) == 4

    def test_what_left_the_dossier(self, bronnen: list[Path], tmp_path: Path) -> None:
        render(bronnen, tmp_path)
        save(attrs.evolve(load(bronnen[0]), rapportages=(), toezeggingen=()), bronnen[0])
        (tmp_path / "gemeente-0" / "toezeggingenlijst.docx").unlink()
        uitslagen = render(bronnen, tmp_path)
        notitie = tmp_path / "gemeente-0" / "notitie-2025-h2.docx"
        assert [een.verdwenen for een in uitslagen] == [(notitie,), (), ()]
        assert notitie.is_file()


class TestProblems:
    """What is wrong with one stops no other."""

    def test_a_dossier_that_cannot_be_read(self, bronnen: list[Path], tmp_path: Path) -> None:
        bronnen[1].write_text('{"gemeente": 3, "naam": 4}', encoding="utf-8")
        uitslagen = render([*bronnen, tmp_path / "nergens"], tmp_path / "uit")
        assert tel(uitslagen) == (10, 0, 2)
        kop, *regels = uitslagen[1].problemen[0].splitlines()
        assert kop == f"{bronnen[1]}: {len(regels)} fouten in het dossier:"
        assert uitslagen[3].problemen == (
            f"{tmp_path / 'nergens'}: dit bestand is niet te lezen: het bestaat niet; controleer de naam en de map",
        )

    def test_a_document_with_holes(self, bronnen: list[Path], tmp_path: Path) -> None:
        (uitslag,) = render(bronnen[:1], tmp_path, concept=False)
        assert len(uitslag.gemaakt) == 4
        (probleem,) = uitslag.problemen
        assert probleem.startswith(f"{tmp_path / 'gemeente-0' / 'jaarplan-plan-2026.docx'}: ")
        assert "is niet compleet" in probleem

    def test_what_stays_there_is_told(self, bronnen: list[Path], tmp_path: Path) -> None:
        render(bronnen[:1], tmp_path, concept=True)
        (uitslag,) = render(bronnen[:1], tmp_path, concept=False)
        (probleem,) = uitslag.problemen
        assert probleem.endswith("\n  Wat er nu staat, is een eerdere versie.")

    def test_a_fault_of_ours(self, bronnen: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def compose_opdrachten(*_: object, **__: object) -> None:
            raise KeyError("x")

        monkeypatch.setattr(documentenmap, "compose_opdrachten", compose_opdrachten)
        (uitslag,) = render(bronnen[:1], tmp_path)
        assert uitslag.problemen == (f"{bronnen[0]}: hier gaat iets mis in ivb zelf: KeyError: 'x'",)

    def test_something_suspicious(self, tmp_path: Path) -> None:
        pad = tmp_path / "stad.yaml"
        pad.write_bytes(dump(voorbeeld()) + b"beleidsregels:\n  - id: bibob\n    naam: zaak #5\n")
        (uitslag,) = render([pad], tmp_path / "uit")
        (melding,) = uitslag.waarschuwingen
        assert melding.startswith(f"{pad}:")

    @pytest.mark.parametrize("namen", [("stad.yaml", "stad.json"), ("stad.yaml", "STAD.yml")])
    def test_two_dossiers_of_one_name(self, tmp_path: Path, namen: tuple[str, str]) -> None:
        bronnen = [tmp_path / naam for naam in (*namen, "dorp.yaml")]
        with pytest.raises(BestandError, match="deze dossiers zouden dezelfde map krijgen: ") as fout:
            render(bronnen, tmp_path / "uit")
        assert "dorp" not in str(fout.value)
        assert not (tmp_path / "uit").exists()


class TestProcesses:
    """Processes are started where that saves time."""

    @pytest.mark.parametrize(
        ("kernen", "dossiers", "processen"), [(8, 342, 8), (2, 342, 2), (None, 342, 1), (8, 79, 1), (99, 9999, 64)]
    )
    def test_how_many(self, monkeypatch: pytest.MonkeyPatch, kernen: int, dossiers: int, processen: int) -> None:
        monkeypatch.setattr(os, "cpu_count", lambda: kernen)
        assert documentenmap._count_processen(dossiers) == processen
