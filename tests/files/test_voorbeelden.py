"""The example comes with the package, and loads without a fault or a warning."""

import ivb
from ivb.files.voorbeelden import voorbeeld, voorbeeldmap


class TestVoorbeeld:
    """Twenterand, as its letter has it."""

    def test_loads(self) -> None:
        assert voorbeeld() == ivb.load(voorbeeldmap())
        assert voorbeeld().gemeente.code == "GM1700"

    def test_folder(self) -> None:
        assert voorbeeldmap().name == "twenterand"
