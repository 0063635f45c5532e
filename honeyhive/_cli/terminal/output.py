"""Replies on stdout: JSON, JSON lines, CSV, YAML, a table or an outline, with all keys or chosen columns."""

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import click

from ..._terminal import escaped, on_one_line
from .cells import zone_of
from .failures import say_warning
from .global_flags import given
from .reply_rows import flattened, has, rows_of, selected
from .suggestions import suggestion


def show(ctx: click.Context, value: Any, notice: str = "") -> None:
    """Print the value in the format of --output. Print nothing for None, which stands for a reply without a body.

    ``notice`` is a line about items that are not shown. Only the formats table and outline print it.
    """
    if value is None:
        return
    expression: str | None = given(ctx).get("jq")
    if expression is not None:
        from .jq_filter import filtered

        results = filtered(expression, value)
        if "output" not in given(ctx):
            print_lines(results)
            return
        value, notice = results[0] if len(results) == 1 else results, ""
    _print(ctx, value, notice)
    sys.stdout.flush()


def show_each(ctx: click.Context, items: Iterable[Any]) -> bool:
    """Print items as they arrive and return True, if the output is JSON lines of whole items.

    Otherwise print nothing and return False.
    """
    if output_form(ctx) != "jsonl" or "jq" in given(ctx) or columns(ctx):
        return False
    for item in items:
        click.echo(_json_line(item))
    return True


def output_form(ctx: click.Context) -> str:
    """Return the value of --output; by default table on a terminal and json elsewhere."""
    return given(ctx).get("output") or ("table" if sys.stdout.isatty() else "json")


def is_for_people(ctx: click.Context) -> bool:
    """Return True if the output format is for people, so that a notice can follow the reply."""
    return output_form(ctx) in ("table", "outline") and "jq" not in given(ctx)


def columns(ctx: click.Context) -> Sequence[str]:
    """Return the paths of --columns; empty if it is not given."""
    chosen: Sequence[str] = given(ctx).get("output_columns", ())
    return chosen


def json_text(value: Any) -> str:
    """Return the value as JSON, indented by two spaces."""
    return json.dumps(value, indent=2, ensure_ascii=False)


def yaml_text(value: Any) -> str:
    """Return the value as YAML, with keys in their original order."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """Quotes strings that only YAML 1.2 reads as numbers, such as 1e3 and 0o17."""

    Dumper.add_implicit_resolver(
        "float", re.compile(r"[-+]?\.?[0-9]+(?:\.[0-9]*)?[eE][-+]?[0-9]+\Z"), [*"-+.0123456789"]
    )
    Dumper.add_implicit_resolver("int", re.compile(r"0o[0-7]+\Z"), ["0"])
    text: str = yaml.dump(value, Dumper=Dumper, sort_keys=False, allow_unicode=True)
    return text.removesuffix("\n...\n").rstrip("\n")


def csv_text(value: Any) -> str:
    """Return the rows as CSV with a header; keys of nested objects are columns such as `metadata.model`."""
    rows = [flattened(row) for row in rows_of(value).rows]
    names = list(dict.fromkeys(name for row in rows for name in row))
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(map(_csv_cell, names))
    writer.writerows([_csv_cell(row.get(name)) for name in names] for row in rows)
    return file.getvalue().rstrip("\n") if names else ""


def _print(ctx: click.Context, value: Any, notice: str) -> None:
    form, paths = output_form(ctx), columns(ctx)
    _warn_of_unknown(value, paths)
    if form == "table":
        from .tables import print_table

        print_table(value, zone_of(ctx), paths, notice)
        return
    if form == "outline":
        from .outline import outline_text

        click.echo(outline_text(value, zone_of(ctx), paths, given(ctx).get("max_chars")))
        if notice:
            click.echo(notice, err=True)
        return
    click.echo(_WRITERS[form](selected(value, paths) if paths else value))


def _warn_of_unknown(value: Any, paths: Sequence[str]) -> None:
    rows = rows_of(value).rows
    for path in paths:
        if rows and not any(has(row, path) for row in rows):
            known = dict.fromkeys(name for row in rows[:100] for name in flattened(row))
            say_warning(f"--columns: no item has {path}{suggestion(path, known)}")


def print_lines(results: Iterable[Any]) -> None:
    """Print each result on a line: a string as it is, and anything else as JSON."""
    for one in results:
        text = one if isinstance(one, str) else _json_line(one)
        click.echo(escaped(text) if sys.stdout.isatty() else text)


def _json_line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _json_lines(value: Any) -> str:
    return "\n".join(map(_json_line, rows_of(value).rows))


def _csv_cell(value: Any) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else _json_line(value)
    return on_one_line(text) if sys.stdout.isatty() else text


_WRITERS: Final[dict[str, Callable[[Any], str]]] = {
    "json": json_text,
    "jsonl": _json_lines,
    "csv": csv_text,
    "yaml": yaml_text,
}
