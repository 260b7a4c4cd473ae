"""Every noun is frozen, strict about what its fields hold, and readable."""

import copy
import datetime
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ivb
from ivb import Actie, Indicator, Jaarplan, Kader, Meting, Reces, Streefwaarde, Voortgang, Voortgangsmelding
from ivb.dates import Date
from ivb.model.base import Noun, describe, iter_gevuld, summarize, velden
from ivb.testing import dossiers


def alle_nouns() -> list[type[Noun]]:
    soorten = [getattr(ivb, naam) for naam in ivb.__all__]
    return [soort for soort in soorten if isinstance(soort, type) and issubclass(soort, Noun)]


class TestEveryNoun:
    """A noun is a value: frozen, keyword-only, hashable, and the same after a trip through pickle."""

    @pytest.mark.parametrize("soort", alle_nouns(), ids=lambda soort: soort.__name__)
    def test_is_frozen_and_keyword_only(self, soort: type[Noun]) -> None:
        assert all(veld.kw_only for veld in attrs.fields(soort))
        assert soort.__setattr__ is not object.__setattr__

    @given(dossiers())
    def test_dossier_is_a_value(self, dossier: ivb.Dossier) -> None:
        assert pickle.loads(pickle.dumps(dossier)) == dossier  # noqa: S301  our own bytes
        assert copy.deepcopy(dossier) == dossier
        assert hash(dossier) == hash(attrs.evolve(dossier))

    @pytest.mark.parametrize("soort", alle_nouns(), ids=lambda soort: soort.__name__)
    def test_every_field_is_described(self, soort: type[Noun]) -> None:
        assert [veld.naam for veld in velden(soort)] == [veld.name for veld in attrs.fields(soort)]


class TestTypes:
    """A field takes what its annotation says, and converts only what is plain."""

    def test_an_int_becomes_a_float(self) -> None:
        assert isinstance(Actie(id="A1", titel="x", uren=3).uren, float)

    def test_a_list_becomes_a_tuple(self) -> None:
        acties = [Actie(id="A1", titel="x")]
        assert Jaarplan(titel="x", looptijd="2024", acties=acties).acties == tuple(acties)  # type: ignore[arg-type]

    def test_a_word_becomes_the_choice_it_spells(self) -> None:
        melding = Voortgangsmelding(actie="A1", sinds=datetime.date(2024, 5, 1), voortgang="loopt")  # type: ignore[arg-type]
        assert melding.voortgang is Voortgang.LOOPT

    def test_any_date_becomes_one_of_ours(self) -> None:
        reces = Reces(naam="zomer", begindatum=datetime.date(2024, 7, 15), einddatum=datetime.date(2024, 8, 25))
        assert type(reces.begindatum) is Date

    def test_a_moment_is_refused(self) -> None:
        moment = datetime.datetime(2024, 7, 15, tzinfo=datetime.UTC)
        with pytest.raises(TypeError, match="datetime"):
            Reces(naam="zomer", begindatum=moment, einddatum=moment)

    def test_line_ends_become_one_kind(self) -> None:
        assert Actie(id="A1", titel="x", toelichting="een\r\ntwee\rdrie").toelichting == "een\ntwee\ndrie"

    def test_dates_in_a_tuple_convert_too(self) -> None:
        actie = Actie(id="A1", titel="x", ijkmomenten=("juni 2024", datetime.date(2024, 12, 1)))  # type: ignore[arg-type]
        assert [str(moment) for moment in actie.ijkmomenten] == ["juni 2024", "2024-12-01"]

    @pytest.mark.parametrize(
        ("velden_", "boodschap"),
        [
            ({"titel": 3}, r"Actie\.titel: 3 is geen tekst"),
            ({"titel": None}, r"Actie\.titel: None is geen tekst"),
            ({"titel": " "}, "een lege tekst"),
            ({"titel": "een\ntwee"}, "meer dan één regel"),
            ({"titel": "een\u2028twee"}, "meer dan één regel"),
            ({"titel": "a\x00"}, r"U\+0000, teken 2"),
            ({"toelichting": "\ud800"}, r"U\+D800"),
            ({"toelichting": "\x85"}, r"U\+0085"),
            ({"toelichting": "\ufffe"}, r"U\+FFFE"),
            ({"id": "A 1"}, "geen id"),
            ({"id": ""}, "geen id"),
            ({"thema": "é"}, "geen id"),
            ({"uren": -0.5}, "te laag; het laagste is 0"),
            ({"uren": float("nan")}, "geen getal om mee te rekenen"),
            ({"uren": float("inf")}, "geen getal om mee te rekenen"),
            ({"uren": True}, "True is geen getal"),
            ({"uren": 10**400}, "is geen getal"),
            ({"bedrag": 2.0}, "geen geheel getal"),
            ({"herkomst": "elders"}, "kies uit lokaal, regionaal, wettelijk"),
            ({"partners": "politie"}, "is geen lijst"),
            ({"partners": ("politie", 3)}, "3 is geen tekst"),
            ({"begin": "1890"}, "buiten de jaren 1900 tot en met 2199"),
        ],
    )
    def test_anything_else_is_refused(self, velden_: dict[str, object], boodschap: str) -> None:
        with pytest.raises(ValueError, match=boodschap):
            Actie(**({"id": "A1", "titel": "x"} | velden_))  # type: ignore[arg-type]

    def test_a_percentage_has_a_top(self) -> None:
        with pytest.raises(ValueError, match="te hoog; het hoogste is 100"):
            Voortgangsmelding(actie="A1", sinds=datetime.date(2024, 1, 1), voortgang=Voortgang.LOOPT, percentage=101)

    def test_true_or_false_is_no_word(self) -> None:
        with pytest.raises(ValueError, match="hier hoort true of false, geen 'ja'"):
            Meting(indicator="i", periode="2024", eenheid="%", voorlopig="ja")  # type: ignore[arg-type]

    def test_a_tuple_may_not_be_too_short(self) -> None:
        with pytest.raises(ValueError, match="er hoort er ten minste 1 te zijn"):
            ivb.Rapportage(id="r", titel="x", perioden=())

    @pytest.mark.parametrize("jaar", [1899, 2200])
    def test_a_year_out_of_all_reason_is_a_slip(self, jaar: int) -> None:
        with pytest.raises(ValueError, match="kijk het jaartal na"):
            Kader(id="k", naam="x", begindatum=datetime.date(jaar, 1, 1))
        with pytest.raises(ValueError, match="kijk het jaartal na"):
            Jaarplan(titel="x", looptijd=str(jaar))


