"""If imports and downloads are killed, the same command resumes them, and nothing is stored twice."""

import json
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from honeyhive_server import LocalServer

from .conftest import COMMAND, Run

COUNT = 1000
NAMES = sorted(f"e{number}" for number in range(COUNT))


@pytest.fixture
def fresh() -> Iterator[LocalServer]:
    """A server without any data."""
    with LocalServer() as server:
        yield server


@pytest.fixture
def events(tmp_path: Path) -> Path:
    """A file with events to import."""
    lines = (
        json.dumps({"event_type": "tool", "event_name": name, "inputs": {}, "start_time": 1767225600000 + number})
        for number, name in enumerate(NAMES)
    )
    file = tmp_path / "e.jsonl"
    file.write_text("\n".join(lines))
    return file


def kill(
    words: list[str], replies: int, sent: signal.Signals, environment: dict[str, str], server: LocalServer, folder: Path
) -> int:
    """Run the command, kill it after the given number of replies, and return its exit code."""
    with subprocess.Popen(
        [*COMMAND, "--verbose", *words],
        env={**environment, "HH_API_URL": server.url},
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            replies -= line.startswith("< 200")
            if not replies:
                break
        process.send_signal(sent)
    return process.returncode


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL])
def test_a_killed_import_resumes(
    run: Run, environment: dict[str, str], fresh: LocalServer, events: Path, sent: signal.Signals
) -> None:
    words = ["events", "import", events.name]
    code = kill(words, 2, sent, environment, fresh, events.parent)
    before = len(fresh.events())

    resumed = run(*words, HH_API_URL=fresh.url)

    assert code == -sent
    assert 200 <= before < COUNT
    assert (resumed.code, json.loads(resumed.out)["imported"]) == (0, COUNT)
    assert sorted(one["event_name"] for one in fresh.events()) == NAMES


@pytest.mark.parametrize("name", ["d.jsonl", "d.jsonl.gz"])
def test_a_killed_download_resumes(
    run: Run, environment: dict[str, str], fresh: LocalServer, events: Path, name: str
) -> None:
    run("events", "import", events.name, HH_API_URL=fresh.url)
    words = ["events", "download", name, "--page-size", "20"]
    code = kill(words, 4, signal.SIGKILL, environment, fresh, events.parent)
    is_there = (events.parent / name).exists()

    resumed = run(*words, HH_API_URL=fresh.url)
    again = run("events", "import", name, "--state", "again.json", HH_API_URL=fresh.url)

    assert (code, is_there) == (-signal.SIGKILL, False)
    assert (resumed.code, json.loads(resumed.out)["events"]) == (0, COUNT)
    assert (again.code, json.loads(again.out)["imported"]) == (0, COUNT)
    assert sorted(one["event_name"] for one in fresh.events()) == NAMES
    assert not (events.parent / f"{name}.part").exists()
