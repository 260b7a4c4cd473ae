"""Indicators and their measurements.

Information must be comparable, with its method (Wet open overheid, art. 2.4). So value, unit, denominator, period,
source and method version of a measurement are one object, and no value is not the value nought.
"""

from enum import StrEnum
from typing import Annotated

import attrs

from ivb.dates import Date, Periode, to_date, to_periode
from ivb.model.base import Noun, refine
from ivb.model.constraints import Aantal, Dagen, Id, Minstens, Regel, Tekst, Verwijzing


class Richting(StrEnum):
    """Which way an indicator should go."""

    STIJGING = "stijging"
    DALING = "daling"
    BEHOUD = "behoud"


class Indicatorsoort(StrEnum):
    """Whether the municipality chose the indicator or must publish it (Besluit begroting en verantwoording)."""

    EIGEN = "eigen"
    BBV = "bbv"


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Indicator(Noun):
    """What is measured.

    Attributes:
        id: stable within the dossier.
        naam: its name.
        omschrijving: what exactly is counted or asked.
        eenheid: the unit of its values: ``aantal``, ``%``, ``rapportcijfer``.
        per: the size of the denominator: 1000 for "per 1.000 inwoners"; none for a bare count.
        noemer: what the denominator counts: ``inwoners``, ``woningen``.
        leeftijdsgroep: the age group it is about.
        soort: own choice, or mandatory under the BBV.
        richting: which way is better.
        bron: who publishes it.
        methode: the version of the method now in use.
        vertraging: the number of days after a period before its value is published.
    """

    id: Id
    naam: Regel
    omschrijving: Tekst | None = None
    eenheid: Regel
    per: Annotated[int, Minstens(1)] | None = None
    noemer: Regel | None = None
    leeftijdsgroep: Regel | None = None
    soort: Indicatorsoort = Indicatorsoort.EIGEN
    richting: Richting | None = None
    bron: Regel | None = None
    methode: Regel | None = None
    vertraging: Dagen | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Meting(Noun):
    """One value of an indicator, with all that makes it comparable or not.

    Attributes:
        indicator: the id of the indicator.
        periode: the period measured.
        waarde: the value in ``eenheid`` per ``per`` ``noemer``; none when it was not measured or not published.
        eenheid: the unit of this value.
        per: the size of the denominator of this value.
        noemer: what that denominator counts.
        leeftijdsgroep: the age group of this value.
        aantal: the count behind a rate.
        bevolking: the size of the population behind a rate.
        gebied: the area, when it is not the municipality itself: a reference group, a district.
        bron: who published this value.
        methode: the version of the method.
        voorlopig: the publisher may still change it.
        volledig: it covers the whole period.
        bekend_sinds: the day on which it was published, if known.
    """

    indicator: Annotated[str, Verwijzing("Indicator")]
    periode: Periode = attrs.field(converter=to_periode)
    waarde: float | None = None
    eenheid: Regel
    per: Annotated[int, Minstens(1)] | None = None
    noemer: Regel | None = None
    leeftijdsgroep: Regel | None = None
    aantal: Aantal | None = None
    bevolking: Aantal | None = None
    gebied: Regel | None = None
    bron: Regel | None = None
    methode: Regel | None = None
    voorlopig: bool = False
    volledig: bool = True
    bekend_sinds: Date | None = attrs.field(default=None, converter=attrs.converters.optional(to_date))
