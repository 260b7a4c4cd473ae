"""LibreOffice as a converter of Word files to PDF: found, started with a profile of its own, and stopped.

Two runs that share a profile lose documents, so each run has its own, which says what LibreOffice may do: no macros,
no updating of links, no network; and Dutch, for a document that names no language. The options are those of its PDF
export (https://help.libreoffice.org/latest/en-US/text/shared/guide/pdf_params.html).
"""

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from ivb.errors import DocumentError

WACHTTIJD: Final = 120
"""How many seconds LibreOffice may take to start."""

WACHTTIJD_PER_DOCUMENT: Final = 30
"""How many seconds it may take more for every document."""

_PROGRAMMAS: Final = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_OPTIES: Final = {
    "PDFUACompliance": True,
    "UseTaggedPDF": True,
    "ExportBookmarks": True,
    "DisplayPDFDocumentTitle": True,
}
_FILTER: Final = "pdf:writer_pdf_Export:" + json.dumps(
    {naam: {"type": "boolean", "value": str(waarde).lower()} for naam, waarde in _OPTIES.items()}
)
_INSTELLINGEN: Final = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetNoProxy", ""),
    *(
        ("Inet/Settings", f"ooInet{soort}Proxy{wat}", waarde)
        for soort in ("HTTP", "HTTPS", "FTP")
        for wat, waarde in (("Name", "127.0.0.1"), ("Port", "9"))  # where nobody answers
    ),
    ("Office.Linguistic/General", "DefaultLocale", "nl-NL"),
    ("Setup/L10N", "ooSetupSystemLocale", "nl-NL"),
)
_PROFIEL: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(
        f'<item oor:path="/org.openoffice.{pad}"><prop oor:name="{naam}" oor:op="fuse"><value>{waarde}</value></prop>'
        "</item>"
        for pad, naam, waarde in _INSTELLINGEN
    )
    + "</oor:items>\n"
)


def find_soffice(soffice: str | os.PathLike[str] | None = None) -> str:
    """Find the program.

    Args:
        soffice: its path or its name; by default it is looked for under its usual names.

    Raises:
        DocumentError: it is not there; the message says what to install.
    """
    for programma in _PROGRAMMAS if soffice is None else (soffice,):
        pad = shutil.which(programma)
        if pad:
            return str(Path(pad).absolute())  # it is started in another folder
    if soffice is not None:
        raise DocumentError(f"{os.fspath(soffice)}: dit is geen programma; geef het pad van soffice, van LibreOffice")
    raise DocumentError(
        "voor een PDF is LibreOffice nodig, en dat is niet gevonden; installeer het (Debian en Ubuntu: het pakket "
        "libreoffice-writer; anders: libreoffice.org), of maak een Word-bestand (.docx)"
    )


def convert_bestanden(programma: str, map_: Path, namen: Sequence[str]) -> str:
    """Convert Word files in a folder to PDF, in the same folder and in one run; give what LibreOffice said.

    That a file is converted is for the caller to check: LibreOffice says that all went well also when it did not.

    Raises:
        DocumentError: it cannot be started, or takes too long; it and what it started are then stopped.
    """
    profiel = map_ / "profiel"
    (profiel / "user").mkdir(parents=True)
    (profiel / "user" / "registrymodifications.xcu").write_text(_PROFIEL, encoding="utf-8")
    opdracht = [
        programma,
        f"-env:UserInstallation={profiel.as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--convert-to", _FILTER, "--outdir", str(map_), *namen),
    ]
    wachttijd = WACHTTIJD + WACHTTIJD_PER_DOCUMENT * len(namen)
    try:
        uitvoer, code = _run(opdracht, map_, wachttijd)
    except subprocess.TimeoutExpired as fout:
        raise DocumentError(
            f"LibreOffice was na {wachttijd} seconden nog niet klaar en is gestopt; probeer het met minder documenten"
        ) from fout
    except OSError as fout:
        raise DocumentError(f"{programma}: LibreOffice is niet te starten ({fout.strerror})") from fout
    regels = [regel for regel in uitvoer.splitlines() if not regel.startswith(("convert ", "Warning: "))]
    return "; ".join([*regels[-3:], f"afsluitgetal {code}"])


def _run(opdracht: Sequence[str], map_: Path, wachttijd: float) -> tuple[str, int]:
    """Run a program as the leader of a group, so that what it starts ends with it; give its output and exit code."""
    with subprocess.Popen(
        opdracht,
        cwd=map_,
        env=os.environ | {"TZ": "UTC"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    ) as proces:
        try:
            uitvoer, _ = proces.communicate(timeout=wachttijd)
        except BaseException:
            with suppress(AttributeError, ProcessLookupError):  # Windows has no groups
                os.killpg(proces.pid, signal.SIGKILL)
            proces.kill()
            raise
    return uitvoer, proces.returncode
