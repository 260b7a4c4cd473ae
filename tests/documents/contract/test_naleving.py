from typing import Annotated, ClassVar

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivb.bevindingen import Documentbevinding
from ivb.documents.basis.document import build_basis
from ivb.documents.contract.audit import audit_tegen
from ivb.documents.contract.naleving import Veldenlijst
from ivb.documents.sjabloon.engine import Sjabloon
from ivb.documents.sjabloon.velden import Pad
from ivb.documents.stukken.weergave import Veld, Velden, Weergave, iter_velden, make_voorbeeld
from ivb.documents.word.opmaak import Opmaak, parse_opmaak
from ivb.errors import SjabloonError
from tests.documents.sjablonen import (
    EIGENSCHAPPEN,
    lees_alineas,
    maak_alinea,
    maak_sjabloon,
    maak_tabel,
    met_kop_en_voetnoot,
    render,
    wijzig,
)


@attrs.frozen(kw_only=True)
class Stap(Weergave):
    """A step."""

    wat: Annotated[str, Veld("wat er gebeurt", moet=True)]
    klaar: Annotated[bool, Veld("of het gedaan is")]


@attrs.frozen(kw_only=True)
class Tijd(Weergave):
    """A judgment."""

    woord: Annotated[str, Veld("het oordeel in een woord", moet=True)]
    kleur: Annotated[str, Veld("het oordeel als kleur", kleur=True)]


@attrs.frozen(kw_only=True)
class Actie(Weergave):
    """An action."""

    naam: Annotated[str, Veld("hoe de actie heet", moet=True)]
    tijd: Annotated[Tijd, Veld("hoe het met de tijd staat", moet=True)]
    geld: Annotated[Tijd, Veld("hoe het met het geld staat")]
    stappen: Annotated[tuple[Stap, ...], Veld("wat er gebeurt")]


@attrs.frozen(kw_only=True)
class Stuk(Weergave):
    """A document."""

    concept: Annotated[bool, Veld("of het een concept is", moet=True)]
    titel: Annotated[str, Veld("hoe het stuk heet", moet=True)]
    inhoud: Annotated[Opmaak, Veld("waar het over gaat", moet=True)]
    kort: Annotated[Opmaak, Veld("het in een zin", een_alinea=True)]
    dag: Annotated[str, Veld("de dag", moet=True, of=("plaats", "maand"))]
    plaats: Annotated[str, Veld("de plaats")]
    maand: Annotated[str, Veld("de maand")]
    acties: Annotated[tuple[Actie, ...], Veld("wat er gebeurt", moet=True)]
    regels: Annotated[tuple[str, ...], Veld("wat er verder is", moet=True)]


GOED = {
    "concept": "{%p if concept %}¦CONCEPT¦{%p endif %}",
    "titel": "{{ titel }}",
    "inhoud": "{{p inhoud }}",
    "dag": "{{ dag }}",
    "acties": "{%p for actie in acties %}¦{{ actie.naam }}¦{{ actie.tijd.woord }}¦{%p endfor %}",
    "regels": "{% for regel in regels %}{{ regel }}{% endfor %}",
}


def schrijf(*extra: str, **anders: str) -> list[str]:
    """Write the paragraphs of a template that is good, with some in the place of others and some behind."""
    return [alinea for stuk in ({**GOED, **anders}).values() for alinea in stuk.split("¦") if alinea] + list(extra)


def audit(*extra: str, **anders: str) -> tuple[Documentbevinding, ...]:
    return audit_tegen(maak_sjabloon(*schrijf(*extra, **anders)), Stuk)


def kort(bevindingen: tuple[Documentbevinding, ...]) -> list[tuple[str, str]]:
    return [(bevinding.code, bevinding.boodschap) for bevinding in bevindingen]


EXTRA = len(schrijf()) + 1  # the number of the paragraph behind those of a good template


class TestUnknown:
    """What a document does not have is told, each place of it, with the field that may have been meant."""

    @pytest.mark.parametrize(
        ("tekst", "code", "boodschap"),
        [
            ("{{ tittel }}", "veld-onbekend", "het veld ‘tittel’ bestaat niet; bedoelde u ‘titel’?"),
            ("{{ xyz.abc }}", "veld-onbekend", "het veld ‘xyz’ bestaat niet; wel: acties, concept, dag, inhoud"),
            ("{% for x in xyz %}{{ x.y }}{% endfor %}", "veld-onbekend", "het veld ‘xyz’ bestaat niet"),
            ("{% for a in acties %}{{ a.nam }}{% endfor %}", "veld-onbekend", "‘nam’ bestaat niet; bedoelde u ‘naam’?"),
            ("{% for a in acties %}{{ a.tijd.wrd }}{% endfor %}", "veld-onbekend", "‘wrd’ bestaat niet; bedoelde u"),
            (
                "{% for a in acties %}{% for s in a.stappen if s.klar %}{{ s.wat }}{% endfor %}{% endfor %}",
                "veld-onbekend",
                "‘klar’ bestaat niet; bedoelde u ‘klaar’?",
            ),
            ("{% for a in acties %}{{ loop.indx }}{% endfor %}", "lus-onbekend", "‘indx’ bestaat niet; bedoelde u"),
            ("{{ titel.x }}", "veld-zonder-velden", "‘titel’ is gewone tekst, en heeft geen veld ‘x’; schrijf alleen"),
            (
                "{{ acties.naam }}",
                "veld-zonder-velden",
                "‘acties’ is een lijst, en heeft geen veld ‘naam’; herhaal met {% for … in acties %}",
            ),
            ("{% for r in regels %}{{ r.x }}{% endfor %}", "veld-zonder-velden", "‘regel’ is gewone tekst"),
            ("{{ naam }}", "veld-onbekend", "het veld ‘naam’ bestaat hier niet; wel: ‘acties > naam’"),
            (
                "{% for a in acties %}{{ a.naam.woord }}{% endfor %}",
                "veld-zonder-velden",
                "en heeft geen veld ‘woord’; het hoort bij ‘acties > tijd > woord’ of ‘acties > geld > woord’",
            ),
        ],
    )
    def test_told(self, tekst: str, code: str, boodschap: str) -> None:
        (bevinding,) = audit(tekst)
        assert bevinding.code == code
        assert boodschap in bevinding.boodschap
        assert bevinding.plaats.startswith(f"hoofdtekst, alinea {EXTRA} (‘{tekst[:80]}")

    def test_each_place_of_it(self) -> None:
        assert [bevinding.plaats for bevinding in audit("{{ x }}{{ x }}", "{{ x }}")] == [
            f"hoofdtekst, alinea {EXTRA} (‘{{{{ x }}}}{{{{ x }}}}’)",
            f"hoofdtekst, alinea {EXTRA + 1} (‘{{{{ x }}}}’)",
        ]

    def test_in_all_parts(self) -> None:
        sjabloon = met_kop_en_voetnoot(maak_alinea("{{ kop }}"), maak_alinea("{{ noot }}"))
        alineas = "".join(maak_alinea(tekst) for tekst in schrijf())
        sjabloon = wijzig(sjabloon, "word/document.xml", "<w:body>", f"<w:body>{alineas}")
        sjabloon = wijzig(sjabloon, "docProps/core.xml", "Sjabloon", "{{ naam }}")
        assert [bevinding.plaats for bevinding in audit_tegen(sjabloon, Stuk)] == [
            "eigenschappen, alinea 1 (‘{{ naam }}’)",
            "koptekst 2, alinea 1 (‘{{ kop }}’)",
            "voetnoten, alinea 1 (‘{{ noot }}’)",
        ]

    @pytest.mark.parametrize(
        "tekst",
        [
            "{% for a in acties %}{{ loop.index }}{{ loop.nextitem.naam if not loop.last }}{% endfor %}",
            "{% set a = titel or 'x' %}{{ a }}{% set b = dag if concept else plaats %}{{ b }}",
        ],
    )
    def test_what_is_fine(self, tekst: str) -> None:
        assert audit(tekst) == ()


