"""Numbers of an event (duration, tokens, cost), and their totals for a session."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from ..model.running_events import is_running
from ..store.dialect import Path
from ..store.session_totals import COST, TOKENS, SessionTotals
from .format import is_number

Document = Mapping[str, Any]
MODEL_NAMES: tuple[Path, ...] = (("config", "model"), ("metadata", "model"), ("config", "model_name"), ("model_name",))
PROMPT: tuple[Path, ...] = (
    ("metadata", "prompt_tokens"),
    ("metadata", "input_tokens"),
    ("metadata", "usage", "prompt_tokens"),
    ("inputs", "usage", "prompt_tokens"),
)
COMPLETION: tuple[Path, ...] = (
    ("metadata", "completion_tokens"),
    ("metadata", "output_tokens"),
    ("metadata", "usage", "completion_tokens"),
    ("inputs", "usage", "completion_tokens"),
)


class EventTiming(NamedTuple):
    """Times and outcome of one event."""

    length: float | None
    """Duration in milliseconds; None if the event has none."""
    end: float
    """End in Unix milliseconds; the start if neither end nor duration is known."""
    failed: bool
    is_running: bool
    """True for a step that the client sent before its end."""


class EventNumbers(NamedTuple):
    """The numbers of one event. A number that the event does not have is None."""

    model: str | None
    prompt: float | None
    completion: float | None
    tokens: float | None
    cost: float | None
    timing: EventTiming


def numbers_of(document: Document) -> EventNumbers:
    """Return the numbers of an event."""
    model = next((name for path in MODEL_NAMES if isinstance(name := at(document, path), str)), None)
    prompt, completion = _first(document, PROMPT), _first(document, COMPLETION)
    return EventNumbers(
        model, prompt, completion, number(document, TOKENS), number(document, COST), timing_of(document)
    )


def timing_of(document: Document) -> EventTiming:
    """Return times and outcome of an event."""
    start, end, duration = document["start_time"], document.get("end_time"), document.get("duration")
    length = float(duration) if is_number(duration) else float(end - start) if is_number(end) else None
    known_end = float(end if is_number(end) else start + (length or 0))
    return EventTiming(length, known_end, document.get("error") is not None, is_running(document))


def at(document: Document, path: Path) -> Any:
    """Return the value at a path, or None."""
    value: Any = document
    for step in path:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def number(document: Document, alternatives: Sequence[Sequence[Path]]) -> float | None:
    """Return the sum of the first alternative that has a number, or None. The store's totals have the same rule."""
    for paths in alternatives:
        if found := [value for path in paths if is_number(value := at(document, path))]:
            return float(sum(found))
    return None


def _first(document: Document, paths: Iterable[Path]) -> float | None:
    return next((value for path in paths if is_number(value := at(document, path))), None)


def totals(root: Document, events: Sequence[Document]) -> SessionTotals:
    """Return the numbers of a session, equal to the store's numbers in the list of sessions."""
    models = [event for event in events if event["event_type"] == "model"]
    timings = [timing_of(each) for each in (root, *events)]
    return SessionTotals(
        events=len(events),
        models=len(models),
        errors=sum(each.failed for each in timings),
        end=max(each.end for each in timings),
        tokens=_sum(number(event, TOKENS) for event in models),
        cost=_sum(number(event, COST) for event in models),
    )


def _sum(numbers: Iterable[float | None]) -> float | None:
    found = [each for each in numbers if each is not None]
    return sum(found) if found else None
