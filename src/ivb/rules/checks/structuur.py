"""Whether policy, plan and report fit together: themes, goals and priorities.

A plan belongs to the policy that it names, else to those that hold in its years; a report to those that hold in its
periods. A policy of which no theme is recorded says nothing about themes. Source: gemeentelijke praktijk. Audit offices
missed the line from policy to plan to action (Schiedam and Vlaardingen, 2018; Rijssen-Holten, 2024).
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ivb.bevindingen import Ernst
from ivb.dates import Date, Periode
from ivb.model.beleid import Prioriteit, Thema, Veiligheidsbeleid
from ivb.model.dossier import Dossier
from ivb.model.jaarplan import Actie, Ambitie, Jaarplan, Verplichting
from ivb.model.rapportage import Rapportage
from ivb.rules.bronnen import EIGEN_AFSPRAAK, REKENKAMERS
from ivb.rules.checks.regel import Bevinding, Regel
from ivb.rules.checks.teksten import structuur as teksten
from ivb.rules.stand import derive_stand
from ivb.sources import Bron

PRIORITEITEN = Bron(titel="gemeentelijke praktijk", vindplaats="speerpunt, strategisch thema en beheersniveau")

_BOVEN_BEHEER = frozenset({Prioriteit.SPEERPUNT, Prioriteit.STRATEGISCH_THEMA})


class Beleidskader(NamedTuple):
    """The policies that a plan or a report must fit, and all their themes by id."""

    titels: tuple[str, ...]
    themas: Mapping[str, Thema]


class Themaplek(NamedTuple):
    """The theme of an action, and by which field it has that."""

    veld: str
    thema: str | None


class _Wijzer:
    """Finds the policies of plans and reports, and the names of themes, as known on a day."""

    def __init__(self, dossier: Dossier, peildatum: Date) -> None:
        beleid = sorted(dossier.beleid, key=lambda een: (een.looptijd, een.id))
        self._op_id = {een.id: een for een in beleid}
        self._geldend = sorted(derive_stand(dossier, peildatum).beleid, key=lambda een: (een.looptijd, een.id))
        self.namen = {thema.id: thema.naam for een in beleid for thema in een.themas}

    def find_kader(self, jaarplan: Jaarplan) -> Beleidskader | None:
        """Find what a plan must fit; none when no theme is known."""
        if jaarplan.beleid is not None:
            return _make_kader([self._op_id[jaarplan.beleid]])
        return self.find_kader_van([jaarplan.looptijd])

    def find_kader_van(self, perioden: Sequence[Periode]) -> Beleidskader | None:
        """Find what must be fitted in some periods; none when no theme is known."""
        return _make_kader(
            [
                een
                for een in self._geldend
                if any(
                    een.looptijd.begindatum <= deel.einddatum and deel.begindatum <= een.einddatum for deel in perioden
                )
            ]
        )


def _make_kader(beleid: Sequence[Veiligheidsbeleid]) -> Beleidskader | None:
    """Put policies together; when of one of them no themes are recorded, nobody knows what lies outside."""
    if not beleid or not all(een.themas for een in beleid):
        return None
    return Beleidskader(tuple(een.titel for een in beleid), {thema.id: thema for een in beleid for thema in een.themas})


def _iter_themas(dossier: Dossier, jaarplan: Jaarplan) -> Iterator[tuple[Actie, Themaplek]]:
    """Give every action with its theme: its own, else that of its ambition, else that of its obligation."""
    ambities = {een.id: een for een in jaarplan.ambities}
    verplichtingen = {een.id: een for een in jaarplan.verplichtingen}
    for actie in jaarplan.acties:
        plek = Themaplek("thema", actie.thema)
        if plek.thema is None and actie.ambitie is not None:
            ambitie = ambities.get(actie.ambitie) or dossier.find(Ambitie, actie.ambitie)
            plek = Themaplek("ambitie", ambitie.thema)
        if plek.thema is None and actie.verplichting is not None:
            plicht = verplichtingen.get(actie.verplichting) or dossier.find(Verplichting, actie.verplichting)
            plek = Themaplek("verplichting", plicht.thema)
        yield actie, plek


def check_actiethema(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find actions without a theme, or with one that their policy does not have."""
    wijzer = _Wijzer(dossier, peildatum)
    for jaarplan in dossier.jaarplannen:
        kader = wijzer.find_kader(jaarplan)
        for actie, (veld, thema) in _iter_themas(dossier, jaarplan):
            pad = f"jaarplannen[{jaarplan.id}].acties[{actie.id}]"
            parameters: dict[str, Any] = {"actie": actie.id, "titel": actie.titel}
            if thema is None:
                yield S1.meld(f"{pad}.thema", **parameters)
            elif kader and thema not in kader.themas:
                parameters |= {"thema": wijzer.namen[thema], "beleid": kader.titels}
                yield S1.meld(f"{pad}.{veld}", "buiten" if veld == "thema" else veld, **parameters)


