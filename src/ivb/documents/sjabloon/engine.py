"""A Word template, compiled once and filled many times.

docxtpl (https://docxtpl.readthedocs.io) says how a template is written, and makes a source for Jinja of its XML. Around
it stand the guards: what the template is (``pakket``), what its tags ask (``tags``, ``controle``), whether its
structure holds (``herstel``), what the fields hold (``velden``), how they are read (``omgeving``) and written
(``wordxml``). All that can be known of a template is found out when it is compiled. A render fills the parts that have
tags and compresses those; every other part is in the document as it was compressed then.
"""

import os
import pickle
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from itertools import count, islice
from pathlib import Path
from traceback import walk_tb
from types import MappingProxyType
from typing import Final

import attrs
from docx.opc.constants import RELATIONSHIP_TYPE
from docxtpl import DocxTemplate
from jinja2 import Template, TemplateError, Undefined, UndefinedError, nodes, pass_context
from jinja2.runtime import Context
from lxml import etree

from ivb.documents.sjabloon.controle import check_bron
from ivb.documents.sjabloon.gebreken import Gebrek, find_gebreken, raise_gebreken, refuse_vreemde_opbouw
from ivb.documents.sjabloon.herstel import prepare, repair
from ivb.documents.sjabloon.lezing import EIGENSCHAPPEN, Leesdeel, Lezing, find_kern, read_sjabloon
from ivb.documents.sjabloon.omgeving import Omgeving
from ivb.documents.sjabloon.tags import Alineatekst, find_alinea, has_tag, replace_tags
from ivb.documents.sjabloon.velden import Waarde, check_velden
from ivb.documents.sjabloon.vragen import Eis, check_eisen
from ivb.documents.word.afbeelding import Afbeelding
from ivb.documents.word.eigenschappen import LEEG, VAN_SJABLOON, Eigenschappen, write_eigenschappen
from ivb.documents.word.opmaak import Opmaak
from ivb.documents.word.pakket import (
    INHOUDSOORTEN,
    Lid,
    Relatie,
    add_relaties,
    add_soorten,
    find_hoofddeel,
    find_relaties,
    name_relaties,
    open_pakket,
    pack_lid,
    parse_deel,
    write_leden,
)
from ivb.documents.word.wordxml import (
    Huisstijl,
    Schrijver,
    Toevoegingen,
    Vorm,
    WordXml,
    format_kleur,
    format_kolommen,
    format_tekst,
)
from ivb.errors import SjabloonError, explain_oserror

MAXIMALE_UITVOER: Final = 100_000_000
"""How many characters a part may become."""

MAXIMALE_HERHALINGEN: Final = 10_000_000
"""How many items the repetitions of a part may walk over."""

