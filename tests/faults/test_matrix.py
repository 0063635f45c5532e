"""For each fault and each kind of call: no loss, no duplicates, our error classes, exact counts, and no visible key."""

import pytest

from honeyhive import HoneyHiveError
from tests.faults.matrix import CALLS, FAULTS, IDS, Fault, run
from tests.faults.one_call import KINDS


@pytest.mark.parametrize("always", [False, True], ids=["once", "always"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_call_under_a_fault(fault: Fault, call: str, kind: str, always: bool) -> None:
    result = run(fault, call, kind, always=always)

    error, requests = fault.always if always else fault.once
    assert type(result.error) is (error or type(None)), result.error
    assert isinstance(result.error, HoneyHiveError | None)
    assert result.requests == requests
    assert result.bodies <= 1
    assert len(result.stored) in ((IDS[call],) if result.error is None else (0, IDS[call]))
    assert result.leaks == []


def test_the_matrix_has_at_least_25_faults() -> None:
    assert len({fault.name for fault in FAULTS}) >= 25


@pytest.mark.parametrize(
    ("name", "pause"), [("429", 0.25), ("429, Retry-After: 2", 2.25), ("503, Retry-After: 1", 1.25)]
)
def test_retry_after_is_waited_with_jitter_on_top(name: str, pause: float) -> None:
    fault = next(fault for fault in FAULTS if fault.name == name)

    assert run(fault, "events.create", "sync", always=False).pauses == [pause]
