"""What is wrong with indicators, their measurements and targets, and with the comparisons that a report states.

Source: Wet open overheid, art. 2.4 (information is accurate and comparable), https://wetten.overheid.nl/BWBR0045754;
CBS (no value is not nought, the last months are incomplete); gemeentelijke praktijk (Halt went from per 10,000 to per
1,000; 's-Hertogenbosch let a target go from 5.0% to 6.0%).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from ivb.bevindingen import Ernst
from ivb.dates import Date, Periode, add_lidwoord, format_dagen, format_periode
from ivb.getallen import format_getal, format_waarde
from ivb.model.beleid import Doel, Streefwaarde, Veiligheidsbeleid
from ivb.model.besluit import Besluit, Orgaan
from ivb.model.dossier import Dossier
from ivb.model.gemeente import Gemeente
from ivb.model.indicator import Indicator, Meting, Richting
from ivb.model.rapportage import Rapportage, Vergelijking
from ivb.rules.bronnen import EIGEN_AFSPRAAK
from ivb.rules.checks.regel import Bevinding, Regel
from ivb.rules.checks.teksten import indicatoren as teksten
from ivb.rules.openbaarmaking import WOO_URL
from ivb.rules.stand import derive_stand
from ivb.rules.vergelijkbaarheid import (
    Meetpunten,
    derive_aantal,
    derive_andere_telling,
    derive_breuk,
    derive_zekere_breuk,
    is_bekend,
    order_meting,
)
from ivb.sources import Bron

WOO_2_4 = Bron(titel="Wet open overheid", vindplaats="art. 2.4", url=WOO_URL)
CBS = Bron(titel="CBS", vindplaats="tabellen van politie en CBS over misdrijven per gemeente")
PRAKTIJK = Bron(titel="gemeentelijke praktijk", vindplaats="'s-Hertogenbosch: een streefwaarde van 5,0% werd 6,0%")

_ORGANEN = {Orgaan.COLLEGE: "het college", Orgaan.BURGEMEESTER: "de burgemeester", Orgaan.ANDERS: "een ander orgaan"}
_TEKENS = {Richting.STIJGING: 1, Richting.DALING: -1}


def _name(indicator: Indicator, meting: Meting) -> str:
    return f"{indicator.naam} ({meting.gebied})" if meting.gebied else indicator.naam


def iter_metingen(dossier: Dossier, peildatum: Date) -> Iterator[tuple[int, Meting]]:
    """Give every measurement that may be known on the day, with its number."""
    return ((nummer, een) for nummer, een in enumerate(dossier.metingen) if is_bekend(een, peildatum))


def check_telling(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find points of a series that count something else than the point before, or than their indicator says."""
    reeksen: dict[tuple[str, str], list[tuple[int, Meting]]] = defaultdict(list)
    for nummer, meting in iter_metingen(dossier, peildatum):
        reeksen[meting.indicator, meting.gebied or ""].append((nummer, meting))
    for (sleutel, _), reeks in reeksen.items():
        indicator = dossier.find(Indicator, sleutel)
        vorige: Meting | None = None
        for nummer, meting in _iter_reeks(indicator, reeks):
            yield from _judge_telling(indicator, vorige, meting, f"metingen[{nummer}]")
            vorige = meting


def _iter_reeks(indicator: Indicator, reeks: list[tuple[int, Meting]]) -> Iterator[tuple[int, Meting]]:
    """Give the points in order; of a period that was counted in two ways first what goes on as before.

    Before the first point stands what the indicator itself says.
    """
    per_periode: dict[Periode, list[tuple[int, Meting]]] = defaultdict(list)
    for nummer, meting in reeks:
        per_periode[meting.periode].append((nummer, meting))
    vorige: Indicator | Meting = indicator
    for periode in sorted(per_periode):
        leden = per_periode[periode]
        if leden[1:]:
            anders = {nummer for nummer, meting in leden if derive_andere_telling(vorige, meting)}
            leden.sort(key=lambda paar: (paar[0] in anders, order_meting(paar[1])))
        vorige = leden[-1][1]
        yield from leden


