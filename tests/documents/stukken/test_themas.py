import attrs

from ivb import Thema, Veiligheidsbeleid
from ivb.documents.stukken.themas import format_thema, order_themas
from tests.rules.dossier import LEEG

TOEN = Veiligheidsbeleid(id="toen", titel="IVB", looptijd="2022/2025", themas=(Thema(id="t", naam="Toen"),))
LATER = attrs.evolve(TOEN, id="later", looptijd="2026/2029", themas=(Thema(id="t", naam="Later"),))
DOSSIER = attrs.evolve(LEEG, beleid=(TOEN, LATER))


class TestThemas:
    """Themes stand in the order of the policy and have its names, for ids come back in later policies."""

    def test_name_in_the_policy(self) -> None:
        assert [format_thema(DOSSIER, beleid, "t") for beleid in (TOEN, LATER, None)] == ["Toen", "Later", "Later"]

    def test_order(self) -> None:
        assert order_themas(TOEN, ["x", None, "t", "x", "y"]) == ("t", "x", "y")
        assert order_themas(None, ["x", None]) == ("x",)
