"""What the templates of ``ivb`` hold: where each field of a view comes, in which style.

A template chooses and repeats; what is said, is decided in the view of the document.
"""

from typing import Final

from ivb.documents.basis.bouwstenen import (
    BREEDTE_LIGGEND,
    Kolom,
    format_alinea,
    format_als,
    format_cel,
    format_deel,
    format_per,
    format_tabel,
    make_getalkolom,
)

_BEGIN: Final = format_alinea("Title", "{{ titel }}") + format_per(
    "kenmerk", "kenmerken", format_alinea("Kenmerk", "{{ kenmerk.label }}: {{ kenmerk.waarde }}")
)


def _format_raadsbrief() -> str:
    """Write the letter; the text of its last section has a style of its own, so that no signature stands alone."""
    naast_elkaar = (
        "<w:r><w:t>{% for ondertekenaar in ondertekenaars %}{{ ondertekenaar.naam }}{% if not loop.last %}</w:t>"
        "<w:tab/><w:t>{% endif %}{% endfor %}</w:t></w:r>"
    )
    sectie = (
        format_alinea("Heading1", "{{ sectie.kop }}")
        + format_alinea("", "{%p if loop.last %}")
        + format_alinea("Slot", "{{p sectie.inhoud }}")
        + format_alinea("", "{%p else %}")
        + format_alinea("", "{{p sectie.inhoud }}")
        + format_alinea("", "{%p endif %}")
    )
    ondertekenaar = format_alinea("Functie", "{{ ondertekenaar.functie }}") + format_als(
        "ondertekenaar.anker", format_alinea("Anker", "{{ ondertekenaar.anker }}")
    )
    return (
        _BEGIN
        + format_per("sectie", "secties", sectie)
        + format_alinea("Dagtekening", "{{ plaats_datum }}")
        + format_alinea("Afzender", "{{ afzender }}")
        + format_per("ondertekenaar", "ondertekenaars", ondertekenaar)
        + format_als("ondertekenaars", f'<w:p><w:pPr><w:pStyle w:val="Namen"/></w:pPr>{naast_elkaar}</w:p>')
    )


def _format_oordeelkolom(naam: str) -> Kolom:
    tekst = format_cel(f"{{{{ actie.{naam}.tekst }}}}")
    return Kolom(naam.capitalize(), 14, tekst, f"actie.{naam}.kleur")


def _format_voortgang() -> str:
    return format_tabel(
        "Voortgang van de acties",
        "actie",
        "thema.acties",
        (
            Kolom(
                "Actie",
                31,
                format_cel("{{ actie.titel }}") + format_als("actie.trekker", format_cel("{{ actie.trekker }}")),
            ),
            Kolom(
                "Voortgang",
                27,
                format_alinea("Tabelnadruk", "{{ actie.voortgang }}")
                + format_per("regel", "actie.bijzonderheden", format_cel("{{ regel }}")),
            ),
            *map(_format_oordeelkolom, ("tijd", "geld", "kwaliteit")),
        ),
    )


def _format_einden() -> str:
    return format_tabel(
        "Doorgeschoven en vervallen acties",
        "einde",
        "thema.einden",
        (
            Kolom("Actie", 30, format_cel("{{ einde.titel }}")),
            Kolom("Wat ermee gebeurt", 30, format_cel("{{ einde.wat }}")),
            Kolom("Reden", 40, format_cel("{{p einde.reden }}")),
        ),
    )


def _format_cijfers() -> str:
    return format_tabel(
        "Indicatoren",
        "cijfer",
        "thema.cijfers",
        (
            Kolom("Indicator", 27, format_cel("{{ cijfer.indicator }}")),
            Kolom("Periode", 18, format_cel("{{ cijfer.periode }}")),
            Kolom("Waarde", 23, format_cel("{{ cijfer.waarde }}")),
            Kolom("Verschil", 20, format_cel("{{ cijfer.verschil }}")),
            Kolom("Bron", 12, format_cel("{{ cijfer.bron }}")),
        ),
    )


