"""What is wrong with a letter to the council.

Every letter is judged, whatever the day: one that is still being prepared is the one that can be mended. Source:
gemeentelijke praktijk; for sender and secrecy Gemeentewet, art. 87-89, 169, 172 and 180,
https://wetten.overheid.nl/BWBR0005416; for personal data Verordening (EU) 2016/679 (AVG), art. 5.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ivb.bevindingen import Ernst
from ivb.dates import Date, Datering
from ivb.model.besluit import Orgaan
from ivb.model.dossier import Dossier
from ivb.model.gemeente import Briefsectie
from ivb.model.raadsbrief import Aankondiging, Openbaarheidssoort, Raadsbrief, Vervolgafspraak
from ivb.model.rapportage import Rapportage
from ivb.model.toezegging import Toezegging
from ivb.rules.bronnen import EIGEN_AFSPRAAK
from ivb.rules.checks.persoonsgegevens import Gegevenssoort, find_persoonsgegevens
from ivb.rules.checks.regel import Bevinding, Regel
from ivb.rules.checks.teksten import raadsbrief as teksten
from ivb.sources import Bron

GEMEENTEWET_URL = "https://wetten.overheid.nl/BWBR0005416"
GEMEENTEWET_AFZENDER = Bron(titel="Gemeentewet", vindplaats="art. 169, 172 en 180", url=GEMEENTEWET_URL)
GEMEENTEWET_GEHEIM = Bron(titel="Gemeentewet", vindplaats="art. 87-89", url=GEMEENTEWET_URL)
AVG = Bron(
    titel="Verordening (EU) 2016/679 (AVG)",
    vindplaats="art. 5 lid 1 onder c",
    url="https://eur-lex.europa.eu/eli/reg/2016/679/oj",
)
PRAKTIJK = Bron(titel="gemeentelijke praktijk", vindplaats="raadsbrief van Twenterand, 23 april 2024")

# The field is called openbare orde en veiligheid, whoever writes about it.
_OPENBARE_ORDE = re.compile(r"\bopenbare\s+orde\b(?!\s+(?:en|&)\s+veiligheid)", re.IGNORECASE)
# What names the letter itself ("de inhoud van deze brief") is no document beside it.
_DE_BRIEF_ZELF = re.compile(
    r"\s*(?:(?:van )?de inhoud van )?(?:deze|dit) (?:\w*brief|\w*mededeling|\w*bericht|\w*memo|\w*nota)\W*",
    re.IGNORECASE,
)
_LIDWOORDEN = frozenset({"de", "het", "een"})


def _pad(brief: Raadsbrief, veld: str = "") -> str:
    pad = f"raadsbrieven[{brief.id}]"
    return f"{pad}.{veld}" if veld else pad


def _noem(brief: Raadsbrief) -> dict[str, Any]:
    """Give what every message tells of the letter."""
    return {"onderwerp": brief.onderwerp, "datum": brief.datum}


class _Stuk(NamedTuple):
    """A document as one of the lists of a letter names it, by its words between blanks."""

    document: str | None
    naam: str


def check_bijlagen(dossier: Dossier, _peildatum: Date) -> Iterator[Bevinding]:
    """Find what a letter announces and does not enclose, and what it encloses and nowhere announces."""
    for brief in dossier.raadsbrieven:
        aangekondigd = [_Stuk(een.document, _normalise(een.tekst)) for een in brief.kennisnemen_van]
        bijgevoegd = [_Stuk(een.document, _normalise(een.titel)) for een in brief.bijlagen]
        lopend = "".join(_normalise(tekst) for _, tekst in _iter_brieftekst(brief))
        for nummer in _iter_los(aangekondigd, bijgevoegd):
            stuk = brief.kennisnemen_van[nummer].tekst
            if not _is_stuk(brief.kennisnemen_van[nummer]):
                continue
            yield B1.meld(_pad(brief, f"kennisnemen_van[{nummer}]"), stuk=stuk, **_noem(brief))
        for nummer in _iter_los(bijgevoegd, aangekondigd):
            if bijgevoegd[nummer].naam not in lopend:
                stuk = brief.bijlagen[nummer].titel
                yield B1.meld(_pad(brief, f"bijlagen[{nummer}]"), "onaangekondigd", stuk=stuk, **_noem(brief))


def _is_stuk(aankondiging: Aankondiging) -> bool:
    """Tell whether something is a document; the letter itself is none, and cannot be enclosed."""
    return aankondiging.document is not None or not _DE_BRIEF_ZELF.fullmatch(aankondiging.tekst)


def _iter_los(stukken: Sequence[_Stuk], andere: Sequence[_Stuk]) -> Iterator[int]:
    """Give the numbers of what does not stand in the other list: by its id, or else by its name."""
    documenten = {een.document for een in andere if een.document}
    for nummer, stuk in enumerate(stukken):
        if stuk.document not in documenten and not any(_has_zelfde_naam(stuk, ander) for ander in andere):
            yield nummer


def _has_zelfde_naam(stuk: _Stuk, ander: _Stuk) -> bool:
    """Tell whether two names say the same; two ids that differ are two documents, whatever their names."""
    beide = stuk.document and ander.document
    return not beide and (stuk.naam in ander.naam or ander.naam in stuk.naam)


def _normalise(tekst: str) -> str:
    """Give the words of a text between blanks, without articles, capitals and punctuation."""
    woorden = (woord for woord in re.findall(r"\w+", tekst.casefold()) if woord not in _LIDWOORDEN)
    return f" {' '.join(woorden) or tekst} "


def _iter_brieftekst(brief: Raadsbrief) -> Iterator[tuple[str, str]]:
    """Give the running texts of a letter, each with its field."""
    for veld in ("inleiding", "kernboodschap", "doorkijk"):
        tekst: str | None = getattr(brief, veld)
        if tekst:
            yield veld, tekst
    for nummer, afspraak in enumerate(brief.vervolg):
        yield f"vervolg[{nummer}].tekst", afspraak.tekst


def check_secties(dossier: Dossier, _peildatum: Date) -> Iterator[Bevinding]:
    """Find letters that say nothing, and parts of them that have a heading and no content."""
    koppen = {kop.sectie: kop.tekst for kop in sorted(dossier.gemeente.profiel.koppen, key=lambda kop: kop.tekst)}
    for brief in dossier.raadsbrieven:
        if not any((brief.kennisnemen_van, _has_kern(brief), brief.inleiding, brief.vervolg, brief.bijlagen)):
            yield B2.meld(_pad(brief), "leeg", **_noem(brief))
            continue
        for sectie, ernst in _iter_leeg(brief):
            if sectie in koppen:
                yield B2.meld(_pad(brief, sectie), ernst=ernst, kop=koppen[sectie], **_noem(brief))


def _iter_leeg(brief: Raadsbrief) -> Iterator[tuple[Briefsectie, Ernst]]:
    """Give the parts that are empty; a letter can be sent without the first two, and not without the last."""
    if not brief.kennisnemen_van:
        yield Briefsectie.KENNISNEMEN_VAN, Ernst.WAARSCHUWING
    if not _has_kern(brief):
        yield Briefsectie.KERNBOODSCHAP, Ernst.WAARSCHUWING
    if any(map(_is_stuk, brief.kennisnemen_van)) and not brief.bijlagen:
        yield Briefsectie.BIJLAGEN, Ernst.FOUT


def _has_kern(brief: Raadsbrief) -> bool:
    """Tell whether anything stands under the core message: its text, the themes, or the rest of it."""
    return bool(brief.kernboodschap or brief.themas or brief.doorkijk)


def check_gegevens(dossier: Dossier, _peildatum: Date) -> Iterator[Bevinding]:
    """Find letters without a case number, without who answers for it, or of the college without its decision."""
    for brief in dossier.raadsbrieven:
        for veld in ("zaaknummer", "portefeuillehouder"):
            if getattr(brief, veld) is None:
                yield B3.meld(_pad(brief, veld), veld=veld, **_noem(brief))
        if brief.afzender is Orgaan.COLLEGE and brief.collegebesluit is None:
            yield B3.meld(_pad(brief, "collegebesluit"), "besluit", **_noem(brief))


def check_afzender(dossier: Dossier, _peildatum: Date) -> Iterator[Bevinding]:
    """Find letters of an organ that informs no council, and of the college on what is the burgemeester's."""
    for brief in dossier.raadsbrieven:
        if brief.afzender not in {Orgaan.COLLEGE, Orgaan.BURGEMEESTER}:
            yield B4.meld(_pad(brief, "afzender"), afzender=brief.afzender.value, **_noem(brief))
        elif brief.afzender is Orgaan.COLLEGE:
            delen = (brief.onderwerp, brief.inleiding, brief.kernboodschap)
            if any(_OPENBARE_ORDE.search(deel) for deel in delen if deel):
                yield B4.meld(_pad(brief, "afzender"), "openbare orde", **_noem(brief))


