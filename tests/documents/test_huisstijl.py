import datetime
from pathlib import Path

import attrs
import pytest

from ivb import Benaming, Documentsoort, Gemeente, Profiel, SjabloonError
from ivb.documents.huisstijl import make_benaming, make_eigenschappen, make_kenmerken, render_in_huisstijl
from ivb.documents.oordelen import LEEG
from ivb.documents.weergave import Documentweergave, Kenmerk
from tests.documents.dossiers import VOORBEELDSTAD
from tests.documents.sjablonen import EIGENSCHAPPEN, lees_alineas, maak_sjabloon

WEERGAVE = Documentweergave(concept=False, titel="Plan", gemeente="A", kenmerken=())


class TestTemplate:
    """A template is a path, its bytes, or ours."""

    def test_of_the_municipality(self, tmp_path: Path) -> None:
        inhoud = maak_sjabloon("{{ titel }}")
        pad = tmp_path / "huis.docx"
        pad.write_bytes(inhoud)
        for sjabloon in (inhoud, pad, str(pad)):
            stuk = render_in_huisstijl("jaarplan", WEERGAVE, eigenschappen=EIGENSCHAPPEN, sjabloon=sjabloon)
            assert lees_alineas(stuk) == ["Plan"]

    def test_ours_is_named_in_a_message(self) -> None:
        with pytest.raises(SjabloonError, match=r"^jaarplan\.docx: "):
            render_in_huisstijl("jaarplan", WEERGAVE, eigenschappen=EIGENSCHAPPEN, sjabloon=None)

    def test_one_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(SjabloonError, match=r"weg\.docx: dit sjabloon is niet te lezen: het bestaat niet"):
            render_in_huisstijl("jaarplan", WEERGAVE, eigenschappen=EIGENSCHAPPEN, sjabloon=tmp_path / "weg.docx")


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
