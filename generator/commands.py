"""The commands of ``python -m generator`` beside its own work: what each is given and what it prints."""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path

from .diff import Version, as_text, compare
from .releases import find_document, newest_released, refuse_small_step

Run = Callable[[argparse.Namespace], int]


def add_commands(parser: argparse.ArgumentParser, root: Path) -> None:
    """Add the commands to the parser; each sets `run`."""
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    diff = commands.add_parser("diff", help="say what changed between two documents, and whom it breaks")
    diff.add_argument("old", nargs="?", help="a file, a released version or a git revision; the newest release")
    diff.add_argument("new", nargs="?", default=str(root / "openapi.yaml"), help="the same; openapi.yaml")
    diff.add_argument("--gate", action="store_true", help="exit 1 where the version takes too small a step")
    diff.set_defaults(run=partial(_diff, root))


def _diff(root: Path, arguments: argparse.Namespace) -> int:
    new = find_document(arguments.new, root)
    if arguments.gate:
        refuse_small_step(new)
        return 0
    old = find_document(arguments.old, root) if arguments.old else newest_released() or new
    print(as_text(Version.of(old), Version.of(new), compare(old, new)))
    return 0
