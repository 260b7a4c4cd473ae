"""The note on how things stand: what is told per theme, as it was on a day and known on another."""

import datetime
import io
from collections.abc import Callable
from typing import Any

import attrs
import docx
import pytest
from hypothesis import given, settings

from ivb import (
    Actie,
    Besluit,
    DatumError,
    DocumentError,
    Dossier,
    Jaarplan,
    Ontwikkeling,
    Orgaan,
    Rapportage,
    Thema,
    Veiligheidsbeleid,
    Voortgang,
    Voortgangsmelding,
    parse_periode,
    render_notitie,
    voorbeeld,
)
from ivb.documents.stukken.notitie import Themavoortgang, find_rapportage, view_notitie
from ivb.testing import dossiers
from tests.documents.dossiers import VOORBEELDSTAD
from tests.documents.lezen import find_ontbrekend
from tests.documents.sjablonen import check_document, lees_tekst, maak_sjabloon, projecteer
from tests.rules.dossier import LEEG

BELEID = Veiligheidsbeleid(id="ivb", titel="IVB", looptijd="2022/2025", themas=(Thema(id="t", naam="Wonen"),))
PLAN = Jaarplan(looptijd="2024", titel="Plan", acties=(Actie(id="A1", thema="t", titel="Schouw"),))
DOSSIER = attrs.evolve(LEEG, beleid=(BELEID,), jaarplannen=(PLAN,))
NOTITIE = Rapportage(
    id="n", titel="Notitie", perioden=(parse_periode("2024-H2"),), ontwikkelingen=(Ontwikkeling(thema="t", tekst="x"),)
)
KAAL = attrs.evolve(NOTITIE, ontwikkelingen=())


def view_thema(
    *meldingen: dict[str, Any], dossier: Dossier = DOSSIER, datum: datetime.date | None = None
) -> Themavoortgang:
    """View the first theme of a draft, with notes on the only action."""
    log = tuple(Voortgangsmelding(**{"actie": "A1", "voortgang": Voortgang.LOOPT, **een}) for een in meldingen)
    return view_notitie(attrs.evolve(dossier, voortgang=log), NOTITIE, datum=datum, concept=True).themas[0]


class TestGolden:
    """What the examples say changes only on purpose."""

    def test_as_it_was_sent(self, golden: Callable[[str, str], None]) -> None:
        golden("notitie.txt", projecteer(render_notitie(voorbeeld(), "2023")))

    def test_draft_of_the_next(self, golden: Callable[[str, str], None]) -> None:
        stuk = render_notitie(voorbeeld(), "2024-H1", datum=datetime.date(2024, 10, 1), concept=True)
        golden("notitie_concept.txt", projecteer(stuk))

    def test_progress_of_every_kind(self, golden: Callable[[str, str], None]) -> None:
        golden("voorbeeldstad_notitie.txt", projecteer(render_notitie(VOORBEELDSTAD, "2025-H2")))


class TestReport:
    """The report of the dossier is told, else a new one with the local name."""

    def test_found(self) -> None:
        dossier = voorbeeld()
        assert find_rapportage(dossier, "2023-H1") is dossier.rapportages[0]
        assert find_rapportage(dossier, NOTITIE) is NOTITIE

    def test_new(self) -> None:
        gemaakt = find_rapportage(voorbeeld(), parse_periode("2024-H1"))
        assert gemaakt.titel == "Stand van zaken notitie over het eerste halfjaar van 2024"
        with pytest.raises(DatumError):
            find_rapportage(voorbeeld(), "2024-H3")

    @pytest.mark.parametrize(
        ("perioden", "tekst"),
        [
            (("2023-H2", "2023-H1"), "2023"),
            (("2024", "2022"), "2022, 2024"),
            (("2023-H1", "2023"), "eerste halfjaar van 2023, 2023"),
        ],
    )
    def test_period(self, perioden: tuple[str, ...], tekst: str) -> None:
        notitie = attrs.evolve(KAAL, perioden=tuple(map(parse_periode, perioden)))
        assert view_notitie(LEEG, notitie).periode == tekst

    def test_days(self) -> None:
        velden = view_notitie(LEEG, KAAL)
        assert (velden.peildatum, velden.datum) == ("31 december 2024", "31 december 2024")
        velden = view_notitie(LEEG, KAAL, datum=datetime.date(2025, 3, 1))
        assert (velden.peildatum, velden.datum) == ("31 december 2024", "1 maart 2025")
        eigen = attrs.evolve(KAAL, peildatum=datetime.date(2025, 1, 15), datum=datetime.date(2025, 2, 1))
        velden = view_notitie(LEEG, eigen, datum=datetime.date(2025, 3, 1))
        assert (velden.peildatum, velden.datum) == ("15 januari 2025", "1 februari 2025")

    def test_properties(self) -> None:
        stuk = render_notitie(LEEG, KAAL, datum=datetime.date(2025, 3, 1))
        eigenschappen = docx.Document(io.BytesIO(stuk)).core_properties
        assert (eigenschappen.title, eigenschappen.author) == ("Notitie", "Gemeente A")
        assert eigenschappen.created is not None
        assert eigenschappen.created.date() == datetime.date(2025, 3, 1)


