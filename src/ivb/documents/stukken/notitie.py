"""The note on how things stand (stand van zaken) as a Word document."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Annotated, Final, NamedTuple

import attrs

from ivb.dates import (
    Date,
    Periode,
    add_dagen,
    add_lidwoord,
    format_datum,
    format_periode,
    join_perioden,
    to_date,
    to_periode,
)
from ivb.documents.stukken.cijfers import Cijfer, find_gemeten, view_cijfers
from ivb.documents.stukken.gaten import Gaten
from ivb.documents.stukken.huisstijl import (
    Sjabloonbron,
    make_benaming,
    make_eigenschappen,
    make_kenmerken,
    render_in_huisstijl,
)
from ivb.documents.stukken.oordelen import Oordeelweergave, format_oordeel, format_voortgang, view_oordeel
from ivb.documents.stukken.tekstdelen import join_opmaak, label_opmaak, label_tekst, parse_tekst
from ivb.documents.stukken.themas import format_thema, order_themas
from ivb.documents.stukken.weergave import Documentweergave, Veld, Weergave
from ivb.documents.word.opmaak import Opmaak
from ivb.errors import DatumError
from ivb.model.dossier import Dossier
from ivb.model.gemeente import Documentsoort
from ivb.model.indicator import Indicator
from ivb.model.jaarplan import Actie
from ivb.model.rapportage import Rapportage
from ivb.model.voortgang import Oordeel, Voortgang
from ivb.rules.voortgang import Actiestand, derive_actiestanden

_OVERIG: Final = "Overige onderwerpen"
_VRAAGT_UITLEG: Final = {Oordeel.ORANJE, Oordeel.ROOD}
_STIL_EINDE: Final = {Voortgang.DOORGESCHOVEN, Voortgang.VERVALLEN}


@attrs.frozen(kw_only=True)
class Actievoortgang(Weergave):
    """How an action of the plan stands."""

    titel: Annotated[str, Veld("de actie", moet=True)]
    trekker: Annotated[str, Veld("wie haar trekt, of niets")]
    voortgang: Annotated[str, Veld("hoe ver zij is", moet=True)]
    bijzonderheden: Annotated[tuple[str, ...], Veld("sinds wanneer, wat het hiervoor was, en of het verouderd is")]
    tijd: Annotated[Oordeelweergave, Veld("het oordeel over de tijd", moet=True)]
    geld: Annotated[Oordeelweergave, Veld("het oordeel over het geld", moet=True)]
    kwaliteit: Annotated[Oordeelweergave, Veld("het oordeel over de kwaliteit", moet=True)]


@attrs.frozen(kw_only=True)
class Toelichting(Weergave):
    """What there is to tell of an action."""

    titel: Annotated[str, Veld("de actie", moet=True)]
    tekst: Annotated[Opmaak, Veld("oordeel, oorzaak, gevolg, bijsturing, resultaat en toelichting", moet=True)]


@attrs.frozen(kw_only=True)
class Einde(Weergave):
    """What became of an action that was carried over or dropped."""

    titel: Annotated[str, Veld("de actie", moet=True)]
    wat: Annotated[str, Veld("wat ermee gebeurt, en waar zij verder gaat", moet=True)]
    reden: Annotated[Opmaak, Veld("waarom", moet=True)]


@attrs.frozen(kw_only=True)
class Themavoortgang(Weergave):
    """How things stand in a theme."""

    naam: Annotated[str, Veld("het thema", moet=True)]
    ontwikkelingen: Annotated[Opmaak, Veld("wat er gebeurde", moet=True)]
    acties: Annotated[tuple[Actievoortgang, ...], Veld("elke actie van het jaarplan", moet=True)]
    toelichtingen: Annotated[tuple[Toelichting, ...], Veld("wat er over een actie te vertellen is", moet=True)]
    einden: Annotated[tuple[Einde, ...], Veld("wat is doorgeschoven of vervallen", moet=True)]
    cijfers: Annotated[tuple[Cijfer, ...], Veld("de laatste metingen van de indicatoren", moet=True)]
    vergelijkingen: Annotated[Opmaak, Veld("wat de rapportage over twee perioden zegt", moet=True)]
    vooruitblik: Annotated[Opmaak, Veld("wat er komt", moet=True)]

    @property
    def zegt_iets(self) -> bool:
        """Whether anything stands under its name."""
        return any(attrs.astuple(attrs.evolve(self, naam=""), recurse=False))


@attrs.frozen(kw_only=True)
class Notitieweergave(Documentweergave):
    """What the note shows."""

    periode: Annotated[str, Veld("waarover zij gaat; staat ook bij de kenmerken")]
    peildatum: Annotated[str, Veld("van welke dag de stand is; staat ook bij de kenmerken")]
    datum: Annotated[str, Veld("de dag van het stuk; staat ook bij de kenmerken")]
    inleiding: Annotated[Opmaak, Veld("de inleiding van de rapportage", moet=True)]
    themas: Annotated[tuple[Themavoortgang, ...], Veld("elk thema, en wat onder geen thema valt", moet=True)]
    vooruitblik: Annotated[Opmaak, Veld("de vooruitblik van de rapportage", moet=True)]
    verantwoording: Annotated[str, Veld("van welke dag de stand is, en wat toen bekend was", moet=True)]


def render_notitie(
    dossier: Dossier,
    over: Rapportage | Periode | str,
    *,
    datum: datetime.date | None = None,
    concept: bool = False,
    sjabloon: Sjabloonbron = None,
    met_gegevens: bool = False,
) -> bytes:
    """Render the note on how things stand as a Word document (.docx).

    Per theme it tells what happened, how the actions of the plan stand on the ``peildatum`` of the report, why what
    goes wrong goes wrong, what was carried over or dropped and why, what was measured, and what comes. Equal input
    gives equal bytes.

    It must say: the developments in every theme of the policy; how far every action of the plan is; of an action that
    is orange or red the cause, the consequence and the correction; of one that was dropped or carried over the reason.
    What of that the dossier lacks is a hole.

    Args:
        dossier: the dossier.
        over: the report, or the period of it; without a report in the dossier the note is made of what there is.
        datum: the day of the note, when the report has none; what became known later is not in it. Without it, the day
            on which things stood so.
        concept: make a draft, which shows its holes and says what it is.
        sjabloon: a Word template with the same fields, in the house style of the municipality.
        met_gegevens: put the public data of the dossier into it too, for ``read_back``.

    Raises:
        SjabloonError: the template cannot be used; the message says what and where.
        DocumentError: it is no draft and has holes, or a field cannot be put into a document without loss,
            or its data are asked for and it is not public.
        DatumError: ``over`` is a text and no period.

    >>> from ivb import voorbeeld
    >>> render_notitie(voorbeeld(), "2023")[:2]
    b'PK'
    """
    rapportage = find_rapportage(dossier, over)
    weergave = view_notitie(dossier, rapportage, datum=datum, concept=concept)
    dag = _find_dagen(rapportage, datum).datum
    eigenschappen = make_eigenschappen(dossier, rapportage.titel, dag)
    gegevens = (dossier, rapportage) if met_gegevens else None
    return render_in_huisstijl("notitie", weergave, eigenschappen=eigenschappen, sjabloon=sjabloon, gegevens=gegevens)


def find_rapportage(dossier: Dossier, over: Rapportage | Periode | str) -> Rapportage:
    """Find the latest report on a period; where there is none, make one that says nothing yet."""
    if isinstance(over, Rapportage):
        return over
    periode = to_periode(over)
    gevonden = [een for een in dossier.rapportages if een.covers(periode)]
    if gevonden:
        return gevonden[-1]
    naam = make_benaming(dossier, Documentsoort.RAPPORTAGE)
    titel = f"{naam} over {add_lidwoord(format_periode(periode))}"
    return Rapportage(id="nieuw", titel=titel, perioden=(periode,))


class _Dagen(NamedTuple):
    """The days of a note: of which it tells, and on which it was made."""

    begin: Date
    einde: Date
    peildatum: Date
    datum: Date


def _find_dagen(rapportage: Rapportage, datum: datetime.date | None) -> _Dagen:
    begin = min(periode.begindatum for periode in rapportage.perioden)
    einde = max(periode.einddatum for periode in rapportage.perioden)
    peildatum = rapportage.peildatum or einde
    gemaakt = rapportage.datum or (to_date(datum) if datum else peildatum)
    return _Dagen(begin, einde, peildatum, gemaakt)


def view_notitie(
    dossier: Dossier, rapportage: Rapportage, *, datum: datetime.date | None = None, concept: bool = False
) -> Notitieweergave:
    """Give what the note shows.

    Raises:
        DocumentError: it is no draft, and it has holes; the message lists them all.
    """
    gaten = Gaten(concept)
    weergave = _Notitie(dossier, rapportage, _find_dagen(rapportage, datum), gaten).view()
    gaten.check(rapportage.titel)
    return weergave


def _format_perioden(perioden: tuple[Periode, ...]) -> str:
    """Write periods as one where they are one: two half-years as a year."""
    try:
        return format_periode(join_perioden(perioden))
    except DatumError:
        return ", ".join(map(format_periode, sorted(perioden)))


class _Notitie:
    """One note being composed."""

    def __init__(self, dossier: Dossier, rapportage: Rapportage, dagen: _Dagen, gaten: Gaten) -> None:
        self._dossier, self._rapportage, self._dagen, self._gaten = dossier, rapportage, dagen, gaten
        laatste = max(rapportage.perioden, key=lambda periode: periode.einddatum)
        self._beleid = dossier.find_beleid(laatste)
        self._jaarplan = dossier.find_jaarplan(laatste)
        self._acties = {een.id: een for een in self._jaarplan.acties} if self._jaarplan else {}
        self._standen = self._derive_standen(dagen.peildatum)
        self._eerder = self._derive_standen(add_dagen(dagen.begin, -1))

    def view(self) -> Notitieweergave:
        rapportage, dagen = self._rapportage, self._dagen
        perioden = _format_perioden(rapportage.perioden)
        return Notitieweergave(
            concept=self._gaten.concept,
            titel=rapportage.titel,
            gemeente=self._dossier.gemeente.naam,
            periode=perioden,
            peildatum=format_datum(dagen.peildatum),
            datum=format_datum(dagen.datum),
            kenmerken=make_kenmerken(
                ("Gemeente", self._dossier.gemeente.naam),
                ("Periode", perioden),
                ("Peildatum", format_datum(dagen.peildatum)),
                ("Datum", format_datum(dagen.datum)),
                ("Plan", self._jaarplan.titel if self._jaarplan else None),
            ),
            inleiding=parse_tekst(rapportage.inleiding),
            themas=tuple(self._view_themas()),
            vooruitblik=parse_tekst(rapportage.vooruitblik),
            verantwoording=(
                f"De stand op {format_datum(dagen.peildatum)}, zoals die op {format_datum(dagen.datum)} bekend was "
                f"bij de gemeente {self._dossier.gemeente.naam}."
            ),
        )

    def _derive_standen(self, peildatum: Date) -> dict[str, Actiestand]:
        if self._jaarplan is None:
            return {}
        standen = derive_actiestanden(
            self._dossier, peildatum=peildatum, bekend_op=self._dagen.datum, jaarplan=self._jaarplan.id
        )
        return {stand.actie: stand for stand in standen}

    def _view_themas(self) -> Iterator[Themavoortgang]:
        """Give every theme of the policy, those that the report or the plan names besides, and what is under none."""
        genoemd = [deel.thema for deel in self._rapportage.ontwikkelingen]
        themas = order_themas(self._beleid, [*genoemd, *(actie.thema for actie in self._acties.values())])
        getoond: list[str] = []
        for thema in themas:
            indicatoren = self._find_indicatoren(thema)
            getoond += indicatoren
            naam = format_thema(self._dossier, self._beleid, thema)
            yield self._view_thema(thema, naam, indicatoren)
        gemeten = find_gemeten(self._dossier, einde=self._dagen.einde, bekend_op=self._dagen.datum)
        gemeten |= {een.indicator for een in self._rapportage.vergelijkingen}
        rest = [een.id for een in self._dossier.indicatoren if een.id in gemeten and een.id not in getoond]
        overig = self._view_thema(None, _OVERIG, rest)
        if overig.zegt_iets:
            yield overig

    def _view_thema(self, thema: str | None, naam: str, indicatoren: list[str]) -> Themavoortgang:
        delen = [deel for deel in self._rapportage.ontwikkelingen if deel.thema == thema]
        standen = [(self._acties[een.actie], een) for een in self._iter_standen(thema)]
        van_beleid = self._beleid is not None and thema in {een.id for een in self._beleid.themas}
        ontwikkelingen = join_opmaak(parse_tekst(deel.tekst) for deel in delen)
        if van_beleid and not ontwikkelingen:
            ontwikkelingen = self._gaten.fill_opmaak(
                None, f"de ontwikkelingen bij het thema {naam}", kort="ontwikkelingen"
            )
        return Themavoortgang(
            naam=naam,
            ontwikkelingen=ontwikkelingen,
            acties=tuple(self._view_actie(actie, stand) for actie, stand in standen),
            toelichtingen=tuple(self._view_toelichtingen(standen)),
            einden=tuple(self._view_einde(actie, een) for actie, een in standen if een.voortgang in _STIL_EINDE),
            cijfers=view_cijfers(self._dossier, indicatoren, einde=self._dagen.einde, bekend_op=self._dagen.datum),
            vergelijkingen=self._view_vergelijkingen(indicatoren),
            vooruitblik=join_opmaak(parse_tekst(deel.vooruitblik) for deel in delen),
        )

    def _iter_standen(self, thema: str | None) -> Iterator[Actiestand]:
        """Give the actions of the plan that fall under a theme; of one that was not known yet nothing was told."""
        for actie in self._acties.values():
            if actie.thema == thema and self._jaarplan:
                yield self._standen.get(actie.id, Actiestand(actie=actie.id, jaarplan=self._jaarplan.id))

    def _find_indicatoren(self, thema: str) -> list[str]:
        doelen = self._beleid.doelen if self._beleid else ()
        return list(dict.fromkeys(doel.indicator for doel in doelen if doel.thema == thema and doel.indicator))

    def _view_actie(self, actie: Actie, stand: Actiestand) -> Actievoortgang:
        gemeente, melding = self._dossier.gemeente, stand.melding
        voortgang = format_voortgang(gemeente, melding) if melding else None
        return Actievoortgang(
            titel=actie.titel,
            trekker=actie.trekker or "",
            voortgang=self._gaten.fill(voortgang, f"de voortgang van de actie ‘{actie.titel}’", kort="voortgang"),
            bijzonderheden=tuple(self._tell_bijzonderheden(stand)),
            **{naam: view_oordeel(gemeente, oordeel) for naam, oordeel in stand.oordelen.items()},
        )

    def _tell_bijzonderheden(self, stand: Actiestand) -> Iterator[str]:
        eerder = self._eerder.get(stand.actie)
        if stand.melding:
            yield f"sinds {format_datum(stand.melding.sinds)}"
        if eerder and eerder.melding and eerder.melding != stand.melding:
            yield f"hiervoor: {format_voortgang(self._dossier.gemeente, eerder.melding)}"
        if stand.verouderd_sinds:
            yield f"verouderd sinds {format_datum(stand.verouderd_sinds)}"

    def _view_toelichtingen(self, standen: Iterable[tuple[Actie, Actiestand]]) -> Iterator[Toelichting]:
        """Give what is to be told of the actions that have something to tell, above all of orange and red."""
        for actie, stand in standen:
            tekst = self._tell_oordeel(actie, stand) if stand.oordeel in _VRAAGT_UITLEG else Opmaak()
            if stand.melding:
                tekst += self._tell_rest(stand)
            if tekst:
                yield Toelichting(titel=actie.titel, tekst=tekst)

    def _tell_oordeel(self, actie: Actie, stand: Actiestand) -> Opmaak:
        oordelen = ", ".join(
            f"{naam} {format_oordeel(self._dossier.gemeente, oordeel)}"
            for naam, oordeel in stand.oordelen.items()
            if oordeel in _VRAAGT_UITLEG
        )
        velden = {"oorzaak": "de oorzaak", "gevolg": "het gevolg", "bijsturing": "de bijsturing"}
        return label_tekst("Oordeel", oordelen) + join_opmaak(
            label_opmaak(
                veld.capitalize(),
                self._gaten.fill_opmaak(
                    getattr(stand.melding, veld), f"{wat} bij de actie ‘{actie.titel}’ ({stand.oordeel})"
                ),
            )
            for veld, wat in velden.items()
        )

    def _tell_rest(self, stand: Actiestand) -> Opmaak:
        """Give what else the last note tells; causes without orange or red too."""
        velden = ["resultaat", "toelichting"]
        if stand.oordeel not in _VRAAGT_UITLEG:
            velden = ["oorzaak", "gevolg", "bijsturing", *velden]
        if stand.voortgang not in _STIL_EINDE:
            velden.append("reden")
        return join_opmaak(
            label_opmaak(veld.capitalize(), parse_tekst(getattr(stand.melding, veld))) for veld in velden
        )

    def _view_einde(self, actie: Actie, stand: Actiestand) -> Einde:
        """Give what became of an action that was carried over or dropped; where it goes on is said by title."""
        melding = stand.melding
        woord = format_voortgang(self._dossier.gemeente, melding) if melding else ""
        plannen = {een.id: een.titel for een in self._dossier.jaarplannen}
        genoemd = [melding.naar] if melding and melding.naar else list(stand.verder_in)
        naar = ", ".join(plannen.get(een, een) for een in genoemd)
        wat = (
            "de reden van het doorschuiven van"
            if stand.voortgang is Voortgang.DOORGESCHOVEN
            else "de reden van het vervallen van"
        )
        return Einde(
            titel=actie.titel,
            wat=f"{woord}, naar {naar}" if naar else woord,
            reden=self._gaten.fill_opmaak(melding.reden if melding else None, f"{wat} de actie ‘{actie.titel}’"),
        )

    def _view_vergelijkingen(self, indicatoren: list[str]) -> Opmaak:
        """Give what the report says of indicators over two periods."""
        return join_opmaak(
            label_opmaak(
                f"{self._dossier.find(Indicator, een.indicator).naam}, {format_periode(een.van)} en "
                f"{format_periode(een.naar)}",
                parse_tekst(een.tekst),
            )
            for een in self._rapportage.vergelijkingen
            if een.indicator in indicatoren
        )
