"""Normalizes recorded spans: values that differ between runs, such as ids, times and addresses, become constants."""

import json
import re
from typing import Any, Final

START_NS: Final = 1_700_000_000_000_000_000
_UUID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_ADDRESS: Final = re.compile(r"\b0x[0-9a-f]{8,}")
_MOMENT: Final = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")
_MEASURED: Final = {
    "gen_ai.response.time_to_first_chunk",
    "gen_ai.client.operation.duration",
    "gen_ai.client.operation.time_per_output_chunk",
    "gen_ai.client.operation.time_to_first_chunk",
    "gen_ai.execute_tool.duration",
    "ai.response.avgOutputTokensPerSecond",
    "ai.response.msToFinish",
    "ai.response.msToFirstChunk",
}
"""Attributes whose value is a duration, which differs in each run."""
Span = dict[str, Any]


def normal(spans: list[Span]) -> list[Span]:
    """Return the spans in order of their start, with starts one millisecond apart and numbered ids."""
    ordered = sorted(spans, key=lambda span: (span["start_ns"], -span["end_ns"]))
    ids: dict[str, str] = {}
    for place, span in enumerate(ordered):
        ids.setdefault(span["trace_id"], f"{place + 1:032x}")
        ids[span["span_id"]] = f"{place + 1:016x}"
    moments = sorted({time for span in ordered for time in _times(span)})
    times = {moment: START_NS + place * 1_000_000 for place, moment in enumerate(moments)}
    for span in ordered:
        span["start_ns"], span["end_ns"] = times[span["start_ns"]], times[span["end_ns"]]
        span["events"] = [[name, times[time], _settled(attributes)] for name, time, attributes in span["events"]]
        span["attributes"] = _settled(span["attributes"])
        span["status_message"] = span["status_message"].split("Traceback (most recent call last)")[0]
    text = json.dumps(ordered)
    for found, fixed in ids.items():
        text = text.replace(found, fixed)
    uuids: dict[str, str] = {}
    text = _UUID.sub(lambda match: uuids.setdefault(match[0], f"00000000-0000-4000-8000-{len(uuids) + 1:012x}"), text)
    text = _ADDRESS.sub("0x1", text)
    return list(json.loads(_MOMENT.sub("2023-11-14T22:13:20Z", text)))


def _times(span: Span) -> list[int]:
    return [span["start_ns"], span["end_ns"], *(time for _, time, _ in span["events"])]


def _settled(attributes: dict[str, Any]) -> dict[str, Any]:
    """Return the attributes without durations. Of a traceback, only the last line is kept."""
    found = {key: 0.02 if key in _MEASURED else value for key, value in attributes.items()}
    if "exception.stacktrace" in found:
        lines = found["exception.stacktrace"].strip().splitlines()
        found["exception.stacktrace"] = next(line for line in reversed(lines) if not line.startswith("    at "))
    return found


def shape(span: Span) -> Span:
    """Return the span without its times and the order of two processes, which depend on the load of the machine."""
    kept = {key: span[key] for key in ("name", "kind", "attributes", "status_code", "scope_name")}
    return {**kept, "is_root": span["parent_span_id"] is None, "events": [name for name, _, _ in span["events"]]}
