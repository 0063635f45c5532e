"""Commands that compare two sessions, open a session in the viewer, and print events as they arrive."""

import json
import re
import signal
import subprocess
from pathlib import Path
from uuid import uuid4

import pytest

from honeyhive import HoneyHive, InvalidRequestError
from honeyhive.testing import assert_trace
from honeyhive_server import LocalServer

from .conftest import COMMAND, KEY, Run

STEPS = [("tool", "search", "parcel 1"), ("model", "ask", "in Bremen"), ("tool", "search", "parcel 2")]


def log(server: LocalServer, steps: list[tuple[str, str, str]]) -> str:
    """Log a session with one chain, which has the given steps as children."""
    session_id, chain = str(uuid4()), str(uuid4())
    root = {"event_id": chain, "event_type": "chain", "event_name": "answer", "inputs": {}, "start_time": 1767323045000}
    below = [
        {
            "event_type": kind,
            "event_name": name,
            "inputs": {},
            "outputs": {"text": text},
            "parent_id": chain,
            "start_time": 1767323046000 + number,
        }
        for number, (kind, name, text) in enumerate(steps)
    ]
    with HoneyHive(api_key=KEY, base_url=server.url) as client:
        client.sessions.create(session_id=session_id, session_name="chat", start_time=1767323045000)
        client.sessions.create_event_batch(session_id, events=[root, *below])  # type: ignore[list-item]
    return session_id


def test_equal_sessions_have_no_difference(run: Run, server: LocalServer, tmp_path: Path) -> None:
    first, second = log(server, STEPS), log(server, STEPS)
    (tmp_path / "golden.json").write_text(run("sessions", "get", first).out)

    by_id = run("sessions", "diff", first, second, "--field", "outputs")
    by_file = run("sessions", "diff", "golden.json", second, "-o", "table")

    assert (by_id.code, json.loads(by_id.out)) == (0, [])
    assert by_file.code == 0
    assert by_file.out.splitlines() == [
        "  chat  session",
        "    answer  chain",
        "      search  tool",
        "      ask  model",
        "      search  tool",
    ]


def test_differences_are_aligned_and_exit_with_1(run: Run, server: LocalServer) -> None:
    first = log(server, STEPS)
    other = [("tool", "search", "parcel 9"), ("tool", "check", "ok"), ("model", "ask", "in Bremen")]
    second = log(server, other)

    table = run("sessions", "diff", first, second, "--field", "outputs.text", "-o", "table")
    listed = run("sessions", "diff", first, second)

    assert (table.code, table.err) == (1, "")
    assert table.out.splitlines() == [
        "  chat  session",
        "    answer  chain",
        "~     search  tool",
        "-       outputs.text: parcel 1",
        "+       outputs.text: parcel 9",
        "+     check  tool",
        "      ask  model",
        "-     search  tool",
    ]
    assert [(one["kind"], one["path"]) for one in json.loads(listed.out)] == [
        ("extra", "chat > answer > check"),
        ("missing", "chat > answer > search #2"),
    ]


def test_a_moved_step_is_one_difference(run: Run, server: LocalServer) -> None:
    first = log(server, [("tool", "a", ""), ("tool", "b", ""), ("tool", "c", "")])
    second = log(server, [("tool", "b", ""), ("tool", "c", ""), ("tool", "a", "")])

    found = json.loads(run("sessions", "diff", first, second).out)

    assert [(one["kind"], one["path"]) for one in found] == [("moved", "chat > answer > a")]


