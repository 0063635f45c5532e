"""The work of `events import`: lines become batches, batches are sent, and a state file keeps the progress.

Missing ids are derived from the id of the import and the offset of the line. The id of the import is on disk before
anything is sent. So a batch that is sent again, by a retry or after an interruption, has the same ids.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NamedTuple, cast
from uuid import UUID, uuid4, uuid5

from honeyhive import APIStatusError, HoneyHive, InvalidRequestError

from ..operations.flag_values import distinct_keys
from ..terminal.failures import in_flags
from ..terminal.suggestions import suggestion
from .checkpoint import save
from .jsonl import Line, document_start, json_line, read_lines, read_objects
from .nested_events import single_events

if TYPE_CHECKING:
    from honeyhive.types import CreateEventRequest

MOST_EVENTS: Final = 100
MOST_BYTES: Final = 2_500_000
_LONGEST_SESSION: Final = 100_000_000
"""Maximum size in bytes of a line with a whole session. Each line is read into memory."""
_SIZE_OF_IDS: Final = 120
_HEAD: Final = 65_536
# Status codes that mean an invalid event: if the batch is halved, all other events may be accepted.
_ABOUT_THE_EVENTS: Final = frozenset({400, 413, 422})


@dataclass
class State:
    """Progress of an import."""

    import_id: str
    url: str
    """The base URL that the events are sent to."""
    head_size: int
    head_sha256: str
    """The hash of the first bytes of the file, to recognize the file."""
    offset: int = 0
    """The offset after the last processed line."""
    line: int = 0
    inside: int = 0
    """Number of finished events in the next line, which may hold a session with many events."""
    imported: int = 0
    rejected: int = 0
    rejects_size: int = 0
    """Size in bytes of the valid part of the file with refused events."""
    mapping: dict[str, dict[str, str]] = field(default_factory=dict)
    """The flags --column and --set, for CSV."""


class EventSource(NamedTuple):
    """The format of a file, and the functions that read it."""

    start: int
    """Offset of the first event."""
    line: int
    """Number of the line before the first event."""
    longest: int
    """Maximum size in bytes of a line. A longer line is refused."""
    read: Callable[[BinaryIO, int, int], Iterator[Line]]
    decode: Callable[[bytes], Any]
    """Returns the event of a line; raises ValueError or RecursionError."""


def json_source(file: BinaryIO) -> EventSource:
    """Return the format of a JSON or JSONL file."""
    start = document_start(file)
    return EventSource(start or 0, 0, _LONGEST_SESSION, read_lines if start is None else read_objects, _json)


class Item(NamedTuple):
    """An event, or the reason why there is none."""

    line: Line
    position: int
    """Place among the events of its line."""
    is_last: bool
    event: dict[str, Any]
    fault: str
    text: bytes
    """The JSON of the event, or the unchanged line; empty if it is too long."""


def new_state(file: BinaryIO, url: str, mapping: dict[str, dict[str, str]]) -> State:
    """Return the state of a new import."""
    file.seek(0)
    head = file.read(_HEAD)
    file.seek(0)
    return State(str(uuid4()), url, len(head), hashlib.sha256(head).hexdigest(), mapping=mapping)


def is_same_file(file: BinaryIO, state: State) -> bool:
    """Return True if the state belongs to this file, even if lines were added."""
    file.seek(0)
    head = file.read(state.head_size)
    size = file.seek(0, 2)
    file.seek(0)
    return hashlib.sha256(head).hexdigest() == state.head_sha256 and size >= state.offset


def run(
    client: HoneyHive,
    file: BinaryIO,
    source: EventSource,
    state: State,
    state_path: Path,
    rejects_path: Path,
    report: Callable[[State], None],
) -> str | None:
    """Send the rest of the file, and save the state after each batch.

    Return the first refused line with the reason, or None.
    """
    first: str | None = None
    save(state_path, asdict(state))
    file.seek(max(state.offset, source.start))
    with rejects_path.open("ab") as rejects:
        rejects.truncate(min(state.rejects_size, rejects.tell()))
        lines = source.read(file, max(state.line, source.line), source.longest)
        rest = islice(items(lines, source, UUID(state.import_id)), state.inside, None)
        for batch in batches(rest):
            refused = [(item, item.fault) for item in batch if item.fault]
            refused += send(client, [item for item in batch if not item.fault])
            for item, reason in sorted(refused, key=_place):
                first = first or f"line {item.line.number}: {reason}"
                text = item.text.decode(errors="replace").rstrip("\r\n")
                rejects.write(json_line({"line": item.line.number, "reason": reason, "text": text}))
            rejects.flush()
            _advance(state, batch)
            state.rejects_size = rejects.tell()
            state.imported += len(batch) - len(refused)
            state.rejected += len(refused)
            save(state_path, asdict(state))
            report(state)
    return first


def _advance(state: State, batch: list[Item]) -> None:
    """Set the state to the place after the batch, which may be inside a line with many events."""
    whole = next((index for index in reversed(range(len(batch))) if batch[index].is_last), None)
    if whole is None:
        state.inside += len(batch)
    else:
        line = batch[whole].line
        state.offset, state.line, state.inside = line.end, line.number, len(batch) - whole - 1


def items(lines: Iterable[Line], source: EventSource, import_id: UUID) -> Iterator[Item]:
    """Yield the events of each line, or an item with its fault. Ids are set, and the service's keys are left out."""
    for line in lines:
        event, fault = _decoded(line, source)
        if fault:
            yield _item(line, {}, fault, line.text or b"")
            continue

        def new_id(key: str, position: int, start: int = line.start) -> str:
            return str(uuid5(import_id, f"{key} {start}.{position}" if position else f"{key} {start}"))

        if not event.get("children"):
            ((single, _, _),) = single_events(event, new_id)
            yield _item(line, single, "", line.text or b"")
            continue
        every = [*single_events(event, new_id)]
        for position, (one, place, problem) in enumerate(every):
            is_last = position + 1 == len(every)
            yield _item(line, one, problem, json_line(one), position, place, is_last=is_last)


