"""Where a document came from: its public data inside it, and whether its text is still what was made of them."""

import hashlib
import os
import re
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any, Final, TypeAlias

import attrs
from lxml import etree

from ivb.documents.herkomst.leestekst import read_leestekst
from ivb.documents.word.gegevensdeel import NAAMRUIMTE, add_gegevensdeel, find_gegevensdelen
from ivb.documents.word.pakket import open_bestand, open_pakket, read_pakket, write_pakket
from ivb.errors import DocumentError, DossierFout, SjabloonError
from ivb.files.dumping import dump
from ivb.files.formaten import FORMAAT
from ivb.files.loading import read_dossier
from ivb.herkomst import Teruglezing
from ivb.model.beleid import Veiligheidsbeleid
from ivb.model.dossier import Dossier
from ivb.model.jaarplan import Jaarplan
from ivb.model.raadsbrief import Raadsbrief
from ivb.model.rapportage import Rapportage
from ivb.rules.openbaar import derive_openbaar

Stuk: TypeAlias = Raadsbrief | Rapportage | Jaarplan | Veiligheidsbeleid
"""A noun of which one document is the text."""

_VERZAMELINGEN: Final[Mapping[type[Stuk], str]] = {
    Raadsbrief: "raadsbrieven",
    Rapportage: "rapportages",
    Jaarplan: "jaarplannen",
    Veiligheidsbeleid: "beleid",
}
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_NIET_LEEG: Final = re.compile(r".+")
_GETAL: Final = re.compile(r"[1-9][0-9]{0,3}")
_BESCHADIGD: Final = "de gegevens van ivb in dit document zijn beschadigd"
_MAAK_OPNIEUW: Final = "maak het document opnieuw"


def embed_gegevens(
    docx: bytes,
    dossier: Dossier,
    *,
    document: str,
    sjabloon: bytes,
    stuk: Stuk | None = None,
) -> bytes:
    """Put the public part of a dossier into a document that was made of it; equal input gives equal bytes.

    Whatever the dossier holds, only ``derive_openbaar`` of it goes in.

    Args:
        docx: the document, as a template was filled.
        dossier: the dossier, as it is; what is not public is left out here.
        document: what it is: ``raadsbrief``.
        sjabloon: the file of the template.
        stuk: the noun of which the document is the text, where that is one; a letter that is not in the dossier is
            added to it.

    Raises:
        DocumentError: ``stuk`` is not public itself, has the id of a letter that is not, or the data are too large to
            be read back.
        DossierFout: ``stuk`` names what is not in the dossier.
    """
    openbaar = derive_openbaar(dossier if stuk is None else _add_stuk(dossier, stuk))
    if stuk is not None and stuk.id not in {een.id for een in getattr(openbaar, _VERZAMELINGEN[type(stuk)])}:
        raise DocumentError(
            f"{document} {stuk.id!r} is niet openbaar, of hoort bij een brief die dat niet is; maak dit stuk zonder de "
            "gegevens erin"
        )
    delen = read_pakket(docx)
    gegevens = dump(openbaar, "json").decode().strip()
    kenmerken = {
        "document": document,
        "versie": version("ivb"),
        "formaat": str(FORMAAT),
        "sjabloon": hashlib.sha256(sjabloon).hexdigest(),
        "gegevens": _hash(gegevens),
        "tekst": _hash(read_leestekst(delen)),
    }
    met_gegevens = write_pakket(add_gegevensdeel(delen, gegevens, kenmerken))
    try:
        _read_teruglezing(open_pakket(met_gegevens))
    except (DocumentError, SjabloonError) as fout:
        raise DocumentError(f"de gegevens kunnen niet mee in het document ({fout}); maak het zonder") from fout
    return met_gegevens


