"""One thing wrong with a letter to the council, per code."""

from typing import Any, Final

import attrs
from hypothesis import strategies as st

from ivb.dates import Date, parse_datering
from ivb.model.besluit import Orgaan
from ivb.model.dossier import Dossier
from ivb.model.raadsbrief import (
    Aankondiging,
    Bijlage,
    Openbaarheid,
    Openbaarheidssoort,
    Raadsbrief,
    Vervolgafspraak,
)
from ivb.testing.gevallen.basis import Kies

_GEHEIM: Final[dict[str, Any]] = {
    "grond": "Wet open overheid, art. 5.1 lid 2 onder e",
    "opgelegd_door": Orgaan.COLLEGE,
    "datum": Date(2024, 9, 10),
}
_GEGEVENS = (
    "De melder heeft BSN 123456782.",
    "De melder is 1234.56.782.",
    "Bel de melder: 06-12345678.",
    "Mail naar jan.jansen@voorbeeld.nl.",
    "De melder woont op Dorpsstraat 12, 1234 AB Voorbeeldstad.",
)


def _change_brief(kies: Kies, dossier: Dossier, **velden: Any) -> Dossier:
    """Change one letter."""
    nummer: int = kies(st.integers(0, len(dossier.raadsbrieven) - 1))
    brieven = list(dossier.raadsbrieven)
    brieven[nummer] = attrs.evolve(brieven[nummer], **velden)
    return attrs.evolve(dossier, raadsbrieven=tuple(brieven))


def _break_b1(kies: Kies, dossier: Dossier) -> Dossier:
    brief, *andere = dossier.raadsbrieven
    aangekondigd = (*brief.kennisnemen_van, Aankondiging(tekst="Het uitvoeringsprogramma"))
    bijgevoegd = (*brief.bijlagen, Bijlage(titel="Kaart van het centrum"))
    velden = kies(st.sampled_from(({"kennisnemen_van": aangekondigd}, {"bijlagen": bijgevoegd})))
    return attrs.evolve(dossier, raadsbrieven=(attrs.evolve(brief, **velden), *andere))


def _break_b2(kies: Kies, dossier: Dossier) -> Dossier:
    """Leave a letter without a core message, or add one that says nothing."""
    if kies(st.booleans()):
        return _change_brief(kies, dossier, kernboodschap=None, themas=())
    leeg = Raadsbrief(
        id="brief-leeg",
        zaaknummer="Z2025-3",
        datum=Date(2025, 6, 24),
        collegebesluit=Date(2025, 6, 24),
        portefeuillehouder="burgemeester",
        onderwerp="Veiligheid in de zomer",
    )
    return attrs.evolve(dossier, raadsbrieven=(*dossier.raadsbrieven, leeg))


def _break_b3(kies: Kies, dossier: Dossier) -> Dossier:
    veld = kies(st.sampled_from(("zaaknummer", "portefeuillehouder", "collegebesluit")))
    return _change_brief(kies, dossier, **{veld: None})


def _break_b4(kies: Kies, dossier: Dossier) -> Dossier:
    tekst = "Op het plein werd de openbare orde verstoord."
    fout = ({"afzender": Orgaan.RAAD}, {"afzender": Orgaan.ANDERS}, {"inleiding": tekst}, {"kernboodschap": tekst})
    return _change_brief(kies, dossier, **kies(st.sampled_from(fout)))


def _break_b5(kies: Kies, dossier: Dossier) -> Dossier:
    """Leave out one thing of what a secret letter must say, or the end of an embargo."""
    geheim = (_GEHEIM | {"soort": Openbaarheidssoort.GEHEIM, veld: None} for veld in _GEHEIM)
    velden: dict[str, Any] = kies(st.sampled_from((*geheim, {"soort": Openbaarheidssoort.EMBARGO})))
    return _change_brief(kies, dossier, openbaarheid=Openbaarheid(**velden), gepubliceerd=None)


def _break_b6(kies: Kies, dossier: Dossier) -> Dossier:
    termijn = kies(st.none() | st.sampled_from(("onbekend", "vanaf mei 2025")).map(parse_datering))
    vervolg = Vervolgafspraak(tekst="Over de opvang van jongeren hoort u later meer.", termijn=termijn)
    brief, *andere = dossier.raadsbrieven
    return attrs.evolve(dossier, raadsbrieven=(attrs.evolve(brief, vervolg=(*brief.vervolg, vervolg)), *andere))


def _break_b7(kies: Kies, dossier: Dossier) -> Dossier:
    """Put personal data into a letter or a report."""
    tekst = kies(st.sampled_from(_GEGEVENS))
    if kies(st.booleans()):
        return _change_brief(kies, dossier, inleiding=tekst)
    rapportage, *andere = dossier.rapportages
    return attrs.evolve(dossier, rapportages=(attrs.evolve(rapportage, vooruitblik=tekst), *andere))


def _break_b8(kies: Kies, dossier: Dossier) -> Dossier:
    nummer: int = kies(st.integers(0, len(dossier.raadsbrieven) - 1))
    brieven = list(dossier.raadsbrieven)
    besluit = brieven[nummer].datum.add(days=kies(st.integers(1, 30)))
    brieven[nummer] = attrs.evolve(brieven[nummer], collegebesluit=besluit)
    return attrs.evolve(dossier, raadsbrieven=tuple(brieven))


RAADSBRIEF: Final = {
    "B1": _break_b1,
    "B2": _break_b2,
    "B3": _break_b3,
    "B4": _break_b4,
    "B5": _break_b5,
    "B6": _break_b6,
    "B7": _break_b7,
    "B8": _break_b8,
}
