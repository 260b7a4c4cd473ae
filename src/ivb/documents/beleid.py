"""The safety policy for four years as a Word document."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Final

from ivb.dates import Date, format_dagen, format_periode, parse_periode, to_date
from ivb.documents.gaten import Gaten
from ivb.documents.getallen import format_waarde
from ivb.documents.huisstijl import Sjabloonbron, Velden, make_eigenschappen, make_kenmerken, render_in_huisstijl
from ivb.documents.oordelen import LEEG
from ivb.documents.opmaak import Opmaak, alineas, opsomming
from ivb.documents.tekstdelen import label_opmaak, label_tekst, parse_tekst
from ivb.documents.vaststelling import find_dag, format_besluit, format_verlengingen, format_wanneer
from ivb.model.beleid import Doel, Streefwaarde, Thema, Veiligheidsbeleid, Veldkoppeling
from ivb.model.dossier import Dossier
from ivb.model.indicator import Indicator
from ivb.model.kernbeleid import KERNBELEID
from ivb.model.rapportageafspraak import Levertermijn, Rapportageafspraak

VOORBEELD: Final[Velden] = {
    "kenmerken": [{"label": "", "waarde": ""}],
    "themas": [
        {
            "naam": "",
            "kenmerken": [{"label": "", "waarde": ""}],
            "toelichting": Opmaak(),
            "doelen": [{"tekst": Opmaak(), "indicator": "", "nulmeting": "", "streefwaarden": [""]}],
        }
    ],
}

_ZONDER_THEMA: Final = "Overige doelen"
_EEN_JAAR: Final = 2000
_VELDEN: Final = {veld.nummer: veld.naam for veld in KERNBELEID}


def render_beleid(
    dossier: Dossier,
    beleid: Veiligheidsbeleid,
    *,
    datum: datetime.date | None = None,
    concept: bool = False,
    sjabloon: Sjabloonbron = None,
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

    Raises:
        SjabloonError: the template cannot be used; the message says what and where.
        DocumentError: it is no draft and has holes, or a field cannot be put into a document without loss.

    >>> from ivb import voorbeeld
    >>> dossier = voorbeeld()
    >>> render_beleid(dossier, dossier.beleid[0])[:2]
    b'PK'
    """
    dag = to_date(datum) if datum else find_dag(beleid.vastgesteld, beleid.looptijd)
    eigenschappen = make_eigenschappen(dossier, beleid.titel, dag)
    velden = view_beleid(dossier, beleid, concept=concept)
    return render_in_huisstijl("beleid", velden, eigenschappen=eigenschappen, sjabloon=sjabloon, voorbeeld=VOORBEELD)


def view_beleid(dossier: Dossier, beleid: Veiligheidsbeleid, *, concept: bool = False) -> Velden:
    """Give the fields that a template of the policy may use.

    Raises:
        DocumentError: it is no draft, and it has holes; the message lists them all.
    """
    gaten = Gaten(concept)
    looptijd = format_periode(beleid.looptijd)
    velden = {
        "concept": concept,
        "titel": beleid.titel,
        "gemeente": dossier.gemeente.naam,
        "looptijd": looptijd,
        "kenmerken": make_kenmerken(
            ("Gemeente", dossier.gemeente.naam),
            ("Looptijd", looptijd),
            ("Vastgesteld", format_besluit(beleid.vastgesteld)),
            ("Verlengd", format_verlengingen(beleid.verlengingen)),
            ("Evaluatie", format_wanneer(beleid.evaluatie)),
        ),
        "inleiding": parse_tekst(beleid.inleiding),
        "themas": list(_view_themas(dossier, beleid, gaten)),
        "rapportage": opsomming(map(_format_afspraak, beleid.rapportageafspraken)),
        "verantwoording": f"Dit is het veiligheidsbeleid van de gemeente {dossier.gemeente.naam} voor {looptijd}.",
    }
    if not beleid.themas:
        gaten.fill(None, "de thema’s van het beleid")
    gaten.check(beleid.titel)
    return velden


def _view_themas(dossier: Dossier, beleid: Veiligheidsbeleid, gaten: Gaten) -> Iterator[Velden]:
    for thema in beleid.themas:
        doelen = [_view_doel(dossier, een) for een in beleid.doelen if een.thema == thema.id]
        yield {
            "naam": thema.naam,
            "kenmerken": make_kenmerken(
                ("Prioriteit", thema.prioriteit),
                ("Kernbeleid Veiligheid", "; ".join(_format_velden(thema.velden))),
            ),
            "toelichting": parse_tekst(thema.toelichting),
            "doelen": doelen or [_make_gat(thema, gaten)],
        }
    eigen = {thema.id for thema in beleid.themas}
    overig = [_view_doel(dossier, een) for een in beleid.doelen if een.thema not in eigen]
    if overig:
        yield {"naam": _ZONDER_THEMA, "kenmerken": [], "toelichting": Opmaak(), "doelen": overig}


def _make_gat(thema: Thema, gaten: Gaten) -> Velden:
    tekst = alineas([gaten.fill(None, f"een doel bij het thema {thema.naam}")])
    return {"tekst": tekst, "indicator": LEEG, "nulmeting": LEEG, "streefwaarden": [LEEG]}


def _format_velden(koppelingen: Iterable[Veldkoppeling]) -> Iterator[str]:
    """Write every national field once, with the national themes in it."""
    per_veld: dict[int, list[str]] = {}
    for koppeling in koppelingen:
        editie = f"editie {koppeling.editie}" if koppeling.editie else ""
        per_veld.setdefault(koppeling.veld, []).extend(filter(None, (koppeling.thema, editie)))
    for veld, woorden in sorted(per_veld.items()):
        achter = ", ".join(dict.fromkeys(woorden))
        yield f"veld {veld}, {_VELDEN[veld]}" + (f" ({achter})" if achter else "")


def _view_doel(dossier: Dossier, doel: Doel) -> Velden:
    indicator = dossier.find(Indicator, doel.indicator) if doel.indicator else None
    eenheid = indicator.eenheid if indicator else "aantal"
    nulmeting, streefwaarden = doel.nulmeting, _find_streefwaarden(doel)
    naam = indicator.naam if indicator else LEEG
    return {
        "tekst": parse_tekst(doel.tekst)
        + label_opmaak("Effect", parse_tekst(doel.effect))
        + label_tekst("Bron", doel.bron),
        "indicator": f"{naam} ({doel.richting})" if doel.richting else naam,
        "nulmeting": f"{format_waarde(nulmeting.waarde, eenheid)} ({nulmeting.jaar})" if nulmeting else LEEG,
        "streefwaarden": [f"{een.jaar}: {format_waarde(een.waarde, eenheid)}" for een in streefwaarden] or [LEEG],
    }


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
