"""The names of the vendor's package are loaded at their first use, and each use warns. Unknown names are errors."""

import doctest
import inspect
import os
import subprocess
import sys
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

import honeyhive
from honeyhive import ConfigurationError, HoneyHive
from honeyhive._client import default_client
from honeyhive._vendor import honeyhive_tracer
from honeyhive.errors import InvalidRequestError
from honeyhive_server import LocalServer

ROOT = Path(__file__).parents[2]
OURS = {
    "HoneyHiveTracer",
    "aevaluator",
    "atrace",
    "enrich_session",
    "enrich_span",
    "evaluate",
    "evaluator",
    "flush",
    "trace",
    "trace_class",
}
# Exported names and modules of version 1.7.0.
EXPORTED = {
    *("BaseEvaluator", "DotDict", "HoneyHive", "MissingApiKeyError", "adapters", "api", "cli", "config", "evaluation"),
    *("experiments", "get_logger", "models", "set_default_tracer", "tracer", "utils"),
}
SECRET = "hh_secret_\x7f"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalServer]:
    with LocalServer() as running:
        monkeypatch.setenv("HH_API_URL", running.url)
        monkeypatch.setenv("HH_API_KEY", "hh_test")
        for name in ("HH_PROJECT", "HH_SOURCE", "HH_SERVER_URL", "HH_TEST_MODE", "HH_VERBOSE", "HH_TRACING"):
            monkeypatch.delenv(name, raising=False)
        yield running
        latest = honeyhive_tracer.latest_tracer()
        if latest is not None:
            latest.client.close()
        honeyhive_tracer._latest.clear()
        honeyhive_tracer._open.clear()
        default_client._clients.clear()


@contextmanager
def warned_here() -> Iterator[list[str]]:
    """Collect the messages of deprecation warnings that point to this file. Any other warning fails the test."""
    said: list[str] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield said
    for each in caught:
        assert (each.category, each.filename) == (DeprecationWarning, __file__), str(each.message)
        said.append(str(each.message))


@pytest.fixture
def tracer(server: LocalServer) -> "honeyhive.HoneyHiveTracer":
    with warned_here() as said:
        made = honeyhive.HoneyHiveTracer.init(session_name="s", source="test")
    assert said == ["HoneyHiveTracer is a name of the vendor's package; use HoneyHive() and with hh.session()"]
    return made


def test_importing_the_package_imports_nothing_for_these_names() -> None:
    program = "import sys, honeyhive; print(*[name for name in sys.modules if '_vendor' in name])"
    path = os.pathsep.join([str(ROOT), str(ROOT / "generated")])
    done = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": path}, capture_output=True, check=True
    )

    assert done.stdout.split() == []


def test_every_exported_name_of_the_vendor_works_or_names_ours() -> None:
    for name in OURS:
        assert callable(getattr(honeyhive, name))
    for name in EXPORTED - {"HoneyHive", "experiments"}:
        with pytest.raises(ImportError, match=f"^{name} is a name of the vendor's package, .*; [a-z]+ "):
            getattr(honeyhive, name)
        with pytest.raises(ImportError, match="vendor's package"):
            exec(f"from honeyhive import {name}", {})


def test_honeyhive_experiments_has_the_names_of_the_vendor() -> None:
    from honeyhive import experiments

    assert experiments.evaluator is honeyhive.evaluator
    with pytest.raises(ImportError, match="compare_runs is a name of the vendor's package"):
        exec("from honeyhive.experiments import compare_runs", {})
    with pytest.raises(AttributeError, match=r"module 'honeyhive.experiments' has no attribute 'no_such_name'"):
        experiments.no_such_name  # noqa: B018


def test_every_other_name_is_an_attribute_error() -> None:
    assert not hasattr(honeyhive, "no_such_name")
    assert not hasattr(honeyhive, "__wrapped__")
    with pytest.raises(AttributeError, match="module 'honeyhive' has no attribute 'no_such_name'"):
        _ = honeyhive.no_such_name  # type: ignore[attr-defined]
    with pytest.raises(ImportError, match="cannot import name 'no_such_name'"):
        exec("from honeyhive import no_such_name", {})


def test_tools_that_look_at_a_module_work_on_it() -> None:
    assert doctest.DocTestFinder().find(honeyhive)
    assert inspect.getmembers(honeyhive)
    assert inspect.unwrap(honeyhive) is honeyhive  # type: ignore[arg-type]
    with mock.patch("honeyhive.enrich_span") as patched:
        assert honeyhive.enrich_span is patched
    assert mock.create_autospec(honeyhive)


