"""Days, periods, datings, seasons, citations and messages."""

import pickle

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from ivb import errors
from ivb.bevindingen import Documentbevinding, Ernst
from ivb.dates import Date, Datering, Periode, Periodesoort, Seizoen, parse_seizoen
from ivb.errors import DossierFout, IvbError, Melding, Plaats
from ivb.model.constraints import EERSTE_JAAR, LAATSTE_JAAR
from ivb.model.rapportageafspraak import Levertermijn
from ivb.sources import Bron, Norm
from ivb.testing import waarden
from ivb.testing.waarden import (
    bronnen,
    dateringen,
    datums,
    documentbevindingen,
    dossier_fouten,
    meldingen,
    normen,
    perioden,
    plaatsen,
    seizoenen,
    tijden,
)

ZOEK = settings(database=None, max_examples=10_000, phases=[Phase.generate, Phase.shrink])
JAREN = range(EERSTE_JAAR, LAATSTE_JAAR + 1)
FOUTEN = {
    waarden.bestand_errors: errors.BestandError,
    waarden.datum_errors: errors.DatumError,
    waarden.document_errors: errors.DocumentError,
    waarden.dossier_waarschuwingen: errors.DossierWaarschuwing,
    waarden.ivb_errors: errors.IvbError,
    waarden.sjabloon_errors: errors.SjabloonError,
    waarden.veld_errors: errors.VeldError,
}


class TestDays:
    """Days lie in the years that a noun takes; the simplest is 1 January 2024."""

    @given(datums())
    def test_days(self, datum: Date) -> None:
        assert type(datum) is Date
        assert datum.year in JAREN

    def test_the_simplest(self) -> None:
        assert find(datums(), lambda _: True, settings=ZOEK) == Date(2024, 1, 1)


class TestPeriods:
    """Every kind of period occurs, in the years that a noun takes."""

    @given(perioden())
    def test_years(self, periode: Periode) -> None:
        assert periode.begindatum.year in JAREN
        assert periode.einddatum.year in JAREN

    @pytest.mark.parametrize("soort", Periodesoort)
    def test_kind(self, soort: Periodesoort) -> None:
        assert find(perioden(), lambda periode: periode.soort is soort, settings=ZOEK).begindatum.year == 2024

    @given(st.data(), st.sampled_from(Periodesoort), st.sampled_from((1, EERSTE_JAAR, 2024, LAATSTE_JAAR, 9999)))
    def test_narrowed(self, data: st.DataObject, soort: Periodesoort, jaar: int) -> None:
        periode = data.draw(perioden(soort=soort, jaar=jaar))
        assert periode.soort is soort
        assert jaar - 1 <= periode.begindatum.year <= jaar

    def test_several_years(self) -> None:
        assert str(find(perioden(), lambda periode: len(str(periode)) == 9, settings=ZOEK)) == "2024/2027"

    def test_no_such_field(self) -> None:
        with pytest.raises(TypeError, match="did you mean 'soort'"):
            perioden(sort="jaar")


class TestSeasons:
    """The days of a season come every year."""

    @given(seizoenen())
    def test_text(self, seizoen: Seizoen) -> None:
        assert parse_seizoen(str(seizoen)) == seizoen

    @given(seizoenen(begin=(9, 1)))
    def test_narrowed(self, seizoen: Seizoen) -> None:
        assert seizoen.begin == (9, 1)

    @pytest.mark.parametrize("dag", [(1, 1), (2, 28), (12, 31)])
    def test_edges(self, dag: tuple[int, int]) -> None:
        assert find(seizoenen(), lambda seizoen: seizoen.eind == dag, settings=ZOEK).begin == (1, 1)


class TestDatings:
    """Every form of EDTF occurs, in words of its own or in any others."""

    @given(dateringen())
    def test_years(self, datering: Datering) -> None:
        assert all(dag.year in JAREN for dag in (datering.vroegst, datering.laatst) if dag)

    @pytest.mark.parametrize(
        "vorm", ["0000", "0000-00", "0000-00-00", "XXXX", "../0000", "0000/..", "0000-00/0000-00-00", "0000-00-00/0000"]
    )
    def test_form(self, vorm: str) -> None:
        def heeft_vorm(datering: Datering) -> bool:
            return "".join("0" if teken.isdigit() else teken for teken in datering.edtf) == vorm

        assert heeft_vorm(find(dateringen(), heeft_vorm, settings=ZOEK))

    @pytest.mark.parametrize("code", range(21, 25))
    def test_season(self, code: int) -> None:
        datering = find(dateringen(), lambda datering: datering.edtf.endswith(f"-{code}"), settings=ZOEK)
        assert datering.vroegst is not None

    def test_words_that_are_not_its_meaning(self) -> None:
        gevonden = find(dateringen(), lambda datering: datering.woorden == "null", settings=ZOEK)
        assert gevonden.edtf in {"2024", "XXXX"}

    @given(dateringen(woorden="kort na de zomer"), dateringen(edtf="2024-23"))
    def test_narrowed(self, gezegd: Datering, bedoeld: Datering) -> None:
        assert gezegd.woorden == "kort na de zomer"
        assert bedoeld.edtf == "2024-23"

    @given(tijden(), st.integers(EERSTE_JAAR + 1, LAATSTE_JAAR - 1))
    def test_a_time_of_the_year_becomes_a_dating_in_every_year(self, tijd: str, jaar: int) -> None:
        termijn = Levertermijn(venster=tijd)
        assert str(jaar) in termijn.datering(Periode.van(jaar, Periodesoort.JAAR)).woorden


class TestSources:
    """A citation and a value that holds from a day on."""

    @given(bronnen(url=None))
    def test_citation(self, bron: Bron) -> None:
        assert str(bron).startswith(bron.titel)
        assert bron.url is None

    @given(normen(), normen(waarde="a"))
    def test_value(self, getal: Norm[int], tekst: Norm[str]) -> None:
        assert type(getal.waarde) is int
        assert tekst.waarde == "a"


class TestMessages:
    """What is wrong, where, and the errors that tell it."""

    @given(plaatsen(cel="B3"), meldingen(pad="gemeente"))
    def test_message(self, plaats: Plaats, melding: Melding) -> None:
        assert str(plaats).endswith("!B3")
        assert "gemeente: " in str(melding)

    @given(documentbevindingen(ernst="fout"), documentbevindingen(plaats="alinea 3"))
    def test_finding(self, fout: Documentbevinding, bevinding: Documentbevinding) -> None:
        assert fout.ernst is Ernst.FOUT
        assert str(bevinding).startswith("alinea 3: ")
        assert pickle.loads(pickle.dumps(bevinding)) == bevinding  # noqa: S301 - our own bytes

    @given(dossier_fouten())
    def test_error_with_messages(self, fout: DossierFout) -> None:
        assert fout.meldingen
        assert pickle.loads(pickle.dumps(fout)).meldingen == fout.meldingen  # noqa: S301 - our own bytes

    @given(st.data(), st.sampled_from(list(FOUTEN)))
    def test_other_errors(self, data: st.DataObject, strategie: type) -> None:
        fout = data.draw(strategie(boodschap="zo niet"))
        assert type(fout) is FOUTEN[strategie]
        assert str(fout) == "zo niet"
        assert isinstance(fout, IvbError | UserWarning)
