"""Forks, ends and signals, in processes of their own in front of a server in this one."""

import contextlib
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from honeyhive.server import LocalServer

from .faults import HANG, FaultServer

ROOT = Path(__file__).parents[2]
BEGIN = """
import os, sys, signal, threading, logging
from honeyhive import HoneyHive
from honeyhive.tracing import Options
hh = HoneyHive(api_key="hh_test", base_url=sys.argv[1], tracing=Options(exit_timeout=float(sys.argv[2])))
def log(name):
    hh.log_event({"event_name": name, "session_id": "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"})
"""


# A healthy process ends as soon as all is delivered, however slow the machine is.
PATIENT = "60"


def run(url, program, exit_timeout=PATIENT, **options):
    """Run the program, with a client and ``log(name)`` in it."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", BEGIN + textwrap.dedent(program), url, exit_timeout],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        check=False,
        **options,
    )


@pytest.fixture
def server():
    with LocalServer(dedupe=False) as running:
        yield running


def names(server):
    return sorted(event["event_name"] for event in server.events())


@pytest.mark.parametrize(
    "ending",
    ["", "sys.exit(0)", "raise SystemExit(3)", "1 / 0", "threading.Thread(target=log, args=('from-thread',)).start()"],
)
def test_a_healthy_end_delivers_everything(ending, server):
    run(server.url, f"for number in range(1000): log(f'e{{number:04}}')\n{ending}")

    found = names(server)
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


def test_after_a_fork_each_process_delivers_its_own(server):
    done = run(
        server.url,
        """
        log("before")
        child = os.fork()
        if child == 0:
            log("child")
            grandchild = os.fork()
            if grandchild == 0:
                log("grandchild")
                os._exit(0 if hh.flush(20) else 1)
            os.waitpid(grandchild, 0)
            assert hh.stats().accepted == 1
            os._exit(0 if hh.flush(20) else 1)
        log("parent")
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert hh.flush(20)
        """,
    )

    assert done.returncode == 0, done.stderr
    assert names(server) == ["before", "child", "grandchild", "parent"]


def test_a_signal_handler_may_log_while_the_first_event_loads_tracing(server):
    done = run(
        server.url,
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
    assert names(server).count("main") == 200


def test_forks_while_other_threads_log_never_deadlock(server):
    done = run(
        server.url,
        """
        over = threading.Event()
        def busy():
            while not over.is_set():
                log("busy")
                hh.stats()
        threads = [threading.Thread(target=busy, daemon=True) for _ in range(2)]
        for thread in threads: thread.start()
        for _ in range(40):
            child = os.fork()
            if child == 0:
                signal.alarm(20)
                log("child")
                hh.stats()
                os._exit(0)
            assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        over.set()
        for thread in threads: thread.join()
        hh.close(20)
        """,
    )

    assert done.returncode == 0, done.stderr


def test_a_fork_beside_a_thread_that_holds_a_lock_leaves_a_child_that_delivers_over_its_own_connection():
    faults = FaultServer()
    command = [sys.executable, "-m", "tests.tracing.forks", faults.url, "50"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=ROOT, check=False)
    stored = [found["event_name"] for found in faults.events()]
    faults.stop()

    assert done.returncode == 0, done.stderr
    assert (stored.count("delivered"), stored.count("parent")) == (3, 2)


def test_a_fork_in_the_middle_of_the_first_event_leaves_a_child_that_delivers(server):
    done = run(
        server.url,
        """
        log("before")
        children = []
        for number in range(5):
            child = os.fork()
            if child == 0:
                log(f"child-{number}")
                os._exit(0 if hh.flush(20) else 1)
            children.append(child)
        for child in children:
            assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        """,
    )

    assert done.returncode == 0, done.stderr
    assert names(server) == ["before", *(f"child-{number}" for number in range(5))]


@pytest.mark.parametrize("half_loaded", ["honeyhive.core.prepare", "httpx", "honeyhive_api.models"])
def test_a_fork_in_the_middle_of_the_first_direct_call_leaves_a_child_that_can_call(half_loaded, server):
    done = run(
        server.url,
        f"""
        def call():
            hh.events.create(event_type="tool", event_name="direct", inputs={{}})
        thread = threading.Thread(target=call)
        thread.start()
        while {half_loaded!r} not in sys.modules: pass
        child = os.fork()
        if child == 0:
            signal.alarm(20)
            call()
            os._exit(0)
        thread.join()
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        """,
    )

    assert done.returncode == 0, done.stderr
    assert names(server) == ["direct"] * 2


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_children_of_multiprocessing_deliver_before_they_end(method, server, tmp_path):
    program = tmp_path / "program.py"
    program.write_text(
        BEGIN
        + textwrap.dedent(f"""
        import multiprocessing
        if __name__ == "__main__":
            multiprocessing.set_start_method({method!r})
            log("parent")
            children = [multiprocessing.Process(target=log, args=(f"child-{{number}}",)) for number in range(3)]
            for child in children: child.start()
            for child in children: child.join()
            assert [child.exitcode for child in children] == [0, 0, 0]
        """)
    )
    done = subprocess.run(
        [sys.executable, program, server.url, PATIENT],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert names(server) == ["child-0", "child-1", "child-2", "parent"]


@pytest.mark.parametrize("previous", ["default", "own", "ignored"])
def test_sigterm_flushes_first_and_then_does_what_it_did_before(previous, server):
    done = run(
        server.url,
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

    assert len(names(server)) == 50
    assert done.returncode == {"default": -signal.SIGTERM, "own": 7, "ignored": 5}[previous]


def test_a_process_that_is_frozen_after_its_handler_returned_has_delivered(server):
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
            server.url,
            PATIENT,
        ],
        cwd=ROOT,
    )
    try:
        _, status = os.waitpid(handler.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        assert len(names(server)) == 20
    finally:
        handler.kill()
        handler.wait()


@pytest.mark.parametrize("spool", [False, True], ids=["in memory", "with a spool"])
def test_gunicorn_with_preload_loses_nothing_of_its_workers(spool, server, tmp_path):
    pytest.importorskip("gunicorn")
    httpx = pytest.importorskip("httpx")
    (tmp_path / "served.py").write_text(
        textwrap.dedent(f"""
        import os
        from honeyhive import HoneyHive
        from honeyhive.tracing import Options
        hh = HoneyHive(api_key="hh_test", base_url={server.url!r}, tracing=Options(exit_timeout={PATIENT}),
                       spool={str(tmp_path / "spool") if spool else False!r})
        hh.log_event({{"event_name": "preload"}})
        def app(environ, start_response):
            hh.log_event({{"event_name": "request", "metadata": {{"pid": os.getpid()}}}})
            start_response("200 OK", [("content-length", "0")])
            return [b""]
        """)
    )
    socket_path = tmp_path / "gunicorn.sock"
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "gunicorn",
            "--preload",
            "--workers",
            "4",
            "--bind",
            f"unix:{socket_path}",
            "served:app",
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
    )
    try:
        for line in process.stderr:
            if b"Booting worker" in line:
                break
        with httpx.Client(transport=httpx.HTTPTransport(uds=str(socket_path), retries=5)) as client:
            for _ in range(40):
                client.get("http://localhost/", headers={"connection": "close"})
    finally:
        process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=30)
        process.kill()
        process.communicate()

    assert names(server) == ["preload"] + ["request"] * 40
    assert not list(tmp_path.glob("spool/*"))


def test_celery_prefork_loses_nothing_of_its_children(server, tmp_path):
    pytest.importorskip("celery")
    (tmp_path / "tasks.py").write_text(
        textwrap.dedent(f"""
        from celery import Celery
        from honeyhive import HoneyHive
        from honeyhive.tracing import Options
        hh = HoneyHive(api_key="hh_test", base_url={server.url!r}, tracing=Options(exit_timeout={PATIENT}))
        app = Celery(broker="filesystem://", backend="file://{tmp_path}/results")
        folders = {{"data_folder_in": "{tmp_path}/q", "data_folder_out": "{tmp_path}/q"}}
        app.conf.update(broker_transport_options=folders, worker_hijack_root_logger=False)
        @app.task
        def work(number):
            hh.log_event({{"event_name": f"task-{{number}}"}})
            return number
        """)
    )
    (tmp_path / "q").mkdir()
    (tmp_path / "results").mkdir()
    env = {**os.environ, "PYTHONPATH": f"{ROOT}:{tmp_path}"}
    worker = subprocess.Popen(
        [sys.executable, "-m", "celery", "-A", "tasks", "worker", "--pool", "prefork", "--concurrency", "2"],
        cwd=tmp_path,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        subprocess.run(
            [
                sys.executable,
                "-c",
                "import tasks\nfor one in [tasks.work.delay(n) for n in range(10)]: one.get(timeout=40)",
            ],
            cwd=tmp_path,
            env=env,
            timeout=60,
            check=True,
        )
    finally:
        worker.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            worker.wait(30)
        worker.kill()
        worker.wait()

    assert names(server) == sorted(f"task-{number}" for number in range(10))
