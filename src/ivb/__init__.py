"""The safety policy cycle of Dutch municipalities (integraal veiligheidsbeleid) as typed data.

Load a dossier, derive what is due, and write the letter to the council:

>>> import ivb
>>> dossier = ivb.voorbeeld()
>>> dossier.gemeente.naam
'Twenterand'

Every name loads its own module on first use, so that importing ``ivb`` costs next to nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ivb.bevindingen import Documentbevinding, Ernst
    from ivb.dates import (
        Datering,
        Periode,
        Periodesoort,
        Seizoen,
        format_datering,
        format_datum,
        format_periode,
        join_perioden,
        parse_datering,
        parse_datum,
        parse_periode,
    )
    from ivb.documents.agenda import render_agenda
    from ivb.documents.batch import render_all
    from ivb.documents.compose import compose_raadsbrief
    from ivb.documents.contract.audit import audit_sjabloon, guess_document
    from ivb.documents.herkomst.gegevens import read_back
    from ivb.documents.opdrachten import compose_opdrachten
    from ivb.documents.pdf import render_pdf, render_pdfs
    from ivb.documents.sjabloon.engine import Sjabloon
    from ivb.documents.stukken.beleid import render_beleid
    from ivb.documents.stukken.jaarplan import render_jaarplan
    from ivb.documents.stukken.notitie import render_notitie
    from ivb.documents.stukken.raadsbrief import render_raadsbrief
    from ivb.documents.stukken.toezeggingenlijst import render_toezeggingenlijst
    from ivb.documents.toegankelijkheid.audit import audit_document
    from ivb.documents.word.afbeelding import Afbeelding
    from ivb.documents.word.eigenschappen import Eigenschappen
    from ivb.documents.word.opmaak import Opmaak, parse_opmaak
    from ivb.errors import (
        BestandError,
        DatumError,
        DocumentError,
        DossierFout,
        DossierWaarschuwing,
        IvbError,
        Melding,
        Plaats,
        SjabloonError,
        VeldError,
    )
    from ivb.files.dumping import dump
    from ivb.files.loading import load, read_dossier
    from ivb.files.pointer import format_pointer
    from ivb.files.saving import save
    from ivb.files.schema import read_schema
    from ivb.files.voorbeelden import voorbeeld
    from ivb.herkomst import Teruglezing
    from ivb.model.aanvaarding import Aanvaarding
    from ivb.model.beleid import Doel, Nulmeting, Prioriteit, Streefwaarde, Thema, Veiligheidsbeleid, Veldkoppeling
    from ivb.model.besluit import Besluit, Orgaan, Verlenging
    from ivb.model.dossier import Dossier
    from ivb.model.gemeente import (
        Benaming,
        Briefsectie,
        Dageenheid,
        Documentsoort,
        Doorlooptijd,
        Drempels,
        Functionaris,
        Gemeente,
        Kop,
        Mijlpaal,
        Profiel,
        Reces,
        Regelinstelling,
        Seizoensgrenzen,
        Sluitingsdag,
        Statuslabel,
        Vergadering,
        Vergaderkalender,
        Vergaderreeks,
        Vergadersoort,
    )
    from ivb.model.indicator import Indicator, Indicatorsoort, Meting, Richting
    from ivb.model.jaarplan import (
        Actie,
        Ambitie,
        Capaciteit,
        Checklistitem,
        Checkliststatus,
        Dekking,
        Herkomst,
        Jaarplan,
        Verplichting,
    )
    from ivb.model.kaders import Beleidsregel, Kader
    from ivb.model.raadsbrief import (
        Aankondiging,
        Bijlage,
        Informatiecategorie,
        Ondertekenaar,
        Openbaarheid,
        Openbaarheidssoort,
        Raadsbrief,
        Vervolgafspraak,
    )
    from ivb.model.rapportage import Ontwikkeling, Rapportage, Vergelijking
    from ivb.model.rapportageafspraak import Levertermijn, Rapportageafspraak, Ritme
    from ivb.model.toezegging import (
        Afdoening,
        Afvoervoorstel,
        Relatie,
        Relatiesoort,
        Statusmelding,
        Toezegging,
        Toezeggingstatus,
    )
    from ivb.model.voortgang import Oordeel, Voortgang, Voortgangsmelding
    from ivb.rules.actieverloop import Actieuitkomst, Actieverloop, derive_actieverloop
    from ivb.rules.agenda import Agenda, Agendapunt, Agendasoort, Agendastatus, derive_agenda
    from ivb.rules.capaciteit import Capaciteitsraming, Raming, Rolraming, derive_capaciteit
    from ivb.rules.checks.catalogus import REGELS, find_regel
    from ivb.rules.checks.controle import check
    from ivb.rules.checks.regel import Bevinding, Regel, Regeltekst
    from ivb.rules.einddatum import Einddatum, Telling, Verschuiving, derive_einddatum, explain_einddatum
    from ivb.rules.feestdagen import (
        Feestdag,
        Kalenderzekerheid,
        derive_feestdagen,
        derive_gewone_dag,
        is_kalender_volledig,
        is_vrije_dag,
    )
    from ivb.rules.openbaarmaking import Openbaarmaking, Openbaarmakingsplicht, derive_openbaarmaking
    from ivb.rules.rapportagedekking import Rapportagedekking, derive_rapportagedekkingen
    from ivb.rules.rapportages import Beleidsfase, Bijzonderheid, Leverstatus, VerwachteRapportage, derive_rapportages
    from ivb.rules.route import (
        Route,
        Routestap,
        derive_route,
        derive_route_binnen,
        derive_route_vanaf,
        explain_route,
    )
    from ivb.rules.stappen import Stap, Stapsoort, format_stappen
    from ivb.rules.termijn import Atwuitzondering, Telrichting, Termijn, Termijneenheid, Termijngrondslag
    from ivb.rules.toezeggingen import derive_open_toezeggingen
    from ivb.rules.vaststelling import Vaststelling, Vaststellingsstatus, derive_vaststellingen
    from ivb.rules.vervolg import Vervolgstand, Vervolgstatus, derive_vervolg
    from ivb.rules.voortgang import Actiestand, derive_actiestanden
    from ivb.rules.werkdagen import Werkkalender
    from ivb.sources import Bron, Norm, find_waarde
    from ivb.verslag.markdown import format_markdown
    from ivb.verslag.rijen import format_json, list_bevindingen
    from ivb.verslag.sarif import format_sarif
    from ivb.verslag.tekst import format_tekst
if not TYPE_CHECKING:
    from importlib import import_module

    _modules = {
        "ivb.bevindingen": "Documentbevinding Ernst",
        "ivb.dates": (
            "Datering Periode Periodesoort Seizoen format_datering format_datum format_periode "
            "join_perioden parse_datering parse_datum parse_periode"
        ),
        "ivb.documents.agenda": "render_agenda",
        "ivb.documents.batch": "render_all",
        "ivb.documents.compose": "compose_raadsbrief",
        "ivb.documents.contract.audit": "audit_sjabloon guess_document",
        "ivb.documents.herkomst.gegevens": "read_back",
        "ivb.documents.opdrachten": "compose_opdrachten",
        "ivb.documents.pdf": "render_pdf render_pdfs",
        "ivb.documents.sjabloon.engine": "Sjabloon",
        "ivb.documents.stukken.beleid": "render_beleid",
        "ivb.documents.stukken.jaarplan": "render_jaarplan",
        "ivb.documents.stukken.notitie": "render_notitie",
        "ivb.documents.stukken.raadsbrief": "render_raadsbrief",
        "ivb.documents.stukken.toezeggingenlijst": "render_toezeggingenlijst",
        "ivb.documents.toegankelijkheid.audit": "audit_document",
        "ivb.documents.word.afbeelding": "Afbeelding",
        "ivb.documents.word.eigenschappen": "Eigenschappen",
        "ivb.documents.word.opmaak": "Opmaak parse_opmaak",
        "ivb.errors": (
            "BestandError DatumError DocumentError DossierFout DossierWaarschuwing IvbError "
            "Melding Plaats SjabloonError VeldError"
        ),
        "ivb.files.dumping": "dump",
        "ivb.files.loading": "load read_dossier",
        "ivb.files.pointer": "format_pointer",
        "ivb.files.saving": "save",
        "ivb.files.schema": "read_schema",
        "ivb.files.voorbeelden": "voorbeeld",
        "ivb.herkomst": "Teruglezing",
        "ivb.model.aanvaarding": "Aanvaarding",
        "ivb.model.beleid": "Doel Nulmeting Prioriteit Streefwaarde Thema Veiligheidsbeleid Veldkoppeling",
        "ivb.model.besluit": "Besluit Orgaan Verlenging",
        "ivb.model.dossier": "Dossier",
        "ivb.model.gemeente": (
            "Benaming Briefsectie Dageenheid Documentsoort Doorlooptijd Drempels Functionaris "
            "Gemeente Kop Mijlpaal Profiel Reces Regelinstelling Seizoensgrenzen Sluitingsdag "
            "Statuslabel Vergadering Vergaderkalender Vergaderreeks Vergadersoort"
        ),
        "ivb.model.indicator": "Indicator Indicatorsoort Meting Richting",
        "ivb.model.jaarplan": (
            "Actie Ambitie Capaciteit Checklistitem Checkliststatus Dekking Herkomst Jaarplan Verplichting"
        ),
        "ivb.model.kaders": "Beleidsregel Kader",
        "ivb.model.raadsbrief": (
            "Aankondiging Bijlage Informatiecategorie Ondertekenaar Openbaarheid "
            "Openbaarheidssoort Raadsbrief Vervolgafspraak"
        ),
        "ivb.model.rapportage": "Ontwikkeling Rapportage Vergelijking",
        "ivb.model.rapportageafspraak": "Levertermijn Rapportageafspraak Ritme",
        "ivb.model.toezegging": (
            "Afdoening Afvoervoorstel Relatie Relatiesoort Statusmelding Toezegging Toezeggingstatus"
        ),
        "ivb.model.voortgang": "Oordeel Voortgang Voortgangsmelding",
        "ivb.rules.actieverloop": "Actieuitkomst Actieverloop derive_actieverloop",
        "ivb.rules.agenda": "Agenda Agendapunt Agendasoort Agendastatus derive_agenda",
        "ivb.rules.capaciteit": "Capaciteitsraming Raming Rolraming derive_capaciteit",
        "ivb.rules.checks.catalogus": "REGELS find_regel",
        "ivb.rules.checks.controle": "check",
        "ivb.rules.checks.regel": "Bevinding Regel Regeltekst",
        "ivb.rules.einddatum": "Einddatum Telling Verschuiving derive_einddatum explain_einddatum",
        "ivb.rules.feestdagen": (
            "Feestdag Kalenderzekerheid derive_feestdagen derive_gewone_dag is_kalender_volledig is_vrije_dag"
        ),
        "ivb.rules.openbaarmaking": "Openbaarmaking Openbaarmakingsplicht derive_openbaarmaking",
        "ivb.rules.rapportagedekking": "Rapportagedekking derive_rapportagedekkingen",
        "ivb.rules.rapportages": "Beleidsfase Bijzonderheid Leverstatus VerwachteRapportage derive_rapportages",
        "ivb.rules.route": "Route Routestap derive_route_vanaf derive_route derive_route_binnen explain_route",
        "ivb.rules.stappen": "Stap Stapsoort format_stappen",
        "ivb.rules.termijn": "Atwuitzondering Telrichting Termijn Termijneenheid Termijngrondslag",
        "ivb.rules.toezeggingen": "derive_open_toezeggingen",
        "ivb.rules.vaststelling": "Vaststelling Vaststellingsstatus derive_vaststellingen",
        "ivb.rules.vervolg": "Vervolgstand Vervolgstatus derive_vervolg",
        "ivb.rules.voortgang": "Actiestand derive_actiestanden",
        "ivb.rules.werkdagen": "Werkkalender",
        "ivb.sources": "Bron Norm find_waarde",
        "ivb.verslag.markdown": "format_markdown",
        "ivb.verslag.rijen": "format_json list_bevindingen",
        "ivb.verslag.sarif": "format_sarif",
        "ivb.verslag.tekst": "format_tekst",
    }
    _module_of = {name: module for module, names in _modules.items() for name in names.split()}

    def __getattr__(name: str) -> object:
        """Load the module of a name when it is first asked for."""
        try:
            module = _module_of[name]
        except KeyError:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
        value = globals()[name] = getattr(import_module(module), name)
        return value

    def __dir__() -> list[str]:
        """List every public name, loaded or not."""
        return sorted({*globals(), *__all__})


__all__ = [
    "REGELS",
    "Aankondiging",
    "Aanvaarding",
    "Actie",
    "Actiestand",
    "Actieuitkomst",
    "Actieverloop",
    "Afbeelding",
    "Afdoening",
    "Afvoervoorstel",
    "Agenda",
    "Agendapunt",
    "Agendasoort",
    "Agendastatus",
    "Ambitie",
    "Atwuitzondering",
    "Beleidsfase",
    "Beleidsregel",
    "Benaming",
    "Besluit",
    "BestandError",
    "Bevinding",
    "Bijlage",
    "Bijzonderheid",
    "Briefsectie",
    "Bron",
    "Capaciteit",
    "Capaciteitsraming",
    "Checklistitem",
    "Checkliststatus",
    "Dageenheid",
    "Datering",
    "DatumError",
    "Dekking",
    "DocumentError",
    "Documentbevinding",
    "Documentsoort",
    "Doel",
    "Doorlooptijd",
    "Dossier",
    "DossierFout",
    "DossierWaarschuwing",
    "Drempels",
    "Eigenschappen",
    "Einddatum",
    "Ernst",
    "Feestdag",
    "Functionaris",
    "Gemeente",
    "Herkomst",
    "Indicator",
    "Indicatorsoort",
    "Informatiecategorie",
    "IvbError",
    "Jaarplan",
    "Kader",
    "Kalenderzekerheid",
    "Kop",
    "Leverstatus",
    "Levertermijn",
    "Melding",
    "Meting",
    "Mijlpaal",
    "Norm",
    "Nulmeting",
    "Ondertekenaar",
    "Ontwikkeling",
    "Oordeel",
    "Openbaarheid",
    "Openbaarheidssoort",
    "Openbaarmaking",
    "Openbaarmakingsplicht",
    "Opmaak",
    "Orgaan",
    "Periode",
    "Periodesoort",
    "Plaats",
    "Prioriteit",
    "Profiel",
    "Raadsbrief",
    "Raming",
    "Rapportage",
    "Rapportageafspraak",
    "Rapportagedekking",
    "Reces",
    "Regel",
    "Regelinstelling",
    "Regeltekst",
    "Relatie",
    "Relatiesoort",
    "Richting",
    "Ritme",
    "Rolraming",
    "Route",
    "Routestap",
    "Seizoen",
    "Seizoensgrenzen",
    "Sjabloon",
    "SjabloonError",
    "Sluitingsdag",
    "Stap",
    "Stapsoort",
    "Statuslabel",
    "Statusmelding",
    "Streefwaarde",
    "Telling",
    "Telrichting",
    "Termijn",
    "Termijneenheid",
    "Termijngrondslag",
    "Teruglezing",
    "Thema",
    "Toezegging",
    "Toezeggingstatus",
    "Vaststelling",
    "Vaststellingsstatus",
    "Veiligheidsbeleid",
    "VeldError",
    "Veldkoppeling",
    "Vergadering",
    "Vergaderkalender",
    "Vergaderreeks",
    "Vergadersoort",
    "Vergelijking",
    "Verlenging",
    "Verplichting",
    "Verschuiving",
    "Vervolgafspraak",
    "Vervolgstand",
    "Vervolgstatus",
    "VerwachteRapportage",
    "Voortgang",
    "Voortgangsmelding",
    "Werkkalender",
    "audit_document",
    "audit_sjabloon",
    "check",
    "compose_opdrachten",
    "compose_raadsbrief",
    "derive_actiestanden",
    "derive_actieverloop",
    "derive_agenda",
    "derive_capaciteit",
    "derive_einddatum",
    "derive_feestdagen",
    "derive_gewone_dag",
    "derive_open_toezeggingen",
    "derive_openbaarmaking",
    "derive_rapportagedekkingen",
    "derive_rapportages",
    "derive_route",
    "derive_route_binnen",
    "derive_route_vanaf",
    "derive_vaststellingen",
    "derive_vervolg",
    "dump",
    "explain_einddatum",
    "explain_route",
    "find_regel",
    "find_waarde",
    "format_datering",
    "format_datum",
    "format_json",
    "format_markdown",
    "format_periode",
    "format_pointer",
    "format_sarif",
    "format_stappen",
    "format_tekst",
    "guess_document",
    "is_kalender_volledig",
    "is_vrije_dag",
    "join_perioden",
    "list_bevindingen",
    "load",
    "parse_datering",
    "parse_datum",
    "parse_opmaak",
    "parse_periode",
    "read_back",
    "read_dossier",
    "read_schema",
    "render_agenda",
    "render_all",
    "render_beleid",
    "render_jaarplan",
    "render_notitie",
    "render_pdf",
    "render_pdfs",
    "render_raadsbrief",
    "render_toezeggingenlijst",
    "save",
    "voorbeeld",
]
