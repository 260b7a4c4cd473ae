"""A workbook goes into the dossier it came from: nothing is lost, and everything that is wrong is told."""

from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from ivb import (
    Actie,
    Dossier,
    DossierFout,
    DossierWaarschuwing,
    Indicator,
    Meting,
    Thema,
    Voortgang,
    Voortgangsmelding,
    export_werkboek,
    import_werkboek,
    read_werkboek,
    voorbeeld,
)
from ivb.dates import Date, parse_periode
from ivb.files.werkboek.bladen import BLADEN
from ivb.files.werkboek.rijen import list_rijen
from ivb.testing import dossiers
from tests.files.test_dumping import soorten
from tests.files.werkboek.werkboeken import open_werkboek, vind_kolom, wijzig, zet

VOORBEELD = voorbeeld()
PERIODE = parse_periode("2025")

NAAR = (
    "=1+1", "+31", "-1", "@a", '& < > "', "a\nb", "a\u00a0b", "\U0001f692", "007", "1.000", " a ", "\ta", "2024-01-01",
    "_x0041_", "_x0041_x0042_", "x005F_a", "_x005F_", "<r>a</r>", "<r><t>a</t></r>", "true", "{a}", "'a", "a\n", "#N/A",
)  # fmt: skip


def kaal(dossier: Dossier) -> Dossier:
    """Give the dossier in which every row says as little as it may, so that all else must come from the workbook."""

    def strip(soort: type, noun: object) -> Any:
        velden = {
            veld.name: getattr(noun, veld.name)
            for veld in attrs.fields(soort)
            if veld.default is attrs.NOTHING or not _in_cel(soort, veld.name)
        }
        return soort(**velden)

    los: dict[str, Any] = {
        blad.veld: tuple(strip(blad.soort, rij.noun) for rij in list_rijen(dossier, blad))
        for blad in BLADEN
        if not blad.houder and blad.heeft_id
    }
    return attrs.evolve(
        dossier,
        **los,
        beleid=tuple(
            attrs.evolve(een, themas=tuple(strip(Thema, thema) for thema in een.themas)) for een in dossier.beleid
        ),
        jaarplannen=tuple(
            attrs.evolve(een, acties=tuple(strip(Actie, actie) for actie in een.acties)) for een in dossier.jaarplannen
        ),
        metingen=(),
        voortgang=(),
    )


def _in_cel(soort: type, naam: str) -> bool:
    (blad,) = (een for een in BLADEN if een.soort is soort)
    return any(kolom.naam == naam for kolom in blad.kolommen)


class TestRoundTrip:
    """import(export(d), d) == d, with equal types, and it changes nothing."""

    @settings(max_examples=20)
    @given(dossiers())
    def test_identity(self, dossier: Dossier) -> None:
        gelezen = read_werkboek(export_werkboek(dossier), dossier)
        assert gelezen.dossier == dossier
        assert soorten(gelezen.dossier) == soorten(dossier)
        assert {verschil.soort for verschil in gelezen.verschillen} <= {"ongewijzigd"}
        assert gelezen.waarschuwingen == ()

    @settings(max_examples=20)
    @given(dossiers())
    def test_every_cell_comes_from_the_workbook(self, dossier: Dossier) -> None:
        leeg = kaal(dossier)
        terug = read_werkboek(export_werkboek(dossier), leeg).dossier
        assert terug == dossier
        assert soorten(terug) == soorten(dossier)

    @settings(max_examples=25)
    @given(st.lists(st.sampled_from(NAAR), min_size=1, max_size=4).map("".join).filter(str.strip))
    def test_nasty_text(self, tekst: str) -> None:
        jaarplan = attrs.evolve(VOORBEELD.jaarplannen[0])
        acties = tuple(attrs.evolve(actie, toelichting=tekst) for actie in jaarplan.acties)
        dossier = attrs.evolve(VOORBEELD, jaarplannen=(attrs.evolve(jaarplan, acties=acties),))
        assert read_werkboek(export_werkboek(dossier), kaal(dossier)).dossier == dossier

    @settings(max_examples=25)
    @given(st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 10**40))
    def test_numbers(self, waarde: float, aantal: int) -> None:
        metingen = (Meting(indicator="i", periode=parse_periode("2024"), waarde=waarde, eenheid="%", aantal=aantal),)
        indicator = Indicator(id="i", naam="i", eenheid="%")
        dossier = attrs.evolve(VOORBEELD, indicatoren=(*VOORBEELD.indicatoren, indicator), metingen=metingen)
        terug = read_werkboek(export_werkboek(dossier), kaal(dossier)).dossier
        assert terug == dossier
        assert str(terug.metingen[0].waarde) == str(waarde)

    def test_a_second_import_changes_nothing(self) -> None:
        def doe(werkboek: Any) -> None:
            zet(werkboek, "Acties", "id", "A1x")
            zet(werkboek, "Voortgang", "toelichting", "anders")
            werkboek["Acties"].delete_rows(5)

        dossier = met_log()
        inhoud = wijzig(doe, dossier)
        eerste = read_werkboek(inhoud, dossier)
        assert eerste.dossier != dossier
        tweede = read_werkboek(inhoud, eerste.dossier)
        assert tweede.dossier == eerste.dossier
        assert {verschil.soort for verschil in tweede.verschillen} == {"ongewijzigd"}
        assert tweede.waarschuwingen == ()


