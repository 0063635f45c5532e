"""Filters for --jq, run by the jq package."""

import json
from importlib import import_module
from typing import Any

import click


def compiled(expression: str, ctx: click.Context | None = None) -> Any:
    """Return the compiled filter. Raises UsageError for an invalid filter, and ClickException if jq is missing."""
    try:
        jq = import_module("jq")
    except ImportError:
        words = "--jq needs the jq package; run pip install 'honeyhive-sdk[cli]', or pipe the output to the command jq"
        raise click.ClickException(words) from None
    try:
        return jq.compile(expression)
    except ValueError as error:
        raise click.UsageError(f"--jq: {expression!r} is not a jq filter: {_reason(error)}", ctx) from None


def filtered(expression: str, value: Any) -> list[Any]:
    """Return the results of the filter. Raises ClickException if the filter does not fit the value."""
    program = compiled(expression)
    try:
        results: list[Any] = json.loads(f"[{','.join(program.input_text(json.dumps(value)).text().splitlines())}]")
    except ValueError as error:
        raise click.ClickException(f"--jq: {_reason(error)}") from None
    return results


def _reason(error: ValueError) -> str:
    return str(error).splitlines()[0].removeprefix("jq: error: ").partition(" at <top-level>")[0].rstrip(": ")
