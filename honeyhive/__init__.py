"""The HoneyHive SDK: log the sessions and events of LLM applications.

>>> from honeyhive import HoneyHive
>>> with HoneyHive(api_key="hh_...") as hh:  # doctest: +SKIP
...     session = hh.sessions.create(session_name="support-chat")
"""

from typing import TYPE_CHECKING, Any

from ._client import HoneyHive
from ._core.api_response import APIResponse
from ._core.errors import (
    APIConnectionError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    ConfigurationError,
    HoneyHiveError,
    InvalidRequestError,
    NotFoundError,
    RateLimitError,
    ServerError,
)
from ._version import __version__

if TYPE_CHECKING:
    from ._client.async_client import AsyncHoneyHive
    from ._client.loading import load
    from .experiments import evaluate

__all__ = [
    "APIConnectionError",
    "APIResponse",
    "APIResponseError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncHoneyHive",
    "AuthenticationError",
    "ConfigurationError",
    "HoneyHive",
    "HoneyHiveError",
    "InvalidRequestError",
    "NotFoundError",
    "RateLimitError",
    "ServerError",
    "__version__",
    "evaluate",
    "load",
]


def __getattr__(name: str) -> Any:
    """Import the async client and experiments when they are first used."""
    if name == "AsyncHoneyHive":
        from ._client.async_client import AsyncHoneyHive

        return AsyncHoneyHive
    if name == "load":
        from ._client.loading import load

        return load
    if name == "evaluate":
        from .experiments import evaluate

        return evaluate
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
