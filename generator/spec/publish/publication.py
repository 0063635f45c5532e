"""Contents of all published files."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date

from ...document import Document
from ..conformance import render_kit
from ..diff import Approval, Version, approve, as_markdown, compare
from .hosts import of_host
from .index_page import render_index
from .plain import as_plain
from .reference import Redoc, render_page
from .texts import as_json, as_yaml

_HEAD = """\
# Changes of the document

Each change names the affected part: requests, replies, or names in generated code (code). \
A breaking change raises the major version, and a compatible change the minor version.
"""


def render_publication(
    document: Document,
    released: Sequence[Document],
    program: Redoc,
    advice: Mapping[str, str] | None = None,
    approvals: Mapping[str, Sequence[Approval]] | None = None,
) -> dict[str, str]:
    """Return every file by name. ``advice`` and ``approvals`` are for CHANGES.md, by version."""
    # Imported here, because this module imports openapi-python-client, which is slow and not needed by other commands.
    from ...model.build import build_table

    source = f"Derived from {document.name} {Version.of(document)}"
    # The source text is not copied, because it has more aliases than YAML parsers in Java accept.
    files = _both_formats(document, f"{source}: the whole API. Do not edit.")
    kit, table = render_kit(document), build_table(document)
    first = {one["operationId"]: one for one in reversed(kit["requests"])}
    hosts = {host: of_host(document, host) for host in document.hosts()}
    for host, typed in hosts.items():
        files |= _both_formats(typed, f"{source}: the operations of the host {host}. Do not edit.")
        files |= _both_formats(as_plain(typed), f"{source}: the operations of the host {host}, no unions. Do not edit.")
        files[f"reference-{host}.html"] = render_page(typed, program, table, first)
    files["conformance.json"] = as_json(kit)
    files["index.html"] = render_index(document, hosts, table)
    files["reference-LICENCES.txt"] = program.licences
    files["CHANGES.md"] = render_changes(document, released, advice, approvals)
    return dict(sorted(files.items())) | {"CHECKSUMS": _checksums(files)}


def _both_formats(document: Document, comment: str) -> dict[str, str]:
    """Return a document as YAML and as JSON, by file name."""
    name = document.name.removesuffix(".yaml")
    return {f"{name}.yaml": as_yaml(document.data, comment), f"{name}.json": as_json(document.data)}


def _checksums(files: dict[str, str]) -> str:
    """Return the checksums in the format of ``sha256sum --check``."""
    return "".join(f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in sorted(files.items()))


def render_changes(
    document: Document,
    released: Sequence[Document],
    advice: Mapping[str, str] | None = None,
    approvals: Mapping[str, Sequence[Approval]] | None = None,
) -> str:
    """Return CHANGES.md, newest version first: upgrade advice, then every change."""
    versions = {Version.of(one): one for one in (*released, document)}
    ordered = [versions[version] for version in sorted(versions)]
    sections = []
    for old, new in zip([None, *ordered], ordered, strict=False):
        version = str(Version.of(new))
        sections.append(_section(old, new, (advice or {}).get(version, ""), (approvals or {}).get(version, ())))
    return "\n".join([_HEAD, *reversed(sections)])


def _section(old: Document | None, new: Document, advice: str, approvals: Sequence[Approval]) -> str:
    heading = f"## {Version.of(new)}\n"
    if old is None:
        return f"{heading}\nThe first release.\n"
    # Approvals that have expired since the release still count here; only the gate refuses them.
    changes = as_markdown(approve(compare(old, new), approvals, date.min)) or "Nothing changed."
    parts = [heading, f"Compared with {Version.of(old)}.\n", *([f"{advice}\n"] if advice else ()), f"{changes}\n"]
    return "\n".join(parts)
