"""The document agrees with the published pages of the API: fields, types, hosts and examples."""

from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml

from generator.document import Document

ROOT = Path(__file__).parents[2]
DOCUMENT = Document("openapi.yaml", yaml.load((ROOT / "openapi.yaml").read_text(), Loader=yaml.CSafeLoader))

LEGACY = "https://api.honeyhive.ai"
V1 = "https://api.dp1.us.honeyhive.ai"

EVENT_OF_LEGACY = {
    "children": "object[]",
    "config": "object",
    "duration": "number",
    "end_time": "number",
    "error": "string | null",
    "event_id": "string",
    "event_name": "string",
    "event_type": "string",
    "feedback": "object",
    "inputs": "object",
    "metadata": "object",
    "metrics": "object",
    "outputs": "object",
    "project": "string",
    "session_id": "string | null",
    "source": "string",
    "start_time": "number",
    "user_properties": "object",
}
# This includes fields that were added to the API after these pages were read.
SESSION_TO_START = {
    "session_id": "string",
    "session_name": "string",
    "event_name": "string",
    "source": "string",
    "start_time": "number",
    "end_time": "number",
    "duration": "number",
    "config": "object",
    "inputs": "object",
    "outputs": "object",
    "metadata": "object",
    "user_properties": "object",
    "children_ids": "string[]",
}
SESSION_STORED = {
    "event_id": "string",
    "session_id": "string",
    "org_id": "string",
    "workspace_id": "string",
    "project_id": "string",
    "parent_id": "string | null",
    "children_ids": "string[]",
    "event_type": "string | null",
    "event_name": "string | null",
    "config": "any",
    "inputs": "any",
    "outputs": "any",
    "error": "string | null",
    "source": "string | null",
    "duration": "number | null",
    "user_properties": "any",
    "metrics": "any",
    "feedback": "any",
    "metadata": "any",
    "start_time": "number | null",
    "end_time": "number | null",
}
TRACE_EVENT = {
    *EVENT_OF_LEGACY.keys() - {"children", "event_type"},
    "project_id",
    "parent_id",
    "children_ids",
}


def operation(method: str, path: str) -> dict[str, Any]:
    return DOCUMENT.data["paths"][path][method]


def request_schema(method: str, path: str) -> dict[str, Any]:
    return operation(method, path)["requestBody"]["content"]["application/json"]["schema"]


def reply_schema(method: str, path: str) -> dict[str, Any]:
    return DOCUMENT.resolve(operation(method, path)["responses"]["200"])["content"]["application/json"]["schema"]


def spelled(schema: dict[str, Any]) -> str:
    """Return the type as the source pages spell it."""
    merged = DOCUMENT.merged(schema)
    types = merged.get("type", "any")
    if types == "array":
        return f"{spelled(merged['items'])}[]"
    return types if isinstance(types, str) else " | ".join(types)


def fields(schema: dict[str, Any]) -> dict[str, str]:
    return {name: spelled(prop) for name, prop in DOCUMENT.merged(schema)["properties"].items()}


def is_valid(schema: dict[str, Any], value: object) -> bool:
    whole = {**schema, "components": DOCUMENT.data["components"]}
    return jsonschema_rs.Draft202012Validator(whole).is_valid(value)


@pytest.mark.parametrize(
    ("method", "path", "host", "deprecated"),
    [
        ("get", "/session", LEGACY, False),
        ("post", "/session/{session_id}/event", LEGACY, False),
        ("post", "/v1/sessions", V1, False),
        ("post", "/session/{session_id}/traces", LEGACY, True),
    ],
)
def test_each_operation_is_on_its_host(method: str, path: str, host: str, deprecated: bool) -> None:
    (server,) = DOCUMENT.data["paths"][path]["servers"]

    assert server["url"] == host
    assert operation(method, path).get("deprecated", False) is deprecated


def test_every_operation_needs_a_bearer_key() -> None:
    for scheme in DOCUMENT.data["components"]["securitySchemes"].values():
        assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")
    for _, path, _, one in DOCUMENT.operations():
        assert one.get("security", DOCUMENT.data["security"]), path


