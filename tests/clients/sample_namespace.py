"""A handwritten namespace with the form of a generated one."""

from functools import partial

from honeyhive_api.types import UNSET, Request

from honeyhive import AsyncHoneyHive
from tests.core.samples import field, operation

CREATE = operation(
    field("thing_id", "string", kind="uuid"),
    field("name", "string"),
    field("at", "number", kind="unix-ms"),
    field("old", "string", deprecated=True, replaced_by=("name",)),
    client_ids=("thing_id",),
    repeatable=True,
)
COUNT = operation(id="countThings", name="count", path="/v1/things/count")
OLD = operation(id="oldThing", name="old", deprecated=True, replaced_by=("POST /v1/nowhere",))
GET = operation(
    field("id", "string", location="path"),
    field("deep", "boolean", location="query"),
    id="getThing",
    name="get",
    method="GET",
    path="/v1/things/{id}",
    body=None,
    repeatable=True,
)
ADMIN = operation(id="adminThing", name="admin", security=("controlPlaneKey", "dataPlaneKey"), host="control_plane")


def read(data):
    if not isinstance(data, dict | None):
        raise TypeError("not an object")
    return data


def build(row, *, body=UNSET, **parameters):
    def part(location):
        return {one.name: parameters[one.argument] for one in row.fields if one.location == location}

    return Request(row, part("path"), part("query"), body, read)


def arguments(row, positional, named):
    """Return the arguments of a method by name."""
    left_out = dict.fromkeys([*(one.argument for one in row.fields), "extra_body", "timeout"])
    return {**left_out, **dict(zip(left_out, positional, strict=False)), **named}


def method(call, row, /, *positional, **named):
    return call(row, partial(build, row), arguments(row, positional, named))


async def async_method(call, row, /, *positional, **named):
    return await call(row, partial(build, row), arguments(row, positional, named))


class Things:
    """A namespace for either client. Its calls have as many stack frames as those of a generated namespace."""

    def __init__(self, client):
        kind = async_method if isinstance(client, AsyncHoneyHive) else method
        self.create, self.count, self.old, self.get, self.admin = (
            partial(kind, client._call, row) for row in (CREATE, COUNT, OLD, GET, ADMIN)
        )
