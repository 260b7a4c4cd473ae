"""The engine beside docxtpl itself: every tag of its documentation, typed whole and cut as Word cuts."""

import io
from collections.abc import Callable
from typing import Final

import pytest
from docxtpl import DocxTemplate, Listing, RichText
from lxml import etree

from ivb.documents.basis.document import build_basis
from ivb.documents.word.afbeelding import Afbeelding
from ivb.documents.word.opmaak import parse_opmaak
from ivb.documents.word.pakket import read_pakket
from tests.documents.sjablonen import (
    PNG,
    W,
    maak_alinea,
    maak_sjabloon,
    maak_tabel,
    met_kop_en_voetnoot,
    render,
    wijzig,
)

VELDEN: Final[dict[str, object]] = {
    "naam": "Jan & <Piet>",
    "leeg": "",
    "ja": True,
    "nee": False,
    "aantal": 3,
    "kleur": "FF0000",
    "lijst": ["een", "twee", "drie"],
    "niets": [],
    "persoon": {"naam": "Anna", "adres": {"plaats": "Vriezenveen"}},
    "acties": [
        {"naam": "a", "kleur": "00FF00", "stappen": ["s", "t"]},
        {"naam": "b", "kleur": "0000FF", "stappen": []},
        {"naam": "c & d", "kleur": "AAAAAA", "stappen": ["u"]},
    ],
    "regels": "een\ntwee\tdrie\n",
}
KOLOMMEN: Final = ("{%tc for k in lijst %}", "{{ k }}", "{%tc endfor %}")
PROEFRUN: Final = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'

ALINEAS: Final = {
    "value": ["Beste {{ naam }}, dit is {{persoon.naam}} uit {{ persoon['adres'].plaats }}."],
    "number": ["{{ aantal }} keer {{ lijst[1] }}"],
    "if": ["Een {% if ja %}ja{% else %}nee{% endif %} en {% if nee %}ja{% elif aantal > 2 %}veel{% endif %}."],
    "if in": ["{% if aantal >= 3 and not nee %}goed{% endif %}{{ 'a' if nee else 'b' }}"],
    "for": ["{% for x in lijst %}{{ loop.index }}. {{ x }}{% if not loop.last %}, {% endif %}{% endfor %}"],
    "for else": ["{% for x in niets %}{{ x }}{% else %}geen{% endfor %}"],
    "set": ["{% set kop = naam %}Zie {{ kop }}"],
    "filter": ["{{ naam|upper }} {{ lijst|length }}"],
    "p if": ["voor", "{%p if ja %}", "wel", "{%p endif %}"],
    "p else": ["{%p if nee %}", "niet", "{%p else %}", "anders", "{%p endif %}", "na"],
    "p for": ["{%p for a in acties %}", "Actie {{ a.naam }}", "{%p endfor %}", "na"],
    "p for in p for": [
        "{%p for a in acties %}",
        "{%p for s in a.stappen %}",
        "- {{ s }}",
        "{%p endfor %}",
        "{%p endfor %}",
    ],
    "r if": ["Voor {%r if ja %}midden{%r endif %} na"],
    "r for": ["{%r for x in lijst %}{{ x }} {%r endfor %}na"],
    "merge": ["Ik woon", "{%- if ja -%}", "in de stad", "{%- else -%}", "op het land", "{%- endif -%}", "en daar."],
    "over paragraphs": ["{% if ja %}een", "twee", "drie{% endif %} vier"],
    "comment": ["a {# dit ziet niemand #} b"],
    "p comment": ["voor", "{#p weg #}", "na"],
    "listing": ["{{ regels }}"],
    "no tags": ["niets {} te doen %"],
    "empty": ["{{ leeg }}", "na"],
}
TABELLEN: Final = {
    "tr for": [
        ("Kop", "Kop"),
        ("{%tr for a in acties %}", ""),
        ("{{ a.naam }}", "{{ a.kleur }}"),
        ("{%tr endfor %}", ""),
    ],
    "tr if": [("Kop",), ("{%tr if nee %}",), ("a",), ("{%tr else %}",), ("b",), ("{%tr endif %}",)],
    "tr comment": [("Kop",), ("{#tr weg #}",), ("a",)],
    "tc for": [("", *KOLOMMEN), ("rij", "{%tc for k in lijst %}", "{{ loop.index }}", "{%tc endfor %}")],
    "tc fewer": [
        ("{%tc for k in niets %}", "{{ k }}", "{%tc endfor %}", "vast", "{%tc if nee %}", "x", "{%tc endif %}")
    ],
    "tc in tr": [
        ("", *KOLOMMEN),
        ("{%tr for a in acties %}", "", "", ""),
        ("{{ a.naam }}", *KOLOMMEN),
        ("{%tr endfor %}", "", "", ""),
    ],
    "cellbg": [("{% cellbg kleur %}{{ naam }}", "b")],
    "cellbg chosen": [("{% cellbg 'FF0000' if aantal > 2 else '00FF00' %}a", "b")],
    "cellbg in for": [
        ("Kop",),
        ("{%tr for a in acties %}",),
        ("{% cellbg a.kleur %}{{ a.naam }}",),
        ("{%tr endfor %}",),
    ],
    "colspan": [("{% colspan aantal %}{{ naam }}", "b"), ("a", "b", "c", "d")],
    "hm": [("{%tc for k in lijst %}", "{% hm %}samen", "{%tc endfor %}"), KOLOMMEN],
    "text in cells": [("{% if ja %}a{% endif %}", "{% for x in lijst %}{{ x }};{% endfor %}")],
}


