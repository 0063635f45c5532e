"""Outputs of a stream: strings are joined, chunks of known APIs become one response, other items become a list."""

import json
from typing import TYPE_CHECKING, Any, Final

from ..payload.simplify import MOST_NOTES
from .chunk_reducers import ChunkReducer, reducer_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from .event import Event
    from .traced_function import TracedFunction

_MAX_ITEMS: Final = 1_000
"""Maximum items in the list of outputs; a stream may have more."""
_MAX_REDUCED: Final = 100_000
"""Maximum items kept for the user's ``reduce`` function."""
_BINARY: Final = (bytes, bytearray, memoryview)


class StreamOutputs:
    """Takes the items of one stream, and sets the outputs of its event when it ends."""

    def __init__(self, event: "Event", traced: "TracedFunction") -> None:
        self._event, self._traced = event, traced
        self._first_ms: float | None = None
        self._count = 0
        self._add: Callable[[Any], None] = self._begin
        self._kept: list[Any] = []
        self._items: list[bytes] = []
        self._reducer: ChunkReducer | None = None
        # Half of the event's limit, to leave room for its other fields.
        self._room = self._bytes_left = event.tracer.limits.bytes // 2

    def add(self, item: Any) -> None:
        """Take the next item."""
        self._count += 1
        if self._count == 1:
            self._first_ms = self._event.elapsed
        if self._traced.records_outputs and self._event.is_sampled:
            self._add(item)

    def finish(self) -> None:
        """Set the outputs of the event, and the time to the first item."""
        if not self._count or not self._event.is_sampled:
            return
        metadata: dict[str, Any] = {"time_to_first_token_ms": self._first_ms}
        if self._traced.records_outputs:
            self._set_outputs()
            if self._reducer is not None:
                metadata |= self._reducer.metadata
                if {"prompt_tokens", "completion_tokens"} <= metadata.keys():
                    metadata.setdefault("total_tokens", metadata["prompt_tokens"] + metadata["completion_tokens"])
        self._event.update(metadata=metadata)

    def _set_outputs(self) -> None:
        if self._traced.has_reduce:
            self._traced.reduced(self._event, self._kept)
        elif self._traced.chooses_outputs or self._reducer is not None:
            self._traced.returned(self._event, self._value())
        elif self._kept:
            text, notes = self._event.tracer.encoder.field("outputs", _joined(self._kept), self._room)
            self._event.keep_outputs(text, notes)
        else:
            self._event.keep_outputs(b'{"value":[' + b",".join(self._items) + b"]}")
        left_out = 0 if self._reducer is not None else self._count - len(self._kept or self._items)
        if left_out:
            self._event.notes.append(f"outputs: {left_out} more items were yielded, but not recorded")

    def _value(self) -> Any:
        if self._reducer is not None:
            return self._reducer.outputs()
        return _joined(self._kept) if self._kept else [json.loads(item) for item in self._items]

    def _begin(self, item: Any) -> None:
        """Choose the form of the outputs by the first item."""
        if self._traced.has_reduce:
            self._add = self._keep
        elif isinstance(item, (str, *_BINARY)):
            self._add = self._keep_piece
        else:
            self._reducer = reducer_for(item)
            self._add = self._keep_snapshot if self._reducer is None else self._reduce
        self._add(item)

    def _keep(self, item: Any) -> None:
        if len(self._kept) < _MAX_REDUCED:
            self._kept.append(item)

    def _keep_piece(self, piece: Any) -> None:
        if not isinstance(piece, (str, *_BINARY)):
            pieces, self._kept = self._kept, []
            self._bytes_left = self._room
            self._add = self._keep_snapshot
            for one in (*pieces, piece):
                self._keep_snapshot(one)
        elif self._bytes_left > 0:
            self._kept.append(piece if isinstance(piece, str) else bytes(piece))
            self._bytes_left -= len(piece)

    def _reduce(self, chunk: Any) -> None:
        if self._reducer is None:
            return
        try:
            self._reducer.add(chunk)
        except Exception as error:  # an unknown version of openai or anthropic: the application's stream must not fail
            self._event.notes.append(f"outputs: a chunk could not be read ({type(error).__name__})")
            self._add = lambda _: None

    def _keep_snapshot(self, item: Any) -> None:
        """Keep the JSON of the item while there is room, because the item may change later."""
        if len(self._items) >= _MAX_ITEMS or self._bytes_left <= 0:
            return
        event = self._event
        text, notes = event.tracer.encoder.item("outputs", item, self._bytes_left)
        if len(event.notes) < MOST_NOTES:
            event.notes += notes
        self._items.append(text)
        self._bytes_left -= len(text)


def _joined(pieces: list[Any]) -> str | bytes:
    if all(isinstance(piece, str) for piece in pieces):
        return "".join(pieces)
    joined = b"".join([piece.encode() if isinstance(piece, str) else bytes(piece) for piece in pieces])
    try:
        return joined.decode()
    except UnicodeDecodeError:
        return joined
