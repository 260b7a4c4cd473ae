"""What is wrong with the actions of a plan and their log.

Source: gemeentelijke praktijk. Audit offices keep finding plans that no report follows (Schiedam and Vlaardingen, 2018;
Albrandswaard, 2018; Rijssen-Holten, 2024); Leiden asks cause, consequence and correction of every orange and red.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ivb.bevindingen import Ernst
from ivb.dates import Date, Periode
from ivb.model.beleid import Thema
from ivb.model.dossier import Dossier
from ivb.model.gemeente import Gemeente
from ivb.model.jaarplan import Actie, Jaarplan
from ivb.model.rapportage import Rapportage
from ivb.model.voortgang import Oordeel, Voortgang, Voortgangsmelding
from ivb.rules.actieverloop import Actieuitkomst, Overgang, find_hernoemd, iter_overgangen
from ivb.rules.bronnen import EIGEN_AFSPRAAK, REKENKAMERS
from ivb.rules.checks.regel import Bevinding, Regel
from ivb.rules.checks.teksten import acties as teksten
from ivb.rules.stand import derive_stand
from ivb.rules.voortgang import GEEINDIGD, derive_logboek
from ivb.sources import Bron

LEIDEN = Bron(titel="voortgangsrapportage van Leiden", vindplaats="toelichting bij oranje en rood")

_AF = frozenset({Actieuitkomst.AFGEROND, Actieuitkomst.VERVALLEN})
_JAAR = re.compile(r"\b20\d\d\b")
_UITLEG = ("oorzaak", "gevolg", "bijsturing")


class Plek(NamedTuple):
    """An action in a plan, and its last note on the day."""

    jaarplan: Jaarplan
    actie: Actie
    melding: Voortgangsmelding | None

    def pad(self, veld: str = "") -> str:
        """Give the path of the action, or of a field of it."""
        pad = f"jaarplannen[{self.jaarplan.id}].acties[{self.actie.id}]"
        return f"{pad}.{veld}" if veld else pad


def iter_plekken(dossier: Dossier, peildatum: Date) -> Iterator[Plek]:
    """Give every action of every plan, with its last note."""
    stand = derive_stand(dossier, peildatum)
    logboek = derive_logboek(stand)
    for jaarplan in stand.jaarplannen:
        for actie in jaarplan.acties:
            yield Plek(jaarplan, actie, logboek.find_laatste(jaarplan, actie.id))


def iter_laatste(dossier: Dossier, peildatum: Date) -> Iterator[Plek]:
    """Give every action in the last plan that holds it and has begun: an earlier plan says nothing of it any more."""
    alle = list(iter_plekken(dossier, peildatum))
    laatste = {
        plek.actie.id: plek.jaarplan.looptijd.begindatum
        for plek in alle
        if plek.jaarplan.looptijd.begindatum <= peildatum
    }
    return (plek for plek in alle if plek.jaarplan.looptijd.einddatum >= laatste.get(plek.actie.id, Date.min))


def iter_acties(dossier: Dossier) -> Iterator[Plek]:
    """Give every action of every plan, whatever the day."""
    return (Plek(jaarplan, actie, None) for jaarplan in dossier.jaarplannen for actie in jaarplan.acties)


def iter_meldingen(dossier: Dossier, peildatum: Date) -> Iterator[tuple[str, Voortgangsmelding]]:
    """Give every note that was so and known on the day, with its path."""
    for nummer, melding in enumerate(dossier.voortgang):
        if max(melding.sinds, melding.bekend_sinds) <= peildatum:
            yield f"voortgang[{nummer}]", melding


def check_trekker(dossier: Dossier, _peildatum: Date) -> Iterator[Bevinding]:
    """Find actions that nobody leads."""
    for plek in iter_acties(dossier):
        if plek.actie.trekker is None:
            yield A1.meld(plek.pad("trekker"), actie=plek.actie.id, titel=plek.actie.titel)


def check_planning(dossier: Dossier, _peildatum: Date) -> Iterator[Bevinding]:
    """Find actions without any moment: no end and no moment to look at them."""
    for plek in iter_acties(dossier):
        momenten = (*plek.actie.ijkmomenten, *([plek.actie.eind] if plek.actie.eind else []))
        if all(een.is_onbekend for een in momenten):
            yield A2.meld(plek.pad("eind"), actie=plek.actie.id, titel=plek.actie.titel)


def check_uitleg(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find orange and red without cause, consequence and correction."""
    for pad, melding in iter_meldingen(dossier, peildatum):
        oordelen = (melding.tijd, melding.geld, melding.kwaliteit)
        kleur = next((een for een in (Oordeel.ROOD, Oordeel.ORANJE) if een in oordelen), None)
        ontbreekt = tuple(veld for veld in _UITLEG if getattr(melding, veld) is None)
        if kleur and ontbreekt:
            yield A3.meld(pad, actie=melding.actie, sinds=melding.sinds, kleur=kleur.value, ontbreekt=ontbreekt)


