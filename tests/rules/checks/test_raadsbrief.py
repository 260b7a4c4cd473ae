"""What is wrong with a letter to the council."""

from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import (
    Aankondiging,
    Bevinding,
    Bijlage,
    Briefsectie,
    Dossier,
    Ernst,
    Gemeente,
    Kop,
    Ontwikkeling,
    Openbaarheid,
    Openbaarheidssoort,
    Orgaan,
    Profiel,
    Raadsbrief,
    Rapportage,
    Thema,
    Toezegging,
    Vergelijking,
    Vervolgafspraak,
    check,
    voorbeeld,
)
from ivb.dates import Date, Datering, parse_datering, parse_periode
from ivb.documents.stukken.raadsbrief import view_raadsbrief
from ivb.errors import DocumentError
from ivb.model.beleid import Veiligheidsbeleid
from ivb.model.indicator import Indicator
from ivb.rules.checks.raadsbrief import RAADSBRIEF
from ivb.testing import datums

DAG = Date(2025, 7, 1)
BRIEF: dict[str, Any] = {
    "id": "b",
    "datum": Date(2025, 3, 18),
    "onderwerp": "Stand van zaken 2024",
    "zaaknummer": "Z-2025-1",
    "portefeuillehouder": "burgemeester",
    "collegebesluit": Date(2025, 3, 11),
    "kennisnemen_van": (Aankondiging(tekst="De stand van zaken 2024"),),
    "kernboodschap": "De uitvoering ligt op koers.",
    "bijlagen": (Bijlage(titel="Stand van zaken 2024"),),
}


def maak(*, profiel: Profiel | None = None, dossier: dict[str, Any] | None = None, **velden: Any) -> Dossier:  # noqa: ANN401
    gemeente = Gemeente(naam="A", code="GM0001", plaats="A", profiel=profiel or Profiel())
    brief = Raadsbrief(**BRIEF | velden)
    return Dossier(bijgehouden_vanaf=Date(2024, 1, 1), gemeente=gemeente, raadsbrieven=(brief,), **dossier or {})


def vind(dossier: Dossier, code: str = "", *, peildatum: Date = DAG) -> list[Bevinding]:
    gevonden = check(dossier, peildatum=peildatum, regels=RAADSBRIEF)
    return [een for een in gevonden if code in {"", een.code}]


def paden(dossier: Dossier, code: str) -> list[str]:
    return [een.pad.removeprefix("raadsbrieven[b]").removeprefix(".") for een in vind(dossier, code)]


class TestEveryLetter:
    """A letter is judged whatever the day: one that is being prepared can still be mended."""

    def test_nothing_is_wrong(self) -> None:
        assert vind(maak()) == []

    @given(datums())
    def test_the_day_does_not_matter(self, dag: Date) -> None:
        dossier = maak(bijlagen=())
        assert vind(dossier, peildatum=dag) == vind(dossier)
        assert vind(dossier)

    def test_the_example(self) -> None:
        brief = "raadsbrieven[raadsbrief-2024-04-23]"
        gevonden = vind(voorbeeld(), peildatum=Date(2024, 4, 23))
        assert [(een.code, een.pad, een.ernst) for een in gevonden] == [
            ("B1", f"{brief}.kennisnemen_van[0]", Ernst.FOUT),
            ("B1", f"{brief}.kennisnemen_van[1]", Ernst.FOUT),
            ("B2", f"{brief}.bijlagen", Ernst.FOUT),
            ("B3", f"{brief}.zaaknummer", Ernst.WAARSCHUWING),
            ("B3", f"{brief}.portefeuillehouder", Ernst.WAARSCHUWING),
            ("B3", f"{brief}.collegebesluit", Ernst.WAARSCHUWING),
        ]
        assert gevonden[1].boodschap == (
            "De brief van 23 april 2024 (Stand van zaken notitie Openbare Orde en Veiligheid 2023) kondigt "
            "‘Het jaarplan Veiligheid 2024’ aan, maar dat staat niet bij de bijlagen; voeg het bij."
        )


