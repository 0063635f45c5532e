"""Short forms of time ranges, compressed files, and downloads of sessions."""

import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from honeyhive import HoneyHive
from honeyhive_server import LocalServer

from .conftest import KEY, Run


@pytest.fixture(scope="module")
def filled() -> Iterator[LocalServer]:
    """A server with two sessions, one from today and one from 2026-01-02."""
    now = time.time() * 1000
    with LocalServer() as server, HoneyHive(api_key=KEY, base_url=server.url) as client:
        for name, start in (("new", now - 60_000), ("old", 1767323045000)):
            session_id = str(uuid4())
            client.sessions.create(session_id=session_id, session_name=f"{name} session", start_time=start)
            client.sessions.create_event_batch(
                session_id,
                events=[
                    {"event_type": "tool", "event_name": f"{name} {number}", "inputs": {}, "start_time": start + number}
                    for number in range(5)
                ],
            )
        yield server
        assert server.violations == []


def names(run: Run, server: LocalServer, *arguments: str) -> set[str]:
    result = run("events", "list", "--jq", ".events[].event_name", *arguments, HH_API_URL=server.url)
    assert (result.code, result.err) == (0, "")
    return {line.split()[0] for line in result.out.splitlines()}


def test_since_and_date_choose_a_range(run: Run, filled: LocalServer) -> None:
    assert names(run, filled) == {"new", "old"}
    assert names(run, filled, "--since", "2h") == {"new"}
    assert names(run, filled, "--since", "2026-01-02") == {"new", "old"}
    assert names(run, filled, "--since", "2026-01-02T05:00:00+01:00") == {"new"}
    assert names(run, filled, "--date", "2026-01-02") == {"old"}
    assert names(run, filled, "--date", "2026-01-01") == set()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--since", "yesterday"), "--since: 'yesterday' is neither an age such as 30m, 2h or 7d, nor a date"),
        (("--since", "2026-01-02T05:00:00"), "--since: '2026-01-02T05:00:00' is neither an age"),
        (("--since", "99999999999d"), "--since: '99999999999d' is too long ago"),
        (("--date", "28.11.2026"), "--date: '28.11.2026' is not a date; write it as 2026-11-28"),
        (("--since", "2h", "--date", "2026-11-28"), "pass only one of --since and --date;"),
        (
            ("--since", "2h", "--date", "2026-11-28", "--date-range", '["2026-01-01", "2026-01-02"]'),
            "pass only one of --since, --date and --date-range;",
        ),
        (
            ("--since", "2h", "--date-range", '{"start_time": "2026-01-01", "end_time": "2026-01-02"}'),
            "pass only one of --since and --date-range;",
        ),
    ],
)
def test_a_wrong_range_is_refused(run: Run, arguments: tuple[str, ...], words: str) -> None:
    listed = run("events", "list", *arguments)
    downloaded = run("events", "download", "-", *arguments)

    assert (listed.code, listed.out) == (downloaded.code, downloaded.out) == (2, "")
    assert words in listed.err
    assert words in downloaded.err


def test_a_download_by_age_is_compressed_and_imported_again(run: Run, filled: LocalServer, tmp_path: Path) -> None:
    arguments = ("events", "download", "e.jsonl.gz", "--since", "2h", "--page-size", "2")
    done = run(*arguments, HH_API_URL=filled.url)

    packed = (tmp_path / "e.jsonl.gz").read_bytes()
    lines = gzip.decompress(packed).splitlines()
    with LocalServer() as other:
        imported = run("events", "import", "e.jsonl.gz", HH_API_URL=other.url)
        again = run("events", "import", "e.jsonl.gz", HH_API_URL=other.url)
        assert len([one for one in other.events() if one["event_name"].startswith("new ")]) == 5
    (tmp_path / "cut.jsonl.gz").write_bytes(packed[:30])
    cut = run("events", "import", "cut.jsonl.gz")

    assert (done.code, done.err, json.loads(done.out)["events"]) == (0, "", 6)
    assert len({json.loads(line)["event_id"] for line in lines}) == 6
    assert (imported.code, json.loads(imported.out)["imported"]) == (0, 6)
    assert "nothing to import: the file has no events after line 6" in again.err
    assert (cut.code, cut.out) == (1, "")
    assert "cut.jsonl.gz cannot be unpacked: " in cut.err


def test_a_compressed_download_resumes(run: Run, filled: LocalServer, tmp_path: Path) -> None:
    arguments = ("events", "download", "e.jsonl.gz", "--since", "2h", "--page-size", "2")
    stopped = run(*arguments, "--timeout", "1", HH_API_URL="http://127.0.0.1:9")
    state = json.loads((tmp_path / "e.jsonl.gz.download-state.json").read_text())
    state["source"]["url"] = filled.url
    (tmp_path / "e.jsonl.gz.download-state.json").write_text(json.dumps(state))
    (tmp_path / "e.jsonl.gz").write_bytes(b"half a member")
    resumed = run(*arguments, HH_API_URL=filled.url)

    assert stopped.code == 1
    assert "the same command resumes there" in stopped.err
    assert (resumed.code, json.loads(resumed.out)["events"]) == (0, 6)
    assert len(gzip.decompress((tmp_path / "e.jsonl.gz").read_bytes()).splitlines()) == 6


def test_sessions_are_downloaded_with_their_events(run: Run, filled: LocalServer, tmp_path: Path) -> None:
    every = run("sessions", "download", "s.jsonl", HH_API_URL=filled.url)
    old = run("sessions", "download", "-", "--date", "2026-01-02", HH_API_URL=filled.url)
    packed = run("sessions", "download", "s.jsonl.gz", "--since", "1h", HH_API_URL=filled.url)
    twice = run("sessions", "download", "s.jsonl", HH_API_URL=filled.url)
    failed = run("sessions", "download", "x.jsonl", "--timeout", "1", HH_API_URL="http://127.0.0.1:9")

    sessions = [json.loads(line) for line in (tmp_path / "s.jsonl").read_text().splitlines()]
    assert json.loads(every.out) == {"sessions": 2, "file": "s.jsonl"}
    assert [one["event_name"] for one in sessions] == ["new session", "old session"]
    assert [len(one["children"]) for one in sessions] == [5, 5]
    assert [json.loads(line)["event_name"] for line in old.out.splitlines()] == ["old session"]
    assert (packed.code, len(gzip.decompress((tmp_path / "s.jsonl.gz").read_bytes()).splitlines())) == (0, 1)
    assert (twice.code, failed.code) == (2, 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["s.jsonl", "s.jsonl.gz"]
