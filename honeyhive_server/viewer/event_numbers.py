"""The numbers of one event, and those of a session from all of its events."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from ..store.session_lists import COST, TOKENS, Path, Totals
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


class Usage(NamedTuple):
    """What one event took; what it does not say is None."""

    model: str | None
    prompt: float | None
    completion: float | None
    tokens: float | None
    cost: float | None


def usage(document: Document) -> Usage:
    """What an event took of a model."""
    model = next((name for path in MODEL_NAMES if isinstance(name := at(document, path), str)), None)
    prompt, completion = _first(document, PROMPT), _first(document, COMPLETION)
    return Usage(model, prompt, completion, number(document, TOKENS), number(document, COST))


def at(document: Document, path: Path) -> Any:
    """The value at a path, None where there is none."""
    value: Any = document
    for step in path:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def number(document: Document, alternatives: Sequence[Sequence[Path]]) -> float | None:
    """The sum of the first alternative that has a number, as the store's totals have it."""
    for paths in alternatives:
        if found := [value for path in paths if is_number(value := at(document, path))]:
            return float(sum(found))
    return None


def _first(document: Document, paths: Iterable[Path]) -> float | None:
    return next((value for path in paths if is_number(value := at(document, path))), None)


def length(document: Document) -> float | None:
    """How long an event took in milliseconds, if it says so."""
    if is_number(document.get("duration")):
        return float(document["duration"])
    if is_number(document.get("end_time")):
        return float(document["end_time"] - document["start_time"])
    return None


def end(document: Document) -> float:
    """When an event ended, in Unix milliseconds; its start if nothing is said."""
    if is_number(document.get("end_time")):
        return float(document["end_time"])
    return float(document["start_time"] + (length(document) or 0))


def failed(document: Document) -> bool:
    """Whether an event has an error."""
    return document.get("error") is not None


def totals(root: Document, events: Sequence[Document]) -> Totals:
    """The numbers of a session; the same that the list of sessions has from the store."""
    models = [event for event in events if event["event_type"] == "model"]
    return Totals(
        events=len(events),
        models=len(models),
        errors=sum(map(failed, (root, *events))),
        end=max(map(end, (root, *events))),
        tokens=_sum(number(event, TOKENS) for event in models),
        cost=_sum(number(event, COST) for event in models),
    )


def _sum(numbers: Iterable[float | None]) -> float | None:
    found = [each for each in numbers if each is not None]
    return sum(found) if found else None
