"""One thing wrong with the actions of a dossier, per code."""

from typing import Any, Final

import attrs
from hypothesis import strategies as st

from ivb.dates import Date, parse_datering
from ivb.model.dossier import Dossier
from ivb.model.jaarplan import Actie, Jaarplan
from ivb.model.voortgang import Oordeel, Voortgang, Voortgangsmelding
from ivb.testing.gevallen.basis import Kies


def _change_actie(kies: Kies, dossier: Dossier, **velden: Any) -> Dossier:
    """Change one action, in all the plans in which it stands."""
    sleutel: str = kies(st.sampled_from([actie.id for actie in dossier.jaarplannen[-1].acties]))

    def change(actie: Actie) -> Actie:
        return attrs.evolve(actie, **velden) if actie.id == sleutel else actie

    plannen = (attrs.evolve(plan, acties=tuple(map(change, plan.acties))) for plan in dossier.jaarplannen)
    return attrs.evolve(dossier, jaarplannen=tuple(plannen))


def _change_melding(kies: Kies, dossier: Dossier, **velden: Any) -> Dossier:
    """Change one note."""
    nummer: int = kies(st.integers(0, len(dossier.voortgang) - 1))
    log = list(dossier.voortgang)
    log[nummer] = attrs.evolve(log[nummer], **velden)
    return attrs.evolve(dossier, voortgang=tuple(log))


def _add_melding(kies: Kies, dossier: Dossier, **velden: Any) -> Dossier:
    """Add a last note on one action."""
    sleutel = kies(st.sampled_from([actie.id for actie in dossier.jaarplannen[-1].acties]))
    melding = Voortgangsmelding(actie=sleutel, sinds=Date(2025, 6, 20), **velden)
    return attrs.evolve(dossier, voortgang=(*dossier.voortgang, melding))


def _break_a1(kies: Kies, dossier: Dossier) -> Dossier:
    return _change_actie(kies, dossier, trekker=None)


def _break_a2(kies: Kies, dossier: Dossier) -> Dossier:
    eind = kies(st.sampled_from((None, parse_datering("onbekend"))))
    return _change_actie(kies, dossier, eind=eind, ijkmomenten=())


def _break_a3(kies: Kies, dossier: Dossier) -> Dossier:
    veld = kies(st.sampled_from(("oorzaak", "gevolg", "bijsturing")))
    return _change_melding(kies, dossier, geld=kies(st.sampled_from((Oordeel.ORANJE, Oordeel.ROOD))), **{veld: None})


def _break_a4(kies: Kies, dossier: Dossier) -> Dossier:
    klaar: dict[str, Any] = {"voortgang": Voortgang.AFGEROND, "percentage": kies(st.none() | st.integers(0, 99))}
    if klaar["percentage"] is not None:
        klaar["resultaat"] = kies(st.none() | st.just("Er is een verslag."))
    begonnen = {"voortgang": Voortgang.NIET_GESTART, "percentage": kies(st.integers(1, 100))}
    return _add_melding(kies, dossier, **kies(st.sampled_from((klaar, begonnen))))


def _break_a5(kies: Kies, dossier: Dossier) -> Dossier:
    """Leave an action out of the next plan: in silence, under another id, carried over to nowhere, or in a draft."""
    kwijt = Actie(id="weg", thema=dossier.beleid[0].themas[0].id, titel="Buurtapp", trekker="wijkagent", uren=1)
    kwijt = attrs.evolve(kwijt, eind=parse_datering("december 2024"))
    eerste, laatste = dossier.jaarplannen
    if kies(st.booleans()):
        concept = attrs.evolve(laatste, looptijd="2026", id="2026", titel="Jaarplan veiligheid 2026", vastgesteld=None)
        laatste = _add_acties(laatste, attrs.evolve(kwijt, eind=parse_datering("december 2025")))
        return attrs.evolve(dossier, jaarplannen=(eerste, laatste, concept))
    terug = kies(st.sampled_from(((), (attrs.evolve(kwijt, id="anders", titel="Buurtapps"),))))
    voortgang = kies(st.sampled_from((Voortgang.NIET_GESTART, Voortgang.DOORGESCHOVEN)))
    melding = Voortgangsmelding(actie="weg", sinds=Date(2024, 11, 1), voortgang=voortgang)
    plannen = (_add_acties(eerste, kwijt), _add_acties(laatste, *terug))
    return attrs.evolve(dossier, jaarplannen=plannen, voortgang=(*dossier.voortgang, melding))


def _add_acties(jaarplan: Jaarplan, *acties: Actie) -> Jaarplan:
    return attrs.evolve(jaarplan, acties=(*jaarplan.acties, *acties))


def _break_a6(kies: Kies, dossier: Dossier) -> Dossier:
    sleutel = kies(st.sampled_from([actie.id for actie in dossier.jaarplannen[-1].acties]))
    meldingen = (
        Voortgangsmelding(
            actie=sleutel, sinds=dag, voortgang=Voortgang.DOORGESCHOVEN, reden="Geen uren.", jaarplan=plan
        )
        for dag, plan in ((Date(2024, 12, 20), "2024"), (Date(2025, 6, 20), "2025"))
    )
    return attrs.evolve(dossier, voortgang=(*dossier.voortgang, *meldingen))


def _break_a7(kies: Kies, dossier: Dossier) -> Dossier:
    zonder = attrs.evolve(
        dossier,
        jaarplannen=tuple(
            attrs.evolve(plan, acties=tuple(attrs.evolve(actie, ijkmomenten=()) for actie in plan.acties))
            for plan in dossier.jaarplannen
        ),
    )
    return _add_melding(kies, zonder, voortgang=Voortgang.DOORLOPEND)


def _break_a8(kies: Kies, dossier: Dossier) -> Dossier:
    """Leave out what was told of one action in the second half of 2024, or all of it."""
    sleutel = kies(st.sampled_from([actie.id for actie in dossier.jaarplannen[-1].acties]))
    vanaf = kies(st.sampled_from((Date(2024, 1, 1), Date(2024, 7, 1))))
    tot = Date(2024, 12, 31)
    log = (een for een in dossier.voortgang if een.actie != sleutel or not vanaf <= een.sinds <= tot)
    return attrs.evolve(dossier, voortgang=tuple(log))


def _break_a9(kies: Kies, dossier: Dossier) -> Dossier:
    eind = parse_datering(kies(st.sampled_from(("juni 2025", "voorjaar 2025"))))
    groen = tuple(attrs.evolve(een, tijd=Oordeel.GROEN) for een in dossier.voortgang)
    return attrs.evolve(_change_actie(kies, dossier, eind=eind), voortgang=groen)


def _break_a10(kies: Kies, dossier: Dossier) -> Dossier:
    tekst = kies(st.sampled_from(("Het gaat goed.", "Geen bijzonderheden.")))
    if kies(st.booleans()):
        log = tuple(attrs.evolve(een, toelichting=tekst) for een in dossier.voortgang)
        return attrs.evolve(dossier, voortgang=log)
    rapportages = (
        attrs.evolve(een, ontwikkelingen=tuple(attrs.evolve(deel, tekst=tekst) for deel in een.ontwikkelingen))
        for een in dossier.rapportages
    )
    return attrs.evolve(dossier, rapportages=tuple(rapportages))


ACTIES: Final = {
    "A1": _break_a1,
    "A2": _break_a2,
    "A3": _break_a3,
    "A4": _break_a4,
    "A5": _break_a5,
    "A6": _break_a6,
    "A7": _break_a7,
    "A8": _break_a8,
    "A9": _break_a9,
    "A10": _break_a10,
}
