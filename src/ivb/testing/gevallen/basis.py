"""Dossiers in which no rule finds anything on one day, however they are drawn."""

from collections.abc import Callable
from typing import Any, TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ivb.dates import Date, Datering, parse_datering, parse_periode
from ivb.model.beleid import Doel, Nulmeting, Prioriteit, Streefwaarde, Thema, Veiligheidsbeleid
from ivb.model.besluit import Besluit, Orgaan
from ivb.model.dossier import Dossier
from ivb.model.gemeente import Drempels, Gemeente, Profiel
from ivb.model.indicator import Indicator, Meting, Richting
from ivb.model.jaarplan import Actie, Ambitie, Capaciteit, Dekking, Herkomst, Jaarplan, Verplichting
from ivb.model.raadsbrief import Aankondiging, Bijlage, Raadsbrief, Vervolgafspraak
from ivb.model.rapportage import Ontwikkeling, Rapportage, Vergelijking
from ivb.model.rapportageafspraak import Levertermijn, Rapportageafspraak, Ritme
from ivb.model.toezegging import Afdoening, Statusmelding, Toezegging, Toezeggingstatus
from ivb.model.voortgang import Oordeel, Voortgang, Voortgangsmelding

PEILDATUM = Date(2025, 7, 1)
"""The day on which these dossiers are judged."""

Kies: TypeAlias = Callable[[SearchStrategy[Any]], Any]

_ROLLEN = st.sampled_from(("adviseur veiligheid", "wijkagent", "beleidsmedewerker jeugd"))
_NAMEN = ("Woonoverlast", "Jeugd", "Ondermijning", "Digitale veiligheid")
_ACTIES = (
    "Schouw in het centrum",
    "Weerbare ondernemers",
    "Training voor baliemedewerkers",
    "Straatcoaches in de wijk",
)


_UITLEG = {"oorzaak": "Ziekte.", "gevolg": "Uitstel.", "bijsturing": "Vervanging."}


def geldige_dossiers() -> SearchStrategy[Dossier]:
    """Draw dossiers in which no rule finds anything on `PEILDATUM`.

    Each has a policy of 2024 to 2027, plans for 2024 and 2025 with the log of their actions, an indicator with
    measurements, two reports on 2024, each with its letter, and a promise that was kept.
    """
    return _dossiers()


@st.composite
def _dossiers(draw: DrawFn) -> Dossier:
    themas = tuple(
        Thema(id=f"t{nummer}", naam=naam, prioriteit=Prioriteit.SPEERPUNT if nummer == 0 else Prioriteit.BEHEERSNIVEAU)
        for nummer, naam in enumerate(_NAMEN[: draw(st.integers(1, 3))])
    )
    acties = tuple(
        _draw_actie(draw, nummer, titel, themas[nummer % len(themas)].id)
        for nummer, titel in enumerate(_ACTIES[: draw(st.integers(len(themas), 4))])
    )
    waarden: list[float] = draw(st.tuples(st.floats(10, 20), st.floats(10, 20)).map(list))
    return Dossier(
        bijgehouden_vanaf=Date(2024, 1, 1),
        gemeente=Gemeente(
            naam=draw(st.sampled_from(("Voorbeeldstad", "Dorpsveen"))),
            code=draw(st.integers(1, 9999).map("GM{:04d}".format)),
            plaats="Voorbeeldstad",
            profiel=Profiel(drempels=Drempels(vertraging=150, prioriteiten=3, kleine_aantallen=10)),
        ),
        beleid=(_make_beleid(themas),),
        indicatoren=(
            Indicator(
                id="i1",
                naam="Meldingen van overlast",
                eenheid="aantal",
                per=1000,
                noemer="inwoners",
                richting=Richting.DALING,
                bron="CBS",
                methode="2024",
                vertraging=30,
            ),
        ),
        metingen=tuple(
            _make_meting(periode, waarde) for periode, waarde in zip(("2023-H2", "2024-H2"), waarden, strict=True)
        ),
        jaarplannen=(_make_jaarplan(2024, acties), _make_jaarplan(2025, acties)),
        voortgang=tuple(_iter_meldingen(draw, acties)),
        toezeggingen=(_make_toezegging(),),
        rapportages=(_make_rapportage(1, themas), _make_rapportage(2, themas)),
        raadsbrieven=(_make_brief(1, themas), _make_brief(2, themas)),
    )


def _make_beleid(themas: tuple[Thema, ...]) -> Veiligheidsbeleid:
    return Veiligheidsbeleid(
        id="ivb",
        titel="Integraal veiligheidsbeleid 2024-2027",
        looptijd="2024/2027",
        vastgesteld=Besluit(orgaan=Orgaan.RAAD, datum=parse_datering("15 januari 2024")),
        themas=themas,
        doelen=(
            Doel(
                id="d1",
                thema=themas[0].id,
                tekst="Inwoners hebben minder last van hun omgeving.",
                effect="Inwoners voelen zich thuis in hun straat.",
                indicator="i1",
                richting=Richting.DALING,
                nulmeting=Nulmeting(waarde=20, jaar=2023),
                streefwaarden=(Streefwaarde(jaar=2025, waarde=15), Streefwaarde(jaar=2027, waarde=10)),
            ),
        ),
        rapportageafspraken=(
            Rapportageafspraak(
                ritme=Ritme.HALFJAARLIJKS,
                vanaf="2024-H1",
                levertermijnen=(
                    Levertermijn(deel="H1", venster="najaar"),
                    Levertermijn(deel="H2", venster="vóór 1 juni", jaren_later=1),
                ),
            ),
        ),
    )


