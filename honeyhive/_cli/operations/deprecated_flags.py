"""Warnings for deprecated commands and flags."""

from typing import Any

from honeyhive_api.index import INDEX
from honeyhive_api.types import Operation, sunset

from ..._core.notices import unscoped
from ..terminal.failures import say_warning
from .flags import flag_fields, flag_name, replaced_by_flags


def path_of(operation: Operation) -> str:
    """Return the namespace and the command in kebab case."""
    return command_of(f"{operation.namespace}.{operation.name}")


def command_of(call: str) -> str:
    """Return the command of a method: `experiments list-legacy` for `experiments.list_legacy`."""
    return call.replace(".", " ").replace("_", "-")


def replaced_by_commands(operation: Operation) -> str:
    """Return the advice to use the commands that replace a deprecated operation; empty if nothing replaces it.

    A replacement that has no command is named by its method and path.
    """
    by_route = {entry.route: f"honeyhive {command_of(entry.call)}" for entry in INDEX.values()}
    routes = " or ".join(by_route.get(route, route) for route in operation.replaced_by)
    return f": use {routes}" if routes else ""


def advice(operation: Operation) -> str:
    """Return the replacement and the removal date of a deprecated operation."""
    return (replaced_by_commands(operation) or ", without a replacement") + sunset(operation)


def tell_deprecations(operation: Operation, known: dict[str, Any]) -> None:
    """Warn on stderr about a deprecated operation, and about deprecated flags among the arguments."""
    if operation.deprecated and operation.is_unscoped:
        say_warning(unscoped(path_of(operation), f"--{flag_name(operation.scoped_by or '')}", operation))
    elif operation.deprecated:
        say_warning(f"{path_of(operation)} is deprecated{advice(operation)}")
    for field in flag_fields(operation):
        if field.deprecated and field.argument in known:
            say_warning(f"--{flag_name(field.name)} is deprecated{replaced_by_flags(field)}")
