"""Count the calls between files for a span that is stored by the server and shown on its page.

A pair is (calling file, called function) with both in this project and in different files. A call that passes through
a library counts from the nearest caller in this project. Templates are files as well.
"""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import httpx
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import AnyValue, KeyValue

ROOT = Path(__file__).parents[1]
PACKAGES = tuple(str(ROOT / name) + "/" for name in ("honeyhive", "honeyhive_server", "generated"))
BOUND = 95
KEY = {"Authorization": "Bearer hh_walk"}

Pair = tuple[str, str]
"""(calling file, called file and function), relative to the project."""


class _Recorder:
    """A profile function that collects pairs while it is active."""

    def __init__(self) -> None:
        self.pairs: set[Pair] = set()
        self.active = False

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        if not self.active or event != "call" or (callee := _file(frame)) is None:
            return
        above = frame.f_back
        while above is not None and _file(above) is None:
            above = above.f_back
        if above is not None and (caller := _file(above)) is not None and caller != callee:
            self.pairs.add((caller, f"{callee} {frame.f_code.co_qualname}"))


def _file(frame: FrameType) -> str | None:
    name = frame.f_code.co_filename
    return name.removeprefix(f"{ROOT}/") if name.startswith(PACKAGES) else None


@contextmanager
def _recording() -> Iterator[_Recorder]:
    """Profile this thread and every thread that starts inside."""
    recorder = _Recorder()
    sys.setprofile(recorder)
    threading.setprofile(recorder)
    try:
        yield recorder
    finally:
        threading.setprofile(None)
        sys.setprofile(None)


def span_and_page() -> set[Pair]:
    """Return the pairs for a posted span and the page that shows it, after a warm-up round."""
    with _recording() as recorder:
        from honeyhive._semconv import event_id_of
        from honeyhive_server import LocalServer

        with LocalServer() as server, httpx.Client(base_url=server.url, headers=KEY) as http:
            for number in (1, 2):
                recorder.active = number == 2
                posted = http.post(
                    "/opentelemetry/v1/traces",
                    content=_export(number),
                    headers={"Content-Type": "application/x-protobuf"},
                )
                posted.raise_for_status()
                event_id = event_id_of(f"{number:032x}", f"{number:016x}")
                page = http.get(f"/sessions/{_session_id(number)}", params={"event": event_id}).raise_for_status()
                recorder.active = False
                if "It is on its way." not in page.text:
                    raise RuntimeError("the page does not show the span")
    return recorder.pairs


def _session_id(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def _export(number: int) -> bytes:
    """Return one chat span with messages and tokens, in its own session."""
    request = ExportTraceServiceRequest()
    group = request.resource_spans.add()
    group.resource.attributes.append(KeyValue(key="service.name", value=AnyValue(string_value="shop")))
    span = group.scope_spans.add().spans.add(
        trace_id=number.to_bytes(16, "big"),
        span_id=number.to_bytes(8, "big"),
        name="chat",
        kind=3,
        start_time_unix_nano=1_700_000_000_000_000_000,
        end_time_unix_nano=1_700_000_001_000_000_000,
    )
    texts = {
        "session.id": _session_id(number),
        "gen_ai.operation.name": "chat",
        "gen_ai.request.model": "fake-1",
        "gen_ai.input.messages": '[{"role":"user","parts":[{"type":"text","content":"Where is my parcel?"}]}]',
        "gen_ai.output.messages": '[{"role":"assistant","parts":[{"type":"text","content":"It is on its way."}]}]',
    }
    span.attributes.extend(KeyValue(key=key, value=AnyValue(string_value=text)) for key, text in texts.items())
    counts = {"gen_ai.usage.input_tokens": 12, "gen_ai.usage.output_tokens": 5}
    span.attributes.extend(KeyValue(key=key, value=AnyValue(int_value=count)) for key, count in counts.items())
    return request.SerializeToString()


def measure() -> list[str]:
    """Return one line with the number of pairs."""
    found = len(span_and_page())
    verdict = "ok  " if found <= BOUND else "OVER"
    return [f"{verdict} {found:5d}  (at most {BOUND})  calls between files, for a span and its page"]


if __name__ == "__main__":
    pairs = span_and_page()
    for caller, called in sorted(pairs):
        print(caller, "->", called)
    print(len(pairs))
