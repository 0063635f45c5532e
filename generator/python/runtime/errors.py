"""Errors that both layers raise; `honeyhive.errors` adds those of the facade."""

from collections.abc import Callable
from typing import Any


class HoneyHiveError(Exception):
    """Base class of every error of the SDK."""

    @property
    def is_retryable(self) -> bool:
        """True if the fault may pass by itself, so that the same call may succeed later."""
        return False

    def __reduce__(self) -> tuple[Callable[..., "HoneyHiveError"], tuple[Any, ...]]:
        return _restore, (type(self), self.args, self.__dict__)


def _restore(kind: type[HoneyHiveError], args: tuple[Any, ...], state: dict[str, Any]) -> HoneyHiveError:
    """Rebuild a pickled error; its constructor may ask for more than ``args``."""
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class ConfigurationError(HoneyHiveError):
    """The client cannot work as it is set up; the message names the argument or the variable."""


class InvalidRequestError(HoneyHiveError, ValueError):
    """The arguments of a call are wrong; the message names the argument, and nothing was sent."""


class UnexpectedStatus(HoneyHiveError):  # noqa: N818 - the name that openapi-python-client gives it
    """The response is not documented; raised by a client with ``raise_on_unexpected_status=True``.

    ``status_code`` is the HTTP status code, ``content`` the body as bytes.
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
    """The status code is documented, but the body is not: an HTML page, JSON of another type, cut JSON."""

    def __str__(self) -> str:
        return f"status code {self.status_code} came with an undocumented body: {self._excerpt()}"


__all__ = ["ConfigurationError", "HoneyHiveError", "InvalidRequestError", "UnexpectedReply", "UnexpectedStatus"]
