"""Functions of the user's, named on the command line as module:function."""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import click


def load(target: str, flag: str) -> Callable[..., Any]:
    """The function that ``target`` names, as in ``app.answers:reply``; modules of the current folder come first.

    Raises UsageError, naming ``flag``, for what cannot be found; what the module itself raises is left as it is.
    """
    module_name, separator, path = target.partition(":")
    if not (separator and module_name and path):
        raise click.UsageError(f"{flag}: {target!r} is not MODULE:FUNCTION, as in app:answer")
    found: Any = _module(module_name, flag)
    for name in path.split("."):
        if not hasattr(found, name):
            raise click.UsageError(f"{flag}: {module_name} has no {path!r}{_near(name, found)}")
        found = getattr(found, name)
    if not callable(found):
        raise click.UsageError(f"{flag}: {target} is a {type(found).__name__} and cannot be called")
    function: Callable[..., Any] = found
    return function


def _module(name: str, flag: str) -> Any:
    folder = str(Path.cwd())
    if folder not in sys.path:
        sys.path.insert(0, folder)
    if name.endswith(".py"):
        raise click.UsageError(f"{flag}: name the module, not its file: {name.removesuffix('.py').replace('/', '.')}")
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        # One that the module itself asks for is a fault of the module.
        if error.name and (name == error.name or name.startswith(f"{error.name}.")):
            raise click.UsageError(
                f"{flag}: there is no module {error.name!r} here or among what is installed"
            ) from None
        raise click.ClickException(f"{name} cannot be loaded: {error}") from error
    except Exception as error:
        raise click.ClickException(f"{name} cannot be loaded: {type(error).__name__}: {error}") from error


def _near(name: str, module: Any) -> str:
    from ..terminal.lazy_group import suggestion

    return suggestion(name, [one for one in dir(module) if not one.startswith("_")])
