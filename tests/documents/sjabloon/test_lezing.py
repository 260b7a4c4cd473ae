import re

import pytest

from ivb.documents.basis.document import build_basis
from ivb.documents.sjabloon.engine import Sjabloon
from ivb.documents.sjabloon.lezing import Lezing, find_kern, read_sjabloon
from ivb.documents.sjabloon.omgeving import Omgeving
from ivb.documents.word.pakket import open_pakket
from ivb.errors import SjabloonError
from tests.documents.sjablonen import maak_alinea, maak_sjabloon, maak_tabel, met_kop_en_voetnoot, vervang, wijzig

KERN = "docProps/core.xml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def lees(sjabloon: bytes) -> Lezing:
    return read_sjabloon(open_pakket(sjabloon), Omgeving(str))


class TestReadSjabloon:
    """Everything that is wrong in any part is found in one reading, and every part that has tags is read."""

    def test_all_parts(self) -> None:
        sjabloon = met_kop_en_voetnoot(maak_alinea("{{ kop }}"), maak_alinea("{{ noot }}"))
        sjabloon = wijzig(sjabloon, KERN, "Sjabloon", "{{ titel }}")
        lezing = lees(sjabloon)
        assert lezing.gebreken == ()
        assert [deel.naam for deel in lezing.delen] == ["word/header1.xml", "word/footnotes.xml"]
        assert [eis.naam for deel in lezing.delen for eis in deel.vragen.eisen] == ["kop", "noot"]
        assert [eis.naam for eis in lezing.vragen.eisen] == ["titel"]
        assert lezing.delen[0].alineas[0].tekst == "{{ kop }}"

    def test_a_file_without_properties(self) -> None:
        sjabloon = maak_sjabloon("a")
        soort = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        relatie = f'<Relationship Id="rId2" Type="{soort}" Target="{KERN}"/>'
        lezing = lees(wijzig(sjabloon, "_rels/.rels", relatie, ""))
        assert lezing.eigenschappen == {}
        assert (find_kern(open_pakket(sjabloon)), find_kern({})) == (KERN, "")

    def test_everything_that_is_wrong(self) -> None:
        sjabloon = met_kop_en_voetnoot(maak_alinea("{{ a"), "<w:p/>{{ b }}" + maak_alinea("{{ c() }}"))
        inhoud = (
            maak_alinea("Let op: {{p d }}")
            + maak_tabel(("{{tr e }}",))
            + maak_alinea("{%tr if f %}{% endif %}{% for g in h %}{{ loop.x }}")
            + maak_alinea("{% tr for a in b %}")
        )
        sjabloon = wijzig(sjabloon, "word/document.xml", "<w:body>", f"<w:body>{inhoud}")
        sjabloon = wijzig(sjabloon, "docProps/app.xml", "ivb", "{{ i }}")
        sjabloon = wijzig(sjabloon, KERN, "Sjabloon", "{{ j | safe }} {% k")
        gebreken = lees(sjabloon).gebreken
        assert [(gebrek.deel, gebrek.nummer, gebrek.code) for gebrek in gebreken] == [
            ("", 0, "tag-elders"),
            ("word/document.xml", 1, "tag-niet-alleen"),
            ("word/document.xml", 2, "tag-rij-is-waarde"),
            ("word/document.xml", 3, "tag-niet-gesloten"),
            ("word/document.xml", 3, "lus-onbekend"),
            ("word/document.xml", 3, "tag-buiten-tabel"),
            ("word/document.xml", 4, "tag-spatie"),
            ("word/document.xml", 4, "tag-niet-gesloten"),
            ("word/header1.xml", 1, "tag-half"),
            ("word/footnotes.xml", 0, "tag-elders"),
            ("word/footnotes.xml", 2, "tag-aanroep"),
            ("eigenschappen", 1, "tag-half"),
            ("eigenschappen", 1, "tag-bewerking"),
        ]
        with pytest.raises(SjabloonError) as fout:
            Sjabloon(sjabloon, naam="proef.docx")
        kop, *regels = str(fout.value).splitlines()
        assert kop == "proef.docx: 13 fouten:"
        assert regels == [f"  {gebrek}" for gebrek in gebreken]

    @pytest.mark.parametrize("tag", ["{{p a }}", "{%tr if a %}", "{% cellbg a %}", "{% vm %}"])
    def test_tags_about_a_place_in_the_properties(self, tag: str) -> None:
        (gebrek,) = lees(wijzig(maak_sjabloon("a"), KERN, "Sjabloon", tag)).gebreken
        assert (gebrek.code, gebrek.deel) == ("tag-eigenschap", "eigenschappen")
        assert gebrek.boodschap.startswith(
            f"‘{tag}’ is voor alinea’s, rijen en cellen; schrijf hier {{{{ … }}}} of {{%"
        )

    def test_a_text_box_is_read_once(self) -> None:
        """Word writes it twice, for itself and for older programs; what differs is told of both."""
        vak = "<w:r><mc:AlternateContent {}><mc:Choice Requires='wps'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>"
        mc = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
        een, ander = (
            f"<w:pict><w:txbxContent>{maak_alinea(*teksten)}</w:txbxContent></w:pict>"
            for teksten in (("{{ a }}{{ b == 1 }}{{ c",), ("{{ a }}{{ b == 1 }}{{ c", "d"))
        )
        for oud, aantal in ((een, 1), (ander, 2)):
            xml = f"<w:p>{vak.format(mc, een, oud)}</mc:AlternateContent></w:r></w:p>"
            lezing = lees(wijzig(maak_sjabloon("a"), "word/document.xml", "<w:body>", f"<w:body>{xml}"))
            assert [gebrek.code for gebrek in lezing.gebreken] == ["tag-half"] * aantal
            vragen = lezing.delen[0].vragen
            assert [eis.naam for eis in vragen.eisen] == ["a", "b"] * aantal
            assert [len(vragen.vergelijkingen), len(vragen.onzeker)] == [aantal, 0]

    @pytest.mark.parametrize(
        ("secties", "getoond"),
        [
            ('<w:headerReference w:type="default" r:id="rId8"/>', True),
            ('<w:headerReference r:id="rId8"/><w:titlePg w:val="0"/>', True),
            ('<w:headerReference w:type="default" r:id="rId8"/><w:titlePg/>', False),
            ('<w:headerReference w:type="first" r:id="rId8"/><w:titlePg/>', True),
            ('<w:headerReference w:type="first" r:id="rId8"/>', False),
            ('<w:headerReference w:type="even" r:id="rId8"/>', False),
            ('<w:headerReference r:id="rId8"/><w:titlePg/></w:sectPr><w:sectPr>', True),
            ("", False),
        ],
    )
    def test_headers_that_a_first_page_has(self, secties: str, getoond: object) -> None:
        sjabloon = met_kop_en_voetnoot(maak_alinea("{{ a }}"), maak_alinea("{{ b }}"))
        xml = open_pakket(sjabloon)["word/document.xml"].decode()
        alles = f'<w:body xmlns:r="{R}"><w:sectPr>{secties}</w:sectPr></w:body>'
        xml = re.sub("<w:body>.*</w:body>", alles, xml, flags=re.DOTALL)
        delen = lees(vervang(sjabloon, {"word/document.xml": xml.encode()})).delen
        assert [(deel.naam, not deel.verborgen) for deel in delen] == [
            ("word/header1.xml", getoond),
            ("word/footnotes.xml", False),
        ]

    @pytest.mark.parametrize(
        ("verwijzing", "getoond"),
        [
            ("footnoteReference w:id='1'", True),
            ("footnoteReference w:id='2'", False),
            ("endnoteReference w:id='1'", False),
        ],
    )
    def test_notes_that_are_referred_to(self, verwijzing: str, getoond: object) -> None:
        sjabloon = met_kop_en_voetnoot("", maak_alinea("{{ a }}"))
        sjabloon = wijzig(sjabloon, "word/document.xml", "<w:body>", f"<w:body><w:p><w:r><w:{verwijzing}/></w:r></w:p>")
        (deel,) = lees(sjabloon).delen
        assert deel.verborgen == frozenset(() if getoond else (1,))

    def test_a_part_of_another_make(self) -> None:
        (gebrek,) = lees(wijzig(maak_sjabloon("a"), "word/document.xml", "w:body", "w:ander")).gebreken
        assert (gebrek.code, gebrek.deel) == ("sjabloon-opbouw", "word/document.xml")

    def test_parts_that_nobody_fills(self) -> None:
        sjabloon = vervang(build_basis(""), {"word/a.xml": b"<a b='{{ x }}'/>", "word/b.xml": b"<a>{</a>", "c": b"{{"})
        assert [gebrek.boodschap for gebrek in lees(sjabloon).gebreken] == [
            "in het onderdeel word/a.xml staat een tag ({{ x }}), en daar vult ivb niets in"
        ]
