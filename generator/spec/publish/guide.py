"""Chapters of the reference about keys, errors and retries, as Markdown."""

from typing import TYPE_CHECKING

from ...document import Document

if TYPE_CHECKING:
    from ...model.ir import Operation, Table

ERROR_STATUSES = ("400", "401", "403", "404", "408", "409", "422", "425", "429", "500", "502", "503", "504")
"""Status codes that the guide explains."""

_ERRORS = """\
- **400, 422**: the request is wrong, and the message names the part. Do not repeat it.
- **401, 403**: the key is missing, wrong or of another kind. Do not repeat the request with the same key.
- **404**: there is no such object, or the key may not read the object.
- **409**: the request contradicts what is stored.
- **408, 425**: the server did not process the request. Every operation may be repeated.
- **429**: there were too many requests, and the server did not process this one. Every operation may be repeated \
after the pause in `Retry-After`.
- **500, 502, 503, 504**: the server failed, perhaps after it stored the data. Repeat the request only if this is safe.
- **No response**: the connection broke, or the time ran out. Repeat the request only if this is safe.

**Pauses.** `Retry-After` is a number of seconds or an HTTP date. Wait at least that long, and add a random pause that \
starts at up to 0.5 seconds and doubles with each attempt up to 30 seconds. Without the header, wait for the random \
pause only. Two retries are enough for a call that a person waits for.

**Safe to repeat** are GET, PUT and DELETE, a POST that only reads, and a POST whose ids the client makes before its \
first attempt. Each operation below says which it is. A repeated request must have the same body.
"""


def keys_guide(document: Document, table: "Table") -> str:
    """Return a list of the kinds of key: for each its operations, its description and the Python client's variables."""
    opened = [{name for one in operation.security for name in one} for operation in document.operations()]
    lines = []
    # A table would be wider than the screen of a phone.
    for name, raw in document.data["components"]["securitySchemes"].items():
        scheme = table.schemes[name]
        count = f"{sum(name in one for one in opened)} of {len(opened)} operations"
        variables = " or ".join(f"`{one}`" for one in scheme.variables)
        described = document.resolve(raw).get("description", "")
        lines.append(f"- **{name}** opens {count}. {described} The Python client reads it from {variables}.")
    return (
        "Send the key in the header `Authorization: Bearer <key>`. An operation lists the kinds that open it, the "
        "preferred one first; any one of them is enough.\n\n" + "\n".join(lines) + "\n"
    )


def errors_guide() -> str:
    """Return the meaning of each error status, and when to repeat a request."""
    return _ERRORS


def repeating(operation: "Operation") -> str:
    """Return the sentence about repeating an operation."""
    if operation.client_ids and operation.method not in {"GET", "PUT", "DELETE"}:
        places = " and ".join(f"`{one}`" for one in operation.client_ids)
        return f"**Repeating** is safe if the client sets {places} before its first attempt."
    if operation.repeatable:
        return "**Repeating** is safe."
    return "**Repeating** is not safe: the work may be done twice. Repeat only after 408, 425 and 429."
