from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from ivb.documents.sjabloon.controle import check_tags
from ivb.documents.sjabloon.gebreken import Gebrek, raise_gebreken
from ivb.documents.sjabloon.tags import read_alinea
from ivb.documents.sjabloon.velden import Pad
from ivb.documents.sjabloon.vragen import MAXIMALE_PLEKKEN, Bereik, Vragen, Wijze, check_eisen, read_vragen
from ivb.errors import SjabloonError

OMGEVING = Environment(autoescape=True)


def lees(*teksten: str) -> Vragen:
    alineas = [read_alinea(nummer, tekst) for nummer, tekst in enumerate(teksten, 1)]
    boom, gebreken = check_tags(alineas, OMGEVING)
    assert gebreken == ()
    return read_vragen(boom, alineas)


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
        vragen = lees(*teksten)
        raise_gebreken(vragen.gebreken)
        check_eisen(vragen.eisen, [self.VELDEN, self.VOORBEELD])

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

    def test_of_what_may_be_in_too_many_places_nothing_is_known(self) -> None:
        keuze = " or ".join(f"a.{letter}" for letter in "abcdefghijklmnopqrst")
        teksten = ["{% set a = leden[0] %}", *[f"{{% set a = {keuze} %}}"] * 5, "{{ a.xyz }}"]
        plekken = [len(gebruik.bereik.paden) for gebruik in lees(*teksten).gebruik]
        assert plekken[-1] == 0
        assert max(plekken) <= MAXIMALE_PLEKKEN

    @given(st.lists(st.tuples(st.integers(2, 30), st.sampled_from(["or", "and"])), max_size=6))
    def test_a_value_never_has_too_many_places(self, stappen: list[tuple[int, str]]) -> None:
        regels = [f"{{% set a = {f' {woord} '.join(f'a.v{n}' for n in range(tal))} %}}" for tal, woord in stappen]
        vragen = lees("{% set a = leden[0] %}", *regels, "{{ a.xyz }}")
        assert all(len(gebruik.bereik.paden) <= MAXIMALE_PLEKKEN for gebruik in vragen.gebruik)
        assert all(len(eis.houders) <= MAXIMALE_PLEKKEN for eis in vragen.eisen)


