"""The requests that a correct client produces: one for each example of the document, as data."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from ...document import Document
from ..rules.walk import parameters
from ...document.servers import servers_of

ABOUT = (
    "Requests that a correct client produces, one for each example of the document. mayAdd names places of the body "
    "where a client may put an id of its own, or that of the path again. Numbers count by their value, and so does "
    "JSON inside a query parameter."
)


def render_kit(document: Document) -> dict[str, Any]:
    """The kit as JSON has it."""
    return {
        "about": ABOUT,
        "document": document.name,
        "version": document.data["info"]["version"],
        "requests": [request for parts in document.operations() for request in _requests(document, *parts)],
    }


def _requests(
    document: Document, method: str, path: str, item: dict[str, Any], operation: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    places: dict[str, list[tuple[str, Any, bool]]] = {"path": [], "query": []}
    for one in parameters(document, item, operation):
        places.setdefault(one["in"], []).append((one["name"], example_of(document, one), one.get("required", False)))
    common = {
        "operationId": operation["operationId"],
        "host": servers_of(document, item, operation)[0].get("x-honeyhive-host"),
        "method": method,
        "path": _filled(path, places["path"]),
    }
    reply = reply_of(document, operation)
    queries = {"": {name: value for name, value, _ in places["query"]}}
    if any(not required for *_, required in places["query"]):
        queries |= {"least": {name: value for name, value, required in places["query"] if required}}
    for kind, query in queries.items():
        for name, body in _bodies(document, operation):
            words = [operation["operationId"], *(word for word in (name, kind) if word)]
            request = {"name": "/".join(words), **common, "query": query, **body, "reply": reply}
            yield request | {"mayAdd": _ids(document, operation, places["path"])}


def _ids(document: Document, operation: dict[str, Any], path: list[tuple[str, Any, bool]]) -> list[str]:
    media = document.resolve(operation.get("requestBody", {})).get("content", {}).get("application/json", {})
    keys = document.merged(media.get("schema", {})).get("properties", {})
    return [*operation.get("x-honeyhive-client-ids", ()), *(name for name, *_ in path if name in keys)]


def example_of(document: Document, holder: dict[str, Any]) -> Any:
    """The example of a parameter, or the first of several."""
    if "example" in holder:
        return holder["example"]
    return next((document.resolve(one)["value"] for one in holder.get("examples", {}).values()), None)


def _filled(path: str, values: list[tuple[str, Any, bool]]) -> str:
    for name, value, _ in values:
        path = path.replace(f"{{{name}}}", quote(str(value), safe=""))
    return path


def _bodies(document: Document, operation: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The name of each example of the JSON body and what the request says of it; once nothing where it has none."""
    body = document.resolve(operation.get("requestBody", {}))
    media = body.get("content", {}).get("application/json", {})
    if not body.get("required"):
        yield "", {}
    for name, example in media.get("examples", {}).items():
        yield name, {"body": document.resolve(example)["value"]}


def reply_of(document: Document, operation: dict[str, Any]) -> dict[str, Any]:
    """The status of success and the first example of its body, if it has one."""
    for status, raw in operation["responses"].items():
        if str(status).startswith("2"):
            media = document.resolve(raw).get("content", {}).get("application/json", {})
            for example in media.get("examples", {}).values():
                return {"status": int(status), "body": document.resolve(example)["value"]}
            return {"status": int(status)}
    return {"status": 200}
