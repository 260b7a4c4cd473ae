"""One thing wrong with the cycle, per code."""

from typing import Any, Final

import attrs
from hypothesis import strategies as st

from ivb.dates import Date
from ivb.model.beleid import Veiligheidsbeleid
from ivb.model.besluit import Besluit, Orgaan, Verlenging
from ivb.model.dossier import Dossier
from ivb.model.jaarplan import Herkomst
from ivb.model.kaders import Kader
from ivb.testing.gevallen.basis import Kies

_ANDEREN = st.sampled_from([orgaan for orgaan in Orgaan if orgaan is not Orgaan.RAAD])


def _change_beleid(dossier: Dossier, *ander: Veiligheidsbeleid, **velden: Any) -> Dossier:
    """Change the policy, and put others beside it."""
    beleid = attrs.evolve(dossier.beleid[0], **velden)
    return attrs.evolve(dossier, beleid=(beleid, *ander))


def _by_raad(datum: str) -> Besluit:
    return Besluit(orgaan=Orgaan.RAAD, datum=datum)


def _make_beleid(looptijd: str, datum: str | None, *verlengingen: Verlenging) -> Veiligheidsbeleid:
    return Veiligheidsbeleid(
        id="ander",
        titel=f"Veiligheidsbeleid {looptijd}",
        looptijd=looptijd,
        vastgesteld=_by_raad(datum) if datum else None,
        verlengingen=verlengingen,
    )


def _extend(einddatum: Date, datum: str) -> Verlenging:
    return Verlenging(einddatum=einddatum, besluit=_by_raad(datum))


def _break_c1(kies: Kies, dossier: Dossier) -> Dossier:
    """Let the policy follow too late on another, or run on after its four years, or leave out when it was adopted."""
    eerder = (
        *(_make_beleid("2020/2023", datum) for datum in ("1 december 2019", "november 2019", "januari 2020")),
        _make_beleid("2020/2022", "1 juni 2019", _extend(Date(2023, 12, 31), "1 maart 2022")),
    )
    lang = (_extend(Date(2028, 6, 30), "1 april 2025"),)
    later = (_make_beleid("2028/2031", None),)
    opgevolgd = kies(st.sampled_from(eerder))
    vroeg, lang_geleden = _by_raad(kies(st.sampled_from(("1 november 2023", "november 2023")))), _by_raad("mei 2021")
    gebroken: Dossier = kies(
        st.sampled_from(
            (
                _change_beleid(dossier, opgevolgd),
                _change_beleid(dossier, vastgesteld=vroeg),
                _change_beleid(dossier, vastgesteld=vroeg, verlengingen=lang),
                _change_beleid(dossier, vastgesteld=_by_raad("december 2023")),
                _change_beleid(dossier, vastgesteld=lang_geleden),
                _change_beleid(dossier, vastgesteld=lang_geleden, verlengingen=lang),
                _change_beleid(dossier, *later, vastgesteld=lang_geleden),
                _change_beleid(dossier, vastgesteld=kies(st.sampled_from((None, _by_raad("onbekend"))))),
            )
        )
    )
    return gebroken


def _break_c2(kies: Kies, dossier: Dossier) -> Dossier:
    return _change_beleid(dossier, vastgesteld=Besluit(orgaan=kies(_ANDEREN), datum="15 januari 2024"))


def _break_c3(kies: Kies, dossier: Dossier) -> Dossier:
    """Let a policy overlap, leave a gap, end with none after it, or be extended by nobody or by another organ."""
    verlengd = Date(2028, 3, 31)
    besluit = Besluit(orgaan=kies(_ANDEREN), datum="1 april 2025")
    gebroken: Dossier = kies(
        st.sampled_from(
            (
                _change_beleid(dossier, _make_beleid("2020/2024", "14 januari 2021")),
                _change_beleid(dossier, _make_beleid("2029/2032", None)),
                _change_beleid(dossier, looptijd="2021/2024"),
                _change_beleid(dossier, verlengingen=(Verlenging(einddatum=Date(2027, 12, 31)),)),
                _change_beleid(dossier, verlengingen=(Verlenging(einddatum=verlengd, besluit=besluit),)),
            )
        )
    )
    return gebroken


def _break_c4(kies: Kies, dossier: Dossier) -> Dossier:
    """Let a plan run on after its policy: by its years, or by an extension; it may name the policy or not."""
    *eerder, laatste = dossier.jaarplannen
    velden: dict[str, Any] = {"beleid": kies(st.sampled_from(("ivb", None)))}
    if kies(st.booleans()):
        velden |= {"looptijd": "2025/2028"}
    else:
        besluit = Besluit(orgaan=Orgaan.COLLEGE, datum="1 april 2025")
        velden |= {"verlengingen": (Verlenging(einddatum=Date(2028, 1, 1), besluit=besluit),)}
    return attrs.evolve(dossier, jaarplannen=(*eerder, attrs.evolve(laatste, **velden)))


def _break_c5(kies: Kies, dossier: Dossier) -> Dossier:
    """Send the plan of 2024 with the letter of September, or with that of the next year."""
    brieven = list(dossier.raadsbrieven)
    nummer: int = kies(st.integers(0, len(brieven) - 1))
    brief = brieven[nummer]
    bijlage = attrs.evolve(brief.bijlagen[0], titel="Jaarplan veiligheid 2024", document="2024")
    aankondiging = attrs.evolve(brief.kennisnemen_van[0], tekst=bijlage.titel, document="2024")
    brieven[nummer] = attrs.evolve(
        brief, bijlagen=(*brief.bijlagen, bijlage), kennisnemen_van=(*brief.kennisnemen_van, aankondiging)
    )
    return attrs.evolve(dossier, raadsbrieven=tuple(brieven))


def _break_c6(kies: Kies, dossier: Dossier) -> Dossier:
    einddatum = kies(st.sampled_from((Date(2024, 12, 31), Date(2025, 6, 30))))
    kader = Kader(id="regio", naam="Regionaal plan", herkomst=Herkomst.REGIONAAL, einddatum=einddatum)
    return attrs.evolve(dossier, kaders=(kader,))


CYCLUS: Final = {
    "C1": _break_c1,
    "C2": _break_c2,
    "C3": _break_c3,
    "C4": _break_c4,
    "C5": _break_c5,
    "C6": _break_c6,
}
