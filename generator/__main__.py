"""``python -m generator``: write the generated package, or compare it; the commands diff and publish beside it."""

import argparse
import sys
from pathlib import Path

from .commands import add_commands
from .document import Document, DocumentError
from .output import apply, refuse_foreign_folder
from .spec.rules import refuse_breaches

ROOT = Path(__file__).parent.parent
_WRITTEN = {"missing": "added", "edited": "changed", "orphan": "removed"}


def main() -> int:
    """Do what is asked; 0 when all is as it should be, 1 when not."""
    arguments = _parser().parse_args()
    try:
        return int(arguments.run(arguments))
    except DocumentError as error:
        print(error, file=sys.stderr)
        return 1


def _package(arguments: argparse.Namespace) -> int:
    # Loaded here: openapi-python-client takes long to load, and the commands do without it.
    from .package import render_package

    document = Document.read(arguments.spec or ROOT / "openapi.yaml")
    if arguments.rules or arguments.spec is None:
        refuse_breaches(document)
    if not arguments.check:
        refuse_foreign_folder(arguments.out, "*.py", "# Generated from ")
    files = render_package(document)
    differences = apply(arguments.out, files, write=not arguments.check)
    for difference in differences:
        what = difference.what if arguments.check else _WRITTEN[difference.what]
        print(f"{what}: {_shown(difference.path)}")
        if arguments.diff and difference.diff:
            print(difference.diff)
    if not arguments.check:
        print(f"{len(files)} files, {len(differences)} changed: {_shown(arguments.out)}")
        return 0
    if differences:
        print(f"{_shown(arguments.out)} is not what {document.name} makes: run `make generate`", file=sys.stderr)
    return int(bool(differences))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m generator", description="Make the generated package from the document, or compare it."
    )
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 and name what differs")
    parser.add_argument("--diff", action="store_true", help="show how each file differs")
    parser.add_argument(
        "--spec", type=Path, metavar="FILE", help="another document, not held to the rules of this project's own"
    )
    parser.add_argument("--rules", action="store_true", help="hold it to them all the same")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "generated" / "honeyhive_api", metavar="DIR", help="the package to write"
    )
    parser.set_defaults(run=_package)
    add_commands(parser, ROOT)
    return parser


def _shown(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


if __name__ == "__main__":
    sys.exit(main())
