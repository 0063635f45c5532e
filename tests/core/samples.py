"""Operations written for tests, so that they do not depend on openapi.yaml."""

from honeyhive_api.types import UNSET, Field, Operation, Request

UUID_TEXT = "11111111-1111-4111-8111-111111111111"


def field(name, *types, location="body", argument=None, **more):
    return Field(name=name, argument=argument or name, location=location, types=types, **more)


def operation(*fields, method="POST", path="/v1/things", body="flat", **more):
    values = {
        "id": "createThing",
        "namespace": "things",
        "name": "create",
        "host": "v1",
        "security": ("projectKey",),
    }
    return Operation(**{**values, "method": method, "path": path, "fields": fields, "body": body, **more})


def request(row, body=UNSET, *, path=None, query=None):
    return Request(row, path or {}, query or {}, body)


EVENT = (
    field("event_type", "string", required=True, choices=("model", "tool")),
    field("start_time", "number", kind="unix-ms"),
    field("event_id", "string", kind="uuid"),
    field("error", "string", nullable=True),
    field("source", "string"),
    field("project", "string", deprecated=True),
    field("old", "string", deprecated=True, replaced_by=("event_type",)),
    field("inner", "object", shape="Inner"),
    field("inputs", "object"),
)
SHAPES = {
    "Event": EVENT,
    "Inner": (field("end_time", "number", kind="unix-ms"), field("was", "string", deprecated=True)),
}
EVENTS = field("events", "array", shape="Event")
LOGS = field("logs", "array", shape="Event", deprecated=True, replaced_by=("events",))
