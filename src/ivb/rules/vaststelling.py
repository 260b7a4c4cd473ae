"""By when the council must adopt the next safety policy.

The council sets the safety goals of the municipality at least once in four years. Source: Politiewet 2012, art. 38b,
first paragraph, https://wetten.overheid.nl/BWBR0031788. The term is in years, so the Algemene termijnenwet does not
move its end (art. 4 under a); it is counted from adoption to adoption, not from the years for which a policy was made.
Whether a decision of the council to extend a policy sets the goals anew, the act does not say: where that makes the
difference, the outcome is uncertain and tells both.
"""

import datetime
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

import attrs

from ivb.dates import Date, Datering, format_datering, format_datum, parse_datering, to_datering, to_venster
from ivb.model.base import Uitkomst, refine
from ivb.model.beleid import Veiligheidsbeleid
from ivb.model.besluit import Besluit, Orgaan
from ivb.model.constraints import Regel
from ivb.model.dossier import Dossier
from ivb.rules.einddatum import Einddatum, derive_einddatum
from ivb.rules.stand import Stand, derive_stand
from ivb.rules.stappen import Stap, Stapsoort
from ivb.rules.termijn import Termijn, Termijneenheid, Termijngrondslag
from ivb.sources import Bron, Norm, find_waarde

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
    return tuple(_derive(beleid, volgorde[nummer:], stand) for nummer, beleid in enumerate(volgorde, 1))


def _find_besluit(beleid: Veiligheidsbeleid) -> Besluit | None:
    """Find the decision of the council to adopt a policy."""
    besluit = beleid.vastgesteld
    return besluit if besluit and besluit.orgaan is Orgaan.RAAD else None


def _find_dag(beleid: Veiligheidsbeleid) -> Date | None:
    """Give the first known day of the adoption by the council."""
    besluit = _find_besluit(beleid)
    return besluit.datum.vroegst or besluit.datum.laatst if besluit else None


class _Vervolg(NamedTuple):
    """The next policy that the council has certainly adopted, and whether it may have adopted one."""

    opvolger: Veiligheidsbeleid | None
    besluit: Besluit | None
    is_denkbaar: bool


def _find_vervolg(later: Sequence[Veiligheidsbeleid], grens: Date) -> _Vervolg:
    """Look among the later policies; an adoption counts once it is certain, one without a day may have been."""
    denkbaar = any(een.vastgesteld is None or (_find_besluit(een) and _find_dag(een) is None) for een in later)
    for een in later:
        besluit = _find_besluit(een)
        if besluit and besluit.datum.laatst and besluit.datum.laatst <= grens:
            return _Vervolg(een, besluit, denkbaar)
    return _Vervolg(None, None, denkbaar)


def _derive(beleid: Veiligheidsbeleid, later: Sequence[Veiligheidsbeleid], stand: Stand) -> Vaststelling:
    besluit = _find_besluit(beleid)
    einde = _add_termijn(besluit.datum) if besluit else None
    if besluit is None or einde is None or not _is_in_werking(einde):
        stap = Stap(soort=Stapsoort.ONZEKER, tekst=_explain_onbekend(beleid), bron=POLITIEWET_38B)
        vastgesteld = besluit.datum if besluit else None
        status = Vaststellingsstatus.ONBEKEND
        return Vaststelling(beleid=beleid.id, vastgesteld=vastgesteld, status=status, stappen=(stap,))
    vervolg = _find_vervolg(later, stand.grens)
    verlenging = _find_verlenging(beleid, einde)
    return Vaststelling(
        beleid=beleid.id,
        vastgesteld=besluit.datum,
        einde=einde,
        uiterlijk=to_venster(einde.vroegst, einde.laatst),
        opvolger=vervolg.opvolger.id if vervolg.opvolger else None,
        opvolger_vastgesteld=vervolg.besluit.datum if vervolg.besluit else None,
        verlenging=verlenging,
        status=_weigh(einde, verlenging, vervolg, stand.peildatum),
        stappen=tuple(_explain(beleid, besluit, einde, verlenging, vervolg)),
    )


