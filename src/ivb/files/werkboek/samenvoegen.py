"""Put the rows of a workbook into a dossier, or say everything that is wrong with them.

A row belongs to the noun that has its id (or says the very same), else to the one that the hidden key names: so an id
can be changed, and a second reading changes nothing. What stood in the workbook when it was written and is gone was
removed; what came into the dossier since stays.
"""

import warnings
from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

import attrs

from ivb.errors import DossierFout, DossierWaarschuwing, Melding, Plaats, VeldError
from ivb.files.tree import KAPOT
from ivb.files.werkboek.bladen import BLADEN, Blad
from ivb.files.werkboek.lezen import Bladlezing, Celrij, Werkboekbron, Werkboeklezing, read_cellen
from ivb.files.werkboek.rijen import Rij, list_rijen, maak_pad
from ivb.model.base import Veld, velden
from ivb.model.dossier import Dossier
from ivb.model.verwijzingen import Sleutelplek, Verwijsplek, collect, find_meldingen, stap


class Rijsoort(StrEnum):
    """What becomes of a row."""

    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    VERWIJDERD = "verwijderd"
    ONGEWIJZIGD = "ongewijzigd"


class Rijverschil(NamedTuple):
    """What becomes of one row.

    Attributes:
        soort: new, changed, removed or unchanged.
        blad: the sheet.
        pad: the path of the noun in the dossier.
        plaats: the cell of the row, where there is one.
        velden: of a changed row, the fields that changed.
    """

    soort: Rijsoort
    blad: str
    pad: str
    plaats: Plaats | None
    velden: tuple[str, ...] = ()


class Celplaatsen:
    """In which cell every value of the dossier stands."""

    def __init__(self, naam: str, rijen: Mapping[str, tuple[Bladlezing, Celrij]]) -> None:
        """Take the name of the workbook, and each row by the path of its noun."""
        self._naam, self._rijen = naam, rijen

    def find(self, pad: str) -> Plaats | None:
        """Find the cell of what stands at a path; of what has no cell of its own, the first of its row."""
        rest = pad
        while rest and rest not in self._rijen:
            rest = rest[: max(rest.rfind("."), rest.rfind("["), 0)]
        if not rest:
            return None
        veld = pad[len(rest) :].lstrip(".").partition("[")[0].partition(".")[0]
        return maak_plaats(self._naam, *self._rijen[rest], veld)


def maak_plaats(naam: str, lezing: Bladlezing, rij: Celrij, veld: str) -> Plaats:
    """Name the cell of a field of a row; of a field without one, the first of the row."""
    letter = lezing.letters.get(veld) or next(iter(lezing.letters.values()))
    return Plaats(naam, blad=lezing.titel, cel=f"{letter}{rij.nummer}")


class Werkboekimport(NamedTuple):
    """What a workbook makes of a dossier.

    Attributes:
        dossier: the new dossier.
        verschillen: what becomes of every row, in the order of the sheets.
        waarschuwingen: what was left aside.
        plaatsen: in which cell every value stands.
    """

    dossier: Dossier
    verschillen: tuple[Rijverschil, ...]
    waarschuwingen: tuple[Melding, ...]
    plaatsen: Celplaatsen


def import_werkboek(bron: Werkboekbron, dossier: Dossier) -> Dossier:
    """Read a workbook that `export_werkboek` wrote and somebody filled in, and give the dossier that it makes.

    Columns and sheets may have moved and rows may be empty. What does not fit in a cell stays as it is in the dossier.

    Args:
        bron: a file, bytes, or a file object.
        dossier: the dossier that the workbook is about; it stays as it is.

    Raises:
        DossierFout: something in it is wrong; all that is wrong is told at once, each with its sheet and cell.
        BestandError: it cannot be read, or is no workbook of ``ivb``.

    Warns:
        DossierWaarschuwing: something was left aside: a column that was added, a sheet that is gone.

    >>> from ivb import export_werkboek, voorbeeld
    >>> import_werkboek(export_werkboek(voorbeeld()), voorbeeld()) == voorbeeld()
    True
    """
    gelezen = read_werkboek(bron, dossier)
    for melding in gelezen.waarschuwingen:
        warnings.warn(str(melding), DossierWaarschuwing, stacklevel=2)
    return gelezen.dossier


def read_werkboek(bron: Werkboekbron, dossier: Dossier) -> Werkboekimport:
    """Do the same, and tell what becomes of every row, what was left aside and where every value stands.

    Raises:
        DossierFout: something in it is wrong; all that is wrong is told at once, each with its sheet and cell.
        BestandError: it cannot be read, or is no workbook of ``ivb``.
    """
    lezing = read_cellen(bron)
    return _Samenvoeging(lezing, dossier).merge()


