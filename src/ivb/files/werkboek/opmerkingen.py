"""Write what is wrong with a workbook as notes into a copy: each in its cell, and all of them on a sheet.

The user's own file is never written: openpyxl does not keep everything that others put into a workbook.
"""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, Final

from openpyxl.comments import Comment

from ivb.errors import BestandError, Melding
from ivb.files.werkboek.bladen import OPMERKINGENBLAD
from ivb.files.werkboek.lezen import Werkboekbron, open_openpyxl, read_bron
from ivb.files.werkboek.schrijven import MAXIMALE_TEKST
from ivb.files.werkboek.veiligheid import check_blad, check_cellen, open_delen, pack_delen, protect_teksten

_AUTEUR: Final = "ivb"
_BREEDTE, _HOOGTE = 360, 120
_GEWIJZIGD: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_KERN: Final = "docProps/core.xml"
_KOPPEN: Final = ("Blad", "Cel", "Opmerking")


def export_opmerkingen(bron: Werkboekbron, meldingen: Iterable[Melding]) -> bytes:
    """Give a copy of a workbook with messages as notes in their cells, and all of them on a sheet of their own.

    Args:
        bron: the workbook: a file, bytes, or a file object.
        meldingen: the messages; one without a cell stands on the sheet only.

    Raises:
        BestandError: it cannot be read, or is no workbook.
    """
    inhoud, naam = read_bron(bron)
    delen = open_delen(inhoud, naam)
    check_cellen(delen, naam)
    for pad, deel in delen.items():
        if pad.startswith("xl/worksheets/") and pad.endswith(".xml"):
            check_blad(deel, naam, pad)
    werkboek = open_openpyxl(protect_teksten(inhoud, delen), naam, read_only=False)
    alle = tuple(meldingen)
    for melding in alle:
        _note(werkboek, melding)
    _write_blad(werkboek, alle)
    uit = BytesIO()
    try:
        werkboek.save(uit)
    except Exception as fout:  # openpyxl cannot write everything that it reads
        raise BestandError(f"{naam}: van dit werkboek is geen kopie te maken; de opmerkingen staan hierboven") from fout
    return _maak_gelijk(uit.getvalue(), naam)


def _note(werkboek: Any, melding: Melding) -> None:  # noqa: ANN401  a workbook of openpyxl
    plaats = melding.plaats
    if plaats is None or plaats.cel is None or plaats.blad not in werkboek.sheetnames:
        return
    cel = werkboek[plaats.blad][plaats.cel]
    if not hasattr(type(cel), "comment") or type(cel).__name__ == "MergedCell":
        return
    eerder = f"{cel.comment.text}\n" if cel.comment else ""
    cel.comment = Comment((eerder + melding.boodschap)[:MAXIMALE_TEKST], _AUTEUR, width=_BREEDTE, height=_HOOGTE)


def _write_blad(werkboek: Any, meldingen: Sequence[Melding]) -> None:  # noqa: ANN401  idem
    if OPMERKINGENBLAD in werkboek.sheetnames:
        del werkboek[OPMERKINGENBLAD]
    blad = werkboek.create_sheet(OPMERKINGENBLAD, 0)
    werkboek.active = 0
    for kolom, breedte in zip("ABC", (16, 8, 120), strict=True):
        blad.column_dimensions[kolom].width = breedte
    rijen = [_KOPPEN, *(_als_rij(melding) for melding in meldingen)]
    for nummer, rij in enumerate(rijen, start=1):
        for plek, tekst in enumerate(rij, start=1):
            cel = blad.cell(nummer, plek)
            cel.value = tekst
            cel.data_type = "s"  # text that starts with = stays text


def _als_rij(melding: Melding) -> tuple[str, str, str]:
    blad, cel = (melding.plaats.blad, melding.plaats.cel) if melding.plaats else (None, None)
    tekst = (
        melding.boodschap
        if cel
        else " ".join(filter(None, (f"{melding.pad}:" if melding.pad else "", melding.boodschap)))
    )
    return blad or "", cel or "", tekst[:MAXIMALE_TEKST]


def _maak_gelijk(inhoud: bytes, naam: str) -> bytes:
    """Take the clock out of what openpyxl wrote, so that the same copy has the same bytes."""
    delen = open_delen(inhoud, naam)
    delen[_KERN] = _GEWIJZIGD.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", delen[_KERN])
    return pack_delen(delen)
