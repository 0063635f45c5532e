# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Errors of both clients; `honeyhive.errors` adds the errors of the high-level client."""

import re
from collections.abc import Callable
from typing import Any, Final, Self

_REFERENCE: Final = r"\{(\w+)(=\w+)?\}"


class HoneyHiveError(Exception):
    """Base class of every error of the SDK."""

    @property
    def is_retryable(self) -> bool:
        """Return True if the problem may be temporary, so that the same call can succeed later."""
        return False

    def __reduce__(self) -> tuple[Callable[..., "HoneyHiveError"], tuple[Any, ...]]:
        return _restore, (type(self), self.args, self.__dict__)


def _restore(kind: type[HoneyHiveError], args: tuple[Any, ...], state: dict[str, Any]) -> HoneyHiveError:
    """Rebuild a pickled error without its constructor, which may need more than ``args``."""
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class _ExplainedError(HoneyHiveError):
    """An error in three parts, from which the command line makes its own message.

    ``argument`` is the argument or environment variable at fault, with the place in it (``events[0].start_time``). It
    is None if no single argument is at fault. ``problem`` describes the fault; ``hint`` is advice, or None.
    """

    def __init__(
        self,
        problem: str,
        *,
        argument: str | None = None,
        hint: str | None = None,
        separator: str = " ",
    ) -> None:
        """In ``hint``, other arguments are in braces: ``"pass {api_key} or set HH_API_KEY"``.

        ``separator`` is put between the argument and the problem; use ": " before a complete sentence.
        """
        super().__init__(problem)
        self.problem = problem
        self.argument = argument
        self._hint = hint
        self._separator = separator
        self._call = ""

    @property
    def hint(self) -> str | None:
        """Advice in terms of Python; None if there is none."""
        return (
            None if self._hint is None else re.sub(_REFERENCE, lambda found: found[1] + (found[2] or "="), self._hint)
        )

    def worded(self, flag: Callable[[str], str]) -> str:
        """Return the message with each argument renamed by ``flag``, for programs such as the command line."""
        return self._message(
            flag, None if self._hint is None else re.sub(_REFERENCE, lambda found: flag(found[1]), self._hint)
        )

    def in_call(self, call: str) -> Self:
        """Return a copy whose message begins with the call, for tracebacks that do not show its line."""
        if self.problem.startswith(call.removesuffix("()")):
            return self
        copy = type(self)(self.problem)
        copy.__dict__.update(self.__dict__, _call=f"{call}: ")
        return copy

    def __str__(self) -> str:
        return self._call + self._message(str, self.hint)

    def _message(self, name: Callable[[str], str], hint: str | None) -> str:
        subject = "" if self.argument is None else name(self.argument) + self._separator
        return f"{subject}{self.problem}{f'; {hint}' if hint else ''}"


class ConfigurationError(_ExplainedError):
    """The client is configured wrongly; has ``argument``, ``problem`` and ``hint``."""


class InvalidRequestError(_ExplainedError, ValueError):
    """An argument of a call is invalid, and nothing was sent; has ``argument``, ``problem`` and ``hint``."""


class UnexpectedStatus(HoneyHiveError):  # noqa: N818 - the name that openapi-python-client gives it
    """The status code is undocumented. Only raised with ``raise_on_unexpected_status=True``.

    ``status_code`` is the HTTP status code, and ``content`` the body as bytes.
    """

    def __init__(self, status_code: int, content: bytes) -> None:
        super().__init__(status_code, content)
        self.status_code = status_code
        self.content = content

    def __str__(self) -> str:
        return f"unexpected status code {self.status_code}, with the body: {self._excerpt()}"

    def _excerpt(self) -> str:
        text = self.content[:2000].decode(errors="replace")
        return f"{text}..." if len(self.content) > 2000 else text


class UnexpectedReply(UnexpectedStatus):
    """The status code is documented but the body is not: an HTML page, other JSON, or truncated JSON."""

    def __str__(self) -> str:
        return f"status code {self.status_code} came with an undocumented body: {self._excerpt()}"


__all__ = ["ConfigurationError", "HoneyHiveError", "InvalidRequestError", "UnexpectedReply", "UnexpectedStatus"]
