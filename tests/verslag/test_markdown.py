"""A work document in Markdown that nothing in a dossier can break."""

import datetime
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import ivb
from ivb import Ernst, Regel, Regeltekst, check, format_markdown
from ivb.sources import Bron
from ivb.verslag.markdown import escape_markdown, format_bron, format_code, format_tabel
from tests.verslag.dossiers import DAG, schrijf

LEZER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TEKENS = st.sampled_from("\\`*_{}[]()<>#|~&$!+-.=:%1a \n") | st.characters(
    codec="utf-8", exclude_categories=["Cc", "Cf", "Cn", "Co", "Zl", "Zp"]
)
TEKSTEN = st.builds(
    "{}{}{}".format, st.text(TEKENS, max_size=15), st.sampled_from("a#-1*"), st.text(TEKENS, max_size=15)
)


def lees(markdown: str) -> str:
    """Read the text of Markdown that has one block, with nothing but text in it."""
    inhoud = [deel for deel in LEZER.parse(markdown) if deel.type == "inline"]
    (deel,) = inhoud
    assert {kind.type for kind in deel.children or ()} <= {"text", "text_special"}
    return "".join(kind.content for kind in deel.children or ())


class TestEscape:
    """Any text comes out of Markdown as it went in, but for the white space."""

    @given(TEKSTEN)
    def test_in_a_paragraph_an_item_and_a_heading(self, tekst: str) -> None:
        verwacht = " ".join(tekst.split())
        for voor in ("", "- ", "## "):
            assert " ".join(lees(f"{voor}{escape_markdown(tekst)}").split()) == verwacht

    @given(st.lists(TEKSTEN, min_size=3, max_size=3))
    def test_in_a_table(self, cellen: list[str]) -> None:
        html = LEZER.render(format_tabel(["a", "b", "c"], [cellen]))
        assert html.count("<td>") == 3
        assert html.count("<tr>") == 2

    @given(TEKSTEN)
    def test_as_code(self, tekst: str) -> None:
        html = LEZER.renderInline(format_code(" ".join(tekst.split())))
        assert html.startswith("<code>")
        assert html.endswith("</code>")
        assert html.count("<") == 2

    def test_a_source_with_a_link(self) -> None:
        bron = Bron(titel="Wet *x*", vindplaats="art. 1", url="https://example.org")
        assert format_bron(bron) == r"Wet \*x\*, art. 1 (<https://example.org>)"


class TestFormatMarkdown:
    """By severity, then by rule; and where each action went when there is more than one plan."""

    def test_the_whole(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        schrijf(tmp_path)
        lezing = ivb.read_dossier("mijn dossier.yaml")
        gevonden = [een for een in check(lezing.dossier, peildatum=DAG) if een.code in {"A1", "A3"}]
        assert format_markdown(lezing.dossier, gevonden, lezing.plaatsen, peildatum=DAG) == (
            r"""# Controle van het dossier van Stad \| \*b\*

Op 1 juli 2025: 1 fout, 1 waarschuwing.

## Fouten

### A3 Oranje of rood zonder uitleg

- Actie A2 staat op 15 januari 2025 op rood, maar zonder oorzaak, gevolg en bijsturing; vul dat aan. """
            r"""(`mijn dossier.yaml:15:5`, `voortgang[0]`)

**Herstel.** Vul oorzaak, gevolg en bijsturing in bij dezelfde melding.

**Waarom.** Een kleur alleen zegt de raad niet wat er aan de hand is en wat het college eraan doet.

**Bron.** voortgangsrapportage van Leiden, toelichting bij oranje en rood

## Waarschuwingen

### A1 Actie zonder trekker

- Actie A1 (Schouw \| \*x\*) heeft geen trekker; noem de rol die haar trekt. """
            r"""(`mijn dossier.yaml:8:9`, `jaarplannen[2024].acties[A1].trekker`)

**Herstel.** Vul trekker in met een rol, zoals adviseur veiligheid. Een naam hoort hier niet.

**Waarom.** Wat niemand trekt, blijft liggen; en de raad kan niemand aanspreken.

**Bron.** rekenkameronderzoek naar integraal veiligheidsbeleid, Rijssen-Holten, 2024

## Waar elke actie bleef

Stand op 1 juli 2025; een plan dat er dan nog niet is, staat er niet bij.

| Jaarplan | Actie | Titel | Wat ervan werd | Verder in | Misschien nu |
| --- | --- | --- | --- | --- | --- |
| 2024 | A1 | Schouw \| \*x\* | verdwenen |  |  |
| 2025 | A2 | Schoüw gaat één | loopt nog |  |  |
"""
        )

    def test_nothing_and_one_plan(self, tmp_path: Path) -> None:
        dossier = ivb.load(schrijf(tmp_path))
        dossier = attrs.evolve(dossier, jaarplannen=dossier.jaarplannen[1:])
        tekst = format_markdown(dossier, [], peildatum=DAG)
        assert tekst.splitlines()[2:] == ["Op 1 juli 2025: niets gevonden."]

    def test_a_rule_with_hardly_a_word(self, tmp_path: Path) -> None:
        kaal = Regel(code="X1", ernst=Ernst.INFO, tekst=Regeltekst(titel="Kaal", bericht="Hier."))
        dossier = attrs.evolve(ivb.load(schrijf(tmp_path)), jaarplannen=(), voortgang=())
        tekst = format_markdown(dossier, [kaal.meld("")], peildatum=DAG)
        assert tekst.endswith("## Ter informatie\n\n### X1 Kaal\n\n- Hier.\n")

    def test_a_day_is_no_moment(self, tmp_path: Path) -> None:
        moment = datetime.datetime(2025, 7, 1, tzinfo=datetime.UTC)
        with pytest.raises(TypeError):
            format_markdown(ivb.load(schrijf(tmp_path)), [], peildatum=moment)
