"""Every rule belongs to an area with a name."""

from ivb import REGELS
from ivb.verslag.gebieden import GEBIEDEN, find_gebied, group_regels


class TestGebieden:
    """The letters of a code are an area; those that ivb does not know are of the municipality."""

    def test_every_rule_has_one(self) -> None:
        assert {find_gebied(regel.code) for regel in REGELS} <= set(GEBIEDEN.values())

    def test_of_somebody_else(self) -> None:
        assert find_gebied("X1") == find_gebied("AA1") == "Eigen regels"

    def test_groups_keep_the_order(self) -> None:
        groepen = group_regels(REGELS)
        assert tuple(regel for groep in groepen.values() for regel in groep) == REGELS
        assert [regel.code for regel in groepen["Acties"]][:2] == ["A1", "A2"]
