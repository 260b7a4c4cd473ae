"""What the check tells of itself: a rule that broke, and agreements of the municipality that do nothing.

A rule that breaks is no reason to be silent on the rest, nor to be silent on the rule. Source: eigen afspraak van ivb.
"""

from collections.abc import Container, Iterable, Iterator

from ivb.bevindingen import Ernst
from ivb.dates import Date
from ivb.model.aanvaarding import Aanvaarding
from ivb.model.dossier import Dossier
from ivb.rules.bronnen import EIGEN_AFSPRAAK
from ivb.rules.checks.regel import Bevinding, Controle, Regel
from ivb.rules.checks.teksten import verantwoording as teksten

V1 = Regel(code="V1", ernst=Ernst.FOUT, tekst=teksten.V1, bron=EIGEN_AFSPRAAK)
V2 = Regel(code="V2", ernst=Ernst.WAARSCHUWING, tekst=teksten.V2, bron=EIGEN_AFSPRAAK)
V3 = Regel(code="V3", ernst=Ernst.WAARSCHUWING, tekst=teksten.V3, bron=EIGEN_AFSPRAAK)

VERANTWOORDING = (V1, V2, V3)


def report_gebroken(regel: Controle, fout: Exception) -> Bevinding:
    """Tell that a rule broke, and on what."""
    naam = regel.code if isinstance(regel, Regel) else getattr(regel, "__name__", repr(regel))
    reden = " ".join(f"{type(fout).__name__}: {_format_fout(fout)}".split())
    return V1.meld("", naam=naam, reden=reden)


def _format_fout(fout: Exception) -> str:
    """Write what an error says; one of somebody else may break even on that."""
    try:
        return str(fout)
    except Exception:  # noqa: BLE001 - whatever it is, the rest must still be told
        return "zonder uitleg"


def report_aanvaardingen(
    ongebruikt: Iterable[tuple[int, Aanvaarding]], peildatum: Date, bekend: Container[str] | None
) -> Iterator[Bevinding]:
    """Tell which findings the municipality accepted that were not found, or of which the acceptance has ended.

    Args:
        ongebruikt: the acceptances, each with its number.
        peildatum: the day on which the dossier is judged.
        bekend: the codes that rules have, if that is known.
    """
    for nummer, een in ongebruikt:
        pad = f"aanvaardingen[{nummer}]"
        if bekend is not None and een.code not in bekend:
            yield V2.meld(f"{pad}.code", "onbekend", code=een.code)
        elif een.einddatum < peildatum:
            yield V2.meld(f"{pad}.einddatum", "verlopen", code=een.code, einddatum=een.einddatum)
        else:
            yield V2.meld(pad, code=een.code, plek=een.pad or "het hele dossier")


def report_instellingen(dossier: Dossier, bekend: Container[str] | None) -> Iterator[Bevinding]:
    """Tell which settings do nothing: another one follows for the same rule, or there is no such rule, if known."""
    instellingen = dossier.gemeente.profiel.regelinstellingen
    laatste = {een.code: nummer for nummer, een in enumerate(instellingen)}
    for nummer, een in enumerate(instellingen):
        pad = f"gemeente.profiel.regelinstellingen[{nummer}].code"
        if bekend is not None and een.code not in bekend:
            yield V3.meld(pad, code=een.code)
        elif nummer != laatste[een.code]:
            yield V3.meld(pad, "dubbel", code=een.code)