_KERN: Final = "docProps/core.xml"
_SOORT_KERN: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_SCHRIJVER: Final = "_schrijver"  # a name that no field can have
_VORMEN: Final = "_vormen"
_TELLER: Final = "_teller"
_MEDIA: Final = "word/media/ivb"
_EERSTE_TEKENING: Final = 1001
_STUKKEN: Final = 1000
_VERGELIJKT: Final = re.compile("not supported between|^argument of type|as left operand")  # of Python
_KOP: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Sjabloon:
    """A Word template (.docx) with the tags of docxtpl, compiled.

    Nothing in it changes in a render, so that threads can share it; to another process it goes as its file, which is
    compiled there, once. docxtpl's objects for an open document (``Subdoc``, ``InlineImage``, ``RichText``) have no
    place in it: formatted text is an ``Opmaak`` and a picture an ``Afbeelding``. Many jobs with one file get one
    compiled template from ``open_sjabloon``.

    Attributes:
        inhoud: the file.
    """

    def __init__(
        self,
        bestand: bytes | str | os.PathLike[str],
        *,
        naam: str = "",
        voorbeeld: Mapping[str, object] = MappingProxyType({}),
    ) -> None:
        """Compile a template.

        Args:
            bestand: the file, or its path.
            naam: what the template is called, for the messages; by default the name of the file.
            voorbeeld: fields as they may be filled, like ``{"leden": [{"naam": ""}]}``: what an empty list in the
                fields cannot tell about its items, to find misspelt fields in a branch that is not rendered.

        Raises:
            SjabloonError: a template that cannot be used, with the part, the paragraph and the words around the place.
        """
        self.inhoud = bestand if isinstance(bestand, bytes) else _read_bestand(Path(bestand))
        self._naam = naam or ("het sjabloon" if isinstance(bestand, bytes) else Path(bestand).name)
        self._voorbeeld = check_velden(voorbeeld)
        with _tell_waar(self._naam), refuse_vreemde_opbouw():
            self._opmaak = _compile_opmaak(open_pakket(self.inhoud))

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the file; Jinja's compiled code cannot be."""
        return _reopen, (self.inhoud, self._naam, pickle.dumps(self._voorbeeld))

    def render(self, context: Mapping[str, object], *, eigenschappen: Eigenschappen) -> bytes:
        """Fill the template; equal input gives equal bytes.

        Args:
            context: the fields, plain values: see ``check_velden``.
            eigenschappen: what the document says about itself.

        Raises:
            DocumentError: a field that a document cannot hold, with its path.
            SjabloonError: the template asks for what is not there, with the part, the paragraph and the words.
        """
        velden = check_velden(context)
        with _tell_waar(self._naam):
            return write_leden(self._opmaak.render(velden, self._voorbeeld, eigenschappen).values())


def open_sjabloon(
    bestand: bytes | str | os.PathLike[str],
    *,
    naam: str = "",
    voorbeeld: Mapping[str, object] = MappingProxyType({}),
) -> Sjabloon:
    """Compile a template, or give what was compiled of the same file before in this process.

    Raises:
        SjabloonError: a template that cannot be used, with the part, the paragraph and the words around the place.
    """
    if not isinstance(bestand, bytes):
        naam, bestand = naam or Path(bestand).name, _read_bestand(Path(bestand))
    return _reopen(bestand, naam, pickle.dumps(dict(voorbeeld)))


def find_opbouwgebreken(delen: Mapping[str, bytes]) -> tuple[Gebrek, ...]:
    """Find what is wrong with the parts of a template, also what only compiling finds."""
    try:
        with refuse_vreemde_opbouw():
            _compile_opmaak(dict(delen))
    except SjabloonError as fout:
        return find_gebreken(fout)
    return ()


@lru_cache(maxsize=8)
def _reopen(inhoud: bytes, naam: str, voorbeeld: bytes) -> Sjabloon:
    """Compile a template, once for all the jobs that bring it to a process."""
    return Sjabloon(inhoud, naam=naam, voorbeeld=pickle.loads(voorbeeld))  # noqa: S301 (pickled in this module)


def _read_bestand(pad: Path) -> bytes:
    try:
        return pad.read_bytes()
    except OSError as fout:
        raise SjabloonError(f"{pad}: dit sjabloon is niet te lezen: {explain_oserror(fout)}") from fout


@attrs.define
class _Teller:
    """Counts what the repetitions of a part walk over in one render."""

    aantal: int = 0


