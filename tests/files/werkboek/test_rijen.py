"""A row has a key that stays the same as long as the noun has its id, or says the same."""

import attrs

from ivb import Voortgang, Voortgangsmelding, voorbeeld
from ivb.dates import Date
from ivb.files.werkboek.bladen import BLADEN
from ivb.files.werkboek.rijen import list_rijen


class TestRijen:
    """Rows stand in the order of the dossier, each with its own key and path."""

    def test_with_an_id(self) -> None:
        eerste = list_rijen(voorbeeld(), BLADEN[2])[0]
        assert (eerste.sleutel, eerste.houder) == ("jaarplan-2024 A1", "jaarplan-2024")
        assert eerste.pad == "jaarplannen[jaarplan-2024].acties[A1]"

    def test_without_one(self) -> None:
        melding = Voortgangsmelding(actie="A1", sinds=Date(2024, 2, 1), voortgang=Voortgang.LOOPT)
        ander = attrs.evolve(melding, toelichting="a")
        dossier = attrs.evolve(voorbeeld(), voortgang=(melding, ander, melding))
        een, twee, drie = list_rijen(dossier, BLADEN[3])
        assert drie.sleutel == f"{een.sleutel}-2"
        assert twee.sleutel != een.sleutel
        assert [rij.pad for rij in (een, twee, drie)] == ["voortgang[0]", "voortgang[1]", "voortgang[2]"]
        assert list_rijen(attrs.evolve(voorbeeld(), voortgang=(melding,)), BLADEN[3])[0].sleutel == een.sleutel
