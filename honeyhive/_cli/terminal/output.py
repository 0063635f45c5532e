"""Replies on stdout as JSON, YAML or a table."""

import json
import sys
from typing import Any

import click

from .global_flags import given


def show(ctx: click.Context, value: Any) -> None:
    """Print the value in the form of --output; nothing for None, the reply without a body."""
    if value is None:
        return
    form = output_form(ctx)
    if form == "table":
        from .tables import print_table

        print_table(value)
    else:
        click.echo(json_text(value) if form == "json" else yaml_text(value))
    sys.stdout.flush()


def output_form(ctx: click.Context) -> str:
    """Return the value of --output; by default table on a terminal and json elsewhere."""
    return given(ctx).get("output") or ("table" if sys.stdout.isatty() else "json")


def json_text(value: Any) -> str:
    """Return the value as JSON, indented by two spaces."""
    return json.dumps(value, indent=2, ensure_ascii=False)


def yaml_text(value: Any) -> str:
    """Return the value as YAML with its keys in their order."""
    import yaml

    text: str = yaml.safe_dump(value, sort_keys=False, allow_unicode=True)
    return text.removesuffix("\n...\n").rstrip("\n")
