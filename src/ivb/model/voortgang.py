"""The progress of an action: a log of dated notes with two status axes, progress and judgement.

Colour never stands alone: orange and red are told with cause, consequence and correction, as Leiden does.
"""

from enum import StrEnum
from typing import Annotated

import attrs

from ivb.dates import Date, to_date
from ivb.model.base import Noun, refine
from ivb.model.constraints import Percentage, Regel, Tekst, Verwijzing


class Voortgang(StrEnum):
    """How far an action is."""

    NIET_GESTART = "niet gestart"
    LOOPT = "loopt"
    DOORLOPEND = "doorlopend"
    AFGEROND = "afgerond"
    VERVALLEN = "vervallen"
    DOORGESCHOVEN = "doorgeschoven"


class Oordeel(StrEnum):
    """How it goes, on time, money or quality; grey is not judged."""

    GROEN = "groen"
    ORANJE = "oranje"
    ROOD = "rood"
    GRIJS = "grijs"


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Voortgangsmelding(Noun):
    """One note in the log of an action.

    Attributes:
        actie: the id of the action, the same in every plan that has it.
        jaarplan: the plan in which it stood, where that is not plain.
        sinds: the day since which it is so.
        bekend_sinds: the day since which that is known; by default the same.
        voortgang: how far the action is.
        label: the local word for that status, as it was said.
        percentage: how much is done, 0 to 100.
        tijd: the judgement on time.
        geld: the judgement on money.
        kwaliteit: the judgement on quality.
        oorzaak: for orange and red, why.
        gevolg: for orange and red, what follows from it.
        bijsturing: for orange and red, what is done about it.
        resultaat: what came of it.
        reden: for an action that was dropped or carried over, why.
        naar: the plan to which it was carried over.
        toelichting: anything else.
    """

    actie: Annotated[str, Verwijzing("Actie")]
    jaarplan: Annotated[str, Verwijzing("Jaarplan")] | None = None
    sinds: Date = attrs.field(converter=to_date)
    bekend_sinds: Date = attrs.field(default=attrs.Factory(lambda self: self.sinds, takes_self=True), converter=to_date)
    voortgang: Voortgang
    label: Regel | None = None
    percentage: Percentage | None = None
    tijd: Oordeel | None = None
    geld: Oordeel | None = None
    kwaliteit: Oordeel | None = None
    oorzaak: Tekst | None = None
    gevolg: Tekst | None = None
    bijsturing: Tekst | None = None
    resultaat: Tekst | None = None
    reden: Tekst | None = None
    naar: Regel | None = None
    toelichting: Tekst | None = None
