import pytest

from tests.documents.sjablonen import maak_alinea, vervang, wijzig
from tests.documents.toegankelijkheid.gebreken import KERN, STIJLEN, maak, maak_p, maak_run, zet_eigenschap
from tests.documents.toegankelijkheid.lezing import vind_codes, vind_in_tekst

LEEG = b'<a:coreProperties xmlns:a="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
TITEL = "<dc:title>Sjabloon</dc:title>"
DATUM = "2024-01-01T00:00:00Z</dcterms:created>"
TAAL = 'w:lang w:val="nl-NL"'


def zet_taal(taal: str, eigen: str) -> bytes:
    document = wijzig(maak(), STIJLEN, TAAL, f'w:lang w:val="{taal}"')
    return wijzig(document, KERN, "nl-NL", eigen)


class TestTitle:
    """The title says what the document is about; it is not the word for a document nor the name of a file."""

    @pytest.mark.parametrize("titel", ["Raadsbrief", "Documentbeheer 2024", "De titel van het stuk", "Versie 2.0"])
    def test_a_title(self, titel: str) -> None:
        assert vind_codes(zet_eigenschap(TITEL, f"<dc:title>{titel}</dc:title>")) == []

    @pytest.mark.parametrize("titel", ["Document 12", "Word-document", "titel", "Microsoft Word - brief", "brief.pdf"])
    def test_no_title(self, titel: str) -> None:
        assert vind_codes(zet_eigenschap(TITEL, f"<dc:title>{titel}</dc:title>")) == ["titel-nietszeggend"]

    def test_no_properties(self) -> None:
        document = vervang(maak(), {KERN: LEEG})
        assert vind_codes(document) == ["titel-ontbreekt", "taal-eigenschap-ontbreekt"]
        relatie = 'Target="docProps/core.xml"'
        anders = wijzig(maak(), "_rels/.rels", relatie, 'Target="docProps/app.xml"')
        assert vind_codes(anders) == ["titel-ontbreekt", "taal-eigenschap-ontbreekt"]


class TestDates:
    """A date exists, and is written as W3CDTF."""

    @pytest.mark.parametrize(
        "datum", ["2024", "2024-02", "2024-02-29", "2024-02-29T23:59Z", "2024-02-29T23:59:59.5+01:00", " 2024-02-29 "]
    )
    def test_right(self, datum: str) -> None:
        assert vind_codes(zet_eigenschap(DATUM, f"{datum}</dcterms:created>")) == []

    @pytest.mark.parametrize(
        "datum", ["", "29-02-2024", "2023-02-29", "2024-13", "2024-02-29T24:00Z", "2024-02-29T12:00"]
    )
    def test_wrong(self, datum: str) -> None:
        assert vind_codes(zet_eigenschap(DATUM, f"{datum}</dcterms:created>")) == ["datum-onjuist"]

    def test_last_printed(self) -> None:
        geprint = "<cp:lastPrinted>gisteren</cp:lastPrinted></cp:coreProperties>"
        assert vind_codes(zet_eigenschap("</cp:coreProperties>", geprint)) == ["datum-onjuist"]


class TestLanguage:
    """Dutch, or another language that text and properties agree on."""

    @pytest.mark.parametrize(("taal", "eigen"), [("nl-BE", "nl"), ("en-GB", "en-US"), ("fy-NL", "fy"), ("NL-nl", "nl")])
    def test_agreed(self, taal: str, eigen: str) -> None:
        assert vind_codes(zet_taal(taal, eigen)) == []

    @pytest.mark.parametrize(
        ("taal", "eigen", "code"),
        [
            ("de-DE", "nl", "taal-tegenstrijdig"),
            ("Nederlands", "nl", "taal-onbekend"),
            ("X-None", "nl", "taal-ontbreekt"),
        ],
    )
    def test_not_agreed(self, taal: str, eigen: str, code: str) -> None:
        assert vind_codes(zet_taal(taal, eigen)) == [code]

    def test_of_the_style_of_plain_paragraphs(self) -> None:
        zonder = wijzig(maak(), STIJLEN, "<w:lang ", "<w:langh ")
        assert vind_codes(zonder) == ["taal-ontbreekt"]
        met = '<w:name w:val="Normal"/><w:rPr><w:lang w:val="nl-NL"/></w:rPr>'
        assert vind_codes(wijzig(zonder, STIJLEN, '<w:name w:val="Normal"/>', met)) == []


class TestLanguageOfParts:
    """A word in another script has a language of its own; a symbol is no word."""

    @pytest.mark.parametrize("tekst", ["een marge van 5 μ", "Δ is het verschil", "café “één” – 5 €", "naïef en ﬁets"])
    def test_dutch_with_symbols(self, tekst: str) -> None:
        assert vind_in_tekst(maak_alinea(tekst)) == []

    @pytest.mark.parametrize(
        ("woord", "taal"),
        [
            ("δημοκρατία", 'w:val="el-GR"'),
            ("москва", 'w:val="ru-RU"'),
            ("北京", 'w:eastAsia="zh-CN"'),
            ("カタカナ", 'w:eastAsia="ja-JP"'),
            ("שלום", 'w:bidi="he-IL"'),
        ],
    )
    def test_marked_and_not(self, woord: str, taal: str) -> None:
        assert vind_in_tekst(maak_p(maak_run(woord, f"<w:lang {taal}/>"))) == []
        assert vind_in_tekst(maak_p(maak_run(woord, '<w:lang w:val="nl" w:eastAsia="nl" w:bidi="nl"/>'))) == [
            "taal-van-deel-ontbreekt"
        ]

    def test_arabic_is_the_default_of_word(self) -> None:
        assert vind_in_tekst(maak_alinea("سلام")) == []

    def test_without_any_language(self) -> None:
        zonder = wijzig(maak(maak_alinea("москва")), STIJLEN, "<w:lang ", "<w:langh ")
        assert vind_codes(zonder) == ["taal-ontbreekt", "taal-van-deel-ontbreekt"]
