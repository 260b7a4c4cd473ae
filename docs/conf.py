"""How sphinx builds the documentation."""

from importlib.metadata import version as installed_version

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

myst_heading_anchors = 3
nb_execution_mode = "force"
nb_execution_raise_on_error = True
