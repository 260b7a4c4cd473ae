"""What a field asks of its value beyond its type, said in its annotation: ``Annotated[int, Minstens(0)]``.

They are our own, and not those of ``annotated-types``: loading that package took a fifth of the time that importing a
noun took, and only these few are needed.
"""

import re
from typing import Annotated, Any

# A year outside these is a slip of the pen in a file on the safety of a municipality.
EERSTE_JAAR, LAATSTE_JAAR = 1900, 2199

# Up to here a float holds every whole number exactly.
PRECIES = 2**53

_BESTURINGSTEKEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_REGELEINDE = re.compile("[\n\u2028\u2029]")
_SLEUTEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")


class Beperking:
    """What an annotation adds to the type of a value."""

    def is_zeker(self, waarde: Any) -> bool:  # noqa: ANN401, ARG002  of the type that is annotated
        """Tell quickly that a value is surely right; what is not sure, `bezwaar` judges."""
        return False

    def bezwaar(self, waarde: Any) -> str | None:  # noqa: ANN401  of the type that is annotated
        """Say in Dutch why a value cannot stand here, or ``None`` when it can."""
        raise NotImplementedError


class Minstens(Beperking):
    """A number, or a number of items, that is not too low."""

    def __init__(self, grens: int) -> None:
        """Take the lowest that is right."""
        self.grens = grens

    def is_zeker(self, waarde: float) -> bool:
        """Tell of most numbers that they are right."""
        return self.grens <= waarde <= PRECIES

    def bezwaar(self, waarde: float) -> str | None:
        """Say that a number is too low, or ``None`` when it is not."""
        return None if waarde >= self.grens else f"{waarde} is te laag; het laagste is {self.grens}"


class Hoogstens(Beperking):
    """A number that is not too high."""

    def __init__(self, grens: int) -> None:
        """Take the highest that is right."""
        self.grens = grens

    def bezwaar(self, waarde: float) -> str | None:
        """Say that a number is too high, or ``None`` when it is not."""
        return None if waarde <= self.grens else f"{waarde} is te hoog; het hoogste is {self.grens}"


class CommonMark(Beperking):
    """Long text in a small CommonMark: paragraphs, lists, bold, italic and links."""

    def is_zeker(self, waarde: str) -> bool:
        """Tell of most texts that they are right: every character can be printed, and not all are blank."""
        return waarde.isprintable() and waarde != "" and not waarde.isspace()

    def bezwaar(self, tekst: str) -> str | None:
        """Say why the text cannot stand here, or ``None`` when it can."""
        if self.is_zeker(tekst):
            return None
        teken = _BESTURINGSTEKEN.search(tekst)
        if teken:
            code, nummer = ord(teken[0]), teken.start() + 1
            return f"een teken dat in geen document mag (U+{code:04X}, teken {nummer}); haal het weg"
        return None if tekst.strip() else "een lege tekst; laat het veld weg als er niets te zeggen is"


class EenRegel(CommonMark):
    """Short plain text on one line."""

    def bezwaar(self, tekst: str) -> str | None:
        """Say why the text cannot stand here, or ``None`` when it can."""
        if self.is_zeker(tekst):
            return None
        if _REGELEINDE.search(tekst):
            return "een tekst van meer dan één regel; hier past één regel"
        return super().bezwaar(tekst)


class Sleutel(Beperking):
    """The stable id of a noun in its collection."""

    def is_zeker(self, waarde: str) -> bool:
        """Tell of most ids that they are right: letters and digits only."""
        return waarde.isalnum() and waarde.isascii()

    def bezwaar(self, tekst: str) -> str | None:
        """Say why the text is no id, or ``None`` when it is."""
        if _SLEUTEL.fullmatch(tekst):
            return None
        return f"{tekst!r} is geen id; gebruik letters, cijfers, '.', '_', '/' en '-', zonder spaties"


class Verwijzing(Sleutel):
    """The id of another noun, of one of the kinds named."""

    def __init__(self, *soorten: str) -> None:
        """Name the kinds of noun that may be meant, the likeliest first."""
        self.soorten = soorten


class Patroon(Beperking):
    """A text of a fixed form, with an example that is right."""

    def __init__(self, patroon: str, voorbeeld: str) -> None:
        """Take the form as a regular expression, and an example."""
        self.patroon, self.voorbeeld = patroon, voorbeeld

    def bezwaar(self, tekst: str) -> str | None:
        """Say that the text has another form, or ``None`` when it fits."""
        if re.fullmatch(self.patroon, tekst):
            return None
        return f"{tekst!r} past hier niet; schrijf zoiets als {self.voorbeeld}"


Tekst = Annotated[str, CommonMark()]
Regel = Annotated[str, EenRegel()]
Id = Annotated[str, Sleutel()]
Aantal = Annotated[int, Minstens(0)]
Uren = Annotated[float, Minstens(0)]
Percentage = Annotated[int, Minstens(0), Hoogstens(100)]
Dagen = Annotated[int, Minstens(0), Hoogstens(3660)]
Jaartal = Annotated[int, Minstens(EERSTE_JAAR), Hoogstens(LAATSTE_JAAR)]
