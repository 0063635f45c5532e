"""A lane holds the records of one session. They are sent in order, in one request at a time, even if batches fail."""

from hypothesis import given, settings
from hypothesis import strategies as st

from honeyhive._tracing.delivery.lanes import Lanes
from honeyhive._tracing.delivery.records import Record

LOGGED = st.lists(
    st.tuples(st.sampled_from(["start", "event", "event", "change", "feedback"]), st.sampled_from("abc")), max_size=30
)


def record(number, kind, session):
    body = b"{}"
    if kind == "feedback":  # feedback for an earlier event, whose session is unknown
        made = Record("change", f"e{number - 1}", f"e{number - 1}", body)
    elif kind == "event":
        made = Record("event", f"e{number}", session, body)
    else:
        made = Record(kind, session, session, body)
    made.number = number
    return made


@settings(max_examples=300, deadline=None)
@given(rounds=st.lists(st.tuples(LOGGED, st.integers(0, 5)), max_size=6), events=st.integers(1, 5), whole=st.booleans())
def test_each_lane_is_sent_in_order_and_by_one_request_at_a_time(rounds, events, whole):
    lanes = Lanes(sessions_in_batches=whole)
    in_flight, sent, logged = [], [], 0
    for wanted, returning in rounds:
        made = [record(logged + number, *one) for number, one in enumerate(wanted, 1)]
        logged += len(made)
        lanes.add(made)
        while (batch := lanes.next_batch(events, 10_000)) is not None:
            assert not any(batch.lanes & other.lanes for other in in_flight)
            assert batch.kind == "event" or len(batch.records) <= 2
            in_flight.append(batch)
            sent += batch.records
        assert lanes.ready == 0
        for batch in in_flight[:returning]:
            lanes.release(batch)
        del in_flight[:returning]
    while in_flight or lanes.ready:
        for batch in in_flight:
            lanes.release(batch)
        in_flight = [batch] if (batch := lanes.next_batch(events, 10_000)) is not None else []
        sent += [one for batch in in_flight for one in batch.records]

    assert sorted(one.number for one in sent) == list(range(1, logged + 1))
    for lane in {one.lane for one in sent}:
        # The changes of a session are merged into its start; all other records keep their order.
        ours = [one.number for one in sent if one.lane == lane and one.kind != "change"]
        assert ours == sorted(ours)


def test_feedback_is_in_the_lane_of_its_event():
    lanes = Lanes()
    lanes.add([record(1, "event", "s"), record(2, "feedback", "s")])
    event = lanes.next_batch(10, 10_000)

    assert [one.number for one in event.records] == [1]
    assert lanes.next_batch(10, 10_000) is None
    lanes.release(event)
    assert [one.number for one in lanes.next_batch(10, 10_000).records] == [2]


def test_a_batch_ends_before_the_event_that_is_too_large_for_it():
    lanes = Lanes()
    lanes.add([Record("event", f"e{n}", f"s{n}", b"x" * 40) for n in range(5)])

    assert [len(lanes.next_batch(100, 100).records) for _ in range(3)] == [2, 2, 1]


def test_session_starts_and_changes_count_as_one_request_each():
    lanes = Lanes()
    lanes.add([record(number, "start", f"s{number}") for number in range(10)])
    lanes.add([record(number, "event", f"t{number}") for number in range(20, 30)])

    assert lanes.load(100) == 10 + 20 / 100
