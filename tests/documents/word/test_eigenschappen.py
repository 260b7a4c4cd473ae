import datetime

import attrs
import pytest
from lxml import etree

from ivb.documents.word.eigenschappen import Eigenschappen, read_eigenschappen, write_eigenschappen
from ivb.errors import DocumentError

BASIS = Eigenschappen(titel="A & B", auteur="Gemeente", gemaakt=datetime.date(2024, 4, 23))
SJABLOON = etree.fromstring(
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Oud</dc:title><dc:subject>onderwerp</dc:subject>'
    "<dc:description>uitleg</dc:description><cp:keywords/><cp:revision>7</cp:revision></cp:coreProperties>"
)


def lees(eigenschappen: Eigenschappen, sjabloon: etree._Element | None = None) -> dict[str, str | None]:
    van_sjabloon = {} if sjabloon is None else read_eigenschappen(sjabloon)
    wortel = etree.fromstring(write_eigenschappen(eigenschappen, van_sjabloon))
    return {etree.QName(kind).localname: kind.text for kind in wortel}


class TestWriteEigenschappen:
    """The caller says what the document says about itself; a template may add what the caller leaves out."""

    def test_the_caller(self) -> None:
        assert lees(attrs.evolve(BASIS, onderwerp="Veiligheid", trefwoorden=("een", "twee"))) == {
            "title": "A & B",
            "creator": "Gemeente",
            "lastModifiedBy": "Gemeente",
            "subject": "Veiligheid",
            "keywords": "een, twee",
            "language": "nl-NL",
            "created": "2024-04-23T00:00:00Z",
            "modified": "2024-04-23T00:00:00Z",
        }

    def test_the_template(self) -> None:
        gelezen = lees(BASIS, SJABLOON)
        assert gelezen["title"] == "A & B"
        assert (gelezen["subject"], gelezen["description"]) == ("onderwerp", "uitleg")
        assert gelezen["keywords"] is None
        assert "revision" not in gelezen

    def test_is_written_as_lxml_writes_it(self) -> None:
        xml = write_eigenschappen(attrs.evolve(BASIS, titel='é & <b> "c"'), read_eigenschappen(SJABLOON))
        assert etree.tostring(etree.fromstring(xml), encoding="UTF-8", xml_declaration=True, standalone=True) == xml

    def test_a_time_is_told_in_utc(self) -> None:
        zomertijd = datetime.timezone(datetime.timedelta(hours=2))
        moment = datetime.datetime(2024, 4, 23, 1, 30, tzinfo=zomertijd)
        assert lees(attrs.evolve(BASIS, gewijzigd=moment))["modified"] == "2024-04-22T23:30:00Z"

    def test_refuses_a_time_without_a_zone(self) -> None:
        moment = datetime.datetime(2024, 4, 23, 1, 30)  # noqa: DTZ001 - what is refused
        with pytest.raises(DocumentError, match="het tijdstip 2024-04-23T01:30:00 heeft geen tijdzone"):
            lees(attrs.evolve(BASIS, gemaakt=moment))

    def test_refuses_what_a_document_cannot_hold(self) -> None:
        with pytest.raises(DocumentError, match=r"^eigenschappen \(title\): teken 1 is U\+0000"):
            lees(attrs.evolve(BASIS, titel="\x00"))
