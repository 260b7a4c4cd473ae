"""The tags that the author of a template typed, and the paragraphs they stand in.

Word cuts a text into runs where it pleases, so a tag may lie over several of them. Here every tag is put back into one
piece, and the tags that call for formatted text (``{{p x }}``, ``{{r x }}``) are told the format of the place they
stand in. All other syntax is docxtpl's (https://docxtpl.readthedocs.io), and is left to it.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import chain
from typing import Final

import attrs
from docx.oxml.ns import qn
from lxml import etree

from ivb.documents.sjabloon.gebreken import Gebrek
from ivb.documents.word.wordxml import Vorm

_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_ONTSNAPT: Final = re.compile(r"\{_[{%]|[}%]_\}")
_ACCOLADE: Final = re.compile(r"[{}]")
_HALVE_TAG: Final = re.compile(r"\{[{%#]|[}%]\}")
_MET_SOORT: Final = re.compile(r"(\{[{%])(p|tr|tc|r) (.*)")
_ALLEEN_DOCXTPL: Final = re.compile(r"\{%\s*(?:(?:cellbg|colspan)\s+(.*?)|vm|hm)\s*%\}")
_PLAATSMERK: Final = re.compile(r"\{#(\d+)\n#\}")
_MEER_DAN_TEKST: Final = tuple(
    qn(naam) for naam in ("w:drawing", "w:pict", "w:object", "w:fldChar", "w:footnoteReference", "w:sectPr")
)
_HEEFT_TAG: Final = "contains(., '{{') or contains(., '{%') or contains(., '{#')"
_TEKSTEN: Final = etree.XPath(f"//text()[{_HEEFT_TAG}] | //@*[{_HEEFT_TAG}]")
_VERWIJDERD: Final = (qn("w:delText"), qn("w:delInstrText"))
ONZICHTBAAR: Final = "\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff"
"""The characters that the eye does not see, or takes for a space."""

_GEBROKEN_TAG: Final = re.compile(rf"\{{[{ONZICHTBAAR}]+[{{%#]|[}}%#][{ONZICHTBAAR}]+\}}")
_WOORDEN: Final = 80
_LANG: Final = 10_000


@attrs.frozen
class Tag:
    """A tag of the author.

    Attributes:
        tekst: the tag as typed.
        soort: which element it takes the place of: ``p``, ``tr``, ``tc``, ``r``, or nothing.
        jinja: the same tag as Jinja reads it; empty for a tag that only docxtpl knows.
    """

    tekst: str
    soort: str
    jinja: str

    @property
    def is_waarde(self) -> bool:
        """Whether it prints a value."""
        return self.jinja.startswith("{{")

    @property
    def is_opmaak(self) -> bool:
        """Whether it takes the place of an element, or is about a cell, so that it means something in text only."""
        return bool(self.soort) or _ALLEEN_DOCXTPL.fullmatch(self.tekst.replace("\r", " ")) is not None

    @property
    def uitdrukking(self) -> str:
        """What stands between the braces."""
        return self.jinja[2:-2].strip()


@attrs.frozen
class Alineatekst:
    """What the author of a template typed in one paragraph, counted from 1 in its part.

    Attributes:
        nummer: which paragraph it is.
        tekst: its text, tags and all.
        tags: its tags.
        beeld: whether it holds more than text, such as a picture.
    """

    nummer: int
    tekst: str
    tags: tuple[Tag, ...]
    beeld: bool = False

    @property
    def is_vast(self) -> bool:
        """Whether it reads the same in every document: nothing in it is a tag, or stands for the braces of one."""
        return not (self.tags or _ONTSNAPT.search(self.tekst))

    @property
    def stukken(self) -> tuple[bool, ...]:
        """Whether there is anything to see before each of its tags, and behind the last."""
        return tuple(self.beeld or bool(stuk.strip()) for stuk in _TAG.split(self.tekst))

    def __str__(self) -> str:
        """Point at the paragraph: its number, and the words in it."""
        woorden = " ".join(self.tekst.split())
        kort = woorden if len(woorden) <= _WOORDEN else f"{woorden[:_WOORDEN]}…"
        return f"alinea {self.nummer} (‘{kort}’)"

    def make_gebrek(self, code: str, boodschap: str) -> Gebrek:
        """Say that something in this paragraph is wrong."""
        return Gebrek(code, boodschap, self.nummer, str(self))


def has_tag(tekst: str) -> bool:
    """Tell whether Jinja would find anything to do in a text."""
    return any(opening in tekst for opening in ("{{", "{%", "{#"))


def read_alinea(nummer: int, tekst: str, *, beeld: bool = False) -> Alineatekst:
    """Find the tags in the text of one paragraph."""
    return Alineatekst(nummer, tekst, tuple(_read_tag(tag) for tag in _TAG.findall(tekst)), beeld)


def read_alineas(wortel: etree._Element) -> list[tuple[etree._Element, Alineatekst]]:
    """Find the paragraphs of a part, and put every tag in them into one piece."""
    _strip_commentaar(wortel)
    for element in wortel.iter():
        if element.text and element.tag != qn("w:t"):
            element.text = _protect(element.text.replace("\n", " "))
    for run in list(wortel.iter(qn("w:r"))):
        _join_run(run)
    return [
        (p, read_alinea(nummer, _join_tags(p), beeld=next(p.iter(*_MEER_DAN_TEKST), None) is not None))
        for nummer, p in enumerate(wortel.iter(qn("w:p")), 1)
    ]


def find_verdwaalde_tags(wortel: etree._Element) -> Iterator[Gebrek]:
    """Find the tags in a part, as it was parsed, that stand where no text of a paragraph is."""
    _strip_commentaar(wortel)
    for tekst in _TEKSTEN(wortel):
        if tekst.is_text and tekst.getparent().tag in _VERWIJDERD:
            yield Gebrek(
                "tag-elders",
                f"de tag ‘{tekst.strip()}’ staat in tekst die met Wijzigingen bijhouden is verwijderd; "
                "accepteer in Word alle wijzigingen (Controleren > Accepteren)",
            )
        elif not (tekst.is_text and tekst.getparent().tag == qn("w:t")):
            yield Gebrek(
                "tag-elders",
                f"de tag ‘{tekst.strip()}’ staat niet in de tekst van een alinea, en daar vult ivb niets in",
            )


def find_halve_tags(alinea: Alineatekst) -> Iterator[Gebrek]:
    """Find the braces of tags that are not closed, or not opened, in their paragraph."""
    if _GEBROKEN_TAG.search(alinea.tekst):
        boodschap = "tussen de accolades van een tag staat een teken dat u niet ziet; typ de tag opnieuw"
        yield alinea.make_gebrek("tag-onzichtbaar", boodschap)
        return
    for halve_tag in _HALVE_TAG.finditer(_TAG.sub("", alinea.tekst)):
        yield alinea.make_gebrek(
            "tag-half", f"‘{halve_tag.group()}’ hoort bij een tag die niet in dezelfde alinea begint en eindigt"
        )


def find_misplaatste_tags(alineas: list[tuple[etree._Element, Alineatekst]]) -> Iterator[Gebrek]:
    """Find the tags that take the place of an element which holds more than the tag, or is not there."""
    for element, alinea in alineas:
        for tag in alinea.tags:
            vervangen = _find_vervangen(element, tag)
            wat = {"p": "alinea", "tr": "rij", "tc": "cel"}.get(tag.soort, "")
            if tag.soort in {"tr", "tc"} and tag.is_waarde:
                boodschap = "een rij of cel kan geen waarde zijn; gebruik {{ … }} in de cel"
                yield alinea.make_gebrek("tag-rij-is-waarde", f"‘{tag.tekst}’: {boodschap}")
            elif wat and vervangen is None:
                boodschap = f"‘{tag.tekst}’ staat niet in een tabel; gebruik {{%p …"
                yield alinea.make_gebrek("tag-buiten-tabel", boodschap)
            elif vervangen is not None and not _is_alleen(vervangen, tag):
                boodschap = f"‘{tag.tekst}’ komt in de plaats van de hele {wat}, maar staat daar niet alleen"
                yield alinea.make_gebrek("tag-niet-alleen", boodschap)


def find_late_celtags(alineas: list[tuple[etree._Element, Alineatekst]]) -> Iterator[Gebrek]:
    """Find the tags about a cell that stand behind a choice or a name in it: docxtpl reads them before those."""
    begonnen: set[etree._Element] = set()
    for element, alinea in alineas:
        cel = next(element.iterancestors(qn("w:tc")), None)
        for tag in alinea.tags:
            if cel is not None and tag.jinja.startswith("{%"):
                begonnen.add(cel)
            elif cel in begonnen and tag.is_waarde and tag.tekst.startswith("{%"):
                boodschap = f"‘{tag.tekst}’ wordt gelezen vóór alles in de cel; zet hem daar vooraan"
                yield alinea.make_gebrek("cel-niet-vooraan", boodschap)


def replace_tags(alineas: list[tuple[etree._Element, Alineatekst]]) -> list[Vorm]:
    """Give every paragraph a mark, and every tag for formatted text the number of the format of its place.

    Gives the formats, by number. ``{{p x }}`` becomes ``{{ (x)|alineas(0) }}`` in the place of its paragraph, and
    ``{{r x }}`` becomes ``{{ (x)|stukken(1) }}`` between two runs. No tag may be misplaced.
    """
    vormen: list[Vorm] = []
    for element, alinea in alineas:
        add_text_before(element, f"{{#{alinea.nummer}\n#}}")
    for element, alinea in alineas:
        for tag in alinea.tags:
            _replace_tag(element, tag, vormen)
    return vormen


def find_alinea(bron: str, regel: int) -> int:
    """Find the number of the paragraph that a line (from 1) of the marked source lies in; 0 if it lies before all."""
    nummers = [0, *map(int, _PLAATSMERK.findall(bron))]
    return nummers[min(regel, len(nummers)) - 1]


def add_text_before(element: etree._Element, tekst: str) -> None:
    """Put text right before an element."""
    vorige = element.getprevious()
    if vorige is not None:
        vorige.tail = (vorige.tail or "") + tekst
    else:
        ouder = _find_ouder(element)
        ouder.text = (ouder.text or "") + tekst


def _read_tag(tekst: str) -> Tag:
    regel = tekst.replace("\r", " ")  # to Jinja an end of a line
    if alleen_docxtpl := _ALLEEN_DOCXTPL.fullmatch(regel):
        kleur = alleen_docxtpl.group(1)
        return Tag(tekst, "", f"{{{{ {kleur} }}}}" if kleur else "")
    if tekst.startswith("{#"):
        return Tag(tekst, "", "")
    if met_soort := _MET_SOORT.fullmatch(regel):
        begin, soort, rest = met_soort.groups()
        return Tag(tekst, soort, f"{begin} {rest}")
    return Tag(tekst, "", regel)


def _find_teksten(alinea: etree._Element) -> list[etree._Element]:
    """Find the texts of a paragraph, but not those of a text box in it."""
    return [t for t in alinea.iter(qn("w:t")) if next(t.iterancestors(qn("w:p"))) is alinea]


def _protect(tekst: str) -> str:
    """Make every brace outside the tags a tag that prints it: docxtpl joins braces, over paragraphs too.

    ``{_{`` is how docxtpl lets an author write ``{{``, and so with ``{_%``, ``%_}`` and ``}_}``.
    """
    buiten = [_ONTSNAPT.sub(lambda teken: teken.group().replace("_", ""), stuk) for stuk in _TAG.split(tekst)]
    tags = [*_TAG.findall(tekst), ""]
    return "".join(_ACCOLADE.sub(r"{{ '\g<0>' }}", stuk) + tag for stuk, tag in zip(buiten, tags, strict=True))


def _join_run(run: etree._Element) -> None:
    """Put the text of a run behind that of the run before it, when Word cut them for its own reasons."""
    vorige = run.getprevious()
    while vorige is not None and vorige.tag == qn("w:proofErr"):
        vorige = vorige.getprevious()
    if vorige is None or not (_is_tekst(run) and _is_tekst(vorige)) or _find_vorm(run) != _find_vorm(vorige):
        return
    if len(vorige[-1].text or "") > _LANG:  # no author typed a tag there, and joining without end takes time
        return
    while (merk := run.getprevious()) is not vorige and merk is not None:
        _find_ouder(run).remove(merk)
    vorige[-1].text = _find_tekst(vorige[-1]) + _find_tekst(run[-1])
    vorige[-1].set(qn("xml:space"), "preserve")
    _find_ouder(run).remove(run)


def _is_tekst(run: etree._Element) -> bool:
    return [kind.tag for kind in run if kind.tag != qn("w:rPr")] == [qn("w:t")] and run.tag == qn("w:r")


def _find_vorm(run: etree._Element) -> tuple[tuple[str, str], ...]:
    return Vorm.read(run, run).tekens


def _find_tekst(t: etree._Element) -> str:
    tekst = t.text or ""
    return tekst if t.get(qn("xml:space")) == "preserve" else tekst.strip()


def _join_tags(alinea: etree._Element) -> str:
    teksten = _find_teksten(alinea)
    tekst = "".join(t.text or "" for t in teksten).replace("\n", " ")
    eigenaars = [plek for plek, t in enumerate(teksten) for _ in t.text or ""]
    for tag in chain(_TAG.finditer(tekst), _ONTSNAPT.finditer(tekst)):
        eigenaars[tag.start() : tag.end()] = [eigenaars[tag.start()]] * len(tag.group())
    stukken = [""] * len(teksten)
    for eigenaar, teken in zip(eigenaars, tekst, strict=True):
        stukken[eigenaar] += teken
    for t, stuk in zip(teksten, stukken, strict=True):
        t.text = _protect(stuk)
        if has_tag(t.text):
            t.set(qn("xml:space"), "preserve")
    return tekst


def _replace_tag(element: etree._Element, tag: Tag, vormen: list[Vorm]) -> None:
    if tag.soort == "r" and tag.is_waarde:
        _replace_run(element, tag, vormen)
    elif (vervangen := _find_vervangen(element, tag)) is not None:
        for merk in list(vervangen.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
            vervangen.addprevious(merk)
        if tag.is_waarde:
            vormen.append(Vorm.read(element, next(element.iter(qn("w:r")))))
            add_text_before(element, f"{{{{ ({tag.uitdrukking})|alineas({len(vormen) - 1}) }}}}{element.tail or ''}")
            _find_ouder(element).remove(element)


def _replace_run(alinea: etree._Element, tag: Tag, vormen: list[Vorm]) -> None:
    """Split the run around the first place of the tag."""
    t = next(t for t in _find_teksten(alinea) if tag.tekst in (t.text or ""))
    run = _find_ouder(t)
    rest = deepcopy(run)
    plek = run.index(t)
    links, rechts = list(run), list(rest)
    t.text, _, rechts[plek].text = (t.text or "").partition(tag.tekst)
    for kind in links[plek + 1 :]:
        run.remove(kind)
    for kind in rechts[:plek]:
        if kind.tag != qn("w:rPr"):
            rest.remove(kind)
    vormen.append(Vorm.read(alinea, run))
    run.addnext(rest)
    run.tail = f"{{{{ ({tag.uitdrukking})|stukken({len(vormen) - 1}) }}}}"


def _find_ouder(element: etree._Element) -> etree._Element:
    return next(element.iterancestors())


def _find_vervangen(element: etree._Element, tag: Tag) -> etree._Element | None:
    """Find the element that a tag in a paragraph takes the place of."""
    if tag.soort in {"tr", "tc"}:
        return next(element.iterancestors(qn(f"w:{tag.soort}")), None)
    return element if tag.soort == "p" else None


def _is_alleen(element: etree._Element, tag: Tag) -> bool:
    tekst = "".join(t.text or "" for t in element.iter(qn("w:t")))
    return tekst.strip() == tag.tekst and next(element.iter(*_MEER_DAN_TEKST), None) is None


def _strip_commentaar(wortel: etree._Element) -> None:
    etree.strip_elements(wortel, etree.Comment, etree.ProcessingInstruction, with_tail=False)
