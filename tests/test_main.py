"""``python -m ivb`` is the command ``ivb``."""

import subprocess
import sys
from importlib.metadata import entry_points, version

import pytest

from ivb.__main__ import main

WITHOUT = """
import sys

class Missing:
    def find_spec(self, name, *_):
        if name == sys.argv[1]:
            raise ModuleNotFoundError(name=name)

sys.meta_path.insert(0, Missing())
from ivb.__main__ import main
sys.exit(main())
"""


class TestMain:
    """The command gives its exit code, and without its extra it says how to get it."""

    def test_runs_the_command(self) -> None:
        result = subprocess.run([sys.executable, "-m", "ivb", "--version"], capture_output=True, text=True, check=True)
        assert result.stdout == f"{version('ivb')}\n"

    def test_gives_the_exit_code(self) -> None:
        result = subprocess.run([sys.executable, "-m", "ivb", "nieuw"], capture_output=True, text=True, check=False)
        assert result.returncode == 2
        assert result.stderr.endswith("Gebruik: ivb nieuw MAP\n")

    @pytest.mark.parametrize("missing", ["cyclopts", "rich"])
    def test_without_the_extra(self, missing: str) -> None:
        program = [sys.executable, "-c", WITHOUT, missing]
        result = subprocess.run(program, capture_output=True, text=True, check=False)
        assert result.returncode == 2
        assert result.stderr == (
            "De opdracht ivb hoort bij de extra 'cli'. Installeer die zo: pip install 'ivb[cli]'\n"
        )

    def test_another_missing_module_is_a_fault_of_its_own(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "ivb.cli", None)
        with pytest.raises(ModuleNotFoundError):
            main()

    def test_is_what_the_command_starts(self) -> None:
        (entry,) = entry_points(group="console_scripts", name="ivb")
        assert entry.load() is main
