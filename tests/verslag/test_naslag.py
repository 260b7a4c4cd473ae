"""The pages on the rules are made from the rules."""

import re

import attrs
import pytest
from markdown_it import MarkdownIt

from ivb import REGELS, Ernst, Regel, Regeltekst, parse_datum
from ivb.sources import Bron
from ivb.verslag.naslag import make_pagina, make_paginas

PAGINAS = make_paginas()


class TestIndex:
    """The list names every rule once, in its area."""

    def test_every_rule_has_a_page_and_a_row(self) -> None:
        assert PAGINAS.keys() == {"index.md", *(f"{regel.code}.md" for regel in REGELS)}
        rijen = re.findall(r"^\| \[(\w+)\]\((\w+)\.md\) \| (\w+) \| (.+) \|$", PAGINAS["index.md"], flags=re.MULTILINE)
        assert {(code, code, str(ernst)) for code, _, ernst, _ in rijen} == {
            (regel.code, regel.code, str(regel.ernst)) for regel in REGELS
        }
        assert all(code == blad for code, blad, _, _ in rijen)
        assert re.findall(r"^## (.+)$", PAGINAS["index.md"], flags=re.MULTILINE)[-1] == "Verantwoording van de controle"

    def test_the_same_every_time(self) -> None:
        assert make_paginas() == PAGINAS


class TestPage:
    """A page tells all that an adviser asks of a rule."""

    @pytest.mark.parametrize("regel", REGELS, ids=lambda regel: regel.code)
    def test_of_every_rule(self, regel: Regel) -> None:
        pagina = PAGINAS[f"{regel.code}.md"]
        koppen = [deel.content for deel in MarkdownIt().parse(pagina) if deel.type == "inline" and deel.level == 1]
        assert koppen[0].startswith(f"{regel.code} ")
        for kop in ("Wat de regel nagaat", "Waarom", "Wat u te lezen krijgt", "Herstel", "Voorbeeld waarin het mis is"):
            assert f"\n## {kop}\n" in pagina
        blokken = [deel.content for deel in MarkdownIt().parse(pagina) if deel.type == "fence"]
        assert blokken == [f"{tekst.rstrip()}\n" for tekst in (regel.tekst.fout, regel.tekst.goed)]

    def test_with_hardly_a_word(self) -> None:
        regel = Regel(
            code="X1",
            ernst=Ernst.INFO,
            tekst=Regeltekst(titel="Kaal_en_kort", bericht="Actie {actie}: *{wat}*."),
            bron=Bron(titel="Gids", url="https://example.org"),
            vanaf=parse_datum("2024-01-01"),
        )
        zonder_bron = attrs.evolve(regel, bron=None, vanaf=None)
        assert "\n- **Gebied:** Eigen regels\n- **Geldt vanaf:** altijd\n" in make_pagina(zonder_bron)
        assert make_pagina(regel) == (
            r"""# X1 Kaal\_en\_kort

- **Ernst:** info
- **Gebied:** Eigen regels
- **Bron:** Gids (<https://example.org>)
- **Geldt vanaf:** 1 januari 2024

## Wat u te lezen krijgt

- Actie *actie*: \**wat*\*.
"""
        )
