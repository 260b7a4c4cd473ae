"""The plan for a year (or two): ambitions, actions, what is available, and what must be done.

An action keeps its id over the years. It may slip but may not vanish: it ends as finished, carried over or dropped.
"""

from enum import StrEnum
from typing import Annotated

import attrs

from ivb.dates import Date, Datering, Periode, to_date, to_datering, to_periode
from ivb.model.base import Noun, refine
from ivb.model.besluit import Besluit, Verlenging, laatste_einddatum
from ivb.model.constraints import Aantal, Id, Regel, Tekst, Uren, Verwijzing


class Herkomst(StrEnum):
    """Where an action, an obligation or a frame comes from."""

    LOKAAL = "lokaal"
    REGIONAAL = "regionaal"
    WETTELIJK = "wettelijk"


class Dekking(StrEnum):
    """How long the money for something is there."""

    EENMALIG = "eenmalig"
    STRUCTUREEL = "structureel"


class Checkliststatus(StrEnum):
    """How far an item of a checklist is."""

    NIET_GESTART = "niet gestart"
    GEDEELTELIJK = "gedeeltelijk"
    VOLDAAN = "voldaan"
    NIET_VAN_TOEPASSING = "niet van toepassing"


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Ambitie(Noun):
    """What the plan wants to reach in a theme this year.

    Attributes:
        id: stable within the plan.
        thema: the theme it belongs to.
        titel: the ambition.
        doelen: the goals of the policy that it serves.
        toelichting: anything more.
    """

    id: Id
    thema: Annotated[str, Verwijzing("Thema")] | None = None
    titel: Regel
    doelen: tuple[Annotated[str, Verwijzing("Doel")], ...] = ()
    toelichting: Tekst | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Actie(Noun):
    """Something that will be done.

    Attributes:
        id: stable over all the plans in which the action stands.
        thema: the theme it belongs to.
        ambitie: the ambition it serves.
        verplichting: the obligation it carries out; its hours are part of those of the obligation.
        titel: what will be done.
        resultaat: what there is when it is done.
        trekker: the role that leads it.
        partners: who work on it too.
        begin: when it begins.
        eind: when it is done.
        ijkmomenten: when a continuing action is looked at.
        uren: hours of the own organisation.
        bedrag: money, in whole euros.
        dekking: whether that money is there once or every year.
        dekkingsbron: from which budget.
        herkomst: own choice, regional agreement, or act.
        toelichting: anything more.
    """

    id: Id
    thema: Annotated[str, Verwijzing("Thema")] | None = None
    ambitie: Annotated[str, Verwijzing("Ambitie")] | None = None
    verplichting: Annotated[str, Verwijzing("Verplichting")] | None = None
    titel: Regel
    resultaat: Tekst | None = None
    trekker: Regel | None = None
    partners: tuple[Regel, ...] = ()
    begin: Datering | None = attrs.field(default=None, converter=attrs.converters.optional(to_datering))
    eind: Datering | None = attrs.field(default=None, converter=attrs.converters.optional(to_datering))
    ijkmomenten: tuple[Datering, ...] = ()
    uren: Uren | None = None
    bedrag: Aantal | None = None
    dekking: Dekking | None = None
    dekkingsbron: Regel | None = None
    herkomst: Herkomst = Herkomst.LOKAAL
    toelichting: Tekst | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Capaciteit(Noun):
    """What is available for the plan.

    Attributes:
        rol: whose hours they are, or for whom the money is.
        periode: when it is available; without it, for the whole plan.
        uren: hours available.
        bedrag: money available, in whole euros.
        dekking: whether it is there once or every year.
        dekkingsbron: from which budget.
    """

    rol: Regel
    periode: Periode | None = attrs.field(default=None, converter=attrs.converters.optional(to_periode))
    uren: Uren | None = None
    bedrag: Aantal | None = None
    dekking: Dekking | None = None
    dekkingsbron: Regel | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Checklistitem(Noun):
    """One item of the checklist of an obligation, such as one of "de basis op orde".

    The lists in use were not found, so which items there are is data of the municipality.

    Attributes:
        item: what must be in order.
        pijler: the pillar it stands under.
        norm: the norm it must meet.
        normversie: the version of that norm.
        status: how far it is.
        sinds: the day since which it is so.
        bekend_sinds: the day since which that is known; by default the same.
        bewijs: what shows it.
        herzien_voor: before when it must be looked at again.
        uren: hours it takes.
    """

    item: Regel
    pijler: Regel | None = None
    norm: Regel | None = None
    normversie: Regel | None = None
    status: Checkliststatus = Checkliststatus.NIET_GESTART
    sinds: Date | None = attrs.field(default=None, converter=attrs.converters.optional(to_date))
    bekend_sinds: Date | None = attrs.field(
        default=attrs.Factory(lambda self: self.sinds, takes_self=True), converter=attrs.converters.optional(to_date)
    )
    bewijs: Regel | None = None
    herzien_voor: Datering | None = attrs.field(default=None, converter=attrs.converters.optional(to_datering))
    uren: Uren | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Verplichting(Noun):
    """Something that others laid upon the municipality.

    Attributes:
        id: stable within the plan.
        titel: what must be done.
        herkomst: regional agreement or act.
        opgelegd_door: who laid it upon the municipality.
        toelichting: what it asks.
        vanaf: since when it holds.
        thema: the theme it belongs to.
        uren: hours it takes in this plan.
        bedrag: money it takes in this plan, in whole euros.
        dekking: whether that is there once or every year.
        dekkingsbron: from which budget.
        structureel: it also takes capacity after this plan.
        checklist: its items.
    """

    id: Id
    titel: Regel
    herkomst: Herkomst
    opgelegd_door: Regel | None = None
    toelichting: Tekst | None = None
    vanaf: Datering | None = attrs.field(default=None, converter=attrs.converters.optional(to_datering))
    thema: Annotated[str, Verwijzing("Thema")] | None = None
    uren: Uren | None = None
    bedrag: Aantal | None = None
    dekking: Dekking | None = None
    dekkingsbron: Regel | None = None
    structureel: bool = False
    checklist: tuple[Checklistitem, ...] = ()


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Jaarplan(Noun):
    """The plan for one or more years.

    Attributes:
        looptijd: the year or years it is for.
        id: stable within the dossier; by default those years: ``2024``, ``2024/2025``.
        titel: the local title: *jaarplan Veiligheid 2024*.
        beleid: the policy it carries out.
        vastgesteld: its adoption.
        verlengingen: decisions to let it hold longer, as Raalte kept its plan of 2021 in 2022.
        inleiding: its introduction.
        ambities: its ambitions.
        acties: its actions.
        capaciteit: what is available.
        verplichtingen: what others laid upon the municipality.
    """

    looptijd: Periode = attrs.field(converter=to_periode)
    id: Id = attrs.field(default=attrs.Factory(lambda self: str(self.looptijd), takes_self=True))
    titel: Regel
    beleid: Annotated[str, Verwijzing("Veiligheidsbeleid")] | None = None
    vastgesteld: Besluit | None = None
    verlengingen: tuple[Verlenging, ...] = ()
    inleiding: Tekst | None = None
    ambities: tuple[Ambitie, ...] = ()
    acties: tuple[Actie, ...] = ()
    capaciteit: tuple[Capaciteit, ...] = ()
    verplichtingen: tuple[Verplichting, ...] = ()

    @property
    def einddatum(self) -> Date:
        """The last day on which the plan holds, with its extensions."""
        return laatste_einddatum(self.looptijd.einddatum, self.verlengingen)
