"""The list of promises to the council as a Word document."""

import datetime
from collections.abc import Iterator
from typing import Annotated

import attrs

from ivb.dates import add_lidwoord, format_datum, format_periode, to_date
from ivb.documents.stukken.gaten import Gaten
from ivb.documents.stukken.huisstijl import (
    Sjabloonbron,
    make_benaming,
    make_eigenschappen,
    make_kenmerken,
    render_in_huisstijl,
)
from ivb.documents.stukken.oordelen import LEEG
from ivb.documents.stukken.tekstdelen import join_opmaak, label_opmaak, parse_tekst
from ivb.documents.stukken.vaststelling import format_besluit, format_wanneer
from ivb.documents.stukken.weergave import Documentweergave, Veld, Weergave
from ivb.documents.word.opmaak import Opmaak, alineas
from ivb.model.dossier import Dossier
from ivb.model.gemeente import Documentsoort
from ivb.model.toezegging import Afdoening, Toezegging, Toezeggingstatus
from ivb.rules.stand import derive_stand
from ivb.rules.toezeggingen import derive_open_toezeggingen, find_melding


@attrs.frozen(kw_only=True)
class Toezeggingweergave(Weergave):
    """A promise to the council."""

    nummer: Annotated[str, Veld("het nummer")]
    gedaan: Annotated[tuple[str, ...], Veld("wanneer zij gedaan is, en in welke vergadering", moet=True)]
    onderwerp: Annotated[str, Veld("waarover zij gaat", moet=True)]
    tekst: Annotated[Opmaak, Veld("wat er is toegezegd", moet=True)]
    gevraagd_door: Annotated[str, Veld("wie erom vroeg")]
    toegezegd_door: Annotated[str, Veld("wie haar deed", moet=True)]
    termijn: Annotated[str, Veld("voor wanneer, of hoe vaak", moet=True)]
    status: Annotated[str, Veld("hoe het ermee staat, en sinds wanneer", moet=True)]
    afdoening: Annotated[Opmaak, Veld("waarmee zij is afgedaan; voorstel en besluit tot afvoeren", moet=True)]


@attrs.frozen(kw_only=True)
class Toezeggingenlijstweergave(Documentweergave):
    """What the list shows."""

    peildatum: Annotated[str, Veld("de dag waarop het zo was; staat ook bij de kenmerken")]
    open: Annotated[tuple[Toezeggingweergave, ...], Veld("elke toezegging die open is", moet=True)]
    afgehandeld: Annotated[tuple[Toezeggingweergave, ...], Veld("elke toezegging die is afgehandeld", moet=True)]
    verantwoording: Annotated[str, Veld("waarvan dit de lijst is, en van welke dag", moet=True)]


def render_toezeggingenlijst(
    dossier: Dossier,
    *,
    peildatum: datetime.date,
    bekend_op: datetime.date | None = None,
    concept: bool = False,
    sjabloon: Sjabloonbron = None,
    met_gegevens: bool = False,
) -> bytes:
    """Render the list of promises to the council on a day as a Word document (.docx).

    The open ones come first. What nobody noted (a number, a meeting, who asked) stays open in the list: it is unknown,
    and no hole. A hole is a settlement that does not say with what the council got what was promised.

    Args:
        dossier: the dossier.
        peildatum: the day on which it was so, and the day of the document.
        bekend_op: the day on which that was known; without it, the same day.
        concept: make a draft, which shows its holes and says what it is.
        sjabloon: a Word template with the same fields, in the house style of the municipality.
        met_gegevens: put the public data of the dossier into it too, for ``read_back``.

    Raises:
        SjabloonError: the template cannot be used; the message says what and where.
        DocumentError: it is no draft and has holes, or a field cannot be put into a document without loss.
        TypeError: one of the days is a ``datetime`` or no date.

    >>> from ivb import voorbeeld
    >>> render_toezeggingenlijst(voorbeeld(), peildatum=datetime.date(2024, 5, 1))[:2]
    b'PK'
    """
    weergave = view_toezeggingenlijst(dossier, peildatum=peildatum, bekend_op=bekend_op, concept=concept)
    titel = make_benaming(dossier, Documentsoort.TOEZEGGINGENLIJST)
    eigenschappen = make_eigenschappen(dossier, titel, to_date(peildatum))
    gegevens = (dossier, None) if met_gegevens else None
    return render_in_huisstijl(
        "toezeggingenlijst", weergave, eigenschappen=eigenschappen, sjabloon=sjabloon, gegevens=gegevens
    )


