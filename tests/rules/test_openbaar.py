"""The part of a dossier that may be given to everyone."""

import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given

from ivb import (
    Aankondiging,
    Aanvaarding,
    Actie,
    Afdoening,
    Ambitie,
    Besluit,
    Bijlage,
    Doel,
    Dossier,
    Jaarplan,
    Ontwikkeling,
    Openbaarheid,
    Profiel,
    Raadsbrief,
    Rapportage,
    Regelinstelling,
    Relatie,
    Thema,
    Toezegging,
    Veiligheidsbeleid,
    Vervolgafspraak,
    Voortgangsmelding,
    dump,
    parse_periode,
)
from ivb.rules.openbaar import derive_openbaar
from ivb.testing import dossiers
from tests.rules.dossier import LEEG

DAG = datetime.date(2024, 4, 23)
GEHEIM = Openbaarheid(soort="geheim")  # type: ignore[arg-type]
EMBARGO = Openbaarheid(soort="embargo", embargo_tot=DAG)  # type: ignore[arg-type]


def maak_brief(sleutel: str, openbaarheid: Openbaarheid = Openbaarheid(), **velden: Any) -> Raadsbrief:  # noqa: ANN401, B008
    return Raadsbrief(id=sleutel, datum=DAG, onderwerp="x", openbaarheid=openbaarheid, **velden)


def maak_toezegging(sleutel: str, **velden: Any) -> Toezegging:  # noqa: ANN401
    return Toezegging(id=sleutel, datum="2024", onderwerp="x", **velden)


def maak_dossier(**velden: Any) -> Dossier:  # noqa: ANN401
    return attrs.evolve(LEEG, **velden)


def stuur(sleutel: str) -> dict[str, Any]:
    return {"bijlagen": (Bijlage(titel="x", document=sleutel),)}


JAREN = ("2024", "2025")
RAPPORTAGE = Rapportage(id="r", titel="x", perioden=(parse_periode("2024-H1"),))


class TestLetters:
    """A letter that is secret or under an embargo is left out, and nothing of it stays."""

    @pytest.mark.parametrize("openbaarheid", [GEHEIM, EMBARGO])
    def test_left_out(self, openbaarheid: Openbaarheid) -> None:
        dossier = maak_dossier(raadsbrieven=(maak_brief("a"), maak_brief("b", openbaarheid, kernboodschap="GEHEIM")))
        assert derive_openbaar(dossier) == maak_dossier(raadsbrieven=(maak_brief("a"),))

    def test_a_public_dossier_stays_as_it_is(self) -> None:
        dossier = maak_dossier(raadsbrieven=(maak_brief("a"),), rapportages=(RAPPORTAGE,))
        assert derive_openbaar(dossier) is dossier

    def test_who_named_it_stays_without_the_reference(self) -> None:
        def maak(sleutel: str | None) -> Dossier:
            return maak_dossier(
                raadsbrieven=(
                    maak_brief(
                        "a",
                        kennisnemen_van=(Aankondiging(tekst="Een brief", document=sleutel),),
                        bijlagen=(Bijlage(titel="Een brief", document=sleutel),),
                    ),
                    *([maak_brief("b", GEHEIM)] if sleutel else []),
                ),
                toezeggingen=(maak_toezegging("t", afdoeningen=(Afdoening(sinds=DAG, document=sleutel),)),),
            )

        assert derive_openbaar(maak("b")) == maak(None)

    def test_another_document_with_its_id_is_still_meant(self) -> None:
        rapportage = attrs.evolve(RAPPORTAGE, id="b")
        toezegging = maak_toezegging("t", afdoeningen=(Afdoening(sinds=DAG, document="b"),))
        dossier = maak_dossier(
            raadsbrieven=(maak_brief("b", GEHEIM),), rapportages=(rapportage,), toezeggingen=(toezegging,)
        )
        assert derive_openbaar(dossier) == attrs.evolve(dossier, raadsbrieven=())


