import attrs

from ivb import Actie, Capaciteit, Dekking, Herkomst, Jaarplan, Verplichting
from ivb.documents.stukken.capaciteit import view_capaciteit
from ivb.documents.word.opmaak import format_platte_tekst
from tests.documents.dossiers import VOORBEELDSTAD
from tests.rules.dossier import LEEG

PLAN = Jaarplan(looptijd="2025", titel="Plan")


def view(jaarplan: Jaarplan) -> tuple[str, list[tuple[object, ...]], list[tuple[object, ...]]]:
    gezien = view_capaciteit(LEEG, jaarplan, None)
    nodig, beschikbaar = ([attrs.astuple(rij) for rij in rijen] for rijen in (gezien.nodig, gezien.beschikbaar))
    return format_platte_tekst(gezien.samenvatting), nodig, beschikbaar


class TestSum:
    """Hours and money are added up per theme and per obligation; what is not known is not nought."""

    def test_nothing_known(self) -> None:
        assert view(attrs.evolve(PLAN, acties=(Actie(id="A", titel="x"),))) == ("", [], [])

    def test_needed_and_available(self) -> None:
        plan = attrs.evolve(
            PLAN,
            acties=(
                Actie(id="A", titel="x", uren=10.5, bedrag=100, dekking=Dekking.EENMALIG, dekkingsbron="begroting"),
                Actie(id="B", titel="y", uren=0.1, dekking=Dekking.EENMALIG, dekkingsbron="begroting"),
                Actie(id="C", titel="z"),
            ),
            capaciteit=(Capaciteit(rol="adviseurs", periode="2025-H1", uren=8), Capaciteit(rol="budget")),
        )
        assert view(plan) == (
            "Nodig: 10,6 uur en €\u00a0100. Beschikbaar: 8 uur. Van 1 onderdeel zijn de uren niet bekend.",
            [("Acties: overig", "10,6", "€\u00a0100", "eenmalig, begroting")],
            [("adviseurs (eerste halfjaar van 2025)", "8", "–", "–"), ("budget", "–", "–", "–")],
        )

    def test_nothing_is_counted_twice(self) -> None:
        plicht = Verplichting(id="V", titel="Basis", herkomst=Herkomst.WETTELIJK, uren=100)
        actie = Actie(id="A", titel="x", verplichting="V", uren=20, bedrag=50)
        plan = attrs.evolve(PLAN, acties=(actie,), verplichtingen=(plicht,))
        assert view(plan) == (
            "Nodig: 100 uur en €\u00a050. Beschikbaar: niet bekend.",
            [("Acties: overig", "–", "€\u00a050", "–"), ("Basis", "100", "–", "–")],
            [],
        )

    def test_an_obligation_that_says_nothing_is_counted_by_its_actions(self) -> None:
        plicht = Verplichting(id="V", titel="Basis", herkomst=Herkomst.WETTELIJK, bedrag=70)
        actie = Actie(id="A", titel="x", verplichting="V", uren=20, bedrag=50)
        los = Verplichting(id="W", titel="Los", herkomst=Herkomst.WETTELIJK)
        meer = Verplichting(id="X", titel="Meer", herkomst=Herkomst.WETTELIJK)
        plan = attrs.evolve(PLAN, acties=(actie,), verplichtingen=(plicht, los, meer))
        assert view(plan)[0] == (
            "Nodig: 20 uur en €\u00a070. Beschikbaar: niet bekend. Van 2 onderdelen zijn de uren niet bekend."
        )

    def test_by_theme(self) -> None:
        gezien = view_capaciteit(VOORBEELDSTAD, VOORBEELDSTAD.jaarplannen[0], VOORBEELDSTAD.beleid[0])
        namen = [rij.naam for rij in gezien.nodig]
        assert namen == ["Acties: Veilig wonen & leven", "Acties: overig", "Basis op orde"]
