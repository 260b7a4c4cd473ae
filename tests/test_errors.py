"""An error tells what, where, and what would be right."""

import pickle

import pytest

from ivb.errors import (
    BestandError,
    DatumError,
    DocumentError,
    DossierFout,
    IvbError,
    Melding,
    Plaats,
    SjabloonError,
    explain_oserror,
)

FOUT = Melding("ontbreekt", "acties[A1].titel", Plaats("plan.yaml", 3, 5), "titel ontbreekt")


class TestPlaats:
    """A place reads as an editor or a spreadsheet writes it."""

    @pytest.mark.parametrize(
        ("plaats", "tekst"),
        [
            (Plaats("plan.yaml"), "plan.yaml"),
            (Plaats("plan.yaml", 3), "plan.yaml:3"),
            (Plaats("plan.yaml", 3, 5), "plan.yaml:3:5"),
            (Plaats("plan.xlsx", blad="Acties", cel="B3"), "plan.xlsx!Acties!B3"),
        ],
    )
    def test_text(self, plaats: Plaats, tekst: str) -> None:
        assert str(plaats) == tekst


class TestMelding:
    """A message stands on one line: the place, the path, and what is wrong."""

    def test_with_place_and_path(self) -> None:
        assert str(FOUT) == "plan.yaml:3:5 acties[A1].titel: titel ontbreekt"

    def test_without_either(self) -> None:
        assert str(FOUT._replace(plaats=None, pad="")) == "titel ontbreekt"


class TestLegUit:
    """Why the system refused is told in Dutch."""

    @pytest.mark.parametrize(
        ("fout", "uitleg"),
        [
            (FileNotFoundError(2, "x"), "bestaat niet; controleer de naam"),
            (PermissionError(13, "x"), "sluit het in Word, Excel"),
            (IsADirectoryError(21, "x"), "het is een map"),
            (NotADirectoryError(20, "x"), "geen map"),
            (OSError(28, "x"), "de schijf is vol"),
            (OSError(5, "x"), "het systeem weigert het (fout 5)"),
        ],
    )
    def test_uitleg(self, fout: OSError, uitleg: str) -> None:
        assert uitleg in explain_oserror(fout)


class TestDossierFout:
    """One error counts and lists all that is wrong."""

    def test_one(self) -> None:
        assert str(DossierFout([FOUT])) == f"1 fout in het dossier:\n  {FOUT}"

    def test_more(self) -> None:
        assert str(DossierFout([FOUT, FOUT])).splitlines()[0] == "2 fouten in het dossier:"

    def test_survives_the_way_back_from_another_process(self) -> None:
        assert pickle.loads(pickle.dumps(DossierFout([FOUT]))).meldingen == (FOUT,)  # noqa: S301  our own bytes

    @pytest.mark.parametrize("soort", [BestandError, DatumError, DocumentError, DossierFout, SjabloonError])
    def test_every_error_is_one_of_ours(self, soort: type[Exception]) -> None:
        assert issubclass(soort, IvbError)
