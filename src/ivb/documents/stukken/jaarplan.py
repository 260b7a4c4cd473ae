"""The plan for a year as a Word document."""

import datetime
from collections.abc import Iterator
from typing import Annotated, Final

import attrs

from ivb.dates import format_datum, format_periode, to_date
from ivb.documents.stukken.capaciteit import Capaciteitweergave, view_capaciteit
from ivb.documents.stukken.gaten import Gaten
from ivb.documents.stukken.huisstijl import Sjabloonbron, make_eigenschappen, make_kenmerken, render_in_huisstijl
from ivb.documents.stukken.oordelen import LEEG
from ivb.documents.stukken.tekstdelen import join_opmaak, label_opmaak, label_tekst, opsomming_opmaak, parse_tekst
from ivb.documents.stukken.themas import format_thema, order_themas
from ivb.documents.stukken.vaststelling import find_dag, format_besluit, format_verlengingen, format_wanneer
from ivb.documents.stukken.weergave import Documentweergave, Kenmerk, Veld, Weergave
from ivb.documents.word.opmaak import Opmaak, alineas
from ivb.getallen import format_bedrag, format_getal
from ivb.model.beleid import Veiligheidsbeleid
from ivb.model.dossier import Dossier
from ivb.model.jaarplan import Actie, Ambitie, Checklistitem, Herkomst, Jaarplan, Verplichting

_ZONDER_THEMA: Final = "Overige doelen en acties"


@attrs.frozen(kw_only=True)
class Actieweergave(Weergave):
    """An action of the plan."""

    titel: Annotated[str, Veld("de actie", moet=True)]
    toelichting: Annotated[
        Opmaak, Veld("het resultaat, de ambitie, de verplichting en de herkomst, en wat er verder te zeggen is")
    ]
    trekker: Annotated[str, Veld("wie haar trekt", moet=True)]
    partners: Annotated[str, Veld("met wie, of niets")]
    planning: Annotated[tuple[str, ...], Veld("begin, einde en ijkmomenten", moet=True)]
    uren: Annotated[str, Veld("hoeveel uren zij kost", moet=True)]
    geld: Annotated[tuple[str, ...], Veld("wat zij kost, en waaruit dat betaald wordt", moet=True)]


@attrs.frozen(kw_only=True)
class Themaplan(Weergave):
    """What the plan does in a theme."""

    naam: Annotated[str, Veld("het thema", moet=True)]
    doelen: Annotated[Opmaak, Veld("de doelen van het beleid", moet=True)]
    ambities: Annotated[Opmaak, Veld("de ambities van het plan", moet=True)]
    acties: Annotated[tuple[Actieweergave, ...], Veld("elke actie", moet=True)]


@attrs.frozen(kw_only=True)
class Onderdeelweergave(Weergave):
    """An item of the checklist of an obligation."""

    item: Annotated[str, Veld("het onderdeel", moet=True)]
    toelichting: Annotated[Opmaak, Veld("de norm en het bewijs")]
    pijler: Annotated[str, Veld("de pijler")]
    status: Annotated[str, Veld("of het er is, en sinds wanneer", moet=True)]
    herzien: Annotated[str, Veld("wanneer het herzien moet zijn")]
    uren: Annotated[str, Veld("hoeveel uren het kost")]


@attrs.frozen(kw_only=True)
class Verplichtingweergave(Weergave):
    """What others ask."""

    titel: Annotated[str, Veld("de verplichting", moet=True)]
    kenmerken: Annotated[tuple[Kenmerk, ...], Veld("herkomst, wie haar oplegt, uren en geld", moet=True)]
    toelichting: Annotated[Opmaak, Veld("wat er te zeggen is")]
    checklist: Annotated[tuple[Onderdeelweergave, ...], Veld("elk onderdeel dat er moet zijn", moet=True)]


@attrs.frozen(kw_only=True)
class Jaarplanweergave(Documentweergave):
    """What the plan shows."""

    looptijd: Annotated[str, Veld("waarvoor het plan is; staat ook bij de kenmerken")]
    inleiding: Annotated[Opmaak, Veld("de inleiding", moet=True)]
    themas: Annotated[tuple[Themaplan, ...], Veld("elk thema, en wat onder geen thema valt", moet=True)]
    verplichtingen: Annotated[tuple[Verplichtingweergave, ...], Veld("wat anderen vragen", moet=True)]
    capaciteit: Annotated[Capaciteitweergave, Veld("wat nodig is en wat er is", moet=True)]
    verantwoording: Annotated[str, Veld("waarvan dit het plan is", moet=True)]


