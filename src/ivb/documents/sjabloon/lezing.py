"""A template as its author typed it: every part that is filled, read once, with all that is wrong in it."""

from collections.abc import Iterator, Mapping
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
    find_misplaatste_tags,
    find_verdwaalde_tags,
    has_tag,
    read_alinea,
    read_alineas,
)
from ivb.documents.sjabloon.vragen import Vragen, read_vragen
from ivb.documents.word.eigenschappen import read_eigenschappen
from ivb.documents.word.gegevensdeel import is_gegevensdeel
from ivb.documents.word.pakket import find_hoofddeel, find_relaties, parse_deel

EIGENSCHAPPEN: Final = "eigenschappen"
_GEVULD: Final = ("header", "footer", "footnotes", "endnotes")


@attrs.frozen(eq=False)
class Leesdeel:
    """A part with tags.

    Attributes:
        naam: its name.
        wortel: its XML, with every tag in one piece.
        paren: its paragraphs, each as XML and as its author typed it.
        vragen: what its tags ask.
    """

    naam: str
    wortel: etree._Element
    paren: list[tuple[etree._Element, Alineatekst]]
    vragen: Vragen

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
    relaties = find_relaties(pakket, hoofddeel)
    gevuld = dict.fromkeys([hoofddeel, *(relatie.doel for relatie in relaties if relatie.soort in _GEVULD)])
    gebreken = [*_find_gegevens(pakket), *_find_vreemde_tags(pakket, {*gevuld, kern})]
    delen = [deel for naam in gevuld if (deel := _read_deel(naam, pakket[naam], omgeving, gebreken))]
    eigenschappen = read_eigenschappen(parse_deel(kern, pakket[kern])) if kern in pakket else {}
    vragen = [_read_eigenschap(tekst, omgeving, gebreken) for tekst in eigenschappen.values()]
    samen = Vragen(
        tuple(eis for een in vragen for eis in een.eisen),
        tuple(gebruik for een in vragen for gebruik in een.gebruik),
        vergelijkingen=tuple(vergelijking for een in vragen for vergelijking in een.vergelijkingen),
    )
    return Lezing(tuple(delen), eigenschappen, samen, tuple(gebreken))


def find_kern(pakket: Mapping[str, bytes]) -> str:
    """Find the name of the part with the core properties; empty if there is none."""
    return next((relatie.doel for relatie in find_relaties(pakket, "") if relatie.soort == "core-properties"), "")


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
        gevonden += [*fouten, *vragen.gebreken, *find_misplaatste_tags(paren)]
    gebreken += [attrs.evolve(een, deel=naam) for een in sorted(gevonden, key=lambda gebrek: gebrek.nummer)]
    return None if all(alinea.is_vast for alinea in alineas) else Leesdeel(naam, wortel, paren, vragen)


def _read_eigenschap(tekst: str, omgeving: Environment, gebreken: list[Gebrek]) -> Vragen:
    alinea = read_alinea(1, tekst)
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
