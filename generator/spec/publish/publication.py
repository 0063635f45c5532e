"""The publication as a whole: every file with its text."""

import hashlib
from collections.abc import Sequence

from ..conformance import render_kit
from ..diff import Version
from ...document import Document
from ...document.servers import hosts_of
from .history import render_changes
from .hosts import of_host
from .reference import Redoc, render_page
from .texts import as_json, as_yaml


def render_publication(document: Document, source: str, released: Sequence[Document], program: Redoc) -> dict[str, str]:
    """Every file by its name; `source` is the text of the document as it was written."""
    files = {document.name: source, "openapi.json": as_json(document.data)}
    for host in hosts_of(document):
        derived = of_host(document, host)
        comment = f"Derived from {document.name} {Version.of(document)}: what is on the host {host}. Do not edit."
        files[f"openapi-{host}.yaml"] = as_yaml(derived.data, comment)
        files[f"openapi-{host}.json"] = as_json(derived.data)
        files[f"reference-{host}.html"] = render_page(derived, program)
    files["conformance.json"] = as_json(render_kit(document))
    files["reference-LICENCES.txt"] = program.licences
    files["CHANGES.md"] = render_changes(document, released)
    return dict(sorted(files.items())) | {"CHECKSUMS": _checksums(files)}


def _checksums(files: dict[str, str]) -> str:
    """As `sha256sum --check` reads it."""
    return "".join(f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in sorted(files.items()))
