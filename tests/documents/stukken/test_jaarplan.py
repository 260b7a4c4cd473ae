"""The plan for a year: goals, ambitions and actions per theme, obligations, and what it asks of what there is."""

import datetime
import io
from collections.abc import Callable

import attrs
import docx
import pytest
from hypothesis import given, settings

from ivb import Actie, Besluit, DocumentError, Dossier, Jaarplan, Orgaan, parse_datering, render_jaarplan, voorbeeld
from ivb.testing import dossiers
from tests.documents.dossiers import VOORBEELDSTAD
from tests.documents.lezen import find_ontbrekend
from tests.documents.sjablonen import check_document, maak_sjabloon, projecteer
from tests.rules.dossier import LEEG

PLAN = Jaarplan(looptijd="2024", titel="plan", acties=(Actie(id="A1", titel="Schouw", trekker="x", eind="mei 2024"),))


class TestGolden:
    """What the examples say changes only on purpose."""

    def test_the_example(self, golden: Callable[[str, str], None]) -> None:
        dossier = voorbeeld()
        golden("jaarplan.txt", projecteer(render_jaarplan(dossier, dossier.jaarplannen[0])))

    def test_every_field(self, golden: Callable[[str, str], None]) -> None:
        stuk = render_jaarplan(VOORBEELDSTAD, VOORBEELDSTAD.jaarplannen[0])
        golden("voorbeeldstad_jaarplan.txt", projecteer(stuk))


class TestHoles:
    """An action has somebody who leads it, and a day on which it is done or looked at."""

    def test_all_of_them(self) -> None:
        acties = (
            Actie(id="A1", titel="Een", eind="2024"),
            Actie(id="A2", titel="Twee", trekker="x", begin="2024"),
            Actie(id="A3", titel="Drie", trekker="x", ijkmomenten=(parse_datering("juni 2024"),)),
        )
        with pytest.raises(DocumentError) as fout:
            render_jaarplan(LEEG, attrs.evolve(PLAN, acties=acties))
        assert str(fout.value).splitlines()[1:] == [
            "  - de trekker van de actie ‘Een’",
            "  - het einde of de ijkmomenten van de actie ‘Twee’",
        ]
        tekst = projecteer(render_jaarplan(LEEG, attrs.evolve(PLAN, acties=acties), concept=True))
        assert "[nog in te vullen: trekker]" in tekst
        assert "begin: 2024 / [nog in te vullen: einde of ijkmomenten]" in tekst

    def test_a_plan_without_actions(self) -> None:
        leeg = attrs.evolve(PLAN, acties=())
        with pytest.raises(DocumentError, match="de acties van het plan"):
            render_jaarplan(LEEG, leeg)
        assert "Title: Plan" in projecteer(render_jaarplan(LEEG, leeg, concept=True))


class TestDay:
    """The document has the day that is asked, that of the adoption, or the first of the plan."""

    @pytest.mark.parametrize(
        ("datum", "vastgesteld", "verwacht"),
        [
            (datetime.date(2024, 2, 1), "9 januari 2024", datetime.date(2024, 2, 1)),
            (None, "9 januari 2024", datetime.date(2024, 1, 9)),
            (None, "onbekend", datetime.date(2024, 1, 1)),
            (None, None, datetime.date(2024, 1, 1)),
        ],
    )
    def test_created(self, datum: datetime.date | None, vastgesteld: str | None, verwacht: datetime.date) -> None:
        besluit = Besluit(orgaan=Orgaan.COLLEGE, datum=vastgesteld) if vastgesteld else None
        stuk = render_jaarplan(LEEG, attrs.evolve(PLAN, vastgesteld=besluit), datum=datum)
        gemaakt = docx.Document(io.BytesIO(stuk)).core_properties.created
        assert gemaakt is not None
        assert gemaakt.date() == verwacht


class TestPolicy:
    """The goals are those of the policy that the plan names, else of the one that holds."""

    def test_policy_that_holds(self) -> None:
        jaarplan = attrs.evolve(VOORBEELDSTAD.jaarplannen[0], beleid=None)
        assert "Er wordt minder vernield." in projecteer(render_jaarplan(VOORBEELDSTAD, jaarplan))


class TestTemplate:
    """A template may use exactly the fields of the view."""

    def test_own_template(self) -> None:
        sjabloon = maak_sjabloon("{{ titel }} van {{ gemeente }}")
        assert projecteer(render_jaarplan(LEEG, PLAN, sjabloon=sjabloon)) == "Normal: Plan van A\n"


class TestAnyDossier:
    """A draft of any plan of any dossier renders, and everything that belongs in it is there."""

    @given(dossiers())
    @settings(max_examples=40)
    def test_of_every_plan(self, dossier: Dossier) -> None:
        for plan in dossier.jaarplannen:
            stuk = render_jaarplan(dossier, plan, concept=True)
            check_document(stuk)
            onderdelen = [een for verplichting in plan.verplichtingen for een in verplichting.checklist]
            assert not find_ontbrekend(
                stuk,
                regels=[
                    plan.titel,
                    *(een.titel for een in plan.ambities),
                    *(regel for een in plan.acties for regel in (een.titel, een.trekker, een.dekkingsbron)),
                    *(r for een in plan.verplichtingen for r in (een.titel, een.opgelegd_door, een.dekkingsbron)),
                    *(partner for een in plan.acties for partner in een.partners),
                    *(een.rol for een in plan.capaciteit),
                    *(tekst for een in onderdelen for tekst in (een.item, een.pijler, een.norm, een.bewijs)),
                ],
                teksten=[
                    plan.inleiding,
                    *(een.toelichting for een in plan.ambities),
                    *(een.toelichting for een in plan.verplichtingen),
                    *(tekst for een in plan.acties for tekst in (een.toelichting, een.resultaat)),
                ],
            )
