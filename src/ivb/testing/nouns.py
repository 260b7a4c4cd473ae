"""A strategy for every noun, named by its plural.

Each field is a keyword that takes a strategy or a fixed value:

>>> from hypothesis import find, strategies as st
>>> find(acties(trekker="adviseur veiligheid", uren=st.floats(1, 10)), lambda _: True)
Actie(id='a', titel='a', trekker='adviseur veiligheid', uren=1.0)
>>> acties(treker="adviseur veiligheid")
Traceback (most recent call last):
TypeError: Actie has no field 'treker'; did you mean 'trekker'?

Without them an example shrinks to the fields that have no default. References are ids that may lead nowhere; only in
`dossiers` all of them lead somewhere.
"""

from hypothesis.strategies import SearchStrategy

from ivb.model.aanvaarding import Aanvaarding
from ivb.model.beleid import Doel, Nulmeting, Streefwaarde, Thema, Veiligheidsbeleid, Veldkoppeling
from ivb.model.besluit import Besluit, Verlenging
from ivb.model.dossier import Dossier
from ivb.model.gemeente import (
    Benaming,
    Doorlooptijd,
    Drempels,
    Functionaris,
    Gemeente,
    Kop,
    Profiel,
    Reces,
    Regelinstelling,
    Seizoensgrenzen,
    Sluitingsdag,
    Statuslabel,
    Vergadering,
    Vergaderkalender,
    Vergaderreeks,
)
from ivb.model.indicator import Indicator, Meting
from ivb.model.jaarplan import Actie, Ambitie, Capaciteit, Checklistitem, Jaarplan, Verplichting
from ivb.model.kaders import Beleidsregel, Kader
from ivb.model.raadsbrief import Aankondiging, Bijlage, Ondertekenaar, Openbaarheid, Raadsbrief, Vervolgafspraak
from ivb.model.rapportage import Ontwikkeling, Rapportage, Vergelijking
from ivb.model.rapportageafspraak import Levertermijn, Rapportageafspraak
from ivb.model.toezegging import Afdoening, Afvoervoorstel, Relatie, Statusmelding, Toezegging
from ivb.model.voortgang import Voortgangsmelding
from ivb.rules.actieverloop import Actieverloop
from ivb.rules.agenda import Agenda, Agendapunt
from ivb.rules.capaciteit import Capaciteitsraming, Raming, Rolraming
from ivb.rules.einddatum import Einddatum, Telling
from ivb.rules.feestdagen import Feestdag
from ivb.rules.openbaarmaking import Openbaarmaking
from ivb.rules.rapportagedekking import Rapportagedekking
from ivb.rules.rapportages import VerwachteRapportage
from ivb.rules.route import Route, Routestap
from ivb.rules.stappen import Stap
from ivb.rules.termijn import Termijn
from ivb.rules.vaststelling import Vaststelling
from ivb.rules.vervolg import Vervolgstand
from ivb.rules.voortgang import Actiestand
from ivb.testing.dossier import draw_dossiers
from ivb.testing.engine import nouns


def aankondigingen(**velden: object) -> SearchStrategy[Aankondiging]:
    """Draw announcements."""
    return nouns(Aankondiging, velden)


def aanvaardingen(**velden: object) -> SearchStrategy[Aanvaarding]:
    """Draw findings that were accepted."""
    return nouns(Aanvaarding, velden)


def acties(**velden: object) -> SearchStrategy[Actie]:
    """Draw actions."""
    return nouns(Actie, velden)


def actiestanden(**velden: object) -> SearchStrategy[Actiestand]:
    """Draw states of an action."""
    return nouns(Actiestand, velden)


def actieverlopen(**velden: object) -> SearchStrategy[Actieverloop]:
    """Draw what became of actions."""
    return nouns(Actieverloop, velden)


def afdoeningen(**velden: object) -> SearchStrategy[Afdoening]:
    """Draw settlements."""
    return nouns(Afdoening, velden)


def afvoervoorstellen(**velden: object) -> SearchStrategy[Afvoervoorstel]:
    """Draw proposals to strike a promise."""
    return nouns(Afvoervoorstel, velden)


def agendapunten(**velden: object) -> SearchStrategy[Agendapunt]:
    """Draw things that are due."""
    return nouns(Agendapunt, velden)


def agendas(**velden: object) -> SearchStrategy[Agenda]:
    """Draw what is due."""
    return nouns(Agenda, velden)


def ambities(**velden: object) -> SearchStrategy[Ambitie]:
    """Draw ambitions."""
    return nouns(Ambitie, velden)


def beleidsregels(**velden: object) -> SearchStrategy[Beleidsregel]:
    """Draw policy rules."""
    return nouns(Beleidsregel, velden)


def benamingen(**velden: object) -> SearchStrategy[Benaming]:
    """Draw local names of documents."""
    return nouns(Benaming, velden)


