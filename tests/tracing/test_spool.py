"""Every intact record in the files of a spool is read back, and only by one process."""

import asyncio
import errno
import fcntl
import os
import queue
import resource
import shutil
import stat
import threading
from pathlib import Path
from zlib import crc32

import pytest

from honeyhive import AsyncHoneyHive, ConfigurationError, HoneyHive
from honeyhive._spool.folder import Folder
from honeyhive._spool.frames import MAGIC, encoded, scan
from honeyhive._spool.recovery import Recovery
from honeyhive._tracing.delivery.counters import Counters
from honeyhive._tracing.delivery.queue import MemoryStore
from honeyhive._tracing.events.prebuilt import log_lazy
from honeyhive._tracing.limits import DiskLimits, QueueLimits
from honeyhive.tracing import Options, read_spool, spool_status

from .spools import Clock, files, look, numbers, opened, record, waiting


def left(path, count, **options):
    """Leave ``count`` records of a dead process in a spool, and return their file."""
    store = opened(path, **options)
    for number in range(count):
        store.put(record(number))
    store.forget()
    return path / files(path, ".log")[-1]


def test_a_record_is_read_back_as_it_was_logged(tmp_path):
    store = opened(tmp_path / "spool")
    logged = [record(1, "start", "s"), record(2, "event", "s", 5_000), record(3, "change", "ü")]
    for one in logged:
        store.put(one)

    found = store.take(10)
    assert [(a.kind, a.event_id, a.session_id, a.body) for a in found] == [
        (b.kind, b.event_id, b.session_id, b.body) for b in logged
    ]
    assert [one.number for one in found] == [1, 2, 3]


def test_records_of_a_dead_process_come_first_and_delivered_ones_are_not_repeated(tmp_path):
    clock = Clock()
    first = opened(tmp_path, limits=DiskLimits(segment_bytes=600), clock=clock)
    for number in range(20):
        first.put(record(number))
    first.settle(first.take(7))
    first.forget()
    second = opened(tmp_path)
    for number in range(20, 25):
        second.put(record(number))

    assert numbers(second.take(4)) == [7, 8, 9, 10]
    assert numbers(second.take(100)) == list(range(11, 25))


def test_a_process_that_cannot_open_files_leaves_those_of_the_dead_to_others(tmp_path):
    left(tmp_path, 3)
    recovery = Recovery(Folder(str(tmp_path)), DiskLimits())
    free = os.dup(0), os.dup(0)
    for one in free:
        os.close(one)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(free) + 1, hard))
    try:
        recovery.look(None)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))

    assert not recovery.is_reading
    assert waiting(tmp_path) == [0, 1, 2]


def test_files_are_deleted_when_all_their_records_are_delivered(tmp_path):
    left(tmp_path, 30, limits=DiskLimits(segment_bytes=600))
    store = opened(tmp_path)
    for number in range(30):
        store.put(record(number))
    store.settle(store.take(100))
    assert len(files(tmp_path, ".log")) == 1  # the file of the process that still runs

    assert store.leave([]) == 0
    assert files(tmp_path) == []


def test_a_large_file_without_pending_records_is_replaced(tmp_path):
    store = opened(tmp_path, limits=DiskLimits(tidy_bytes=1_000))
    for number in range(40):
        store.put(record(number, size=100))
        store.settle(store.take(1))

    assert sum(one.stat().st_size for one in tmp_path.glob("*.log")) < 1_500


