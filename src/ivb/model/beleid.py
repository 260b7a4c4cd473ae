"""The four-year policy (IVB): its adoption and validity, its themes and its goals."""

from enum import StrEnum
from typing import Annotated

import attrs

from ivb.dates import Date, Datering, Periode, to_date, to_datering, to_periode
from ivb.model.base import Noun, refine
from ivb.model.besluit import Besluit, Verlenging, laatste_einddatum
from ivb.model.constraints import Hoogstens, Id, Jaartal, Minstens, Regel, Tekst, Verwijzing
from ivb.model.indicator import Richting
from ivb.model.rapportageafspraak import Rapportageafspraak


class Prioriteit(StrEnum):
    """The tiers in use for a theme."""

    SPEERPUNT = "speerpunt"
    STRATEGISCH_THEMA = "strategisch thema"
    BEHEERSNIVEAU = "beheersniveau"


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Veldkoppeling(Noun):
    """The place of a local theme among the national fields.

    Attributes:
        veld: the number of the national field, 1 to 5.
        thema: the national theme, as that edition words it.
        editie: the year of the edition of the Kernbeleid Veiligheid that was used.
    """

    veld: Annotated[int, Minstens(1), Hoogstens(5)]
    thema: Regel | None = None
    editie: Jaartal | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Thema(Noun):
    """A local theme of the policy.

    Attributes:
        id: stable within the policy.
        naam: the local name.
        prioriteit: its tier.
        velden: the national fields to which it belongs; one theme may have several.
        toelichting: what it is about.
    """

    id: Id
    naam: Regel
    prioriteit: Prioriteit | None = None
    velden: tuple[Veldkoppeling, ...] = ()
    toelichting: Tekst | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Nulmeting(Noun):
    """The baseline of a goal: a value in the unit of its indicator, and its year."""

    waarde: float
    jaar: Jaartal


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Streefwaarde(Noun):
    """A target as it was set on a day. A target that was changed is a later entry for the same year.

    Attributes:
        jaar: the year in which the value should be reached.
        waarde: the target, in the unit of the indicator.
        sinds: the day since which this is the target, if known.
        bekend_sinds: the day since which that is known; by default the same.
        besluit: the decision that set it.
    """

    jaar: Jaartal
    waarde: float
    sinds: Date | None = attrs.field(default=None, converter=attrs.converters.optional(to_date))
    bekend_sinds: Date | None = attrs.field(
        default=attrs.Factory(lambda self: self.sinds, takes_self=True), converter=attrs.converters.optional(to_date)
    )
    besluit: Besluit | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Doel(Noun):
    """A safety goal: what should become of something, not the means to get there.

    Attributes:
        id: stable within the policy.
        thema: the theme it belongs to.
        tekst: the goal, as adopted.
        effect: what society notices when it is reached.
        indicator: the indicator that measures it.
        richting: which way that indicator should go.
        nulmeting: the baseline.
        streefwaarden: the targets, also the earlier ones.
        bron: where the goal was set.
    """

    id: Id
    thema: Annotated[str, Verwijzing("Thema")] | None = None
    tekst: Tekst
    effect: Tekst | None = None
    indicator: Annotated[str, Verwijzing("Indicator")] | None = None
    richting: Richting | None = None
    nulmeting: Nulmeting | None = None
    streefwaarden: tuple[Streefwaarde, ...] = ()
    bron: Regel | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Veiligheidsbeleid(Noun):
    """The safety policy of a municipality for a number of years.

    Attributes:
        id: stable within the dossier.
        titel: the local title: *Integraal Veiligheidsbeleid 2022-2025*.
        looptijd: the years for which it was made.
        vastgesteld: its adoption.
        verlengingen: decisions to let it hold longer.
        themas: its themes.
        doelen: its goals.
        rapportageafspraken: what it says itself about reporting; promises to the council stand apart.
        inleiding: its introduction.
        evaluatie: when it was or will be evaluated.
    """

    id: Id
    titel: Regel
    looptijd: Periode = attrs.field(converter=to_periode)
    vastgesteld: Besluit | None = None
    verlengingen: tuple[Verlenging, ...] = ()
    themas: tuple[Thema, ...] = ()
    doelen: tuple[Doel, ...] = ()
    rapportageafspraken: tuple[Rapportageafspraak, ...] = ()
    inleiding: Tekst | None = None
    evaluatie: Datering | None = attrs.field(default=None, converter=attrs.converters.optional(to_datering))

    @property
    def einddatum(self) -> Date:
        """The last day on which the policy holds, with its extensions."""
        return laatste_einddatum(self.looptijd.einddatum, self.verlengingen)