class TestMisuse:
    """A field is used as what it is: text, formatted text, a list, a group, yes or no (FAULT 6)."""

    @pytest.mark.parametrize(
        ("tekst", "code", "boodschap"),
        [
            (
                "{{ inhoud }}",
                "veld-opgemaakt",
                "‘inhoud’ is opgemaakte tekst; gebruik {{p inhoud }} in een alinea voor zich",
            ),
            (
                "{{ kort }}",
                "veld-opgemaakt",
                "‘kort’ is opgemaakte tekst; gebruik {{p kort }} in een alinea voor zich, of {{r kort }} midden in een",
            ),
            (
                "Zie {{r inhoud }}.",
                "veld-alineas",
                "‘inhoud’ kan meer dan een alinea zijn of een lijst hebben; gebruik {{p inhoud }} in een alinea voor",
            ),
            ("{{r kort or inhoud }}", "veld-alineas", "‘inhoud’ kan meer dan een alinea zijn"),
            ("{{p titel }}", "veld-niet-opgemaakt", "‘titel’ is gewone tekst; gebruik {{ titel }}"),
            ("{{r titel }}", "veld-niet-opgemaakt", "‘titel’ is gewone tekst; gebruik {{ titel }}"),
            ("{{ titel or inhoud }}", "veld-opgemaakt", "‘inhoud’ is opgemaakte tekst"),
            ("{{ concept }}", "veld-niet-te-tonen", "‘concept’ is ja of nee; vraag ernaar met {% if concept %}"),
            ("{{ acties }}", "veld-niet-te-tonen", "‘acties’ is een lijst; herhaal met {% for … in acties %}"),
            (
                "{{p regels }}",
                "veld-niet-te-tonen",
                "‘regels’ is een lijst; herhaal met {% for regel in regels %} en toon {{ regel }}",
            ),
            (
                "{% for a in acties %}{{ a.tijd }}{% endfor %}",
                "veld-niet-te-tonen",
                "‘actie.tijd’ is een groep velden; toon een van haar velden: actie.tijd.woord, actie.tijd.kleur",
            ),
            ("{% for t in titel %}{% endfor %}", "veld-geen-lijst", "‘titel’ is gewone tekst, en daar is niet over te"),
            ("{{ titel[0] }}", "veld-geen-lijst", "‘titel’ is gewone tekst, en heeft geen onderdelen met een nummer"),
            ("{{ acties[0].naam }}", "veld-op-nummer", "er wordt een vast onderdeel van ‘acties’ gevraagd"),
            ("{{p inhoud|upper }}", "veld-bewerking", "‘inhoud’ is opgemaakte tekst, en ‘|upper’ en ‘|lower’ zijn"),
            ("{{ concept|length }}", "veld-bewerking", "‘concept’ is ja of nee, en ‘|length’ telt een lijst"),
            ("{{ concept == titel }}", "veld-niet-te-tonen", "wat hier staat, is ja of nee, en dat is niet te tonen"),
            ("{{ 1.5 }}", "veld-niet-te-tonen", "wat hier staat, is een kommagetal"),
            ("{{ ['a'] }}", "veld-niet-te-tonen", "wat hier staat, is een lijst"),
            (
                "{{p inhoud or 'geen' }}",
                "veld-niet-opgemaakt",
                "wat hier staat, is gewone tekst en geen opgemaakte tekst",
            ),
            ("{{p 1.5 }}", "veld-niet-te-tonen", "wat hier staat, is een kommagetal"),
            (
                "{% for a in 3 %}{% endfor %}",
                "veld-geen-lijst",
                "wat hier staat, is een getal, en daar is niet over te",
            ),
            ("{{ 3|upper }}", "veld-bewerking", "wat hier staat, is een getal, en ‘|upper’ en ‘|lower’ zijn voor"),
            ("{% for a in acties %}{{ loop }}{% endfor %}", "veld-niet-te-tonen", "is een herhaling, en dat is niet"),
        ],
    )
    def test_told(self, tekst: str, code: str, boodschap: str) -> None:
        bevindingen = [bevinding for bevinding in audit(tekst) if bevinding.code == code]
        assert boodschap in bevindingen[0].boodschap
        assert bevindingen[0].plaats == f"hoofdtekst, alinea {EXTRA} (‘{tekst}’)"

    def test_a_colour_that_is_no_text(self) -> None:
        sjabloon = build_basis("".join(map(maak_alinea, schrijf())) + maak_tabel(("{% cellbg inhoud %}a",)))
        assert [bevinding.code for bevinding in audit_tegen(sjabloon, Stuk)] == ["veld-opgemaakt"]

    @pytest.mark.parametrize(
        ("tag", "gevonden"),
        [
            ("{% cellbg titel %}", [("cel-kleur", "‘titel’ is gewone tekst, en geen kleur; schrijf een kleur als")]),
            ("{% cellbg regels[0] %}", [("veld-op-nummer", ""), ("cel-kleur", "‘regel’ is gewone tekst, en geen")]),
            ("{% colspan titel %}", [("cel-kolommen", "‘titel’ is gewone tekst, en geen aantal kolommen; schrijf")]),
            ("{% cellbg 'rood' %}", [("cel-kleur", "'rood' is geen kleur; een kleur is zes tekens 0-9 en A-F")]),
            ("{% colspan 99 %}", [("cel-kolommen", "99 is geen aantal kolommen; wel: een geheel getal van 1 tot")]),
            ("{% cellbg acties[0].tijd.kleur %}", [("veld-op-nummer", "")]),
            ("{% cellbg 'FF0000' if concept else 'auto' %}{% colspan 3 %}", []),
            ("{% set k = 'FF0000' %}{% set n = 2 if concept else '3' %}¦{% cellbg k %}{% colspan n %}", []),
            ("{% set k = 'rood' %}¦{% cellbg k %}", [("cel-kleur", "'rood' is geen kleur")]),
            ("{%tr for n in [2, 99] %}¦{% colspan n %}¦{%tr endfor %}", [("cel-kolommen", "99 is geen aantal")]),
            *(
                (tag, [("cel-kolommen", "kan 0 of meer dan 63 zijn, en dan komt er geen stuk; schrijf een getal van")])
                for tag in (
                    "{% colspan acties|length %}",
                    "{%tr if acties %}¦{% colspan acties|length %}¦{%tr endif %}",
                    "{% set n = acties|length or 1 %}¦{% colspan n %}",
                    "{%tr for a in acties %}¦{% colspan loop.index0 %}¦{%tr endfor %}",
                )
            ),
            ("{% cellbg acties|length %}", [("cel-kleur", "is hier geen kleur; schrijf een kleur als 'FF0000'")]),
            ("{% cellbg 'auto'|upper %}", [("cel-kleur", "is hier geen kleur; schrijf")]),
        ],
    )
    def test_cells(self, tag: str, gevonden: list[tuple[str, str]]) -> None:
        rijen = [(cel if "tr " in cel else f"{cel}a",) for cel in tag.split("¦")]
        sjabloon = build_basis("".join(map(maak_alinea, schrijf())) + maak_tabel(*rijen))
        bevindingen = audit_tegen(sjabloon, Stuk)
        assert [bevinding.code for bevinding in bevindingen] == [code for code, _ in gevonden]
        for bevinding, (_, boodschap) in zip(bevindingen, gevonden, strict=True):
            assert boodschap in bevinding.boodschap

    @pytest.mark.parametrize(
        "tekst",
        [
            "{{ titel|upper }}{{ acties|length }}{{ titel|length }}{{ 'a' }}{{ 1 }}",
            "Zie {{r kort }}.",
            "{{p kort }}",
            "{% if titel and acties and inhoud and concept and regels %}{% endif %}",
            "{% for a in 'ab' %}{{ a }}{% endfor %}{% for a in [1, 2] %}{{ a }}{% endfor %}",
        ],
    )
    def test_what_is_fine(self, tekst: str) -> None:
        assert audit(tekst) == ()


