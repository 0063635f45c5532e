"""``Options(live=True)``: a long step is sent before its end, and again complete at its end, with the same id."""

import asyncio
import gc
import json
import signal
import threading
import weakref

import pytest

from honeyhive import AsyncHoneyHive, HoneyHive
from honeyhive._tracing.events.kept_steps import running_record
from honeyhive._tracing.limits import DeliveryLimits
from honeyhive.tracing import Keep, Options
from honeyhive_server import LocalServer

from .faults import HANG, OK, RESET, answer
from .programs import run
from .spools import deliver, files, process

SOON = DeliveryLimits(linger=0.0, live_after=0.0)
LATER = DeliveryLimits(linger=0.0, live_after=3600.0)


def client(url, *, limits=SOON, spool=False, **options):
    return HoneyHive(
        api_key="hh_test", base_url=url, spool=spool, tracing=Options(live=True, delivery=limits, **options)
    )


def wait_for(hh, condition):
    """Wait for replies until a condition is true."""
    changed = hh.tracing._open().worker._sender.changed
    with changed:
        assert changed.wait_for(condition, 20), hh.stats()


def is_balanced(stats):
    return stats.accepted + stats.recovered == stats.delivered + stats.pending + sum(stats.dropped.values())


def is_running(event):
    return event.get("metadata", {}).get("honeyhive", {}).get("running") is True


def versions(server):
    """Return the received events in order, each as a pair: its name, and True if it was sent as running."""
    bodies = [request.json for request in server.requests if request.path.endswith("/batch")]
    events = [event for body in bodies for event in body["events"] if event["event_type"] != "session"]
    return [(event["event_name"], is_running(event)) for event in events]


def steps(server):
    return {event["event_name"]: event for event in server.events() if event["event_type"] != "session"}


@pytest.mark.parametrize("is_durable", [False, True])
def test_a_step_is_shown_before_its_end_and_is_whole_after_it(server, tmp_path, is_durable):
    spool = str(tmp_path / "spool") if is_durable else False
    # The step is sent after one second by default.
    with client(server.url, limits=DeliveryLimits(linger=0.0), spool=spool) as hh:
        with hh.session("job") as session, session.event("plan", type="chain", inputs={"q": "why"}) as plan:
            plan.config = {"model": "m"}
            with plan.event("short") as short:
                pass
            wait_for(hh, lambda: "plan" in steps(server))
            early = steps(server)["plan"]
            assert early["metadata"] == {"honeyhive": {"running": True}}
            assert (early["inputs"], early["config"], early.get("end_time")) == ({"q": "why"}, {"model": "m"}, None)
            assert early["parent_id"] == session.event_id
            assert hh.stats().accepted == 2  # the session start and the short step
            plan.outputs = {"a": 1}
            plan.error = "late"
        assert hh.flush(20)
        stats = hh.stats()

    whole = steps(server)["plan"]
    assert (whole["outputs"], whole["error"], whole["metadata"]) == ({"a": 1}, "late", {})
    assert whole["duration"] >= 1000
    assert steps(server)["short"]["event_id"] == short.event_id
    assert len(server.events()) == 2
    assert (stats.accepted, stats.delivered, stats.pending) == (4, 4, 0)
    assert is_balanced(stats)


def test_it_is_off_by_default(faults):
    with HoneyHive(api_key="hh_test", base_url=faults.url, tracing=Options(delivery=SOON)) as hh:
        assert hh.tracing._open().worker.live is None
        with hh.event("plan"):
            hh.flush(20)
        assert hh.flush(20)
    assert versions(faults) == [("plan", False)]


def test_a_short_step_is_sent_once(faults):
    with client(faults.url, limits=LATER) as hh:
        for _ in range(20):
            with hh.event("short"):
                pass
        assert hh.flush(20)
    assert versions(faults) == [("short", False)] * 20


def test_the_async_client_sends_steps_live(server):
    async def main():
        options = Options(live=True, delivery=SOON)
        async with AsyncHoneyHive(api_key="hh_test", base_url=server.url, tracing=options) as hh:
            with hh.session("job"), hh.event("plan"):
                await asyncio.to_thread(wait_for, hh, lambda: "plan" in steps(server))
                assert is_running(steps(server)["plan"])
            assert await hh.flush(20)

    asyncio.run(main())
    assert not is_running(steps(server)["plan"])


def test_masks_hold_for_the_first_version(server):
    def mask(field, value):
        return {"masked": field} if isinstance(value, dict) else value

    limits = SOON._replace(live_after=0.3)
    with client(server.url, masks="all", mask=mask, limits=limits) as hh:
        with hh.session("job"), hh.event("plan", inputs={"email": "a@b.example"}) as plan:
            plan.config = {"email": "a@b.example"}
            plan.error = "a@b.example"
            wait_for(hh, lambda: "plan" in steps(server))
            early = steps(server)["plan"]
        hh.flush(20)
    assert (early["inputs"], early["config"]) == ({"masked": "inputs"}, {"masked": "config"})
    assert "a@b.example" not in json.dumps(early)


