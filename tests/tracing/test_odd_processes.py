"""Processes in unusual states: nothing is raised, and every logged event is sent or counted."""

import pytest

from .faults import answer
from .programs import names, run


@pytest.mark.parametrize("spool", ["", "hh = HoneyHive(api_key='hh_test', base_url=sys.argv[1], spool=sys.argv[0])"])
def test_a_full_table_of_descriptors_at_the_first_event_raises_nothing(server, tmp_path, spool):
    done = run(
        server.url,
        f"""
        import resource
        sys.argv[0] = {str(tmp_path / "spool")!r}
        {spool}
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        free = os.dup(0)
        os.close(free)
        resource.setrlimit(resource.RLIMIT_NOFILE, (free, hard))
        for number in range(3):
            log(str(number))
        with hh.event("dropped") as event:
            event.outputs = {{"a": 1}}
        early = hh.flush(0)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        log("later")
        hh.flush(30)
        stats = hh.stats()
        print(bool(early), stats.delivered, stats.dropped)
        """,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == ["False", "4", "{'unsent':", "1}"]
    assert names(server) == ["0", "1", "2", "later"]


# httpcore imports trio if it is installed, and trio cannot be imported with the sockets of eventlet.
EVENTLET = """
import sys
sys.modules["trio"] = None
import contextlib
import io
import warnings
warnings.simplefilter("ignore")
import eventlet
def patch():
    # eventlet prints a traceback about unreadable objects of other packages, but works anyway.
    with contextlib.redirect_stderr(io.StringIO()):
        eventlet.monkey_patch()
"""
GREEN = """
def work(number):
    with hh.event(f"step-{number}", inputs={"number": number}):
        eventlet.sleep(0.001)
    log(f"log-{number}")
pool = eventlet.GreenPool(20)
for number in range(50):
    pool.spawn_n(work, number)
pool.waitall()
print(bool(hh.flush(30)), hh.stats().delivered, hh.sessions.create(session_name="direct")["session_name"])
"""


@pytest.mark.parametrize(("first", "program"), [("patch()\n", ""), ("", "patch()\n")])
def test_eventlet_works_if_it_is_applied_before_the_first_event(server, first, program):
    done = run(server.url, program + GREEN, first=EVENTLET + first)

    # Each step outside of every session also has a session of its own, with a start and an end.
    assert (done.returncode, done.stderr, done.stdout.split()) == (0, "", ["True", "200", "direct"])


def test_eventlet_after_the_first_event_is_a_configuration_error_that_says_why(server, tmp_path):
    done = run(
        server.url,
        """
        logging.basicConfig(format="%(name)s %(levelname)s %(message)s")
        log("early")
        hh.flush(30)
        patch()
        log("late")
        for wait in (hh.flush, hh.close):
            try:
                wait(30)
            except Exception as error:
                print(type(error).__name__, error)
        """,
        first=EVENTLET,
    )

    assert done.returncode == 0
    assert done.stdout.count("ConfigurationError the threads of Python were replaced after the first event") == 2
    assert "honeyhive ERROR nothing is delivered: the threads of Python were replaced" in done.stderr
    assert names(server) == ["early"]


@pytest.mark.parametrize("is_reachable", [True, False])
@pytest.mark.parametrize("is_loaded", [True, False])
def test_freezegun_stops_the_times_of_events_but_not_delivery(server, is_reachable, is_loaded):
    """With a stopped clock, flush() returns, and a batch that got a 503 is retried."""
    program = f"""
        from freezegun import freeze_time
        if {is_loaded}:
            hh.log_event({{"event_name": "before"}})
            hh.flush(30)
        if not {is_reachable}:
            hh.close()
            hh = HoneyHive(api_key="hh_test", base_url="http://127.0.0.1:9")
        with freeze_time("2026-01-02 03:04:05"):
            with hh.session("s"):
                log("frozen")
            print(bool(hh.flush(30 if {is_reachable} else 0.2)), hh.stats().pending)
        """

    done = run(server.url, program, exit_timeout="0")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == (["True", "0"] if is_reachable else ["False", "3"])
    if is_reachable:
        (start,) = {event["start_time"] for event in server.events() if event["event_name"] == "frozen"}
        assert start == 1_767_323_045_000


def test_a_retry_comes_while_freezegun_stops_the_clock(faults):
    faults.script = [answer(503, b"{}")]
    done = run(
        faults.url,
        """
        from freezegun import freeze_time
        with freeze_time("2026-01-02 03:04:05"):
            log("frozen")
            print(bool(hh.flush(30)), hh.stats().delivered)
        """,
    )

    assert (done.returncode, done.stderr, done.stdout.split()) == (0, "", ["True", "1"])


@pytest.mark.parametrize("level", ["INFO", "DEBUG"])
def test_a_log_handler_that_logs_events_does_not_loop(server, level):
    """A line of httpx about a request of tracing would become an event, which would need the next request."""
    done = run(
        server.url,
        f"""
        class Handler(logging.Handler):
            def emit(self, record):
                log(record.name)
        logging.getLogger("app").info("not yet")
        logging.basicConfig(level="{level}", handlers=[Handler()])
        logging.getLogger("app").info("once")
        for _ in range(20):
            hh.flush(30)
        print(hh.stats().accepted)
        hh.sessions.create(session_name="direct")
        logging.getLogger().handlers.clear()
        """,
    )

    assert (done.returncode, done.stderr, done.stdout.split()) == (0, "", ["1"])
    assert {"app", "httpx"} <= set(names(server))


@pytest.mark.parametrize("has_spool", [False, True])
def test_nothing_is_raised_near_the_recursion_limit_and_every_call_is_counted(server, tmp_path, has_spool):
    """Each call is made with 0 to 119 frames left below the recursion limit."""
    done = run(
        server.url,
        f"""
        from honeyhive import current_session
        if {has_spool}:
            hh = HoneyHive(api_key="hh_test", base_url=sys.argv[1], spool={str(tmp_path / "spool")!r})
        session = hh.tracing.resume_session("6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10")

        def block():
            with hh.event("block", inputs={{"a": object()}}) as event:
                event.outputs = {{"a": 1}}
                event.metadata["b"] = 2
                event.error = ValueError("e")
                event.update(config={{"c": 3}}).usage(cost=1.0)

        def in_session():
            with hh.session("session", inputs={{"a": 1}}) as made:
                made.metadata = {{"a": 1}}

        def inside():
            session.event("inside").end()

        @hh.trace
        def traced(value):
            return value

        calls = [
            lambda: hh.log_event({{"event_name": "x", "inputs": {{"a": object()}}}}),
            block, in_session, inside,
            lambda: traced(1),
            lambda: hh.tracing.trace_headers(),
        ]

        def deep(frames, call):
            return deep(frames - 1, call) if frames > 0 else call()

        def edges():
            raised = 0
            for call in calls:
                room = sys.getrecursionlimit() - 3
                for spare in range(120):
                    try:
                        deep(room - spare, call)
                    except RecursionError as error:
                        last = error.__traceback__
                        while last.tb_next:
                            last = last.tb_next
                        # A traced function needs a frame, too.
                        raised += "honeyhive/_" in last.tb_frame.f_code.co_filename and call is not calls[4]
            return raised

        log("loads everything")
        with session:
            first, early = edges(), hh.stats()
            print(first, current_session().session_id == session.session_id)
        hh.flush(30)
        stats = hh.stats()
        print(stats.accepted == stats.delivered + stats.pending + sum(stats.dropped.values()))
        print(set(stats.dropped), stats.pending, 10 < stats.dropped["error"] < 300)
        """,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split("\n") == ["0 True", "True", "{'error'} 0 True", ""]