def _format_notitie() -> str:
    toelichting = format_per(
        "toelichting",
        "thema.toelichtingen",
        format_alinea("Heading3", "{{ toelichting.titel }}") + format_alinea("", "{{p toelichting.tekst }}"),
    )
    thema = (
        format_alinea("Heading1", "{{ thema.naam }}")
        + format_deel(2, "Ontwikkelingen", "thema.ontwikkelingen")
        + format_deel(2, "Voortgang van de acties", "thema.acties", _format_voortgang())
        + format_deel(2, "Toelichting bij de acties", "thema.toelichtingen", toelichting)
        + format_deel(2, "Doorgeschoven en vervallen", "thema.einden", _format_einden())
        + format_deel(
            2,
            "Indicatoren",
            "thema.cijfers or thema.vergelijkingen",
            format_als("thema.cijfers", _format_cijfers()) + format_alinea("Ondertabel", "{{p thema.vergelijkingen }}"),
        )
        + format_deel(2, "Vooruitblik", "thema.vooruitblik")
    )
    return (
        _BEGIN
        + format_deel(1, "Inleiding", "inleiding")
        + format_per("thema", "themas", thema)
        + format_deel(1, "Vooruitblik", "vooruitblik")
        + format_alinea("Verantwoording", "{{ verantwoording }}")
    )


def _format_jaarplan() -> str:
    acties = format_tabel(
        "Acties",
        "actie",
        "thema.acties",
        (
            Kolom(
                "Actie", 34, format_alinea("Tabelnadruk", "{{ actie.titel }}") + format_cel("{{p actie.toelichting }}")
            ),
            Kolom(
                "Trekker en partners",
                21,
                format_cel("{{ actie.trekker }}") + format_als("actie.partners", format_cel("{{ actie.partners }}")),
            ),
            Kolom("Planning", 20, format_per("regel", "actie.planning", format_cel("{{ regel }}"))),
            make_getalkolom("Uren", 8, "actie.uren"),
            Kolom("Geld", 17, format_per("regel", "actie.geld", format_cel("{{ regel }}"))),
        ),
    )
    thema = (
        format_alinea("Heading1", "{{ thema.naam }}")
        + format_deel(2, "Doelen", "thema.doelen")
        + format_deel(2, "Ambities", "thema.ambities")
        + format_deel(2, "Acties", "thema.acties", acties)
    )
    return (
        _BEGIN
        + format_deel(1, "Inleiding", "inleiding")
        + format_per("thema", "themas", thema)
        + format_deel(1, "Verplichtingen", "verplichtingen", _format_verplichtingen())
        + format_deel(1, "Uren en geld", _CAPACITEIT, _format_capaciteit())
        + format_alinea("Verantwoording", "{{ verantwoording }}")
    )


def _format_verplichtingen() -> str:
    checklist = format_tabel(
        "Checklist",
        "onderdeel",
        "verplichting.checklist",
        (
            Kolom("Onderdeel", 38, format_cel("{{ onderdeel.item }}") + format_cel("{{p onderdeel.toelichting }}")),
            Kolom("Pijler", 20, format_cel("{{ onderdeel.pijler }}")),
            Kolom("Status", 20, format_cel("{{ onderdeel.status }}")),
            Kolom("Herzien", 14, format_cel("{{ onderdeel.herzien }}")),
            make_getalkolom("Uren", 8, "onderdeel.uren"),
        ),
    )
    kenmerk = format_alinea("Kenmerk", "{{ kenmerk.label }}: {{ kenmerk.waarde }}")
    return format_per(
        "verplichting",
        "verplichtingen",
        format_alinea("Heading2", "{{ verplichting.titel }}")
        + format_per("kenmerk", "verplichting.kenmerken", kenmerk)
        + format_alinea("", "{{p verplichting.toelichting }}")
        + format_als("verplichting.checklist", checklist),
    )


