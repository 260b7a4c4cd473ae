"""Broken files by the thousands: a reader may refuse them with its own errors, and nothing else, and soon.

Each file is a good one, changed at random: bytes replaced, dropped, doubled, pieces of other files put in, signs that
mean something to the format strewn about. The file on which it went wrong is kept, and its name printed.
"""

import faulthandler
import io
import os
import random
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import ivb
from ivb.dates import Date
from ivb.errors import DossierWaarschuwing, IvbError
from tests.documents.dossiers import VOORBEELDSTAD

MINUTEN = float(os.environ.get("IVB_FUZZ_MINUTEN", "10"))
HANGT = 10.0  # seconds
GROOTST = 20_000  # bytes
CIJFERS = Path(__file__).parents[1] / "data" / "cijfers"


class Lezer(NamedTuple):
    """A reader, good files for it, and what means something in them."""

    lees: Callable[[bytes], object]
    goed: list[bytes]
    tekens: list[bytes]


def load_json(inhoud: bytes) -> object:
    """Load whatever it is as JSON."""
    return ivb.load(_Naam(inhoud, "f.json"))


def load_yaml(inhoud: bytes) -> object:
    """Load whatever it is as YAML."""
    return ivb.load(_Naam(inhoud, "f.yaml"))


def read_cijfers(inhoud: bytes) -> object:
    """Read whatever it is as figures, and as what is published beside them."""
    dag = Date(2025, 6, 10)
    is_lijst = b'"Title"' in inhoud
    bron, lijsten = (CIJFERS / "47018NED.json", [inhoud]) if is_lijst else (inhoud, [])
    return ivb.read_politie(bron, "47018NED", gemeente="GM1700", peildatum=dag, lijsten=lijsten)


class _Naam(io.BytesIO):
    """A file object with a name."""

    def __init__(self, inhoud: bytes, naam: str) -> None:
        super().__init__(inhoud)
        self.name = naam


JSON = [b"{", b"}", b"[", b"]", b'"', b",", b":", b"null", b"NaN", b"1e999", b"-", b"\\ud800", b"9" * 5000, b"[" * 3000]
YAML = [
    b": ",
    b"- ",
    b"&a ",
    b"*a",
    b"!!python/object ",
    b"? ",
    b"|\n",
    b">\n",
    b"---\n",
    b"...",
    b"{",
    b"[" * 60,
    b"<<: ",
]
OVERAL = [
    b"\x00",
    b"\xff",
    b"\xc2\x85",
    b"\xe2\x80\xa8",
    b"\xf0\x9f\x98\x80",
    b"\xef\xbb\xbf",
    b"\r",
    b"\n",
    b"\t",
    b"#",
    b"'",
]
CSV = [b";", b'"', b"\n", b".", b",", b"GM1700", b"2023JJ00", b"_1"]

# Another reader is one line.
LEZERS = {
    "yaml": Lezer(load_yaml, [ivb.dump(VOORBEELDSTAD), b"formaat: 1\ngemeente: {naam: A}\n"], YAML + OVERAL),
    "json": Lezer(load_json, [ivb.dump(VOORBEELDSTAD, "json"), b'{"formaat": 1}'], JSON + OVERAL),
    "cijfers": Lezer(read_cijfers, [pad.read_bytes() for pad in sorted(CIJFERS.iterdir())], JSON + CSV + OVERAL),
}


def break_file(lezer: Lezer, toeval: random.Random) -> bytes:
    """Take a piece of a good file and break it in some places."""
    inhoud = toeval.choice(lezer.goed)
    if toeval.random() < 0.7:  # small files are quick, and break in more ways
        begin = toeval.randrange(len(inhoud)) if toeval.random() < 0.3 else 0
        inhoud = inhoud[begin : begin + toeval.randrange(1, 3000)]
    for _ in range(toeval.choice([1, 1, 2, 3, 8, 30])):
        plek, lengte = toeval.randrange(len(inhoud) + 1), toeval.choice([0, 0, 1, 1, 4, 40])
        ander = toeval.choice(lezer.goed)
        begin = toeval.randrange(len(ander))
        nieuw = toeval.choice([toeval.choice(lezer.tekens), toeval.randbytes(1), ander[begin : begin + 30], b""])
        inhoud = inhoud[:plek] + nieuw + inhoud[plek + lengte :]
    return inhoud[:GROOTST]


@pytest.mark.parametrize("naam", LEZERS)
def test_reader(naam: str, tmp_path: Path) -> None:
    lezer, toeval = LEZERS[naam], random.Random()  # noqa: S311  no secret
    aantal = gelezen = 0
    traagst = 0.0
    einde = time.monotonic() + 60 * MINUTEN
    while time.monotonic() < einde:
        inhoud = break_file(lezer, toeval)
        bewaard = tmp_path / "laatste"
        bewaard.write_bytes(inhoud)  # after a crash it is still there
        faulthandler.dump_traceback_later(HANGT, exit=True)
        begin = time.process_time()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DossierWaarschuwing)
                lezer.lees(inhoud)
            gelezen += 1
        except IvbError:
            pass
        except Exception:
            print(f"\n{bewaard}: {inhoud[:200]!r}")
            raise
        finally:
            faulthandler.cancel_dump_traceback_later()
        aantal, traagst = aantal + 1, max(traagst, time.process_time() - begin)
    print(f"\n{naam}: {aantal} files, of which {gelezen} could be read; the slowest took {traagst:.2f} s")
    assert aantal
