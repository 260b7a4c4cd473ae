"""Text as WordprocessingML (ECMA-376 part 1, 17): plain text inside a run, formatted text as runs and paragraphs."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Final, Self

import attrs
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import nsdecls, nsmap, qn
from lxml import etree
from markupsafe import Markup, escape

from ivb.documents.opmaak import Alinea, Opmaak, Punt, Stukje
from ivb.errors import SjabloonError

_NAAMRUIMTE: Final = re.compile(r' xmlns(?::\w+)?="[^"]*"')
_VOORAAN: Final = ("w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs")
_NA_INSPRINGING: Final = (
    *("w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection"),
    *("w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr"),
    "w:pPrChange",
)
_MAXIMALE_TIP: Final = 255
_OPSOMMING: Final = "List Bullet"
_NUMMERING: Final = "List Number"
_VERWIJZING: Final = "Hyperlink"


class WordXml(Markup):
    """XML that goes into a document as it is; only this module makes it."""


def format_tekst(tekst: str) -> WordXml:
    r"""Write plain text for inside a ``w:t``: a tab for ``\t``, a line break for ``\n``, all else as it reads."""
    onderbreking = '</w:t><w:{}/><w:t xml:space="preserve">'
    xml = str(escape(tekst)).replace("\t", onderbreking.format("tab"))
    return WordXml(xml.replace("\n", onderbreking.format("br")))


@attrs.frozen
class Vorm:
    """The format of the place where formatted text comes, as XML.

    Attributes:
        alinea: the properties of its paragraph, each with its name.
        tekens: the properties of its run, each with its name.
    """

    alinea: tuple[tuple[str, str], ...]
    tekens: tuple[tuple[str, str], ...]

    @classmethod
    def read(cls, alinea: etree._Element, run: etree._Element) -> Self:
        """Read the format of a paragraph and of a run in it."""
        return cls(_read_eigenschappen(alinea.find(qn("w:pPr"))), _read_eigenschappen(run.find(qn("w:rPr"))))

    def format_alinea(self, inspringing: str = "") -> str:
        """Write the properties of a paragraph, in the order of the schema; perhaps further from the margin."""
        alinea = dict(self.alinea)
        if inspringing:
            alinea["w:ind"] = f'<w:ind w:left="{inspringing}" w:firstLine="0"/>'
        begin = [naam for naam in alinea if naam not in _NA_INSPRINGING]
        return "".join(alinea[naam] for naam in (*begin, *_NA_INSPRINGING) if naam in alinea)

    def format_tekens(self, stukje: Stukje, stijl: str | None) -> str:
        """Write the properties of a run, in the order of the schema."""
        tekens = dict(self.tekens)
        if stijl:
            tekens["w:rStyle"] = f'<w:rStyle w:val="{escape(stijl)}"/>'
        if stukje.vet:
            tekens["w:b"] = "<w:b/>"
        if stukje.cursief:
            tekens["w:i"] = "<w:i/>"
        volgorde = [*(naam for naam in _VOORAAN if naam in tekens), *(naam for naam in tekens if naam not in _VOORAAN)]
        return f"<w:rPr>{''.join(tekens[naam] for naam in volgorde)}</w:rPr>" if tekens else ""


@attrs.frozen
class _Lijststijl:
    """A paragraph style with numbering: its id, its ``w:num``, and the levels of the list."""

    naam: str
    stijl: str
    num: str
    abstract: etree._Element

    def find_niveau(self, niveau: int) -> etree._Element:
        for gevonden in _find(self.abstract, "w:lvl[@w:ilvl=$niveau]", niveau=str(niveau)):
            return gevonden
        raise SjabloonError(
            f"de stijl ‘{self.naam}’ heeft geen niveau {niveau + 1}, en dat is nodig voor een lijst in een lijst"
        )


class Schrijver:
    """Writes formatted text with the styles of one document, and adds the numbering and the relationships it needs.

    Styles are found by name, as Word does: their ids differ between the languages of Word.
    """

    def __init__(self, document: Document) -> None:
        """Take the document that will hold the text."""
        self._document = document

    def write_alineas(self, opmaak: Opmaak, vorm: Vorm, deel: Part) -> WordXml:
        """Write paragraphs, for between the other paragraphs of a part.

        Raises:
            SjabloonError: the template lacks a style that the text needs.
        """
        nummers: dict[int, str] = {}
        lijstnaam = _OPSOMMING
        xml: list[str] = []
        for blok in opmaak.blokken:
            if isinstance(blok, Punt):
                lijstnaam = _NUMMERING if blok.genummerd else _OPSOMMING
                eigenschappen = self._write_punt(blok, nummers)
            else:
                eigenschappen = vorm.format_alinea(self._find_inspringing(blok, lijstnaam))
            begin = f"<w:pPr>{eigenschappen}</w:pPr>" if eigenschappen else ""
            xml.append(f"<w:p>{begin}{self._write_runs(blok.stukjes, vorm, deel)}</w:p>")
        return WordXml("".join(xml))

    def write_stukken(self, opmaak: Opmaak, vorm: Vorm, deel: Part) -> WordXml:
        """Write a text of one paragraph, for between the runs of a paragraph.

        Raises:
            SjabloonError: it is more than one paragraph, or the template lacks a style that it needs.
        """
        match opmaak.blokken:
            case ():
                return WordXml("")
            case (Alinea(stukjes=stukjes, niveau=0),):
                return WordXml(self._write_runs(stukjes, vorm, deel))
        raise SjabloonError(
            "de tekst is meer dan een alinea of heeft een lijst; gebruik {{p … }} in een alinea voor zich"
        )

    def _write_punt(self, punt: Punt, nummers: dict[int, str]) -> str:
        stijl = self._find_lijststijl(_NUMMERING if punt.genummerd else _OPSOMMING)
        stijl.find_niveau(punt.niveau)
        if punt.genummerd and punt.lijst not in nummers:
            nummers[punt.lijst] = self._add_num(stijl, punt)
        num = nummers[punt.lijst] if punt.genummerd else stijl.num
        return _format_lijst(stijl.stijl, punt.niveau, num)

    def _find_inspringing(self, alinea: Alinea, lijstnaam: str) -> str:
        """Find how far from the margin a further paragraph of a list item stands: as far as the item."""
        if not alinea.niveau:
            return ""
        niveau = self._find_lijststijl(lijstnaam).find_niveau(alinea.niveau - 1)
        return next(iter(_find_waarden(niveau, "w:pPr/w:ind/@w:left")), "")

    def _write_runs(self, stukjes: Iterable[Stukje], vorm: Vorm, deel: Part) -> str:
        xml: list[str] = []
        for (link, tip), groep in groupby(stukjes, key=lambda stukje: (stukje.link, stukje.tip)):
            stijl = self._find_stijl("character", _VERWIJZING) if link else None
            runs = "".join(_format_run(format_tekst(s.tekst), vorm.format_tekens(s, stijl)) for s in groep)
            xml.append(_format_link(runs, link, tip, deel) if link else runs)
        return "".join(xml)

    def _find_stijl(self, soort: str, naam: str) -> str:
        pad = "w:style[@w:type=$soort][w:name/@w:val=$naam]/@w:styleId"
        for stijl in _find_waarden(self._document.styles.element, pad, soort=soort, naam=naam):
            return stijl
        raise SjabloonError(
            f"het sjabloon heeft geen stijl ‘{naam}’, en die is nodig voor opgemaakte tekst; maak hem in Word aan"
        )

    def _find_lijststijl(self, naam: str) -> _Lijststijl:
        stijl = self._find_stijl("paragraph", naam)
        pad = "w:style[@w:styleId=$stijl]/w:pPr/w:numPr/w:numId/@w:val"
        for num in _find_waarden(self._document.styles.element, pad, stijl=stijl):
            pad = "w:abstractNum[@w:abstractNumId=../w:num[@w:numId=$num]/w:abstractNumId/@w:val]"
            for abstract in _find(self._nummering, pad, num=num):
                return _Lijststijl(naam, stijl, num, abstract)
        raise SjabloonError(f"de stijl ‘{naam}’ van het sjabloon heeft geen opsommingstekens of nummers")

    @property
    def _nummering(self) -> etree._Element:
        for relatie in self._document.part.rels.values():
            if relatie.reltype == RELATIONSHIP_TYPE.NUMBERING and isinstance(relatie.target_part, XmlPart):
                nummering: etree._Element = relatie.target_part.element
                return nummering
        return etree.Element("leeg")

    def _add_num(self, stijl: _Lijststijl, punt: Punt) -> str:
        """Add a list of its own, that starts at the number of the text."""
        nummer = 1 + max(int(num) for num in _find_waarden(self._nummering, "w:num/@w:numId"))
        abstract = stijl.abstract.get(qn("w:abstractNumId"))
        num = etree.fromstring(
            f'<w:num {nsdecls("w")} w:numId="{nummer}"><w:abstractNumId w:val="{abstract}"/>'
            f'<w:lvlOverride w:ilvl="{punt.niveau}"><w:startOverride w:val="{punt.start}"/></w:lvlOverride></w:num>'
        )
        _find(self._nummering, "w:num")[-1].addnext(num)
        return str(nummer)


def _find(element: etree._Element, pad: str, **waarden: str) -> list[etree._Element]:
    gevonden: list[etree._Element] = etree.XPath(pad, namespaces={"w": nsmap["w"]})(element, **waarden)
    return gevonden


def _find_waarden(element: etree._Element, pad: str, **waarden: str) -> list[str]:
    return [str(waarde) for waarde in _find(element, pad, **waarden)]


def _format_run(tekst: WordXml, tekens: str) -> str:
    return f'<w:r>{tekens}<w:t xml:space="preserve">{tekst}</w:t></w:r>'


def _format_lijst(stijl: str, niveau: int, num: str) -> str:
    return f'<w:pStyle w:val="{escape(stijl)}"/><w:numPr><w:ilvl w:val="{niveau}"/><w:numId w:val="{num}"/></w:numPr>'


def _format_link(runs: str, link: str, tip: str | None, deel: Part) -> str:
    relatie = deel.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    uitleg = escape((tip or link)[:_MAXIMALE_TIP])
    return f'<w:hyperlink {nsdecls("r")} r:id="{relatie}" w:tooltip="{uitleg}" w:history="1">{runs}</w:hyperlink>'


def _read_eigenschappen(eigenschappen: etree._Element | None) -> tuple[tuple[str, str], ...]:
    kinderen = [] if eigenschappen is None else list(eigenschappen)
    return tuple((f"w:{etree.QName(kind).localname}", _format_element(kind)) for kind in kinderen)


def _format_element(element: etree._Element) -> str:
    return _NAAMRUIMTE.sub("", etree.tostring(element, encoding="unicode", with_tail=False))
