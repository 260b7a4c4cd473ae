"""Promises to the council (toezeggingen).

Carried out, reported back, settled and struck are four states: an audit in Heerlen found that 24 % of motions were
carried out and never reported back. One report never closes a periodic promise.
"""

from enum import StrEnum
from typing import Annotated

import attrs

from ivb.dates import Date, Datering, Periode, parse_datering, to_date, to_datering, to_periode
from ivb.model.base import Noun, refine
from ivb.model.besluit import Besluit
from ivb.model.constraints import Id, Regel, Tekst, Verwijzing
from ivb.model.rapportageafspraak import Rapportageafspraak

Documentverwijzing = Annotated[str, Verwijzing("Rapportage", "Jaarplan", "Veiligheidsbeleid", "Raadsbrief")]


class Toezeggingstatus(StrEnum):
    """The states of a promise; settled is for the college, struck for the council."""

    OPEN = "open"
    UITGEVOERD = "uitgevoerd"
    TERUGGEMELD = "teruggemeld"
    AFGEDAAN = "afgedaan"
    AFGEVOERD = "afgevoerd"


class Relatiesoort(StrEnum):
    """What one promise does to another."""

    HERHAALT = "herhaalt"
    WIJZIGT = "wijzigt"
    VULT_AAN = "vult aan"


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Statusmelding(Noun):
    """One note in the log of a promise.

    Attributes:
        status: the state.
        sinds: the day since which it is so.
        bekend_sinds: the day since which that is known; by default the same.
        toelichting: anything more.
    """

    status: Toezeggingstatus
    sinds: Date = attrs.field(converter=to_date)
    bekend_sinds: Date = attrs.field(default=attrs.Factory(lambda self: self.sinds, takes_self=True), converter=to_date)
    toelichting: Tekst | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Afdoening(Noun):
    """One settlement: the document with which the council got what was promised, wholly or for a period.

    Attributes:
        sinds: the day of the settlement.
        bekend_sinds: the day since which it is known; by default the same.
        document: the id of the report, plan, policy or letter.
        omschrijving: the document, when it is not in the dossier.
        periode: for a periodic promise, the period it settles.
    """

    sinds: Date = attrs.field(converter=to_date)
    bekend_sinds: Date = attrs.field(default=attrs.Factory(lambda self: self.sinds, takes_self=True), converter=to_date)
    document: Documentverwijzing | None = None
    omschrijving: Regel | None = None
    periode: Periode | None = attrs.field(default=None, converter=attrs.converters.optional(to_periode))


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Afvoervoorstel(Noun):
    """A proposal to the council to strike a promise from its list.

    Attributes:
        sinds: the day of the proposal.
        bekend_sinds: the day since which it is known; by default the same.
        reden: why.
    """

    sinds: Date = attrs.field(converter=to_date)
    bekend_sinds: Date = attrs.field(default=attrs.Factory(lambda self: self.sinds, takes_self=True), converter=to_date)
    reden: Tekst | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Relatie(Noun):
    """What this promise does to another one: repeat, change or add to it."""

    soort: Relatiesoort
    toezegging: Annotated[str, Verwijzing("Toezegging")]


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Toezegging(Noun):
    """A promise to the council, once or periodic.

    Attributes:
        id: stable within the dossier.
        nummer: its number in the list of the griffie.
        datum: when it was made; a year is enough.
        bekend_sinds: the day since which it is known, where that is later.
        vergadering: in which meeting.
        gevraagd_door: who asked: a member or party of the council.
        toegezegd_door: who promised: the portefeuillehouder.
        onderwerp: what it is about.
        tekst: the promise, literally.
        rapportageafspraak: the agreement, for a periodic promise.
        periode: the period on which something was promised.
        termijn: when it is due; unknown when nothing was said, never filled in.
        statuslog: its states.
        afdoeningen: its settlements.
        afvoervoorstel: the proposal to strike it.
        afvoerbesluit: the decision of the council to strike it.
        relaties: what it does to other promises.
    """

    id: Id
    nummer: Regel | None = None
    datum: Datering = attrs.field(converter=to_datering)
    bekend_sinds: Date | None = attrs.field(default=None, converter=attrs.converters.optional(to_date))
    vergadering: Regel | None = None
    gevraagd_door: Regel | None = None
    toegezegd_door: Regel | None = None
    onderwerp: Regel
    tekst: Tekst | None = None
    rapportageafspraak: Rapportageafspraak | None = None
    periode: Periode | None = attrs.field(default=None, converter=attrs.converters.optional(to_periode))
    termijn: Datering = attrs.field(default=parse_datering("onbekend"), converter=to_datering)
    statuslog: tuple[Statusmelding, ...] = ()
    afdoeningen: tuple[Afdoening, ...] = ()
    afvoervoorstel: Afvoervoorstel | None = None
    afvoerbesluit: Besluit | None = None
    relaties: tuple[Relatie, ...] = ()

    @property
    def is_periodiek(self) -> bool:
        """Whether it must be kept again and again."""
        return self.rapportageafspraak is not None
