"""What the check tells of itself."""

from functools import partial

from ivb import Aanvaarding, Gemeente, Profiel, Regelinstelling
from ivb.dates import Date
from ivb.model.dossier import Dossier
from ivb.rules.checks.acties import A1
from ivb.rules.checks.verantwoording import report_aanvaardingen, report_gebroken, report_instellingen

DAG = Date(2025, 7, 1)


class TestReportGebroken:
    """The name of what broke is that of the rule or the function; the reason is on one line."""

    def test_names(self) -> None:
        def eigen() -> None: ...

        fout = ValueError("a\n  b")
        for regel, naam in ((A1, "A1"), (eigen, "eigen"), (partial(eigen), "functools.partial")):
            bevinding = report_gebroken(regel, fout)  # type: ignore[arg-type]
            assert bevinding.boodschap.startswith(f"De regel {naam}")
            assert "brak af (ValueError: a b); " in bevinding.boodschap
            assert bevinding.pad == ""


class TestReportAanvaardingen:
    """An acceptance that ended is another story than one of which nothing was found."""

    def test_both(self) -> None:
        verlopen = Aanvaarding(code="A1", pad="gemeente", reden="Komt.", einddatum=Date(2025, 6, 30))
        loopt = Aanvaarding(code="A2", reden="Komt.", einddatum=DAG)
        eerste, tweede = report_aanvaardingen([(3, verlopen), (5, loopt)], DAG, None)
        assert eerste.pad == "aanvaardingen[3].einddatum"
        assert eerste.boodschap.startswith("De aanvaarding van A1 gold tot en met 30 juni 2025; ")
        assert tweede.pad == "aanvaardingen[5]"
        assert tweede.boodschap.startswith("Aanvaard is een bevinding van A2 op het hele dossier, ")


class TestReportInstellingen:
    """A setting about a code that nobody has is told, unless it is not known who has which."""

    def test_of_a_code(self) -> None:
        profiel = Profiel(regelinstellingen=(Regelinstelling(code="A1"), Regelinstelling(code="A99")))
        gemeente = Gemeente(naam="A", code="GM0001", plaats="A", profiel=profiel)
        dossier = Dossier(bijgehouden_vanaf=DAG, gemeente=gemeente)
        assert [een.pad for een in report_instellingen(dossier, {"A1"})] == [
            "gemeente.profiel.regelinstellingen[1].code"
        ]
        assert list(report_instellingen(dossier, None)) == []
