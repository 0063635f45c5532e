"""Keywords of ``trace``, checked when the function is decorated."""

import warnings
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypedDict, TypeVar

from .event_fields import EVENT_TYPES, EventType, Object, check_keywords

if TYPE_CHECKING:
    from typing_extensions import deprecated
else:

    def deprecated(_: str) -> Any:
        """Do nothing: importing typing_extensions would take longer than the rest of the package."""
        return lambda function: function


__all__ = ["TraceOptions", "TraceSettings", "TracedT", "deprecated", "read_options"]

TracedT = TypeVar("TracedT", bound=Callable[..., Any])
_ALIASES: Final = {"event_type": "type", "event_name": "name"}


class TraceOptions(TypedDict, total=False):
    """The keywords of ``trace``."""

    type: EventType
    name: str | None
    inputs: bool | Callable[[dict[str, Any]], Any]
    """False leaves the arguments out. A function gets them in a dict by name, and returns the value to record."""
    outputs: bool | Callable[[Any], Any]
    """False leaves the result out. A function gets the result, and returns the value to record."""
    reduce: Callable[[list[Any]], Any] | None
    """Function that gets the items of a stream and returns the value to record."""
    metadata: Object
    config: Object


class TraceSettings(NamedTuple):
    """The checked keywords of ``trace``."""

    kind: str
    name: str | None
    inputs: bool | Callable[[dict[str, Any]], Any]
    outputs: bool | Callable[[Any], Any]
    reduce: Callable[[list[Any]], Any] | None
    fields: Mapping[str, Any]
    """``metadata`` and ``config`` of every event."""


def read_options(name: str | None, given: Mapping[str, Any]) -> TraceSettings:
    """Return the settings; ``name`` is the positional argument. Raises TypeError or ValueError for a wrong keyword."""
    options = {**given}
    for old, new in _ALIASES.items():
        if old in options:
            # The warning shows the caller of trace(): a level of 4 skips this function, decorator_of() and trace().
            words = f"trace({old}=) is deprecated; use {new}="
            warnings.warn(words, DeprecationWarning, stacklevel=4)
            _set_once(options, new, options.pop(old))
    check_keywords("trace", options)
    if name is not None:
        _set_once(options, "name", name)
    kind, inputs, outputs = options.get("type", "tool"), options.get("inputs", True), options.get("outputs", True)
    if not isinstance(kind, str) or kind not in EVENT_TYPES:
        raise ValueError(f"trace(): type must be one of {', '.join(sorted(EVENT_TYPES))}, not {kind!r}")
    for key, value in (("inputs", inputs), ("outputs", outputs)):
        if not isinstance(value, bool) and not callable(value):
            raise TypeError(f"trace(): {key} must be a bool or a function, not {type(value).__name__}")
    reduce = options.get("reduce")
    if reduce is not None and not callable(reduce):
        raise TypeError(f"trace(): reduce must be a function, not {type(reduce).__name__}")
    chosen = options.get("name")
    if chosen is not None and not isinstance(chosen, str):
        raise TypeError(f"trace(): name must be a string, not {type(chosen).__name__}")
    fields = {key: options[key] for key in ("metadata", "config") if options.get(key) is not None}
    return TraceSettings(kind, chosen, inputs, outputs, reduce, fields)


def _set_once(options: dict[str, Any], key: str, value: Any) -> None:
    if key in options:
        raise TypeError(f"trace() got {key} twice; pass it once")
    options[key] = value
