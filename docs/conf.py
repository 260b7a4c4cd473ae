"""How sphinx builds the documentation."""

from importlib.metadata import version as installed_version
from types import SimpleNamespace
from typing import Any, get_type_hints

import attrs
from sphinx.application import Sphinx
from sphinx.util.typing import stringify_annotation

project = "ivb"
author = "the ivb authors"
copyright = "2026, the ivb authors"
release = installed_version("ivb")
version = release
language = "nl"

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.doctest", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = f"ivb {release}"

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
napoleon_numpy_docstring = False
napoleon_attr_annotations = False  # the signature has the types
napoleon_use_ivar = True  # else a field of a NamedTuple is described twice
doctest_test_doctest_blocks = ""  # the examples of the docstrings run with the tests, each in its own module

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
nb_execution_mode = "force"
nb_execution_raise_on_error = True


def show_fields(_app: Sphinx, _what: str, _name: str, noun: Any, *_: object) -> tuple[str, None] | None:  # noqa: ANN401
    """Show the fields of a class as it keeps them; its own signature shows what its converters take."""
    if not (isinstance(noun, type) and attrs.has(noun)):
        return None
    fields = [field for field in attrs.fields(noun) if field.init]
    bare = SimpleNamespace(__annotations__={field.name: field.type for field in fields})
    types = {name: stringify_annotation(kind, "smart") for name, kind in get_type_hints(bare).items()}
    shown = [f"{field.name}: {types[field.name]}{_show_default(field.default)}" for field in fields]
    return f"({', '.join(['*'] * fields[0].kw_only + shown)})", None


def _show_default(default: object) -> str:
    return "" if default is attrs.NOTHING else " = ..."


def setup(app: Sphinx) -> None:
    """Hook into autodoc."""
    app.connect("autodoc-process-signature", show_fields)
