"""Faults on real sockets: nothing is lost, retries are identical, and no request is superfluous."""

import json
import logging
import threading
import uuid

import pytest

from honeyhive._tracing.events.prebuilt import log_prebuilt
from honeyhive._tracing.limits import DeliveryLimits

from .conftest import ended, event, numbers
from .faults import CLOSE, HANG, OK, RESET, answer

SESSIONS = ["6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10", "0c2e7f0a-7d53-4be6-8f0b-1b6f6a6f2b01"]
HTML = answer(200, b"<html>sign in</html>")
# Retries have no pauses, and the timeout of a request is long enough for a busy machine.
PATIENT = DeliveryLimits(linger=0.05, request_timeout=1.0, first_pause=0.01)
ONE_SHOT = {
    **{str(status): answer(status, b"{}") for status in (408, 425, 429, 500, 502, 503, 504, 520)},
    "429 with Retry-After": answer(429, b"{}", retry_after="0"),
    "502 of a proxy": answer(502, b"<html>bad gateway</html>"),
    "307": answer(307, b"", location="http://127.0.0.1:1/elsewhere"),
    "reset before": RESET,
    "reset after commit": "+reset",
    "closed": CLOSE,
    "silence": HANG,
    "half an answer": answer(200)[:-5],
    "bad chunking": b"HTTP/1.1 200 X\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
    "garbage": b"\x00\x01\x02 garbage\r\n\r\n",
    "200 with HTML": HTML,
    "200 with broken JSON": answer(200, b'{"success":tru'),
}


@pytest.mark.parametrize("fault", ONE_SHOT.values(), ids=ONE_SHOT.keys())
def test_one_fault_costs_one_retry_that_is_the_same_to_the_byte(fault, faults, tracer_to):
    faults.script = [fault]
    tracer = tracer_to(faults.url)
    for number in range(3):
        log_prebuilt(tracer, event(number))

    flushed = tracer.flush(10)

    first, *rest = faults.requests
    retries = [request for request in faults.requests if request.body == first.body]
    assert flushed
    assert tracer.stats().delivered == 3
    assert len(retries) == 2
    assert retries[0] == retries[1]
    ids = {found["event_id"] for request in faults.requests for found in request.json["events"]}
    assert len(ids) == 3
    assert sorted({found["inputs"]["number"] for found in faults.events()}) == [0, 1, 2]
    assert len(rest) + 1 <= 4


CONFIRMING = {
    "200": OK,
    "201": answer(201),
    "201 without a body": answer(201, b""),
    "202 without a body": answer(202, b""),
    "204": b"HTTP/1.1 204 X\r\n\r\n",
    "fewer keys than documented": answer(200, b'{"event_ids":[]}'),
    "no keys": answer(200, b"{}"),
    "more keys than documented": answer(200, b'{"success":true,"odd":1,"errors":[]}'),
}
DOUBTFUL = {
    "a page": HTML,
    "no body": answer(200, b""),
    "white space": answer(200, b" \n"),
    "other keys": answer(200, b'{"login":"https://portal.test"}'),
    "a list": answer(200, b'["success"]'),
    "null": answer(200, b"null"),
    "success is false": answer(200, b'{"success":false,"event_ids":[]}'),
    "errors": answer(200, b'{"success":true,"errors":["quota"]}'),
    "201 with a page": answer(201, b"<html>"),
    "cut": answer(200)[:-5],
    "not gzip": answer(200, b'{"success":true}', content_encoding="gzip"),
}


@pytest.mark.parametrize("reply", CONFIRMING.values(), ids=CONFIRMING.keys())
def test_a_reply_with_the_documented_shape_confirms_a_batch(reply, faults, tracer_to):
    faults.forever = reply
    tracer = tracer_to(faults.url)
    log_prebuilt(tracer, event(1))

    assert tracer.flush(5)
    assert len(faults.requests) == 1


@pytest.mark.parametrize("reply", DOUBTFUL.values(), ids=DOUBTFUL.keys())
def test_events_are_kept_while_no_reply_confirms_them(reply, faults, tracer_to):
    faults.forever = reply
    tracer = tracer_to(faults.url)
    for number in range(20):
        log_prebuilt(tracer, event(number, str(uuid.uuid4())))

    flushed = tracer.flush(1)

    assert (flushed.delivered, flushed.pending, flushed.failed) == (0, 20, 0)
    assert not flushed
    faults.forever = OK
    assert tracer.flush(10)


