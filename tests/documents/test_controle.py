from typing import ClassVar

import pytest
from jinja2 import Environment

from ivb.documents.controle import MAXIMALE_TAG, check_bron, check_eisen, check_tags
from ivb.documents.tags import read_alinea
from ivb.errors import SjabloonError

OMGEVING = Environment(autoescape=True)
VELDEN: dict[str, object] = {naam: {} for naam in (*"abcdefghij", "naam", "een", "twee", "lipsum")}


def controleer(*teksten: str) -> None:
    eisen = check_tags([read_alinea(nummer, tekst) for nummer, tekst in enumerate(teksten, 1)], OMGEVING)
    check_eisen(eisen, [VELDEN])


class TestCheckTags:
    """A tag may print a field, choose and repeat; what it may not is told with the paragraph and the words."""

    @pytest.mark.parametrize(
        "tekst",
        [
            "geen tags, wel { haken }",
            "{{ a }} {{ a.b }} {{ a[0] }} {{ a['b'] }} {{ a|upper }} {{ 'tekst' }}",
            "{% for a in b if a.c %}{{ loop.index }}{% else %}{% endfor %}",
            "{% if a and not b or c == 'd' and e in ['f', 'g'] and h in ('i',) %}{% elif j is defined %}{% endif %}",
            "{{ a if b > 3 else c }} {% set d = a %} {# uitleg (1 + 1) #}",
            "{%p for a in b %} {%tr if a|length %} {%tr endif %} {%p endfor %} {% cellbg a.kleur %} {% vm %}",
        ],
    )
    def test_allowed(self, tekst: str) -> None:
        controleer(tekst)

    @pytest.mark.parametrize(
        ("tag", "boodschap"),
        [
            ("{{ lipsum() }}", "niets aanroepen"),
            ("{{ a.items() }}", "niets aanroepen"),
            ("{{ lipsum.__globals__ }}", "‘__globals__’ begint met een streepje"),
            ("{{ _a }}", "‘_a’ begint met een streepje"),
            ("{{ a['__class__'] }}", "‘__class__’ begint met een streepje"),
            ("{{ a[b] }}", "(Getitem)"),
            ("{{ a[1:2] }}", "(Getitem)"),
            ("{{ a ~ b }}", "(Concat)"),
            ("{{ {'a': 1} }}", "(Dict)"),
            ("{{ 'a' * 10 ** 9 }}", "rekenen kan niet"),
            ("{{ -a }}", "rekenen kan niet"),
            ("{{ een-twee }}", "‘een-twee’ is een aftreksom, en rekenen kan niet; bedoelde u een_twee?"),
            ("{{ a|safe }}", "de bewerking ‘|safe’ kan niet in een sjabloon; wel: upper, lower, length"),
            ("{{ a|alineas(0) }}", "‘|alineas’"),
            ("{{ a|upper(b) }}", "‘|upper’"),
            ("{% if a is callable %}{% endif %}", "‘is callable’ kan niet"),
            ("{% for a, b in c %}{% endfor %}", "(For)"),
            ("{% for a in b recursive %}{% endfor %}", "(For)"),
            ("{% set a, b = c %}", "(Assign)"),
            ("{% set _a = b %}", "‘_a’ begint met een streepje"),
            ("{% set a %}b{% endset %}", "de opdracht ‘endset’ kan niet"),
            ("{% include 'a' %}", "de opdracht ‘include’ kan niet in een sjabloon; wel: for, endfor, if, elif, else"),
            ("{% raw %}{% endraw %}", "de opdracht ‘raw’ kan niet"),
            ("{% macro a() %}{% endmacro %}", "de opdracht ‘macro’ kan niet"),
            ("{% tr for a in b %}{% endfor %}", "staat een spatie te veel; schrijf {%tr …"),
            ("{{ een twee }}", "een tag is niet te lezen (Jinja: expected token"),
            ("{% if a == “A” %}{% endif %}", "staan gekrulde aanhalingstekens; gebruik rechte: \" of '"),
            ("{% if a == 'A & B' %}{% endif %}", "staat een &, en die leest Word anders dan Jinja"),
            ("{% if a %}", "is niet afgesloten met {% endfor %} of {% endif %}"),
            ("{% endif %}", "hoort niet bij een {% if … %} of {% for … %} die open is"),
            (f"{{{{ {'a' * MAXIMALE_TAG} }}}}", "is langer dan 300 tekens"),
        ],
    )
    def test_refused(self, tag: str, boodschap: str) -> None:
        with pytest.raises(SjabloonError) as fout:
            controleer("Beste {{ naam }},", tag)
        assert str(fout.value).startswith("alinea 2 (‘{")
        assert boodschap in str(fout.value)

    def test_too_deep_for_python(self) -> None:
        with pytest.raises(SjabloonError, match="er staan te veel haakjes"):
            controleer(*["{% if a %}"] * 2000, *["{% endif %}"] * 2000)


