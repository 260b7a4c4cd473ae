"""What a letter announces and what it encloses are two facts."""

import datetime

import pytest

from ivb import Aankondiging, Bijlage, Informatiecategorie, Openbaarheidssoort, Orgaan, Raadsbrief


class TestRaadsbrief:
    """A letter is from the college and public unless told otherwise, and knows the documents it brings."""

    def test_defaults(self) -> None:
        brief = Raadsbrief(id="b", datum=datetime.date(2024, 4, 23), onderwerp="Stand van zaken")
        assert brief.afzender is Orgaan.COLLEGE
        assert brief.openbaarheid.soort is Openbaarheidssoort.OPENBAAR

    def test_documents_are_those_announced_and_those_enclosed(self) -> None:
        brief = Raadsbrief(
            id="b",
            datum=datetime.date(2024, 4, 23),
            onderwerp="Stand van zaken",
            kennisnemen_van=(Aankondiging(tekst="De notitie", document="notitie"), Aankondiging(tekst="De kaart")),
            bijlagen=(Bijlage(titel="Jaarplan", document="2024"), Bijlage(titel="Kaart")),
        )
        assert brief.documenten == {"notitie", "2024"}


class TestInformatiecategorie:
    """The categories of the Wet open overheid have a code in TOOI."""

    @pytest.mark.parametrize(
        ("categorie", "code"),
        [
            (Informatiecategorie.RAADSSTUKKEN, "c_db4862c3"),
            (Informatiecategorie.JAARPLANNEN_EN_JAARVERSLAGEN, "c_c6cd1213"),
        ],
    )
    def test_code(self, categorie: Informatiecategorie, code: str) -> None:
        assert categorie.tooi == code
