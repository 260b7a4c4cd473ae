"""A file that one process at a time can claim."""

import errno
import os
import sys
from typing import BinaryIO, Final

_PLEK: Final = 2**30  # Windows keeps others from reading what is locked, so it is a byte that is not there


def lock_bestand(bestand: BinaryIO) -> bool:
    """Claim a file that is open for writing, for as long as it stays open; give whether nobody else has it.

    The system itself lets go when a process ends, however it ends, so no claim is ever left behind. On a disk that
    knows no locks everybody gets it.
    """
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  only there

            os.lseek(bestand.fileno(), _PLEK, os.SEEK_SET)
            msvcrt.locking(bestand.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  idem

            fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as fout:
        return fout.errno not in {errno.EACCES, errno.EAGAIN}
    return True
