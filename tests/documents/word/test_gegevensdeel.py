import pytest

from ivb.documents.basis.document import build_sjabloon
from ivb.documents.word.gegevensdeel import NAAMRUIMTE, add_gegevensdeel, find_gegevensdelen, is_gegevensdeel
from ivb.documents.word.pakket import Relatie, add_relaties, find_relaties, open_pakket, parse_deel, write_pakket

DELEN = open_pakket(build_sjabloon("raadsbrief"))
DEEL = "customXml/item1.xml"


def add(gegevens: str = "{}") -> dict[str, bytes]:
    return add_gegevensdeel(DELEN, gegevens, {"document": "proef"})


class TestAdd:
    """The data stand in a part that is bound to the document and has an identity; nothing else changes."""

    def test_reads_back(self) -> None:
        (gevonden,) = find_gegevensdelen(open_pakket(write_pakket(add('{"a": "<&\\u0085é🚒]]>"}'))))
        assert gevonden.text == '{"a": "<&\\u0085é🚒]]>"}'
        assert dict(gevonden.attrib) == {"document": "proef"}

    def test_bound(self) -> None:
        delen = add()
        nieuw = list(find_relaties(delen, "word/document.xml"))[-1]
        assert (nieuw.soort, nieuw.doel) == ("customXml", DEEL)
        assert b'Target="../customXml/item1.xml"' in delen["word/_rels/document.xml.rels"]
        assert [een.doel for een in find_relaties(delen, DEEL)] == ["customXml/itemProps1.xml"]
        ids = [relatie.id for relatie in find_relaties(delen, "word/document.xml")]
        assert len(ids) == len(set(ids))

    def test_the_rest_stays(self) -> None:
        anders = {naam for naam, deel in add().items() if DELEN.get(naam) != deel}
        assert anders == {
            "[Content_Types].xml",
            "word/_rels/document.xml.rels",
            DEEL,
            "customXml/itemProps1.xml",
            "customXml/_rels/item1.xml.rels",
        }

    @pytest.mark.parametrize(
        "bezet",
        ["customXml/item1.xml", "CustomXML/Item1.xml", "customXml/itemProps1.xml", "customXml/_rels/item1.xml.rels"],
    )
    def test_a_name_that_is_free(self, bezet: str) -> None:
        delen = add_gegevensdeel({**DELEN, bezet: b"<a/>"}, "{}", {})
        assert "customXml/item2.xml" in delen
        assert delen[bezet] == b"<a/>"

    def test_a_document_at_the_top(self) -> None:
        soort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
        delen = {
            "[Content_Types].xml": b"<Types/>",
            "_rels/.rels": add_relaties(None, [Relatie(soort, "d.xml", extern=False, id="rId1")]),
            "d.xml": b"<d/>",
        }
        assert [een.text for een in find_gegevensdelen(add_gegevensdeel(delen, "{}", {}))] == ["{}"]

    def test_the_identity_follows_from_the_data(self) -> None:
        een, ander, weer = (add(gegevens)["customXml/itemProps1.xml"] for gegevens in ("{}", "[]", "{}"))
        assert een == weer != ander


class TestFind:
    """Only what is bound to the document counts, and only what is ours."""

    def test_nothing(self) -> None:
        assert list(find_gegevensdelen(DELEN)) == []

    def test_a_loose_part(self) -> None:
        los = {naam: deel for naam, deel in add().items() if naam != "word/_rels/document.xml.rels"}
        assert (
            list(
                find_gegevensdelen(
                    {**DELEN, **los, "word/_rels/document.xml.rels": DELEN["word/_rels/document.xml.rels"]}
                )
            )
            == []
        )

    @pytest.mark.parametrize(
        ("xml", "verwacht"),
        [
            (f'<a xmlns="{NAAMRUIMTE}"/>', True),
            ('<a xmlns="urn:ivb:herkomst:2"/>', True),
            ('<a xmlns="urn:ander"/>', False),
            ("<a/>", False),
        ],
    )
    def test_ours(self, xml: str, verwacht: bool) -> None:  # noqa: FBT001 - an example
        assert is_gegevensdeel(parse_deel("a.xml", xml.encode())) is verwacht

    def test_parts_of_others(self) -> None:
        delen = add()
        assert list(find_gegevensdelen({**delen, DEEL: b"<sjabloon/>"})) == []
        relaties = delen["word/_rels/document.xml.rels"].replace(b"item1.xml", b"item1.bin")
        binair = {"word/_rels/document.xml.rels": relaties, "customXml/item1.bin": b"\0"}
        assert list(find_gegevensdelen({**delen, **binair})) == []
