"""How processes end, and signals, in front of a server in this one."""

import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest

from .faults import HANG, FaultServer
from .programs import BEGIN, PATIENT, ROOT, names, run


@pytest.mark.parametrize(
    "ending",
    ["", "sys.exit(0)", "raise SystemExit(3)", "1 / 0", "threading.Thread(target=log, args=('from-thread',)).start()"],
)
def test_a_healthy_end_delivers_everything(ending, duplicating):
    run(duplicating.url, f"for number in range(1000): log(f'e{{number:04}}')\n{ending}")

    found = names(duplicating)
    assert found[:1000] == [f"e{number:04}" for number in range(1000)]
    assert found[1000:] == (["from-thread"] if "thread" in ending.lower() else [])


@pytest.mark.parametrize("fault", [HANG, b"HTTP/1.1 503 X\r\ncontent-length: 0\r\n\r\n", None])
def test_the_end_of_a_process_waits_for_no_server(fault):
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
def test_sigterm_flushes_first_and_then_does_what_it_did_before(previous, duplicating):
    done = run(
        duplicating.url,
        f"""
        def own(number, frame):
            print("own handler")
            sys.exit(7)
        handlers = {{"default": signal.SIG_DFL, "own": own, "ignored": signal.SIG_IGN}}
        signal.signal(signal.SIGTERM, handlers[{previous!r}])
        hh.flush_on_sigterm(timeout=60)
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
            @hh.flush_before_return(timeout=60)
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
