"""Every kind of document: of the examples, and of whatever dossier there may be."""

import datetime
import io
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final, NamedTuple, TypeAlias

import attrs
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import HealthCheck, given, seed, settings

import ivb
from ivb import DocumentError, Dossier, Jaarplan, Raadsbrief, Rapportage, Veiligheidsbeleid
from ivb.documents.stukken.raadsbrief import render_raadsbrief
from ivb.documents.word.opmaak import parse_opmaak
from ivb.documents.word.pakket import parse_deel, read_pakket
from ivb.testing import dossiers
from tests.documents.dossiers import VOORBEELDSTAD

SOORTEN: Final = ("raadsbrief", "notitie", "jaarplan", "beleid", "toezeggingenlijst")
EINDE: Final = datetime.date(2199, 12, 31)
"""A day on which everything that a strategy draws has happened and is known."""

Woorden: TypeAlias = Iterable[str | None]


class Stuk(NamedTuple):
    """A document that can be made of a dossier.

    Attributes:
        soort: which of the five it is.
        render: makes it; takes ``concept``.
        regels: the plain texts that must be in it.
        teksten: the texts in CommonMark that must be in it.
    """

    soort: str
    render: Callable[..., bytes]
    regels: Woorden
    teksten: Woorden


def iter_stukken(dossier: Dossier) -> Iterator[Stuk]:
    """Give every document that can be made of a dossier."""
    for brief in dossier.raadsbrieven:
        if not find_zonder_kop(dossier, brief):
            yield Stuk("raadsbrief", partial(render_raadsbrief, dossier, brief), *_list_brief(brief))
    for rapportage in dossier.rapportages:
        yield Stuk("notitie", partial(ivb.render_notitie, dossier, rapportage), *_list_notitie(dossier, rapportage))
    for plan in dossier.jaarplannen:
        yield Stuk("jaarplan", partial(ivb.render_jaarplan, dossier, plan), *_list_jaarplan(plan))
    for beleid in dossier.beleid:
        yield Stuk("beleid", partial(ivb.render_beleid, dossier, beleid), *_list_beleid(beleid))
    lijst = partial(ivb.render_toezeggingenlijst, dossier, peildatum=EINDE)
    yield Stuk("toezeggingenlijst", lijst, *_list_toezeggingen(dossier))


def find_zonder_kop(dossier: Dossier, brief: Raadsbrief) -> str:
    """Give why a letter cannot be printed: it says something for which the profile has no heading."""
    try:
        render_raadsbrief(dossier, brief, concept=True)
    except DocumentError as fout:
        return str(fout)
    return ""


def _list_brief(brief: Raadsbrief) -> tuple[Woorden, Woorden]:
    regels = [
        *(brief.onderwerp, brief.soort, brief.nummer, brief.zaaknummer, brief.kenmerk),
        *(brief.portefeuillehouder, brief.afdeling, brief.plaats, brief.openbaarheid.grond),
        *(een.tekst for een in brief.kennisnemen_van),
        *(een.titel for een in brief.bijlagen),
        *(regel for een in brief.ondertekenaars for regel in (een.functie, een.anker, een.naam)),
    ]
    if brief.openbaarheid.soort == "openbaar":
        regels = [regel for regel in regels if regel != brief.openbaarheid.grond]
    return regels, [brief.inleiding, brief.kernboodschap, brief.doorkijk, *(een.tekst for een in brief.vervolg)]


def _list_notitie(dossier: Dossier, rapportage: Rapportage) -> tuple[Woorden, Woorden]:
    plan = dossier.find_jaarplan(max(rapportage.perioden, key=lambda periode: periode.einddatum))
    acties = plan.acties if plan else ()
    return (
        [rapportage.titel, *(regel for een in acties for regel in (een.titel, een.trekker))],
        [
            *(rapportage.inleiding, rapportage.vooruitblik),
            *(tekst for een in rapportage.ontwikkelingen for tekst in (een.tekst, een.vooruitblik)),
            *(een.tekst for een in rapportage.vergelijkingen),
        ],
    )


def _list_jaarplan(plan: Jaarplan) -> tuple[Woorden, Woorden]:
    onderdelen = [een for verplichting in plan.verplichtingen for een in verplichting.checklist]
    return (
        [
            plan.titel,
            *(een.titel for een in plan.ambities),
            *(regel for een in plan.acties for regel in (een.titel, een.trekker, een.dekkingsbron, *een.partners)),
            *(regel for een in plan.verplichtingen for regel in (een.titel, een.opgelegd_door, een.dekkingsbron)),
            *(regel for een in onderdelen for regel in (een.item, een.norm, een.normversie, een.bewijs, een.pijler)),
            *(regel for een in plan.capaciteit for regel in (een.rol, een.dekkingsbron)),
        ],
        [
            plan.inleiding,
            *(een.toelichting for een in plan.ambities),
            *(een.toelichting for een in plan.verplichtingen),
            *(tekst for een in plan.acties for tekst in (een.toelichting, een.resultaat)),
        ],
    )


def _list_beleid(beleid: Veiligheidsbeleid) -> tuple[Woorden, Woorden]:
    return (
        [
            beleid.titel,
            *(regel for een in beleid.themas for regel in (een.naam, een.prioriteit)),
            *(een.thema for thema in beleid.themas for een in thema.velden),
            *(een.bron for een in beleid.doelen),
            *(een.bron for een in beleid.rapportageafspraken),
        ],
        [
            beleid.inleiding,
            *(een.toelichting for een in beleid.themas),
            *(tekst for een in beleid.doelen for tekst in (een.tekst, een.effect)),
        ],
    )


