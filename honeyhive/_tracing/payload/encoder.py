"""Encode values as JSON during the call, so that later changes of a value are not sent."""

import json
from collections.abc import Callable
from itertools import repeat
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ..._core.real_time import real_clock
from ..interrupts import is_interrupt
from ..limits import EncodingLimits
from .masking import FAILED, LONGEST_NAME, MASKED, Mask, harmless, is_sensitive
from .masks.masked_place import MaskedPlace
from .plain_json import encode, encode_fast
from .simplify import simplified

if TYPE_CHECKING:
    from .masks.ready_masks import ReadyMasks

_MOST_NAMES: Final = 10_000
_ITEM: Final = "item"
"""Stands for the key of an item of an array."""
is_sensitive(_ITEM)  # remembers that it is harmless
_ITEMS: Final = repeat(_ITEM)
"""Endless iterator that all arrays share, because a value may have thousands of small arrays."""
_LONGEST_LABEL: Final = 1_000
_LEAST_ROOM: Final = 1_000
"""Bytes that each field may have, even if the event has no room left."""
_VALUE: Final = b'{"value":'


Encoded: TypeAlias = tuple[bytes, list[str] | tuple[()]]
"""JSON in UTF-8, and notes on where it differs from the value. A plain tuple, because every event makes several."""


