"""OpenInference instrumentors, by the name of the library that they trace."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from .._core.errors import ConfigurationError

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import ReadableSpan, TracerProvider

Library: TypeAlias = Literal["openai", "anthropic", "langchain", "litellm"]
_CLASSES: Final[dict[str, str]] = {
    "openai": "OpenAIInstrumentor",
    "anthropic": "AnthropicInstrumentor",
    "langchain": "LangChainInstrumentor",
    "litellm": "LiteLLMInstrumentor",
}

# Libraries that trace themselves, by default without messages: the tracer's name, and the library's.
_OWN_TRACERS: Final = {"com.anthropic.sdk.python": "anthropic"}


def repeats_instrumentor(span: "ReadableSpan") -> bool:
    """Return True for a library's own span of a model call, if an active instrumentor records the call in detail."""
    scope = span.instrumentation_scope
    library = None if scope is None else _OWN_TRACERS.get(scope.name)
    if library is None or (span.attributes or {}).get("gen_ai.operation.name") != "chat":
        return False
    module = sys.modules.get(_module_of(library))
    return module is not None and getattr(module, _CLASSES[library])().is_instrumented_by_opentelemetry is True


def _module_of(library: str) -> str:
    return f"openinference.instrumentation.{library}"


def check_libraries(names: tuple[Any, ...]) -> None:
    """Raise ConfigurationError for a library that ``instrument`` does not support."""
    unknown = next((name for name in names if name not in _CLASSES), None)
    if unknown is not None:
        known = ", ".join(_CLASSES)
        raise ConfigurationError(
            f"instrument() supports {known}, not {unknown!r}; call another instrumentor yourself with tracer_provider="
        )


def instrument_library(name: str, provider: "TracerProvider") -> None:
    """Trace every call of a library. Nothing changes if the library is traced already.

    Raises ImportError if the instrumentor is missing, and ConfigurationError if it does not support the installed
    version of the library.
    """
    module = _module_of(name)
    try:
        instrumentor: Any = getattr(import_module(module), _CLASSES[name])()
    except ModuleNotFoundError as error:
        raise ImportError(f"{module} is missing: pip install 'honeyhive-sdk[{name}]'") from error
    if instrumentor.is_instrumented_by_opentelemetry:
        return
    instrumentor.instrument(tracer_provider=provider)
    if not instrumentor.is_instrumented_by_opentelemetry:
        conflict = instrumentor._check_dependency_conflicts()
        raise ConfigurationError(f"{module} cannot trace {name}: {conflict or 'the library is missing or too old'}")
