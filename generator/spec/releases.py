"""Released documents, and the gate that compares a document with the newest release."""

import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from shutil import which

from ..document import Document, DocumentError
from .diff import Approval, Report, Version, approve, as_text, compare, read_approvals, useless, with_lines

RELEASED = Path(__file__).parent / "released"


def released_documents(folder: Path = RELEASED) -> list[Document]:
    """Return the released documents, oldest first. Raises DocumentError if a file name does not match its version."""
    found = {}
    for file in folder.glob("openapi-*.yaml"):
        document = Document.read(file)
        version = Version.of(document)
        if file.name != f"openapi-{version}.yaml":
            raise DocumentError(f"{file.name} has info.version {version}; both must be the same version")
        found[version] = document
    return [found[version] for version in sorted(found)]


def newest_released(folder: Path = RELEASED) -> Document | None:
    """Return the newest released document, or None before the first release."""
    return next(reversed(released_documents(folder)), None)


def upgrade_advice(folder: Path = RELEASED) -> dict[str, str]:
    """Return the upgrade notes for other teams, by version."""
    return {_version_in(file): file.read_text(encoding="utf-8").strip() for file in folder.glob("upgrade-*.md")}


def kept_approvals(folder: Path = RELEASED) -> dict[str, list[Approval]]:
    """Return the approvals of breaking changes at each release, by version."""
    return {_version_in(file): read_approvals(file) for file in folder.glob("approved-*.yaml")}


def _version_in(file: Path) -> str:
    return file.stem.partition("-")[2]


def report_of(old: Document, new: Document, approvals: Sequence[Approval] = ()) -> Report:
    """Return a report of the changes from the old document to the new one, with their lines and approvals."""
    changes = approve(with_lines(compare(old, new), old, new), approvals, datetime.now(UTC).date())
    return Report(changes, version_of(old), version_of(new))


def version_of(document: Document) -> Version | None:
    """Return the version of a document, or None if it is not a semantic version."""
    try:
        return Version.of(document)
    except DocumentError:
        return None


def refuse_small_step(document: Document, folder: Path = RELEASED, approvals: Sequence[Approval] = ()) -> None:
    """Raise DocumentError with all changes if the version is raised less than the changes require."""
    old = newest_released(folder)
    if old is not None:
        refuse_report(report_of(old, document, approvals), approvals)
    else:
        Version.of(document)


def refuse_report(report: Report, approvals: Sequence[Approval] = ()) -> None:
    """Raise DocumentError if the version is raised too little, or if an approval has expired or matches no change."""
    if report.old is None or report.new is None:
        raise DocumentError("the gate compares versions: info.version of both documents must be MAJOR.MINOR.PATCH")
    problems = useless(report.changes, approvals, datetime.now(UTC).date())
    if report.is_small_step:
        problems.append(as_text(report) + "; raise info.version")
    problems.refuse()


def find_document(name: str, root: Path) -> Document:
    """Return a document by file name, released version (1.2.0 or v1.2.0) or git revision of this project."""
    if (file := Path(name)).is_file():
        return Document.read(file)
    if (file := RELEASED / f"openapi-{name.removeprefix('v')}.yaml").is_file():
        return Document.read(file)
    # With --end-of-options, git does not parse a revision as an option.
    command = ["git", "-C", str(root), "show", "--end-of-options", f"{name}:openapi.yaml"]
    done = subprocess.run(command, capture_output=True, text=True, check=False) if which("git") else None
    if done is None or done.returncode:
        raise DocumentError(f"{name} is not a file, a released version or a git revision with an openapi.yaml")
    return Document.parse(f"openapi.yaml of {name}", done.stdout)