def render_jaarplan(
    dossier: Dossier,
    jaarplan: Jaarplan,
    *,
    datum: datetime.date | None = None,
    concept: bool = False,
    sjabloon: Sjabloonbron = None,
    met_gegevens: bool = False,
) -> bytes:
    """Render the plan for a year as a Word document (.docx).

    Per theme it tells the goals of the policy, the ambitions, and the actions with who leads them, who helps, when, and
    what they cost; then what others ask, and what is needed against what there is. Equal input gives equal bytes.

    It must say: at least one action; of every action who leads it, and when it is done or looked at. What of that the
    plan lacks is a hole.

    Args:
        dossier: the dossier, for the names of themes and the goals of the policy.
        jaarplan: the plan.
        datum: the day of the document; without it, that of the adoption if it is known, else the first of the plan.
        concept: make a draft, which shows its holes and says what it is.
        sjabloon: a Word template with the same fields, in the house style of the municipality.
        met_gegevens: put the public data of the dossier into it too, for ``read_back``.

    Raises:
        SjabloonError: the template cannot be used; the message says what and where.
        DocumentError: it is no draft and has holes, or a field cannot be put into a document without loss,
            or its data are asked for and it is not public.

    >>> from ivb import voorbeeld
    >>> dossier = voorbeeld()
    >>> render_jaarplan(dossier, dossier.jaarplannen[0])[:2]
    b'PK'
    """
    dag = to_date(datum) if datum else find_dag(jaarplan.vastgesteld, jaarplan.looptijd)
    eigenschappen = make_eigenschappen(dossier, jaarplan.titel, dag)
    weergave = view_jaarplan(dossier, jaarplan, concept=concept)
    gegevens = (dossier, jaarplan) if met_gegevens else None
    return render_in_huisstijl("jaarplan", weergave, eigenschappen=eigenschappen, sjabloon=sjabloon, gegevens=gegevens)


def view_jaarplan(dossier: Dossier, jaarplan: Jaarplan, *, concept: bool = False) -> Jaarplanweergave:
    """Give what the plan shows.

    Raises:
        DocumentError: it is no draft, and it has holes; the message lists them all.
    """
    gaten = Gaten(concept)
    beleid = _find_beleid(dossier, jaarplan)
    looptijd = format_periode(jaarplan.looptijd)
    weergave = Jaarplanweergave(
        concept=concept,
        titel=jaarplan.titel[0].upper() + jaarplan.titel[1:],
        gemeente=dossier.gemeente.naam,
        looptijd=looptijd,
        kenmerken=make_kenmerken(
            ("Gemeente", dossier.gemeente.naam),
            ("Looptijd", looptijd),
            ("Voert uit", beleid.titel if beleid else None),
            ("Vastgesteld", format_besluit(jaarplan.vastgesteld)),
            ("Verlengd", format_verlengingen(jaarplan.verlengingen)),
        ),
        inleiding=parse_tekst(jaarplan.inleiding),
        themas=tuple(_view_themas(dossier, jaarplan, beleid, gaten)),
        verplichtingen=tuple(map(_view_verplichting, jaarplan.verplichtingen)),
        capaciteit=view_capaciteit(dossier, jaarplan, beleid),
        verantwoording=f"Dit is het plan van de gemeente {dossier.gemeente.naam} voor {looptijd}.",
    )
    if not jaarplan.acties:
        gaten.fill(None, "de acties van het plan")
    gaten.check(jaarplan.titel)
    return weergave


def _find_beleid(dossier: Dossier, jaarplan: Jaarplan) -> Veiligheidsbeleid | None:
    """Find the policy that a plan carries out: the one it names, else the one that holds when it ends."""
    if jaarplan.beleid:
        return dossier.find(Veiligheidsbeleid, jaarplan.beleid)
    return dossier.find_beleid(jaarplan.looptijd)


def _view_themas(
    dossier: Dossier, jaarplan: Jaarplan, beleid: Veiligheidsbeleid | None, gaten: Gaten
) -> Iterator[Themaplan]:
    """Give every theme of which the plan or the policy says something, and what falls under none."""
    genoemd = [*(een.thema for een in jaarplan.ambities), *(een.thema for een in jaarplan.acties)]
    namen = {thema: format_thema(dossier, beleid, thema) for thema in order_themas(beleid, genoemd)}
    doelen = beleid.doelen if beleid else ()
    for thema, naam in [*namen.items(), (None, _ZONDER_THEMA)]:
        plan = Themaplan(
            naam=naam,
            doelen=opsomming_opmaak(parse_tekst(een.tekst) for een in doelen if een.thema == thema),
            ambities=opsomming_opmaak(_tell_ambitie(een) for een in jaarplan.ambities if een.thema == thema),
            acties=tuple(_view_actie(jaarplan, een, gaten) for een in jaarplan.acties if een.thema == thema),
        )
        if plan.doelen or plan.ambities or plan.acties:
            yield plan


