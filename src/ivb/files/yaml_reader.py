"""YAML, read event by event: every scalar stays a text and keeps its line and column.

A municipality's dossier needs no anchors, aliases or tags, so they are refused, and with them the files that grow
without end. A key that stands twice is refused too, where YAML would keep the last one in silence.
"""

import re
from typing import Any

import yaml

from ivb.errors import Melding, Plaats
from ivb.files.tree import KAPOT, MAX_WAARDEN, TE_DIEP, Boom, Bouwer, Merkteken, Onleesbaar, plaats_van

_NIETS = {"", "~", "null", "Null", "NULL"}
_BIJNA_COMMENTAAR = re.compile(r"[ \t]#[^\s#!-]")
_RAAD = {
    "mapping values are not allowed in this context": (
        "hier staat een dubbele punt te veel, of de regel springt verkeerd in; "
        "zet een tekst met ': ' erin tussen aanhalingstekens"
    ),
    "found character that cannot start any token": (
        "hier staat een teken waarmee niets kan beginnen; spring in met spaties in plaats van tabs "
        "en zet een tekst die met %, @ of ` begint tussen aanhalingstekens"
    ),
    "found unexpected end of stream": "het bestand houdt op midden in een tekst; er mist een aanhalingsteken",
    "did not find expected ',' or ']'": "deze lijst is niet af; er mist een komma of een ]",
    "did not find expected ',' or '}'": "deze groep is niet af; er mist een komma of een }",
    "did not find expected '-' indicator": "hier hoort een streepje, of een andere inspringing",
    "did not find expected key": "hier hoort een naam met een dubbele punt, of een andere inspringing",
    "could not find expected ':'": "na deze naam mist een dubbele punt",
}


def _explain(probleem: str) -> tuple[str, str]:
    """Give the code and the advice for a problem of the parser; some libyaml stop at a depth of their own."""
    if "maximum nesting depth" in probleem:
        return "te-diep", TE_DIEP
    return "yaml", _RAAD.get(probleem, f"hier is de YAML niet te lezen ({probleem})")


def _merkteken(merk: Any, naam: str) -> Merkteken:  # noqa: ANN401  the marks of the parser have no types
    return naam, merk.line, merk.column


def read_yaml(tekst: str, naam: str) -> Boom:
    """Read YAML; what is wrong comes back in the tree, as far as the parser got."""
    lezer = _Lezer(tekst, naam)
    try:
        lezer.lees(yaml.CSafeLoader(tekst))
    except yaml.MarkedYAMLError as fout:
        code, raad = _explain(fout.problem or "")
        lezer.report(code, _merkteken(fout.problem_mark, naam), raad)
    except yaml.reader.ReaderError as fout:
        voor = tekst[: fout.position]
        plaats = Plaats(naam, voor.count("\n") + 1, fout.position - voor.rfind("\n"))
        lezer.fouten.append(Melding("teken", "", plaats, "hier staat een teken dat niet mag; haal het weg"))
    except Onleesbaar as fout:
        lezer.report(fout.code, fout.merk, fout.boodschap)
    return Boom(
        lezer.waarden,
        lambda: lezer.merk,
        uit_tekst=True,
        fouten=tuple(lezer.fouten),
        waarschuwingen=tuple(lezer.verdacht),
    )


class _Lezer(Bouwer):
    """Takes in the events of the YAML parser."""

    def __init__(self, tekst: str, naam: str) -> None:
        super().__init__()
        self.verdacht: list[Melding] = []
        self._naam = naam
        self._documenten = 0
        self._bijna_commentaar = _plekken(tekst, _BIJNA_COMMENTAAR)

    def lees(self, parser: yaml.CSafeLoader) -> None:
        """Take in every event, in order."""
        naam, volgende = self._naam, parser.get_event
        for _ in range(MAX_WAARDEN):
            gebeurtenis: Any = volgende()
            if gebeurtenis is None:
                return
            soort, begin = type(gebeurtenis), gebeurtenis.start_mark  # the parser always says where
            plek = (naam, begin.line, begin.column)
            if soort is yaml.ScalarEvent:
                self._scalar(gebeurtenis, plek)
            elif soort is yaml.MappingStartEvent or soort is yaml.SequenceStartEvent:
                self._refuse_versiering(gebeurtenis, plek)
                self.open({} if soort is yaml.MappingStartEvent else [], plek)
            elif soort is yaml.MappingEndEvent or soort is yaml.SequenceEndEvent:
                self.close()
            else:
                self._bijzonder(gebeurtenis, plek)
        boodschap = "het bestand heeft meer waarden dan een dossier kan hebben"
        raise Onleesbaar("te-groot", plek, boodschap)

    def _scalar(self, gebeurtenis: Any, plek: Merkteken) -> None:  # noqa: ANN401  the events have no types
        waarde = gebeurtenis.value
        if gebeurtenis.anchor is not None or gebeurtenis.tag is not None:
            self._refuse_versiering(gebeurtenis, plek)
        if self.wacht_op_sleutel:
            self.sleutel(waarde, plek)
            return
        if not gebeurtenis.style:  # no quotes and no block
            if self._bijna_commentaar:
                self._warn_commentaar(_merkteken(gebeurtenis.end_mark, self._naam))
            if waarde in _NIETS:
                waarde = None
        self.put(waarde, plek)

    def _bijzonder(self, gebeurtenis: Any, plek: Merkteken) -> None:  # noqa: ANN401  idem
        if isinstance(gebeurtenis, yaml.AliasEvent):
            raad = f"*{gebeurtenis.anchor} verwijst naar een andere plek in het bestand; schrijf de waarde hier uit"
            if self.wacht_op_sleutel:
                raise Onleesbaar("alias", plek, raad)
            self.report("alias", plek, raad)
            self.put(KAPOT, plek)
        elif isinstance(gebeurtenis, yaml.DocumentStartEvent):
            self._documenten += 1
            if self._documenten > 1:
                raad = "met --- begint een tweede document; geef dat een eigen bestand"
                raise Onleesbaar("meer-documenten", plek, raad)

    def _refuse_versiering(self, gebeurtenis: Any, plek: Merkteken) -> None:  # noqa: ANN401  idem
        if gebeurtenis.anchor is not None:
            raad = (
                f"een tekst die met & begint, leest YAML als anker; "
                f"zet hem tussen aanhalingstekens, of haal &{gebeurtenis.anchor} weg"
            )
            self.report("anker", plek, raad)
        if gebeurtenis.tag is not None:
            raad = f"haal {gebeurtenis.tag} weg; de soort waarde staat al vast"
            self.report("tag", plek, raad)

    def _warn_commentaar(self, einde: Merkteken) -> None:
        if einde[2] == self._bijna_commentaar.get(einde[1]):
            raad = "na # begint commentaar; hoort dit bij de tekst, zet die dan tussen aanhalingstekens"
            self.verdacht.append(Melding("commentaar", "", plaats_van(einde), raad))


def _plekken(tekst: str, patroon: re.Pattern[str]) -> dict[int, int]:
    """Give the column of the first match on each line that has one, both from 0."""
    plekken: dict[int, int] = {}
    for nummer, regel in enumerate(tekst.split("\n") if patroon.search(tekst) else ()):
        treffer = patroon.search(regel)
        if treffer:
            plekken[nummer] = treffer.start()
    return plekken