@pytest.mark.parametrize("reply", DOUBTFUL.values(), ids=DOUBTFUL.keys())
def test_an_event_that_no_reply_confirms_is_counted_as_unconfirmed(reply, faults, tracer_to, caplog):
    faults.forever = lambda request: reply if 13 in numbers(request.json["events"]) else OK
    tracer = tracer_to(faults.url, delivery=PATIENT)
    with caplog.at_level(logging.WARNING, "honeyhive"):
        for number in range(40):
            log_prebuilt(tracer, event(number, str(uuid.uuid4())))
        flushed = tracer.flush(20)
        ended(tracer)

    assert (flushed.delivered, flushed.failed, flushed.pending) == (39, 1, 0)
    assert tracer.stats().dropped == {"unconfirmed": 1}
    alone = [request for request in faults.requests if numbers(request.json["events"]) == [13]]
    assert len(alone) == 5
    assert len({request.body for request in alone}) == 1
    (line,) = [record.message for record in caplog.records if "was dropped" in record.message]
    assert alone[0].json["events"][0]["event_id"] in line


# Responses with which a proxy or firewall might always refuse one event.
REFUSALS = {
    **{str(status): answer(status, b"<html>blocked</html>") for status in (401, 403, 404, 405, 418, 429, 500, 502)},
    "503": answer(503, b""),
    "504 with Retry-After": answer(504, b"", retry_after="0"),
    "302": answer(302, b"", location="http://127.0.0.1:1/"),
    "reset": RESET,
    "closed": CLOSE,
    "garbage": b"\x00\x01\x02 garbage\r\n\r\n",
    "a page": HTML,
    "hang": HANG,
}


@pytest.mark.parametrize("sessions", ["one session", "many sessions"])
@pytest.mark.parametrize("refusal", REFUSALS.values(), ids=REFUSALS.keys())
def test_a_refused_event_does_not_delay_others(refusal, sessions, faults, tracer_to):
    chosen = str(uuid.uuid4())
    faults.forever = lambda request: refusal if 13 in numbers(request.json["events"]) else OK
    tracer = tracer_to(faults.url, delivery=PATIENT._replace(failures_before_drop=1000, unconfirmed_before_drop=1000))
    settled = tracer.worker._sender.changed
    for number in range(60):
        log_prebuilt(tracer, event(number, chosen if sessions == "one session" else str(uuid.uuid4())))

    with settled:
        assert settled.wait_for(lambda: tracer.stats().delivered == 59 and tracer.stats().set_aside, 30)
    for number in range(100, 140):
        log_prebuilt(tracer, event(number, chosen))
    with settled:
        assert settled.wait_for(lambda: tracer.stats().delivered == 99, 30)
    stats = tracer.stats()
    assert (stats.pending, stats.set_aside, stats.dropped) == (1, 1, {})
    assert not tracer.flush(0.05)

    faults.forever = OK
    assert tracer.flush(20)
    assert sorted(numbers(faults.events())) == [*range(60), *range(100, 140)]


def test_several_refused_events_do_not_delay_others(faults, tracer_to):
    bad = {0, 1, 17, 18, 39}
    faults.forever = lambda request: answer(403) if bad & set(numbers(request.json["events"])) else OK
    tracer = tracer_to(
        faults.url, delivery=PATIENT._replace(failures_before_drop=3, first_probe_interval=0.05, probe_interval=0.05)
    )
    for number in range(40):
        log_prebuilt(tracer, event(number, str(uuid.uuid4())))

    flushed = tracer.flush(20)

    assert (flushed.delivered, flushed.failed, flushed.pending) == (35, 5, 0)
    assert tracer.stats().dropped == {"refused": 5}


@pytest.mark.parametrize("size", [100_000, 980_000])
def test_bodies_above_a_megabyte_that_are_reset_are_sent_in_smaller_requests(size, faults, tracer_to):
    faults.forever = lambda request: RESET if len(request.body) > 1_000_000 else OK
    tracer = tracer_to(faults.url, delivery=PATIENT)
    for number in range(12):
        log_prebuilt(tracer, {**event(number, str(uuid.uuid4())), "outputs": {"text": "z" * size}})
    for number in range(12, 50):
        log_prebuilt(tracer, event(number))

    assert tracer.flush(30)
    assert sorted(numbers(faults.events())) == list(range(50))


def test_an_outage_loses_nothing_and_keeps_the_order(faults, tracer_to):
    faults.script = [answer(503, b"{}"), RESET, answer(500, b"{}"), HANG, HTML, answer(503, b"{}"), CLOSE]
    tracer = tracer_to(faults.url)
    for number in range(500):
        log_prebuilt(tracer, event(number))

    assert tracer.flush(20)
    assert numbers(faults.events()) == list(range(500))


