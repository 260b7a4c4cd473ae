"""What a plan asks in hours and money against what there is.

The hours of an action that carries out an obligation are part of those of the obligation, and so is its money: neither
is counted twice. What is not known is not nought: the sentence says of how many posts the hours are not known.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Annotated, NamedTuple

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


class _Post(NamedTuple):
    """Something that asks or gives hours and money, under the name of the row that it stands in."""

    naam: str
    uren: float | None
    bedrag: int | None
    dekking: str
    uren_elders: bool = False


def view_capaciteit(dossier: Dossier, jaarplan: Jaarplan, beleid: Veiligheidsbeleid | None) -> Capaciteitweergave:
    """Give what is needed, per theme and per obligation, what is available, and both in one sentence."""
    nodig = [*_iter_acties(dossier, jaarplan, beleid), *_iter_verplichtingen(jaarplan)]
    beschikbaar = [_Post(_format_rol(een), een.uren, een.bedrag, _format_dekking(een)) for een in jaarplan.capaciteit]
    return Capaciteitweergave(
        samenvatting=_summarize(nodig, beschikbaar),
        nodig=_view_rijen(post for post in nodig if post.uren is not None or post.bedrag is not None),
        beschikbaar=_view_rijen(beschikbaar),
    )


def _iter_acties(dossier: Dossier, jaarplan: Jaarplan, beleid: Veiligheidsbeleid | None) -> Iterator[_Post]:
    """Give the actions in the order of the themes; what their obligation asks already, they do not ask again."""
    verplichtingen = {een.id: een for een in jaarplan.verplichtingen}
    themas = [*order_themas(beleid, (een.thema for een in jaarplan.acties)), None]
    for thema in themas:
        naam = f"Acties: {format_thema(dossier, beleid, thema) if thema else 'overig'}"
        for actie in (een for een in jaarplan.acties if een.thema == thema):
            plicht = verplichtingen.get(actie.verplichting or "")
            uren_elders = plicht is not None and plicht.uren is not None
            bedrag_elders = plicht is not None and plicht.bedrag is not None
            yield _Post(
                naam,
                None if uren_elders else actie.uren,
                None if bedrag_elders else actie.bedrag,
                _format_dekking(actie),
                uren_elders,
            )


def _iter_verplichtingen(jaarplan: Jaarplan) -> Iterator[_Post]:
    uitgevoerd = {actie.verplichting for actie in jaarplan.acties}
    for een in jaarplan.verplichtingen:
        yield _Post(een.titel, een.uren, een.bedrag, _format_dekking(een), een.id in uitgevoerd)


def _view_rijen(posten: Iterable[_Post]) -> tuple[Postweergave, ...]:
    """Give a row for every name, with what is under it added up."""
    rijen: dict[str, list[_Post]] = {}
    for post in posten:
        rijen.setdefault(post.naam, []).append(post)
    return tuple(
        Postweergave(
            naam=naam,
            uren=LEEG if (uren := _add_uren(rij)) is None else format_getal(uren),
            bedrag=LEEG if (bedrag := _add_bedragen(rij)) is None else format_bedrag(bedrag),
            dekking="; ".join(dict.fromkeys(post.dekking for post in rij if post.dekking)) or LEEG,
        )
        for naam, rij in rijen.items()
    )


def _add_uren(posten: Iterable[_Post]) -> Decimal | None:
    uren = [Decimal(repr(post.uren)) for post in posten if post.uren is not None]
    return sum(uren, Decimal()) if uren else None


def _add_bedragen(posten: Iterable[_Post]) -> int | None:
    bedragen = [post.bedrag for post in posten if post.bedrag is not None]
    return sum(bedragen) if bedragen else None


def _format_dekking(post: Actie | Verplichting | Capaciteit) -> str:
    return ", ".join(filter(None, (post.dekking, post.dekkingsbron)))


def _format_rol(capaciteit: Capaciteit) -> str:
    return f"{capaciteit.rol} ({format_periode(capaciteit.periode)})" if capaciteit.periode else capaciteit.rol


def _summarize(nodig: list[_Post], beschikbaar: list[_Post]) -> Opmaak:
    """Hold what is needed against what there is; nothing when neither is known."""
    if all(post.uren is None and post.bedrag is None for post in (*nodig, *beschikbaar)):
        return Opmaak()
    zin = f"Nodig: {_tell_som(nodig)}. Beschikbaar: {_tell_som(beschikbaar)}."
    zonder = sum(post.uren is None and not post.uren_elders for post in nodig)
    rest = f" Van {zonder} {'onderdeel' if zonder == 1 else 'onderdelen'} zijn de uren niet bekend." if zonder else ""
    return alineas([zin + rest])


def _tell_som(posten: list[_Post]) -> str:
    uren, bedrag = _add_uren(posten), _add_bedragen(posten)
    delen = (
        None if uren is None else f"{format_getal(uren)} uur",
        None if bedrag is None else format_bedrag(bedrag),
    )
    return " en ".join(filter(None, delen)) or "niet bekend"
