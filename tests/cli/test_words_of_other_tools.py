"""Commands that users of gh, kubectl, stripe and aws type: they work, or their error says what to type."""

import gzip
import json
import subprocess
from pathlib import Path

import pytest

from honeyhive_server import LocalServer

from .conftest import COMMAND, Run

ID = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"
EVENT = '{"event_type": "tool", "event_name": "a", "inputs": {}}\n'


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("session", "list", "-L", "1"), ("sessions", "list", "-L", "1")),
        (("events", "ls", "-L", "1"), ("events", "list", "-L", "1")),
        (("experiment", "ls"), ("experiments", "list")),
        (("dataset", "list", "-o", "csv"), ("datasets", "list", "-o", "csv")),
        (("help", "sessions", "list"), ("sessions", "list", "-h")),
    ],
)
def test_the_word_is_understood(run: Run, server: LocalServer, typed: tuple[str, ...], meant: tuple[str, ...]) -> None:
    run("sessions", "create", "--session-name", "s")

    assert run(*typed) == run(*meant)
    assert run(*typed).code == 0


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("get sessions", "there is no command get: write honeyhive sessions get;"),
        ("list event", "there is no command list: write honeyhive events list;"),
        (f"sessions {ID}", f"there is no command {ID}: write honeyhive sessions get {ID};"),
        ("sessions import s.jsonl", "there is no command import: use honeyhive events import;"),
        ("sessions rm x", "there is no command rm (did you mean create-deletion-request?);"),
        ("sessions help", "there is no command help: use -h;"),
        ("logs", "there is no command logs: use honeyhive events tail;"),
        ("runs list", "there is no command runs (did you mean experiments?);"),
        ("log event", "there is no command log: begin with honeyhive events (did you mean create?);"),
        ("delete session x", "there is no command delete: begin with honeyhive sessions (did you mean create-del"),
        ("import sessions", "there is no command import: use honeyhive events import;"),
        ("ls sessions", "there is no command ls: write honeyhive sessions ls;"),
        ("log", "there is no command log; see 'honeyhive --help'"),
        ("start", "there is no command start (did you mean serve?);"),
        ("session xyzzy", "there is no command xyzzy; see 'honeyhive sessions --help'"),
        ("events import", "missing FILE; pass - to read stdin;"),
        ("events import a b", "unexpected argument b; the command takes one FILE, quoted if it has spaces;"),
        (f"sessions get {ID} x", "unexpected argument x; the command takes one SESSION_ID, quoted if it has spaces;"),
        ("sessions diff a b c", "the command takes SESSION_OR_FILE and SECOND_SESSION_OR_FILE, quoted"),
        (
            "sessions list --since 1d",
            "there is no flag --since: choose sessions by --query, or use 'honeyhive sessions download', which",
        ),
        ("events list --event-name plan", "there is no flag --event-name: use --filters, as in '[{"),
        ("sessions list --no-color", "there is no flag --no-color: set the variable NO_COLOR=1 instead;"),
    ],
)
def test_the_error_says_what_to_type(run: Run, server: LocalServer, tmp_path: Path, typed: str, words: str) -> None:
    (tmp_path / "a").touch()

    result = run(*typed.split())

    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert result.err.count("\n") == 1


def test_a_filter_from_the_error_works(run: Run, server: LocalServer, tmp_path: Path) -> None:
    (tmp_path / "e.jsonl").write_text(EVENT.replace('"a"', '"plan"') + EVENT)
    run("events", "import", "e.jsonl")
    advice = run("events", "list", "--event-name", "plan").err
    condition = advice[advice.index("'") + 1 : advice.index("]'") + 1]

    found = run("events", "list", "--filters", condition, "--columns", "event_name")

    assert {one["event_name"] for one in json.loads(found.out)} == {"plan"}


def test_a_compressed_stream_is_unpacked(run: Run, server: LocalServer, tmp_path: Path) -> None:
    (tmp_path / "without ending").write_bytes(gzip.compress(EVENT.encode()))
    (tmp_path / "cut").write_bytes(gzip.compress(EVENT.encode())[:20])

    named = run("events", "import", "without ending")
    cut = run("events", "import", "cut")

    assert (named.code, named.err, json.loads(named.out)["imported"]) == (0, "", 1)
    assert (cut.code, cut.out) == (1, "")
    assert cut.err.startswith("error: cut cannot be unpacked: ")


def test_a_compressed_stdin_is_unpacked(environment: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "events", "import", "-"],
        env=environment,
        cwd=tmp_path,
        input=gzip.compress(EVENT.encode() * 3),
        capture_output=True,
        timeout=60,
        check=True,
    )

    assert (json.loads(done.stdout)["imported"], done.stderr) == (3, b"")
    assert list(tmp_path.iterdir()) == []
