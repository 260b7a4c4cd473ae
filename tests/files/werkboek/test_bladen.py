"""The sheets and columns follow from the nouns: a new field that fits in a cell gets a column."""

import pytest

from ivb.files.werkboek.bladen import BLADEN, Blad
from ivb.model.base import Noun, velden


class TestKolommen:
    """Every field that is no noun itself is a column; the policy or plan that holds a row is the first."""

    @pytest.mark.parametrize("blad", BLADEN, ids=lambda blad: blad.titel)
    def test_every_flat_field(self, blad: Blad) -> None:
        vlak = [veld.naam for veld in velden(blad.soort) if not issubclass(veld.soort, Noun)]
        houder = [blad.houder.kolom] if blad.houder else []
        assert [kolom.naam for kolom in blad.kolommen] == [*houder, *vlak]

    def test_headings_are_unique(self) -> None:
        for blad in BLADEN:
            koppen = [kolom.kop for kolom in blad.kolommen]
            assert len(set(koppen)) == len(koppen)

    def test_words(self) -> None:
        acties = BLADEN[2]
        assert acties.kolommen[0].is_sleutel
        assert not acties.kolommen[5].is_sleutel
        assert [blad.heeft_id for blad in BLADEN] == [True, True, True, False, True, False, True]
        assert {kolom.kop for kolom in BLADEN[3].kolommen} >= {"bekend sinds"}
