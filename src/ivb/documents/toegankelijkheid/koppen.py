"""Headings: real ones, in order, each with a text (EN 301 549, 10.1.3.1 and 10.2.4.6; PDF/UA-1, 7.4.2).

A heading is a paragraph with an outline level or the style of a heading or the title, its own or by what its style is
based on. The title comes before level 1.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ivb.documents.toegankelijkheid.vondst import Vondst, vind
from ivb.documents.word.inhoud import ALINEA, Alinea, Inhoud, W, find_blokken, read_aan, read_getal

_LANG: Final = 20
"""How many paragraphs with text a document may have before it needs a heading."""

_KORT: Final = 80
_GROTER: Final = 1.2
_EIND_VAN_ZIN: Final = (".", ",", ";", ":", "!", "?")
_GEEN_KOP: Final = ("subtitle", "caption", "toc", "table of", "index", "quote", "intense quote", "list")
_NIET_LEEG: Final = frozenset({f"{W}{naam}" for naam in ("drawing", "pict", "object", "fldSimple", "fldChar")})


def check_volgorde(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that the body begins at the title or level 1, and skips no level on the way down."""
    vorige: int | None = None
    for alinea in inhoud.delen[0].alineas:
        niveau = alinea.niveau
        if niveau is None or not alinea.tekst.strip():
            continue
        if vorige is None and niveau > 1:
            yield vind("kop-begint-laag", alinea, f"de eerste kop is van niveau {niveau}, niet van niveau 1")
        elif vorige is not None and niveau > vorige + 1:
            wat = f"op {_noem(vorige)} volgt een kop van niveau {niveau}"
            yield vind("kop-overgeslagen", alinea, wat)
        vorige = niveau


def check_lege_koppen(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that every heading has a text."""
    for deel in inhoud.delen:
        for alinea in deel.alineas:
            gevuld = alinea.tekst.strip() or next(alinea.element.iter(*_NIET_LEEG), None) is not None
            if alinea.niveau is not None and not gevuld:
                yield vind("kop-leeg", alinea)


def check_koppen_ontbreken(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that a long document has a heading."""
    alineas = [alinea for alinea in inhoud.delen[0].alineas if alinea.tekst.strip()]
    if len(alineas) > _LANG and all(alinea.niveau is None for alinea in alineas):
        yield vind("koppen-ontbreken", alineas[0], f"het document heeft {len(alineas)} alinea's en geen enkele kop")


def check_nagemaakte_koppen(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that no short line, wholly bold or larger than the text, stands above a text without being a heading.

    Of several such lines under each other only the last can be a heading; a table has bold cells of its own.
    """
    hoofdtekst = inhoud.delen[0]
    for body in hoofdtekst.wortel.iterfind(f"{W}body"):
        blokken = list(find_blokken(body))
        for blok, volgende in pairwise(blokken):
            if blok.tag == ALINEA and _lijkt_kop(alinea := hoofdtekst.per_element[blok]):
                onder = hoofdtekst.per_element.get(volgende)
                if onder is None or (onder.tekst.strip() and onder.niveau is None and not _lijkt_kop(onder)):
                    yield vind("kop-nagemaakt", alinea)


def _lijkt_kop(alinea: Alinea) -> bool:
    tekst = alinea.tekst.strip()
    if not any(teken.isalpha() for teken in tekst) or len(tekst) > _KORT or tekst.endswith(_EIND_VAN_ZIN):
        return False
    stijlen = alinea.deel.stijlen
    is_iets_anders = any(naam.startswith(_GEEN_KOP) for naam in stijlen.find_namen(alinea.stijl))
    if alinea.niveau is not None or alinea.is_lijst or is_iets_anders:
        return False
    runs = [run for run in alinea.find_runs() if "".join(run.itertext(f"{W}t")).strip()]
    vet = all(read_aan(stijlen.find_tekenkeuze((run,), "b", alinea.stijl)) for run in runs)
    groottes = [read_getal(stijlen.find_tekenkeuze((run,), "sz", alinea.stijl)) or stijlen.grootte for run in runs]
    return vet or all(grootte >= _GROTER * stijlen.grootte for grootte in groottes)


def _noem(niveau: int) -> str:
    return f"een kop van niveau {niveau}" if niveau else "de titel"
