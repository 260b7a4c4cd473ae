"""By when the council must adopt the next safety policy.

The council sets the safety goals of the municipality at least once in four years. Source: Politiewet 2012, art. 38b,
first paragraph, https://wetten.overheid.nl/BWBR0031788. The term is in years, so the Algemene termijnenwet does not
move its end (art. 4 under a); it is counted from adoption to adoption, not from the years for which a policy was made.
Whether a decision of the council to extend a policy sets the goals anew, the act does not say: where that makes the
difference, the outcome is uncertain and tells both.
"""

import datetime
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

import attrs

from ivb.dates import Date, Datering, format_datering, parse_datering, to_datering, to_venster
from ivb.model.base import Uitkomst, refine
from ivb.model.beleid import Veiligheidsbeleid
from ivb.model.besluit import Besluit, Orgaan
from ivb.model.constraints import Regel
from ivb.model.dossier import Dossier
from ivb.rules.einddatum import Einddatum, derive_einddatum
from ivb.rules.stand import derive_stand
from ivb.rules.stappen import Stap, Stapsoort
from ivb.rules.termijn import Termijn, Termijneenheid, Termijngrondslag
from ivb.sources import Bron, Norm

POLITIEWET_38B = Bron(
    titel="Politiewet 2012", vindplaats="art. 38b lid 1", url="https://wetten.overheid.nl/BWBR0031788"
)
VASTSTELLINGSTERMIJN = (
    Norm(
        waarde=Termijn(grondslag=Termijngrondslag.WET, lengte=4, eenheid=Termijneenheid.JAREN, bron=POLITIEWET_38B),
        vanaf=Date(2013, 1, 1),
        bron=POLITIEWET_38B,
    ),
)


class Vaststellingsstatus(StrEnum):
    """How it stands with the adoption that follows on another."""

    OP_TIJD = "op tijd"
    TE_LAAT = "te laat"
    NOG_TE_DOEN = "nog te doen"
    VERSTREKEN = "verstreken"
    ONZEKER = "onzeker"
    ONBEKEND = "onbekend"


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Vaststelling(Uitkomst):
    """By when the council had or has to adopt the policy that follows on one.

    Attributes:
        beleid: the id of the policy from whose adoption is counted.
        vastgesteld: when the council adopted it; none when it did not, or that is not known.
        einde: when the four years end; none when no such day is known.
        uiterlijk: the same in words: a day, or ``november 2025``.
        opvolger: the id of the next policy that the council adopted.
        opvolger_vastgesteld: when it did.
        verlenging: when the four years end for whoever counts them from the last extension by the council.
        status: how it stands on the day that was asked about.
        stappen: how that was found, each step with its source.
    """

    beleid: Regel
    vastgesteld: Datering | None = None
    einde: Einddatum | None = None
    uiterlijk: Datering = attrs.field(default=parse_datering("onbekend"), converter=to_datering)
    opvolger: Regel | None = None
    opvolger_vastgesteld: Datering | None = None
    verlenging: Einddatum | None = None
    status: Vaststellingsstatus
    stappen: tuple[Stap, ...] = ()


def derive_vaststellingen(
    dossier: Dossier, *, peildatum: datetime.date, bekend_op: datetime.date | None = None
) -> tuple[Vaststelling, ...]:
    """Derive for every policy by when the next one has to be adopted, in the order of adoption.

    Args:
        dossier: the dossier.
        peildatum: the day on which it is asked; what is decided later does not count.
        bekend_op: the day on which that was known; without it, the same day.

    Raises:
        TypeError: one of the days is a ``datetime`` or no date.

    >>> from ivb import voorbeeld
    >>> (vaststelling,) = derive_vaststellingen(voorbeeld(), peildatum=datetime.date(2024, 5, 1))
    >>> vaststelling.uiterlijk.woorden, vaststelling.status.value
    ('november 2025', 'nog te doen')
    """
    stand = derive_stand(dossier, peildatum, bekend_op)
    volgorde = sorted(stand.beleid, key=lambda beleid: (_find_dag(beleid) or beleid.looptijd.begindatum, beleid.id))
    vastgesteld = [beleid for beleid in volgorde if _find_dag(beleid)]
    opvolgers = {beleid.id: opvolger for beleid, opvolger in pairwise(vastgesteld)}
    return tuple(_derive(beleid, opvolgers.get(beleid.id), stand.peildatum) for beleid in volgorde)


def _find_besluit(beleid: Veiligheidsbeleid) -> Besluit | None:
    """Find the decision of the council to adopt a policy."""
    besluit = beleid.vastgesteld
    return besluit if besluit and besluit.orgaan is Orgaan.RAAD else None


def _find_dag(beleid: Veiligheidsbeleid) -> Date | None:
    """Give the first known day of the adoption by the council."""
    besluit = _find_besluit(beleid)
    return besluit.datum.vroegst or besluit.datum.laatst if besluit else None


