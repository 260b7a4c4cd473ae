"""A letter that is made here says what the dossier knows, and leaves out what it does not."""

import datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import (
    Actie,
    Besluit,
    DatumError,
    Dossier,
    Functionaris,
    Gemeente,
    Jaarplan,
    Orgaan,
    Periode,
    Raadsbrief,
    Rapportage,
    Rapportageafspraak,
    Ritme,
    Toezegging,
    Veiligheidsbeleid,
    compose_raadsbrief,
    parse_datering,
    parse_periode,
    render_raadsbrief,
    voorbeeld,
)
from ivb.documents.compose import _wanneer
from ivb.testing import dossiers

LEEG = Dossier(bijgehouden_vanaf=datetime.date(2024, 1, 1), gemeente=Gemeente(naam="A", code="GM0001", plaats="B"))
DATUM = datetime.date(2024, 10, 8)


def compose(dossier: Dossier, periode: Periode | str = "2024-H1", datum: datetime.date = DATUM) -> Raadsbrief:
    return compose_raadsbrief(dossier, periode, datum=datum)


class TestTwenterand:
    """From the example comes the letter that the college could have sent, its enclosures listed."""

    def test_letter_over_2023(self) -> None:
        zonder_brief = attrs.evolve(voorbeeld(), raadsbrieven=())
        brief = compose(zonder_brief, "2023-H2", datetime.date(2024, 4, 23))
        assert brief.onderwerp == "Stand van zaken notitie Openbare Orde en Veiligheid 2023"
        assert [deel.tekst for deel in brief.kennisnemen_van] == [bijlage.titel for bijlage in brief.bijlagen]
        assert [bijlage.document for bijlage in brief.bijlagen] == ["stand-van-zaken-2023", "jaarplan-2024"]
        assert brief.inleiding == (
            "Met deze brief informeren wij u over de veiligheid in 2023. De prioriteiten staan in ons "
            "veiligheidsbeleid: Integraal Veiligheidsbeleid 2022-2025 (in november 2021 door de raad vastgesteld)."
        )
        assert brief.kernboodschap == (
            "In 2021 is uw raad toegezegd dat u halfjaarlijks een stand van zaken notitie ontvangt. "
            "Wij volgen de thema’s van het veiligheidsbeleid:"
        )
        assert brief.themas == ("leefbaarheid", "ondermijning", "zorg-jeugd-veiligheid", "crisisbeheersing")
        assert [een.anker for een in brief.ondertekenaars] == ["_sign1_", "_sign2_"]

    def test_follow_up_is_the_next_report_that_is_owed(self) -> None:
        brief = compose(voorbeeld(), "2023-H2", datetime.date(2024, 4, 24))
        (vervolg,) = brief.vervolg
        assert vervolg.tekst == (
            "De stand van zaken notitie over het eerste halfjaar van 2024 volgt in het najaar van 2024."
        )
        assert (str(vervolg.periode), vervolg.toezegging) == ("2024-H1", "notitie-2024-h1")

    def test_a_plan_goes_to_the_council_once(self) -> None:
        brief = compose(voorbeeld(), "2024-H1")
        assert [bijlage.document for bijlage in brief.bijlagen] == [None]
        assert brief.doorkijk is None

    def test_it_can_be_rendered(self) -> None:
        dossier = voorbeeld()
        assert render_raadsbrief(dossier, compose(dossier))[:2] == b"PK"


class TestSparse:
    """What the dossier does not know is left out."""

    def test_nothing_but_a_municipality(self) -> None:
        brief = compose(LEEG)
        assert brief.onderwerp == "Rapportage over het eerste halfjaar van 2024"
        assert brief.inleiding == "Met deze brief informeren wij u over de veiligheid in het eerste halfjaar van 2024."
        assert (brief.kernboodschap, brief.themas, brief.vervolg, brief.ondertekenaars) == (None, (), (), ())

    def test_a_policy_of_which_the_adoption_is_unknown(self) -> None:
        beleid = Veiligheidsbeleid(id="ivb", titel="IVB 2022-2025", looptijd="2022/2025")
        inleiding = compose(attrs.evolve(LEEG, beleid=(beleid,))).inleiding
        assert inleiding is not None
        assert inleiding.endswith("De prioriteiten staan in ons veiligheidsbeleid: IVB 2022-2025.")

    @pytest.mark.parametrize(
        ("besluit", "slot"),
        [
            (Besluit(orgaan=Orgaan.COLLEGE, datum="3 mei 2022"), "(op 3 mei 2022 door het college vastgesteld)."),
            (Besluit(orgaan=Orgaan.BURGEMEESTER, datum="2022"), "(in 2022 door de burgemeester vastgesteld)."),
            (Besluit(orgaan=Orgaan.ANDERS, datum="onbekend"), ": IVB (vastgesteld)."),
        ],
    )
    def test_adopted_by(self, besluit: Besluit, slot: str) -> None:
        beleid = Veiligheidsbeleid(id="ivb", titel="IVB", looptijd="2022/2025", vastgesteld=besluit)
        inleiding = compose(attrs.evolve(LEEG, beleid=(beleid,))).inleiding
        assert inleiding is not None
        assert inleiding.endswith(slot)

    def test_a_promise_of_which_the_day_and_the_term_are_unknown(self) -> None:
        toezegging = Toezegging(
            id="T",
            datum="onbekend",
            onderwerp="x",
            rapportageafspraak=Rapportageafspraak(ritme=Ritme.KWARTAAL, vanaf="2024-K1"),
        )
        brief = compose(attrs.evolve(LEEG, toezeggingen=(toezegging,)))
        assert brief.kernboodschap == "Eerder is uw raad toegezegd dat u per kwartaal een rapportage ontvangt."
        assert brief.vervolg[0].tekst == "Er volgt nog een rapportage over het derde kwartaal van 2024."

    def test_a_report_over_periods_that_do_not_join(self) -> None:
        perioden = (parse_periode("2023-K1"), parse_periode("2024-H1"))
        dossier = attrs.evolve(LEEG, rapportages=(Rapportage(id="r", titel="Notitie", perioden=perioden),))
        assert "het eerste halfjaar van 2024" in (compose(dossier).inleiding or "")

    def test_outlook_of_the_report_and_the_plan(self) -> None:
        rapportage = Rapportage(id="r", titel="N", perioden=(parse_periode("2024-H1"),), vooruitblik="Straks.")
        plan = Jaarplan(titel="jaarplan 2024", looptijd="2024", acties=(Actie(id="A1", titel="x"),))
        brief = compose(attrs.evolve(LEEG, rapportages=(rapportage,), jaarplannen=(plan,)))
        assert brief.doorkijk == "Straks.\n\nBij deze brief ontvangt u ook: jaarplan 2024."

    def test_signed_by_who_is_in_office(self) -> None:
        mensen = (
            Functionaris(functie="burgemeester", naam="eerste", einddatum=datetime.date(2024, 10, 7)),
            Functionaris(functie="burgemeester", naam="tweede", begindatum=datetime.date(2024, 10, 8)),
            Functionaris(functie="griffier", naam="griffier"),
            Functionaris(functie="Gemeentesecretaris", naam="derde"),
        )
        gemeente = attrs.evolve(LEEG.gemeente, functionarissen=mensen)
        brief = compose(attrs.evolve(LEEG, gemeente=gemeente))
        assert [(een.functie, een.naam) for een in brief.ondertekenaars] == [
            ("de burgemeester", "tweede"),
            ("de Gemeentesecretaris", "derde"),
        ]


