"""The contract between a document and its templates: which fields there are, of which kind, and which must be told.

The class of a document says what it has; what a template uses is read from its tags. An audit holds the one against the
other, both ways, and gives everything that it finds in one go. What the words around the fields say, it does not judge.
"""

import os
from collections.abc import Iterator, Mapping

from ivb.bevindingen import Documentbevinding
from ivb.documents.contract.naleving import Contract, Veldenlijst, Vondst, place
from ivb.documents.contract.soorten import find_sjabloonsoort
from ivb.documents.sjabloon.engine import find_opbouwgebreken
from ivb.documents.sjabloon.gebreken import Gebrek, refuse_vreemde_opbouw
from ivb.documents.sjabloon.lezing import Lezing, read_sjabloon
from ivb.documents.sjabloon.omgeving import Omgeving
from ivb.documents.sjabloon.vragen import Eis
from ivb.documents.stukken.weergave import Weergave, iter_velden
from ivb.documents.stukken.weergaven import WEERGAVEN, find_weergave
from ivb.documents.word.inhoud import find_gelezen
from ivb.documents.word.pakket import find_hoofddeel, find_relaties, open_bestand
from ivb.errors import DocumentError


def audit_sjabloon(sjabloon: bytes | str | os.PathLike[str], document: str) -> tuple[Documentbevinding, ...]:
    """Hold a Word template against the document that it is for, and give all that is found, in reading order.

    Args:
        sjabloon: the file, or where it is.
        document: the name of the document: ``raadsbrief``.

    Raises:
        DocumentError: there is no document of that name.
        SjabloonError: the file is no Word document, or holds something that ``ivb`` does not let pass.
        BestandError: it is not there, or cannot be read.
    """
    klasse = find_weergave(document)
    return _audit(open_bestand(sjabloon), klasse)


def guess_document(sjabloon: bytes | str | os.PathLike[str]) -> str:
    """Guess which document a template is for: the one that has most of its fields, and so lacks fewest.

    Raises:
        DocumentError: more than one fits as well.
        SjabloonError: the file is no Word document, or holds something that ``ivb`` does not let pass.
        BestandError: it is not there, or cannot be read.
    """
    return _guess(open_bestand(sjabloon))


def audit_gekozen(
    sjabloon: bytes | str | os.PathLike[str], document: str | None
) -> tuple[str, tuple[Documentbevinding, ...]]:
    """Audit a template for a document, or for the one that it is guessed to be for; the file is read once.

    Raises:
        DocumentError: there is no document of that name, or more than one fits as well.
        SjabloonError: the file is no Word document, or holds something that ``ivb`` does not let pass.
        BestandError: it is not there, or cannot be read.
    """
    if document:
        return document, audit_sjabloon(sjabloon, document)
    pakket = open_bestand(sjabloon)
    gekozen = _guess(pakket)
    return gekozen, _audit(pakket, find_weergave(gekozen))


def audit_tegen(sjabloon: bytes | str | os.PathLike[str], klasse: type[Weergave]) -> tuple[Documentbevinding, ...]:
    """Hold a Word template against the class of a view.

    Raises:
        SjabloonError: the file is no Word document, or holds something that ``ivb`` does not let pass.
        BestandError: it is not there, or cannot be read.
    """
    return _audit(open_bestand(sjabloon), klasse)


def _guess(pakket: Mapping[str, bytes]) -> str:
    lezing = _read(pakket)
    eisen = {(eis.houders, eis.naam) for eis in _iter_eisen(lezing)}

    def count(klasse: type[Weergave]) -> int:
        soorten = Veldenlijst(tuple(iter_velden(klasse))).soorten
        return sum(any((*houder, naam) in soorten for houder in houders) for houders, naam in eisen)

    stand = {naam: count(klasse) for naam, klasse in WEERGAVEN.items()}
    beste = [naam for naam, getal in stand.items() if getal == max(stand.values())]
    if len(beste) > 1:
        keuze = " of ".join(sorted(beste))
        raise DocumentError(f"het sjabloon kan voor meer dan een document zijn ({keuze}); kies er een met --document")
    return beste[0]


def _audit(pakket: Mapping[str, bytes], klasse: type[Weergave]) -> tuple[Documentbevinding, ...]:
    lezing = _read(pakket)
    hoofddeel = find_hoofddeel(pakket)
    relaties = list(find_relaties(pakket, hoofddeel))
    woorden = {hoofddeel: "hoofdtekst", **{naam: wat for naam, (_, wat) in find_gelezen(relaties).items()}}
    vondsten = [_make_vondst(gebrek, woorden) for gebrek in lezing.gebreken or find_opbouwgebreken(pakket)]
    contract = Contract(Veldenlijst(tuple(iter_velden(klasse))), lezing, woorden)
    vondsten += [
        *contract.find_onbekend(),
        *contract.find_onzeker(),
        *contract.find_misbruik(),
        *contract.find_vergeleken(),
        *contract.find_onverteld(),
    ]
    return tuple(map(_make_bevinding, sorted(vondsten, key=lambda vondst: vondst.positie)))


def _make_bevinding(vondst: Vondst) -> Documentbevinding:
    soort = find_sjabloonsoort(vondst.code)
    return Documentbevinding(
        code=soort.code, ernst=soort.ernst, plaats=vondst.plaats, boodschap=vondst.boodschap, bron=soort.bron
    )


def _read(pakket: Mapping[str, bytes]) -> Lezing:
    with refuse_vreemde_opbouw():
        return read_sjabloon(pakket, Omgeving(str))


def _iter_eisen(lezing: Lezing) -> Iterator[Eis]:
    for deel in lezing.delen:
        yield from deel.vragen.eisen
    yield from lezing.vragen.eisen


def _make_vondst(gebrek: Gebrek, woorden: Mapping[str, str]) -> Vondst:
    positie, plaats = place(gebrek.deel, gebrek.nummer, gebrek.plek, woorden)
    return Vondst(positie, plaats, gebrek.code, gebrek.boodschap)
