"""What is wrong with the promises to the council.

Done, reported back, settled and struck are four states. Source: gemeentelijke praktijk; an audit in Heerlen found that
24 % of motions were carried out and never reported back, and 17 % of promises not kept.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from ivb.bevindingen import Ernst
from ivb.dates import Date, add_lidwoord, format_dagen, format_periode
from ivb.model.besluit import Besluit, Orgaan
from ivb.model.dossier import Dossier
from ivb.model.gemeente import Gemeente
from ivb.model.toezegging import Statusmelding, Toezegging, Toezeggingstatus
from ivb.rules.bronnen import EIGEN_AFSPRAAK
from ivb.rules.checks.rapportage import is_aanname
from ivb.rules.checks.regel import Bevinding, Regel
from ivb.rules.checks.teksten import toezeggingen as teksten
from ivb.rules.rapportages import Leverstatus, VerwachteRapportage, derive_rapportages
from ivb.rules.stand import derive_stand
from ivb.rules.toezeggingen import derive_open_toezeggingen, find_melding
from ivb.sources import Bron

HEERLEN = Bron(titel="rekenkameronderzoek naar moties en toezeggingen", vindplaats="Heerlen")
LEIDERDORP = Bron(titel="lijst van moties en toezeggingen van Leiderdorp", vindplaats="een verplichte einddatum")
GRIFFIE = Bron(titel="toezeggingenlijsten van griffies", vindplaats="het college doet af, de raad voert af")

_GEDAAN = {Toezeggingstatus.UITGEVOERD, Toezeggingstatus.TERUGGEMELD}


class Plek(NamedTuple):
    """A promise as it stands in the dossier, as it was on the day, and its last note then."""

    eigen: Toezegging
    nu: Toezegging
    melding: Statusmelding | None

    @property
    def parameters(self) -> dict[str, Any]:
        """What every message tells of it."""
        return {"toezegging": self.eigen.id, "onderwerp": self.eigen.onderwerp}

    @property
    def is_gedaan(self) -> bool:
        """Whether it was carried out or reported back."""
        return self.melding is not None and self.melding.status in _GEDAAN

    def pad(self, veld: str) -> str:
        """Give the path of a field of it."""
        return f"toezeggingen[{self.eigen.id}].{veld}"


def iter_plekken(dossier: Dossier, toezeggingen: Iterable[Toezegging]) -> Iterator[Plek]:
    """Give promises as they were on a day, each with itself in the dossier."""
    eigen = {een.id: een for een in dossier.toezeggingen}
    return (Plek(eigen[een.id], een, find_melding(een)) for een in toezeggingen)


def iter_open(dossier: Dossier, peildatum: Date) -> Iterator[Plek]:
    """Give the promises that were open on a day."""
    return iter_plekken(dossier, derive_open_toezeggingen(dossier, peildatum=peildatum))


def iter_alle(dossier: Dossier, peildatum: Date) -> Iterator[Plek]:
    """Give the promises that may have been made by a day."""
    return iter_plekken(dossier, derive_stand(dossier, peildatum).toezeggingen)


def check_termijn(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find open promises of which nobody said when they are due."""
    rijen = _find_rijen(dossier, peildatum)
    for plek in iter_open(dossier, peildatum):
        afspraak = plek.nu.rapportageafspraak
        if afspraak is None:
            if plek.nu.termijn.is_onbekend and not plek.is_gedaan:
                yield T1.meld(plek.pad("termijn"), **plek.parameters)
        elif not afspraak.levertermijnen and afspraak.vertraging is None and _is_verschuldigd(rijen, plek):
            pad = plek.pad("rapportageafspraak.levertermijnen")
            yield T1.meld(pad, "periodiek", ritme=afspraak.ritme.value, **plek.parameters)


def _find_rijen(dossier: Dossier, peildatum: Date) -> dict[str, list[VerwachteRapportage]]:
    """Give the reports that are owed, per promise or policy."""
    rijen: dict[str, list[VerwachteRapportage]] = {}
    for rij in derive_rapportages(dossier, peildatum=peildatum):
        rijen.setdefault(rij.grondslag, []).append(rij)
    return rijen


def _is_verschuldigd(rijen: dict[str, list[VerwachteRapportage]], plek: Plek) -> bool:
    """Tell whether something is owed for a periodic promise, or may be: a promise of an unknown day has no rows."""
    eigen = rijen.get(plek.eigen.id, [])
    return not eigen or any(rij.status is Leverstatus.TE_LEVEREN for rij in eigen)


