"""Every worked example in docs/explanation/termijnen.md, which was made by hand, is what the rules derive."""

import datetime
import re
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from ivb import (
    Atwuitzondering,
    Einddatum,
    Kalenderzekerheid,
    Telrichting,
    Termijn,
    Termijneenheid,
    Termijngrondslag,
    Verschuiving,
    derive_einddatum,
)
from ivb.dates import MAANDEN, WEEKDAGEN, Date, to_date
from ivb.rules.feestdagen import GELIJKGESTELD
from ivb.rules.termijn import _ENKELVOUD, _MEERVOUD

PAGINA = Path(__file__).parents[1] / "docs" / "explanation" / "termijnen.md"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")

DAG = re.compile(rf"\b(?P<weekdag>[a-z]{{2}}) (?P<dag>\d+) (?P<maand>{'|'.join(MAANDEN)}) (?P<jaar>\d{{4}})")
UUR = re.compile(r" (\d\d)\.(\d\d) uur$")
EENHEDEN = {woord: eenheid for woorden in (_ENKELVOUD, _MEERVOUD) for eenheid, woord in woorden.items()}
RICHTINGEN = {"na": Telrichting.VOORUIT, "vóór": Telrichting.TERUG}
ARTIKELEN = {"1 lid 1", "1 lid 2", "2", "3 lid 1", "3 lid 2", "3 lid 3", "4 onder a", "4 onder b", "4 onder c", "5"}


class Voorbeeld(NamedTuple):
    """A row of the tables, as it stands there."""

    nr: str
    termijn: str
    richting: str
    grondslag: str
    gebeurtenis: str
    vrije_dag: str
    einde: str
    kalender: str
    artikel: str
    waarom: str


def lees_voorbeelden() -> list[Voorbeeld]:
    regels = PAGINA.read_text(encoding="utf-8").splitlines()
    return [
        Voorbeeld(*(cel.strip() for cel in regel.strip("|").split("|")))
        for regel in regels
        if re.match(r"\| \d", regel)
    ]


VOORBEELDEN = lees_voorbeelden()


def lees_dagen(tekst: str) -> list[Date]:
    """Read the days in a cell, and see that each has the right day of the week."""
    dagen = []
    for treffer in DAG.finditer(tekst):
        dag = Date(int(treffer["jaar"]), MAANDEN.index(treffer["maand"]) + 1, int(treffer["dag"]))
        assert WEEKDAGEN[dag.weekday()].startswith(treffer["weekdag"]), f"{treffer[0]} is {WEEKDAGEN[dag.weekday()]}"
        dagen.append(dag)
    return dagen


def lees_moment(tekst: str) -> datetime.datetime | None:
    uur = UUR.search(tekst)
    if not uur:
        return None
    (dag,) = lees_dagen(tekst)
    return datetime.datetime(dag.year, dag.month, dag.day, int(uur[1]), int(uur[2]), tzinfo=AMSTERDAM)


def lees_termijn(voorbeeld: Voorbeeld) -> Termijn:
    lengte, eenheid = voorbeeld.termijn.split()
    grondslag, _, bijzonderheid = voorbeeld.grondslag.partition(", ")
    uitzonderingen = {
        "regelgeving": Atwuitzondering.REGELGEVING,
        "vrijheidsbeneming": Atwuitzondering.VRIJHEIDSBENEMING,
    }
    assert bijzonderheid in {"", "verklaart de Atw van toepassing", *uitzonderingen}
    return Termijn(
        grondslag=Termijngrondslag(grondslag),
        lengte=int(lengte),
        eenheid=EENHEDEN[eenheid],
        richting=RICHTINGEN[voorbeeld.richting],
        uitzondering=uitzonderingen.get(bijzonderheid),
        atw_verklaard=bijzonderheid.startswith("verklaart"),
    )


def reken(voorbeeld: Voorbeeld) -> Einddatum:
    aanvang = lees_moment(voorbeeld.gebeurtenis) or next(iter(lees_dagen(voorbeeld.gebeurtenis)), voorbeeld.gebeurtenis)
    verschuiving = None if voorbeeld.vrije_dag == "–" else Verschuiving(voorbeeld.vrije_dag)
    return derive_einddatum(lees_termijn(voorbeeld), aanvang, verschuiving=verschuiving)


def lees_einde(tekst: str) -> tuple[Date | None, Date | None]:
    """Read the first and the last possible end."""
    dagen = lees_dagen(tekst)
    if tekst.startswith("niet eerder dan "):
        return dagen[0], None
    if tekst.startswith("niet later dan "):
        return None, dagen[0]
    return (dagen[0], dagen[-1]) if dagen else (None, None)


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=lambda voorbeeld: voorbeeld.nr)
class TestEveryExample:
    """What was worked out by hand is what is derived: the end, how certain it is, and by which articles."""

    def test_ends(self, voorbeeld: Voorbeeld) -> None:
        uitkomst = reken(voorbeeld)
        assert (uitkomst.vroegst, uitkomst.laatst) == lees_einde(voorbeeld.einde)
        assert uitkomst.moment == lees_moment(voorbeeld.einde)

    def test_is_that_certain(self, voorbeeld: Voorbeeld) -> None:
        assert reken(voorbeeld).zekerheid is Kalenderzekerheid(voorbeeld.kalender)

    def test_follows_from_these_articles(self, voorbeeld: Voorbeeld) -> None:
        uitkomst = reken(voorbeeld)
        bronnen = [uitkomst.atw_bron, *(stap.bron for stap in uitkomst.stappen)]
        vindplaatsen = {bron.vindplaats for bron in bronnen if bron.titel == "Algemene termijnenwet"}
        assert {f"art. {artikel}" for artikel in voorbeeld.artikel.split(", ")} <= vindplaatsen

    def test_says_why(self, voorbeeld: Voorbeeld) -> None:
        assert voorbeeld.waarom


class TestThePage:
    """The examples are numbered, and leave nothing out: no unit, basis, direction, article, choice or equated day."""

    def test_numbered(self) -> None:
        assert [int(voorbeeld.nr) for voorbeeld in VOORBEELDEN] == list(range(1, len(VOORBEELDEN) + 1))

    def test_every_kind_of_term(self) -> None:
        termijnen = [lees_termijn(voorbeeld) for voorbeeld in VOORBEELDEN]
        assert {termijn.eenheid for termijn in termijnen} == set(Termijneenheid)
        assert {termijn.grondslag for termijn in termijnen} == set(Termijngrondslag)
        assert {termijn.richting for termijn in termijnen} == set(Telrichting)
        assert {termijn.uitzondering for termijn in termijnen} == {None, *Atwuitzondering}
        assert {termijn.atw_verklaard for termijn in termijnen} == {True, False}

    def test_every_article(self) -> None:
        assert {artikel for voorbeeld in VOORBEELDEN for artikel in voorbeeld.artikel.split(", ")} == ARTIKELEN

    def test_every_choice_and_every_grade(self) -> None:
        assert {voorbeeld.vrije_dag for voorbeeld in VOORBEELDEN} == {"–", *Verschuiving}
        assert {voorbeeld.kalender for voorbeeld in VOORBEELDEN} == set(Kalenderzekerheid)

    def test_every_equated_day(self) -> None:
        geteld = {stap.datum for voorbeeld in VOORBEELDEN for stap in reken(voorbeeld).stappen[:1]}
        assert {to_date(dag) for besluit in GELIJKGESTELD for dag in besluit.dagen} <= geteld
