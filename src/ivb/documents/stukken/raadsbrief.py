"""The letter to the council as a Word document."""

from collections.abc import Iterator
from typing import Annotated, Final

import attrs

from ivb.dates import format_datum, parse_periode
from ivb.documents.stukken.gaten import Gaten
from ivb.documents.stukken.huisstijl import Sjabloonbron, make_eigenschappen, make_kenmerken, render_in_huisstijl
from ivb.documents.stukken.tekstdelen import join_opmaak, parse_tekst
from ivb.documents.stukken.themas import format_thema
from ivb.documents.stukken.weergave import Documentweergave, Veld, Weergave
from ivb.documents.word.opmaak import Opmaak, alineas, opsomming
from ivb.errors import DocumentError
from ivb.model.besluit import Orgaan
from ivb.model.dossier import Dossier
from ivb.model.gemeente import Briefsectie, Documentsoort, Kop
from ivb.model.raadsbrief import Openbaarheid, Openbaarheidssoort, Raadsbrief


@attrs.frozen(kw_only=True)
class Sectieweergave(Weergave):
    """A part of the letter under its heading."""

    kop: Annotated[str, Veld("de kop uit het profiel van uw gemeente", moet=True)]
    inhoud: Annotated[Opmaak, Veld("de tekst", moet=True)]


@attrs.frozen(kw_only=True)
class Ondertekenaarweergave(Weergave):
    """Who signs the letter."""

    functie: Annotated[str, Veld("het ambt, met een komma erachter", moet=True)]
    anker: Annotated[str, Veld("het teken waaraan een ondertekendienst de plek van de handtekening herkent, of niets")]
    naam: Annotated[str, Veld("de naam", moet=True)]


@attrs.frozen(kw_only=True)
class Raadsbriefweergave(Documentweergave):
    """What the letter shows."""

    secties: Annotated[
        tuple[Sectieweergave, ...],
        Veld(
            "de onderdelen die gevuld zijn, in de volgorde van het profiel van uw gemeente",
            moet=True,
            of=tuple(Briefsectie),
        ),
    ]
    onderwerp: Annotated[Opmaak, Veld("het onderwerp, bij zijn eigen naam", een_alinea=True)]
    kennisnemen_van: Annotated[Opmaak, Veld("waarvan de raad kennis neemt, bij zijn eigen naam")]
    inleiding: Annotated[Opmaak, Veld("de inleiding, bij haar eigen naam")]
    kernboodschap: Annotated[Opmaak, Veld("de kernboodschap, bij haar eigen naam")]
    vervolg: Annotated[Opmaak, Veld("hoe het verder gaat, bij zijn eigen naam")]
    bijlagen: Annotated[Opmaak, Veld("de lijst van bijlagen, bij haar eigen naam")]
    datum: Annotated[str, Veld("de datum van de brief: 23 april 2024")]
    plaats_datum: Annotated[str, Veld("de plaats en de datum: Vriezenveen, 23 april 2024", moet=True, of=("datum",))]
    afzender: Annotated[str, Veld("wie de brief stuurt: Burgemeester en wethouders van …", moet=True)]
    ondertekenaars: Annotated[tuple[Ondertekenaarweergave, ...], Veld("wie de brief ondertekenen", moet=True)]


_LEEG_TE_VULLEN: Final = (Briefsectie.INLEIDING, Briefsectie.KERNBOODSCHAP, Briefsectie.VERVOLG)

_AFZENDERS = {
    Orgaan.COLLEGE: "Burgemeester en wethouders van {}",
    Orgaan.BURGEMEESTER: "De burgemeester van {}",
    Orgaan.RAAD: "De raad van {}",
    Orgaan.ANDERS: "Gemeente {}",
}


def render_raadsbrief(
    dossier: Dossier,
    brief: Raadsbrief,
    *,
    concept: bool = False,
    sjabloon: Sjabloonbron = None,
    met_gegevens: bool = False,
) -> bytes:
    """Render a letter to the council as a Word document (.docx).

    The headings and their order are those of the profile of the municipality; a part without content is left out, with
    its heading. Equal input gives equal bytes.

    It must say something under its subject; what that is, is free. A letter without any text has one hole.

    Args:
        dossier: the dossier, for the names of themes and of the municipality.
        brief: the letter: one of the dossier as it was sent, or one that ``compose_raadsbrief`` made.
        concept: make a draft, which shows its hole and says what it is.
        sjabloon: a Word template with the same fields, in the house style of the municipality.
        met_gegevens: put the public data of the dossier into it too, for ``read_back``.

    Raises:
        SjabloonError: the template cannot be used; the message says what and where.
        DocumentError: it is no draft and has a hole, or a field cannot be put into a document without loss,
            or its data are asked for and it is not public.

    >>> from ivb import voorbeeld
    >>> dossier = voorbeeld()
    >>> render_raadsbrief(dossier, dossier.raadsbrieven[0])[:2]
    b'PK'
    """
    weergave = view_raadsbrief(dossier, brief, concept=concept)
    eigenschappen = make_eigenschappen(dossier, brief.onderwerp, brief.datum)
    gegevens = (dossier, brief) if met_gegevens else None
    return render_in_huisstijl(
        "raadsbrief", weergave, eigenschappen=eigenschappen, sjabloon=sjabloon, gegevens=gegevens
    )


