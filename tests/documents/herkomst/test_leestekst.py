import re
import subprocess
from itertools import combinations
from pathlib import Path

import pytest

from ivb.documents.basis.document import build_basis
from ivb.documents.herkomst.leestekst import read_leestekst
from ivb.documents.word.opmaak import parse_opmaak
from ivb.documents.word.pakket import open_pakket, read_pakket
from ivb.errors import SjabloonError
from tests.documents.sjablonen import maak_alinea, maak_tabel, met_kop_en_voetnoot, render, vervang, wijzig

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml" id="v" style="width:200pt;height:50pt;position:absolute"'
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def run(tekst: str, eigenschappen: str = "") -> str:
    return f'<w:r><w:rPr>{eigenschappen}</w:rPr><w:t xml:space="preserve">{tekst}</w:t></w:r>'


def p(*stukken: str, eigenschappen: str = "") -> str:
    return f"<w:p><w:pPr>{eigenschappen}</w:pPr>{''.join(stukken)}</w:p>"


def veld(opdracht: str, uitkomst: str) -> str:
    begin, midden, einde = (f'<w:r><w:fldChar w:fldCharType="{wat}"/></w:r>' for wat in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText> {opdracht} </w:instrText></w:r>{midden}{run(uitkomst)}{einde}"


def simpel(opdracht: str, uitkomst: str) -> str:
    return f'<w:fldSimple w:instr=" {opdracht} ">{run(uitkomst)}</w:fldSimple>'


def vak(inhoud: str) -> str:
    return f"<w:r><w:pict><w:txbxContent>{inhoud}</w:txbxContent></w:pict></w:r>"


def lees(xml: str) -> str:
    return read_leestekst(read_pakket(build_basis(xml)))


WIJZIGING = 'w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"'
EEN = run("een")
TWEE = run(" twee")
BREUK = '<w:r><w:br w:type="page"/></w:r>'
BIJ = f"<w:ins {WIJZIGING}>{TWEE}</w:ins>"
AF = f'<w:del {WIJZIGING}><w:r><w:delText xml:space="preserve"> twee</w:delText></w:r></w:del>'

SAME = {
    "runs": ("<w:p><w:r><w:t>een twee</w:t></w:r></w:p>", p(run("e"), run("en"), TWEE)),
    "white space": (p(run("een twee")), p(run(" een"), "<w:r><w:tab/><w:br/></w:r>", run(" twee "))),
    "blanks that do not count": (p(EEN, run("twee")), p(EEN, run(" twee").replace(' xml:space="preserve"', ""))),
    "a blank that does": (p(run("\u20ac\u00a06")), p("<w:r><w:t>\u20ac\u00a0</w:t></w:r>", run("6"))),
    "empty paragraphs": (p(EEN), p() + p(run(" ")) + p(EEN)),
    "layout": (p(EEN), p(run("een", "<w:b/><w:vanish w:val='0'/>"), eigenschappen='<w:pStyle w:val="Title"/>')),
    "page number": (p(EEN, simpel("PAGE", "1")), p(EEN, veld("page", "2"))),
    "table of contents": (p(EEN), p(veld("TOC \\o", "kop 1")) + p(EEN)),
    "field in a field": (p(EEN), p(EEN, veld(f"IF {veld('PAGE', '1')}", "").replace(run(""), ""))),
    "link": (p(EEN, simpel("HYPERLINK &quot;a/&quot;", "twee")), p(EEN, veld('HYPERLINK "a"', "twee"))),
    "link to no address": (p(EEN, run("twee")), p(EEN, veld("HYPERLINK \\l kop", "twee"))),
    "odd fields": (p(EEN), p(EEN, '<w:r><w:instrText>x</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>')),
    "a field that ends and never began": (p(EEN), p(EEN, '<w:r><w:fldChar w:fldCharType="end"/></w:r>')),
    "content control": (
        p(EEN),
        f'<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>{p(EEN)}</w:sdtContent></w:sdt>',
    ),
    "smart tag": (p(EEN), p(f"<w:smartTag>{EEN}</w:smartTag><!-- niets -->", '<w:bookmarkStart w:id="1" w:name="a"/>')),
    "older programs": (
        p(vak(p(TWEE)), EEN),
        p(
            f"<mc:AlternateContent {MC}><mc:Choice>{vak(p(TWEE))}</mc:Choice>"
            f"<mc:Fallback>{vak(p(TWEE))}</mc:Fallback></mc:AlternateContent>",
            EEN,
        ),
    ),
    "hyphens": (
        p(run("a\u2011b\u00adc")),
        p("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>"),
    ),
    "symbol": (p(run("\uf0fc")), p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>')),
    "no symbol": (p(EEN), p(EEN, '<w:r><w:sym w:font="Wingdings"/></w:r>')),
    "page break": (p(EEN) + p(TWEE), p(EEN, BREUK, TWEE)),
    "tracked in pieces": (p(EEN, BIJ), p(EEN, BIJ.replace(" twee", " tw"), BIJ.replace(" twee", "ee"))),
    "track of an empty paragraph": (p(EEN), p(EEN) + p(eigenschappen=f"<w:rPr><w:ins {WIJZIGING}/></w:rPr>")),
}

DIFFERENT = {
    "words": [p(run(woorden)) for woorden in ("een", "een twee", "twee een", "eentwee", "Een twee", "een twéé")],
    "paragraphs": [p(EEN, TWEE), p(EEN) + p(TWEE), p(TWEE) + p(EEN)],
    "cells": [
        maak_tabel(*rijen)
        for rijen in ((("een", ""),), (("", "een"),), (("een", ""), ("", "")), (("", ""), ("een", "")))
    ],
    "tracked": [
        p(EEN, TWEE),
        p(EEN),
        p(EEN, BIJ),
        p(EEN, AF),
        p(EEN, BIJ.replace("w:ins", "w:moveTo"), BIJ.replace("w:ins", "w:moveFrom")),
        p(EEN, TWEE, eigenschappen=f"<w:rPr><w:del {WIJZIGING}/></w:rPr>"),
    ],
    "hidden": [p(EEN, TWEE), p(EEN, run(" twee", "<w:vanish/>")), p(EEN, run(" twee", "<w:vanish w:val='1'/>"), EEN)],
    "text box": [p(EEN, vak(p(TWEE))), p(EEN, vak(p(EEN))), p(EEN, vak(p(TWEE) + p(EEN))), p(vak(p(TWEE)))],
    "field": [
        p(simpel("QUOTE", "een")),
        p(simpel("QUOTE", "twee")),
        p(veld("QUOTE", "drie")),
        p(simpel("PAGE", "een")),
    ],
    "link": [p(run("een")), *(p(veld(f'HYPERLINK "{adres}"', "een")) for adres in ("a", "b"))],
    "filled in by a person": [p(EEN, simpel("REF x", tekst)) for tekst in ("wel", "niet")],
    "white space": [p(run("een twee")), p(run("een\u00a0twee"))],
    "formula": [p(EEN, f"<m:oMath {MATH}><m:r><m:t>{tekst}</m:t></m:r></m:oMath>") for tekst in ("a", "b")],
    "another file": [p(EEN), p(EEN) + "<w:altChunk/>"],
}


class TestSame:
    """What a program changes when it saves a document again, is no change of the words."""

    @pytest.mark.parametrize("naam", SAME)
    def test_same(self, naam: str) -> None:
        een, ander = (lees(xml) for xml in SAME[naam])
        assert een == ander
        assert een

    def test_lines(self) -> None:
        assert lees(p(EEN, TWEE) + p(run("drie"))) == "een twee\ndrie"


class TestLinks:
    """Where a link leads is read with its words."""

    def test_another_address(self) -> None:
        sjabloon = build_basis(maak_alinea("{{p x }}"))
        teksten = [
            read_leestekst(read_pakket(render(sjabloon, {"x": parse_opmaak(f"Zie [hier]({adres}).")})))
            for adres in ("https://example.org/", "https://example.org", "https://example.com")
        ]
        assert teksten[0] == teksten[1] != teksten[2]


class TestDifferent:
    """Any word that is added, taken away, replaced or put elsewhere is a change, tracked or not."""

    @pytest.mark.parametrize("naam", DIFFERENT)
    def test_different(self, naam: str) -> None:
        for een, ander in combinations(DIFFERENT[naam], 2):
            assert lees(een) != lees(ander)


class TestNotes:
    """A note is read where the text refers to it, whatever its number is."""

    @staticmethod
    def maak(*noten: tuple[int, str], volgorde: tuple[int, ...]) -> str:
        inhoud = "".join(f'<w:footnote w:id="{nummer}">{p(run(tekst))}</w:footnote>' for nummer, tekst in noten)
        document = met_kop_en_voetnoot("", "")
        verwijzingen = "".join(f'{EEN}<w:r><w:footnoteReference w:id="{nummer}"/></w:r>' for nummer in volgorde)
        document = wijzig(document, "word/document.xml", "<w:body>", f"<w:body>{p(verwijzingen)}")
        voetnoten = f"<w:footnotes {W}>{inhoud}</w:footnotes>".encode()
        return read_leestekst(read_pakket(vervang(document, {"word/footnotes.xml": voetnoten})))

    def test_numbers_do_not_matter(self) -> None:
        een = self.maak((1, "noot a"), (2, "noot b"), volgorde=(1, 2))
        assert een == self.maak((7, "noot b"), (3, "noot a"), (9, "weg"), volgorde=(3, 7))
        assert "noot a" in een

    def test_words_and_order_do(self) -> None:
        lezingen = [
            self.maak((1, "noot a"), (2, "noot b"), volgorde=(1, 2)),
            self.maak((1, "noot a"), (2, "noot b"), volgorde=(2, 1)),
            self.maak((1, "noot a"), (2, "noot c"), volgorde=(1, 2)),
            self.maak((1, "noot a"), volgorde=(1,)),
            self.maak((1, "noot a"), volgorde=(1, 2)),
        ]
        assert len(set(lezingen)) == len(lezingen)


class TestHeaders:
    """What stands above and below the pages counts as far as it is shown."""

    @staticmethod
    def lees(sectie: str, *, even: bool = False, kop: str = "kop", meer: str = "") -> str:
        document = met_kop_en_voetnoot(p(run(kop)), "")
        xml = read_pakket(document)["word/document.xml"].decode()
        xml = re.sub(r"<w:sectPr>.*?</w:sectPr>", "", xml).replace("<w:body>", f"<w:body>{meer}")
        xml = xml.replace("</w:body>", f"<w:sectPr>{sectie}</w:sectPr></w:body>")
        delen = {**read_pakket(document), "word/document.xml": xml.encode()}
        if even:
            delen["word/settings.xml"] = delen["word/settings.xml"].replace(
                b"<w:characterSpacingControl", b"<w:evenAndOddHeaders/><w:characterSpacingControl"
            )
        return read_leestekst(delen)

    @pytest.mark.parametrize("soort", ["default", "first", "even"])
    def test_shown(self, soort: str) -> None:
        sectie = f'<w:headerReference w:type="{soort}" r:id="rId8"/><w:titlePg/>'
        assert "kop" in self.lees(sectie, even=True)
        assert self.lees(sectie, even=True) != self.lees(sectie, even=True, kop="iets anders")

    @pytest.mark.parametrize("soort", ["first", "even"])
    def test_not_shown(self, soort: str) -> None:
        sectie = f'<w:headerReference w:type="{soort}" r:id="rId8"/>'
        assert self.lees(sectie) == self.lees("")

    def test_another_place(self) -> None:
        verwijzing = '<w:headerReference w:type="{}" r:id="rId8"/>'
        lezingen = [
            self.lees(verwijzing.format("default")),
            self.lees(f"{verwijzing.format('default')}<w:titlePg/>"),
            self.lees(f"{verwijzing.format('first')}<w:titlePg/>"),
            self.lees(verwijzing.format("default").replace("header", "footer")),
            self.lees(""),
        ]
        assert len(set(lezingen)) >= 4

    def test_a_section_that_goes_on(self) -> None:
        verwijzing = '<w:headerReference w:type="default" r:id="rId8"/>'
        sectie = p(eigenschappen=f"<w:sectPr>{verwijzing}</w:sectPr>")
        assert self.lees(verwijzing, meer=sectie) == self.lees("", meer=sectie) == self.lees(verwijzing)

    @pytest.mark.parametrize("id_", ["rId99", ""])
    def test_a_reference_that_leads_nowhere(self, id_: str) -> None:
        assert self.lees(f'<w:headerReference w:type="default" r:id="{id_}"/>') == self.lees("")

    def test_a_document_without_settings(self) -> None:
        document = build_basis(maak_alinea("a"))
        relatie = re.search(
            "<Relationship [^>]*settings[^>]*/>", read_pakket(document)["word/_rels/document.xml.rels"].decode()
        )
        assert relatie
        assert read_leestekst(read_pakket(wijzig(document, "word/_rels/document.xml.rels", relatie[0], ""))) == "a"


class TestLibreoffice:
    """A document with everything that a template of others can have, saved again by LibreOffice, has the same words."""

    BODY = (
        p(
            EEN,
            simpel("PAGE", "1"),
            run(" van "),
            veld("NUMPAGES", "9"),
            veld('HYPERLINK "https://example.org"', "daar"),
        )
        + p(run("a\u2011b a\u00adb a\u200bb \ufeffa cafe\u0301 \U0001f469\u200d\U0001f692 a\u2028b a\u00a0b \u0085x"))
        + p("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:tab/><w:t>d</w:t><w:br/><w:t>e</w:t></w:r>", BREUK, TWEE)
        + p(EEN, BIJ, AF, run(" hidden", "<w:vanish/>"))
        + p(
            EEN,
            vak(p(TWEE))
            .replace("<w:txbxContent>", f"<v:shape {VML}><v:textbox><w:txbxContent>")
            .replace("</w:txbxContent>", "</w:txbxContent></v:textbox></v:shape>"),
        )
        + maak_tabel(("een", ""), ("", "twee"))
        + f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{p(EEN)}</w:sdtContent></w:sdt>"
        + p(f"{EEN}<w:r><w:footnoteReference w:id='1'/></w:r>")
    )

    def test_same(self, soffice: str, tmp_path: Path) -> None:
        document = met_kop_en_voetnoot(p(run("kop")), p(run("noot")))
        xml = read_pakket(document)["word/document.xml"].decode()
        xml = re.sub(r"<w:p><w:pPr><w:sectPr>.*?</w:sectPr></w:pPr></w:p>", "", xml).replace(
            "<w:sectPr>", f'{self.BODY}<w:sectPr><w:headerReference w:type="default" r:id="rId8"/>'
        )
        document = vervang(document, {"word/document.xml": xml.encode()})
        (tmp_path / "a.docx").write_bytes(document)
        profiel = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
        opdracht = [soffice, profiel, "--headless", "--convert-to", "docx", "--outdir", "uit", "a.docx"]
        subprocess.run(opdracht, check=True, capture_output=True, timeout=120, cwd=tmp_path)
        oud, nieuw = (read_leestekst(open_pakket(een)) for een in (document, (tmp_path / "uit/a.docx").read_bytes()))
        assert nieuw == oud
        assert {"een", "twee", "kop", "noot"} <= set(re.split(r"[\n\x04\x05]", oud))


def test_no_document() -> None:
    with pytest.raises(SjabloonError, match="er zit geen document in"):
        read_leestekst({})
