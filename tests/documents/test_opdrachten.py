"""What a dossier asks for: each noun that is a document, once, under a name that can be a file name."""

import datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import (
    DocumentError,
    Dossier,
    Raadsbrief,
    compose_opdrachten,
    render_all,
    render_notitie,
    render_raadsbrief,
    render_toezeggingenlijst,
    voorbeeld,
)
from ivb.testing import datums, dossiers
from tests.documents.dossiers import VOORBEELDSTAD

DAG = datetime.date(2024, 5, 1)


def met_brieven(*ids: str) -> Dossier:
    brieven = tuple(Raadsbrief(id=een, datum=DAG, onderwerp="x", inleiding="y") for een in ids)
    return attrs.evolve(voorbeeld(), raadsbrieven=brieven, toezeggingen=(), rapportages=())


def noem(dossier: Dossier) -> list[str]:
    return [naam for naam, _ in compose_opdrachten(dossier, peildatum=DAG)]


class TestOpdrachten:
    """Every document of the dossier, and no other."""

    def test_of_voorbeeldstad(self) -> None:
        assert [naam for naam, _ in compose_opdrachten(VOORBEELDSTAD, peildatum=datetime.date(2026, 3, 1))] == [
            "beleid-ivb",
            "jaarplan-plan-2025",
            "jaarplan-plan-2026",
            "notitie-2025-h2",
            "toezeggingenlijst",
        ]

    def test_is_what_the_functions_make(self) -> None:
        dossier = voorbeeld()
        gemaakt = dict(render_all(compose_opdrachten(dossier, peildatum=DAG, concept=True)))
        brief, rapportage = dossier.raadsbrieven[0], dossier.rapportages[0]
        assert gemaakt["raadsbrief-2024-04-23"] == render_raadsbrief(dossier, brief, concept=True)
        assert gemaakt["notitie-stand-van-zaken-2023"] == render_notitie(dossier, rapportage, datum=DAG, concept=True)
        assert gemaakt["toezeggingenlijst"] == render_toezeggingenlijst(dossier, peildatum=DAG, concept=True)

    def test_a_report_with_a_day_does_not_change_with_today(self) -> None:
        met, zonder = (
            attrs.evolve(voorbeeld(), rapportages=(attrs.evolve(voorbeeld().rapportages[0], datum=datum),))
            for datum in (DAG, None)
        )
        morgen = DAG + datetime.timedelta(days=1)
        dagen = [dict(compose_opdrachten(een, peildatum=morgen)) for een in (met, zonder)]
        gevraagd = [een["notitie-stand-van-zaken-2023"].keywords["datum"] for een in dagen]
        assert gevraagd == [None, morgen]

    def test_no_list_before_the_first_promise(self) -> None:
        namen = [naam for naam, _ in compose_opdrachten(voorbeeld(), peildatum=datetime.date(2010, 1, 1))]
        assert "toezeggingenlijst" not in namen
        assert "raadsbrief-2024-04-23" in namen

    @given(dossiers(), datums(), st.booleans())
    def test_of_any_dossier(self, dossier: Dossier, dag: datetime.date, concept: bool) -> None:  # noqa: FBT001
        try:
            opdrachten = compose_opdrachten(dossier, peildatum=dag, concept=concept)
        except DocumentError as fout:
            assert "zouden hetzelfde heten" in str(fout)  # noqa: PT017  most dossiers give none
            return
        namen = [naam for naam, _ in opdrachten]
        assert len({naam.lower() for naam in namen}) == len(namen)
        assert not any("/" in naam for naam in namen)
        stukken = (dossier.beleid, dossier.jaarplannen, dossier.rapportages, dossier.raadsbrieven)
        assert len(namen) - sum(map(len, stukken)) == (namen[-1:] == ["toezeggingenlijst"])


class TestNames:
    """A name says the kind once, holds no slash, and is of one document."""

    def test_of_the_kind_and_the_id(self) -> None:
        assert noem(met_brieven("2024/7", "raadsbrief-8", "a.b"))[-3:] == [
            "raadsbrief-2024-7",
            "raadsbrief-8",
            "raadsbrief-a.b",
        ]

    @pytest.mark.parametrize("ids", [("2024/7", "2024-7"), ("a", "A"), ("raadsbrief-7", "7")])
    def test_two_of_one_name(self, ids: tuple[str, str]) -> None:
        with pytest.raises(DocumentError, match="deze stukken zouden hetzelfde heten: raadsbrief-") as fout:
            noem(met_brieven("los", *ids))
        assert "raadsbrief-los" not in str(fout.value)