def check_openbaarheid(dossier: Dossier, _peildatum: Date) -> Iterator[Bevinding]:
    """Find secrecy without its ground, its organ or its day, and an embargo without an end."""
    for brief in dossier.raadsbrieven:
        openbaarheid = brief.openbaarheid
        if openbaarheid.soort is Openbaarheidssoort.GEHEIM:
            for veld in ("grond", "opgelegd_door", "datum"):
                if getattr(openbaarheid, veld) is None:
                    variant = "" if veld == "grond" else veld
                    yield B5.meld(_pad(brief, f"openbaarheid.{veld}"), variant, **_noem(brief))
        if openbaarheid.soort is Openbaarheidssoort.EMBARGO and openbaarheid.embargo_tot is None:
            yield B5.meld(_pad(brief, "openbaarheid.embargo_tot"), "embargo", **_noem(brief))


def check_vervolg(dossier: Dossier, _peildatum: Date) -> Iterator[Bevinding]:
    """Find what a letter promises without a last day by which it will be."""
    for brief in dossier.raadsbrieven:
        for nummer, afspraak in enumerate(brief.vervolg):
            termijnen = tuple(_iter_termijnen(dossier, afspraak))
            if all(dossier.gemeente.venster(een)[1] is None for een in termijnen):
                variant = "open" if afspraak.termijn else ""
                pad = _pad(brief, f"vervolg[{nummer}].termijn")
                yield B6.meld(pad, variant, termijn=str(afspraak.termijn or ""), **_noem(brief))


