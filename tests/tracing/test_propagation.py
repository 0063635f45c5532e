"""Session and parent event in the headers of a request."""

import pytest

from honeyhive._tracing.events.propagation import headers, origin

SESSION, EVENT = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10", "0c2e7f0a-7d53-4be6-8f0b-1b6f6a6f2b01"
OURS = headers(SESSION, EVENT, is_sampled=True)


@pytest.mark.parametrize(
    "tracestate",
    ["{}", " {} ", "{},other=1", "other=1, {}", "other=1 ,\t{} ,, more=2", "nothoneyhive=1,{}"],
)
def test_our_tracestate_entry_is_found_beside_others(tracestate):
    found = origin({**OURS, "tracestate": tracestate.format(OURS["tracestate"])})

    assert found is not None
    assert (found.session_id, found.parent_id, found.is_ours) == (SESSION, EVENT, True)


@pytest.mark.parametrize("tracestate", ["", ",", "honeyhive", "honeyhive=", "other=honeyhive=1", "nothoneyhive=1"])
def test_a_tracestate_without_our_entry_is_a_foreign_trace(tracestate):
    found = origin({**OURS, "tracestate": tracestate})

    assert found is not None
    assert (found.session_id, found.parent_id, found.is_ours) == (SESSION, None, False)


def test_a_long_tracestate_is_parsed_in_linear_time():
    found = origin({**OURS, "tracestate": f"honeyhive={' ' * 500_000}x,{'=' * 500_000}"})

    assert found is not None
    assert not found.is_ours