class TestCompared:
    """What Python does not compare is told before, and what is never equal too."""

    @pytest.mark.parametrize(
        ("vraag", "boodschap"),
        [
            ("acties > 3", "hier wordt een lijst met een getal vergeleken, en dat kan niet"),
            ("titel > 3", "hier wordt gewone tekst met een getal vergeleken"),
            ("'x' in concept", "hier wordt gewone tekst met ja of nee vergeleken"),
            ("3 in titel", "hier wordt een getal met gewone tekst vergeleken"),
            ("acties|length > '3'", "hier wordt een getal met gewone tekst vergeleken"),
            ("'z' > titel > 3", "hier wordt gewone tekst met een getal vergeleken"),
            ("regels > acties", "hier wordt een lijst met een lijst vergeleken"),
            ("[titel] > regels", "hier wordt een lijst met een lijst vergeleken"),
        ],
    )
    def test_what_cannot_be(self, vraag: str, boodschap: str) -> None:
        (bevinding,) = audit(f"{{% if {vraag} %}}x{{% endif %}}")
        assert bevinding.code == "veld-vergelijking"
        assert boodschap in bevinding.boodschap
        velden: Velden = vul(make_voorbeeld(Stuk))  # type: ignore[assignment]
        with pytest.raises(SjabloonError, match="een tag vergelijkt wat niet te vergelijken is; vergelijk tekst met"):
            render(maak_sjabloon(f"{{% if {vraag} %}}x{{% endif %}}"), velden)

    @pytest.mark.parametrize("vraag", ["concept == 'ja'", "titel != 3", "acties == none"])
    def test_what_is_never_equal(self, vraag: str) -> None:
        (bevinding,) = audit(f"{{% if {vraag} %}}x{{% endif %}}")
        assert bevinding.code == "veld-nooit-gelijk"
        assert "zijn nooit gelijk; vergelijk gelijke soorten" in bevinding.boodschap

    @pytest.mark.parametrize(
        "vraag",
        ["acties|length > 3", "titel == 'x'", "'x' in titel", "titel in ['x']", "titel > 'a'", "concept == true"],
    )
    def test_what_is_fine(self, vraag: str) -> None:
        assert audit(f"{{% if {vraag} %}}x{{% endif %}}") == ()


