"""Makes the event of a span: the mapping rules move attributes into fields, and other attributes become metadata."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from honeyhive_api.ids import canonical

from .mapping.event_types import EVENT_TYPES
from .mapping.rule import MappingRule
from .mapping.rules import BUCKETS, EVENT_RULES, RESOURCE_RULES, SPAN_RULES
from .nesting import nest
from .span import SpanData
from .span_ids import event_id_of, session_id_of
from .values import READ, read_messages, read_value

Event = dict[str, Any]

PARENT = "honeyhive.parent_event_id"
"""Attribute that names a parent event which is not a span. `honeyhive.otel` sets it."""

# Attributes of this span event count as attributes of the span, because some instrumentors put the messages there.
_DETAILS = "gen_ai.client.inference.operation.details"
_NS_PER_MS = 1_000_000
# Kinds of values that two conventions may write on one span, in different forms. Lists of equal length count as equal.
_LIST_KINDS = ("messages", "tools", "documents")
# Kinds of values that add nothing if another convention on the same span already wrote the messages.
_REPLY_KINDS = ("answer", "calls")


class RuleIndex:
    """Rules indexed by attribute name and by prefix."""

    def __init__(self, rules: Sequence[MappingRule]) -> None:
        self._exact: dict[str, list[int]] = {}
        self._prefixes: dict[str, list[int]] = {}
        self._rules = rules
        for index, rule in enumerate(rules):
            by_name = self._prefixes if rule.key.endswith("*") else self._exact
            by_name.setdefault(rule.key.removesuffix("*"), []).append(index)

    def match(self, attributes: Mapping[str, Any]) -> Iterator[tuple[MappingRule, dict[str, Any]]]:
        """Yield each rule that matches, in order of precedence, with the attributes it matches."""
        found: dict[int, dict[str, Any]] = {}
        for name, value in attributes.items():
            for index in self._exact.get(name) or self._longest_prefix(name):
                found.setdefault(index, {})[name] = value
        for index in sorted(found):
            yield self._rules[index], found[index]

    def _longest_prefix(self, name: str) -> Sequence[int]:
        end = len(name)
        while (end := name.rfind(".", 0, end)) >= 0:
            if rules := self._prefixes.get(name[: end + 1]):
                return rules
        return ()


_SPAN, _RESOURCE, _EVENTS = RuleIndex(SPAN_RULES), RuleIndex(RESOURCE_RULES), {rule.key: rule for rule in EVENT_RULES}
_TYPES = [(rule.key, {value.lower(): kind for value, kind in rule.types.items()}) for rule in EVENT_TYPES]


def event_of(span: SpanData) -> dict[str, Any]:
    """Return the event for a span: ids derived from the span's ids, times in Unix milliseconds.

    Fields without a value are absent, except objects, which are empty.
    """
    attributes = dict(span.attributes)
    for name, _, details in span.events:
        if name == _DETAILS:
            attributes = {**details, **attributes}
    event: Event = {
        "event_id": event_id_of(span.trace_id, span.span_id),
        "session_id": session_id_of(span.trace_id, attributes, span.resource),
        "event_type": event_type_of(attributes),
        **{bucket: {} for bucket in BUCKETS},
        **_times(span),
    }
    rest = take_attributes(event, attributes)
    event.setdefault("event_name", span.name or "unknown")
    event["parent_id"] = _parent(span, rest, event["session_id"])
    others = _take_events(event, span)
    _take_error(event, span)
    take_resource(event, span.resource)
    _flatten_reply(event)
    _complete_metadata(event, span, rest, others)
    return event


def _times(span: SpanData) -> dict[str, float]:
    times = {}
    if span.start_ns:
        times["start_time"] = span.start_ns / _NS_PER_MS
    if span.end_ns:
        times["end_time"] = span.end_ns / _NS_PER_MS
        times["duration"] = max(span.end_ns - (span.start_ns or span.end_ns), 0) / _NS_PER_MS
    return times


def _parent(span: SpanData, rest: dict[str, Any], session_id: str) -> str:
    """Return the parent id: from PARENT, the parent span, the vendor's attributes, or the session, in this order."""
    if isinstance(marked := rest.pop(PARENT, None), str):
        return canonical(marked)
    if span.parent_span_id is not None:
        return event_id_of(span.trace_id, span.parent_span_id)
    for key in ("honeyhive.parent_id", "traceloop.association.properties.parent_id"):
        named = rest.get(key)
        if isinstance(named, str) and named:
            return canonical(named)
    return session_id


def _take_events(event: Event, span: SpanData) -> list[dict[str, Any]]:
    """Add message events to the conversation, unless attributes already hold it. Return the other span events."""
    known = {bucket for bucket in ("inputs", "outputs") if "chat_history" in event[bucket]}
    others = []
    for name, time_ns, attributes in span.events:
        bucket = "outputs" if name == "gen_ai.choice" else "inputs"
        if name == _DETAILS or (bucket not in known and take_message(event, name, attributes)):
            continue
        others.append({"name": name, "time": time_ns / _NS_PER_MS, "attributes": dict(attributes)})
    return others


def _take_error(event: Event, span: SpanData) -> None:
    """Set the error: the exception's type and message, else the status message, else the error type."""
    if span.status_code != "error" or event.get("error"):
        return
    exceptions = [attributes for name, _, attributes in span.events if name == "exception"]
    parts = [exceptions[-1].get(f"exception.{part}") for part in ("type", "message")] if exceptions else []
    text = ": ".join(str(part) for part in parts if part)
    event["error"] = text or span.status_message or str(event["metadata"].get("error_type") or "error")


