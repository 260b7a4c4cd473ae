"""Make the letter to the council from what the dossier knows.

A letter that was sent is kept as it was, its faults included; only a letter that is made here fills its own lists.
"""

import datetime
from collections.abc import Iterable, Iterator

from ivb.dates import (
    Date,
    Datering,
    Periode,
    add_lidwoord,
    format_datering,
    format_periode,
    join_perioden,
    to_date,
    to_periode,
)
from ivb.errors import DatumError
from ivb.model.beleid import Veiligheidsbeleid
from ivb.model.besluit import Besluit, Orgaan
from ivb.model.constraints import EERSTE_JAAR, LAATSTE_JAAR
from ivb.model.dossier import Dossier
from ivb.model.gemeente import Documentsoort, Functionaris
from ivb.model.jaarplan import Jaarplan
from ivb.model.raadsbrief import Aankondiging, Bijlage, Informatiecategorie, Ondertekenaar, Raadsbrief, Vervolgafspraak
from ivb.model.rapportage import Rapportage
from ivb.model.toezegging import Toezegging
from ivb.rules.rapportages import Leverstatus, VerwachteRapportage, derive_rapportages

_TEKENBEVOEGD = ("secretaris", "burgemeester")
_DOOR = {
    Orgaan.RAAD: "door de raad",
    Orgaan.COLLEGE: "door het college",
    Orgaan.BURGEMEESTER: "door de burgemeester",
}
_VOORAF = ("vóór ", "voor ", "uiterlijk ")


def compose_raadsbrief(dossier: Dossier, periode: Periode | str, *, datum: datetime.date) -> Raadsbrief:
    """Make the letter with which the college sends the report on a period.

    Subject, what to take note of, introduction, themes, follow-up, enclosures and signatures all come from the dossier;
    what it does not know is left out.

    Args:
        dossier: the dossier.
        periode: the period reported on.
        datum: the day of the letter; letters and reports of a later day do not exist yet.

    Raises:
        DatumError: ``periode`` is no period, or lies outside the years of a dossier.

    >>> from ivb import voorbeeld
    >>> brief = compose_raadsbrief(voorbeeld(), "2024-H1", datum=datetime.date(2024, 10, 8))
    >>> brief.vervolg[0].tekst
    'De stand van zaken notitie over het tweede halfjaar van 2024 volgt vóór de zomer van 2025.'
    """
    dag, over = to_date(datum), to_periode(periode)
    if not EERSTE_JAAR <= over.begindatum.year <= over.einddatum.year <= LAATSTE_JAAR:
        raise DatumError(f"{over} ligt buiten de jaren {EERSTE_JAAR} tot en met {LAATSTE_JAAR}; kijk het jaartal na")
    rapportage = _find_rapportage(dossier, over, dag)
    jaarplan = _find_jaarplan(dossier, dag)
    beleid = dossier.find_beleid(over)
    titel = rapportage.titel if rapportage else _titel(dossier, over)
    themas = _themas(rapportage, beleid)
    verwacht = derive_rapportages(dossier, peildatum=dag)
    stukken = list(_stukken(titel, rapportage, jaarplan))
    return Raadsbrief(
        id=_make_id(dossier, dag, over),
        datum=dag,
        informatiecategorie=Informatiecategorie.RAADSSTUKKEN,
        onderwerp=titel,
        kennisnemen_van=tuple(Aankondiging(tekst=tekst, document=document) for tekst, document in stukken),
        inleiding=_inleiding(_bereik(rapportage, over), beleid),
        kernboodschap=_kernboodschap(dossier, _find_toezegging(dossier, over, verwacht), themas),
        themas=themas,
        doorkijk=_doorkijk(rapportage, jaarplan),
        vervolg=tuple(_vervolg(dossier, over, verwacht)),
        bijlagen=tuple(Bijlage(titel=tekst, document=document) for tekst, document in stukken),
        ondertekenaars=tuple(_ondertekenaars(dossier.gemeente.functionarissen, dag)),
    )


def _make_id(dossier: Dossier, dag: Date, periode: Periode) -> str:
    """Give the letter an id that says its day, and its period too where another letter has that day."""
    eenvoudig = f"raadsbrief-{dag.isoformat()}"
    bezet = {brief.id for brief in dossier.raadsbrieven}
    return f"{eenvoudig}-{periode}" if eenvoudig in bezet else eenvoudig


def _find_rapportage(dossier: Dossier, periode: Periode, dag: Date) -> Rapportage | None:
    """Find the last report on a period that is not of a later day."""
    passend = [een for een in dossier.rapportages if een.covers(periode) and (een.datum or dag) <= dag]
    return passend[-1] if passend else None


def _find_jaarplan(dossier: Dossier, dag: Date) -> Jaarplan | None:
    """Find the plan that holds on a day, unless an earlier letter brought it to the council."""
    jaarplan = dossier.find_jaarplan(to_periode(f"{dag:%Y-%m}"))
    eerder = {sleutel for brief in dossier.raadsbrieven if brief.datum < dag for sleutel in brief.documenten}
    if jaarplan is None or jaarplan.id in eerder:
        return None
    vastgesteld = jaarplan.vastgesteld.datum.vroegst if jaarplan.vastgesteld else None
    return None if vastgesteld and vastgesteld > dag else jaarplan


