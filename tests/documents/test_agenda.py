"""What is due as a calendar file."""

import datetime
import sys
from typing import Any

import attrs
import pytest
import vobject
from hypothesis import given
from icalendar import Calendar

from ivb import Agenda, DocumentError, derive_agenda, render_agenda, voorbeeld
from ivb.dates import Date
from ivb.testing import agendas

BOM = "\ufeff"
GEMAAKT = datetime.datetime(2024, 5, 1, 9, 30, 0, 123, tzinfo=datetime.UTC)
AGENDA = derive_agenda(voorbeeld(), peildatum=datetime.date(2024, 5, 1))


def read(agenda: Agenda, **anders: Any) -> list[Any]:  # noqa: ANN401 - the events of icalendar
    kalender = Calendar.from_ical(render_agenda(agenda, **{"gemaakt": GEMAAKT, **anders}))
    return list(kalender.walk("VEVENT"))


class TestEvent:
    """A point is an event of a whole day on its last day, that keeps nobody busy, with a reminder two weeks before."""

    def test_of_the_next_adoption(self) -> None:
        (event,) = [een for een in read(AGENDA, volgnummer=3) if "vaststellen" in een["SUMMARY"]]
        assert event["SUMMARY"] == "Het volgende veiligheidsbeleid vaststellen, door de raad"
        assert event["DTSTART"].dt == datetime.date(2025, 11, 30)
        assert event["DTEND"].dt == datetime.date(2025, 12, 1)
        assert (event["TRANSP"], event["SEQUENCE"]) == ("TRANSPARENT", 3)
        assert event["DTSTAMP"].dt == datetime.datetime(2024, 5, 1, 9, 30, tzinfo=datetime.UTC)
        assert event["CATEGORIES"].cats == ["vaststelling"]
        assert event["DESCRIPTION"].startswith(
            "Wanneer: november 2025, uiterlijk 30 november 2025\n\n1. De raad stelde"
        )
        assert "Bron: Politiewet 2012, art. 38b lid 1" in event["DESCRIPTION"]
        (alarm,) = event.walk("VALARM")
        assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", datetime.timedelta(days=-14))
        assert alarm["DESCRIPTION"] == event["SUMMARY"]

    def test_a_point_without_reasons(self) -> None:
        agenda = attrs.evolve(AGENDA, punten=(attrs.evolve(AGENDA.punten[0], stappen=()),))
        assert read(agenda)[0]["DESCRIPTION"] == "Wanneer: 7 mei 2024"

    def test_what_has_no_last_day_is_not_in_it(self) -> None:
        zonder = attrs.evolve(AGENDA.punten[0], laatst=None)
        assert read(attrs.evolve(AGENDA, punten=(zonder,))) == []

    def test_its_head(self) -> None:
        kalender = Calendar.from_ical(render_agenda(AGENDA, gemaakt=GEMAAKT))
        kop = {naam: str(kalender[naam]) for naam in ("PRODID", "VERSION", "CALSCALE", "X-WR-CALNAME")}
        assert kop == {
            "PRODID": "-//ivb//agenda//NL",
            "VERSION": "2.0",
            "CALSCALE": "GREGORIAN",
            "X-WR-CALNAME": "Veiligheidsbeleid Twenterand",
        }


class TestStable:
    """Made again it is the same to the byte; a point keeps its identity when its date changes."""

    def test_equal_bytes(self) -> None:
        assert render_agenda(AGENDA, gemaakt=GEMAAKT) == render_agenda(AGENDA, gemaakt=GEMAAKT)

    def test_the_moment_in_another_time_zone_is_the_same_moment(self) -> None:
        elders = GEMAAKT.astimezone(datetime.timezone(datetime.timedelta(hours=2)))
        assert render_agenda(AGENDA, gemaakt=GEMAAKT) == render_agenda(AGENDA, gemaakt=elders)

    def test_the_uid_stays(self) -> None:
        punt = AGENDA.punten[1]
        later = attrs.evolve(punt, laatst=Date(2024, 12, 31), omschrijving="Anders")
        (event,), (nieuw,) = (read(attrs.evolve(AGENDA, punten=(een,))) for een in (punt, later))
        assert event["UID"] == nieuw["UID"] == "f477a4a5-6894-51bc-90b3-b3ce10604faf"

    def test_the_uid_is_that_of_the_municipality(self) -> None:
        assert {een["UID"] for een in read(AGENDA)}.isdisjoint(
            een["UID"] for een in read(attrs.evolve(AGENDA, code="GM0363"))
        )


class TestReaders:
    """Two parsers that do not know each other read the same from it."""

    @given(agendas())
    def test_the_same_in_both(self, agenda: Agenda) -> None:
        ics = render_agenda(agenda, gemaakt=GEMAAKT)
        events: list[Any] = list(Calendar.from_ical(ics).walk("VEVENT"))
        anders = [een for een in vobject.readOne(ics.decode()).getChildren() if een.name == "VEVENT"]
        assert len(events) == len(anders) == sum(punt.laatst is not None for punt in agenda.punten)
        for event, ander in zip(events, anders, strict=True):
            assert str(event["SUMMARY"]).removeprefix(BOM) == ander.summary.value.removeprefix(BOM)
            assert str(event["DESCRIPTION"]) == ander.description.value
            assert event["DTSTART"].dt == ander.dtstart.value
            assert str(event["UID"]) == ander.uid.value
        # icalendar takes a byte order mark away that begins a text
        gelezen = [str(een["SUMMARY"]).removeprefix(BOM) for een in events]
        assert gelezen == [een.omschrijving.removeprefix(BOM) for een in agenda.punten if een.laatst]


class TestRefusals:
    """A moment without a time zone is no moment; without its extra there is no calendar."""

    def test_no_time_zone(self) -> None:
        for geen in (GEMAAKT.replace(tzinfo=None), GEMAAKT.date()):
            with pytest.raises(TypeError, match="tijdzone"):
                render_agenda(AGENDA, gemaakt=geen)  # type: ignore[arg-type]

    def test_a_number_below_zero(self) -> None:
        with pytest.raises(DocumentError, match="het laagste is 0"):
            render_agenda(AGENDA, gemaakt=GEMAAKT, volgnummer=-1)

    def test_not_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "icalendar", None)
        with pytest.raises(DocumentError, match=r"pip install 'ivb\[ics\]'"):
            render_agenda(AGENDA, gemaakt=GEMAAKT)
