"""Where a fact of a dossier comes from: the promise, letter or report to cite, and the bounds of a vague date."""

import datetime
from collections.abc import Iterator

from ivb.dates import Date, Datering, format_datering, format_datum
from ivb.model.gemeente import Gemeente
from ivb.model.toezegging import Toezegging
from ivb.rules.stand import Levering
from ivb.rules.stappen import Stap, Stapsoort
from ivb.sources import Bron

Venster = tuple[Date | None, Date | None]

GEWONE_GRENZEN = Bron(titel="gewone grenzen van seizoenen en van de zomer", vindplaats="eigen afspraak van ivb")


def format_termijn(termijn: Datering | None, laatst: datetime.date | None) -> str:
    """Write when something is due in the words that were used, with the last day unless they name it.

    >>> from ivb.dates import parse_datering
    >>> format_termijn(parse_datering("najaar 2024"), datetime.date(2024, 11, 30))
    'najaar 2024, uiterlijk 30 november 2024'
    """
    if termijn is None or termijn.is_onbekend:
        return "niet afgesproken"
    if laatst is None or format_datum(laatst) in format_datering(termijn):
        return str(termijn)
    return f"{termijn}, uiterlijk {format_datum(laatst)}"


def cite_toezegging(toezegging: Toezegging) -> Bron:
    """Cite a promise: where it was agreed, or else when it was made."""
    afspraak = toezegging.rapportageafspraak
    vindplaats = (afspraak and afspraak.bron) or f"gedaan: {format_datering(toezegging.datum)}"
    return Bron(titel=f"toezegging {toezegging.id}", vindplaats=vindplaats)


def cite_levering(levering: Levering) -> Bron:
    """Cite the letter that brought a report to the council, or else the report itself."""
    if levering.raadsbrief:
        return Bron(titel=levering.raadsbrief, vindplaats=f"brief van {format_datum(levering.datum)}")
    return Bron(titel=levering.rapportage.id, vindplaats=f"rapportage van {format_datum(levering.datum)}")


def explain_venster(gemeente: Gemeente, termijn: Datering | None, venster: Venster) -> Iterator[Stap]:
    """Say on which day a vague term ends in a municipality, where its words do not say it."""
    laatst = venster[1]
    if termijn is None or laatst is None or format_datum(laatst) in format_datering(termijn):
        return
    eigen = venster != termijn.venster()
    bron = Bron(titel=f"seizoenen en zomerreces van {gemeente.naam}") if eigen else GEWONE_GRENZEN
    tekst = f"Dat is uiterlijk {format_datum(laatst)}."
    yield Stap(soort=Stapsoort.GETELD, datum=laatst, tekst=tekst, bron=bron)
