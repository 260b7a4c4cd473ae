"""Strategies for the values that stand in a noun: days, periods, datings, seasons, citations and messages.

Days and periods lie in the years that a noun takes, and a good part of them close together, as in a real dossier.
"""

import datetime
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ivb.bevindingen import Documentbevinding, Ernst
from ivb.dates import (
    MAANDEN,
    Date,
    Datering,
    Periode,
    Periodesoort,
    Seizoen,
    parse_datering,
    to_datering,
)
from ivb.errors import (
    BestandError,
    CijferFout,
    DatumError,
    DocumentError,
    DossierFout,
    DossierWaarschuwing,
    IvbError,
    Melding,
    Plaats,
    SjabloonError,
    VeldError,
)
from ivb.model.constraints import EERSTE_JAAR, LAATSTE_JAAR
from ivb.rules.checks.regel import Bevinding, Regel, Regeltekst
from ivb.rules.werkdagen import Werkkalender
from ivb.sources import Bron, Norm
from ivb.testing.keywords import builds, narrow
from ivb.testing.teksten import regels, woorden

_JAAR = 2024
_EERSTE_DAG = Date(EERSTE_JAAR, 1, 1).toordinal()
_LAATSTE_DAG = Date(LAATSTE_JAAR, 12, 31).toordinal()
_DAG = Date(_JAAR, 1, 1).toordinal()
_DRIE_JAAR = 3 * 365
_GEWOON_JAAR = Date(2023, 1, 1).toordinal()
_DAGEN_IN_JAAR = 365
_MAANDEN_IN_JAAR = len(MAANDEN)
_LANGSTE_LOOPTIJD = 10 * _MAANDEN_IN_JAAR

TIJDEN = (
    "najaar",
    "in het voorjaar",
    "zomer",
    "winter",
    "vóór de zomer",
    "voor het zomerreces",
    "uiterlijk 1 mei",
    "1 mei",
    "vóór 1 juli",
    "vanaf maart",
    "april",
    "maart tot en met mei",
    "1 tot en met 5 mei",
    "eerste halfjaar",
    "tweede tertaal",
    "Q3",
    "4e kwartaal",
)
GEZEGD = ("2024", "onbekend", "vóór de zomer van 2024", "23 april 2024", "eerste halfjaar van 2025", "november 2021")

E = TypeVar("E", bound=BaseException)


def datums() -> SearchStrategy[Date]:
    """Draw days."""
    dichtbij = st.integers(_DAG, _DAG + _DRIE_JAAR)
    return (dichtbij | st.integers(_EERSTE_DAG, _LAATSTE_DAG)).map(Date.fromordinal)


def _jaren(marge: int = 0) -> SearchStrategy[int]:
    dichtbij = st.sampled_from((_JAAR, _JAAR + 1, _JAAR - 1, _JAAR - 2))
    return dichtbij | st.integers(EERSTE_JAAR + marge, LAATSTE_JAAR - marge)


def perioden(**velden: object) -> SearchStrategy[Periode]:
    """Draw periods, narrowed by their kind (``soort``) and the year in which they begin (``jaar``).

    >>> from hypothesis import find
    >>> find(perioden(soort=Periodesoort.HALFJAAR), lambda _: True)
    parse_periode('2024-H1')
    """
    maand = st.integers(0, _MAANDEN_IN_JAAR - 1)
    looptijd = st.sampled_from(((0, 48), (0, 24))) | st.tuples(maand, st.integers(2, _LANGSTE_LOOPTIJD))
    keuzes = narrow("Periode", {"soort": st.sampled_from(Periodesoort), "jaar": _jaren()}, velden)
    return st.builds(_make_periode, deel=maand, looptijd=looptijd, **keuzes)


def _make_periode(soort: Periodesoort, jaar: int, deel: int, looptijd: tuple[int, int]) -> Periode:
    if soort is not Periodesoort.LOOPTIJD:
        delen = Periode.van(jaar, Periodesoort.JAAR).split(soort)
        return delen[deel % len(delen)]
    maand, maanden = looptijd
    einde = _MAANDEN_IN_JAAR * (max(jaar, LAATSTE_JAAR) + 1)
    begin = min(_MAANDEN_IN_JAAR * jaar + maand, einde - 2)
    periode = Periode(begin, min(maanden, einde - begin))
    # Two months are never a year, a half-year, a tertaal or a quarter.
    return periode if periode.soort is soort else Periode(begin, 2)


