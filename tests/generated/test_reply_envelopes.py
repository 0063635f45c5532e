"""A reply that has the id of its object can be read, whatever else it contains. A reply without the id is an error."""

import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from honeyhive_api.index import INDEX, operation
from honeyhive_api.reading import InvalidReplyError
from honeyhive_api.types import Operation, plain
from hypothesis import given
from hypothesis import strategies as st

DOCUMENT = json.loads((Path(import_module("honeyhive_api").__file__ or "").parent / "openapi.json").read_text())
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
OPERATIONS = [operation(name) for name in INDEX]
IDENTIFIED = [one for one in OPERATIONS if one.identifies]
ACKNOWLEDGED = [one for one in OPERATIONS if one.acknowledges]


def read(one: Operation, data: Any) -> Any:
    return import_module(f"honeyhive_api.api.{INDEX[one.id].module}").read_reply(data)


def schema_of(one: Operation) -> dict[str, Any]:
    """Return the schema of an operation's reply; an empty dict if there is no body."""
    responses = DOCUMENT["paths"][one.path][one.method.lower()]["responses"]
    success: dict[str, Any] = next(value for status, value in responses.items() if status.startswith("2"))
    for part in success.get("$ref", "").split("/")[1:]:
        success = (DOCUMENT if part == "components" else success)[part]
    content = success.get("content", {})
    return content["application/json"]["schema"] if content else {}


def keys_of(schema: dict[str, Any]) -> Iterator[str]:
    """Return the top-level keys that the document describes for a reply."""
    if "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    yield from schema.get("properties", ())
    for part in schema.get("allOf", ()):
        yield from keys_of(part)


def with_id(value: dict[str, Any], place: str, found: Any = "an-id") -> dict[str, Any]:
    """Return the object with an id, or a list with one id, at the place."""
    name, _, rest = place.partition(".")
    inner = with_id({}, rest, found) if rest else [found] if name.endswith("ds") and found else found
    return {**value, name.removesuffix("[]"): [inner] if name.endswith("[]") else inner}


@given(one=st.sampled_from(OPERATIONS), data=st.data())
def test_any_object_or_array_of_the_documented_type_round_trips(one: Operation, data: st.DataObject) -> None:
    schema = schema_of(one)
    is_array = schema.get("type") == "array"
    keys = [*keys_of(schema["items"] if is_array else schema), "brand_new"]
    value = data.draw(st.dictionaries(st.sampled_from(keys) | st.text(), json_values, max_size=8))
    if one.acknowledges and value.get(one.acknowledges) is False:
        value[one.acknowledges] = True
    if one.identifies:
        value = with_id(value, one.identifies)
    given = [value] if is_array else value

    assert plain(read(one, given)) == (given if schema else None)


@pytest.mark.parametrize("lost", [None, "", {}, False])
@pytest.mark.parametrize("one", IDENTIFIED, ids=lambda one: one.id)
def test_a_reply_without_its_id_is_an_invalid_reply_error(one: Operation, lost: Any) -> None:
    place = one.identifies or ""
    for given in ({}, with_id({}, place, lost), {"success": True, place.split(".")[0]: None}):
        with pytest.raises(InvalidReplyError) as caught:
            read(one, given)
        assert str(caught.value) == f"no {place}"


@pytest.mark.parametrize("one", [one for one in IDENTIFIED if "[]" in (one.identifies or "")], ids=lambda one: one.id)
def test_an_empty_list_instead_of_the_object_is_an_invalid_reply_error(one: Operation) -> None:
    name, _, _ = (one.identifies or "").partition("[]")

    with pytest.raises(InvalidReplyError, match="no datapoint"):
        read(one, {name: []})


@pytest.mark.parametrize("one", ACKNOWLEDGED, ids=lambda one: one.id)
def test_success_false_of_a_write_is_an_invalid_reply_error(one: Operation) -> None:
    given = with_id({"success": False}, one.identifies) if one.identifies else {"success": False}

    with pytest.raises(InvalidReplyError, match="success: false"):
        read(one, given)


@pytest.mark.parametrize("call", ["experiments.get_summary", "metrics.run", "metric_versions.list"])
def test_success_false_of_a_result_is_returned(call: str) -> None:
    one = next(one for one in OPERATIONS if f"{one.namespace}.{one.name}" == call)

    assert read(one, {"success": False}).success is False


def test_every_reply_of_a_creation_and_of_a_read_by_id_names_its_id() -> None:
    without = {one.id for one in OPERATIONS if one.id.startswith("create") and not one.identifies}

    # The reply of this operation is {"success": true} and contains no event.
    assert without == {"createSessionEventBatch"}
