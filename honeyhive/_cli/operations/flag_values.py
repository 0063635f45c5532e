"""Values of flags: numbers, and JSON given as a string, as @FILE or as - for stdin."""

import json
import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    _NumberType = click.ParamType[int | float | str]
    _JsonType = click.ParamType[Any]
else:  # at run time, click before 8.4 has no type arguments
    _NumberType = _JsonType = click.ParamType

_STDIN_TAKEN = "honeyhive._cli.stdin"


class Number(_NumberType):
    """A JSON number. With ``or_text``, other strings are accepted too; the library reads them as ISO 8601 times.

    ``whole`` allows integers only.
    """

    name = "number"

    def __init__(self, *, or_text: bool = False, whole: bool = False) -> None:
        self._or_text = or_text
        self._whole = whole

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> int | float | str:
        """Return an int or a float. With ``or_text``, return any other string unchanged for the client to check.

        An equals sign after a short flag, as in -L=5, is removed.
        """
        value = value.removeprefix("=")
        try:
            number: Any = json.loads(value, parse_constant=_refuse)
        except ValueError:
            number = None
        if self._whole and (type(number) is not int and not (type(number) is float and number.is_integer())):
            self.fail(f"{value!r} is not an integer", param, ctx)
        if isinstance(number, int | float) and not isinstance(number, bool):
            return number
        if not self._or_text:
            self.fail(f"{value!r} is not a number", param, ctx)
        return value


class ShortRange(click.IntRange):
    """A whole number in a range. The short flag may have an equals sign before the number, as in -n=5."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number."""
        if isinstance(value, str):
            value = value.removeprefix("=")
        return super().convert(value, param, ctx)


class Json(_JsonType):
    """A JSON value, given as a string, as @FILE to read a file, or as - to read stdin."""

    name = "json"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the decoded value."""
        is_file = value.startswith("@")
        try:
            return decode(read_text(value[1:]) if is_file else read_stdin(ctx) if value == "-" else value)
        except (OSError, ValueError) as error:
            where = f"{value}: " if is_file else "stdin: " if value == "-" else ""
            self.fail(where + fault(error), param, ctx)


def decode(text: str) -> Any:
    """Decode JSON. Raises ValueError with the place of a mistake, or with the name of a repeated key in an object."""
    try:
        return json.loads(text, parse_constant=_refuse, object_pairs_hook=distinct_keys)
    except json.JSONDecodeError as error:
        near = text[error.pos : error.pos + 20].split("\n")[0]
        at = f"line {error.lineno} column {error.colno}"
        reason = error.msg[:1].lower() + error.msg[1:]
        raise ValueError(f"invalid JSON: {reason} at {at}{f', near {near!r}' if near else ''}") from None
    except RecursionError:
        raise ValueError("invalid JSON: nested too deeply") from None


def read_text(path: str) -> str:
    """Read a file in UTF-8. Raises OSError, or ValueError if it is not UTF-8."""
    from pathlib import Path

    if not path:
        raise ValueError("write a file name after the @, such as @inputs.json")
    return Path(path).expanduser().read_text(encoding="utf-8-sig")


def read_stdin(ctx: click.Context | None) -> str:
    """Read stdin. Only one flag can use it: raises ValueError for a second flag."""
    if ctx is not None and ctx.meta.setdefault(_STDIN_TAKEN, False):
        raise ValueError("another flag already reads stdin")
    if ctx is not None:
        ctx.meta[_STDIN_TAKEN] = True
    return sys.stdin.buffer.read().decode("utf-8-sig")


def fault(error: OSError | ValueError) -> str:
    """Return the reason why a file or stdin could not be read or decoded, without error numbers."""
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 at byte {error.start}"
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


def _refuse(constant: str) -> None:
    raise ValueError(f"invalid JSON: {constant} is not a JSON number")


def distinct_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object of these pairs. Raises ValueError for a repeated key: its first value would be lost."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        repeated = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"invalid JSON: the key {repeated!r} is repeated in an object")
    return found
