"""Text as WordprocessingML (ECMA-376 part 1, 17): plain text inside a run, formatted text as runs and paragraphs."""

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from itertools import groupby
from typing import Final, Self

import attrs
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls, nsmap, qn
from lxml import etree
from markupsafe import escape

from ivb.documents.word.afbeelding import EMU_PER_MM, Afbeelding
from ivb.documents.word.opmaak import Alinea, Opmaak, Punt, Stukje
from ivb.documents.word.pakket import Relatie
from ivb.errors import SjabloonError

TEKENING: Final = "\x04"
"""The mark for the number of a picture, which no text can hold."""

_BIJZONDER: Final = re.compile("[&<>\"'\\t\\n]")
_KLEUR: Final = re.compile(r"[0-9A-Fa-f]{6}|auto")
_KOLOMMEN: Final = re.compile(r"[1-9][0-9]?")
_MEESTE_KOLOMMEN: Final = 63
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


class WordXml(str):
    """XML that goes into a document as it is; only this module makes it."""

    __slots__ = ()


def format_tekst(tekst: str) -> str:
    r"""Write plain text for inside a ``w:t``: a tab for ``\t``, a line break for ``\n``, all else as it reads."""
    if not _BIJZONDER.search(tekst):
        return tekst
    onderbreking = '</w:t><w:{}/><w:t xml:space="preserve">'
    xml = str(escape(tekst)).replace("\t", onderbreking.format("tab"))
    return xml.replace("\n", onderbreking.format("br"))


def format_kleur(waarde: object) -> WordXml:
    """Write the colour of a cell for inside an attribute, as ``cellbg`` asks (ECMA-376 part 1, 17.18.38).

    Raises:
        SjabloonError: it is no colour.
    """
    if isinstance(waarde, str) and _KLEUR.fullmatch(waarde):
        return WordXml(waarde)
    raise SjabloonError(f"{waarde!r} is geen kleur; een kleur is zes tekens 0-9 en A-F, zoals FF0000, of auto")


def format_kolommen(waarde: object) -> WordXml:
    """Write over how many columns a cell goes for inside an attribute, as ``colspan`` asks; Word has 63 at most.

    Raises:
        SjabloonError: it is no such number.
    """
    tekst = str(waarde)
    if type(waarde) in {str, int} and _KOLOMMEN.fullmatch(tekst) and int(tekst) <= _MEESTE_KOLOMMEN:
        return WordXml(tekst)
    raise SjabloonError(
        f"{waarde!r} is geen aantal kolommen; wel: een geheel getal van 1 tot en met {_MEESTE_KOLOMMEN}"
    )


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
    """A paragraph style with numbering: its id, its ``w:num``, and how far the text of each level stands in."""

    naam: str
    stijl: str
    num: str
    abstract: str
    inspringingen: Mapping[str, str]

    def find_inspringing(self, niveau: int) -> str:
        if (gevonden := self.inspringingen.get(str(niveau))) is not None:
            return gevonden
        raise SjabloonError(
            f"de stijl ‘{self.naam}’ heeft geen niveau {niveau + 1}, en dat is nodig voor een lijst in een lijst"
        )


@attrs.frozen
class Huisstijl:
    """The styles and the numbering of a template, as data.

    Styles are found by name, as Word does: their ids differ between the languages of Word.

    Attributes:
        stijlen: the id of each style, by its kind and name.
        nummers: the ``w:num`` of each paragraph style that has one.
        lijsten: the abstract list of each ``w:num``.
        inspringingen: how far each level of an abstract list stands from the margin.
        eerste_num: the number of the first ``w:num`` that is free.
        nummering: the part with the numbering, before and behind the place for new lists.
    """

    stijlen: Mapping[tuple[str, str], str]
    nummers: Mapping[str, str]
    lijsten: Mapping[str, str]
    inspringingen: Mapping[str, Mapping[str, str]]
    eerste_num: int
    nummering: tuple[bytes, bytes]

    @classmethod
    def read(cls, stijlen: etree._Element, nummering: etree._Element) -> Self:
        """Read the parts with the styles and the numbering; of two with one name the first counts."""
        gevonden = list(reversed(_find(stijlen, "w:style")))
        nummers = {
            _find_waarde(stijl, "@w:styleId"): _find_waarde(stijl, "w:pPr/w:numPr/w:numId/@w:val") for stijl in gevonden
        }
        lijsten = {
            _find_waarde(num, "@w:numId"): _find_waarde(num, "w:abstractNumId/@w:val")
            for num in _find(nummering, "w:num")
        }
        return cls(
            {
                (_find_waarde(stijl, "@w:type"), _find_waarde(stijl, "w:name/@w:val")): _find_waarde(
                    stijl, "@w:styleId"
                )
                for stijl in gevonden
            },
            {stijl: num for stijl, num in nummers.items() if num},
            lijsten,
            {
                _find_waarde(lijst, "@w:abstractNumId"): _read_inspringingen(lijst)
                for lijst in reversed(_find(nummering, "w:abstractNum"))
            },
            1 + max(map(int, lijsten), default=0),
            _split_nummering(nummering),
        )

    def find_stijl(self, soort: str, naam: str) -> str:
        """Find the id of a style."""
        if stijl := self.stijlen.get((soort, naam)):
            return stijl
        raise SjabloonError(
            f"het sjabloon heeft geen stijl ‘{naam}’, en die is nodig voor opgemaakte tekst; maak hem in Word aan"
        )

    def find_lijststijl(self, naam: str) -> _Lijststijl:
        """Find a style with its numbering."""
        stijl = self.find_stijl("paragraph", naam)
        num = self.nummers.get(stijl, "")
        abstract = self.lijsten.get(num, "")
        if abstract not in self.inspringingen:
            raise SjabloonError(f"de stijl ‘{naam}’ van het sjabloon heeft geen opsommingstekens of nummers")
        return _Lijststijl(naam, stijl, num, abstract, self.inspringingen[abstract])