def test_listing_sessions_takes_three_optional_query_parameters() -> None:
    parameters = {one["name"]: one for one in operation("get", "/session")["parameters"]}

    assert {name: one["schema"]["type"] for name, one in parameters.items()} == {
        "project": "string",
        "query": "string",
        "limit": "integer",
    }
    assert parameters["query"]["schema"]["contentSchema"] == {"type": "object"}
    assert not any(one.get("required") for one in parameters.values())


def test_the_event_of_the_legacy_api_has_the_fields_of_the_pages() -> None:
    assert fields(request_schema("post", "/session/{session_id}/event")) == EVENT_OF_LEGACY
    listed = reply_schema("get", "/session")
    assert listed["type"] == "array"
    assert fields(listed["items"]) == EVENT_OF_LEGACY
    assert fields(reply_schema("post", "/session/{session_id}/event")) == {"event_id": "string", "success": "boolean"}
    for schema in (listed["items"], request_schema("post", "/session/{session_id}/event")):
        assert "required" not in DOCUMENT.merged(schema)


def test_a_session_to_start_has_the_fields_of_the_pages_and_requires_none() -> None:
    schema = request_schema("post", "/v1/sessions")

    assert fields(schema) == SESSION_TO_START
    assert "required" not in DOCUMENT.merged(schema)


def test_a_stored_session_has_the_fields_of_the_pages_and_any_other_key() -> None:
    schema = DOCUMENT.merged(reply_schema("post", "/v1/sessions"))

    assert fields(schema) == SESSION_STORED | {"evaluations": "object"}  # the service added this field later
    assert schema["required"] == ["event_id", "session_id", "org_id", "workspace_id", "project_id"]
    assert schema["additionalProperties"] is True


def test_traces_take_exactly_one_of_logs_and_events() -> None:
    schema = request_schema("post", "/session/{session_id}/traces")
    properties = DOCUMENT.merged(schema)["properties"]

    assert properties["logs"]["deprecated"] is True
    assert properties["logs"]["x-honeyhive-replaced-by"] == ["events"]
    for key in ("logs", "events"):
        assert set(DOCUMENT.merged(properties[key]["items"])["properties"]) >= TRACE_EVENT
        assert is_valid(schema, {key: []})
    assert not is_valid(schema, {})
    assert not is_valid(schema, {"logs": [], "events": []})
    assert operation("post", "/session/{session_id}/traces")["x-honeyhive-replaced-by"] == [
        "POST /v1/sessions/{session_id}/events/batch"
    ]
    reply = DOCUMENT.merged(reply_schema("post", "/session/{session_id}/traces"))
    assert (list(reply["properties"]), reply["required"]) == (["success"], ["success"])


def sample(fields: dict[str, str]) -> dict[str, Any]:
    """Return the example as the source pages write it, with "<string>" for strings and 123 for numbers."""
    values: dict[str, Any] = {
        "string": "<string>",
        "number": 123,
        "object": {},
        "any": "<unknown>",
        "object[]": [{}],
        "string[]": ["<string>"],
    }
    return {name: values[spelling.removesuffix(" | null")] for name, spelling in fields.items()}


@pytest.mark.parametrize(
    ("schema", "example"),
    [
        (reply_schema("get", "/session"), [sample(EVENT_OF_LEGACY)]),
        (request_schema("post", "/session/{session_id}/event"), sample(EVENT_OF_LEGACY)),
        (reply_schema("post", "/session/{session_id}/event"), {"event_id": "<string>", "success": True}),
        (request_schema("post", "/v1/sessions"), sample(SESSION_TO_START)),
        (reply_schema("post", "/v1/sessions"), sample(SESSION_STORED)),
        (reply_schema("post", "/session/{session_id}/traces"), {"success": True}),
    ],
)
def test_the_examples_of_the_pages_are_valid(schema: dict[str, Any], example: object) -> None:
    assert is_valid(schema, example)


def test_every_start_time_and_end_time_has_the_kind_unix_ms() -> None:
    for name, schema in DOCUMENT.schemas.items():
        for key, prop in DOCUMENT.merged(schema).get("properties", {}).items():
            if key in {"start_time", "end_time"} and spelled(prop).startswith("number"):
                assert DOCUMENT.merged(prop).get("x-honeyhive-kind") == "unix-ms", f"{name}.{key}"
