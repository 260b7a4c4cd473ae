"""One thing wrong with the promises of a dossier, per code."""

from typing import Any, Final

import attrs
from hypothesis import strategies as st

from ivb.dates import Date, parse_datering
from ivb.model.besluit import Besluit, Orgaan
from ivb.model.dossier import Dossier
from ivb.model.rapportageafspraak import Levertermijn, Rapportageafspraak, Ritme
from ivb.model.toezegging import Afdoening, Statusmelding, Toezegging, Toezeggingstatus
from ivb.testing.gevallen.basis import Kies


def _add_toezegging(dossier: Dossier, **velden: Any) -> Dossier:
    """Add a promise that is due later, unless the fields say otherwise."""
    gewoon: dict[str, Any] = {
        "id": "tz2",
        "datum": parse_datering("20 februari 2024"),
        "onderwerp": "Evaluatie van het cameratoezicht",
        "termijn": parse_datering("december 2025"),
    }
    return attrs.evolve(dossier, toezeggingen=(*dossier.toezeggingen, Toezegging(**{**gewoon, **velden})))


def _afspraak(**velden: Any) -> Rapportageafspraak:
    return Rapportageafspraak(ritme=Ritme.HALFJAARLIJKS, vanaf="2024-H1", **velden)


def _break_t1(kies: Kies, dossier: Dossier) -> Dossier:
    afspraak = kies(st.sampled_from((None, _afspraak())))
    return _add_toezegging(dossier, termijn=parse_datering("onbekend"), rapportageafspraak=afspraak)


def _break_t2(kies: Kies, dossier: Dossier) -> Dossier:
    termijn = kies(st.sampled_from(("30 juni 2025", "mei 2025", "najaar 2024", "vóór de zomer van 2025")))
    return _add_toezegging(dossier, termijn=parse_datering(termijn))


def _break_t3(kies: Kies, dossier: Dossier) -> Dossier:
    melding = Statusmelding(status=Toezeggingstatus.UITGEVOERD, sinds=Date(2025, kies(st.integers(1, 6)), 3))
    return _add_toezegging(dossier, statuslog=(melding,))


def _break_t4(kies: Kies, dossier: Dossier) -> Dossier:
    """Strike a promise without a decision, or by a decision of another organ."""
    jaar = kies(st.sampled_from((2023, 2025)))
    melding = Statusmelding(status=Toezeggingstatus.AFGEVOERD, sinds=Date(jaar, 3, 4))
    organen = st.sampled_from([een for een in Orgaan if een is not Orgaan.RAAD])
    besluit = st.builds(Besluit, orgaan=organen, datum=st.just(parse_datering("maart 2025")))
    return _add_toezegging(
        dossier, datum=parse_datering("2023"), statuslog=(melding,), afvoerbesluit=kies(st.none() | besluit)
    )


def _break_t5(kies: Kies, dossier: Dossier) -> Dossier:
    sinds = Date(2025, 3, 4)
    melding = Statusmelding(status=Toezeggingstatus.AFGEDAAN, sinds=sinds)
    velden = kies(st.sampled_from(({"afdoeningen": (Afdoening(sinds=sinds),)}, {"statuslog": (melding,)})))
    return _add_toezegging(dossier, **velden)


def _break_t6(kies: Kies, dossier: Dossier) -> Dossier:
    afspraak = _afspraak(levertermijnen=(Levertermijn(venster="uiterlijk 1 mei", jaren_later=1),))
    termijn = kies(st.sampled_from(("1 juli 2025", "najaar 2025", "vanaf 1 mei 2026")))
    velden: tuple[dict[str, Any], ...] = ({"termijn": parse_datering(termijn)}, {"rapportageafspraak": afspraak})
    return _add_toezegging(dossier, **kies(st.sampled_from(velden)))


TOEZEGGINGEN: Final = {
    "T1": _break_t1,
    "T2": _break_t2,
    "T3": _break_t3,
    "T4": _break_t4,
    "T5": _break_t5,
    "T6": _break_t6,
}
