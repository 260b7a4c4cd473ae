from collections.abc import Callable

import pytest

from ivb import DocumentError
from ivb.documents.basis.inhoud import INHOUDEN
from ivb.documents.stukken.weergave import iter_velden
from ivb.documents.stukken.weergaven import WEERGAVEN, find_weergave

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
            regels.append(f"| `{een}` | {een.soort} | {een.veld.betekenis} | {een.veld.plicht} |")
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