@attrs.frozen
class _Deel:
    """A part with tags, compiled.

    Attributes:
        naam: its name.
        bron: what docxtpl and the guards made of it.
        sjabloon: the same, compiled.
        alineas: its paragraphs.
        eisen: the fields that its tags ask for.
        vormen: the formats of the places of formatted text.
        links: the ids of its hyperlinks, by their address.
        vrije_id: the number of the first relationship that is free.
    """

    naam: str
    bron: str
    sjabloon: Template
    alineas: tuple[Alineatekst, ...]
    eisen: tuple[Eis, ...]
    vormen: tuple[Vorm, ...]
    links: Mapping[str, str]
    vrije_id: int

    def render(self, velden: dict[str, Waarde], schrijver: Schrijver, nummers: Iterator[int]) -> bytes:
        with self._tell_alinea():
            eigen = {_SCHRIJVER: schrijver, _VORMEN: self.vormen, _TELLER: _Teller()}
            stukken = self.sjabloon.generate({**velden, **eigen})
            return f"{_KOP}{repair(_join_begrensd(stukken), nummers)}".encode()

    @contextmanager
    def _tell_alinea(self) -> Iterator[None]:
        """Put the paragraph before the message of what goes wrong in the rendering."""
        try:
            yield
        except (TemplateError, SjabloonError, TypeError, RecursionError) as fout:
            nummer = find_alinea(self.bron, _find_regel(fout))
            waar = f"{self.alineas[nummer - 1]}: " if nummer else ""
            if isinstance(fout, UndefinedError | SjabloonError):
                boodschap = f"{waar}{fout}"
            elif _VERGELIJKT.search(str(fout)):
                beter = "vergelijk tekst met tekst en een getal met een getal"
                boodschap = f"{waar}een tag vergelijkt wat niet te vergelijken is; {beter}"
            else:
                boodschap = f"{waar}de tags zijn niet uit te voeren ({fout})"
            raise SjabloonError(boodschap) from fout


@attrs.frozen
class _Opmaak:
    """All parts of a template.

    Attributes:
        delen: the parts with tags, the body first.
        leden: every part as it goes into a document that has no other.
        pakket: the parts to which a render can add something.
        huisstijl: the styles and the numbering.
        nummering: the name of the part with the numbering.
        media: what the names of new parts with a picture begin with.
        kern: the name of the part with the core properties.
        eigenschappen: what those say.
        eisen: the fields that they ask for.
    """

    delen: tuple[_Deel, ...]
    leden: Mapping[str, Lid]
    pakket: Mapping[str, bytes]
    huisstijl: Huisstijl
    nummering: str
    media: str
    kern: str
    eigenschappen: Mapping[str, str | Template]
    eisen: tuple[Eis, ...]

    def render(
        self, velden: dict[str, Waarde], voorbeeld: Mapping[str, object], eigenschappen: Eigenschappen
    ) -> dict[str, Lid]:
        bekend = (velden, voorbeeld)
        toevoegingen = Toevoegingen(self.huisstijl, self.media)
        nieuw: dict[str, bytes] = {}
        nummers = count(_EERSTE_TEKENING)
        for deel in self.delen:
            with _tell_waar(deel.naam):
                check_eisen(deel.eisen, bekend)
                schrijver = Schrijver(toevoegingen, deel.vrije_id, deel.links)
                nieuw[deel.naam] = deel.render(velden, schrijver, nummers)
                if schrijver.relaties:
                    relaties = name_relaties(deel.naam)
                    nieuw[relaties] = add_relaties(self.pakket.get(relaties), schrijver.relaties.values())
        with _tell_waar(EIGENSCHAPPEN):
            check_eisen(self.eisen, bekend)
            nieuw[self.kern] = write_eigenschappen(eigenschappen, self._fill_eigenschappen(velden))
        return {**self.leden, **{naam: pack_lid(naam, deel) for naam, deel in nieuw.items()}, **self._add(toevoegingen)}

    def _fill_eigenschappen(self, velden: dict[str, Waarde]) -> dict[str, str]:
        ingevuld: dict[str, str] = {}
        for naam, tekst in self.eigenschappen.items():
            try:
                ingevuld[naam] = tekst.render(velden) if isinstance(tekst, Template) else tekst
            except (TemplateError, TypeError) as fout:
                raise SjabloonError(f"‘{etree.QName(naam).localname}’ is niet in te vullen: {fout}") from fout
        return ingevuld

    def _add(self, toevoegingen: Toevoegingen) -> dict[str, Lid]:
        leden: dict[str, Lid] = {}
        if toevoegingen.nums:
            leden[self.nummering] = pack_lid(self.nummering, toevoegingen.write_nummering())
        if toevoegingen.media:
            lijst = add_soorten(self.pakket[INHOUDSOORTEN], dict(toevoegingen.media.values()))
            leden[INHOUDSOORTEN] = pack_lid(INHOUDSOORTEN, lijst)
        for inhoud, (naam, _) in toevoegingen.media.items():
            leden[naam] = pack_lid(naam, inhoud, comprimeer=False)
        return leden