@pytest.mark.parametrize("damage", ["cut", "flipped", "zeroed"])
def test_records_before_a_damaged_byte_are_recovered(damage, tmp_path):
    source = left(tmp_path / "source", 5)
    data = source.read_bytes()
    ends = [offset + length for offset, length in scan(data).places]
    spool = tmp_path / "spool"
    spool.mkdir(0o700)
    broken = spool / source.name
    for offset in range(len(data)):
        if damage == "cut":
            changed = data[:offset]
        elif damage == "flipped":
            changed = data[:offset] + bytes([data[offset] ^ (1 << offset % 8)]) + data[offset + 1 :]
        else:
            changed = data[:offset] + bytes(len(data) - offset)
        broken.write_bytes(changed)
        broken.chmod(0o600)
        counters = Counters()
        store = opened(spool, counters=counters)
        found = numbers(store.take(100))
        store.forget()

        intact = sum(end <= offset for end in ends)
        assert found[:intact] == list(range(intact))
        assert found == sorted(set(found))
        if damage == "flipped":
            assert len(found) == 4
            assert counters.stats().dropped == {"damaged": 1}
        for one in spool.iterdir():
            one.unlink()


def test_a_truncated_segment_before_the_last_counts_as_lost(tmp_path):
    left(tmp_path, 6, limits=DiskLimits(segment_bytes=600))
    first = tmp_path / files(tmp_path, ".log")[0]
    first.write_bytes(first.read_bytes()[:-3])
    counters = Counters()

    assert len(opened(tmp_path, counters=counters).take(10)) == 5
    assert counters.stats().dropped == {"damaged": 1}


@pytest.mark.parametrize(("kind", "event_id"), [(3, 36), (0, 60_000)])
def test_a_frame_with_an_unknown_kind_or_length_is_damaged(kind, event_id):
    data = bytearray(encoded(record(1), 1_800_000_000_000))
    data[24:27] = bytes([kind, *event_id.to_bytes(2, "little")])
    data[4:8] = crc32(data[12:29]).to_bytes(4, "little")
    data[8:12] = crc32(data[12:]).to_bytes(4, "little")

    assert scan(bytes(data)) == ([], 1, False)


