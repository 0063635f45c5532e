"""Imports and downloads are complete, have no duplicates, take constant memory, and resume after an interruption."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from honeyhive_server import LocalServer

from .conftest import COMMAND, Run, interrupted_import

BATCH = ("POST", "/v1/events/batch")


@pytest.fixture
def fresh() -> Any:
    """A server without any data."""
    with LocalServer() as server:
        yield server


def event(number: int, **more: Any) -> str:
    return json.dumps({"event_type": "tool", "event_name": f"e{number}", "inputs": {"n": number}, **more}) + "\n"


def names(server: LocalServer) -> list[str]:
    return sorted(one["event_name"] for one in server.events())


def test_an_import_sends_batches_and_reports_rejects(run: Run, server: LocalServer, tmp_path: Path) -> None:
    lines = [event(number) for number in range(205)]
    lines[3:3] = ["nonsense\n", "\n", "[1]\n", '{"event_type": "tool", "event_name": "no inputs"}\n']
    big = [event(1000 + number, outputs={"text": "x" * 900_000}) for number in range(4)]
    (tmp_path / "e.jsonl").write_text("".join([*lines, *big, event(2000, outputs={"text": "x" * 2_600_000})]))

    result = run("events", "import", "e.jsonl")

    rejects = [json.loads(line) for line in (tmp_path / "e.jsonl.rejects.jsonl").read_text().splitlines()]
    assert json.loads(result.out) == {
        "imported": 209,
        "rejected": 4,
        "rejects_file": "e.jsonl.rejects.jsonl",
        "state_file": "e.jsonl.import-state.json",
    }
    assert result.code == 1
    assert result.err == (
        "warning: 4 events were refused, the first on line 4: not JSON: expecting value at column 1; "
        "the reasons are in e.jsonl.rejects.jsonl\n"
    )
    assert [(one["line"], one["reason"]) for one in rejects] == [
        (4, "not JSON: expecting value at column 1"),
        (6, "not a JSON object"),
        (7, "inputs is required"),
        (214, "longer than 2500000 bytes"),
    ]
    assert rejects[0]["text"] == "nonsense"
    assert names(server) == sorted([f"e{number}" for number in [*range(205), *range(1000, 1004)]])


def test_a_400_for_a_batch_is_found_by_halving(run: Run, server: LocalServer, tmp_path: Path) -> None:
    (tmp_path / "h.jsonl").write_text(event(1) + event(2, duration="long") + event(3, error=[]) + event(4))
    server.fail_next(503)

    result = run("events", "import", "h.jsonl", "--rejects", "no.jsonl", "--state", "s.json")

    refused = [json.loads(line) for line in (tmp_path / "no.jsonl").read_text().splitlines()]
    assert result.code == 1
    assert json.loads(result.out)["imported"] == 2
    assert [one["line"] for one in refused] == [2, 3]
    assert not (tmp_path / "h.jsonl.import-state.json").exists()
    assert (tmp_path / "s.json").exists()


def test_seconds_are_rejected_with_the_number_to_write(run: Run, server: LocalServer, tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_text(event(1, start_time=1767225600) + event(2, start_time=123))

    result = run("events", "import", "s.jsonl", "--rejects", "no.jsonl")

    (refused,) = [json.loads(line) for line in (tmp_path / "no.jsonl").read_text().splitlines()]
    assert json.loads(result.out)["imported"] == 1
    assert refused["reason"] == "start_time looks like seconds; pass 1767225600000 (milliseconds)"


def test_a_repeated_key_is_rejected(run: Run, server: LocalServer, tmp_path: Path) -> None:
    (tmp_path / "k.jsonl").write_text('{"event_type": "tool", "inputs": {}, "inputs": {"q": 1}}\n' + event(1))

    result = run("events", "import", "k.jsonl")

    assert (result.code, json.loads(result.out)["imported"]) == (1, 1)
    assert "the first on line 1: invalid JSON: the key 'inputs' is repeated in an object" in result.err


def test_a_second_run_sends_only_what_is_new(run: Run, server: LocalServer, tmp_path: Path) -> None:
    file = tmp_path / "grow.jsonl"
    file.write_text(event(7001))
    first = run("events", "import", file.name)
    again = run("events", "import", file.name)
    with file.open("a") as more:
        more.write(event(7002))
    grown = run("events", "import", file.name)
    file.write_text(event(7003))
    other = run("events", "import", file.name)
    elsewhere = run("events", "import", file.name, HH_API_URL="http://127.0.0.1:9")

    assert (first.code, first.err) == (0, "")
    assert not (tmp_path / "grow.jsonl.rejects.jsonl").exists()
    assert again.code == 0
    assert "nothing to import: the file has no events after line 1" in again.err
    assert json.loads(grown.out)["imported"] == 2
    assert other.code == 2
    assert "is the state file of another import" in other.err
    assert elsewhere.code == 2
    assert server.requests == [BATCH, BATCH]


def test_an_import_resumes_after_401_and_stores_nothing_twice(run: Run, fresh: LocalServer, tmp_path: Path) -> None:
    (tmp_path / "e.jsonl").write_text("".join(event(number) for number in range(250)))
    fresh.fail_next(401)
    refused = run("events", "import", "e.jsonl", HH_API_URL=fresh.url)
    state = json.loads((tmp_path / "e.jsonl.import-state.json").read_text())
    done = run("events", "import", "e.jsonl", HH_API_URL=fresh.url)
    # The state is as after a crash between a response and the writing of the state, so the first batch is sent again.
    (tmp_path / "e.jsonl.import-state.json").write_text(json.dumps(state))
    twice = run("events", "import", "e.jsonl", HH_API_URL=fresh.url)
    elsewhere = run("events", "import", "e.jsonl", HH_API_URL="http://127.0.0.1:9")

    assert refused.code == 1
    assert refused.err.splitlines()[0] == "warning: stopped after line 0; the same command resumes there"
    assert refused.err.splitlines()[1].startswith("error: API error 401")
    assert (done.code, twice.code) == (0, 0)
    assert names(fresh) == sorted(f"e{number}" for number in range(250))
    assert elsewhere.code == 2
    assert f"is the state file of an import into {fresh.url}" in elsewhere.err


def test_an_import_resumes_after_sigint(
    run: Run, environment: dict[str, str], fresh: LocalServer, tmp_path: Path
) -> None:
    (tmp_path / "e.jsonl").write_text("".join(event(number) for number in range(3000)))
    code, out, err = interrupted_import("e.jsonl", {**environment, "HH_API_URL": fresh.url}, tmp_path)
    before = len(fresh.events())
    resumed = run("events", "import", "e.jsonl", HH_API_URL=fresh.url)

    assert (code, out) == (130, "")
    assert err.splitlines()[-1] == "error: interrupted"
    assert "the same command resumes there" in err
    assert "Traceback" not in err
    assert 0 < before < 3000
    assert json.loads(resumed.out)["imported"] == 3000
    assert names(fresh) == sorted(f"e{number}" for number in range(3000))


def test_a_download_resumes_after_401(run: Run, fresh: LocalServer, tmp_path: Path) -> None:
    url = {"HH_API_URL": fresh.url}
    (tmp_path / "e.jsonl").write_text("".join(event(number, start_time=number) for number in range(25)))
    run("events", "import", "e.jsonl", **url)
    fresh.requests.clear()
    arguments = ("events", "download", "d.jsonl", "--page-size", "10")
    filters = '[{"field": "event_name", "operator": "is not", "value": "e7", "type": "string"}]'

    done = run(*arguments, "--filters", filters, **url)
    searches = len(fresh.requests)
    there = run(*arguments, **url)
    fresh.fail_next(401)
    stopped = run(*arguments, "--force", **url)
    other = run(*arguments, "--filters", filters, **url)
    (tmp_path / "new.jsonl").write_text(event(99, start_time=99))
    resumed = run(*arguments, **url)

    assert (done.code, done.err, searches) == (0, "", 4)
    assert json.loads(done.out) == {"events": 24, "file": "d.jsonl"}
    assert there.code == 2
    assert "d.jsonl already exists" in there.err
    assert stopped.code == 1
    assert "stopped after 0 events" in stopped.err
    assert other.code == 2
    assert "is the state file of another download" in other.err
    assert json.loads(resumed.out)["events"] == 25
    assert not (tmp_path / "d.jsonl.download-state.json").exists()


@pytest.mark.parametrize("line", ["junk\n", "null\n", "[]\n"])
def test_a_download_does_not_resume_in_a_changed_file(run: Run, tmp_path: Path, line: str) -> None:
    run("--base-url", "http://127.0.0.1:9", "--timeout", "0.1", "events", "download", "d.jsonl")
    file, state_path = tmp_path / "d.jsonl.part", tmp_path / "d.jsonl.download-state.json"
    file.write_text(line)
    state_path.write_text(json.dumps({**json.loads(state_path.read_text()), "size": len(line)}))

    result = run("--base-url", "http://127.0.0.1:9", "events", "download", "d.jsonl")

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("error: line 1 of d.jsonl.part is not from this download; start over with --force")
    assert file.read_text() == line


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("download", "d.jsonl", "--force", "--filters", "{}"), "error: --filters must be a list, not dict; see"),
        (("import", "pipe", "--state", "s.json"), "error: --state needs a file that can be read again, and pipe is"),
    ],
)
def test_wrong_usage_touches_no_file(run: Run, tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    (tmp_path / "d.jsonl").write_text("{}\n")
    os.mkfifo(tmp_path / "pipe")

    result = run("events", *arguments)

    assert result.code == 2
    assert result.err.startswith(words)
    assert result.err.count("\n") == 1
    assert {path.name for path in tmp_path.iterdir()} == {"d.jsonl", "pipe"}
    assert (tmp_path / "d.jsonl").read_text() == "{}\n"


def test_new_events_during_a_download_repeat_none(run: Run, fresh: LocalServer, tmp_path: Path) -> None:
    url = {"HH_API_URL": fresh.url}
    (tmp_path / "e.jsonl").write_text("".join(event(number, start_time=number) for number in range(25)))
    run("events", "import", "e.jsonl", **url)
    run("events", "download", "d.jsonl", "--page-size", "10", **url)
    lines = (tmp_path / "d.jsonl").read_text().splitlines(keepends=True)
    source = {"url": fresh.url, "query": {}, "page_size": 10}
    size = len("".join(lines[:20]))
    state = {"source": source, "pages": 2, "events": 20, "size": size}
    (tmp_path / "d.jsonl.download-state.json").write_text(json.dumps(state))
    (tmp_path / "d.jsonl").rename(tmp_path / "d.jsonl.part")
    (tmp_path / "new.jsonl").write_text("".join(event(99, start_time=99) for _ in range(3)))
    run("events", "import", "new.jsonl", **url)

    resumed = run("events", "download", "d.jsonl", "--page-size", "10", **url)

    found = [json.loads(line)["event_name"] for line in (tmp_path / "d.jsonl").read_text().splitlines()]
    assert (resumed.code, json.loads(resumed.out)["events"]) == (0, 25)
    assert sorted(found) == sorted(f"e{number}" for number in range(25))


LIMITED = ["sh", "-c", 'ulimit -f "$1"; shift; exec "$@"', "sh"]
"""Runs a command with a limit on its files in blocks of 512 bytes.