@attrs.define
class Toevoegingen:
    """What the formatted texts and pictures of one render add to the document.

    Attributes:
        huisstijl: the styles of the template.
        begin: what the names of new parts with a picture begin with.
        nums: the lists of their own, as XML.
        media: the parts with a picture, by what is in them: their name and content type.
    """

    huisstijl: Huisstijl
    begin: str
    nums: list[str] = attrs.Factory(list)
    media: dict[bytes, tuple[str, str]] = attrs.Factory(dict)

    def add_num(self, stijl: _Lijststijl, punt: Punt) -> str:
        """Add a list of its own, that starts at the number of the text."""
        nummer = self.huisstijl.eerste_num + len(self.nums)
        self.nums.append(
            f'<w:num {nsdecls("w")} w:numId="{nummer}"><w:abstractNumId w:val="{stijl.abstract}"/>'
            f'<w:lvlOverride w:ilvl="{punt.niveau}"><w:startOverride w:val="{punt.start}"/></w:lvlOverride></w:num>'
        )
        return str(nummer)

    def add_media(self, afbeelding: Afbeelding) -> str:
        """Add a picture, once, and give the name of its part."""
        naam = f"{self.begin}{len(self.media) + 1}.{afbeelding.achtervoegsel}"
        return self.media.setdefault(afbeelding.inhoud, (naam, afbeelding.soort))[0]

    def write_nummering(self) -> bytes:
        """Write the part with the numbering, with the lists that came."""
        voor, na = self.huisstijl.nummering
        return b"".join((voor, *(num.encode() for num in self.nums), na))


class Schrijver:
    """Writes the formatted texts and pictures of one part in one render, and keeps what they add.

    Attributes:
        relaties: the relationships that the part gets, each with its full type, by what they lead to.
    """

    def __init__(self, toevoegingen: Toevoegingen, eerste_id: int, links: Mapping[str, str]) -> None:
        """Start on a part.

        Args:
            toevoegingen: what the render adds to the document.
            eerste_id: the number of the first relationship that is free.
            links: the ids of the hyperlinks that the part has, by their address.
        """
        self._toevoegingen = toevoegingen
        self._huisstijl = toevoegingen.huisstijl
        self._eerste_id = eerste_id
        self._links = links
        self.relaties: dict[str, Relatie] = {}

    def write_alineas(self, waarde: Opmaak | Afbeelding, vorm: Vorm) -> WordXml:
        """Write paragraphs, for between the other paragraphs of a part.

        Raises:
            SjabloonError: the template lacks a style that the text needs.
        """
        if isinstance(waarde, Afbeelding):
            return WordXml(_format_alinea(vorm.format_alinea(), self._write_afbeelding(waarde)))
        nummers: dict[int, str] = {}
        lijstnaam = _OPSOMMING
        xml: list[str] = []
        for blok in waarde.blokken:
            if isinstance(blok, Punt):
                lijstnaam = _NUMMERING if blok.genummerd else _OPSOMMING
                eigenschappen = self._write_punt(blok, nummers)
            else:
                eigenschappen = vorm.format_alinea(self._find_inspringing(blok, lijstnaam))
            xml.append(_format_alinea(eigenschappen, self._write_runs(blok.stukjes, vorm)))
        return WordXml("".join(xml))

    def write_stukken(self, waarde: Opmaak | Afbeelding, vorm: Vorm) -> WordXml:
        """Write a picture or a text of one paragraph, for between the runs of a paragraph.

        Raises:
            SjabloonError: it is more than one paragraph, or the template lacks a style that it needs.
        """
        match waarde:
            case Afbeelding():
                return WordXml(self._write_afbeelding(waarde))
            case Opmaak(blokken=()):
                return WordXml("")
            case Opmaak(blokken=(Alinea(stukjes=stukjes, niveau=0),)):
                return WordXml(self._write_runs(stukjes, vorm))
        raise SjabloonError(
            "de tekst is meer dan een alinea of heeft een lijst; gebruik {{p … }} in een alinea voor zich"
        )

    def _write_punt(self, punt: Punt, nummers: dict[int, str]) -> str:
        stijl = self._huisstijl.find_lijststijl(_NUMMERING if punt.genummerd else _OPSOMMING)
        stijl.find_inspringing(punt.niveau)
        if punt.genummerd and punt.lijst not in nummers:
            nummers[punt.lijst] = self._toevoegingen.add_num(stijl, punt)
        num = nummers[punt.lijst] if punt.genummerd else stijl.num
        return _format_lijst(stijl.stijl, punt.niveau, num)

    def _find_inspringing(self, alinea: Alinea, lijstnaam: str) -> str:
        """Find how far from the margin a further paragraph of a list item stands: as far as the item."""
        if not alinea.niveau:
            return ""
        return self._huisstijl.find_lijststijl(lijstnaam).find_inspringing(alinea.niveau - 1)

    def _write_runs(self, stukjes: Iterable[Stukje], vorm: Vorm) -> str:
        xml: list[str] = []
        for (link, tip), groep in groupby(stukjes, key=lambda stukje: (stukje.link, stukje.tip)):
            stijl = self._huisstijl.find_stijl("character", _VERWIJZING) if link else None
            runs = "".join(_format_run(format_tekst(s.tekst), vorm.format_tekens(s, stijl)) for s in groep)
            xml.append(_format_link(runs, self._relate_link(link), tip or link) if link else runs)
        return "".join(xml)

    def _relate_link(self, link: str) -> str:
        return self._links.get(link) or self._relate(RELATIONSHIP_TYPE.HYPERLINK, link, extern=True)

    def _relate(self, soort: str, doel: str, *, extern: bool) -> str:
        relatie = Relatie(soort, doel, extern, f"rId{self._eerste_id + len(self.relaties)}")
        return self.relaties.setdefault(doel, relatie).id

    def _write_afbeelding(self, afbeelding: Afbeelding) -> str:
        naam = self._toevoegingen.add_media(afbeelding)
        return _format_afbeelding(afbeelding, self._relate(RELATIONSHIP_TYPE.IMAGE, f"/{naam}", extern=False))


