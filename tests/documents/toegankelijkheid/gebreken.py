"""Documents that are broken on purpose, one fault each, made from our own base document."""

from ivb.documents.basis.document import build_basis
from ivb.documents.basis.stijlen import NAAMRUIMTEN
from ivb.documents.word.pakket import INHOUDSOORTEN, read_pakket, write_pakket
from tests.documents.sjablonen import maak_alinea, wijzig

NAAMRUIMTE = {
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
_XMLNS = " ".join(f'xmlns:{naam}="{adres}"' for naam, adres in NAAMRUIMTE.items())
_RELATIE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HOOFDTEKST, KERN, STIJLEN, VOETTEKST = "word/document.xml", "docProps/core.xml", "word/styles.xml", "word/footer1.xml"
RELATIES = "word/_rels/document.xml.rels"

BEGIN = maak_alinea("Stand van zaken", stijl="Title") + maak_alinea("Onderwerp", stijl="Heading1")
TEKST = maak_alinea("Dit gaat over de veiligheid in onze gemeente.")


def maak(*inhoud: str) -> bytes:
    """Make a document with a title, a heading and a text, and then what is given."""
    return build_basis(BEGIN + TEKST + "".join(inhoud))


def maak_run(tekst: str, eigenschappen: str = "") -> str:
    """Write a run."""
    return f'<w:r><w:rPr>{eigenschappen}</w:rPr><w:t xml:space="preserve">{tekst}</w:t></w:r>'


def maak_p(inhoud: str, eigenschappen: str = "") -> str:
    """Write a paragraph around runs."""
    return f"<w:p><w:pPr>{eigenschappen}</w:pPr>{inhoud}</w:p>"


def maak_tabs(tekst: str) -> str:
    """Write a paragraph with tabs."""
    return maak_alinea(tekst).replace("\t", "</w:t><w:tab/><w:t>")


def maak_cel(inhoud: str = "<w:p/>", eigenschappen: str = "") -> str:
    """Write a cell."""
    return f"<w:tc><w:tcPr>{eigenschappen}</w:tcPr>{inhoud}</w:tc>"


def maak_rij(*cellen: str, kop: bool = False) -> str:
    """Write a row; what is no cell is the text of one."""
    begin = "<w:trPr><w:tblHeader/></w:trPr>" if kop else ""
    return f"<w:tr>{begin}{''.join(c if c.startswith('<w:tc>') else maak_cel(maak_alinea(c)) for c in cellen)}</w:tr>"


def maak_tabel(*rijen: str, eigenschappen: str = "") -> str:
    """Write a table."""
    return f"<w:tbl><w:tblPr>{eigenschappen}</w:tblPr><w:tblGrid/>{''.join(rijen)}</w:tbl>"


KOPRIJ = maak_rij("Actie", "Trekker", kop=True)
RIJ = maak_rij("Buurtbus", "adviseur veiligheid")
TABEL = maak_tabel(KOPRIJ, RIJ)


def maak_beeld(eigenschappen: str, binnen: str = "", uitbreiding: str = "") -> str:
    """Write a drawing in a paragraph."""
    docpr = f'<wp:docPr id="1" name="Afbeelding 1" {eigenschappen}>{uitbreiding}</wp:docPr>'
    inhoud = f'<a:graphic><a:graphicData uri="urn:x">{binnen}</a:graphicData></a:graphic>'
    return maak_p(f"<w:r><w:drawing {_XMLNS}><wp:inline>{docpr}{inhoud}</wp:inline></w:drawing></w:r>")


def maak_vml(inhoud: str) -> str:
    """Write a picture of older Word in a paragraph."""
    return maak_p(f"<w:r><w:pict {_XMLNS}>{inhoud}</w:pict></w:r>")


def maak_link(tekst: str, anker: str = "_top") -> str:
    """Write a link in a paragraph, with text before it."""
    return maak_p(
        maak_run("Zie ") + f'<w:hyperlink w:anchor="{anker}">{maak_run(tekst) if tekst else ""}</w:hyperlink>'
    )


def maak_veld(opdracht: str, *runs: str) -> str:
    """Write a field in a paragraph, as Word does: begin, instruction, text, end."""
    deel = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    begin = f"{deel.format('begin')}<w:r><w:instrText>{opdracht}</w:instrText></w:r>{deel.format('separate')}"
    return maak_p(maak_run("Zie ") + begin + "".join(runs) + deel.format("end"))


def voeg_deel_toe(document: bytes, soort: str, xml: str) -> bytes:
    """Add a part with text: ``header``, ``footnotes`` or ``endnotes``."""
    delen = read_pakket(document)
    naam = f"{soort}9.xml"
    inhoudsoort = f'<Override PartName="/word/{naam}" ContentType="{_WORD}.{soort}+xml"/></Types>'
    relatie = f'<Relationship Id="rId90" Type="{_RELATIE}/{soort}" Target="{naam}"/></Relationships>'
    delen[INHOUDSOORTEN] = delen[INHOUDSOORTEN].replace(b"</Types>", inhoudsoort.encode())
    delen[RELATIES] = delen[RELATIES].replace(b"</Relationships>", relatie.encode())
    return write_pakket({**delen, f"word/{naam}": xml.encode()})


def maak_noten(*noten: str, verwijzing: str = "1") -> bytes:
    """Make a document with footnotes, and a number of one in the text."""
    scheiding = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    xml = "".join(f'<w:footnote w:id="{nummer}">{noot}</w:footnote>' for nummer, noot in enumerate(noten, 1))
    document = maak(maak_p(maak_run("Zo staat het er") + f'<w:r><w:footnoteReference w:id="{verwijzing}"/></w:r>'))
    return voeg_deel_toe(document, "footnotes", f"<w:footnotes {NAAMRUIMTEN}>{scheiding}{xml}</w:footnotes>")


def zet_eigenschap(oud: str, nieuw: str) -> bytes:
    """Change the core properties."""
    return wijzig(maak(), KERN, oud, nieuw)


_TAAL = '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'
_TITEL = "<dc:title>Sjabloon</dc:title>"
_DATUM = '<dcterms:created xsi:type="dcterms:W3CDTF">2024-01-01T00:00:00Z'
_ROOD = '<w:shd w:val="clear" w:fill="FF0000"/>'
_VAK = f"<w:txbxContent>{maak_alinea('Los van de tekst')}</w:txbxContent>"
_BLADWIJZER = '<w:bookmarkStart w:id="1" w:name="doel"/>'
_EINDE = '<w:bookmarkEnd w:id="1"/>'
_BINNENTABEL = maak_tabel(maak_rij("a", "b", kop=True), maak_rij("c", "d"))
_BREUK = "<w:r><w:br/></w:r>"

GEBREKEN: dict[str, tuple[str, bytes]] = {
    "geen titel": ("titel-ontbreekt", zet_eigenschap(_TITEL, "")),
    "een titel van spaties": ("titel-ontbreekt", zet_eigenschap(_TITEL, "<dc:title> </dc:title>")),
    "een titel van niets": ("titel-nietszeggend", zet_eigenschap(_TITEL, "<dc:title>Document1</dc:title>")),
    "een bestandsnaam als titel": ("titel-nietszeggend", zet_eigenschap(_TITEL, "<dc:title>Brief_v2.docx</dc:title>")),
    "geen taal": ("taal-ontbreekt", wijzig(maak(), STIJLEN, _TAAL, "")),
    "geen taal maar een teken daarvan": ("taal-ontbreekt", wijzig(maak(), STIJLEN, _TAAL, '<w:lang w:val="x-none"/>')),
    "een taal die geen code is": ("taal-onbekend", wijzig(maak(), STIJLEN, _TAAL, '<w:lang w:val="nederlands"/>')),
    "een eigenschap die geen code is": ("taal-onbekend", zet_eigenschap("nl-NL", "nl_NL")),
    "geen taal in de eigenschappen": (
        "taal-eigenschap-ontbreekt",
        zet_eigenschap("<dc:language>nl-NL</dc:language>", ""),
    ),
    "Engels tegen Nederlands": ("taal-tegenstrijdig", wijzig(maak(), STIJLEN, _TAAL, '<w:lang w:val="en-US"/>')),
    "Engels zonder dat te zeggen": (
        "taal-niet-nederlands",
        wijzig(wijzig(maak(), STIJLEN, _TAAL, '<w:lang w:val="en-US"/>'), KERN, "<dc:language>nl-NL</dc:language>", ""),
    ),
    "een woord in het Grieks": ("taal-van-deel-ontbreekt", maak(maak_alinea("Men sprak van δημοκρατία in Athene."))),
    "een woord in het Chinees": ("taal-van-deel-ontbreekt", maak(maak_alinea("De delegatie uit 北京 kwam op bezoek."))),
    "een datum die niet bestaat": ("datum-onjuist", zet_eigenschap(_DATUM, _DATUM.replace("01-01", "02-30"))),
    "een datum in woorden": ("datum-onjuist", zet_eigenschap(_DATUM, _DATUM.replace("2024-01-01T00:00:00Z", "1 mei"))),
    "een eerste kop van niveau 2": ("kop-begint-laag", build_basis(maak_alinea("Kop", stijl="Heading2") + TEKST)),
    "van niveau 1 naar 3": ("kop-overgeslagen", maak(maak_alinea("Kop", stijl="Heading3"), TEKST)),
    "van de titel naar niveau 2": (
        "kop-overgeslagen",
        build_basis(maak_alinea("Titel", stijl="Title") + maak_alinea("Kop", stijl="Heading2") + TEKST),
    ),
    "een lege kop": ("kop-leeg", maak(maak_alinea(" ", stijl="Heading1"), TEKST)),
    "een vette regel": ("kop-nagemaakt", maak(maak_p(maak_run("Aanpak", "<w:b/>")), TEKST)),
    "een grote regel": ("kop-nagemaakt", maak(maak_p(maak_run("Aanpak", '<w:sz w:val="32"/>')), TEKST)),
    "een lang stuk zonder kop": ("koppen-ontbreken", build_basis(TEKST * 21)),
    "een stijl die er niet is": ("stijl-ontbreekt", maak(maak_alinea("Weg", stijl="Kop1"))),
    "een lege alinea": ("alinea-leeg", maak("<w:p/>", TEKST)),
    "drie lege alinea's": ("alinea-leeg", maak("<w:p/>" * 3, TEKST)),
    "een lege alinea in een cel": (
        "alinea-leeg",
        maak(maak_tabel(KOPRIJ, maak_rij(maak_cel(TEKST + "<w:p/>"), "b")), TEKST),
    ),
    "een lege alinea in de voettekst": ("alinea-leeg", wijzig(maak(), VOETTEKST, "</w:ftr>", "<w:p/></w:ftr>")),
    "twee regeleinden": ("regels-leeg", maak(maak_p(maak_run("Boven") + _BREUK * 2 + maak_run("Onder")))),
    "spaties": ("spaties-uitlijning", maak(maak_alinea("Datum:       23 april 2024"))),
    "tabs achter elkaar": (
        "tabs-uitlijning",
        maak(maak_alinea("Datum:\t\t23 april 2024").replace("\t", "</w:t><w:tab/><w:t>")),
    ),
    "kolommen met tabs": (
        "tabel-getypt",
        maak(*(maak_tabs(f"{een}\tb\tc") for een in "ad")),
    ),
    "streepjes": ("lijst-getypt", maak(maak_alinea("- de notitie"), maak_alinea("- het jaarplan"))),
    "nummers": ("lijst-getypt", maak(maak_alinea("1. de notitie"), maak_alinea("2. het jaarplan"))),
    "bolletjes achter regeleinden": (
        "lijst-getypt",
        maak(maak_p(maak_run("Stukken:") + _BREUK + maak_run("• de notitie") + _BREUK + maak_run("• het plan"))),
    ),
    "een tekstvak": ("tekstvak", maak(maak_beeld("", _VAK))),
    "een tekstvak van ouder Word": ("tekstvak", maak(maak_vml(f"<v:shape><v:textbox>{_VAK}</v:textbox></v:shape>"))),
    "een afbeelding zonder tekst": ("alt-ontbreekt", maak(maak_beeld('descr=" "'))),
    "een vorm zonder tekst": ("alt-ontbreekt", maak(maak_vml("<v:rect/>"))),
    "een bestandsnaam als tekst": ("alt-nietszeggend", maak(maak_beeld('descr="logo_2024.PNG"'))),
    "een nietszeggende tekst": ("alt-nietszeggend", maak(maak_beeld('descr="Afbeelding 3"'))),
    "een rode cel": (
        "cel-alleen-kleur",
        maak(maak_tabel(KOPRIJ, maak_rij("Buurtbus", maak_cel("<w:p/>", _ROOD))), TEKST),
    ),
    "een rode stip": (
        "teken-alleen-kleur",
        maak(maak_tabel(KOPRIJ, maak_rij("a", maak_cel(maak_p(maak_run("●", '<w:color w:val="FF0000"/>'))))), TEKST),
    ),
    "een gemarkeerde spatie": (
        "teken-alleen-kleur",
        maak(maak_tabel(KOPRIJ, maak_rij("a", maak_cel(maak_p(maak_run(" ", '<w:highlight w:val="red"/>'))))), TEKST),
    ),
    "een koppeling zonder tekst": ("link-leeg", maak(maak_link(""))),
    "klik hier": ("link-nietszeggend", maak(maak_link("klik hier."))),
    "lees meer in een veld": ("link-nietszeggend", maak(maak_veld('HYPERLINK "https://a.nl"', maak_run("Lees meer")))),
    "een kaal adres": ("link-adres", maak(maak_link("https://example.org/a/b"))),
    "een bladwijzer die er niet is": ("link-zonder-doel", maak(maak_link("de bijlage", "weg"))),
    "een relatie die er niet is": (
        "link-zonder-doel",
        maak(maak_link("de bijlage").replace('w:anchor="_top"', 'r:id="rId404"')),
    ),
    "een tabel zonder kopregel": ("tabel-zonder-kop", maak(maak_tabel(RIJ, RIJ), TEKST)),
    "een kopregel die uitstaat": (
        "tabel-zonder-kop",
        maak(TABEL.replace("<w:tblHeader/>", '<w:tblHeader w:val="0"/>'), TEKST),
    ),
    "een kopregel onderaan": ("tabelkop-niet-bovenaan", maak(maak_tabel(RIJ, KOPRIJ), TEKST)),
    "een kolom zonder kop": ("tabelkop-leeg", maak(maak_tabel(maak_rij("a", "", kop=True), RIJ), TEKST)),
    "een kader": ("tabel-een-cel", maak(maak_tabel(maak_rij("Let op")), TEKST)),
    "twee kolommen naast elkaar": ("tabel-als-opmaak", maak(maak_tabel(RIJ), TEKST)),
    "een kolom": ("tabel-als-opmaak", maak(maak_tabel(maak_rij("a"), maak_rij("b")), TEKST)),
    "samengevoegd voor de opmaak": (
        "tabel-als-opmaak",
        maak(maak_tabel(maak_rij(maak_cel(TEKST, '<w:gridSpan w:val="2"/>')), RIJ), TEKST),
    ),
    "een tabel in een tabel": (
        "tabel-genest",
        maak(maak_tabel(KOPRIJ, maak_rij("a", maak_cel(_BINNENTABEL + TEKST))), TEKST),
    ),
    "een tabel met tekst eromheen": (
        "tabel-zwevend",
        maak(maak_tabel(KOPRIJ, RIJ, eigenschappen='<w:tblpPr w:tblpX="1"/>'), TEKST),
    ),
    "samengevoegde cellen": (
        "cellen-samengevoegd",
        maak(maak_tabel(KOPRIJ, maak_rij(maak_cel(TEKST, '<w:vMerge w:val="restart"/>'), "b")), TEKST),
    ),
    "een cel die eindigt op een tabel": (
        "cel-eindigt-op-tabel",
        maak(maak_tabel(KOPRIJ, maak_rij("a", maak_cel(TEKST + _BINNENTABEL))), TEKST),
    ),
    "een cel zonder alinea": ("cel-zonder-alinea", maak(maak_tabel(KOPRIJ, maak_rij("a", maak_cel(""))), TEKST)),
    "een rij zonder cel": ("rij-zonder-cel", maak(maak_tabel(KOPRIJ, "<w:tr/>"), TEKST)),
    "een tabel zonder rij": ("tabel-zonder-rij", maak(maak_tabel(), TEKST)),
    "een bladwijzer die openstaat": ("bladwijzer-open", maak(maak_p(_BLADWIJZER + maak_run("Hier")))),
    "een bladwijzer zonder begin": ("bladwijzer-zonder-begin", maak(maak_p(maak_run("Hier") + _EINDE))),
    "een bladwijzer met een naam die er al is": (
        "bladwijzer-dubbel",
        maak(
            maak_p(_BLADWIJZER + maak_run("Hier") + _EINDE),
            maak_p(f"{_BLADWIJZER}{maak_run('Daar')}{_EINDE}".replace('"1"', '"2"').replace("doel", "Doel")),
        ),
    ),
    "een lege voetnoot": ("noot-leeg", maak_noten("<w:p/>")),
    "een voetnoot die er niet is": ("noot-ontbreekt", maak_noten(TEKST, verwijzing="7")),
    "een tag in de tekst": ("sjabloontag", maak(maak_alinea("Vriezenveen, {", "{ datum }", "}"))),
    "een halve tag": ("sjabloontag", maak(maak_alinea("Vriezenveen, datum %}"))),
    "een tag in een veld": ("sjabloontag", maak(maak_veld('HYPERLINK "{{ adres }}"', maak_run("de notitie")))),
    "een tag in de voettekst": ("sjabloontag", wijzig(maak(), VOETTEKST, "<w:t>2</w:t>", "<w:t>{{ pagina }}</w:t>")),
    "een tag in de eigenschappen": ("sjabloontag", zet_eigenschap(_TITEL, "<dc:title>{{ titel }}</dc:title>")),
    "een tag in een voetnoot": ("sjabloontag", maak_noten(maak_alinea("{% if a %}"))),
    "een tag in een stijl": ("sjabloontag", wijzig(maak(), STIJLEN, '"Kenmerk"/><w:b', '"{{ stijl }}"/><w:b')),
    "een hoofdtekst die dat niet is": ("onderdeel-onleesbaar", wijzig(maak(), HOOFDTEKST, "w:body", "w:glossaryBody")),
}
