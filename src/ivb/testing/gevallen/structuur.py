"""One thing wrong with how policy, plan and report fit together, per code."""

from typing import Any, Final

import attrs
from hypothesis import strategies as st

from ivb.dates import parse_datering
from ivb.model.beleid import Prioriteit, Thema, Veiligheidsbeleid
from ivb.model.besluit import Besluit, Orgaan
from ivb.model.dossier import Dossier
from ivb.model.jaarplan import Ambitie, Jaarplan
from ivb.model.rapportage import Ontwikkeling
from ivb.testing.gevallen.basis import Kies

_VREEMD = Thema(id="vreemd", naam="Brandveiligheid")


def _change_laatste(dossier: Dossier, jaarplan: Jaarplan) -> Dossier:
    return attrs.evolve(dossier, jaarplannen=(*dossier.jaarplannen[:-1], jaarplan))


def _add_eerder_beleid(dossier: Dossier) -> Dossier:
    """Add the policy that came before, with a theme that the policy of now does not have."""
    eerder = Veiligheidsbeleid(
        id="ivb-eerder",
        titel="Integraal veiligheidsbeleid 2020-2023",
        looptijd="2020/2023",
        vastgesteld=Besluit(orgaan=Orgaan.RAAD, datum=parse_datering("20 januari 2020")),
        themas=(_VREEMD,),
    )
    return attrs.evolve(dossier, beleid=(*dossier.beleid, eerder))


def _break_s1(kies: Kies, dossier: Dossier) -> Dossier:
    """Take the theme from an action, or give it one of the policy before: its own, or by what it serves."""
    plan = dossier.jaarplannen[-1]
    sleutel: str = kies(st.sampled_from([actie.id for actie in plan.acties]))
    thema: str | None = kies(st.sampled_from((None, _VREEMD.id)))
    dient: dict[str, str] = kies(st.sampled_from(({}, {"ambitie": "amb2"}, {"verplichting": "V2"})))
    velden: dict[str, Any] = {"thema": None if dient else thema, "ambitie": None, **dient}
    acties = tuple(attrs.evolve(actie, **velden) if actie.id == sleutel else actie for actie in plan.acties)
    ambitie = Ambitie(id="amb2", titel="Minder branden", thema=thema, doelen=("d1",))
    verplichting = attrs.evolve(plan.verplichtingen[0], id="V2", thema=thema)
    ambities, verplichtingen = (*plan.ambities, ambitie), (*plan.verplichtingen, verplichting)
    anders = attrs.evolve(plan, acties=acties, ambities=ambities, verplichtingen=verplichtingen)
    return _change_laatste(_add_eerder_beleid(dossier), anders)


def _break_s2(kies: Kies, dossier: Dossier) -> Dossier:
    """Add a theme of which nobody tells, or leave out all that a plan or a report tells."""
    match kies(st.sampled_from(("thema", "jaarplan", "rapportage"))):
        case "thema":
            beleid = attrs.evolve(dossier.beleid[0], themas=(*dossier.beleid[0].themas, _VREEMD))
            return attrs.evolve(dossier, beleid=(beleid,))
        case "jaarplan":
            eerste, *later = dossier.jaarplannen
            return attrs.evolve(dossier, jaarplannen=(attrs.evolve(eerste, acties=()), *later))
        case _:
            eerste_helft, *rest = dossier.rapportages
            return attrs.evolve(dossier, rapportages=(attrs.evolve(eerste_helft, ontwikkelingen=()), *rest))


def _break_s3(kies: Kies, dossier: Dossier) -> Dossier:
    nummer: int = kies(st.integers(0, len(dossier.rapportages) - 1))
    rapportages = list(dossier.rapportages)
    vreemd = Ontwikkeling(thema=_VREEMD.id, tekst="Er waren minder branden.")
    rapportages[nummer] = attrs.evolve(
        rapportages[nummer], ontwikkelingen=(*rapportages[nummer].ontwikkelingen, vreemd)
    )
    return attrs.evolve(_add_eerder_beleid(dossier), rapportages=tuple(rapportages))


def _break_s4(_kies: Kies, dossier: Dossier) -> Dossier:
    beleid = dossier.beleid[0]
    doelen = tuple(attrs.evolve(doel, effect=None) for doel in beleid.doelen)
    return attrs.evolve(dossier, beleid=(attrs.evolve(beleid, doelen=doelen),))


def _break_s5(kies: Kies, dossier: Dossier) -> Dossier:
    """Give more themes a priority than was agreed."""
    soort = kies(st.sampled_from((Prioriteit.SPEERPUNT, Prioriteit.STRATEGISCH_THEMA)))
    beleid = dossier.beleid[0]
    themas = tuple(attrs.evolve(thema, prioriteit=soort) for thema in beleid.themas)
    profiel = dossier.gemeente.profiel
    drempels = attrs.evolve(profiel.drempels, prioriteiten=kies(st.integers(0, len(themas) - 1)))
    gemeente = attrs.evolve(dossier.gemeente, profiel=attrs.evolve(profiel, drempels=drempels))
    return attrs.evolve(dossier, gemeente=gemeente, beleid=(attrs.evolve(beleid, themas=themas),))


STRUCTUUR: Final = {
    "S1": _break_s1,
    "S2": _break_s2,
    "S3": _break_s3,
    "S4": _break_s4,
    "S5": _break_s5,
}