def test_a_wrong_session_or_file_is_named(run: Run, server: LocalServer, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("{}")
    known = log(server, STEPS)

    unknown = run("sessions", "diff", known, str(uuid4()))
    wrong = run("sessions", "diff", known, "other.json")

    assert unknown.code == 1
    assert unknown.err.startswith("error: there is no session with the id ")
    assert (wrong.code, wrong.out) == (2, "")
    assert "other.json is not a session; write it with honeyhive sessions get ID" in wrong.err


def test_assert_trace_names_the_first_difference(run: Run, server: LocalServer, tmp_path: Path) -> None:
    golden = tmp_path / "golden.json"
    golden.write_text(run("sessions", "get", log(server, STEPS)).out)
    same, other = log(server, STEPS), log(server, [*STEPS[:1], ("tool", "ask", "in Kiel"), STEPS[2]])

    with HoneyHive(api_key=KEY, base_url=server.url) as client:
        assert_trace(same, golden, fields=["outputs"], client=client)
        assert_trace(client.sessions.list(query={"session_id": same})[0], golden)
        with pytest.raises(AssertionError) as caught:
            assert_trace(other, golden, fields=["outputs.text"], client=client)
        with client.session("traced") as session:
            pass
        with pytest.raises(AssertionError, match=r"differs from the golden one: chat: event_name is 'traced'"):
            assert_trace(session, golden, client=client)

    assert str(caught.value).splitlines()[0] == (
        "the trace differs from the golden one: chat > answer > ask: event_type is 'tool' instead of 'model'"
    )
    with pytest.raises(InvalidRequestError, match="session is an id; pass client= to read the session"):
        assert_trace(same, golden)
    with pytest.raises(InvalidRequestError, match=r"none.json does not exist; record it with honeyhive sessions get"):
        assert_trace({"event_type": "session"}, tmp_path / "none.json")
    with pytest.raises(InvalidRequestError, match="session is of type int; pass a session"):
        assert_trace(7, golden)


def test_open_starts_a_browser_with_the_url_of_the_viewer(run: Run, server: LocalServer, tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text('#!/bin/sh\necho "$1" > "$(dirname "$0")/opened"\n')
    browser.chmod(0o755)
    session_id = log(server, STEPS)

    opened = run("sessions", "open", session_id, BROWSER=str(browser), PATH="/usr/bin:/bin")
    printed = run("sessions", "open", session_id, "--print", "--viewer-url", "https://viewer.example/x/")
    unknown = run("sessions", "open", session_id, "--print", HH_API_URL=None)

    assert (opened.code, opened.out) == (0, f"{server.url}/sessions/{session_id}\n")
    assert (tmp_path / "opened").read_text() == opened.out
    assert printed.out == f"https://viewer.example/x/sessions/{session_id}\n"
    assert (unknown.code, unknown.out) == (2, "")
    assert "pass --base-url of a local server, or --viewer-url of another viewer" in unknown.err


def tailing(environment: dict[str, str], folder: Path, *flags: str) -> subprocess.Popen[str]:
    """Start ``events tail`` with the given flags, and with its output in pipes."""
    pipe = subprocess.PIPE
    command = [*COMMAND, "events", "tail", *flags]
    return subprocess.Popen(command, env=environment, cwd=folder, stdout=pipe, stderr=pipe, text=True)


def test_tail_prints_new_events_until_it_is_interrupted(
    environment: dict[str, str], server: LocalServer, tmp_path: Path
) -> None:
    log(server, [("tool", "before", "")])
    filters = '[{"field": "event_type", "operator": "is", "value": "tool", "type": "string"}]'
    process = tailing(environment, tmp_path, "-n", "1", "--interval", "0.1", "--filters", filters)
    assert process.stdout is not None
    first = json.loads(process.stdout.readline())
    log(server, [("tool", "new", ""), ("model", "other", "")])
    second = json.loads(process.stdout.readline())
    process.send_signal(signal.SIGINT)
    rest, errors = process.communicate(timeout=60)

    assert first["event_type"] == second["event_type"] == "tool"
    assert second["event_name"] == "new"
    assert (process.returncode, rest) == (130, "")
    assert errors == ""


def test_tail_filters_each_event(environment: dict[str, str], server: LocalServer, tmp_path: Path) -> None:
    log(server, [("tool", "before", "")])
    filters = '[{"field": "event_name", "operator": "is", "value": "before", "type": "string"}]'
    process = tailing(environment, tmp_path, "-n=1", "--filters", filters, "--jq", ".event_name, {n: .event_type}")
    assert process.stdout is not None
    lines = [process.stdout.readline(), process.stdout.readline()]
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)

    assert lines == ["before\n", '{"n":"tool"}\n']


def test_tail_continues_after_an_event_that_jq_does_not_fit(
    environment: dict[str, str], server: LocalServer, tmp_path: Path
) -> None:
    log(server, [("tool", "unfit", ""), ("tool", "fit", "")])
    filters = '[{"field": "event_name", "operator": "contains", "value": "fit", "type": "string"}]'
    expression = 'if .event_name == "unfit" then .event_name.x else .event_name end'
    process = subprocess.Popen(
        [*COMMAND, "events", "tail", "--interval", "0.1", "--filters", filters, "--jq", expression],
        env=environment,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    first, warning = process.stdout.readline(), process.stderr.readline()
    log(server, [("tool", "fitting", "")])
    second = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)

    assert (first, second, process.returncode) == ("fit\n", "fitting\n", 130)
    assert re.fullmatch(r"warning: --jq: .*annot index string.* \(event [0-9a-f-]{36}\)\n", warning)


@pytest.mark.parametrize("flags", [("--output", "jsonl"), ("--columns", "event_name")])
def test_tail_refuses_flags_that_jq_would_ignore(run: Run, flags: tuple[str, str]) -> None:
    result = run("events", "tail", "--jq", ".", *flags)

    assert (result.code, result.out) == (2, "")
    assert f"events tail prints the results of --jq as they are; leave out {flags[0]};" in result.err


def test_tail_refuses_forms_of_more_than_a_line(run: Run) -> None:
    result = run("events", "tail", "-o", "yaml")

    assert (result.code, result.out) == (2, "")
    assert "events tail prints one line per event: use -o jsonl or -o outline;" in result.err