def seizoenen(**velden: object) -> SearchStrategy[Seizoen]:
    """Draw seasons, narrowed by ``begin`` and ``eind``, each a month and a day."""
    return builds(Seizoen, {"begin": _maanddagen(), "eind": _maanddagen()}, velden)


def _maanddagen() -> SearchStrategy[tuple[int, int]]:
    dagen = st.integers(_GEWOON_JAAR, _GEWOON_JAAR + _DAGEN_IN_JAAR - 1).map(Date.fromordinal)
    return dagen.map(lambda dag: (dag.month, dag.day))


def tijden() -> SearchStrategy[str]:
    """Draw times of the year: "najaar", "uiterlijk 1 mei"."""
    return st.sampled_from(TIJDEN)


def dateringen(**velden: object) -> SearchStrategy[Datering]:
    """Draw datings, narrowed by their words (``woorden``) and their meaning (``edtf``).

    >>> from hypothesis import find
    >>> find(dateringen(edtf="2024-23"), lambda _: True)
    Datering(woorden='a', edtf='2024-23')
    """
    vrij = builds(Datering, {"woorden": woorden(), "edtf": _edtf()}, velden)
    if velden:
        return vrij
    gezegd = st.sampled_from(GEZEGD) | st.builds("{} {}".format, tijden(), _jaren(1)) | _jaren().map(str)
    return gezegd.map(parse_datering) | datums().map(to_datering) | vrij


def _edtf() -> SearchStrategy[str]:
    punten = _punten()
    open_begin, open_eind = punten.map("../{}".format), punten.map("{}/..".format)
    return punten | open_begin | open_eind | st.builds(_tijdvak, punten, punten) | st.just("XXXX")


def _punten() -> SearchStrategy[str]:
    maanden = st.builds("{}-{:02d}".format, _jaren(), st.integers(1, _MAANDEN_IN_JAAR))
    seizoen = st.builds("{}-{}".format, _jaren(1), st.integers(21, 24))
    return _jaren().map(str) | maanden | seizoen | datums().map(str)


def _tijdvak(een: str, ander: str) -> str:
    if een == ander:
        return een
    begin, eind = (Datering(woorden=punt, edtf=punt) for punt in (een, ander))
    omgekeerd = begin.vroegst is not None and eind.laatst is not None and eind.laatst < begin.vroegst
    return f"{ander}/{een}" if omgekeerd else f"{een}/{ander}"


def bronnen(**velden: object) -> SearchStrategy[Bron]:
    """Draw citations."""
    eventueel = st.none() | regels()
    return builds(Bron, {"titel": regels(), "vindplaats": eventueel, "url": eventueel}, velden)


def momenten() -> SearchStrategy[datetime.datetime]:
    """Draw moments, in the time zone of the world."""
    grenzen = datetime.datetime(EERSTE_JAAR, 1, 1), datetime.datetime(LAATSTE_JAAR, 12, 31)  # noqa: DTZ001  drawn below
    return st.datetimes(*grenzen, timezones=st.just(datetime.UTC))


def werkkalenders(**velden: object) -> SearchStrategy[Werkkalender]:
    """Draw the days on which an office works, narrowed by the days on which it is closed (``gesloten``)."""
    return builds(Werkkalender, {"gesloten": st.frozensets(datums(), max_size=3)}, velden)


def normen(**velden: object) -> SearchStrategy[Norm[Any]]:
    """Draw values that hold from a day on; whole numbers, unless ``waarde`` says otherwise."""
    return builds(Norm, {"waarde": st.integers(), "vanaf": datums(), "bron": bronnen()}, velden)


def plaatsen(**velden: object) -> SearchStrategy[Plaats]:
    """Draw places in a file."""
    getal, naam = st.none() | st.integers(1), st.none() | regels()
    return builds(Plaats, {"bestand": regels(), "regel": getal, "kolom": getal, "blad": naam, "cel": naam}, velden)