class TestMustTell:
    """What the reader has to know may not be left out, however the author tells it."""

    def test_a_good_template(self) -> None:
        assert audit() == ()

    @pytest.mark.parametrize(
        ("anders", "boodschap"),
        [
            (
                {"titel": "x"},
                "het sjabloon laat ‘titel’ weg (hoe het stuk heet), en dat moet de lezer weten; gebruik {{ titel }}",
            ),
            ({"titel": "{% if titel %}x{% endif %}"}, "‘titel’ weg"),
            (
                {"concept": "x"},
                "‘concept’ weg (of het een concept is), en dat moet de lezer weten; vraag ernaar met {%",
            ),
            ({"concept": "{% if concept is defined %}x{% endif %}"}, "‘concept’ weg"),
            ({"inhoud": "x"}, "‘inhoud’ weg (waar het over gaat), en dat moet de lezer weten; gebruik {{p inhoud }}"),
            (
                {"dag": "{{ plaats }}"},
                "moet de lezer weten; gebruik {{ dag }}, of toon plaats en maand",
            ),
            ({"acties": "x"}, "‘acties’ weg (wat er gebeurt), en dat moet de lezer weten; herhaal met {% for"),
            ({"regels": "{% for r in regels %}x{% endfor %}"}, "‘regels’ weg"),
        ],
    )
    def test_left_out(self, anders: dict[str, str], boodschap: str) -> None:
        (bevinding,) = audit(**anders)
        assert (bevinding.code, bevinding.ernst, bevinding.plaats) == ("veld-ontbreekt", "fout", "sjabloon")
        assert boodschap in bevinding.boodschap

    def test_of_the_items_of_a_list(self) -> None:
        acties = "{%p for een in acties %}¦{{ een.geld.kleur }}¦{% for s in een.stappen %}x{% endfor %}¦{%p endfor %}"
        bevindingen = audit(acties=acties)
        assert [(bevinding.plaats, bevinding.boodschap.split(" (")[0]) for bevinding in bevindingen] == [
            ("hoofdtekst, alinea 7 (‘{%p for een in acties %}’)", "het sjabloon laat ‘een.naam’ weg"),
            ("hoofdtekst, alinea 7 (‘{%p for een in acties %}’)", "het sjabloon laat ‘een.tijd’ weg"),
            ("hoofdtekst, alinea 7 (‘{%p for een in acties %}’)", "het sjabloon laat ‘een.geld.woord’ weg"),
            ("hoofdtekst, alinea 9 (‘{% for s in een.stappen %}x{% endfor %}’)", "het sjabloon laat ‘s.wat’ weg"),
        ]
        assert "toon een van haar velden: een.tijd.woord, een.tijd.kleur" in bevindingen[1].boodschap

    def test_one_item_is_not_the_list(self) -> None:
        bevindingen = audit(acties="{{ acties[0].naam }}")
        assert [bevinding.code for bevinding in bevindingen] == ["veld-ontbreekt", "veld-op-nummer"]

    @pytest.mark.parametrize(
        "anders",
        [
            {"titel": "{% set t = titel %}{{ t|upper }}"},
            {"titel": "{{ titel or 'geen titel' }}"},
            {"titel": "{% if titel is defined %}{{ titel }}{% endif %}"},
            {"concept": "{{ 'CONCEPT' if concept else '' }}"},
            {"concept": "{% set k = concept %}{% if not k %}x{% endif %}"},
            {"inhoud": "{{p inhoud or kort }}"},
            {"dag": "{{ plaats }} {{ maand }}"},
            {"acties": "{% for a in acties %}{% set b = a %}{{ b.naam }}{{ b['tijd'].woord }}{% endfor %}"},
        ],
    )
    def test_told_otherwise(self, anders: dict[str, str]) -> None:
        assert audit(**anders) == ()

    def test_in_a_header(self) -> None:
        """A draft may be told in a header, and a header may be all that tells the title."""
        sjabloon = met_kop_en_voetnoot(maak_alinea("{% if concept %}x{% endif %}{{ titel }}"), "")
        alineas = "".join(maak_alinea(tekst) for tekst in schrijf(concept="", titel=""))
        assert audit_tegen(wijzig(sjabloon, "word/document.xml", "<w:body>", f"<w:body>{alineas}"), Stuk) == ()

    def test_the_properties_tell_nothing(self) -> None:
        sjabloon = wijzig(maak_sjabloon(*schrijf(titel="")), "docProps/core.xml", "Sjabloon", "{{ titel }}")
        assert [bevinding.code for bevinding in audit_tegen(sjabloon, Stuk)] == ["veld-ontbreekt"]


class TestAllAtOnce:
    """A tag that cannot be read does not hide what is wrong with the others."""

    def test_in_reading_order(self) -> None:
        bevindingen = audit("{% tr if concept %}{{ tittel }}{% endif %}", "{{ dag() }}{{ inhoud }}", titel="")
        assert [bevinding.code for bevinding in bevindingen] == [
            "veld-ontbreekt",
            "tag-spatie",
            "veld-onbekend",
            "tag-aanroep",
            "veld-opgemaakt",
        ]

    def test_a_tag_that_cannot_be_read_says_nothing_else(self) -> None:
        teksten = ["{{ a b }}", "{% if a b %}{% elif c d %}{% endif %}", "{% for a in b c %}{{ a.x }}{% endfor %}"]
        assert {bevinding.code for bevinding in audit(*teksten, "{% set x = y z %}{{ x.y }}")} == {"tag-onleesbaar"}


# ------------------------------------------------------------------------------------------------------- properties


def maak_klasse(velden: list[tuple[object, bool]], nummer: int) -> type[Weergave]:
    """Make a view of fields that may have to be told."""
    namen = [f"v{nummer}_{plek}" for plek in range(len(velden))]
    annotaties = {
        naam: Annotated[soort, Veld(f"veld {naam}", moet=moet)]
        for naam, (soort, moet) in zip(namen, velden, strict=True)
    }
    klasse = type(f"Klasse{nummer}", (Weergave,), {"__annotations__": annotaties})
    return attrs.frozen(kw_only=True)(klasse)


def maak_lijst(klasse: type[Weergave]) -> object:
    """Make the type of a list of views."""
    return tuple.__class_getitem__((klasse, ...))


def weergaven(diepte: int = 0) -> st.SearchStrategy[type[Weergave]]:
    """Draw a class of a view, with views and lists of them inside."""
    plat: list[st.SearchStrategy[object]] = [st.sampled_from([str, bool, Opmaak, tuple[str, ...]])]
    diep = [weergaven(diepte + 1), weergaven(diepte + 1).map(maak_lijst)] if diepte < 2 else []
    velden = st.lists(st.tuples(st.one_of(plat + diep), st.booleans()), min_size=1, max_size=4)
    return st.builds(maak_klasse, velden, st.integers(0, 999))


def schrijf_alles(klasse: type[Weergave], houder: Pad = (), voor: str = "") -> list[tuple[Pad, str]]:
    """Write a template that uses every field of a view, a paragraph for each, with the field that it shows."""
    alineas: list[tuple[Pad, str]] = []
    for regel in iter_velden(klasse):
        if regel.pad[:-1] != houder:
            continue
        naam = f"{voor}{regel.pad[-1]}"
        item = f"i{len(regel.pad)}"
        match regel.soort:
            case "tekst":
                alineas.append((regel.pad, f"{{{{ {naam} }}}}"))
            case "opgemaakte tekst":
                alineas.append((regel.pad, f"{{{{p {naam} }}}}"))
            case "ja of nee":
                alineas.append((regel.pad, f"{{% if {naam} %}}ja{{% endif %}}"))
            case "lijst van teksten":
                alineas.append((regel.pad, f"{{% for {item} in {naam} %}}{{{{ {item} }}}}{{% endfor %}}"))
            case "groep":
                alineas += schrijf_alles(klasse, regel.pad, f"{naam}.")
            case _:
                alineas.append(((*regel.pad, "for"), f"{{%p for {item} in {naam} %}}"))
                alineas += schrijf_alles(klasse, (*regel.pad, None), f"{item}.")
                alineas.append(((*regel.pad, "endfor"), "{%p endfor %}"))
    return alineas


def vul(waarde: object) -> object:
    """Fill an example with texts."""
    match waarde:
        case dict():
            return {naam: vul(een) for naam, een in waarde.items()}
        case list():
            return [vul(een) for een in waarde]
        case Opmaak():
            return parse_opmaak("een *tekst*")
        case str():
            return "een tekst"
    return True


