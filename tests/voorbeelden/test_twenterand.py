"""The example dossier holds what the council letter of 23 April 2024 says."""

import pytest

from ivb.dates import Date, parse_periode
from ivb.files.loading import read_dossier
from ivb.files.voorbeelden import voorbeeldmap
from ivb.model.besluit import Orgaan
from ivb.model.dossier import Dossier
from ivb.model.jaarplan import Herkomst, Verplichting
from ivb.model.raadsbrief import Raadsbrief
from ivb.model.rapportageafspraak import Ritme
from ivb.model.toezegging import Relatiesoort, Toezegging


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return read_dossier(voorbeeldmap()).dossier


@pytest.fixture(scope="module")
def brief(dossier: Dossier) -> Raadsbrief:
    return dossier.find(Raadsbrief, "raadsbrief-2024-04-23")


class TestTwenterand:
    """Every fact of the letter stands in the example; what the letter does not say stays unknown."""

    def test_nothing_is_suspicious(self) -> None:
        assert read_dossier(voorbeeldmap()).waarschuwingen == ()

    def test_policy_was_adopted_in_a_month(self, dossier: Dossier) -> None:
        (beleid,) = dossier.beleid
        assert (beleid.titel, str(beleid.looptijd)) == ("Integraal Veiligheidsbeleid 2022-2025", "2022/2025")
        assert beleid.vastgesteld is not None
        assert (beleid.vastgesteld.orgaan, beleid.vastgesteld.datum.edtf) == (Orgaan.RAAD, "2021-11")

    def test_four_themes(self, dossier: Dossier, brief: Raadsbrief) -> None:
        (beleid,) = dossier.beleid
        assert [thema.naam for thema in beleid.themas] == [
            "Leefbaarheid en fysieke verloedering",
            "Ondermijning",
            "Zorg, jeugd en veiligheid",
            "Crisisbeheersing",
        ]
        assert brief.themas == tuple(thema.id for thema in beleid.themas)

    def test_periodic_promise_without_an_end(self, dossier: Dossier) -> None:
        toezegging = dossier.find(Toezegging, "halfjaarlijkse-notitie")
        afspraak = toezegging.rapportageafspraak
        assert afspraak is not None
        assert (toezegging.datum.edtf, afspraak.ritme, afspraak.tot_en_met) == ("2021", Ritme.HALFJAARLIJKS, None)

    def test_report_on_a_whole_year(self, dossier: Dossier) -> None:
        (rapportage,) = dossier.rapportages
        assert rapportage.titel == "Stand van zaken notitie Openbare Orde en Veiligheid 2023"
        assert rapportage.covers(parse_periode("2023"))

    def test_follow_up_is_a_new_promise(self, dossier: Dossier, brief: Raadsbrief) -> None:
        (vervolg,) = brief.vervolg
        assert vervolg.toezegging is not None
        toezegging = dossier.find(Toezegging, vervolg.toezegging)
        assert (str(vervolg.periode), str(vervolg.termijn)) == ("2024-H1", "najaar van 2024")
        assert (toezegging.periode, toezegging.termijn) == (vervolg.periode, vervolg.termijn)
        assert [(relatie.soort, relatie.toezegging) for relatie in toezegging.relaties] == [
            (Relatiesoort.VULT_AAN, "halfjaarlijkse-notitie")
        ]

    def test_plan_and_regional_obligation(self, dossier: Dossier) -> None:
        (jaarplan,) = dossier.jaarplannen
        verplichting = dossier.find(Verplichting, "basis-op-orde")
        assert (jaarplan.titel, str(jaarplan.looptijd)) == ("jaarplan Veiligheid 2024", "2024")
        assert (verplichting.herkomst, verplichting.structureel) == (Herkomst.REGIONAAL, True)

    def test_every_theme_has_an_ambition_and_actions(self, dossier: Dossier, brief: Raadsbrief) -> None:
        (jaarplan,) = dossier.jaarplannen
        assert {ambitie.thema for ambitie in jaarplan.ambities} == set(brief.themas)
        assert {actie.thema for actie in jaarplan.acties} == set(brief.themas)

    def test_letter_as_sent(self, brief: Raadsbrief) -> None:
        assert (brief.datum, brief.plaats, brief.afzender) == (Date(2024, 4, 23), "Vriezenveen", Orgaan.COLLEGE)
        assert (brief.zaaknummer, brief.portefeuillehouder, brief.collegebesluit) == (None, None, None)

    def test_announces_two_documents_and_lists_none(self, brief: Raadsbrief) -> None:
        assert [stuk.document for stuk in brief.kennisnemen_van] == ["stand-van-zaken-2023", "jaarplan-2024"]
        assert brief.bijlagen == ()

    def test_signing_anchors(self, brief: Raadsbrief) -> None:
        assert [(wie.functie, wie.naam, wie.anker) for wie in brief.ondertekenaars] == [
            ("de secretaris", "P.F.G. Rossen", "_sign1_"),
            ("de burgemeester", "mr. J.C.F. Broekhuizen", "_sign2_"),
        ]