def check_tegenspraak(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find notes that say two things: done without a result, done for a part, begun before it began."""
    for pad, melding in iter_meldingen(dossier, peildatum):
        parameters: dict[str, Any] = {"actie": melding.actie, "sinds": melding.sinds}
        deel = melding.percentage
        if melding.voortgang is Voortgang.AFGEROND and melding.resultaat is None:
            yield A4.meld(f"{pad}.resultaat", **parameters)
        if melding.voortgang is Voortgang.AFGEROND and deel is not None and deel < 100:  # noqa: PLR2004  per cent
            yield A4.meld(f"{pad}.percentage", "deels", percentage=deel, **parameters)
        if melding.voortgang is Voortgang.NIET_GESTART and deel:
            yield A4.meld(f"{pad}.percentage", "begonnen", percentage=deel, **parameters)


def check_verdwenen(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find actions that the next plan passes over in silence; those of a plan that still runs may yet end."""
    stand = derive_stand(dossier, peildatum)
    overgangen = tuple(iter_overgangen(stand, derive_logboek(stand)))
    hernoemd = find_hernoemd(overgangen)
    laatste_jaar = max((een.einddatum.year for een in stand.jaarplannen), default=0)
    for een in overgangen:
        kwijt = _is_kwijt(een, laatste_jaar)
        verdwenen = een.uitkomst is Actieuitkomst.VERDWENEN
        if not (kwijt or verdwenen) or een.jaarplan.einddatum < dossier.bijgehouden_vanaf:
            continue
        opvolger = hernoemd.get((een.jaarplan.id, een.actie.id))
        nieuw: dict[str, Any] = {"opvolger": opvolger.id, "nieuw": opvolger.titel} if opvolger else {}
        loopt = verdwenen and een.jaarplan.einddatum >= peildatum
        variant = "doorgeschoven" if kwijt else "hernoemd" if opvolger else "nog" if loopt else ""
        yield A5.meld(
            f"jaarplannen[{een.jaarplan.id}].acties[{een.actie.id}]",
            variant,
            ernst=Ernst.WAARSCHUWING if loopt else None,
            actie=een.actie.id,
            titel=een.actie.titel,
            jaarplan=een.jaarplan.titel,
            volgende=tuple(plan.titel for plan in een.volgende),
            **nieuw,
        )


def _is_kwijt(een: Overgang, laatste_jaar: int) -> bool:
    """Tell whether an action was carried over to nowhere; to a plan of a year that no plan reaches yet is somewhere."""
    if een.uitkomst is not Actieuitkomst.DOORGESCHOVEN or een.verder_in or not een.volgende:
        return False
    naar = een.melding.naar if een.melding else None
    jaren = [int(jaar) for jaar in _JAAR.findall(naar or "")]
    return not jaren or max(jaren) <= laatste_jaar


def check_doorgeschoven(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find actions that were carried over for the second time or more, and did not end since; each is told once."""
    stand = derive_stand(dossier, peildatum)
    laatste: dict[str, Overgang] = {}
    for een in iter_overgangen(stand, derive_logboek(stand)):
        if een.uitkomst in _AF:
            laatste.pop(een.actie.id, None)
        elif een.uitkomst is Actieuitkomst.DOORGESCHOVEN and een.doorgeschoven > 1:
            laatste[een.actie.id] = een
    for een in laatste.values():
        pad = f"jaarplannen[{een.jaarplan.id}].acties[{een.actie.id}]"
        yield A6.meld(pad, actie=een.actie.id, titel=een.actie.titel, keren=een.doorgeschoven)


def check_ijkmoment(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find continuing actions that nobody looks at on a set moment."""
    for plek in iter_laatste(dossier, peildatum):
        doorlopend = plek.melding is not None and plek.melding.voortgang is Voortgang.DOORLOPEND
        if doorlopend and all(een.is_onbekend for een in plek.actie.ijkmomenten):
            yield A7.meld(plek.pad("ijkmomenten"), actie=plek.actie.id, titel=plek.actie.titel)


def check_verouderd(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find actions of which a report knows nothing of its own period."""
    for rapportage in dossier.rapportages:
        dag = rapportage.peildatum
        if dag is None or not dossier.bijgehouden_vanaf <= dag <= peildatum:
            continue
        stand = derive_stand(dossier, dag, peildatum)
        logboek = derive_logboek(stand)
        for jaarplan in _find_plannen(stand.jaarplannen, rapportage):
            for actie in jaarplan.acties:
                melding = logboek.find_laatste(jaarplan, actie.id)
                if melding is None and _begint_later(dossier.gemeente, actie, dag):
                    continue
                bevinding = _judge_ouderdom(rapportage, dag, Plek(jaarplan, actie, melding))
                if bevinding:
                    yield bevinding


def _begint_later(gemeente: Gemeente, actie: Actie, dag: Date) -> bool:
    """Tell whether the plan itself says that an action certainly begins after a day."""
    vroegst = gemeente.venster(actie.begin)[0] if actie.begin else None
    return vroegst is not None and vroegst > dag


def _find_plannen(plannen: tuple[Jaarplan, ...], rapportage: Rapportage) -> list[Jaarplan]:
    return [
        een
        for een in plannen
        if any(een.looptijd.begindatum <= deel.einddatum <= een.einddatum for deel in rapportage.perioden)
    ]


def _judge_ouderdom(rapportage: Rapportage, dag: Date, plek: Plek) -> Bevinding | None:
    """Say that the last note on an action dates from before the periods that a report is about."""
    begin = min(periode.begindatum for periode in rapportage.perioden)
    parameters: dict[str, Any] = {
        "actie": plek.actie.id,
        "titel": plek.actie.titel,
        "rapportage": rapportage.titel,
        "peildatum": dag,
    }
    if plek.melding is None:
        return A8.meld(plek.pad(), "zonder", **parameters)
    if plek.melding.voortgang in GEEINDIGD or plek.melding.sinds >= begin:
        return None
    return A8.meld(plek.pad(), sinds=plek.melding.sinds, **parameters)


def check_voorbij(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find actions past their planning that still run or are green on time."""
    for plek in iter_laatste(dossier, peildatum):
        eind, melding = plek.actie.eind, plek.melding
        if eind is None or melding is None or melding.voortgang in GEEINDIGD or _is_verklaard(melding):
            continue
        laatst = dossier.gemeente.venster(eind)[1]
        groen = melding.tijd is Oordeel.GROEN
        if laatst and laatst < peildatum and (groen or melding.voortgang is Voortgang.LOOPT):
            wat = "staat op tijd op groen" if groen else "loopt nog"
            yield A9.meld(plek.pad("eind"), actie=plek.actie.id, titel=plek.actie.titel, eind=eind, wat=wat)


def _is_verklaard(melding: Voortgangsmelding) -> bool:
    """Tell whether a note says itself that it takes longer, with all that the council asks of that."""
    uitleg = all(getattr(melding, veld) is not None for veld in _UITLEG)
    return uitleg and melding.tijd in {Oordeel.ORANJE, Oordeel.ROOD}


def check_herhaling(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find texts that are the same, letter for letter, as those of the time before."""
    vorige: dict[str, tuple[Date, str]] = {}
    for pad, melding in sorted(iter_meldingen(dossier, peildatum), key=lambda paar: paar[1].sinds):
        if melding.toelichting is None:
            continue
        sinds, tekst = vorige.get(melding.actie, (melding.sinds, ""))
        if tekst == melding.toelichting and sinds < melding.sinds:
            yield A10.meld(f"{pad}.toelichting", actie=melding.actie, sinds=melding.sinds, vorige=sinds)
        vorige[melding.actie] = (melding.sinds, melding.toelichting)
    yield from _check_ontwikkelingen(dossier, peildatum)


def _check_ontwikkelingen(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    eerder: dict[str, tuple[Periode, str]] = {}
    for rapportage in sorted(dossier.rapportages, key=lambda een: (max(een.perioden), een.id)):
        periode = max(rapportage.perioden)
        if rapportage.datum and rapportage.datum > peildatum:
            continue
        for nummer, een in enumerate(rapportage.ontwikkelingen):
            vorige, tekst = eerder.get(een.thema, (periode, ""))
            if tekst == een.tekst and vorige < periode:
                pad = f"rapportages[{rapportage.id}].ontwikkelingen[{nummer}].tekst"
                yield A10.meld(
                    pad, "thema", thema=dossier.find(Thema, een.thema).naam, rapportage=rapportage.titel, periode=vorige
                )
            eerder[een.thema] = (periode, een.tekst)


A1 = Regel(code="A1", ernst=Ernst.WAARSCHUWING, tekst=teksten.A1, bron=REKENKAMERS, check=check_trekker)
A2 = Regel(code="A2", ernst=Ernst.WAARSCHUWING, tekst=teksten.A2, bron=REKENKAMERS, check=check_planning)
A3 = Regel(code="A3", ernst=Ernst.FOUT, tekst=teksten.A3, bron=LEIDEN, check=check_uitleg)
A4 = Regel(code="A4", ernst=Ernst.WAARSCHUWING, tekst=teksten.A4, bron=EIGEN_AFSPRAAK, check=check_tegenspraak)
A5 = Regel(code="A5", ernst=Ernst.FOUT, tekst=teksten.A5, bron=REKENKAMERS, check=check_verdwenen)
A6 = Regel(code="A6", ernst=Ernst.WAARSCHUWING, tekst=teksten.A6, bron=REKENKAMERS, check=check_doorgeschoven)
A7 = Regel(code="A7", ernst=Ernst.WAARSCHUWING, tekst=teksten.A7, bron=EIGEN_AFSPRAAK, check=check_ijkmoment)
A8 = Regel(code="A8", ernst=Ernst.WAARSCHUWING, tekst=teksten.A8, bron=REKENKAMERS, check=check_verouderd)
A9 = Regel(code="A9", ernst=Ernst.WAARSCHUWING, tekst=teksten.A9, bron=EIGEN_AFSPRAAK, check=check_voorbij)
A10 = Regel(code="A10", ernst=Ernst.WAARSCHUWING, tekst=teksten.A10, bron=EIGEN_AFSPRAAK, check=check_herhaling)

ACTIES = (A1, A2, A3, A4, A5, A6, A7, A8, A9, A10)
