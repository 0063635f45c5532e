"""Spools of processes that are killed, ended, restarted and forked: nothing is lost or duplicated."""

import random
import signal
import time

import pytest

from honeyhive import HoneyHive
from honeyhive._tracing.delivery.threads import DeliveryThreads
from honeyhive_server import LocalServer

from .faults import HANG, OK, FaultServer, answer
from .spools import deliver, files, killed_while_logging, process, waiting

REFUSING = "http://127.0.0.1:9"
ROUNDS = 20


@pytest.fixture
def server():
    with LocalServer() as running:
        yield running


def names(server):
    return [event["event_name"] for event in server.events()]


def ids(server):
    return [event["event_id"] for event in server.events()]


def test_kill_9_at_any_moment_loses_nothing(server, tmp_path):
    moments = random.Random(9)
    accepted = []
    for number in range(ROUNDS):
        accepted += killed_while_logging(server.url, tmp_path / "spool", moments.uniform(0, 0.2), number * 10**6)
    deliver(server.url, tmp_path / "spool")

    stored = ids(server)
    assert len(accepted) > ROUNDS
    assert set(accepted) <= set(stored)
    assert len(stored) == len(set(stored))
    # A process that is killed between the write and the return of a call has stored one more event than it reported.
    assert len(stored) <= len(accepted) + ROUNDS
    assert files(tmp_path / "spool") == []


def test_without_deduplication_at_most_the_batch_on_its_way_comes_twice(duplicating, tmp_path):
    accepted = killed_while_logging(duplicating.url, tmp_path / "spool", 0.3)
    deliver(duplicating.url, tmp_path / "spool")

    stored = ids(duplicating)
    assert set(accepted) <= set(stored)
    assert len(stored) - len(set(stored)) <= 100


def test_sigterm_with_default_settings_loses_nothing(server, tmp_path):
    ended = process(
        server.url,
        tmp_path / "spool",
        """
        for number in range(50): log(number)
        os.kill(os.getpid(), signal.SIGTERM)
        """,
    )
    ended.communicate(timeout=30)
    deliver(server.url, tmp_path / "spool")

    assert ended.returncode == -signal.SIGTERM
    assert names(server) == [str(number) for number in range(50)]


@pytest.mark.parametrize("fault", [HANG, answer(503), None], ids=["hung", "503", "refused"])
def test_process_exit_in_an_outage_is_quick_and_keeps_every_event(fault, server, tmp_path):
    faults = FaultServer()
    faults.forever = fault
    ended = process(
        faults.url if fault else REFUSING,
        tmp_path / "spool",
        """
        logging.basicConfig(format="%(message)s")
        for number in range(500): log(number)
        before = time.monotonic()
        flushed = hh.close(timeout=1)
        print(flushed.delivered, flushed.pending, flushed.dropped, flushed.kept, bool(flushed))
        print(time.monotonic() - before < 5)
        stats = hh.stats()
        print(stats.accepted + stats.recovered == stats.delivered + stats.pending + sum(stats.dropped.values()))
        """,
        stderr=-1,
    )
    out, err = ended.communicate(timeout=30)
    faults.stop()

    assert out.split() == [b"0", b"500", b"0", b"500", b"False", b"True", b"True"]
    assert err.count(b"500 events stay in the spool: the next start delivers them") == 1
    assert deliver(server.url, tmp_path / "spool") == 500
    assert names(server) == [str(number) for number in range(500)]


def test_the_next_start_delivers_without_logging_anything(server, tmp_path):
    process(REFUSING, tmp_path / "spool", "for number in range(300): log(number)").communicate(timeout=30)
    started = process(server.url, tmp_path / "spool", "while hh.stats().delivered < 300: time.sleep(0.01)")
    started.communicate(timeout=30)

    assert names(server) == [str(number) for number in range(300)]


@pytest.mark.parametrize("timeout", [0, 0.01])
def test_flush_is_false_if_no_thread_has_searched_the_spool_yet(timeout, tmp_path, monkeypatch):
    spool = tmp_path / "spool"
    killed_while_logging(REFUSING, spool, 0.1)
    with monkeypatch.context() as patched:
        patched.setattr(DeliveryThreads, "_start_one", lambda _: None)  # as if the machine were too busy
        with HoneyHive(api_key="hh_test", base_url=REFUSING, spool=spool) as hh:
            flushed = hh.flush(timeout)

    assert not flushed
    assert flushed.pending == flushed.kept > 0


