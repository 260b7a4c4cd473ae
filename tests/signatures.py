"""The public API as text that is equal on every Python: names, parameters, types and defaults."""

import inspect
from collections.abc import Iterator
from enum import Enum
from types import ModuleType, NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin


def describe_api(module: ModuleType) -> str:
    """Describe every name in ``__all__``, one line each, with the public members of a class under it."""
    return "".join(f"{line}\n" for name in module.__all__ for line in _describe(name, getattr(module, name)))


def _describe(name: str, value: object) -> Iterator[str]:
    if not isinstance(value, type):
        yield f"{name}{_signature(value)}" if callable(value) else f"{name}: {type(value).__name__}"
        return
    if issubclass(value, Enum):
        yield f"class {name}: {', '.join(str(member.value) for member in value)}"
        return
    bases = ", ".join(base.__name__ for base in value.__bases__ if base is not object)
    yield f"class {name}({bases})" if issubclass(value, BaseException) else f"class {name}{_signature(value)}"
    for key, member in sorted(vars(value).items()):
        if key.startswith("_") or inspect.ismemberdescriptor(member):
            continue
        function = inspect.unwrap(member.__func__) if isinstance(member, classmethod | staticmethod) else member
        if inspect.isfunction(function):
            yield f"    {key}{_signature(function)}"
        elif isinstance(member, property):
            yield f"    {key} -> {_type(inspect.signature(member.fget).return_annotation)}" if member.fget else key


def _signature(value: Any) -> str:  # noqa: ANN401 - anything that can be called
    signature = inspect.signature(value)
    parameters = [
        parameter.replace(annotation=_Text(_type(parameter.annotation)), default=_default(parameter.default))
        if parameter.annotation is not inspect.Parameter.empty
        else parameter.replace(default=_default(parameter.default))
        for parameter in signature.parameters.values()
    ]
    returns = signature.return_annotation
    text = _Text(_type(returns)) if returns is not inspect.Signature.empty else returns
    return str(signature.replace(parameters=parameters, return_annotation=text))


class _Text:
    """A text that shows itself without quotes."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


def _default(value: object) -> object:
    if isinstance(value, tuple) and any(map(callable, value)):
        return _Text("...")  # a function shows where it stands in memory
    if value is inspect.Parameter.empty or value is None or isinstance(value, bool | int | str | tuple):
        return value
    return _Text("...")


def _type(annotation: Any) -> str:  # noqa: ANN401 - an annotation can be anything
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _type(arguments[0])
    if origin in (Union, UnionType):
        return " | ".join(map(_type, arguments))
    if origin is Literal:
        return f"Literal[{', '.join(map(repr, arguments))}]"
    if isinstance(annotation, list):
        return f"[{', '.join(map(_type, annotation))}]"
    if origin:
        return f"{origin.__name__}[{', '.join(map(_type, arguments))}]"
    special = {NoneType: "None", None: "None", ...: "..."}
    return special.get(annotation) or str(getattr(annotation, "__name__", annotation))