class TestUse:
    """What is done with a field: printed by which tag, walked over, tested."""

    @staticmethod
    def vind(wijze: Wijze, *teksten: str) -> list[Pad]:
        """Give what is used in a way, and wholly."""
        return [
            pad
            for gebruik in lees(*teksten).gebruik
            if gebruik.wijze is wijze
            for pad in gebruik.bereik.paden
            if pad not in gebruik.bereik.deels
        ]

    @pytest.mark.parametrize(
        ("tekst", "velden"),
        [
            ("{{ a }}{{ b.c }}{{ b['d'] }}", "a b.c b.d"),
            ("{{ a|upper }}{{ b|lower }}{{ c|length }}", "a b"),
            ("{{ a or b or 'c' }}{{ d if e else f }}{{ g if h }}", "a"),
            ("{{ a and b }}{{ a and a }}", "a"),
            ("{% set a = b %}{{ a }}{% set c = d or '-' %}{{ c }}", "b d"),
            ("{% if a %}{{ b }}{% elif c %}{{ d }}{% else %}{{ e }}{% endif %}", "b d e"),
            ("{% if a is defined %}{{ a }}{% endif %}", "a"),
            ("{% for x in a %}{{ x.b }}{{ loop.index }}{{ loop.nextitem.c }}{% else %}{{ d }}{% endfor %}", "a.*.b d"),
            ("{% for x in a or b %}{{ x }}{% endfor %}", "a.*"),
            ("{{ a[0].b }}{{ a[1] }}", ""),
            ("{% cellbg a %}{{ b }}", "b"),
            ("{{ a == b }}{{ not c }}{{ d in [e] }}{{ f is defined }}{{ ['g'] }}", ""),
        ],
    )
    def test_shown(self, tekst: str, velden: str) -> None:
        gevonden = self.vind(Wijze.TEKST, "{{ titel }}", tekst)
        assert [".".join(stap or "*" for stap in pad) for pad in gevonden] == ["titel", *velden.split()]

    def test_kinds_of_tags(self) -> None:
        teksten = ["{{p a }}", "b {{r c }} {{ d }} {{r e }}", "{% cellbg f %}", "{% colspan g %}", "{{ h }}"]
        assert self.vind(Wijze.ALINEAS, *teksten) == [("a",)]
        assert self.vind(Wijze.STUKKEN, *teksten) == [("c",), ("e",)]
        assert self.vind(Wijze.KLEUR, *teksten) == [("f",)]
        assert self.vind(Wijze.KOLOMMEN, *teksten) == [("g",)]
        assert self.vind(Wijze.TEKST, *teksten) == [("d",), ("h",)]

    @pytest.mark.parametrize(
        ("tekst", "velden"),
        [
            ("{% if a %}{% elif b %}{% endif %}", "a b"),
            ("{% if not a and (b or c) %}{% endif %}", "a b"),
            ("{{ 'x' if a else 'y' }}", "a"),
            ("{% for x in y if x.b %}{% endfor %}", "y.*.b"),
            ("{% if a == true %}{% endif %}", "a"),
            ("{% if a is defined %}{% endif %}{{ b }}{% for x in c %}{% endfor %}", ""),
        ],
    )
    def test_asked(self, tekst: str, velden: str) -> None:
        gevonden = {".".join(stap or "*" for stap in pad) for pad in self.vind(Wijze.VRAAG, tekst)}
        assert gevonden == set(velden.split())

    def test_walked_over(self) -> None:
        buiten, binnen = lees("{% for x in a %}", "{% for y in x.b %}{% endfor %}{% endfor %}").gebruik
        assert (buiten.wijze, buiten.bereik.paden, buiten.naam, buiten.alinea.nummer) == ("for", (("a",),), "x", 1)
        assert (binnen.wijze, binnen.bereik.paden, binnen.naam, binnen.alinea.nummer) == (
            "for",
            (("a", None, "b"),),
            "y",
            2,
        )

    @pytest.mark.parametrize(
        ("tekst", "soort"),
        [
            ("{{ 'a' }}", "tekst"),
            ("{{ 1 }}", "getal"),
            ("{{ 1.5 }}", "kommagetal"),
            ("{{ none }}", "niets"),
            ("{{ true }}", "ja of nee"),
            ("{{ a == b }}", "ja of nee"),
            ("{{ not a }}", "ja of nee"),
            ("{{ a is defined }}", "ja of nee"),
            ("{{ [a] }}", "lijst"),
            ("{{ (a, b) }}", "lijst"),
            ("{{ a|length }}", "getal"),
        ],
    )
    def test_values_that_are_no_field(self, tekst: str, soort: str) -> None:
        assert lees(tekst).gebruik[-1].bereik == Bereik(soorten=frozenset({soort}), bekend=True)

    @pytest.mark.parametrize(("vraag", "soort"), [("first", "ja of nee"), ("last", "ja of nee"), ("index", "getal")])
    def test_values_of_a_loop(self, vraag: str, soort: str) -> None:
        tekst = f"{{% for a in b %}}{{{{ loop.{vraag} }}}}{{% endfor %}}"
        assert lees(tekst).gebruik[-1].bereik == Bereik(soorten=frozenset({soort}), bekend=True)

    def test_what_no_loop_has(self) -> None:
        vragen = lees("a", "{% for a in b %}{{ loop.indx }}{{ loop.foo }}{% endfor %}")
        assert [(type(een), een.code, een.nummer) for een in vragen.gebreken] == [(Gebrek, "lus-onbekend", 2)] * 2

    @pytest.mark.parametrize(
        ("tekst", "code", "boodschap"),
        [
            ("{% cellbg 'rood' %}", "cel-kleur", "'rood' is geen kleur; een kleur is zes tekens 0-9 en A-F"),
            ("{% cellbg 'FF0000' if a else 'rood' %}", "cel-kleur", "'rood' is geen kleur"),
            ("{% cellbg a or 'FF00' %}", "cel-kleur", "'FF00' is geen kleur"),
            ("{% cellbg a and 3 %}", "cel-kleur", "3 is geen kleur"),
            ("{% colspan 0 %}", "cel-kolommen", "0 is geen aantal kolommen; wel: een geheel getal van 1 tot en met 63"),
            ("{% colspan 99 if a %}", "cel-kolommen", "99 is geen aantal kolommen"),
        ],
    )
    def test_constants_that_a_cell_cannot_have(self, tekst: str, code: str, boodschap: str) -> None:
        (gebrek,) = lees("a", tekst).gebreken
        assert (gebrek.code, gebrek.nummer) == (code, 2)
        assert gebrek.boodschap.startswith(boodschap)

    @pytest.mark.parametrize(
        "tekst", ["{% cellbg 'ff00aA' %}", "{% cellbg a or 'auto' %}", "{% colspan 63 %}", "{% colspan '2' if a %}"]
    )
    def test_constants_that_a_cell_can_have(self, tekst: str) -> None:
        assert lees(tekst).gebreken == ()

    @pytest.mark.parametrize("waarde", ["loop.index", "(a|length)", "3"])
    def test_a_number_has_no_fields(self, waarde: str) -> None:
        (gebrek,) = lees(f"{{% for x in a %}}{{{{ {waarde}['y'] }}}}{{% endfor %}}").gebreken
        assert gebrek.code == "veld-zonder-velden"
        assert gebrek.boodschap == "wat hier staat (getal), heeft geen veld ‘y’"

    def test_a_return_is_no_line(self) -> None:
        assert self.vind(Wijze.TEKST, "{{\ra\r}}", "{{ b }}") == [("a",), ("b",)]
