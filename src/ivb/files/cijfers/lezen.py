"""Read the figures of one municipality from a download, and say all that was not read.

Nothing is added up, divided or filled in. A figure that is not there is no nought; what is not known is told.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ivb.dates import Date, Periode, Periodesoort, find_maandnummer, to_date
from ivb.errors import CijferFout, DatumError, Melding, Plaats
from ivb.files.cijfers.beschrijving import Beschrijving, read_beschrijving
from ivb.files.cijfers.rijen import MISDRIJF, PERIODE, Download, Rij, Tabelbestand, read_rijen
from ivb.files.cijfers.tabellen import AANTAL, CBS, POLITIE, TOTALEN, Maat, Tabel, find_maat
from ivb.model.constraints import EERSTE_JAAR
from ivb.model.indicator import Indicator, Meting

# The last months are not complete [S]. How many is not published, so this is a precaution: a month that is not final is
# taken as complete when two whole months have passed since.
ONVOLLEDIGE_MAANDEN = 2

_GEMEENTE = re.compile(r"GM[0-9]{4}")
_GEBIED = re.compile(r"(NL|LD|PV|CR|RE|GM|WK|BU)[0-9]{2,8}")
_PERIODE = re.compile(r"([0-9]{4})(JJ|HJ|KW|MM)([0-9]{2})")
_SOORTEN = {
    "JJ": Periodesoort.JAAR,
    "HJ": Periodesoort.HALFJAAR,
    "KW": Periodesoort.KWARTAAL,
    "MM": Periodesoort.MAAND,
}
_STATUSSEN = {"definitief": False, "voorlopig": True, "nadervoorlopig": True}
_GENOEMD = 10


class Cijfers(NamedTuple):
    """What a download has on one municipality.

    Attributes:
        indicatoren: what was counted, one for each code and unit.
        metingen: the figures, in the order of the indicators and of time.
        meldingen: what was left out, and what is not known of what was read.
    """

    indicatoren: tuple[Indicator, ...]
    metingen: tuple[Meting, ...]
    meldingen: tuple[Melding, ...]


class _Reeks(NamedTuple):
    """The figures of one code in one unit."""

    code: str
    maat: Maat


class _Cijfer(NamedTuple):
    """One figure, and whether it is final and whole."""

    waarde: float | None
    voorlopig: bool
    volledig: bool


def read_cbs(
    bron: Download,
    *,
    gemeente: str,
    peildatum: datetime.date,
    codes: Mapping[str, str] | None = None,
    lijsten: Iterable[Download] = (),
) -> Cijfers:
    """Read table 83648NED of the CBS, registered crime a year: in OData v4 or v3 JSON, or in CSV with semicolons.

    Args:
        bron: the download: a file, bytes or a file object.
        gemeente: the code of the municipality: ``GM1700``.
        peildatum: the day of the download.
        codes: which kinds of offence to read, and the id of the indicator of each; by default those that are known.
        lijsten: downloads of what is published beside it: the periods with their status, the columns, the offences.

    Raises:
        CijferFout: something in it is wrong; all that is wrong is told at once, each with its place.
        BestandError: a file is not there or cannot be read.
    """
    return _Lezing(CBS, gemeente, to_date(peildatum), codes, read_beschrijving(lijsten)).lees(read_rijen(bron))


def read_politie(
    bron: Download,
    tabel: str,
    *,
    gemeente: str,
    peildatum: datetime.date,
    codes: Mapping[str, str] | None = None,
    lijsten: Iterable[Download] = (),
) -> Cijfers:
    r"""Read table 47018NED (a year) or 47022NED (a month) of the police; the rest is as in `read_cbs`.

    >>> rijen = b"SoortMisdrijf;WijkenEnBuurten;Perioden;GeregistreerdeMisdrijven_1\n1.1.1 ;GM1700    ;2023JJ00;41\n"
    >>> dag = Date(2024, 3, 1)
    >>> cijfers = read_politie(rijen, "47018NED", gemeente="GM1700", peildatum=dag)
    >>> [(meting.indicator, str(meting.periode), meting.waarde) for meting in cijfers.metingen]
    [('woninginbraak', '2023', 41.0)]

    Raises:
        CijferFout: something in it is wrong; all that is wrong is told at once, each with its place.
        BestandError: a file is not there or cannot be read.
    """
    if tabel not in POLITIE:
        raise CijferFout([Melding("tabel", "tabel", None, f"{tabel!r} kan niet; kies uit {', '.join(POLITIE)}")])
    lezing = _Lezing(POLITIE[tabel], gemeente, to_date(peildatum), codes, read_beschrijving(lijsten))
    return lezing.lees(read_rijen(bron))


class _Lezing:
    """One reading: collects the figures, and all that is to be said of them."""

    def __init__(
        self, tabel: Tabel, gemeente: str, peildatum: Date, codes: Mapping[str, str] | None, beschrijving: Beschrijving
    ) -> None:
        self._tabel, self._gemeente, self._peildatum = tabel, gemeente, peildatum
        self._eigen = codes is not None
        self._codes = dict(tabel.codes if codes is None else codes)
        self._beschrijving = beschrijving
        self._fouten: list[Melding] = list(beschrijving.fouten)
        self._cijfers: dict[_Reeks, dict[Periode, _Cijfer]] = {}
        self._over: dict[str, Counter[str]] = {}

    def lees(self, bestand: Tabelbestand) -> Cijfers:
        """Read a table, or say all that is wrong with it."""
        self._fouten += bestand.fouten
        if not _GEMEENTE.fullmatch(self._gemeente):
            self._weiger("gemeente", "gemeente", None, f"{self._gemeente!r} is geen code van een gemeente, als GM1700")
        if bestand.tabel not in {None, self._tabel.nummer}:
            raad = f"dit is tabel {bestand.tabel}, en gelezen wordt {self._tabel.nummer}"
            self._weiger("tabel", "", None, raad)
        van_ons = [rij for rij in bestand.rijen if self._is_van_ons(rij)]
        if not van_ons and not self._fouten:
            self._weiger("gemeente", "", None, f"in dit bestand staat geen regel over {self._gemeente}")
        for rij in van_ons:
            self._rij(rij, bestand)
        indicatoren = self._make_indicatoren()
        if self._fouten:
            raise CijferFout(self._fouten)
        return Cijfers(indicatoren, tuple(self._make_metingen()), tuple(self._tell_over()))

    def _weiger(self, code: str, pad: str, plaats: Plaats | None, raad: str) -> None:
        self._fouten.append(Melding(code, pad, plaats, raad))

    def _laat(self, waarom: str, wat: str) -> None:
        self._over.setdefault(waarom, Counter())[wat] += 1

    def _is_van_ons(self, rij: Rij) -> bool:
        if rij.gebied != self._gemeente:
            self._laat("ander-gebied" if _GEBIED.fullmatch(rij.gebied) else "onbekend-gebied", rij.gebied)
        return rij.gebied == self._gemeente

    def _rij(self, rij: Rij, bestand: Tabelbestand) -> None:
        periode = self._read_periode(rij)
        if periode is None:
            return
        if periode.soort is not self._tabel.soort:
            self._laat("andere-periode", rij.periode)
        elif rij.code not in self._codes:
            self._laat("andere-code", rij.code)
        else:
            self._read_cijfers(rij, periode, bestand)

    def _read_periode(self, rij: Rij) -> Periode | None:
        try:
            periode = _parse_periode(rij.periode)
        except DatumError as fout:
            self._weiger("periode", PERIODE, rij.vind(PERIODE), str(fout))
            return None
        if periode.begindatum > self._peildatum:
            raad = f"{rij.periode} begint na de dag van downloaden; kijk die dag na"
            self._weiger("periode", PERIODE, rij.vind(PERIODE), raad)
            return None
        return periode

    def _read_cijfers(self, rij: Rij, periode: Periode, bestand: Tabelbestand) -> None:
        for kolom, inhoud in rij.cijfers.items():
            maat = self._find_maat(kolom)
            if maat is None:
                self._laat("andere-kolom", kolom)
                continue
            try:
                waarde = _keur(bestand.lees(inhoud), maat, rij.kenmerk, self._beschrijving.eenheden.get(kolom))
            except ValueError as fout:
                self._weiger("waarde", kolom, rij.vind(kolom), str(fout))
                continue
            self._note(_Reeks(rij.code, maat), periode, self._weeg(rij.periode, periode, waarde), rij)

    def _find_maat(self, kolom: str) -> Maat | None:
        eigen = self._tabel.measures.get(kolom) or find_maat(self._tabel, kolom)
        return eigen or find_maat(self._tabel, self._beschrijving.titels.get(kolom, ""))

    def _weeg(self, code: str, periode: Periode, waarde: float | None) -> _Cijfer:
        """Say whether a figure is final and whole; what is not known to be final is not."""
        status = self._beschrijving.statussen.get(code)
        voorlopig = _STATUSSEN.get((status or "").replace(" ", "").lower())
        if voorlopig is None:
            self._laat("onbekende-status" if status else "geen-status", status or code)
        wacht = ONVOLLEDIGE_MAANDEN if self._tabel.soort is Periodesoort.MAAND and voorlopig is not False else 0
        voorbij = find_maandnummer(self._peildatum) - periode.maandnummers[-1]
        return _Cijfer(waarde, voorlopig is not False, voorbij > wacht)

    def _note(self, reeks: _Reeks, periode: Periode, cijfer: _Cijfer, rij: Rij) -> None:
        cijfers = self._cijfers.setdefault(reeks, {})
        if periode in cijfers:
            raad = f"over {rij.code} in {rij.periode} staat hier al een cijfer; download zonder andere uitsplitsing"
            self._weiger("dubbel", MISDRIJF, rij.vind(MISDRIJF), raad)
        cijfers[periode] = cijfer

    def _id(self, reeks: _Reeks) -> str:
        return f"{self._codes[reeks.code]}{reeks.maat.achtervoegsel}"

    def _reeksen(self) -> list[_Reeks]:
        volgorde = list(self._codes)
        return sorted(self._cijfers, key=lambda reeks: (volgorde.index(reeks.code), reeks.maat.achtervoegsel))

    def _make_indicatoren(self) -> tuple[Indicator, ...]:
        indicatoren: dict[str, Indicator] = {}
        for reeks in self._reeksen():
            sleutel = self._id(reeks)
            if sleutel in indicatoren:
                raad = f"de indicator {sleutel!r} is al die van een andere code; er wordt niets opgeteld"
                self._weiger("indicator", reeks.code, None, raad)
                continue
            try:
                indicatoren[sleutel] = self._make_indicator(reeks)
            except ValueError as fout:
                self._weiger("indicator", reeks.code, None, str(fout))
        return tuple(indicatoren.values())

    def _make_indicator(self, reeks: _Reeks) -> Indicator:
        naam = self._beschrijving.titels.get(reeks.code) or f"Geregistreerde misdrijven, code {reeks.code}"
        totaal = "; dit telt andere codes mee, tel het daar niet bij op" if reeks.code in TOTALEN else ""
        return Indicator(
            id=self._id(reeks),
            naam=naam,
            omschrijving=f"Geregistreerde misdrijven met code {reeks.code} in tabel {self._tabel.nummer}{totaal}.",
            eenheid=reeks.maat.eenheid,
            per=reeks.maat.per,
            noemer=reeks.maat.noemer,
            bron=self._bron,
            methode=self._methode,
        )

    @property
    def _bron(self) -> str:
        return f"{self._tabel.uitgever}, tabel {self._tabel.nummer}"

    @property
    def _methode(self) -> str:
        return f"tabel {self._tabel.nummer}"

    def _make_metingen(self) -> Iterable[Meting]:
        for reeks in self._reeksen():
            aantallen = self._cijfers.get(_Reeks(reeks.code, AANTAL), {})
            for periode, cijfer in sorted(self._cijfers[reeks].items()):
                aantal = aantallen[periode].waarde if reeks.maat.per and periode in aantallen else None
                yield Meting(
                    indicator=self._id(reeks),
                    periode=periode,
                    waarde=cijfer.waarde,
                    eenheid=reeks.maat.eenheid,
                    per=reeks.maat.per,
                    noemer=reeks.maat.noemer,
                    aantal=None if aantal is None else int(aantal),
                    bron=self._bron,
                    methode=self._methode,
                    voorlopig=cijfer.voorlopig,
                    volledig=cijfer.volledig,
                )

    def _tell_over(self) -> Iterable[Melding]:
        """Tell what was left out, and what is not known."""
        for waarom, raad in _OVER.items():
            if waarom in self._over:
                yield Melding(waarom, "", None, raad.format(_noem(self._over[waarom])))
        gelezen = {reeks.code for reeks in self._cijfers}
        if self._eigen and self._codes.keys() - gelezen:
            raad = f"niet in dit bestand: {_noem(code for code in self._codes if code not in gelezen)}"
            yield Melding("ontbrekende-code", "", None, raad)
        totalen = [code for code in self._codes if code in TOTALEN & gelezen or _heeft_delen(code, gelezen)]
        if totalen and len(gelezen) > 1:
            raad = f"telt andere codes al mee, tel het daar niet bij op: {_noem(totalen)}"
            yield Melding("optelling", "", None, raad)


_OVER = {
    "ander-gebied": "niet gelezen, want over een ander gebied: {}",
    "onbekend-gebied": "niet gelezen, want over een gebied dat hier niet bekend is: {}",
    "andere-periode": "niet gelezen, want over een ander soort periode: {}; die tellen anders dubbel",
    "andere-code": "niet gelezen, want bij deze code hoort geen indicator: {}",
    "andere-kolom": "niet gelezen, want wat deze kolom telt, is hier niet bekend: {}",
    "onbekende-status": "als voorlopig gelezen, want deze status is hier niet bekend: {}",
    "geen-status": "als voorlopig gelezen, want of het definitief is, staat er niet bij: {}; geef die lijst mee",
}


def _heeft_delen(code: str, andere: Iterable[str]) -> bool:
    return any(ander.startswith(f"{code}.") for ander in andere)


def _noem(namen: Iterable[str]) -> str:
    """Name the first of them, each once, and count the rest."""
    alle = list(dict.fromkeys(namen))
    rest = len(alle) - _GENOEMD
    return ", ".join(alle[:_GENOEMD]) + (f" en nog {rest}" if rest > 0 else "")


def _parse_periode(code: str) -> Periode:
    """Read a period as it is published.

    >>> _parse_periode("2023JJ00"), _parse_periode("2025MM04")
    (parse_periode('2023'), parse_periode('2025-04'))

    Raises:
        DatumError: it is none.
    """
    treffer = _PERIODE.fullmatch(code)
    if treffer is None or (treffer[2] == "JJ") != (treffer[3] == "00") or int(treffer[1]) < EERSTE_JAAR:
        raise DatumError(f"{code!r} is geen periode, zoals 2023JJ00 of 2025MM04")
    return Periode.van(int(treffer[1]), _SOORTEN[treffer[2]], int(treffer[3]) or 1)


def _keur(waarde: float | None, maat: Maat, kenmerk: object, eenheid: str | None) -> float | None:
    """Hold a figure against what it counts.

    Raises:
        ValueError: it cannot be; the message says why in Dutch.
    """
    if waarde is None:
        return None
    if kenmerk not in (None, "", "None"):
        raise ValueError(f"een getal met het kenmerk {kenmerk!r}; wat dat betekent, is hier niet bekend")
    if maat is AANTAL and eenheid not in {None, "aantal"}:
        raise ValueError(f"deze kolom telt in {eenheid!r}, en hier hoort aantal")
    if waarde < 0 or (maat is AANTAL and not waarde.is_integer()):
        raise ValueError(f"{waarde:g} kan niet; hier hoort een aantal" if maat is AANTAL else f"{waarde:g} is te laag")
    return waarde