class TestProperties:
    """Of any view and a template that uses it whole, nothing is found; of one that is changed, exactly the change."""

    @given(weergaven())
    def test_a_template_that_uses_everything(self, klasse: type[Weergave]) -> None:
        sjabloon = maak_sjabloon(*(tekst for _, tekst in schrijf_alles(klasse)))
        assert audit_tegen(sjabloon, klasse) == ()
        velden: Velden = vul(make_voorbeeld(klasse))  # type: ignore[assignment]
        assert not any("{" in alinea for alinea in lees_alineas(render(sjabloon, velden)))

    @given(weergaven(), st.data())
    def test_a_field_that_is_left_out(self, klasse: type[Weergave], data: st.DataObject) -> None:
        alles = schrijf_alles(klasse)
        regels = {regel.pad: regel for regel in iter_velden(klasse)}
        getoond = [pad for pad, _ in alles if pad in regels]
        if not getoond:
            return
        weg = data.draw(st.sampled_from(getoond))
        bevindingen = audit_tegen(maak_sjabloon(*(tekst for pad, tekst in alles if pad != weg)), klasse)
        gebruikt = {pad[: plek + 1] for pad in getoond if pad != weg for plek in range(len(pad))}
        gebruikt |= {pad[:plek] for pad, _ in alles if pad[-1] == "for" for plek in range(1, len(pad))}
        gebruikt |= {(*pad[:-1], None) for pad, _ in alles}
        verwacht = []
        for plek in range(1, len(weg) + 1):
            if weg[plek - 1] is not None and weg[:plek] not in gebruikt:
                regel = regels[weg[:plek]]
                if regel.veld.moet:
                    verwacht.append(regel.veld.betekenis)
                break
        assert [bevinding.code for bevinding in bevindingen] == ["veld-ontbreekt"] * len(verwacht)
        assert all(f"({een})" in bevinding.boodschap for een, bevinding in zip(verwacht, bevindingen, strict=True))

    @given(weergaven(), st.data())
    def test_a_field_that_is_misspelt(self, klasse: type[Weergave], data: st.DataObject) -> None:
        alles = schrijf_alles(klasse)
        nummer = data.draw(st.sampled_from([plek for plek, (pad, _) in enumerate(alles) if pad[-1] != "endfor"]))
        pad, tekst = alles[nummer]
        naam = str(pad[-2] if pad[-1] == "for" else pad[-1])
        teksten = [een for _, een in alles]
        teksten[nummer] = tekst.replace(naam, f"{naam}x", 1)
        bevindingen = audit_tegen(maak_sjabloon(*teksten), klasse)
        onbekend = [bevinding for bevinding in bevindingen if bevinding.code != "veld-ontbreekt"]
        assert [(bevinding.code, bevinding.plaats) for bevinding in onbekend] == [
            ("veld-onbekend", f"hoofdtekst, alinea {nummer + 1} (‘{teksten[nummer]}’)")
        ]

    def test_the_kinds_of_places(self) -> None:
        velden = Veldenlijst(tuple(iter_velden(Stuk)))
        assert velden.soorten[("acties", None, "tijd")] == "groep"
        assert velden.find_namen(("acties", None, "tijd")) == ["woord", "kleur"]


# --------------------------------------------------------------------------------------------------------- the promise

VRAGEN = (
    *("titel", "concept", "not concept", "acties", "not acties", "acties|length > 0", "t is defined", "xyz is defined"),
    *("titel and concept", "concept or titel", "titel is defined", "dag == 'x'", "acties[0] is defined", "false"),
    *(
        "titel > dag",
        "acties|length >= 2",
        "3 > acties|length > 0",
        "titel &lt; plaats",
        "titel in [dag, plaats]",
        "dag in titel",
    ),
    *(
        "[titel, dag]|length == 2",
        "b is defined",
    ),
)
IN_LUS = (
    "a.naam > titel",
    "loop.index > 1",
    "a.klaar",
    "a in acties",
    "a.naam",
    "not a.naam",
    "loop.first",
    "not loop.last",
    "loop.nextitem is defined",
    "a.tijd.woord",
)
TONEN = (
    *("{{ titel }}", "{% set t = titel %}", "{% set t = dag or titel %}", "{{ titel if concept else dag }}"),
    *("{{ titel if titel else dag }}", "{{ titel or dag }}", "{{ dag and titel }}", "x"),
    *("{% set b = acties[0] if acties %}",),
    *(),
    *("{{ [titel, dag]|length }}",),
    *(
        "{% for e in [titel, dag] if e > 'b' %}{{ e }}{% endfor %}",
        "{% for e in [regels, [titel]] %}{{ e|length }}{% endfor %}",
    ),
    *("{% for e in [regels, [titel]] %}{% for f in e %}{{ f }}{% endfor %}{% endfor %}", "{% set e = [dag, titel] %}"),
    *("{% for b in [acties[0]] if acties %}{{ b.naam }}{% endfor %}"),
    *("{% for e in [titel, 3] %}{{ e }}{% endfor %}",),
    *("{{ acties[0].naam if acties }}", "{% for e in [titel, dag] %}{{ e }}{% endfor %}", "{{ titel|upper|lower }}"),
)
TONEN_IN_LUS = (
    *("{{ (a.tijd if concept else a.geld).woord }}", "{% set b = a %}"),
    *("{% for e in [a.tijd, a.geld] %}{{ e.woord }}{{ loop.index }}{% endfor %}", "{{ [a, a.tijd]|length }}"),
    *("{% for s in a.stappen if s.wat > a.naam %}{{ s.wat }}{% endfor %}",),
    *("{% for e in [a.stappen, acties] %}{{ e|length }}{% endfor %}"),
    *("{{ a.naam }}", "{{ a.tijd.woord }}", "{{ a.naam if not loop.first }}"),
    *(
        "{{ loop.nextitem.naam if not loop.last }}",
        "{% set t = a.naam %}",
        "{% for s in a.stappen %}{{ s.wat }}{% endfor %}",
    ),
)


TWIJFEL_VRAGEN = ("e > 'a'", "b", "(acties[0] if acties).naam", "regels > acties")
TWIJFEL = (
    "{{ (acties[0] if acties).naam }}",
    "{{ (acties[0] if concept).naam if acties }}",
    "{{ b.naam }}",
    "{{ (b or titel).naam }}",
    "{{ b.naam if b }}",
    "{% if b %}{{ b.naam }}{% endif %}",
    "{% for f in e %}{{ f }}{% endfor %}",
    "{% for e in (acties or [titel]) %}{{ e.naam }}{% endfor %}",
    "{{ acties[0].naam }}",
    "{{ t }}",
    "{{ ([titel] if concept else regels)|length }}",
    "{{ ([titel] if concept)|length }}",
)
TWIJFEL_IN_LUS = (
    "{{ loop.previtem.naam }}",
    "{{ (a.tijd if concept).woord }}",
    "{% for e in [a, a.tijd] %}{{ e.woord }}{% endfor %}",
    "{{ (loop.previtem if not loop.first).naam }}",
)