def meldingen(**velden: object) -> SearchStrategy[Melding]:
    """Draw messages on what is wrong."""
    standaard = {
        "code": st.sampled_from(("onbekend-id", "dubbel-id", "verkeerd-type")),
        "pad": st.sampled_from(("", "gemeente.naam", "jaarplannen[2024].acties[A3].trekker")),
        "plaats": st.none() | plaatsen(),
        "boodschap": regels(),
    }
    return builds(Melding, standaard, velden)


def documentbevindingen(**velden: object) -> SearchStrategy[Documentbevinding]:
    """Draw findings in a document."""
    standaard = {
        "code": st.sampled_from(("kop-overgeslagen", "alt-ontbreekt", "tabel-zonder-kop")),
        "ernst": st.sampled_from(Ernst),
        "plaats": regels(),
        "boodschap": regels(),
        "bron": bronnen(),
        "regel": st.none() | st.just("W2"),
    }
    return builds(Documentbevinding, standaard, velden)


def regelteksten(**velden: object) -> SearchStrategy[Regeltekst]:
    """Draw the words of rules."""
    standaard = {naam: regels() for naam in ("titel", "controleert", "waarom", "herstel", "fout", "goed")}
    bericht = st.sampled_from(("Dit klopt niet.", "Hier ontbreekt een trekker."))
    varianten = st.dictionaries(st.sampled_from(("gat", "overlap")), bericht, max_size=2)
    return builds(Regeltekst, {"bericht": bericht, "varianten": varianten, **standaard}, velden)


def controleregels(**velden: object) -> SearchStrategy[Regel]:
    """Draw rules that find nothing."""
    standaard = {
        "code": st.sampled_from(("A1", "C1", "XYZ100")),
        "ernst": st.sampled_from(Ernst),
        "tekst": regelteksten(),
        "bron": st.none() | bronnen(),
        "vanaf": st.none() | datums(),
        "check": st.none(),
    }
    return builds(Regel, standaard, velden)


def bevindingen(**velden: object) -> SearchStrategy[Bevinding]:
    """Draw findings in a dossier."""
    standaard = {
        "regel": controleregels(),
        "pad": st.sampled_from(("", "jaarplannen[2024].acties[A3].trekker", "voortgang[0]")),
        "ernst": st.sampled_from(Ernst),
        "variant": st.just(""),
        "parameters": st.dictionaries(st.sampled_from(("actie", "sinds")), regels() | datums() | st.integers()),
    }
    return builds(Bevinding, standaard, velden)


def dossier_fouten(**velden: object) -> SearchStrategy[DossierFout]:
    """Draw errors that tell what is wrong in a dossier."""
    return builds(DossierFout, {"meldingen": st.lists(meldingen(), min_size=1, max_size=3)}, velden)


def cijfer_fouten(**velden: object) -> SearchStrategy[CijferFout]:
    """Draw errors that tell what is wrong in a file of figures."""
    return builds(CijferFout, {"meldingen": st.lists(meldingen(), min_size=1, max_size=3)}, velden)


def _fouten(soort: type[E], velden: dict[str, object]) -> SearchStrategy[E]:
    keuzes = narrow(soort.__name__, {"boodschap": regels()}, velden)
    return keuzes["boodschap"].map(soort)


def bestand_errors(**velden: object) -> SearchStrategy[BestandError]:
    """Draw errors of files that cannot be read or written."""
    return _fouten(BestandError, velden)


def datum_errors(**velden: object) -> SearchStrategy[DatumError]:
    """Draw errors of dates that cannot be read."""
    return _fouten(DatumError, velden)


def document_errors(**velden: object) -> SearchStrategy[DocumentError]:
    """Draw errors of data that fits no document."""
    return _fouten(DocumentError, velden)


def dossier_waarschuwingen(**velden: object) -> SearchStrategy[DossierWaarschuwing]:
    """Draw warnings of what is suspicious."""
    return _fouten(DossierWaarschuwing, velden)


def ivb_errors(**velden: object) -> SearchStrategy[IvbError]:
    """Draw errors of anything that ``ivb`` raises."""
    return _fouten(IvbError, velden)


def sjabloon_errors(**velden: object) -> SearchStrategy[SjabloonError]:
    """Draw errors of templates that cannot be used."""
    return _fouten(SjabloonError, velden)


def veld_errors(**velden: object) -> SearchStrategy[VeldError]:
    """Draw errors of a value that a field does not take."""
    return _fouten(VeldError, velden)
