"""Findings as a work document in Markdown; nothing in a message can break it."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from ivb.bevindingen import Ernst
from ivb.dates import format_datum, to_date
from ivb.errors import Plaats
from ivb.files.tree import Plaatsen
from ivb.model.dossier import Dossier
from ivb.rules.actieverloop import derive_actieverloop
from ivb.rules.checks.regel import Bevinding, Regel
from ivb.sources import Bron
from ivb.verslag.plaatsing import Geplaatst, count_ernst, place_bevindingen

_BIJZONDER = re.compile(r"[\\`*_\[\]<>|~&$#]")
_AAN_HET_BEGIN = re.compile(r"^( ?\d{0,9})([-+=%.)])")
_KOPPEN = {Ernst.FOUT: "Fouten", Ernst.WAARSCHUWING: "Waarschuwingen", Ernst.INFO: "Ter informatie"}
_PLANNEN_MET_VERLOOP = 2


def escape_markdown(tekst: str) -> str:
    r"""Write plain text so that Markdown shows it as it is, on one line.

    >>> escape_markdown("# [jeugd] *en* zorg")
    '\\# \\[jeugd\\] \\*en\\* zorg'
    """
    regel = _BIJZONDER.sub(r"\\\g<0>", re.sub(r"\s+", " ", tekst))
    return _AAN_HET_BEGIN.sub(r"\1\\\2", regel)


def format_code(tekst: str) -> str:
    """Write text as code, however many backticks are in it.

    >>> format_code("a`b")
    '``a`b``'
    """
    langste = max((len(rij) for rij in re.findall("`+", tekst)), default=0)
    marge = " " if tekst.startswith("`") or tekst.endswith("`") else ""
    return f"{'`' * (langste + 1)}{marge}{tekst}{marge}{'`' * (langste + 1)}"


def format_bron(bron: Bron) -> str:
    """Write a source, with its link."""
    return f"{escape_markdown(str(bron))}{f' (<{bron.url}>)' if bron.url else ''}"


def format_markdown(
    dossier: Dossier,
    bevindingen: Iterable[Bevinding],
    plaatsen: Plaatsen | None = None,
    *,
    peildatum: datetime.date,
) -> str:
    """Write findings as a work document, by severity and by rule, and what became of the actions of several plans.

    Args:
        dossier: the dossier.
        bevindingen: what `check` found in it.
        plaatsen: where its values stand, as `read_dossier` gives it.
        peildatum: the day on which it was judged.

    Raises:
        TypeError: ``peildatum`` is a ``datetime`` or no date.
    """
    geplaatst = place_bevindingen(bevindingen, plaatsen)
    dag = to_date(peildatum)
    blokken = [
        f"# Controle van het dossier van {escape_markdown(dossier.gemeente.naam)}",
        f"Op {format_datum(dag)}: {count_ernst(een.bevinding for een in geplaatst)}.",
    ]
    for ernst in Ernst:
        deze = [een for een in geplaatst if een.bevinding.ernst is ernst]
        blokken += [f"## {_KOPPEN[ernst]}", *_iter_regels(deze)] if deze else []
    if len(dossier.jaarplannen) >= _PLANNEN_MET_VERLOOP:
        blokken += ["## Waar elke actie bleef", *_iter_verloop(dossier, dag)]
    return "\n\n".join(blokken) + "\n"


def _iter_regels(geplaatst: Iterable[Geplaatst]) -> Iterator[str]:
    """Write the findings of each rule under a heading, with why and how to mend it."""
    per_regel: dict[str, list[Geplaatst]] = {}
    for een in geplaatst:
        per_regel.setdefault(een.bevinding.code, []).append(een)
    for groep in per_regel.values():
        regel = groep[0].bevinding.regel
        yield f"### {escape_markdown(f'{regel.code} {regel.titel}')}"
        yield "\n".join(_format_punt(een.bevinding, een.plaats) for een in groep)
        yield from _iter_uitleg(regel)


def _format_punt(bevinding: Bevinding, plaats: Plaats | None) -> str:
    waar = ", ".join(format_code(str(deel)) for deel in (plaats, bevinding.pad) if deel)
    return f"- {escape_markdown(bevinding.boodschap)}{f' ({waar})' if waar else ''}"


def _iter_uitleg(regel: Regel) -> Iterator[str]:
    for kop, inhoud in (("Herstel", regel.tekst.herstel), ("Waarom", regel.tekst.waarom)):
        if inhoud:
            yield f"**{kop}.** {escape_markdown(inhoud)}"
    if regel.bron:
        yield f"**Bron.** {format_bron(regel.bron)}"


def _iter_verloop(dossier: Dossier, peildatum: datetime.date) -> Iterator[str]:
    """Write a table of what became of every action."""
    yield f"Stand op {format_datum(peildatum)}; een plan dat er dan nog niet is, staat er niet bij."
    rijen: list[Sequence[str]] = [
        (een.jaarplan, een.actie, een.titel, een.uitkomst, een.verder_in or "", een.hernoemd or "")
        for een in derive_actieverloop(dossier, peildatum=peildatum)
    ]
    yield format_tabel(("Jaarplan", "Actie", "Titel", "Wat ervan werd", "Verder in", "Misschien nu"), rijen)


def format_tabel(koppen: Sequence[str], rijen: Iterable[Sequence[str]]) -> str:
    """Write rows of plain text as a table."""
    regels = [koppen, ["---"] * len(koppen), *([escape_markdown(cel) for cel in rij] for rij in rijen)]
    return "\n".join(f"| {' | '.join(regel)} |" for regel in regels)
