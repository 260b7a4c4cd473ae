import datetime
import hashlib
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from ivb import (
    Benaming,
    DocumentError,
    Documentsoort,
    Gemeente,
    Openbaarheid,
    Openbaarheidssoort,
    Profiel,
    SjabloonError,
    read_back,
    render_beleid,
    render_jaarplan,
    render_notitie,
    render_raadsbrief,
    render_toezeggingenlijst,
    voorbeeld,
)
from ivb.documents.stukken.huisstijl import (
    make_benaming,
    make_eigenschappen,
    make_kenmerken,
    read_standaard,
    render_in_huisstijl,
)
from ivb.documents.stukken.oordelen import LEEG
from ivb.documents.stukken.weergave import Documentweergave, Kenmerk
from ivb.documents.word.pakket import read_pakket
from tests.documents.dossiers import VOORBEELDSTAD
from tests.documents.sjablonen import EIGENSCHAPPEN, lees_alineas, maak_sjabloon

TWENTERAND, DAG = voorbeeld(), datetime.date(2024, 5, 1)
WEERGAVE = Documentweergave(concept=False, titel="Plan", gemeente="A", kenmerken=())


class TestTemplate:
    """A template is a path, its bytes, or ours."""

    def test_of_the_municipality(self, tmp_path: Path) -> None:
        inhoud = maak_sjabloon("{{ titel }}")
        pad = tmp_path / "huis.docx"
        pad.write_bytes(inhoud)
        for sjabloon in (inhoud, pad, str(pad)):
            stuk = render_in_huisstijl(
                "jaarplan", WEERGAVE, eigenschappen=EIGENSCHAPPEN, gegevens=None, sjabloon=sjabloon
            )
            assert lees_alineas(stuk) == ["Plan"]

    def test_ours_is_named_in_a_message(self) -> None:
        with pytest.raises(SjabloonError, match=r"^jaarplan\.docx: "):
            render_in_huisstijl("jaarplan", WEERGAVE, eigenschappen=EIGENSCHAPPEN, gegevens=None, sjabloon=None)

    def test_one_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(SjabloonError, match=r"weg\.docx: dit sjabloon is niet te lezen: het bestaat niet"):
            render_in_huisstijl(
                "jaarplan", WEERGAVE, eigenschappen=EIGENSCHAPPEN, gegevens=None, sjabloon=tmp_path / "weg.docx"
            )


class TestOfTheMunicipality:
    """A document says whose it is, and has the local name."""

    def test_properties(self) -> None:
        gemaakt = make_eigenschappen(VOORBEELDSTAD, "Plan", datetime.date(2025, 1, 1))
        assert (gemaakt.titel, gemaakt.onderwerp, gemaakt.auteur) == ("Plan", "Plan", "Gemeente Voorbeeldstad")

    def test_local_name(self) -> None:
        assert make_benaming(VOORBEELDSTAD, Documentsoort.TOEZEGGINGENLIJST) == "Toezeggingenlijst"
        profiel = Profiel(benamingen=(Benaming(soort=Documentsoort.TOEZEGGINGENLIJST, naam="lijst van moties"),))
        gemeente = Gemeente(naam="A", code="GM0001", plaats="B", profiel=profiel)
        dossier = attrs.evolve(VOORBEELDSTAD, gemeente=gemeente)
        assert make_benaming(dossier, Documentsoort.TOEZEGGINGENLIJST) == "Lijst van moties"

    def test_header_fields_that_are_known(self) -> None:
        assert make_kenmerken(("A", None), ("B", ""), ("C", LEEG)) == (Kenmerk(label="C", waarde=LEEG),)


RENDERS: dict[str, Callable[[bool], bytes]] = {
    "raadsbrief": lambda met: render_raadsbrief(TWENTERAND, TWENTERAND.raadsbrieven[0], met_gegevens=met),
    "notitie": lambda met: render_notitie(TWENTERAND, "2023", met_gegevens=met),
    "jaarplan": lambda met: render_jaarplan(TWENTERAND, TWENTERAND.jaarplannen[0], concept=True, met_gegevens=met),
    "beleid": lambda met: render_beleid(TWENTERAND, TWENTERAND.beleid[0], concept=True, met_gegevens=met),
    "toezeggingenlijst": lambda met: render_toezeggingenlijst(
        TWENTERAND, peildatum=DAG, concept=True, met_gegevens=met
    ),
}


@pytest.mark.parametrize("document", RENDERS)
class TestPublicData:
    """A document holds data only when they are asked for."""

    def test_with(self, document: str) -> None:
        gelezen = read_back(RENDERS[document](True))  # noqa: FBT003
        assert (gelezen.dossier, gelezen.document, gelezen.is_gewijzigd) == (TWENTERAND, document, False)
        assert gelezen.sjabloon == hashlib.sha256(read_standaard(document)).hexdigest()

    def test_without(self, document: str) -> None:
        zonder = read_pakket(RENDERS[document](False))  # noqa: FBT003
        assert not any(naam.startswith("customXml") for naam in zonder)
        met = read_pakket(RENDERS[document](True))  # noqa: FBT003
        assert met["word/document.xml"] == zonder["word/document.xml"]


class TestNotPublic:
    """Data do not go into a letter that is not public."""

    def test_a_secret_letter(self) -> None:
        geheim = attrs.evolve(TWENTERAND.raadsbrieven[0], openbaarheid=Openbaarheid(soort=Openbaarheidssoort.GEHEIM))
        with pytest.raises(DocumentError, match="niet openbaar"):
            render_raadsbrief(TWENTERAND, geheim, met_gegevens=True)
