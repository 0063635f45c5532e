"""Process exit and signals, against a server in the test process."""

import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest

from .faults import HANG, OK, FaultServer, answer
from .programs import BEGIN, PATIENT, ROOT, names, run


@pytest.mark.parametrize(
    "ending",
    ["", "sys.exit(0)", "raise SystemExit(3)", "1 / 0", "threading.Thread(target=log, args=('from-thread',)).start()"],
)
def test_process_exit_delivers_every_event(ending, duplicating):
    run(duplicating.url, f"for number in range(1000): log(f'e{{number:04}}')\n{ending}")

    found = names(duplicating)
    assert found[:1000] == [f"e{number:04}" for number in range(1000)]
    assert found[1000:] == (["from-thread"] if "thread" in ending.lower() else [])


@pytest.mark.parametrize("fault", [HANG, b"HTTP/1.1 503 X\r\ncontent-length: 0\r\n\r\n", None])
def test_process_exit_waits_at_most_exit_timeout_for_a_failing_server(fault):
    faults = FaultServer()
    faults.forever = fault
    url = faults.url if fault else "http://127.0.0.1:9"
    began = time.monotonic()
    done = run(url, "logging.basicConfig()\nfor number in range(50): log(f'e{number}')", exit_timeout="2")
    took = time.monotonic() - began
    faults.stop()

    assert done.returncode == 0
    assert done.stdout == ""
    assert "50 events were not delivered before the client closed" in done.stderr
    assert took < 10


@pytest.mark.parametrize("previous", ["default", "own", "ignored"])
def test_sigterm_flushes_and_then_runs_the_previous_handler(previous, duplicating):
    done = run(
        duplicating.url,
        f"""
        def own(number, frame):
            print("own handler")
            sys.exit(7)
        handlers = {{"default": signal.SIG_DFL, "own": own, "ignored": signal.SIG_IGN}}
        signal.signal(signal.SIGTERM, handlers[{previous!r}])
        hh.tracing.flush_on_sigterm(timeout=60)
        for number in range(50): log(f"e{{number}}")
        os.kill(os.getpid(), signal.SIGTERM)
        os._exit(5)
        """,
    )

    assert len(names(duplicating)) == 50
    assert done.returncode == {"default": -signal.SIGTERM, "own": 7, "ignored": 5}[previous]


