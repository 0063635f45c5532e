"""The work of `events import`: lines become batches, batches are sent, and a state file keeps the progress.

Missing ids are derived from the id of the import and the offset of the line. The id of the import is on disk before
anything is sent. So a batch that is sent again, by a retry or after an interruption, has the same ids.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NamedTuple, cast
from uuid import UUID, uuid4, uuid5

from honeyhive import APIStatusError, HoneyHive, InvalidRequestError

from ..operations.flag_values import distinct_keys
from ..terminal.failures import in_flags
from ..terminal.suggestions import suggestion
from .checkpoint import save
from .jsonl import Line, document_start, json_line, read_lines, read_objects

if TYPE_CHECKING:
    from honeyhive.types import CreateEventRequest

MOST_EVENTS: Final = 100
MOST_BYTES: Final = 2_500_000
_SIZE_OF_IDS: Final = 120
# Keys that the service adds to a stored event. A downloaded file has them, but a new event may not.
_ADDED_BY_SERVICE: Final = ("org_id", "workspace_id", "project")
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
    """The hash of the first bytes of the file, to recognize it."""
    offset: int = 0
    """The offset after the last processed line."""
    line: int = 0
    imported: int = 0
    rejected: int = 0
    rejects_size: int = 0
    """Size in bytes of the valid part of the file with refused events."""
    mapping: dict[str, dict[str, str]] = field(default_factory=dict)
    """The flags --column and --set, for CSV."""


class EventSource(NamedTuple):
    """The form of a file."""

    start: int
    """Offset of the first event."""
    line: int
    """Number of the line before the first event."""
    read: Callable[[BinaryIO, int, int], Iterator[Line]]
    decode: Callable[[bytes], Any]
    """Returns the event of a line; raises ValueError or RecursionError."""


def json_source(file: BinaryIO) -> EventSource:
    """Return the form of a file with JSON."""
    start = document_start(file)
    return EventSource(start or 0, 0, read_lines if start is None else read_objects, _json)


class Item(NamedTuple):
    """A line with its event or a fault."""

    line: Line
    event: dict[str, Any]
    fault: str


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
        lines = source.read(file, max(state.line, source.line), MOST_BYTES)
        for batch in batches(items(lines, source.decode, UUID(state.import_id))):
            refused = [(item, item.fault) for item in batch if item.fault]
            refused += send(client, [item for item in batch if not item.fault])
            for item, reason in sorted(refused, key=_line_number):
                first = first or f"line {item.line.number}: {reason}"
                text = "" if item.line.text is None else item.line.text.decode(errors="replace").rstrip("\r\n")
                rejects.write(json_line({"line": item.line.number, "reason": reason, "text": text}))
            rejects.flush()
            last = batch[-1].line
            state.offset, state.line, state.rejects_size = last.end, last.number, rejects.tell()
            state.imported += len(batch) - len(refused)
            state.rejected += len(refused)
            save(state_path, asdict(state))
            report(state)
    return first


def items(lines: Iterable[Line], decode: Callable[[bytes], Any], import_id: UUID) -> Iterator[Item]:
    """Yield each line with its event or fault. Missing ids are set, and keys added by the service are left out."""
    for line in lines:
        event, fault = _decoded(line, decode)
        for key in _ADDED_BY_SERVICE:
            event.pop(key, None)
        for key in ("event_id", "session_id"):
            if event.get(key) is None:
                event[key] = str(uuid5(import_id, f"{key} {line.start}"))
        yield Item(line, event, fault)


def batches(every: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield the items in order, in lists of at most MOST_EVENTS events and MOST_BYTES bytes."""
    batch: list[Item] = []
    size = 0
    for item in every:
        added = len(item.line.text or b"") + _SIZE_OF_IDS
        if batch and (len(batch) == MOST_EVENTS or size + added > MOST_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += added
    if batch:
        yield batch


def send(client: HoneyHive, batch: list[Item]) -> list[tuple[Item, str]]:
    """Send the events; return the refused ones with their reasons, found by halving the batch."""
    if not batch:
        return []
    try:
        # Sent unchanged from the file: an unknown key is a warning, a wrong value is refused.
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
    """Return the part of a reason about unknown keys: one may be a misspelled required key."""
    from honeyhive_api.shapes import SHAPES

    known = [field.name for field in SHAPES["CreateEventRequest"]]
    unknown = [key + suggestion(key, known) for key in event if key not in known]
    return f"; unknown key {', '.join(unknown)}" if unknown else ""


def _line_number(refused: tuple[Item, str]) -> int:
    return refused[0].line.number


def _decoded(line: Line, decode: Callable[[bytes], Any]) -> tuple[dict[str, Any], str]:
    if line.text is None:
        return {}, f"longer than {MOST_BYTES} bytes"
    try:
        value = decode(line.text)
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
