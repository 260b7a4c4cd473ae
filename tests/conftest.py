"""What every test may use."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

CI = os.environ.get("CI") == "true"
REWRITE = os.environ.get("IVB_GOLDEN") == "1"
GOLDEN = Path(__file__).parent / "golden"
SOFFICE_ON_MACOS = "/Applications/LibreOffice.app/Contents/MacOS/soffice"

# No deadline: a slow machine is no fault of the code. The same examples in every run of CI, new ones at home.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
# Thousands of examples, for ``nox -s judges``.
settings.register_profile("judges", deadline=None, max_examples=3000, suppress_health_check=list(HealthCheck))
# mutmut runs the same test many times in one process, each time on a new instance of its class.
settings.register_profile(
    "mutation", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.differing_executors]
)
settings.load_profile("ci" if CI else "local")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run only what has a golden file while those are rewritten."""
    if REWRITE:
        others = [item for item in items if "golden" not in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in others]


def find_program(name: str, elsewhere: str = "") -> str:
    """Find a program that a test needs; without it the test is skipped at home and fails in CI."""
    path = shutil.which(name) or shutil.which(elsewhere)
    return path or miss(name)


def miss(name: str) -> NoReturn:
    """Skip a test at home, and fail it in CI, for what is not installed."""
    if CI:
        pytest.fail(f"{name} is not installed, and CI=true skips nothing.")
    pytest.skip(f"{name} is not installed.")


@pytest.fixture(scope="session")
def soffice() -> str:
    """The path of LibreOffice."""
    return find_program("soffice", SOFFICE_ON_MACOS)


@pytest.fixture(scope="session")
def calc(soffice: str) -> str:
    """The path of LibreOffice, where its spreadsheets are installed too; Debian packs those apart."""
    program = Path(soffice).resolve().parent
    if sys.platform == "linux" and not (program / "libsclo.so").exists():
        miss("libreoffice-calc")
    return soffice


@pytest.fixture(scope="session")
def pdftotext() -> str:
    """The path of Poppler's reader of PDF."""
    return find_program("pdftotext")


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a text with the file of that name in tests/golden; ``nox -s golden`` rewrites the file."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if REWRITE:
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8"), f"{name} differs; if that is meant: nox -s golden"

    return compare
