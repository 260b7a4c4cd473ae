"""One thing wrong with the reports of a dossier, per code."""

from typing import Any, Final

import attrs
from hypothesis import strategies as st

from ivb.dates import Date, Periode, parse_datering, parse_periode
from ivb.model.dossier import Dossier
from ivb.model.raadsbrief import Vervolgafspraak
from ivb.model.rapportageafspraak import Levertermijn
from ivb.testing.gevallen.basis import Kies


def _change_rapportage(dossier: Dossier, **velden: Any) -> Dossier:
    """Change the last report."""
    eerste, laatste = dossier.rapportages
    return attrs.evolve(dossier, rapportages=(eerste, attrs.evolve(laatste, **velden)))


def _change_afspraak(dossier: Dossier, **velden: Any) -> Dossier:
    """Change the agreement to report."""
    (beleid,) = dossier.beleid
    afspraken = tuple(attrs.evolve(een, **velden) for een in beleid.rapportageafspraken)
    return attrs.evolve(dossier, beleid=(attrs.evolve(beleid, rapportageafspraken=afspraken),))


def _set_drempel(dossier: Dossier, vertraging: int) -> Dossier:
    profiel = dossier.gemeente.profiel
    profiel = attrs.evolve(profiel, drempels=attrs.evolve(profiel.drempels, vertraging=vertraging))
    return attrs.evolve(dossier, gemeente=attrs.evolve(dossier.gemeente, profiel=profiel))


def _drop_laatste(dossier: Dossier) -> Dossier:
    """Leave out the last report and its letter."""
    return attrs.evolve(dossier, rapportages=dossier.rapportages[:1], raadsbrieven=dossier.raadsbrieven[:1])


def _break_r1(kies: Kies, dossier: Dossier) -> Dossier:
    """Leave a report out, tell of half of its period, or tell of the period before it too."""
    soort = kies(st.sampled_from(("gat", "seizoen", "half", "dubbel")))
    if soort == "gat":
        return _drop_laatste(dossier)
    if soort == "seizoen":
        termijn = Levertermijn(deel="H2", venster="voorjaar", jaren_later=1)
        return _change_afspraak(_drop_laatste(dossier), levertermijnen=(termijn,))
    perioden: tuple[Periode, ...] = (parse_periode("2024-K3" if soort == "half" else "2024"),)
    return _change_rapportage(dossier, perioden=perioden, vergelijkingen=())


def _break_r2(kies: Kies, dossier: Dossier) -> Dossier:
    """Let the last letter come too late, or let the municipality want reports sooner."""
    soort = kies(st.sampled_from(("termijn", "seizoen", "drempel", "wacht")))
    if soort == "drempel":
        return _set_drempel(dossier, kies(st.integers(0, 76)))
    if soort == "wacht":
        return _change_afspraak(_drop_laatste(dossier), levertermijnen=())
    if soort == "seizoen":
        termijn = Levertermijn(deel="H2", venster="voorjaar", jaren_later=1)
        dossier = _change_afspraak(dossier, levertermijnen=(termijn,))
    eerste, laatste = dossier.raadsbrieven
    datum = Date(2025, 6, kies(st.integers(1, 20)))
    laatste_ = attrs.evolve(laatste, datum=datum, collegebesluit=datum.subtract(days=7), gepubliceerd=datum.add(days=7))
    return attrs.evolve(dossier, raadsbrieven=(eerste, laatste_))


def _break_r3(kies: Kies, dossier: Dossier) -> Dossier:
    """Let the last report tell of a day after the document, or after its letter."""
    datum = kies(st.none() | st.just(Date(2025, 3, 10)))
    return _change_rapportage(dossier, datum=datum, peildatum=Date(2025, 3, kies(st.integers(19, 31))))


def _break_r4(kies: Kies, dossier: Dossier) -> Dossier:
    """Let the first letter promise something that no letter comes back to."""
    tekst = "Wij komen hierop terug."
    afspraak = kies(
        st.sampled_from(
            (
                Vervolgafspraak(tekst=tekst, periode="2025-K1", termijn=parse_datering("vóór 1 juni 2025")),
                Vervolgafspraak(tekst=tekst, periode="2025-K1", termijn=parse_datering("voorjaar 2025")),
                Vervolgafspraak(tekst=tekst, periode="2023-H2"),
                Vervolgafspraak(tekst=tekst, periode="2025-K1"),
                Vervolgafspraak(tekst=tekst),
            )
        )
    )
    eerste, laatste = dossier.raadsbrieven
    eerste_ = attrs.evolve(eerste, vervolg=(*eerste.vervolg, afspraak))
    return attrs.evolve(dossier, raadsbrieven=(eerste_, laatste))


RAPPORTAGE: Final = {"R1": _break_r1, "R2": _break_r2, "R3": _break_r3, "R4": _break_r4}