class TestDescribe:
    """What should stand in a field is said in Dutch, with its choices or its form."""

    @pytest.mark.parametrize(
        ("soort", "tekst"),
        [
            (Voortgang, "keuze uit niet gestart, loopt, doorlopend, afgerond, vervallen, doorgeschoven"),
            (Date, "datum (jjjj-mm-dd)"),
            (Actie, "actie"),
        ],
    )
    def test_describe(self, soort: type, tekst: str) -> None:
        assert describe(soort) == tekst


class TestEisen:
    """What must hold between fields holds, where both are known."""

    def test_a_recess_does_not_end_before_it_begins(self) -> None:
        with pytest.raises(ValueError, match="einddatum ligt voor begindatum"):
            Reces(naam="x", begindatum=datetime.date(2024, 8, 25), einddatum=datetime.date(2024, 7, 15))

    def test_what_is_unknown_contradicts_nothing(self) -> None:
        assert Kader(id="k", naam="x", einddatum=datetime.date(2024, 1, 1)).begindatum is None


class TestBekendSinds:
    """A log entry is known since it is so, unless told otherwise."""

    @given(st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 1, 1)))
    def test_is_the_same_by_default(self, dag: datetime.date) -> None:
        melding = Voortgangsmelding(actie="A1", sinds=dag, voortgang=Voortgang.LOOPT)
        assert melding.bekend_sinds == melding.sinds == dag
        assert Streefwaarde(jaar=2025, waarde=1, sinds=dag, bekend_sinds=None).bekend_sinds == dag

    def test_may_be_later(self) -> None:
        later = datetime.date(2024, 6, 1)
        melding = Voortgangsmelding(
            actie="A1", sinds=datetime.date(2024, 5, 1), bekend_sinds=later, voortgang=Voortgang.LOOPT
        )
        assert melding.bekend_sinds == later

    def test_is_unknown_where_nothing_is_known(self) -> None:
        assert Streefwaarde(jaar=2025, waarde=1).bekend_sinds is None
        assert Meting(indicator="i", periode="2024", eenheid="%").bekend_sinds is None


class TestFace:
    """A noun shows what is filled in, and nothing else."""

    def test_repr_leaves_out_defaults(self) -> None:
        assert repr(Actie(id="A1", titel="Schouw")) == "Actie(id='A1', titel='Schouw')"

    def test_gevuld_knows_defaults_that_depend_on_the_noun(self) -> None:
        assert dict(iter_gevuld(Jaarplan(titel="x", looptijd="2024"))) == {
            "looptijd": ivb.parse_periode("2024"),
            "titel": "x",
        }

    def test_html_shows_nouns_by_id_and_name(self) -> None:
        plan = Jaarplan(titel="Plan", looptijd="2024", acties=(Actie(id="A1", titel="Schouw"),))
        assert "[A1] Schouw" in plan._repr_html_()

    @pytest.mark.parametrize(
        ("waarde", "tekst"),
        [
            (True, "ja"),
            (False, "nee"),
            (("a", "b"), "a\nb"),
            (("a",) * 22, "a\n" * 20 + "en nog 2"),
            (Voortgang.LOOPT, "loopt"),
            (Indicator(id="i", naam="Halt", eenheid="aantal"), "[i] Halt"),
            (ivb.Drempels(vertraging=3), "vertraging: 3"),
            (ivb.Drempels(), ""),
        ],
    )
    def test_beknopt(self, waarde: object, tekst: str) -> None:
        assert summarize(waarde) == tekst
