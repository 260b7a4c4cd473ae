"""The documents, each with what it shows: the class from which all that a template of it may use follows."""

from collections.abc import Mapping
from typing import Final

from ivb.documents.stukken.beleid import Beleidweergave
from ivb.documents.stukken.jaarplan import Jaarplanweergave
from ivb.documents.stukken.notitie import Notitieweergave
from ivb.documents.stukken.raadsbrief import Raadsbriefweergave
from ivb.documents.stukken.toezeggingenlijst import Toezeggingenlijstweergave
from ivb.documents.stukken.weergave import Documentweergave
from ivb.errors import DocumentError

WEERGAVEN: Final[Mapping[str, type[Documentweergave]]] = {
    "beleid": Beleidweergave,
    "jaarplan": Jaarplanweergave,
    "notitie": Notitieweergave,
    "raadsbrief": Raadsbriefweergave,
    "toezeggingenlijst": Toezeggingenlijstweergave,
}


def find_weergave(document: str) -> type[Documentweergave]:
    """Find what a document shows.

    Raises:
        DocumentError: there is no such document; the message names those that there are.

    >>> find_weergave("raadsbrief").__name__
    'Raadsbriefweergave'
    """
    try:
        return WEERGAVEN[document]
    except KeyError:
        raise DocumentError(f"{document!r} is geen document van ivb; wel: {', '.join(WEERGAVEN)}") from None
