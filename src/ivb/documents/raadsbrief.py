"""The letter to the council as a Word document."""

import os
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from ivb.dates import format_datum, parse_periode
from ivb.documents.eigenschappen import Eigenschappen
from ivb.documents.engine import Sjabloon, open_sjabloon
from ivb.documents.opmaak import Opmaak, alineas, opsomming, parse_opmaak
from ivb.errors import DocumentError
from ivb.model.beleid import Thema
from ivb.model.besluit import Orgaan
from ivb.model.dossier import Dossier
from ivb.model.gemeente import Briefsectie, Documentsoort, Kop
from ivb.model.raadsbrief import Openbaarheid, Openbaarheidssoort, Raadsbrief

SJABLOON = "raadsbrief.docx"

# An item of each list, so that a misspelt field is found in a template also where the list of a letter is empty.
VOORBEELD: Final[dict[str, list[dict[str, object]]]] = {
    "kenmerken": [{"label": "", "waarde": ""}],
    "secties": [{"kop": "", "inhoud": Opmaak()}],
    "ondertekenaars": [{"functie": "", "anker": "", "naam": ""}],
}

_AFZENDERS = {
    Orgaan.COLLEGE: "Burgemeester en wethouders van {}",
    Orgaan.BURGEMEESTER: "De burgemeester van {}",
    Orgaan.RAAD: "De raad van {}",
    Orgaan.ANDERS: "Gemeente {}",
}


def render_raadsbrief(
    dossier: Dossier, brief: Raadsbrief, *, sjabloon: str | os.PathLike[str] | bytes | None = None
) -> bytes:
    """Render a letter to the council as a Word document (.docx).

    The headings and their order are those of the profile of the municipality; a part without content is left out, with
    its heading. Equal input gives equal bytes.

    Args:
        dossier: the dossier, for the names of themes and of the municipality.
        brief: the letter: one of the dossier as it was sent, or one that ``compose_raadsbrief`` made.
        sjabloon: a Word template with the same fields, in the house style of the municipality.

    Raises:
        SjabloonError: the template cannot be used; the message says what and where.
        DocumentError: a field cannot be put into a document without loss.

    >>> from ivb import voorbeeld
    >>> dossier = voorbeeld()
    >>> render_raadsbrief(dossier, dossier.raadsbrieven[0])[:2]
    b'PK'
    """
    eigenschappen = Eigenschappen(
        titel=brief.onderwerp,
        auteur=f"Gemeente {dossier.gemeente.naam}",
        gemaakt=brief.datum,
        onderwerp=brief.onderwerp,
    )
    eigen = _compile_sjabloon() if sjabloon is None else open_sjabloon(sjabloon, voorbeeld=VOORBEELD)
    return eigen.render(view_raadsbrief(dossier, brief), eigenschappen=eigenschappen)


@cache
def _compile_sjabloon() -> Sjabloon:
    """Compile the template of ``ivb``, once in a process."""
    inhoud = (files("ivb.documents") / "templates" / SJABLOON).read_bytes()
    return Sjabloon(inhoud, naam=SJABLOON, voorbeeld=VOORBEELD)


def view_raadsbrief(dossier: Dossier, brief: Raadsbrief) -> dict[str, object]:
    """Give the fields that a template of the letter may use.

    ``secties`` holds the filled parts of the letter in the order of the profile, each with ``kop`` and ``inhoud``;
    every part can also be used by its own name, for a template with an order of its own.

    Raises:
        DocumentError: the letter has a part for which the profile has no heading, so that it would not be printed.
    """
    profiel = dossier.gemeente.profiel
    inhoud = _inhoud(dossier, brief)
    return {
        "titel": brief.soort or profiel.benaming(Documentsoort.RAADSBRIEF).upper(),
        "gemeente": dossier.gemeente.naam,
        "kenmerken": [{"label": label, "waarde": waarde} for label, waarde in _kenmerken(brief)],
        "secties": _secties(profiel.koppen, inhoud),
        **{sectie.value: tekst for sectie, tekst in inhoud.items()},
        "datum": format_datum(brief.datum),
        "plaats_datum": f"{brief.plaats or dossier.gemeente.plaats}, {format_datum(brief.datum)}",
        "afzender": _AFZENDERS[brief.afzender].format(dossier.gemeente.naam),
        "ondertekenaars": [
            {"functie": f"{een.functie},", "anker": een.anker or "", "naam": een.naam} for een in brief.ondertekenaars
        ],
    }