_CAPACITEIT: Final = "capaciteit.samenvatting or capaciteit.nodig or capaciteit.beschikbaar"


def _format_capaciteit() -> str:
    def tabel(titel: str, lijst: str, eerste: str) -> str:
        kolommen = (
            Kolom(eerste, 46, format_cel("{{ post.naam }}")),
            make_getalkolom("Uren", 12, "post.uren"),
            make_getalkolom("Geld", 16, "post.bedrag"),
            Kolom("Dekking", 26, format_cel("{{ post.dekking }}")),
        )
        return format_deel(2, titel, lijst, format_tabel(titel, "post", lijst, kolommen))

    return (
        format_alinea("", "{{p capaciteit.samenvatting }}")
        + tabel("Wat nodig is", "capaciteit.nodig", "Waarvoor")
        + tabel("Wat er is", "capaciteit.beschikbaar", "Van wie")
    )


def _format_beleid() -> str:
    doelen = format_tabel(
        "Doelen",
        "doel",
        "thema.doelen",
        (
            Kolom("Doel", 44, format_cel("{{p doel.tekst }}")),
            Kolom("Indicator", 22, format_cel("{{ doel.indicator }}")),
            Kolom("Nulmeting", 16, format_cel("{{ doel.nulmeting }}")),
            Kolom("Streefwaarde", 18, format_per("regel", "doel.streefwaarden", format_cel("{{ regel }}"))),
        ),
    )
    kenmerk = format_alinea("Kenmerk", "{{ kenmerk.label }}: {{ kenmerk.waarde }}")
    thema = (
        format_alinea("Heading1", "{{ thema.naam }}")
        + format_per("kenmerk", "thema.kenmerken", kenmerk)
        + format_alinea("", "{{p thema.toelichting }}")
        + format_deel(2, "Doelen", "thema.doelen", doelen)
    )
    return (
        _BEGIN
        + format_deel(1, "Inleiding", "inleiding")
        + format_per("thema", "themas", thema)
        + format_deel(1, "Rapportage aan de raad", "rapportage")
        + format_alinea("Verantwoording", "{{ verantwoording }}")
    )


def _format_toezeggingenlijst() -> str:
    def tabel(titel: str, lijst: str) -> str:
        kolommen = (
            Kolom("Nummer", 8, format_cel("{{ toezegging.nummer }}")),
            Kolom("Gedaan", 14, format_per("regel", "toezegging.gedaan", format_cel("{{ regel }}"))),
            Kolom(
                "Toezegging",
                32,
                format_alinea("Tabelnadruk", "{{ toezegging.onderwerp }}") + format_cel("{{p toezegging.tekst }}"),
            ),
            Kolom("Gevraagd door", 14, format_cel("{{ toezegging.gevraagd_door }}")),
            Kolom("Toegezegd door", 14, format_cel("{{ toezegging.toegezegd_door }}")),
            Kolom("Termijn", 13, format_cel("{{ toezegging.termijn }}")),
            Kolom(
                "Status en afdoening",
                25,
                format_alinea("Tabelnadruk", "{{ toezegging.status }}") + format_cel("{{p toezegging.afdoening }}"),
            ),
        )
        return format_deel(1, titel, lijst, format_tabel(titel, "toezegging", lijst, kolommen, BREEDTE_LIGGEND))

    return (
        _BEGIN
        + tabel("Open toezeggingen", "open")
        + tabel("Afgehandelde toezeggingen", "afgehandeld")
        + format_alinea("Verantwoording", "{{ verantwoording }}")
    )


INHOUDEN: Final = {
    "beleid": _format_beleid(),
    "jaarplan": _format_jaarplan(),
    "notitie": _format_notitie(),
    "raadsbrief": _format_raadsbrief(),
    "toezeggingenlijst": _format_toezeggingenlijst(),
}
"""The body of the template of each document, as WordprocessingML."""
