from collections.abc import Callable
from typing import Any

import pytest

import ivb
from ivb import DocumentError
from ivb.documents.basis.inhoud import INHOUDEN
from ivb.documents.sjabloon.velden import Pad
from ivb.documents.stukken.jaarplan import view_jaarplan
from ivb.documents.stukken.raadsbrief import view_raadsbrief
from ivb.documents.stukken.weergave import Weergave, iter_velden, to_velden
from ivb.documents.stukken.weergaven import WEERGAVEN, find_weergave
from ivb.documents.word.opmaak import Alinea, Opmaak
from tests.documents.dossiers import VOORBEELDSTAD

BEGIN = """\
# Velden van een sjabloon

Dit zijn de velden die een sjabloon van elk document mag gebruiken; `ivb sjabloon velden DOCUMENT` toont ze ook. Wat
moet, mag in een sjabloon niet ontbreken: zonder dat zegt het stuk niet alles. Hoe u een veld typt, staat bij
[een eigen huisstijl](../how-to/huisstijl.md).

Een veld achter een > hoort bij elk onderdeel van de lijst, of bij de groep, die ervoor staat.
"""


def write_pagina() -> str:
    """Write the page with the fields of every document."""
    regels = [BEGIN]
    for document, weergave in WEERGAVEN.items():
        regels += [f"## {document.capitalize()}", "", "| Veld | Soort | Wat het is | Moet |", "|---|---|---|---|"]
        for een in iter_velden(weergave):
            regels.append(f"| `{een}` | {een.uitleg} | {een.veld.betekenis} | {een.veld.plicht} |")
        regels.append("")
    return "\n".join(regels)


class TestDocuments:
    """Every document has a view and a template."""

    def test_each_has_a_template(self) -> None:
        assert WEERGAVEN.keys() == INHOUDEN.keys()

    def test_no_such_document(self) -> None:
        with pytest.raises(DocumentError, match="'brief' is geen document van ivb; wel: beleid, jaarplan, notitie"):
            find_weergave("brief")

    def test_the_page_tells_of_every_field(self, golden: Callable[[str, str], None]) -> None:
        golden("../../docs/reference/velden.md", write_pagina())


def find_opmaak(waarde: Any, pad: Pad) -> list[Opmaak]:  # noqa: ANN401  what lies in a place of plain fields
    """Find the formatted texts in a place."""
    if not pad:
        return [waarde]
    items = waarde if pad[0] is None else [waarde[pad[0]]]
    return [opmaak for item in items for opmaak in find_opmaak(item, pad[1:])]


class TestOneParagraph:
    """What is said to be always one paragraph is, in the examples."""

    @pytest.mark.parametrize("dossier", [ivb.voorbeeld(), VOORBEELDSTAD], ids=["voorbeeld", "voorbeeldstad"])
    def test_it_is(self, dossier: ivb.Dossier) -> None:
        weergaven: list[Weergave] = [view_raadsbrief(dossier, brief, concept=True) for brief in dossier.raadsbrieven]
        weergaven += [view_jaarplan(dossier, plan, concept=True) for plan in dossier.jaarplannen]
        for weergave in weergaven:
            paden = [regel.pad for regel in iter_velden(type(weergave)) if regel.veld.een_alinea]
            teksten = [tekst for pad in paden for tekst in find_opmaak(to_velden(weergave), pad)]
            assert teksten
            assert all(len(tekst.blokken) <= 1 for tekst in teksten)
            assert all(isinstance(blok, Alinea) for tekst in teksten for blok in tekst.blokken)