@pytest.mark.parametrize("refusal", [answer(400), answer(401), answer(503), RESET])
def test_a_first_version_that_fails_changes_nothing_for_the_records(faults, refusal):
    def act(request):
        return refusal if b'"running": true' in request.body or b'"running":true' in request.body else OK

    faults.forever = act
    with client(faults.url) as hh:
        with hh.session("job") as session:
            wait_for(hh, lambda: hh.stats().delivered == 1)
            with session.event("plan"):
                wait_for(hh, lambda: ("plan", True) in versions(faults) and hh.stats().requests == 2)
                with session.event("child"):
                    pass
                wait_for(hh, lambda: hh.stats().delivered == 2)
        assert hh.flush(20), hh.stats()
        stats = hh.stats()
    assert [one for one in versions(faults) if one[0] == "plan"] == [("plan", True), ("plan", False)]
    assert (stats.accepted, stats.delivered, stats.set_aside) == (4, 4, 0)
    assert sum(stats.dropped.values()) == 0
    assert is_balanced(stats)


def test_after_a_failure_no_step_is_sent_live_before_a_request_is_confirmed(faults):
    faults.script = [OK, answer(401)]
    with client(faults.url) as hh:
        with hh.session("job") as session:
            wait_for(hh, lambda: hh.stats().delivered == 1)
            first = session.event("first")
            wait_for(hh, lambda: hh.stats().requests == 2)
            others = [session.event(f"other {number}") for number in range(20)]
            assert next_live(hh) is None
            assert versions(faults) == [("first", True)]
            first.end()
            wait_for(hh, lambda: {(f"other {number}", True) for number in range(20)} <= {*versions(faults)})
            for other in others:
                other.end()
        assert hh.flush(20)
        assert hh.stats().delivered == 23
    assert ("first", True) not in versions(faults)[1:]


def next_live(hh):
    """Return the batch of early versions that would be sent now."""
    worker = hh.tracing._open().worker
    with worker._sender.changed:
        return worker.live.next(worker._sender.now())


def test_the_final_version_waits_for_the_reply_to_the_first_one(faults):
    is_asked, may_reply = threading.Event(), threading.Event()

    def act(request):
        if b"slow" in request.body and b'"running":true' in request.body:
            is_asked.set()
            assert may_reply.wait(20)
        return OK

    faults.forever = act
    with client(faults.url, limits=SOON._replace(live_timeout=20.0)) as hh:
        with hh.session("job") as session, session.event("slow"):
            assert is_asked.wait(20)
        # The events of other sessions do not wait.
        with hh.session("other"):
            pass
        wait_for(hh, lambda: hh.stats().delivered >= 3)
        assert versions(faults) == [("slow", True)]
        assert is_balanced(hh.stats())
        may_reply.set()
        assert hh.flush(20)
    assert versions(faults) == [("slow", True), ("slow", False)]


def test_a_first_version_without_a_reply_delays_the_final_one_by_its_timeout_only(faults):
    faults.forever = lambda request: HANG if b'"running":true' in request.body else OK
    with client(faults.url, limits=SOON._replace(live_timeout=0.2)) as hh:
        with hh.session("job") as session, session.event("plan"):
            wait_for_request(faults, ("plan", True))
        assert hh.flush(20), hh.stats()
        assert (hh.stats().delivered, hh.stats().pending) == (3, 0)
    assert versions(faults) == [("plan", True), ("plan", False)]


def wait_for_request(server, version):
    waited = threading.Event()
    for _ in range(2000):
        if version in versions(server):
            return
        waited.wait(0.01)
    raise AssertionError(version)


def test_a_client_that_is_closed_while_a_first_version_hangs_loses_nothing_with_a_spool(faults, tmp_path):
    faults.forever = lambda request: HANG if b'"running":true' in request.body else OK
    with client(faults.url, spool=str(tmp_path), limits=SOON._replace(live_timeout=20.0)) as hh:
        with hh.session("job") as session:
            assert hh.flush(20)
            with session.event("plan"):
                wait_for_request(faults, ("plan", True))
        closed = hh.close(0)
    assert closed.kept == closed.pending == 2
    faults.forever = OK
    with HoneyHive(api_key="hh_test", base_url=faults.url, spool=str(tmp_path)) as later:
        assert later.flush(20)
    assert versions(faults) == [("plan", True), ("plan", False)]
    assert files(tmp_path) == []


PROGRAM = """
from honeyhive.tracing import DeliveryLimits
live = Options(live=True, exit_timeout=float(sys.argv[-1]), delivery=DeliveryLimits(linger=0.0, live_after=0.0))
def wait_for(hh, condition):
    changed = hh.tracing._open().worker._sender.changed
    with changed:
        assert changed.wait_for(condition, 20)
"""


