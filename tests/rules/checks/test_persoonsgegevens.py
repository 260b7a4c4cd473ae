"""Personal data in running text."""

import time
from collections.abc import Callable
from typing import TypeAlias

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ivb import voorbeeld
from ivb.model.base import Noun, velden
from ivb.model.verwijzingen import walk
from ivb.rules.checks.persoonsgegevens import Gegevenssoort, find_persoonsgegevens

Vorm: TypeAlias = Callable[[str], str]

WOORDEN = st.lists(st.sampled_from(["de", "melder", "heet", "Jan", "in", "2024", "wijk", "5", "ons"]), max_size=6).map(
    " ".join
)
VORMEN = st.sampled_from(
    [
        lambda n: n,
        lambda n: f"{n[:4]}.{n[4:6]}.{n[6:]}",
        lambda n: f"{n[:3]} {n[3:6]} {n[6:]}",
        lambda n: f"{n[:3]}\u00a0{n[3:6]}\u00a0{n[6:]}",
    ]
)


def reken(nummer: str) -> int:
    """Give what the elfproef leaves: each digit times its place from behind, the last one counted off."""
    return (sum((9 - plek) * int(cijfer) for plek, cijfer in enumerate(nummer[:8])) - int(nummer[8])) % 11


NUMMERS = st.integers(1, 999_999_999).map("{:09d}".format)
BSNS = (
    st.integers(1, 99_999_999)
    .map("{:08d}".format)
    .flatmap(lambda acht: st.sampled_from([acht + c for c in "0123456789" if reken(acht + c) == 0] or ["123456782"]))
)


def soorten(tekst: str) -> list[str]:
    return [een.soort.value for een in find_persoonsgegevens(tekst)]


class TestBsn:
    """A BSN passes the elfproef and stands free in the text, or is called so."""

    @given(
        WOORDEN, WOORDEN, BSNS, VORMEN, st.sampled_from([("", ""), ("(", ")"), ("**", "**"), ("‘", "’,"), ("", ".")])
    )
    def test_every_one_is_found(self, voor: str, na: str, bsn: str, vorm: Vorm, haken: tuple[str, str]) -> None:
        open_, dicht = haken
        tekst = f"{voor} is {open_}{vorm(bsn)}{dicht} en {na}"
        (gevonden,) = find_persoonsgegevens(tekst)
        assert gevonden.soort is Gegevenssoort.BSN
        assert tekst[gevonden.begin :].startswith(vorm(bsn))
        assert gevonden.deel == f"{bsn[:2]}…"

    @given(WOORDEN, NUMMERS, VORMEN, st.sampled_from(["", "BSN ", "burgerservicenummer: "]))
    def test_without_the_check_digit_never(self, voor: str, nummer: str, vorm: Vorm, naam: str) -> None:
        assume(reken(nummer))
        assert find_persoonsgegevens(f"{voor} heeft {naam}{vorm(nummer)} gekregen") == ()

    @pytest.mark.parametrize(
        "naam", ["BSN ", "bsn: ", "BSN-nummer ", "Burgerservicenummer is ", "sofinummer ", "BSN's "]
    )
    @pytest.mark.parametrize("getal", ["123456782", "123.456.782", "1234 56 782", "123-456-782", "123456782 euro"])
    def test_called_so_in_any_form(self, naam: str, getal: str) -> None:
        assert soorten(f"Haar {naam}{getal}.") == ["bsn"]

    def test_a_leading_zero_may_be_left_out_when_it_is_called_so(self) -> None:
        assert reken("012345672") == 0
        assert (soorten("BSN 12345672"), soorten("op 12345672")) == (["bsn"], [])

    @pytest.mark.parametrize(
        "tekst",
        [
            "zaaknummer 2024-1, BSN 123456782",
            "Het gaat om dossier 12. 123456782 is van de melder.",
            "dossier BSN 123456782",
            "zijn nummer 123456782",
            "de oorzaak 123456782",
            "bsn 123456782 en 123456782a",
        ],
    )
    def test_the_nearest_name_counts(self, tekst: str) -> None:
        assert soorten(tekst) == ["bsn"]


ZAAKVORMEN = st.sampled_from(
    [
        "Z/24/{}",
        "Z-2024-{}",
        "2024-{}",
        "D{}",
        "INT-{}",
        "Z{}",
        "{}-A",
        "{}/2024",
        "1{}",
        "{}0",
        "zaaknummer {}",
        "Zaaknummer: Z {}",
        "zaaknr. {}",
        "kenmerk: {}",
        "ons kenmerk {}",
        "Kenmerk:\n{}",
        "dossier {}",
        "dossiernummer {}",
        "dossiers 2024 en {}",
        "registratienummer {}",
        "KvK {}",
        "KvK-nummer {}",
        "factuur nr. {}",
        "factuurnummer is {}",
        "RSIN {}",
        "telefoonnummer {}",
        "€ {}",
        "EUR {}",
        "{} euro",
        "{}%",
        "{},-",
        "https://voorbeeld.nl/{}",
        "www.voorbeeld.nl/?zaak={}",
        "#{}",
    ]
)


