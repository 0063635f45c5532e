"""``python -m generator``: write or compare all generated files; --help lists the other commands."""

import argparse
import gc
import sys
from pathlib import Path

from .document import Document, DocumentError, Problems
from .file_sync import FileDifference, apply, refuse_foreign_folder
from .recorded import CommandsPage, render_recorded
from .spec.rules import breaches, malformed
from .subcommands import add_commands

ROOT = Path(__file__).parent.parent
OUT = ROOT / "generated" / "honeyhive_api"
LOSS = 3
_WRITTEN = {"missing": "added", "edited": "changed", "orphan": "removed"}


def main() -> int:
    """Run the command; return the exit status: 0 for success, 1 for a problem, 3 for a package with losses."""
    gc.disable()  # collection would take a tenth of the time of this short process, and free nothing
    arguments = _parser().parse_args()
    try:
        return int(arguments.run(arguments))
    except DocumentError as error:
        print(error, file=sys.stderr)
        return 1


def _generate(arguments: argparse.Namespace) -> int:
    if arguments.spec is not None and not arguments.rules:
        return _supported(arguments)
    if arguments.spec is not None or arguments.out != OUT:
        return _write(arguments, None)
    with CommandsPage(ROOT) as page:
        return _write(arguments, page)


def _write(arguments: argparse.Namespace, page: CommandsPage | None) -> int:
    """Write or compare the package. With ``page``, also write or compare the recorded files of this project."""
    problems = Problems()
    document = Document.read(arguments.spec or ROOT / "openapi.yaml", problems)
    files = _render(document, problems)
    write = not arguments.check
    if write:
        refuse_foreign_folder(arguments.out, "*.py", "# Generated from ")
    differences = apply(arguments.out, files, write=write)
    if page is not None:
        # The page was made from the package on disk, so it is out of date if the package changes.
        recorded = render_recorded(ROOT, document, page.read(again=write and bool(differences)))
        files |= recorded
        differences += apply(ROOT, recorded, write=write, whole=False)
    return _report(arguments, differences, f"{len(files)} files, {len(differences)} changed: {_shown(arguments.out)}")


def _supported(arguments: argparse.Namespace) -> int:
    """Generate the supported operations of another document; return 3 if something is lost."""
    from .python.supported import render_supported

    if arguments.out == OUT:
        raise DocumentError("--spec needs --out DIR: generated/ is only for openapi.yaml")
    problems, wrong = Problems(), Problems()
    document = Document.read(arguments.spec, problems, wrong)
    try:
        package = render_supported(document, wrong)
    except DocumentError as error:
        placed = [one if one.startswith(f"{document.file}:") else f"{document.file}: {one}" for one in error.problems]
        raise DocumentError(*problems, *placed) from None
    lost = [*problems, *(f"{one}; the operation is dropped" for one in document.numbered(package.dropped.values()))]
    if not arguments.check:
        refuse_foreign_folder(arguments.out, "*.py", "# Generated from ")
    differences = apply(arguments.out, package.files, write=not arguments.check)
    count = len(document.operations())
    kept = f"{count - len(package.dropped)} of {count} operations, {len(package.files)} files"
    code = _report(arguments, differences, f"{kept}, {len(differences)} changed: {_shown(arguments.out)}")
    print("\n".join(lost), file=sys.stderr, end="\n" if lost else "")
    return code or (LOSS if lost else 0)


def _render(document: Document, problems: Problems) -> dict[str, str]:
    """Return the files of the package by path. Raises DocumentError with all problems, also those of the rules."""
    # Imported here, because openapi-python-client is slow to import and the other commands do not need it.
    from .python.render import render_package

    files: dict[str, str] = {}
    if found := malformed(document):
        problems += document.numbered(found)
    else:
        problems += document.numbered(breaches(document))
        building = Problems()
        with building.collect():
            files = render_package(document)
        problems += document.numbered(building)
    problems.refuse()
    return files


def _report(arguments: argparse.Namespace, differences: list[FileDifference], summary: str) -> int:
    for difference in differences:
        what = difference.what if arguments.check else _WRITTEN[difference.what]
        print(f"{what}: {_shown(difference.path)}")
        if arguments.diff and difference.diff:
            print(difference.diff)
    if not arguments.check:
        print(summary)
        return 0
    if differences:
        print("generated files do not match the document; run `make generate`", file=sys.stderr)
    return int(bool(differences))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m generator",
        description="Generate the package and the recorded files from the document, or compare them.",
    )
    parser.add_argument("--check", action="store_true", help="only compare: list differing files, exit 1 if any")
    parser.add_argument("--diff", action="store_true", help="print the diff of each file")
    parser.add_argument(
        "--spec",
        type=Path,
        metavar="FILE",
        help="generate the supported operations of another document; exit with 3 if an operation is dropped",
    )
    parser.add_argument("--rules", action="store_true", help="also check the rules, and drop no operation")
    parser.add_argument("--out", type=Path, default=OUT, metavar="DIR", help="folder of the generated package")
    parser.set_defaults(run=_generate)
    add_commands(parser, ROOT)
    return parser


def _shown(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


if __name__ == "__main__":
    sys.exit(main())