def test_kill_9_after_the_first_version_completes_it_as_interrupted(server, tmp_path):
    killed = process(
        server.url,
        tmp_path / "spool",
        PROGRAM
        + """
hh = HoneyHive(api_key="hh_test", base_url=sys.argv[1], spool=sys.argv[2], tracing=live)
with hh.session("s") as session:
    with session.event("plan", type="chain", inputs={"question": "why"}) as plan:
        wait_for(hh, lambda: hh.stats().requests == 2)
        plan.outputs = {"partial": True}
        os.kill(os.getpid(), signal.SIGKILL)
""",
    )
    killed.communicate(timeout=60)
    assert killed.returncode == -signal.SIGKILL
    assert is_running(steps(server)["plan"])
    assert deliver(server.url, tmp_path / "spool") == 1

    plan = steps(server)["plan"]
    assert plan["error"].startswith("interrupted")
    assert (plan["inputs"], plan["outputs"]) == ({"question": "why"}, {"partial": True})
    assert plan["metadata"] == {"honeyhive": {"interrupted": True}}
    assert len(server.events()) == 1


def test_a_forked_child_sends_its_own_steps_live_and_not_those_of_the_parent(faults):
    done = run(
        faults.url,
        PROGRAM
        + """
hh.close()
hh = HoneyHive(api_key="hh_test", base_url=sys.argv[1], tracing=live._replace(
    delivery=DeliveryLimits(linger=0.0, live_after=0.3)))
with hh.session("s") as session:
    outer = session.event("parent's")
    child = os.fork()
    if child == 0:
        inner = session.event("child's")
        wait_for(hh, lambda: hh.stats().requests == 1)
        inner.end()
        os._exit(0 if hh.flush(20) else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    wait_for(hh, lambda: hh.stats().requests == 2)
    outer.end()
assert hh.flush(20)
""",
    )
    assert done.returncode == 0, done.stderr
    found = versions(faults)
    assert sorted(found) == [("child's", False), ("child's", True), ("parent's", False), ("parent's", True)]


def test_a_step_of_an_undecided_session_is_not_sent_live(server):
    with client(server.url, sample_rate=0.0, keep=Keep()) as hh, hh.session("job"), hh.event("plan"):
        assert next_live(hh) is None
        assert not hh.tracing._open().worker.live._begun
    assert steps(server) == {}


def test_a_step_of_a_session_outside_the_share_is_not_sent_live(server):
    with client(server.url, sample_rate=0.0) as hh:
        with hh.session("job"), hh.event("plan"):
            pass
        assert not hh.tracing._open().worker.live._begun
    assert server.events() == []


def test_steps_that_nobody_ends_are_not_kept_in_memory(server):
    with client(server.url, limits=LATER) as hh:
        step = hh.event("forgotten")
        seen = weakref.ref(step)
        step.session.end()
        del step
        gc.collect()
        assert seen() is None


def test_what_is_remembered_is_bounded_where_no_thread_runs(server):
    class Step:
        session_id = "s"
        is_ended = False

    with client(server.url, limits=LATER) as hh:
        live = hh.tracing._open().worker.live
        hh.close(0)
        for _ in range(60_000):
            live.begin(Step(), running_record)
        assert len(live._begun) == 50_000


def test_steps_on_many_threads_send_their_final_version_last_and_once(faults):
    is_bad = iter(range(10**6))

    def act(request):
        # Some early versions fail, in three different ways.
        if b'"running":true' not in request.body:
            return OK
        return (OK, OK, answer(400), RESET, answer(503))[next(is_bad) % 5]

    faults.forever = act

    def work(hh, number):
        for turn in range(30):
            with hh.session("job") as session, session.event(f"{number} {turn}") as step:
                step.outputs = {"turn": turn}
                if turn % 3 == 0:
                    hh.flush(5)

    with client(faults.url) as hh:
        threads = [threading.Thread(target=work, args=(hh, number)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert hh.flush(30), hh.stats()
        stats = hh.stats()

    seen: dict[str, list[bool]] = {}
    for name, running in versions(faults):
        seen.setdefault(name, []).append(running)
    assert len(seen) == 120
    assert set(map(tuple, seen.values())) == {(False,), (True, False)}
    assert stats.accepted == stats.delivered == 4 * 30 * 3
    assert is_balanced(stats)


def test_a_server_that_stores_a_late_first_version_keeps_the_final_one():
    with LocalServer() as server, client(server.url) as hh:
        with hh.session("job") as session, session.event("plan") as plan:
            early = running_record(plan)
        assert hh.flush(20)
        hh.events.create_batch(events=[json.loads(early.body)])
        assert not is_running(steps(server)["plan"])
