"""Subcommands of ``python -m generator``: diff, publish, conformance and api.

Each subcommand imports its dependencies when it runs, because `make generate` loads this module as well.
"""

import argparse
import contextlib
import json
import os
import subprocess
import threading
from functools import partial
from pathlib import Path
from shutil import which
from tempfile import NamedTemporaryFile

from attrs import evolve

from .document import Document, DocumentError
from .file_sync import apply, refuse_foreign_folder
from .spec.diff import APPROVALS, FORMATS, Version, as_line, as_list, differences, read_approvals
from .spec.releases import (
    find_document,
    kept_approvals,
    newest_released,
    refuse_report,
    refuse_small_step,
    released_documents,
    report_of,
    upgrade_advice,
)
from .spec.rules import read_checked

API_FILE = "api.txt"


def add_commands(parser: argparse.ArgumentParser, root: Path) -> None:
    """Add the subcommands to the parser. Each sets `run`, the function that takes the parsed arguments."""
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    diff = commands.add_parser("diff", help="list the changes between two documents and the users they break")
    diff.add_argument(
        "old",
        nargs="?",
        help="the old document: a file, a released version or a git revision (default: the newest release)",
    )
    diff.add_argument(
        "new",
        nargs="?",
        default=str(root / "openapi.yaml"),
        help="the new document: a file, a released version or a git revision (default: openapi.yaml)",
    )
    diff.add_argument(
        "--gate", action="store_true", help="exit 1 if info.version is raised less than the changes require"
    )
    diff.add_argument("--format", choices=FORMATS, default="text", help="output format (default: text)")
    diff.add_argument(
        "--approved",
        type=Path,
        metavar="FILE",
        help=f"file of approved changes (default: {APPROVALS}, for openapi.yaml only)",
    )
    diff.add_argument(
        "--programs", action="store_true", help="type-check the example programs against both documents; takes minutes"
    )
    diff.add_argument(
        "--foreign",
        action="store_true",
        help="compare documents that different authors wrote about one service: list what each document lacks",
    )
    diff.set_defaults(run=partial(_diff, root))
    publish = commands.add_parser("publish", help="write the documents and reference pages for other teams")
    publish.add_argument("--out", type=Path, default=root / "dist" / "spec", metavar="DIR", help="output folder")
    publish.set_defaults(run=partial(_publish, root))
    conformance = commands.add_parser("conformance", help="check the requests of any client against the document")
    conformance.add_argument("--all", action="store_true", help="also exit 1 if a request of the kit was not sent")
    conformance.add_argument(
        "client",
        nargs=argparse.REMAINDER,
        metavar="COMMAND",
        help="command that runs the client; without it, listen until interrupted",
    )
    conformance.set_defaults(run=partial(_conformance, root))
    api = commands.add_parser("api", help=f"write the public API of the packages to {API_FILE}")
    api.add_argument("--check", action="store_true", help="only compare: print the difference, exit 1 if there is one")
    api.set_defaults(run=partial(_api, root))


def _diff(root: Path, arguments: argparse.Namespace) -> int:
    if arguments.foreign and (arguments.gate or arguments.programs):
        option = "--gate" if arguments.gate else "--programs"
        raise DocumentError(f"{option} compares versions of one document and cannot be used with --foreign")
    new = find_document(arguments.new, root)
    old = find_document(arguments.old, root) if arguments.old else newest_released() or new
    if arguments.foreign:
        print(as_list(differences(old, new), arguments.format))
        return 0
    # The approvals of this project do not apply to other documents.
    is_ours = arguments.new == str(root / "openapi.yaml")
    file = arguments.approved or (root / APPROVALS if is_ours else None)
    approvals = read_approvals(file) if file else []
    report = report_of(old, new, approvals)
    if arguments.programs:
        from .spec.diff.programs import broken_programs

        report = evolve(report, programs=broken_programs(root, old, new))
    if not arguments.gate or arguments.format != "text":
        print(FORMATS[arguments.format](report))
    if arguments.gate:
        refuse_report(report, approvals)
        if arguments.format == "text":
            print(f"the gate passes: {as_line(report)}")
    return 0


def _publish(root: Path, arguments: argparse.Namespace) -> int:
    from .spec.publish import render_publication
    from .spec.publish.reference import redoc

    document = read_checked(root / "openapi.yaml")
    approvals = read_approvals(root / APPROVALS)
    refuse_small_step(document, approvals=approvals)
    files = render_publication(
        document,
        released_documents(),
        redoc(),
        upgrade_advice(),
        {str(Version.of(document)): approvals, **kept_approvals()},
    )
    refuse_foreign_folder(arguments.out, "CHECKSUMS")
    differences = apply(arguments.out, files, write=True)
    print(f"{len(files)} files, {len(differences)} changed: {arguments.out}")
    return 0


def _conformance(root: Path, arguments: argparse.Namespace) -> int:
    """Run the client, or listen until interrupted, and print the outcome. Return 1 for a fault or no request."""
    from .spec.conformance import listen, render_kit
    from .spec.conformance import report as judged

    document = Document.read(root / "openapi.yaml")
    kit = render_kit(document)
    with listen(document) as listener, NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(kit, file)
        file.flush()
        environment = listener.environment() | {"HH_CONFORMANCE_KIT": file.name}
        code = _run(arguments.client, environment)
    outcome = judged(kit, listener.received)
    print(outcome)
    return int(bool(code or outcome.faulty or not outcome.sent or (arguments.all and outcome.missing)))


def _api(root: Path, arguments: argparse.Namespace) -> int:
    from .public_api import render_api  # griffe is not needed by the other commands

    changed = apply(root, {API_FILE: render_api(root)}, write=not arguments.check, whole=False)
    print("\n".join(one.diff or f"{one.what}: {one.path.name}" for one in changed) or f"{API_FILE} is up to date")
    if arguments.check and changed:
        raise DocumentError(f"the public API differs from {API_FILE}; run `python -m generator api` and review it")
    return 0


def _run(client: list[str], environment: dict[str, str]) -> int:
    client = client[1:] if client[:1] == ["--"] else client
    if client:
        if which(client[0]) is None:
            raise DocumentError(f"{client[0]} is not an executable on PATH")
        return subprocess.run(client, env={**os.environ, **environment}, check=False).returncode
    print("\n".join(f"export {name}={value}" for name, value in environment.items()), flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        threading.Event().wait()
    return 0
