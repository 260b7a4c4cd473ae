"""Check any Word file for accessibility and soundness.

What the structure of a file tells is checked: headings, tables, pictures, links, lists, language, properties, and what
makes a program stumble. Each kind of finding, with how to mend it and what asks for it, stands in ``soorten``. Out of
reach is what only a human sees: whether a text explains its picture, whether a colour in running text means something,
whether an English sentence is marked as English, whether the text is clear.
"""

import os
from collections.abc import Callable, Iterator
from typing import Final

from ivb.bevindingen import Documentbevinding, Ernst
from ivb.documents.toegankelijkheid import alineas, beeld, eigenschappen, gaafheid, koppelingen, koppen, tabellen
from ivb.documents.toegankelijkheid.soorten import find_bevindingsoort
from ivb.documents.toegankelijkheid.vondst import Vondst
from ivb.documents.word.inhoud import Inhoud, read_inhoud
from ivb.documents.word.pakket import open_bestand
from ivb.rules.checks.openbaar import W2

CONTROLES: Final[tuple[Callable[[Inhoud], Iterator[Vondst]], ...]] = (
    gaafheid.check_onderdelen,
    eigenschappen.check_titel,
    eigenschappen.check_taal,
    eigenschappen.check_datums,
    koppen.check_volgorde,
    koppen.check_lege_koppen,
    koppen.check_koppen_ontbreken,
    koppen.check_nagemaakte_koppen,
    gaafheid.check_stijlen,
    alineas.check_lege_alineas,
    alineas.check_witruimte,
    alineas.check_getypte_tabellen,
    alineas.check_getypte_lijsten,
    alineas.check_tekstvakken,
    eigenschappen.check_taal_van_delen,
    beeld.check_afbeeldingen,
    beeld.check_gekleurde_cellen,
    beeld.check_gekleurde_tekens,
    koppelingen.check_koppelingen,
    tabellen.check_tabellen,
    gaafheid.check_tabelbouw,
    gaafheid.check_bladwijzers,
    gaafheid.check_noten,
    gaafheid.check_tags,
)
"""Every check; what it finds at one place comes in this order."""


def audit_document(docx: bytes | str | os.PathLike[str]) -> tuple[Documentbevinding, ...]:
    """Check a Word file (.docx) for accessibility and soundness, and give all that is found, in reading order.

    What is certainly wrong breaks rule W2 of the checks, and says so.

    Args:
        docx: the file, or where it is.

    Raises:
        SjabloonError: it is no Word document, or holds something that ``ivb`` does not let pass: macros, a bomb.
        BestandError: it is not there, or cannot be read.

    >>> from ivb import render_raadsbrief, voorbeeld
    >>> dossier = voorbeeld()
    >>> audit_document(render_raadsbrief(dossier, dossier.raadsbrieven[0]))
    ()
    """
    inhoud = read_inhoud(open_bestand(docx))
    vondsten = [vondst for controle in CONTROLES for vondst in controle(inhoud)]
    return tuple(map(_make_bevinding, sorted(vondsten, key=lambda vondst: vondst.positie)))


def _make_bevinding(vondst: Vondst) -> Documentbevinding:
    soort = find_bevindingsoort(vondst.code)
    boodschap = f"{vondst.wat or soort.wat}; {soort.herstel}"
    return Documentbevinding(
        code=soort.code,
        ernst=soort.ernst,
        plaats=vondst.plaats,
        boodschap=boodschap,
        bron=soort.bron,
        regel=W2.code if soort.ernst is Ernst.FOUT else None,
    )
