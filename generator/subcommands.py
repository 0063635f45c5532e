"""The subcommands of ``python -m generator``."""

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
from .spec.conformance import Listener, render_kit
from .spec.conformance import report as judged
from .spec.diff import APPROVALS, FORMATS, as_list, differences, read_approvals
from .spec.diff.programs import broken_programs
from .spec.publish import render_publication
from .spec.publish.reference import redoc
from .spec.releases import (
    find_document,
    newest_released,
    refuse_report,
    refuse_small_step,
    released_documents,
    report_of,
)
from .spec.rules import read_checked


def add_commands(parser: argparse.ArgumentParser, root: Path) -> None:
    """Add the commands to the parser; each sets `run`."""
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    diff = commands.add_parser("diff", help="show the changes between two documents, and whom they break")
    diff.add_argument("old", nargs="?", help="a file, a released version or a git revision; the newest release")
    diff.add_argument("new", nargs="?", default=str(root / "openapi.yaml"), help="the same; openapi.yaml")
    diff.add_argument("--gate", action="store_true", help="exit 1 if the version takes too small a step")
    diff.add_argument("--format", choices=FORMATS, default="text", help="how to print the changes; text")
    diff.add_argument(
        "--approved", type=Path, default=root / APPROVALS, metavar="FILE", help=f"approved changes; {APPROVALS}"
    )
    diff.add_argument("--programs", action="store_true", help="type-check the examples against both; takes minutes")
    diff.add_argument(
        "--foreign", action="store_true", help="compare documents that different people keep: what each lacks"
    )
    diff.set_defaults(run=partial(_diff, root))
    publish = commands.add_parser("publish", help="write the documents and references for other teams")
    publish.add_argument("--out", type=Path, default=root / "dist" / "spec", metavar="DIR", help="the folder to write")
    publish.set_defaults(run=partial(_publish, root))
    conformance = commands.add_parser("conformance", help="check the requests that a client sends")
    conformance.add_argument("--all", action="store_true", help="exit 1 also if a request of the kit was not sent")
    conformance.add_argument(
        "client", nargs=argparse.REMAINDER, metavar="COMMAND", help="the command that runs the client"
    )
    conformance.set_defaults(run=partial(_conformance, root))


def _diff(root: Path, arguments: argparse.Namespace) -> int:
    new = find_document(arguments.new, root)
    old = find_document(arguments.old, root) if arguments.old else newest_released() or new
    if arguments.foreign:
        print(as_list(differences(old, new), arguments.format))
        return 0
    approvals = read_approvals(arguments.approved)
    report = report_of(old, new, approvals)
    if arguments.programs:
        report = evolve(report, programs=broken_programs(root, old, new))
    if arguments.gate and arguments.format == "text":
        refuse_report(report, approvals)
        return 0
    print(FORMATS[arguments.format](report))
    if arguments.gate:
        refuse_report(report, approvals)
    return 0


def _publish(root: Path, arguments: argparse.Namespace) -> int:
    document = read_checked(root / "openapi.yaml")
    refuse_small_step(document, approvals=read_approvals(root / APPROVALS))
    files = render_publication(document, released_documents(), redoc())
    refuse_foreign_folder(arguments.out, "CHECKSUMS")
    differences = apply(arguments.out, files, write=True)
    print(f"{len(files)} files, {len(differences)} changed: {arguments.out}")
    return 0


def _conformance(root: Path, arguments: argparse.Namespace) -> int:
    """Run the client, or listen until interrupted, and report; return 1 for a fault, or if nothing was sent."""
    document = Document.read(root / "openapi.yaml")
    kit = render_kit(document)
    with Listener(document) as listener, NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(kit, file)
        file.flush()
        environment = listener.environment() | {"HH_CONFORMANCE_KIT": file.name}
        code = _run(arguments.client, environment)
    outcome = judged(kit, listener.received)
    print(outcome)
    return int(bool(code or outcome.faulty or not outcome.sent or (arguments.all and outcome.missing)))


def _run(client: list[str], environment: dict[str, str]) -> int:
    client = client[1:] if client[:1] == ["--"] else client
    if client:
        if which(client[0]) is None:
            raise DocumentError(f"{client[0]} is not a program on this machine")
        return subprocess.run(client, env={**os.environ, **environment}, check=False).returncode
    print("\n".join(f"export {name}={value}" for name, value in environment.items()), flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        threading.Event().wait()
    return 0
