"""Kit of the requests that a correct client sends: one for each example in the document."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from ...document import Document, Operation, Parameter

ABOUT = (
    "Requests that a correct client sends, one for each example in the document. keys lists the security schemes, "
    "any one of which opens the operation, the preferred one first. mayAdd lists places in the body "
    "where a client may add its own id or start time, or repeat the id of the path. Numbers are compared by value, as "
    "is JSON inside a query parameter."
)


def render_kit(document: Document) -> dict[str, Any]:
    """Return the conformance kit as JSON-compatible data."""
    return {
        "about": ABOUT,
        "document": document.name,
        "version": document.data["info"]["version"],
        "requests": [request for operation in document.operations() for request in _requests(operation)],
    }


def _requests(operation: Operation) -> Iterator[dict[str, Any]]:
    query = [one for one in operation.parameters if one.location == "query"]
    common = {
        "operationId": operation.get("operationId"),
        "host": operation.host,
        "method": operation.method,
        "path": _filled(operation),
        "keys": [name for requirement in operation.security for name in requirement],
    }
    reply = reply_of(operation)
    queries = {"": {one.name: example_of(one) for one in query}}
    if not all(one.is_required for one in query):
        queries |= {"least": {one.name: example_of(one) for one in query if one.is_required}}
    for kind, values in queries.items():
        for name, body in _bodies(operation):
            words = [operation.get("operationId"), *(word for word in (name, kind) if word)]
            request = {"name": "/".join(words), **common, "query": values, **body, "reply": reply}
            yield request | {"mayAdd": _additions(operation)}


def _additions(operation: Operation) -> list[str]:
    keys = operation.payload.properties
    in_path = [one.name for one in operation.parameters if one.location == "path"]
    ids = operation.get("x-honeyhive-client-ids", ())
    starts = [one.replace("event_id", "start_time") for one in ids if one.endswith("event_id")]
    return [*ids, *starts, *(name for name in in_path if name in keys)]


def example_of(parameter: Parameter) -> Any:
    """Return the example of a parameter, or the first of its examples."""
    examples = parameter.value.examples
    return examples.get("example", next(iter(examples.values()), None))


def _filled(operation: Operation) -> str:
    path = operation.path
    for one in operation.parameters:
        if one.location == "path":
            path = path.replace(f"{{{one.name}}}", quote(str(example_of(one)), safe=""))
    return path


def _bodies(operation: Operation) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (example name, request part) for each JSON body; the first has no body if the body is optional."""
    if operation.body is None or not operation.body.is_required:
        yield "", {}
    if operation.body and operation.body.json:
        for name, value in operation.body.json.examples.items():
            yield name, {"body": value}


def reply_of(operation: Operation) -> dict[str, Any]:
    """Return the success status and, if its body has an example, the first example."""
    if operation.success is None:
        return {"status": 200}
    status, content = operation.success
    bodies = list(content.json.examples.values())[:1] if content.json else []
    return {"status": int(status), **({"body": bodies[0]} if bodies else {})}