class TestProgress:
    """An action is told as it stood on the day of the report, as far as that was known on the day of the note."""

    def test_what_became_known_after_the_note(self) -> None:
        laat = {"sinds": datetime.date(2024, 12, 1), "bekend_sinds": datetime.date(2025, 2, 1)}
        assert view_thema(laat).acties[0].voortgang == "[nog in te vullen: voortgang]"
        gezien = view_thema(laat, datum=datetime.date(2025, 2, 1)).acties[0]
        assert (gezien.voortgang, gezien.bijzonderheden) == ("loopt", ("sinds 1 december 2024",))

    def test_what_changed_since_the_period_before(self) -> None:
        eerder = {"sinds": datetime.date(2024, 6, 1), "voortgang": Voortgang.NIET_GESTART}
        (actie,) = view_thema(eerder, {"sinds": datetime.date(2024, 12, 31)}).acties
        assert actie.bijzonderheden == ("sinds 31 december 2024", "hiervoor: niet gestart")
        (actie,) = view_thema(eerder).acties
        assert actie.bijzonderheden == ("sinds 1 juni 2024",)

    def test_a_plan_that_was_not_known_yet(self) -> None:
        later = attrs.evolve(PLAN, vastgesteld=Besluit(orgaan=Orgaan.COLLEGE, datum="2 januari 2025"))
        dossier = attrs.evolve(DOSSIER, jaarplannen=(later,))
        (actie,) = view_thema({"sinds": datetime.date(2024, 12, 1)}, dossier=dossier).acties
        assert (actie.titel, actie.voortgang) == ("Schouw", "[nog in te vullen: voortgang]")


class TestHoles:
    """What the note must say and the dossier does not: told all at once, or shown in a draft."""

    def test_all_of_them(self) -> None:
        log = (
            {"actie": "A1", "voortgang": Voortgang.LOOPT, "tijd": "rood", "oorzaak": "Ziekte."},
            {"actie": "A2", "voortgang": Voortgang.DOORGESCHOVEN},
            {"actie": "A3", "voortgang": Voortgang.VERVALLEN},
        )
        acties = tuple(Actie(id=f"A{nummer}", titel=f"Actie {nummer}") for nummer in range(1, 5))
        dossier = attrs.evolve(
            DOSSIER,
            jaarplannen=(attrs.evolve(PLAN, acties=acties),),
            voortgang=tuple(
                Voortgangsmelding(sinds=datetime.date(2024, 8, 1), **een)  # type: ignore[arg-type]  # plain values
                for een in log
            ),
        )
        with pytest.raises(DocumentError) as fout:
            render_notitie(dossier, KAAL)
        assert str(fout.value).splitlines() == [
            "Notitie is niet compleet; vul het dossier aan of maak een concept:",
            "  - de ontwikkelingen bij het thema Wonen",
            "  - de voortgang van de actie ‘Actie 4’",
            "  - het gevolg bij de actie ‘Actie 1’ (rood)",
            "  - de bijsturing bij de actie ‘Actie 1’ (rood)",
            "  - de reden van het doorschuiven van de actie ‘Actie 2’",
            "  - de reden van het vervallen van de actie ‘Actie 3’",
        ]

    def test_without_policy_or_plan_there_is_nothing_that_must_be_said(self) -> None:
        assert "Notitie" in lees_tekst(render_notitie(LEEG, KAAL))


class TestTemplate:
    """A template may use exactly the fields of the view."""

    def test_own_template(self) -> None:
        sjabloon = maak_sjabloon("{%p for t in themas %}", "{{ t.naam }}", "{%p endfor %}")
        assert projecteer(render_notitie(DOSSIER, NOTITIE, concept=True, sjabloon=sjabloon)) == "Normal: Wonen\n"


class TestAnyDossier:
    """A draft of any report of any dossier renders, and everything that belongs in it is there."""

    @given(dossiers())
    @settings(max_examples=40)
    def test_of_every_report(self, dossier: Dossier) -> None:
        for rapportage in dossier.rapportages:
            stuk = render_notitie(dossier, rapportage, concept=True)
            check_document(stuk)
            plan = dossier.find_jaarplan(max(rapportage.perioden, key=lambda periode: periode.einddatum))
            assert not find_ontbrekend(
                stuk,
                regels=[rapportage.titel, *(actie.titel for actie in (plan.acties if plan else ()))],
                teksten=[
                    *(rapportage.inleiding, rapportage.vooruitblik),
                    *(deel.tekst for deel in rapportage.ontwikkelingen),
                    *(deel.vooruitblik for deel in rapportage.ontwikkelingen),
                    *(een.tekst for een in rapportage.vergelijkingen),
                ],
            )
