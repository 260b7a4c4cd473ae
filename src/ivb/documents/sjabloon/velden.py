"""The fields that a template is filled with: plain values, checked one by one before anything is rendered."""

from collections.abc import Mapping
from typing import Final, TypeAlias

from ivb.documents.word.afbeelding import Afbeelding
from ivb.documents.word.opmaak import Opmaak
from ivb.documents.word.tekens import check_tekens
from ivb.errors import DocumentError

Waarde: TypeAlias = "str | int | Opmaak | Afbeelding | dict[str, Waarde] | tuple[Waarde, ...]"

Pad: TypeAlias = tuple[str | None, ...]
"""The way from the fields to a value: a name for a field, ``None`` for any item of a list."""

MAXIMALE_DIEPTE: Final = 20
"""How many dicts and lists may lie inside each other."""


def check_velden(context: Mapping[str, object]) -> dict[str, Waarde]:
    r"""Copy the fields into fresh dicts and tuples, every text with ``\n`` as its only line end.

    A template can read texts, whole numbers, truth values (for its conditions), formatted texts, pictures, and dicts
    and lists of those. A date or an amount is a text here: a view writes it in Dutch.

    Raises:
        DocumentError: a value of another kind, a key that is no name, or a text that a document cannot hold, with its
            path: ``secties[2].kop``.
    """
    try:
        return _check_dict(context, 0)
    except _Veldfout as fout:
        pad = "".join(reversed(fout.stappen)).removeprefix(".")
        raise DocumentError(f"{pad or 'de velden'}{fout}") from None


class _Veldfout(Exception):  # noqa: N818 (a Dutch error ends in fout)
    """What is wrong with a value; the steps to it are added on the way up, so that a good value costs no path."""

    def __init__(self, boodschap: str) -> None:
        super().__init__(boodschap)
        self.stappen: list[str] = []


def _check_dict(waarden: Mapping[object, object] | Mapping[str, object], diepte: int) -> dict[str, Waarde]:
    velden: dict[str, Waarde] = {}
    for sleutel, waarde in waarden.items():
        if not (isinstance(sleutel, str) and sleutel.isidentifier() and not sleutel.startswith("_")):
            raise _Veldfout(f": {sleutel!r} is geen naam van een veld; een naam is een woord als onderwerp")
        try:
            velden[sleutel] = _check_waarde(waarde, diepte)
        except _Veldfout as fout:
            fout.stappen.append(f".{sleutel}")
            raise
    return velden


def _check_waarde(waarde: object, diepte: int) -> Waarde:
    if isinstance(waarde, str):
        return _check_tekst(waarde)
    if isinstance(waarde, int):
        return waarde if isinstance(waarde, bool) else int(waarde)
    if diepte > MAXIMALE_DIEPTE:
        raise _Veldfout(f": meer dan {MAXIMALE_DIEPTE} lijsten en velden in elkaar")
    match waarde:
        case dict() | Mapping():
            return _check_dict(waarde, diepte + 1)
        case list() | tuple():
            return _check_lijst(waarde, diepte + 1)
        case Opmaak() | Afbeelding():
            return _check_opmaak(waarde)
    raise _Veldfout(_explain_soort(type(waarde)))


def _check_tekst(tekst: str) -> str:
    try:
        return check_tekens(tekst, "")
    except DocumentError as fout:
        raise _Veldfout(str(fout)) from None


def _check_lijst(waarden: list[object] | tuple[object, ...], diepte: int) -> tuple[Waarde, ...]:
    lijst: list[Waarde] = []
    for waarde in waarden:
        try:
            lijst.append(_check_waarde(waarde, diepte))
        except _Veldfout as fout:
            fout.stappen.append(f"[{len(lijst)}]")
            raise
    return tuple(lijst)


def _check_opmaak(opmaak: Opmaak | Afbeelding) -> Opmaak | Afbeelding:
    for blok in opmaak.blokken if isinstance(opmaak, Opmaak) else ():
        for stukje in blok.stukjes:
            for tekst in (stukje.tekst, stukje.link or "", stukje.tip or ""):
                _check_tekst(tekst)
    return opmaak


def _explain_soort(soort: type) -> str:
    if soort.__module__.startswith("docxtpl"):
        return (
            f": een {soort.__name__} van docxtpl hoort bij een open document, en dat is er niet; geef opgemaakte tekst "
            "(Opmaak) of een Afbeelding, en voeg een subdocument vooraf in het sjabloon in"
        )
    return (
        f": een waarde van de soort {soort.__name__} kan een sjabloon niet tonen; "
        "geef een tekst, een geheel getal, opgemaakte tekst, een afbeelding, of een lijst daarvan"
    )
