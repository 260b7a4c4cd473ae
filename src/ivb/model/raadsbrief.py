"""The letter to the council, with what it announces, encloses and promises.

What the letter says it brings (``kennisnemen_van``) and what is enclosed (``bijlagen``) are two facts: the letter that
this library began with announced two documents and listed none.
"""

from enum import StrEnum
from typing import Annotated

import attrs

from ivb.dates import Date, Datering, Periode, to_date, to_datering, to_periode
from ivb.model.base import Noun, refine
from ivb.model.besluit import Orgaan
from ivb.model.constraints import Id, Regel, Tekst, Verwijzing
from ivb.model.toezegging import Documentverwijzing


class Openbaarheidssoort(StrEnum):
    """Who may read a letter."""

    OPENBAAR = "openbaar"
    EMBARGO = "embargo"
    GEHEIM = "geheim"


class Informatiecategorie(StrEnum):
    """Categories of information that the Wet open overheid names, as far as the cycle meets them."""

    RAADSSTUKKEN = "raadsstukken"
    JAARPLANNEN_EN_JAARVERSLAGEN = "jaarplannen en jaarverslagen"

    @property
    def tooi(self) -> str:
        """The code of the category in TOOI."""
        return {"raadsstukken": "c_db4862c3", "jaarplannen en jaarverslagen": "c_c6cd1213"}[self]


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Openbaarheid(Noun):
    """Whether the letter is public, and if not, until when or on what ground.

    Attributes:
        soort: public, under embargo, or secret.
        embargo_tot: the day until which an embargo holds.
        grond: the ground of secrecy: Wet open overheid, art. 5.1; Gemeentewet, art. 87-89.
        opgelegd_door: who imposed secrecy.
        datum: when it was imposed.
    """

    soort: Openbaarheidssoort = Openbaarheidssoort.OPENBAAR
    embargo_tot: Date | None = attrs.field(default=None, converter=attrs.converters.optional(to_date))
    grond: Regel | None = None
    opgelegd_door: Orgaan | None = None
    datum: Date | None = attrs.field(default=None, converter=attrs.converters.optional(to_date))


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Aankondiging(Noun):
    """Something of which the council is asked to take note; ``document`` is its id, if it is in the dossier."""

    tekst: Regel
    document: Documentverwijzing | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Bijlage(Noun):
    """An enclosure.

    Attributes:
        titel: as the list of enclosures names it.
        document: its id, if it is in the dossier.
        bestand: the name of the file.
        zaaknummer: the case number of the enclosure.
        informatiecategorie: its category under the Wet open overheid.
    """

    titel: Regel
    document: Documentverwijzing | None = None
    bestand: Regel | None = None
    zaaknummer: Regel | None = None
    informatiecategorie: Informatiecategorie | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Vervolgafspraak(Noun):
    """A sentence of the follow-up. Each is a new promise, which the next letter must answer.

    Attributes:
        tekst: the sentence.
        periode: the period that will be reported on.
        termijn: when that will be.
        toezegging: the id of the promise, where it was noted.
    """

    tekst: Tekst
    periode: Periode | None = attrs.field(default=None, converter=attrs.converters.optional(to_periode))
    termijn: Datering | None = attrs.field(default=None, converter=attrs.converters.optional(to_datering))
    toezegging: Annotated[str, Verwijzing("Toezegging")] | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Ondertekenaar(Noun):
    """Somebody who signs.

    Attributes:
        functie: the office, as it stands above the signature: ``de secretaris``.
        naam: the name below it.
        anker: the anchor of a digital signing service: ``_sign1_``; it survives rendering unchanged.
    """

    functie: Regel
    naam: Regel
    anker: Regel | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Raadsbrief(Noun):
    """A letter to the council, as it was or will be sent.

    Attributes:
        id: stable within the dossier.
        soort: the kind of letter, in the local word; without it, the word of the profile.
        nummer: its number.
        zaaknummer: its case number.
        kenmerk: its reference.
        datum: its date.
        plaats: where it was written; without it, the place of the municipality.
        collegebesluit: the day on which the college decided to send it.
        afzender: who sends it: the college (Gemeentewet, art. 169) or the burgemeester (art. 180).
        portefeuillehouder: who answers for it.
        afdeling: the department that wrote it.
        openbaarheid: whether it is public.
        gepubliceerd: the day on which it was published, if it was.
        informatiecategorie: its category under the Wet open overheid.
        onderwerp: its subject.
        kennisnemen_van: of what the council is asked to take note.
        inleiding: its introduction.
        kernboodschap: its core message, up to the list of themes.
        themas: the ids of the themes that it lists.
        doorkijk: the rest of the core message, after that list.
        vervolg: what follows.
        bijlagen: its enclosures, as listed in the letter.
        ondertekenaars: who sign it, in order.
    """

    id: Id
    soort: Regel | None = None
    nummer: Regel | None = None
    zaaknummer: Regel | None = None
    kenmerk: Regel | None = None
    datum: Date = attrs.field(converter=to_date)
    plaats: Regel | None = None
    collegebesluit: Date | None = attrs.field(default=None, converter=attrs.converters.optional(to_date))
    afzender: Orgaan = Orgaan.COLLEGE
    portefeuillehouder: Regel | None = None
    afdeling: Regel | None = None
    openbaarheid: Openbaarheid = Openbaarheid()
    gepubliceerd: Date | None = attrs.field(default=None, converter=attrs.converters.optional(to_date))
    informatiecategorie: Informatiecategorie | None = None
    onderwerp: Regel
    kennisnemen_van: tuple[Aankondiging, ...] = ()
    inleiding: Tekst | None = None
    kernboodschap: Tekst | None = None
    themas: tuple[Annotated[str, Verwijzing("Thema")], ...] = ()
    doorkijk: Tekst | None = None
    vervolg: tuple[Vervolgafspraak, ...] = ()
    bijlagen: tuple[Bijlage, ...] = ()
    ondertekenaars: tuple[Ondertekenaar, ...] = ()

    @property
    def documenten(self) -> frozenset[str]:
        """The ids of the documents in the dossier that the letter announces or encloses."""
        delen: tuple[Aankondiging | Bijlage, ...] = (*self.kennisnemen_van, *self.bijlagen)
        return frozenset(deel.document for deel in delen if deel.document)
