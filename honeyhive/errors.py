"""Every error that the SDK raises, by who is at fault and when.

HoneyHiveError                    the base of all
├── ConfigurationError            the client cannot work as it is set up: no key, the wrong kind of key, a bad URL
├── InvalidRequestError           the arguments of a call are wrong; nothing was sent (also a ValueError)
├── APIConnectionError            no answer came: refused, reset, no such host, TLS
│   └── APITimeoutError           no answer came in time
├── APIStatusError                the API answered with an error
│   ├── AuthenticationError       401, 403
│   ├── NotFoundError             404; a bad or expired key is answered like this, too
│   ├── RateLimitError            429
│   └── ServerError               500 and above
└── APIResponseError              the answer is not one of this API: HTML under a 200, unreadable JSON
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
