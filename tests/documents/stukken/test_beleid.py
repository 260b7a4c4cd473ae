"""The policy: themes with their place among the national fields, and goals with what measures them."""

import datetime
import io
from collections.abc import Callable

import attrs
import docx
import pytest
from hypothesis import given, settings

from ivb import DocumentError, Doel, Dossier, Thema, Veiligheidsbeleid, render_beleid, voorbeeld
from ivb.testing import dossiers
from tests.documents.dossiers import VOORBEELDSTAD
from tests.documents.lezen import find_ontbrekend
from tests.documents.sjablonen import check_document, maak_sjabloon, projecteer
from tests.rules.dossier import LEEG

BELEID = Veiligheidsbeleid(
    id="ivb",
    titel="IVB",
    looptijd="2022/2025",
    themas=(Thema(id="t", naam="Wonen"),),
    doelen=(Doel(id="d", thema="t", tekst="Minder."),),
)


class TestGolden:
    """What the examples say changes only on purpose."""

    def test_the_example(self, golden: Callable[[str, str], None]) -> None:
        dossier = voorbeeld()
        golden("beleid.txt", projecteer(render_beleid(dossier, dossier.beleid[0])))

    def test_every_field(self, golden: Callable[[str, str], None]) -> None:
        golden("voorbeeldstad_beleid.txt", projecteer(render_beleid(VOORBEELDSTAD, VOORBEELDSTAD.beleid[0])))


class TestHoles:
    """A policy has themes, and every theme a goal."""

    def test_a_theme_without_a_goal(self) -> None:
        beleid = attrs.evolve(BELEID, doelen=())
        with pytest.raises(DocumentError, match="een doel bij het thema Wonen"):
            render_beleid(LEEG, beleid)
        tekst = projecteer(render_beleid(LEEG, beleid, concept=True))
        assert "| [nog in te vullen: een doel bij het thema Wonen] | – | – | – |" in tekst

    def test_no_themes(self) -> None:
        beleid = attrs.evolve(BELEID, themas=(), doelen=())
        with pytest.raises(DocumentError, match="de thema’s van het beleid"):
            render_beleid(LEEG, beleid)
        assert "Title: IVB" in projecteer(render_beleid(LEEG, beleid, concept=True))


class TestDay:
    """The document has the day that is asked, else that of the adoption, else the first of the policy."""

    def test_created(self) -> None:
        for datum, dossier, verwacht in (
            (datetime.date(2024, 2, 1), VOORBEELDSTAD, datetime.date(2024, 2, 1)),
            (None, VOORBEELDSTAD, datetime.date(2024, 11, 12)),
            (None, attrs.evolve(LEEG, beleid=(BELEID,)), datetime.date(2022, 1, 1)),
        ):
            stuk = render_beleid(dossier, dossier.beleid[0], datum=datum)
            gemaakt = docx.Document(io.BytesIO(stuk)).core_properties.created
            assert gemaakt is not None
            assert gemaakt.date() == verwacht


class TestTemplate:
    """A template may use exactly the fields of the view."""

    def test_own_template(self) -> None:
        sjabloon = maak_sjabloon("{{ titel }} van {{ gemeente }}")
        assert projecteer(render_beleid(LEEG, BELEID, sjabloon=sjabloon)) == "Normal: IVB van A\n"


class TestAnyDossier:
    """A draft of any policy of any dossier renders, and everything that belongs in it is there."""

    @given(dossiers())
    @settings(max_examples=40)
    def test_of_every_policy(self, dossier: Dossier) -> None:
        for beleid in dossier.beleid:
            stuk = render_beleid(dossier, beleid, concept=True)
            check_document(stuk)
            assert not find_ontbrekend(
                stuk,
                regels=[
                    beleid.titel,
                    *(een.naam for een in beleid.themas),
                    *(een.thema for thema in beleid.themas for een in thema.velden),
                    *(een.bron for een in beleid.doelen),
                    *(een.bron for een in beleid.rapportageafspraken),
                ],
                teksten=[
                    beleid.inleiding,
                    *(een.toelichting for een in beleid.themas),
                    *(tekst for een in beleid.doelen for tekst in (een.tekst, een.effect)),
                ],
            )