class Encoder:
    """Encodes the fields of events as strict JSON, with limits and masks. Never raises for a value."""

    def __init__(
        self,
        limits: EncodingLimits | None = None,
        mask: Mask | None = None,
        clock: Callable[[], float] | None = None,
        *,
        ready: "ReadyMasks | None" = None,
        left_out: frozenset[str] = frozenset(),
        found: list[MaskedPlace] | None = None,
        encode_plain: Callable[[Any], bytes] = encode_fast,
    ) -> None:
        """``left_out`` are the names of fields that are not captured. ``found`` receives every masked place."""
        self._limits = limits or EncodingLimits()
        self._mask = mask
        self._clock = clock or real_clock("perf_counter")
        self._ready = ready
        self._masks_nothing = mask is None and ready is None
        self._takes_all = self._masks_nothing and found is None
        self._changes_nothing = self._takes_all and not left_out
        self._left_out = left_out
        self._found = found
        self._encode = encode_plain

    def reporting(self, found: list[MaskedPlace]) -> "Encoder":
        """Return a copy of the encoder that adds every masked place to ``found``."""
        return Encoder(self._limits, self._mask, self._clock, ready=self._ready, left_out=self._left_out, found=found)

    def leaves_out(self, name: str) -> bool:
        """Return True if the field is not captured."""
        return name in self._left_out

    def field(self, name: str, value: Any, room: int | None = None) -> Encoded:
        """Return the JSON of a field that holds an object. Another value is put under the key ``value``.

        ``room`` is the number of bytes left for the event; None is the whole limit.
        """
        if room is None:
            room = self._limits.bytes
        if self._changes_nothing and type(value) is dict:  # the usual case; every event pays for each line here
            try:
                if is_plain(value, self._limits):
                    text = self._encode(value)
                    if len(text) <= room or len(text) <= _LEAST_ROOM:
                        return text, ()
            except Exception as error:  # not plain JSON after all, such as half of a surrogate pair
                if is_interrupt(error):
                    raise
            return self._slowly(name, value, self._limits._replace(bytes=max(room, _LEAST_ROOM)))
        return self._checked_field(name, value, max(room, _LEAST_ROOM))

    def _checked_field(self, name: str, value: Any, room: int) -> Encoded:
        if name in self._left_out:
            self._report(name, "not captured", is_masked=value not in (None, {}))
            return b"{}", ()
        try:
            if type(value) is not dict and not _is_mapping(value):
                value = {} if value is None else {"value": value}
            if self._mask is None and type(value) is dict and is_plain(value, self._limits):
                text = self._encode(value)
                if len(text) <= room and (self._takes_all or self._is_harmless(text)):
                    return text, ()
                # A value that is too large is cut first, so that no time is spent on masking the rest.
                if len(text) <= room and self._ready is not None and self._found is None:
                    text, notes = self._masked_plain(name, value, self._ready)
                    if len(text) <= room:
                        return text, notes
        except Exception as error:  # as in field()
            if is_interrupt(error):
                raise
        return self._slowly(name, value, self._limits._replace(bytes=room))

    def fields(self, fields: dict[str, Any]) -> Encoded:
        """Return the JSON of all fields of an event as one object; their values are mappings."""
        try:
            if self._mask is None and self._left_out.isdisjoint(fields) and is_plain(fields, self._limits):
                text = self._encode(fields)
                if len(text) <= self._limits.bytes and (self._takes_all or self._is_harmless(text)):
                    return text, ()
        except Exception as error:  # as in field()
            if is_interrupt(error):
                raise
        parts: list[bytes] = []
        notes: list[str] = []
        room = self._limits.bytes
        for name, value in fields.items():
            text, more = self.field(name, value, room)
            room -= len(text)
            notes += more
            parts.append(b'"%b":%b' % (name.encode(), text))
        return b"{" + b",".join(parts) + b"}", notes

    def item(self, name: str, value: Any, room: int | None = None) -> Encoded:
        """Return the JSON of any value, not only of an object; ``room`` as for a field."""
        text, notes = self.field(name, {"value": value}, room)
        if self._mask is None and self._ready is None and text.startswith(_VALUE):
            return text[len(_VALUE) : -1], notes
        return encode(_within(text)).encode(), notes

    def _slowly(self, name: str, value: Any, limits: EncodingLimits) -> Encoded:
        cut = None if self._ready is None else self._ready.cut
        plain, notes = simplified(name, value, limits, self._clock, cut)
        plain, more = self._masked(name, plain, limits)
        return encode(plain).encode(), [*notes, *more]

    def _masked_plain(self, name: str, value: dict[str, Any], ready: "ReadyMasks") -> Encoded:
        """Return the JSON of a plain object after the ready-made masks, which return a copy."""
        time = ready.time_limit(self._clock, self._limits.seconds)
        return self._encode(ready.masked(value, name, None, time)), time.notes

    def _masked(self, name: str, plain: Any, limits: EncodingLimits) -> tuple[Any, list[str]]:
        """Return plain JSON after the ready-made masks and the user's function."""
        notes: list[str] = []
        if self._ready is not None:
            time = self._ready.time_limit(self._clock, limits.seconds)
            plain = self._ready.masked(plain, name, self._found, time)
            notes = time.notes
        if self._found is not None:
            self._report_secrets(plain, name)
        if self._mask is None:
            return plain, notes
        masked, more = _user_masked(self._mask, name, plain, limits, self._clock)
        if not isinstance(plain, dict):
            plain = {"value": plain}
        self._report(name, "mask function", is_masked=masked != plain)
        return masked, [*notes, *more]

    def _is_harmless(self, data: bytes) -> bool:
        return self._found is None and (self._ready is None or self._ready.pass_json(data.decode(), data))

    def _report(self, path: str, rule: str, *, is_masked: bool) -> None:
        if is_masked and self._found is not None:
            self._found.append(MaskedPlace(path, rule))

    def _report_secrets(self, value: Any, path: str) -> None:
        for key, item in value.items() if isinstance(value, dict) else ():
            self._report(f"{path}.{key}", "secret", is_masked=item == MASKED)
            self._report_secrets(item, f"{path}.{key}")
        for number, item in enumerate(value) if isinstance(value, list) else ():
            self._report(f"{path}[{number}]", "secret", is_masked=item == MASKED)
            self._report_secrets(item, f"{path}[{number}]")

    def text(self, name: str, value: Any, limit: int = 10_000) -> tuple[str | None, list[str]]:
        """Return a short value, such as a name or an error, as a string, and notes on changes. None stays None."""
        if value is None:
            return None, []
        if type(value) is str and len(value) <= limit and value.isascii() and self._masks_nothing:
            return value, []
        text, notes = self.field(name, {"value": value}, limit)
        return _as_text(_within(text)), list(notes)

    def unmasked(self, name: str, value: Any, limit: int = 10_000) -> tuple[str | None, list[str]]:
        """Return the same without the user's mask: for an id, because only a UUID of it is sent."""
        own = self if self._masks_nothing else Encoder(self._limits, None, self._clock)
        return own.text(name, value, limit)

    def takes_label(self, text: str) -> bool:
        """Return True if ``label`` would return this string unchanged."""
        if self._takes_all or len(text) > _LONGEST_LABEL:
            return len(text) <= _LONGEST_LABEL
        return self._mask is None and self._found is None and self._ready is not None and self._ready.pass_label(text)

    def label(self, name: str, value: Any) -> tuple[str | None, list[str]]:
        """Return a name, or an id for display, as a string. The user's mask gets a string, not an object."""
        text, notes = self.unmasked(name, value)
        if text is None or self._masks_nothing:
            return text, notes
        masked, more = self._masked(name, text, self._limits)
        if isinstance(masked, str):
            return masked, [*notes, *more]
        return _as_text(_unwrapped(masked)), [*notes, *more]


