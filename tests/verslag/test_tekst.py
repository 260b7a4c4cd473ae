"""What a screen shows of findings."""

from pathlib import Path

import pytest

import ivb
from ivb import REGELS, Ernst, Regel, Regeltekst, check, find_regel, format_tekst
from ivb.verslag.tekst import BREEDTE, iter_regeltekst, iter_tekst
from tests.verslag.dossiers import DAG, DOSSIER, schrijf

KAAL = Regel(code="X1", ernst=Ernst.INFO, tekst=Regeltekst(titel="Kaal", bericht="Hier."))


def toon(pad: Path, plek: str) -> list[str]:
    """Give the line of the file and the line with the caret of one place."""
    lezing = ivb.read_dossier(pad)
    return format_tekst([KAAL.meld(plek)], lezing.plaatsen).splitlines()[3:5]


class TestFormatTekst:
    """By rule: each finding with its place, its line and a caret, and once how to mend it and why."""

    def test_the_whole(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        schrijf(tmp_path)
        lezing = ivb.read_dossier("mijn dossier.yaml")
        gevonden = [een for een in check(lezing.dossier, peildatum=DAG) if een.code in {"A2", "A3"}]
        assert format_tekst(gevonden, lezing.plaatsen) == (
            """\
A2 Actie zonder planning

waarschuwing: mijn dossier.yaml:8:9 (jaarplannen[2024].acties[A1].eind)
  8 |       - id: A1
    |         ^
  Actie A1 (Schouw | *x*) heeft geen einde en geen ijkmoment; zeg wanneer zij klaar is of wordt bekeken.

waarschuwing: mijn dossier.yaml:13:9 (jaarplannen[2025].acties[A2].eind)
  13 |       - {id: A2, titel: "Schoüw gaat één", trekker: wijkagent}
     |         ^
  Actie A2 (Schoüw gaat één) heeft geen einde en geen ijkmoment; zeg wanneer zij klaar is of wordt bekeken.

  Herstel: Vul eind in (najaar 2025 mag), of bij een doorlopende actie een ijkmoment.
  Waarom: Zonder moment is niet te zeggen of een actie op tijd is.
  Bron: rekenkameronderzoek naar integraal veiligheidsbeleid, Rijssen-Holten, 2024

A3 Oranje of rood zonder uitleg

fout: mijn dossier.yaml:15:5 (voortgang[0])
  15 |   - {actie: A2, sinds: 2025-01-15, voortgang: loopt, tijd: rood}
     |     ^
  Actie A2 staat op 15 januari 2025 op rood, maar zonder oorzaak, gevolg en bijsturing; vul dat aan.

  Herstel: Vul oorzaak, gevolg en bijsturing in bij dezelfde melding.
  Waarom: Een kleur alleen zegt de raad niet wat er aan de hand is en wat het college eraan doet.
  Bron: voortgangsrapportage van Leiden, toelichting bij oranje en rood

1 fout, 2 waarschuwingen
"""
        )

    def test_without_a_file(self) -> None:
        assert format_tekst([KAAL.meld("gemeente"), KAAL.meld("")]) == (
            "X1 Kaal\n\ninfo: gemeente\n  Hier.\n\ninfo: het hele dossier\n  Hier.\n\n\n2 keer info\n"
        )

    def test_roles(self, tmp_path: Path) -> None:
        lezing = ivb.read_dossier(schrijf(tmp_path))
        rollen = {deel.rol for deel in iter_tekst(check(lezing.dossier, peildatum=DAG), lezing.plaatsen)}
        assert rollen == {"", "kop", "fout", "waarschuwing", "bestandsregel"}


class TestLine:
    """The caret stands under the place, also where characters are wide, are not to be seen or are many."""

    def test_wide_and_combining_characters(self, tmp_path: Path) -> None:
        pad = schrijf(tmp_path, DOSSIER.replace('"Stad | *b*"', '"日e\u0301"'))
        regel, plek = toon(pad, "gemeente.code")
        assert regel == '  3 | gemeente: {naam: "日e\u0301", code: GM0001, plaats: Stad}'
        assert plek == "    | " + " " * 30 + "^"

    def test_a_long_line_is_shown_around_the_place(self, tmp_path: Path) -> None:
        pad = schrijf(tmp_path, DOSSIER.replace("Stad | *b*", "x" * 500))
        regel, plek = toon(pad, "gemeente.code")
        assert regel.startswith("  3 | … xxx")
        assert regel[plek.index("^") :].startswith("GM0001")
        assert len(regel) == BREEDTE + len("  3 | … ")
        regel, plek = toon(pad, "gemeente.naam")
        assert regel.endswith("xx …")
        assert regel[plek.index("^") :].startswith('"xxx')

    def test_other_ends_of_lines(self, tmp_path: Path) -> None:
        pad = tmp_path / "d.yaml"
        pad.write_bytes(b"\xef\xbb\xbf" + DOSSIER.replace("\n", "\r\n").encode())
        assert toon(pad, "jaarplannen[2025].titel")[0] == "  11 |     titel: Plan van 2025"

    def test_json(self, tmp_path: Path) -> None:
        pad = tmp_path / "d.json"
        ivb.save(ivb.load(schrijf(tmp_path)), pad)
        regel, plek = toon(pad, "jaarplannen[2025].titel")
        assert regel[plek.index("^") :].startswith('"Plan van 2025"')

    def test_a_file_that_is_gone(self, tmp_path: Path) -> None:
        pad = schrijf(tmp_path)
        lezing = ivb.read_dossier(pad)
        pad.unlink()
        assert format_tekst([KAAL.meld("gemeente.naam")], lezing.plaatsen).splitlines()[2:4] == [
            f"info: {pad}:3:18 (gemeente.naam)",
            "  Hier.",
        ]

    def test_a_file_that_became_shorter(self, tmp_path: Path) -> None:
        pad = schrijf(tmp_path)
        lezing = ivb.read_dossier(pad)
        pad.write_text("formaat: 1\n", encoding="utf-8")
        assert "  Hier." in format_tekst([KAAL.meld("voortgang[0]")], lezing.plaatsen).splitlines()[3]


class TestRegeltekst:
    """Everything that there is to say of a rule, for who asks for it by its code."""

    def test_a_rule(self) -> None:
        tekst = "".join(deel.tekst for deel in iter_regeltekst(find_regel("V2")))
        assert tekst.startswith(
            """\
V2 Aanvaarding die niets meer doet

  Ernst: waarschuwing
  Gebied: Verantwoording van de controle
  Geldt vanaf: altijd
  Gaat na: Of elke aanvaarding nog hoort bij iets wat gevonden wordt, en nog loopt.
  Herstel: Haal de aanvaarding weg of verleng haar met een reden.
"""
        )
        assert "\n  - De aanvaarding van <code> gold tot en met <einddatum>; " in tekst
        assert "\nZo is het mis\n\n  aanvaardingen:\n    - code: A1\n" in tekst

    @pytest.mark.parametrize("regel", REGELS, ids=lambda regel: regel.code)
    def test_every_rule(self, regel: Regel) -> None:
        tekst = "".join(deel.tekst for deel in iter_regeltekst(regel))
        assert all(
            kop in tekst for kop in ("Gaat na:", "Herstel:", "Waarom:", "Bron:", "Zo is het mis", "Zo is het goed")
        )

    def test_one_with_hardly_a_word(self) -> None:
        tekst = "".join(deel.tekst for deel in iter_regeltekst(KAAL))
        assert tekst == (
            "X1 Kaal\n\n  Ernst: info\n  Gebied: Eigen regels\n  Geldt vanaf: altijd\n\n"
            "Wat u te lezen krijgt\n\n  - Hier.\n"
        )
