"""The journal knows what it made, from what, and what is of somebody else; nothing that breaks it makes it lie."""

import errno
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import BestandError
from ivb.files import journaal as module
from ivb.files.journaal import JOURNAAL, Bestandsstand, Journaal, judge_bestand, open_journaal


def judge(map_: Path, herkomst: str) -> Bestandsstand:
    return judge_bestand(map_ / "a" / "x.docx", herkomst, Journaal(map_).find("a").get("x.docx"))


class TestStand:
    """A file is current when it is as it was made, from what it would be made from now."""

    def test_after_writing(self, tmp_path: Path) -> None:
        assert judge(tmp_path, "h") is Bestandsstand.TE_MAKEN
        assert Journaal(tmp_path).write("a", "x.docx", "h", b"een") == tmp_path / "a" / "x.docx"
        assert (tmp_path / "a" / "x.docx").read_bytes() == b"een"
        assert judge(tmp_path, "h") is Bestandsstand.ACTUEEL
        assert judge(tmp_path, "anders") is Bestandsstand.TE_MAKEN

    def test_gone(self, tmp_path: Path) -> None:
        Journaal(tmp_path).write("a", "x.docx", "h", b"een").unlink()
        assert judge(tmp_path, "h") is Bestandsstand.TE_MAKEN

    def test_an_earlier_version_is_ours_but_not_current(self, tmp_path: Path) -> None:
        journaal = Journaal(tmp_path)
        pad = journaal.write("a", "x.docx", "h", b"een")
        journaal.write("a", "x.docx", "h", b"twee")
        pad.write_bytes(b"een")
        assert judge(tmp_path, "h") is Bestandsstand.TE_MAKEN

    def test_of_somebody_else(self, tmp_path: Path) -> None:
        journaal = Journaal(tmp_path)
        pad = journaal.write("a", "x.docx", "h", b"een")
        pad.write_bytes(b"met de hand")
        assert judge(tmp_path, "h") is Bestandsstand.VREEMD
        with pytest.raises(BestandError, match="gewijzigd of niet door ivb gemaakt, en blijft zoals het is"):
            journaal.write("a", "x.docx", "h", b"twee")
        assert pad.read_bytes() == b"met de hand"

    def test_under_another_name_or_without_a_journal(self, tmp_path: Path) -> None:
        pad = Journaal(tmp_path).write("a", "y.docx", "h", b"een")
        pad.rename(tmp_path / "a" / "x.docx")
        assert judge(tmp_path, "h") is Bestandsstand.VREEMD
        (tmp_path / JOURNAAL).unlink()
        assert judge(tmp_path, "h") is Bestandsstand.VREEMD

    def test_what_cannot_be_read(self, tmp_path: Path) -> None:
        (tmp_path / "a" / "x.docx").mkdir(parents=True)
        with pytest.raises(BestandError, match=r"x\.docx: dit bestand is niet te lezen: het is een map"):
            judge(tmp_path, "h")


