"""What is wrong with the cycle: the policies after each other, the plans within them, and the frameworks around them.

Source: Politiewet 2012, art. 38b, first paragraph, https://wetten.overheid.nl/BWBR0031788: the council sets the safety
goals at least once in four years. What the act does not say is own agreement of ivb or practice of municipalities.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from ivb.bevindingen import Ernst
from ivb.dates import Date, add_dagen
from ivb.model.beleid import Veiligheidsbeleid
from ivb.model.besluit import Besluit, Orgaan
from ivb.model.dossier import Dossier
from ivb.model.gemeente import Gemeente
from ivb.model.jaarplan import Jaarplan
from ivb.rules.bronnen import EIGEN_AFSPRAAK
from ivb.rules.checks.regel import Bevinding, Regel
from ivb.rules.checks.teksten import cyclus as teksten
from ivb.rules.einddatum import Einddatum
from ivb.rules.stand import derive_stand, is_denkbaar
from ivb.rules.vaststelling import (
    POLITIEWET_38B,
    VASTSTELLINGSTERMIJN,
    Vaststelling,
    Vaststellingsstatus,
    derive_vaststellingen,
    format_uiterlijk,
)
from ivb.sources import Bron

PRAKTIJK = Bron(titel="gemeentelijke praktijk", vindplaats="een jaarplan werkt het vierjarenbeleid uit")
SINDS_38B = VASTSTELLINGSTERMIJN[0].vanaf


def check_vaststelling(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find policies of which the next was, or may be, adopted more than four years after."""
    alle = {beleid.id: beleid for beleid in derive_stand(dossier, peildatum).beleid}
    for een in derive_vaststellingen(dossier, peildatum=peildatum):
        beleid = alle[een.beleid]
        if een.einde is None:
            bevinding = _judge_onbekend(beleid, peildatum)
        elif een.opvolger is not None:
            bevinding = _judge_opvolger(een, een.einde, beleid, alle[een.opvolger])
        else:
            bevinding = _judge_zonder_opvolger(een, een.einde, beleid, peildatum)
        if bevinding:
            yield bevinding


def _judge_onbekend(beleid: Veiligheidsbeleid, peildatum: Date) -> Bevinding | None:
    """Say of a policy that has begun that nobody wrote down when the council adopted it."""
    besluit = beleid.vastgesteld
    begonnen = beleid.looptijd.begindatum <= peildatum
    if begonnen and (besluit is None or (besluit.orgaan is Orgaan.RAAD and besluit.datum.laatst is None)):
        pad = f"beleid[{beleid.id}].vastgesteld"
        return C1.meld(f"{pad}.datum" if besluit else pad, "onbekend", ernst=Ernst.INFO, beleid=beleid.titel)
    return None


def _judge_opvolger(
    een: Vaststelling, einde: Einddatum, beleid: Veiligheidsbeleid, opvolger: Veiligheidsbeleid
) -> Bevinding | None:
    """Say that the next policy was, or may be, adopted too late; a fault when both days are known."""
    if een.status is Vaststellingsstatus.OP_TIJD:
        return None
    gedaan: Any = een.opvolger_vastgesteld
    exact = einde.aanvang.is_exact and gedaan.is_exact
    na = gedaan.vroegst is not None and not _reaches(einde.laatst, gedaan.vroegst)
    if een.status is Vaststellingsstatus.TE_LAAT:
        variant = "" if exact else "vaag"
    else:
        variant = "na verlenging" if na else "onzeker"
    parameters: dict[str, Any] = {"opvolger": opvolger.titel, "opgevolgd": gedaan}
    return _meld(variant, opvolger, **parameters, **_tell(einde, beleid))


def _judge_zonder_opvolger(
    een: Vaststelling, einde: Einddatum, beleid: Veiligheidsbeleid, peildatum: Date
) -> Bevinding | None:
    """Say that the term has passed, or that it ends before the years of the policy do."""
    if een.status is Vaststellingsstatus.NOG_TE_DOEN:
        eind = beleid.einddatum
        variant = _choose_toekomst(einde, eind, een.verlenging)
        return _meld(variant, beleid, einddatum=eind, **_tell(einde, beleid)) if variant else None
    if een.status is Vaststellingsstatus.VERSTREKEN:
        variant = "verstreken"
    else:
        verlengd = een.verlenging is not None and _reaches(een.verlenging.laatst, peildatum)
        variant = "verlengd" if verlengd else "denkbaar"
    return _meld(variant, beleid, **_tell(einde, beleid))