@pytest.mark.parametrize("kind", ["503", "refused", "hang"])
def test_what_is_logged_before_during_and_after_an_outage_arrives_in_order(kind, faults, tracer_to):
    tracer = tracer_to(faults.url)
    settled = tracer.worker._sender.changed

    def log(first):
        for number in range(first, first + 200):
            log_prebuilt(tracer, event(number, session_id=SESSIONS[number % 2]))

    log(0)
    assert tracer.flush(20)
    if kind == "refused":
        faults.go_away()
    else:
        faults.forever = HANG if kind == "hang" else answer(503)
    log(200)
    tried = tracer.stats().requests + 2
    with settled:
        assert settled.wait_for(lambda: tracer.stats().requests >= tried, 20)
    log(400)
    assert tracer.stats().pending == 400
    if kind == "refused":
        faults.come_back()
    faults.forever = OK
    log(600)

    assert tracer.flush(20)
    stored = list(dict.fromkeys(numbers(faults.events())))
    assert sorted(stored) == list(range(800))
    for parity in range(2):
        ours = [number for number in stored if number % 2 == parity]
        assert ours == sorted(ours)


def test_commit_then_reset_leaves_each_event_once_by_its_id(faults, tracer_to):
    faults.script = ["+reset", OK] * 10
    tracer = tracer_to(faults.url)
    for number in range(1000):
        log_prebuilt(tracer, event(number))

    assert tracer.flush(20)
    assert len({found["event_id"] for found in faults.events()}) == 1000


@pytest.mark.parametrize("poison", [{7}, {0, 99}, {3, 50, 51, 52}])
def test_poisoned_events_are_found_by_halving_and_the_others_are_stored(poison, faults, tracer_to, caplog):
    def judge(request):
        bad = poison & set(numbers(request.json["events"]))
        return answer(400, b'{"errorCode":"bad_event","message":"secret payload"}') if bad else OK

    tracer = tracer_to(faults.url, delivery=DeliveryLimits(linger=60.0, request_timeout=2))
    faults.forever = judge
    with caplog.at_level(logging.WARNING, "honeyhive"):
        for number in range(100):
            log_prebuilt(tracer, event(number))
        flushed = tracer.flush(20)
        ended(tracer)

    bad = len(poison)
    assert numbers(faults.events()) == [number for number in range(100) if number not in poison]
    assert len(faults.requests) <= 2 * bad * 6.65 + 2
    assert (flushed.delivered, flushed.failed, bool(flushed)) == (100 - bad, bad, False)
    assert tracer.stats().dropped == {"refused": bad}
    assert sum("was dropped" in record.message for record in caplog.records) == 1
    assert "secret payload" not in caplog.text


def test_413_halves_batches_and_then_cuts_single_events_field_by_field(faults, tracer_to):
    faults.forever = lambda request: answer(413, b"{}") if len(request.body) > 20_000 else OK
    tracer = tracer_to(faults.url)
    chosen = str(uuid.uuid4())
    log_prebuilt(tracer, {**event(0), "event_id": chosen, "outputs": {"long": "x" * 200_000, "short": "kept"}})
    for number in range(1, 50):
        log_prebuilt(tracer, {**event(number), "outputs": {"text": "y" * 1000}})

    assert tracer.flush(20)
    stored = {found["event_id"]: found for found in faults.events()}
    assert len(stored) == 50
    assert stored[chosen]["outputs"]["short"] == "kept"
    assert stored[chosen]["inputs"] == {"number": 0}
    assert stored[chosen]["metadata"]["honeyhive"]["cut"] == ["outputs"]


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_refused_key_stops_sending_and_keeps_the_events(status, faults, tracer_to, caplog):
    faults.forever = answer(status, b"{}")
    tracer = tracer_to(faults.url)
    with caplog.at_level(logging.WARNING, "honeyhive"):
        for number in range(300):
            log_prebuilt(tracer, event(number))
        flushed = tracer.flush(5)
        ended(tracer)

    assert len(faults.requests) <= 3
    assert (flushed.delivered, flushed.pending, flushed.failed) == (0, 300, 0)
    assert not flushed
    assert [record.levelname for record in caplog.records] == ["ERROR", "WARNING"]
    assert "hh_test_key" not in caplog.text


def test_a_server_that_refuses_connections_loses_nothing(faults, tracer_to):
    tracer = tracer_to("http://127.0.0.1:9")
    log_prebuilt(tracer, event(1))

    flushed = tracer.flush(0.05)

    assert not flushed
    assert flushed.pending == 1


def test_batches_hold_at_most_100_events_and_2_5_megabytes_and_more_events_while_a_backlog_waits(faults, tracer_to):
    # The limit is the same for every latency, because a request on a busy machine may take longer than 15 ms.
    tracer = tracer_to(faults.url, delivery=DeliveryLimits(linger=60.0, enough=10**9, distant_backlog_events=500))
    for number in range(2_250):
        log_prebuilt(tracer, event(number))
    for number in range(2_250, 2_260):
        log_prebuilt(tracer, {**event(number), "outputs": {"text": "z" * 900_000}})

    assert tracer.flush(20)
    sizes = [len(request.json["events"]) for request in faults.requests]
    assert sizes[0] == 100
    assert sizes[1] in (200, 400)
    assert max(sizes) == 500
    assert max(len(request.body) for request in faults.requests) <= 2_500_000
    assert numbers(faults.events()) == list(range(2_260))