def test_each_use_warns_on_its_line_and_names_ours(tracer: "honeyhive.HoneyHiveTracer") -> None:
    def use(advice: str, act: object) -> None:
        with warned_here() as said:
            act()  # type: ignore[operator]
        assert len(said) >= 1
        assert any(advice in each for each in said), said

    use("use with hh.event(name)", lambda: tracer.start_span("x"))
    use("current_event().update()", lambda: honeyhive.enrich_span({"a": 1}))
    use("current_event().update()", lambda: tracer.enrich_span({"a": 1}))
    use("current_session().update()", lambda: tracer.enrich_session({"a": 1}))
    use("current_session().update()", lambda: honeyhive.enrich_session(tracer.session_id, {"a": 1}))
    use("use hh.log_event()", lambda: tracer.create_event("x"))
    use("use with hh.event(name, type=...)", lambda: tracer.trace("x", event_type="model"))
    use("use hh.flush(), which takes seconds", lambda: tracer.flush())
    use("use hh.flush(), which takes seconds", lambda: tracer.force_flush())
    use("use hh.flush(), which takes seconds", lambda: honeyhive.flush(tracer))
    use("use trace, which takes coroutine functions too", lambda: honeyhive.atrace(event_type="tool"))
    use("use trace, which takes classes too", lambda: honeyhive.trace_class(type("A", (), {"b": lambda _: 1})))
    use("use hh.trace()", lambda: honeyhive.trace(tracer=tracer))
    use("pass the plain function to evaluate", lambda: honeyhive.evaluator(len))
    use("weight has no effect", lambda: honeyhive.evaluator(weight=2))
    use("pass the plain function to evaluate", lambda: honeyhive.aevaluator(len))
    use("use hh.close()", lambda: tracer.shutdown())


def test_a_missing_method_of_the_tracer_names_ours(tracer: "honeyhive.HoneyHiveTracer") -> None:
    with pytest.raises(AttributeError, match=r"with_session is a name of the vendor's package.*; use with hh.session"):
        tracer.with_session  # noqa: B018
    with pytest.raises(AttributeError, match=r"call honeyhive\.otel\.instrument"):
        tracer.provider  # noqa: B018
    assert not hasattr(tracer, "nothing")


def test_unknown_arguments_are_errors(server: LocalServer) -> None:
    with warned_here(), pytest.raises(TypeError, match="unexpected keyword argument 'sesion_name'"):
        honeyhive.HoneyHiveTracer(sesion_name="x")
    with warned_here(), pytest.raises(TypeError, match="tracer must be a HoneyHiveTracer, not str"):
        honeyhive.trace(tracer="x")  # type: ignore[call-overload]


def test_enrich_span_and_flush_without_a_tracer(server: LocalServer) -> None:
    with warned_here():
        assert honeyhive.enrich_span({"a": 1}) is False
        with pytest.raises(TypeError, match=r"flush\(\): tracer must be a HoneyHiveTracer, not str"):
            honeyhive.flush("x")  # type: ignore[call-overload]
    assert honeyhive.flush()


def test_a_stored_event_can_be_enriched(tracer: "honeyhive.HoneyHiveTracer", server: LocalServer) -> None:
    with warned_here():
        made = tracer.create_event("x", metadata={"a": 1})
        tracer.flush()
        assert tracer.enrich_span(metadata={"b": 2}, update_event_id=made)

    assert server.events()[0]["metadata"] == {"a": 1, "b": 2}