def check_themadekking(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find themes of the policy on which a plan has no action, or a report no text."""
    wijzer = _Wijzer(dossier, peildatum)
    for jaarplan in dossier.jaarplannen:
        themas = {thema for _, (_, thema) in _iter_themas(dossier, jaarplan)}
        pad = f"jaarplannen[{jaarplan.id}].acties"
        variant = "" if jaarplan.acties else "leeg"
        yield from _iter_gaten(wijzer.find_kader(jaarplan), pad, themas, variant, {"jaarplan": jaarplan.titel})
    for rapportage in _iter_rapportages(dossier, peildatum):
        themas = {een.thema for een in rapportage.ontwikkelingen}
        pad = f"rapportages[{rapportage.id}].ontwikkelingen"
        variant = "rapportage" if themas else "rapportage_leeg"
        kader = wijzer.find_kader_van(rapportage.perioden)
        yield from _iter_gaten(kader, pad, themas, variant, {"rapportage": rapportage.titel})


def _iter_gaten(
    kader: Beleidskader | None, pad: str, themas: Container[str | None], variant: str, stuk: dict[str, Any]
) -> Iterator[Bevinding]:
    """Give a finding for every theme that is passed over; one for all of them where nothing is told at all.

    A theme that an earlier and a later policy share is one theme, whatever their ids.
    """
    if kader and variant.endswith("leeg"):
        yield S2.meld(pad, variant, beleid=kader.titels, **stuk)
    elif kader:
        verteld = {thema.naam.casefold() for sleutel, thema in kader.themas.items() if sleutel in themas}
        for thema in kader.themas.values():
            if thema.naam.casefold() not in verteld:
                yield S2.meld(pad, variant, thema=thema.naam, beleid=kader.titels, **stuk)


def _iter_rapportages(dossier: Dossier, peildatum: Date) -> Iterator[Rapportage]:
    """Give the reports that may have been written by the day; a draft has no date yet."""
    return (een for een in dossier.rapportages if een.datum is None or een.datum <= peildatum)


def check_vreemd_thema(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find themes in a report that the policy of its periods does not have."""
    wijzer = _Wijzer(dossier, peildatum)
    for rapportage in _iter_rapportages(dossier, peildatum):
        kader = wijzer.find_kader_van(rapportage.perioden)
        for nummer, een in enumerate(rapportage.ontwikkelingen):
            if kader and een.thema not in kader.themas:
                pad = f"rapportages[{rapportage.id}].ontwikkelingen[{nummer}].thema"
                naam = wijzer.namen[een.thema]
                yield S3.meld(pad, rapportage=rapportage.titel, thema=naam, beleid=kader.titels)


def check_effect(dossier: Dossier, _peildatum: Date) -> Iterator[Bevinding]:
    """Find goals that do not say what society notices of them."""
    for beleid in dossier.beleid:
        for doel in beleid.doelen:
            if doel.effect is None:
                yield S4.meld(f"beleid[{beleid.id}].doelen[{doel.id}].effect", doel=doel.id, beleid=beleid.titel)


def check_prioriteiten(dossier: Dossier, _peildatum: Date) -> Iterator[Bevinding]:
    """Find policies with more priorities than the municipality agreed; without an agreement none are too many."""
    drempel = dossier.gemeente.profiel.drempels.prioriteiten
    if drempel is None:
        return
    for beleid in dossier.beleid:
        aantal = sum(thema.prioriteit in _BOVEN_BEHEER for thema in beleid.themas)
        if aantal > drempel:
            yield S5.meld(f"beleid[{beleid.id}].themas", beleid=beleid.titel, aantal=aantal, drempel=drempel)


S1 = Regel(code="S1", ernst=Ernst.FOUT, tekst=teksten.S1, bron=REKENKAMERS, check=check_actiethema)
S2 = Regel(code="S2", ernst=Ernst.WAARSCHUWING, tekst=teksten.S2, bron=REKENKAMERS, check=check_themadekking)
S3 = Regel(code="S3", ernst=Ernst.WAARSCHUWING, tekst=teksten.S3, bron=EIGEN_AFSPRAAK, check=check_vreemd_thema)
S4 = Regel(code="S4", ernst=Ernst.WAARSCHUWING, tekst=teksten.S4, bron=REKENKAMERS, check=check_effect)
S5 = Regel(code="S5", ernst=Ernst.WAARSCHUWING, tekst=teksten.S5, bron=PRIORITEITEN, check=check_prioriteiten)

STRUCTUUR = (S1, S2, S3, S4, S5)