# docxtpl repeats what lies in another run than the tag; so not in the templates that are cut at every character
VM: Final = [
    ("Kop", "Kop"),
    ("{%tr for a in acties %}", ""),
    ("{% vm %}samen {{ naam }}", "{{ a.naam }}"),
    ("{%tr endfor %}", ""),
]


def knip_niet(tekst: str) -> list[str]:
    return [tekst]


def knip_in_tags(tekst: str) -> list[str]:
    """Cut where Word likes to: behind a brace, and before a dot, a blank or a closing brace."""
    for teken in ("{{ ", "{% ", " }", " %", ".", "_"):
        tekst = tekst.replace(teken, f"{teken[:1]}¦{teken[1:]}")
    return tekst.split("¦")


def knip_elk_teken(tekst: str) -> list[str]:
    return list(tekst)


KNIPPEN: Final = [knip_niet, knip_in_tags, knip_elk_teken]


def knip(xml: str, hoe: Callable[[str], list[str]]) -> str:
    """Cut the texts of paragraphs into runs, with the marks of the spelling checker between them."""
    wortel = etree.fromstring(f'<w:body xmlns:w="{W}">{xml}</w:body>')
    for run in list(wortel.iter(f"{{{W}}}r")):
        tekst = run[-1].text or ""
        stukken = '<w:proofErr w:type="spellStart"/>'.join(PROEFRUN.format(stuk) for stuk in hoe(tekst))
        nieuw = (
            etree.fromstring(f'<w:p xmlns:w="{W}">{stukken.replace("&", "&amp;")}</w:p>') if "<" not in tekst else None
        )
        if nieuw is not None:
            for kind in reversed(list(nieuw)):
                run.addnext(kind)
            next(run.iterancestors()).remove(run)
    return "".join(etree.tostring(kind, encoding="unicode") for kind in wortel)


def render_docxtpl(sjabloon: bytes, velden: dict[str, object]) -> bytes:
    peer = DocxTemplate(io.BytesIO(sjabloon))
    peer.render(velden, autoescape=True)
    buffer = io.BytesIO()
    peer.save(buffer)
    return buffer.getvalue()


def normaliseer(document: bytes, deel: str = "word/document.xml") -> bytes:
    """Write a part in canonical form: runs of one format are one, as Word itself joins them, and none is empty."""
    wortel = etree.fromstring(read_pakket(document)[deel], etree.XMLParser(remove_blank_text=True))
    for element in list(wortel.iter(f"{{{W}}}proofErr")):
        next(element.iterancestors()).remove(element)
    for eigenschappen in wortel.iter(f"{{{W}}}tcPr"):
        eigenschappen[:] = sorted(eigenschappen, key=lambda kind: str(kind.tag))
    for alinea in wortel.iter(f"{{{W}}}p"):
        for run in alinea.findall(f"{{{W}}}r"):
            _join_teksten(run)
            _join_runs(run)
    etree.cleanup_namespaces(wortel)
    return etree.tostring(wortel, method="c14n2")


def _join_teksten(run: etree._Element) -> None:
    for t in run.findall(f"{{{W}}}t"):
        t.attrib.clear()
        vorige = t.getprevious()
        if not t.text:
            run.remove(t)
        elif vorige is not None and vorige.tag == t.tag:
            vorige.text = (vorige.text or "") + t.text
            run.remove(t)


def _join_runs(run: etree._Element) -> None:
    ouder, vorige = next(run.iterancestors()), run.getprevious()
    inhoud = [kind for kind in run if kind.tag != f"{{{W}}}rPr"]
    if not inhoud:
        ouder.remove(run)
    elif vorige is not None and vorige.tag == run.tag and _find_vorm(vorige) == _find_vorm(run):
        vorige.extend(inhoud)
        ouder.remove(run)
        _join_teksten(vorige)


