"""Choice of uvicorn's HTTP implementation: httptools if it is installed, with our handling of h2c and limits."""

from importlib.util import find_spec
from typing import Any


def http() -> Any:
    """Return the value for `uvicorn.Config(http=...)`."""
    if find_spec("httptools") is None:  # for example on Windows; uvicorn's other parser handles upgrades
        return "auto"
    from .http1_protocol import HeadLimitingProtocol

    return HeadLimitingProtocol