class TestDayOfTheLetter:
    """What is of a later day than the letter does not exist yet."""

    def test_report_and_plan_of_later(self) -> None:
        later = datetime.date(2024, 12, 1)
        rapportage = Rapportage(id="r", titel="N", perioden=(parse_periode("2024-H1"),), datum=later)
        besluit = Besluit(orgaan=Orgaan.COLLEGE, datum=later)
        plan = Jaarplan(titel="plan", looptijd="2024", vastgesteld=besluit)
        dossier = attrs.evolve(LEEG, rapportages=(rapportage,), jaarplannen=(plan,))
        assert [een.document for een in compose(dossier).bijlagen] == [None]
        assert [een.document for een in compose(dossier, datum=later).bijlagen] == ["r", "2024"]

    def test_promises_of_later_and_struck_ones(self) -> None:
        def belofte(sleutel: str, datum: str, besluit: Besluit | None = None) -> Toezegging:
            afspraak = Rapportageafspraak(ritme=Ritme.HALFJAARLIJKS)
            return Toezegging(
                id=sleutel, datum=datum, onderwerp="x", rapportageafspraak=afspraak, afvoerbesluit=besluit
            )

        geschrapt = belofte("T1", "2019", Besluit(orgaan=Orgaan.RAAD, datum="2020"))
        dossier = attrs.evolve(LEEG, toezeggingen=(geschrapt, belofte("T2", "2027"), belofte("T3", "2021")))
        assert (compose(dossier).kernboodschap or "").startswith("In 2021 is uw raad toegezegd")

    @pytest.mark.parametrize("periode", ["1200", "2200", "9999"])
    def test_a_period_out_of_all_reason(self, periode: str) -> None:
        with pytest.raises(DatumError, match="kijk het jaartal na"):
            compose(LEEG, periode)


class TestId:
    """A letter has an id that no other letter of the dossier has."""

    def test_by_its_day(self) -> None:
        eerste = compose(LEEG)
        assert eerste.id == "raadsbrief-2024-10-08"
        tweede = compose(attrs.evolve(LEEG, raadsbrieven=(eerste,)), "2023-H2")
        assert tweede.id == "raadsbrief-2024-10-08-2023-H2"


class TestWanneer:
    """A dating reads as in a sentence."""

    @pytest.mark.parametrize(
        ("woorden", "zin"),
        [
            ("23 april 2024", "op 23 april 2024"),
            ("april 2024", "in april 2024"),
            ("najaar 2024", "in het najaar van 2024"),
            ("zomer 2024", "in de zomer van 2024"),
            ("Q3 2024", "in het derde kwartaal van 2024"),
            ("vóór de zomer van 2025", "vóór de zomer van 2025"),
            ("uiterlijk 1 mei 2024", "uiterlijk 1 mei 2024"),
            ("tot en met mei 2024", "uiterlijk mei 2024"),
            ("vanaf mei 2024", "vanaf mei 2024"),
            ("onbekend", None),
        ],
    )
    def test_wanneer(self, woorden: str, zin: str | None) -> None:
        assert _wanneer(parse_datering(woorden)) == zin


class TestAnyDossier:
    """Every dossier gives a letter for every period, the same every time, that a document can hold."""

    @given(dossiers(), st.sampled_from(["2023", "2024-H1", "2024-K3", "2022/2025", "2024-05"]))
    def test_composes_and_fits(self, dossier: Dossier, periode: str) -> None:
        brief = compose(dossier, periode)
        assert brief == compose(dossier, parse_periode(periode))
        met_brief = attrs.evolve(dossier, raadsbrieven=(*dossier.raadsbrieven, brief))
        assert met_brief.find(Raadsbrief, brief.id) == brief
        assert {een.document for een in brief.kennisnemen_van} == {een.document for een in brief.bijlagen}

    def test_no_period(self) -> None:
        with pytest.raises(DatumError):
            compose(LEEG, "2024-H3")