def besluiten(**velden: object) -> SearchStrategy[Besluit]:
    """Draw decisions."""
    return nouns(Besluit, velden)


def bijlagen(**velden: object) -> SearchStrategy[Bijlage]:
    """Draw enclosures."""
    return nouns(Bijlage, velden)


def capaciteiten(**velden: object) -> SearchStrategy[Capaciteit]:
    """Draw capacity."""
    return nouns(Capaciteit, velden)


def capaciteitsramingen(**velden: object) -> SearchStrategy[Capaciteitsraming]:
    """Draw what plans ask and what there is for them."""
    return nouns(Capaciteitsraming, velden)


def checklistitems(**velden: object) -> SearchStrategy[Checklistitem]:
    """Draw items of a checklist."""
    return nouns(Checklistitem, velden)


def doelen(**velden: object) -> SearchStrategy[Doel]:
    """Draw goals."""
    return nouns(Doel, velden)


def doorlooptijden(**velden: object) -> SearchStrategy[Doorlooptijd]:
    """Draw lead times."""
    return nouns(Doorlooptijd, velden)


def dossiers(**velden: object) -> SearchStrategy[Dossier]:
    """Draw whole dossiers.

    What is drawn for the fields is joined: a reference that leads nowhere is replaced by the id of a noun that is
    there, or left out; of two nouns with one id in a collection the later is left out, and so is a noun that must name
    another while there is none to name.

    >>> from hypothesis import find
    >>> find(dossiers(), lambda _: True)
    <Dossier a: leeg>
    """
    return draw_dossiers(velden)


def drempels(**velden: object) -> SearchStrategy[Drempels]:
    """Draw thresholds."""
    return nouns(Drempels, velden)


def einddatums(**velden: object) -> SearchStrategy[Einddatum]:
    """Draw outcomes of a term."""
    return nouns(Einddatum, velden)


def feestdagen(**velden: object) -> SearchStrategy[Feestdag]:
    """Draw holidays."""
    return nouns(Feestdag, velden)


def functionarissen(**velden: object) -> SearchStrategy[Functionaris]:
    """Draw people in office."""
    return nouns(Functionaris, velden)


def gemeenten(**velden: object) -> SearchStrategy[Gemeente]:
    """Draw municipalities."""
    return nouns(Gemeente, velden)


def indicatoren(**velden: object) -> SearchStrategy[Indicator]:
    """Draw indicators."""
    return nouns(Indicator, velden)


def jaarplannen(**velden: object) -> SearchStrategy[Jaarplan]:
    """Draw plans for a year or more."""
    return nouns(Jaarplan, velden)


def kaders(**velden: object) -> SearchStrategy[Kader]:
    """Draw frameworks from outside."""
    return nouns(Kader, velden)


def koppen(**velden: object) -> SearchStrategy[Kop]:
    """Draw headings of the council letter."""
    return nouns(Kop, velden)


def levertermijnen(**velden: object) -> SearchStrategy[Levertermijn]:
    """Draw terms of delivery."""
    return nouns(Levertermijn, velden)


def metingen(**velden: object) -> SearchStrategy[Meting]:
    """Draw measurements."""
    return nouns(Meting, velden)


def nulmetingen(**velden: object) -> SearchStrategy[Nulmeting]:
    """Draw baselines."""
    return nouns(Nulmeting, velden)


def ondertekenaars(**velden: object) -> SearchStrategy[Ondertekenaar]:
    """Draw signatories."""
    return nouns(Ondertekenaar, velden)


def ontwikkelingen(**velden: object) -> SearchStrategy[Ontwikkeling]:
    """Draw developments in a theme."""
    return nouns(Ontwikkeling, velden)


def openbaarheden(**velden: object) -> SearchStrategy[Openbaarheid]:
    """Draw whether a letter is public."""
    return nouns(Openbaarheid, velden)


def openbaarmakingen(**velden: object) -> SearchStrategy[Openbaarmaking]:
    """Draw by when a letter is published."""
    return nouns(Openbaarmaking, velden)


def profielen(**velden: object) -> SearchStrategy[Profiel]:
    """Draw profiles."""
    return nouns(Profiel, velden)


def raadsbrieven(**velden: object) -> SearchStrategy[Raadsbrief]:
    """Draw letters to the council."""
    return nouns(Raadsbrief, velden)


def ramingen(**velden: object) -> SearchStrategy[Raming]:
    """Draw sums of hours and money."""
    return nouns(Raming, velden)


def rapportageafspraken(**velden: object) -> SearchStrategy[Rapportageafspraak]:
    """Draw agreements to report."""
    return nouns(Rapportageafspraak, velden)


def rapportagedekkingen(**velden: object) -> SearchStrategy[Rapportagedekking]:
    """Draw how promised time is covered by reports."""
    return nouns(Rapportagedekking, velden)


