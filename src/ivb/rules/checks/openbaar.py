"""What is wrong with how open a document is: published in time, and readable for everyone.

Source: Wet open overheid, art. 3.3, https://wetten.overheid.nl/BWBR0045754: publish within two weeks. The duty for
council papers was not in force on 12 February 2025, so W1 is advice. EN 301 549 asks that documents are accessible.
"""

from collections.abc import Iterator
from typing import Any

from ivb.bevindingen import Ernst
from ivb.dates import Date
from ivb.model.dossier import Dossier
from ivb.model.raadsbrief import Raadsbrief
from ivb.rules.checks.regel import Bevinding, Regel
from ivb.rules.checks.teksten import openbaar as teksten
from ivb.rules.feestdagen import Kalenderzekerheid
from ivb.rules.openbaarmaking import (
    NIET_IN_WERKING_OP,
    OPENBAARMAKINGSTERMIJN,
    WOO_3_3_4,
    Openbaarmaking,
    derive_openbaarmaking,
)
from ivb.rules.stand import derive_stand
from ivb.sources import Bron

EN_301_549 = Bron(
    titel="EN 301 549",
    vindplaats="hoofdstuk 10 (documenten), WCAG 2.1 niveau AA",
    url="https://www.w3.org/TR/WCAG21/",
)


def check_publicatie(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find public letters that were published too late, too early, or not as far as is known."""
    for brief in derive_stand(dossier, peildatum).raadsbrieven:
        uitkomst = derive_openbaarmaking(brief, peildatum=peildatum)
        uiterlijk = uitkomst.datum
        if uiterlijk is None:
            continue
        variant = _choose_variant(brief, uitkomst.vanaf, uiterlijk, peildatum)
        if variant is not None:
            yield _meld(brief, uitkomst, variant, uiterlijk=uiterlijk)


def _choose_variant(brief: Raadsbrief, vanaf: Date | None, uiterlijk: Date, peildatum: Date) -> str | None:
    gedaan = brief.gepubliceerd
    if gedaan is None or gedaan > peildatum:
        wat = "onbekend" if gedaan is None else "nog niet"
        return wat if uiterlijk < peildatum else None
    if vanaf and gedaan < vanaf:
        return "embargo"
    return "" if gedaan > uiterlijk else None


def _meld(brief: Raadsbrief, uitkomst: Openbaarmaking, variant: str, **parameters: Any) -> Bevinding:  # noqa: ANN401  of any kind
    """Tell of the letter what the variant asks; all of it is advice, and less so where the calendar is not known."""
    if brief.gepubliceerd:
        parameters |= {"gepubliceerd": brief.gepubliceerd}
    if uitkomst.vanaf:
        parameters |= {"embargo": uitkomst.vanaf}
    onzeker = uitkomst.einde is not None and uitkomst.einde.zekerheid is not Kalenderzekerheid.ZEKER
    voorbehoud, ernst = "", None
    if onzeker and variant != "embargo":
        voorbehoud, ernst = teksten.VOORBEHOUD, Ernst.INFO
    return W1.meld(
        f"raadsbrieven[{brief.id}].gepubliceerd",
        variant,
        ernst=ernst,
        onderwerp=brief.onderwerp,
        datum=brief.datum,
        dag=NIET_IN_WERKING_OP,
        voorbehoud=voorbehoud,
        **parameters,
    )


W1 = Regel(
    code="W1",
    ernst=Ernst.WAARSCHUWING,
    tekst=teksten.W1,
    bron=WOO_3_3_4,
    vanaf=OPENBAARMAKINGSTERMIJN.vanaf,
    check=check_publicatie,
)
W2 = Regel(code="W2", ernst=Ernst.FOUT, tekst=teksten.W2, bron=EN_301_549)

OPENBAAR = (W1, W2)
