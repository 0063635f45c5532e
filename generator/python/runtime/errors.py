"""Errors of both clients; `honeyhive.errors` adds those of the high-level client."""

from collections.abc import Callable
from typing import Any


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


class ConfigurationError(HoneyHiveError):
    """The client is configured wrongly; the message names the argument or environment variable."""


class InvalidRequestError(HoneyHiveError, ValueError):
    """An argument of a call is invalid; the message names it. Nothing was sent."""


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