def test_a_healthy_run_leaves_no_file_and_logs_nothing(server, tmp_path):
    ended = process(
        server.url, tmp_path / "spool", "logging.basicConfig()\nfor number in range(1000): log(number)", "60", stderr=-1
    )
    out, err = ended.communicate(timeout=60)

    assert (ended.returncode, out, err) == (0, b"", b"")
    assert files(tmp_path / "spool") == []
    assert names(server) == [str(number) for number in range(1000)]


def test_an_outage_with_a_restart_in_the_middle_keeps_all_in_order(tmp_path):
    faults = FaultServer()
    faults.forever = answer(503)
    program = "for number in range({}, {}): log(number, inputs={{'number': number}})"
    for start in (0, 150, 300):
        process(faults.url, tmp_path / "spool", program.format(start, start + 150), "0").communicate(timeout=30)
    faults.forever = OK
    process(faults.url, tmp_path / "spool", program.format(450, 600) + "\nhh.flush(50)").communicate(timeout=60)
    stored = [event["inputs"]["number"] for event in faults.events()]
    faults.stop()

    assert stored == list(range(600))


def test_each_record_of_two_processes_on_one_spool_is_delivered_once_if_one_is_killed(duplicating, tmp_path):
    program = """
    sys.stdin.readline()
    for number in range(1500): log(f"{sys.argv[4]}-{number}")
    print("done", flush=True)
    sys.stdin.readline()
    """
    spool = tmp_path / "spool"
    # The killed process cannot reach a server, so that no request is in flight at the kill.
    victim, survivor = (
        process(url, spool, program.replace("sys.argv[4]", repr(name)), "60", stdin=-1)
        for name, url in (("victim", REFUSING), ("survivor", duplicating.url))
    )
    for one in (victim, survivor):
        one.stdin.write(b"go\n")
        one.stdin.flush()
    for one in (victim, survivor):
        assert one.stdout.readline() == b"done\n"
    victim.kill()
    victim.communicate()
    survivor.communicate(b"end\n", timeout=60)
    deliver(duplicating.url, spool)

    found = names(duplicating)
    assert [name for name in found if name.startswith("victim")] == [f"victim-{number}" for number in range(1500)]
    assert [name for name in found if name.startswith("survivor")] == [f"survivor-{number}" for number in range(1500)]
    assert len(found) == 3000


def test_many_starts_at_the_same_time_share_what_is_left_without_sending_anything_twice(duplicating, tmp_path):
    for group in range(4):
        program = f"for number in range(100): log({group} * 100 + number)"
        process(REFUSING, tmp_path / "spool", program, "0").communicate(timeout=30)
    starts = [process(duplicating.url, tmp_path / "spool", "print(hh.flush(50).pending)") for _ in range(4)]
    for one in starts:
        assert one.communicate(timeout=60)[0] == b"0\n"
    deliver(duplicating.url, tmp_path / "spool")

    assert sorted(map(int, names(duplicating))) == list(range(400))
    assert files(tmp_path / "spool") == []


def test_two_clients_of_one_process_share_a_spool(duplicating, tmp_path):
    both = process(
        duplicating.url,
        tmp_path / "spool",
        """
        other = HoneyHive(api_key="hh_other", base_url=sys.argv[1], spool=sys.argv[2])
        for number in range(200):
            (hh if number % 2 else other).log_event({"event_name": str(number)})
        print(bool(hh.close(50)), bool(other.close(50)))
        """,
    )
    assert both.communicate(timeout=60)[0] == b"True True\n"

    assert sorted(map(int, names(duplicating))) == list(range(200))
    assert files(tmp_path / "spool") == []


def test_a_forked_child_writes_files_of_its_own_and_holds_nothing_of_its_parents(duplicating, tmp_path):
    parent = process(
        REFUSING,
        tmp_path / "spool",
        """
        log("parent")
        child = os.fork()
        if child == 0:
            log("child")
            while not hh.tracing._tracer.worker._store.has_looked: time.sleep(0.01)  # or it recovers the rest later
            print(hh.stats().accepted, flush=True)
            sys.stdin.readline()
            os._exit(0)
        print("forked", flush=True)
        sys.stdin.readline()
        """,
        stdin=-1,
    )
    said = {parent.stdout.readline() for _ in range(2)}
    assert said == {b"1\n", b"forked\n"}
    parent.kill()
    parent.wait()

    # The child keeps its own file open, but has closed the file of its parent.
    assert waiting(tmp_path / "spool", of="event_name") == ["parent"]
    assert deliver(duplicating.url, tmp_path / "spool") == 1
    parent.communicate()
    assert deliver(duplicating.url, tmp_path / "spool") == 1
    assert sorted(names(duplicating)) == ["child", "parent"]


