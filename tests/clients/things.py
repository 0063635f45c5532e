"""A namespace made by hand, as the generator would make it."""

from honeyhive_api.types import Request

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


class Things:
    """A stand-in for a generated namespace, at its depth in the stack."""

    def __init__(self, client):
        self._call = client._call

    def create(self, *, extra_body=None, timeout=None, **body):
        return self._call(Request(CREATE, {}, {}, body), read, extra_body, timeout)

    def count(self, *, extra_body=None, timeout=None):
        return self._call(Request(COUNT, {}, {}, {}), read, extra_body, timeout)

    def old(self, *, extra_body=None, timeout=None):
        return self._call(Request(OLD, {}, {}, {}), read, extra_body, timeout)

    def get(self, id, *, extra_body=None, timeout=None, **query):  # noqa: A002 - the name in the path
        return self._call(Request(GET, {"id": id}, query), read, extra_body, timeout)

    def admin(self, *, extra_body=None, timeout=None):
        return self._call(Request(ADMIN, {}, {}, {}), read, extra_body, timeout)
