"""A local HoneyHive server for the operations of openapi.yaml, on a real database.

In a test: `with LocalServer() as server: HoneyHive(api_key="hh_test", base_url=server.url)`.
At a terminal: `honeyhive serve`, or `python -m honeyhive_server`.
"""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .http.app import create_app
    from .run.local_server import LocalServer

__all__ = ["LocalServer", "create_app"]

_HOMES = {"LocalServer": ".run.local_server", "create_app": ".http.app"}
_NEEDED = (
    "alembic",
    "click",
    "jinja2",
    "jsonschema_rs",
    "markupsafe",
    "opentelemetry.proto",
    "orjson",
    "sqlalchemy",
    "starlette",
    "uvicorn",
)


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, because the server's libraries load slowly."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    require_extra()
    return getattr(import_module(_HOMES[name], __name__), name)


def require_extra() -> None:
    """Raise ImportError with the name of the extra if a package is missing, even a package that is imported later."""
    if missing := [name for name in _NEEDED if not _is_installed(name)]:
        words = f"the local server needs {', '.join(missing)}; run pip install 'honeyhive-sdk[server]'"
        raise ImportError(words, name=missing[0])


def _is_installed(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:  # the module's parent package is missing
        return False
