"""The work of `events import`: lines become batches, batches are sent, and a state file says how far it is.

Ids that events lack are made of the import's own id and the place of the line. The import's id is on disk before
anything is sent, so a batch that is sent once more, by a retry or after an interruption, carries the same ids.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NamedTuple, cast
from uuid import UUID, uuid4, uuid5

from honeyhive import APIStatusError, HoneyHive, InvalidRequestError

from ..operations.flags import without_python
from .checkpoint import save
from .jsonl import Line, json_line, read_lines

if TYPE_CHECKING:
    from honeyhive.types import CreateEventRequest

MOST_EVENTS: Final = 100
MOST_BYTES: Final = 2_500_000
_SIZE_OF_IDS: Final = 120
_HEAD: Final = 65_536
# Answers about what was sent, not about the server: sent in parts, all but the culprit may pass.
_ABOUT_THE_EVENTS: Final = frozenset({400, 413, 422})


@dataclass
class State:
    """How far an import is."""

    import_id: str
    url: str
    """Where the events go."""
    head_size: int
    head_sha256: str
    """Of the first bytes of the file, to know it again."""
    offset: int = 0
    """The byte behind the last line that is done."""
    line: int = 0
    imported: int = 0
    rejected: int = 0
    rejects_size: int = 0
    """The bytes of the file of rejects that count."""


class Item(NamedTuple):
    """A line with the event in it, or with the reason why there is none."""

    line: Line
    event: dict[str, Any]
    fault: str


def new_state(file: BinaryIO, url: str) -> State:
    """The state of an import that has not begun."""
    head = file.read(_HEAD)
    file.seek(0)
    return State(str(uuid4()), url, len(head), hashlib.sha256(head).hexdigest())


def is_same_file(file: BinaryIO, state: State) -> bool:
    """Whether the state is of this file; lines may have been added to it."""
    head = file.read(state.head_size)
    size = file.seek(0, 2)
    file.seek(0)
    return hashlib.sha256(head).hexdigest() == state.head_sha256 and size >= state.offset


def run(
    client: HoneyHive,
    file: BinaryIO,
    state: State,
    state_path: Path,
    rejects_path: Path,
    report: Callable[[State], None],
) -> None:
    """Send what is not sent yet; the state on disk is true after every batch."""
    save(state_path, asdict(state))
    file.seek(state.offset)
    with rejects_path.open("ab") as rejects:
        rejects.truncate(min(state.rejects_size, rejects.tell()))
        for batch in batches(items(read_lines(file, state.line, MOST_BYTES), UUID(state.import_id))):
            refused = [(item, item.fault) for item in batch if item.fault]
            refused += send(client, [item for item in batch if not item.fault])
            for item, reason in sorted(refused, key=_line_number):
                text = "" if item.line.text is None else item.line.text.decode(errors="replace").rstrip("\r\n")
                rejects.write(json_line({"line": item.line.number, "reason": reason, "text": text}))
            rejects.flush()
            last = batch[-1].line
            state.offset, state.line, state.rejects_size = last.end, last.number, rejects.tell()
            state.imported += len(batch) - len(refused)
            state.rejected += len(refused)
            save(state_path, asdict(state))
            report(state)


def items(lines: Iterable[Line], import_id: UUID) -> Iterator[Item]:
    """Each line as an event that has its ids, or with its fault."""
    for line in lines:
        event, fault = _decoded(line)
        for key in ("event_id", "session_id"):
            if event.get(key) is None:
                event[key] = str(uuid5(import_id, f"{key} {line.start}"))
        yield Item(line, event, fault)


def batches(every: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in their order, in lists of at most MOST_EVENTS events and MOST_BYTES bytes."""
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
    """Send the events and return those that are refused, with the reasons, found by halving the batch."""
    if not batch:
        return []
    try:
        # As the file has them: a wrong key is a warning, a wrong value is refused.
        client.events.create_batch(events=cast("list[CreateEventRequest]", [item.event for item in batch]))
    except InvalidRequestError as error:
        reason = without_python(str(error)).removeprefix("events[0].")
    except APIStatusError as error:
        if error.status not in _ABOUT_THE_EVENTS:
            raise
        reason = f"API error {error.status}: {error.message}"
    else:
        return []
    if len(batch) == 1:
        return [(batch[0], reason)]
    half = len(batch) // 2
    return send(client, batch[:half]) + send(client, batch[half:])


def _line_number(refused: tuple[Item, str]) -> int:
    return refused[0].line.number


def _decoded(line: Line) -> tuple[dict[str, Any], str]:
    if line.text is None:
        return {}, f"longer than {MOST_BYTES} bytes"
    try:
        value = json.loads(line.text)
    except (ValueError, RecursionError) as error:
        return {}, f"no JSON: {error}"
    return (value, "") if isinstance(value, dict) else ({}, "no JSON object")