class _Nieuw(NamedTuple):
    """A row of the workbook with the row of the dossier that it was, and what it makes."""

    rij: Celrij
    oud: Rij | None
    houder: str
    noun: Any


class _Samenvoeging:
    """Merges one workbook into one dossier."""

    def __init__(self, lezing: Werkboeklezing, dossier: Dossier) -> None:
        self._lezing, self._dossier = lezing, dossier
        self._meldingen: list[Melding] = list(lezing.fouten)
        self._waarschuwingen: list[Melding] = list(lezing.waarschuwingen)
        self._sleutels: list[Sleutelplek] = []
        self._verwijzingen: list[Verwijsplek] = []
        self._verschillen: list[Rijverschil] = []
        self._rijen: dict[str, tuple[Bladlezing, Celrij]] = {}
        self._weg: set[str] = set()  # the paths of the rows of the dossier that were removed

    def merge(self) -> Werkboekimport:
        """Merge the sheets, and raise everything that is wrong."""
        inhoud = {}
        for lezing in self._lezing.bladen:
            inhoud[lezing.blad.titel] = self._merge_blad(lezing)
        self._collect_rest()
        self._meldingen += find_meldingen(self._sleutels, self._verwijzingen)
        if self._meldingen:
            raise DossierFout(sorted(self._meldingen, key=self._op_cel))
        nieuw = self._bouw_dossier(inhoud)
        plaatsen = Celplaatsen(self._lezing.naam, self._rijen)
        return Werkboekimport(nieuw, tuple(self._verschillen), tuple(self._waarschuwingen), plaatsen)

    def _op_cel(self, melding: Melding) -> tuple[int, int, int, str]:
        """Give what to sort messages by: the order of the sheets, rows and columns."""
        plaats = melding.plaats or Plaats("")
        titels = [lezing.titel for lezing in self._lezing.bladen]
        blad = titels.index(plaats.blad) if plaats.blad in titels else len(titels)
        cel = plaats.cel or ""
        letters = cel.rstrip("0123456789")
        return blad, int(cel[len(letters) :] or 0), len(letters), letters

    def _plaats(self, lezing: Bladlezing, rij: Celrij, naam: str) -> Plaats:
        return maak_plaats(self._lezing.naam, lezing, rij, naam)

    def _report(self, code: str, pad: str, plaats: Plaats, boodschap: str) -> None:
        self._meldingen.append(Melding(code, pad, plaats, boodschap))

    def _merge_blad(self, lezing: Bladlezing) -> dict[str, tuple[Any, ...]]:
        """Merge one sheet; give what every holder holds of it then."""
        oud = list_rijen(self._dossier, lezing.blad)
        nieuw = [self._bouw(lezing, *paar) for paar in self._koppel(lezing, oud)]
        over = {een.oud.sleutel for een in nieuw if een.oud}
        blijvend = [rij for rij in oud if rij.sleutel not in over and rij.sleutel not in lezing.geschreven]
        for rij in blijvend:
            plaats = Plaats(self._lezing.naam, blad=lezing.titel)
            boodschap = "dit staat wel in het dossier en niet in het werkboek; het is er later bij gekomen en blijft"
            self._waarschuwingen.append(Melding("later-bijgekomen", rij.pad, plaats, boodschap))
        inhoud = self._verdeel(lezing.blad, oud, nieuw, {rij.sleutel for rij in blijvend})
        nummers = {id(noun): nummer for nouns in inhoud.values() for nummer, noun in enumerate(nouns)}
        for een in nieuw:
            self._note(lezing, een, nummers[id(een.noun)])
        self._note_verwijderd(lezing, oud, over | {rij.sleutel for rij in blijvend})
        return inhoud

    def _koppel(self, lezing: Bladlezing, oud: list[Rij]) -> list[tuple[Celrij, Rij | None, str]]:
        """Say of each row of the workbook which of the dossier it was, and who holds it."""
        vrij = {een.sleutel: een for een in oud}
        op_inhoud: defaultdict[object, list[str]] = defaultdict(list)
        for een in oud:
            op_inhoud[(een.houder, een.noun.id) if lezing.blad.heeft_id else een.noun].append(een.sleutel)
        houders = [self._find_houder(lezing, rij) for rij in lezing.rijen]
        gekoppeld: dict[int, Rij] = {}
        for plek, (rij, houder) in enumerate(zip(lezing.rijen, houders, strict=True)):
            gelijk = op_inhoud.get(self._inhoud(lezing, rij, houder), [])
            if rij.sleutel in gelijk:  # of several that say the same, its own
                gelijk.remove(rij.sleutel)
                gelijk.insert(0, rij.sleutel)
            if gelijk:
                gekoppeld[plek] = vrij.pop(gelijk.pop(0))
        for plek, rij in enumerate(lezing.rijen):
            if plek not in gekoppeld and rij.sleutel in vrij:
                gekoppeld[plek] = vrij.pop(rij.sleutel)
        return [(rij, gekoppeld.get(plek), houders[plek]) for plek, rij in enumerate(lezing.rijen)]

    def _find_houder(self, lezing: Bladlezing, rij: Celrij) -> str:
        """Give the id of the holder that a row names; left empty it is the only one there is."""
        houder = lezing.blad.houder
        if houder is None:
            return ""
        waarde = rij.waarden.get(houder.kolom)
        alle = getattr(self._dossier, houder.veld)
        if waarde is None and rij.sleutel and houder.kolom not in lezing.letters:
            return rij.sleutel.partition(" ")[0]
        if waarde is None and len(alle) == 1:
            return str(alle[0].id)
        plaats = self._plaats(lezing, rij, houder.kolom)
        if waarde is None:
            keuze = ", ".join(een.id for een in alle[:8])
            raad = f"kies uit: {keuze}" if keuze else f"maak eerst een {houder.kolom} in het dossier"
            self._report("ontbreekt", "", plaats, f"{houder.kolom} ontbreekt; {raad}")
        elif waarde is not KAPOT:
            self._verwijzingen.append(Verwijsplek("", (houder.soort.__name__,), waarde, plaats))
        return "" if waarde is None or waarde is KAPOT else str(waarde)

    def _inhoud(self, lezing: Bladlezing, rij: Celrij, houder: str) -> object:
        """Give what a row is known by: its holder and id, or all that it says."""
        if lezing.blad.heeft_id:
            return (houder, rij.waarden.get("id"))
        try:
            return lezing.blad.soort(**self._waarden(lezing, rij, None))
        except (TypeError, ValueError):
            return None

    def _waarden(self, lezing: Bladlezing, rij: Celrij, oud: Rij | None) -> dict[str, Any]:
        """Give the values of the noun: of the cells, and of what has no cell from the dossier."""
        waarden = {}
        for veld in velden(lezing.blad.soort):
            if veld.naam in lezing.letters:
                waarde = rij.waarden[veld.naam]
            else:
                waarde = getattr(oud.noun, veld.naam) if oud else None
            if waarde is not None:
                waarden[veld.naam] = waarde
        return waarden

    def _bouw(self, lezing: Bladlezing, rij: Celrij, oud: Rij | None, houder: str) -> _Nieuw:
        """Build the noun of a row, or note what is wrong."""
        blad = lezing.blad
        waarden = self._waarden(lezing, rij, oud)
        pad = maak_pad(blad, houder, waarden.get("id", "?")) if blad.heeft_id else oud.pad if oud else ""
        self._collect_rij(lezing, rij, pad, oud)
        heel = KAPOT not in waarden.values()
        for veld in velden(blad.soort):
            if veld.verplicht and veld.naam not in waarden:
                heel = False
                self._report("ontbreekt", pad, self._plaats(lezing, rij, veld.naam), self._ontbreekt(lezing, veld))
        noun = None
        if heel:
            try:
                noun = blad.soort(**waarden)
            except VeldError as fout:
                self._report("tegenstrijdig", pad, self._plaats(lezing, rij, ""), str(fout))
        return _Nieuw(rij, oud, houder, noun)

    @staticmethod
    def _ontbreekt(lezing: Bladlezing, veld: Veld) -> str:
        if veld.naam in lezing.letters:
            return f"{veld.naam.replace('_', ' ')} ontbreekt; vul deze cel in"
        return f"de kolom {veld.naam.replace('_', ' ')!r} ontbreekt, en bij een nieuwe regel is die nodig"

    def _collect_rij(self, lezing: Bladlezing, rij: Celrij, pad: str, oud: Rij | None) -> None:
        """Collect the id and the references of a row, with their cells."""
        soort = lezing.blad.soort
        for veld in velden(soort):
            waarde = rij.waarden.get(veld.naam)
            if veld.naam == "id" and veld.naam not in lezing.letters and oud:
                waarde = oud.noun.id
            if waarde is None or waarde is KAPOT:
                continue
            if veld.naam != "id" and not veld.verwijzing:
                continue
            plaats = self._plaats(lezing, rij, veld.naam)
            if veld.naam == "id":
                self._sleutels.append(Sleutelplek(pad.rpartition("[")[0], pad, soort.__name__, waarde, plaats))
                continue
            for sleutel in waarde if veld.meervoud else (waarde,):
                self._verwijzingen.append(Verwijsplek(stap(pad, veld.naam), veld.verwijzing, sleutel, plaats))

    def _verdeel(
        self, blad: Blad, oud: list[Rij], nieuw: list[_Nieuw], blijvend: set[str]
    ) -> dict[str, tuple[Any, ...]]:
        """Give what every holder holds: what was there in its order, then what is new in that of the sheet."""
        vervangen = {een.oud.sleutel: een for een in nieuw if een.oud and een.oud.houder == een.houder}
        houders = [een.id for een in getattr(self._dossier, blad.houder.veld)] if blad.houder else [""]
        inhoud: dict[str, list[Any]] = {houder: [] for houder in houders}
        for rij in oud:
            if rij.sleutel in vervangen:
                inhoud[rij.houder].append(vervangen[rij.sleutel].noun)
            elif rij.sleutel in blijvend:
                inhoud[rij.houder].append(rij.noun)
        for een in nieuw:
            if not een.oud or een.oud.houder != een.houder:
                inhoud.setdefault(een.houder, []).append(een.noun)
        return {houder: tuple(nouns) for houder, nouns in inhoud.items()}

    def _note(self, lezing: Bladlezing, een: _Nieuw, nummer: int) -> None:
        """Note what becomes of a row, and where its values stand."""
        pad = maak_pad(lezing.blad, een.houder, getattr(een.noun, "id", nummer))
        self._verschillen.append(_vergelijk(lezing, een, pad, self._plaats(lezing, een.rij, "id")))
        self._rijen[pad] = (lezing, een.rij)

    def _note_verwijderd(self, lezing: Bladlezing, oud: list[Rij], over: set[str]) -> None:
        for rij in oud:
            if rij.sleutel not in over:
                self._weg.add(rij.pad)
                self._verschillen.append(Rijverschil(Rijsoort.VERWIJDERD, lezing.blad.titel, rij.pad, None))

    def _collect_rest(self) -> None:
        """Collect the ids and references of the dossier that stand in no cell of the workbook."""
        sleutels: list[Sleutelplek] = []
        verwijzingen: list[Verwijsplek] = []
        collect(self._dossier, "", sleutels, verwijzingen)
        lezing_van = {
            rij.pad: lezing for lezing in self._lezing.bladen for rij in list_rijen(self._dossier, lezing.blad)
        }
        gelezen = {lezing.blad.soort.__name__ for lezing in self._lezing.bladen}
        self._sleutels += [plek for plek in sleutels if plek.soort not in gelezen]
        for plek in verwijzingen:
            rijpad = next((pad for pad in _ouders(plek.pad) if pad in lezing_van), None)
            if rijpad is None:
                self._verwijzingen.append(plek)
            elif rijpad not in self._weg:
                veld = plek.pad[len(rijpad) + 1 :].partition("[")[0].partition(".")[0]
                if veld not in lezing_van[rijpad].letters:
                    self._verwijzingen.append(plek)

    def _bouw_dossier(self, inhoud: Mapping[str, dict[str, tuple[Any, ...]]]) -> Dossier:
        """Put what every sheet made in its place."""
        los: dict[str, Any] = {}
        for blad in BLADEN:
            if blad.titel in inhoud and blad.houder is None:
                los[blad.veld] = inhoud[blad.titel][""]
        houders = {blad.houder.veld for blad in BLADEN if blad.houder}
        for veld in sorted(houders):
            los[veld] = tuple(
                attrs.evolve(
                    een,
                    **{
                        blad.veld: inhoud[blad.titel][een.id]
                        for blad in BLADEN
                        if blad.houder and blad.houder.veld == veld and blad.titel in inhoud
                    },
                )
                for een in getattr(self._dossier, veld)
            )
        return attrs.evolve(self._dossier, **los)


def _vergelijk(lezing: Bladlezing, een: _Nieuw, pad: str, plaats: Plaats) -> Rijverschil:
    titel = lezing.blad.titel
    if een.oud is None:
        return Rijverschil(Rijsoort.NIEUW, titel, pad, plaats)
    anders = [veld.naam for veld in velden(lezing.blad.soort) if _verschilt(een, veld.naam)]
    if lezing.blad.houder and een.houder != een.oud.houder:
        anders.insert(0, lezing.blad.houder.kolom)
    soort = Rijsoort.GEWIJZIGD if anders else Rijsoort.ONGEWIJZIGD
    return Rijverschil(soort, titel, pad, plaats, tuple(anders))


def _verschilt(een: _Nieuw, naam: str) -> bool:
    return getattr(een.noun, naam, None) != getattr(een.oud.noun, naam) if een.oud else False


def _ouders(pad: str) -> Iterator[str]:
    """Give a path and the paths that it goes through, the longest first."""
    delen = pad.split(".")
    for aantal in range(len(delen), 0, -1):
        yield ".".join(delen[:aantal])
