"""What is due as a calendar (iCalendar, RFC 5545, https://www.rfc-editor.org/rfc/rfc5545) for Outlook and its kin.

Each point is an event of a whole day on its last day, that keeps nobody busy, with a reminder two weeks before. A to-do
would be the better word for it, but Outlook does not show those. The UID of an event follows from the municipality and
the key of the point, so a program that keeps to the standard changes an event that is made again. Not every program
does, and what is done leaves the file but not a calendar: a calendar of its own, made anew each time, is the safe way.
"""

import datetime
import uuid
from typing import TYPE_CHECKING

from ivb.dates import Date, add_dagen
from ivb.errors import DocumentError
from ivb.rules.agenda import Agenda, Agendapunt
from ivb.rules.stappen import format_stappen

if TYPE_CHECKING:
    from icalendar import Event

HERINNERING = datetime.timedelta(days=-14)
_RUIMTE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:ivb:agenda")


def render_agenda(agenda: Agenda, *, gemaakt: datetime.datetime, volgnummer: int = 0) -> bytes:
    """Render an agenda as a calendar file (.ics); a point without a last day is not in it.

    Equal input gives equal bytes.

    Args:
        agenda: what is due.
        gemaakt: the moment at which the calendar is made, with its time zone.
        volgnummer: higher for every calendar that replaces an earlier one, so that its changes are taken over.

    Raises:
        DocumentError: the extra ``ics`` is not installed, or ``volgnummer`` is below zero.
        TypeError: ``gemaakt`` is no moment, or has no time zone.

    >>> from ivb import derive_agenda, voorbeeld
    >>> agenda = derive_agenda(voorbeeld(), peildatum=datetime.date(2024, 5, 1))
    >>> ics = render_agenda(agenda, gemaakt=datetime.datetime(2024, 5, 1, tzinfo=datetime.UTC))
    >>> ics.count(b"BEGIN:VEVENT") == sum(punt.laatst is not None for punt in agenda.punten)
    True
    """
    try:
        from icalendar import Calendar  # noqa: PLC0415  an extra, and slow to load
    except ModuleNotFoundError as fout:
        raise DocumentError(
            "een agenda maken hoort bij de extra 'ics'; installeer die: pip install 'ivb[ics]'"
        ) from fout
    if getattr(gemaakt, "tzinfo", None) is None:
        raise TypeError("gemaakt is een moment met een tijdzone, zoals datetime.datetime.now(datetime.UTC)")
    if volgnummer < 0:
        raise DocumentError(f"het volgnummer {volgnummer} kan niet; het laagste is 0")
    kalender = Calendar()
    kop = {"prodid": "-//ivb//agenda//NL", "version": "2.0", "calscale": "GREGORIAN"}
    for naam, waarde in kop.items():
        kalender.add(naam, waarde)
    kalender.add("x-wr-calname", f"Veiligheidsbeleid {agenda.gemeente}")
    stempel = gemaakt.astimezone(datetime.UTC).replace(microsecond=0)
    for punt in agenda.punten:
        if punt.laatst:
            kalender.add_component(_make_event(agenda, punt, punt.laatst, {"dtstamp": stempel, "sequence": volgnummer}))
    return bytes(kalender.to_ical())


def _make_event(agenda: Agenda, punt: Agendapunt, dag: Date, versie: dict[str, object]) -> "Event":
    from icalendar import Alarm, Event  # noqa: PLC0415  idem

    velden = {
        "uid": str(uuid.uuid5(_RUIMTE, f"{agenda.code}/{punt.sleutel}")),
        **versie,
        "dtstart": dag,
        "dtend": add_dagen(dag, 1),  # exclusive
        "summary": punt.omschrijving,
        "description": _describe(punt),
        "categories": [punt.soort.value],
        "transp": "TRANSPARENT",
    }
    event = Event()
    for naam, waarde in velden.items():
        event.add(naam, waarde)
    alarm = Alarm()
    for naam, waarde in {"action": "DISPLAY", "trigger": HERINNERING, "description": punt.omschrijving}.items():
        alarm.add(naam, waarde)
    event.add_component(alarm)
    return event


def _describe(punt: Agendapunt) -> str:
    """Say when it is due in words, and why."""
    waarom = format_stappen(punt.stappen)
    return f"Wanneer: {punt.wanneer}\n\n{waarom}" if waarom else f"Wanneer: {punt.wanneer}"