class TestEnclosures:
    """B1: what is announced is enclosed, and the other way round."""

    @pytest.mark.parametrize(
        ("aangekondigd", "bijgevoegd"),
        [
            ("Jaarplan 2025", "Jaarplan 2025"),
            ("Het jaarplan 2025!", "JAARPLAN  2025"),
            ("Het jaarplan 2025, dat is bijgevoegd", "Jaarplan 2025"),
            ("Jaarplan 2025", "Bijlage 1: jaarplan 2025"),
            ("…", "…"),
        ],
    )
    def test_by_name(self, aangekondigd: str, bijgevoegd: str) -> None:
        dossier = maak(kennisnemen_van=(Aankondiging(tekst=aangekondigd),), bijlagen=(Bijlage(titel=bijgevoegd),))
        assert paden(dossier, "B1") == []

    @pytest.mark.parametrize(
        ("aangekondigd", "bijgevoegd"),
        [("Jaarplan 2025", "Jaarplan 2024"), ("Jaarplan 202", "Jaarplan 2025"), ("…", "Jaarplan"), ("Jaarplan", "…")],
    )
    def test_another_name(self, aangekondigd: str, bijgevoegd: str) -> None:
        dossier = maak(kennisnemen_van=(Aankondiging(tekst=aangekondigd),), bijlagen=(Bijlage(titel=bijgevoegd),))
        assert paden(dossier, "B1") == ["kennisnemen_van[0]", "bijlagen[0]"]

    def test_by_document(self) -> None:
        """The same document under another name is the same; another document under the same name is not."""
        rapportages = tuple(
            Rapportage(id=naam, titel=naam, perioden=(parse_periode("2024"),)) for naam in ("een", "twee")
        )
        for document, verwacht in (("een", []), ("twee", ["kennisnemen_van[0]", "bijlagen[0]"])):
            naam = "Heel anders" if document == "een" else "Stand"
            dossier = maak(
                dossier={"rapportages": rapportages},
                kennisnemen_van=(Aankondiging(tekst="Stand", document="een"),),
                bijlagen=(Bijlage(titel=naam, document=document),),
            )
            assert paden(dossier, "B1") == verwacht

    @pytest.mark.parametrize("veld", ["inleiding", "kernboodschap", "doorkijk"])
    def test_the_text_may_announce_it(self, veld: str) -> None:
        bijlagen = (*BRIEF["bijlagen"], Bijlage(titel="Kaart van het centrum"))
        assert paden(maak(bijlagen=bijlagen), "B1") == ["bijlagen[1]"]
        tekst: dict[str, Any] = {veld: "U vindt ook een kaart van het centrum."}
        assert paden(maak(bijlagen=bijlagen, **tekst), "B1") == []

    def test_a_name_over_two_texts_announces_nothing(self) -> None:
        bijlagen = (*BRIEF["bijlagen"], Bijlage(titel="Kaart van het centrum"))
        dossier = maak(bijlagen=bijlagen, inleiding="Zie de kaart van", doorkijk="het centrum.")
        assert paden(dossier, "B1") == ["bijlagen[1]"]

    @pytest.mark.parametrize(
        ("tekst", "aantal"),
        [
            ("De inhoud van deze brief", 0),
            ("Deze raadsbrief.", 0),
            ("van de inhoud van dit memo", 0),
            ("Het jaarplan bij deze brief", 1),
            ("De inhoud van deze brief en het jaarplan", 1),
        ],
    )
    def test_the_letter_itself_is_no_enclosure(self, tekst: str, aantal: int) -> None:
        dossier = maak(kennisnemen_van=(Aankondiging(tekst=tekst),), bijlagen=())
        assert (len(vind(dossier, "B1")), len(vind(dossier, "B2"))) == (aantal, aantal)