def test_a_full_file_system_is_logged_once_and_used_again_later(server, tmp_path):
    ended = process(
        REFUSING,
        tmp_path / "spool",
        """
        import resource
        from honeyhive._tracing.limits import DiskLimits
        logging.basicConfig(format="%(message)s")
        hh = HoneyHive(api_key="hh_test", base_url=sys.argv[1], spool=sys.argv[2],
                       tracing=Options(exit_timeout=0, disk=DiskLimits(retry_interval=0.05)))
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
        for number in range(500): log(number)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        while len(hh.tracing._tracer.worker._store._memory):
            time.sleep(0.06)
            log("more")
        stats = hh.stats()
        print(stats.accepted == stats.pending, stats.dropped, flush=True)
        hh.close(0)  # what was on its way meanwhile is only now on disk
        os.kill(os.getpid(), signal.SIGKILL)
        """,
        stderr=-1,
    )
    out, err = ended.communicate(timeout=60)

    assert out == b"True {}\n"
    assert err.count(b"cannot be written") == 1
    assert deliver(server.url, tmp_path / "spool") > 500
    found = names(server)
    assert sorted(name for name in found if name != "more") == sorted(str(number) for number in range(500))


def test_waiting_events_of_a_spool_are_not_in_memory(tmp_path):
    faults = FaultServer()
    faults.forever = HANG
    ended = process(
        faults.url,
        tmp_path / "spool",
        """
        def resident():
            with open("/proc/self/statm") as file: return int(file.read().split()[1]) * 4096
        text = "x" * 100_000
        log(0, inputs={"text": text})
        hh.flush(0.5)
        before = resident()
        for number in range(1000): log(number, inputs={"text": text})
        print(resident() - before)
        """,
        "0",
    )
    out, _ = ended.communicate(timeout=60)
    faults.stop()

    # The spool has 100 MB on disk.
    assert int(out) < 64 << 20
    assert sum(one.stat().st_size for one in (tmp_path / "spool").glob("*.log")) > 100_000_000


def test_a_process_that_ends_while_another_runs_is_taken_over_by_it(duplicating, tmp_path):
    runs = process(
        duplicating.url,
        tmp_path / "spool",
        """
        from honeyhive._tracing.limits import DiskLimits
        hh = HoneyHive(api_key="hh_test", base_url=sys.argv[1], spool=sys.argv[2],
                       tracing=Options(disk=DiskLimits(look_interval=0.05)))
        log("first")
        print(bool(hh.flush(30)), flush=True)
        ends = time.monotonic() + 30
        while hh.stats().recovered < 100 and time.monotonic() < ends: time.sleep(0.01)
        print(hh.flush(30).delivered)
        """,
    )
    assert runs.stdout.readline() == b"True\n"
    process(REFUSING, tmp_path / "spool", "for number in range(100): log(number)", "0").communicate(timeout=30)

    out, _ = runs.communicate(timeout=60)
    assert out == b"101\n"
    assert names(duplicating) == ["first", *map(str, range(100))]


def test_process_exit_waits_at_most_two_seconds(tmp_path):
    faults = FaultServer()
    faults.forever = HANG
    began = time.monotonic()
    process(faults.url, tmp_path / "spool", "for number in range(1000): log(number)").communicate(timeout=30)
    took = time.monotonic() - began
    faults.stop()

    assert took < 10  # this includes the start of the process on a busy machine


@pytest.mark.parametrize("fault", [OK, HANG, answer(503)], ids=["healthy", "hung", "503"])
def test_with_a_spool_nothing_is_lost_that_is_logged_while_the_process_ends(fault, server, tmp_path):
    faults = FaultServer()
    faults.forever = fault
    ended = process(
        faults.url,
        tmp_path / "spool",
        """
        import atexit, weakref
        class Logs:
            def __init__(self, hh): self.hh = hh
            def __del__(self): self.hh.log_event({"event_name": "del"})
        class Held: pass
        logs, held = Logs(hh), Held()
        atexit.register(lambda: [log(f"early{n}") for n in range(100)])
        log("first")
        atexit.register(lambda: [log(f"late{n}") for n in range(100)])
        weakref.finalize(held, log, "finalize")
        """,
        "1",
    )
    ended.communicate(timeout=30)
    delivered = {event["event_name"] for event in faults.events()}
    faults.stop()
    deliver(server.url, tmp_path / "spool")

    wanted = {"first", "finalize", "del"} | {f"{when}{n}" for when in ("early", "late") for n in range(100)}
    assert delivered | set(names(server)) == wanted
    assert files(tmp_path / "spool") == []
