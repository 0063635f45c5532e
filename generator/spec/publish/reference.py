"""API reference of a host: a single HTML file with Redoc inside, which sends no requests."""

import hashlib
import html
import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ...document import Document, DocumentError
from ...document.references import nodes
from .code_samples import code_samples
from .guide import errors_guide, keys_guide, repeating
from .npm import packed

if TYPE_CHECKING:
    from ...model.ir import Table

VERSION = "2.5.4"
SHA256 = "dcaf76612bc4a3fbcc923a8966dee2f6146a5f32e5ce1b6f02dd60cbbf89500b"
"""SHA-256 of the reviewed bundle. A different bundle could send requests, so it is refused."""

_LOGO = "https://cdn.redoc.ly/redoc/logo-mini.svg"
_NO_LOGO = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"

# Redoc's own search finds neither fields nor statuses, so it is off; the index page has a better search.
_OPTIONS = {
    "disableSearch": True,
    "expandResponses": "200",
    "hideDownloadButton": True,
    "payloadSampleIdx": 3,
    "requiredPropsFirst": True,
}

_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; \
style-src 'unsafe-inline'; img-src data:; font-src data:; worker-src blob:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ margin: 0; }}
nav {{ align-items: center; display: flex; flex-wrap: wrap; font: 1rem system-ui, sans-serif; gap: 1rem; \
padding: 0.75rem 1rem; }}
nav form {{ display: flex; flex: 1 1 16rem; gap: 0.5rem; }}
nav input {{ flex: 1; font: inherit; min-width: 0; padding: 0.4rem; }}
nav button {{ font: inherit; }}
</style>
</head>
<body>
<nav><a href="index.html">All hosts</a>
<form action="index.html"><input name="q" type="search" aria-label="Search" \
placeholder="Field, operationId or status"><button>Search</button></form></nav>
<main id="reference"></main>
<script>{bundle}</script>
<script type="application/json" id="document">{document}</script>
<script>
Redoc.init(
  JSON.parse(document.getElementById("document").textContent),
  {options},
  document.getElementById("reference"),
);
</script>
</body>
</html>
"""


@frozen
class Redoc:
    """The JavaScript bundle of the pages, and its licenses."""

    bundle: str
    licences: str


def redoc() -> Redoc:
    """Return the pinned version of Redoc. Raises DocumentError if it cannot be downloaded."""
    members = ("bundles/redoc.standalone.js", "LICENSE", "bundles/redoc.standalone.js.LICENSE.txt")
    bundle, *licences = packed("redoc", VERSION, members)
    if hashlib.sha256(bundle.encode()).hexdigest() != SHA256:
        raise DocumentError(f"the bundle of redoc {VERSION} does not have the hash of the reviewed bundle")
    return Redoc(bundle.replace(_LOGO, _NO_LOGO), "\n".join(licences))


def render_page(document: Document, program: Redoc, table: "Table", requests: dict[str, Any]) -> str:
    """Return the page of a host as HTML. ``samples`` has the code samples of each operation by operationId."""
    info, data = document.data["info"], deepcopy(document.data)
    _leave_out_conditions(data)
    _guide(data, document, table)
    rows = {one.id: one for one in table.operations}
    for operation in Document("", data).operations():
        name = operation.get("operationId")
        described = operation.get("description", "").rstrip()
        operation.raw["description"] = f"{described}\n\n{repeating(rows[name])}".lstrip()
        operation.raw["x-codeSamples"] = code_samples(requests[name], table)
    return _PAGE.format(
        title=html.escape(f"{info['title']} {info['version']}"),
        bundle=_inside_script(program.bundle),
        document=json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"),
        options=json.dumps(_OPTIONS),
    )


def _guide(data: dict[str, Any], document: Document, table: "Table") -> None:
    """Add the chapter about keys before the description, and the chapter about errors after it."""
    chapters = {
        "Keys": keys_guide(document, table),
        "About the API": data["info"].get("description", ""),
        "Errors and retries": errors_guide(),
    }
    data["info"]["description"] = "\n\n".join(f"# {name}\n\n{text.strip()}" for name, text in chapters.items())


def _leave_out_conditions(data: dict[str, Any]) -> None:
    """Remove ``oneOf: [{required: [a]}, …]``, which Redoc shows instead of the properties."""
    for schema in nodes(data):
        parts = schema.get("allOf", [])
        if kept := [part for part in parts if not _is_condition(part)]:
            schema["allOf"] = kept
        elif parts:
            del schema["allOf"]


def _is_condition(part: dict[str, Any]) -> bool:
    return set(part) == {"oneOf"} and all(set(branch) == {"required"} for branch in part["oneOf"])


def _inside_script(program: str) -> str:
    """Return the bundle with the sequences escaped that would end a script element. They occur only in its strings."""
    return program.replace("</script", "<\\/script").replace("<!--", "<\\!--")