class TestSections:
    """B2: a final letter says something; nothing stands empty under a heading."""

    LEEG: ClassVar[dict[str, Any]] = {"kennisnemen_van": (), "kernboodschap": None, "bijlagen": ()}

    def test_a_letter_that_says_nothing_is_refused_and_found(self) -> None:
        dossier = maak(**self.LEEG)
        assert [(een.pad, een.ernst, een.variant) for een in vind(dossier, "B2")] == [
            ("raadsbrieven[b]", Ernst.FOUT, "leeg")
        ]
        with pytest.raises(DocumentError):
            view_raadsbrief(dossier, dossier.raadsbrieven[0])

    @pytest.mark.parametrize(
        "iets",
        [
            {"inleiding": "Zo staat het."},
            {"doorkijk": "Zo gaat het."},
            {"vervolg": (Vervolgafspraak(tekst="U hoort meer."),)},
            {"bijlagen": (Bijlage(titel="Kaart"),)},
            {"kennisnemen_van": (Aankondiging(tekst="Kaart"),), "bijlagen": (Bijlage(titel="Kaart"),)},
        ],
    )
    def test_a_letter_that_says_something_can_be_sent(self, iets: dict[str, Any]) -> None:
        dossier = maak(**self.LEEG | iets)
        assert view_raadsbrief(dossier, dossier.raadsbrieven[0]).secties
        assert {een.ernst for een in vind(dossier, "B2")} == {Ernst.WAARSCHUWING}

    def test_each_empty_part(self) -> None:
        assert paden(maak(kennisnemen_van=(), bijlagen=()), "B2") == ["kennisnemen_van"]
        assert paden(maak(kernboodschap=None), "B2") == ["kernboodschap"]
        (bevinding,) = vind(maak(bijlagen=()), "B2")
        assert (bevinding.pad, bevinding.ernst) == ("raadsbrieven[b].bijlagen", Ernst.FOUT)
        assert "heeft niets onder BIJLAGEN;" in bevinding.boodschap

    def test_themes_or_the_rest_are_a_core_message(self) -> None:
        beleid = Veiligheidsbeleid(id="p", titel="P", looptijd="2024/2027", themas=(Thema(id="t", naam="T"),))
        assert paden(maak(kernboodschap=None, themas=("t",), dossier={"beleid": (beleid,)}), "B2") == []
        assert paden(maak(kernboodschap=None, doorkijk="Zo gaat het verder."), "B2") == []

    def test_a_part_without_a_heading_is_not_missed(self) -> None:
        profiel = Profiel(koppen=(Kop(sectie=Briefsectie.KERNBOODSCHAP, tekst="KERN"),))
        assert paden(maak(profiel=profiel, kennisnemen_van=(), bijlagen=()), "B2") == []
        assert paden(maak(profiel=profiel, bijlagen=()), "B2") == []
        assert "KERN" in vind(maak(profiel=profiel, kernboodschap=None), "B2")[0].boodschap


class TestFields:
    """B3: a letter has a case number, somebody who answers for it, and a decision when it is of the college."""

    @pytest.mark.parametrize("veld", ["zaaknummer", "portefeuillehouder", "collegebesluit"])
    def test_one_is_missing(self, veld: str) -> None:
        (bevinding,) = vind(maak(**{veld: None}))
        assert (bevinding.code, bevinding.pad) == ("B3", f"raadsbrieven[b].{veld}")
        assert veld in bevinding.boodschap

    def test_the_burgemeester_needs_no_college(self) -> None:
        assert paden(maak(afzender=Orgaan.BURGEMEESTER, collegebesluit=None), "B3") == []


class TestSender:
    """B4: college and burgemeester inform the council, each on their own task (Gemeentewet, art. 169, 172, 180)."""

    @pytest.mark.parametrize(
        ("afzender", "aantal"),
        [(Orgaan.COLLEGE, 0), (Orgaan.BURGEMEESTER, 0), (Orgaan.RAAD, 1), (Orgaan.ANDERS, 1)],
    )
    def test_who_sends(self, afzender: Orgaan, aantal: int) -> None:
        gevonden = vind(maak(afzender=afzender), "B4")
        assert [(een.pad, een.ernst) for een in gevonden] == [("raadsbrieven[b].afzender", Ernst.INFO)] * aantal

    @pytest.mark.parametrize("veld", ["onderwerp", "inleiding", "kernboodschap"])
    def test_public_order_is_the_burgemeesters(self, veld: str) -> None:
        tekst: dict[str, Any] = {veld: "Verstoring van de Openbare\u00a0orde in het centrum"}
        assert [een.variant for een in vind(maak(**tekst), "B4")] == ["openbare orde"]
        assert vind(maak(afzender=Orgaan.BURGEMEESTER, **tekst), "B4") == []

    @pytest.mark.parametrize("tekst", ["Notitie Openbare Orde en Veiligheid", "openbare orde & veiligheid"])
    def test_the_name_of_the_field_is_no_public_order(self, tekst: str) -> None:
        assert vind(maak(onderwerp=tekst), "B4") == []


