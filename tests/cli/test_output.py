"""Output for people: tables and trees on a terminal, with control characters escaped."""

import json
import os
import pty
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from honeyhive_server import LocalServer

from .conftest import COMMAND, Run

CHAT = "11111111-1111-4111-8111-111111111111"
OTHER = "22222222-2222-4222-8222-222222222222"
CHAIN = "33333333-3333-4333-8333-333333333333"
MODEL = "44444444-4444-4444-8444-444444444444"
EVENTS = [
    {
        "event_id": CHAIN,
        "event_type": "chain",
        "event_name": "answer",
        "inputs": {},
        "start_time": 1767323046000,
        "duration": 61500,
    },
    {
        "event_id": MODEL,
        "parent_id": CHAIN,
        "event_type": "model",
        "event_name": "ask \u001b[31mred",
        "inputs": {},
        "start_time": 1767323047000,
        "duration": 48,
        "error": "too slow",
    },
]

TREE = f"""\
chat  session  1.50 s  2026-01-02 03:04:05 UTC  {CHAT}
└── answer  chain  1 min 1 s
    └── ask \\x1b[31mred  model  48 ms  error: too slow
"""
SESSIONS = f"""\
start (UTC)          name   events  duration  session id
2026-01-02 03:04:05  chat        2    1.50 s  {CHAT}
2026-01-01 03:04:05  other       0            {OTHER}
2 sessions
"""
FOUND = f"""\
start (UTC)          type   name             duration  event id
2026-01-02 03:04:07  model  ask \\x1b[31mred     48 ms  {MODEL}
1 event
"""


@pytest.fixture
def stored(running: LocalServer, run: Run) -> None:
    if running.sessions():
        return
    times = ("--start-time", "1767323045000", "--duration", "1500")
    run("sessions", "create", "--session-id", CHAT, "--session-name", "chat", *times)
    run("sessions", "create", "--session-id", OTHER, "--session-name", "other", "--start-time", "1767236645000")
    run("sessions", "create-event-batch", "--session-id", CHAT, "--events", json.dumps(EVENTS))


def plain(text: str) -> str:
    """The output without styles, and without blanks at the ends of lines."""
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


@pytest.mark.usefixtures("stored")
def test_tables_and_trees(run: Run) -> None:
    filters = '[{"field": "event_type", "operator": "is", "value": "model", "type": "string"}]'

    assert plain(run("sessions", "list", "--output", "table").out) == SESSIONS
    assert (
        plain(run("sessions", "list", "--query", '{"event_name": "chat"}', "--output", "table").out)
        == f"{TREE}1 session\n"
    )
    assert plain(run("events", "search", "--filters", filters, "--output", "table").out) == FOUND
    assert run("sessions", "list", "--project", "none", "--output", "table").out == "nothing found\n"
    assert plain(run("events", "get", "--event-id", MODEL, "--output", "table").out).splitlines()[0].split() == [
        *("event_id", MODEL)
    ]


@pytest.mark.usefixtures("stored")
def test_the_form_follows_the_terminal(run: Run, environment: dict[str, str], tmp_path: Path) -> None:
    piped = run("sessions", "list", "--query", '{"event_name": "chat"}')
    shown = "".join(on_terminal(["sessions", "list", "--query", '{"event_name": "chat"}'], environment, tmp_path))

    assert [one["event_name"] for one in json.loads(piped.out)] == ["chat"]
    assert plain(shown) == f"{TREE.replace(' UTC', '')}1 session\n"


@pytest.mark.usefixtures("stored")
def test_a_dumb_terminal_breaks_no_word(environment: dict[str, str], tmp_path: Path) -> None:
    shown = "".join(on_terminal(["sessions", "list"], {**environment, "TERM": "dumb", "TZ": "UTC"}, tmp_path))

    assert plain(shown) == SESSIONS.replace("start (UTC)", "start      ")


def on_terminal(arguments: list[str], environment: dict[str, str], folder: Path) -> Iterator[str]:
    """Return the output of the command on a terminal, including stderr."""
    terminal, inside = pty.openpty()
    variables = {"TERM": "xterm", "TZ": "UTC", **environment}
    process = subprocess.Popen(
        [*COMMAND, *arguments], env=variables, cwd=folder, stdin=inside, stdout=inside, stderr=inside
    )
    os.close(inside)
    with os.fdopen(terminal, "rb", buffering=0) as reading:
        while chunk := _read(reading.fileno()):
            yield chunk.decode()
    assert process.wait(60) == 0


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # on Linux, this error means that the other end is closed
        return b""


@pytest.mark.usefixtures("stored")
def test_an_import_on_a_terminal_has_a_bar(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text('{"event_type": "tool", "inputs": {}}\n')

    shown = "".join(on_terminal(["events", "import", "one.jsonl"], environment, tmp_path))

    assert "━" in shown
    assert "100%" in shown
    assert "1 events imported, 0.0 of 0.0 MB" in shown
    assert ["imported", "1"] in [line.split() for line in plain(shown).splitlines()]


@pytest.mark.usefixtures("stored")
def test_what_stdout_cannot_encode_is_escaped(run: Run) -> None:
    run("sessions", "create", "--session-id", OTHER, "--metadata", '{"sign": "é✓"}')
    run("sessions", "create", "--session-name", "✓")

    result = run("sessions", "list", "--query", '{"event_name": "other"}', PYTHONIOENCODING="latin-1:strict")

    table = run("sessions", "list", "--output", "table", PYTHONIOENCODING="latin-1:strict")

    assert (result.code, result.err) == (0, "")
    assert "\\u2713" in result.out
    assert (table.code, table.err) == (0, "")
    assert "\\u2713" in table.out


@pytest.mark.usefixtures("stored")
def test_any_other_reply_is_printed_key_by_key(run: Run) -> None:
    result = run("events", "get", "--event-id", MODEL, "--output", "table")

    lines = plain(result.out).splitlines()
    assert "event_name  ask \\x1b[31mred" in [" ".join(line.split(maxsplit=1)).replace(" ", "  ", 1) for line in lines]
    assert not [line for line in lines if "{" in line or "[]" in line]
