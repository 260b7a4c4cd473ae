"""One thing wrong with the hours and the money of a plan, per code."""

from typing import Any, Final

import attrs
from hypothesis import strategies as st

from ivb.dates import Date
from ivb.model.dossier import Dossier
from ivb.model.jaarplan import Capaciteit, Dekking, Jaarplan, Verplichting
from ivb.model.voortgang import Voortgang, Voortgangsmelding
from ivb.testing.gevallen.basis import Kies


def _change_plan(dossier: Dossier, jaarplan: Jaarplan, **velden: Any) -> Dossier:
    """Change one plan."""
    plannen = (attrs.evolve(een, **velden) if een is jaarplan else een for een in dossier.jaarplannen)
    return attrs.evolve(dossier, jaarplannen=tuple(plannen))


def _break_k1(kies: Kies, dossier: Dossier) -> Dossier:
    """Give a plan, or the role that leads an action, no hours; perhaps not all hours are known."""
    plan: Jaarplan = kies(st.sampled_from(dossier.jaarplannen))
    weinig = attrs.evolve(plan.capaciteit[0], uren=kies(st.integers(0, 119)))
    rol = Capaciteit(rol=str(plan.acties[0].trekker), uren=0)
    buiten = attrs.evolve(plan.capaciteit[0], periode="2030")
    anders: tuple[Capaciteit, ...] = kies(
        st.sampled_from(((weinig,), (weinig, Capaciteit(rol="jurist")), (*plan.capaciteit, rol), (buiten,)))
    )
    eerste, *rest = plan.acties
    onbekend = attrs.evolve(eerste, id="nieuw", titel="Overleg met scholen", uren=None)
    acties = (eerste, *rest, onbekend) if plan is dossier.jaarplannen[-1] and kies(st.booleans()) else plan.acties
    return _change_plan(dossier, plan, capaciteit=anders, acties=acties)


def _break_k2(kies: Kies, dossier: Dossier) -> Dossier:
    plan: Jaarplan = kies(st.sampled_from(dossier.jaarplannen))
    velden: tuple[str, ...] = kies(st.sampled_from((("uren",), ("dekking",), ("uren", "dekking"))))
    return _change_plan(dossier, plan, verplichtingen=_change_verplichtingen(plan, **dict.fromkeys(velden)))


def _change_verplichtingen(plan: Jaarplan, **velden: Any) -> tuple[Verplichting, ...]:
    return tuple(attrs.evolve(een, **velden) for een in plan.verplichtingen)


def _break_k3(kies: Kies, dossier: Dossier) -> Dossier:
    """Pay an obligation, an action that carries it out, or a continuing action once."""
    plan = dossier.jaarplannen[-1]
    eerste, *rest = plan.acties
    match kies(st.sampled_from(("verplichting", "uitvoering", "doorlopend"))):
        case "verplichting":
            plichten = _change_verplichtingen(plan, dekking=Dekking.EENMALIG)
            return _change_plan(dossier, plan, verplichtingen=plichten)
        case "uitvoering":
            actie = attrs.evolve(eerste, verplichting="V1", dekking=Dekking.EENMALIG)
            return _change_plan(dossier, plan, acties=(actie, *rest))
        case _:
            actie = attrs.evolve(eerste, dekking=Dekking.EENMALIG)
            melding = Voortgangsmelding(actie=eerste.id, sinds=Date(2025, 6, 20), voortgang=Voortgang.DOORLOPEND)
            anders = _change_plan(dossier, plan, acties=(actie, *rest))
            return attrs.evolve(anders, voortgang=(*dossier.voortgang, melding))


CAPACITEIT: Final = {"K1": _break_k1, "K2": _break_k2, "K3": _break_k3}