def test_every_flipped_bit_is_detected():
    data = b"".join(encoded(record(number), 1_800_000_000_000) for number in range(3))
    for position in range(len(data) * 8):
        flipped = bytearray(data)
        flipped[position // 8] ^= 1 << position % 8
        found = scan(bytes(flipped))
        assert (len(found.places), found.damaged) == (2, 1)


def test_a_user_cannot_forge_a_record_inside_of_another():
    inner = encoded(record(1), 1_800_000_000_000)
    with pytest.raises(UnicodeDecodeError):
        inner.decode()
    assert MAGIC[0] == 0xFF


def test_a_damaged_file_is_kept_and_logged_in_one_line(tmp_path, caplog):
    source = left(tmp_path, 5)
    data = bytearray(source.read_bytes())
    data[200] ^= 1
    source.write_bytes(data)
    counters = Counters()
    store = opened(tmp_path, counters=counters)
    found = store.take(100)
    assert len(found) == 4
    counters.delivered += 4
    store.settle(found)
    store._log.emit()

    assert store.leave([]) == 0
    assert files(tmp_path) == [source.name.replace(".log", ".damaged")]
    assert [entry.getMessage() for entry in caplog.records] == [
        f"the spool is damaged in 1 places of a file, kept as {tmp_path}/{files(tmp_path)[0]}"
    ]
    stats = counters.stats()
    assert stats.recovered == 5 == stats.delivered + stats.pending + sum(stats.dropped.values())
    assert waiting(tmp_path) == []


def test_records_with_a_damaged_mark_are_sent_again(tmp_path):
    store = opened(tmp_path / "source")
    for number in range(6):
        store.put(record(number))
    store.settle(store.take(3))
    store.forget()
    marks = tmp_path / "source" / files(tmp_path / "source", ".done")[0]
    data = marks.read_bytes()
    for offset in range(len(data)):
        for changed in (data[:offset], data[:offset] + bytes([data[offset] ^ 1]) + data[offset + 1 :]):
            marks.write_bytes(changed)
            found = waiting(tmp_path / "source")
            assert found[-3:] == [3, 4, 5]
            assert len(found) <= 4 or len(changed) < len(data)


def test_two_living_processes_never_have_the_same_record(tmp_path):
    left(tmp_path, 10)
    clock = Clock()
    one, two = opened(tmp_path, clock=clock), opened(tmp_path, clock=clock)
    one.put(record(10))
    two.put(record(11))
    clock.advance(100)
    look(one, clock)
    look(two, clock)

    assert numbers(one.take(100)) == list(range(11))
    assert numbers(two.take(100)) == [11]
    one.forget()
    clock.advance(100)
    look(two, clock)
    assert numbers(two.take(100)) == list(range(11))


def test_the_disk_is_bounded_by_the_bytes_of_all_processes_and_session_starts_have_room_left(tmp_path):
    left(tmp_path, 40)
    counters = Counters()
    store = opened(tmp_path, counters=counters, limits=DiskLimits(bytes=10_000))
    for number in range(60):
        store.put(record(number))
    full = counters.stats()
    store.put(record(60, "start"))

    assert 9_800 < sum(one.stat().st_size for one in tmp_path.glob("*.log")) <= 10_200
    assert full.dropped == {"queue_full": full.accepted + full.recovered - full.pending}
    assert full.dropped["queue_full"] > 10
    assert counters.stats().pending == full.pending + 1


def test_processes_that_write_at_the_same_time_share_the_bound(tmp_path):
    limits = DiskLimits(bytes=30_000, segment_bytes=1_000)
    stores = [opened(tmp_path, limits=limits) for _ in range(3)]
    for number in range(300):
        for store in stores:
            store.put(record(number))

    assert sum(one.stat().st_size for one in tmp_path.glob("*.log")) <= 30_000 + 3 * 1_000


def test_records_that_waited_for_too_long_are_dropped_and_counted(tmp_path):
    clock = Clock()
    old = opened(tmp_path, clock=clock)
    old.put(record(1))
    clock.advance(7 * 24 * 3600 - 10)
    old.put(record(2))
    clock.advance(20)
    old.forget()
    counters = Counters()
    store = opened(tmp_path, clock=clock, counters=counters)

    assert numbers(store.take(10)) == [2]
    stats = counters.stats()
    assert (stats.recovered, stats.pending, stats.dropped) == (2, 1, {"expired": 1})


def test_a_disk_that_fails_makes_records_wait_in_memory_until_it_is_back(tmp_path, monkeypatch, caplog):
    clock = Clock()
    counters = Counters()
    store = opened(tmp_path, clock=clock, counters=counters, memory=QueueLimits(records=50))
    store.put(record(0))
    write, room = os.write, [300]

    def full(fd, data):
        if len(data) > room[0]:
            written = write(fd, data[: room[0]]) if room[0] else 0
            room[0] = 0
            if not written:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return written
        room[0] -= len(data)
        return write(fd, data)

    monkeypatch.setattr(os, "write", full)
    for number in range(1, 60):
        store.put(record(number))
    clock.advance(10)
    store.put(record(60))
    assert counters.stats().dropped == {"queue_full": 8}
    monkeypatch.setattr(os, "write", write)
    clock.advance(10)
    for number in range(61, 70):
        store.put(record(number))
    store._log.emit()

    assert len(caplog.records) == 2
    assert "No space left on device): events wait in memory" in caplog.records[0].getMessage()
    assert caplog.records[1].getMessage() == "the spool can be written again"
    in_order = [*range(53), *range(61, 70)]
    assert len(store) == len(in_order)
    assert numbers(store.take(40) + store.take(100)) == in_order
    assert (len(store), store.last_taken) == (0, len(in_order))
    store.forget()
    assert waiting(tmp_path) == in_order
    assert counters.stats().pending == len(in_order)


def test_what_is_in_memory_is_lost_at_the_end_only_if_the_disk_still_fails(tmp_path, monkeypatch):
    store = opened(tmp_path)
    store.put(record(0))

    def full(fd, data):
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        for number in range(1, 5):
            store.put(record(number))
        taken = store.take(3)
    assert numbers(taken) == [0, 1, 2]
    assert store.leave(taken) == 0
    assert store.kept == 5
    assert sorted(waiting(tmp_path)) == [0, 1, 2, 3, 4]


def test_files_are_the_owners_alone_and_hold_no_key(tmp_path):
    spool = tmp_path / "deep" / "spool"
    before = os.umask(0)
    try:
        hh = HoneyHive(api_key="hh_secret_key", base_url="http://127.0.0.1:9/secret-path", spool=spool)
        hh.log_event({"inputs": {"password": "hh_secret_key"}})
        hh.close(0)
    finally:
        os.umask(before)

    assert stat.S_IMODE(spool.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in spool.iterdir()} == {0o600}
    assert not any(b"secret" in one.read_bytes() for one in spool.iterdir())


@pytest.fixture
def untrusted(tmp_path):
    """Return folders that cannot be used as a spool, each with the beginning of the error message."""
    mine = tmp_path / "mine"
    mine.mkdir(0o700)
    (tmp_path / "link").symlink_to(mine)
    (tmp_path / "file").write_text("")
    open_to_all = tmp_path / "open"
    open_to_all.mkdir()
    open_to_all.chmod(0o755)
    (open_to_all / "notes.txt").write_text("not ours")
    return [
        (tmp_path / "link", "choose a folder that can be written"),
        (tmp_path / "file", "choose a folder"),
        (open_to_all, f"is open to other users and holds other files: .* such as {open_to_all}/honeyhive"),
    ]


@pytest.mark.parametrize("client", [HoneyHive, AsyncHoneyHive])
def test_a_folder_that_cannot_be_trusted_is_a_warning_and_events_wait_in_memory(client, untrusted):
    for path, reason in untrusted:
        with pytest.warns(RuntimeWarning, match=reason) as caught:
            hh = client(api_key="hh_test", base_url="http://127.0.0.1:9", spool=path)
        assert caught[0].filename == __file__
        hh.log_event({"event_name": "e"})
        assert hh.stats().pending == 1
        assert isinstance(hh.tracing._tracer.worker._store, MemoryStore)
        hh.tracing._tracer.close(0)
    open_to_all = untrusted[-1][0]
    assert stat.S_IMODE(open_to_all.stat().st_mode) == 0o755
    assert [one.name for one in open_to_all.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("client", [HoneyHive, AsyncHoneyHive])
def test_a_spool_that_is_required_and_cannot_be_used_is_an_error(client, untrusted):
    for path, reason in [*untrusted, ("", "spool must be the path of a folder"), (7, "spool must be the path")]:
        with pytest.raises(ConfigurationError, match=reason):
            client(api_key="hh_test", spool=path, tracing=Options(spool_required=True))


@pytest.mark.parametrize("has_files", [False, True])
def test_a_folder_with_nothing_but_a_spool_becomes_private(tmp_path, has_files):
    spool = tmp_path / "spool"
    spool.mkdir()
    if has_files:
        spool.chmod(0o700)
        left(spool, 2)
    spool.chmod(0o755)

    with HoneyHive(api_key="hh_test", base_url="http://127.0.0.1:9", spool=spool) as hh:
        assert stat.S_IMODE(spool.stat().st_mode) == 0o700
        hh.close(0)
        assert hh.stats().recovered == 2 * has_files


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_another_user_is_refused(tmp_path):
    spool = tmp_path / "spool"
    spool.mkdir(0o700)
    os.chown(spool, 12345, 12345)

    with pytest.raises(ConfigurationError, match="belongs to the user 12345"):
        HoneyHive(api_key="hh_test", spool=spool, tracing=Options(spool_required=True))


@pytest.mark.parametrize("days", [-20_000, -30, -8, 8, 30, 20_000])
@pytest.mark.parametrize("dies", [False, True])
def test_a_wrong_clock_does_not_expire_what_was_just_written(tmp_path, days, dies):
    """The system's clock is changed after the records were written: it is corrected, or set to a wrong time."""
    clock = Clock()
    counters = Counters()
    store = opened(tmp_path, clock=clock, counters=counters)
    for number in range(50):
        store.put(record(number))
    clock.unix += days * 24 * 3600
    if dies:
        store.forget()
        store = opened(tmp_path, clock=clock, counters=counters)

    assert len(store.take(100)) == 50
    assert not counters.stats().dropped
    store.forget()


def test_a_clock_that_was_wrong_before_the_system_was_restarted_expires_nothing(tmp_path):
    clock = Clock()
    clock.unix = 1_000.0
    file = left(tmp_path, 3, clock=clock)
    for lock in tmp_path.glob("*.lock"):
        lock.write_bytes(b"")
    clock.unix = 1_800_000_000.0

    assert len(opened(tmp_path, clock=clock).take(10)) == 3
    assert file.exists()


def test_records_of_another_version_are_counted_one_by_one(tmp_path):
    file = left(tmp_path, 5)
    data = file.read_bytes()
    file.write_bytes(data + data.replace(MAGIC, MAGIC[:3] + b"\x02") + data)
    counters = Counters()

    assert len(opened(tmp_path, counters=counters).take(100)) == 10
    assert counters.stats().dropped == {"damaged": 5}


def test_records_of_a_deleted_folder_are_sent(tmp_path):
    clock = Clock()
    counters = Counters()
    spool = tmp_path / "spool"
    store = opened(spool, clock=clock, counters=counters)
    store.put(record(1))
    store.write_step("event", "e", "s", b'{"event_id":"e","session_id":"s","start_time":5}')
    shutil.rmtree(spool)
    clock.advance(2)
    store.put(record(2))
    store.put(record(3))

    assert stat.S_IMODE(spool.stat().st_mode) == 0o700
    assert len(files(spool, ".log")) == len(files(spool, ".open")) == 1
    taken = store.take(10)
    assert numbers(taken) == [1, 2, 3]
    store.settle(taken[:2])
    store.forget()
    assert len(opened(spool).take(10)) == 2
    assert not counters.stats().dropped


def test_links_and_pipes_in_the_folder_are_not_followed(tmp_path):
    outside = tmp_path / "outside"
    outside.write_text("untouched")
    spool = tmp_path / "spool"
    spool.mkdir(0o700)
    (spool / "1700000000000-aaaaaaaa.lock").symlink_to(outside)
    (spool / "1700000000001-bbbbbbbb.000001.log").symlink_to(outside)
    os.mkfifo(spool / "1700000000002-cccccccc.000001.log")
    (spool / "notes.txt").write_text("not ours")
    left(spool, 1)
    store = opened(spool)
    store.put(record(1))

    assert numbers(store.take(10)) == [0, 1]
    assert outside.read_text() == "untouched"
    assert (spool / "notes.txt").exists()


def test_claim_fails_if_the_lock_file_is_deleted_meanwhile(tmp_path, monkeypatch):
    folder = Folder(str(tmp_path / "spool"))
    lock, flock = tmp_path / "spool" / "1700000000000-aaaaaaaa.lock", fcntl.flock

    def late(fd, how):
        lock.unlink()
        flock(fd, how)

    with monkeypatch.context() as patch:
        patch.setattr(fcntl, "flock", late)
        assert folder.claim("1700000000000-aaaaaaaa") is None
    held = folder.claim("1700000000000-aaaaaaaa")
    assert held is not None
    assert folder.claim("1700000000000-aaaaaaaa") is None
    assert folder.is_claimed("1700000000000-aaaaaaaa")
    os.close(held)
    folder.close()


def test_a_client_with_nothing_to_recover_opens_no_tracer(tmp_path):
    first = HoneyHive(api_key="hh_test", base_url="http://127.0.0.1:9", spool=tmp_path / "spool")
    first.log_event({})
    second = HoneyHive(api_key="hh_test", base_url="http://127.0.0.1:9", spool=tmp_path / "spool")
    assert second.tracing._tracer is None
    first.close(0)
    third = HoneyHive(api_key="hh_test", base_url="http://127.0.0.1:9", spool=tmp_path / "spool")
    assert third.tracing._tracer.worker.is_running
    assert third.close(0).delivered == 0


def test_an_async_client_has_a_spool(tmp_path):
    async def log():
        away = AsyncHoneyHive(api_key="hh_test", base_url="http://127.0.0.1:9", spool=tmp_path / "spool")
        with away.session("support"):
            away.log_event({"event_name": "kept"})
        flushed = await away.close(0)
        assert (flushed.pending, flushed.kept, flushed.dropped) == (3, 3, 0)

    asyncio.run(log())
    assert [(one.kind, one.body.get("event_name")) for one in read_spool(tmp_path / "spool")] == [
        ("start", None),
        ("event", "kept"),
        ("change", None),
    ]
    assert spool_status(tmp_path / "spool").left_behind == 3


def test_a_lazily_encoded_event_is_on_disk_when_its_call_returns(tmp_path):
    hh = HoneyHive(api_key="hh_test", base_url="http://127.0.0.1:9", spool=tmp_path / "spool")
    one = record(1)
    log_lazy(hh.tracing._open(), one.event_id, one.session_id, 10, lambda: {"inputs": {"password": "p", "a": 1}})

    (found,) = read_spool(tmp_path / "spool")
    assert (found.event_id, found.body["inputs"]) == (one.event_id, {"password": "[masked]", "a": 1})
    hh.close(0)


def test_the_variable_sets_the_spool_and_false_overrules_it(tmp_path, monkeypatch):
    monkeypatch.setenv("HH_SPOOL", str(tmp_path / "spool"))
    monkeypatch.chdir(tmp_path)
    HoneyHive(api_key="hh_test", spool=False)
    assert not list(tmp_path.iterdir())
    HoneyHive(api_key="hh_test", spool="other")
    assert [one.name for one in tmp_path.iterdir()] == ["other"]
    HoneyHive(api_key="hh_test")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["other", "spool"]


def test_a_spool_without_posix_file_locks_is_a_configuration_error(tmp_path, monkeypatch):
    monkeypatch.setattr("honeyhive._spool.folder.fcntl", None)

    with pytest.raises(ConfigurationError, match="file locks of POSIX"):
        HoneyHive(api_key="hh_test", spool=tmp_path / "spool", tracing=Options(spool_required=True))
    with pytest.warns(RuntimeWarning, match="file locks of POSIX.*events wait in memory"):
        HoneyHive(api_key="hh_test", spool=tmp_path / "spool")


def test_spool_sync_has_everything_on_the_disk_within_the_interval(server, tmp_path, monkeypatch):
    """The events, the open step and the names of their files are synced.

    While nothing is written, nothing is synced.
    """
    synced: queue.Queue[str] = queue.Queue()
    real = os.fsync

    def sync(fd: int) -> None:
        real(fd)
        synced.put(os.readlink(f"/proc/self/fd/{fd}"))  # noqa: PTH115

    monkeypatch.setattr(os, "fsync", sync)
    path = tmp_path / "spool"
    with HoneyHive(
        api_key="hh_test", base_url="http://127.0.0.1:9", spool=path, tracing=Options(spool_sync=0.05)
    ) as hh:
        with hh.session("s") as session:
            step = session.event("open", inputs={"a": 1})
            hh.log_event({"event_name": "e"})
            found = set()
            while {Path(name).suffix for name in found} != {".log", ".open", ""}:
                found.add(synced.get(timeout=30))
            assert str(path) in found
            threads = [thread for thread in threading.enumerate() if thread.name == "honeyhive-sync"]
            for thread in threads:
                thread.join(30)
            assert not any(thread.is_alive() for thread in threads)
            step.end()
        hh.close(0)
    assert spool_status(path).waiting == 4


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), 1e9])
def test_spool_sync_is_a_sensible_number_of_seconds(tmp_path, seconds):
    hh = HoneyHive(api_key="hh_test", spool=tmp_path / "spool", tracing=Options(spool_sync=seconds))
    with pytest.raises(ConfigurationError, match="spool_sync must be from"):
        hh.log_event({"event_name": "e"})