def _find(element: etree._Element, pad: str) -> list[etree._Element]:
    gevonden: list[etree._Element] = element.xpath(pad, namespaces={"w": nsmap["w"]})
    return gevonden


def _find_waarde(element: etree._Element, pad: str) -> str:
    return next((str(waarde) for waarde in _find(element, pad)), "")


def _read_inspringingen(lijst: etree._Element) -> dict[str, str]:
    niveaus = reversed(_find(lijst, "w:lvl"))
    return {_find_waarde(niveau, "@w:ilvl"): _find_waarde(niveau, "w:pPr/w:ind/@w:left") for niveau in niveaus}


def _split_nummering(nummering: etree._Element) -> tuple[bytes, bytes]:
    wortel = deepcopy(nummering)
    for num in _find(wortel, "w:num")[-1:]:
        num.addnext(etree.ProcessingInstruction("ivb", "hier"))
    voor, _, na = etree.tostring(wortel, encoding="UTF-8", xml_declaration=True, standalone=True).partition(
        b"<?ivb hier?>"
    )
    return voor, na


def _format_alinea(eigenschappen: str, runs: str) -> str:
    begin = f"<w:pPr>{eigenschappen}</w:pPr>" if eigenschappen else ""
    return f"<w:p>{begin}{runs}</w:p>"


def _format_run(tekst: str, tekens: str) -> str:
    return f'<w:r>{tekens}<w:t xml:space="preserve">{tekst}</w:t></w:r>'


def _format_lijst(stijl: str, niveau: int, num: str) -> str:
    return f'<w:pStyle w:val="{escape(stijl)}"/><w:numPr><w:ilvl w:val="{niveau}"/><w:numId w:val="{num}"/></w:numPr>'


def _format_link(runs: str, relatie: str, tip: str) -> str:
    uitleg = escape(tip[:_MAXIMALE_TIP])
    return f'<w:hyperlink {nsdecls("r")} r:id="{relatie}" w:tooltip="{uitleg}" w:history="1">{runs}</w:hyperlink>'


def _format_afbeelding(afbeelding: Afbeelding, relatie: str) -> str:
    """Write a picture in the line (ECMA-376 part 1, 20.4.2.8), with a number to come."""
    breedte, hoogte = (max(1, round(mm * EMU_PER_MM)) for mm in (afbeelding.breedte_mm, afbeelding.hoogte_mm))
    namen = f'name="Afbeelding" descr="{escape(afbeelding.alt)}"'
    return (
        f'<w:r><w:drawing><wp:inline {nsdecls("wp", "a", "pic", "r")} distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{breedte}" cy="{hoogte}"/><wp:docPr id="{TEKENING}" {namen}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{nsmap["pic"]}"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" {namen}/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relatie}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{breedte}" cy="{hoogte}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _read_eigenschappen(eigenschappen: etree._Element | None) -> tuple[tuple[str, str], ...]:
    kinderen = [] if eigenschappen is None else list(eigenschappen)
    return tuple((f"w:{etree.QName(kind).localname}", _format_element(kind)) for kind in kinderen)


def _format_element(element: etree._Element) -> str:
    return _NAAMRUIMTE.sub("", etree.tostring(element, encoding="unicode", with_tail=False))
