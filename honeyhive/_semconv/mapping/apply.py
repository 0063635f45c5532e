"""Applies the mapping rules: moves span attributes into the fields of an event."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..nesting import nest
from ..values import READ, read_messages, read_value
from .event_types import EVENT_TYPES
from .rule import MappingRule
from .rules import BUCKETS, EVENT_RULES, RESOURCE_RULES, SPAN_RULES

Event = dict[str, Any]

# Kinds that two conventions on one span may both write, in different forms. Lists of equal length count as equal.
_LIST_KINDS = ("messages", "tools", "documents")
# Kinds that add nothing if another convention on the same span already wrote the messages.
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
    """Fill fields that the span left unset from its resource attributes."""
    for rule, found in _RESOURCE.match(resource):
        _take(event, rule, found, resource)


def take_message(event: Event, name: str, attributes: Mapping[str, Any]) -> bool:
    """Add a span event to the conversation. Return False if it is not a message."""
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
        if "embeddings" in holder:  # the raw response repeats the vectors
            return True
        if event["event_type"] == "model" and "chat_history" in holder:
            return False
    if rule.kind in _REPLY_KINDS and "chat_history" in event["outputs"]:
        return False
    return _place(event, rule, value)


def _joined(key: str, found: Mapping[str, Any]) -> Any:
    """Return the value of one attribute, or the unflattened value of those that match a prefix."""
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
    # These fields are objects.
    return {"value": read} if rule.target in BUCKETS and not isinstance(read, dict) else read


def _place(event: Event, rule: MappingRule, value: Any) -> bool:
    """Store the value in its field. Return True if the field now has this value."""
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
