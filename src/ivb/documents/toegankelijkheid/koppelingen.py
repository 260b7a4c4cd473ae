"""Links: each with a text that says where it leads, and a place it leads to (EN 301 549, 10.2.4.4)."""

import re
from collections.abc import Iterator
from typing import Final

import attrs
from lxml import etree

from ivb.documents.toegankelijkheid.vondst import Vondst, vind_bij
from ivb.documents.word.inhoud import Alinea, Inhoud, Leesdeel, R, W, kort, read_tekst

_NIETSZEGGEND: Final = re.compile(
    r"(klik |druk )?(hier|here)|click here|lees (meer|verder|hier( meer)?)|meer( lezen| info(rmatie)?)?"
    r"|(deze |de )?link|(deze )?(pagina|website|site)|read more|more|verder|ga( naar)?|download|bekijk|pdf|>+|»"
)
_ADRES: Final = re.compile(r"(https?://|ftp://|file:)\S*")
_VELD: Final = re.compile(r'\s*HYPERLINK\b\s*(?:(\\l)\s+)?(?:"([^"]*)"|(\S+))?', re.IGNORECASE)
_RAND: Final = " .,;:!?()[]‘’“”'\""
_BEELD: Final = tuple(f"{W}{naam}" for naam in ("drawing", "pict", "object"))


@attrs.frozen(eq=False)
class _Koppeling:
    """A link: its first element, its text, whether it holds a picture, and the address or bookmark it leads to."""

    element: etree._Element
    tekst: str
    met_beeld: bool
    adres: str
    bladwijzer: str


def check_koppelingen(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check text and target of every link; a link with a picture has the text of the picture."""
    bladwijzers = {
        merk.get(f"{W}name", "").casefold() for deel in inhoud.delen for merk in deel.wortel.iter(f"{W}bookmarkStart")
    }
    for deel in inhoud.delen:
        for link in _find_koppelingen(deel):
            if code := _find_code(link):
                yield vind_bij(code, deel, link.element, _find_wat(code, link))
            if not link.adres and link.bladwijzer.casefold() not in bladwijzers | {"_top"}:
                yield vind_bij("link-zonder-doel", deel, link.element)


def _find_code(link: _Koppeling) -> str:
    tekst = " ".join(link.tekst.split())
    if not tekst:
        return "" if link.met_beeld else "link-leeg"
    if _ADRES.fullmatch(tekst.casefold()):
        return "link-adres"
    return "link-nietszeggend" if _NIETSZEGGEND.fullmatch(tekst.casefold().strip(_RAND)) else ""


def _find_wat(code: str, link: _Koppeling) -> str:
    if code != "link-nietszeggend":
        return ""
    return f"de tekst van de koppeling ‘{kort(link.tekst)}’ zegt niet waar zij heen leidt"


def _find_koppelingen(deel: Leesdeel) -> Iterator[_Koppeling]:
    for element in deel.wortel.iter(f"{W}hyperlink"):
        relatie = deel.relaties.get(element.get(f"{R}id", ""))
        yield _make_koppeling(element, [element], relatie.doel if relatie else "", element.get(f"{W}anchor", ""))
    for element in deel.wortel.iter(f"{W}fldSimple"):
        yield from _read_veld(element, element.get(f"{W}instr", ""), [element])
    for alinea in deel.alineas:
        yield from _find_velden(alinea)


def _find_velden(alinea: Alinea) -> Iterator[_Koppeling]:
    """Find the links that are written as a field within a paragraph: a begin, an instruction, a text, an end."""
    open_velden: list[tuple[etree._Element, list[str], list[etree._Element]]] = []
    in_tekst = False
    for run in alinea.find_runs():
        for kind in run:
            if kind.tag == f"{W}fldChar":
                soort = kind.get(f"{W}fldCharType")
                if soort == "begin":
                    open_velden.append((run, [], []))
                elif soort == "end" and open_velden:
                    begin, opdracht, runs = open_velden.pop()
                    yield from _read_veld(begin, "".join(opdracht), runs)
                in_tekst = soort == "separate"
            elif kind.tag == f"{W}instrText" and open_velden:
                open_velden[-1][1].append(kind.text or "")
        if in_tekst:
            for _, _, runs in open_velden:
                runs.append(run)


def _read_veld(element: etree._Element, opdracht: str, runs: list[etree._Element]) -> Iterator[_Koppeling]:
    gevonden = _VELD.match(opdracht)
    if gevonden:
        in_document, tussen_aanhalingstekens, kaal = gevonden.groups()
        doel = tussen_aanhalingstekens or kaal or ""
        yield _make_koppeling(element, runs, "" if in_document else doel, doel if in_document else "")


def _make_koppeling(element: etree._Element, runs: list[etree._Element], adres: str, bladwijzer: str) -> _Koppeling:
    met_beeld = any(next(run.iter(*_BEELD), None) is not None for run in runs)
    return _Koppeling(element, "".join(map(read_tekst, runs)), met_beeld, adres, bladwijzer)
