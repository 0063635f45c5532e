"""Errors: one line on stderr, nothing on stdout, no unwanted request, and an exit code."""

import os
import shlex
import socket
import subprocess
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from honeyhive_server import LocalServer

from .conftest import COMMAND, KEY, Run

WRONG: dict[str, tuple[list[str], str]] = {
    "flag": (
        ["sessions", "create", "--sesion-name", "x"],
        "--sesion-name (did you mean --session-name?)",
    ),
    "command": (["sessions", "crate"], "there is no command crate (did you mean create?)"),
    "namespace": (["sesion", "create"], "there is no command sesion (did you mean sessions?)"),
    "required": (["events", "create", "--event-type", "tool"], "missing --inputs; pass the flag, or a file"),
    "choice": (
        ["events", "create", "--event-type", "tol"],
        "'tol' is not one of model, tool, chain, session (did you mean tool?)",
    ),
    "number": (["events", "search", "--limit", "ten"], "'ten' is not an integer"),
    "integer": (["events", "search", "--limit", "1.5"], "'1.5' is not an integer"),
    "time": (["sessions", "create", "--start-time", "soon"], "--start-time is not an ISO 8601 date and time: 'soon'"),
    "naive": (["sessions", "create", "--start-time", "2026-01-01T00:00"], "--start-time has no time zone; add Z or an"),
    "seconds": (
        ["sessions", "create", "--start-time", "1767225600.123"],
        "--start-time looks like seconds; pass 1767225600123 (milliseconds)",
    ),
    "seconds inside": (
        [
            "charts",
            "update",
            "--chart-id",
            "x",
            "--project-id",
            "p",
            "--date-range",
            '{"$gte": 1767225600, "$lte": 1767225600000}',
        ],
        "--date-range.$gte looks like seconds; pass 1767225600000 (milliseconds)",
    ),
    "naive range": (
        ["events", "search", "--date-range", '{"start_time": "2026-01-01", "end_time": "2026-01-01T00:00:00"}'],
        "--date-range.end_time has no time zone; add Z or an offset such as +02:00",
    ),
    "week": (
        ["events", "download", "e.jsonl", "--date-range", '{"start_time": "2026-W48", "end_time": "2026-12-01"}'],
        "--date-range.start_time is not an ISO 8601 date and time: '2026-W48'",
    ),
    "uuid": (["events", "update", "--event-id", "x"], "--event-id must be a UUID"),
    "inside": (
        ["events", "create-batch", "--events", '[{"event_type": "tool"}]'],
        "--events[0].inputs is required",
    ),
    "json": (
        ["sessions", "create", "--inputs", '{"a": 1,\n "b" 2}'],
        "invalid JSON: expecting ':' delimiter at line 2 column 6, near '2}'",
    ),
    "kind": (["sessions", "create", "--inputs", "[1]"], "--inputs must be a JSON object, not list"),
    "no file": (
        ["sessions", "create", "--inputs", "@none.json"],
        "error: --inputs: @none.json: No such file or directory",
    ),
    "no file name": (
        ["sessions", "create", "--inputs", "@"],
        "error: --inputs: @: write a file name after the @, such as @inputs.json",
    ),
    "folder": (["sessions", "create", "--inputs", "@."], "error: --inputs: @.: Is a directory"),
    "stdin": (["sessions", "create", "-f", "-"], "error: --filename: stdin: invalid JSON: expecting value at line 1"),
    "nan": (["sessions", "create", "--inputs", '{"a": NaN}'], "NaN is not a JSON number"),
    "jsonc": (["sessions", "create", "-f", "bad.jsonc"], "bad.jsonc: invalid JSON: expecting value at line 3 column 8"),
    "yaml": (["sessions", "create", "-f", "bad.yaml"], "bad.yaml: invalid YAML: could not find expected ':' at line 3"),
    "not utf-8": (["sessions", "create", "-f", "nul.yaml"], "nul.yaml: invalid YAML: character U+0000: special"),
    "extension": (["sessions", "create", "-f", "bad.toml"], "unsupported extension; use .json, .jsonc, .yaml or .yml"),
    "list": (["sessions", "create", "-f", "list.json"], "must contain one object with the keys of the request"),
    "query key": (["sessions", "list", "-f", "source.json"], "there is no key source"),
    "url": (["--base-url", "http://example.com", "events", "search"], "--base-url is plain http to another machine"),
    "timeout": (["--timeout", "0", "events", "search"], "--timeout must be a number of seconds above 0"),
}


