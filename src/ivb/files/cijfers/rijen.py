"""The rows of a download, whatever its shape: OData v4 JSON, v3 JSON, or CSV with semicolons.

Version 4 has one figure on a row, the others have one column for each kind of figure; version 3 and CSV end the name of
such a column in a number, and pad the codes with blanks.
"""

import csv
import io
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple

from ivb.errors import Melding, Plaats
from ivb.files.cijfers.tabellen import is_maatkolom
from ivb.files.json_reader import read_json
from ivb.files.source import read_bestand, read_inhoud
from ivb.files.tree import MAX_BYTES
from ivb.model.constraints import PRECIES

Download = str | os.PathLike[str] | bytes | IO[bytes] | IO[str]

MISDRIJF, PERIODE = "SoortMisdrijf", "Perioden"
_GEBIED = ("RegioS", "WijkenEnBuurten")
_ONGELEZEN = {"ID", "Id", "StringValue"}
_CEL = {"Measure", "Value", "ValueAttribute"}
_TABEL = re.compile(r"/([0-9]{5}[A-Za-z]{3})(?![0-9A-Za-z])")
_GETAL = re.compile(r"-?[0-9]+([.,][0-9]+)?")
_DUIZENDTAL = re.compile(r"-?[1-9][0-9]{0,2}([.,][0-9]{3})+")


class Rij(NamedTuple):
    """One row.

    Attributes:
        code: the kind of offence.
        gebied: the region.
        periode: the period, as published.
        cijfers: what stands in each column of figures, not read yet.
        kenmerk: the mark that stands beside a figure in version 4.
        vind: gives the place of a column of this row.
    """

    code: str
    gebied: str
    periode: str
    cijfers: Mapping[str, object]
    kenmerk: object
    vind: Callable[[str], Plaats | None]


class Tabelbestand(NamedTuple):
    """A download, read as far as its form goes.

    Attributes:
        tabel: the number of the table that the file says it is of.
        rijen: its rows.
        lees: reads a figure; nothing is ``None``, and a ``ValueError`` says in Dutch what is wrong.
        fouten: what was wrong.
    """

    tabel: str | None
    rijen: tuple[Rij, ...]
    lees: Callable[[object], float | None]
    fouten: tuple[Melding, ...]


class Ruw(NamedTuple):
    """A download as bare rows, each with what gives the place of a column.

    Attributes:
        tabel: the number of the table that the file says it is of.
        rijen: its rows.
        is_tekst: every cell is a text (CSV).
        fouten: what was wrong.
    """

    tabel: str | None
    rijen: list[tuple[dict[str, Any], Callable[[str], Plaats | None]]]
    is_tekst: bool
    fouten: list[Melding]


def read_ruw(bron: Download) -> Ruw:
    """Read the bare rows of any download of the open data, figures or description.

    Raises:
        BestandError: the file is not there or cannot be read.
    """
    if isinstance(bron, (str, os.PathLike)):
        inhoud, naam = read_bestand(Path(bron)), str(bron)
    else:
        inhoud, naam = read_inhoud(bron)
    if len(inhoud) > MAX_BYTES:
        raad = f"het bestand is groter dan {MAX_BYTES // 2**20} MB; vraag bij het downloaden alleen uw gemeente"
        return _mislukt("te-groot", Plaats(naam), raad)
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        plaats = Plaats(naam, inhoud.count(b"\n", 0, fout.start) + 1)
        return _mislukt("geen-utf-8", plaats, "het bestand is geen UTF-8; gebruik het zoals het is gedownload")
    return _read_json(tekst, naam) if tekst.lstrip()[:1] in {"{", "["} else _read_csv(tekst, naam)


def _mislukt(code: str, plaats: Plaats | None, boodschap: str) -> Ruw:
    return Ruw(None, [], is_tekst=False, fouten=[Melding(code, "", plaats, boodschap)])


