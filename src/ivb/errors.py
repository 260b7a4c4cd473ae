"""Everything that ``ivb`` raises, and the data that an error carries.

A message is read by an adviser, so it is Dutch; it tells what was wrong, where, and what would be right.
"""

import errno
from collections.abc import Iterable
from typing import ClassVar, NamedTuple


class Plaats(NamedTuple):
    """Where a value stands: a file with line and column (from 1), or a file with sheet and cell."""

    bestand: str
    regel: int | None = None
    kolom: int | None = None
    blad: str | None = None
    cel: str | None = None

    def __str__(self) -> str:
        """Give the place as an editor or a spreadsheet understands it: ``f.yaml:3:5`` or ``f.xlsx!Acties!B3``."""
        delen = [self.bestand, *(str(getal) for getal in (self.regel, self.kolom) if getal is not None)]
        return "!".join([":".join(delen), *(naam for naam in (self.blad, self.cel) if naam is not None)])


class Melding(NamedTuple):
    """One thing that is wrong or suspicious in what was read.

    Attributes:
        code: what kind of thing, stable, in kebab case: ``onbekende-sleutel``.
        pad: the path in the dossier: ``jaarplannen[2024].acties[A3].trekker``.
        plaats: where it stands, if it was read from somewhere.
        boodschap: what was wrong and what would be right, in Dutch.
    """

    code: str
    pad: str
    plaats: Plaats | None
    boodschap: str

    def __str__(self) -> str:
        """Give the whole message on one line."""
        waar = " ".join(str(deel) for deel in (self.plaats, self.pad) if deel)
        return f"{waar}: {self.boodschap}" if waar else self.boodschap


class IvbError(Exception):
    """The mother of all errors of ``ivb``."""


class DatumError(IvbError, ValueError):
    """A text that is no date, period or dating that ``ivb`` knows, or one that does not exist."""


class VeldError(IvbError, ValueError):
    """A value that the field of a noun does not take, or two that contradict each other."""


class BestandError(IvbError, OSError):
    """A file that cannot be read or written now: missing, or held open by another program."""


def explain_oserror(fout: OSError) -> str:
    """Say in Dutch why the system refused, and what to do about it."""
    if fout.errno == errno.ENOSPC:
        return "de schijf is vol"
    for soort, uitleg in _UITLEG.items():
        if isinstance(fout, soort):
            return uitleg
    return f"het systeem weigert het (fout {fout.errno})"


_UITLEG = {
    FileExistsError: "er staat al een bestand met die naam",
    FileNotFoundError: "het bestaat niet; controleer de naam en de map",
    PermissionError: "het mag niet; sluit het in Word, Excel of een ander programma, of kies een andere map",
    IsADirectoryError: "het is een map",
    NotADirectoryError: "een deel van het pad is geen map",
}


class SjabloonError(IvbError, ValueError):
    """A Word template that cannot be used."""


class DocumentError(IvbError, ValueError):
    """Data that cannot be put into a document without loss."""


class DossierFout(IvbError, ValueError):
    """A dossier that cannot be read, with everything that is wrong in it.

    Attributes:
        meldingen: all that is wrong, in the order of the source.
    """

    _waarin: ClassVar[str] = "het dossier"

    def __init__(self, meldingen: Iterable[Melding]) -> None:
        """Keep the messages; the text of the error lists them all."""
        self.meldingen = tuple(meldingen)
        super().__init__(self.meldingen)

    def __str__(self) -> str:
        """List every message on a line of its own, under a line that counts them."""
        aantal = len(self.meldingen)
        kop = f"1 fout in {self._waarin}:" if aantal == 1 else f"{aantal} fouten in {self._waarin}:"
        return "\n".join([kop, *(f"  {melding}" for melding in self.meldingen)])


class CijferFout(DossierFout):
    """A download of open figures that cannot be read, with everything that is wrong in it."""

    _waarin = "de cijfers"


class DossierWaarschuwing(UserWarning):
    """Something suspicious that was read all the same."""
