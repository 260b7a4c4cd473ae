import pytest
from jinja2 import Environment, nodes
from jinja2.nodes import Name, Output

from ivb.documents.sjabloon.controle import MAXIMALE_TAG, check_bron, check_tags
from ivb.documents.sjabloon.gebreken import Gebrek
from ivb.documents.sjabloon.tags import read_alinea
from ivb.errors import SjabloonError

OMGEVING = Environment(autoescape=True)


def controleer(*teksten: str) -> tuple[Gebrek, ...]:
    return check_tags([read_alinea(nummer, tekst) for nummer, tekst in enumerate(teksten, 1)], OMGEVING)[1]


def lees_namen(*teksten: str) -> list[str]:
    """Give the names that are printed, in what can be read of tags."""
    boom, _ = check_tags([read_alinea(nummer, tekst) for nummer, tekst in enumerate(teksten, 1)], OMGEVING)
    return [naam.name for uit in boom.find_all(Output) for naam in uit.nodes if isinstance(naam, Name)]


class TestCheckTags:
    """A tag may print a field, choose and repeat; what it may not is told with the paragraph and the words."""

    @pytest.mark.parametrize(
        "tekst",
        [
            "geen tags, wel { haken }",
            "{{ a }} {{ a.b }} {{ a[0] }} {{ a['b'] }} {{ a|upper }} {{ 'tekst' }}",
            "{% for a in b if a.c %}{{ loop.index }}{% else %}{% endfor %}",
            "{% if a and not b or c == 'd' and e in ['f', 'g'] and h in ('i',) %}{% elif j is defined %}{% endif %}",
            "{% if a == 'b\u00a0c' %}{%- endif -%}{{- a -}}",
            "{{ a if b > 3 else c }} {% set d = a %} {# uitleg (1 + 1) #}",
            "{%p for a in b %} {%tr if a|length %} {%tr endif %} {%p endfor %} {% cellbg a.kleur %} {% vm %}",
        ],
    )
    def test_allowed(self, tekst: str) -> None:
        assert controleer(tekst) == ()

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
            ("{% for a in b %}{% set loop = c %}{% endfor %}", "‘loop’ is de naam van de herhaling zelf; kies een"),
            ("{% for loop in b %}{% endfor %}", "‘loop’ is de naam van de herhaling zelf"),
            ("{% set a %}b{% endset %}", "de opdracht ‘endset’ kan niet"),
            ("{% include 'a' %}", "de opdracht ‘include’ kan niet in een sjabloon; wel: for, endfor, if, elif, else"),
            ("{% If a %}{% endif %}", "de opdracht ‘If’ kan niet in een sjabloon; bedoelde u ‘if’?"),
            ("{% if a %}{% elseif b %}{% endif %}", "‘elseif’ kan niet in een sjabloon; bedoelde u ‘elif’?"),
            ("{% if a %}{% end if %}", "de opdracht ‘end’ kan niet in een sjabloon; bedoelde u ‘endif’ of ‘endfor’?"),
            ("{% raw %}{% endraw %}", "de opdracht ‘raw’ kan niet"),
            ("{% macro a() %}{% endmacro %}", "de opdracht ‘macro’ kan niet"),
            ("{% tr for a in b %}{% endfor %}", "staat een spatie te veel; schrijf {%tr …"),
            ("{%-p if a %}{% endif %}", "staat een streepje te veel; schrijf {%p …"),
            ("{%tr- for a in b %}{% endfor %}", "staat een streepje te veel; schrijf {%tr …"),
            ("{{p- a }}", "staat een streepje te veel; schrijf {{p …"),
            ("{{ a\u200b }}", "staat een teken dat u niet ziet of dat op een spatie lijkt; typ de tag opnieuw"),
            ("{{ a\u00adb }}", "staat een teken dat u niet ziet"),
            ("{%p\u00a0if a %}{% endif %}", "staat een teken dat u niet ziet"),
            ("{{ een twee }}", "een tag is niet te lezen (Jinja: expected token"),
            ("{% if a == “A” %}{% endif %}", "staan gekrulde aanhalingstekens; gebruik rechte: \" of '"),
            ("{% if a == 'A & B' %}{% endif %}", "staat een &, en die leest Word anders dan Jinja"),
            ("{% if a %}", "‘{% if a %}’ is niet afgesloten met {% endif %}"),
            ("{% endif %}", "hoort niet bij een {% if … %} of {% for … %} die open is"),
            (f"{{{{ {'a' * MAXIMALE_TAG} }}}}", "is langer dan 300 tekens"),
        ],
    )
    def test_refused(self, tag: str, boodschap: str) -> None:
        gebreken = controleer("Beste {{ naam }},", tag)
        assert all(str(gebrek).startswith("alinea 2 (‘{") for gebrek in gebreken)
        assert any(boodschap in str(gebrek) for gebrek in gebreken)

    def test_too_deep_for_python(self) -> None:
        (gebrek,) = controleer(*["{% if a %}"] * 2000, *["{% endif %}"] * 2000)
        assert str(gebrek).startswith("er staan te veel haakjes")
        haakjes = f"{{{{ {'(' * 140}a{')' * 140} }}}}"
        assert "er staan te veel haakjes" in str(controleer("a", haakjes)[0])


