"""Every finding leads to a line of a file that is there."""

import json
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import ivb
from ivb import Bevinding, Dossier, Ernst, Jaarplan, Regel, Regeltekst, check
from ivb.model.base import Noun, velden
from ivb.model.verwijzingen import follow, items, stap
from ivb.rules.checks.verantwoording import V1
from ivb.testing import dossiers
from ivb.testing.gevallen import PEILDATUM, bijna_geldige_dossiers
from ivb.testing.gevallen.breuken import BREUKEN
from ivb.verslag.plaatsing import count_ernst, place_bevindingen

ALLE = dossiers() | st.sampled_from(sorted(BREUKEN)).flatmap(bijna_geldige_dossiers)
EIGEN = Regel(code="X1", ernst=Ernst.INFO, tekst=Regeltekst(titel="Eigen", bericht="Hier."))


def iter_paden(noun: Noun, pad: str = "") -> Iterator[str]:
    """Give the path of every field of a noun at any depth, also of those that are empty."""
    yield pad
    for veld in velden(type(noun)):
        yield stap(pad, veld.naam)
        for nummer, deel in enumerate(items(noun, veld)):
            waar = stap(pad, veld.naam, getattr(deel, "id", nummer) if veld.meervoud else None)
            yield from iter_paden(deel, waar) if isinstance(deel, Noun) else [waar]


def bewaar(dossier: Dossier, map_: Path, soort: str) -> Path:
    """Save a dossier as one file, as JSON or as a folder that has a file for every list."""
    if soort == "map":
        doel = map_ / "dossier"
        doel.mkdir()
        delen = ivb.dump(dossier).decode().split("\n")
        splits: dict[str, list[str]] = {}
        naam = "formaat"
        for regel in delen:
            naam = regel.partition(":")[0] if regel[:1].strip(" -#") else naam
            splits.setdefault(naam, []).append(regel)
        for bestand, regels in splits.items():
            (doel / f"{bestand}.yaml").write_text("\n".join(regels) + "\n", encoding="utf-8", newline="\n")
        return doel
    doel = map_ / f"dossier.{soort}"
    ivb.save(dossier, doel)
    return doel


def lees_regels(bestand: str) -> list[str]:
    return Path(bestand).read_text(encoding="utf-8").split("\n")


def is_afgeleid(dossier: Dossier, pad: str) -> bool:
    """Tell whether an id stands in no file: it is that of the years of a plan."""
    noun = follow(dossier, pad.removesuffix(".id"))
    return isinstance(noun, Jaarplan) and noun.id == str(noun.looptijd)


class TestPlaceBevindingen:
    """A path of a finding and the place in the file belong together, whatever the path names."""

    @pytest.mark.parametrize("soort", ["yaml", "json", "map"])
    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors])
    @given(dossier=ALLE)
    @example(dossier=ivb.voorbeeld())
    def test_every_finding_and_every_path_has_a_line(self, soort: str, dossier: Dossier) -> None:
        with TemporaryDirectory() as map_:
            lezing = ivb.read_dossier(bewaar(dossier, Path(map_), soort))
            assert lezing.dossier == dossier
            gevonden = [*check(dossier, peildatum=PEILDATUM), *map(EIGEN.meld, iter_paden(dossier))]
            regels = cache(lees_regels)
            for bevinding, plaats in place_bevindingen(gevonden, lezing.plaatsen):
                assert plaats, bevinding.pad
                assert plaats.regel
                assert plaats.kolom
                daar = regels(plaats.bestand)[plaats.regel - 1][plaats.kolom - 1 :]
                if bevinding.pad.endswith("].id") and not is_afgeleid(dossier, bevinding.pad):
                    assert daar.lstrip("\"'").startswith(str(follow(dossier, bevinding.pad)))

    def test_what_stands_nowhere_yet_is_missed_where_the_municipality_stands(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text("jaarplannen: []\n", encoding="utf-8")
        kop = "bijgehouden_vanaf: 2024-01-01\ngemeente: {naam: A, code: GM0001, plaats: A}\n"
        (tmp_path / "b.yaml").write_text(kop, encoding="utf-8")
        lezing = ivb.read_dossier(tmp_path)
        for pad in ("", "beleid"):
            ((_, plaats),) = place_bevindingen([EIGEN.meld(pad)], lezing.plaatsen)
            assert str(plaats) == f"{tmp_path / 'b.yaml'}:2:1"

    def test_an_empty_id_is_the_years_of_the_plan(self) -> None:
        tekst = b"bijgehouden_vanaf: 2024-01-01\ngemeente: {naam: A, code: GM0001, plaats: A}\n"
        tekst += b"jaarplannen:\n  - looptijd: 2023\n    titel: P\n  - id:\n    looptijd: 2024\n    titel: Q\n"
        lezing = ivb.read_dossier(tekst)
        assert str(lezing.plaatsen.find("jaarplannen[2024].titel")) == "<bytes>:8:12"

    def test_without_a_file_there_is_no_place(self) -> None:
        bevinding = EIGEN.meld("gemeente")
        assert place_bevindingen([bevinding], None) == ((bevinding, None),)

    def test_many_in_one_list_take_no_longer_than_the_list(self) -> None:
        kaders = [{"id": f"K{nummer}", "naam": "N"} for nummer in range(20_000)]
        gemeente = {"naam": "A", "code": "GM0001", "plaats": "A"}
        tekst = json.dumps({"bijgehouden_vanaf": "2024-01-01", "gemeente": gemeente, "kaders": kaders})
        plaatsen = ivb.read_dossier(tekst.encode()).plaatsen
        plaatsen.find("kaders")
        begin = time.perf_counter()
        gevonden = {plaatsen.find(f"kaders[K{nummer}].naam") for nummer in range(20_000)}
        assert time.perf_counter() - begin < 5  # one walk through the list per path would take minutes
        assert len(gevonden) == 20_000


class TestCountErnst:
    """Counts are said in words, the most serious first."""

    @pytest.mark.parametrize(
        ("ernsten", "tekst"),
        [
            ([], "niets gevonden"),
            (["fout"], "1 fout"),
            (["info", "waarschuwing", "fout", "fout"], "2 fouten, 1 waarschuwing, 1 keer info"),
            (["waarschuwing"] * 3 + ["info"] * 2, "3 waarschuwingen, 2 keer info"),
        ],
    )
    def test_in_words(self, ernsten: list[str], tekst: str) -> None:
        gevonden = [Bevinding(regel=V1, pad="", ernst=Ernst(ernst)) for ernst in ernsten]
        assert count_ernst(gevonden) == tekst
