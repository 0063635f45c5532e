"""Labels of sessions and events: project, tags, user and conversation, kept in the metadata under fixed names."""

from collections import deque
from collections.abc import Iterable, Mapping
from typing import Any, Final

from ..interrupts import is_interrupt

LABELS: Final = ("project", "tags", "user_id", "conversation_id")
"""Names of the labels. The labels of OpenTelemetry spans have the same names."""
_LISTS: Final[tuple[type[Iterable[Any]], ...]] = (list, tuple, set, frozenset, deque)


def with_labels(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields with the labels among them moved into the metadata."""
    rest = {name: value for name, value in fields.items() if name not in LABELS}
    labels = {name: value for name in LABELS if (value := fields.get(name)) is not None}
    if labels:
        if "tags" in labels:
            labels["tags"] = _tag_list(labels["tags"])
        rest["metadata"] = {**as_object(rest.get("metadata")), **labels}
    return rest


def with_defaults(defaults: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a session, with the client's default labels added to the metadata.

    The session's own labels replace the defaults, except for tags, which are joined.
    """
    own = as_object(fields.get("metadata"))
    metadata = {**defaults, **own}
    if "tags" in defaults and "tags" in own:
        found = _tag_list(own["tags"])
        tags = found if type(found) is list else [found]
        # Only strings are compared: comparing another tag may raise.
        new = [tag for tag in tags if type(tag) is not str or tag not in defaults["tags"]]
        metadata["tags"] = [*defaults["tags"], *new]
    return {**fields, "metadata": metadata}


def as_object(metadata: Any) -> dict[str, Any]:
    """Return metadata as a dict. If it is not a readable mapping, the dict has it under the key ``value``."""
    if metadata is None:
        return {}
    if type(metadata) is dict:
        return metadata
    try:
        return {**metadata} if isinstance(metadata, Mapping) else {"value": metadata}
    except Exception as error:  # raised by the user's class; the encoder adds a note
        if is_interrupt(error):
            raise
        return {"value": metadata}


def _tag_list(tags: Any) -> Any:
    """Return tags as a list; a single tag becomes a list of one.

    An iterable that is not a built-in collection is returned unchanged, because it may be endless or may raise.
    """
    kind = type(tags)
    for base in _LISTS:
        if issubclass(kind, base):
            return list(base.__iter__(tags))  # a subclass may have an iterator of its own
    is_one = issubclass(kind, str | bytes | Mapping) or not issubclass(kind, Iterable)
    return [tags] if is_one else tags
