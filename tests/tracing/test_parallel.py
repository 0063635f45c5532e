"""With real sockets, several requests are in flight: parallel for different sessions, in order within a session."""

import threading

import pytest

from honeyhive._tracing.events.prebuilt import log_prebuilt
from honeyhive._tracing.limits import DeliveryLimits

from .conftest import event
from .faults import OK, FaultServer, answer

QUICK = DeliveryLimits(linger=0.0, request_timeout=30.0)


class Crowd:
    """Holds requests until enough of them are in flight, and keeps the maximum number."""

    def __init__(self, enough: int) -> None:
        self._enough = enough
        self._changed = threading.Condition()
        self._now = self.most = 0

    def __call__(self, _):
        with self._changed:
            self._now += 1
            self.most = max(self.most, self._now)
            self._changed.notify_all()
            self._changed.wait_for(lambda: self.most >= self._enough, 20)
            self._now -= 1
        return OK


@pytest.fixture
def crowded(faults: FaultServer) -> Crowd:
    crowd = Crowd(2)
    faults.forever = crowd
    return crowd


def test_session_starts_without_events_are_sent_in_parallel_one_per_request(crowded, faults, tracer_to):
    tracer = tracer_to(faults.url, delivery=QUICK)
    for _ in range(20):
        tracer.session("open", None, {})

    assert tracer.flush(30)
    assert crowded.most >= 2
    assert {request.path for request in faults.requests} == {"/v1/sessions"}
    assert len({request.body for request in faults.requests}) == 20


def test_short_sessions_share_a_request_with_their_starts_first(faults, tracer_to):
    tracer = tracer_to(faults.url, delivery=QUICK._replace(linger=60.0))
    for number in range(20):
        session = tracer.session(f"short-{number}", None, {"inputs": {"n": number}})
        tracer.event_in(session, "step", "tool", {}).end()
        session.outputs = {"done": number}
        session.end()

    assert tracer.flush(30)
    (request,) = faults.requests
    sent = request.json["events"]
    assert len(sent) == 40
    for session, step in zip(sent[::2], sent[1::2], strict=True):
        assert session["event_type"] == "session"
        assert session["event_id"] == session["session_id"] == step["session_id"] == step["parent_id"]
        assert session["outputs"] == {"done": session["inputs"]["n"]}
        assert session["duration"] >= 0


def test_with_sessions_not_in_batches_each_start_is_confirmed_before_its_events(crowded, faults, tracer_to):
    tracer = tracer_to(faults.url, delivery=QUICK._replace(linger=60.0), sessions_in_batches=False)
    for number in range(20):
        session = tracer.session(f"short-{number}", None, {})
        tracer.event_in(session, "step", "tool", {}).end()

    assert tracer.flush(30)
    assert crowded.most >= 2
    started = set()
    for request in faults.stored:
        if request.path == "/v1/sessions":
            started.add(request.json["session_id"])
        else:
            assert {one["session_id"] for one in request.json["events"]} <= started
    assert len(started) == 20


def test_events_of_a_session_are_never_in_two_requests_at_a_time(faults, tracer_to):
    busy, lock, crowd = set(), threading.Lock(), Crowd(2)

    def handle(request):
        sessions = {one["session_id"] for one in request.json["events"]}
        with lock:
            assert not busy & sessions
            busy.update(sessions)
        crowd(request)
        with lock:
            busy.difference_update(sessions)
        return OK

    faults.forever = handle
    tracer = tracer_to(faults.url, delivery=QUICK._replace(batch_events=10, backlog_events=10, linger=60.0))
    sessions = [f"6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a{number:02}" for number in range(30)]
    for number in range(600):
        log_prebuilt(tracer, event(number, sessions[number % 30]))

    assert tracer.flush(30)
    assert crowd.most >= 2
    stored = faults.events()
    for session in sessions:
        ours = [one["inputs"]["number"] for one in stored if one["session_id"] == session]
        assert ours == sorted(ours)
        assert len(ours) == 20


def test_after_a_429_one_request_is_in_flight_at_a_time(faults, tracer_to):
    crowd = Crowd(1)
    faults.script = [answer(429, b"{}", retry_after="0")]
    faults.forever = crowd
    limits = QUICK._replace(batch_events=10, backlog_events=10, linger=60.0)
    tracer = tracer_to(faults.url, delivery=limits)
    for number in range(30):
        log_prebuilt(tracer, event(number))

    assert tracer.flush(30)
    assert crowd.most == 1
