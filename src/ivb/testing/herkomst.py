"""A strategy for what a document tells about where it came from."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ivb.herkomst import Teruglezing
from ivb.testing.keywords import builds
from ivb.testing.nouns import dossiers

DOCUMENTEN = ("raadsbrief", "notitie", "jaarplan", "beleid", "toezeggingenlijst")


def teruglezingen(**velden: object) -> SearchStrategy[Teruglezing]:
    """Draw what documents tell about where they came from."""
    standaard = {
        "dossier": dossiers(),
        "document": st.sampled_from(DOCUMENTEN),
        "versie": st.just("0.1.0"),
        "formaat": st.just(1),
        "sjabloon": st.integers(0, 2**256 - 1).map("{:064x}".format),
        "is_gewijzigd": st.booleans(),
    }
    return builds(Teruglezing, standaard, velden)
