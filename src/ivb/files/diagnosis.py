"""Everything that is wrong in what was read, at once and each with its place.

The converter stops at the first fault, and one bad field hides its neighbours. So when it stops, this walks through the
whole tree beside the description of the nouns, reads what can be read and tells all that cannot.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from ivb.errors import Melding, Plaats
from ivb.files.scalars import read_scalar
from ivb.files.tree import KAPOT, Kapot, Merk, sleutel_van
from ivb.model.base import Noun, Veld, describe, velden
from ivb.model.verwijzingen import Sleutelplek, Verwijsplek, find_meldingen, stap


class Plek(NamedTuple):
    """A value that is looked at: its path, its mark, and where it stands if it has no mark of its own."""

    pad: str
    merk: Merk
    ouder: Plaats | None

    @property
    def plaats(self) -> Plaats | None:
        """The place of the value, or of what it stands in."""
        return self.merk.plaats or self.ouder

    def sleutel(self, naam: str) -> "Plek":
        """Give the place of the value of a key."""
        return Plek(stap(self.pad, naam), self.merk.sleutel(naam), self.plaats)

    def item(self, nummer: int, waarde: object) -> "Plek":
        """Give the place of an item of a list."""
        return Plek(f"{self.pad}[{sleutel_van(waarde) or nummer}]", self.merk.item(nummer), self.plaats)


class Diagnose:
    """Looks at a whole tree and notes what is wrong."""

    def __init__(self, *, uit_tekst: bool) -> None:
        """Start with nothing wrong."""
        self._uit_tekst = uit_tekst
        self._meldingen: list[Melding] = []
        self._sleutels: list[Sleutelplek] = []
        self._verwijzingen: list[Verwijsplek] = []

    def tell(self, soort: type[Noun], waarden: object, merk: Merk) -> list[Melding]:
        """Tell everything that keeps a tree from being a noun of a kind, in the order of the file."""
        self._noun(soort, waarden, Plek("", merk, None))
        meldingen = [*self._meldingen, *find_meldingen(self._sleutels, self._verwijzingen)]
        return sorted(meldingen, key=op_plaats)

    def _report(self, code: str, pad: str, plaats: Plaats | None, boodschap: str) -> None:
        self._meldingen.append(Melding(code, pad, plaats, boodschap))

    def _noun(self, soort: type[Noun], waarde: object, plek: Plek) -> object:
        """Look at a group that should be a noun; what is given back says only whether it is one."""
        if isinstance(waarde, Kapot):
            return KAPOT
        if not isinstance(waarde, dict):
            self._report(
                "verkeerd-type",
                plek.pad,
                plek.plaats,
                f"hier horen de velden van een {soort.__name__.lower()}, elk als 'naam: waarde' op een regel",
            )
            return KAPOT
        bekend = {veld.naam: veld for veld in velden(soort)}
        keuze = [naam for naam in bekend if naam not in waarde]
        bedoeld = {self._onbekende_sleutel(str(naam), keuze, plek) for naam in waarde if naam not in bekend}
        gelezen = {
            naam: KAPOT if naam in bedoeld else self._veld(veld, waarde.get(naam), plek)
            for naam, veld in bekend.items()
        }
        for eis in soort.eisen:
            delen = [gelezen[naam] for naam in eis.velden]
            if KAPOT not in delen and not eis.geldt(*delen):
                self._report("tegenstrijdig", plek.pad, plek.sleutel(eis.velden[-1]).plaats, eis.boodschap)
        return waarde

    def _onbekende_sleutel(self, naam: str, keuze: list[str], plek: Plek) -> str | None:
        """Report a key that does not exist, and give the field that was likely meant: that one is not missing then."""
        nabij = get_close_matches(naam, keuze, n=1)
        raad = f"bedoelt u {nabij[0]}?" if nabij else f"hier kunnen nog: {', '.join(keuze) or 'geen andere'}"
        boodschap = f"het veld {naam!r} bestaat hier niet; {raad}"
        self._report("onbekende-sleutel", stap(plek.pad, naam), plek.merk.naam(naam) or plek.plaats, boodschap)
        return nabij[0] if nabij else None

    def _veld(self, veld: Veld, waarde: object, plek: Plek) -> object:
        hier = plek.sleutel(veld.naam)
        if waarde is None:
            if veld.verplicht:
                raad = f"{veld.naam} ontbreekt; schrijf hier een {describe(veld.soort)}"
                self._report("ontbreekt", hier.pad, plek.merk.naam(veld.naam) or plek.plaats, raad)
                return KAPOT
            return None
        if not veld.meervoud:
            return self._item(veld, waarde, hier, hier.pad)
        if not isinstance(waarde, list):
            if not isinstance(waarde, Kapot):
                raad = "hier hoort een lijst; schrijf elk onderdeel op een eigen regel met '- ' ervoor, of [a, b]"
                self._report("verkeerd-type", hier.pad, hier.plaats, raad)
            return KAPOT
        if len(waarde) < veld.minimum:
            self._report("te-weinig", hier.pad, hier.plaats, f"hier horen er ten minste {veld.minimum}")
        for nummer, onderdeel in enumerate(waarde):
            self._item(veld, onderdeel, hier.item(nummer, onderdeel), hier.pad)
        return waarde

    def _item(self, veld: Veld, waarde: object, plek: Plek, verzameling: str) -> object:
        if issubclass(veld.soort, Noun):
            self._note_sleutel(veld.soort, waarde, plek, verzameling)
            return self._noun(veld.soort, waarde, plek)
        return self._scalar(veld, waarde, plek)

    def _scalar(self, veld: Veld, waarde: object, plek: Plek) -> object:
        if isinstance(waarde, Kapot):
            return KAPOT
        try:
            gelezen = veld.convert_item(read_scalar(veld.soort, waarde, uit_tekst=self._uit_tekst))
        except ValueError as fout:
            self._report("verkeerd-type", plek.pad, plek.plaats, str(fout))
            return KAPOT
        tegen = veld.bezwaar_item(gelezen)
        if tegen is not None:
            self._report("waarde", plek.pad, plek.plaats, tegen)
            return KAPOT
        if veld.verwijzing:
            self._verwijzingen.append(Verwijsplek(plek.pad, veld.verwijzing, gelezen, plek.plaats))
        return gelezen

    def _note_sleutel(self, soort: type[Noun], waarde: object, plek: Plek, verzameling: str) -> None:
        sleutel = sleutel_van(waarde)
        if sleutel is not None and any(veld.naam == "id" for veld in velden(soort)):
            eigen = plek.sleutel("id").plaats
            self._sleutels.append(Sleutelplek(verzameling, plek.pad, soort.__name__, sleutel, eigen))


def op_plaats(melding: Melding) -> tuple[str, int, int]:
    """Give what to sort messages by: the order of the files and of what stands in them."""
    plaats = melding.plaats or Plaats("")
    return (plaats.bestand, plaats.regel or 0, plaats.kolom or 0)


def diagnose(soort: type[Noun], waarden: object, merk: Merk, *, uit_tekst: bool) -> Iterator[Melding]:
    """Tell everything that keeps a tree from being a noun of a kind, in the order of the file."""
    yield from Diagnose(uit_tekst=uit_tekst).tell(soort, waarden, merk)
