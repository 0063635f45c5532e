"""Forked children, against a server in the test process."""

import subprocess
import sys
import textwrap

import pytest

from .faults import FaultServer
from .programs import BEGIN, PATIENT, ROOT, names, run
from .spools import deliver


def test_after_a_fork_each_process_delivers_its_own(duplicating):
    done = run(
        duplicating.url,
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
    assert names(duplicating) == ["before", "child", "grandchild", "parent"]


def test_forks_while_other_threads_log_never_deadlock(duplicating):
    done = run(
        duplicating.url,
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


def test_a_fork_in_the_middle_of_the_first_event_leaves_a_child_that_delivers(duplicating):
    done = run(
        duplicating.url,
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
    assert names(duplicating) == ["before", *(f"child-{number}" for number in range(5))]


@pytest.mark.parametrize("half_loaded", ["honeyhive._core.prepare", "httpx", "honeyhive_api.models"])
def test_a_fork_in_the_middle_of_the_first_direct_call_leaves_a_child_that_can_call(half_loaded, duplicating):
    done = run(
        duplicating.url,
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
    assert names(duplicating) == ["direct"] * 2


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_children_of_multiprocessing_deliver_before_they_end(method, duplicating, tmp_path):
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
        [sys.executable, program, duplicating.url, PATIENT],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert names(duplicating) == ["child-0", "child-1", "child-2", "parent"]


@pytest.mark.parametrize("kept", ["in memory", "with a spool"])
@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_a_pool_that_ends_its_children_by_sigterm_loses_nothing_with_the_hook_or_with_a_spool(
    method, kept, duplicating, tmp_path
):
    program = tmp_path / "program.py"
    spool = tmp_path / "spool" if kept == "with a spool" else None
    program.write_text(
        BEGIN
        + textwrap.dedent(f"""
        import multiprocessing
        if {spool is not None}:
            hh = HoneyHive(api_key="hh_test", base_url=sys.argv[1], spool={str(spool)!r})
        def start():
            if {spool is None}: hh.tracing.flush_on_sigterm(timeout=30)
        def work(number):
            log(f"e{{number}}")
            return number
        if __name__ == "__main__":
            with multiprocessing.get_context({method!r}).Pool(2, initializer=start) as pool:
                assert pool.map(work, range(50)) == list(range(50))
        """)
    )
    command = [sys.executable, program, duplicating.url, PATIENT]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=ROOT, check=False)

    assert done.returncode == 0, done.stderr
    if spool is not None:
        deliver(duplicating.url, spool)
    assert set(names(duplicating)) == {f"e{number}" for number in range(50)}
    assert spool is not None or len(names(duplicating)) == 50