def _list_toezeggingen(dossier: Dossier) -> tuple[Woorden, Woorden]:
    alle = dossier.toezeggingen
    return (
        [
            *(een.onderwerp for een in alle),
            *(r for een in alle for r in (een.nummer, een.vergadering, een.gevraagd_door, een.toegezegd_door)),
            *(afdoening.omschrijving for een in alle for afdoening in een.afdoeningen),
        ],
        [*(een.tekst for een in alle), *(een.afvoervoorstel.reden for een in alle if een.afvoervoorstel)],
    )


def find_verloren(document: bytes, stuk: Stuk) -> list[str]:
    """Find what of a document's texts is not in it, whole and to the character; capitals aside."""
    alineas = Document(io.BytesIO(document)).element.body.iter(qn("w:p"))
    gelezen = "\n".join(Paragraph(alinea, None).text for alinea in alineas).casefold()  # type: ignore[arg-type]
    blokken = [blok for tekst in stuk.teksten if tekst for blok in parse_opmaak(tekst).blokken]
    gezocht = [*filter(None, stuk.regels), *("".join(een.tekst for een in blok.stukjes) for blok in blokken)]
    koppelingen = parse_deel("koppelingen", read_pakket(document)["word/_rels/document.xml.rels"])
    doelen = {relatie.get("Target") for relatie in koppelingen}
    adressen = {een.link for blok in blokken for een in blok.stukjes if een.link}
    return [tekst for tekst in gezocht if tekst.casefold() not in gelezen] + sorted(adressen - doelen)


def lees_koppen(document: bytes) -> list[str]:
    """Read the headings of a document."""
    alineas = Document(io.BytesIO(document)).paragraphs
    return [een.text for een in alineas if een.style and str(een.style.name).startswith("Heading")]


def iter_woorden(deel: object) -> Iterator[str]:
    """Give every text in a noun."""
    if isinstance(deel, str):
        yield deel
    elif isinstance(deel, tuple):
        for een in deel:
            yield from iter_woorden(een)
    elif attrs.has(soort := type(deel)):
        for veld in attrs.fields(soort):
            yield from iter_woorden(getattr(deel, veld.name))


def collect_documenten(aantal: int) -> dict[str, bytes]:
    """Draw documents, so many of each kind that differ, drafts and final ones; the same at every call."""
    gevonden: dict[str, dict[bytes, None]] = {soort: {} for soort in SOORTEN}

    @seed(1)
    @settings(max_examples=10 * aantal, database=None, suppress_health_check=list(HealthCheck))
    @given(dossiers())
    def collect(dossier: Dossier) -> None:
        for stuk in iter_stukken(dossier):
            gevonden[stuk.soort].update(dict.fromkeys(render_versies(stuk)))

    collect()
    gekozen = {soort: list(stukken)[-aantal:] for soort, stukken in gevonden.items()}
    assert {len(stukken) for stukken in gekozen.values()} == {aantal}
    return {f"{soort}-{nummer}": stuk for soort, stukken in gekozen.items() for nummer, stuk in enumerate(stukken)}


def render_versies(stuk: Stuk) -> Iterator[bytes]:
    """Give the draft of a document, and the final one if it has no holes."""
    yield stuk.render(concept=True)
    try:
        yield stuk.render()
    except DocumentError as fout:
        if "is niet compleet; vul het dossier aan of maak een concept:" not in str(fout):
            raise


def _render_brief(nummer: int) -> bytes:
    dossier = ivb.voorbeeld()
    nieuw = ivb.compose_raadsbrief(dossier, "2024-H1", datum=datetime.date(2024, 10, 8))
    return ivb.render_raadsbrief(dossier, (*dossier.raadsbrieven, nieuw)[nummer])


VOORBEELDSTUKKEN: Final[dict[str, Callable[[], bytes]]] = {
    "raadsbrief": partial(_render_brief, 0),
    "raadsbrief-opgesteld": partial(_render_brief, -1),
    "notitie": lambda: ivb.render_notitie(VOORBEELDSTAD, "2025-H2"),
    "notitie-concept": lambda: ivb.render_notitie(VOORBEELDSTAD, "2025-H1", concept=True),
    "jaarplan": lambda: ivb.render_jaarplan(VOORBEELDSTAD, VOORBEELDSTAD.jaarplannen[0]),
    "beleid": lambda: ivb.render_beleid(VOORBEELDSTAD, VOORBEELDSTAD.beleid[0]),
    "toezeggingenlijst": lambda: ivb.render_toezeggingenlijst(VOORBEELDSTAD, peildatum=datetime.date(2026, 3, 3)),
    "twenterand-notitie": lambda: ivb.render_notitie(ivb.voorbeeld(), "2023"),
    "twenterand-jaarplan": lambda: ivb.render_jaarplan(ivb.voorbeeld(), ivb.voorbeeld().jaarplannen[0]),
    "twenterand-beleid": lambda: ivb.render_beleid(ivb.voorbeeld(), ivb.voorbeeld().beleid[0]),
    "twenterand-toezeggingenlijst": lambda: ivb.render_toezeggingenlijst(
        ivb.voorbeeld(), peildatum=datetime.date(2024, 5, 1)
    ),
}
"""Every kind of document of the two example municipalities."""