class TestSecrecy:
    """B5: secrecy has a ground, an organ and a day (Gemeentewet, art. 87-89); an embargo has an end."""

    GEHEIM: ClassVar[dict[str, Any]] = {
        "soort": Openbaarheidssoort.GEHEIM,
        "grond": "Woo 5.1",
        "opgelegd_door": Orgaan.COLLEGE,
        "datum": DAG,
    }

    def test_whole(self) -> None:
        assert vind(maak(openbaarheid=Openbaarheid(**self.GEHEIM))) == []
        embargo = Openbaarheid(soort=Openbaarheidssoort.EMBARGO, embargo_tot=DAG)
        assert vind(maak(openbaarheid=embargo)) == []

    @pytest.mark.parametrize("veld", ["grond", "opgelegd_door", "datum"])
    def test_secret(self, veld: str) -> None:
        dossier = maak(openbaarheid=Openbaarheid(**self.GEHEIM | {veld: None}))
        (bevinding,) = vind(dossier)
        assert (bevinding.pad, bevinding.ernst) == (f"raadsbrieven[b].openbaarheid.{veld}", Ernst.FOUT)

    def test_embargo(self) -> None:
        dossier = maak(openbaarheid=Openbaarheid(soort=Openbaarheidssoort.EMBARGO))
        assert paden(dossier, "B5") == ["openbaarheid.embargo_tot"]

    def test_a_public_letter_needs_none(self) -> None:
        assert vind(maak(openbaarheid=Openbaarheid(grond="Woo 5.1"))) == []


class TestFollowUp:
    """B6: what a letter promises has a last day."""

    @pytest.mark.parametrize(
        ("termijn", "variant"),
        [
            (None, ""),
            ("onbekend", "open"),
            ("vanaf mei 2025", "open"),
            ("najaar 2025", None),
            ("vóór 1 juni 2025", None),
            ("2025-06-01", None),
        ],
    )
    def test_the_term(self, termijn: str | None, variant: str | None) -> None:
        datering = parse_datering(termijn) if termijn else None
        gevonden = vind(maak(vervolg=(Vervolgafspraak(tekst="U hoort meer.", termijn=datering),)))
        assert [(een.pad, een.variant) for een in gevonden] == (
            [] if variant is None else [("raadsbrieven[b].vervolg[0].termijn", variant)]
        )

    def test_the_words_are_told(self) -> None:
        later = Datering(woorden="zodra het kan", edtf="XXXX")
        (bevinding,) = vind(maak(vervolg=(Vervolgafspraak(tekst="U hoort meer.", termijn=later),)))
        assert "(zodra het kan)" in bevinding.boodschap

    @pytest.mark.parametrize(("termijn", "aantal"), [("najaar 2025", 0), ("onbekend", 1)])
    def test_the_term_of_the_promise_counts(self, termijn: str, aantal: int) -> None:
        toezegging = Toezegging(
            id="tz", datum=parse_datering("2025-03-18"), onderwerp="Meer", termijn=parse_datering(termijn)
        )
        vervolg = (Vervolgafspraak(tekst="U hoort meer.", toezegging="tz"),)
        assert len(vind(maak(vervolg=vervolg, dossier={"toezeggingen": (toezegging,)}))) == aantal