def _within(text: bytes) -> Any:
    """Parse the JSON. Return the value under ``value`` if the object has only this key, otherwise the object."""
    return _unwrapped(json.loads(text))


def _unwrapped(found: dict[str, Any]) -> Any:
    return found["value"] if found.keys() == {"value"} else found


def _as_text(plain: Any) -> str:
    return plain if isinstance(plain, str) else encode(plain)


def is_plain(value: Any, limits: EncodingLimits) -> bool:  # noqa: C901 - every event pays for each function call here
    """Return True if the value has only JSON types, has no secret, and is within the limits.

    The search goes level by level, so a cycle ends at the depth limit and a wide value at the node limit.
    """
    depth, nodes, length, _ = limits
    level = [value]
    while level and depth:
        depth -= 1
        below: list[Any] = []
        for container in level:
            nodes -= len(container)
            if nodes < 0:
                return False
            for key, item in container.items() if type(container) is dict else zip(_ITEMS, container):  # noqa: B905
                if key not in harmless and not _is_harmless(key, container):
                    return False
                kind = type(item)
                if kind is str:
                    length -= len(item)
                elif kind is dict:
                    below.append(item)
                elif kind is int:
                    pass
                elif kind is float:
                    if item - item != 0.0:  # infinite or NaN
                        return False
                elif kind is list or kind is tuple:
                    below.append(item)
                elif kind is not bool and item is not None:
                    return False
        if length < 0:
            return False
        level = below
    return not level


def _is_harmless(key: Any, mapping: dict[Any, Any]) -> bool:
    """Return True for a string that does not name a secret. It is remembered.

    Return False if there are very many keys, which would take too long here; the simplifier has a time limit.
    """
    return len(mapping) <= _MOST_NAMES and type(key) is str and len(key) <= LONGEST_NAME and not is_sensitive(key)


def _is_mapping(value: Any) -> bool:
    from .json_forms import json_form

    try:
        return json_form(value, 0)[0] == "pairs"
    except Exception as error:  # the simplifier replaces it by a mark
        if is_interrupt(error):
            raise
        return False


def _user_masked(
    mask: Mask, name: str, plain: Any, limits: EncodingLimits, clock: Callable[[], float]
) -> tuple[Any, list[str]]:
    try:
        masked = mask(name, plain)
    except Exception as error:  # a failing mask must neither leak the field nor lose the event
        if is_interrupt(error):
            raise
        return {"value": FAILED}, [f"{name}: the mask function failed"]
    return simplified(name, masked, limits, clock)
