"""A Word template and the fields of a document in, a Word document out.

docxtpl (https://docxtpl.readthedocs.io) turns the template into Jinja and back. Around it stand the guards: what the
template is (``pakket``), what its tags ask (``tags``, ``controle``), what the fields hold (``velden``), how they are
read (``omgeving``) and written (``wordxml``).
"""

import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import chain
from traceback import walk_tb
from types import MappingProxyType
from typing import Final, TypeAlias

from docx.opc.part import Part
from docxtpl import DocxTemplate
from jinja2 import TemplateError, Undefined, UndefinedError
from lxml import etree

from ivb.documents.controle import check_bron, check_tags
from ivb.documents.eigenschappen import Eigenschappen, write_eigenschappen
from ivb.documents.herstel import repair
from ivb.documents.omgeving import Omgeving
from ivb.documents.opmaak import Opmaak
from ivb.documents.pakket import find_hoofddeel, find_relaties, open_pakket, parse_deel, read_pakket, write_pakket
from ivb.documents.tags import Alineatekst, find_alinea, has_tag, read_alinea, read_alineas, replace_tags
from ivb.documents.velden import Waarde, check_velden
from ivb.documents.wordxml import Schrijver, Vorm, WordXml, format_tekst
from ivb.errors import SjabloonError

MAXIMALE_UITVOER: Final = 100_000_000
"""How many characters a part may become."""

_GEVULD: Final = ("header", "footer", "footnotes", "endnotes")

_Bekend: TypeAlias = tuple[Mapping[str, Waarde], ...]
"""The fields, and the examples of them."""


def render_sjabloon(
    sjabloon: bytes,
    context: Mapping[str, object],
    *,
    eigenschappen: Eigenschappen,
    naam: str = "het sjabloon",
    voorbeeld: Mapping[str, object] = MappingProxyType({}),
) -> bytes:
    """Fill a Word template; equal input gives equal bytes.

    Args:
        sjabloon: a Word document (.docx) with the tags of docxtpl.
        context: the fields, plain values: see ``check_velden``.
        eigenschappen: what the document says about itself.
        naam: what the template is called, for the messages.
        voorbeeld: fields as they may be filled, like ``{"leden": [{"naam": ""}]}``: what an empty list in the context
            cannot tell about its items, to find misspelt fields in a branch that is not rendered.

    Raises:
        DocumentError: a field that a document cannot hold, with its path.
        SjabloonError: a template that cannot be used, with the part, the paragraph and the words around the place.
    """
    velden = check_velden(context)
    bekend = (velden, check_velden(voorbeeld))
    with _tell_waar(naam):
        _check_overige_delen(open_pakket(sjabloon))
        with _refuse_vreemde_opbouw():
            delen = _fill_delen(sjabloon, velden, bekend)
        kern = _find_kern(delen)
        fill_tekst = partial(_fill_tekst, velden, bekend)
        delen[kern] = write_eigenschappen(eigenschappen, parse_deel(kern, delen[kern]), fill_tekst)
        return write_pakket(delen)


def _fill_delen(sjabloon: bytes, velden: dict[str, Waarde], bekend: _Bekend) -> dict[str, bytes]:
    document = _Document(sjabloon, bekend)
    document.render(velden, document.omgeving)
    buffer = io.BytesIO()
    document.save(buffer)
    return read_pakket(buffer.getvalue())


@contextmanager
def _refuse_vreemde_opbouw() -> Iterator[None]:
    """Give whatever docxtpl and python-docx stumble on in a file of another make as an error of the template."""
    try:
        yield
    except SjabloonError:
        raise
    except Exception as fout:
        raise SjabloonError(
            f"de opbouw van het bestand klopt niet ({type(fout).__name__}: {fout}); bewaar het opnieuw vanuit Word"
        ) from fout


