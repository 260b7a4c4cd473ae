"""A report may cover two periods at once."""

import pytest

from ivb import Rapportage, parse_periode


class TestDekt:
    """A report covers a period when it tells of every month of it."""

    @pytest.mark.parametrize(
        ("perioden", "gevraagd", "gedekt"),
        [
            (("2023",), "2023-H1", True),
            (("2023-H1", "2023-H2"), "2023", True),
            (("2023-K1", "2023-K2"), "2023-H1", True),
            (("2023-H1",), "2023", False),
            (("2023-K1", "2023-K3"), "2023-H1", False),
        ],
    )
    def test_dekt(self, perioden: tuple[str, ...], gevraagd: str, gedekt: bool) -> None:  # noqa: FBT001
        rapportage = Rapportage(id="r", titel="x", perioden=tuple(map(parse_periode, perioden)))
        assert rapportage.covers(parse_periode(gevraagd)) is rapportage.covers(gevraagd) is gedekt
