"""A claim is of one, ends with who has it however that ends, and asks nothing of a disk that knows no claims."""

import errno
import fcntl
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from ivb.files import slot
from ivb.files.slot import lock_bestand

# Claims a file, says so, and waits to be killed.
HOUDER = """
import signal, sys
from ivb.files.slot import lock_bestand
bestand = open(sys.argv[1], "ab")
print(lock_bestand(bestand), flush=True)
signal.pause()
"""


def lock(pad: Path) -> bool:
    with pad.open("ab") as bestand:
        return lock_bestand(bestand)


class TestClaim:
    """One has it, until it closes the file or is gone."""

    def test_until_it_is_closed(self, tmp_path: Path) -> None:
        pad = tmp_path / "a"
        with pad.open("ab") as bestand:
            assert lock_bestand(bestand)
            assert not lock(pad)
        assert lock(pad)

    def test_until_it_is_killed(self, tmp_path: Path) -> None:
        pad = tmp_path / "a"
        woorden = [sys.executable, "-c", HOUDER, str(pad)]
        with subprocess.Popen(woorden, stdout=subprocess.PIPE, text=True) as houder:
            assert houder.stdout is not None
            assert houder.stdout.readline() == "True\n"
            assert not lock(pad)
            houder.send_signal(signal.SIGKILL)
        assert lock(pad)

    @pytest.mark.parametrize(
        ("nummer", "gezegd"), [(errno.EACCES, "False"), (errno.EAGAIN, "False"), (errno.ENOLCK, "True")]
    )
    def test_what_the_system_says(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nummer: int, gezegd: str
    ) -> None:
        def flock(*_: object) -> None:
            raise OSError(nummer, "")

        monkeypatch.setattr(fcntl, "flock", flock)
        assert str(lock(tmp_path / "a")) == gezegd

    def test_on_windows_a_byte_that_is_not_there(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        gevraagd: list[tuple[int, int]] = []

        def locking(nummer: int, soort: int, lengte: int) -> None:
            assert nummer == bestand.fileno()
            assert bestand.tell() > 10**9
            gevraagd.append((soort, lengte))

        monkeypatch.setattr(slot, "sys", SimpleNamespace(platform="win32"))
        monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
        with (tmp_path / "a").open("ab", buffering=0) as bestand:
            assert lock_bestand(bestand)
        assert gevraagd == [(2, 1)]
