"""References by id: who has which id, who names whom, and what does not fit.

An id is unique in its collection (the actions of one plan, the themes of one policy); a reference fits when some noun
of a kind it may mean has that id. The same judgement serves nouns that stand and a file that is being read.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from ivb.errors import Melding, Plaats
from ivb.model.base import Noun, Veld, velden


class Sleutelplek(NamedTuple):
    """An id where it is given: its collection, its path, its kind, itself, and its place if it was read."""

    verzameling: str
    pad: str
    soort: str
    sleutel: str
    plaats: Plaats | None = None


class Verwijsplek(NamedTuple):
    """An id where it is used: its path, the kinds of noun it may mean, itself, and its place if it was read."""

    pad: str
    soorten: tuple[str, ...]
    sleutel: str
    plaats: Plaats | None = None


def find_meldingen(sleutels: Iterable[Sleutelplek], verwijzingen: Iterable[Verwijsplek]) -> Iterator[Melding]:
    """Find every id that is given twice in a collection, and every reference to an id that nobody has."""
    gezien: dict[tuple[str, str], Plaats | None] = {}
    bekend: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for plek in sleutels:
        if (plek.verzameling, plek.sleutel) in gezien:
            eerder = gezien[plek.verzameling, plek.sleutel]
            waar = f" op regel {eerder.regel}" if eerder and eerder.regel else ""
            boodschap = f"het id {plek.sleutel!r} is al in gebruik{waar}; geef dit een eigen id"
            yield Melding("dubbel-id", plek.pad, plek.plaats, boodschap)
        gezien.setdefault((plek.verzameling, plek.sleutel), plek.plaats)
        bekend[plek.soort][plek.sleutel] = None
    for verwijzing in verwijzingen:
        if not any(verwijzing.sleutel in bekend[soort] for soort in verwijzing.soorten):
            keuze = [sleutel for soort in verwijzing.soorten for sleutel in bekend[soort]]
            yield Melding("onbekend-id", verwijzing.pad, verwijzing.plaats, _onbekend(verwijzing, keuze))


def _onbekend(verwijzing: Verwijsplek, keuze: list[str]) -> str:
    wat = " of ".join(soort.lower() for soort in verwijzing.soorten)
    nabij = get_close_matches(verwijzing.sleutel, keuze, n=1) or keuze[:8]
    raad = f"bedoelt u {', '.join(map(repr, nabij))}?" if nabij else f"er is nog geen {wat} in het dossier"
    return f"er is geen {wat} met het id {verwijzing.sleutel!r}; {raad}"


class Plan(NamedTuple):
    """The fields of a kind of noun that matter for references."""

    sleutel: bool
    verwijzingen: tuple[Veld, ...]
    bedoeld: tuple[tuple[Veld, tuple[str, ...]], ...]
    kinderen: tuple[Veld, ...]


_PLANNEN: dict[type, Plan] = {}


def plan(soort: type[Noun]) -> Plan:
    """Find the fields of a kind of noun that hold an id, name an id, or hold nouns that do."""
    if soort not in _PLANNEN:
        alle = velden(soort)
        _PLANNEN[soort] = Plan(
            sleutel=any(veld.naam == "id" for veld in alle),
            verwijzingen=tuple(veld for veld in alle if veld.verwijzing),
            bedoeld=tuple((veld, veld.verwijzing) for veld in alle if veld.verwijzing),
            kinderen=tuple(veld for veld in alle if issubclass(veld.soort, Noun) and any(plan(veld.soort))),
        )
    return _PLANNEN[soort]


def stap(pad: str, naam: str, item: object = None) -> str:
    """Write the path of a field, and of an item in it: by its id, else by its number from 0."""
    veldpad = f"{pad}.{naam}" if pad else naam
    return veldpad if item is None else f"{veldpad}[{item}]"


_DEEL = re.compile(r"([^.\[\]]+)(?:\[([^\]]+)\])?(?:\.|$)")


def follow(noun: Noun, pad: str) -> object:
    """Give what stands at a path in a noun; the path that is empty leads to the noun itself.

    >>> from ivb import voorbeeld
    >>> follow(voorbeeld(), "jaarplannen[jaarplan-2024].acties[A1].titel")
    'Elk seizoen een buurtschouw houden'

    Raises:
        KeyError: the path leads nowhere.
    """
    waarde: Any = noun
    gevolgd = 0
    for deel in _DEEL.finditer(pad):
        if deel.start() != gevolgd or not hasattr(type(waarde), deel[1]):
            break
        waarde = getattr(waarde, deel[1])
        if deel[2] is not None:
            waarde = _find_item(waarde, deel[2], pad)
        gevolgd = deel.end()
    if gevolgd != len(pad):
        raise KeyError(f"er staat niets op {pad!r}")
    return waarde


def _find_item(waarden: object, naam: str, pad: str) -> object:
    """Find an item by its id, else by its number from 0."""
    lijst = waarden if isinstance(waarden, tuple) else ()
    eigen = next((een for een in lijst if getattr(een, "id", None) == naam), None)
    if eigen is None and naam.isdecimal() and int(naam) < len(lijst):
        eigen = lijst[int(naam)]
    if eigen is None:
        raise KeyError(f"er staat niets op {pad!r}")
    return eigen


def collect(noun: Noun, pad: str, sleutels: list[Sleutelplek], verwijzingen: list[Verwijsplek]) -> None:
    """Collect the ids that stand in a noun and the references that it makes, with all that is in it."""
    mijn = plan(type(noun))
    for veld in mijn.verwijzingen:
        for nummer, sleutel in enumerate(items(noun, veld)):
            waar = stap(pad, veld.naam, nummer if veld.meervoud else None)
            verwijzingen.append(Verwijsplek(waar, veld.verwijzing, sleutel))
    for veld in mijn.kinderen:
        for nummer, kind in enumerate(items(noun, veld)):
            waar = stap(pad, veld.naam, getattr(kind, "id", nummer) if veld.meervoud else None)
            if plan(type(kind)).sleutel:
                sleutels.append(Sleutelplek(stap(pad, veld.naam), waar, type(kind).__name__, kind.id))
            collect(kind, waar, sleutels, verwijzingen)


def is_sluitend(noun: Noun) -> bool:
    """Tell quickly whether every id stands once in its collection and every reference fits."""
    bekend: defaultdict[str, set[str]] = defaultdict(set)
    genoemd: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    te_doen = [noun]
    while te_doen:
        ouder = te_doen.pop()
        mijn = plan(type(ouder))
        for veld, soorten in mijn.bedoeld:
            namen = getattr(ouder, veld.naam)
            if namen is not None:
                genoemd[soorten].update(namen if veld.meervoud else (namen,))
        for veld in mijn.kinderen:
            kinderen = items(ouder, veld)
            if kinderen and plan(veld.soort).sleutel:
                ids = {kind.id for kind in kinderen}
                if len(ids) < len(kinderen):
                    return False
                bekend[veld.soort.__name__] |= ids
            if any(plan(veld.soort)[1:]):
                te_doen += kinderen
    return all(namen <= set().union(*(bekend[soort] for soort in soorten)) for soorten, namen in genoemd.items())


def items(noun: Noun, veld: Veld) -> tuple[Any, ...]:
    """Give what stands in a field as a tuple, whatever the field is."""
    waarde = getattr(noun, veld.naam)
    if veld.meervoud:
        return tuple(waarde)
    return () if waarde is None else (waarde,)


def walk(noun: Noun) -> Iterator[Noun]:
    """Walk through every noun that stands in a noun, in order, at any depth."""
    for veld in velden(type(noun)):
        if issubclass(veld.soort, Noun):
            for kind in items(noun, veld):
                yield kind
                yield from walk(kind)