def _find_vorm(run: etree._Element) -> bytes:
    return b"".join(etree.tostring(vorm, method="c14n") for vorm in run.findall(f"{{{W}}}rPr"))


class TestAgainstDocxtpl:
    """What docxtpl makes of a template, the engine makes of it (https://docxtpl.readthedocs.io)."""

    @pytest.mark.parametrize("hoe", KNIPPEN)
    @pytest.mark.parametrize("teksten", ALINEAS.values(), ids=ALINEAS)
    def test_paragraphs(self, teksten: list[str], hoe: Callable[[str], list[str]]) -> None:
        sjabloon = build_basis("".join(maak_alinea(*hoe(tekst.replace("<", "&lt;"))) for tekst in teksten))
        assert normaliseer(render(sjabloon, VELDEN)) == normaliseer(render_docxtpl(sjabloon, VELDEN))

    @pytest.mark.parametrize("hoe", KNIPPEN)
    @pytest.mark.parametrize("rijen", TABELLEN.values(), ids=TABELLEN)
    def test_tables(self, rijen: list[tuple[str, ...]], hoe: Callable[[str], list[str]]) -> None:
        sjabloon = build_basis(maak_alinea("voor") + knip(maak_tabel(*rijen), hoe) + maak_alinea("na"))
        assert normaliseer(render(sjabloon, VELDEN)) == normaliseer(render_docxtpl(sjabloon, VELDEN))

    @pytest.mark.parametrize("hoe", [knip_niet, knip_in_tags])
    def test_cells_merged_downwards(self, hoe: Callable[[str], list[str]]) -> None:
        sjabloon = build_basis(knip(maak_tabel(*VM), hoe))
        assert normaliseer(render(sjabloon, VELDEN)) == normaliseer(render_docxtpl(sjabloon, VELDEN))

    @pytest.mark.parametrize("hoe", KNIPPEN)
    def test_formatted_text(self, hoe: Callable[[str], list[str]]) -> None:
        sjabloon = build_basis(maak_alinea(*hoe("Zie {{r x }} en {{r y }}.")))
        ons = render(sjabloon, {"x": parse_opmaak("**vet & meer**"), "y": parse_opmaak("a *b*")})
        y = RichText("a ")
        y.add("b", italic=True)
        assert normaliseer(ons) == normaliseer(
            render_docxtpl(sjabloon, {"x": RichText("vet & meer", bold=True), "y": y})
        )

    def test_a_picture_of_the_author_in_a_loop(self) -> None:
        """Every copy of it gets a number of its own."""
        met_plaatje = render(maak_sjabloon("{{p kaart }}"), {"kaart": Afbeelding(PNG, "Een kaart", 40)})
        begin, einde = maak_alinea("{%p for x in lijst %}"), maak_alinea("{%p endfor %}")
        sjabloon = wijzig(met_plaatje, "word/document.xml", "<w:body>", f"<w:body>{begin}")
        sjabloon = wijzig(sjabloon, "word/document.xml", "<w:sectPr>", f"{einde}<w:sectPr>")
        ons = normaliseer(render(sjabloon, VELDEN))
        assert [tekst[:4] for tekst in ons.split(b'" id="')[1:] if tekst[:4] != b'0" n'] == [b"1001", b"1002", b"1003"]
        assert ons == normaliseer(render_docxtpl(sjabloon, VELDEN))

    def test_escaped_braces(self) -> None:
        """Of docxtpl they must lie in one run."""
        sjabloon = build_basis(maak_alinea("Schrijf {_{ naam }_} of {_% if %_}."))
        assert normaliseer(render(sjabloon, {})) == normaliseer(render_docxtpl(sjabloon, {}))

    def test_a_listing(self) -> None:
        sjabloon = build_basis(maak_alinea("{{ x }}"))
        tekst = "de lijst\nmet <regels>\n& zo"
        peer = render_docxtpl(sjabloon, {"x": Listing(tekst)})
        assert normaliseer(render(sjabloon, {"x": tekst})) == normaliseer(peer)

    @pytest.mark.parametrize("hoe", KNIPPEN)
    @pytest.mark.parametrize("deel", ["word/document.xml", "word/header1.xml", "word/footnotes.xml"])
    def test_headers_and_notes(self, deel: str, hoe: Callable[[str], list[str]]) -> None:
        kop, noot = (maak_alinea(*hoe(tekst)) for tekst in ("Kop {{ naam }}", "Noot {% if ja %}{{ naam }}{% endif %}"))
        sjabloon = met_kop_en_voetnoot(kop, noot)
        assert normaliseer(render(sjabloon, VELDEN), deel) == normaliseer(render_docxtpl(sjabloon, VELDEN), deel)
