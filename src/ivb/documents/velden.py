"""The fields that a template is filled with: plain values, checked one by one before anything is rendered."""

from collections.abc import Mapping
from typing import Final, TypeAlias

from ivb.documents.opmaak import Opmaak
from ivb.documents.tekens import check_tekens
from ivb.errors import DocumentError

Waarde: TypeAlias = "str | int | Opmaak | dict[str, Waarde] | tuple[Waarde, ...]"

MAXIMALE_DIEPTE: Final = 20
"""How many dicts and lists may lie inside each other."""


def check_velden(context: Mapping[str, object]) -> dict[str, Waarde]:
    r"""Copy the fields into fresh dicts and tuples, every text with ``\n`` as its only line end.

    A template can read texts, whole numbers, truth values (for its conditions), formatted texts, and dicts and lists of
    those. A date or an amount is a text here: a view writes it in Dutch.

    Raises:
        DocumentError: a value of another kind, a key that is no name, or a text that a document cannot hold, with its
            path: ``secties[2].kop``.
    """
    return _check_dict(context, "", 0)


def _check_dict(waarden: Mapping[object, object] | Mapping[str, object], pad: str, diepte: int) -> dict[str, Waarde]:
    velden: dict[str, Waarde] = {}
    for sleutel, waarde in waarden.items():
        if not (isinstance(sleutel, str) and sleutel.isidentifier() and not sleutel.startswith("_")):
            raise DocumentError(
                f"{pad or 'de velden'}: {sleutel!r} is geen naam van een veld; een naam is een woord als onderwerp"
            )
        velden[sleutel] = _check_waarde(waarde, f"{pad}.{sleutel}" if pad else sleutel, diepte)
    return velden


def _check_waarde(waarde: object, pad: str, diepte: int) -> Waarde:
    if diepte > MAXIMALE_DIEPTE:
        raise DocumentError(f"{pad}: meer dan {MAXIMALE_DIEPTE} lijsten en velden in elkaar")
    match waarde:
        case str():
            return check_tekens(waarde, pad)
        case bool():
            return waarde
        case int():
            return int(waarde)
        case Opmaak():
            return _check_opmaak(waarde, pad)
        case Mapping():
            return _check_dict(waarde, pad, diepte + 1)
        case list() | tuple():
            return tuple(_check_waarde(deel, f"{pad}[{plek}]", diepte + 1) for plek, deel in enumerate(waarde))
    raise DocumentError(
        f"{pad}: een waarde van de soort {type(waarde).__name__} kan een sjabloon niet tonen; "
        "geef een tekst, een geheel getal, opgemaakte tekst, of een lijst daarvan"
    )


def _check_opmaak(opmaak: Opmaak, pad: str) -> Opmaak:
    for blok in opmaak.blokken:
        for stukje in blok.stukjes:
            for tekst in (stukje.tekst, stukje.link or "", stukje.tip or ""):
                check_tekens(tekst, pad)
    return opmaak
