"""The path of a message, as a JSON Pointer into the data that were sent: for a program that answers another program.

Source: RFC 6901, https://www.rfc-editor.org/rfc/rfc6901.
"""

from typing import Any

from ivb.files.tree import STAP, sleutel_van


def format_pointer(gegevens: Any, pad: str) -> str:  # noqa: ANN401  plain data
    """Write a path in a dossier as a JSON Pointer: with the number of an item, where the path has its id.

    Args:
        gegevens: the data to which the path leads.
        pad: the path, as a `Melding` or a finding has it.

    >>> format_pointer({"kaders": [{"id": "k1"}, {"id": "k2"}]}, "kaders[k2].naam")
    '/kaders/1/naam'
    """
    stappen: list[str] = []
    waarde = gegevens
    while pad:
        heel = isinstance(waarde, dict) and pad in waarde  # a name may hold a full stop
        treffer = None if heel else STAP.match(pad)
        naam, item = treffer.groups() if treffer else (pad, "")
        stap = str(naam or _find_nummer(waarde, item))
        stappen.append(stap.replace("~", "~0").replace("/", "~1"))
        waarde = _follow(waarde, stap)
        pad = pad[treffer.end() :] if treffer else ""
    return "".join(f"/{stap}" for stap in stappen)


def _find_nummer(waarde: object, item: str) -> str:
    """Find the number of an item: that of the last one with this id, else the number itself."""
    lijst = waarde if isinstance(waarde, list) else []
    return next((str(nummer) for nummer in reversed(range(len(lijst))) if sleutel_van(lijst[nummer]) == item), item)


def _follow(waarde: Any, stap: str) -> object:  # noqa: ANN401  idem
    if isinstance(waarde, dict):
        return waarde.get(stap)
    is_nummer = isinstance(waarde, list) and stap.isascii() and stap.isdigit() and int(stap) < len(waarde)
    return waarde[int(stap)] if is_nummer else None
