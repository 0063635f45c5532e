"""`honeyhive spool`: status, delivery and export of waiting events."""

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from honeyhive import HoneyHive
from honeyhive_server import LocalServer

from .conftest import KEY, Run

Leave = Callable[..., None]


@pytest.fixture
def spool(tmp_path: Path) -> Path:
    return tmp_path / "spool"


@pytest.fixture
def leave(spool: Path) -> Leave:
    """Leave events in the spool, like a process that ends during an outage."""

    def leave(count: int, first: int = 0) -> None:
        hh = HoneyHive(api_key=KEY, base_url="http://127.0.0.1:9", spool=spool)
        for number in range(first, first + count):
            hh.log_event({"event_name": f"kept-{number}"})
        assert hh.close(0).kept >= count

    return leave


def test_status_counts_waiting_events(run: Run, leave: Leave, spool: Path) -> None:
    leave(3)
    running = HoneyHive(api_key=KEY, base_url="http://127.0.0.1:9", spool=False)
    result = run("spool", "status", HH_SPOOL=str(spool), HH_API_KEY=None)
    running.close(0)

    said = json.loads(result.out)
    assert (result.code, result.err) == (0, "")
    assert {name: said[name] for name in ("waiting", "left_behind", "processes", "damaged")} == {
        "waiting": 3,
        "left_behind": 3,
        "processes": 0,
        "damaged": 0,
    }
    assert said["path"] == str(spool)
    assert said["oldest"].startswith("20")
    assert said["bytes"] == sum(one.stat().st_size for one in spool.iterdir())


def test_status_shows_and_flush_leaves_the_events_of_a_running_process(run: Run, leave: Leave, spool: Path) -> None:
    with HoneyHive(api_key=KEY, base_url="http://127.0.0.1:9", spool=spool) as hh:
        hh.log_event({"event_name": "mine"})
        said = json.loads(run("spool", "status", "--spool", spool).out)
        result = run("spool", "flush", "--spool", spool)
        hh.close(0)

    assert (said["waiting"], said["left_behind"], said["processes"]) == (1, 0, 1)
    assert result.code == 0
    assert json.loads(result.out)["of_running_processes"] == 1


def test_flush_delivers_the_events_of_ended_processes(run: Run, leave: Leave, spool: Path) -> None:
    leave(250)
    with LocalServer(dedupe=False) as server:
        result = run("spool", "flush", "--spool", spool, "--base-url", server.url)
        names = [event["event_name"] for event in server.events()]

    assert (result.code, result.err) == (0, "")
    assert json.loads(result.out) == {
        "delivered": 250,
        "pending": 0,
        "failed": 0,
        "dropped": 0,
        "kept": 0,
        "of_running_processes": 0,
    }
    # Each event is in a session of its own, and sessions may arrive in any order.
    assert sorted(names) == sorted(f"kept-{number}" for number in range(250))
    assert list(spool.iterdir()) == []


def test_flush_exits_with_1_while_the_service_is_unreachable(run: Run, leave: Leave, spool: Path) -> None:
    leave(5)
    result = run("spool", "flush", "--spool", spool, "--wait", "3", HH_API_URL="http://127.0.0.1:9")

    assert result.code == 1
    assert json.loads(result.out)["kept"] == 5
    assert (
        result.err
        == "warning: the rest stays in the spool; run honeyhive doctor to see whether the service can be reached\n"
    )


def test_export_copies_waiting_events(run: Run, leave: Leave, spool: Path, tmp_path: Path) -> None:
    leave(3)
    leave(2, first=3)
    copy = tmp_path / "copy.jsonl"
    first = run("spool", "export", copy, "--spool", spool)
    again = run("spool", "export", copy, "--spool", spool)
    forced = run("spool", "export", copy, "--spool", spool, "--force")

    lines = [json.loads(line) for line in copy.read_text().splitlines()]
    assert (first.code, json.loads(first.out)) == (0, {"written": 5, "file": str(copy)})
    assert (again.code, forced.code) == (2, 0)
    assert stat.S_IMODE(copy.stat().st_mode) & 0o077 == 0
    assert [line["body"]["event_name"] for line in lines] == [f"kept-{number}" for number in range(5)]
    assert {line["kind"] for line in lines} == {"event"}
    assert all(line["body"]["event_id"] == line["event_id"] for line in lines)
    assert json.loads(run("spool", "status", "--spool", spool).out)["waiting"] == 5


def test_a_missing_spool_exits_with_2(run: Run, tmp_path: Path) -> None:
    unset = run("spool", "status")
    missing = run("spool", "flush", "--spool", tmp_path / "nothing")

    assert (unset.code, missing.code) == (2, 2)
    assert unset.err.startswith("error: there is no spool; pass --spool or set HH_SPOOL")
    assert "No such file or directory; is the path right?" in missing.err
    assert not (tmp_path / "nothing").exists()


def test_a_dry_run_opens_no_spool(run: Run, tmp_path: Path) -> None:
    result = run("sessions", "create", "--dry-run", HH_SPOOL=str(tmp_path / "spool"))

    assert (result.code, result.err) == (0, "")
    assert not (tmp_path / "spool").exists()


def test_other_commands_leave_the_spool_alone(run: Run, leave: Leave, spool: Path, server: LocalServer) -> None:
    leave(1)
    result = run("sessions", "list", HH_SPOOL=str(spool))

    assert result.code == 0
    assert server.requests == [("GET", "/session")]


def test_doctor_reports_waiting_events(run: Run, leave: Leave, spool: Path, tmp_path: Path) -> None:
    def line(path: Path) -> str:
        out = run("doctor", HH_SPOOL=str(path)).out
        return next(" ".join(one.split()) for one in out.splitlines() if " spool " in one)

    assert line(spool) == f"ok spool {spool} from HH_SPOOL does not exist yet; the first client creates it"
    leave(2)
    assert line(spool) == (
        f"warning spool {spool} from HH_SPOOL: 2 events wait, 2 of them from ended processes"
        " -> run honeyhive spool flush to deliver them"
    )
    spool.chmod(0o755)
    (spool / "notes.txt").write_text("not ours")
    assert line(spool).startswith(f"failure spool spool='{spool}' is open to other users")
