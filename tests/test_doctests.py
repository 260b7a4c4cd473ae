"""The examples in the docstrings of the package hold."""

import doctest
import importlib
import pkgutil

import pytest

import ivb

MODULES = [module.name for module in pkgutil.walk_packages(ivb.__path__, "ivb.") if module.name != "ivb.__main__"]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