KLEUREN = (
    *("'FF0000'", "'rood'", "acties[0].tijd.kleur", "acties[0].tijd.kleur if acties else 'auto'", "titel", "t", "3"),
    *(
        "a.tijd.kleur",
        "a.tijd.kleur if concept else a.geld.kleur",
        "a.tijd.kleur|upper",
        "'auto'|upper",
        "acties|length",
    ),
    *("(acties[0] if acties).tijd.kleur", "'FF0000' if concept", "a.tijd.kleur or 'auto'", "e", "n", "a.tijd.woord"),
)
KOLOMMEN = (
    *("2", "'3'", "0", "n", "acties|length", "acties|length or 1", "1 if concept else 2", "1 if concept", "loop.index"),
    *("titel", "e", "titel|length", "[titel, dag]|length", "concept", "2 and 3", "titel and 3", "n or 4"),
)
VOORAF = ("", "{% set n = 2 %}", "{% set n = 99 %}", "{% set n = acties|length %}", "{% set n = '00FF00' %}")


@st.composite
def celtabellen(draw: st.DrawFn) -> str:
    """Draw a table of which a cell has a colour and a number of columns, in a repetition or not."""
    tags = [
        draw(st.sampled_from([*[""] * 8, *(f"{{% {tag} {wat} %}}" for wat in waarden)]))
        for tag, waarden in (("cellbg", KLEUREN), ("colspan", KOLOMMEN))
    ]
    tags = draw(st.permutations(tags))
    tags.insert(draw(st.sampled_from([2, 2, 2, 0])), draw(st.sampled_from(VOORAF)))
    rijen = [f"{draw(st.sampled_from(VOORAF))}x", f"{''.join(tags)}x"]
    om = draw(st.sampled_from(["", "for a in acties", "for e in [1, 2]", "for e in ['00FF00', '00FF00']", "if acties"]))
    if om:
        rijen[1:] = [f"{{%tr {om} %}}", rijen[1], f"{{%tr end{om.split()[0]} %}}"]
    return maak_tabel(*((rij,) for rij in rijen))


def sjabloonteksten(diepte: int = 0, *, lus: bool = False) -> st.SearchStrategy[str]:
    """Draw what an author may type in one paragraph: fields, choices and repetitions in each other."""
    vragen = st.sampled_from((VRAGEN + IN_LUS * lus) * 4 + TWIJFEL_VRAGEN)
    blad = st.sampled_from((TONEN + TONEN_IN_LUS * lus) * 4 + TWIJFEL + TWIJFEL_IN_LUS * lus)
    if diepte > 2:
        return blad
    binnen = sjabloonteksten(diepte + 1, lus=lus)
    onderdelen = sjabloonteksten(diepte + 1, lus=True)
    return st.lists(
        st.one_of(
            blad,
            st.builds("{{% if {} %}}{}{{% endif %}}".format, vragen, binnen),
            st.builds("{{% if {} %}}{}{{% else %}}{}{{% endif %}}".format, vragen, binnen, binnen),
            st.builds("{{% if {} %}}{}{{% elif {} %}}{}{{% endif %}}".format, vragen, binnen, vragen, binnen),
            st.builds("{{% for a in acties %}}{}{{% endfor %}}".format, onderdelen),
            st.builds("{{% for a in acties if {} %}}{}{{% else %}}{}{{% endfor %}}".format, vragen, onderdelen, binnen),
        ),
        min_size=1,
        max_size=3,
    ).map("".join)


@st.composite
def stukvelden(draw: st.DrawFn) -> Velden:
    """Draw the fields of a document: every text of its own or empty, lists of any length."""
    nummers = iter(range(1000))

    def tekst() -> str:
        return draw(st.sampled_from(["", f"<{next(nummers)}>"]))

    def actie() -> Velden:
        stappen = [{"wat": tekst(), "klaar": draw(st.booleans())} for _ in range(draw(st.integers(0, 1)))]
        oordelen = {naam: {"woord": tekst(), "kleur": "FF0000"} for naam in ("tijd", "geld")}
        return {"naam": tekst(), **oordelen, "stappen": stappen}

    teksten = {naam: tekst() for naam in ("titel", "dag", "plaats", "maand")}
    opmaak = {"inhoud": parse_opmaak(tekst()), "kort": parse_opmaak(tekst())}
    acties = [actie() for _ in range(draw(st.integers(0, 3)))]
    return {**teksten, **opmaak, "concept": draw(st.booleans()), "acties": acties, "regels": [tekst()]}


def vul_in(sjabloon: bytes, velden: Velden) -> str:
    """Render a template as a document of ``ivb`` is, and read its text."""
    motor = Sjabloon(sjabloon, voorbeeld=make_voorbeeld(Stuk))
    return "\n".join(lees_alineas(motor.render(velden, eigenschappen=EIGENSCHAPPEN)))


