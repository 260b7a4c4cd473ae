"""The rules of the house that no linter of others knows."""

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

import ivb
from tests.signatures import describe_api

ROOT = Path(__file__).parents[1]
PACKAGE = Path(ivb.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
CLOCKS = {"now", "today", "tomorrow", "utcnow", "yesterday"}

HEAVY = {
    "cattrs",
    "cyclopts",
    "docx",
    "docxtpl",
    "hypothesis",
    "icalendar",
    "jinja2",
    "lxml",
    "markdown_it",
    "numpy",
    "openpyxl",
    "rich",
    "ruamel",
    "stdnum",
    "xlsxwriter",
    "yaml",
}

BREACHES = {
    "Imports point one way": ("dates/dag.py", "import ivb.model"),
    "Inside documents each part imports only from those below it": (
        "documents/word/tekens.py",
        "import ivb.documents.sjabloon",
    ),
    "The model knows no door and no file": ("model/base.py", "import pathlib"),
    "Files know the nouns, not the law": ("files/__init__.py", "import ivb.rules"),
    "Only dates imports pendulum": ("model/base.py", "import pendulum"),
    "Only files imports cattrs and YAML": ("documents/__init__.py", "import yaml"),
    "Only the workbook imports Excel": ("files/__init__.py", "import openpyxl"),
    "Only documents imports Word, Jinja, CommonMark and iCalendar": ("files/__init__.py", "import docx"),
    "Only testing imports hypothesis": ("cli.py", "import hypothesis"),
    "Only cli imports cyclopts and rich": ("documents/__init__.py", "import rich"),
    "Only the checks import stdnum": ("model/base.py", "import stdnum"),
}


class TestFacade:
    """``ivb`` names everything that others may use, and nothing changes there unnoticed."""

    def test_public_api(self, golden: Callable[[str, str], None]) -> None:
        golden("public_api.txt", describe_api(ivb))

    def test_star_import_gives_every_name(self) -> None:
        names: dict[str, object] = {}
        exec("from ivb import *", names)  # noqa: S102 - a star import is not allowed inside a function
        assert set(ivb.__all__) <= names.keys()

    def test_names_are_unique(self) -> None:
        assert len(ivb.__all__) == len(set(ivb.__all__))

    def test_dir_lists_every_name(self) -> None:
        assert set(ivb.__all__) <= set(dir(ivb))

    def test_unknown_name(self) -> None:
        with pytest.raises(AttributeError, match="Jaarplann"):
            getattr(ivb, "Jaarplann")  # noqa: B009 - a type checker refuses the plain form, and rightly so

    def test_a_noun_loads_nothing_heavy(self) -> None:
        program = "import sys, ivb; ivb.Jaarplan; print(*{name.partition('.')[0] for name in sys.modules})"
        loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
        assert not HEAVY & set(loaded.split())


class TestClock:
    """The clock is outside: nothing below ``cli`` reads today."""

    @pytest.mark.parametrize("module", [module for module in MODULES if module.name != "cli.py"], ids=str)
    def test_reads_no_clock(self, module: Path) -> None:
        nodes = ast.walk(ast.parse((PACKAGE / module).read_text(encoding="utf-8")))
        assert not [node.lineno for node in nodes if isinstance(node, ast.Attribute) and node.attr in CLOCKS]


class TestModules:
    """A module has one subject, a name that tells it, and a test of its own."""

    @pytest.mark.parametrize("module", MODULES, ids=str)
    def test_is_no_collection_of_leftovers(self, module: Path) -> None:
        assert module.stem not in {"common", "helpers", "misc", "util", "utils"}

    @pytest.mark.parametrize("module", [module for module in MODULES if module.name != "__init__.py"], ids=str)
    def test_has_a_test_in_the_same_place(self, module: Path) -> None:
        assert (ROOT / "tests" / module.parent / f"test_{module.stem.strip('_')}.py").is_file()


class TestContracts:
    """A contract that cannot fail protects nothing: each breaks when it is broken on purpose."""

    def test_every_contract_has_a_breach(self) -> None:
        assert {contract["name"] for contract in CONTRACTS} == BREACHES.keys()

    @pytest.mark.parametrize("contract", BREACHES)
    def test_breaks(self, contract: str, tmp_path: Path) -> None:
        shutil.copytree(PACKAGE, tmp_path / "ivb")
        module, line = BREACHES[contract]
        with (tmp_path / "ivb" / module).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")
        result = lint_imports(tmp_path)
        assert result.returncode == 1
        assert f"{contract} BROKEN" in result.stdout

    def test_all_hold(self, tmp_path: Path) -> None:
        shutil.copytree(PACKAGE, tmp_path / "ivb")
        result = lint_imports(tmp_path)
        assert result.returncode == 0, result.stdout


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts on the copy of the package in the folder."""
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    options = ["--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    environment = os.environ | {"PYTHONPATH": str(folder), "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, "-c", program, *options],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