def _judge_telling(indicator: Indicator, vorige: Meting | None, meting: Meting, pad: str) -> Iterator[Bevinding]:
    naam = _name(indicator, meting)
    verschillen = derive_andere_telling(vorige, meting) if vorige else {}
    if vorige:
        verklaard = "methode" in derive_zekere_breuk(vorige, meting)
        for wat, zeker in verschillen.items():
            variant = ("verklaard" if verklaard else "") if zeker else "onbekend"
            ernst = None if zeker else Ernst.WAARSCHUWING
            plek, parameters = f"{pad}.{_find_veld(vorige, meting, wat)}", _tell_verschil(vorige, meting, wat)
            yield N1.meld(plek, variant, ernst=ernst, indicator=naam, vorige=vorige.periode, **parameters)
    for wat, zeker in derive_andere_telling(indicator, meting).items():
        if zeker and wat not in verschillen:
            plek, parameters = f"{pad}.{_find_veld(indicator, meting, wat)}", _tell_verschil(indicator, meting, wat)
            yield N1.meld(plek, "definitie", indicator=naam, **parameters)


def _tell_verschil(een: Indicator | Meting, meting: Meting, wat: str) -> dict[str, Any]:
    return {"wat": wat, "was": _describe(een, wat), "nu": _describe(meting, wat), "periode": meting.periode}


def _find_veld(een: Indicator | Meting, meting: Meting, wat: str) -> str:
    return "per" if wat == "noemer" and een.per != meting.per else wat


def _describe(een: Indicator | Meting, wat: str) -> str:
    """Say what the unit, the denominator or the age group is."""
    if wat == "noemer":
        per = format_getal(een.per) if een.per else ""
        return " ".join(filter(None, (per, een.noemer))) or "geen"
    waarde = een.eenheid if wat == "eenheid" else een.leeftijdsgroep
    return waarde or "niet bekend"


class Gesteld(NamedTuple):
    """A comparison that a report states, with the day of the report and its path."""

    rapportage: Rapportage
    dag: Date
    vergelijking: Vergelijking
    indicator: Indicator
    pad: str


def iter_vergelijkingen(dossier: Dossier, peildatum: Date) -> Iterator[Gesteld]:
    """Give every comparison of every report; one without a day is judged as it is on this day."""
    gebracht = {een.rapportage.id: een.datum for een in derive_stand(dossier, peildatum).leveringen}
    for rapportage in dossier.rapportages:
        dag = rapportage.datum or gebracht.get(rapportage.id, peildatum)
        if dag > peildatum:
            continue
        for nummer, een in enumerate(rapportage.vergelijkingen):
            pad = f"rapportages[{rapportage.id}].vergelijkingen[{nummer}]"
            yield Gesteld(rapportage, dag, een, dossier.find(Indicator, een.indicator), pad)


def check_vergelijking(
    indicator: Indicator, vergelijking: Vergelijking, eerder: Meting | None, later: Meting | None, *, pad: str = ""
) -> Iterator[Bevinding]:
    """Judge one comparison of two measurements: whoever compares asks this first (N2 and N3).

    Args:
        indicator: the indicator.
        vergelijking: which periods are compared.
        eerder: the measurement of the one, if there is one.
        later: the measurement of the other, if there is one.
        pad: the path of what compares them.
    """
    perioden = (vergelijking.van, vergelijking.naar)
    for meting, periode in zip((eerder, later), perioden, strict=True):
        if meting is None or meting.waarde is None:
            yield N3.meld(pad, "" if meting else "zonder", indicator=indicator.naam, periode=periode)
    if eerder is None or later is None or eerder.waarde is None or later.waarde is None:
        return
    parameters: dict[str, Any] = {"indicator": indicator.naam, "van": vergelijking.van, "naar": vergelijking.naar}
    if zeker := derive_zekere_breuk(eerder, later):
        yield N2.meld(pad, breuk=zeker, **parameters)
    elif breuk := derive_breuk(eerder, later):
        yield N2.meld(pad, "onzeker", ernst=Ernst.WAARSCHUWING, breuk=breuk, **parameters)