def _read_json(tekst: str, naam: str) -> Ruw:
    boom = read_json(tekst, naam)
    if boom.fouten:
        return Ruw(None, [], is_tekst=False, fouten=list(boom.fouten))
    rijen = boom.waarden.get("value") if isinstance(boom.waarden, dict) else None
    if not isinstance(rijen, list):
        return _mislukt("geen-cijfers", Plaats(naam), "hier hoort een antwoord van OData: een lijst 'value' met rijen")
    fouten = [
        Melding("verkeerd-type", f"value[{nummer}]", _plek_in_json(boom.merken, nummer)(""), "een rij is een groep")
        for nummer, rij in enumerate(rijen)
        if not isinstance(rij, dict)
    ]
    if "odata.nextLink" in boom.waarden or "@odata.nextLink" in boom.waarden:
        raad = "dit is niet het hele antwoord, er volgt nog een deel; vraag bij het downloaden alleen uw gemeente"
        fouten.append(Melding("onvolledig", "", Plaats(naam), raad))
    adres = str(boom.waarden.get("@odata.context") or boom.waarden.get("odata.metadata") or "")
    genoemd = _TABEL.search(adres)
    paren = [(rij, _plek_in_json(boom.merken, nummer)) for nummer, rij in enumerate(rijen) if isinstance(rij, dict)]
    return Ruw(genoemd[1].upper() if genoemd else None, paren, is_tekst=False, fouten=fouten)


def _plek_in_json(merken: Callable[[], Any], nummer: int) -> Callable[[str], Plaats | None]:
    def vind(kolom: str) -> Plaats | None:
        rij = merken().sleutel("value").item(nummer)
        plaats: Plaats | None = rij.sleutel(kolom).plaats or rij.plaats
        return plaats

    return vind


def _read_csv(tekst: str, naam: str) -> Ruw:
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=";", strict=True)
    rijen: list[tuple[dict[str, Any], Callable[[str], Plaats | None]]] = []
    fouten: list[Melding] = []
    try:
        koppen = [kop.strip() for kop in next(lezer, [])]
        if len(koppen) < 2 or len(set(koppen)) < len(koppen):  # noqa: PLR2004  one column is no table
            raad = (
                "de eerste regel noemt de kolommen, elk een keer, met ; ertussen; dit is geen bestand van de open data"
            )
            return _mislukt("geen-cijfers", Plaats(naam, 1), raad)
        for cellen in filter(None, lezer):
            plaats = Plaats(naam, lezer.line_num)
            if len(cellen) == len(koppen):
                rijen.append((dict(zip(koppen, cellen, strict=True)), lambda _, plaats=plaats: plaats))  # type: ignore[misc]
            else:
                raad = f"een regel met {len(cellen)} cellen; er horen er {len(koppen)} te zijn"
                fouten.append(Melding("cellen", "", plaats, raad))
    except csv.Error as fout:
        raad = f"hier is de CSV niet te lezen ({fout})"
        fouten.append(Melding("csv", "", Plaats(naam, lezer.line_num), raad))
    return Ruw(None, rijen, is_tekst=True, fouten=fouten)


def read_rijen(bron: Download) -> Tabelbestand:
    """Read the rows of a table.

    Raises:
        BestandError: the file is not there or cannot be read.
    """
    ruw = read_ruw(bron)
    fouten = list(ruw.fouten)
    rijen: list[Rij] = []
    gemeld: set[str] = set()
    eerste = ruw.rijen[0][0].keys() if ruw.rijen else ()
    for velden, vind in ruw.rijen:
        nieuw = [melding for melding in _keur_kolommen(velden, vind, eerste) if melding.pad not in gemeld]
        gemeld.update(melding.pad for melding in nieuw)
        fouten += nieuw
        rijen += _maak_rij(velden, vind, fouten)
    lees = _read_tekst if ruw.is_tekst else _read_getal
    return Tabelbestand(ruw.tabel, tuple(rijen), lees, tuple(fouten))