def _titel(dossier: Dossier, periode: Periode) -> str:
    naam = dossier.gemeente.profiel.benaming(Documentsoort.RAPPORTAGE)
    return f"{_hoofdletter(naam)} over {add_lidwoord(format_periode(periode))}"


def _stukken(titel: str, rapportage: Rapportage | None, jaarplan: Jaarplan | None) -> Iterator[tuple[str, str | None]]:
    """Give what goes to the council with the letter: a title, and the id of the document in the dossier."""
    yield titel, rapportage.id if rapportage else None
    if jaarplan:
        yield jaarplan.titel, jaarplan.id


def _bereik(rapportage: Rapportage | None, periode: Periode) -> Periode:
    """Give all that the report tells of, when that is one range; else the period asked for."""
    try:
        return join_perioden(rapportage.perioden) if rapportage else periode
    except DatumError:
        return periode


def _inleiding(periode: Periode, beleid: Veiligheidsbeleid | None) -> str:
    zin = f"Met deze brief informeren wij u over de veiligheid in {add_lidwoord(format_periode(periode))}."
    if beleid is None:
        return zin
    return f"{zin} De prioriteiten staan in ons veiligheidsbeleid: {beleid.titel}{_vaststelling(beleid.vastgesteld)}."


def _vaststelling(besluit: Besluit | None) -> str:
    if besluit is None:
        return ""
    delen = (_wanneer(besluit.datum), _DOOR.get(besluit.orgaan), "vastgesteld")
    return f" ({' '.join(deel for deel in delen if deel)})"


def _kernboodschap(dossier: Dossier, toezegging: Toezegging | None, themas: tuple[str, ...]) -> str | None:
    """Say which promise the letter keeps, and lead up to the list of themes."""
    zinnen = []
    if toezegging and toezegging.rapportageafspraak:
        naam = dossier.gemeente.profiel.benaming(Documentsoort.RAPPORTAGE)
        wanneer = _wanneer(toezegging.datum) or "eerder"
        ritme = toezegging.rapportageafspraak.ritme
        zinnen.append(f"{_hoofdletter(wanneer)} is uw raad toegezegd dat u {ritme} een {naam} ontvangt.")
    if themas:
        zinnen.append("Wij volgen de thema’s van het veiligheidsbeleid:")
    return " ".join(zinnen) or None


def _find_toezegging(dossier: Dossier, periode: Periode, verwacht: Iterable[VerwachteRapportage]) -> Toezegging | None:
    """Find the periodic promise that a report on a period keeps."""
    grondslagen = {een.grondslag for een in verwacht if een.periode in periode or periode in een.periode}
    return next((een for een in dossier.toezeggingen if een.is_periodiek and een.id in grondslagen), None)


def _themas(rapportage: Rapportage | None, beleid: Veiligheidsbeleid | None) -> tuple[str, ...]:
    """Give the themes that the report tells of, else those of the policy."""
    verteld = dict.fromkeys(deel.thema for deel in rapportage.ontwikkelingen) if rapportage else {}
    return tuple(verteld) or (tuple(thema.id for thema in beleid.themas) if beleid else ())


def _doorkijk(rapportage: Rapportage | None, jaarplan: Jaarplan | None) -> str | None:
    alineas = [rapportage.vooruitblik if rapportage else None]
    if jaarplan:
        alineas.append(f"Bij deze brief ontvangt u ook: {jaarplan.titel}.")
    return "\n\n".join(filter(None, alineas)) or None


def _vervolg(dossier: Dossier, periode: Periode, verwacht: Iterable[VerwachteRapportage]) -> Iterator[Vervolgafspraak]:
    """Promise the first report after this one that is still owed."""
    later = (een for een in verwacht if een.periode.begindatum > periode.einddatum)
    volgende = next((een for een in later if een.status is not Leverstatus.GELEVERD), None)
    if volgende is None:
        return
    naam = dossier.gemeente.profiel.benaming(Documentsoort.RAPPORTAGE)
    wanneer = _wanneer(volgende.termijn) if volgende.termijn else None
    over = add_lidwoord(format_periode(volgende.periode))
    zin = f"De {naam} over {over} volgt {wanneer}." if wanneer else f"Er volgt nog een {naam} over {over}."
    yield Vervolgafspraak(tekst=zin, periode=volgende.periode, termijn=volgende.termijn, toezegging=volgende.toezegging)


def _ondertekenaars(functionarissen: Iterable[Functionaris], dag: Date) -> Iterator[Ondertekenaar]:
    """Give who sign for the college on a day: the secretaris and the burgemeester, however the office is called."""
    for een in functionarissen:
        if een.functie.casefold().endswith(_TEKENBEVOEGD) and een.in_functie(dag):
            yield Ondertekenaar(functie=f"de {een.functie}", naam=een.naam, anker=een.anker)


def _wanneer(datering: Datering) -> str | None:
    """Say a dating as it stands in a sentence: "in november 2021", "in het najaar van 2024", "op 23 april 2024"."""
    if datering.is_onbekend:
        return None
    woorden = format_datering(datering)
    if datering.is_exact:
        return f"op {woorden}"
    if datering.woorden.casefold().startswith(_VOORAF):
        return datering.woorden
    if woorden.startswith("tot en met "):
        return f"uiterlijk {woorden.removeprefix('tot en met ')}"
    return woorden if woorden.startswith("vanaf ") else f"in {add_lidwoord(woorden)}"


def _hoofdletter(tekst: str) -> str:
    return tekst[0].upper() + tekst[1:]