def _judge_vergelijkingen(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    meetpunten = Meetpunten(dossier.metingen)
    for een in iter_vergelijkingen(dossier, peildatum):
        stelt = een.vergelijking
        eerder, later = meetpunten.find_paar(een.indicator.id, stelt.van, stelt.naar, bekend_op=een.dag)
        yield from check_vergelijking(een.indicator, stelt, eerder, later, pad=een.pad)


def check_breuk(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find comparisons in a report of two measurements that may not be compared."""
    return (een for een in _judge_vergelijkingen(dossier, peildatum) if een.regel is N2)


def check_leeg(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find comparisons in a report with a value that is not there."""
    return (een for een in _judge_vergelijkingen(dossier, peildatum) if een.regel is N3)


class Doelplek(NamedTuple):
    """A goal of a policy, with its indicator if it has one."""

    doel: Doel
    indicator: Indicator | None
    pad: str

    @property
    def richting(self) -> Richting | None:
        """Which way the goal goes, as it says itself or as its indicator says."""
        return self.doel.richting or (self.indicator.richting if self.indicator else None)

    def format_waarde(self, waarde: float) -> str:
        """Write a value in the unit of the indicator."""
        return format_waarde(waarde, self.indicator.eenheid) if self.indicator else format_getal(waarde)


def iter_doelen(dossier: Dossier, peildatum: Date) -> Iterator[Doelplek]:
    """Give every goal of every policy of the day."""
    for beleid in derive_stand(dossier, peildatum).beleid:
        for doel in beleid.doelen:
            indicator = dossier.find(Indicator, doel.indicator) if doel.indicator else None
            yield Doelplek(doel, indicator, f"beleid[{beleid.id}].doelen[{doel.id}]")


class Streven(NamedTuple):
    """A target, with its number and whether the council decided on it."""

    nummer: int
    streefwaarde: Streefwaarde
    besloten: bool


def _find_streven(plek: Doelplek, gemeente: Gemeente, peildatum: Date) -> dict[int, list[Streven]]:
    """Give the targets that were known on the day, per year, in order of their days; those without come first."""
    per_jaar: dict[int, list[Streven]] = defaultdict(list)
    for nummer, een in enumerate(plek.doel.streefwaarden):
        if all(dag is None or dag <= peildatum for dag in (een.sinds, een.bekend_sinds)):
            per_jaar[een.jaar].append(Streven(nummer, een, _is_van_raad(een.besluit, gemeente, peildatum)))
    for reeks in per_jaar.values():
        reeks.sort(key=lambda een: (een.streefwaarde.sinds or Date.min, een.streefwaarde.waarde, een.besloten))
    return per_jaar


def _is_van_raad(besluit: Besluit | None, gemeente: Gemeente, peildatum: Date) -> bool:
    """Tell whether the council may have decided by a day, as far as is known."""
    if besluit is None or besluit.orgaan is not Orgaan.RAAD:
        return False
    dagen = (gemeente.venster(besluit.datum)[0], besluit.bekend_sinds)
    return all(dag is None or dag <= peildatum for dag in dagen)


def check_versoepeling(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find targets that were made easier without a decision of the council."""
    for plek in iter_doelen(dossier, peildatum):
        for reeks in _find_streven(plek, dossier.gemeente, peildatum).values():
            yield from _judge_ongedateerd(plek, reeks)
            gedateerd = [een for een in reeks if een.streefwaarde.sinds]
            for eerder, later in pairwise(gedateerd):
                yield from _judge_wijziging(plek, eerder, later)


def _judge_ongedateerd(plek: Doelplek, reeks: list[Streven]) -> Iterator[Bevinding]:
    """Say that it is not known which of two targets came first."""
    zonder = [een for een in reeks if not een.besloten]
    if len({een.streefwaarde.waarde for een in zonder}) > 1:
        for een in zonder:
            if een.streefwaarde.sinds is None:
                yield _report_volgorde(plek, een)


def _report_volgorde(plek: Doelplek, een: Streven) -> Bevinding:
    pad = f"{plek.pad}.streefwaarden[{een.nummer}].sinds"
    waarde = plek.format_waarde(een.streefwaarde.waarde)
    jaar = str(een.streefwaarde.jaar)
    return N4.meld(pad, "volgorde", ernst=Ernst.INFO, doel=plek.doel.id, jaar=jaar, waarde=waarde)


def _judge_wijziging(plek: Doelplek, eerder: Streven, later: Streven) -> Iterator[Bevinding]:
    oud, nieuw = eerder.streefwaarde, later.streefwaarde
    if oud.waarde == nieuw.waarde or later.besloten:
        return
    if nieuw.sinds is None or oud.sinds == nieuw.sinds:
        yield _report_volgorde(plek, later)
        return
    teken = _TEKENS.get(plek.richting) if plek.richting else None
    if teken and (nieuw.waarde > oud.waarde) is (teken > 0):
        return
    orgaan = _ORGANEN.get(nieuw.besluit.orgaan) if nieuw.besluit else None
    yield N4.meld(
        f"{plek.pad}.streefwaarden[{later.nummer}].waarde",
        ("orgaan" if orgaan else "") if teken else "richting",
        ernst=None if teken else Ernst.INFO,
        doel=plek.doel.id,
        jaar=str(nieuw.jaar),
        sinds=nieuw.sinds,
        oud=plek.format_waarde(oud.waarde),
        nieuw=plek.format_waarde(nieuw.waarde),
        orgaan=orgaan or "",
    )


class Punt(NamedTuple):
    """A year on the path to a target, its value, and the path in the dossier."""

    jaar: int
    waarde: float
    pad: str


def check_pad(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find targets that lead away from the goal for a while."""
    for plek in iter_doelen(dossier, peildatum):
        punten = _find_punten(plek, dossier.gemeente, peildatum)
        teken = _TEKENS.get(plek.richting) if plek.richting else None
        kant = teken or _find_teken(punten)
        for eerder, later in pairwise(punten):
            if (later.waarde - eerder.waarde) * kant < 0:
                yield N5.meld(
                    f"{later.pad}.waarde",
                    "" if teken else "heen en weer",
                    doel=plek.doel.id,
                    jaar=str(later.jaar),
                    nu=plek.format_waarde(later.waarde),
                    eerder=str(eerder.jaar),
                    was=plek.format_waarde(eerder.waarde),
                    richting=(plek.richting or Richting.BEHOUD).value,
                )


def _find_punten(plek: Doelplek, gemeente: Gemeente, peildatum: Date) -> list[Punt]:
    """Give the baseline and the targets of later years as they hold; a year of which that is not known is left out."""
    nul = plek.doel.nulmeting
    punten = [Punt(nul.jaar, nul.waarde, f"{plek.pad}.nulmeting")] if nul else []
    for jaar, reeks in sorted(_find_streven(plek, gemeente, peildatum).items()):
        laatste = reeks[-1]
        ook = {een.streefwaarde.waarde for een in reeks if een.streefwaarde.sinds == laatste.streefwaarde.sinds}
        if len(ook) == 1 and (nul is None or jaar > nul.jaar):
            punten.append(Punt(jaar, laatste.streefwaarde.waarde, f"{plek.pad}.streefwaarden[{laatste.nummer}]"))
    return punten


def _find_teken(punten: list[Punt]) -> float:
    """Find which way a path goes: from its first point to its last, else as it sets out."""
    stappen = [later.waarde - eerder.waarde for eerder, later in pairwise(punten)]
    return sum(stappen) or next(filter(None, stappen), 0)


def check_nulmetingen(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find goals of which the baseline is of another year than that of the other goals of the policy."""
    for beleid in derive_stand(dossier, peildatum).beleid:
        yield from _judge_nulmetingen(beleid)


def _judge_nulmetingen(beleid: Veiligheidsbeleid) -> Iterator[Bevinding]:
    jaren = Counter(doel.nulmeting.jaar for doel in beleid.doelen if doel.nulmeting)
    gewoon = max(jaren, key=lambda jaar: (jaren[jaar], jaar), default=None)
    for doel in beleid.doelen:
        if doel.nulmeting and doel.nulmeting.jaar != gewoon:
            pad = f"beleid[{beleid.id}].doelen[{doel.id}].nulmeting.jaar"
            jaar = str(doel.nulmeting.jaar)
            yield N6.meld(pad, doel=doel.id, beleid=beleid.titel, jaar=jaar, anders=str(gewoon))


def check_voorlopig(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find values that may still change, of which no final value is known."""
    bekend = tuple(iter_metingen(dossier, peildatum))
    definitief = {_find_punt(een) for _, een in bekend if een.volledig and not een.voorlopig}
    for nummer, meting in bekend:
        if meting.waarde is None or _find_punt(meting) in definitief:
            continue
        naam = _name(dossier.find(Indicator, meting.indicator), meting)
        if meting.voorlopig:
            yield N7.meld(f"metingen[{nummer}].voorlopig", indicator=naam, periode=meting.periode)
        if not meting.volledig:
            yield N7.meld(f"metingen[{nummer}].volledig", "onvolledig", indicator=naam, periode=meting.periode)


def _find_punt(meting: Meting) -> tuple[str, str | None, Periode]:
    return meting.indicator, meting.gebied, meting.periode


def check_kleine_aantallen(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find counts below what the municipality agreed that a trend needs."""
    drempel = dossier.gemeente.profiel.drempels.kleine_aantallen
    if drempel is None:
        return
    for nummer, meting in iter_metingen(dossier, peildatum):
        aantal = derive_aantal(meting)
        if aantal is not None and aantal < drempel:
            veld = "waarde" if meting.aantal is None else "aantal"
            naam = _name(dossier.find(Indicator, meting.indicator), meting)
            parameters: dict[str, Any] = {"periode": meting.periode, "aantal": aantal, "drempel": drempel}
            yield N8.meld(f"metingen[{nummer}].{veld}", indicator=naam, **parameters)


def check_vertraging(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find comparisons with a period of which the source cannot have published the value yet."""
    meetpunten = Meetpunten(dossier.metingen)
    for een in iter_vergelijkingen(dossier, peildatum):
        perioden = (een.vergelijking.van, een.vergelijking.naar)
        metingen = meetpunten.find_paar(een.indicator.id, *perioden, bekend_op=een.dag)
        for veld, periode, meting in zip(("van", "naar"), perioden, metingen, strict=True):
            if not _is_gepubliceerd(meting) and _komt_later(een.indicator, periode, een.dag):
                yield N9.meld(
                    f"{een.pad}.{veld}",
                    rapportage=een.rapportage.titel,
                    dag=een.dag,
                    indicator=een.indicator.naam,
                    periode=periode,
                    vertraging=format_dagen(een.indicator.vertraging or 0),
                )


def _is_gepubliceerd(meting: Meting | None) -> bool:
    """Tell whether a value is known to have been published by the day on which it was looked for."""
    return meting is not None and meting.waarde is not None and meting.bekend_sinds is not None


def _komt_later(indicator: Indicator, periode: Periode, dag: Date) -> bool:
    if indicator.vertraging is None:
        return False
    return periode.einddatum.toordinal() + indicator.vertraging > dag.toordinal()


def check_periode(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find comparisons of which the later period is not the period that the report is about.

    An earlier period is no fault where the source is too slow for that of the report: N9 asks for it.
    """
    for een in iter_vergelijkingen(dossier, peildatum):
        naar, perioden = een.vergelijking.naar, een.rapportage.perioden
        deel = een.rapportage.covers(naar)
        if deel and all(periode in naar for periode in perioden):
            continue
        deels = any(periode.overlaps(naar) for periode in perioden)
        eerder = naar < min(perioden) and not deels and _is_te_traag(een)
        yield N10.meld(
            f"{een.pad}.naar",
            "deel" if deel else "deels" if deels else "eerder" if eerder else "",
            ernst=Ernst.WAARSCHUWING if deel or eerder else None,
            rapportage=een.rapportage.titel,
            perioden=_format_perioden(perioden),
            indicator=een.indicator.naam,
            naar=naar,
        )


def _is_te_traag(een: Gesteld) -> bool:
    """Tell whether the source cannot have published anything yet on what a report is about."""
    return all(_komt_later(een.indicator, periode, een.dag) for periode in een.rapportage.perioden)


def _format_perioden(perioden: Iterable[Periode]) -> tuple[str, ...]:
    return tuple(add_lidwoord(format_periode(periode)) for periode in sorted(set(perioden)))


N1 = Regel(code="N1", ernst=Ernst.FOUT, tekst=teksten.N1, bron=WOO_2_4, check=check_telling)
N2 = Regel(code="N2", ernst=Ernst.FOUT, tekst=teksten.N2, bron=WOO_2_4, check=check_breuk)
N3 = Regel(code="N3", ernst=Ernst.WAARSCHUWING, tekst=teksten.N3, bron=CBS, check=check_leeg)
N4 = Regel(code="N4", ernst=Ernst.WAARSCHUWING, tekst=teksten.N4, bron=PRAKTIJK, check=check_versoepeling)
N5 = Regel(code="N5", ernst=Ernst.WAARSCHUWING, tekst=teksten.N5, bron=EIGEN_AFSPRAAK, check=check_pad)
N6 = Regel(code="N6", ernst=Ernst.WAARSCHUWING, tekst=teksten.N6, bron=EIGEN_AFSPRAAK, check=check_nulmetingen)
N7 = Regel(code="N7", ernst=Ernst.WAARSCHUWING, tekst=teksten.N7, bron=CBS, check=check_voorlopig)
N8 = Regel(code="N8", ernst=Ernst.INFO, tekst=teksten.N8, bron=EIGEN_AFSPRAAK, check=check_kleine_aantallen)
N9 = Regel(code="N9", ernst=Ernst.WAARSCHUWING, tekst=teksten.N9, bron=EIGEN_AFSPRAAK, check=check_vertraging)
N10 = Regel(code="N10", ernst=Ernst.FOUT, tekst=teksten.N10, bron=WOO_2_4, check=check_periode)

INDICATOREN = (N1, N2, N3, N4, N5, N6, N7, N8, N9, N10)