def _choose_toekomst(einde: Einddatum, eind: Date, verlenging: Einddatum | None) -> str:
    if _reaches(einde.vroegst, eind):
        return ""
    if _reaches(einde.laatst, eind):
        return "misschien eerder"
    return "eerder, tenzij" if verlenging and _reaches(verlenging.laatst, eind) else "eerder"


def _reaches(dag: Date | None, grens: Date) -> bool:
    return dag is not None and dag >= grens


def _tell(einde: Einddatum, beleid: Veiligheidsbeleid) -> dict[str, Any]:
    return {"beleid": beleid.titel, "vastgesteld": einde.aanvang, "uiterlijk": format_uiterlijk(einde)}


def _meld(variant: str, waar: Veiligheidsbeleid, **parameters: Any) -> Bevinding:  # noqa: ANN401  of any kind
    """Point at the day of an adoption; only the ordinary message is a fault, and what may be is no more than told."""
    ernst = {"": Ernst.FOUT, "misschien eerder": Ernst.INFO}.get(variant, Ernst.WAARSCHUWING)
    return C1.meld(f"beleid[{waar.id}].vastgesteld.datum", variant, ernst=ernst, **parameters)


def check_orgaan(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find policies that another organ than the council adopted."""
    for beleid in derive_stand(dossier, peildatum).beleid:
        besluit = beleid.vastgesteld
        if besluit and _is_buiten_raad(besluit):
            orgaan = teksten.ORGANEN[besluit.orgaan]
            yield C2.meld(f"beleid[{beleid.id}].vastgesteld.orgaan", beleid=beleid.titel, orgaan=orgaan)


def _is_buiten_raad(besluit: Besluit) -> bool:
    """Tell whether another organ decided, unless that was certainly before the act gave it to the council."""
    laatst = besluit.datum.laatst
    return besluit.orgaan is not Orgaan.RAAD and (laatst is None or laatst >= SINDS_38B)


def check_aansluiting(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find policies that overlap or leave a gap, and extensions that the council did not decide."""
    stand = derive_stand(dossier, peildatum)
    vorig: Veiligheidsbeleid | None = None
    op_begin = ((_find_begin(dossier.gemeente, een), een.einddatum, een.id, een) for een in stand.beleid)
    for begin, _, _, beleid in sorted(op_begin):
        if vorig:
            yield from _judge_aansluiting(vorig, beleid, begin, dossier.bijgehouden_vanaf)
        vorig = max(vorig, beleid, key=_find_einde) if vorig else beleid
    if vorig and vorig.einddatum < peildatum:
        yield C3.meld(f"beleid[{vorig.id}].looptijd", "afgelopen", ernst=Ernst.WAARSCHUWING, **_tell_einde(vorig))
    geldend = {beleid.id for beleid in stand.beleid}
    for beleid in dossier.beleid:
        if beleid.id in geldend:
            yield from _judge_verlengingen(dossier, beleid, peildatum)


def _find_einde(beleid: Veiligheidsbeleid) -> Date:
    return beleid.einddatum


def _find_begin(gemeente: Gemeente, beleid: Veiligheidsbeleid) -> Date:
    """Give the first day on which a policy certainly holds: that of its years, or when it entered into force."""
    in_werking = beleid.vastgesteld.in_werking if beleid.vastgesteld else None
    laatst = gemeente.venster(in_werking)[1] if in_werking else None
    return max(beleid.looptijd.begindatum, laatst) if laatst else beleid.looptijd.begindatum


def _tell_einde(beleid: Veiligheidsbeleid) -> dict[str, Any]:
    return {"beleid": beleid.titel, "einddatum": beleid.einddatum}


def _judge_aansluiting(
    vorig: Veiligheidsbeleid, beleid: Veiligheidsbeleid, begin: Date, bijgehouden_vanaf: Date
) -> Iterator[Bevinding]:
    """Say that a policy begins before the one before it ends, or not directly after."""
    pad, eerste = f"beleid[{beleid.id}].looptijd", add_dagen(vorig.einddatum, 1)
    parameters: dict[str, Any] = {"opvolger": beleid.titel, "begin": begin, **_tell_einde(vorig)}
    if begin < eerste:
        yield C3.meld(pad, **parameters)
    elif begin > max(eerste, bijgehouden_vanaf):
        yield C3.meld(pad, "gat", ernst=Ernst.WAARSCHUWING, **parameters)


def _judge_verlengingen(dossier: Dossier, beleid: Veiligheidsbeleid, peildatum: Date) -> Iterator[Bevinding]:
    for nummer, verlenging in enumerate(beleid.verlengingen):
        besluit = verlenging.besluit
        pad = f"beleid[{beleid.id}].verlengingen[{nummer}].besluit"
        parameters: dict[str, Any] = {"beleid": beleid.titel, "einddatum": verlenging.einddatum}
        if besluit is None:
            yield C3.meld(pad, "verlenging", **parameters)
        elif _is_buiten_raad(besluit) and is_denkbaar(dossier.gemeente, besluit, peildatum):
            yield C3.meld(f"{pad}.orgaan", "orgaan", orgaan=teksten.ORGANEN[besluit.orgaan], **parameters)


def check_jaarplan(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find plans for years in which their policy does not hold."""
    stand = derive_stand(dossier, peildatum)
    alle = {beleid.id: beleid for beleid in stand.beleid}
    op_begin = sorted(stand.beleid, key=lambda beleid: beleid.looptijd.begindatum)
    begindagen = [beleid.looptijd.begindatum for beleid in op_begin]
    einddagen = list(accumulate(map(_find_einde, op_begin), max))
    for jaarplan in stand.jaarplannen:
        begin, einde = jaarplan.looptijd.begindatum, jaarplan.einddatum
        eigen = alle.get(jaarplan.beleid or "")
        parameters: dict[str, Any] = {"jaarplan": jaarplan.titel, "begin": begin, "einde": einde}
        if eigen:
            van, tot = eigen.looptijd.begindatum, eigen.einddatum
            if begin < van or einde > tot:
                yield C4.meld(_find_pad(jaarplan, van, tot), beleid=eigen.titel, van=van, tot=tot, **parameters)
        elif jaarplan.beleid is None and alle and begin >= dossier.bijgehouden_vanaf:
            eerder = bisect_right(begindagen, begin)
            if not eerder or einddagen[eerder - 1] < einde:
                yield C4.meld(f"jaarplannen[{jaarplan.id}].looptijd", "zonder", **parameters)


def _find_pad(jaarplan: Jaarplan, van: Date, tot: Date) -> str:
    """Point at the years of a plan, or at its extensions when only those go too far."""
    past = van <= jaarplan.looptijd.begindatum and jaarplan.looptijd.einddatum <= tot
    return f"jaarplannen[{jaarplan.id}].{'verlengingen' if past else 'looptijd'}"


def check_verzending(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find plans that went to the council after 1 April of their first year; one that begins later, after that day."""
    stand = derive_stand(dossier, peildatum)
    laatste_eerst = sorted(stand.raadsbrieven, key=lambda brief: (brief.datum, brief.id), reverse=True)
    eerste = {document: brief for brief in laatste_eerst for document in brief.documenten}
    for jaarplan in stand.jaarplannen:
        gebracht = eerste.get(jaarplan.id)
        begin = jaarplan.looptijd.begindatum
        uiterlijk = max(Date(begin.year, 4, 1), begin)
        if gebracht and gebracht.datum > uiterlijk >= dossier.bijgehouden_vanaf:
            pad = f"raadsbrieven[{gebracht.id}].datum"
            yield C5.meld(pad, jaarplan=jaarplan.titel, datum=gebracht.datum, uiterlijk=uiterlijk)


def check_kaders(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find frameworks from outside that hold no longer."""
    for kader in dossier.kaders:
        if kader.einddatum and kader.einddatum < peildatum:
            yield C6.meld(f"kaders[{kader.id}].einddatum", kader=kader.naam, einddatum=kader.einddatum)


C1 = Regel(
    code="C1", ernst=Ernst.FOUT, tekst=teksten.C1, bron=POLITIEWET_38B, vanaf=SINDS_38B, check=check_vaststelling
)
C2 = Regel(
    code="C2", ernst=Ernst.WAARSCHUWING, tekst=teksten.C2, bron=POLITIEWET_38B, vanaf=SINDS_38B, check=check_orgaan
)
C3 = Regel(code="C3", ernst=Ernst.FOUT, tekst=teksten.C3, bron=POLITIEWET_38B, check=check_aansluiting)
C4 = Regel(code="C4", ernst=Ernst.WAARSCHUWING, tekst=teksten.C4, bron=PRAKTIJK, check=check_jaarplan)
C5 = Regel(code="C5", ernst=Ernst.INFO, tekst=teksten.C5, bron=EIGEN_AFSPRAAK, check=check_verzending)
C6 = Regel(code="C6", ernst=Ernst.INFO, tekst=teksten.C6, bron=EIGEN_AFSPRAAK, check=check_kaders)

CYCLUS = (C1, C2, C3, C4, C5, C6)
