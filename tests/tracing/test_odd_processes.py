"""Processes in unusual states: nothing is raised, and what was logged is sent or counted."""

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


EVENTLET = """
import warnings
warnings.simplefilter("ignore")
import eventlet
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


@pytest.mark.parametrize(("first", "program"), [("eventlet.monkey_patch()\n", ""), ("", "eventlet.monkey_patch()\n")])
def test_eventlet_works_if_it_is_applied_before_the_first_event(server, first, program):
    done = run(server.url, program + GREEN, first=EVENTLET + first)

    # A step outside of every session has a session of its own, which starts and ends.
    assert (done.returncode, done.stderr, done.stdout.split()) == (0, "", ["True", "200", "direct"])


def test_eventlet_after_the_first_event_is_a_configuration_error_that_says_why(server, tmp_path):
    done = run(
        server.url,
        """
        logging.basicConfig(format="%(name)s %(levelname)s %(message)s")
        log("early")
        hh.flush(30)
        eventlet.monkey_patch()
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
    """A flush ends, and what a 503 delayed is sent."""
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
            for _ in range(100):
                if hh.flush(0.3):
                    break
            print(hh.stats().delivered)
        """,
    )

    assert (done.returncode, done.stderr, done.stdout.split()) == (0, "", ["1"])


@pytest.mark.parametrize("level", ["INFO", "DEBUG"])
def test_a_root_handler_that_logs_through_the_client_comes_to_rest(server, level):
    """No line of httpx about a request of tracing becomes an event, which would take the next request."""
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