def _explain_onbekend(beleid: Veiligheidsbeleid) -> str:
    besluit = beleid.vastgesteld
    if besluit is None or (besluit.orgaan is Orgaan.RAAD and besluit.datum.laatst is None):
        return f"Wanneer de raad {beleid.titel} vaststelde, is niet bekend."
    if besluit.orgaan is not Orgaan.RAAD:
        return f"{beleid.titel} is niet door de raad vastgesteld; de wet telt vanaf een besluit van de raad."
    vanaf = format_datum(VASTSTELLINGSTERMIJN[0].vanaf)
    return f"Vier jaar na de vaststelling van {beleid.titel} gold de wet nog niet: zij geldt sinds {vanaf}."


def _add_termijn(gedaan: Datering) -> Einddatum | None:
    """Count the term from a decision, by the act of that day; none when its last day is not known."""
    if gedaan.laatst is None:
        return None
    termijn = find_waarde(VASTSTELLINGSTERMIJN, max(gedaan.laatst, VASTSTELLINGSTERMIJN[0].vanaf))
    return derive_einddatum(termijn, gedaan)


def _is_in_werking(einde: Einddatum) -> bool:
    """Tell whether the article was there when the term ended; it counts from adoptions of before it too."""
    return einde.laatst is not None and einde.laatst >= VASTSTELLINGSTERMIJN[0].vanaf


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


_GEMIST = {Vaststellingsstatus.TE_LAAT, Vaststellingsstatus.VERSTREKEN}


def _weigh(einde: Einddatum, verlenging: Einddatum | None, vervolg: _Vervolg, peildatum: Date) -> Vaststellingsstatus:
    """Say how it stands; what may have been adopted or set anew makes a delay uncertain."""
    status = _compare(einde, vervolg.besluit, peildatum)
    if status is Vaststellingsstatus.VERSTREKEN and vervolg.is_denkbaar:
        return Vaststellingsstatus.ONZEKER
    if verlenging and status in _GEMIST and _compare(verlenging, vervolg.besluit, peildatum) not in _GEMIST:
        return Vaststellingsstatus.ONZEKER
    return status


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
    vervolg: _Vervolg,
) -> Iterator[Stap]:
    tekst = f"De raad stelde {beleid.titel} vast: {format_datering(besluit.datum)}."
    yield Stap(soort=Stapsoort.GEBEURD, tekst=tekst, bron=_cite(beleid, besluit))
    tekst = f"Ten minste eens in de vier jaar stelt de raad de doelen vast: opnieuw {format_uiterlijk(einde)}."
    yield Stap(soort=Stapsoort.GETELD, datum=einde.laatst, tekst=tekst, bron=POLITIEWET_38B)
    tekst = f"Niet verlengd: de Algemene termijnenwet geldt niet, want {einde.atw_reden}."
    yield Stap(soort=Stapsoort.NIET_VERLENGD, datum=einde.laatst, tekst=tekst, bron=einde.atw_bron)
    if verlenging:
        wanneer = format_uiterlijk(verlenging)
        tekst = f"De raad verlengde het beleid. Telt dat als vaststelling, dan is het {wanneer}."
        bron = Bron(titel=beleid.titel, vindplaats=f"verlengd: {format_datering(verlenging.aanvang)}")
        yield Stap(soort=Stapsoort.ONZEKER, datum=verlenging.laatst, tekst=tekst, bron=bron)
    if vervolg.opvolger and vervolg.besluit:
        tekst = f"De raad stelde {vervolg.opvolger.titel} vast: {format_datering(vervolg.besluit.datum)}."
        yield Stap(soort=Stapsoort.GEBEURD, tekst=tekst, bron=_cite(vervolg.opvolger, vervolg.besluit))
    elif vervolg.is_denkbaar:
        tekst = "Er is een later beleid waarvan niet bekend is of en wanneer de raad het vaststelde."
        yield Stap(soort=Stapsoort.ONZEKER, tekst=tekst, bron=Bron(titel="dossier", vindplaats="beleid"))


def format_uiterlijk(einde: Einddatum) -> str:
    """Write the last day, or the month when no more is known."""
    venster = to_venster(einde.vroegst, einde.laatst)
    is_maand = len(venster.edtf) == len("2025-11")
    return f"uiterlijk {venster.woorden if is_maand or einde.laatst is None else format_datum(einde.laatst)}"


def _cite(beleid: Veiligheidsbeleid, besluit: Besluit) -> Bron:
    return Bron(titel=beleid.titel, vindplaats=besluit.kenmerk or f"vastgesteld: {format_datering(besluit.datum)}")