class TestOtherNumbers:
    """A number that says what it is, or is a part of something longer, is no BSN."""

    @given(WOORDEN, BSNS, ZAAKVORMEN)
    @example("", "123456782", "Z-2024-{}")
    def test_a_case_number_never(self, voor: str, bsn: str, vorm: str) -> None:
        assert "bsn" not in soorten(f"{voor} met {vorm.format(bsn)} erbij")

    @pytest.mark.parametrize(
        "tekst",
        [
            "Z/24/123456",
            "Z-2024-123456789",
            "2024-0012345",
            "D123456789",
            "INT-123456782",
            "Z/0612345678 en INT-0612345678",
            "dossiernummer 0612345678",
            "123.456.782",
            "123 456 782 euro",
            "€ 123 456 782",
            "123 456 782 901",
            "12 123 456 782",
            "1.234.567,82 en 12,3%",
            "NL91 ABNA 0417 1643 00",
            "NL91ABNA0417164300",
            "01-01-2024 12:00 tot 06-01-2024 12:30",
            "7671 AB Vriezenveen",
            "Postbus 67, 7670 AA Vriezenveen",
            "Antwoordnummer 67, 7670 AA Vriezenveen",
            "JAARPLAN 2024 EN 2025",
            "TUSSEN 2023, 2024 EN 2025",
            "bel 112, 14 0546 of 0900-8844",
            "20240423 en 2022-2025",
            "@voorbeeld en jan@voorbeeld",
        ],
    )
    def test_nothing_is_found(self, tekst: str) -> None:
        assert soorten(tekst) == []

    def test_the_example_has_none(self) -> None:
        dossier = voorbeeld()
        nouns: list[Noun] = [dossier, *walk(dossier)]
        waarden = [getattr(noun, veld.naam) for noun in nouns for veld in velden(type(noun))]
        teksten = [waarde for waarde in waarden if isinstance(waarde, str)]
        assert len(teksten) > 100
        assert [tekst for tekst in teksten if find_persoonsgegevens(tekst)] == []


class TestOtherData:
    """E-mail, phone and an address: a postcode with a number."""

    @pytest.mark.parametrize(
        "tekst",
        ["jan@voorbeeld.nl", "mail jan.de-boer+x@post.voorbeeld.nl.", "[mail](mailto:jan@voorbeeld.nl)"],
    )
    def test_mail(self, tekst: str) -> None:
        assert [(een.soort, een.deel) for een in find_persoonsgegevens(tekst)] == [(Gegevenssoort.MAIL, "ja…")]

    @pytest.mark.parametrize(
        "tekst",
        [
            "06-12345678",
            "0612345678.",
            "06 - 1234 5678",
            "06 12 34 56 78",
            "06 123 456 78",
            "06.12345678",
            "0546-840840",
            "(0546) 84 08 40",
            "0546 840 840",
            "088-1234567",
            "010 123 4567",
            "010 123 45 67",
            "+31 6 12345678",
            "+31 (0)6 1234 5678",
            "+31(0)6-12345678",
            "0031612345678",
            "tel.0612345678",
            "telefoonnummer: 0612345678",
            "mobiel nummer 0612345678",
        ],
    )
    def test_phone(self, tekst: str) -> None:
        assert soorten(f"Bel {tekst}") == ["telefoon"]

    @pytest.mark.parametrize(
        "tekst",
        [
            "Dorpsstraat 12, 7671 AB Vriezenveen",
            "Dorpsstraat 12a 7671AB",
            "Dorpsstraat 12\n7671 AB",
            "7671 AB 12",
            "7671AB-12",
            "7671 AB, huisnummer 12",
        ],
    )
    def test_address(self, tekst: str) -> None:
        assert soorten(tekst) == ["adres"]

    def test_in_order_of_the_text(self) -> None:
        assert soorten("123456782, jan@voorbeeld.nl, 7671 AB 12 en 06-12345678") == ["bsn", "mail", "adres", "telefoon"]


class TestSpeed:
    """Whatever a text repeats, it is read in one go."""

    @pytest.mark.parametrize(
        "deel", ["a", "NO ", "zaak ", "123456782 ", "1 ", "-", "1", "a@", "06 12 ", "a.", "1234 AB"]
    )
    def test_a_long_text(self, deel: str) -> None:
        begin = time.perf_counter()
        find_persoonsgegevens(deel * (100_000 // len(deel)))
        assert time.perf_counter() - begin < 5

    @given(st.text(alphabet="0123456789 .,-+/@()abNLzaknumer€%\n\u00a0\u0661"))
    def test_no_text_breaks_it(self, tekst: str) -> None:
        for een in find_persoonsgegevens(tekst):
            assert een.deel[:-1] == tekst[een.begin :][:2]
