"""The façade of `ivb.dates`."""

import subprocess
import sys

from ivb import dates


class TestFacade:
    """Everything public is named once, in the house's order, and nothing else is."""

    def test_every_name_exists(self) -> None:
        assert all(hasattr(dates, naam) for naam in dates.__all__)

    def test_a_name_is_listed_once(self) -> None:
        assert len(set(dates.__all__)) == len(dates.__all__)

    def test_star_import_brings_exactly_those_names(self) -> None:
        ruimte: dict[str, object] = {}
        exec("from ivb.dates import *", ruimte)  # noqa: S102 - a star import is allowed at module level only
        assert set(ruimte) - {"__builtins__"} == set(dates.__all__)

    def test_importing_loads_nothing_heavy(self) -> None:
        code = (
            "import sys, ivb.dates; print({'yaml', 'docx', 'lxml', 'hypothesis', 'rich', 'cattrs'} & set(sys.modules))"
        )
        uitvoer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert uitvoer.stdout.strip() == "set()"