def check_te_laat(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find open promises of which the last possible day has passed; what is owed periodically is told by R1."""
    genoemd = {een for rijen in _find_rijen(dossier, peildatum).values() for rij in rijen for een in rij.toezeggingen}
    for plek in iter_open(dossier, peildatum):
        laatst = dossier.gemeente.venster(plek.nu.termijn)[1]
        if plek.nu.is_periodiek or plek.is_gedaan or plek.eigen.id in genoemd or laatst is None:
            continue
        onbekend = plek.melding is None and laatst < dossier.bijgehouden_vanaf
        if laatst < peildatum and not onbekend:
            aanname = is_aanname(dossier.gemeente, plek.nu.termijn, laatst, peildatum)
            yield T2.meld(
                plek.pad("termijn"),
                "aanname" if aanname else "",
                ernst=Ernst.INFO if aanname else None,
                laatst=laatst,
                dagen=format_dagen(peildatum.toordinal() - laatst.toordinal()),
                **plek.parameters,
            )


def check_teruggemeld(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find promises that were carried out, of which the council heard nothing."""
    for plek in iter_open(dossier, peildatum):
        melding = plek.melding
        if melding and melding.status is Toezeggingstatus.UITGEVOERD and not plek.nu.is_periodiek:
            pad = plek.pad(f"statuslog[{plek.eigen.statuslog.index(melding)}]")
            yield T3.meld(pad, sinds=melding.sinds, **plek.parameters)


def check_afgevoerd(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find promises that were struck without a decision of the council."""
    for plek in iter_alle(dossier, peildatum):
        besluit, melding = plek.eigen.afvoerbesluit, plek.melding
        genomen = besluit is not None and _may_be_taken(dossier.gemeente, besluit, peildatum)
        if besluit and genomen and besluit.orgaan is not Orgaan.RAAD:
            pad = plek.pad("afvoerbesluit.orgaan")
            yield T4.meld(pad, "orgaan", orgaan=_ORGANEN[besluit.orgaan], **plek.parameters)
        elif melding and melding.status is Toezeggingstatus.AFGEVOERD and not genomen:
            eerder = melding.sinds < dossier.bijgehouden_vanaf
            yield T4.meld(
                plek.pad("afvoerbesluit"),
                "eerder" if eerder else "",
                ernst=Ernst.WAARSCHUWING if eerder else None,
                sinds=melding.sinds,
                **plek.parameters,
            )


_ORGANEN = {Orgaan.COLLEGE: "het college", Orgaan.BURGEMEESTER: "de burgemeester", Orgaan.ANDERS: "een ander orgaan"}


def _may_be_taken(gemeente: Gemeente, besluit: Besluit, peildatum: Date) -> bool:
    """Tell whether a decision may have been taken by a day, and was known."""
    vroegst = gemeente.venster(besluit.datum)[0]
    return max(vroegst or peildatum, besluit.bekend_sinds or peildatum) <= peildatum


def check_afgedaan(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find promises that were settled without saying with what."""
    for plek in iter_alle(dossier, peildatum):
        melding = plek.melding
        for nummer, een in enumerate(plek.eigen.afdoeningen):
            if max(een.sinds, een.bekend_sinds) <= peildatum and not (een.document or een.omschrijving):
                yield T5.meld(plek.pad(f"afdoeningen[{nummer}].document"), sinds=een.sinds, **plek.parameters)
        afgedaan = melding is not None and melding.status is Toezeggingstatus.AFGEDAAN
        if melding and afgedaan and not plek.nu.afdoeningen and not plek.nu.is_periodiek:
            yield T5.meld(plek.pad("afdoeningen"), sinds=melding.sinds, **plek.parameters)


def check_komend(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Tell of every open promise when it is due, as far as that is still to come."""
    rijen = _find_rijen(dossier, peildatum)
    for plek in iter_open(dossier, peildatum):
        if plek.nu.is_periodiek:
            yield from _tell_rapportage(plek, rijen.get(plek.eigen.id, ()))
            continue
        if plek.is_gedaan:
            continue
        vroegst, laatst = dossier.gemeente.venster(plek.nu.termijn)
        if laatst and laatst >= peildatum:
            yield T6.meld(plek.pad("termijn"), laatst=laatst, **plek.parameters)
        elif laatst is None and vroegst and vroegst >= peildatum:
            yield T6.meld(plek.pad("termijn"), "vanaf", vroegst=vroegst, **plek.parameters)


def _tell_rapportage(plek: Plek, rijen: Iterable[VerwachteRapportage]) -> Iterator[Bevinding]:
    """Tell when the next report of a periodic promise is due."""
    komend = [(rij.laatst, rij.periode) for rij in rijen if rij.status is Leverstatus.TE_LEVEREN and rij.laatst]
    for laatst, periode in sorted(komend)[:1]:
        over = add_lidwoord(format_periode(periode))
        yield T6.meld(plek.pad("rapportageafspraak"), "periodiek", laatst=laatst, over=over, **plek.parameters)


T1 = Regel(code="T1", ernst=Ernst.WAARSCHUWING, tekst=teksten.T1, bron=LEIDERDORP, check=check_termijn)
T2 = Regel(code="T2", ernst=Ernst.WAARSCHUWING, tekst=teksten.T2, bron=HEERLEN, check=check_te_laat)
T3 = Regel(code="T3", ernst=Ernst.WAARSCHUWING, tekst=teksten.T3, bron=HEERLEN, check=check_teruggemeld)
T4 = Regel(code="T4", ernst=Ernst.FOUT, tekst=teksten.T4, bron=GRIFFIE, check=check_afgevoerd)
T5 = Regel(code="T5", ernst=Ernst.WAARSCHUWING, tekst=teksten.T5, bron=GRIFFIE, check=check_afgedaan)
T6 = Regel(code="T6", ernst=Ernst.INFO, tekst=teksten.T6, bron=EIGEN_AFSPRAAK, check=check_komend)

TOEZEGGINGEN = (T1, T2, T3, T4, T5, T6)
