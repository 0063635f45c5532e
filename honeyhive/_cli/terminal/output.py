"""The answer on stdout: JSON, YAML, or a table for people."""

import json
import sys
from typing import Any

import click

from .global_flags import given


def show(ctx: click.Context, value: Any) -> None:
    """Print the value as the run asks for it; None, the answer without a body, prints nothing."""
    if value is None:
        return
    form = given(ctx).get("output") or ("table" if sys.stdout.isatty() else "json")
    if form == "table":
        from .tables import print_table

        print_table(value)
    else:
        click.echo(json_text(value) if form == "json" else yaml_text(value))
    sys.stdout.flush()


def json_text(value: Any) -> str:
    """The value as JSON with two spaces."""
    return json.dumps(value, indent=2, ensure_ascii=False)


def yaml_text(value: Any) -> str:
    """The value as YAML in the order of its keys."""
    import yaml

    text: str = yaml.safe_dump(value, sort_keys=False, allow_unicode=True)
    return text.removesuffix("\n...\n").rstrip("\n")
