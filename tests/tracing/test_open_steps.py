"""With a spool, a step that has begun outlives its process, and is sent as interrupted when its process is dead."""

import json
import os
import random

import pytest

from honeyhive import HoneyHive
from honeyhive._spool import open_steps
from honeyhive._spool.frames import scan
from honeyhive._spool.open_steps import interrupted
from honeyhive._tracing.delivery.records import Record
from honeyhive._tracing.limits import DiskLimits
from honeyhive.tracing import Options, read_spool, spool_status
from honeyhive_server import LocalServer
from tests.auditor.power_cut import after_cut, read_files, write_files

from .spools import deliver, files, look, opened, process, record

SESSION = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"
OTHER = "11111111-2222-4333-8444-555555555555"


def step(store, event_id=OTHER, **fields):
    body = {
        "event_id": event_id,
        "session_id": SESSION,
        "event_name": "plan",
        "start_time": 1_700_000_000_000,
        **fields,
    }
    store.write_step("event", event_id, SESSION, json.dumps(body).encode())


def set_on(store, event_id=OTHER, **fields):
    store.write_step("change", event_id, SESSION, json.dumps(fields).encode())


def found_by_the_next(path, **options):
    store = opened(path, **options)
    records = store.take(100)
    store.settle(records)
    store.forget()
    return [json.loads(one.body) for one in records]


def test_kill_9_inside_a_block_sends_it_as_interrupted_with_everything_that_was_set(server, tmp_path):
    killed = process(
        server.url,
        tmp_path / "spool",
        """
        with hh.session("s", session_id="6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10") as session:
            with session.event("plan", type="chain", inputs={"question": "why"}) as plan:
                with plan.event("child", inputs={"a": 1}) as child:
                    child.outputs = {"b": 2}
                hh.flush(30)
                plan.metadata = {"model": "m"}
                plan.outputs = {"partial": True}
                os.kill(os.getpid(), signal.SIGKILL)
        """,
    )
    killed.communicate(timeout=60)
    assert spool_status(tmp_path / "spool").left_behind == 1
    assert [one.body["event_name"] for one in read_spool(tmp_path / "spool")] == ["plan"]
    assert deliver(server.url, tmp_path / "spool") == 1

    events = {event["event_name"]: event for event in server.events()}
    plan = events["plan"]
    assert (plan["inputs"], plan["outputs"]) == ({"question": "why"}, {"partial": True})
    assert plan["metadata"] == {"model": "m", "honeyhive": {"interrupted": True}}
    assert plan["error"].startswith("interrupted")
    assert plan["end_time"] >= plan["start_time"]
    assert events["child"]["parent_id"] == plan["event_id"]
    assert files(tmp_path / "spool") == []


def test_changes_of_update_outlive_the_process(server, tmp_path):
    killed = process(
        server.url,
        tmp_path / "spool",
        """
        with hh.session("s") as session:
            with session.event("plan", type="chain") as plan:
                plan.metadata = {"model": "m"}
                plan.update(name="answer", type="model", metadata={"turn": 2}, error="cut")
                os.kill(os.getpid(), signal.SIGKILL)
        """,
    )
    killed.communicate(timeout=60)
    deliver(server.url, tmp_path / "spool")

    (event,) = server.events()
    assert (event["event_name"], event["event_type"]) == ("answer", "model")
    assert event["metadata"].items() >= {"model": "m", "turn": 2}.items()


def test_a_step_that_ended_is_sent_once_whatever_was_delivered_before(tmp_path):
    with LocalServer(dedupe=False) as server:
        killed = process(
            server.url,
            tmp_path / "spool",
            """
            for number in range(50):
                with hh.event(f"step {number}", inputs={"a": number}):
                    pass
                if number == 25:
                    hh.flush(30)
            hh.flush(30)
            os.kill(os.getpid(), signal.SIGKILL)
            """,
        )
        killed.communicate(timeout=60)
        deliver(server.url, tmp_path / "spool")
        names = [event["event_name"] for event in server.events() if event["event_type"] != "session"]
        assert len(names) == len(set(names)) == 50


def test_an_open_step_is_recovered_after_its_process_died(tmp_path):
    owner = opened(tmp_path)
    step(owner)
    set_on(owner, outputs={"x": 1})
    assert found_by_the_next(tmp_path) == []

    owner.forget()
    (found,) = found_by_the_next(tmp_path)
    assert found["outputs"] == {"x": 1}
    assert found_by_the_next(tmp_path) == []
    assert files(tmp_path) == []


