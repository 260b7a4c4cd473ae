"""By when a letter to the council is published.

What the Wet open overheid makes an administrative organ publish of its own accord, it publishes within two weeks.
Source: Wet open overheid, art. 3.3, fourth paragraph, https://wetten.overheid.nl/BWBR0045754, since 1 May 2022. The
term is one of an act and not longer than twelve weeks, so the Algemene termijnenwet moves its end. The duty for papers
of a municipal council (second paragraph, under c) was not in force on 12 February 2025, and of a later day that is not
known here: so the outcome is advice on a date, not a judgement.
"""

import datetime
from enum import StrEnum

import attrs

from ivb.dates import Date, format_datum, to_date
from ivb.model.base import Uitkomst, refine
from ivb.model.constraints import Regel
from ivb.model.raadsbrief import Openbaarheidssoort, Raadsbrief
from ivb.rules.einddatum import Einddatum, derive_einddatum
from ivb.rules.stappen import Stap, Stapsoort
from ivb.rules.termijn import Termijn, Termijneenheid, Termijngrondslag
from ivb.sources import Bron, Norm

WOO_URL = "https://wetten.overheid.nl/BWBR0045754"
WOO_3_3_4 = Bron(titel="Wet open overheid", vindplaats="art. 3.3 lid 4", url=WOO_URL)
WOO_3_3_2C = Bron(titel="Wet open overheid", vindplaats="art. 3.3 lid 2 onder c", url=WOO_URL)
WOO_5_1 = Bron(titel="Wet open overheid", vindplaats="art. 5.1", url=WOO_URL)

OPENBAARMAKINGSTERMIJN = Norm(
    waarde=Termijn(grondslag=Termijngrondslag.WET, lengte=2, eenheid=Termijneenheid.WEKEN, bron=WOO_3_3_4),
    vanaf=Date(2022, 5, 1),
    bron=WOO_3_3_4,
)
# The last day of which is known that the duty for council papers was not in force.
NIET_IN_WERKING_OP = Date(2025, 2, 12)


class Openbaarmakingsplicht(StrEnum):
    """Whether the municipality must publish a letter within the term."""

    NIET_VERPLICHT = "niet verplicht"
    NIET_BEKEND = "niet bekend"
    NIET_OPENBAAR = "niet openbaar"


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Openbaarmaking(Uitkomst):
    """By when a letter is published, and whether that is a duty.

    Attributes:
        raadsbrief: the id of the letter.
        plicht: whether publication within the term is a duty, as far as known.
        einde: when the term ends; none for a letter that is secret, under an embargo without an end, or
            older than the act.
        vanaf: the first day on which it may be published, where an embargo holds.
        stappen: how that was found, each step with its source.
    """

    raadsbrief: Regel
    plicht: Openbaarmakingsplicht
    einde: Einddatum | None = None
    vanaf: Date | None = attrs.field(default=None, converter=attrs.converters.optional(to_date))
    stappen: tuple[Stap, ...] = ()

    @property
    def datum(self) -> Date | None:
        """The advised last day: the end of the term, or the end of the embargo where that is later."""
        dagen = [dag for dag in (self.einde.datum if self.einde else None, self.vanaf) if dag]
        return max(dagen, default=None) if self.einde else None


def derive_openbaarmaking(brief: Raadsbrief, *, peildatum: datetime.date) -> Openbaarmaking:
    """Derive by when a letter is published.

    Args:
        brief: the letter.
        peildatum: the day on which it is asked.

    Raises:
        TypeError: ``peildatum`` is a ``datetime`` or no date.

    >>> from ivb import voorbeeld
    >>> uitkomst = derive_openbaarmaking(voorbeeld().raadsbrieven[0], peildatum=datetime.date(2024, 5, 1))
    >>> uitkomst.datum, uitkomst.plicht.value
    (Date(2024, 5, 7), 'niet verplicht')
    """
    dag = to_date(peildatum)
    zonder_termijn = _judge_zonder_termijn(brief)
    if zonder_termijn:
        return zonder_termijn
    vanaf = brief.openbaarheid.embargo_tot if _is_onder_embargo(brief) else None
    einde = derive_einddatum(OPENBAARMAKINGSTERMIJN.waarde, brief.datum)
    plicht, stap = _judge_plicht(dag)
    embargo = () if vanaf is None else (_explain_embargo(brief.id, vanaf),)
    return Openbaarmaking(
        raadsbrief=brief.id, plicht=plicht, einde=einde, vanaf=vanaf, stappen=(*einde.stappen, *embargo, stap)
    )


def _is_onder_embargo(brief: Raadsbrief) -> bool:
    return brief.openbaarheid.soort is Openbaarheidssoort.EMBARGO


def _judge_zonder_termijn(brief: Raadsbrief) -> Openbaarmaking | None:
    """Say of a letter for which no term runs why that is so."""
    if brief.openbaarheid.soort is Openbaarheidssoort.GEHEIM:
        plicht, soort, bron = Openbaarmakingsplicht.NIET_OPENBAAR, Stapsoort.AFGESPROKEN, WOO_5_1
        tekst = "De brief is geheim en wordt niet openbaar gemaakt."
    elif _is_onder_embargo(brief) and brief.openbaarheid.embargo_tot is None:
        plicht, soort = Openbaarmakingsplicht.NIET_OPENBAAR, Stapsoort.ONZEKER
        tekst, bron = "Er geldt een embargo waarvan het einde niet bekend is.", _cite_brief(brief.id)
    elif brief.datum < OPENBAARMAKINGSTERMIJN.vanaf:
        plicht, soort, bron = Openbaarmakingsplicht.NIET_VERPLICHT, Stapsoort.NIET_VERLENGD, WOO_3_3_4
        tekst = f"De Wet open overheid geldt sinds {format_datum(OPENBAARMAKINGSTERMIJN.vanaf)}: na deze brief."
    else:
        return None
    return Openbaarmaking(raadsbrief=brief.id, plicht=plicht, stappen=(Stap(soort=soort, tekst=tekst, bron=bron),))


def _cite_brief(sleutel: str) -> Bron:
    return Bron(titel=sleutel, vindplaats="openbaarheid")


def _judge_plicht(dag: Date) -> tuple[Openbaarmakingsplicht, Stap]:
    plicht, tekst = Openbaarmakingsplicht.NIET_VERPLICHT, "Voor raadsstukken geldt deze plicht nog niet: een advies."
    if dag > NIET_IN_WERKING_OP:
        plicht, sinds = Openbaarmakingsplicht.NIET_BEKEND, format_datum(NIET_IN_WERKING_OP)
        tekst = f"Of deze plicht na {sinds} voor raadsstukken is gaan gelden, is niet bekend: een advies."
    return plicht, Stap(soort=Stapsoort.ONZEKER, tekst=tekst, bron=WOO_3_3_2C)


def _explain_embargo(sleutel: str, vanaf: Date) -> Stap:
    tekst = f"Er geldt een embargo tot {format_datum(vanaf)}."
    return Stap(soort=Stapsoort.AFGESPROKEN, datum=vanaf, tekst=tekst, bron=_cite_brief(sleutel))