def _keur_kolommen(
    velden: Mapping[str, object], vind: Callable[[str], Plaats | None], eerste: Collection[str]
) -> Iterator[Melding]:
    """Report a column that is missing, or that may divide the figures in a way that is not known."""
    is_cel = "Measure" in velden
    bekend = {MISDRIJF, PERIODE, *_GEBIED, *_ONGELEZEN, *(_CEL if is_cel else ())}
    for kolom in velden:
        if kolom not in bekend and (is_cel or not is_maatkolom(kolom)):
            raad = f"de kolom {kolom!r} is hier niet bekend; download de tabel zonder andere uitsplitsing"
            yield Melding("onbekende-kolom", kolom, vind(kolom), raad)
    gebieden = sum(kolom in velden for kolom in _GEBIED)
    for kolom in dict.fromkeys((MISDRIJF, PERIODE, *(("Value",) if is_cel else ()), *eerste)):
        if kolom not in velden and kolom not in _GEBIED:
            yield Melding("ontbrekende-kolom", kolom, vind(kolom), f"de kolom {kolom} ontbreekt")
    if gebieden != 1:
        raad = f"er hoort één kolom met gebieden te zijn: {' of '.join(_GEBIED)}"
        yield Melding("ontbrekende-kolom", _GEBIED[0], vind(_GEBIED[0]), raad)


def _maak_rij(velden: dict[str, Any], vind: Callable[[str], Plaats | None], fouten: list[Melding]) -> Iterable[Rij]:
    gebied = next((kolom for kolom in _GEBIED if kolom in velden), None)
    if gebied is None or not velden.keys() >= {MISDRIJF, PERIODE}:
        return ()
    kolommen = (MISDRIJF, gebied, PERIODE, *(("Measure",) if "Measure" in velden else ()))
    leeg = [kolom for kolom in kolommen if not (isinstance(velden[kolom], str) and velden[kolom].strip())]
    if leeg:
        raad = "hier hoort een code"
        fouten += [Melding("code", kolom, vind(kolom), raad) for kolom in leeg]
        return ()
    code, waar, wanneer, *maat = (velden[kolom].strip() for kolom in kolommen)
    if maat:
        cijfers = {maat[0]: velden.get("Value")}
        vind_cel = lambda kolom: vind("Value" if kolom in cijfers else kolom)  # noqa: E731
        return (Rij(code, waar, wanneer, cijfers, velden.get("ValueAttribute"), vind_cel),)
    cijfers = {kolom: waarde for kolom, waarde in velden.items() if is_maatkolom(kolom)}
    return (Rij(code, waar, wanneer, cijfers, None, vind),)


def _read_getal(waarde: object) -> float | None:
    """Read a figure of JSON."""
    if waarde is None:
        return None
    if isinstance(waarde, str):
        bericht = f"{waarde!r} is een tekst; download de TypedDataSet, waarin getallen getallen zijn"
        raise ValueError(bericht)  # noqa: TRY004  a fault of the file, not of the caller
    if type(waarde) not in {int, float} or not -PRECIES <= waarde <= PRECIES:  # type: ignore[operator]
        raise ValueError(f"{str(waarde)[:40]!r} is geen getal dat hier kan staan")
    return float(waarde)  # type: ignore[arg-type]


def _read_tekst(waarde: object) -> float | None:
    """Read a figure of CSV: empty or a full stop is nothing, a comma or a point divides."""
    tekst = str(waarde).strip()
    if tekst in {"", "."}:
        return None
    if _DUIZENDTAL.fullmatch(tekst):
        raise ValueError(f"{tekst!r} kan een duizendtal of een breuk zijn; dat is hier niet te zien")
    if not _GETAL.fullmatch(tekst):
        raise ValueError(f"{tekst!r} is geen getal")
    return _read_getal(float(tekst.replace(",", ".")))
