"""A dossier is read from a file, a folder, bytes, a file object or a mapping; what cannot be read says why."""

import io
from pathlib import Path
from types import MappingProxyType

import pytest

from ivb.errors import BestandError, Plaats
from ivb.files import source
from ivb.files.source import find_bestanden, read_bestand, read_bomen


class TestKinds:
    """The content tells whether it is JSON, unless the name says it is YAML."""

    @pytest.mark.parametrize(
        "bron",
        [
            {"a": "x"},
            b"a: x",
            b"{a: x}",
            b'{"a": "x"}',
            io.BytesIO(b"a: x"),
            io.StringIO("a: x"),
            b"\xef\xbb\xbfa: x\r\n",
        ],
    )
    def test_in_memory(self, bron: source.Bron) -> None:
        (boom,) = read_bomen(bron)
        assert boom.waarden == {"a": "x"}

    def test_a_text_with_half_a_character(self) -> None:
        (boom,) = read_bomen(io.StringIO("a: \ud800"))
        assert [fout.code for fout in boom.fouten] == ["geen-utf-8"]

    def test_a_mapping_of_somebody_else(self) -> None:
        (boom,) = read_bomen({"a": ({"b": "x"},), 1: MappingProxyType({"c": None})})  # type: ignore[dict-item]
        assert boom.waarden == {"a": [{"b": "x"}], "1": {"c": None}}

    @pytest.mark.parametrize("bron", [None, 3, [1]])
    def test_anything_else(self, bron: object) -> None:
        with pytest.raises(TypeError, match="een dossier is een pad, bytes, een bestand of een mapping"):
            read_bomen(bron)  # type: ignore[arg-type]

    def test_file(self, tmp_path: Path) -> None:
        pad = tmp_path / "d.json"
        pad.write_text('{"a": 1}')
        assert read_bomen(pad)[0].waarden == read_bomen(str(pad))[0].waarden == {"a": 1}

    def test_a_json_file_is_json_whatever_is_in_it(self, tmp_path: Path) -> None:
        pad = tmp_path / "d.json"
        pad.write_text("a: 1")
        assert read_bomen(pad)[0].fouten[0].code == "json"

    def test_yaml_that_looks_like_json_is_yaml(self, tmp_path: Path) -> None:
        pad = tmp_path / "d.yaml"
        pad.write_text("{a: 1}")
        assert read_bomen(pad)[0].waarden == {"a": "1"}

    def test_a_file_object_keeps_its_name(self, tmp_path: Path) -> None:
        pad = tmp_path / "d.yaml"
        pad.write_text("a: x")
        with pad.open("rb") as bestand:
            assert read_bomen(bestand)[0].merken().plaats == Plaats(str(pad), 1, 1)

    def test_folder_in_the_order_of_the_names(self, tmp_path: Path) -> None:
        for naam in ("b.yml", "a.yaml", ".verborgen.yaml", "noot.txt"):
            (tmp_path / naam).write_text("a: x")
        assert [pad.name for pad in find_bestanden(tmp_path)] == ["a.yaml", "b.yml"]


class TestUnreadable:
    """What cannot be read at all is one error, in Dutch."""

    def test_missing(self, tmp_path: Path) -> None:
        with pytest.raises(BestandError, match="bestaat niet; controleer de naam"):
            read_bestand(tmp_path / "weg.yaml")

    def test_empty_folder(self, tmp_path: Path) -> None:
        with pytest.raises(BestandError, match="in deze map staat geen dossier"):
            find_bestanden(tmp_path)

    def test_a_folder_that_may_not_be_looked_into(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        def weiger(*_: object) -> None:
            raise PermissionError(13, "x")

        monkeypatch.setattr(Path, "iterdir", weiger)
        with pytest.raises(BestandError, match="deze map is niet te lezen: het mag niet"):
            find_bestanden(tmp_path)

    @pytest.mark.parametrize(
        ("fout", "boodschap"),
        [(PermissionError(13, "x"), "sluit het in Word, Excel"), (OSError(5, "schijf stuk"), "weigert het")],
    )
    def test_held_by_another_program(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fout: OSError, boodschap: str
    ) -> None:
        def weiger(*_: object) -> None:
            raise fout

        monkeypatch.setattr(Path, "open", weiger)
        with pytest.raises(BestandError, match=boodschap):
            read_bestand(tmp_path / "d.yaml")


class TestBytes:
    """A file that is no dossier says so as a message with its place."""

    @pytest.mark.parametrize(
        ("inhoud", "code", "plaats"),
        [
            (b"a: x\nb: caf\xe9\n", "geen-utf-8", Plaats("<bytes>", 2, 7)),
            (b"\xff\xfea\x00", "geen-utf-8", Plaats("<bytes>", 1, 1)),
            (b"", "leeg", Plaats("<bytes>")),
            (b" \n", "leeg", Plaats("<bytes>")),
            (b"# alleen commentaar\n", "leeg", Plaats("<bytes>")),
        ],
    )
    def test_refused(self, inhoud: bytes, code: str, plaats: Plaats) -> None:
        (fout,) = read_bomen(inhoud)[0].fouten
        assert (fout.code, fout.plaats) == (code, plaats)

    def test_of_absurd_size(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(source, "MAX_BYTES", 2**20)
        (fout,) = read_bomen(b"#" * (2**20 + 1))[0].fouten
        assert fout.code == "te-groot"
        assert "groter dan 1 MB" in fout.boodschap

    def test_no_more_is_read_than_that(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(source, "MAX_BYTES", 10)
        bron = io.BytesIO(b"#" * 1000)
        read_bomen(bron)
        assert bron.tell() == 11