def met_log() -> Dossier:
    """Give a dossier with a log, in which an action may be renamed."""
    jaarplan = attrs.evolve(
        VOORBEELD.jaarplannen[0],
        acties=tuple(Actie(id=f"A{nummer}", titel=f"actie {nummer}") for nummer in range(1, 5)),
    )
    voortgang = (
        Voortgangsmelding(actie="A2", sinds=Date(2024, 2, 1), voortgang=Voortgang.LOOPT),
        Voortgangsmelding(actie="A2", sinds=Date(2024, 2, 1), voortgang=Voortgang.LOOPT),
        Voortgangsmelding(actie="A2", sinds=Date(2024, 5, 1), voortgang=Voortgang.AFGEROND),
    )
    return attrs.evolve(
        VOORBEELD,
        jaarplannen=(jaarplan,),
        voortgang=voortgang,
        indicatoren=(*VOORBEELD.indicatoren, Indicator(id="I1", naam="i", eenheid="%")),
        metingen=(Meting(indicator="I1", periode=parse_periode("2024"), waarde=1.5, eenheid="%"),),
    )


def soort_van(inhoud: bytes, dossier: Dossier) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {
        een.pad: (str(een.soort), een.velden)
        for een in read_werkboek(inhoud, dossier).verschillen
        if een.soort != "ongewijzigd"
    }


class TestVerschillen:
    """Every row is new, changed, removed or unchanged; what does not fit in a cell stays with its row."""

    def test_changed(self) -> None:
        dossier = met_log()
        inhoud = wijzig(lambda boek: zet(boek, "Metingen", "waarde", 2), dossier)
        assert soort_van(inhoud, dossier) == {"metingen[0]": ("gewijzigd", ("waarde",))}
        assert import_werkboek(inhoud, dossier).metingen[0].waarde == 2.0

    def test_a_changed_id_keeps_what_has_no_cell(self) -> None:
        dossier = attrs.evolve(VOORBEELD, raadsbrieven=())
        oud = dossier.toezeggingen[1]
        inhoud = wijzig(lambda boek: zet(boek, "Toezeggingen", "id", "T-nieuw", rij=4), dossier)
        nieuw = import_werkboek(inhoud, dossier).toezeggingen[1]
        assert nieuw == attrs.evolve(oud, id="T-nieuw")
        assert nieuw.relaties

    def test_removed(self) -> None:
        dossier = met_log()
        inhoud = wijzig(lambda boek: boek["Acties"].delete_rows(6), dossier)
        assert soort_van(inhoud, dossier) == {"jaarplannen[jaarplan-2024].acties[A4]": ("verwijderd", ())}
        assert len(import_werkboek(inhoud, dossier).jaarplannen[0].acties) == 3

    def test_new(self) -> None:
        dossier = met_log()

        def doe(boek: Any) -> None:
            zet(boek, "Acties", "id", "A9", rij=9)
            zet(boek, "Acties", "titel", "nieuw", rij=9)

        nieuw = import_werkboek(wijzig(doe, dossier), dossier).jaarplannen[0].acties[-1]
        assert nieuw == Actie(id="A9", titel="nieuw")

    def test_sorting_changes_nothing(self) -> None:
        dossier = met_log()

        def doe(boek: Any) -> None:
            blad = boek["Acties"]
            rijen = [[cel.value for cel in rij] for rij in blad.iter_rows(min_row=3, max_row=6)]
            for nummer, rij in enumerate(reversed(rijen), start=3):
                for plek, waarde in enumerate(rij, start=1):
                    blad.cell(nummer, plek).value = waarde

        assert import_werkboek(wijzig(doe, dossier), dossier) == dossier

    def test_moved_to_another_plan(self) -> None:
        dossier = met_log()
        tweede = attrs.evolve(dossier.jaarplannen[0], id="jaarplan-2025", looptijd=PERIODE, acties=(), ambities=())
        dossier = attrs.evolve(dossier, jaarplannen=(*dossier.jaarplannen, tweede))
        inhoud = wijzig(lambda boek: zet(boek, "Acties", "jaarplan", "jaarplan-2025"), dossier)
        assert soort_van(inhoud, dossier) == {
            "jaarplannen[jaarplan-2025].acties[A1]": ("gewijzigd", ("jaarplan",)),
        }
        eerste, laatste = import_werkboek(inhoud, dossier).jaarplannen
        assert [actie.id for actie in (*eerste.acties, *laatste.acties)] == ["A2", "A3", "A4", "A1"]

    def test_what_came_into_the_dossier_since_stays(self) -> None:
        dossier = met_log()
        inhoud = export_werkboek(dossier)
        later = Voortgangsmelding(actie="A1", sinds=Date(2024, 6, 1), voortgang=Voortgang.LOOPT)
        nieuwer = attrs.evolve(dossier, voortgang=(*dossier.voortgang, later))
        with pytest.warns(DossierWaarschuwing, match="later bij gekomen en blijft"):
            assert import_werkboek(inhoud, nieuwer) == nieuwer

    def test_places(self) -> None:
        dossier = met_log()
        plaatsen = read_werkboek(export_werkboek(dossier), dossier).plaatsen
        assert str(plaatsen.find("jaarplannen[jaarplan-2024].acties[A2].titel")) == "<bytes>!Acties!F4"
        assert str(plaatsen.find("jaarplannen[jaarplan-2024].acties[A2]")) == "<bytes>!Acties!A4"
        assert str(plaatsen.find("voortgang[2].sinds")) == "<bytes>!Voortgang!C5"
        assert plaatsen.find("gemeente.naam") is None