def test_one_event_that_always_gets_500_does_not_delay_others(faults, tracer_to):
    faults.forever = lambda request: answer(500, b"{}") if 13 in numbers(request.json["events"]) else OK
    tracer = tracer_to(faults.url, delivery=PATIENT._replace(failures_before_drop=3))
    for number in range(100):
        log_prebuilt(tracer, event(number))
    for number in range(100, 400):
        log_prebuilt(tracer, event(number))

    flushed = tracer.flush(20)

    assert (flushed.delivered, flushed.failed, flushed.pending) == (399, 1, 0)
    assert tracer.stats().dropped == {"server_error": 1}


def test_an_outage_with_500_drops_no_event(faults, tracer_to):
    faults.script = [answer(500, b"{}")] * 60
    tracer = tracer_to(faults.url)
    for number in range(50):
        log_prebuilt(tracer, event(number))

    assert tracer.flush(20)
    assert sorted(numbers(faults.events())) == list(range(50))


def test_feedback_for_an_unknown_event_is_given_up_once_the_key_is_known_to_work(faults, tracer_to):
    faults.forever = lambda request: answer(404, b"{}") if request.method == "PUT" else OK
    tracer = tracer_to(faults.url, delivery=PATIENT)
    tracer.feedback(str(uuid.uuid4()), {"rating": 1})
    for number in range(1000):
        log_prebuilt(tracer, event(number))

    flushed = tracer.flush(20)

    assert flushed.failed == 1
    assert tracer.stats().dropped == {"not_found": 1}
    assert flushed.delivered == 1000


def test_flush_makes_its_attempt_after_a_request_in_flight_has_failed(faults, tracer_to):
    tracer = tracer_to(faults.url, delivery=DeliveryLimits(linger=0.0, request_timeout=30))
    changed, began, go_on = tracer.worker._sender.changed, threading.Event(), threading.Event()

    def fail_slowly(_):
        began.set()
        go_on.wait(20)
        return answer(500)

    faults.script = [answer(500)] * 5 + [fail_slowly]
    log_prebuilt(tracer, event(1))
    while tracer.stats().requests < 5:
        tracer.flush(1.5)
    flushing = threading.Thread(target=tracer.flush, args=(30,))
    with changed:
        flushing.start()
    assert began.wait(60)
    go_on.set()
    flushing.join(60)

    assert tracer.stats().delivered == 1


def test_a_log_handler_may_wait_for_another_thread_that_uses_the_client(faults, tracer_to):
    faults.forever = answer(503, b"{}")
    tracer = tracer_to(faults.url)
    was_held_up = []

    def use():
        with tracer.worker._sender.changed, tracer.worker._store._lock:
            tracer.stats()

    class Waits(logging.Handler):
        def emit(self, _):
            thread = threading.Thread(target=use)
            thread.start()
            thread.join(20)
            was_held_up.append(thread.is_alive())

    handler = Waits()
    logging.getLogger("honeyhive").addHandler(handler)
    try:
        log_prebuilt(tracer, event(1))
        with tracer.worker._sender.changed:
            assert tracer.worker._sender.changed.wait_for(lambda: tracer.stats().requests, 20)
        ended(tracer)
    finally:
        logging.getLogger("honeyhive").removeHandler(handler)

    assert was_held_up
    assert not any(was_held_up)


def _die(*_, **__):
    raise SystemExit


def test_after_the_thread_has_died_the_next_event_starts_it_again(faults, tracer_to, monkeypatch):
    monkeypatch.setattr("threading.excepthook", lambda _: None)
    tracer = tracer_to(faults.url)
    worker = tracer.worker
    decide = worker._policy.next
    worker._policy.next = _die
    log_prebuilt(tracer, event(1))
    tracer.flush(0.2)
    worker._policy.next = decide
    log_prebuilt(tracer, event(2))

    assert tracer.flush(5)
    assert numbers(faults.events()) == [1, 2]


def test_dropped_is_reported_in_the_metadata_of_a_later_event(faults, tracer_to):
    tracer = tracer_to(faults.url)
    tracer.worker._store.drop("queue_full")
    for number in range(3):
        log_prebuilt(tracer, event(number))

    tracer.flush(5)
    first, second, third = faults.events()
    assert "metadata" not in first
    assert second["metadata"] == {"honeyhive": {"dropped": {"queue_full": 1}}}
    assert "metadata" not in third
    assert json.dumps(second)
