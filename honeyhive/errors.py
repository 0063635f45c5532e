"""The errors of the SDK, as a tree.

HoneyHiveError                    the base of all
├── ConfigurationError            wrong settings: no key, the wrong kind of key, a bad URL
├── InvalidRequestError           a wrong argument; nothing was sent (also a ValueError)
├── APIConnectionError            no response: refused, reset, unknown host, TLS
│   └── APITimeoutError           no response in time
├── APIStatusError                the API returned an error status code
│   ├── AuthenticationError       401, 403
│   ├── NotFoundError             404, which a wrong or expired key gets too
│   ├── RateLimitError            429
│   └── ServerError               500 and above
└── APIResponseError              a response that does not come from this API: HTML with status 200, cut JSON

The errors ConfigurationError and InvalidRequestError also have ``argument``, ``problem`` and ``hint``: the argument at
fault, the problem, and advice.
"""

from ._core.errors import (
    RETRYABLE_STATUSES,
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
    UnknownKeyWarning,
)

__all__ = [
    "RETRYABLE_STATUSES",
    "APIConnectionError",
    "APIResponseError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "ConfigurationError",
    "HoneyHiveError",
    "InvalidRequestError",
    "NotFoundError",
    "RateLimitError",
    "ServerError",
    "UnknownKeyWarning",
]