class TestVerdraagzaam:
    """What was moved, left empty or taken away is no mistake; what is left aside is told."""

    def test_a_column_that_is_gone_stays_as_it_is(self) -> None:
        dossier = met_log()

        def doe(boek: Any) -> None:
            blad = boek["Acties"]
            for kop in ("titel", "jaarplan", "id"):
                blad.delete_cols(vind_kolom(blad, kop))

        gelezen = read_werkboek(wijzig(doe, dossier), dossier)
        assert gelezen.dossier == dossier
        assert ["de kolom" in een.boodschap for een in gelezen.waarschuwingen] == [True] * 3

    def test_a_new_row_without_a_column_that_it_needs(self) -> None:
        dossier = met_log()

        def doe(boek: Any) -> None:
            blad = boek["Metingen"]
            zet(boek, "Metingen", "indicator", "I1", rij=4)
            zet(boek, "Metingen", "periode", "2025", rij=4)
            blad.delete_cols(vind_kolom(blad, "eenheid"))

        with pytest.raises(DossierFout, match="de kolom 'eenheid' ontbreekt, en bij een nieuwe regel is die nodig"):
            import_werkboek(wijzig(doe, dossier), dossier)

    def test_a_sheet_that_is_gone_stays_as_it_is(self) -> None:
        dossier = met_log()
        inhoud = wijzig(lambda boek: boek.remove(boek["Acties"]), dossier)
        gelezen = read_werkboek(inhoud, dossier)
        assert gelezen.dossier == dossier
        assert [str(een.plaats) for een in gelezen.waarschuwingen] == ["<bytes>!Acties"]

    def test_the_only_plan_need_not_be_named(self) -> None:
        dossier = met_log()
        inhoud = wijzig(lambda boek: zet(boek, "Acties", "jaarplan", None), dossier)
        assert import_werkboek(inhoud, dossier) == dossier


FOUTEN: tuple[tuple[str, str, int, object, str], ...] = (
    ("Acties", "id", 3, "A 1", "geen id"),
    ("Acties", "id", 5, "A2", "al in gebruik in cel B4"),
    ("Acties", "titel", 4, None, "titel ontbreekt"),
    ("Acties", "titel", 5, "a\nb", "meer dan één regel"),
    ("Acties", "thema", 3, "nergens", "er is geen thema met het id 'nergens'"),
    ("Acties", "jaarplan", 6, "2030", "er is geen jaarplan met het id '2030'"),
    ("Acties", "begin", 3, "ooit eens", "ooit eens"),
    ("Acties", "uren", 3, "veel", "geen getal"),
    ("Acties", "uren", 4, -1, "te laag"),
    ("Acties", "bedrag", 3, 1.5, "rond af op een geheel getal"),
    ("Acties", "dekking", 3, "soms", "kies uit eenmalig, structureel"),
    ("Voortgang", "actie", 5, "A77", "er is geen actie met het id 'A77'"),
    ("Voortgang", "sinds", 3, "31-2-2024", "bestaat niet"),
    ("Voortgang", "sinds", 4, "gisteren", "geen datum"),
    ("Voortgang", "percentage", 3, 101, "te hoog"),
    ("Voortgang", "voortgang", 5, "klaar", "kies uit niet gestart"),
    ("Voortgang", "tijd", 3, True, "kies uit groen"),
    ("Metingen", "periode", 3, "ooit", "ooit"),
    ("Metingen", "waarde", 3, "1.000", "zonder punt"),
    ("Metingen", "voorlopig", 3, "misschien", "kies ja of nee"),
)


