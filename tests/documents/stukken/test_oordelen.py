import datetime

import pytest

from ivb import Gemeente, Oordeel, Profiel, Statuslabel, Voortgang, Voortgangsmelding
from ivb.documents.stukken.oordelen import Oordeelweergave, format_oordeel, format_voortgang, view_oordeel

GEWOON = Gemeente(naam="A", code="GM0001", plaats="B")
LABELS = (
    Statuslabel(label="beide", voortgang=Voortgang.LOOPT, oordeel=Oordeel.GROEN),
    Statuslabel(label="op schema", oordeel=Oordeel.GROEN),
    Statuslabel(label="in uitvoering", voortgang=Voortgang.LOOPT),
)
EIGEN = Gemeente(naam="A", code="GM0001", plaats="B", profiel=Profiel(statuslabels=LABELS))
MELDING = Voortgangsmelding(actie="A1", sinds=datetime.date(2024, 5, 1), voortgang=Voortgang.LOOPT)


def contrast(kleur: str) -> float:
    """Measure the contrast of our ink on a colour (WCAG 2.2, relative luminance)."""

    def licht(tint: str) -> float:
        delen = [waarde / 255 for waarde in bytes.fromhex(tint)]
        lineair = [deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen]
        return 0.2126 * lineair[0] + 0.7152 * lineair[1] + 0.0722 * lineair[2]

    return (licht(kleur) + 0.05) / (licht("262626") + 0.05)


class TestJudgement:
    """A judgement is a word, and behind it a colour on which the word is easy to read."""

    @pytest.mark.parametrize("oordeel", Oordeel)
    def test_word_and_colour(self, oordeel: Oordeel) -> None:
        gezien = view_oordeel(GEWOON, oordeel)
        assert gezien.tekst == oordeel.value
        assert contrast(gezien.kleur) > 7

    def test_colours_differ(self) -> None:
        assert len({view_oordeel(GEWOON, oordeel).kleur for oordeel in Oordeel}) == len(Oordeel)

    def test_not_judged(self) -> None:
        assert view_oordeel(GEWOON, None) == Oordeelweergave(tekst="–", kleur="auto")

    def test_local_word(self) -> None:
        assert format_oordeel(EIGEN, Oordeel.GROEN) == "op schema (groen)"
        assert format_oordeel(EIGEN, Oordeel.ROOD) == "rood"


class TestProgress:
    """Progress is told in the word of the note, else in the local one, else in the common one."""

    @pytest.mark.parametrize(
        ("gemeente", "label", "tekst"),
        [(GEWOON, None, "loopt"), (EIGEN, None, "in uitvoering"), (EIGEN, "gaat goed", "gaat goed")],
    )
    def test_word(self, gemeente: Gemeente, label: str | None, tekst: str) -> None:
        melding = Voortgangsmelding(actie="A1", sinds=MELDING.sinds, voortgang=Voortgang.LOOPT, label=label)
        assert format_voortgang(gemeente, melding) == tekst

    def test_percentage(self) -> None:
        melding = Voortgangsmelding(actie="A1", sinds=MELDING.sinds, voortgang=Voortgang.LOOPT, percentage=0)
        assert format_voortgang(GEWOON, melding) == "loopt (0%)"
