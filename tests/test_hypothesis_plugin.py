"""The plugin: ``st.from_type`` knows every class of ``ivb``, in the tests of any project."""

import os
import subprocess
import sys
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ivb
from ivb.hypothesis_plugin import register

CLASSES = [
    soort
    for naam in ivb.__all__
    if naam[0].isupper()
    and not naam.isupper()
    and not (soort := getattr(ivb, naam)).__module__.startswith(("ivb.documents.", "ivb.files."))
]
SOURCE = Path(ivb.__file__).parents[1]

# What somebody writes who has ivb[testing]; a checkout that is not installed has no entry point, and registers itself.
TEST = """
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ivb
from ivb.hypothesis_plugin import register

register()
outside = ("ivb.documents.", "ivb.files.")
classes = [getattr(ivb, naam) for naam in ivb.__all__ if naam[0].isupper() and not naam.isupper()]


@pytest.mark.parametrize("soort", [een for een in classes if not een.__module__.startswith(outside)])
def test_from_type(soort):
    @settings(max_examples=20)
    @given(st.from_type(soort))
    def check(value):
        assert type(value) is soort

    check()
"""

register()


class TestFromType:
    """Every class that ``ivb`` names can be drawn by its type."""

    @pytest.mark.parametrize("soort", CLASSES)
    @settings(max_examples=5, suppress_health_check=[HealthCheck.differing_executors])
    @given(data=st.data())
    def test_every_class(self, soort: type, data: st.DataObject) -> None:
        assert type(data.draw(st.from_type(soort))) is soort

    @given(st.from_type(ivb.Norm[str]), st.from_type(ivb.Norm[bool]))
    def test_a_value_of_a_type(self, tekst: ivb.Norm[str], keuze: ivb.Norm[bool]) -> None:
        assert type(tekst.waarde) is str
        assert type(keuze.waarde) is bool

    def test_enumerations_are_left_to_hypothesis(self) -> None:
        assert repr(st.from_type(ivb.Orgaan)) == "sampled_from(ivb.model.besluit.Orgaan)"
        assert any(issubclass(soort, Enum) for soort in CLASSES)


class TestStranger:
    """It works in a fresh folder of a project that only installs ``ivb[testing]``."""

    def test_in_an_empty_folder(self, tmp_path: Path) -> None:
        (tmp_path / "test_stranger.py").write_text(TEST, encoding="utf-8")
        result = run(tmp_path, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", "test_stranger.py")
        assert result.returncode == 0, result.stdout

    @pytest.mark.parametrize("module", ["ivb.hypothesis_plugin", "ivb.testing", "hypothesis"])
    def test_any_order_of_imports(self, tmp_path: Path, module: str) -> None:
        program = f"import {module}; import ivb.hypothesis_plugin as plugin, ivb.testing; plugin.register()"
        assert run(tmp_path, "-c", program).returncode == 0

    def test_registering_loads_no_strategy_and_no_document(self, tmp_path: Path) -> None:
        slow = "sys.modules.keys() & {'ivb.testing', 'docx', 'jinja2'}"
        program = f"import sys, ivb.hypothesis_plugin as plugin; plugin.register(); print({slow})"
        assert run(tmp_path, "-c", program).stdout == "set()\n"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder, with this checkout on its path and unmeasured, for that would make a stranger slow."""
    environment = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("COVERAGE")}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment | {"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=False,
    )
