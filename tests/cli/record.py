"""Write what is recorded of the command line: the tree, every help, and docs/cli.md.

``make generate`` refreshes them.
"""

import inspect
from collections.abc import Iterator
from pathlib import Path

import click

from tests.recorded import refresh

from .tree import kind, spelling, visible, walk

HERE = Path(__file__).parent
PROSE = HERE / "cli.md.head"
IN_PROSE = ("filename", "show_file_schema", "show_argument_schema", "dry_run")
"""Flags of every command that are described once."""
DOCS = HERE.parents[1] / "docs" / "cli.md"


def rendered() -> dict[Path, str]:
    """Every recorded file with the text that it should have."""
    return {
        HERE / "tree.txt": "\n".join(_tree()) + "\n",
        HERE / "help.txt": "\n".join(_help()) + "\n",
        DOCS: PROSE.read_text() + "\n".join(_docs()) + "\n",
    }


def _tree() -> Iterator[str]:
    for ctx in walk():
        depth = ctx.command_path.count(" ")
        yield f"{'  ' * depth}{ctx.info_name}"
        for one in visible(ctx):
            yield f"{'  ' * depth}  {spelling(one)} {kind(one)}".rstrip()


def _help() -> Iterator[str]:
    for ctx in walk():
        yield f"$ {ctx.command_path} --help"
        yield ctx.get_help()
        yield ""


def _docs() -> Iterator[str]:
    for ctx in walk():
        level = "#" * (ctx.command_path.count(" ") + 2)
        yield f"\n{level} {'Global flags' if ctx.parent is None else f'`{ctx.command_path}`'}"
        if ctx.parent is not None:
            yield from _prose(ctx.command)
        rows = [_row(ctx, one) for one in visible(ctx) if one.name not in IN_PROSE]
        if rows:
            yield "\n| flag | type | description |\n| --- | --- | --- |"
            yield from rows


def _prose(command: click.Command) -> Iterator[str]:
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        if "\b" in paragraph:
            yield "\n```\n" + "\n".join(line.strip() for line in paragraph.splitlines()[1:]) + "\n```"
        else:
            yield "\n" + " ".join(paragraph.split())


def _row(ctx: click.Context, one: click.Parameter) -> str:
    help_record = one.get_help_record(ctx)
    text = " ".join(help_record[1].split()) if help_record else ""
    escaped = text.replace("|", "\\|").replace("<", "&lt;")
    return f"| `{spelling(one)}` | {kind(one)} | {escaped} |"


if __name__ == "__main__":
    for path, text in rendered().items():
        refresh(path, text)