def _compile_opmaak(delen: dict[str, bytes]) -> _Opmaak:
    kern = _ensure_kern(delen)
    omgeving = _make_omgeving()
    lezing = read_sjabloon(delen, omgeving)
    raise_gebreken(lezing.gebreken)
    gecompileerd = _compile_delen(lezing, delen, omgeving)
    relaties = list(find_relaties(delen, find_hoofddeel(delen)))
    nummering, stijlen = (
        next((relatie.doel for relatie in relaties if relatie.soort == soort), "") for soort in ("numbering", "styles")
    )
    return _Opmaak(
        gecompileerd,
        {naam: pack_lid(naam, deel) for naam, deel in delen.items()},
        {naam: deel for naam, deel in delen.items() if naam.endswith(".rels") or naam == INHOUDSOORTEN},
        Huisstijl.read(_parse(delen, stijlen), _parse(delen, nummering)),
        nummering,
        _name_media(delen),
        kern,
        _compile_eigenschappen(lezing.eigenschappen),
        lezing.vragen.eisen,
    )


def _parse(delen: Mapping[str, bytes], naam: str) -> etree._Element:
    return parse_deel(naam, delen[naam]) if naam else etree.Element("leeg")


def _name_media(delen: Mapping[str, bytes]) -> str:
    """Give a beginning that no part has: a document that was rendered can be a template again."""
    begin = _MEDIA
    while any(naam.lower().startswith(begin) for naam in delen):
        begin += "_"
    return begin


def _make_omgeving() -> Omgeving:
    omgeving = Omgeving(format_tekst)
    omgeving.filters.update(alineas=_write_alineas, stukken=_write_stukken, geteld=_count)
    omgeving.filters.update(kleur=format_kleur, kolommen=format_kolommen)
    return omgeving


def _compile_delen(lezing: Lezing, pakket: Mapping[str, bytes], omgeving: Omgeving) -> tuple[_Deel, ...]:
    """Compile the parts with tags; what only that finds, is told of all of them at once."""
    delen: list[_Deel] = []
    gebreken: list[Gebrek] = []
    for deel in lezing.delen:
        try:
            delen.append(_compile_deel(deel, pakket, omgeving))
        except SjabloonError as fout:
            gebreken += [attrs.evolve(gebrek, deel=deel.naam) for gebrek in find_gebreken(fout)]
    raise_gebreken(gebreken)
    return tuple(delen)


def _compile_deel(deel: Leesdeel, pakket: Mapping[str, bytes], omgeving: Omgeving) -> _Deel:
    vormen = tuple(replace_tags(deel.paren))
    gepatcht = DocxTemplate("").patch_xml(etree.tostring(deel.wortel, encoding="unicode"))
    check_bron(gepatcht, deel.alineas, omgeving)
    bron = prepare(gepatcht, deel.alineas)
    relaties = list(find_relaties(pakket, deel.naam))
    links = {relatie.doel: relatie.id for relatie in relaties if relatie.soort == "hyperlink"}
    vrij = 1 + max(
        (int(cijfers) for relatie in relaties if (cijfers := relatie.id.removeprefix("rId")).isdecimal()), default=0
    )
    sjabloon = _compile_bron(bron, omgeving)
    return _Deel(deel.naam, bron, sjabloon, deel.alineas, deel.vragen.eisen, vormen, links, vrij)


