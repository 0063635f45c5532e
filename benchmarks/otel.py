"""Spans stored by a failing server: this SDK's exporter compared with the OTLP/HTTP exporter.

Each exporter has its own server and its own batch of spans. Both run at the same time with the same fault.
"""

import json
import logging
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic, perf_counter
from typing import NamedTuple

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from honeyhive import HoneyHive
from honeyhive._tracing.limits import DeliveryLimits, QueueLimits
from honeyhive.otel import HoneyHiveSpanProcessor
from honeyhive.tracing import Options

from .ratio import Ratio, timed

OUTAGE = 12.0
SPANS = 300
LARGEST = 64_000
TEXT = "When will my parcel be delivered? " * 30
RESET = -1


class Asked(NamedTuple):
    """A request: its number from 0, its bytes, and its arrival in seconds since the start of the server."""

    number: int
    size: int
    after: float


class Fault(NamedTuple):
    """One kind of server fault."""

    name: str
    spread: float
    """Seconds during which spans are created."""
    status: Callable[[Asked], int]
    """Function that returns the status code for a request; RESET closes the connection instead."""


def faults(outage: float = OUTAGE) -> tuple[Fault, ...]:
    """Return the faults to try. ``outage`` is the length of an outage in seconds."""
    return (
        Fault("no fault", 0, lambda _: 200),
        Fault("one 503", 0, lambda asked: 503 if asked.number == 0 else 200),
        Fault("two resets", 0, lambda asked: RESET if asked.number < 2 else 200),
        Fault(f"413 above {LARGEST // 1000} kB", 0, lambda asked: 413 if asked.size > LARGEST else 200),
        Fault(f"503 for {outage:g} s", outage, lambda asked: 503 if asked.after < outage else 200),
        Fault(f"503 for {outage:g} s, spans at once", 0, lambda asked: 503 if asked.after < outage else 200),
        Fault(f"resets for {outage:g} s", outage, lambda asked: RESET if asked.after < outage else 200),
    )


class FailingServer(ThreadingHTTPServer):
    """Server that stores the names of spans and events, except from requests that its fault hits."""

    daemon_threads = True

    def __init__(self, fault: Fault) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.fault = fault
        self.begun = monotonic()
        self.numbers = iter(range(1 << 62))
        self.stored: set[str] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent: resets are part of the benchmark."""


class _Handler(BaseHTTPRequestHandler):
    server: FailingServer
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        server = self.server
        status = server.fault.status(Asked(next(server.numbers), len(body), monotonic() - server.begun))
        if status == RESET:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            self.close_connection = True
            return
        if status == 200:
            server.stored.update(_names(self.path, body))
        answer = b"" if self.path.endswith("/traces") else b'{"success":true}'
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_PUT = do_POST  # noqa: N815 - the name that the base class looks for

    def log_message(self, *_: object) -> None:
        return


def _names(path: str, body: bytes) -> Iterator[str]:
    if path.endswith("/traces"):
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            for scope in resource.scope_spans:
                yield from (span.name for span in scope.spans)
    elif path.endswith("/batch"):
        yield from (event["event_name"] for event in json.loads(body)["events"])


@contextmanager
def _failing(fault: Fault) -> Iterator[FailingServer]:
    server = FailingServer(fault)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def stored_by_ours(fault: Fault, spans: int = SPANS) -> int:
    """Return the number of spans, out of ``spans``, that the server stores from this SDK's exporter."""
    with _failing(fault) as server, HoneyHive(api_key="hh_benchmark", base_url=server.url) as hh:
        _make(HoneyHiveSpanProcessor(hh), fault.spread, spans)
        hh.flush(60)
        return len(server.stored)


def stored_by_otlp(fault: Fault, spans: int = SPANS) -> int:
    """Return the number of spans, out of ``spans``, that the server stores from the OTLP/HTTP exporter.

    The exporter has its default timeout of 10 s and makes its own batches.
    """
    with _failing(fault) as server:
        exporter = OTLPSpanExporter(endpoint=f"{server.url}/v1/traces")
        _make(BatchSpanProcessor(exporter, schedule_delay_millis=500), fault.spread, spans)
        return len(server.stored)


def _make(processor: SpanProcessor, spread: float, spans: int) -> None:
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(processor)
    tracer = provider.get_tracer("benchmark")
    pause = threading.Event()
    for number in range(spans):
        with tracer.start_as_current_span(f"span {number}", attributes={"output.value": TEXT}):
            pause.wait(spread / spans) if spread else None
    provider.force_flush(60_000)
    provider.shutdown()


def losses() -> list[str]:
    """Return a line for each fault: the numbers of spans that were created, and that each exporter stored and lost."""
    logging.disable(logging.CRITICAL)
    tried = faults()
    try:
        with ThreadPoolExecutor(2 * len(tried)) as pool:
            ours = [pool.submit(stored_by_ours, fault) for fault in tried]
            theirs = [pool.submit(stored_by_otlp, fault) for fault in tried]
            return [
                _line(fault, one.result(), other.result())
                for fault, one, other in zip(tried, ours, theirs, strict=True)
            ]
    finally:
        logging.disable(logging.NOTSET)


def _line(fault: Fault, ours: int, theirs: int) -> str:
    verdict = "ok  " if ours == SPANS else "LOST"
    counts = f"honeyhive stored {ours}, lost {SPANS - ours}; otlp-http stored {theirs}, lost {SPANS - theirs}"
    return f"{verdict} {SPANS} spans, {fault.name}: {counts}"


def cost() -> Ratio:
    """Return the time of a trace on the calling thread with this SDK's exporter, over that with a minimal exporter."""
    # Nothing is sent, so that the delivery thread does not compete for the CPU.
    held_back = Options(
        queue=QueueLimits(10**7, 1 << 40), delivery=DeliveryLimits(linger=3600, batch_events=10**7), exit_timeout=0
    )
    with HoneyHive(api_key="hh_benchmark", base_url="http://127.0.0.1:9", tracing=held_back) as hh:
        ours = _maker(HoneyHiveSpanProcessor(hh))
        batch = BatchSpanProcessor(InMemorySpanExporter(), max_queue_size=100_000)
        theirs = _maker(batch)
        pairs = [(timed(ours), timed(theirs)) for _ in range(21)][1:]
        batch.shutdown()
        hh.close(0)
    return Ratio(
        "a trace of 100 spans",
        "a batch processor",
        tuple(one for one, _ in pairs),
        tuple(other for _, other in pairs),
        3.0,
    )


def _maker(processor: SpanProcessor) -> Callable[[], None]:
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(processor)
    tracer = provider.get_tracer("benchmark")

    def make() -> None:
        with tracer.start_as_current_span("root"):
            for _ in range(99):
                with tracer.start_as_current_span("call") as span:
                    span.set_attribute("output.value", TEXT)

    return make


def measure() -> list[object]:
    """Return the cost as a ratio, then the losses as lines."""
    return [cost(), *losses()]


def main() -> None:
    """Print each line as soon as it is measured."""
    begun = perf_counter()
    for line in measure():
        print(line, flush=True)
    print(f"     in {perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