class TestFouten:
    """All that is wrong is told at once, each with its sheet and cell, in Dutch."""

    def test_twenty_mistakes_give_twenty_messages(self) -> None:
        def doe(boek: Any) -> None:
            for titel, kop, rij, waarde, _ in FOUTEN:
                zet(boek, titel, kop, waarde, rij)

        dossier = met_log()
        inhoud = wijzig(doe, dossier)
        with pytest.raises(DossierFout) as gevangen:
            import_werkboek(inhoud, dossier)
        bladen = open_werkboek(inhoud)
        verwacht = {
            (titel, f"{get_column_letter(vind_kolom(bladen[titel], kop))}{rij}"): deel
            for titel, kop, rij, _, deel in FOUTEN
        }
        meldingen = gevangen.value.meldingen
        gevonden = {(een.plaats.blad, een.plaats.cel): een.boodschap for een in meldingen if een.plaats}
        assert len(meldingen) == len(FOUTEN) == 20
        assert gevonden.keys() == verwacht.keys()
        assert [plek for plek, deel in verwacht.items() if deel not in gevonden[plek]] == []
        assert [een.plaats.blad for een in meldingen if een.plaats] == [
            *["Acties"] * 11, *["Voortgang"] * 6, *["Metingen"] * 3,
        ]  # fmt: skip

    def test_no_plan_named_where_there_are_two(self) -> None:
        dossier = met_log()
        tweede = attrs.evolve(dossier.jaarplannen[0], id="jaarplan-2025", looptijd=PERIODE)
        dossier = attrs.evolve(dossier, jaarplannen=(*dossier.jaarplannen, tweede))
        inhoud = wijzig(lambda boek: zet(boek, "Acties", "jaarplan", None), dossier)
        with pytest.raises(DossierFout, match="jaarplan ontbreekt; kies uit: jaarplan-2024, jaarplan-2025"):
            import_werkboek(inhoud, dossier)

    def test_a_plan_that_cannot_be_one(self) -> None:
        inhoud = wijzig(lambda boek: zet(boek, "Acties", "jaarplan", "het plan"), met_log())
        with pytest.raises(DossierFout, match=r"1 fout in het dossier:\n.*'het plan' is geen id"):
            import_werkboek(inhoud, met_log())

    def test_there_is_no_plan(self) -> None:
        dossier = attrs.evolve(met_log(), jaarplannen=(), voortgang=(), raadsbrieven=())

        def doe(boek: Any) -> None:
            zet(boek, "Acties", "id", "A1")
            zet(boek, "Acties", "titel", "a")

        with pytest.raises(DossierFout, match="maak eerst een jaarplan in het dossier"):
            import_werkboek(wijzig(doe, dossier), dossier)

    def test_what_has_no_cell_may_not_name_what_is_gone(self) -> None:
        dossier = VOORBEELD

        def doe(boek: Any) -> None:
            for titel in ("Themas", "Toezeggingen"):
                boek[titel].delete_rows(3, 50)

        with pytest.raises(DossierFout) as gevangen:
            import_werkboek(wijzig(doe, dossier), dossier)
        paden = {een.pad.partition("[")[0] for een in gevangen.value.meldingen if een.plaats is None}
        assert {"beleid", "raadsbrieven"} <= paden

    def test_two_fields_that_contradict_each_other(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from ivb.model.base import op_volgorde  # noqa: PLC0415

        monkeypatch.setattr(Voortgangsmelding, "eisen", (op_volgorde("bekend_sinds", "sinds"),))
        dossier = met_log()
        inhoud = wijzig(lambda boek: zet(boek, "Voortgang", "bekend sinds", "2025-01-01"), dossier)
        with pytest.raises(DossierFout, match=r"Voortgang!A3 .*sinds ligt voor bekend_sinds"):
            import_werkboek(inhoud, dossier)