def test_segments_go_only_after_the_steps_that_ended_in_them(tmp_path):
    owner = opened(tmp_path, limits=DiskLimits(tidy_bytes=500))
    step(owner)
    for number in range(20):
        event_id = f"00000000-0000-4000-8000-{number:012}"
        step(owner, event_id)
        owner.put(Record("event", event_id, SESSION, b'{"number":%d,"text":"%s"}' % (number, b"x" * 100)))
        owner.settle(owner.take(5))
    assert len(files(tmp_path, ".log")) <= 2
    owner.forget()

    assert [one["event_id"] for one in found_by_the_next(tmp_path)] == [OTHER]


def test_the_file_of_open_steps_stays_small(tmp_path):
    owner = opened(tmp_path)
    step(owner)
    for number in range(3_000):
        event_id = f"00000000-0000-4000-8000-{number:012}"
        step(owner, event_id, inputs={"text": "x" * 1_000})
        owner.put(Record("event", event_id, SESSION, b"{}"))
    (name,) = files(tmp_path, ".open")
    assert (tmp_path / name).stat().st_size < 1_200_000
    owner.forget()

    interrupted = [one for one in found_by_the_next(tmp_path) if one]
    assert [one["event_id"] for one in interrupted] == [OTHER]


@pytest.mark.parametrize("size", range(0, 400, 7))
def test_a_truncated_file_keeps_the_steps_before_the_cut(tmp_path, size):
    owner = opened(tmp_path)
    step(owner)
    set_on(owner, outputs={"x": 1})
    owner.forget()
    (name,) = files(tmp_path, ".open")
    data = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(data[:size])
    ends = [offset + length for offset, length in scan(data).places]

    found = found_by_the_next(tmp_path)
    assert len(found) == (size >= ends[0])
    assert ("outputs" in found[0] if found else False) == (size >= ends[1])


def test_a_recovery_that_dies_in_the_middle_is_repeated(tmp_path):
    owner = opened(tmp_path)
    step(owner)
    owner.put(record(1))
    owner.forget()
    (name,) = files(tmp_path, ".open")
    kept = (tmp_path / name).read_bytes()
    first = opened(tmp_path)
    assert len(first.take(10)) == 2
    first.forget()
    (tmp_path / name).write_bytes(kept)  # the state is as if the process had died before it deleted the file
    (tmp_path / name).chmod(0o600)

    assert len(found_by_the_next(tmp_path)) == 2
    assert files(tmp_path) == []


def test_an_end_that_the_full_queue_refuses_is_counted_and_not_sent_later(tmp_path):
    owner = opened(tmp_path, limits=DiskLimits(bytes=2_000))
    step(owner)
    owner.put(Record("event", OTHER, SESSION, b'{"text":"%s"}' % (b"x" * 5_000)))
    assert owner._counters.stats().dropped == {"queue_full": 1}
    owner.forget()

    assert found_by_the_next(tmp_path) == []


def test_a_step_that_ends_after_the_exit_began_is_sent_once(tmp_path):
    owner = opened(tmp_path)
    step(owner)
    owner.leave([])
    assert found_by_the_next(tmp_path) == []  # the step may end later
    owner.put(Record("event", OTHER, SESSION, json.dumps({"event_id": OTHER, "end_time": 5}).encode()))
    owner.leave([])
    owner.forget()

    assert [one.get("error") for one in found_by_the_next(tmp_path)] == [None]


def test_a_step_that_is_open_when_the_client_is_closed_is_sent_as_interrupted(server, tmp_path):
    hh = HoneyHive(api_key="hh_test", base_url=server.url, spool=str(tmp_path / "spool"))
    open_event = hh.event("never ended", inputs={"a": 1})
    hh.close()

    with HoneyHive(api_key="hh_test", base_url=server.url, spool=str(tmp_path / "spool")) as other:
        assert other.flush(30)
        assert other.stats().recovered == 1
    assert [event["event_id"] for event in server.events()] == [open_event.event_id]


def test_a_closed_client_with_nothing_open_leaves_no_file(server, tmp_path):
    with HoneyHive(api_key="hh_test", base_url=server.url, spool=str(tmp_path / "spool")) as hh:
        with hh.event("e") as event:
            event.outputs = {"a": 1}
        hh.flush(30)
    assert files(tmp_path / "spool") == []


