"""Which sheets a workbook has and which columns each of them, read from the fields of the nouns.

A row is a noun with the fields that fit in a cell. What does not fit (nouns in a noun) stays in the dossier, with the
noun that has the id of the row.
"""

from functools import cached_property
from typing import Any, Final

import attrs

from ivb.files.werkboek.uitleg import BLADUITLEG, KOLOMUITLEG
from ivb.model.base import Noun, Veld, velden
from ivb.model.beleid import Thema, Veiligheidsbeleid
from ivb.model.constraints import Sleutel, Verwijzing
from ivb.model.indicator import Indicator, Meting
from ivb.model.jaarplan import Actie, Ambitie, Jaarplan
from ivb.model.toezegging import Toezegging
from ivb.model.voortgang import Voortgangsmelding

FORMAAT: Final = 1
"""The version of the form of a workbook."""

IVBBLAD: Final = "_ivb"
"""The hidden sheet with the version, the lists of the dropdowns and the rows that were written."""

LEESWIJZERBLAD: Final = "Leeswijzer"
OPMERKINGENBLAD: Final = "Opmerkingen"
RIJKOP: Final = "rij"
"""The heading of the hidden column that says which row a row is."""


@attrs.frozen
class Houder:
    """What holds the rows of a sheet: a policy or a plan.

    Attributes:
        soort: the kind of noun.
        veld: the field of the dossier in which these stand.
        kolom: the column that names one of them.
    """

    soort: type[Noun]
    veld: str
    kolom: str


@attrs.frozen
class Kolom:
    """A column of a sheet.

    Attributes:
        veld: the field that stands in it; for the one that names the holder, a field like it.
        uitleg: what to fill in.
        standaard: the value that holds when the cell is empty, where that is always the same.
    """

    veld: Veld
    uitleg: str
    standaard: object

    @property
    def naam(self) -> str:
        """The name of the field."""
        return self.veld.naam

    @property
    def kop(self) -> str:
        """The heading."""
        return self.naam.replace("_", " ")

    @property
    def is_sleutel(self) -> bool:
        """Whether it holds an id, or names one."""
        return any(isinstance(eis, Sleutel) for eis in self.veld.beperkingen)


@attrs.frozen(slots=False)
class Blad:
    """A sheet: one kind of noun.

    Attributes:
        titel: its title.
        soort: the kind of noun.
        veld: the field in which those stand, in the dossier or in their holder.
        houder: what holds them, if it is not the dossier.
    """

    titel: str
    soort: type[Noun]
    veld: str
    houder: Houder | None = None

    @cached_property
    def kolommen(self) -> tuple[Kolom, ...]:
        """The columns in order: first that of the holder, then the fields that fit in a cell."""
        eigen = tuple(
            self._maak_kolom(veld, attrs.fields_dict(self.soort)[veld.naam].default)
            for veld in velden(self.soort)
            if not issubclass(veld.soort, Noun)
        )
        return (*((self._maak_kolom(_houderveld(self.houder), None),) if self.houder else ()), *eigen)

    def _maak_kolom(self, veld: Veld, standaard: Any) -> Kolom:  # noqa: ANN401  of any type
        vast = standaard is not attrs.NOTHING and not hasattr(standaard, "factory")
        return Kolom(veld, KOLOMUITLEG[self.titel][veld.naam], standaard if vast else None)

    @cached_property
    def heeft_id(self) -> bool:
        """Whether the nouns have an id of their own."""
        return any(veld.naam == "id" for veld in velden(self.soort))

    @property
    def uitleg(self) -> str:
        """What stands on it."""
        return BLADUITLEG[self.titel]


def _houderveld(houder: Houder) -> Veld:
    verwijzing = Verwijzing(houder.soort.__name__)
    return Veld(
        naam=houder.kolom,
        soort=str,
        beperkingen=(verwijzing,),
        meervoud=False,
        minimum=0,
        optioneel=False,
        verplicht=True,
    )


_BELEID: Final = Houder(Veiligheidsbeleid, "beleid", "beleid")
_JAARPLAN: Final = Houder(Jaarplan, "jaarplannen", "jaarplan")

BLADEN: Final = (
    Blad("Themas", Thema, "themas", _BELEID),
    Blad("Ambities", Ambitie, "ambities", _JAARPLAN),
    Blad("Acties", Actie, "acties", _JAARPLAN),
    Blad("Voortgang", Voortgangsmelding, "voortgang"),
    Blad("Indicatoren", Indicator, "indicatoren"),
    Blad("Metingen", Meting, "metingen"),
    Blad("Toezeggingen", Toezegging, "toezeggingen"),
)