def _derive(beleid: Veiligheidsbeleid, opvolger: Veiligheidsbeleid | None, peildatum: Date) -> Vaststelling:
    besluit = _find_besluit(beleid)
    einde = _add_termijn(besluit.datum) if besluit else None
    if besluit is None or einde is None:
        tekst = f"Niet bekend is wanneer de raad {beleid.titel} vaststelde, of de wet gold toen nog niet."
        stap = Stap(soort=Stapsoort.ONZEKER, tekst=tekst, bron=POLITIEWET_38B)
        return Vaststelling(beleid=beleid.id, status=Vaststellingsstatus.ONBEKEND, stappen=(stap,))
    daarna = _find_besluit(opvolger) if opvolger else None
    verlenging = _find_verlenging(beleid, einde)
    return Vaststelling(
        beleid=beleid.id,
        vastgesteld=besluit.datum,
        einde=einde,
        uiterlijk=to_venster(einde.vroegst, einde.laatst),
        opvolger=opvolger.id if opvolger else None,
        opvolger_vastgesteld=daarna.datum if daarna else None,
        verlenging=verlenging,
        status=_weigh(einde, verlenging, daarna, peildatum),
        stappen=tuple(_explain(beleid, besluit, einde, verlenging, opvolger)),
    )


def _add_termijn(gedaan: Datering) -> Einddatum | None:
    """Count four years from a decision; none when its last day is not known, or they ended before the article."""
    if gedaan.laatst is None:
        return None
    einde = derive_einddatum(VASTSTELLINGSTERMIJN[-1].waarde, gedaan)
    return einde if einde.laatst and einde.laatst >= VASTSTELLINGSTERMIJN[0].vanaf else None


def _find_verlenging(beleid: Veiligheidsbeleid, einde: Einddatum) -> Einddatum | None:
    """Count from the last extension by the council that came before the end, and then before its own."""
    gevonden = None
    besluiten = [een.besluit for een in beleid.verlengingen if een.besluit and een.besluit.orgaan is Orgaan.RAAD]
    for besluit in sorted(besluiten, key=lambda besluit: besluit.datum.laatst or Date.max):
        nieuw = _add_termijn(besluit.datum)
        if nieuw and not _is_na(besluit.datum, gevonden or einde):
            gevonden = nieuw
    return gevonden


def _is_na(gedaan: Datering, einde: Einddatum) -> bool:
    """Tell whether something was certainly done after the end of a term."""
    return gedaan.vroegst is not None and einde.laatst is not None and gedaan.vroegst > einde.laatst


def _weigh(
    einde: Einddatum, verlenging: Einddatum | None, daarna: Besluit | None, peildatum: Date
) -> Vaststellingsstatus:
    """Say how it stands; an extension that may have set the goals anew makes a delay uncertain."""
    status = _compare(einde, daarna, peildatum)
    if verlenging and status in _GEMIST and _compare(verlenging, daarna, peildatum) not in _GEMIST:
        return Vaststellingsstatus.ONZEKER
    return status


_GEMIST = {Vaststellingsstatus.TE_LAAT, Vaststellingsstatus.VERSTREKEN}


def _compare(einde: Einddatum, daarna: Besluit | None, peildatum: Date) -> Vaststellingsstatus:
    if daarna is None:
        voorbij = einde.laatst is not None and einde.laatst < peildatum
        return Vaststellingsstatus.VERSTREKEN if voorbij else Vaststellingsstatus.NOG_TE_DOEN
    if _is_na(daarna.datum, einde):
        return Vaststellingsstatus.TE_LAAT
    laatst, vroegste_einde = daarna.datum.laatst, einde.vroegst
    op_tijd = laatst is not None and vroegste_einde is not None and laatst <= vroegste_einde
    return Vaststellingsstatus.OP_TIJD if op_tijd else Vaststellingsstatus.ONZEKER


def _explain(
    beleid: Veiligheidsbeleid,
    besluit: Besluit,
    einde: Einddatum,
    verlenging: Einddatum | None,
    opvolger: Veiligheidsbeleid | None,
) -> Iterator[Stap]:
    tekst = f"De raad stelde {beleid.titel} vast: {format_datering(besluit.datum)}."
    yield Stap(soort=Stapsoort.GEBEURD, tekst=tekst, bron=_cite(beleid, besluit))
    uiterlijk = to_venster(einde.vroegst, einde.laatst).woorden
    tekst = f"Ten minste eens in de vier jaar stelt de raad de doelen vast: opnieuw uiterlijk {uiterlijk}."
    yield Stap(soort=Stapsoort.GETELD, datum=einde.laatst, tekst=tekst, bron=POLITIEWET_38B)
    tekst = f"Niet verlengd: de Algemene termijnenwet geldt niet, want {einde.atw_reden}."
    yield Stap(soort=Stapsoort.NIET_VERLENGD, datum=einde.laatst, tekst=tekst, bron=einde.atw_bron)
    if verlenging:
        uiterlijk = to_venster(verlenging.vroegst, verlenging.laatst).woorden
        tekst = f"De raad verlengde het beleid. Telt dat als vaststelling, dan is het uiterlijk {uiterlijk}."
        bron = Bron(titel=beleid.titel, vindplaats=f"verlengd: {format_datering(verlenging.aanvang)}")
        yield Stap(soort=Stapsoort.ONZEKER, datum=verlenging.laatst, tekst=tekst, bron=bron)
    daarna = _find_besluit(opvolger) if opvolger else None
    if opvolger and daarna:
        tekst = f"De raad stelde {opvolger.titel} vast: {format_datering(daarna.datum)}."
        yield Stap(soort=Stapsoort.GEBEURD, tekst=tekst, bron=_cite(opvolger, daarna))


def _cite(beleid: Veiligheidsbeleid, besluit: Besluit) -> Bron:
    return Bron(titel=beleid.titel, vindplaats=besluit.kenmerk or f"vastgesteld: {format_datering(besluit.datum)}")
