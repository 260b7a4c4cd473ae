"""Hold a dossier against the rules, as the municipality wants them held."""

import datetime
from collections.abc import Container, Iterable, Iterator, Sequence

import attrs

from ivb.dates import Date, to_date
from ivb.model.aanvaarding import Aanvaarding
from ivb.model.dossier import Dossier
from ivb.rules.checks.catalogus import REGELS
from ivb.rules.checks.regel import Bevinding, Controle, Regel
from ivb.rules.checks.verantwoording import V1, report_aanvaardingen, report_gebroken, report_instellingen


def check(dossier: Dossier, *, peildatum: datetime.date, regels: Iterable[Controle] = REGELS) -> tuple[Bevinding, ...]:
    """Find what is wrong with a dossier, in the order of the rules.

    The profile of the municipality turns rules off and gives them another severity; what it accepted for a time is
    left out. A rule that breaks becomes a finding of its own (V1), beside what it had found already.

    Args:
        dossier: the dossier.
        peildatum: the day on which it is judged.
        regels: the rules; one's own may be among them: any function of a dossier and a day that gives findings.

    Raises:
        TypeError: ``peildatum`` is a ``datetime`` or no date.

    >>> from ivb import voorbeeld
    >>> gevonden = check(voorbeeld(), peildatum=datetime.date(2024, 5, 1))
    >>> [een.code for een in gevonden if een.ernst.value == "fout"]
    ['B1', 'B1', 'B2']
    """
    dag, lijst = to_date(peildatum), tuple(regels)
    gevonden = [een for regel in lijst if _holds(regel, dag) for een in _apply(regel, dossier, dag)]
    bekend = _find_bekend(lijst)
    gevonden += report_instellingen(dossier, bekend)
    aanvaard = _Aanvaard(dossier.aanvaardingen, dag)
    over = [een for een in _weigh(dossier, gevonden) if not aanvaard.covers(een)]
    niet_toegepast = {regel.code for regel in REGELS} - {regel.code for regel in lijst if isinstance(regel, Regel)}
    ongebruikt = aanvaard.ongebruikt(niet_toegepast)
    return (*over, *_weigh(dossier, report_aanvaardingen(ongebruikt, dag, bekend)))


def _holds(regel: Controle, dag: Date) -> bool:
    """Tell whether a rule holds already on a day; a bare function always does."""
    return not (isinstance(regel, Regel) and regel.vanaf and dag < regel.vanaf)


def _apply(regel: Controle, dossier: Dossier, dag: Date) -> Iterator[Bevinding]:
    """Give what a rule finds, and that it broke where it did."""
    try:
        for bevinding in regel(dossier, dag):
            yield _judge_bevinding(bevinding)
    except Exception as fout:  # noqa: BLE001 - a rule of somebody else may raise anything
        yield report_gebroken(regel, fout)


def _judge_bevinding(gegeven: object) -> Bevinding:
    """Refuse what is no finding, or one of which the message cannot be written: the rule breaks there."""
    if not isinstance(gegeven, Bevinding):
        raise TypeError(f"dit is geen Bevinding: {gegeven!r}")
    str(gegeven)
    return gegeven


def _find_bekend(regels: Sequence[Controle]) -> set[str] | None:
    """Give the codes that a setting may be about; none when a bare function may find anything."""
    codes = {regel.code for regel in (*REGELS, *regels) if isinstance(regel, Regel)}
    return codes if all(isinstance(regel, Regel) for regel in regels) else None


def _weigh(dossier: Dossier, gevonden: Iterable[Bevinding]) -> Iterator[Bevinding]:
    """Leave out and weigh findings as the profile says; that a rule broke is always told."""
    instellingen = {een.code: een for een in dossier.gemeente.profiel.regelinstellingen}
    for bevinding in gevonden:
        instelling = instellingen.get(bevinding.code)
        if instelling is None or bevinding.regel is V1:
            yield bevinding
        elif not instelling.uit:
            yield attrs.evolve(bevinding, ernst=instelling.ernst or bevinding.ernst)


class _Aanvaard:
    """What the municipality accepted for a time, and what of it was found."""

    def __init__(self, aanvaardingen: Sequence[Aanvaarding], dag: Date) -> None:
        self._alle = aanvaardingen
        self._gebruikt: set[int] = set()
        self._per_plek: dict[tuple[str, str], list[int]] = {}
        for nummer, een in enumerate(aanvaardingen):
            if dag <= een.einddatum:
                self._per_plek.setdefault((een.code, een.pad or ""), []).append(nummer)

    def covers(self, bevinding: Bevinding) -> bool:
        """Tell whether a finding was accepted, and remember by which agreements."""
        gevonden = {
            nummer
            for nummer in self._per_plek.get((bevinding.code, bevinding.pad), ())
            if self._alle[nummer].boodschap in {None, bevinding.boodschap}
        }
        self._gebruikt |= gevonden
        return bool(gevonden) and bevinding.regel is not V1

    def ongebruikt(self, niet_toegepast: Container[str]) -> Iterator[tuple[int, Aanvaarding]]:
        """Give the agreements of which nothing was found, but for those about a rule that was not applied now."""
        for nummer, een in enumerate(self._alle):
            if nummer not in self._gebruikt and een.code not in niet_toegepast:
                yield nummer, een
