"""What is accepted for a time has a code, a reason and an end."""

from pathlib import Path
from typing import Any

import pytest

import ivb
from ivb import Aanvaarding, VeldError
from ivb.dates import Date

GOED: dict[str, Any] = {"code": "A1", "reden": "Komt in mei.", "einddatum": Date(2026, 5, 1)}


class TestAanvaarding:
    """Without a reason or an end nothing is accepted."""

    def test_the_dossier_as_a_whole(self) -> None:
        aanvaarding = Aanvaarding(**GOED)
        assert (aanvaarding.pad, aanvaarding.boodschap) == (None, None)

    @pytest.mark.parametrize("veld", GOED)
    def test_what_it_must_have(self, veld: str) -> None:
        with pytest.raises(TypeError, match=veld):
            Aanvaarding(**{naam: waarde for naam, waarde in GOED.items() if naam != veld})

    @pytest.mark.parametrize("code", ["A10", "IVB123", "X1"])
    def test_a_code(self, code: str) -> None:
        assert Aanvaarding(**GOED | {"code": code}).code == code

    @pytest.mark.parametrize("code", ["a1", "A", "1", "A1.", "A1000", "EIGEN1", ""])
    def test_no_code(self, code: str) -> None:
        with pytest.raises(VeldError, match="schrijf zoiets als A1"):
            Aanvaarding(**GOED | {"code": code})

    def test_it_stands_in_a_dossier_of_files(self, tmp_path: Path) -> None:
        (tmp_path / "dossier.yaml").write_text(
            "bijgehouden_vanaf: 2024-01-01\ngemeente: {naam: A, code: GM0001, plaats: B}\n", encoding="utf-8"
        )
        (tmp_path / "aanvaardingen.yaml").write_text(
            "aanvaardingen:\n  - {code: A1, pad: gemeente, reden: Komt in mei., einddatum: 2026-05-01}\n",
            encoding="utf-8",
        )
        assert ivb.load(tmp_path).aanvaardingen == (Aanvaarding(**GOED, pad="gemeente"),)
