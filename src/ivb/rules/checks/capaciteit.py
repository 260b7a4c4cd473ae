"""Whether a plan can be carried out with the hours and the money that there are.

Source: gemeentelijke praktijk. A regional obligation costs hours, later too, as Twenterand wrote to its council.
"""

from collections.abc import Iterator
from typing import Any

from ivb.bevindingen import Ernst
from ivb.dates import Date
from ivb.model.dossier import Dossier
from ivb.model.jaarplan import Actie, Dekking, Verplichting
from ivb.model.voortgang import Voortgang
from ivb.rules.capaciteit import Raming, derive_capaciteit, fold_rol, is_binnen
from ivb.rules.checks.acties import iter_plekken
from ivb.rules.checks.regel import Bevinding, Regel
from ivb.rules.checks.teksten import capaciteit as teksten
from ivb.sources import Bron

JAARPLANNEN = Bron(titel="gemeentelijke praktijk", vindplaats="jaarplannen met uren per actie en per rol")
TWENTERAND = Bron(titel="raadsbrief van Twenterand van 23 april 2024", vindplaats="de basis op orde kost capaciteit")


def check_uren(dossier: Dossier, _peildatum: Date) -> Iterator[Bevinding]:
    """Find plans that ask more hours than there are, in total or of one role, and capacity outside its plan."""
    for jaarplan in dossier.jaarplannen:
        raming = derive_capaciteit(jaarplan)
        pad = f"jaarplannen[{jaarplan.id}].capaciteit"
        parameters: dict[str, Any] = {"jaarplan": jaarplan.titel}
        yield from _iter_tekort(pad, "", raming.gevraagd, raming.beschikbaar, parameters)
        plekken: dict[str, str] = {}
        for nummer, een in enumerate(jaarplan.capaciteit):
            plekken.setdefault(fold_rol(een.rol), f"{pad}[{nummer}].uren")
            if een.periode is not None and not is_binnen(jaarplan, een):
                yield K1.meld(f"{pad}[{nummer}].periode", "buiten", rol=een.rol, periode=een.periode, **parameters)
        for rol in raming.rollen:
            plek = plekken.get(fold_rol(rol.rol), pad)
            yield from _iter_tekort(plek, "rol", rol.gevraagd, rol.beschikbaar, {**parameters, "rol": rol.rol})


def _iter_tekort(
    pad: str, variant: str, gevraagd: Raming, beschikbaar: Raming, parameters: dict[str, Any]
) -> Iterator[Bevinding]:
    """Say that there are too few hours, and that the sum is not complete where it is not."""
    if gevraagd.uren is None or beschikbaar.uren is None or gevraagd.uren <= beschikbaar.uren:
        return
    if gevraagd.onbekend or beschikbaar.onbekend:
        variant = f"{variant}_onvolledig".lstrip("_")
        parameters = {**parameters, "zonder": gevraagd.onbekend, "rollen": beschikbaar.onbekend}
    yield K1.meld(pad, variant, gevraagd=gevraagd.uren, beschikbaar=beschikbaar.uren, **parameters)


def check_verplichtingen(dossier: Dossier, _peildatum: Date) -> Iterator[Bevinding]:
    """Find obligations of which neither they nor the actions that carry them out say the hours, or the cover."""
    for jaarplan in dossier.jaarplannen:
        uitvoering: dict[str, list[Actie]] = {}
        for actie in jaarplan.acties:
            if actie.verplichting is not None:
                uitvoering.setdefault(actie.verplichting, []).append(actie)
        for een in jaarplan.verplichtingen:
            delen = (een, *uitvoering.get(een.id, ()))
            pad = f"jaarplannen[{jaarplan.id}].verplichtingen[{een.id}]"
            parameters: dict[str, Any] = {"verplichting": een.titel, "jaarplan": jaarplan.titel}
            if all(deel.uren is None for deel in delen):
                yield K2.meld(f"{pad}.uren", **parameters)
            if not any(map(_is_gedekt, delen)):
                yield K2.meld(f"{pad}.dekking", "dekking", **parameters)


def _is_gedekt(deel: Actie | Verplichting) -> bool:
    """Tell whether it is known from what something is paid."""
    return deel.dekking is not None or deel.dekkingsbron is not None


def check_dekking(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find work that goes on after the plan and is paid once."""
    doorlopend = {
        (plek.jaarplan.id, plek.actie.id)
        for plek in iter_plekken(dossier, peildatum)
        if plek.melding is not None and plek.melding.voortgang is Voortgang.DOORLOPEND
    }
    for jaarplan in dossier.jaarplannen:
        pad = f"jaarplannen[{jaarplan.id}]"
        structureel = {een.id: een for een in jaarplan.verplichtingen if een.structureel}
        for een in structureel.values():
            if een.dekking is Dekking.EENMALIG:
                yield K3.meld(
                    f"{pad}.verplichtingen[{een.id}].dekking", verplichting=een.titel, jaarplan=jaarplan.titel
                )
        for actie in jaarplan.acties:
            if actie.dekking is not Dekking.EENMALIG:
                continue
            plek, plicht = f"{pad}.acties[{actie.id}].dekking", structureel.get(actie.verplichting or "")
            if plicht is not None:
                yield K3.meld(plek, "uitvoering", actie=actie.id, titel=actie.titel, verplichting=plicht.titel)
            elif (jaarplan.id, actie.id) in doorlopend:
                yield K3.meld(plek, "doorlopend", actie=actie.id, titel=actie.titel)


K1 = Regel(code="K1", ernst=Ernst.WAARSCHUWING, tekst=teksten.K1, bron=JAARPLANNEN, check=check_uren)
K2 = Regel(code="K2", ernst=Ernst.WAARSCHUWING, tekst=teksten.K2, bron=TWENTERAND, check=check_verplichtingen)
K3 = Regel(code="K3", ernst=Ernst.WAARSCHUWING, tekst=teksten.K3, bron=TWENTERAND, check=check_dekking)

CAPACITEIT = (K1, K2, K3)
