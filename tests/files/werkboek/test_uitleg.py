"""Every sheet and every column says what to fill in, and nothing else is explained."""

from ivb.files.werkboek.bladen import BLADEN
from ivb.files.werkboek.uitleg import BLADUITLEG, KOLOMUITLEG, LEESWIJZER


class TestUitleg:
    """A help line per column, short enough to be read."""

    def test_of_every_column(self) -> None:
        assert {blad.titel: [kolom.naam for kolom in blad.kolommen] for blad in BLADEN} == {
            titel: list(kolommen) for titel, kolommen in KOLOMUITLEG.items()
        }

    def test_of_every_sheet(self) -> None:
        assert list(BLADUITLEG) == [blad.titel for blad in BLADEN]
        assert all(blad.uitleg for blad in BLADEN)

    def test_is_short(self) -> None:
        assert max(len(tekst) for kolommen in KOLOMUITLEG.values() for tekst in kolommen.values()) <= 90
        assert all(LEESWIJZER)