class TestBrokenOff:
    """Whatever the moment, the next run knows what it may make again."""

    def test_between_the_line_and_the_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        Journaal(tmp_path).write("a", "x.docx", "h", b"een")

        def write_bestanden(_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as kort:
            kort.setattr(module, "write_bestanden", write_bestanden)
            with pytest.raises(KeyboardInterrupt):
                Journaal(tmp_path).write("a", "x.docx", "h2", b"twee")
        assert (tmp_path / "a" / "x.docx").read_bytes() == b"een"
        assert judge(tmp_path, "h2") is Bestandsstand.TE_MAKEN
        Journaal(tmp_path).write("a", "x.docx", "h2", b"twee")
        assert judge(tmp_path, "h2") is Bestandsstand.ACTUEEL

    @given(st.integers(1, 400))
    def test_in_the_last_line(self, tmp_path_factory: pytest.TempPathFactory, minder: int) -> None:
        map_ = tmp_path_factory.mktemp("map")
        Journaal(map_).write("a", "x.docx", "h", b"een")
        pad = map_ / JOURNAAL
        heel = pad.read_bytes()
        pad.write_bytes(heel + heel[: max(1, len(heel) - minder)])
        Journaal(map_).write("a", "y.docx", "h", b"twee")
        assert Journaal(map_).find("a").keys() == {"x.docx", "y.docx"}
        assert judge(map_, "h") is Bestandsstand.ACTUEEL

    @pytest.mark.parametrize(
        "regel", [b"\xff\xfe", b"[]", b"3", b"{}", json.dumps(dict.fromkeys(("map", "naam", "herkomst", "inhoud"), 3))]
    )
    def test_a_line_that_says_nothing(self, tmp_path: Path, regel: bytes | str) -> None:
        Journaal(tmp_path).write("a", "x.docx", "h", b"een")
        with (tmp_path / JOURNAAL).open("ab") as bestand:
            bestand.write(regel if isinstance(regel, bytes) else regel.encode())
            bestand.write(b"\n")
        assert judge(tmp_path, "h") is Bestandsstand.ACTUEEL

    @pytest.mark.parametrize("naam", ["../..", "..", "../b", "/b", ".", "", "a/b", "\0", "\ud800"])
    def test_a_line_that_leads_elsewhere(self, tmp_path: Path, naam: str) -> None:
        map_ = tmp_path / "map" / "hier"
        for plek in (map_ / "a", tmp_path, tmp_path / "map", tmp_path / "b"):
            plek.mkdir(parents=True, exist_ok=True)
            (plek / ".b.7.nieuw").touch()
        voor = set(tmp_path.rglob("*.nieuw"))
        for delen in ({"map": naam, "naam": "b"}, {"map": "a", "naam": naam}):
            (map_ / JOURNAAL).write_text(json.dumps({**delen, "herkomst": "h", "inhoud": "i"}) + "\n")
            with open_journaal(map_) as journaal:
                assert journaal.find(delen["map"]) == {}
        assert set(tmp_path.rglob("*.nieuw")) == voor

    def test_the_line_comes_first(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_text("een bestand")
        with pytest.raises(BestandError, match="deel van het pad is geen map"):
            Journaal(tmp_path).write("a", "x.docx", "h", b"een")


class TestOpen:
    """A run has the folder to itself, and clears what one before it left half done."""

    def test_one_at_a_time(self, tmp_path: Path) -> None:
        with open_journaal(tmp_path) as journaal:
            journaal.write("a", "x.docx", "h", b"een")
            with pytest.raises(BestandError, match="hierin werkt nu een andere opdracht"), open_journaal(tmp_path):
                pass
        with open_journaal(tmp_path) as journaal:
            assert journaal.find("a").keys() == {"x.docx"}

    def test_a_rest_of_what_was_written_last(self, tmp_path: Path) -> None:
        for naam in ("x.docx", "y.docx"):
            Journaal(tmp_path).write("a", naam, "h", b"een")
        for naam in (".y.docx.77.nieuw", ".x.docx.77.nieuw"):
            (tmp_path / "a" / naam).touch()
        with open_journaal(tmp_path):
            assert {pad.name for pad in (tmp_path / "a").glob(".*")} == {".x.docx.77.nieuw"}

    def test_a_folder_that_is_gone(self, tmp_path: Path) -> None:
        Journaal(tmp_path).write("a", "x.docx", "h", b"een").unlink()
        (tmp_path / "a").rmdir()
        with open_journaal(tmp_path) as journaal:
            assert journaal.find("a").keys() == {"x.docx"}


class TestTwoAtOnce:
    """Where no disk keeps two runs apart they leave whole files, and what both wrote is of both."""

    def test_with_other_documents(self, tmp_path: Path) -> None:
        een, ander = Journaal(tmp_path), Journaal(tmp_path)
        een.write("a", "x.docx", "h", b"een")
        with pytest.raises(BestandError, match="gewijzigd of niet door ivb gemaakt"):
            ander.write("a", "x.docx", "h2", b"twee")
        ander.write("a", "y.docx", "h", b"drie")
        assert Journaal(tmp_path).find("a").keys() == {"x.docx", "y.docx"}


class TestFolder:
    """A folder that cannot be used is told before anything is made."""

    def test_is_made(self, tmp_path: Path) -> None:
        Journaal(tmp_path / "b" / "c").write("a", "x.docx", "h", b"een")
        assert (tmp_path / "b" / "c" / "a" / "x.docx").is_file()

    def test_a_file_in_its_place(self, tmp_path: Path) -> None:
        (tmp_path / "b").touch()
        with pytest.raises(BestandError, match=r"ivb-alles\.jsonl: dit bestand is niet te gebruiken"):
            Journaal(tmp_path / "b")

    def test_a_journal_that_cannot_be_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        class Stuk(io.BytesIO):
            def __next__(self) -> bytes:
                raise OSError(errno.EIO, "stuk")

        monkeypatch.setattr(module, "_open_bestand", lambda _: Stuk())
        with pytest.raises(BestandError, match=r"ivb-alles\.jsonl: dit bestand is niet te lezen: "):
            Journaal(tmp_path)

    def test_a_journal_that_cannot_be_written_any_more(self, tmp_path: Path) -> None:
        journaal = Journaal(tmp_path)
        (tmp_path / JOURNAAL).unlink()
        (tmp_path / JOURNAAL).mkdir()
        with pytest.raises(BestandError, match=r"x\.docx: dit bestand is nu niet te schrijven: het is een map"):
            journaal.write("a", "x.docx", "h", b"een")
        assert not (tmp_path / "a" / "x.docx").exists()
