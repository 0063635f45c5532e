"""Intended differences between the events that the vendor's package and ours store, as listed in docs/migration.md."""

from collections.abc import Callable
from typing import Any, NamedTuple

Tree = dict[str, Any]


class Difference(NamedTuple):
    """One row of the table, with the function that changes a tree of the vendor's package into ours."""

    vendor: str
    here: str
    change: Callable[[Tree], None]


_OF_SPANS = {
    *("event_name", "event_type", "honeyhive_event_type", "honeyhive.event_type", "honeyhive_duration_ms"),
    *("service.name", "service.version", "scope.name", "trace_id", "span_id", "parent_span_id", "resource"),
    *("span_events", "error_type"),
}
_RESULTS = {
    "dict": {"result": {"a": {"b": None}}},
    "object": {"result": {"number": 7}},
}


def _drop_metadata_of_spans(event: Tree) -> None:
    _set(event, "metadata", {key: value for key, value in event.get("metadata", {}).items() if key not in _OF_SPANS})


def _drop_error_events(event: Tree) -> None:
    children = event.get("children", [])
    _set(event, "children", [child for child in children if child["name"] not in _failed_names(children)])


def _failed_names(children: list[Tree]) -> set[str]:
    return {f"{child['name']}_error" for child in children if "error" in child}


def _keep_none(event: Tree) -> None:
    if event["name"] == "dict":
        event["outputs"] = _RESULTS["dict"]


def _keep_fields(event: Tree) -> None:
    if event["name"] == "object":
        event["outputs"] = _RESULTS["object"]


def _shorten_name(event: Tree) -> None:
    event["name"] = event["name"].removeprefix("__main__.")


def _drop_defaults(event: Tree) -> None:
    if event["name"] == "find" and "limit" in event.get("inputs", {}):
        del event["inputs"]["limit"]


def _join_items(event: Tree) -> None:
    if event["name"] == "stream":
        event["outputs"] = {"value": "ab"}
        event["metadata"] = {"time_to_first_token_ms": 0}


def _take_fields_of_a_block(event: Tree) -> None:
    if event["name"] == "rank" and "inputs" in event.get("metadata", {}):
        event["inputs"] = {"p": 1}
        del event["metadata"]["inputs"]


def _leave_out_steps_of_evaluate(event: Tree) -> None:
    if event["type"] == "session" and event.get("source") == "evaluation":
        (step,) = event.pop("children")
        event["source"] = "python"
        event["metrics"] = step["metrics"]


DIFFERENCES = (
    Difference(
        "metadata of OpenTelemetry spans, such as `trace_id`, `service.name`, `span_events`",
        "not stored",
        _drop_metadata_of_spans,
    ),
    Difference(
        "a function that raises also stores an event `NAME_error`",
        "one event is stored, with the error",
        _drop_error_events,
    ),
    Difference("a returned dict that contains None is not stored", "the dict is stored", _keep_none),
    Difference("a returned object is stored as its repr", "the object is stored as its fields", _keep_fields),
    Difference("the default name of a function's event is `module.name`", "the default name is `name`", _shorten_name),
    Difference(
        "the inputs include the default values of parameters",
        "the inputs are only the passed arguments",
        _drop_defaults,
    ),
    Difference(
        "for a generator function, the repr of the generator is stored", "the yielded items are stored", _join_items
    ),
    Difference(
        "`tracer.trace(name, inputs=...)` stores the inputs as a string in the metadata",
        "they are stored as inputs",
        _take_fields_of_a_block,
    ),
    Difference(
        "`evaluate` stores an event for the function and for each evaluator, with the metrics",
        "inputs, outputs and metrics of a row are stored in the session of the row",
        _leave_out_steps_of_evaluate,
    ),
)


def as_ours(event: Tree) -> Tree:
    """Return the tree of the vendor's package with every difference applied."""
    for difference in DIFFERENCES:
        difference.change(event)
    _set(event, "children", [as_ours(child) for child in event.get("children", [])])
    return {name: value for name, value in event.items() if value not in ({}, [])}


def normalized(event: Tree) -> Tree:
    """Return the tree without values that differ in each run: generated ids, and times."""
    metadata = dict(event.get("metadata", {}))
    for name in ("run_id", "dataset_id", "datapoint_id"):
        if name in metadata:
            metadata[name] = name
    if "time_to_first_token_ms" in metadata:
        metadata["time_to_first_token_ms"] = 0
    made = {**event, "metadata": metadata, "children": [normalized(child) for child in event.get("children", [])]}
    return {name: value for name, value in made.items() if value not in ({}, [])}


def _set(event: Tree, name: str, value: Any) -> None:
    if value:
        event[name] = value
    else:
        event.pop(name, None)