def test_a_session_ends_with_the_process(server: LocalServer) -> None:
    program = "import honeyhive as h; h.HoneyHiveTracer(session_name='ends')"
    path = os.pathsep.join([str(ROOT), str(ROOT / "generated")])
    subprocess.run([sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": path}, check=True)

    (stored,) = server.sessions()
    assert stored["event_name"] == "ends"
    assert stored["duration"] > 0


@pytest.mark.parametrize(
    ("name", "value", "ours"),
    [
        ("HH_SOURCE", "staging", r"Options\(source=...\)"),
        ("HH_PROJECT", "shop", "the key decides the project"),
        ("HH_TEST_MODE", "true", "HH_TRACING=off"),
        ("HH_DISABLE_TRACING", "true", "HH_TRACING=off"),
    ],
)
def test_each_variable_of_the_vendor_warns_and_names_ours(
    server: LocalServer, monkeypatch: pytest.MonkeyPatch, name: str, value: str, ours: str
) -> None:
    monkeypatch.setenv(name, value)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        made = honeyhive.HoneyHiveTracer(session_name="s")
        made.flush()

    (said,) = [each for each in caught if str(each.message).startswith(name)]
    assert ours.replace("\\", "") in str(said.message)
    assert said.filename == __file__
    is_off = name in ("HH_TEST_MODE", "HH_DISABLE_TRACING")
    assert len(server.sessions()) == (0 if is_off else 1)
    assert (made.source, made.project) == (
        "staging" if name == "HH_SOURCE" else "dev",
        "shop" if name == "HH_PROJECT" else None,
    )


def test_the_url_of_the_vendors_variable_is_used(server: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HH_SERVER_URL", server.url)
    monkeypatch.delenv("HH_API_URL")
    with warned_here() as said:
        assert honeyhive.HoneyHiveTracer(session_name="s").flush()

    assert "HH_SERVER_URL is a name of the vendor's package; set HH_API_URL" in said
    assert len(server.sessions()) == 1


def hidden(error: BaseException) -> bool:
    """Return True if no frame of the package has the key in its local variables."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__) if "/honeyhive/" in frame.f_code.co_filename]
    return SECRET not in str(error) and not any(SECRET in repr(frame.f_locals) for frame in frames)


def test_no_key_is_in_an_error(server: LocalServer) -> None:
    for make in (
        lambda key: honeyhive.HoneyHiveTracer(api_key=key),
        lambda key: honeyhive.HoneyHiveTracer.init(api_key=key),
        lambda key: honeyhive.HoneyHiveTracer.init(ingestion_api_key=key),
        lambda key: honeyhive.evaluate(len, dataset=[], hh_api_key=key),
    ):
        with warned_here(), pytest.raises(ConfigurationError) as raised:
            make(SECRET)
        assert hidden(raised.value)
    with warned_here():
        assert "hh_test" not in repr(honeyhive.HoneyHiveTracer(api_key="hh_test", session_name="s"))


def test_evaluate_takes_the_vendors_arguments(server: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    url = server.url
    monkeypatch.delenv("HH_API_URL")
    monkeypatch.delenv("HH_API_KEY")
    rows = [{"inputs": {"a": 1}}, {"inputs": {"a": 2}}]
    with warned_here() as said:
        experiment = honeyhive.evaluate(
            function=lambda inputs: inputs["a"],
            dataset=rows,
            api_key="hh_test",
            server_url=url,
            project="shop",
            max_workers=1,
            verbose=False,
            print_results=False,
        )

    assert len(experiment.rows) == 2
    assert sorted(each.partition(")")[0] for each in said) == [
        "evaluate(api_key=",
        "evaluate(max_workers=",
        "evaluate(print_results=",
        "evaluate(project=",
        "evaluate(server_url=",
        "evaluate(verbose=",
    ]


def test_evaluate_reads_a_stored_dataset_by_the_vendors_argument(server: LocalServer) -> None:
    with HoneyHive() as hh:
        stored = hh.datasets.create(name="d").result.inserted_id
        hh.datapoints.create(inputs={"a": 1}, linked_datasets=[stored])
    with warned_here():
        experiment = honeyhive.evaluate(lambda inputs: inputs["a"], dataset_id=stored, print_results=False)

    assert [row.outputs for row in experiment.rows] == [1]


def test_evaluate_refuses_contradictory_arguments(server: LocalServer) -> None:
    for arguments, words in (
        ({"dataset": [], "dataset_id": "d"}, "dataset_id"),
        ({"dataset": [], "instrumentors": [len]}, "honeyhive.otel.instrument"),
        ({"dataset": [], "api_key": "hh_a", "hh_api_key": "hh_b"}, "pass only one of them"),
        ({"dataset": [], "api_key": "hh_a", "client": object()}, "its own key and URL"),
    ):
        with warned_here(), pytest.raises(InvalidRequestError, match=words):
            honeyhive.evaluate(len, **arguments)  # type: ignore[call-overload]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("value", ["text", [1], 5, ""])
def test_a_value_that_is_not_a_dict_is_kept_in_the_metadata_and_never_raises(server: LocalServer, value: Any) -> None:
    tracer: Any = honeyhive.HoneyHiveTracer(session_name="s")
    functions: Any = honeyhive
    with tracer.trace("by_attributes"):
        functions.enrich_span(value)
    with tracer.trace("by_metadata"):
        functions.enrich_span(metadata=value)
        tracer.enrich_span(metadata=value)
    with tracer.start_span("started", attributes=value) as span:
        span.add_event("event", attributes=value)
        span.set_attributes(value)
        span.set_attributes(None)
    functions.enrich_session(metadata=value)
    tracer.enrich_session(metadata=value, inputs={"a": 1})
    tracer.flush()

    kept = {event["event_name"]: event["metadata"] for event in server.events() if event["event_name"] != "s"}
    assert kept["by_attributes"]["attributes"] == value
    assert kept["by_metadata"]["metadata"] == value
    assert kept["started"]["attributes"] == value
    assert kept["started"]["span_events"][0]["attributes"] == {"attributes": value}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_create_event_never_raises_for_another_value_than_a_dict(server: LocalServer) -> None:
    tracer: Any = honeyhive.HoneyHiveTracer(session_name="s")
    assert tracer.create_event(5)
    assert tracer.flush()
