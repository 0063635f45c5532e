"""A malformed document gives one-line errors with their place, never a traceback."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document import Document, DocumentError
from generator.model.build import build_table
from generator.spec.diff import as_list, compare, differences, with_lines
from generator.spec.publish import of_host
from tests.document.test_bad_documents import BAD

from .conftest import DOCUMENT

MORE = """
webhooks: {made: {post: {requestBody: {content: {application/json: {schema: {type: object}}}}, responses: {}}}}
paths:
  /files:
    post:
      callbacks: {done: {'{$request.body#/url}': {post: {responses: {'200': {description: Done.}}}}}}
      requestBody:
        content:
          multipart/form-data:
            schema:
              allOf: [{$ref: '#/components/schemas/Sent'}, {minProperties: 1}]
              discriminator: {propertyName: name, mapping: {a: '#/components/schemas/Sent'}}
            encoding: {name: {contentType: text/plain, headers: {X-A: {schema: {type: string}}}}}
      servers: [{url: 'https://{a}.example', variables: {a: {default: b, enum: [b, c]}}}]
      security: [{key: []}, {oauth: [read]}]
      responses: {'200': {description: Done., headers: {X-B: {schema: {const: 1}}}}}
components:
  securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: https://t.example, scopes: {read: R}}}}}
"""


def sound() -> dict[str, Any]:
    """Return a valid document with most constructs of OpenAPI."""
    document, more = yaml.safe_load(DOCUMENT), yaml.safe_load(MORE)
    document["paths"] |= more["paths"]
    document["webhooks"] = more["webhooks"]
    document["components"]["securitySchemes"] |= more["components"]["securitySchemes"]
    found: dict[str, Any] = json.loads(json.dumps(document))
    return found


def places(node: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the keys that lead to every part of a document."""
    for key, inner in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield (*above, key)
        yield from places(inner, (*above, key))


PLACES = list(places(sound()))
VALUES = st.sampled_from([None, True, 7, -1.5, "", "x", "object", [], ["x"], [7], [None], {}, {"x": None}, {"x": {}}])


def changed(slips: list[tuple[tuple[Any, ...], Any]]) -> str:
    """Return the valid document with other values at some places, as JSON."""
    document = sound()
    for place, value in slips:
        try:
            reduce(getitem, place[:-1], document)[place[-1]] = deepcopy(value)
        except (KeyError, IndexError, TypeError):  # Another change has replaced the parent of this place.
            continue
    return json.dumps(document, indent=1)


def problems_of(text: str) -> list[str]:
    """Read and process the document as the commands do. Return the problems; an empty list if it is accepted."""
    try:
        document, other = Document.parse("openapi.json", text), Document.parse("other.json", json.dumps(sound()))
        for old, new in ((document, other), (other, document)):
            with_lines(compare(old, new), old, new)
            as_list(differences(old, new), "json")
        build_table(document)
        for host in document.hosts():
            of_host(document, host)
    except DocumentError as error:
        return error.problems or ["a DocumentError without a problem"]
    return []


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PLACES), VALUES), min_size=1, max_size=3))
def test_a_document_with_other_values_is_used_or_refused_in_lines(slips: list[tuple[tuple[Any, ...], Any]]) -> None:
    for problem in problems_of(changed(slips)):
        assert problem
        assert not re.search(r"Error\b|\{'|without a problem", problem), problem


@pytest.mark.parametrize(
    ("place", "value", "message"),
    [
        ("paths", None, "expected a map, found null"),
        ("paths.~/orders", ["x"], "expected an object, found a list"),
        ("paths.~/orders.get.parameters", {"x": 1}, "expected a list, found an object"),
        ("components.schemas", [], "expected a map, found a list"),
        ("components.schemas.Sent.properties.note", 7, "expected a schema, found 7"),
        ("components.schemas.Sent.required", "name", 'expected a list, found "name"'),
        ("servers", "https://x.example", 'expected a list, found "https://x.example"'),
        ("info", 1, "expected an object, found 1"),
    ],
)
def test_a_value_of_another_type_is_refused_at_its_place(place: str, value: Any, message: str) -> None:
    keys = tuple(place.replace("~", "").split("."))

    found = problems_of(changed([(keys, value)]))

    assert [re.sub(r"^openapi\.json:\d+: ", "", one) for one in found] == [f"#/{'/'.join(keys)}: {message}"]


def test_the_line_of_a_value_of_another_type_is_given() -> None:
    assert problems_of('{"openapi": "3.1.0",\n"paths": null}') == [
        "openapi.json:2: #/paths: expected a map, found null"
    ]


def test_a_document_that_contains_itself_is_refused(tmp_path: Path) -> None:
    (file := tmp_path / "a.yaml").write_text("openapi: 3.1.0\ncomponents: {schemas: {A: &a {properties: {b: *a}}}}\n")

    with pytest.raises(DocumentError, match=r"a\.yaml:2: .*: it contains itself"):
        Document.read(file)


def test_the_bad_documents_of_the_rules_do_not_stop_a_comparison() -> None:
    for file in sorted(BAD.glob("*.yaml")):
        assert all(problems_of(file.read_text(encoding="utf-8")))