def _secties(koppen: tuple[Kop, ...], inhoud: dict[Briefsectie, Opmaak]) -> list[dict[str, object]]:
    """Put the filled parts under their headings; none may fall out of the letter in silence."""
    zonder_kop = [sectie for sectie in inhoud if inhoud[sectie] and sectie not in {kop.sectie for kop in koppen}]
    if zonder_kop:
        raise DocumentError(
            f"de brief heeft tekst voor {', '.join(zonder_kop)}, maar het profiel heeft daar geen kop voor; "
            "voeg die toe bij gemeente.profiel.koppen"
        )
    return [{"kop": kop.tekst, "inhoud": inhoud[kop.sectie]} for kop in koppen if inhoud[kop.sectie]]


def _inhoud(dossier: Dossier, brief: Raadsbrief) -> dict[Briefsectie, Opmaak]:
    return {
        Briefsectie.ONDERWERP: alineas([brief.onderwerp]),
        Briefsectie.KENNISNEMEN_VAN: opsomming(deel.tekst for deel in brief.kennisnemen_van),
        Briefsectie.INLEIDING: _tekst(brief.inleiding),
        Briefsectie.KERNBOODSCHAP: _tekst(brief.kernboodschap)
        + opsomming(_themanaam(dossier, brief, thema) for thema in brief.themas)
        + _tekst(brief.doorkijk),
        Briefsectie.VERVOLG: sum((_tekst(afspraak.tekst) for afspraak in brief.vervolg), Opmaak()),
        Briefsectie.BIJLAGEN: opsomming(bijlage.titel for bijlage in brief.bijlagen),
    }


def _tekst(tekst: str | None) -> Opmaak:
    return parse_opmaak(tekst) if tekst else Opmaak()


def _themanaam(dossier: Dossier, brief: Raadsbrief, thema: str) -> str:
    """Give the name of a theme in the policy that holds on the day of the letter; ids come back in later policies."""
    maand = parse_periode(f"{brief.datum:%Y-%m}")
    beleid = dossier.find_beleid(maand)
    eigen = {een.id: een.naam for een in beleid.themas} if beleid else {}
    return eigen.get(thema) or dossier.find(Thema, thema).naam


def _kenmerken(brief: Raadsbrief) -> Iterator[tuple[str, str]]:
    """Give the header fields that are known, each with its label."""
    besluit = brief.collegebesluit
    velden = (
        ("Nummer", brief.nummer),
        ("Zaaknummer", brief.zaaknummer),
        ("Kenmerk", brief.kenmerk),
        ("Portefeuillehouder", brief.portefeuillehouder),
        ("Afdeling", brief.afdeling),
        ("Collegebesluit", format_datum(besluit) if besluit else None),
        ("Openbaarheid", _openbaarheid(brief.openbaarheid)),
    )
    for label, waarde in velden:
        if waarde:
            yield label, waarde


def _openbaarheid(openbaarheid: Openbaarheid) -> str | None:
    """Say why a letter is not public, as far as it is known; of a public letter nothing is said."""
    if openbaarheid.soort is Openbaarheidssoort.OPENBAAR:
        return None
    delen = [openbaarheid.soort.value]
    if openbaarheid.embargo_tot:
        delen.append(f"tot {format_datum(openbaarheid.embargo_tot)}")
    if openbaarheid.grond:
        delen.append(f"op grond van {openbaarheid.grond}")
    if openbaarheid.opgelegd_door:
        delen.append(f"opgelegd door {openbaarheid.opgelegd_door}")
    if openbaarheid.datum:
        delen.append(f"op {format_datum(openbaarheid.datum)}")
    return " ".join(delen)
