"""Usage errors in terms of the shell: the flag, the given value, and the correct form."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import click

from .suggestions import flag_suggestion, suggestion

_UNEXPECTED: Final = re.compile(r"Got unexpected extra argument(s?) \((.*)\)")
_NOT_CHOSEN: Final = re.compile(r"'(.*)' is not one of ")
_NOT_A_NUMBER: Final = re.compile(r"(.*) is not (?:a valid|in the range) ")
_NO_FILE: Final = re.compile(r"(?:File|Directory|Path) ('.*'.*)")


def usage_text(error: click.UsageError) -> str:
    """Return the error on one line, with the command that prints the relevant help."""
    where = f"; see '{error.ctx.command_path} --help'" if error.ctx else ""
    return _message(error).rstrip(".") + where


def _message(error: click.UsageError) -> str:
    params = error.ctx.command.params if error.ctx else []
    if isinstance(error, click.NoSuchOption):
        return f"there is no flag {error.option_name}{flag_suggestion(error.option_name, _flags(params))}"
    if isinstance(error, click.BadOptionUsage):
        return f"{error.option_name} {'needs a value' if 'requires' in error.message else 'takes no value'}"
    if isinstance(error, click.MissingParameter):
        return f"missing {_name_of(error)}{_what_to_pass(error.param)}"
    if isinstance(error, click.BadParameter):
        return _of_value(error)
    if found := _UNEXPECTED.fullmatch(error.format_message().rstrip(".")):
        is_quoted = not found[1] and (not found[2] or " " in found[2])
        words = repr(found[2]) if is_quoted else found[2]
        return f"unexpected argument {words}{_advice(found[2], params, is_quoted=is_quoted)}"
    return error.format_message()


def _flags(params: Iterable[click.Parameter]) -> Iterator[str]:
    return (name for one in params for name in (*one.opts, *one.secondary_opts) if name.startswith("-"))


def _of_value(error: click.BadParameter) -> str:
    """Return the error about a wrong value, with the most similar choice if there are choices."""
    choices = error.param.type.choices if error.param and isinstance(error.param.type, click.Choice) else ()
    if choices and (found := _NOT_CHOSEN.match(error.message)):
        names = [str(one) for one in choices]
        same = next((f" (did you mean {name}?)" for name in names if name.lower() == found[1].lower()), "")
        hint = same or suggestion(found[1], names)
        return f"{_name_of(error)}: {found[1]!r} is not one of {', '.join(names)}{hint}"
    if error.param and (words := _number_words(error.param.type)) and (found := _NOT_A_NUMBER.match(error.message)):
        return f"{_name_of(error)} must be {words}, not {found[1]}"
    if isinstance(error.param, click.Argument) and (found := _NO_FILE.fullmatch(error.message)):
        return f"{_name_of(error)}: {found[1]}"
    return f"{_name_of(error)}: {error.message}"


def _number_words(kind: object) -> str:
    """Return the range of a number type in words; empty for another type."""
    if not isinstance(kind, click.types.IntParamType | click.types.FloatParamType):
        return ""
    noun = "a whole number" if isinstance(kind, click.types.IntParamType) else "a number"
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    if least is None:
        return noun
    if most is not None:
        return f"{noun} from {least} to {most}"
    return f"{noun} {'above' if getattr(kind, 'min_open', False) else 'of at least'} {least}"


def _what_to_pass(param: click.Parameter | None) -> str:
    kind = param.type if param else None
    if isinstance(kind, click.Choice):
        return f"; pass one of {', '.join(map(str, kind.choices))}"
    return "; pass - to read stdin" if isinstance(kind, click.Path) and kind.allow_dash else ""


def _advice(words: str, params: Iterable[click.Parameter], *, is_quoted: bool) -> str:
    """Return advice for these unexpected words."""
    if words.startswith(".") and not words.startswith(("./", "../")):
        return "; pass a jq filter with --jq"
    names = [one.human_readable_name.strip("[]") for one in params if isinstance(one, click.Argument)]
    if is_quoted:
        return "" if names else "; pass values with flags"
    if not names:
        return "; pass values with flags, and quote those with spaces"
    return (
        f"; the command takes {f'one {names[0]}' if len(names) == 1 else ' and '.join(names)}, quoted if it has spaces"
    )


def _name_of(error: click.BadParameter) -> str:
    """Return the long name of the flag, or the name of the argument, that has the wrong value."""
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    hint = error.param_hint or (error.param.get_error_hint(error.ctx) if error.param and error.ctx else "value")
    return (hint if isinstance(hint, str) else " ".join(hint)).replace("'", "").strip("[]")
