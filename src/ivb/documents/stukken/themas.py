"""The themes of a document: their names, their order, and what falls under none."""

from collections.abc import Iterable

from ivb.model.beleid import Thema, Veiligheidsbeleid
from ivb.model.dossier import Dossier


def format_thema(dossier: Dossier, beleid: Veiligheidsbeleid | None, thema: str) -> str:
    """Give the name of a theme in a policy, else in the dossier; ids come back in later policies."""
    eigen = {een.id: een.naam for een in beleid.themas} if beleid else {}
    return eigen.get(thema) or dossier.find(Thema, thema).naam


def order_themas(beleid: Veiligheidsbeleid | None, genoemd: Iterable[str | None]) -> tuple[str, ...]:
    """Give the ids of the themes of a policy, and behind them the others that are named, in order."""
    eigen = [thema.id for thema in beleid.themas] if beleid else []
    return tuple(dict.fromkeys([*eigen, *filter(None, genoemd)]))
