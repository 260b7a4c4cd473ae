"""A rule, and what it finds.

A rule is a plain function of a dossier and a day that gives findings, with all that an adviser asks of it: what it
looks for, why, on what authority, since when, what is wrong and what is right, and how to mend it. A finding is data
and no error: ten mistakes give ten findings. Rules know nothing of files; a finding says where it is by a path in the
dossier.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

import attrs

from ivb.bevindingen import Ernst
from ivb.dates import Date, Datering, Periode, add_lidwoord, format_datering, format_datum, format_periode
from ivb.errors import VeldError
from ivb.getallen import format_getal
from ivb.model.aanvaarding import CODE, Regelcode
from ivb.model.dossier import Dossier
from ivb.sources import Bron

Parameter: TypeAlias = str | int | float | Date | Periode | Datering | tuple[str, ...]


@attrs.frozen(kw_only=True)
class Regeltekst:
    """The words of a rule, in Dutch.

    Attributes:
        titel: what is wrong, in a few words.
        bericht: the message of a finding, with the names of its parameters between braces.
        varianten: other messages of the same rule, by name.
        controleert: what the rule looks at.
        waarom: why that matters.
        herstel: how to mend it.
        fout: an example of a part of a dossier, in YAML, in which the rule finds something.
        goed: the same example, mended.
    """

    titel: str
    bericht: str
    varianten: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    controleert: str = ""
    waarom: str = ""
    herstel: str = ""
    fout: str = ""
    goed: str = ""


def _check_code(_regel: object, _veld: object, code: str) -> None:
    """Refuse a code that no setting and no acceptance could name."""
    tegen = CODE.bezwaar(code)
    if tegen:
        raise VeldError(f"Regel.code: {tegen}")


@attrs.frozen(kw_only=True)
class Regel:
    """A rule that a dossier is held against.

    Attributes:
        code: the area and a number, never given to another rule: ``A1``.
        ernst: how serious what it finds is; one finding may be less serious.
        tekst: its words.
        bron: what it rests on.
        vanaf: the first day on which it holds; none for what has always been so.
        check: the function; none for a rule that judges an operation or a document, and is emitted there.

    Raises:
        VeldError: the code has another form than a dossier can name.
    """

    code: Regelcode = attrs.field(validator=_check_code)
    ernst: Ernst = attrs.field(converter=Ernst)
    tekst: Regeltekst
    bron: Bron | None = None
    vanaf: Date | None = None
    check: "Controle | None" = None

    @property
    def titel(self) -> str:
        """What is wrong, in a few words."""
        return self.tekst.titel

    def __call__(self, dossier: Dossier, peildatum: Date) -> Iterable["Bevinding"]:
        """Give what the rule finds in a dossier on a day."""
        return self.check(dossier, peildatum) if self.check else ()

    def meld(self, pad: str, variant: str = "", *, ernst: Ernst | None = None, **parameters: Parameter) -> "Bevinding":
        """Make a finding of this rule.

        Args:
            pad: the path in the dossier of what is wrong.
            variant: the name of another message than the ordinary one.
            ernst: how serious it is, where that is not as the rule says.
            parameters: what the message tells.
        """
        return Bevinding(regel=self, pad=pad, variant=variant, ernst=ernst or self.ernst, parameters=parameters)


@attrs.frozen(kw_only=True)
class Bevinding:
    """Something that a rule found in a dossier.

    Attributes:
        regel: the rule.
        pad: the path in the dossier of what is wrong: ``jaarplannen[2024].acties[A3].trekker``; empty for the whole.
        ernst: how serious it is.
        variant: which of the messages of the rule it is.
        parameters: what the message tells.
    """

    regel: Regel
    pad: str
    ernst: Ernst = attrs.field(converter=Ernst)
    variant: str = ""
    parameters: Mapping[str, Parameter] = attrs.field(factory=dict, hash=False)

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.regel.code

    @property
    def boodschap(self) -> str:
        """What is wrong and what would be right, in Dutch."""
        tekst = self.regel.tekst
        sjabloon = tekst.varianten[self.variant] if self.variant else tekst.bericht
        return sjabloon.format_map({naam: format_parameter(waarde) for naam, waarde in self.parameters.items()})

    def __str__(self) -> str:
        """Give the whole finding on one line."""
        waar = f"{self.pad}: " if self.pad else ""
        return f"{waar}{self.boodschap} [{self.code}]"


Controle: TypeAlias = Callable[[Dossier, Date], Iterable[Bevinding]]


def format_parameter(waarde: Parameter) -> str:
    """Write a parameter as a message tells it.

    >>> format_parameter(Date(2024, 4, 23)), format_parameter(1200.5), format_parameter(("oorzaak", "gevolg", "reden"))
    ('23 april 2024', '1.200,5', 'oorzaak, gevolg en reden')
    """
    match waarde:
        case Date():
            return format_datum(waarde)
        case Periode():
            return add_lidwoord(format_periode(waarde))
        case Datering():
            return format_datering(waarde)
        case int() | float():
            return format_getal(waarde)
        case tuple():
            *eerst, laatst = waarde
            return f"{', '.join(eerst)} en {laatst}" if eerst else laatst
        case _:
            return waarde
