"""Tracing with this SDK, langfuse, langsmith and the OpenTelemetry SDK: each installed library logs the same steps."""

import json
import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from importlib.util import find_spec
from multiprocessing.connection import Connection
from statistics import median
from typing import Any, Final, NamedTuple
from uuid import uuid4

from .ratio import timed
from .steps import INPUTS, METADATA, OUTPUTS

STEPS: Final = 400
FEW: Final = 50
"""Number of steps for the cost. With so few steps, no library sends before the flush; only the calling thread works."""
ROUNDS: Final = 9
_CONFIRMED: Final = b'{"success":true}'


class Library(NamedTuple):
    """One library: functions that log a step and flush."""

    step: Callable[[], None]
    flush: Callable[[], object]


class Measured(NamedTuple):
    """Medians of the results over all rounds."""

    cost: float
    """Cost of one step on the calling thread, as a multiple of json.dumps of the same values."""
    rate: float
    """Number of steps that are logged and flushed per second."""


def lines() -> list[str]:
    """Return a line for each library, this SDK first. For a library that is not installed, the line says so."""
    found = []
    with _accepting_server() as url:
        for name, (needs, opened) in LIBRARIES.items():
            if not all(map(_is_installed, needs)):
                found.append(f"      {name}: not installed")
                continue
            with opened(url) as library:
                measured = _measured(library)
            found.append(
                f"      {name} {_version(name)}: a step costs its caller {measured.cost:.1f} x json.dumps, "
                f"{measured.rate:,.0f} steps a second are logged and flushed"
            )
    return found


def _measured(library: Library) -> Measured:
    costs, rates = [], []
    for number in range(ROUNDS + 1):
        base = timed(lambda: [json.dumps([INPUTS, OUTPUTS, METADATA]) for _ in range(FEW)])
        logging = timed(lambda: [library.step() for _ in range(FEW)])
        library.flush()
        both = timed(lambda: ([library.step() for _ in range(STEPS)], library.flush()))
        if number:  # the first step triggers late imports
            costs.append(logging / base)
            rates.append(STEPS / both)
    return Measured(median(costs), median(rates))


@contextmanager
def _ours(url: str) -> Iterator[Library]:
    from honeyhive import HoneyHive

    with HoneyHive(api_key="hh_benchmark", base_url=url) as hh, hh.session("benchmark"):

        def step() -> None:
            with hh.event("retrieve", type="tool", inputs=INPUTS) as event:
                event.outputs = OUTPUTS
                event.metadata = METADATA

        def flush() -> None:
            if not hh.flush(60):
                raise RuntimeError(f"not delivered: {hh.stats()}")

        yield Library(step, flush)


@contextmanager
def _langfuse(url: str) -> Iterator[Library]:
    from langfuse import Langfuse  # type: ignore[import-not-found,unused-ignore]

    client = Langfuse(public_key=f"pk-lf-{uuid4()}", secret_key="sk-lf-benchmark", base_url=url)

    def step() -> None:
        with client.start_as_current_observation(name="retrieve", as_type="tool", input=INPUTS) as span:
            span.update(output=OUTPUTS, metadata=METADATA)

    with client.start_as_current_observation(name="benchmark"):
        yield Library(step, client.flush)
    client.shutdown()


@contextmanager
def _langsmith(url: str) -> Iterator[Library]:
    from langsmith import Client, trace, tracing_context

    # The service's description is passed here, because the client would otherwise request it from the service.
    info = {"instance_flags": {"zstd_compression_enabled": True}}
    client = Client(api_url=url, api_key="ls-benchmark", info=info)

    def step() -> None:
        with trace("retrieve", run_type="tool", inputs=INPUTS, metadata=METADATA) as run:
            run.end(outputs=OUTPUTS)

    with tracing_context(enabled=True, client=client), trace("benchmark"):
        yield Library(step, client.flush)
    client.flush()
    client.cleanup()


@contextmanager
def _opentelemetry(url: str) -> Iterator[Library]:
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    provider = TracerProvider()
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=f"{url}/v1/traces")))
    tracer = provider.get_tracer("benchmark")

    def step() -> None:
        with tracer.start_as_current_span("retrieve") as span:
            span.set_attribute("inputs", json.dumps(INPUTS))
            span.set_attribute("outputs", json.dumps(OUTPUTS))
            span.set_attribute("metadata", json.dumps(METADATA))

    with tracer.start_as_current_span("benchmark"):
        yield Library(step, provider.force_flush)
    provider.shutdown()


LIBRARIES: Final[dict[str, tuple[tuple[str, ...], Callable[[str], Any]]]] = {
    "honeyhive-sdk": ((), _ours),
    "langfuse": (("langfuse",), _langfuse),
    "langsmith": (("langsmith",), _langsmith),
    "opentelemetry-sdk": (("opentelemetry.sdk", "opentelemetry.exporter.otlp.proto.http"), _opentelemetry),
}


def _is_installed(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def _version(name: str) -> str:
    try:
        return version(name)
    except ModuleNotFoundError:
        return ""


@contextmanager
def _accepting_server() -> Iterator[str]:
    """Yield the URL of a server process that reads every request and responds with 200."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs,), daemon=True)
    with ExitStack() as stack:
        process.start()
        stack.callback(process.join)
        stack.callback(process.terminate)
        yield f"http://127.0.0.1:{ours.recv()}"


def _serve(pipe: Connection) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Accepting)
    pipe.send(server.server_address[1])
    server.serve_forever()


class _Accepting(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def _accept(self) -> None:
        if self.headers.get("transfer-encoding") == "chunked":
            while length := int(self.rfile.readline().partition(b";")[0], 16):
                self.rfile.read(length + 2)
            self.rfile.readline()
        else:
            self.rfile.read(int(self.headers.get("content-length", 0)))
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(_CONFIRMED)))
        self.end_headers()
        self.wfile.write(_CONFIRMED)

    do_GET = do_POST = do_PUT = do_PATCH = _accept  # noqa: N815 - the names in the standard library

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the standard library
        """Write no access log."""
