"""The list of promises to the council as it was on a day."""

import datetime
import io
from collections.abc import Callable

import attrs
import docx
import pytest
from hypothesis import given, settings

from ivb import Afdoening, DocumentError, Dossier, Toezegging, render_toezeggingenlijst, voorbeeld
from ivb.documents.stukken.toezeggingenlijst import view_toezeggingenlijst
from ivb.testing import dossiers
from tests.documents.dossiers import VOORBEELDSTAD
from tests.documents.lezen import find_ontbrekend
from tests.documents.sjablonen import check_document, maak_sjabloon, projecteer
from tests.rules.dossier import LEEG

DAG = datetime.date(2026, 3, 3)
GETROUW = Toezegging(
    id="t",
    datum="2023",
    onderwerp="Brief",
    afdoeningen=(Afdoening(sinds=datetime.date(2024, 1, 1), bekend_sinds=datetime.date(2024, 2, 1)),),
)


class TestGolden:
    """What the examples say changes only on purpose."""

    def test_the_example(self, golden: Callable[[str, str], None]) -> None:
        stuk = render_toezeggingenlijst(voorbeeld(), peildatum=datetime.date(2024, 5, 1))
        golden("toezeggingenlijst.txt", projecteer(stuk))

    def test_every_field(self, golden: Callable[[str, str], None]) -> None:
        stuk = render_toezeggingenlijst(VOORBEELDSTAD, peildatum=DAG)
        golden("voorbeeldstad_toezeggingenlijst.txt", projecteer(stuk))


class TestOnADay:
    """The list is of a day, as far as it was known on another."""

    def test_before_and_after(self) -> None:
        dossier = attrs.evolve(LEEG, toezeggingen=(GETROUW,))
        dag, later = datetime.date(2024, 1, 15), datetime.date(2024, 2, 1)
        vroeg = view_toezeggingenlijst(dossier, peildatum=dag, concept=True)
        assert (len(vroeg.open), vroeg.afgehandeld) == (1, ())
        geweten = view_toezeggingenlijst(dossier, peildatum=dag, bekend_op=later, concept=True)
        assert (geweten.open, len(geweten.afgehandeld)) == ((), 1)

    def test_no_promises(self) -> None:
        assert projecteer(render_toezeggingenlijst(LEEG, peildatum=DAG)).splitlines()[-2:] == [
            "Kenmerk: Afgehandeld: 0",
            "Verantwoording: Dit zijn de toezeggingen aan de raad van A zoals zij op 3 maart 2026 waren.",
        ]

    def test_the_day_of_the_document(self) -> None:
        eigenschappen = docx.Document(io.BytesIO(render_toezeggingenlijst(LEEG, peildatum=DAG))).core_properties
        assert eigenschappen.created is not None
        assert (eigenschappen.title, eigenschappen.created.date()) == ("Toezeggingenlijst", DAG)


class TestHoles:
    """A settlement says with what the council got what was promised."""

    def test_a_settlement_without_a_document(self) -> None:
        dossier = attrs.evolve(LEEG, toezeggingen=(GETROUW,))
        with pytest.raises(DocumentError, match="het stuk waarmee de toezegging ‘Brief’ is afgedaan"):
            render_toezeggingenlijst(dossier, peildatum=DAG)
        tekst = projecteer(render_toezeggingenlijst(dossier, peildatum=DAG, concept=True))
        assert "afgedaan / Afgedaan op 1 januari 2024: [nog in te vullen: stuk]" in tekst


class TestTemplate:
    """A template may use exactly the fields of the view."""

    def test_own_template(self) -> None:
        sjabloon = maak_sjabloon("{{ titel }} op {{ peildatum }}")
        stuk = render_toezeggingenlijst(LEEG, peildatum=DAG, sjabloon=sjabloon)
        assert projecteer(stuk) == "Normal: Toezeggingenlijst op 3 maart 2026\n"


class TestAnyDossier:
    """A draft of the list of any dossier renders, and every promise that there may be by then is in it."""

    @given(dossiers())
    @settings(max_examples=40)
    def test_of_every_promise(self, dossier: Dossier) -> None:
        stuk = render_toezeggingenlijst(dossier, peildatum=datetime.date(2199, 12, 31), concept=True)
        check_document(stuk)
        alle = dossier.toezeggingen
        assert not find_ontbrekend(
            stuk,
            regels=[
                *(een.onderwerp for een in alle),
                *(
                    regel
                    for een in alle
                    for regel in (een.nummer, een.vergadering, een.gevraagd_door, een.toegezegd_door)
                ),
                *(afdoening.omschrijving for een in alle for afdoening in een.afdoeningen),
            ],
            teksten=[een.tekst for een in alle],
        )
