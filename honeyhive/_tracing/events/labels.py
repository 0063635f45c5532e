"""Labels of sessions and events: project, tags, user and conversation, kept in the metadata under fixed names."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

LABELS: Final = ("project", "tags", "user_id", "conversation_id")
"""The same names as those that the labels of OpenTelemetry spans get."""


def with_labels(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields with the labels among them moved into the metadata."""
    rest = {name: value for name, value in fields.items() if name not in LABELS}
    labels = {name: value for name in LABELS if (value := fields.get(name)) is not None}
    if labels:
        if "tags" in labels:
            labels["tags"] = tag_list(labels["tags"])
        rest["metadata"] = {**_object(rest.get("metadata")), **labels}
    return rest


def with_defaults(defaults: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields with the labels of the client, which those of a session replace; tags are joined."""
    own = _object(fields.get("metadata"))
    metadata = {**defaults, **own}
    if "tags" in defaults and "tags" in own:
        metadata["tags"] = [*defaults["tags"], *(tag for tag in tag_list(own["tags"]) if tag not in defaults["tags"])]
    return {**fields, "metadata": metadata}


def tag_list(tags: Any) -> list[Any]:
    """Return tags as a list; a single one is a list of one."""
    return list(tags) if isinstance(tags, Iterable) and not isinstance(tags, str | bytes | Mapping) else [tags]


def _object(metadata: Any) -> dict[str, Any]:
    if metadata is None:
        return {}
    return {**metadata} if isinstance(metadata, Mapping) else {"value": metadata}
