"""Whether a template keeps to its document: which fields it asks, as what it uses them, and which it leaves out."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

import attrs
from jinja2.nodes import Const

from ivb.documents.sjabloon.lezing import EIGENSCHAPPEN, Lezing
from ivb.documents.sjabloon.omgeving import tell_ontbrekend
from ivb.documents.sjabloon.velden import Pad
from ivb.documents.sjabloon.voorwaarden import covers
from ivb.documents.sjabloon.vragen import Bereik, Eis, Gebruik, Onzeker, Reden, Tak, Vergelijking, Vragen, Wijze
from ivb.documents.stukken.weergave import Veld, Veldregel

SJABLOON: Final = "sjabloon"
_ELDERS: Final = 3  # how many places of a field are told
VOORAAN: Final = (-1, 0)
"""Where in reading order comes what is found in no paragraph."""

_TEKST, _OPGEMAAKT, _WAARHEID, _GROEP = "tekst", "opgemaakte tekst", "ja of nee", "groep"
_LIJSTEN: Final = ("lijst", "lijst van teksten")
_TONEN: Final = (Wijze.TEKST, Wijze.ALINEAS, Wijze.STUKKEN)
_CEL: Final = {
    Wijze.KLEUR: (
        "cel-kleur",
        "wat met |upper, |lower, |length of loop is gemaakt, is hier geen kleur; schrijf een kleur als 'FF0000'",
    ),
    Wijze.KOLOMMEN: (
        "cel-kolommen",
        "wat wordt geteld, kan 0 of meer dan 63 zijn, en dan komt er geen stuk; schrijf een getal van 1 tot en met 63",
    ),
}
"""What is said of a cell that gets what was counted or changed."""


class Vondst(NamedTuple):
    """What is found, and where it comes in reading order."""

    positie: tuple[int, int]
    plaats: str
    code: str
    boodschap: str


def place(deel: str, nummer: int, plek: str, woorden: Mapping[str, str]) -> tuple[tuple[int, int], str]:
    """Tell where something is: in reading order, and in words."""
    if deel not in woorden:
        return VOORAAN, ", ".join(filter(None, (deel or SJABLOON, plek)))
    return (list(woorden).index(deel), nummer), ", ".join(filter(None, (woorden[deel], plek)))


@attrs.frozen(eq=False)
class Veldenlijst:
    """The fields of a document, and the kind of every place in them."""

    regels: tuple[Veldregel, ...]

    @cached_property
    def soorten(self) -> dict[Pad, str]:
        """What lies in each place."""
        soorten: dict[Pad, str] = {(): _GROEP}
        for regel in self.regels:
            soorten[regel.pad] = regel.soort
            if regel.soort in _LIJSTEN:
                soorten[*regel.pad, None] = _GROEP if regel.soort == "lijst" else _TEKST
        return soorten

    @cached_property
    def velden(self) -> dict[Pad, Veld]:
        """What each field says of itself."""
        return {regel.pad: regel.veld for regel in self.regels}

    def is_kleur(self, pad: Pad) -> bool:
        """Tell whether a field is the colour of a cell."""
        return pad in self.velden and self.velden[pad].kleur

    def is_een_alinea(self, pad: Pad) -> bool:
        """Tell whether a field is formatted text that is always one paragraph."""
        return pad in self.velden and self.velden[pad].een_alinea

    def find_elders(self, naam: str) -> list[Veldregel]:
        """Find the fields of a name, wherever they are."""
        return [regel for regel in self.regels if regel.pad[-1] == naam]

    def find_namen(self, houder: Pad) -> list[str]:
        """Find the fields of a group."""
        return [str(regel.pad[-1]) for regel in self.regels if regel.pad[:-1] == houder]


class _Plek(NamedTuple):
    """A part, what it asks, and the numbers of its paragraphs that a document may not show."""

    deel: str
    vragen: Vragen
    verborgen: frozenset[int] = frozenset()

    def is_zichtbaar(self, gebruik: Gebruik) -> bool:
        return gebruik.alinea.nummer not in self.verborgen


class _Getoond(NamedTuple):
    """Where a field is used first, and whether that, or that with what comes behind it, is so in every document."""

    deel: str
    gebruik: Gebruik
    altijd: bool
    verborgen: bool


class Contract:
    """The fields of a document on one side, what a template asks on the other."""

    def __init__(self, velden: Veldenlijst, lezing: Lezing, woorden: Mapping[str, str]) -> None:
        """Put the two beside each other; ``woorden`` are what the parts are called, in reading order."""
        self._velden = velden
        self._woorden = woorden
        self._delen = [_Plek(deel.naam, deel.vragen, deel.verborgen) for deel in lezing.delen]
        self._alle = [*self._delen, _Plek(EIGENSCHAPPEN, lezing.vragen)]
        self._getoond = self._find_gebruikt(_TONEN)
        self._gevraagd = self._find_gebruikt((Wijze.VRAAG,))
        self._herhaald = self._find_gebruikt((Wijze.HERHALEN,))

    def find_onbekend(self) -> Iterator[Vondst]:
        """Find the fields that the document does not have."""
        for deel in self._alle:
            for eis in dict.fromkeys(deel.vragen.eisen):
                if self._is_onbekend(eis):
                    yield self._vind(deel.deel, eis, *self._explain_onbekend(eis))
                elif zonder := self._find_zonder(eis):
                    wat = f"‘{self._write(zonder)}’ ({_NOEM[self._velden.soorten[zonder]]})"
                    yield self._vind(deel.deel, eis, "veld-zonder-velden", _tell_zonder(wat, eis.naam))

    def find_onzeker(self) -> Iterator[Vondst]:
        """Find the values that may not be there when they are used, and the fields that are asked for and never are."""
        for deel in self._alle:
            for onzeker in dict.fromkeys(deel.vragen.onzeker):
                if onzeker.reden in {Reden.BUUR, Reden.SOORT} or self._is_onbekend(onzeker.eis):
                    yield self._vind(deel.deel, onzeker.eis, *self._explain_onzeker(onzeker))

    def _is_onbekend(self, eis: Eis) -> bool:
        """Tell whether the document has no such field, as far as it is known where it would be."""
        bekend = self._find_houders(eis)
        return bool(bekend) and all((*houder, eis.naam) not in self._velden.soorten for houder in bekend)

    def _find_houders(self, eis: Eis) -> list[Pad]:
        """Find where a field would be; of a place that the document does not have, that was told itself."""
        return [houder for houder in eis.houders if houder in self._velden.soorten]

    def _find_zonder(self, eis: Eis) -> Pad | None:
        """Find a place that does not have a field where it would be."""
        soorten = self._velden.soorten
        return next((houder for houder in self._find_houders(eis) if (*houder, eis.naam) not in soorten), None)

    def _explain_onzeker(self, onzeker: Onzeker) -> tuple[str, str]:
        naam = onzeker.eis.naam
        if onzeker.reden is Reden.BUUR:
            welk, vraag = ("eerste", "first") if naam == "previtem" else ("laatste", "last")
            return "lus-zonder-buur", (
                f"bij het {welk} onderdeel is er geen ‘loop.{naam}’, en dan komt er geen stuk; "
                f"zet de tag binnen {{% if not loop.{vraag} %}}"
            )
        if onzeker.reden is Reden.GEZET:
            return "veld-niet-gezet", (
                f"‘{naam}’ heeft hier niet altijd een waarde, want {{% set {naam} = … %}} staat in een keuze; "
                f"zet er een vóór de keuze, of in elk deel ervan"
            )
        if onzeker.reden is Reden.SOORT:
            return "veld-zonder-velden", _tell_zonder(" of ".join(map(_noem, sorted(onzeker.soorten))), naam)
        _, boodschap = self._explain_onbekend(onzeker.eis)
        return "veld-nooit", f"‘is defined’ is hier altijd nee: {boodschap}"

    def find_misbruik(self) -> Iterator[Vondst]:
        """Find the fields that are used as what they are not."""
        for deel in self._alle:
            gezien = set()
            for gebruik in deel.vragen.gebruik:
                for pad in (*gebruik.bereik.paden, *gebruik.bereik.soorten, *gebruik.bereik.lussen[:1]):
                    fout = self._judge(gebruik, pad) if isinstance(pad, tuple) else _judge_vast(gebruik.wijze, pad)
                    if fout and (gebruik.alinea, pad) not in gezien:
                        gezien.add((gebruik.alinea, pad))
                        yield self._vind(deel.deel, gebruik, *fout)
                if gebruik.wijze in _CEL and not all(isinstance(een, Const) for een in gebruik.bereik.bronnen):
                    yield self._vind(deel.deel, gebruik, *_CEL[gebruik.wijze])

    def find_vergeleken(self) -> Iterator[Vondst]:
        """Find the values that are compared and cannot be, or that can never be equal."""
        for deel in self._alle:
            for een in dict.fromkeys(deel.vragen.vergelijkingen):
                paren = [(a, b) for a in self._find_soorten(een.links) for b in self._find_soorten(een.rechts)]
                fout = next((paar for paar in paren if not _is_te_vergelijken(een.teken, *paar)), None)
                if fout:
                    wat = " met ".join(map(_noem, fout))
                    boodschap = f"hier wordt {wat} vergeleken, en dat kan niet; vergelijk gelijke soorten"
                    yield self._vind(deel.deel, een, "veld-vergelijking", boodschap)
                elif een.teken in {"eq", "ne"} and paren and not any(_find_rang(a) == _find_rang(b) for a, b in paren):
                    wat = " en ".join(map(_noem, paren[0]))
                    boodschap = f"{wat} zijn nooit gelijk; vergelijk gelijke soorten, of vraag naar een ja of nee zelf"
                    yield self._vind(deel.deel, een, "veld-nooit-gelijk", boodschap)

    def _find_soorten(self, bereik: Bereik) -> list[str]:
        """Find the kinds that a value may be, as far as it is known."""
        soorten = {self._velden.soorten[pad] for pad in bereik.paden if pad in self._velden.soorten}
        return sorted(soorten | bereik.soorten)

    def find_onverteld(self) -> Iterator[Vondst]:
        """Find the fields that must be told and are not."""
        for regel in self._velden.regels:
            broers = [broer for broer in self._velden.regels if broer.pad[:-1] == regel.pad[:-1]]
            anders = [broer for broer in broers if broer.pad[-1] in regel.veld.of]
            verteld = self._is_verteld(regel) or (bool(anders) and all(map(self._is_verteld, anders)))
            if regel.veld.moet and not verteld and self._is_open(regel.pad[:-1]):
                yield self._explain_onverteld(regel)

    def _find_gebruikt(self, wijzen: Collection[Wijze]) -> dict[Pad, _Getoond]:
        """Find what is used in some ways in the text, where first, and whether wholly and in every document."""
        gevonden: defaultdict[Pad, list[tuple[_Plek, Gebruik]]] = defaultdict(list)
        for deel in self._delen:
            for gebruik in deel.vragen.gebruik:
                for pad in gebruik.bereik.paden if gebruik.wijze in wijzen else ():
                    gevonden[pad].append((deel, gebruik))
        getoond: dict[Pad, _Getoond] = {}
        for pad, plekken in gevonden.items():
            (eerste, gebruik), *_ = plekken
            heel = [een.takken for deel, een in plekken if deel.is_zichtbaar(een) and pad not in een.bereik.deels]
            getoond[pad] = _Getoond(
                eerste.deel, gebruik, _is_altijd(pad, heel), not any(deel.is_zichtbaar(een) for deel, een in plekken)
            )
        return getoond

    def _vind(self, deel: str, bij: Eis | Gebruik | Vergelijking, code: str, boodschap: str) -> Vondst:
        alinea = bij.alinea
        return Vondst(*place(deel, alinea.nummer, str(alinea), self._woorden), code, boodschap)

    def _explain_onbekend(self, eis: Eis) -> tuple[str, str]:
        houders = self._find_houders(eis)
        groepen = [houder for houder in houders if self._velden.soorten[houder] == _GROEP]
        elders = " of ".join(f"‘{regel}’" for regel in self._velden.find_elders(eis.naam)[:_ELDERS])
        if groepen and elders:
            return "veld-onbekend", f"het veld ‘{eis.naam}’ bestaat hier niet; wel: {elders}"
        if groepen:
            bekend = {naam for houder in groepen for naam in self._velden.find_namen(houder)}
            return "veld-onbekend", tell_ontbrekend(eis.naam, bekend)
        houder = houders[0]
        soort, naam = self._velden.soorten[houder], self._write(houder)
        beter = f"het hoort bij {elders}" if elders else f"schrijf alleen {naam}"
        if soort in _LIJSTEN:
            beter = f"herhaal met {{% for … in {naam} %}}"
        return "veld-zonder-velden", f"‘{naam}’ is {_NOEM[soort]}, en heeft geen veld ‘{eis.naam}’; {beter}"

    def _judge(self, gebruik: Gebruik, pad: Pad) -> tuple[str, str] | None:
        """Judge whether a field can be used in a way; of one that is not known it was said that it is not."""
        soort = self._velden.soorten.get(pad)
        goed, code = _GOED[gebruik.wijze]
        if soort == _OPGEMAAKT and gebruik.wijze is Wijze.STUKKEN and not self._velden.is_een_alinea(pad):
            beter = _ZO[soort].format(self._write(pad))
            return "veld-alineas", f"‘{self._write(pad)}’ kan meer dan een alinea zijn of een lijst hebben; {beter}"
        if soort == _TEKST and gebruik.wijze in {Wijze.KLEUR, Wijze.KOLOMMEN}:
            return self._judge_cel(gebruik.wijze, pad)
        if soort is None or soort in goed:
            return ("veld-op-nummer", self._explain_nummer(pad)) if soort and gebruik.wijze is Wijze.NUMMER else None
        naam = self._write(pad)
        if gebruik.wijze in _TONEN or gebruik.wijze in _CEL:
            beter = self._find_beter(pad, soort, naam)
            code = {_OPGEMAAKT: "veld-opgemaakt", _TEKST: "veld-niet-opgemaakt"}.get(soort, "veld-niet-te-tonen")
            return code, f"‘{naam}’ is {_NOEM[soort]}; {beter}"
        return code, f"‘{naam}’ is {_NOEM[soort]}, en {_WAT[gebruik.wijze]}"

    def _judge_cel(self, wijze: Wijze, pad: Pad) -> tuple[str, str] | None:
        """Judge whether a text can be the colour of a cell; the number of its columns it never is."""
        if wijze is Wijze.KOLOMMEN:
            beter = "schrijf een getal van 1 tot en met 63"
            return "cel-kolommen", f"‘{self._write(pad)}’ is gewone tekst, en geen aantal kolommen; {beter}"
        if self._velden.is_kleur(pad):
            return None
        beter = "schrijf een kleur als 'FF0000', of gebruik een veld dat een kleur is"
        return "cel-kleur", f"‘{self._write(pad)}’ is gewone tekst, en geen kleur; {beter}"

    def _explain_nummer(self, pad: Pad) -> str:
        naam = self._write(pad)
        return (
            f"er wordt een vast onderdeel van ‘{naam}’ gevraagd; is de lijst korter, dan komt er geen stuk; "
            f"herhaal met {{% for … in {naam} %}}"
        )

    def _find_beter(self, pad: Pad, soort: str, naam: str) -> str:
        """Say how a field is shown."""
        if soort == _GROEP:
            velden = ", ".join(f"{naam}.{veld}" for veld in self._velden.find_namen(pad))
            return f"toon een van haar velden: {velden}"
        zo = _ZO[soort].format(naam)
        return f"{zo}, of {{{{r {naam} }}}} midden in een alinea" if self._velden.is_een_alinea(pad) else zo

    def _write(self, pad: Pad) -> str:
        """Write a field as the author does: behind the name that the template gives to the items of its list."""
        diep = _find_diepste(pad)
        if not diep:
            return ".".join(map(str, pad))
        herhaald = self._herhaald.get(pad[: diep - 1])
        return ".".join([herhaald.gebruik.naam if herhaald else f"{pad[diep - 2]}[]", *map(str, pad[diep:])])

    def _is_open(self, houder: Pad) -> bool:
        """Tell whether every document comes where the fields of a list or a group are."""
        if not houder:
            return True
        if houder[-1] is None:
            return _is_vast(self._herhaald, houder[:-1])
        return self._is_gebruikt(houder) and self._is_open(houder[:-1])

    def _is_gebruikt(self, groep: Pad) -> bool:
        alle = (self._getoond, self._gevraagd, self._herhaald)
        return any(een.altijd for gebruikt in alle for een in _find_binnen(gebruikt, groep))

    def _is_verteld(self, regel: Veldregel) -> bool:
        if regel.soort == "groep":
            return self._is_gebruikt(regel.pad)
        return _is_vast(*self._find_bij(regel))

    def _find_bij(self, regel: Veldregel) -> tuple[Mapping[Pad, _Getoond], Pad]:
        """Find where it is told of a field: where it is asked, walked over or shown."""
        match regel.soort:
            case "ja of nee":
                return self._gevraagd, regel.pad
            case "lijst":
                return self._herhaald, regel.pad
            case "lijst van teksten":
                return self._getoond, (*regel.pad, None)
        return self._getoond, regel.pad

    def _explain_onverteld(self, regel: Veldregel) -> Vondst:
        naam = self._write(regel.pad)
        beter = self._find_beter(regel.pad, regel.soort, naam)
        if regel.veld.of:
            beter += f", of toon {' en '.join(regel.veld.of)}"
        gebruikt, pad = self._find_bij(regel)
        if soms := next(_find_binnen(gebruikt, pad), None) if regel.soort == "groep" else gebruikt.get(pad):
            boodschap = (
                f"het sjabloon toont ‘{naam}’ niet in elk stuk ({regel.veld.betekenis}), en dat moet de lezer weten: "
                f"{_tell_soms(soms, regel)}"
            )
            return self._vind(soms.deel, soms.gebruik, "veld-ontbreekt", boodschap)
        boodschap = f"het sjabloon laat ‘{naam}’ weg ({regel.veld.betekenis}), en dat moet de lezer weten; {beter}"
        if diep := _find_diepste(regel.pad):
            herhaald = self._herhaald[regel.pad[: diep - 1]]
            return self._vind(herhaald.deel, herhaald.gebruik, "veld-ontbreekt", boodschap)
        return Vondst(VOORAAN, SJABLOON, "veld-ontbreekt", boodschap)


_NOEM: Final = {
    _TEKST: "gewone tekst",
    _OPGEMAAKT: "opgemaakte tekst",
    _WAARHEID: "ja of nee",
    _GROEP: "een groep velden",
    "lijst": "een lijst",
    "lijst van teksten": "een lijst",
}
_ZO: Final = {
    _TEKST: "gebruik {{{{ {0} }}}}",
    _OPGEMAAKT: "gebruik {{{{p {0} }}}} in een alinea voor zich",
    _WAARHEID: "vraag ernaar met {{% if {0} %}}",
    "lijst": "herhaal met {{% for … in {0} %}}",
    "lijst van teksten": "herhaal met {{% for regel in {0} %}} en toon {{{{ regel }}}}",
}
_ALLE: Final = (_TEKST, _OPGEMAAKT, _WAARHEID, _GROEP, *_LIJSTEN)
_GOED: Final[Mapping[Wijze, tuple[tuple[str, ...], str]]] = {
    Wijze.TEKST: ((_TEKST,), ""),
    Wijze.ALINEAS: ((_OPGEMAAKT,), ""),
    Wijze.STUKKEN: ((_OPGEMAAKT,), ""),
    Wijze.KLEUR: ((_TEKST,), ""),
    Wijze.KOLOMMEN: ((_TEKST,), ""),
    Wijze.HERHALEN: (_LIJSTEN, "veld-geen-lijst"),
    Wijze.NUMMER: (_LIJSTEN, "veld-geen-lijst"),
    Wijze.EERSTE: (_LIJSTEN, "veld-geen-lijst"),
    Wijze.LETTERS: ((_TEKST,), "veld-bewerking"),
    Wijze.LENGTE: ((_TEKST, _GROEP, *_LIJSTEN), "veld-bewerking"),
    Wijze.VRAAG: (_ALLE, ""),
}
"""The kinds of fields that can be used in a way, and what it is otherwise."""
_WAT: Final = {
    Wijze.HERHALEN: "daar is niet over te herhalen; herhaal een lijst",
    Wijze.NUMMER: "heeft geen onderdelen met een nummer; schrijf het veld zonder [ ]",
    Wijze.EERSTE: "heeft geen onderdelen met een nummer; schrijf het veld zonder [ ]",
    Wijze.LETTERS: "‘|upper’ en ‘|lower’ zijn voor gewone tekst; haal ze weg",
    Wijze.LENGTE: "‘|length’ telt een lijst; haal het weg",
}
_VAST: Final[Mapping[Wijze, tuple[str, ...]]] = {
    Wijze.TEKST: (_TEKST, "getal", "leeg"),
    Wijze.KLEUR: (_TEKST, "getal"),
    Wijze.KOLOMMEN: (_TEKST, "getal"),
    Wijze.ALINEAS: (),
    Wijze.STUKKEN: (),
    Wijze.HERHALEN: (_TEKST, "lijst", "niets", "leeg"),
    Wijze.NUMMER: ("niets",),
    Wijze.EERSTE: (),
    Wijze.LETTERS: (_TEKST, "leeg"),
    Wijze.LENGTE: (_TEKST, "lijst", "leeg"),
}
"""The kinds of values that are no field and can be used in a way; what is not here, is for Jinja to say."""


def _find_diepste(pad: Pad) -> int:
    """Find how many steps it is to the items of the list that a field lies in; 0 if it lies in none."""
    return max((plek for plek, stap in enumerate(pad, 1) if stap is None), default=0)


def _is_vast(gebruikt: Mapping[Pad, _Getoond], pad: Pad) -> bool:
    """Tell whether every document uses a field."""
    return pad in gebruikt and gebruikt[pad].altijd


def _find_binnen(gebruikt: Mapping[Pad, _Getoond], groep: Pad) -> Iterator[_Getoond]:
    """Find what is used of the fields in a group."""
    return (een for pad, een in gebruikt.items() if pad[: len(groep)] == groep and len(pad) > len(groep))


def _is_altijd(pad: Pad, plekken: Sequence[Sequence[Tak]]) -> bool:
    """Tell whether one of the places of a field is come to whenever it is filled.

    A branch is, when the field itself, what it lies in, or the list that it is an item of is enough for it; so are all
    branches of a choice together.
    """
    keuzes: defaultdict[tuple[int, int], defaultdict[int, list[Sequence[Tak]]]] = defaultdict(lambda: defaultdict(list))
    for takken in plekken:
        echt = [tak for tak in takken if not covers(tak.paden, pad)]
        if not echt:
            return True
        keuzes[echt[0].keuze, echt[0].aantal][echt[0].nummer].append(echt[1:])
    return any(
        len(per_tak) == aantal and all(_is_altijd(pad, rest) for rest in per_tak.values())
        for (_, aantal), per_tak in keuzes.items()
    )


def _tell_soms(soms: _Getoond, regel: Veldregel) -> str:
    """Say why not every document shows what a template uses."""
    if soms.verborgen:
        return (
            "het staat in een kop- of voettekst die niet op de eerste bladzijde komt, of in een noot waar niets naar "
            "verwijst; zet het in de tekst"
        )
    if regel.soort == "ja of nee":
        return "de vraag ernaar staat onder een voorwaarde, of er staat niets in; zet er tekst in, en zet haar erbuiten"
    return (
        "het staat onder een voorwaarde of in een keuze, of er staat maar een deel; "
        "zet het erbuiten, of vraag alleen of het zelf gevuld is"
    )


def _tell_zonder(wat: str, naam: str) -> str:
    """Say that what is asked for a field may be something that does not have it."""
    soms = wat.removeprefix("soms ")
    return f"wat hier staat, is soms {soms}, en dan is er geen veld ‘{naam}’; vraag het veld in de keuze zelf"


def _noem(soort: str) -> str:
    return _NOEM.get(
        soort, {"getal": "een getal", "kommagetal": "een kommagetal", "leeg": "soms niets"}.get(soort, soort)
    )


def _find_rang(soort: str) -> str:
    """Find with which other kinds a kind can be compared: to Python a truth value is a number."""
    return {_WAARHEID: "getal", "kommagetal": "getal", "lijst van teksten": "lijst"}.get(soort, soort)


def _is_te_vergelijken(teken: str, links: str, rechts: str) -> bool:
    if teken in {"eq", "ne"}:
        return True
    rang = _find_rang(rechts)
    if teken in {"in", "notin"}:
        return rang == "lijst" or (rang in {_TEKST, _GROEP} and links == _TEKST)
    return rang in {_TEKST, "getal"} and _find_rang(links) == rang


def _judge_vast(wijze: Wijze, soort: object) -> tuple[str, str] | None:
    """Judge whether a value that is no field can be used in a way."""
    if wijze not in _VAST or soort in _VAST[wijze]:
        return None
    if soort == "lijst" and wijze in {Wijze.NUMMER, Wijze.EERSTE}:
        return (
            "veld-op-nummer",
            "er wordt een vast onderdeel gevraagd van een lijst in de tag; schrijf dat onderdeel zelf",
        )
    wat = _noem(soort) if isinstance(soort, str) else "een herhaling"
    if wijze in {Wijze.ALINEAS, Wijze.STUKKEN} and soort in {_TEKST, "getal"}:
        return "veld-niet-opgemaakt", f"wat hier staat, is {wat} en geen opgemaakte tekst; gebruik {{{{ … }}}}"
    if wijze in _TONEN or wijze in _CEL:
        return "veld-niet-te-tonen", f"wat hier staat, is {wat}, en dat is niet te tonen; toon een veld"
    return _GOED[wijze][1], f"wat hier staat, is {wat}, en {_WAT[wijze]}"
