"""The pieces that a template is built from, as WordprocessingML: paragraphs, choices, repetitions and tables.

A table is a real one: its header row is marked and repeated on every page, no row is broken over two, and it has a
title for who cannot see it (ECMA-376 part 1, 17.4).
"""

from typing import NamedTuple

BREEDTE_STAAND = 9298
BREEDTE_LIGGEND = 14230
"""How wide the text is on a page, in twentieths of a point."""


class Kolom(NamedTuple):
    """A column of a table.

    Attributes:
        kop: its heading.
        deel: its share of the width of the table.
        inhoud: the paragraphs of a cell, as XML.
        kleur: the field with the colour of a cell, if it has one.
        getal: whether it holds numbers, which stand under each other on the right.
    """

    kop: str
    deel: int
    inhoud: str
    kleur: str = ""
    getal: bool = False


def make_getalkolom(kop: str, deel: int, veld: str) -> Kolom:
    """Make a column of numbers."""
    return Kolom(kop, deel, format_alinea("Tabelgetal", f"{{{{ {veld} }}}}"), getal=True)


def format_alinea(stijl: str, tekst: str) -> str:
    """Write a paragraph in a style; without one, in that of the text."""
    begin = f'<w:pPr><w:pStyle w:val="{stijl}"/></w:pPr>' if stijl else ""
    return f"<w:p>{begin}<w:r><w:t>{tekst}</w:t></w:r></w:p>"


def format_cel(*teksten: str) -> str:
    """Write the paragraphs of a cell."""
    return "".join(format_alinea("Tabeltekst", tekst) for tekst in teksten)


def format_per(naam: str, lijst: str, inhoud: str) -> str:
    """Repeat paragraphs and tables for every item of a list."""
    return format_alinea("", f"{{%p for {naam} in {lijst} %}}") + inhoud + format_alinea("", "{%p endfor %}")


def format_als(voorwaarde: str, inhoud: str) -> str:
    """Write paragraphs and tables only where a field is filled."""
    return format_alinea("", f"{{%p if {voorwaarde} %}}") + inhoud + format_alinea("", "{%p endif %}")


def format_deel(niveau: int, kop: str, veld: str, inhoud: str = "") -> str:
    """Write a heading with what stands under it, where that is anything; by default a formatted text."""
    return format_als(
        veld, format_alinea(f"Heading{niveau}", kop) + (inhoud or format_alinea("", f"{{{{p {veld} }}}}"))
    )


def format_tabel(titel: str, naam: str, lijst: str, kolommen: tuple[Kolom, ...], breedte: int = BREEDTE_STAAND) -> str:
    """Write a table with a row for every item of a list, under its header row.

    Args:
        titel: what the table is, for who cannot see it.
        naam: what an item is called in the cells.
        lijst: the field with the items.
        kolommen: the columns.
        breedte: how wide the table is.
    """
    geheel = sum(kolom.deel for kolom in kolommen)
    breedten = [breedte * kolom.deel // geheel for kolom in kolommen]
    rooster = "".join(f'<w:gridCol w:w="{maat}"/>' for maat in breedten)
    kop = [format_alinea("Tabelkopgetal" if kolom.getal else "Tabelkop", kolom.kop) for kolom in kolommen]
    rij = [kolom.inhoud.replace("<w:t>", f"<w:t>{_format_kleur(kolom)}", 1) for kolom in kolommen]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Tabel"/><w:tblW w:w="{sum(breedten)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{titel}"/></w:tblPr><w:tblGrid>{rooster}</w:tblGrid>'
        + _format_rij(breedten, kop, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
        + _format_rij(
            breedten, [format_cel(f"{{%tr for {naam} in {lijst} %}}"), *[format_cel("")] * (len(kop) - 1)], ""
        )
        + _format_rij(breedten, rij, "<w:trPr><w:cantSplit/></w:trPr>")
        + _format_rij(breedten, [format_cel("{%tr endfor %}"), *[format_cel("")] * (len(kop) - 1)], "")
        + "</w:tbl>"
    )


def _format_kleur(kolom: Kolom) -> str:
    return f"{{% cellbg {kolom.kleur} %}}" if kolom.kleur else ""


def _format_rij(breedten: list[int], cellen: list[str], eigenschappen: str) -> str:
    inhoud = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{maat}" w:type="dxa"/></w:tcPr>{cel}</w:tc>'
        for maat, cel in zip(breedten, cellen, strict=True)
    )
    return f"<w:tr>{eigenschappen}{inhoud}</w:tr>"