class _Document(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """A template during one render: docxtpl, with the guards in the places where it reads, renders and repairs."""

    def __init__(self, sjabloon: bytes, bekend: _Bekend) -> None:
        super().__init__(io.BytesIO(sjabloon))
        self._bekend = bekend
        self.omgeving = Omgeving(chain(*bekend), format_tekst)
        self.omgeving.filters.update(alineas=self._write_alineas, stukken=self._write_stukken)
        self._vormen: list[Vorm] = []
        self._alineas: list[Alineatekst] = []

    def get_xml(self) -> str:
        """Give the body for patching."""
        return self._prepare(self.xml_to_string(self.docx.element.body), self.docx.part)

    def get_part_xml(self, part: Part) -> str:
        """Give a header, a footer or the notes for patching."""
        return self._prepare(part.blob, part)

    def render_xml_part(self, src_xml: str, part: Part, context: dict[str, Waarde], jinja_env: Omgeving) -> str:
        """Render a patched part, and repair what an empty repetition left."""
        self.current_rendering_part = part
        with _tell_waar(part.partname.lstrip("/")):
            check_bron(src_xml, self._alineas, jinja_env)
            with self._tell_alinea(src_xml):
                xml = _join_begrensd(jinja_env.from_string(src_xml).generate(context))
            return repair(xml)

    def render_properties(self, *_: object) -> None:
        """Leave the properties to ``write_eigenschappen``: docxtpl escapes them twice and knows half of them."""
        self.docx.core_properties.revision = 1  # python-docx adds the part to a template without it

    def render_footnotes(self, context: dict[str, Waarde], jinja_env: Omgeving) -> None:
        """Render the notes, once: docxtpl does it for every section."""
        for relatie in self.docx.part.rels.values():
            if relatie.reltype.endswith(("/footnotes", "/endnotes")):
                part = relatie.target_part
                xml = self.patch_xml(self.get_part_xml(part))
                part._blob = self.render_xml_part(xml, part, context, jinja_env).encode()  # noqa: SLF001 (as docxtpl does)

    def _prepare(self, xml: str | bytes, deel: Part) -> str:
        # python-docx's elements have a text of their own making; these have not
        wortel = etree.fromstring(xml, etree.XMLParser(remove_blank_text=True, resolve_entities=False))
        with _tell_waar(deel.partname.lstrip("/")):
            alineas = read_alineas(wortel)
            self._alineas = [alinea for _, alinea in alineas]
            check_tags(self._alineas, self.omgeving, self._bekend)
            self._vormen = replace_tags(alineas)
        return etree.tostring(wortel, encoding="unicode")

    @contextmanager
    def _tell_alinea(self, bron: str) -> Iterator[None]:
        """Put the paragraph before the message of what goes wrong in the rendering of a source."""
        try:
            yield
        except (TemplateError, SjabloonError, TypeError, SyntaxError, RecursionError) as fout:
            nummer = find_alinea(bron, _find_regel(fout))
            waar = f"{self._alineas[nummer - 1]}: " if nummer else ""
            if isinstance(fout, UndefinedError | SjabloonError):
                boodschap = f"{waar}{fout}"
            else:
                boodschap = f"{waar}de tags zijn niet uit te voeren ({fout})"
            raise SjabloonError(boodschap) from fout

    def _write_alineas(self, waarde: object, vorm: int) -> WordXml:
        opmaak = _check_opmaak(waarde, "{{p … }}")
        return Schrijver(self.docx).write_alineas(opmaak, self._vormen[vorm], self.current_rendering_part)

    def _write_stukken(self, waarde: object, vorm: int) -> WordXml:
        opmaak = _check_opmaak(waarde, "{{r … }}")
        return Schrijver(self.docx).write_stukken(opmaak, self._vormen[vorm], self.current_rendering_part)


@contextmanager
def _tell_waar(waar: str) -> Iterator[None]:
    """Put the place before the message of a template that cannot be used."""
    try:
        yield
    except SjabloonError as fout:
        raise SjabloonError(f"{waar}: {fout}") from fout


def _check_opmaak(waarde: object, tag: str) -> Opmaak:
    if isinstance(waarde, Opmaak):
        return waarde
    if isinstance(waarde, Undefined):
        str(waarde)
    soort = type(waarde).__name__
    raise SjabloonError(
        f"{tag} is voor opgemaakte tekst, niet voor een waarde van de soort {soort}; gebruik {{{{ … }}}}"
    )


def _check_overige_delen(delen: Mapping[str, bytes]) -> None:
    """Refuse tags in parts that nobody fills in."""
    hoofddeel = find_hoofddeel(delen)
    iter_gevuld = {relatie.doel for relatie in find_relaties(delen, hoofddeel) if relatie.soort in _GEVULD}
    for naam in sorted(delen.keys() - iter_gevuld - {hoofddeel, _find_kern(delen)}):
        if naam.endswith((".xml", ".rels")):
            for element in parse_deel(naam, delen[naam]).iter():
                for tekst in (element.text or "", element.tail or "", *map(str, element.attrib.values())):
                    if has_tag(tekst):
                        raise SjabloonError(
                            f"in het onderdeel {naam} staat een tag ({tekst.strip()}), en daar vult ivb niets in"
                        )


def _find_kern(delen: Mapping[str, bytes]) -> str:
    return next((relatie.doel for relatie in find_relaties(delen, "") if relatie.soort == "core-properties"), "")


def _fill_tekst(velden: Mapping[str, Waarde], bekend: _Bekend, tekst: str) -> str:
    """Fill in the tags in a text that is no XML."""
    omgeving = Omgeving(chain(*bekend), str, autoescape=False)
    with _tell_waar("eigenschappen"):
        check_tags([read_alinea(1, tekst)], omgeving, bekend)
        try:
            return omgeving.from_string(tekst).render(velden) if has_tag(tekst) else tekst
        except (TemplateError, TypeError) as fout:
            raise SjabloonError(f"‘{tekst}’ is niet in te vullen: {fout}") from fout


def _join_begrensd(stukken: Iterable[str]) -> str:
    lengte = 0
    delen: list[str] = []
    for stuk in stukken:
        lengte += len(stuk)
        if lengte > MAXIMALE_UITVOER:
            raise SjabloonError(f"het document wordt groter dan {MAXIMALE_UITVOER} tekens")
        delen.append(stuk)
    return "".join(delen)


def _find_regel(fout: BaseException) -> int:
    """Find the line of the source that an error of Jinja's compiled code comes from."""
    regels = [regel for frame, regel in walk_tb(fout.__traceback__) if frame.f_code.co_filename == "<template>"]
    return regels[-1] if regels else 1
