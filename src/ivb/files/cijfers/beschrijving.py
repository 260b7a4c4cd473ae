"""What is published beside the figures: what a code is called, and whether a period is final.

Read from the lists of OData: ``MeasureCodes``, ``SoortMisdrijfCodes`` and ``PeriodenCodes`` of version 4, or
``DataProperties``, ``SoortMisdrijf`` and ``Perioden`` of version 3. Every list has rows with a code (``Identifier`` or
``Key``) and a ``Title``; periods have a ``Status`` and columns a ``Unit`` besides.
"""

from collections.abc import Iterable
from typing import NamedTuple

from ivb.errors import Melding
from ivb.files.cijfers.rijen import Download, read_ruw


class Beschrijving(NamedTuple):
    """The lists together, each by code.

    Attributes:
        titels: what everything is called.
        eenheden: in which unit a column counts.
        statussen: whether a period is final.
        fouten: what was wrong.
    """

    titels: dict[str, str]
    eenheden: dict[str, str]
    statussen: dict[str, str]
    fouten: tuple[Melding, ...]


def read_beschrijving(lijsten: Iterable[Download]) -> Beschrijving:
    """Read the lists that are published beside a table.

    Raises:
        BestandError: a file is not there or cannot be read.
    """
    beschrijving = Beschrijving({}, {}, {}, ())
    fouten: list[Melding] = []
    for lijst in lijsten:
        ruw = read_ruw(lijst)
        fouten += ruw.fouten
        for rij, vind in ruw.rijen:
            code, titel = (rij.get("Identifier") or rij.get("Key")), rij.get("Title")
            if isinstance(titel, str) and (code is None or isinstance(code, str)):
                _note(beschrijving, (code or "").strip(), rij)  # a heading among the columns has no code
            else:
                raad = "hier hoort een lijst met een code (Identifier of Key) en een titel (Title)"
                fouten.append(Melding("geen-lijst", "", vind("Title"), raad))
    return beschrijving._replace(fouten=tuple(dict.fromkeys(fouten)))


def _note(beschrijving: Beschrijving, code: str, rij: dict[str, object]) -> None:
    velden = (("Title", beschrijving.titels), ("Unit", beschrijving.eenheden), ("Status", beschrijving.statussen))
    for naam, lijst in velden:
        waarde = rij.get(naam)
        if code and isinstance(waarde, str) and waarde.strip():
            lijst[code] = " ".join(waarde.split())