def _iter_termijnen(dossier: Dossier, afspraak: Vervolgafspraak) -> Iterator[Datering]:
    """Give the term in the letter, and that of the promise as it was noted."""
    if afspraak.termijn:
        yield afspraak.termijn
    if afspraak.toezegging:
        yield dossier.find(Toezegging, afspraak.toezegging).termijn


def check_persoonsgegevens(dossier: Dossier, _peildatum: Date) -> Iterator[Bevinding]:
    """Find personal data in the texts of letters and of reports; none is repeated in full."""
    for brief in dossier.raadsbrieven:
        for veld, tekst in _iter_teksten_van_brief(brief):
            yield from _report_gegevens(_pad(brief, veld), tekst)
    for rapportage in dossier.rapportages:
        for veld, tekst in _iter_teksten_van_rapportage(rapportage):
            yield from _report_gegevens(f"rapportages[{rapportage.id}].{veld}", tekst)


def _report_gegevens(pad: str, tekst: str) -> Iterator[Bevinding]:
    gevonden = dict.fromkeys((een.soort, een.deel) for een in find_persoonsgegevens(tekst))
    for soort, deel in gevonden:
        yield B7.meld(pad, "" if soort is Gegevenssoort.BSN else soort.value, deel=deel)


def _iter_teksten_van_brief(brief: Raadsbrief) -> Iterator[tuple[str, str]]:
    yield "onderwerp", brief.onderwerp
    for nummer, aankondiging in enumerate(brief.kennisnemen_van):
        yield f"kennisnemen_van[{nummer}].tekst", aankondiging.tekst
    yield from _iter_brieftekst(brief)
    for nummer, bijlage in enumerate(brief.bijlagen):
        yield f"bijlagen[{nummer}].titel", bijlage.titel


def _iter_teksten_van_rapportage(rapportage: Rapportage) -> Iterator[tuple[str, str]]:
    velden = [("titel", rapportage.titel), ("inleiding", rapportage.inleiding)]
    for nummer, deel in enumerate(rapportage.ontwikkelingen):
        plek = f"ontwikkelingen[{nummer}]"
        velden += [(f"{plek}.tekst", deel.tekst), (f"{plek}.vooruitblik", deel.vooruitblik)]
    velden += [(f"vergelijkingen[{nummer}].tekst", een.tekst) for nummer, een in enumerate(rapportage.vergelijkingen)]
    velden.append(("vooruitblik", rapportage.vooruitblik))
    return ((veld, tekst) for veld, tekst in velden if tekst)


def check_volgorde(dossier: Dossier, _peildatum: Date) -> Iterator[Bevinding]:
    """Find letters of a day before the college decided to send them."""
    for brief in dossier.raadsbrieven:
        if brief.collegebesluit and brief.datum < brief.collegebesluit:
            yield B8.meld(_pad(brief, "datum"), besluit=brief.collegebesluit, **_noem(brief))


B1 = Regel(code="B1", ernst=Ernst.FOUT, tekst=teksten.B1, bron=PRAKTIJK, check=check_bijlagen)
B2 = Regel(code="B2", ernst=Ernst.FOUT, tekst=teksten.B2, bron=PRAKTIJK, check=check_secties)
B3 = Regel(code="B3", ernst=Ernst.WAARSCHUWING, tekst=teksten.B3, bron=PRAKTIJK, check=check_gegevens)
B4 = Regel(code="B4", ernst=Ernst.INFO, tekst=teksten.B4, bron=GEMEENTEWET_AFZENDER, check=check_afzender)
B5 = Regel(code="B5", ernst=Ernst.FOUT, tekst=teksten.B5, bron=GEMEENTEWET_GEHEIM, check=check_openbaarheid)
B6 = Regel(code="B6", ernst=Ernst.WAARSCHUWING, tekst=teksten.B6, bron=EIGEN_AFSPRAAK, check=check_vervolg)
B7 = Regel(code="B7", ernst=Ernst.WAARSCHUWING, tekst=teksten.B7, bron=AVG, check=check_persoonsgegevens)
B8 = Regel(code="B8", ernst=Ernst.FOUT, tekst=teksten.B8, bron=EIGEN_AFSPRAAK, check=check_volgorde)

RAADSBRIEF = (B1, B2, B3, B4, B5, B6, B7, B8)
