"""The municipality: its code, the people in office, its local words and agreements, and its calendar.

What differs per municipality is data here and nowhere else code: one model, a profile per municipality.
"""

import datetime
from bisect import bisect_right
from enum import StrEnum
from functools import cached_property
from typing import Annotated

import attrs

from ivb.bevindingen import Ernst
from ivb.dates import SEIZOENEN, Date, Datering, Seizoen, Seizoenen, to_date, to_seizoen, to_venster
from ivb.errors import DatumError
from ivb.model.aanvaarding import Regelcode
from ivb.model.base import Noun, op_volgorde, refine
from ivb.model.constraints import Aantal, Dagen, Minstens, Patroon, Regel
from ivb.model.voortgang import Oordeel, Voortgang

Gemeentecode = Annotated[str, Patroon(r"GM[0-9]{4}", "GM1700")]


class Documentsoort(StrEnum):
    """The documents of the cycle, by their common name."""

    BELEID = "beleid"
    JAARPLAN = "jaarplan"
    RAPPORTAGE = "rapportage"
    RAADSBRIEF = "raadsbrief"
    TOEZEGGINGENLIJST = "toezeggingenlijst"


class Briefsectie(StrEnum):
    """The parts of a council letter, named after the fields that fill them."""

    ONDERWERP = "onderwerp"
    KENNISNEMEN_VAN = "kennisnemen_van"
    INLEIDING = "inleiding"
    KERNBOODSCHAP = "kernboodschap"
    VERVOLG = "vervolg"
    BIJLAGEN = "bijlagen"


class Mijlpaal(StrEnum):
    """The stations on the way of a document to the council, in order."""

    INBRENG_PARTNERS = "inbreng partners"
    CONCEPT = "concept"
    PORTEFEUILLEHOUDER = "portefeuillehouder"
    COLLEGEBESLUIT = "collegebesluit"
    GRIFFIE = "griffie"
    AGENDACOMMISSIE = "agendacommissie"
    COMMISSIE = "commissie"
    RAADSVERGADERING = "raadsvergadering"


class Dageenheid(StrEnum):
    """In what a lead time is counted."""

    DAGEN = "dagen"
    WERKDAGEN = "werkdagen"


class Vergadersoort(StrEnum):
    """Whose meeting it is."""

    COLLEGE = "college"
    AGENDACOMMISSIE = "agendacommissie"
    COMMISSIE = "commissie"
    RAAD = "raad"


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Benaming(Noun):
    """The local name of a kind of document: a ``beleid`` may be called *Kadernota*, a letter *raadsmededeling*."""

    soort: Documentsoort
    naam: Regel


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Kop(Noun):
    """The heading above one part of the council letter; the order of the headings is that of the letter."""

    sectie: Briefsectie
    tekst: Regel


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Statuslabel(Noun):
    """A local word for a status, and where it stands on the two axes."""

    label: Regel
    voortgang: Voortgang | None = None
    oordeel: Oordeel | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Doorlooptijd(Noun):
    """The lead time before the next milestone.

    Attributes:
        mijlpaal: the milestone.
        aantal: how many days before the next milestone it must be reached.
        eenheid: calendar days or working days.
    """

    mijlpaal: Mijlpaal
    aantal: Dagen
    eenheid: Dageenheid = Dageenheid.WERKDAGEN


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Drempels(Noun):
    """What the municipality agreed to signal; ``None`` where nothing was agreed.

    Attributes:
        vertraging: the number of days after the end of a period within which its report is sent.
        prioriteiten: the number of priorities above which a policy has too many.
        kleine_aantallen: the count below which no trend is named.
    """

    vertraging: Dagen | None = None
    prioriteiten: Aantal | None = None
    kleine_aantallen: Aantal | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Regelinstelling(Noun):
    """How the municipality wants one rule of the checks.

    Attributes:
        code: the code of the rule.
        uit: the rule is not applied.
        ernst: how serious its findings are here.
        reden: why.
    """

    code: Regelcode
    uit: bool = False
    ernst: Ernst | None = None
    reden: Regel | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Sluitingsdag(Noun):
    """A day on which the office is closed, beside weekends and holidays."""

    datum: Date = attrs.field(converter=to_date)
    omschrijving: Regel | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Seizoensgrenzen(Noun):
    """The first and last day of each season, when the municipality reads "najaar" in its own way."""

    voorjaar: Seizoen = attrs.field(default=SEIZOENEN.voorjaar, converter=to_seizoen)
    zomer: Seizoen = attrs.field(default=SEIZOENEN.zomer, converter=to_seizoen)
    najaar: Seizoen = attrs.field(default=SEIZOENEN.najaar, converter=to_seizoen)
    winter: Seizoen = attrs.field(default=SEIZOENEN.winter, converter=to_seizoen)

    @property
    def seizoenen(self) -> Seizoenen:
        """The same bounds, as a dating wants them."""
        return Seizoenen(voorjaar=self.voorjaar, zomer=self.zomer, najaar=self.najaar, winter=self.winter)


