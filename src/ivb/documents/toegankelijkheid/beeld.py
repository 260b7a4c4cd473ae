"""Pictures and colour: a text for every picture (EN 301 549, 10.1.1.1), and nothing by colour alone (10.1.4.1).

A picture is a drawing (ECMA-376 part 1, 20) or a VML shape of older Word. One that is marked as decorative needs no
text, nor does one that holds text itself.
"""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from ivb.documents.toegankelijkheid.vondst import Vondst, vind, vind_bij
from ivb.documents.word.inhoud import TEKSTVAK, Inhoud, Tabel, W, kort, read_celtekst, read_tekst

_DOCPR: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIEF: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_VML: Final = "{urn:schemas-microsoft-com:vml}"
_VORMEN: Final = frozenset(
    f"{_VML}{naam}"
    for naam in ("shape", "rect", "oval", "line", "polyline", "roundrect", "curve", "arc", "image", "group")
)
_LIJN: Final = "{urn:schemas-microsoft-com:office:office}hr"
_AAN: Final = frozenset({"1", "true", "t"})
_GEEN_ALT: Final = re.compile(
    r"(afbeelding|beeld|foto|plaatje|figuur|grafiek|tekening|picture|image|photo|graphics?|img|dsc|logo)[ _-]*[0-9]*"
    r"|\S*\.(png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp)"
)
_BLOKTEKENS: Final = frozenset(
    "\u25a0\u25a1\u25aa\u25ab\u25ac\u25b2\u25b6\u25bc\u25c0\u25c6\u25c7\u25cb\u25cf\u25d8\u25fc\u25fe\u2588\u2b1b\u2b24\u26ab\u2b50\u2605"
)
_ZONDER_KLEUR: Final = frozenset({"", "auto", "FFFFFF", "000000"})


def check_afbeeldingen(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that every picture has a text that says something, or is decorative."""
    for deel in inhoud.delen:
        for beeld in deel.wortel.iter(_DOCPR, *_VORMEN):
            alt = _read_alt(beeld)
            if alt is None:
                continue
            if not alt:
                yield vind_bij("alt-ontbreekt", deel, beeld)
            elif _GEEN_ALT.fullmatch(alt.casefold()):
                yield vind_bij(
                    "alt-nietszeggend", deel, beeld, f"de alternatieve tekst ‘{kort(alt)}’ zegt niet wat er te zien is"
                )


def _read_alt(beeld: etree._Element) -> str | None:
    """Read the text of a picture; ``None`` when it needs none."""
    if beeld.tag == _DOCPR:
        teksten = [beeld.get("descr"), beeld.get("title")]
        decoratief = any(merk.get("val") in _AAN for merk in beeld.iter(_DECORATIEF))
        houder = beeld.getparent()
    else:
        decoratief = beeld.get(_LIJN) in _AAN or any(ouder.tag in _VORMEN for ouder in beeld.iterancestors())
        houder = beeld
        teksten = [beeld.get("alt"), beeld.get("title"), *(pad.get("string") for pad in beeld.iter(f"{_VML}textpath"))]
    if decoratief or (houder is not None and next(houder.iter(TEKSTVAK), None) is not None):
        return None
    return next((tekst.strip() for tekst in teksten if tekst and tekst.strip()), "")


def check_gekleurde_cellen(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that no cell without a text has a colour of its own in its row."""
    for deel in inhoud.delen:
        for tabel in deel.tabellen:
            for rij, (_, cellen) in enumerate(tabel.rijen, 1):
                yield from _check_rij(tabel, rij, cellen)


def _check_rij(tabel: Tabel, rij: int, cellen: tuple[etree._Element, ...]) -> Iterator[Vondst]:
    kleuren = [_read_vulling(cel.find(f"{W}tcPr/{W}shd")) for cel in cellen]
    for kolom, (cel, kleur) in enumerate(zip(cellen, kleuren, strict=True), 1):
        eigen = kleur not in _ZONDER_KLEUR and (len(cellen) == 1 or len(set(kleuren)) > 1)
        if eigen and not read_celtekst(cel) and next(cel.iter(_DOCPR, *_VORMEN), None) is None:
            yield vind("cel-alleen-kleur", tabel, f"de cel in rij {rij}, kolom {kolom} zegt alleen met haar kleur iets")


def _read_vulling(arcering: etree._Element | None) -> str:
    if arcering is None:
        return ""
    return "thema" if arcering.get(f"{W}themeFill") else arcering.get(f"{W}fill", "").upper().replace("AUTO", "auto")


def check_gekleurde_tekens(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that no coloured sign stands alone, such as a red dot in a cell, and no coloured blanks."""
    for deel in inhoud.delen:
        for alinea in deel.alineas:
            tekst = "".join(alinea.tekst.split())
            gekleurd = any(_is_gekleurd(run) for run in alinea.find_runs())
            if gekleurd and set(tekst) <= _BLOKTEKENS:
                yield vind("teken-alleen-kleur", alinea)


def _is_gekleurd(run: etree._Element) -> bool:
    """Tell whether the blanks of a run have a colour behind them, or its signs one of their own."""
    eigenschappen = run.find(f"{W}rPr")
    tekst = read_tekst(run)
    if not tekst or eigenschappen is None:
        return False
    markering = eigenschappen.find(f"{W}highlight")
    achter = markering is not None and markering.get(f"{W}val") != "none"
    achter = achter or _read_vulling(eigenschappen.find(f"{W}shd")) not in _ZONDER_KLEUR
    kleur = eigenschappen.find(f"{W}color")
    voor = bool(tekst.strip()) and kleur is not None and kleur.get(f"{W}val", "") not in _ZONDER_KLEUR
    return achter or voor