def test_steps_of_unsampled_sessions_are_not_kept(tmp_path):
    options = Options(sample_rate=0.0)
    hh = HoneyHive(api_key="hh_test", base_url="http://127.0.0.1:9", spool=str(tmp_path / "spool"), tracing=options)
    with hh.event("e", inputs={"private": 1}):
        assert files(tmp_path / "spool", ".open") == []
    hh.close(0)


def test_a_forked_child_does_not_recover_the_open_steps_of_its_parent(server, tmp_path):
    with (
        HoneyHive(api_key="hh_test", base_url=server.url, spool=str(tmp_path / "spool")) as hh,
        hh.event("parent", inputs={"a": 1}),
    ):
        child = os.fork()
        if child == 0:
            hh.log_event({"event_name": "child", "session_id": SESSION})
            os._exit(0)
        os.waitpid(child, 0)
        look(hh.tracing._tracer.worker._store, type("Now", (), {"monotonic": 1e12}))
    deliver(server.url, tmp_path / "spool")
    events = [(event["event_name"], event.get("error")) for event in server.events()]
    assert sorted(events) == [("child", None), ("parent", None)]


@pytest.mark.parametrize("seed", range(20))
def test_space_of_ended_steps_is_reused_while_open_ones_stay_readable(tmp_path, monkeypatch, seed):
    """After each write, a reader in another process finds exactly the open steps, with their latest values."""
    monkeypatch.setattr(open_steps, "_FILE_BYTES", 4096)
    store, chance = opened(tmp_path), random.Random(seed)
    expected, rewritten = {}, set()
    for number in range(150):
        name = f"{number:08}-2222-4333-8444-555555555555"
        if not expected or chance.random() < 0.4:
            step(store, name, inputs={"text": "x" * chance.randrange(400)})
            expected[name] = None
        elif chance.random() < 0.5:
            name = chance.choice(list(expected))
            set_on(store, name, outputs={"n": number, "text": "y" * chance.randrange(300)})
            expected[name] = number
        else:
            name = chance.choice(list(expected)[-2:])
            del expected[name]
            store.put(Record("event", name, SESSION, b'{"event_id":"%b"}' % name.encode()))
        folder, names = store._opened(), sorted(one.name for one in tmp_path.iterdir())
        (journal,) = {one.partition(".")[0] for one in names}
        found = [json.loads(frame.body) for frame in interrupted(folder, journal, names)]
        assert {one["event_id"]: one.get("outputs", {}).get("n") for one in found} == expected
        rewritten |= {one for one in names if one.endswith(".open")}
    assert len(rewritten) < 30
    store.forget()


def test_a_power_cut_during_recovery_loses_no_step_of_a_dead_process(tmp_path, monkeypatch):
    """The files of the dead process may be safe on the disk, so no file is deleted before its replacement is synced."""
    dead = opened(tmp_path / "dead")
    names = {f"{number:08}-2222-4333-8444-555555555555" for number in range(40)}
    for name in sorted(names):
        step(dead, name, inputs={"text": "x" * 300})
    dead.forget()
    before = read_files(tmp_path / "dead")
    states, synced, opened_files = [], {}, {}

    def noting(module, function, note):
        real = getattr(module, function)

        def call(*args, **kwargs):
            done = real(*args, **kwargs)
            note(done, *args)
            states.append((read_files(tmp_path / "dead"), dict(synced)))
            return done

        monkeypatch.setattr(module, function, call)

    def sync(_, fd):
        synced[opened_files.get(fd, "")] = os.fstat(fd).st_size

    noting(os, "open", lambda fd, name, *_: opened_files.update({fd: name}))
    noting(os, "write", lambda *_: None)
    noting(os, "fsync", sync)
    noting(os, "rename", lambda *_: None)
    noting(os, "unlink", lambda *_: None)
    opened(tmp_path / "dead").forget()
    monkeypatch.undo()

    for number, (later, safe) in enumerate(states):
        for seed in range(8):
            path = tmp_path / f"{number}-{seed}"
            write_files(path, after_cut(before, later, safe, random.Random(seed)))
            assert {one["event_id"] for one in found_by_the_next(path)} == names, (number, seed)
