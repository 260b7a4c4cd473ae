"""The Kernbeleid Veiligheid of VNG has five fields, in every edition."""

from ivb.model.kernbeleid import BRON, EDITIES, KERNBELEID


class TestKernbeleid:
    """The fields are numbered 1 to 5, and every theme stands in one of them."""

    def test_five_fields(self) -> None:
        assert [veld.nummer for veld in KERNBELEID] == [1, 2, 3, 4, 5]
        assert KERNBELEID[3].naam == "Fysieke veiligheid"

    def test_no_theme_stands_twice(self) -> None:
        themas = [thema for veld in KERNBELEID for thema in veld.themas]
        assert len(themas) == len(set(themas))
        assert all(veld.themas for veld in KERNBELEID)

    def test_has_a_source_and_editions(self) -> None:
        assert BRON.titel == "VNG, Kernbeleid Veiligheid"
        assert sorted(EDITIES) == list(EDITIES)