def _flatten_reply(event: Event) -> None:
    """Copy the keys of a model's reply to the top of the outputs. Several replies are also kept as a conversation."""
    outputs = event["outputs"]
    history = outputs.get("chat_history")
    if event["event_type"] == "model" and isinstance(history, list) and history and isinstance(history[0], dict):
        first = {key: value for key, value in history[0].items() if key not in outputs}
        if len(history) == 1:
            del outputs["chat_history"]
        event["outputs"] = {**first, **outputs}


def _complete_metadata(event: Event, span: SpanData, rest: Mapping[str, Any], others: list[dict[str, Any]]) -> None:
    metadata = event["metadata"]
    if {"prompt_tokens", "completion_tokens"} <= metadata.keys():
        _add_total_tokens(metadata)
    if "model" not in event["config"] and "response_model" in metadata:
        event["config"]["model"] = metadata["response_model"]
    about = {
        "trace_id": span.trace_id,
        "span_id": span.span_id,
        "parent_span_id": span.parent_span_id,
        "otel.span_kind": span.kind if span.kind != "internal" else None,
        "scope.name": span.scope_name,
        "scope.version": span.scope_version,
        "span_events": others,
        "span_links": [dict(link) for link in span.links],
        "resource": dict(span.resource) if _starts_a_process(span) else None,
    }
    for name, value in (*about.items(), *rest.items()):
        if value not in (None, "", []):
            metadata[name if name not in metadata else f"attribute.{name}"] = value


def _add_total_tokens(metadata: dict[str, Any]) -> None:
    counts = [metadata["prompt_tokens"], metadata["completion_tokens"]]
    if all(isinstance(count, int | float) for count in counts):
        metadata.setdefault("total_tokens", sum(counts))


def _starts_a_process(span: SpanData) -> bool:
    """Return True for a root span or the entry into a service, whose event keeps the resource attributes."""
    return span.parent_span_id is None or span.kind in ("server", "consumer")


def event_type_of(attributes: Mapping[str, Any]) -> str:
    """Return the event type: model, tool or chain."""
    for key, types in _TYPES:
        value = attributes.get(key)
        if isinstance(value, str) and value:
            found = types.get(value.lower()) or types.get("*")
            if found is not None:
                return found
    return "chain"


def take_attributes(event: Event, attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Move attributes into the fields of the event. Return the attributes that no rule took."""
    rest = dict(attributes)
    for rule, found in _SPAN.match(attributes):
        if _take(event, rule, found, attributes):
            for name in found:
                rest.pop(name, None)
    return rest


def take_resource(event: Event, resource: Mapping[str, Any]) -> None:
    """Fill the fields that the span's attributes left unset, from its resource attributes."""
    for rule, found in _RESOURCE.match(resource):
        _take(event, rule, found, resource)


def take_message(event: Event, name: str, attributes: Mapping[str, Any]) -> bool:
    """Add a span event to the conversation. Return False if the span event is not a message."""
    rule = _EVENTS.get(name)
    if rule is None:
        return False
    bucket, _, key = rule.target.partition(".")
    content = {key: value for key, value in attributes.items() if not key.startswith("gen_ai.")}
    try:
        found = read_messages(content, rule.target, name)
    except ValueError:
        return False
    event[bucket].setdefault(key, []).extend(found)
    return True


def _take(event: Event, rule: MappingRule, found: Mapping[str, Any], attributes: Mapping[str, Any]) -> bool:
    value = _joined(rule.key, found)
    if value is None:
        return False
    try:
        value = _read(rule, value, attributes)
    except (ValueError, OverflowError):
        return False
    if rule.kind == "value" and rule.target in ("inputs", "outputs"):
        holder = event[rule.target]
        if "embeddings" in holder:  # the raw response is left out, because it repeats the vectors
            return True
        if event["event_type"] == "model" and "chat_history" in holder:
            return False
    if rule.kind in _REPLY_KINDS and "chat_history" in event["outputs"]:
        return False
    return _place(event, rule, value)


def _joined(key: str, found: Mapping[str, Any]) -> Any:
    """Return the value of one attribute, or the nested value of all attributes that match a prefix."""
    if not key.endswith("*"):
        return found[key]
    stem = len(key) - 1
    return nest({name[stem:]: value for name, value in found.items()})


def _read(rule: MappingRule, value: Any, attributes: Mapping[str, Any]) -> Any:
    if rule.kind == "messages":
        return read_messages(value, rule.target, rule.key)
    if rule.kind == "value":
        return read_value(value, attributes.get(rule.key.removesuffix("value") + "mime_type"))
    read = READ[rule.kind](value)
    # The target is a field such as inputs or metadata, whose value must be an object.
    return {"value": read} if rule.target in BUCKETS and not isinstance(read, dict) else read


def _place(event: Event, rule: MappingRule, value: Any) -> bool:
    """Store the value in its field, unless the field has another value. Return True if the field has the value now."""
    bucket, _, key = rule.target.partition(".")
    if bucket not in BUCKETS:
        return _set(event, rule.target, value, rule.kind)
    if key:
        return _set(event[bucket], key, value, rule.kind)
    unplaced = [name for name, each in value.items() if not _set(event[bucket], name, each, rule.kind)]
    return not unplaced


def _set(holder: dict[str, Any], key: str, value: Any, kind: str) -> bool:
    if key not in holder:
        holder[key] = value
        return True
    stored = holder[key]
    return stored == value or (kind in _LIST_KINDS and isinstance(stored, list) and len(stored) == len(value))
