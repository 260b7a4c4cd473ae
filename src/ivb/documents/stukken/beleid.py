"""The safety policy for four years as a Word document."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Annotated, Final

import attrs

from ivb.dates import Date, format_dagen, format_periode, parse_periode, to_date
from ivb.documents.stukken.gaten import Gaten
from ivb.documents.stukken.huisstijl import Sjabloonbron, make_eigenschappen, make_kenmerken, render_in_huisstijl
from ivb.documents.stukken.oordelen import LEEG
from ivb.documents.stukken.tekstdelen import label_opmaak, label_tekst, parse_tekst
from ivb.documents.stukken.vaststelling import find_dag, format_besluit, format_verlengingen, format_wanneer
from ivb.documents.stukken.weergave import Documentweergave, Kenmerk, Veld, Weergave
from ivb.documents.word.opmaak import Opmaak, alineas, opsomming
from ivb.getallen import format_waarde
from ivb.model.beleid import Doel, Streefwaarde, Thema, Veiligheidsbeleid, Veldkoppeling
from ivb.model.dossier import Dossier
from ivb.model.indicator import Indicator
from ivb.model.kernbeleid import KERNBELEID
from ivb.model.rapportageafspraak import Levertermijn, Rapportageafspraak

_ZONDER_THEMA: Final = "Overige doelen"
_EEN_JAAR: Final = 2000
_VELDEN: Final = {veld.nummer: veld.naam for veld in KERNBELEID}


@attrs.frozen(kw_only=True)
class Doelweergave(Weergave):
    """A goal of the policy."""

    tekst: Annotated[Opmaak, Veld("het doel, het effect en de bron", moet=True)]
    indicator: Annotated[str, Veld("waaraan het gemeten wordt, en of dat omhoog of omlaag moet", moet=True)]
    nulmeting: Annotated[str, Veld("de waarde bij het begin, en van welk jaar", moet=True)]
    streefwaarden: Annotated[tuple[str, ...], Veld("de waarde die elk jaar gehaald moet zijn", moet=True)]


@attrs.frozen(kw_only=True)
class Themabeleid(Weergave):
    """What the policy wants in a theme."""

    naam: Annotated[str, Veld("het thema", moet=True)]
    kenmerken: Annotated[tuple[Kenmerk, ...], Veld("de prioriteit en de landelijke velden", moet=True)]
    toelichting: Annotated[Opmaak, Veld("wat er te zeggen is", moet=True)]
    doelen: Annotated[tuple[Doelweergave, ...], Veld("elk doel", moet=True)]


@attrs.frozen(kw_only=True)
class Beleidweergave(Documentweergave):
    """What the policy shows."""

    looptijd: Annotated[str, Veld("waarvoor het beleid is; staat ook bij de kenmerken")]
    inleiding: Annotated[Opmaak, Veld("de inleiding", moet=True)]
    themas: Annotated[tuple[Themabeleid, ...], Veld("elk thema, en de doelen onder geen thema", moet=True)]
    rapportage: Annotated[Opmaak, Veld("hoe vaak de raad een rapportage krijgt, en wanneer", moet=True)]
    verantwoording: Annotated[str, Veld("waarvan dit het beleid is", moet=True)]


def render_beleid(
    dossier: Dossier,
    beleid: Veiligheidsbeleid,
    *,
    datum: datetime.date | None = None,
    concept: bool = False,
    sjabloon: Sjabloonbron = None,
    met_gegevens: bool = False,
) -> bytes:
    """Render the safety policy as a Word document (.docx).

    Per theme it tells its priority, its place among the national fields, and the goals with their indicator, baseline
    and targets; a target that was changed since is not shown. Equal input gives equal bytes.

    It must say: at least one theme, and of every theme at least one goal. What of that the policy lacks is a hole. A
    policy that was not adopted yet is none: it is what the council decides on.

    Args:
        dossier: the dossier, for the names of indicators and of the municipality.
        beleid: the policy.
        datum: the day of the document; without it, that of the adoption if it is known, else the first of the policy.
        concept: make a draft, which shows its holes and says what it is.
        sjabloon: a Word template with the same fields, in the house style of the municipality.
        met_gegevens: put the public data of the dossier into it too, for ``read_back``.

    Raises:
        SjabloonError: the template cannot be used; the message says what and where.
        DocumentError: it is no draft and has holes, or a field cannot be put into a document without loss,
            or its data are asked for and it is not public.

    >>> from ivb import voorbeeld
    >>> dossier = voorbeeld()
    >>> render_beleid(dossier, dossier.beleid[0])[:2]
    b'PK'
    """
    dag = to_date(datum) if datum else find_dag(beleid.vastgesteld, beleid.looptijd)
    eigenschappen = make_eigenschappen(dossier, beleid.titel, dag)
    weergave = view_beleid(dossier, beleid, concept=concept)
    gegevens = (dossier, beleid) if met_gegevens else None
    return render_in_huisstijl("beleid", weergave, eigenschappen=eigenschappen, sjabloon=sjabloon, gegevens=gegevens)


def view_beleid(dossier: Dossier, beleid: Veiligheidsbeleid, *, concept: bool = False) -> Beleidweergave:
    """Give what the policy shows.

    Raises:
        DocumentError: it is no draft, and it has holes; the message lists them all.
    """
    gaten = Gaten(concept)
    looptijd = format_periode(beleid.looptijd)
    weergave = Beleidweergave(
        concept=concept,
        titel=beleid.titel,
        gemeente=dossier.gemeente.naam,
        looptijd=looptijd,
        kenmerken=make_kenmerken(
            ("Gemeente", dossier.gemeente.naam),
            ("Looptijd", looptijd),
            ("Vastgesteld", format_besluit(beleid.vastgesteld)),
            ("Verlengd", format_verlengingen(beleid.verlengingen)),
            ("Evaluatie", format_wanneer(beleid.evaluatie)),
        ),
        inleiding=parse_tekst(beleid.inleiding),
        themas=tuple(_view_themas(dossier, beleid, gaten)),
        rapportage=opsomming(map(_format_afspraak, beleid.rapportageafspraken)),
        verantwoording=f"Dit is het veiligheidsbeleid van de gemeente {dossier.gemeente.naam} voor {looptijd}.",
    )
    if not beleid.themas:
        gaten.fill(None, "de thema’s van het beleid")
    gaten.check(beleid.titel)
    return weergave


def _view_themas(dossier: Dossier, beleid: Veiligheidsbeleid, gaten: Gaten) -> Iterator[Themabeleid]:
    for thema in beleid.themas:
        doelen = tuple(_view_doel(dossier, een) for een in beleid.doelen if een.thema == thema.id)
        yield Themabeleid(
            naam=thema.naam,
            kenmerken=make_kenmerken(
                ("Prioriteit", thema.prioriteit and str(thema.prioriteit)),
                ("Kernbeleid Veiligheid", "; ".join(_format_velden(thema.velden))),
            ),
            toelichting=parse_tekst(thema.toelichting),
            doelen=doelen or (_make_gat(thema, gaten),),
        )
    eigen = {thema.id for thema in beleid.themas}
    overig = tuple(_view_doel(dossier, een) for een in beleid.doelen if een.thema not in eigen)
    if overig:
        yield Themabeleid(naam=_ZONDER_THEMA, kenmerken=(), toelichting=Opmaak(), doelen=overig)


def _make_gat(thema: Thema, gaten: Gaten) -> Doelweergave:
    tekst = alineas([gaten.fill(None, f"een doel bij het thema {thema.naam}")])
    return Doelweergave(tekst=tekst, indicator=LEEG, nulmeting=LEEG, streefwaarden=(LEEG,))


def _format_velden(koppelingen: Iterable[Veldkoppeling]) -> Iterator[str]:
    """Write every national field once, with the national themes in it."""
    per_veld: dict[int, list[str]] = {}
    for koppeling in koppelingen:
        editie = f"editie {koppeling.editie}" if koppeling.editie else ""
        per_veld.setdefault(koppeling.veld, []).extend(filter(None, (koppeling.thema, editie)))
    for veld, woorden in sorted(per_veld.items()):
        achter = ", ".join(dict.fromkeys(woorden))
        yield f"veld {veld}, {_VELDEN[veld]}" + (f" ({achter})" if achter else "")


def _view_doel(dossier: Dossier, doel: Doel) -> Doelweergave:
    indicator = dossier.find(Indicator, doel.indicator) if doel.indicator else None
    eenheid = indicator.eenheid if indicator else "aantal"
    nulmeting, streefwaarden = doel.nulmeting, _find_streefwaarden(doel)
    naam = indicator.naam if indicator else LEEG
    return Doelweergave(
        tekst=parse_tekst(doel.tekst)
        + label_opmaak("Effect", parse_tekst(doel.effect))
        + label_tekst("Bron", doel.bron),
        indicator=f"{naam} ({doel.richting})" if doel.richting else naam,
        nulmeting=f"{format_waarde(nulmeting.waarde, eenheid)} ({nulmeting.jaar})" if nulmeting else LEEG,
        streefwaarden=tuple(f"{een.jaar}: {format_waarde(een.waarde, eenheid)}" for een in streefwaarden) or (LEEG,),
    )


def _find_streefwaarden(doel: Doel) -> list[Streefwaarde]:
    """Give the target that holds for each year: the latest that was set."""
    op_volgorde = sorted(doel.streefwaarden, key=lambda een: een.sinds or Date.min)
    per_jaar = {een.jaar: een for een in op_volgorde}
    return [per_jaar[jaar] for jaar in sorted(per_jaar)]


def _format_afspraak(afspraak: Rapportageafspraak) -> str:
    """Write how often the council gets a report, and when each is there."""
    bron = f" ({afspraak.bron})" if afspraak.bron else ""
    wanneer = [_format_levertermijn(een) for een in afspraak.levertermijnen]
    if afspraak.vertraging is not None:
        wanneer.append(f"binnen {format_dagen(afspraak.vertraging)} na de periode")
    zin = f"De raad krijgt {afspraak.ritme} een rapportage{bron}"
    return f"{zin}: {'; '.join(wanneer)}." if wanneer else f"{zin}."


def _format_levertermijn(termijn: Levertermijn) -> str:
    jaren = termijn.jaren_later
    later = "" if not jaren else " van het jaar erna" if jaren == 1 else f", {jaren} jaar later"
    if termijn.deel is None:
        return f"{termijn.venster}{later}"
    deel = format_periode(parse_periode(f"{_EEN_JAAR}-{termijn.deel}")).removesuffix(f" van {_EEN_JAAR}")
    return f"over het {deel} {termijn.venster}{later}"
