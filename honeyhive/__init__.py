"""The HoneyHive SDK: log the sessions and events of LLM applications.

>>> from honeyhive import HoneyHive
>>> with HoneyHive(api_key="hh_...") as hh:  # doctest: +SKIP
...     session = hh.sessions.create(session_name="support-chat")
"""

from importlib import import_module
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
    from ._client.module_tracing import current_event, current_session, flush, trace
    from ._vendor.decorators import aevaluator as aevaluator
    from ._vendor.decorators import atrace as atrace
    from ._vendor.decorators import evaluator as evaluator
    from ._vendor.decorators import trace_class as trace_class
    from ._vendor.honeyhive_tracer import HoneyHiveTracer as HoneyHiveTracer
    from ._vendor.tracer_functions import enrich_session as enrich_session
    from ._vendor.tracer_functions import enrich_span as enrich_span
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
    "current_event",
    "current_session",
    "evaluate",
    "flush",
    "load",
    "trace",
]

_MODULES = {
    "AsyncHoneyHive": "_client.async_client",
    "current_event": "_client.module_tracing",
    "current_session": "_client.module_tracing",
    # Not the module "experiments": if the vendor's package is installed too, its folder of that name would be used.
    "evaluate": "_experiments.evaluation",
    "flush": "_client.module_tracing",
    "load": "_client.loading",
    "trace": "_client.module_tracing",
}


def __getattr__(name: str) -> Any:
    """Load the async client, experiments, tracing and the names of the vendor's package when they are first used."""
    if name not in _MODULES:
        from ._vendor.exported_names import find

        return find(name)
    globals()[name] = found = getattr(import_module(f".{_MODULES[name]}", __name__), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