KOPPEN = (
    Kop(sectie=Briefsectie.ONDERWERP, tekst="ONDERWERP"),
    Kop(sectie=Briefsectie.KENNISNEMEN_VAN, tekst="KENNISNEMEN VAN"),
    Kop(sectie=Briefsectie.INLEIDING, tekst="INLEIDING"),
    Kop(sectie=Briefsectie.KERNBOODSCHAP, tekst="KERNBOODSCHAP"),
    Kop(sectie=Briefsectie.VERVOLG, tekst="VERVOLG"),
    Kop(sectie=Briefsectie.BIJLAGEN, tekst="BIJLAGEN"),
)


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Profiel(Noun):
    """The local words and agreements of a municipality.

    Attributes:
        benamingen: local names of documents.
        koppen: the headings of the council letter, in its order; every part of a letter needs one.
        statuslabels: local words for the two status axes.
        doorlooptijden: lead times between the milestones of the route to the council.
        drempels: what the municipality agreed to signal.
        regelinstellingen: which rules of the checks it wants otherwise.
        seizoenen: its own bounds of the seasons.
        sluitingsdagen: days on which the office is closed.
    """

    benamingen: tuple[Benaming, ...] = ()
    koppen: tuple[Kop, ...] = KOPPEN
    statuslabels: tuple[Statuslabel, ...] = ()
    doorlooptijden: tuple[Doorlooptijd, ...] = ()
    drempels: Drempels = Drempels()
    regelinstellingen: tuple[Regelinstelling, ...] = ()
    seizoenen: Seizoensgrenzen = Seizoensgrenzen()
    sluitingsdagen: tuple[Sluitingsdag, ...] = ()

    def benaming(self, soort: Documentsoort) -> str:
        """Give the local name of a kind of document; without one, its common name."""
        return next((benaming.naam for benaming in self.benamingen if benaming.soort is soort), soort.value)


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Vergadering(Noun):
    """A meeting."""

    soort: Vergadersoort
    datum: Date = attrs.field(converter=to_date)
    naam: Regel | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Vergaderreeks(Noun):
    """Meetings in a fixed cadence.

    Attributes:
        soort: whose meetings they are.
        eerste: the day of the first.
        weken: how many weeks lie between one and the next.
        laatste: the day of the last; when none falls on it, the last one before.
        naam: what each of them is called.
    """

    soort: Vergadersoort
    eerste: Date = attrs.field(converter=to_date)
    weken: Annotated[int, Minstens(1)] = 1
    laatste: Date = attrs.field(converter=to_date)
    naam: Regel | None = None
    eisen = (op_volgorde("eerste", "laatste"),)

    @property
    def dagen(self) -> range:
        """The days of its meetings as ordinals, those in a recess too."""
        return range(self.eerste.toordinal(), self.laatste.toordinal() + 1, 7 * self.weken)


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Reces(Noun):
    """A recess of the council, with its first and last day; ``naam`` says which ("zomerreces")."""

    naam: Regel
    begindatum: Date = attrs.field(converter=to_date)
    einddatum: Date = attrs.field(converter=to_date)
    eisen = (op_volgorde("begindatum", "einddatum"),)


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Vergaderkalender(Noun):
    """The meetings and recesses that are known.

    Attributes:
        vergaderingen: meetings, one by one; each of them counts, also in a recess.
        reeksen: meetings in a fixed cadence; in a recess only those of the college go on.
        recessen: the recesses of the council.
    """

    vergaderingen: tuple[Vergadering, ...] = ()
    reeksen: tuple[Vergaderreeks, ...] = ()
    recessen: tuple[Reces, ...] = ()

    def find_vergaderingen(self, soort: Vergadersoort) -> tuple[Vergadering, ...]:
        """Find the meetings of a kind in order, one a day; one that is named by itself goes before one of a series."""
        return tuple(self._vergadering(soort, nummer) for nummer in self._dagen[soort])

    def find_laatste(self, soort: Vergadersoort, tot_en_met: datetime.date) -> Vergadering | None:
        """Find the last meeting of a kind up to and including a day."""
        dagen = self._dagen[soort]
        aantal = bisect_right(dagen, to_date(tot_en_met).toordinal())
        return self._vergadering(soort, dagen[aantal - 1]) if aantal else None

    def find_reces(self, dag: datetime.date) -> Reces | None:
        """Find the recess in which a day falls, if it falls in one."""
        datum = to_date(dag)
        return next((reces for reces in self.recessen if reces.begindatum <= datum <= reces.einddatum), None)

    @cached_property
    def _dagen(self) -> dict[Vergadersoort, list[int]]:
        """The days of the meetings of a kind, as ordinals in order."""
        dagen: dict[Vergadersoort, set[int]] = {soort: set() for soort in Vergadersoort}
        for vergadering in self.vergaderingen:
            dagen[vergadering.soort].add(vergadering.datum.toordinal())
        recessen = [range(een.begindatum.toordinal(), een.einddatum.toordinal() + 1) for een in self.recessen]
        for reeks in self.reeksen:
            vrij = recessen if reeks.soort is not Vergadersoort.COLLEGE else []
            dagen[reeks.soort].update(dag for dag in reeks.dagen if not any(dag in reces for reces in vrij))
        return {soort: sorted(per_soort) for soort, per_soort in dagen.items()}

    def _vergadering(self, soort: Vergadersoort, dag: int) -> Vergadering:
        eigen = (een for een in self.vergaderingen if een.soort is soort and een.datum.toordinal() == dag)
        reeks = (een for een in self.reeksen if een.soort is soort and dag in een.dagen)
        return next(eigen, None) or Vergadering(soort=soort, datum=Date.fromordinal(dag), naam=next(reeks).naam)

    def zomerreces(self, jaar: int) -> Date | None:
        """Give the first day of the summer recess of a year, if the calendar has it."""
        return next(
            (
                reces.begindatum
                for reces in self.recessen
                if reces.naam.casefold().startswith("zomer") and reces.begindatum.year == jaar
            ),
            None,
        )


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Functionaris(Noun):
    """Somebody in an office of the municipality.

    Attributes:
        functie: the office: ``burgemeester``, ``secretaris``.
        naam: the name, as it stands under a letter.
        begindatum: the first day in office, if known.
        einddatum: the last day in office, if it has come.
        anker: the anchor that a digital signing service looks for under letters: ``_sign1_``.
    """

    functie: Regel
    naam: Regel
    begindatum: Date | None = attrs.field(default=None, converter=attrs.converters.optional(to_date))
    einddatum: Date | None = attrs.field(default=None, converter=attrs.converters.optional(to_date))
    anker: Regel | None = None
    eisen = (op_volgorde("begindatum", "einddatum"),)

    def in_functie(self, peildatum: datetime.date) -> bool:
        """Tell whether this person held the office on a day, as far as is known."""
        dag = to_date(peildatum)
        return (self.begindatum or dag) <= dag <= (self.einddatum or dag)


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Gemeente(Noun):
    """A municipality.

    Attributes:
        naam: its name, without "gemeente".
        code: the code of Statistics Netherlands: ``GM1700``.
        plaats: the place from which its letters are sent.
        functionarissen: who holds or held an office.
        profiel: its local words and agreements.
        kalender: its meetings and recesses.
    """

    naam: Regel
    code: Gemeentecode
    plaats: Regel
    functionarissen: tuple[Functionaris, ...] = ()
    profiel: Profiel = Profiel()
    kalender: Vergaderkalender = Vergaderkalender()

    @property
    def tooi(self) -> str:
        """The code in TOOI, the government's standard for information about organisations: ``gm1700``."""
        return self.code.lower()

    def venster(self, datering: Datering) -> tuple[Date | None, Date | None]:
        """Give the first and last possible day of a dating, in this municipality's seasons and recess."""
        zomerreces = self.kalender.zomerreces(datering.laatst.year) if datering.laatst else None
        try:
            return datering.venster(self.profiel.seizoenen.seizoenen, zomerreces)
        except DatumError:  # with these seasons a range would end before it begins: then it was not meant in them
            return datering.vroegst, datering.laatst

    def resolve(self, datering: Datering) -> Datering:
        """Give a dating with the same words and the days that this municipality means by them."""
        venster = self.venster(datering)
        if venster == datering.venster():
            return datering
        return Datering(woorden=datering.woorden, edtf=to_venster(*venster).edtf)