def _item(
    line: Line,
    event: dict[str, Any],
    fault: str,
    text: bytes,
    position: int = 0,
    place: str = "",
    *,
    is_last: bool = True,
) -> Item:
    if len(text) > MOST_BYTES:
        subject = f"{place} is " if place else ""
        return Item(line, position, is_last, {}, f"{subject}longer than {MOST_BYTES} bytes", b"")
    return Item(line, position, is_last, event, fault, text)


def batches(every: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield the items in order, in lists of at most MOST_EVENTS events and MOST_BYTES bytes."""
    batch: list[Item] = []
    size = 0
    for item in every:
        added = len(item.text) + _SIZE_OF_IDS
        if batch and (len(batch) == MOST_EVENTS or size + added > MOST_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += added
    if batch:
        yield batch


def send(client: HoneyHive, batch: list[Item]) -> list[tuple[Item, str]]:
    """Send the events. Return the refused events with their reasons; they are found by halving the batch."""
    if not batch:
        return []
    try:
        # The events are sent as they are in the file: an unknown key causes a warning, and a wrong value is refused.
        client.events.create_batch(events=cast("list[CreateEventRequest]", [item.event for item in batch]))
    except InvalidRequestError as error:
        reason = in_flags(error, {}).removeprefix("events[0].")
    except APIStatusError as error:
        if error.status not in _ABOUT_THE_EVENTS:
            raise
        reason = f"API error {error.status}: {error.message}"
    else:
        return []
    if len(batch) == 1:
        return [(batch[0], reason + _unknown_keys(batch[0].event))]
    half = len(batch) // 2
    return send(client, batch[:half]) + send(client, batch[half:])


def _unknown_keys(event: dict[str, Any]) -> str:
    """Return the event's unknown keys in words, as the end of a reason: one may be a misspelled required key."""
    from honeyhive_api.shapes import SHAPES

    known = [field.name for field in SHAPES["CreateEventRequest"]]
    unknown = [key + suggestion(key, known) for key in event if key not in known]
    return f"; unknown key {', '.join(unknown)}" if unknown else ""


def _place(refused: tuple[Item, str]) -> tuple[int, int]:
    return refused[0].line.number, refused[0].position


def _decoded(line: Line, source: EventSource) -> tuple[dict[str, Any], str]:
    if line.text is None:
        return {}, f"longer than {source.longest} bytes"
    try:
        value = source.decode(line.text)
    except (ValueError, RecursionError) as error:
        return {}, str(error)
    return (value, "") if isinstance(value, dict) else ({}, "not a JSON object")


def _json(text: bytes) -> Any:
    try:
        return json.loads(text, object_pairs_hook=distinct_keys)
    except json.JSONDecodeError as error:
        # Python counts the end of a line as the next line.
        whole = error.doc.rstrip()
        before = whole[: error.pos]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        place = f"line {line} of the event, " if "\n" in whole else ""
        raise ValueError(f"not JSON: {error.msg[:1].lower()}{error.msg[1:]} at {place}column {column}") from None
    except (UnicodeDecodeError, RecursionError) as error:
        raise ValueError(f"not JSON: {error}") from None
