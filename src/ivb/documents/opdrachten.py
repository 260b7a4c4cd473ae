"""Which documents a dossier asks for: its policies, plans, reports and letters, and the list of its promises."""

import datetime
from collections import Counter
from collections.abc import Iterator
from functools import partial

from ivb.documents.stukken.beleid import render_beleid
from ivb.documents.stukken.jaarplan import render_jaarplan
from ivb.documents.stukken.notitie import render_notitie
from ivb.documents.stukken.raadsbrief import render_raadsbrief
from ivb.documents.stukken.toezeggingenlijst import render_toezeggingenlijst
from ivb.errors import DocumentError
from ivb.model.dossier import Dossier
from ivb.rules.stand import derive_stand


def compose_opdrachten(
    dossier: Dossier, *, peildatum: datetime.date, concept: bool = False
) -> tuple[tuple[str, partial[bytes]], ...]:
    """Compose what makes every document that a dossier asks for, each under a name that can be a file name.

    They are its policies, its plans, a note for each report and its letters, all of them the nouns that it holds, and
    the list of promises when there is a promise on the day. Nothing is made yet: ``render_all`` does that.

    Args:
        dossier: the dossier.
        peildatum: the day of the list of promises, and of a note whose report has no day of its own.
        concept: make drafts, which show their holes and say what they are.

    Raises:
        DocumentError: two documents would have one name, on a system where ``A`` and ``a`` are one name.
        TypeError: the day is a ``datetime`` or no date.

    >>> from ivb import voorbeeld
    >>> [naam for naam, _ in compose_opdrachten(voorbeeld(), peildatum=datetime.date(2024, 5, 1))]  # doctest: +ELLIPSIS
    ['beleid-ivb-2022-2025', 'jaarplan-2024', 'notitie-stand-van-zaken-2023', 'raadsbrief-2024-04-23', 'toezeggi...']
    """
    opdrachten = tuple(_iter_opdrachten(dossier, peildatum, concept=concept))
    vaak = Counter(naam.lower() for naam, _ in opdrachten)
    dubbel = [naam for naam, _ in opdrachten if vaak[naam.lower()] > 1]
    if dubbel:
        raise DocumentError(
            f"deze stukken zouden hetzelfde heten: {', '.join(dubbel)}; maak hun id's verschillend, "
            "ook zonder op hoofdletters te letten en met '-' in plaats van '/'"
        )
    return opdrachten


def _iter_opdrachten(
    dossier: Dossier, peildatum: datetime.date, *, concept: bool
) -> Iterator[tuple[str, partial[bytes]]]:
    for beleid in dossier.beleid:
        yield _name("beleid", beleid.id), partial(render_beleid, dossier, beleid, concept=concept)
    for jaarplan in dossier.jaarplannen:
        yield _name("jaarplan", jaarplan.id), partial(render_jaarplan, dossier, jaarplan, concept=concept)
    for rapportage in dossier.rapportages:
        dag = None if rapportage.datum else peildatum
        maak = partial(render_notitie, dossier, rapportage, datum=dag, concept=concept)
        yield _name("notitie", rapportage.id), maak
    for brief in dossier.raadsbrieven:
        yield _name("raadsbrief", brief.id), partial(render_raadsbrief, dossier, brief, concept=concept)
    if derive_stand(dossier, peildatum).toezeggingen:
        yield "toezeggingenlijst", partial(render_toezeggingenlijst, dossier, peildatum=peildatum, concept=concept)


def _name(soort: str, sleutel: str) -> str:
    """Name a document by its kind and its id, which may say the kind already and may hold a slash."""
    return f"{soort}-{sleutel.removeprefix(f'{soort}-').replace('/', '-')}"
