"""Personal data in running text: a BSN, an e-mail address, a phone number, an address.

A BSN is found by its check digit, with python-stdnum. Source: https://nl.wikipedia.org/wiki/Burgerservicenummer;
Verordening (EU) 2016/679 (AVG), art. 5. One number in eleven passes that check, so what says of itself that it is
something else (a zaaknummer, a kenmerk, an amount, a part of a longer number) is passed over.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Gegevenssoort(StrEnum):
    """What is found of a person."""

    BSN = "bsn"
    MAIL = "mail"
    TELEFOON = "telefoon"
    ADRES = "adres"


class Persoonsgegeven(NamedTuple):
    """What was found of a person, where it begins in the text, and as much of it as may be repeated."""

    begin: int
    soort: Gegevenssoort
    deel: str


_VENSTER = 80  # so many characters before a number are read to see what it is
_S = "[ \u00a0\u202f]"
# Most texts hold nothing that comes near, and this is told without looking at every letter.
_MISSCHIEN = re.compile(rf"@|\d{{4}}{_S}?[A-Z]{{2}}|\d{{8}}|\d(?:[ \u00a0\u202f.()/–-]{{0,3}}\d){{8}}")

_LOS_VOOR = r"(?<![\w/+=#@-])(?<!\d[.,:])"
_LOS_NA = r"(?![\w])(?![.,:]\d)(?![/-]\w)"

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(r"\b(?:https?://|www\.)[^\s)>]+")
_IBAN = re.compile(rf"\b[A-Z]{{2}}\d\d{_S}?[A-Z]{{4}}(?:{_S}?\d){{10}}\b")

_ACHT = rf"\d{{8}}|\d{{4}}{_S}\d{{4}}|\d\d(?:{_S}\d\d){{3}}|\d{{3}}{_S}\d{{3}}{_S}\d\d|\d\d{_S}\d{{3}}{_S}\d{{3}}"
_ZEVEN = rf"\d{{7}}|\d{{3}}{_S}\d{{4}}|\d{{3}}{_S}\d\d{_S}\d\d"
_ZES = rf"\d{{6}}|\d{{3}}{_S}\d{{3}}|\d\d{_S}\d\d{_S}\d\d"
_STREEP = rf"(?:{_S}?[-/–]{_S}?|\){_S}?|{_S}|\.)?"
_TELEFOON = re.compile(
    rf"(?<![\w+=#@/-])(?:\+|00)31{_S}?(?:\(0\))?(?:[ -]?\d){{9}}{_LOS_NA}"
    rf"|{_LOS_VOOR}(?:06{_STREEP}(?:{_ACHT})|0[1-9]\d{_STREEP}(?:{_ZEVEN})|0[1-9]\d\d{_STREEP}(?:{_ZES})){_LOS_NA}"
)

_GEEN_JAAR = r"(?!(?:19|20)\d\d\b)"
_POSTCODE = rf"[1-9]\d{{3}}{_S}?[A-Z]{{2}}(?![A-Za-z])"
_ADRES = re.compile(
    rf"(?<![\w/-]){_POSTCODE},?[\s-](?:nr\.? |huisnummer )?{_GEEN_JAAR}\d{{1,5}}(?!\d)"
    rf"|(?<![\w/-])(?<!(?i:postbus) )(?<!(?i:antwoordnummer) ){_GEEN_JAAR}\d{{1,5}}{_S}?[A-Za-z]?,?\s{{1,3}}{_POSTCODE}"
)

_EIGEN_NAAM = r"\b(?:bsn|burgerservice|sofi)(?:-?nummers?|-?nrs?\b\.?|['’]?s\b)?"
_ANDERE_NAAM = (
    r"\b(?:[\w-]+nummers?|[\w-]+nrs?\b\.?|\w*kenmerk(?:en)?|\w*dossiers?|\w*documenten|\w*document|\w*facturen|\w*factuur"
    r"|zaak|zaken|kvk|rsin|iban|registratie|referentie|code|id)"
)
_TUSSEN = (
    r"(?>[\s\d,:;=#()&/*_-]|\.(?!\s)|\b(?:nrs?|no)\b\.?|\b(?:nummers?|is|was|zijn|luidt|en|of)\b"
    r"|\b(?-i:(?!BSN)[A-Z]{1,5})\b)*+$"
)
_NAAM = re.compile(rf"(?P<eigen>{_EIGEN_NAAM}){_TUSSEN}|{_ANDERE_NAAM}{_TUSSEN}", re.IGNORECASE)
_TELEFOONNAAM = re.compile(r"tel|mobiel|fax|06|\bbel", re.IGNORECASE)
_BEDRAG_VOOR = re.compile(rf"(?:€|\$|\beur|\beuro){_S}?$", re.IGNORECASE)
_BEDRAG_NA = re.compile(rf"{_S}?(?:%|€|,-|(?:euro|eur|procent)\b)", re.IGNORECASE)

_BSN = re.compile(
    rf"{_LOS_VOOR}(?:\d{{9}}|\d{{4}}\.\d\d\.\d{{3}}|(?<!\d{_S})\d{{3}}{_S}\d{{3}}{_S}\d{{3}}(?!{_S}\d)){_LOS_NA}"
)
_GENOEMD = re.compile(rf"{_LOS_VOOR}(?:\d(?:[ .\u00a0\u202f-]?\d){{8}}|\d{{8}}){_LOS_NA}")


def find_persoonsgegevens(tekst: str) -> tuple[Persoonsgegeven, ...]:
    """Find the personal data in a text, in order; of each only the first two characters may be repeated.

    >>> [(een.soort.value, een.deel) for een in find_persoonsgegevens("BSN 1234.56.782, mail jan@voorbeeld.nl")]
    [('bsn', '12…'), ('mail', 'ja…')]
    >>> find_persoonsgegevens("zaaknummer 123456782, kosten 123.456.782 euro")
    ()
    """
    gevonden: list[Persoonsgegeven] = []
    for soort, zoek in _ZOEKERS if _MISSCHIEN.search(tekst) else ():
        plekken = list(zoek(tekst))
        tekst = _blank(tekst, plekken)
        if soort:
            gevonden += [Persoonsgegeven(plek.start(), soort, _mask(plek[0])) for plek in plekken]
    return tuple(sorted(gevonden))


def _blank(tekst: str, plekken: list[re.Match[str]]) -> str:
    """Take what was found out of a text, so that nothing else is found in it; the rest keeps its place."""
    delen, einde = [], 0
    for plek in plekken:
        delen += [tekst[einde : plek.start()], "_" * len(plek[0])]
        einde = plek.end()
    return "".join((*delen, tekst[einde:]))


def _mask(tekst: str) -> str:
    return f"{tekst[:2]}…"


def _iter_telefoons(tekst: str) -> Iterator[re.Match[str]]:
    """Give the phone numbers that are not called something else."""
    for plek in _TELEFOON.finditer(tekst):
        naam = _find_naam(tekst, plek.start())
        if naam is None or _TELEFOONNAAM.search(naam[0]):
            yield plek


def _iter_bsn(tekst: str) -> Iterator[re.Match[str]]:
    """Give the numbers that are a BSN: called so, in any form, or free in the text and not called otherwise."""
    plekken = {plek.start(): plek for plek in _BSN.finditer(tekst) if _is_los(tekst, plek)}
    plekken |= {plek.start(): plek for plek in _GENOEMD.finditer(tekst) if _is_genoemd(tekst, plek)}
    return (plek for plek in plekken.values() if _is_bsn(plek[0]))


def _find_naam(tekst: str, begin: int) -> re.Match[str] | None:
    """Find the word before a number that says what it is."""
    return _NAAM.search(tekst[max(0, begin - _VENSTER) : begin])


def _is_genoemd(tekst: str, plek: re.Match[str]) -> bool:
    naam = _find_naam(tekst, plek.start())
    return naam is not None and naam["eigen"] is not None


def _is_los(tekst: str, plek: re.Match[str]) -> bool:
    voor = tekst[max(0, plek.start() - _VENSTER) : plek.start()]
    bedrag = _BEDRAG_VOOR.search(voor) or _BEDRAG_NA.match(tekst, plek.end())
    return bedrag is None and _find_naam(tekst, plek.start()) is None


def _is_bsn(nummer: str) -> bool:
    from stdnum.nl import bsn  # noqa: PLC0415 - loading it takes longer than all rules together

    return bsn.is_valid(re.sub(r"\D", "", nummer))


_ZOEKERS = (
    (Gegevenssoort.MAIL, _MAIL.finditer),
    (None, _LINK.finditer),
    (None, _IBAN.finditer),
    (Gegevenssoort.TELEFOON, _iter_telefoons),
    (Gegevenssoort.ADRES, _ADRES.finditer),
    (Gegevenssoort.BSN, _iter_bsn),
)
