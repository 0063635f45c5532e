"""User functions, given as MODULE:FUNCTION."""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import click


def load(target: str, flag: str) -> Callable[..., Any]:
    """Return the function named by ``target``, such as ``app.answers:reply``. The current folder is searched first.

    Raises UsageError with the ``flag`` if it is not found, and ClickException if the module cannot be imported.
    """
    module_name, separator, path = target.partition(":")
    if not (separator and module_name and path):
        raise click.UsageError(f"{flag}: {target!r} is not MODULE:FUNCTION; write it as in app:answer")
    found: Any = _module(module_name, flag)
    for name in path.split("."):
        if not hasattr(found, name):
            raise click.UsageError(f"{flag}: {module_name} has no function {path!r}{_near(name, found)}")
        found = getattr(found, name)
    if not callable(found):
        raise click.UsageError(f"{flag}: {target} is not a function but of type {type(found).__name__}")
    function: Callable[..., Any] = found
    return function


def _module(name: str, flag: str) -> Any:
    folder = str(Path.cwd())
    if folder not in sys.path:
        sys.path.insert(0, folder)
    if name.endswith(".py"):
        raise click.UsageError(
            f"{flag}: pass the module instead of its file: {name.removesuffix('.py').replace('/', '.')}"
        )
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        # If another module is missing, the user's module tried to import it.
        if error.name and (name == error.name or name.startswith(f"{error.name}.")):
            raise click.UsageError(f"{flag}: no module named {error.name!r} is in this folder or installed") from None
        raise click.ClickException(f"{name} cannot be imported: {error}") from error
    except Exception as error:
        raise click.ClickException(f"{name} cannot be imported: {type(error).__name__}: {error}") from error


def _near(name: str, module: Any) -> str:
    from ..terminal.suggestions import suggestion

    return suggestion(name, [one for one in dir(module) if not one.startswith("_")])