class TestPersonalData:
    """B7: no text of a letter or a report holds personal data, and no message repeats it."""

    TEKST = "De melder is 123456782."

    @pytest.mark.parametrize(
        ("velden", "pad"),
        [
            ({"onderwerp": TEKST}, "onderwerp"),
            ({"inleiding": TEKST}, "inleiding"),
            ({"kernboodschap": TEKST}, "kernboodschap"),
            ({"doorkijk": TEKST}, "doorkijk"),
            ({"vervolg": (Vervolgafspraak(tekst=TEKST, termijn=parse_datering("2025")),)}, "vervolg[0].tekst"),
            ({"kennisnemen_van": (Aankondiging(tekst=TEKST),)}, "kennisnemen_van[0].tekst"),
            ({"bijlagen": (Bijlage(titel=TEKST),)}, "bijlagen[0].titel"),
            ({"zaaknummer": "123456782", "kenmerk": "123456782"}, None),
        ],
    )
    def test_where_in_a_letter(self, velden: dict[str, Any], pad: str | None) -> None:
        assert paden(maak(**velden), "B7") == ([pad] if pad else [])

    def test_where_in_a_report(self) -> None:
        beleid = Veiligheidsbeleid(id="p", titel="P", looptijd="2024/2027", themas=(Thema(id="t", naam="T"),))
        rapportage = Rapportage(
            id="r",
            titel=self.TEKST,
            perioden=(parse_periode("2024"),),
            inleiding=self.TEKST,
            ontwikkelingen=(
                Ontwikkeling(thema="t", tekst="Niets."),
                Ontwikkeling(thema="t", tekst=self.TEKST, vooruitblik=self.TEKST),
            ),
            vergelijkingen=(Vergelijking(indicator="i", van="2023", naar="2024", tekst=self.TEKST),),
            vooruitblik=self.TEKST,
        )
        delen = {
            "beleid": (beleid,),
            "indicatoren": (Indicator(id="i", naam="I", eenheid="aantal"),),
            "rapportages": (rapportage,),
        }
        assert [een.pad.removeprefix("rapportages[r].") for een in vind(maak(dossier=delen), "B7")] == [
            "titel",
            "inleiding",
            "ontwikkelingen[1].tekst",
            "ontwikkelingen[1].vooruitblik",
            "vergelijkingen[0].tekst",
            "vooruitblik",
        ]

    @pytest.mark.parametrize(
        ("tekst", "geheim", "noemt"),
        [
            (TEKST, "123456782", "BSN"),
            ("Bel 06-12345678.", "12345678", "telefoonnummer"),
            ("Mail jan@voorbeeld.nl.", "voorbeeld", "e-mailadres"),
            ("Bezoek Dorpsstraat 12, 1234 AB Veen.", "1234 AB", "postcode"),
        ],
    )
    def test_the_message_does_not_repeat_it(self, tekst: str, geheim: str, noemt: str) -> None:
        (bevinding,) = vind(maak(inleiding=tekst))
        assert geheim not in str(bevinding) + str(bevinding.parameters)
        assert noemt in bevinding.boodschap

    def test_the_same_twice_is_told_once(self) -> None:
        assert len(vind(maak(inleiding=f"{self.TEKST} {self.TEKST} Bel 06-12345678."))) == 2


class TestOrder:
    """B8: the college decides before the letter goes out, or on the day itself."""

    @given(st.integers(-400, 400))
    def test_days_after_the_decision(self, dagen: int) -> None:
        dossier = maak(collegebesluit=BRIEF["datum"].add(days=-dagen))
        assert paden(dossier, "B8") == (["datum"] if dagen < 0 else [])

    def test_without_a_decision(self) -> None:
        assert paden(maak(collegebesluit=None), "B8") == []

    def test_more_letters_are_each_judged(self) -> None:
        dossier = maak(collegebesluit=Date(2025, 4, 1))
        tweede = Raadsbrief(**BRIEF | {"id": "c"})
        beide = attrs.evolve(dossier, raadsbrieven=(tweede, *dossier.raadsbrieven))
        assert [een.pad for een in vind(beide)] == ["raadsbrieven[b].datum"]
