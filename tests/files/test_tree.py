"""Every value of a dossier can be traced to where it was written."""

import pytest

from ivb.errors import Plaats
from ivb.files.loading import read_dossier
from ivb.files.tree import KAPOT, NERGENS, Bouwer, Merk, Onleesbaar, Plaatsen, sleutel_van
from ivb.files.yaml_reader import read_yaml

YAML = """\
formaat: 1
bijgehouden_vanaf: 2024-01-01
gemeente: {naam: A, code: GM0001, plaats: B}
jaarplannen:
  - looptijd: 2024
    titel: plan
    acties:
      - id: A1
        titel: Schouw
        partners:
          - politie
        trekker:
"""


class TestPlaatsen:
    """A path leads to the line and column of its value; of what is absent, to what it should stand in."""

    @pytest.mark.parametrize(
        ("pad", "regel", "kolom"),
        [
            ("gemeente.naam", 3, 18),
            ("jaarplannen", 5, 3),
            ("jaarplannen[2024]", 5, 5),
            ("jaarplannen[2024].acties[A1].titel", 9, 16),
            ("jaarplannen[2024].acties[0].titel", 9, 16),
            ("jaarplannen[2024].acties[A1].partners[0]", 11, 13),
            ("jaarplannen[2024].acties[A1].trekker", 12, 17),
            ("jaarplannen[2024].acties[A1].eind", 8, 9),
            ("jaarplannen[2024].acties[A9].titel", 8, 7),
            ("jaarplannen[2024].acties[7]", 8, 7),
            ("jaarplannen[2024][x]", 5, 5),
            ("gemeente.naam.iets", 3, 18),
            ("", 1, 1),
        ],
    )
    def test_find(self, pad: str, regel: int, kolom: int) -> None:
        assert read_dossier(YAML.encode()).plaatsen.find(pad) == Plaats("<bytes>", regel, kolom)

    def test_of_a_mapping_nothing_is_known(self) -> None:
        assert Plaatsen({"a": ["x"]}, lambda: NERGENS).find("a[0]") is None


class TestMerk:
    """Marks have the shape of the values; where there is none, it is nowhere."""

    def test_parts(self) -> None:
        merk = read_yaml("a: [x, y]", "f").merken()
        assert merk.sleutel("a").item(1).plaats == Plaats("f", 1, 8)
        assert merk.naam("a") == Plaats("f", 1, 1)

    def test_nowhere(self) -> None:
        assert NERGENS.plaats is NERGENS.naam("x") is None
        assert NERGENS.sleutel("x") is NERGENS.item(3) is NERGENS


class TestBouwer:
    """A tree is built part by part; what stands twice or too deep is told."""

    def test_depth_is_bounded(self) -> None:
        boom = read_yaml("[" * 41 + "]" * 41, "f")
        assert boom.fouten[0].code == "te-diep"

    def test_a_list_is_no_key(self) -> None:
        bouwer = Bouwer()
        plek = read_yaml("x", "f").merken().begin
        assert plek is not None
        bouwer.open({}, plek)
        with pytest.raises(Onleesbaar):
            bouwer.open([], plek)

    def test_a_single_value(self) -> None:
        bouwer = Bouwer()
        assert not bouwer.wacht_op_sleutel
        bouwer.put(KAPOT, Merk(None))
        assert bouwer.waarden is KAPOT


class TestSleutelVan:
    """An item of a list is known by its id, a plan also by its years."""

    @pytest.mark.parametrize(
        ("waarde", "sleutel"),
        [({"id": "A1"}, "A1"), ({"looptijd": "2024"}, "2024"), ({"titel": "x"}, None), ("x", None), ({"id": 3}, None)],
    )
    def test_sleutel_van(self, waarde: object, sleutel: str | None) -> None:
        assert sleutel_van(waarde) == sleutel
