"""A program that sent data is told where in them something is wrong."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb.errors import DossierFout
from ivb.files.dumping import dump_gegevens
from ivb.files.loading import load
from ivb.files.pointer import format_pointer
from ivb.model.dossier import Dossier
from ivb.testing import dossiers
from tests.files.test_loading import WAARDEN, plekken

GEGEVENS: dict[str, Any] = {
    "jaarplannen": [{"looptijd": "2023"}, {"looptijd": "2024", "acties": [{"id": "A/1"}, "x", {"id": "0"}]}],
    "a.b": {"c~d": 1},
    "kaders": [{"id": "k"}, {"id": "k"}],
}


class TestPointer:
    """RFC 6901: names and numbers after a slash each, ``~`` as ``~0`` and ``/`` as ``~1``."""

    @pytest.mark.parametrize(
        ("pad", "verwacht"),
        [
            ("", ""),
            ("jaarplannen", "/jaarplannen"),
            ("jaarplannen[2024].acties[A/1].titel", "/jaarplannen/1/acties/0/titel"),
            ("jaarplannen[2024].acties[1]", "/jaarplannen/1/acties/1"),
            ("jaarplannen[2024].acties[0]", "/jaarplannen/1/acties/2"),
            ("jaarplannen[2024].acties[9].x", "/jaarplannen/1/acties/9/x"),
            ("a.b", "/a.b"),
            ("kaders[k]", "/kaders/1"),
            ("x/y.z~", "/x~1y/z~0"),
            ("gemeente.naam", "/gemeente/naam"),
            ("kaders[k].x[3].y", "/kaders/1/x/3/y"),
        ],
    )
    def test_leads_there(self, pad: str, verwacht: str) -> None:
        assert format_pointer(GEGEVENS, pad) == verwacht

    @given(dossiers(), st.data())
    def test_what_it_leads_to_is_what_was_wrong(self, dossier: Dossier, data: st.DataObject) -> None:
        gegevens = dump_gegevens(dossier)
        bak, sleutel = data.draw(st.sampled_from(list(plekken(gegevens))))
        bak[sleutel] = data.draw(WAARDEN)
        try:
            load(gegevens)
        except DossierFout as fout:
            for melding in fout.meldingen:
                _resolve(gegevens, format_pointer(gegevens, melding.pad), mag_ontbreken=melding.code == "ontbreekt")


def _resolve(gegevens: Any, pointer: str, *, mag_ontbreken: bool) -> None:  # noqa: ANN401  plain data
    """Follow a pointer, as RFC 6901 says; only what is missing may not be there."""
    *stappen, laatste = pointer.split("/")[1:] or [""]
    for stap in stappen:
        gegevens = gegevens[int(stap)] if isinstance(gegevens, list) else gegevens[stap]
    if laatste and not mag_ontbreken:
        assert int(laatste) < len(gegevens) if isinstance(gegevens, list) else laatste in gegevens