def _tell_ambitie(ambitie: Ambitie) -> Opmaak:
    return alineas([ambitie.titel]) + parse_tekst(ambitie.toelichting)


def _view_actie(jaarplan: Jaarplan, actie: Actie, gaten: Gaten) -> Actieweergave:
    return Actieweergave(
        titel=actie.titel,
        toelichting=_tell_actie(jaarplan, actie),
        trekker=gaten.fill(actie.trekker, f"de trekker van de actie ‘{actie.titel}’", kort="trekker"),
        partners=f"met {', '.join(actie.partners)}" if actie.partners else "",
        planning=tuple(_tell_planning(actie, gaten)),
        uren=LEEG if actie.uren is None else format_getal(actie.uren),
        geld=tuple(_tell_geld(actie)) or (LEEG,),
    )


def _tell_actie(jaarplan: Jaarplan, actie: Actie) -> Opmaak:
    """Give what more there is to say of an action: its result, where it comes from, and anything else."""
    ambities = {een.id: een.titel for een in jaarplan.ambities if een.thema == actie.thema}
    verplichtingen = {een.id: een.titel for een in jaarplan.verplichtingen}
    herkomst = None if actie.herkomst is Herkomst.LOKAAL else str(actie.herkomst)
    return join_opmaak(
        (
            label_opmaak("Resultaat", parse_tekst(actie.resultaat)),
            label_tekst("Ambitie", ambities.get(actie.ambitie or "") if len(ambities) > 1 else None),
            label_tekst("Verplichting", verplichtingen.get(actie.verplichting or "")),
            label_tekst("Herkomst", herkomst),
            parse_tekst(actie.toelichting),
        )
    )


def _tell_planning(actie: Actie, gaten: Gaten) -> Iterator[str]:
    if actie.begin:
        yield f"begin: {format_wanneer(actie.begin)}"
    if actie.eind:
        yield f"klaar: {format_wanneer(actie.eind)}"
    if actie.ijkmomenten:
        yield f"ijkmoment: {', '.join(map(format_wanneer, actie.ijkmomenten))}"
    if not (actie.eind or actie.ijkmomenten):
        yield gaten.fill(None, f"het einde of de ijkmomenten van de actie ‘{actie.titel}’", kort="einde of ijkmomenten")


def _tell_geld(post: Actie | Verplichting) -> Iterator[str]:
    if post.bedrag is not None:
        yield format_bedrag(post.bedrag)
    if post.dekking:
        yield str(post.dekking)
    if post.dekkingsbron:
        yield post.dekkingsbron


def _view_verplichting(verplichting: Verplichting) -> Verplichtingweergave:
    uren = None if verplichting.uren is None else f"{format_getal(verplichting.uren)} uur"
    return Verplichtingweergave(
        titel=verplichting.titel,
        kenmerken=make_kenmerken(
            ("Herkomst", str(verplichting.herkomst)),
            ("Opgelegd door", verplichting.opgelegd_door),
            ("Vanaf", format_wanneer(verplichting.vanaf)),
            ("Uren", uren),
            ("Geld", ", ".join(_tell_geld(verplichting))),
            ("Ook na dit plan", "ja" if verplichting.structureel else None),
        ),
        toelichting=parse_tekst(verplichting.toelichting),
        checklist=tuple(map(_view_onderdeel, verplichting.checklist)),
    )


def _view_onderdeel(onderdeel: Checklistitem) -> Onderdeelweergave:
    norm = " ".join(filter(None, (onderdeel.norm, onderdeel.normversie and f"(versie {onderdeel.normversie})")))
    sinds = f", sinds {format_datum(onderdeel.sinds)}" if onderdeel.sinds else ""
    return Onderdeelweergave(
        item=onderdeel.item,
        toelichting=label_tekst("Norm", norm) + label_tekst("Bewijs", onderdeel.bewijs),
        pijler=onderdeel.pijler or LEEG,
        status=f"{onderdeel.status}{sinds}",
        herzien=format_wanneer(onderdeel.herzien_voor) or LEEG,
        uren=LEEG if onderdeel.uren is None else format_getal(onderdeel.uren),
    )