def _draw_actie(draw: DrawFn, nummer: int, titel: str, thema: str) -> Actie:
    return Actie(
        id=f"A{nummer}",
        thema=thema,
        ambitie="amb1",
        titel=titel,
        resultaat="Er is een verslag.",
        trekker=draw(_ROLLEN),
        partners=draw(st.lists(st.sampled_from(("politie", "woningcorporatie")), max_size=2, unique=True).map(tuple)),
        eind=parse_datering("december 2025"),
        ijkmomenten=_ijkmomenten(),
        uren=draw(st.integers(1, 100)),
        dekking=draw(st.none() | st.sampled_from(Dekking)),
        herkomst=Herkomst.LOKAAL,
    )


def _ijkmomenten() -> tuple[Datering, ...]:
    return (parse_datering("oktober 2025"),)


def _make_jaarplan(jaar: int, acties: tuple[Actie, ...]) -> Jaarplan:
    return Jaarplan(
        looptijd=str(jaar),
        titel=f"Jaarplan veiligheid {jaar}",
        beleid="ivb",
        vastgesteld=Besluit(orgaan=Orgaan.COLLEGE, datum=parse_datering(f"16 januari {jaar}")),
        ambities=(Ambitie(id="amb1", titel="Een schone en veilige straat", doelen=("d1",)),),
        acties=acties,
        capaciteit=(Capaciteit(rol="veiligheid", uren=1000, bedrag=50000, dekking=Dekking.STRUCTUREEL),),
        verplichtingen=(
            Verplichting(
                id="V1",
                titel="De basis op orde",
                herkomst=Herkomst.REGIONAAL,
                uren=120,
                dekking=Dekking.STRUCTUREEL,
                structureel=True,
            ),
        ),
    )


def _iter_meldingen(draw: DrawFn, acties: tuple[Actie, ...]) -> list[Voortgangsmelding]:
    """Give of every action a note in each half year; one may be orange, with all that belongs to it."""
    meldingen = []
    for actie in acties:
        for maand, jaar in ((5, 2024), (11, 2024), (5, 2025)):
            oranje: bool = draw(st.booleans())
            uitleg: dict[str, Any] = (
                {"oorzaak": "Ziekte.", "gevolg": "Uitstel.", "bijsturing": "Vervanging."} if oranje else {}
            )
            meldingen.append(
                Voortgangsmelding(
                    actie=actie.id,
                    sinds=Date(jaar, maand, draw(st.integers(1, 28))),
                    voortgang=Voortgang.LOOPT,
                    tijd=Oordeel.ORANJE if oranje else Oordeel.GROEN,
                    toelichting=f"Zo staat het in maand {maand} van {jaar}.",
                    **uitleg,
                )
            )
    return meldingen


def _make_meting(periode: str, waarde: float) -> Meting:
    return Meting(
        indicator="i1",
        periode=periode,
        waarde=waarde,
        eenheid="aantal",
        per=1000,
        noemer="inwoners",
        aantal=300,
        bron="CBS",
        methode="2024",
    )


def _make_toezegging() -> Toezegging:
    return Toezegging(
        id="tz1",
        datum=parse_datering("15 januari 2024"),
        onderwerp="Jaarplan 2024",
        tekst="De raad krijgt het jaarplan 2024 vóór de zomer.",
        termijn=parse_datering("vóór 1 juli 2024"),
        statuslog=(Statusmelding(status=Toezeggingstatus.AFGEDAAN, sinds=Date(2024, 3, 1)),),
        afdoeningen=(Afdoening(sinds=Date(2024, 3, 1), document="2024"),),
    )


def _make_rapportage(helft: int, themas: tuple[Thema, ...]) -> Rapportage:
    vergelijkingen = (Vergelijking(indicator="i1", van="2023-H2", naar="2024-H2"),) if helft == 2 else ()  # noqa: PLR2004
    return Rapportage(
        id=f"notitie-{helft}",
        titel=f"Stand van zaken 2024, helft {helft}",
        perioden=(parse_periode(f"2024-H{helft}"),),
        peildatum=Date(2024, 6, 30) if helft == 1 else Date(2024, 12, 31),
        datum=Date(2024, 9, 10) if helft == 1 else Date(2025, 3, 10),
        ontwikkelingen=tuple(
            Ontwikkeling(thema=thema.id, tekst=f"In helft {helft} gebeurde er iets met {thema.naam}.")
            for thema in themas
        ),
        vergelijkingen=vergelijkingen,
    )


def _make_brief(helft: int, themas: tuple[Thema, ...]) -> Raadsbrief:
    datum = Date(2024, 9, 17) if helft == 1 else Date(2025, 3, 18)
    document, titel = f"notitie-{helft}", f"Stand van zaken 2024, helft {helft}"
    vervolg = (
        Vervolgafspraak(
            tekst="De stand van zaken over de tweede helft van 2024 krijgt u vóór 1 juni 2025.",
            periode="2024-H2",
            termijn=parse_datering("vóór 1 juni 2025"),
        ),
    )
    return Raadsbrief(
        id=f"brief-{helft}",
        zaaknummer=f"Z2024-{helft}",
        datum=datum,
        collegebesluit=datum.subtract(days=7),
        portefeuillehouder="burgemeester",
        gepubliceerd=datum.add(days=7),
        onderwerp=titel,
        kennisnemen_van=(Aankondiging(tekst=titel, document=document),),
        inleiding="Twee keer per jaar vertellen wij hoe het staat.",
        kernboodschap="De uitvoering ligt op koers. De notitie volgt deze thema's:",
        themas=tuple(thema.id for thema in themas),
        vervolg=vervolg if helft == 1 else (),
        bijlagen=(Bijlage(titel=titel, document=document),),
    )