def rapportages(**velden: object) -> SearchStrategy[Rapportage]:
    """Draw reports to the council."""
    return nouns(Rapportage, velden)


def recessen(**velden: object) -> SearchStrategy[Reces]:
    """Draw recesses."""
    return nouns(Reces, velden)


def regelinstellingen(**velden: object) -> SearchStrategy[Regelinstelling]:
    """Draw settings of rules."""
    return nouns(Regelinstelling, velden)


def relaties(**velden: object) -> SearchStrategy[Relatie]:
    """Draw relations between promises."""
    return nouns(Relatie, velden)


def rolramingen(**velden: object) -> SearchStrategy[Rolraming]:
    """Draw what is asked of a role and what it has."""
    return nouns(Rolraming, velden)


def routes(**velden: object) -> SearchStrategy[Route]:
    """Draw routes to the council."""
    return nouns(Route, velden)


def routestappen(**velden: object) -> SearchStrategy[Routestap]:
    """Draw milestones on a route."""
    return nouns(Routestap, velden)


def seizoensgrenzen(**velden: object) -> SearchStrategy[Seizoensgrenzen]:
    """Draw bounds of the seasons."""
    return nouns(Seizoensgrenzen, velden)


def sluitingsdagen(**velden: object) -> SearchStrategy[Sluitingsdag]:
    """Draw days on which the office is closed."""
    return nouns(Sluitingsdag, velden)


def stappen(**velden: object) -> SearchStrategy[Stap]:
    """Draw steps on the way to an outcome."""
    return nouns(Stap, velden)


def statuslabels(**velden: object) -> SearchStrategy[Statuslabel]:
    """Draw local words for a status."""
    return nouns(Statuslabel, velden)


def statusmeldingen(**velden: object) -> SearchStrategy[Statusmelding]:
    """Draw notes in the log of a promise."""
    return nouns(Statusmelding, velden)


def streefwaarden(**velden: object) -> SearchStrategy[Streefwaarde]:
    """Draw targets."""
    return nouns(Streefwaarde, velden)


def tellingen(**velden: object) -> SearchStrategy[Telling]:
    """Draw counts of a term."""
    return nouns(Telling, velden)


def termijnen(**velden: object) -> SearchStrategy[Termijn]:
    """Draw terms."""
    return nouns(Termijn, velden)


def themas(**velden: object) -> SearchStrategy[Thema]:
    """Draw themes."""
    return nouns(Thema, velden)


def toezeggingen(**velden: object) -> SearchStrategy[Toezegging]:
    """Draw promises to the council."""
    return nouns(Toezegging, velden)


def vaststellingen(**velden: object) -> SearchStrategy[Vaststelling]:
    """Draw by when the next policy has to be adopted."""
    return nouns(Vaststelling, velden)


def veiligheidsbeleid(**velden: object) -> SearchStrategy[Veiligheidsbeleid]:
    """Draw policies."""
    return nouns(Veiligheidsbeleid, velden)


def veldkoppelingen(**velden: object) -> SearchStrategy[Veldkoppeling]:
    """Draw places among the national fields."""
    return nouns(Veldkoppeling, velden)


def vergaderingen(**velden: object) -> SearchStrategy[Vergadering]:
    """Draw meetings."""
    return nouns(Vergadering, velden)


def vergaderkalenders(**velden: object) -> SearchStrategy[Vergaderkalender]:
    """Draw calendars."""
    return nouns(Vergaderkalender, velden)


def vergaderreeksen(**velden: object) -> SearchStrategy[Vergaderreeks]:
    """Draw meetings in a cadence."""
    return nouns(Vergaderreeks, velden)


def vergelijkingen(**velden: object) -> SearchStrategy[Vergelijking]:
    """Draw comparisons."""
    return nouns(Vergelijking, velden)


def verlengingen(**velden: object) -> SearchStrategy[Verlenging]:
    """Draw extensions."""
    return nouns(Verlenging, velden)


def verplichtingen(**velden: object) -> SearchStrategy[Verplichting]:
    """Draw obligations."""
    return nouns(Verplichting, velden)


def vervolgafspraken(**velden: object) -> SearchStrategy[Vervolgafspraak]:
    """Draw sentences of the follow-up."""
    return nouns(Vervolgafspraak, velden)


def vervolgstanden(**velden: object) -> SearchStrategy[Vervolgstand]:
    """Draw what became of sentences of the follow-up of letters."""
    return nouns(Vervolgstand, velden)


def verwachte_rapportages(**velden: object) -> SearchStrategy[VerwachteRapportage]:
    """Draw reports that are owed."""
    return nouns(VerwachteRapportage, velden)


def voortgangsmeldingen(**velden: object) -> SearchStrategy[Voortgangsmelding]:
    """Draw notes in the log of an action."""
    return nouns(Voortgangsmelding, velden)
