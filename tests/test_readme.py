"""What the README and the tutorial promise works, and is what CI runs."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

from ivb.cli import run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TUTORIAL = (ROOT / "docs" / "tutorial" / "index.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)
STEPS = re.findall(
    r"```(?:\{code-block\} yaml\n:caption: (\S+)\n\n|console\n\$ ivb (.*?)\n)(.*?)```", TUTORIAL, re.DOTALL
)


class TestReadme:
    """A reader of the README can do what it says."""

    def test_the_python_example_runs(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (example,) = (block for language, block in BLOCKS if language == "python")
        monkeypatch.chdir(tmp_path)
        exec(compile(example, "README.md", "exec"), {"__name__": "readme"})  # noqa: S102 - our own README
        assert (tmp_path / "raadsbrief.docx").stat().st_size > 0

    def test_the_python_example_is_short(self) -> None:
        (example,) = (block for language, block in BLOCKS if language == "python")
        assert len(example.splitlines()) <= 10

    def test_ci_runs_the_second_command(self) -> None:
        _, second = (block for language, block in BLOCKS if language == "sh")
        assert second in (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    @pytest.mark.parametrize("target", re.findall(r"\]\((?!https:)(.*?)\)", README))
    def test_a_link_leads_somewhere(self, target: str) -> None:
        assert (ROOT / target).is_file()


class TestTutorial:
    """Whoever types what the tutorial says, sees what it shows; ``...`` stands for anything."""

    def test_every_step(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert len(STEPS) == TUTORIAL.count("```console") + TUTORIAL.count("```{code-block}")
        for bestand, command, block in STEPS:
            if bestand:
                Path(bestand).write_text(block, encoding="utf-8")
                continue
            code = run(shlex.split(command))
            printed = "".join(capsys.readouterr()).replace(str(tmp_path), "/home/anna")
            shown = "".join(f"{line.rstrip()}\n" for line in printed.splitlines())
            assert doctest.OutputChecker().check_output(block, shown, doctest.ELLIPSIS), shown
            assert code == (2 if " fout in het dossier" in block else 0)