class TestAllAtOnce:
    """Every fault has its own tag and its own message, in the order of the text."""

    def test_ten_faults(self) -> None:
        tags = {
            "{% tr for a in b %}{% endfor %}": "tag-spatie",
            "{{ p a }}": "tag-spatie",
            "{% if a == “b” %}{% endif %}": "tag-aanhalingstekens",
            "{{ a & b }}": "tag-ampersand",
            "{{ a b }}": "tag-onleesbaar",
            "{{ 'a }}": "tag-onleesbaar",
            "{% include a %}": "tag-opdracht",
            "{{ a() }}": "tag-aanroep",
            "{{ a + b }}": "tag-rekenen",
            "{{ a|safe }}": "tag-bewerking",
            "{% if a is callable %}{% endif %}": "tag-vraag",
            "{{ a._b }}": "tag-streepje",
            "{{ a[b] }}": "tag-verboden",
            "{% set a %}": "tag-onleesbaar",
            f"{{{{ {'a' * MAXIMALE_TAG} }}}}": "tag-te-lang",
        }
        gebreken = controleer(*tags)
        assert [gebrek.code for gebrek in gebreken] == list(tags.values())
        assert [gebrek.nummer for gebrek in gebreken] == list(range(1, len(tags) + 1))

    @pytest.mark.parametrize(
        ("teksten", "gevonden"),
        [
            (["{% if a %}", "{% for b in c %}", "{% endif %}"], [(2, "‘{% for b in c %}’ is niet afgesloten")]),
            (["{% for a in b %}", "{% if c %}", "{% endfor %}"], [(2, "‘{% if c %}’ is niet afgesloten met {% endif")]),
            (["{% if a %}", "{% for b in c %}", "{% elif d %}", "{% endif %}"], [(2, "met {% endfor %}")]),
            (["{% if a %}", "{% endfor %}", "{% endif %}"], [(2, "‘{% endfor %}’ hoort niet bij")]),
            (["{% else %}", "{% elif a %}"], [(1, "‘{% else %}’ hoort niet"), (2, "‘{% elif a %}’ hoort niet")]),
            (["{% if a %}", "{% else %}", "{% else %}", "{% endif %}"], [(3, "‘{% else %}’ komt na een {% else %}")]),
            (["{% if a %}{% else %}", "{% elif b %}", "{% endif %}"], [(2, "‘{% elif b %}’ komt na een {% else %}")]),
            (["{% if a %}", "{% for b in c %}"], [(1, "met {% endif %}"), (2, "met {% endfor %}")]),
            (["{% if a == “ %}", "{% endif %}"], [(1, "gekrulde")]),
            (["{% if a %}{% elif b c %}{% else d %}{% endif e %}"], [(1, "Jinja"), (1, "Jinja"), (1, "Jinja")]),
            (["{% for a b %}{% endfor %}", "{% for c in d e %}{% endfor f %}"], [(1, "Jinja"), (2, "Jin"), (2, "Jin")]),
        ],
    )
    def test_what_opens_and_closes(self, teksten: list[str], gevonden: list[tuple[int, str]]) -> None:
        gebreken = controleer(*teksten)
        assert [gebrek.nummer for gebrek in gebreken] == [nummer for nummer, _ in gevonden]
        for gebrek, (_, boodschap) in zip(gebreken, gevonden, strict=True):
            assert boodschap in gebrek.boodschap

    def test_the_other_tags_are_read(self) -> None:
        assert lees_namen("{{ a() }}{{ b }}", "{% for c in “x” %}{{ c }}", "{{ d }}") == ["b", "c", "d"]
        assert lees_namen("{{ ‘a’ }}{% if b( %}{{ c }}{% elif d( %}{% set e = f( %}{{ e }}{% endif %}") == ["c", "e"]
        assert lees_namen("{% for a( %}{{ b }}{% endfor %}{% set ( %}{% macro %}{{ c }}") == ["b", "c"]
        assert lees_namen("{% endif %}{% if a %}{{ b }}", "{{ p c }}") == ["b", "c"]
        assert lees_namen("{%-p if a %}{{ b\u200b }}{%p\u00a0endif %}", "{{p- c }}") == ["b", "c"]

    def test_what_is_whole_only_over_tags(self) -> None:
        """Jinja would read one text from the first quote to the second."""
        assert [gebrek.code for gebrek in controleer("{{ 'a }}", "{{ b' }}")] == ["tag-onleesbaar"] * 2

    def test_a_part_without_tags(self) -> None:
        assert isinstance(check_tags([], OMGEVING)[0], nodes.Template)


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