A write beyond the limit fails, as on a full disk.
"""
NO_CACHE = {"PYTHONDONTWRITEBYTECODE": "1"}
"""Without this setting, Python would keep a truncated .pyc file."""


@pytest.mark.parametrize("name", ["d.jsonl", "d.jsonl.gz"])
def test_a_full_disk_leaves_no_half_of_a_download(
    run: Run, environment: dict[str, str], fresh: LocalServer, tmp_path: Path, name: str
) -> None:
    text = [f"{number} {uuid4()}" for number in range(60)]
    (tmp_path / "e.jsonl").write_text(
        "".join(event(number, outputs={"text": one * 20}) for number, one in enumerate(text))
    )
    run("events", "import", "e.jsonl", HH_API_URL=fresh.url)
    arguments = ["events", "download", name, "--page-size", "10"]
    full = subprocess.run(
        [*LIMITED, "8" if name.endswith("gz") else "80", *COMMAND, *arguments],
        env={**environment, **NO_CACHE, "HH_API_URL": fresh.url},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    partial = (tmp_path / f"{name}.part").read_bytes()
    partial = gzip.decompress(partial) if name.endswith(".gz") else partial
    is_there = (tmp_path / name).exists()
    resumed = run(*arguments, HH_API_URL=fresh.url)
    content = (tmp_path / name).read_bytes()
    lines = (gzip.decompress(content) if name.endswith(".gz") else content).splitlines()

    assert (full.returncode, full.stdout, is_there) == (1, "", False)
    assert full.stderr.splitlines()[0].endswith("the same command resumes there")
    assert full.stderr.splitlines()[1] == f"error: {name}.part: File too large"
    assert 0 < len(partial.splitlines()) < 60
    assert len(partial.splitlines()) % 10 == 0
    assert all(json.loads(line) for line in partial.splitlines())
    assert json.loads(resumed.out)["events"] == 60
    assert len({json.loads(line)["event_id"] for line in lines}) == len(lines) == 60
    assert not (tmp_path / f"{name}.part").exists()


def test_a_full_disk_leaves_no_half_of_other_files(
    run: Run, environment: dict[str, str], server: LocalServer, tmp_path: Path
) -> None:
    (tmp_path / "app.py").write_text("def answer(inputs):\n    return 'x' * 2000\n")
    (tmp_path / "cases.jsonl").write_text("".join(f'{{"inputs": {{"q": {number}}}}}\n' for number in range(20)))
    run("datasets", "upload", "cases.jsonl", "--name", "full")
    run("sessions", "create", "--session-name", "s", "--inputs", json.dumps({"text": "x" * 9000}))

    for file, *words in (
        ("out.json", "evaluate", "app:answer", "--dataset", "cases.jsonl", "--journal", "j", "--save", "out.json"),
        ("d.csv", "datasets", "download", "full", "d.csv"),
        ("s.jsonl", "sessions", "download", "s.jsonl"),
    ):
        blocks = "1" if file == "d.csv" else "8"
        done = subprocess.run(
            [*LIMITED, blocks, *COMMAND, *words],
            env={**environment, **NO_CACHE},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 1, words
        assert done.stderr.splitlines()[-1] == f"error: {file}: File too large"
        assert not (tmp_path / file).exists()
        assert not (tmp_path / f"{file}.part").exists()


def test_an_import_on_a_full_disk_resumes_and_stores_nothing_twice(
    run: Run, environment: dict[str, str], fresh: LocalServer, tmp_path: Path
) -> None:
    lines = [event(number) if number % 3 else "nonsense" * 60 + "\n" for number in range(300)]
    (tmp_path / "e.jsonl").write_text("".join(lines))
    full = subprocess.run(
        [*LIMITED, "64", *COMMAND, "events", "import", "e.jsonl"],
        env={**environment, **NO_CACHE, "HH_API_URL": fresh.url},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    left = [one.name for one in tmp_path.iterdir() if one.name.endswith(".new")]
    resumed = run("events", "import", "e.jsonl", HH_API_URL=fresh.url)
    rejects = [json.loads(line)["line"] for line in (tmp_path / "e.jsonl.rejects.jsonl").read_text().splitlines()]

    assert (full.returncode, full.stdout, left) == (1, "", [])
    assert "the same command resumes there" in full.stderr
    assert "File too large" in full.stderr
    assert (json.loads(resumed.out)["imported"], json.loads(resumed.out)["rejected"]) == (200, 100)
    assert rejects == [number + 1 for number in range(300) if number % 3 == 0]
    assert names(fresh) == sorted(f"e{number}" for number in range(300) if number % 3)


def test_memory_does_not_grow_with_the_file(environment: dict[str, str], fresh: LocalServer, tmp_path: Path) -> None:
    """A file of 6 MB needs at most 4 MB more memory than a file of 0.5 MB."""
    peaks = {}
    for kind in ("jsonl", "csv"):
        for count in (500, 6_000):
            file = tmp_path / f"{count}.{kind}"
            row = "x" * 1000
            if kind == "csv":
                file.write_text("event_type,inputs.text\n" + f"tool,{row}\n" * count)
            else:
                file.write_text(event(1, inputs={"text": row}) * count)
            peaks[kind, count] = _peak(
                ["events", "import", file.name], {**environment, "HH_API_URL": fresh.url}, tmp_path
            )
        assert peaks[kind, 6_000] < peaks[kind, 500] + 4_000, peaks
    downloads = [
        _peak(["events", "download", f"{number}.out", *more], {**environment, "HH_API_URL": fresh.url}, tmp_path)
        for number, more in enumerate((["--filters", FEW], []))
    ]
    assert downloads[1] < downloads[0] + 12_000, downloads


FEW = '[{"field": "event_name", "operator": "is", "value": "e1", "type": "string"}]'


def _peak(words: list[str], environment: dict[str, str], folder: Path) -> int:
    """Return the largest resident memory of the command in kilobytes."""
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *COMMAND, "-q", *words],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return int(done.stdout)