def read_back(docx: bytes | str | os.PathLike[str]) -> Teruglezing:
    """Read the data back out of a document that was made with them, and tell whether its text was changed since.

    Compared are the words in their order, as ``leestekst`` reads them: of the text, tables, headers and footers, notes
    and text boxes, with tracked changes and without what Word computes, such as page numbers. A program that only saves
    the document again leaves them as they are. Another picture, layout or comment is no other text.

    It is no signature: whoever changes the text, and also what is kept of it, is not found out.

    Args:
        docx: the document, or where it is.

    Raises:
        DocumentError: there are no data of ``ivb`` in it, they are damaged, or a later version of ``ivb`` made them.
        SjabloonError: it is no Word document, or holds something that ``ivb`` does not let pass: macros, a bomb.
        BestandError: it is not there, or cannot be read.
    """
    delen = open_bestand(docx)
    try:
        return _read_teruglezing(delen)
    except DocumentError as fout:
        if isinstance(docx, bytes):
            raise
        raise DocumentError(f"{os.fspath(docx)}: {fout}") from fout


def _read_teruglezing(delen: Mapping[str, bytes]) -> Teruglezing:
    wortel = _find_gegevens(delen)
    formaat = _read_kenmerk(wortel, "formaat", _GETAL)
    if int(formaat) > FORMAAT:
        raise DocumentError(
            f"de gegevens in dit document hebben formaat {formaat} en deze ivb leest tot en met formaat {FORMAAT}; "
            "werk ivb bij"
        )
    gegevens = wortel.text or ""
    if len(wortel) or _hash(gegevens) != _read_kenmerk(wortel, "gegevens", _SHA256):
        raise DocumentError(f"{_BESCHADIGD}: ze zijn niet meer wat ivb erin heeft gezet; {_MAAK_OPNIEUW}")
    return Teruglezing(
        dossier=_load(gegevens),
        document=_read_kenmerk(wortel, "document", _NIET_LEEG),
        versie=_read_kenmerk(wortel, "versie", _NIET_LEEG),
        formaat=int(formaat),
        sjabloon=_read_kenmerk(wortel, "sjabloon", _SHA256),
        is_gewijzigd=_read_kenmerk(wortel, "tekst", _SHA256) != _hash(read_leestekst(delen)),
    )


def _find_gegevens(delen: Mapping[str, bytes]) -> etree._Element:
    gevonden = list(find_gegevensdelen(delen))
    if not gevonden:
        raise DocumentError(
            "in dit document zitten geen gegevens van ivb; terug te lezen is alleen een document dat met gegevens is "
            "gemaakt"
        )
    if len(gevonden) > 1:
        raise DocumentError(
            f"in dit document zitten {len(gevonden)} keer gegevens van ivb, en niet te zien is welke erbij horen; "
            f"{_MAAK_OPNIEUW}"
        )
    if etree.QName(gevonden[0]).namespace != NAAMRUIMTE:
        raise DocumentError("de gegevens in dit document zijn van een nieuwere ivb; werk ivb bij")
    return gevonden[0]


def _read_kenmerk(wortel: etree._Element, naam: str, vorm: re.Pattern[str]) -> str:
    waarde = wortel.get(naam, "")
    if not vorm.fullmatch(waarde):
        raise DocumentError(f"{_BESCHADIGD}: het kenmerk {naam!r} klopt niet; {_MAAK_OPNIEUW}")
    return waarde


def _load(gegevens: str) -> Dossier:
    try:
        return read_dossier(gegevens.encode()).dossier
    except DossierFout as fout:
        raise DocumentError(f"{_BESCHADIGD}: {fout.meldingen[0]}; {_MAAK_OPNIEUW}") from fout


def _add_stuk(dossier: Dossier, stuk: Stuk) -> Dossier:
    """Put a noun into a dossier, in the place of one with its id."""
    naam = _VERZAMELINGEN[type(stuk)]
    nouns: tuple[Stuk, ...] = getattr(dossier, naam)
    if stuk in nouns:
        return dossier
    if any(een.id == stuk.id and een not in getattr(derive_openbaar(dossier), naam) for een in nouns):
        raise DocumentError(
            f"{stuk.id!r} is ook het id van iets in het dossier dat niet openbaar is; geef dit stuk een ander id"
        )
    nieuw: dict[str, Any] = {naam: (*(een for een in nouns if een.id != stuk.id), stuk)}
    return attrs.evolve(dossier, **nieuw)


def _hash(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest()