def test_a_process_that_is_frozen_after_its_handler_returned_has_delivered(duplicating):
    handler = subprocess.Popen(
        [
            sys.executable,
            "-c",
            BEGIN
            + textwrap.dedent("""
            @hh.tracing.flush_before_return(timeout=60)
            def handle():
                for number in range(20): log(f"e{number}")
            handle()
            os.kill(os.getpid(), signal.SIGSTOP)
            """),
            duplicating.url,
            PATIENT,
        ],
        cwd=ROOT,
    )
    try:
        _, status = os.waitpid(handler.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        assert len(names(duplicating)) == 20
    finally:
        handler.kill()
        handler.wait()


def test_a_signal_handler_may_log_while_the_first_event_loads_tracing(duplicating):
    done = run(
        duplicating.url,
        """
        fired = []
        def handler(number, frame):
            fired.append(number)
            log("signal")
        signal.signal(signal.SIGALRM, handler)
        signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
        for number in range(200): log("main")
        signal.setitimer(signal.ITIMER_REAL, 0)
        assert fired
        assert hh.flush(20)
        assert hh.stats().delivered == 200 + len(fired)
        """,
    )

    assert done.returncode == 0, done.stderr
    assert names(duplicating).count("main") == 200


# Kinds of code that can log while the process ends.
LATE = """
import atexit, time, weakref
{before}
class Logs:
    def __del__(self): log("del")
class Held: pass
atexit.register(lambda: [log(f"early{{n}}") for n in range(100)])
log("first")
atexit.register(lambda: [log(f"late{{n}}") for n in range(100)])
held = Held()
weakref.finalize(held, log, "finalize")
atexit.register(weakref.finalize(Held, log, "second finalize"))
"""


def test_events_logged_by_exit_handlers_and_finalizers_are_delivered(duplicating):
    done = run(duplicating.url, LATE.format(before=""))

    assert done.returncode == 0, done.stderr
    wanted = {"first", "finalize", "second finalize"} | {f"{when}{n}" for when in ("early", "late") for n in range(100)}
    assert set(names(duplicating)) == wanted
    assert len(names(duplicating)) == len(wanted)


def test_an_exit_handler_older_than_the_import_is_delivered_by_the_thread_that_logs(duplicating):
    program = f"""
import atexit
atexit.register(lambda: [log(f"oldest{{n}}") for n in range(20)])
{BEGIN}
log("first")
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, duplicating.url, PATIENT],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert names(duplicating) == sorted(["first", *(f"oldest{n}" for n in range(20))])


def test_events_logged_by_a_daemon_thread_at_exit_are_delivered_or_counted(duplicating):
    done = run(
        duplicating.url,
        """
        import atexit
        logged, over = [], threading.Event()
        def work():
            while not over.is_set():
                log(f"daemon{len(logged)}")
                logged.append(1)
                over.wait(0.001)
        threading.Thread(target=work, daemon=True).start()
        def stop():
            over.set()
            threads = [one for one in threading.enumerate() if one.daemon and "work" in one.name]
            for one in threads: one.join()
            stats = hh.stats()
            print(len(logged), stats.accepted, stats.delivered + stats.pending + sum(stats.dropped.values()))
        atexit.register(stop)
        log("first")
        """,
    )

    assert done.returncode == 0, done.stderr
    logged, accepted, known = map(int, done.stdout.split())
    assert accepted == known == logged + 1
    assert len(names(duplicating)) == accepted


@pytest.mark.parametrize("fault", [HANG, answer(503)], ids=["hang", "503"])
def test_late_events_wait_for_no_server_and_are_counted_in_a_line(fault):
    faults = FaultServer()
    faults.forever = fault
    began = time.monotonic()
    done = run(faults.url, f"logging.basicConfig()\n{LATE.format(before='')}\nlogs = Logs()", exit_timeout="1")
    took = time.monotonic() - began
    faults.stop()

    assert done.returncode == 0, done.stderr
    assert "events were not delivered before the client closed" in done.stderr
    assert took < 10


def test_an_event_that_is_logged_by_a_destructor_at_the_very_end_is_counted_in_a_line(duplicating):
    done = run(
        duplicating.url,
        """
        logging.basicConfig()
        class Logs:
            def __init__(self, hh): self.hh = hh
            def __del__(self):
                self.hh.log_event({"event_name": "del"})
                stats = self.hh.stats()
                print(stats.accepted, stats.delivered, sum(stats.dropped.values()), flush=True)
        logs = Logs(hh)
        log("first")
        """,
    )

    assert done.returncode == 0
    assert done.stdout == "2 1 1\n"
    assert done.stderr.count("1 events were not delivered before the client closed") == 1


def test_late_events_respect_a_retry_after():
    faults = FaultServer()
    faults.forever = answer(503, b"", retry_after="60")
    done = run(
        faults.url,
        """
        from honeyhive._tracing.process import close_all
        log("first")
        close_all()
        for number in range(20): log(f"late{number}")
        stats = hh.stats()
        print(stats.accepted, stats.pending, stats.dropped)
        """,
        exit_timeout="5",
    )
    faults.stop()

    assert done.returncode == 0, done.stderr
    assert done.stdout == "21 0 {'unsent': 21}\n"
    assert len(faults.requests) == 1


def test_threads_that_log_late_at_the_same_time_deliver_every_event(duplicating):
    done = run(
        duplicating.url,
        """
        from honeyhive._tracing.process import close_all
        log("first")
        close_all()
        def work(name):
            for number in range(25): log(f"{name}-{number}")
        threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
        for one in threads: one.start()
        for one in threads: one.join()
        stats = hh.stats()
        print(stats.delivered, stats.pending, stats.dropped)
        """,
    )

    assert done.stdout == "101 0 {}\n", done.stderr
    assert len(names(duplicating)) == 101


JUST_BEFORE_THE_END = """
from honeyhive._tracing.process import close_all
worker = hh.tracing._open().worker
log("first")
counted, logged = worker.counters.stats, []
def stats(*given):
    found = counted(*given)
    if not found.pending and not logged and threading.current_thread() is threading.main_thread():
        logged.append(True)
        other = threading.Thread(target=lambda: [log(f"moment-{number}") for number in range(20)])
        other.start()
        other.join()
    return found
worker.counters.stats = stats
"""


def test_what_another_thread_logs_just_before_the_end_is_delivered(duplicating):
    """The event is logged after the last flush. A delivery thread may have taken it, and must not count it as lost."""
    done = run(
        duplicating.url,
        JUST_BEFORE_THE_END
        + textwrap.dedent("""
        close_all()
        stats = hh.stats()
        print(stats.delivered, stats.pending, sum(stats.dropped.values()))
        """),
    )

    assert done.stdout == "21 0 0\n", done.stderr
    assert len(names(duplicating)) == 21


def test_a_destructor_that_logs_while_the_end_delivers_gives_nothing_up(duplicating):
    done = run(
        duplicating.url,
        JUST_BEFORE_THE_END
        + textwrap.dedent("""
        class Logs:
            def __del__(self): log("destructor")
        deliver_until = worker._sender.deliver_until
        def and_collect(*given):
            other = threading.Thread(target=Logs)
            other.start()
            other.join()
            return deliver_until(*given)
        threads, worker._sender.deliver_until = worker._threads, and_collect
        threads.wake = lambda: None  # so that the end has to deliver it
        close_all()
        stats = hh.stats()
        print(stats.delivered, stats.pending, sum(stats.dropped.values()))
        """),
    )

    assert done.stdout == "22 0 0\n", done.stderr


def test_a_handler_that_raises_while_a_late_event_is_delivered_leaves_no_trace(duplicating):
    """The handler raises at each call of the worker.

    The event is delivered or counted, and later events are delivered.
    """
    done = run(
        duplicating.url,
        """
        from honeyhive._tracing.process import close_all
        log("first")
        close_all()
        worker = hh.tracing._open().worker
        def is_interrupted_at(wanted):
            seen = []
            def interrupt(frame, event, _):
                # Where Python runs signal handlers: at the entry of a function and after a call of one in C.
                if event in ("call", "c_return") and frame.f_code.co_filename.endswith("worker.py"):
                    seen.append(event)
                    if len(seen) == wanted:
                        sys.setprofile(None)
                        raise KeyboardInterrupt
            sys.setprofile(interrupt)
            try:
                log("interrupted")
            except KeyboardInterrupt:
                return True
            finally:
                sys.setprofile(None)
            return False
        number = 3  # before that, the call has not begun
        while is_interrupted_at(number):
            number += 1
            assert not worker._late, number
        log("last")
        stats = hh.stats()
        print(number > 8, stats.pending, stats.accepted - 2 - (number - 2))
        """,
        exit_timeout="60",
    )

    assert done.stdout == "True 0 0\n", done.stderr
    assert names(duplicating)[-1] == "last"


@pytest.mark.parametrize("ending", ["hh.flush(20)", "hh.close(20)", ""])
def test_process_exit_makes_one_attempt_after_an_outage(ending):
    faults = FaultServer()
    faults.forever = answer(503)
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            BEGIN
            + textwrap.dedent(f"""
            for number in range(50): log(f"e{{number}}")
            while hh.stats().requests < 6: hh.flush(0.3)
            print("down", flush=True)
            sys.stdin.readline()
            {ending}
            """),
            faults.url,
            PATIENT,
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    process.stdout.readline()
    faults.forever = OK
    process.communicate(b"up\n", timeout=60)
    found = names(faults)
    faults.stop()

    assert found == sorted(f"e{number}" for number in range(50))
