"""The HoneyHive SDK: log the sessions and events of LLM applications.

>>> from honeyhive import HoneyHive
>>> with HoneyHive(api_key="hh_...") as hh:  # doctest: +SKIP
...     session = hh.sessions.create(session_name="support-chat")
"""

from .clients import AsyncHoneyHive, HoneyHive
from .errors import (
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
from .version import __version__

__all__ = [
    "APIConnectionError",
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
]