def view_raadsbrief(dossier: Dossier, brief: Raadsbrief, *, concept: bool = False) -> Raadsbriefweergave:
    """Give what the letter shows.

    Raises:
        DocumentError: the letter has a part for which the profile has no heading, so that it would not be printed; or
            it is no draft and says nothing.
    """
    profiel = dossier.gemeente.profiel
    inhoud = _inhoud(dossier, brief)
    gaten = Gaten(concept)
    if not any(tekst for sectie, tekst in inhoud.items() if sectie is not Briefsectie.ONDERWERP):
        eerste = next((kop.sectie for kop in profiel.koppen if kop.sectie in _LEEG_TE_VULLEN), Briefsectie.INLEIDING)
        inhoud[eerste] = gaten.fill_opmaak(None, "de tekst van de brief")
    gaten.check(f"de brief ‘{brief.onderwerp}’")
    return Raadsbriefweergave(
        concept=concept,
        titel=brief.soort or profiel.benaming(Documentsoort.RAADSBRIEF).upper(),
        gemeente=dossier.gemeente.naam,
        kenmerken=make_kenmerken(*_kenmerken(brief)),
        secties=_secties(profiel.koppen, inhoud),
        **{sectie.value: tekst for sectie, tekst in inhoud.items()},
        datum=format_datum(brief.datum),
        plaats_datum=f"{brief.plaats or dossier.gemeente.plaats}, {format_datum(brief.datum)}",
        afzender=_AFZENDERS[brief.afzender].format(dossier.gemeente.naam),
        ondertekenaars=tuple(
            Ondertekenaarweergave(functie=f"{een.functie},", anker=een.anker or "", naam=een.naam)
            for een in brief.ondertekenaars
        ),
    )


def _secties(koppen: tuple[Kop, ...], inhoud: dict[Briefsectie, Opmaak]) -> tuple[Sectieweergave, ...]:
    """Put the filled parts under their headings; none may fall out of the letter in silence."""
    zonder_kop = [sectie for sectie in inhoud if inhoud[sectie] and sectie not in {kop.sectie for kop in koppen}]
    if zonder_kop:
        raise DocumentError(
            f"de brief heeft tekst voor {', '.join(zonder_kop)}, maar het profiel heeft daar geen kop voor; "
            "voeg die toe bij gemeente.profiel.koppen"
        )
    return tuple(Sectieweergave(kop=kop.tekst, inhoud=inhoud[kop.sectie]) for kop in koppen if inhoud[kop.sectie])


def _inhoud(dossier: Dossier, brief: Raadsbrief) -> dict[Briefsectie, Opmaak]:
    """Give the parts of the letter; the themes have the names of the policy that holds on its day."""
    beleid = dossier.find_beleid(parse_periode(f"{brief.datum:%Y-%m}"))
    return {
        Briefsectie.ONDERWERP: alineas([brief.onderwerp]),
        Briefsectie.KENNISNEMEN_VAN: opsomming(deel.tekst for deel in brief.kennisnemen_van),
        Briefsectie.INLEIDING: parse_tekst(brief.inleiding),
        Briefsectie.KERNBOODSCHAP: parse_tekst(brief.kernboodschap)
        + opsomming(format_thema(dossier, beleid, thema) for thema in brief.themas)
        + parse_tekst(brief.doorkijk),
        Briefsectie.VERVOLG: join_opmaak(parse_tekst(afspraak.tekst) for afspraak in brief.vervolg),
        Briefsectie.BIJLAGEN: opsomming(bijlage.titel for bijlage in brief.bijlagen),
    }


def _kenmerken(brief: Raadsbrief) -> Iterator[tuple[str, str | None]]:
    """Give the header fields, each with its label."""
    besluit = brief.collegebesluit
    yield "Nummer", brief.nummer
    yield "Zaaknummer", brief.zaaknummer
    yield "Kenmerk", brief.kenmerk
    yield "Portefeuillehouder", brief.portefeuillehouder
    yield "Afdeling", brief.afdeling
    yield "Collegebesluit", format_datum(besluit) if besluit else None
    yield "Openbaarheid", _openbaarheid(brief.openbaarheid)


def _openbaarheid(openbaarheid: Openbaarheid) -> str | None:
    """Say why a letter is not public, as far as it is known; of a public letter nothing is said."""
    if openbaarheid.soort is Openbaarheidssoort.OPENBAAR:
        return None
    delen = [openbaarheid.soort.value]
    if openbaarheid.embargo_tot:
        delen.append(f"tot {format_datum(openbaarheid.embargo_tot)}")
    if openbaarheid.grond:
        delen.append(f"op grond van {openbaarheid.grond}")
    if openbaarheid.opgelegd_door:
        delen.append(f"opgelegd door {openbaarheid.opgelegd_door}")
    if openbaarheid.datum:
        delen.append(f"op {format_datum(openbaarheid.datum)}")
    return " ".join(delen)
