"""Each operation, sent by both clients over a socket: the request and the reply fit the document. Arguments and
responses are the examples of the document.
"""

import json
import re
import warnings
from collections.abc import Awaitable, Iterator
from functools import partial
from importlib import resources
from typing import Any, NamedTuple

import jsonschema_rs
import pytest
from honeyhive_api.types import Field, Operation

from tests.rows import OPERATIONS

from .conftest import KEYS, Asked, Script, Use

DOCUMENT = json.loads((resources.files("honeyhive_api") / "openapi.json").read_text())


class Case(NamedTuple):
    """One operation with one example of its request."""

    operation: Operation
    name: str
    raw: dict[str, Any]
    parameters: dict[tuple[str, str], dict[str, Any]]
    body: Any

    def __str__(self) -> str:
        return f"{self.operation.id}-{self.name}"


def resolved(node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        found: Any = DOCUMENT
        for part in node["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        node = found
    return node


def cases() -> Iterator[Case]:
    """Yield each operation with each example of its body."""
    by_place = {(one.method, one.path): one for one in OPERATIONS.values()}
    for path, item in DOCUMENT["paths"].items():
        for method in ("get", "put", "post", "patch", "delete"):
            if method in item:
                raw = item[method]
                listed = map(resolved, [*item.get("parameters", ()), *raw.get("parameters", ())])
                parameters = {(one["in"], one["name"]): one for one in listed}
                examples = {"no body": {"value": None}}
                if "requestBody" in raw:
                    examples = json_content(raw["requestBody"])["examples"]
                for name, example in examples.items():
                    yield Case(by_place[method.upper(), path], name, raw, parameters, resolved(example)["value"])


def json_content(holder: dict[str, Any]) -> dict[str, Any]:
    return resolved(holder)["content"]["application/json"]


def faults(schema: dict[str, Any], value: Any) -> list[str]:
    whole = {**schema, "components": DOCUMENT["components"]}
    return [error.message for error in jsonschema_rs.Draft202012Validator(whole).iter_errors(value)]


def argument(case: Case, field: Field) -> Any:
    example = case.parameters[field.location, field.name]["example"]
    return json.loads(example) if field.kind == "json" else example


def call(client: Any, case: Case) -> Any:
    """Call the method with the examples as arguments."""
    operation = case.operation
    # The argument that selects the project's route comes after the ids that both routes have.
    last = operation.scoped_by
    path = sorted((one for one in operation.fields if one.location == "path"), key=lambda one: one.argument == last)
    positional = [argument(case, field) for field in path]
    in_path = {field.argument for field in operation.fields if field.location == "path"}
    named = {field.argument: argument(case, field) for field in operation.fields if field.location == "query"}
    for field in operation.fields:
        if field.location == "body" and field.argument not in in_path and field.name in case.body:
            named[field.argument] = case.body[field.name]
    return getattr(getattr(client, operation.namespace), operation.name)(*positional, **named)


def here(client: Any, case: Case) -> Any:
    """Await the call in this file, so that warnings point to this file."""
    result = call(client, case)

    async def waited() -> Any:
        return await result

    return waited() if isinstance(result, Awaitable) else result


def success(case: Case) -> tuple[int, Any, dict[str, Any] | None]:
    """Return (status code, example, schema) of a successful reply."""
    for status, response in case.raw["responses"].items():
        if status.startswith("2"):
            if "content" not in resolved(response):
                return int(status), None, None
            content = json_content(response)
            example = next(iter(content["examples"].values()))
            return int(status), resolved(example)["value"], content["schema"]
    raise AssertionError


def check_query(case: Case, asked: Asked) -> None:
    """Check that every sent query parameter is documented, fits its schema and equals the example."""
    wanted = {name: one for (place, name), one in case.parameters.items() if place == "query"}
    assert {name for name, _ in asked.query} == wanted.keys()
    for name, parameter in wanted.items():
        texts = [value for key, value in asked.query if key == name]
        schema = parameter["schema"]
        value: Any = texts if schema.get("type") == "array" else texts[0]
        if schema.get("type") in ("integer", "boolean"):
            value = json.loads(value)
        if "contentSchema" in schema:
            assert json.loads(value) == json.loads(parameter["example"])
            assert faults(schema["contentSchema"], json.loads(value)) == []
        else:
            assert value == parameter["example"]
        assert faults(schema, value) == []


def check_body(case: Case, asked: Asked) -> None:
    """Check that the sent body fits its schema and equals the example, except for ids that the client made."""
    if case.body is None:
        assert asked.body is None
        return
    assert faults(json_content(case.raw["requestBody"])["schema"], asked.body) == []
    if case.operation.client_ids:
        assert asked.body.keys() >= case.body.keys()
    else:
        assert asked.body == case.body


def as_json(reply: Any) -> Any:
    if isinstance(reply, list):
        return [as_json(item) for item in reply]
    return reply.to_dict() if hasattr(reply, "to_dict") else reply


@pytest.mark.parametrize("case", list(cases()), ids=str)
def test_request_and_reply_are_those_of_the_document(case: Case, script: Script, use: Use) -> None:
    operation = case.operation
    status, example, schema = success(case)
    script.answer = lambda _: (status, example)

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        reply = use(partial(here, case=case))

    (asked,) = script.asked
    path = re.sub(r"{([^}]+)}", lambda match: str(case.parameters["path", match[1]]["example"]), operation.path)
    assert (asked.method, asked.host, asked.path) == (operation.method, operation.host, path)
    assert asked.key == KEYS[operation.security[0]]
    check_query(case, asked)
    check_body(case, asked)
    assert as_json(reply) == example
    assert schema is None or faults(schema, as_json(reply)) == []
    assert any("is deprecated" in str(one.message) for one in caught) is operation.deprecated
    assert {one.filename for one in caught} <= {__file__}


def test_cases_cover_every_operation() -> None:
    assert {case.operation.id for case in cases()} == OPERATIONS.keys()
