"""The report to the council on how things stand (stand van zaken)."""

from typing import Annotated

import attrs

from ivb.dates import Date, Periode, Periodesoort, to_date, to_periode
from ivb.model.base import Noun, refine
from ivb.model.constraints import Id, Minstens, Regel, Tekst, Verwijzing


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Ontwikkeling(Noun):
    """What happened in a theme, and what will.

    Attributes:
        thema: the id of the theme.
        tekst: the developments in the period.
        vooruitblik: the outlook.
    """

    thema: Annotated[str, Verwijzing("Thema")]
    tekst: Tekst
    vooruitblik: Tekst | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Vergelijking(Noun):
    """A comparison of an indicator that the report states.

    Attributes:
        indicator: the id of the indicator.
        van: the period compared with.
        naar: the period compared.
        tekst: what the report says of it.
    """

    indicator: Annotated[str, Verwijzing("Indicator")]
    van: Periode = attrs.field(converter=to_periode)
    naar: Periode = attrs.field(converter=to_periode)
    tekst: Tekst | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Rapportage(Noun):
    """A report to the council.

    Attributes:
        id: stable within the dossier.
        titel: its title: *Stand van zaken notitie Openbare Orde en Veiligheid 2023*.
        perioden: the period or periods it covers; one report may cover two.
        peildatum: the day on which things stood so.
        datum: the day of the document.
        inleiding: its introduction.
        ontwikkelingen: the developments per theme.
        vergelijkingen: the comparisons it states.
        vooruitblik: its outlook.
    """

    id: Id
    titel: Regel
    perioden: Annotated[tuple[Periode, ...], Minstens(1)]
    peildatum: Date | None = attrs.field(default=None, converter=attrs.converters.optional(to_date))
    datum: Date | None = attrs.field(default=None, converter=attrs.converters.optional(to_date))
    inleiding: Tekst | None = None
    ontwikkelingen: tuple[Ontwikkeling, ...] = ()
    vergelijkingen: tuple[Vergelijking, ...] = ()
    vooruitblik: Tekst | None = None

    def covers(self, periode: Periode | str) -> bool:
        """Tell whether the report covers a whole period, with all its periods together."""
        maanden = {maand for deel in self.perioden for maand in deel.split(Periodesoort.MAAND)}
        return maanden.issuperset(to_periode(periode).split(Periodesoort.MAAND))
