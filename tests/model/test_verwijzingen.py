"""An id is unique in its collection, and a reference leads somewhere."""

import pytest

import ivb
from ivb import Ambitie, Gemeente, Jaarplan, Thema, Veiligheidsbeleid, Vergadering
from ivb.errors import Plaats
from ivb.model.base import velden
from ivb.model.verwijzingen import Sleutelplek, Verwijsplek, find_meldingen, follow, items, plan, stap, walk


class TestFindMeldingen:
    """Every id given twice and every reference that leads nowhere is told, with what would be right."""

    def test_twice_in_one_collection(self) -> None:
        eerste = Sleutelplek("acties", "acties[A1]", "Actie", "A1", Plaats("f.yaml", 3, 5))
        (melding,) = find_meldingen([eerste, eerste._replace(plaats=Plaats("f.yaml", 9, 5))], [])
        assert melding.code == "dubbel-id"
        assert melding.plaats == Plaats("f.yaml", 9, 5)
        assert melding.boodschap == "het id 'A1' is al in gebruik op regel 3; geef dit een eigen id"

    def test_twice_without_a_place(self) -> None:
        plek = Sleutelplek("acties", "acties[A1]", "Actie", "A1")
        (melding,) = find_meldingen([plek, plek], [])
        assert melding.boodschap == "het id 'A1' is al in gebruik; geef dit een eigen id"

    def test_the_same_in_two_collections(self) -> None:
        plannen = [Sleutelplek(f"jaarplannen[{jaar}].acties", "", "Actie", "A1") for jaar in (2024, 2025)]
        assert not list(find_meldingen(plannen, [Verwijsplek("voortgang[0].actie", ("Actie",), "A1")]))

    def test_nearest_id_is_named(self) -> None:
        thema = Sleutelplek("beleid[ivb].themas", "", "Thema", "ondermijning")
        (melding,) = find_meldingen([thema], [Verwijsplek("acties[A1].thema", ("Thema",), "ondermining")])
        assert melding.code == "onbekend-id"
        assert melding.boodschap == "er is geen thema met het id 'ondermining'; bedoelt u 'ondermijning'?"

    def test_without_a_near_one_the_choice_is_named(self) -> None:
        themas = [Sleutelplek("beleid[ivb].themas", "", "Thema", sleutel) for sleutel in ("jeugd", "zorg")]
        (melding,) = find_meldingen(themas, [Verwijsplek("acties[A1].thema", ("Thema",), "x")])
        assert "bedoelt u 'jeugd', 'zorg'?" in melding.boodschap

    def test_when_there_is_none_at_all(self) -> None:
        (melding,) = find_meldingen([], [Verwijsplek("x", ("Rapportage", "Jaarplan"), "n")])
        assert melding.boodschap.endswith("er is nog geen rapportage of jaarplan in het dossier")


class TestPaths:
    """A path names fields by name and items by id."""

    def test_stap(self) -> None:
        assert stap("", "jaarplannen") == "jaarplannen"
        assert stap("jaarplannen[2024]", "acties", "A1") == "jaarplannen[2024].acties[A1]"

    def test_items_of_a_field(self) -> None:
        per_naam = {veld.naam: veld for veld in velden(Ambitie)}
        ambitie = Ambitie(id="a", titel="x", doelen=("d1", "d2"))
        assert items(ambitie, per_naam["doelen"]) == ("d1", "d2")
        assert items(ambitie, per_naam["titel"]) == ("x",)
        assert items(ambitie, per_naam["thema"]) == ()


class TestFollow:
    """A path leads to what it names in a noun, or says that it leads nowhere."""

    DOSSIER = ivb.load(
        b"bijgehouden_vanaf: 2024-01-01\n"
        b"gemeente: {naam: A, code: GM0001, plaats: B}\n"
        b"jaarplannen:\n  - {looptijd: 2024/2025, titel: P, acties: [{id: a/1, titel: S, partners: [politie]}]}\n"
        b"voortgang:\n  - {actie: a/1, sinds: 2024-03-01, voortgang: loopt}\n"
    )

    @pytest.mark.parametrize(
        ("pad", "waarde"),
        [
            ("gemeente.naam", "A"),
            ("jaarplannen[2024/2025].titel", "P"),
            ("jaarplannen[0].titel", "P"),
            ("jaarplannen[2024/2025].acties[a/1].partners[0]", "politie"),
            ("jaarplannen[2024/2025].acties[a/1].trekker", None),
            ("jaarplannen[2024/2025].acties[a/1].ijkmomenten", ()),
            ("voortgang[0].actie", "a/1"),
        ],
    )
    def test_leads_to_a_value(self, pad: str, waarde: object) -> None:
        assert follow(self.DOSSIER, pad) == waarde

    def test_the_empty_path_is_the_noun(self) -> None:
        assert follow(self.DOSSIER, "") is self.DOSSIER

    @pytest.mark.parametrize(
        "pad",
        [
            "niets",
            "gemeente.niets",
            "gemeente[0]",
            "gemeente.naam.niets",
            "voortgang[1]",
            "voortgang[x]",
            "jaarplannen[2024]",
            "jaarplannen[2024/2025",
            "[0]",
            ".gemeente",
            "gemeente naam",
        ],
    )
    def test_leads_nowhere(self, pad: str) -> None:
        with pytest.raises(KeyError, match="er staat niets op"):
            follow(self.DOSSIER, pad)

    def test_an_id_goes_before_a_number(self) -> None:
        plannen = (Jaarplan(looptijd="2024", titel="eerste", id="1"), Jaarplan(looptijd="2025", titel="tweede", id="0"))
        dossier = ivb.Dossier(
            bijgehouden_vanaf=ivb.parse_datum("2024-01-01"),
            gemeente=Gemeente(naam="A", code="GM0001", plaats="B"),
            jaarplannen=plannen,
        )
        assert follow(dossier, "jaarplannen[0].titel") == "tweede"


class TestPlan:
    """Only fields that hold ids, references or nouns that do are looked at."""

    def test_of_a_municipality_nothing(self) -> None:
        assert not any(plan(Gemeente))
        assert not any(plan(Vergadering))

    def test_of_a_plan(self) -> None:
        mijn = plan(Jaarplan)
        assert mijn.sleutel
        assert [veld.naam for veld in mijn.verwijzingen] == ["beleid"]
        assert [veld.naam for veld in mijn.kinderen] == ["ambities", "acties", "verplichtingen"]


class TestDoorloop:
    """A walk meets every noun at any depth, in order."""

    def test_order(self) -> None:
        thema = Thema(id="t", naam="x")
        beleid = Veiligheidsbeleid(id="ivb", titel="IVB", looptijd="2022/2025", themas=(thema,))
        assert list(walk(beleid)) == [thema]