class TestFields:
    """A field that is not known is told in every branch, taken or not; of an empty list or dict nothing is known."""

    VELDEN: ClassVar[dict[str, object]] = {
        "titel": "a",
        "adres": {"plaats": "b", "soort": {}},
        "leden": ({"naam": "c", "rollen": ({"rol": "d"},)}, {"naam": "e", "functie": "f"}),
        "namen": ("g", "h"),
        "bijlagen": (),
    }
    VOORBEELD: ClassVar[dict[str, object]] = {"bijlagen": ({"kop": ""},), "noten": ()}

    def controleer(self, *teksten: str) -> None:
        alineas = [read_alinea(nummer, tekst) for nummer, tekst in enumerate(teksten, 1)]
        check_eisen(check_tags(alineas, OMGEVING), [self.VELDEN, self.VOORBEELD])

    @pytest.mark.parametrize(
        "tekst",
        [
            "{{ titel }} {{ adres.plaats }} {{ adres['plaats'] }} {{ adres.soort.x }} {{ none }} {{ true }}",
            "{% for lid in leden %}{{ lid.naam }}{{ lid.functie }}{{ loop.index }}{{ loop.nextitem.naam }}{% endfor %}",
            "{% for lid in leden if lid.functie %}{% for r in lid.rollen %}{{ r.rol }}{% endfor %}{% endfor %}",
            "{% for titel in bijlagen %}{{ titel.kop }}{% else %}{{ titel }}{% endfor %}{{ bijlagen[0].kop }}",
            "{% for n in noten %}{{ n.x }}{{ loop.previtem.y }}{% for z in n.x %}{{ z.a }}{% endfor %}{% endfor %}",
            "{% set wie = leden[0] %}{% if titel %}{% set wie = adres %}{% endif %}{{ wie.naam }}{{ wie.plaats }}",
            "{{ (leden or bijlagen)[0].naam }}{{ (leden if titel else bijlagen)[0].kop }}{{ (titel|upper).x }}",
            "{% if brief is defined %}{{ brief }}{% endif %}",
            "{% if adres.land is defined %}{{ adres.land.x }}{% endif %}",
            "{% for b in bijlagen %}{% set lus = loop %}{{ lus.first }}{{ loop[0].x }}{% endfor %}",
        ],
    )
    def test_known(self, tekst: str) -> None:
        self.controleer(tekst)

    @pytest.mark.parametrize(
        ("tag", "boodschap"),
        [
            ("{% if titel %}{% else %}{{ tittel }}{% endif %}", "‘tittel’ bestaat niet; bedoelde u ‘titel’?"),
            ("{{ xyz }}", "‘xyz’ bestaat niet; wel: adres, bijlagen, leden, namen, noten, titel"),
            ("{% if tittel %}{% endif %}", "‘tittel’"),
            ("{{ 'a' if titel == 'b' and tittel else 'c' }}", "‘tittel’"),
            ("{{ titel if xyz else titel }}", "‘xyz’"),
            ("{% for lid in lden %}{% endfor %}", "‘lden’ bestaat niet; bedoelde u ‘leden’?"),
            ("{% for b in bijlagen %}{{ b.kpo }}{% endfor %}", "‘kpo’ bestaat niet; bedoelde u ‘kop’?"),
            ("{% for b in bijlagen if b.kpo %}{% endfor %}", "‘kpo’"),
            ("{% for b in bijlagen %}{{ loop.indx }}{% endfor %}", "‘indx’ bestaat niet; bedoelde u ‘index’?"),
            ("{% for b in bijlagen %}{{ loop.nextitem.kpo }}{% endfor %}", "‘kpo’ bestaat niet; bedoelde u ‘kop’?"),
            ("{% for lid in leden %}{% for r in lid.rollen %}{{ r.roll }}{% endfor %}{% endfor %}", "‘roll’"),
            ("{% for b in bijlagen %}{% else %}{{ b.kop }}{% endfor %}", "‘b’"),
            ("{% for b in bijlagen %}{% endfor %}{{ b }}", "‘b’"),
            ("{% for b in bijlagen %}{% set c = b %}{% endfor %}{{ c }}", "‘c’"),
            ("{{ loop.index }}", "‘loop’"),
            ("{{ c }}{% set c = titel %}", "‘c’"),
            ("{% set c = leden %}{{ c[0].naan }}", "‘naan’ bestaat niet; bedoelde u ‘naam’?"),
            ("{{ adres.plats }}", "‘plats’ bestaat niet; bedoelde u ‘plaats’?"),
            ("{{ adres['plats'] }}", "‘plats’"),
            ("{{ leden.naam }}", "‘naam’ bestaat niet; wel: geen enkel veld"),
            ("{% for n in namen %}{{ n.kop }}{% endfor %}", "‘kop’ bestaat niet; wel: geen enkel veld"),
            ("{% if adres.land is defined %}{{ adres.lnd }}{% endif %}", "‘lnd’"),
            ("{%p if titel %}{{p tittel }}{%p endif %}", "‘tittel’"),
            ("{% cellbg kleur %}", "‘kleur’"),
            ("{{ self }}", "‘self’"),
        ],
    )
    def test_unknown(self, tag: str, boodschap: str) -> None:
        with pytest.raises(SjabloonError) as fout:
            self.controleer("Beste {{ titel }},", tag, "{{ later }}")
        assert str(fout.value).startswith("alinea 2 (‘{")
        assert f"het veld {boodschap}" in str(fout.value)

    def test_of_what_lies_deeper_than_a_field_can_nothing_is_known(self) -> None:
        self.controleer("{% set a = leden %}", *["{% set a = a[0] %}"] * 2000, "{{ a.xyz }}")

    def test_values_do_not_double(self) -> None:
        self.controleer("{% set a = leden %}", *["{% set a = a or a %}"] * 100)


class TestCheckBron:
    """What docxtpl made of a part may hold docxtpl's own syntax besides, and nothing else."""

    def test_allowed(self) -> None:
        check_bron("{#1\n#}{{ (a)|alineas(0) }}{{ (b)|stukken(1) }}{{ 2 * loop.length }}", [], OMGEVING)

    @pytest.mark.parametrize(
        "tag", ["{{ a() }}", "{{ a * loop.length }}", "{{ 2 * 3 }}", "{{ a|alineas(b) }}", "{% tr %}"]
    )
    def test_refused(self, tag: str) -> None:
        alineas = [read_alinea(nummer, f"Alinea {nummer}") for nummer in (1, 2)]
        with pytest.raises(SjabloonError, match=r"^alinea 2 \(‘Alinea 2’\): "):
            check_bron(f"{{#1\n#}}een {{#2\n#}}{tag}", alineas, OMGEVING)
