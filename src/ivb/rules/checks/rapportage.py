"""What is wrong with the reports to the council: what was promised and did not come, came twice, late or too early.

Source: gemeentelijke praktijk; that a promise is kept is no act, but a report that was promised and is not there is a
contradiction inside the dossier.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ivb.bevindingen import Ernst
from ivb.dates import Date, Datering, Periode, add_dagen, add_lidwoord, format_dagen, format_periode
from ivb.model.dossier import Dossier
from ivb.model.gemeente import Gemeente
from ivb.rules.bronnen import EIGEN_AFSPRAAK, has_gewone_grenzen
from ivb.rules.checks.regel import Bevinding, Regel
from ivb.rules.checks.teksten import rapportage as teksten
from ivb.rules.rapportagedekking import derive_rapportagedekkingen, join_maanden
from ivb.rules.rapportages import Leverstatus, VerwachteRapportage, derive_rapportages
from ivb.rules.stand import Levering, Stand, derive_stand
from ivb.rules.vervolg import Vervolgstand, Vervolgstatus, derive_vervolg
from ivb.sources import Bron

TWENTERAND = Bron(titel="raadsbrief van Twenterand", vindplaats="23 april 2024, toezegging uit 2021 en VERVOLG")


def is_aanname(gemeente: Gemeente, termijn: Datering | None, laatst: Date, peildatum: Date) -> bool:
    """Tell whether a last day rests on the ordinary bounds of a season, and another reading may still save it.

    Once the year of that day is over, no reading does.
    """
    return termijn is not None and has_gewone_grenzen(gemeente, termijn) and peildatum.year <= laatst.year


def format_over(perioden: Iterable[Periode]) -> tuple[str, ...]:
    """Write periods with their articles, as a sentence wants them."""
    return tuple(add_lidwoord(format_periode(periode)) for periode in perioden)


def check_dekking(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find promised periods that were not reported on by their last day, and those that were reported on twice."""
    rijen = derive_rapportages(dossier, peildatum=peildatum)
    yield from _check_gaten(dossier, peildatum, rijen)
    yield from _check_dubbel(derive_stand(dossier, peildatum), rijen)


def _check_gaten(dossier: Dossier, peildatum: Date, rijen: Iterable[VerwachteRapportage]) -> Iterator[Bevinding]:
    gedekt = {
        een.grondslag: {maand for periode in een.gedekt for maand in periode.maandnummers}
        for een in derive_rapportagedekkingen(dossier, peildatum=peildatum)
    }
    paden = _find_paden(dossier)
    for rij in rijen:
        if rij.status is not Leverstatus.TE_LAAT or rij.laatst is None:
            continue
        gat = join_maanden(maand for maand in rij.periode.maandnummers if maand not in gedekt[rij.grondslag])
        aanname = is_aanname(dossier.gemeente, rij.termijn, rij.laatst, peildatum)
        yield R1.meld(
            paden[rij.grondslag],
            "aanname" if aanname else "",
            ernst=Ernst.WAARSCHUWING if aanname else None,
            over=format_over(gat),
            laatst=rij.laatst,
        )


def _find_paden(dossier: Dossier) -> dict[str, str]:
    """Give the path of every promise and policy by which reports are owed."""
    beleid = {een.id: f"beleid[{een.id}].rapportageafspraken" for een in dossier.beleid}
    periodiek = (een.id for een in dossier.toezeggingen if een.is_periodiek)
    return beleid | {sleutel: f"toezeggingen[{sleutel}].rapportageafspraak" for sleutel in periodiek}


def _check_dubbel(stand: Stand, rijen: Iterable[VerwachteRapportage]) -> Iterator[Bevinding]:
    """Find reports on months that were told of as often as they were promised."""
    beloofd = Counter(maand for rij in rijen for maand in rij.periode.maandnummers)
    verteld: Counter[int] = Counter()
    eerste: dict[int, str] = {}
    for levering in stand.leveringen:
        dubbel = {maand for maand in levering.maanden if 0 < beloofd[maand] <= verteld[maand]}
        verteld.update(levering.maanden)
        if dubbel:
            yield R1.meld(
                f"rapportages[{levering.rapportage.id}].perioden",
                "dubbel",
                rapportage=levering.rapportage.titel,
                over=format_over(join_maanden(dubbel)),
                eerder=tuple(sorted({eerste[maand] for maand in dubbel})),
            )
        for maand in levering.maanden:
            eerste.setdefault(maand, levering.rapportage.titel)