def view_toezeggingenlijst(
    dossier: Dossier,
    *,
    peildatum: datetime.date,
    bekend_op: datetime.date | None = None,
    concept: bool = False,
) -> Toezeggingenlijstweergave:
    """Give what the list shows.

    Raises:
        DocumentError: it is no draft, and it has holes; the message lists them all.
        TypeError: one of the days is a ``datetime`` or no date.
    """
    gaten = Gaten(concept)
    titel = make_benaming(dossier, Documentsoort.TOEZEGGINGENLIJST)
    stand = derive_stand(dossier, peildatum, bekend_op)
    openstaand = {een.id for een in derive_open_toezeggingen(dossier, peildatum=peildatum, bekend_op=bekend_op)}
    dag = format_datum(stand.peildatum)
    weergave = Toezeggingenlijstweergave(
        concept=concept,
        titel=titel,
        gemeente=dossier.gemeente.naam,
        peildatum=dag,
        kenmerken=make_kenmerken(
            ("Gemeente", dossier.gemeente.naam),
            ("Peildatum", dag),
            ("Open", str(len(openstaand))),
            ("Afgehandeld", str(len(stand.toezeggingen) - len(openstaand))),
        ),
        open=tuple(_view(dossier, een, gaten) for een in stand.toezeggingen if een.id in openstaand),
        afgehandeld=tuple(_view(dossier, een, gaten) for een in stand.toezeggingen if een.id not in openstaand),
        verantwoording=f"Dit zijn de toezeggingen aan de raad van {dossier.gemeente.naam} zoals zij op {dag} waren.",
    )
    gaten.check(titel)
    return weergave


def _view(dossier: Dossier, toezegging: Toezegging, gaten: Gaten) -> Toezeggingweergave:
    return Toezeggingweergave(
        nummer=toezegging.nummer or LEEG,
        gedaan=(format_wanneer(toezegging.datum), *filter(None, [toezegging.vergadering])),
        onderwerp=toezegging.onderwerp,
        tekst=parse_tekst(toezegging.tekst),
        gevraagd_door=toezegging.gevraagd_door or LEEG,
        toegezegd_door=toezegging.toegezegd_door or LEEG,
        termijn=_format_termijn(toezegging),
        status=_format_status(toezegging),
        afdoening=join_opmaak(_tell_afdoening(dossier, toezegging, gaten)),
    )


def _format_termijn(toezegging: Toezegging) -> str:
    """Write when a promise is due; of a periodic one also how often."""
    if toezegging.rapportageafspraak and toezegging.termijn.is_onbekend:
        return str(toezegging.rapportageafspraak.ritme)
    return format_wanneer(toezegging.termijn)


def _format_status(toezegging: Toezegging) -> str:
    """Write the state: struck by the council, else the last note, else settled once and for all, else open."""
    if toezegging.afvoerbesluit:
        return str(Toezeggingstatus.AFGEVOERD)
    laatste = find_melding(toezegging)
    if laatste:
        return f"{laatste.status}, sinds {format_datum(laatste.sinds)}"
    is_afgedaan = toezegging.afdoeningen and not toezegging.is_periodiek
    return str(Toezeggingstatus.AFGEDAAN if is_afgedaan else Toezeggingstatus.OPEN)


def _tell_afdoening(dossier: Dossier, toezegging: Toezegging, gaten: Gaten) -> Iterator[Opmaak]:
    """Tell of the last note, every settlement, and the proposal and the decision to strike."""
    laatste = find_melding(toezegging)
    if laatste:
        yield parse_tekst(laatste.toelichting)
    for afdoening in toezegging.afdoeningen:
        wat = _find_document(dossier, afdoening)
        waarmee = gaten.fill(wat, f"het stuk waarmee de toezegging ‘{toezegging.onderwerp}’ is afgedaan", kort="stuk")
        over = f" over {add_lidwoord(format_periode(afdoening.periode))}" if afdoening.periode else ""
        yield alineas([f"Afgedaan{over} op {format_datum(afdoening.sinds)}: {waarmee}"])
    voorstel = toezegging.afvoervoorstel
    if voorstel:
        dag = format_datum(voorstel.sinds)
        yield label_opmaak(f"Voorstel tot afvoeren van {dag}", parse_tekst(voorstel.reden)) or alineas(
            [f"Voorstel tot afvoeren van {dag}"]
        )
    if toezegging.afvoerbesluit:
        yield alineas([f"Afgevoerd: {format_besluit(toezegging.afvoerbesluit)}"])


def _find_document(dossier: Dossier, afdoening: Afdoening) -> str | None:
    """Find what settled a promise: the title of a document in the dossier, and what was written of it."""
    titels = _find_titels(dossier).get(afdoening.document or "")
    return ", ".join(filter(None, (titels, afdoening.omschrijving))) or None


def _find_titels(dossier: Dossier) -> dict[str, str]:
    return {
        **{een.id: een.onderwerp for een in dossier.raadsbrieven},
        **{een.id: een.titel for een in dossier.jaarplannen},
        **{een.id: een.titel for een in dossier.beleid},
        **{een.id: een.titel for een in dossier.rapportages},
    }
