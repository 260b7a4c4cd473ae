"""A template as its author typed it: every part that is filled, read once, with all that is wrong in it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

import attrs
from docx.oxml.ns import nsmap, qn
from jinja2 import Environment
from lxml import etree

from ivb.documents.sjabloon.controle import check_tags
from ivb.documents.sjabloon.gebreken import Gebrek
from ivb.documents.sjabloon.tags import (
    Alineatekst,
    find_halve_tags,
    find_late_celtags,
    find_misplaatste_tags,
    find_verdwaalde_tags,
    has_tag,
    read_alinea,
    read_alineas,
)
from ivb.documents.sjabloon.vragen import Vragen, drop_alineas, read_vragen
from ivb.documents.word.eigenschappen import read_eigenschappen
from ivb.documents.word.gegevensdeel import is_gegevensdeel
from ivb.documents.word.inhoud import NOOT
from ivb.documents.word.pakket import Relatie, find_hoofddeel, find_relaties, parse_deel

EIGENSCHAPPEN: Final = "eigenschappen"
_GEVULD: Final = ("header", "footer", "footnotes", "endnotes")
_EIGENSCHAP: Final = (
    "‘{}’ is voor alinea’s, rijen en cellen; schrijf hier {{{{ … }}}} of {{% … %}} zonder p, r, tr of tc"
)
_VERWIJZINGEN: Final = (qn("w:headerReference"), qn("w:footerReference"))
_NOTEN: Final = (qn("w:footnoteReference"), qn("w:endnoteReference"))
_UIT: Final = ("0", "false", "off")
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_KEUZE: Final = f"{_MC}Choice"
_TERUGVAL: Final = f"{_MC}Fallback"


@attrs.frozen(eq=False)
class Leesdeel:
    """A part with tags.

    Attributes:
        naam: its name.
        wortel: its XML, with every tag in one piece.
        paren: its paragraphs, each as XML and as its author typed it.
        vragen: what its tags ask.
        verborgen: the numbers of its paragraphs that a document may not show, though nothing is asked before them.
    """

    naam: str
    wortel: etree._Element
    paren: list[tuple[etree._Element, Alineatekst]]
    vragen: Vragen
    verborgen: frozenset[int]

    @property
    def alineas(self) -> tuple[Alineatekst, ...]:
        """Its paragraphs, as its author typed them."""
        return tuple(alinea for _, alinea in self.paren)


@attrs.frozen(eq=False)
class Lezing:
    """A template as its author typed it.

    Attributes:
        delen: the parts with tags, the body first.
        eigenschappen: what the core properties say, by the name of the property.
        vragen: what the tags in those ask.
        gebreken: all that is wrong with the tags, in reading order.
    """

    delen: tuple[Leesdeel, ...]
    eigenschappen: Mapping[str, str]
    vragen: Vragen
    gebreken: tuple[Gebrek, ...]


def read_sjabloon(pakket: Mapping[str, bytes], omgeving: Environment) -> Lezing:
    """Read the tags of a template.

    Args:
        pakket: the parts of its file.
        omgeving: reads the tags.

    Raises:
        SjabloonError: the file has no body.
    """
    hoofddeel, kern = find_hoofddeel(pakket), find_kern(pakket)
    relaties = list(find_relaties(pakket, hoofddeel))
    gevuld = dict.fromkeys([hoofddeel, *(relatie.doel for relatie in relaties if relatie.soort in _GEVULD)])
    gebreken = [*_find_gegevens(pakket), *_find_vreemde_tags(pakket, {*gevuld, kern})]
    hoofdtekst = parse_deel(hoofddeel, pakket[hoofddeel])
    verborgen, noten = _find_verborgen(hoofdtekst, relaties), set(map(_name_noot, hoofdtekst.iter(*_NOTEN)))
    gelezen = (_read_deel(naam, pakket[naam], omgeving, gebreken) for naam in gevuld)
    delen = [
        attrs.evolve(deel, verborgen=_find_verborgen_alineas(deel.paren, noten, geheel=deel.naam in verborgen))
        for deel in gelezen
        if deel
    ]
    eigenschappen = read_eigenschappen(parse_deel(kern, pakket[kern])) if kern in pakket else {}
    vragen = [_read_eigenschap(tekst, omgeving, gebreken) for tekst in eigenschappen.values()]
    samen = Vragen(
        tuple(eis for een in vragen for eis in een.eisen),
        tuple(gebruik for een in vragen for gebruik in een.gebruik),
        vergelijkingen=tuple(vergelijking for een in vragen for vergelijking in een.vergelijkingen),
        onzeker=tuple(onzeker for een in vragen for onzeker in een.onzeker),
    )
    return Lezing(tuple(delen), eigenschappen, samen, tuple(gebreken))


def find_kern(pakket: Mapping[str, bytes]) -> str:
    """Find the name of the part with the core properties; empty if there is none."""
    return next((relatie.doel for relatie in find_relaties(pakket, "") if relatie.soort == "core-properties"), "")


def _find_verborgen(hoofdtekst: etree._Element, relaties: Collection[Relatie]) -> set[str]:
    """Find the headers and footers that no first page of a section has: a document may have no other page.

    A section has the headers and footers of the one before it, but for those that it refers to itself (ECMA-376 part 1,
    17.10.1); its first page has those for a first page when it is told so with ``w:titlePg``.
    """
    getoond: set[str] = set()
    geldig: dict[tuple[str, str], str] = {}
    for sectie in hoofdtekst.iter(qn("w:sectPr")):
        for verwijzing in sectie.iter(*_VERWIJZINGEN):
            geldig[str(verwijzing.tag), verwijzing.get(qn("w:type"), "default")] = verwijzing.get(qn("r:id"), "")
        eerste = sectie.find(qn("w:titlePg"))
        soort = "default" if eerste is None or eerste.get(qn("w:val"), "1") in _UIT else "first"
        getoond |= {geldig.get((tag, soort), "") for tag in _VERWIJZINGEN}
    return {een.doel for een in relaties if een.soort in {"header", "footer"}} - {
        een.doel for een in relaties if een.id in getoond
    }


def _find_verborgen_alineas(
    paren: Sequence[tuple[etree._Element, Alineatekst]], noten: Collection[tuple[str, str]], *, geheel: bool
) -> frozenset[int]:
    """Find the paragraphs of a part that is hidden as a whole, or else those in a note that nothing refers to."""
    return frozenset(
        alinea.nummer
        for element, alinea in paren
        if geheel or any(_name_noot(noot) not in noten for noot in element.iterancestors(*NOOT))
    )


def _name_noot(element: etree._Element) -> tuple[str, str]:
    """Name a note, or the one that is referred to."""
    return str(element.tag).removesuffix("Reference"), element.get(qn("w:id"), "")


def _find_dubbele(paren: Sequence[tuple[etree._Element, Alineatekst]]) -> set[int]:
    """Find the paragraphs that Word wrote a second time, for older programs, with the same text."""
    teksten: dict[etree._Element, set[str]] = {}
    dubbel: set[int] = set()
    for element, alinea in paren:
        for ouder in element.iterancestors(_KEUZE, _TERUGVAL):
            keuze = next(ouder.iterancestors())
            if ouder.tag == _KEUZE:
                teksten.setdefault(keuze, set()).add(alinea.tekst)
            elif alinea.tekst in teksten.get(keuze, ()):
                dubbel.add(alinea.nummer)
    return dubbel


def _read_deel(naam: str, inhoud: bytes, omgeving: Environment, gebreken: list[Gebrek]) -> Leesdeel | None:
    """Read a part, and note what is wrong in it; one without tags gives nothing."""
    wortel = etree.fromstring(inhoud, etree.XMLParser(remove_blank_text=True, resolve_entities=False))
    if wortel.nsmap.get("w") != nsmap["w"] or (wortel.tag == qn("w:document") and wortel.find(qn("w:body")) is None):
        boodschap = "de opbouw van het bestand klopt niet; bewaar het opnieuw vanuit Word"
        gebreken.append(Gebrek("sjabloon-opbouw", boodschap, deel=naam))
        return None
    gevonden = list(find_verdwaalde_tags(wortel))
    paren = read_alineas(wortel)
    alineas = tuple(alinea for _, alinea in paren)
    gevonden += [gebrek for alinea in alineas for gebrek in find_halve_tags(alinea)]
    vragen = Vragen()
    if not all(alinea.is_vast for alinea in alineas):
        boom, fouten = check_tags(alineas, omgeving)
        vragen = read_vragen(boom, alineas)
        gevonden += [*fouten, *vragen.gebreken, *find_misplaatste_tags(paren), *find_late_celtags(paren)]
    dubbel = _find_dubbele(paren)
    gevonden = [gebrek for gebrek in dict.fromkeys(gevonden) if gebrek.nummer not in dubbel]
    gebreken += [attrs.evolve(een, deel=naam) for een in sorted(gevonden, key=lambda gebrek: gebrek.nummer)]
    if all(alinea.is_vast for alinea in alineas):
        return None
    return Leesdeel(naam, wortel, paren, drop_alineas(vragen, dubbel), frozenset())


def _read_eigenschap(tekst: str, omgeving: Environment, gebreken: list[Gebrek]) -> Vragen:
    alinea = read_alinea(1, tekst)
    if opmaak := [tag for tag in alinea.tags if tag.is_opmaak]:
        gebreken += [
            attrs.evolve(alinea.make_gebrek("tag-eigenschap", _EIGENSCHAP.format(tag.tekst)), deel=EIGENSCHAPPEN)
            for tag in opmaak
        ]
        return Vragen()
    boom, fouten = check_tags([alinea], omgeving)
    vragen = read_vragen(boom, [alinea])
    gevonden = [*find_halve_tags(alinea), *fouten, *vragen.gebreken]
    gebreken += [attrs.evolve(gebrek, deel=EIGENSCHAPPEN) for gebrek in gevonden]
    return vragen


def _find_gegevens(pakket: Mapping[str, bytes]) -> Iterator[Gebrek]:
    """Find the data of a document that became a template: they would be in every new document."""
    for naam in pakket:
        if naam.endswith(".xml") and is_gegevensdeel(parse_deel(naam, pakket[naam])):
            yield Gebrek(
                "sjabloon-gegevens",
                f"het onderdeel {naam} bevat gegevens van een eerder stuk, en die zouden in elk nieuw stuk komen; "
                "haal ze in Word weg: Bestand > Info > Controleren op problemen > Document controleren > "
                "Aangepaste XML-gegevens",
            )


def _find_vreemde_tags(pakket: Mapping[str, bytes], gevuld: set[str]) -> Iterator[Gebrek]:
    """Find tags in parts that nobody fills in."""
    for naam in sorted(pakket.keys() - gevuld):
        if naam.endswith((".xml", ".rels")):
            wortel = parse_deel(naam, pakket[naam])
            if has_tag(etree.tostring(wortel, encoding="unicode")):
                teksten = (
                    tekst
                    for element in wortel.iter()
                    for tekst in (element.text or "", element.tail or "", *map(str, element.attrib.values()))
                )
                tag = next(filter(has_tag, teksten), "{{ … }}").strip()
                boodschap = f"in het onderdeel {naam} staat een tag ({tag}), en daar vult ivb niets in"
                yield Gebrek("tag-elders", boodschap)
