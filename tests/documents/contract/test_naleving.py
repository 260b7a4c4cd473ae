from typing import Annotated

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb.bevindingen import Documentbevinding
from ivb.documents.basis.document import build_basis
from ivb.documents.contract.audit import audit_tegen
from ivb.documents.contract.naleving import Veldenlijst
from ivb.documents.sjabloon.velden import Pad
from ivb.documents.stukken.weergave import Veld, Velden, Weergave, iter_velden, make_voorbeeld
from ivb.documents.word.opmaak import Opmaak, parse_opmaak
from ivb.errors import SjabloonError
from tests.documents.sjablonen import (
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
            ("{% cellbg 'FF0000' if concept else 'auto' %}{% colspan acties|length %}", []),
        ],
    )
    def test_cells(self, tag: str, gevonden: list[tuple[str, str]]) -> None:
        sjabloon = build_basis("".join(map(maak_alinea, schrijf())) + maak_tabel((f"{tag}a",)))
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
