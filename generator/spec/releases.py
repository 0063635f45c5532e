"""Released documents; changes are compared with the newest."""

import subprocess
from pathlib import Path
from shutil import which

from ..document import Document, DocumentError
from .diff import Version, compare
from .diff.report import as_text, largest_step

RELEASED = Path(__file__).parent / "released"


def released_documents(folder: Path = RELEASED) -> list[Document]:
    """Return the released documents, oldest first; raise DocumentError if a file is not named after its version."""
    found = {}
    for file in folder.glob("openapi-*.yaml"):
        document = Document.read(file)
        version = Version.of(document)
        if file.name != f"openapi-{version}.yaml":
            raise DocumentError(f"{file.name} has info.version {version}")
        found[version] = document
    return [found[version] for version in sorted(found)]


def newest_released(folder: Path = RELEASED) -> Document | None:
    """Return the newest released document, None before the first release."""
    return next(reversed(released_documents(folder)), None)


def refuse_small_step(document: Document, folder: Path = RELEASED) -> None:
    """Raise DocumentError, with every change, if the version takes a smaller step than the changes require."""
    version = Version.of(document)
    old = newest_released(folder)
    if old is None:
        return
    changes = compare(old, document)
    if version < Version.of(old).after(largest_step(changes)):
        raise DocumentError(as_text(Version.of(old), version, changes) + "; raise info.version")


def find_document(name: str, root: Path) -> Document:
    """Return the document of a file, a released version (1.2.0 or v1.2.0) or a git revision of this project."""
    if (file := Path(name)).is_file():
        return Document.read(file)
    if (file := RELEASED / f"openapi-{name.removeprefix('v')}.yaml").is_file():
        return Document.read(file)
    # The end of options: a revision cannot be taken for one.
    command = ["git", "-C", str(root), "show", "--end-of-options", f"{name}:openapi.yaml"]
    done = subprocess.run(command, capture_output=True, text=True, check=False) if which("git") else None
    if done is None or done.returncode:
        raise DocumentError(f"{name} is not a file, a released version or a git revision with an openapi.yaml")
    return Document.parse(f"openapi.yaml of {name}", done.stdout)
