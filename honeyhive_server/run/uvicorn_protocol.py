"""What uvicorn speaks."""

from importlib.util import find_spec
from typing import Any


def http() -> Any:
    """The HTTP of `uvicorn.Config(http=...)`."""
    if find_spec("httptools") is None:  # as on Windows; the other parser reads on by itself
        return "auto"
    from .h2c import Http

    return Http
