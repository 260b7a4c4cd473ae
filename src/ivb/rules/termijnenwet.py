"""What the Algemene termijnenwet does to the end of a term.

A term set by an act or an AMvB that ends on a Saturday, a Sunday or a recognised holiday runs on to the next day that
is none of these, and one of at least three days holds at least two of such days. That does not hold for one in hours,
in more than 90 days, twelve weeks or three months, or in years, nor for some subjects; the first rule does not hold for
a term that is counted back. A local ordinance, an agreement or a promise is no act, unless it says that the act holds.
Source: Algemene termijnenwet, art. 1, 2, 4 and 5, https://wetten.overheid.nl/BWBR0002448.

The act does not speak of working days or quarters: here a working day counts as one day, and a quarter as three months.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ivb.dates import Date, add_dagen, format_weekdag
from ivb.rules.feestdagen import (
    ATW_3_3,
    INGANG,
    Kalenderzekerheid,
    cite_atw,
    derive_gewone_dag,
    derive_zekerheid,
    find_feestdag,
    find_minst_zeker,
    is_vrije_dag,
)
from ivb.rules.stappen import Stap, Stapsoort
from ivb.rules.termijn import Atwuitzondering, Termijn, Termijneenheid, Termijngrondslag
from ivb.sources import Bron

ATW_1_1, ATW_1_2, ATW_2, ATW_5 = map(cite_atw, ("art. 1 lid 1", "art. 1 lid 2", "art. 2", "art. 5"))
ATW_4A, ATW_4B, ATW_4C = map(cite_atw, ("art. 4 onder a", "art. 4 onder b", "art. 4 onder c"))

_LANGST = {
    Termijneenheid.DAGEN: (90, "90 dagen"),
    Termijneenheid.WERKDAGEN: (90, "90 dagen"),
    Termijneenheid.WEKEN: (12, "twaalf weken"),
    Termijneenheid.MAANDEN: (3, "drie maanden"),
    Termijneenheid.KWARTALEN: (1, "drie maanden"),
}
_ZATERDAG = 5
_KORTST = 3  # days, from which art. 2 looks at a term
_GEWONE_DAGEN = 2  # that it then holds


class Atwoordeel(NamedTuple):
    """Whether the act holds for a term, why, and by which article."""

    geldt: bool
    reden: str
    bron: Bron


def derive_atwoordeel(termijn: Termijn) -> Atwoordeel:
    """Say whether the act holds for a term.

    >>> dagen = Termijn(grondslag="wet", lengte=90, eenheid="dagen")
    >>> derive_atwoordeel(dagen).geldt
    True
    >>> print(derive_atwoordeel(Termijn(grondslag="wet", lengte=91, eenheid="dagen")).bron)
    Algemene termijnenwet, art. 4 onder a
    """
    buiten = _judge_grondslag(termijn) or _judge_lengte(termijn) or _judge_onderwerp(termijn)
    if buiten:
        return buiten
    if termijn.grondslag is Termijngrondslag.WET:
        return Atwoordeel(geldt=True, reden="de termijn staat in een wet", bron=ATW_1_1)
    if termijn.grondslag is Termijngrondslag.AMVB:
        return Atwoordeel(geldt=True, reden="de termijn staat in een AMvB", bron=ATW_5)
    reden = f"de {termijn.grondslag} verklaart die wet zelf van toepassing"
    return Atwoordeel(geldt=True, reden=reden, bron=termijn.bron or Bron(titel=f"de {termijn.grondslag} zelf"))


def _judge_grondslag(termijn: Termijn) -> Atwoordeel | None:
    if not termijn.is_lokaal or termijn.atw_verklaard:
        return None
    return Atwoordeel(geldt=False, reden=f"een {termijn.grondslag} is geen wet en geen AMvB", bron=ATW_1_1)


def _judge_lengte(termijn: Termijn) -> Atwoordeel | None:
    if termijn.eenheid in {Termijneenheid.UREN, Termijneenheid.JAREN}:
        return Atwoordeel(geldt=False, reden=f"de termijn is omschreven in {termijn.eenheid}", bron=ATW_4A)
    langst, woorden = _LANGST[termijn.eenheid]
    if termijn.lengte <= langst:
        return None
    return Atwoordeel(geldt=False, reden=f"de termijn is langer dan {woorden}", bron=ATW_4A)


def _judge_onderwerp(termijn: Termijn) -> Atwoordeel | None:
    if termijn.uitzondering is None:
        return None
    bron = ATW_4B if termijn.uitzondering is Atwuitzondering.REGELGEVING else ATW_4C
    return Atwoordeel(geldt=False, reden=f"het gaat om {termijn.uitzondering}", bron=bron)


def apply_atw(termijn: Termijn, aanvang: Date, geteld: Date) -> tuple[Date, Kalenderzekerheid, tuple[Stap, ...]]:
    """Move the end of a term for which the act holds.

    Args:
        termijn: the term.
        aanvang: the day from which it was counted.
        geteld: the day to which it was counted, not before the act.

    Returns:
        The last day of the term, how certain that is, and the steps that led to it.
    """
    na_artikel_1 = geteld if termijn.stap < 0 else derive_gewone_dag(geteld)
    eind = _extend_kort(termijn, aanvang, na_artikel_1)
    zekerheid = _weigh(termijn, aanvang, eind, _iter_bepalend(aanvang, geteld, na_artikel_1, eind))
    stappen = (
        *_explain_artikel_1(termijn, geteld, na_artikel_1),
        *_explain_artikel_2(termijn, na_artikel_1, eind),
        *_warn(zekerheid, eind),
    )
    return eind, zekerheid, stappen


def _extend_kort(termijn: Termijn, aanvang: Date, eind: Date) -> Date:
    """Stretch a term of at least three days until it holds two ordinary days."""
    if _kent_minimum(termijn):
        while not _holds_gewone_dagen(termijn, aanvang, eind, Kalenderzekerheid.ONZEKER):
            eind = add_dagen(eind, termijn.stap)
    return eind


def _kent_minimum(termijn: Termijn) -> bool:
    return termijn.lengte >= _KORTST or termijn.eenheid not in {Termijneenheid.DAGEN, Termijneenheid.WERKDAGEN}


def _holds_gewone_dagen(termijn: Termijn, aanvang: Date, eind: Date, grens: Kalenderzekerheid) -> bool:
    """Tell whether a term holds two ordinary days, each at least as certain as asked."""
    gevonden, dag = 0, aanvang
    while dag != eind and gevonden < _GEWONE_DAGEN:
        dag = add_dagen(dag, termijn.stap)
        gevonden += _is_gewoon(dag, grens)
    return gevonden == _GEWONE_DAGEN


def _is_gewoon(dag: Date, grens: Kalenderzekerheid) -> bool:
    if dag < INGANG:
        return dag.weekday() < _ZATERDAG
    return not is_vrije_dag(dag) and find_minst_zeker((derive_zekerheid(dag), grens)) is grens


def _iter_bepalend(aanvang: Date, geteld: Date, na_artikel_1: Date, eind: Date) -> Iterator[Date]:
    """Give the days that moved the end: those that art. 1 went past, and all of a term that art. 2 stretched."""
    if eind == na_artikel_1:
        return _iter_dagen(geteld, eind)
    return _iter_dagen(min(add_dagen(aanvang, 1), eind), max(aanvang, eind))


def _weigh(termijn: Termijn, aanvang: Date, eind: Date, bepalend: Iterator[Date]) -> Kalenderzekerheid:
    """Say how certain it is that no unknown equated day, or uncertain holiday, moves the end."""
    gevonden = [Kalenderzekerheid.ONZEKER for dag in bepalend if derive_zekerheid(dag) is Kalenderzekerheid.ONZEKER]
    if termijn.stap > 0:
        gevonden.append(derive_zekerheid(eind))
    if _kent_minimum(termijn):
        gevonden.append(
            next(grens for grens in Kalenderzekerheid if _holds_gewone_dagen(termijn, aanvang, eind, grens))
        )
    return find_minst_zeker(gevonden)


def _explain_artikel_1(termijn: Termijn, geteld: Date, eind: Date) -> Iterator[Stap]:
    oordeel = derive_atwoordeel(termijn)
    geldt = f"de Algemene termijnenwet geldt, want {oordeel.reden}"
    if termijn.stap < 0:
        tekst = f"Niet opgeschoven: {geldt}, maar een termijn die wordt teruggerekend, schuift niet op."
        yield Stap(soort=Stapsoort.NIET_VERLENGD, datum=eind, tekst=tekst, bron=ATW_1_2)
    elif geteld == eind:
        tekst = f"Niet verlengd: {geldt}, maar {format_weekdag(eind)} is geen zaterdag, zondag of feestdag."
        yield Stap(soort=Stapsoort.NIET_VERLENGD, datum=eind, tekst=tekst, bron=oordeel.bron)
    else:
        tekst = f"Verlengd tot en met {format_weekdag(eind)}: {geldt}."
        yield Stap(soort=Stapsoort.VERLENGD, datum=eind, tekst=tekst, bron=oordeel.bron)
        yield from (_explain_vrije_dag(dag, eind) for dag in _iter_dagen(geteld, eind))


def _explain_vrije_dag(dag: Date, eind: Date) -> Stap:
    feestdag = find_feestdag(dag)
    naam, bron = (f": {feestdag.naam}", feestdag.bron) if feestdag else ("", ATW_1_1)
    tekst = f"{format_weekdag(dag).capitalize()} telt niet als laatste dag{naam}."
    return Stap(soort=Stapsoort.VERLENGD, datum=eind, tekst=tekst, bron=bron)


def _explain_artikel_2(termijn: Termijn, voor: Date, eind: Date) -> Iterator[Stap]:
    minimum = "ten minste twee die geen zaterdag, zondag of feestdag zijn"
    if eind != voor:
        verlengd = "Verlengd tot en met" if termijn.stap > 0 else "Verlengd, dus vervroegd naar"
        tekst = f"{verlengd} {format_weekdag(eind)}: een termijn van ten minste drie dagen heeft er {minimum}."
        yield Stap(soort=Stapsoort.VERLENGD, datum=eind, tekst=tekst, bron=ATW_2)
    elif not _kent_minimum(termijn):
        tekst = f"Niet verlengd: alleen een termijn van ten minste drie dagen heeft er {minimum}."
        yield Stap(soort=Stapsoort.NIET_VERLENGD, datum=eind, tekst=tekst, bron=ATW_2)


def _warn(zekerheid: Kalenderzekerheid, eind: Date) -> Iterator[Stap]:
    if zekerheid is Kalenderzekerheid.ZEKER:
        return
    tekst = "Dit einde kan anders zijn: niet alle dagen die met een feestdag zijn gelijkgesteld, zijn bekend"
    if zekerheid is Kalenderzekerheid.ONZEKER:
        tekst = f"{tekst}, en hier valt een dag waarbij dat vaak gebeurt of waarvan het niet zeker is"
    yield Stap(soort=Stapsoort.ONZEKER, datum=eind, tekst=f"{tekst}.", bron=ATW_3_3)


def _iter_dagen(begin: Date, tot: Date) -> Iterator[Date]:
    """Give the days from one up to another, which is not given."""
    return map(Date.fromordinal, range(begin.toordinal(), tot.toordinal()))