def _compile_bron(bron: str, omgeving: Omgeving) -> Template:
    """Compile a source, with a count on every repetition: nested ones could go on for ever without printing."""
    try:
        boom = omgeving.parse(bron)
        for lus in boom.find_all(nodes.For):
            lus.iter = nodes.Filter(lus.iter, "geteld", [], [], None, None, lineno=lus.lineno)
        boom.set_environment(omgeving)
        return Template.from_code(omgeving, omgeving.compile(boom), {})
    except (SyntaxError, RecursionError) as fout:
        raise SjabloonError(f"de tags zijn niet uit te voeren ({fout})") from fout


def _compile_eigenschappen(teksten: Mapping[str, str]) -> dict[str, str | Template]:
    """Compile the properties that stay in a document."""
    omgeving = Omgeving(str)
    return {
        naam: omgeving.from_string(tekst) if has_tag(tekst) else tekst
        for naam, tekst in teksten.items()
        if naam in VAN_SJABLOON
    }


def _ensure_kern(delen: dict[str, bytes]) -> str:
    """Find the part with the core properties, or add it."""
    if kern := find_kern(delen):
        return kern
    relatie = Relatie(RELATIONSHIP_TYPE.CORE_PROPERTIES, _KERN, extern=False, id="rIdIvb")
    relaties = name_relaties("")
    delen[relaties] = add_relaties(delen[relaties], [relatie])
    if _KERN not in delen:
        delen[_KERN] = LEEG
        delen[INHOUDSOORTEN] = add_soorten(delen[INHOUDSOORTEN], {_KERN: _SOORT_KERN})
    return _KERN


@pass_context
def _write_alineas(context: Context, waarde: object, vorm: int) -> WordXml:
    schrijver: Schrijver = context[_SCHRIJVER]
    return schrijver.write_alineas(_check_opmaak(waarde, "{{p … }}"), context[_VORMEN][vorm])


@pass_context
def _write_stukken(context: Context, waarde: object, vorm: int) -> WordXml:
    schrijver: Schrijver = context[_SCHRIJVER]
    return schrijver.write_stukken(_check_opmaak(waarde, "{{r … }}"), context[_VORMEN][vorm])


@pass_context
def _count(context: Context, lijst: object) -> object:
    """Count the items of a list that is walked over; one that a tag writes out itself is a ``list``."""
    teller: _Teller = context[_TELLER]
    teller.aantal += len(lijst) if isinstance(lijst, str | tuple | list | dict) else 0
    if teller.aantal > MAXIMALE_HERHALINGEN:
        raise SjabloonError(f"de herhalingen gaan samen over meer dan {MAXIMALE_HERHALINGEN} onderdelen")
    return lijst


def _check_opmaak(waarde: object, tag: str) -> Opmaak | Afbeelding:
    if isinstance(waarde, Opmaak | Afbeelding):
        return waarde
    if isinstance(waarde, Undefined):
        str(waarde)
    soort = type(waarde).__name__
    raise SjabloonError(
        f"{tag} is voor opgemaakte tekst, niet voor een waarde van de soort {soort}; gebruik {{{{ … }}}}"
    )


@contextmanager
def _tell_waar(waar: str) -> Iterator[None]:
    """Put the place before the message of a template that cannot be used."""
    try:
        yield
    except SjabloonError as fout:
        raise SjabloonError(f"{waar}: {fout}") from fout


def _join_begrensd(stukken: Iterable[str]) -> str:
    lengte = 0
    delen: list[str] = []
    iter_stukken = iter(stukken)
    while groep := list(islice(iter_stukken, _STUKKEN)):
        lengte += sum(map(len, groep))
        if lengte > MAXIMALE_UITVOER:
            raise SjabloonError(f"het document wordt groter dan {MAXIMALE_UITVOER} tekens")
        delen += groep
    return "".join(delen)


def _find_regel(fout: BaseException) -> int:
    """Find the line of the source that an error of Jinja's compiled code comes from."""
    regels = [regel for frame, regel in walk_tb(fout.__traceback__) if frame.f_code.co_filename == "<template>"]
    return regels[-1] if regels else 1
