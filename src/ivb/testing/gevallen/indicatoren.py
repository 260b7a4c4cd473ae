"""One thing wrong with the indicators of a dossier, per code."""

from typing import Any, Final

import attrs
from hypothesis import strategies as st

from ivb.dates import Date, parse_datering
from ivb.model.beleid import Doel, Nulmeting, Streefwaarde
from ivb.model.besluit import Besluit, Orgaan
from ivb.model.dossier import Dossier
from ivb.model.indicator import Indicator, Meting, Richting
from ivb.testing.gevallen.basis import Kies


def _add_meting(dossier: Dossier, **velden: Any) -> Dossier:
    """Add a measurement that no report compares."""
    meting = attrs.evolve(dossier.metingen[0], **{"periode": "2023-H1", **velden})
    return attrs.evolve(dossier, metingen=(*dossier.metingen, meting))


def _change_meting(kies: Kies, dossier: Dossier, **velden: Any) -> Dossier:
    """Change one measurement that a report compares."""
    nummer: int = kies(st.integers(0, 1))
    metingen: list[Meting] = list(dossier.metingen)
    metingen[nummer] = attrs.evolve(metingen[nummer], **velden)
    return attrs.evolve(dossier, metingen=tuple(metingen))


def _change_indicator(dossier: Dossier, **velden: Any) -> Dossier:
    indicator: Indicator = attrs.evolve(dossier.indicatoren[0], **velden)
    return attrs.evolve(dossier, indicatoren=(indicator, *dossier.indicatoren[1:]))


def _change_doel(dossier: Dossier, *anders: Doel, **velden: Any) -> Dossier:
    """Change the goal of the policy, and add others to it."""
    beleid = dossier.beleid[0]
    doelen = (attrs.evolve(beleid.doelen[0], **velden), *anders)
    return attrs.evolve(dossier, beleid=(attrs.evolve(beleid, doelen=doelen),))


def _change_vergelijking(dossier: Dossier, **velden: Any) -> Dossier:
    *eerder, laatste = dossier.rapportages
    vergelijkingen = tuple(attrs.evolve(een, **velden) for een in laatste.vergelijkingen)
    return attrs.evolve(dossier, rapportages=(*eerder, attrs.evolve(laatste, vergelijkingen=vergelijkingen)))


def _break_n1(kies: Kies, dossier: Dossier) -> Dossier:
    anders = kies(
        st.sampled_from(
            (
                {"per": 10000},
                {"per": None},
                {"eenheid": "%"},
                {"noemer": "jongeren"},
                {"noemer": None},
                {"leeftijdsgroep": "12 tot 18 jaar"},
            )
        )
    )
    methode = kies(st.sampled_from(("2024", "2018")))
    periode = kies(st.sampled_from(("2023-H1", "2023-H2", "2025-H1")))
    return _add_meting(dossier, methode=methode, periode=periode, **anders)


def _break_n2(kies: Kies, dossier: Dossier) -> Dossier:
    anders = ({"methode": "2018"}, {"bron": "politie"}, {"methode": None}, {"bron": None}, {"volledig": False})
    return _change_meting(kies, dossier, **kies(st.sampled_from(anders)))


def _break_n3(kies: Kies, dossier: Dossier) -> Dossier:
    """Leave out a value, publish it after the report, or leave out the measurement."""
    anders: dict[str, Any] | None = kies(
        st.sampled_from(({"waarde": None}, {"bekend_sinds": Date(2025, 3, 11)}, None)),
    )
    if anders is not None:
        return _change_meting(kies, dossier, **anders)
    return attrs.evolve(dossier, metingen=(kies(st.sampled_from(dossier.metingen)),))


def _break_n4(kies: Kies, dossier: Dossier) -> Dossier:
    """Loosen a target, without any decision or with that of another organ; or leave out which way, or in what order."""
    orgaan: Orgaan | None = kies(st.none() | st.sampled_from([een for een in Orgaan if een is not Orgaan.RAAD]))
    besluit = Besluit(orgaan=orgaan, datum=parse_datering("februari 2025")) if orgaan else None
    sinds = kies(st.sampled_from((Date(2024, 1, 15), None)))
    streefwaarden = (
        Streefwaarde(jaar=2027, waarde=10, sinds=sinds),
        Streefwaarde(jaar=2027, waarde=kies(st.integers(11, 14)), sinds=Date(2025, 3, 1), besluit=besluit),
    )
    richting = kies(st.sampled_from((Richting.DALING, None)))
    zonder = _change_indicator(dossier, richting=None)
    return _change_doel(zonder, richting=richting, streefwaarden=streefwaarden)


def _break_n5(kies: Kies, dossier: Dossier) -> Dossier:
    weg = kies(st.sampled_from(((21, 10), (9, 10), (25, 30))))
    if kies(st.booleans()):
        dossier, weg = _change_indicator(dossier, richting=None), (12, 15)
        dossier = _change_doel(dossier, richting=None)
    streefwaarden = tuple(Streefwaarde(jaar=jaar, waarde=een) for jaar, een in zip((2025, 2027), weg, strict=True))
    return _change_doel(dossier, streefwaarden=streefwaarden)


def _break_n6(kies: Kies, dossier: Dossier) -> Dossier:
    jaar = kies(st.sampled_from((2019, 2021, 2024)))
    doel = attrs.evolve(dossier.beleid[0].doelen[0], id="d2", nulmeting=Nulmeting(waarde=20, jaar=jaar))
    return _change_doel(dossier, doel)


def _break_n7(kies: Kies, dossier: Dossier) -> Dossier:
    if kies(st.booleans()):
        return _change_meting(kies, dossier, voorlopig=True)
    return _add_meting(dossier, volledig=False)


def _break_n8(kies: Kies, dossier: Dossier) -> Dossier:
    return _change_meting(kies, dossier, aantal=kies(st.integers(0, 9)))


def _break_n9(kies: Kies, dossier: Dossier) -> Dossier:
    return _change_indicator(dossier, vertraging=kies(st.integers(70, 600)))


def _break_n10(kies: Kies, dossier: Dossier) -> Dossier:
    """Compare another period; with a source that is too slow for the period of the report, an earlier one."""
    traag = tuple(attrs.evolve(een, vertraging=100) for een in dossier.indicatoren)
    dossier = kies(st.sampled_from((dossier, attrs.evolve(dossier, indicatoren=traag))))
    return _change_vergelijking(dossier, naar=kies(st.sampled_from(("2024-H1", "2024", "2024-K4"))))


INDICATOREN: Final = {
    "N1": _break_n1,
    "N2": _break_n2,
    "N3": _break_n3,
    "N4": _break_n4,
    "N5": _break_n5,
    "N6": _break_n6,
    "N7": _break_n7,
    "N8": _break_n8,
    "N9": _break_n9,
    "N10": _break_n10,
}
