"""Names that the vendor's package exports: the object for each name, or an error that names the replacement."""

from importlib import import_module
from typing import Any, Final

_MODULES: Final = {
    "HoneyHiveTracer": "honeyhive_tracer",
    "aevaluator": "decorators",
    "atrace": "decorators",
    "enrich_session": "tracer_functions",
    "enrich_span": "tracer_functions",
    "evaluator": "decorators",
    "trace_class": "decorators",
}
_INSTEAD: Final = {
    "BaseEvaluator": "write a function, and pass it to evaluate(evaluators=[...])",
    "DotDict": "use a dict; replies of the API have attributes",
    "EvalResult": "return a number, or honeyhive.experiments.Score",
    "EvalSettings": "pass arguments to evaluate()",
    "EvaluatorSettings": "pass arguments to evaluate()",
    "EventType": 'pass the string "model", "tool" or "chain"',
    "MissingApiKeyError": "use honeyhive.ConfigurationError",
    "adapters": "use honeyhive.otel for OpenTelemetry spans",
    "api": "use the namespaces of honeyhive.HoneyHive",
    "clear_registry": "call methods of the client, such as hh.session()",
    "cli": "run the command honeyhive",
    "compare_runs": "use honeyhive.evaluate(compare_with=...) or hh.experiments.compare()",
    "config": "pass arguments to HoneyHive(), or set environment variables",
    "evaluation": "use honeyhive.evaluate and honeyhive.experiments",
    "get_default_tracer": "use honeyhive.current_session()",
    "get_logger": 'use logging.getLogger("honeyhive")',
    "get_run_metrics": "use hh.experiments.get_result()",
    "get_run_result": "use hh.experiments.get_result()",
    "models": "use honeyhive.types; arguments take a dict",
    "sdk": "use honeyhive.HoneyHive",
    "run_experiment": "use honeyhive.evaluate",
    "set_default_tracer": "pass tracer= to the decorator, or use with hh.session()",
    "tracer": "use honeyhive.tracing, or HoneyHiveTracer from honeyhive",
    "utils": "use the client, honeyhive.HoneyHive",
}


def find(name: str, module_name: str = "honeyhive") -> Any:
    """Return the object of this name in a public module.

    Raises ImportError for a name that only the vendor's package has, and AttributeError for any other.
    """
    module = _MODULES.get(name)
    if module is not None:
        return getattr(import_module(f".{module}", __package__), name)
    if name in _INSTEAD:
        words = f"{name} is a name of the vendor's package, which honeyhive-sdk does not have; {_INSTEAD[name]}"
        raise ImportError(words + _about_both(), name=module_name)
    raise AttributeError(f"module {module_name!r} has no attribute {name!r}")


def _about_both() -> str:
    from .side_by_side import REPAIR, vendor_version

    found = vendor_version()
    if found is None:
        return ""
    return f". The vendor's package {found} is installed too, and shares files with it: to keep only ours, run {REPAIR}"
