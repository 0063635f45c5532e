"""A short run of the benchmark, with a fault server for both exporters."""

import pytest

from benchmarks.otel import faults, stored_by_otlp, stored_by_ours

SPANS = 100
SHORT = {fault.name: fault for fault in faults(outage=0.5)}


@pytest.mark.parametrize("name", SHORT)
def test_no_span_is_lost(name: str) -> None:
    assert stored_by_ours(SHORT[name], SPANS) == SPANS


def test_the_server_stores_what_it_receives() -> None:
    assert stored_by_otlp(SHORT["no fault"], SPANS) == SPANS


def test_the_server_returns_413_for_a_large_request(caplog: pytest.LogCaptureFixture) -> None:
    assert stored_by_otlp(SHORT["413 above 64 kB"], SPANS) == 0
    assert "413" in caplog.text
