"""What a document tells about where it came from is a value."""

import pickle

from ivb import Teruglezing, voorbeeld

LEZING = Teruglezing(
    dossier=voorbeeld(), document="raadsbrief", versie="0.1.0", formaat=1, sjabloon="0" * 64, is_gewijzigd=False
)


class TestTeruglezing:
    """It can be compared and sent to another process, and shows the dossier in short."""

    def test_a_value(self) -> None:
        assert pickle.loads(pickle.dumps(LEZING)) == LEZING  # noqa: S301 - our own bytes

    def test_shows_itself(self) -> None:
        assert repr(LEZING).startswith("Teruglezing(dossier=<Dossier Twenterand: ")
        assert repr(LEZING).endswith(
            "document='raadsbrief', versie='0.1.0', formaat=1, sjabloon='" + "0" * 64 + "', is_gewijzigd=False)"
        )
