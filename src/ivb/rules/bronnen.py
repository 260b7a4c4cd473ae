"""Where a fact of a dossier comes from: the promise, letter or report to cite, and the bounds of a vague date."""

from collections.abc import Iterator

from ivb.dates import Date, Datering, format_datering, format_datum
from ivb.model.gemeente import Gemeente
from ivb.model.toezegging import Toezegging
from ivb.rules.stand import Levering
from ivb.rules.stappen import Stap, Stapsoort
from ivb.sources import Bron

Venster = tuple[Date | None, Date | None]

EIGEN_AFSPRAAK = Bron(titel="eigen afspraak van ivb")
REKENKAMERS = Bron(titel="rekenkameronderzoek naar integraal veiligheidsbeleid", vindplaats="Rijssen-Holten, 2024")
GEWONE_GRENZEN = Bron(titel="gewone grenzen van seizoenen en van de zomer", vindplaats="eigen afspraak van ivb")


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


def has_gewone_grenzen(gemeente: Gemeente, termijn: Datering) -> bool:
    """Tell whether the days of a term rest on the ordinary bounds, for want of those of the municipality."""
    return termijn.hangt_van_gemeente_af and gemeente.venster(termijn) == termijn.venster()


def explain_venster(gemeente: Gemeente, termijn: Datering | None, venster: Venster) -> Iterator[Stap]:
    """Say on which day a term ends that speaks of a season or of the summer, and by whose bounds."""
    laatst = venster[1]
    if termijn is None or laatst is None or not termijn.hangt_van_gemeente_af:
        return
    gewoon = has_gewone_grenzen(gemeente, termijn)
    bron = GEWONE_GRENZEN if gewoon else Bron(titel=f"seizoenen en zomerreces van {gemeente.naam}")
    tekst = f"Dat is uiterlijk {format_datum(laatst)}."
    yield Stap(soort=Stapsoort.GETELD, datum=laatst, tekst=tekst, bron=bron)
