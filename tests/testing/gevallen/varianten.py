"""Whether every message of the rules of an area can be drawn."""

from collections.abc import Iterable

from hypothesis import HealthCheck, Phase, find, settings
from hypothesis.errors import NoSuchExample

from ivb import Dossier, Regel
from ivb.testing.gevallen import PEILDATUM, bijna_geldige_dossiers

# The first that is found will do: to make it smaller takes long.
EERSTE = settings(
    max_examples=500, phases=[Phase.generate], derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


def list_varianten(regels: Iterable[Regel]) -> list[tuple[Regel, str]]:
    """List each rule that judges a dossier with each of its messages."""
    return [(regel, variant) for regel in regels if regel.check for variant in ("", *regel.tekst.varianten)]


def name_variant(deel: object) -> str:
    """Name a rule or a message in the name of a test."""
    return deel.code if isinstance(deel, Regel) else str(deel or "gewoon")


def is_drawn(regel: Regel, variant: str) -> bool:
    """Draw nearly valid dossiers until the rule tells of one in these words."""

    def tells(dossier: Dossier) -> bool:
        return variant in {een.variant for een in regel(dossier, PEILDATUM)}

    try:
        find(bijna_geldige_dossiers(regel.code), tells, settings=EERSTE)
    except NoSuchExample:
        return False
    return True