class TestEnclosed:
    """What came to the council with such a letter only, is not public either."""

    def test_a_report(self) -> None:
        dossier = maak_dossier(raadsbrieven=(maak_brief("b", GEHEIM, **stuur("r")),), rapportages=(RAPPORTAGE,))
        assert derive_openbaar(dossier) == LEEG

    def test_unless_a_public_letter_brought_it_too(self) -> None:
        brieven = (maak_brief("a", **stuur("r")), maak_brief("b", GEHEIM, **stuur("r")))
        dossier = maak_dossier(raadsbrieven=brieven, rapportages=(RAPPORTAGE,))
        assert derive_openbaar(dossier) == attrs.evolve(dossier, raadsbrieven=brieven[:1])

    def test_a_promise_with_what_it_does_to_others(self) -> None:
        brief = maak_brief(
            "b", EMBARGO, vervolg=(Vervolgafspraak(tekst="x", toezegging="t"), Vervolgafspraak(tekst="x"))
        )
        relatie = Relatie(soort="herhaalt", toezegging="t")  # type: ignore[arg-type]
        dossier = maak_dossier(
            raadsbrieven=(brief,), toezeggingen=(maak_toezegging("t"), maak_toezegging("u", relaties=(relatie,)))
        )
        assert derive_openbaar(dossier) == maak_dossier(toezeggingen=(maak_toezegging("u"),))

    @pytest.mark.parametrize(("vastgesteld", "aantal"), [(None, 0), (Besluit(orgaan="college", datum="2024"), 1)])  # type: ignore[arg-type]
    def test_a_plan_that_was_not_adopted_with_its_progress(self, vastgesteld: Besluit | None, aantal: int) -> None:
        plan = Jaarplan(looptijd="2024", titel="x", vastgesteld=vastgesteld, acties=(Actie(id="A", titel="x"),))
        melding = Voortgangsmelding(actie="A", sinds=DAG, voortgang="loopt")  # type: ignore[arg-type]
        brief = maak_brief("b", EMBARGO, **stuur("2024"))
        openbaar = derive_openbaar(maak_dossier(raadsbrieven=(brief,), jaarplannen=(plan,), voortgang=(melding,)))
        assert (len(openbaar.jaarplannen), len(openbaar.voortgang)) == (aantal, aantal)

    def test_where_an_action_goes_on_when_that_is_left_out(self) -> None:
        plannen = tuple(Jaarplan(looptijd=jaar, titel="x", acties=(Actie(id=f"A{jaar}", titel="x"),)) for jaar in JAREN)
        log = Voortgangsmelding(actie="A2024", sinds=DAG, voortgang="doorgeschoven", naar="2025")  # type: ignore[arg-type]
        brief = maak_brief("b", EMBARGO, **stuur("2025"))
        openbaar = derive_openbaar(
            maak_dossier(raadsbrieven=(brief, maak_brief("c", **stuur("2024"))), jaarplannen=plannen, voortgang=(log,))
        )
        assert openbaar.voortgang == (attrs.evolve(log, naar=None),)

    def test_a_policy_that_was_not_adopted(self) -> None:
        beleid = Veiligheidsbeleid(
            id="p",
            titel="x",
            looptijd="2024/2027",
            themas=(Thema(id="th", naam="x"),),
            doelen=(Doel(id="d", tekst="x"),),
        )
        ambitie = Ambitie(id="m", titel="x", thema="th", doelen=("d",))
        plan = Jaarplan(looptijd="2024", titel="x", beleid="p", ambities=(ambitie,))
        rapportage = attrs.evolve(RAPPORTAGE, ontwikkelingen=(Ontwikkeling(thema="th", tekst="x"),))
        dossier = maak_dossier(
            beleid=(beleid,),
            jaarplannen=(plan,),
            rapportages=(rapportage,),
            raadsbrieven=(maak_brief("b", EMBARGO, **stuur("p")), maak_brief("a", themas=("th",))),
        )
        assert derive_openbaar(dossier) == maak_dossier(
            jaarplannen=(attrs.evolve(plan, beleid=None, ambities=(Ambitie(id="m", titel="x"),)),),
            rapportages=(RAPPORTAGE,),
            raadsbrieven=(maak_brief("a"),),
        )


class TestControle:
    """How a municipality checks its dossier is a matter of its own house."""

    def test_settings_and_acceptances_are_left_out(self) -> None:
        instelling = Regelinstelling(code="A1", uit=True)
        gemeente = attrs.evolve(LEEG.gemeente, profiel=Profiel(regelinstellingen=(instelling,)))
        aanvaarding = Aanvaarding(code="A1", reden="x", einddatum=datetime.date(2024, 1, 1))
        assert derive_openbaar(attrs.evolve(LEEG, gemeente=gemeente)) == LEEG
        assert derive_openbaar(attrs.evolve(LEEG, aanvaardingen=(aanvaarding,))) == LEEG


class TestAny:
    """Of any dossier the public part is a dossier, is its own public part, and holds no letter that is not public."""

    @given(dossiers())
    def test_public(self, dossier: Dossier) -> None:
        openbaar = derive_openbaar(dossier)
        assert {brief.openbaarheid.soort for brief in openbaar.raadsbrieven} <= {"openbaar"}
        assert derive_openbaar(openbaar) == openbaar
        assert openbaar.metingen == dossier.metingen
        assert len(dump(openbaar)) <= len(dump(dossier))