@pytest.fixture
def files(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonc").write_text('{\n  // two\n  "a": }')
    (tmp_path / "bad.yaml").write_text("a: 1\nb\nc: 2\n")
    (tmp_path / "nul.yaml").write_text("a: \0")
    (tmp_path / "list.json").write_text("[]")
    (tmp_path / "source.json").write_text('{"source": 1}')


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("case", WRONG)
def test_wrong_usage_exits_with_2_and_sends_nothing(run: Run, server: LocalServer, case: str) -> None:
    arguments, message = WRONG[case]

    result = run(*arguments)

    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert result.err.startswith("error: ")
    assert result.err.count("\n") == 1
    assert server.requests == []


def test_a_missing_key_names_the_flag_and_the_variable(run: Run, server: LocalServer) -> None:
    result = run("events", "search", HH_API_KEY=None)

    ways = "pass --api-key or set HH_API_KEY; 'honeyhive config set api-key' saves a key for later runs"
    assert result == (2, "", f"error: there is no API key; {ways}\n")
    assert server.requests == []


def test_a_group_alone_shows_its_help_on_stderr(run: Run) -> None:
    result = run("sessions")

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("error: a command is required\nUsage: honeyhive sessions ")
    assert "create-event-batch" in result.err


def test_401_and_404_exit_with_1(run: Run, server: LocalServer) -> None:
    server.fail_next(401)
    refused = run("--api-key", "hh_flag_ABCDEFGHIJKLMNOP", "--verbose", "events", "search")
    missing = run("events", "update", "--event-id", "0c2e7f0a-7d53-4be6-8f0b-1b6f6a6f2b09", "--feedback", "{}")

    assert (refused.code, refused.out) == (1, "")
    assert refused.err.splitlines()[-1].startswith("error: API error 401: ")
    assert refused.err.endswith("; run 'honeyhive doctor' to see which key is used\n")
    assert "ABCDEFGH" not in refused.err
    assert missing.code == 1
    assert missing.err.startswith("error: API error 404: ")
    assert len(server.requests) == 2


def test_a_refused_connection_exits_with_1(run: Run) -> None:
    result = run("--base-url", "http://127.0.0.1:9", "--timeout", "0.2", "events", "search")

    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("error: ")
    assert "127.0.0.1:9" in result.err
    assert result.err.endswith("; run 'honeyhive doctor' to find the cause\n")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("flags", [(), ("--verbose",)])
def test_the_timeout_bounds_a_response_that_arrives_byte_by_byte(run: Run, flags: tuple[str, ...]) -> None:
    ended = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=trickle, args=(listening, ended))
        thread.start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        result = run(*flags, "--base-url", url, "--timeout", "0.5", "sessions", "list")
        ended.set()
        thread.join()

    assert (result.code, result.out) == (1, "")
    assert "was not answered in time" in result.err


def trickle(listening: socket.socket, ended: threading.Event) -> None:
    """Answer one request, byte by byte."""
    connection, _ = listening.accept()
    with connection, suppress(OSError):
        connection.recv(65536)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n")
        for _ in range(100):
            connection.sendall(b" ")
            if ended.wait(0.1):
                break


def test_a_closed_pipe_on_stdout_exits_with_1_silently(environment: dict[str, str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*COMMAND, "events", "search"],
        env={**environment, "HH_API_KEY": KEY},
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writing)

    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize(
    ("closed", "arguments", "code", "left"),
    [
        ("<&-", "sessions create -f -", 2, "stdin: invalid JSON"),
        (">&-", "events search", 0, ""),
        (">&-", "events search --output table", 0, ""),
        (">&-", "doctor", 0, ""),
        ("2>&-", "events search --bogus", 2, ""),
    ],
)
def test_a_closed_standard_stream_is_dev_null(
    environment: dict[str, str], closed: str, arguments: str, code: int, left: str
) -> None:
    """A daemon or a scheduler may start a process with closed standard streams."""
    command = f"exec {shlex.join(COMMAND)} {arguments} {closed}"
    done = subprocess.run(command, shell=True, env=environment, capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, done.stdout) == (code, "")
    assert left in done.stderr
    assert "Traceback" not in done.stderr