class TestPromise:
    """A template of which nothing is found renders with any fields, and shows what the reader has to know."""

    @staticmethod
    def check(sjabloon: bytes, velden: Velden) -> None:
        tekst = vul_in(sjabloon, velden)
        moet = [velden["titel"], *velden["regels"]]
        moet += [een for actie in velden["acties"] for een in (actie["naam"], actie["tijd"]["woord"])]
        assert not [een for een in moet if een not in tekst]
        assert ("CONCEPT" in tekst) == velden["concept"]

    LEEG: ClassVar[Velden] = {
        **dict.fromkeys(("titel", "dag", "plaats", "maand"), ""),
        **dict.fromkeys(("inhoud", "kort"), Opmaak()),
        "concept": False,
        "acties": [],
        "regels": [],
    }

    @pytest.mark.parametrize(
        "anders",
        [
            {"titel": "{% if titel %}{{ titel }}{% endif %}"},
            {"titel": "{% if not titel %}-{% else %}{{ titel }}{% endif %}"},
            {"titel": "{% if titel|length > 0 %}{{ titel }}{% endif %}"},
            {"titel": "{% if concept %}{{ titel }}{% elif dag %}{{ titel }}{% else %}{{ titel|lower }}{% endif %}"},
            {"titel": "{% if titel %}{% set t = titel %}{% else %}{% set t = '-' %}{% endif %}{{ t }}"},
            {"titel": "{{ titel if titel else '-' }}{% if true %}{% for a in [1] %}{% endfor %}{% endif %}"},
            {"titel": "{% for a in acties %}{{ titel }}{% else %}{{ titel }}{% endfor %}"},
            {"titel": "{% for een in [dag, titel] %}{{ een }}{% endfor %}"},
            {"acties": "{%p if acties %}¦" + GOED["acties"] + "¦{%p else %}¦Geen¦{%p endif %}"},
            {"regels": "{% for regel in regels if regel %}{{ regel }}{% endfor %}"},
            {"dag": "{{ dag }}{% for a in acties %}{{ loop.previtem.naam if not loop.first }}{% endfor %}"},
            {"dag": "{{ dag }}{% for a in acties %}{{ '-' if loop.last else loop.nextitem.naam }}{% endfor %}"},
            {"dag": "{{ dag }}{{ acties[0].naam if acties }}{% for a in acties %}{{ acties[0].naam }}{% endfor %}"},
            {"dag": "{{ dag }}{% if acties[1] is defined %}{{ acties[1].naam }}{% endif %}"},
            {"dag": "{% if concept %}{% set t = dag %}{% endif %}{% if t is defined %}{{ t }}{% endif %}{{ dag }}"},
            {"dag": "{% if t is defined %}{% else %}{% set t = dag %}{% endif %}{{ dag }}"},
            {"dag": "{% if concept %}{% set plaats = '-' %}{% endif %}{{ plaats }}{{ dag }}"},
            {"dag": "{{ [titel, dag]|length }}{{ dag }}"},
            {"dag": "{% set a = acties[0] if acties %}{% if a %}{{ a.naam }}{% endif %}{{ dag }}"},
            {"dag": "{% for a in acties %}{{ (a.tijd if concept else a.geld).woord }}{% endfor %}{{ dag }}"},
        ],
    )
    @settings(max_examples=5)
    @given(velden=stukvelden())
    def test_kept(self, anders: dict[str, str], velden: Velden) -> None:
        sjabloon = maak_sjabloon(*schrijf(**anders))
        assert [bevinding for bevinding in audit_tegen(sjabloon, Stuk) if bevinding.ernst == "fout"] == []
        for een in (velden, self.LEEG):
            self.check(sjabloon, een)

    @pytest.mark.parametrize(
        ("tekst", "code", "boodschap"),
        [
            (
                "{% if concept %}{% set t = titel %}{% endif %}{{ t }}",
                "veld-niet-gezet",
                "‘t’ heeft hier niet altijd een waarde, want {% set t = … %} staat in een keuze; zet er een vóór de",
            ),
            ("{% for a in acties %}{% set t = a.naam %}{% endfor %}{{ t }}", "veld-onbekend", "het veld ‘t’ bestaat"),
            (
                "{% for a in acties %}{{ loop.previtem.naam }}{% endfor %}",
                "lus-zonder-buur",
                "bij het eerste onderdeel is er geen ‘loop.previtem’, en dan komt er geen stuk; zet de tag binnen",
            ),
            (
                "{% for a in acties %}{% if loop.nextitem %}x{% endif %}{% endfor %}",
                "lus-zonder-buur",
                "bij het laatste onderdeel is er geen ‘loop.nextitem’",
            ),
            (
                "{% for a in acties %}{% for s in a.stappen %}{{ loop.nextitem.wat }}{% endfor %}{% endfor %}",
                "lus-zonder-buur",
                "geen ‘loop.nextitem’",
            ),
            ("{% if foo is defined %}x{% endif %}{{ foo }}", "veld-onbekend", "het veld ‘foo’ bestaat niet"),
            (
                "{% if acties %}{{ acties[1].naam }}{% endif %}",
                "veld-op-nummer",
                "is de lijst korter, dan komt er geen",
            ),
            (
                "{% set x = [titel] %}{{ x[5] }}",
                "veld-op-nummer",
                "een vast onderdeel gevraagd van een lijst in de tag",
            ),
            ("{% if titel %}{{ titel[0] }}{% endif %}", "veld-geen-lijst", "‘titel’ is gewone tekst, en heeft geen"),
            ("{% for een in [titel, inhoud] %}{{ een }}{% endfor %}", "veld-opgemaakt", "‘inhoud’ is opgemaakte tekst"),
            ("{% for een in [titel, dag] %}{{ een.x }}{% endfor %}", "veld-zonder-velden", "heeft geen veld ‘x’"),
            ("{% for a in acties if loop.first %}x{% endfor %}", "veld-onbekend", "het veld ‘loop’ bestaat niet"),
            ("{{p kort if concept }}", "veld-niet-te-tonen", "wat hier staat, is soms niets, en dat is niet te tonen"),
            (
                "{% set a = acties[0] if concept %}{{ a.naam }}",
                "veld-zonder-velden",
                "wat hier staat, is soms niets, en dan is er geen veld ‘naam’; vraag het veld in de keuze zelf",
            ),
            (
                "{% for a in acties %}{% set b = loop.previtem if not loop.first %}{{ b.naam }}{% endfor %}",
                "veld-zonder-velden",
                "soms niets, en dan is er geen veld ‘naam’",
            ),
            (
                "{% for a in acties %}{{ (a if concept else 'x').naam }}{% endfor %}",
                "veld-zonder-velden",
                "soms gewone tekst, en dan is er geen veld ‘naam’",
            ),
            (
                "{% for a in acties %}{{ (a.tijd if concept else a).woord }}{% endfor %}",
                "veld-zonder-velden",
                "soms ‘actie’ (een groep velden), en dan is er geen veld ‘woord’",
            ),
            (
                "{% for a in acties %}{% if acties in a.tijd %}x{% endif %}{% endfor %}",
                "veld-vergelijking",
                "hier wordt een lijst met een groep velden vergeleken, en dat kan niet",
            ),
            (
                "{% set a = acties[0] if not concept %}{% if a %}{{ a.nam }}{% endif %}",
                "veld-onbekend",
                "het veld ‘nam’ bestaat niet; bedoelde u ‘naam’?",
            ),
            (
                "{% if not concept %}{% set a = acties[0] %}{% endif %}{% if a is defined %}{{ a.nam }}{% endif %}",
                "veld-onbekend",
                "het veld ‘nam’ bestaat niet; bedoelde u ‘naam’?",
            ),
        ],
    )
    def test_what_fails_with_some_fields_is_told(self, tekst: str, code: str, boodschap: str) -> None:
        sjabloon = maak_sjabloon(*schrijf(tekst))
        bevinding = next(een for een in audit_tegen(sjabloon, Stuk) if een.code == code)
        assert bevinding.ernst == "fout"
        assert boodschap in bevinding.boodschap
        vol: Velden = {**vul(make_voorbeeld(Stuk)), "concept": False}  # type: ignore[dict-item]
        with pytest.raises(SjabloonError):
            vul_in(sjabloon, vol) and vul_in(sjabloon, {**vol, "acties": vol["acties"] * 2})

    @pytest.mark.parametrize(
        ("anders", "naam", "waarom"),
        [
            (
                {"titel": "{% if concept %}{{ titel }}{% endif %}"},
                "titel",
                "het staat onder een voorwaarde of in een keuze",
            ),
            ({"titel": "{% if not concept %}{{ titel }}{% endif %}"}, "titel", "het staat onder een voorwaarde"),
            ({"titel": "{% if false %}{{ titel }}{% endif %}"}, "titel", "het staat onder een voorwaarde"),
            (
                {"titel": "{% if concept and titel %}{{ titel }}{% endif %}"},
                "titel",
                "of vraag alleen of het zelf gevuld",
            ),
            ({"titel": "{% if concept %}{{ titel }}{% elif dag %}{{ titel }}{% endif %}"}, "titel", "voorwaarde"),
            ({"titel": "{{ titel if concept }}"}, "titel", "het staat onder een voorwaarde"),
            ({"titel": "{{ titel and 'x' }}"}, "titel", "er staat maar een deel"),
            ({"titel": "{{ dag or titel }}"}, "titel", "het staat onder een voorwaarde"),
            ({"titel": "{% for a in acties %}{{ titel }}{% endfor %}"}, "titel", "het staat onder een voorwaarde"),
            (
                {"titel": "{% if concept %}{% set t = titel %}{% else %}{% set t = '-' %}{% endif %}{{ t }}"},
                "titel",
                "het staat onder een voorwaarde",
            ),
            (
                {"concept": "{% if concept %}{% endif %}"},
                "concept",
                "de vraag ernaar staat onder een voorwaarde, of er staat niets in; zet er tekst in",
            ),
            ({"concept": "{%p if concept %}¦ ¦{%p endif %}"}, "concept", "er staat niets in"),
            ({"concept": "{% if titel %}{% if concept %}C{% endif %}{% endif %}"}, "concept", "onder een voorwaarde"),
            (
                {"acties": "{%p for a in acties if a.naam %}¦{{ a.naam }}{{ a.tijd.woord }}¦{%p endfor %}"},
                "acties",
                "het staat onder een voorwaarde",
            ),
            (
                {"acties": "{% for a in acties %}{{ a.naam }}{% if a.naam %}{{ a.tijd.woord }}{% endif %}{% endfor %}"},
                "a.tijd",
                "het staat onder een voorwaarde",
            ),
            ({"regels": "{% for r in regels if concept %}{{ r }}{% endfor %}"}, "regels", "het staat onder een voorw"),
        ],
    )
    def test_what_not_every_document_shows_is_told(self, anders: dict[str, str], naam: str, waarom: str) -> None:
        (bevinding,) = audit(**anders)
        assert (bevinding.code, bevinding.ernst) == ("veld-ontbreekt", "fout")
        assert bevinding.boodschap.startswith(f"het sjabloon toont ‘{naam}’ niet in elk stuk (")
        assert waarom in bevinding.boodschap
        assert bevinding.plaats.startswith("hoofdtekst, alinea ")

    def test_a_picture_says_something_too(self) -> None:
        tekst = "<w:p><w:r><w:pict/></w:r></w:p>"
        alineas = "".join(map(maak_alinea, schrijf(concept="")))
        concept = f"{maak_alinea('{%p if concept %}')}{tekst}{maak_alinea('{%p endif %}')}"
        assert audit_tegen(build_basis(alineas + concept), Stuk) == ()

    def test_a_header_that_no_first_page_has(self) -> None:
        sjabloon = met_kop_en_voetnoot(maak_alinea("{% if concept %}CONCEPT{% endif %}"), "")
        alineas = "".join(map(maak_alinea, schrijf(concept="")))
        sjabloon = wijzig(sjabloon, "word/document.xml", "<w:body>", f"<w:body>{alineas}")
        assert audit_tegen(sjabloon, Stuk) == ()
        (bevinding,) = audit_tegen(wijzig(sjabloon, "word/document.xml", 'w:type="default"', 'w:type="first"'), Stuk)
        assert bevinding.plaats == "koptekst 2, alinea 1 (‘{% if concept %}CONCEPT{% endif %}’)"
        assert (
            "het staat in een kop- of voettekst die niet op de eerste bladzijde komt, of in een" in bevinding.boodschap
        )

    def test_a_note_that_nothing_refers_to(self) -> None:
        sjabloon = met_kop_en_voetnoot("", maak_alinea("{{ titel }}"))
        alineas = "".join(map(maak_alinea, schrijf(titel="")))
        sjabloon = wijzig(sjabloon, "word/document.xml", "<w:body>", f"<w:body>{alineas}")
        (bevinding,) = audit_tegen(sjabloon, Stuk)
        assert bevinding.plaats == "voetnoten, alinea 1 (‘{{ titel }}’)"
        assert bevinding.code == "veld-ontbreekt"
        assert "of in een noot waar niets naar verwijst; zet het in de tekst" in bevinding.boodschap
        verwijzing = "<w:body><w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
        assert audit_tegen(wijzig(sjabloon, "word/document.xml", "<w:body>", verwijzing), Stuk) == ()

    def test_asking_for_what_never_is(self) -> None:
        (bevinding,) = audit("{% if tittel is defined %}{{ tittel }}{% endif %}")
        assert (bevinding.code, bevinding.ernst) == ("veld-nooit", "waarschuwing")
        assert bevinding.boodschap == (
            "‘is defined’ is hier altijd nee: het veld ‘tittel’ bestaat niet; bedoelde u ‘titel’?"
        )

    @given(sjabloonteksten(), st.booleans(), st.lists(stukvelden(), min_size=4, max_size=4))
    def test_any_template(self, tekst: str, erbij: bool, dossiers: list[Velden]) -> None:  # noqa: FBT001 (drawn)
        sjabloon = maak_sjabloon(*(schrijf(tekst) if erbij else schrijf(titel=tekst)))
        if not [een for een in audit_tegen(sjabloon, Stuk) if een.ernst == "fout"]:
            for velden in dossiers:
                self.check(sjabloon, velden)

    @given(celtabellen(), stukvelden())
    def test_any_cell(self, tabel: str, velden: Velden) -> None:
        sjabloon = build_basis("".join(map(maak_alinea, schrijf())) + tabel)
        if not [een for een in audit_tegen(sjabloon, Stuk) if een.ernst == "fout"]:
            for een in (velden, self.LEEG):
                self.check(sjabloon, een)
