"""Each fault with each kind of record causes no loss, an exact number of requests, and identical retries."""

import pytest

from .matrix import COUNTS, FAULTS, KINDS, STORED, expected_requests, run


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_after_one_fault_everything_is_stored(fault, kind):
    result = run(fault, kind, always=False)

    count = COUNTS.get(kind, 1)
    assert result.flushed == (count, 0, 0, 0, 0)
    assert len(result.sent) == expected_requests(fault, kind, always=False)
    if fault.name == "413" and kind == "batch":
        assert len(result.committed) == 2
        return
    assert len(set(result.sent)) == 1
    assert result.committed == set(result.sent)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_everything_is_kept_while_a_fault_lasts(fault, kind):
    result = run(fault, kind, always=True)

    count = COUNTS.get(kind, 1)
    if fault.name == "413" and kind == "batch":
        # The three requests are the whole batch, its first event and the other two. Further requests with single events
        # may follow before the case ends.
        assert 3 <= len(result.sent) <= 6
    else:
        assert len(result.sent) == expected_requests(fault, kind, always=True)
    assert result.stats.dropped == {}
    assert result.stats.delivered + result.stats.pending == count
    if fault.name in STORED:
        assert result.flushed == (count, 0, 0, 0, 0)
        return
    assert result.flushed == (0, count, 0, 0, 0)
    assert len(set(result.sent)) <= (5 if fault.name == "413" else 1)
