"""YAML without its traps: every scalar is text, a key stands once, and nothing refers to elsewhere (FAULTS of YAML)."""

import pytest

from ivb.errors import Plaats
from ivb.files import tree, yaml_reader
from ivb.files.yaml_reader import read_yaml


def codes(tekst: str) -> list[tuple[str, int | None, int | None]]:
    fouten = read_yaml(tekst, "f.yaml").fouten
    return [(fout.code, fout.plaats and fout.plaats.regel, fout.plaats and fout.plaats.kolom) for fout in fouten]


class TestScalars:
    """What stands there is what is read; the schema says what it spells."""

    @pytest.mark.parametrize(
        "tekst", ["no", "on", "12:30", "010", "1.000", "1e3", "2024-01-01", ".inf", "0x1F", "=", "<<"]
    )
    def test_words_and_numbers_stay_text(self, tekst: str) -> None:
        assert read_yaml(f"x: {tekst}", "f").waarden == {"x": tekst}

    @pytest.mark.parametrize("niets", ["", "~", "null", "Null", "NULL"])
    def test_nothing_is_nothing(self, niets: str) -> None:
        assert read_yaml(f"x: {niets}\ny: 1", "f").waarden == {"x": None, "y": "1"}

    @pytest.mark.parametrize("tekst", ["'null'", '"null"', "|-\n  null"])
    def test_between_quotes_it_is_a_word(self, tekst: str) -> None:
        assert read_yaml(f"x: {tekst}", "f").waarden == {"x": "null"}

    def test_line_ends_of_windows_are_fine(self) -> None:
        assert read_yaml("x: |\r\n  een\r\n  twee\r\n", "f").waarden == {"x": "een\ntwee\n"}


class TestComments:
    """A # behind a blank begins a comment; without a blank behind it, it may have been meant as text."""

    def test_a_number_that_became_a_comment_is_suspicious(self) -> None:
        boom = read_yaml("x: zaak #5\ny: 'zaak #5'\nz: zaak  # noot\n", "f.yaml")
        assert boom.waarden == {"x": "zaak", "y": "zaak #5", "z": "zaak"}
        (waarschuwing,) = boom.waarschuwingen
        assert (waarschuwing.code, waarschuwing.plaats) == ("commentaar", Plaats("f.yaml", 1, 8))
        assert "aanhalingstekens" in waarschuwing.boodschap

    def test_elsewhere_it_is_not(self) -> None:
        tekst = "#x\nx: zaak\n  #y\ny: |\n  a #5\n"
        assert not read_yaml(tekst, "f").waarschuwingen


class TestRefused:
    """What a dossier does not need is refused, with its place and what would be right."""

    @pytest.mark.parametrize(
        ("tekst", "code", "regel", "kolom"),
        [
            ("a: 1\na: 2", "dubbele-sleutel", 2, 1),
            ("a: &x 1\nb: 2", "anker", 1, 4),
            ("a: &x {b: 1}", "anker", 1, 4),
            ("a: &x [1]", "anker", 1, 4),
            ("a: !!str 1", "tag", 1, 4),
            ("a: !!python/object:os.system x", "tag", 1, 4),
            ("a: 1\n---\nb: 2", "meer-documenten", 2, 1),
            ("? [x]\n: y", "sleutel", 1, 3),
            ("a: b: c", "yaml", 1, 5),
            ("a:\n\t- x", "yaml", 2, 1),
            ('a: "x', "yaml", 1, 6),
            ("a: [1, 2", "yaml", 2, 1),
            ("a: \x07", "teken", 1, 4),
        ],
    )
    def test_refused(self, tekst: str, code: str, regel: int, kolom: int) -> None:
        assert codes(tekst) == [(code, regel, kolom)]

    def test_alias(self) -> None:
        assert codes("a: &x 1\nb: *x") == [("anker", 1, 4), ("alias", 2, 4)]
        assert codes("a: &x 1\n*x : 2")[-1] == ("alias", 2, 1)

    def test_a_problem_without_a_translation_is_told_as_it_is(self) -> None:
        (fout,) = read_yaml("%YAML 9.9\n---\na: 1", "f").fouten
        assert "niet te lezen" in fout.boodschap

    def test_a_bomb_does_not_go_off(self) -> None:
        regels = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
        assert {code for code, _, _ in codes("\n".join(regels))} == {"anker", "alias"}

    def test_deep_nesting_is_refused_not_crashed_on(self) -> None:
        assert codes("[" * 100_000)[0][0] == "te-diep"
        assert codes("".join(f"{' ' * n}a:\n" for n in range(60)))[0][0] == "te-diep"

    @pytest.mark.parametrize("probleem", ["exceeded maximum nesting depth", "exceeded maximum nesting depth of 1000"])
    def test_a_parser_with_a_limit_of_its_own_says_the_same(self, probleem: str) -> None:
        assert yaml_reader._explain(probleem) == ("te-diep", tree.TE_DIEP)

    def test_too_many_values(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(yaml_reader, "MAX_WAARDEN", 100)
        assert codes("[" + "x," * 200 + "]")[0][0] == "te-groot"

    def test_the_first_of_two_keys_counts_and_all_is_told(self) -> None:
        boom = read_yaml("a: 1\na: {b: 1}\nc: 3\nc: 4", "f")
        assert boom.waarden == {"a": "1", "c": "3"}
        assert [fout.code for fout in boom.fouten] == ["dubbele-sleutel"] * 2
