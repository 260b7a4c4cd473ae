"""The dossier: everything about the safety policy of one municipality, in one place."""

from functools import cached_property
from typing import TypeVar, cast

import attrs

from ivb.dates import Date, Periode, to_date, to_periode
from ivb.errors import DossierFout
from ivb.model.aanvaarding import Aanvaarding
from ivb.model.base import Noun, iter_gevuld, refine
from ivb.model.beleid import Veiligheidsbeleid
from ivb.model.gemeente import Gemeente
from ivb.model.indicator import Indicator, Meting
from ivb.model.jaarplan import Jaarplan
from ivb.model.kaders import Beleidsregel, Kader
from ivb.model.raadsbrief import Raadsbrief
from ivb.model.rapportage import Rapportage
from ivb.model.toezegging import Toezegging
from ivb.model.verwijzingen import Sleutelplek, Verwijsplek, collect, find_meldingen, is_sluitend, walk
from ivb.model.voortgang import Voortgangsmelding

N = TypeVar("N", bound=Noun)


def _op_looptijd(plannen: tuple[Jaarplan, ...]) -> tuple[Jaarplan, ...]:
    return tuple(sorted(plannen, key=lambda jaarplan: (jaarplan.looptijd, jaarplan.id)))


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Dossier(Noun):
    """All that is known of the safety policy of one municipality.

    Attributes:
        bijgehouden_vanaf: the day since which the dossier is kept; what lies before is unknown, never a gap.
        gemeente: the municipality.
        beleid: its policies, also earlier and later ones.
        kaders: the frameworks from outside.
        beleidsregels: its policy rules.
        indicatoren: what is measured.
        metingen: what was measured.
        jaarplannen: its plans, in the order of their years.
        voortgang: the log of the actions, in any order.
        toezeggingen: the promises to the council.
        rapportages: the reports to the council.
        raadsbrieven: the letters to the council.
        aanvaardingen: the findings of the checks that may stay as they are for a time.

    Raises:
        DossierFout: an id is given twice in one collection, or a reference names an id that nobody has; all of them are
            told at once.
    """

    bijgehouden_vanaf: Date = attrs.field(converter=to_date)
    gemeente: Gemeente
    beleid: tuple[Veiligheidsbeleid, ...] = ()
    kaders: tuple[Kader, ...] = ()
    beleidsregels: tuple[Beleidsregel, ...] = ()
    indicatoren: tuple[Indicator, ...] = ()
    metingen: tuple[Meting, ...] = ()
    jaarplannen: tuple[Jaarplan, ...] = attrs.field(default=(), converter=_op_looptijd)
    voortgang: tuple[Voortgangsmelding, ...] = ()
    toezeggingen: tuple[Toezegging, ...] = ()
    rapportages: tuple[Rapportage, ...] = ()
    raadsbrieven: tuple[Raadsbrief, ...] = ()
    aanvaardingen: tuple[Aanvaarding, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse ids that clash and references that lead nowhere."""
        if is_sluitend(self):
            return
        sleutels: list[Sleutelplek] = []
        verwijzingen: list[Verwijsplek] = []
        collect(self, "", sleutels, verwijzingen)
        raise DossierFout(find_meldingen(sleutels, verwijzingen))

    @cached_property
    def _index(self) -> dict[tuple[type[Noun], str], Noun]:
        return {(type(noun), noun.id): noun for noun in walk(self) if hasattr(noun, "id")}

    def find(self, soort: type[N], sleutel: str) -> N:
        """Find the noun of a kind that has an id; of an action that stands in several plans, the latest.

        >>> from ivb import Thema, voorbeeld
        >>> voorbeeld().find(Thema, "ondermijning").naam
        'Ondermijning'

        Raises:
            KeyError: nobody of that kind has that id.
        """
        try:
            return cast("N", self._index[soort, sleutel])
        except KeyError:
            bericht = f"er is geen {soort.__name__.lower()} met het id {sleutel!r}"
            raise KeyError(bericht) from None

    def find_jaarplan(self, periode: Periode | str) -> Jaarplan | None:
        """Find the latest plan that holds at the end of a period, if there is one."""
        dag = to_periode(periode).einddatum
        geldend = [plan_ for plan_ in self.jaarplannen if plan_.looptijd.begindatum <= dag <= plan_.einddatum]
        return geldend[-1] if geldend else None

    def find_beleid(self, periode: Periode | str) -> Veiligheidsbeleid | None:
        """Find the latest policy that holds at the end of a period, if there is one."""
        dag = to_periode(periode).einddatum
        geldend = [beleid for beleid in self.beleid if beleid.looptijd.begindatum <= dag <= beleid.einddatum]
        return max(geldend, key=lambda beleid: beleid.looptijd) if geldend else None

    def find_raadsbrief(self, periode: Periode | str) -> Raadsbrief | None:
        """Find the latest letter that brought a report on a period, if one was sent."""
        rapportages = {rapportage.id for rapportage in self.rapportages if rapportage.covers(periode)}
        brieven = [brief for brief in self.raadsbrieven if rapportages & brief.documenten]
        return max(brieven, key=lambda brief: brief.datum, default=None)

    def __repr__(self) -> str:
        """Show whose dossier it is and how much it holds."""
        inhoud = [f"{len(waarde)} {naam}" for naam, waarde in iter_gevuld(self) if isinstance(waarde, tuple)]
        return f"<Dossier {self.gemeente.naam}: {', '.join(inhoud) or 'leeg'}>"