def check_vertraging(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find reports that came after their term, or take longer than the municipality wants.

    What is past its term and did not come is told by R1; a report that is owed twice is told once.
    """
    leveringen = {een.rapportage.id: een for een in derive_stand(dossier, peildatum).leveringen}
    paden = _find_paden(dossier)
    drempel = dossier.gemeente.profiel.drempels.vertraging
    gevonden: dict[Bevinding, None] = {}
    for rij in derive_rapportages(dossier, peildatum=peildatum):
        if rij.geleverd:
            een = _judge_levering(dossier.gemeente, rij, rij.geleverd, _find_plek(rij, leveringen))
        else:
            een = _judge_wachten(rij, drempel, paden[rij.grondslag], peildatum)
        if een:
            gevonden[een] = None
    yield from gevonden


def _judge_levering(gemeente: Gemeente, rij: VerwachteRapportage, geleverd: Date, pad: str) -> Bevinding | None:
    """Say that a report came after its term, or else that it took longer than the municipality wants."""
    drempel, dagen = gemeente.profiel.drempels.vertraging, rij.dagen_na_periode
    parameters: dict[str, Any] = {"over": format_over([rij.periode]), "geleverd": geleverd}
    if rij.laatst and rij.dagen_te_laat:
        parameters |= {"laatst": rij.laatst, "dagen": format_dagen(rij.dagen_te_laat)}
        if is_aanname(gemeente, rij.termijn, rij.laatst, geleverd):
            return R2.meld(pad, "aanname", ernst=Ernst.INFO, **parameters)
        return R2.meld(pad, **parameters)
    if drempel is None or dagen is None or dagen <= drempel:
        return None
    return R2.meld(pad, "drempel", dagen=format_dagen(dagen), drempel=format_dagen(drempel), **parameters)


def _judge_wachten(rij: VerwachteRapportage, drempel: int | None, pad: str, peildatum: Date) -> Bevinding | None:
    """Say that a report is not there yet, though the municipality wanted it by now."""
    if drempel is None or rij.status is not Leverstatus.TE_LEVEREN:
        return None
    laatst = add_dagen(rij.periode.einddatum, drempel)
    if laatst >= peildatum:
        return None
    return R2.meld(pad, "wacht", over=format_over([rij.periode]), laatst=laatst, drempel=format_dagen(drempel))


def _find_plek(rij: VerwachteRapportage, leveringen: Mapping[str, Levering]) -> str:
    """Give the path of the day on which the last part of a report came to the council."""
    levering = next(leveringen[een] for een in sorted(rij.rapportages) if leveringen[een].datum == rij.geleverd)
    if levering.raadsbrief:
        return f"raadsbrieven[{levering.raadsbrief}].datum"
    return f"rapportages[{levering.rapportage.id}].datum"


def check_peildatum(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find reports on a day that lay after the document, or after the letter that brought it."""
    brieven = {een.rapportage.id: een.datum for een in derive_stand(dossier, peildatum).leveringen if een.raadsbrief}
    for rapportage in dossier.rapportages:
        dag = rapportage.peildatum
        if dag is None or (rapportage.datum and rapportage.datum > peildatum):
            continue
        brief = brieven.get(rapportage.id)
        parameters: dict[str, Any] = {"rapportage": rapportage.titel, "peildatum": dag}
        pad = f"rapportages[{rapportage.id}].peildatum"
        if rapportage.datum and dag > rapportage.datum:
            yield R3.meld(pad, datum=rapportage.datum, **parameters)
        elif brief and dag > brief:
            yield R3.meld(pad, "brief", datum=brief, **parameters)


def check_vervolg(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find what a letter promised under VERVOLG and no later letter answered."""
    onderwerpen = {brief.id: brief.onderwerp for brief in dossier.raadsbrieven}
    for een in derive_vervolg(dossier, peildatum=peildatum):
        if een.status not in {Vervolgstatus.ONBEANTWOORD, Vervolgstatus.ONZEKER}:
            continue
        variant = _find_variant(dossier.gemeente, een, peildatum)
        onzeker = een.status is Vervolgstatus.ONZEKER or variant == "aanname"
        yield R4.meld(
            f"raadsbrieven[{een.raadsbrief}].vervolg[{een.nummer}]",
            variant,
            ernst=Ernst.INFO if onzeker else None,
            datum=een.datum,
            onderwerp=onderwerpen[een.raadsbrief],
            wat=_describe(een),
            **({"laatst": een.laatst} if een.laatst else {}),
        )


def _find_variant(gemeente: Gemeente, een: Vervolgstand, peildatum: Date) -> str:
    if not (een.periode or een.toezegging):
        return "los"
    if een.laatst is None:
        return "ingehaald" if een.status is Vervolgstatus.ONBEANTWOORD else "vaag"
    return "aanname" if is_aanname(gemeente, een.termijn, een.laatst, peildatum) else ""


def _describe(een: Vervolgstand) -> str:
    """Say what a sentence promises, without its words: those may fill a page."""
    if een.periode:
        return f"iets over {add_lidwoord(format_periode(een.periode))}"
    return f"wat toezegging {een.toezegging} inhoudt" if een.toezegging else "iets"


R1 = Regel(code="R1", ernst=Ernst.FOUT, tekst=teksten.R1, bron=TWENTERAND, check=check_dekking)
R2 = Regel(code="R2", ernst=Ernst.WAARSCHUWING, tekst=teksten.R2, bron=TWENTERAND, check=check_vertraging)
R3 = Regel(code="R3", ernst=Ernst.FOUT, tekst=teksten.R3, bron=EIGEN_AFSPRAAK, check=check_peildatum)
R4 = Regel(code="R4", ernst=Ernst.WAARSCHUWING, tekst=teksten.R4, bron=TWENTERAND, check=check_vervolg)

RAPPORTAGE = (R1, R2, R3, R4)
