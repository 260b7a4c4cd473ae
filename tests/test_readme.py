"""What the README promises works, and is what CI runs."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = (block for language, block in BLOCKS if language == "python")
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "README.md", "exec"), {"__name__": "readme"})  # noqa: S102 - our own README
    assert (tmp_path / "raadsbrief.docx").stat().st_size > 0


def test_ci_runs_the_second_command() -> None:
    _, second = (block for language, block in BLOCKS if language == "sh")
    assert second in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
