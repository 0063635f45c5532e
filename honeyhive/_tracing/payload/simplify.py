"""Simplify any Python value to plain JSON, within limits, with secrets masked and losses marked."""

import base64
import math
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeAlias

from ..interrupts import is_interrupt
from ..limits import EncodingLimits
from .json_forms import json_form
from .masking import MASKED, is_sensitive, mask_text
from .plain_json import encode

MARK: Final = "[honeyhive: {}]"
_LONGEST_REPR: Final = 500
_LONGEST_KEY: Final = 200
_MUCH_LONGER: Final = 10
MOST_NOTES: Final = 20
_HUGE: Final = 10**4000
"""Larger integers are not sent: Python refuses to convert integers of more than 4300 digits to strings."""


Cut: TypeAlias = Callable[[str, int], int]
"""Function that takes a string and a limit, and returns the position, at most the limit, at which to cut it."""


class TooLargeError(Exception):
    """The value exceeds the limit of bytes; try again with shorter strings."""


class Simplifier:
    """Simplifies one value. ``notes`` lists each changed place with the change."""

    def __init__(
        self,
        limits: EncodingLimits,
        clock: Callable[[], float],
        deadline: float,
        longest_text: int,
        *,
        is_last: bool,
        cut: Cut | None = None,
    ) -> None:
        """``cut`` returns the position at which to cut a string, at most the limit."""
        self._limits = limits
        self._cut = cut
        self._clock = clock
        self._deadline = deadline
        self._longest_text = longest_text
        self._is_last = is_last
        self._nodes_left = limits.nodes
        self._bytes_left = limits.bytes
        self._above: set[int] = set()
        self.notes: list[str] = []

    def simplify(self, value: Any, path: str, depth: int = 0) -> Any:
        """Return the value as dicts, lists, strings, numbers, booleans and None. Raises only TooLargeError."""
        self._nodes_left -= 1
        self._spend(8)
        if self._nodes_left < 0:
            return self._mark(path, "left out, the event has too many values")
        if self._clock() > self._deadline:
            return self._mark(path, "left out, encoding the event took too long")
        try:
            return self._by_kind(value, path, depth)
        except TooLargeError:
            raise
        except Exception as error:  # any exception of the user's object: the event is sent without the object
            if is_interrupt(error):
                raise
            return self._mark(path, f"a {_type_name(value)} that raised {type(error).__name__}")

    def _by_kind(self, value: Any, path: str, depth: int) -> Any:
        kind = type(value)
        if value is None or kind is bool:
            return value
        if kind is str:
            return self._text(value, path)
        if kind is int:
            return value if -_HUGE < value < _HUGE else self._mark(path, "an integer of over 4000 digits")
        if kind is float:
            return value if math.isfinite(value) else self._mark(path, str(value))
        form, content = json_form(value, self._nodes_left + 1)
        if form == "text":
            return self._text(content, path)
        if form == "bytes":
            return self._bytes(content, path)
        if form == "other":
            return self._repr(value, path)
        return self._container(value, form, content, path, depth)

    def _container(self, value: Any, form: str, content: Any, path: str, depth: int) -> Any:
        if id(value) in self._above:
            return self._mark(path, "a reference to a value around it")
        if form == "value":
            if depth > self._limits.depth:
                return self._mark(path, f"nested deeper than {self._limits.depth}")
            return self.simplify(content, path, depth + 1)
        if depth >= self._limits.depth:
            return self._mark(path, f"nested deeper than {self._limits.depth}")
        self._above.add(id(value))
        try:
            if form == "pairs":
                return self._object(content, path, depth)
            return self._array(content, path, depth)
        finally:
            self._above.discard(id(value))

    def _object(self, pairs: Iterable[tuple[Any, Any]], path: str, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in self._while_room(pairs, path):
            name = self._key(key, path)
            while name in found:
                name += "'"
            self._spend(len(name))
            found[name] = MASKED if is_sensitive(name) else self.simplify(value, f"{path}.{name}", depth + 1)
        return found

    def _array(self, items: Iterable[Any], path: str, depth: int) -> list[Any]:
        return [
            self.simplify(item, f"{path}[{number}]", depth + 1)
            for number, item in enumerate(self._while_room(items, path))
        ]

    def _while_room(self, items: Iterable[Any], path: str) -> Iterator[Any]:
        for item in items:
            if self._nodes_left <= 0 or self._bytes_left <= 0 or self._clock() > self._deadline:
                self._note(path, "the rest is left out")
                return
            yield item

    def _key(self, key: Any, path: str) -> str:
        name = key if type(key) is str else self._key_text(key, path)
        if len(name) > _LONGEST_KEY:
            self._note(path, "a key was cut")
            name = self._shortened(name, _LONGEST_KEY)
        return _clean(name)

    def _key_text(self, key: Any, path: str) -> str:
        try:
            if key is None or type(key) is bool:
                return {None: "null", True: "true", False: "false"}[key]
            if type(key) in (int, float):
                return str(key)
            form, content = json_form(key, 0)
            text = content if form == "text" else repr(key)
            return str.__str__(text)[: _MUCH_LONGER * _LONGEST_KEY]
        except Exception as error:  # any exception of the user's key: the event is sent without the key
            if is_interrupt(error):
                raise
            self._note(path, "a key without a string form")
            return MARK.format(f"a key of the type {_type_name(key)}")

    def _text(self, text: str, path: str) -> str:
        limit = min(self._longest_text, max(self._bytes_left, 0)) if self._is_last else self._longest_text
        length = len(text)
        if length > limit:
            self._note(path, f"cut from {length} characters")
            text = self._shortened(text, limit) + MARK.format(f"cut, {length} characters in all")
        self._spend(len(text))
        cleaned = _clean(text)
        if cleaned != text:
            self._note(path, "halves of surrogate pairs replaced")
        return cleaned

    def _bytes(self, data: bytes, path: str) -> str:
        if len(data) * 4 // 3 > self._longest_text:
            return self._mark(path, f"{len(data)} bytes")
        return self._text("data:application/octet-stream;base64," + base64.b64encode(data).decode(), path)

    def _repr(self, value: Any, path: str) -> str:
        # Search far more text than is sent: a cut before the search could leave half of a secret unrecognized.
        text = self._shortened(mask_text(repr(value)[: _MUCH_LONGER * _LONGEST_REPR]), _LONGEST_REPR)
        self._note(path, f"a {_type_name(value)}, shown by its repr")
        self._spend(len(text))
        return _clean(text)

    def _shortened(self, text: str, limit: int) -> str:
        if len(text) <= limit:
            return text
        return text[: limit if self._cut is None else self._cut(text, limit)]

    def _mark(self, path: str, words: str) -> str:
        self._note(path, words)
        return MARK.format(words)

    def _note(self, path: str, words: str) -> None:
        if len(self.notes) < MOST_NOTES:
            self.notes.append(_clean(f"{path[:_LONGEST_KEY]}: {words}"))
        elif len(self.notes) == MOST_NOTES:
            self.notes.append("and more")

    def _spend(self, count: int) -> None:
        self._bytes_left -= count
        if self._bytes_left < 0 and not self._is_last:
            raise TooLargeError


def _clean(text: str) -> str:
    """Return the string without halves of surrogate pairs, which strict JSON parsers refuse."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _type_name(value: Any) -> str:
    try:
        return f"{type(value).__module__}.{type(value).__qualname__}"[:_LONGEST_KEY]
    except Exception as error:  # a metaclass may raise anything
        if is_interrupt(error):
            raise
        return "object"


def simplified(
    name: str, value: Any, limits: EncodingLimits, clock: Callable[[], float], cut: Cut | None = None
) -> tuple[Any, list[str]]:
    """Return the plain value and notes. Giant strings are cut until the value fits, to leave room for others."""
    longest = limits.bytes * 3 // 4
    ends = clock() + limits.seconds
    while True:
        is_last = longest < 100 or clock() > ends
        walk = Simplifier(limits, clock, ends + is_last * limits.seconds / 4, longest, is_last=is_last, cut=cut)
        try:
            plain = walk.simplify(value, name)
            if not isinstance(plain, dict):
                plain = {"value": plain}
            if is_last or len(encode(plain).encode()) <= limits.bytes:
                return _fitted(plain, walk.notes, limits)
        except TooLargeError:
            pass
        except Exception as error:  # a last resort: the event is sent without this field
            if is_interrupt(error):
                raise
            return {"value": MARK.format(f"could not be encoded ({type(error).__name__})")}, [f"{name}: left out"]
        longest //= 8


def _fitted(plain: dict[str, Any], notes: list[str], limits: EncodingLimits) -> tuple[Any, list[str]]:
    """Return the value, or a mark if escapes and multi-byte characters still make it too large."""
    if len(encode(plain).encode()) <= limits.bytes:
        return plain, notes
    return {"value": MARK.format("left out, too large")}, [*notes, "left out, too large"]
