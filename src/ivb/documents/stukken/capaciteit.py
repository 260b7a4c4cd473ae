"""What a plan asks in hours and money against what there is.

The hours of an action that carries out an obligation are part of those of the obligation, and so is its money: neither
is counted twice. What is not known is not nought: the sentence says of how many posts the hours are not known.
"""

from collections.abc import Iterable
from typing import Annotated

import attrs

from ivb.dates import format_periode
from ivb.documents.stukken.oordelen import LEEG
from ivb.documents.stukken.themas import format_thema, order_themas
from ivb.documents.stukken.weergave import Veld, Weergave
from ivb.documents.word.opmaak import Opmaak, alineas
from ivb.getallen import format_bedrag, format_getal
from ivb.model.beleid import Veiligheidsbeleid
from ivb.model.dossier import Dossier
from ivb.model.jaarplan import Actie, Capaciteit, Jaarplan, Verplichting
from ivb.rules.capaciteit import (
    Capaciteitsraming,
    Deel,
    Post,
    Raming,
    add_posten,
    derive_capaciteit,
    iter_gevraagd,
    make_post,
)


@attrs.frozen(kw_only=True)
class Postweergave(Weergave):
    """What asks or gives hours and money."""

    naam: Annotated[str, Veld("waarvoor of van wie", moet=True)]
    uren: Annotated[str, Veld("hoeveel uren", moet=True)]
    bedrag: Annotated[str, Veld("hoeveel geld", moet=True)]
    dekking: Annotated[str, Veld("waaruit het betaald wordt")]


@attrs.frozen(kw_only=True)
class Capaciteitweergave(Weergave):
    """What is needed against what there is."""

    samenvatting: Annotated[Opmaak, Veld("nodig en beschikbaar in een zin", moet=True, een_alinea=True)]
    nodig: Annotated[tuple[Postweergave, ...], Veld("wat nodig is, per thema en per verplichting", moet=True)]
    beschikbaar: Annotated[tuple[Postweergave, ...], Veld("wat er is, per rol", moet=True)]


def view_capaciteit(dossier: Dossier, jaarplan: Jaarplan, beleid: Veiligheidsbeleid | None) -> Capaciteitweergave:
    """Give what is needed, per theme and per obligation, what is available, and both in one sentence."""
    themas = order_themas(beleid, (een.thema for een in jaarplan.acties))
    plaatsen = {thema: plaats for plaats, thema in enumerate(themas)}

    def find_plaats(post: Post[Actie | Verplichting]) -> int:
        is_actie = isinstance(post.deel, Actie)
        return plaatsen.get(post.deel.thema or "", len(plaatsen)) if is_actie else len(plaatsen) + 1

    nodig = sorted(iter_gevraagd(jaarplan), key=find_plaats)
    return Capaciteitweergave(
        samenvatting=_summarize(derive_capaciteit(jaarplan)),
        nodig=_view_rijen(
            (_format_deel(dossier, beleid, post.deel), post)
            for post in nodig
            if post.uren is not None or post.bedrag is not None
        ),
        beschikbaar=_view_rijen((_format_rol(een), make_post(een)) for een in jaarplan.capaciteit),
    )


def _format_deel(dossier: Dossier, beleid: Veiligheidsbeleid | None, deel: Actie | Verplichting) -> str:
    """Name the row in which a part of the plan stands: an obligation its own, actions that of their theme."""
    if isinstance(deel, Verplichting):
        return deel.titel
    return f"Acties: {format_thema(dossier, beleid, deel.thema) if deel.thema else 'overig'}"


def _view_rijen(posten: Iterable[tuple[str, Post[Deel]]]) -> tuple[Postweergave, ...]:
    """Give a row for every name, with what is under it added up."""
    rijen: dict[str, list[Post[Deel]]] = {}
    for naam, post in posten:
        rijen.setdefault(naam, []).append(post)
    return tuple(_view_rij(naam, rij) for naam, rij in rijen.items())


def _view_rij(naam: str, posten: list[Post[Deel]]) -> Postweergave:
    som = add_posten(posten)
    return Postweergave(
        naam=naam,
        uren=LEEG if som.uren is None else format_getal(som.uren),
        bedrag=LEEG if som.bedrag is None else format_bedrag(som.bedrag),
        dekking="; ".join(dict.fromkeys(filter(None, (_format_dekking(post.deel) for post in posten)))) or LEEG,
    )


def _format_dekking(deel: Deel) -> str:
    return ", ".join(filter(None, (deel.dekking, deel.dekkingsbron)))


def _format_rol(capaciteit: Capaciteit) -> str:
    return f"{capaciteit.rol} ({format_periode(capaciteit.periode)})" if capaciteit.periode else capaciteit.rol


def _summarize(raming: Capaciteitsraming) -> Opmaak:
    """Hold what is needed against what there is; nothing when neither is known."""
    nodig, beschikbaar = raming.gevraagd, raming.beschikbaar
    if all(een.uren is None and een.bedrag is None for een in (nodig, beschikbaar)):
        return Opmaak()
    zin = f"Nodig: {_tell_som(nodig)}. Beschikbaar: {_tell_som(beschikbaar)}."
    zonder = nodig.onbekend
    rest = f" Van {zonder} {'onderdeel' if zonder == 1 else 'onderdelen'} zijn de uren niet bekend." if zonder else ""
    return alineas([zin + rest])


def _tell_som(som: Raming) -> str:
    delen = (
        None if som.uren is None else f"{format_getal(som.uren)} uur",
        None if som.bedrag is None else format_bedrag(som.bedrag),
    )
    return " en ".join(filter(None, delen)) or "niet bekend"
