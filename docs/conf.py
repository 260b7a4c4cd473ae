"""How sphinx builds the documentation."""

from importlib import import_module
from importlib.metadata import version as installed_version
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_type_hints

import attrs
from sphinx.application import Sphinx
from sphinx.util.typing import stringify_annotation

from ivb.verslag.naslag import make_paginas

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
    module = import_module(noun.__module__)
    bare = SimpleNamespace(__annotations__={field.name: field.type for field in fields})
    types = {name: stringify_annotation(kind, "smart") for name, kind in get_type_hints(bare, vars(module)).items()}
    shown = [f"{field.name}: {types[field.name]}{_show_default(field.default)}" for field in fields]
    return f"({', '.join(['*'] * fields[0].kw_only + shown)})", None


def _show_default(default: object) -> str:
    return "" if default is attrs.NOTHING else " = ..."


def write_regels(app: Sphinx) -> None:
    """Write the pages on the rules, and take away those of rules that are gone; what is the same is left alone."""
    folder = Path(app.srcdir, "reference", "regels")
    folder.mkdir(exist_ok=True)
    pages = make_paginas()
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        page = folder / name
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8", newline="\n")


def setup(app: Sphinx) -> None:
    """Hook into autodoc, and make the pages that follow from the package."""
    app.connect("builder-inited", write_regels)
    app.connect("autodoc-process-signature", show_fields)
