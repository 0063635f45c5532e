"""Habits from gh, stripe, aws and kubectl: short flags, positional ids, aliases, pipes, and suggestions by meaning."""

import json
import subprocess
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from honeyhive_server import LocalServer

from .conftest import COMMAND, Run

EVENTS = [
    {"event_type": "tool", "event_name": f"pretty {{{number}}}", "inputs": {"quote": 'a "b" }]\\', "n": number}}
    for number in range(3)
]


@pytest.fixture
def session(run: Run) -> str:
    """The id of a stored session with one event."""
    session_id = str(uuid4())
    run("sessions", "create", "--session-id", session_id, "--session-name", "chat")
    step = [{"event_type": "tool", "event_name": "look", "inputs": {}}]
    run("sessions", "create-event-batch", session_id, "--events", json.dumps(step))
    return session_id


def stored(server: LocalServer, prefix: str) -> list[str]:
    return sorted(one["event_name"] for one in server.events() if one["event_name"].startswith(prefix))


def test_an_id_by_position_is_the_path_parameter(run: Run, session: str) -> None:
    read = run("events", "get", session)
    upper = run("events", "get", "--event-id", session.upper(), "-o", "json")
    both = run("events", "get", session, "--event-id", session)
    none = run("events", "get")

    assert json.loads(read.out)["event"]["event_name"] == "chat"
    assert upper.out == read.out
    assert (both.code, both.out) == (2, "")
    assert "and --event-id are both given; pass one of them" in both.err
    assert "missing --event-id" in none.err


def test_sessions_get_and_tree_read_one_session(run: Run, session: str) -> None:
    got = run("sessions", "get", session.upper())
    tree = run("sessions", "tree", session)
    unknown = run("sessions", "get", str(uuid4()))

    assert json.loads(got.out)["session_id"] == session
    assert [one["event_name"] for one in json.loads(got.out)["children"]] == ["look"]
    assert tree.out.splitlines()[0].startswith("chat  session")
    assert "look  tool" in tree.out.splitlines()[1]
    assert (unknown.code, unknown.out) == (1, "")
    assert unknown.err.startswith("error: there is no session with the id ")


def test_short_flags(run: Run, session: str) -> None:
    found = run("events", "list", "-L", "1", "-o", "yaml", "-v")
    quiet = run("-q", "sessions", "add-traces", session, "--logs", "[]")
    loud = run("sessions", "add-traces", session, "--logs", "[]")

    assert found.code == 0
    assert found.out.startswith("events:\n")
    assert "> POST " in found.err
    assert (quiet.code, quiet.err) == (loud.code, "")
    assert loud.err.startswith("warning: sessions add-traces is deprecated")


def test_help_and_version_are_commands(run: Run) -> None:
    assert run("help", "events", "search").out == run("events", "search", "--help").out
    assert run("help", "events").out == run("events", "--help").out
    assert run("help").out.replace("honeyhive help", "honeyhive") == run("--help").out
    assert run("version").out == run("--version").out
    assert run("help", "events", "list").code == 0
    assert run("help", "evnts").err.startswith("error: there is no command evnts (did you mean events?)")
    assert run("help", "doctor", "x").err.startswith("error: honeyhive doctor has no commands")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("sessions", "list", "--json"), "there is no flag --json: use --output json;"),
        (("sessions", "list", "--format", "x"), "there is no flag --format (did you mean --output?)"),
        (("sessions", "list", "--max-results", "3"), "(did you mean --limit?)"),
        (("sessions", "list", "--profile", "p"), "--profile: there is no profile p; 'honeyhive config list' shows"),
        (("configure",), "there is no command configure (did you mean config?)"),
        (("sessions", "create", "--id", "x"), "(did you mean --session-id?)"),
        (("events", "create", "--type", "tool"), "(did you mean --event-type?)"),
        (("events", "create", "-d", "{}"), "(did you mean --filename?)"),
        (("events", "search", "--url", "x"), "(did you mean --base-url?)"),
        (("events", "find"), "there is no command find (did you mean search?)"),
        (("events", "lst"), "there is no command lst (did you mean list?)"),
        (("events", "query"), "there is no command query (did you mean search?)"),
        (("datasets", "rm"), "there is no command rm (did you mean delete?)"),
        (("events", "upload"), "there is no command upload (did you mean import?)"),
        (("login",), "there is no command login: run honeyhive config set api-key, then honeyhive doctor"),
        (("start",), "there is no command start (did you mean serve?)"),
    ],
)
def test_suggestions_come_from_meaning_before_spelling(run: Run, arguments: tuple[str, ...], hint: str) -> None:
    result = run(*arguments)

    assert (result.code, result.out) == (2, "")
    assert hint in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("events", "create", "-f", "none.yaml"), "error: --filename: none.yaml: No such file or directory"),
        (("events", "create", "--inputs", "{'a': 1}"), "error: --inputs: invalid JSON: "),
        (("events", "list", "-L", "many"), "error: --limit: 'many' is not an integer"),
        (("events", "import", "none.jsonl"), "error: FILE: 'none.jsonl' does not exist"),
        (("events", "list", "-o", "xml"), "error: --output: 'xml' is not one of table, json"),
    ],
)
def test_a_wrong_value_is_named_by_its_flag(run: Run, arguments: tuple[str, ...], words: str) -> None:
    result = run(*arguments)

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(words)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(EVENTS, indent=2),
        json.dumps(EVENTS),
        json.dumps({"events": EVENTS, "count": 3}, indent=2),
        "\n".join(json.dumps(event, indent=4) for event in EVENTS),
        "".join(json.dumps(event) + "\n" for event in EVENTS),
    ],
    ids=["pretty array", "compact array", "saved search", "pretty objects", "jsonl"],
)
def test_json_documents_are_imported_like_jsonl(run: Run, tmp_path: Path, text: str) -> None:
    with LocalServer() as server:
        (tmp_path / "events.json").write_text(text)
        result = run("events", "import", "events.json", HH_API_URL=server.url)
        again = run("events", "import", "events.json", HH_API_URL=server.url)

        assert (result.code, result.err) == (0, "")
        assert json.loads(result.out)["imported"] == 3
        assert again.code == 0
        assert stored(server, "pretty") == ["pretty {0}", "pretty {1}", "pretty {2}"]


def test_an_unknown_key_of_a_refused_event_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "e.jsonl").write_text(json.dumps({"event_type": "tool", "event_name": "e", "imputs": {}}) + "\n")

    result = run("events", "import", "e.jsonl")

    assert result.code == 1
    reason = "inputs is required; unknown key imputs (did you mean inputs?)"
    assert (
        f"warning: 1 event was refused, the first on line 1: {reason}; the reasons are in e.jsonl.rejects" in result.err
    )


def test_import_reads_stdin_and_download_writes_stdout(run: Run, tmp_path: Path) -> None:
    with LocalServer() as server:
        lines = "".join(json.dumps(event) + "\n" for event in EVENTS)
        imported = run("events", "import", "-", stdin=lines, HH_API_URL=server.url)
        downloaded = run("events", "download", "-", "--page-size", "2", HH_API_URL=server.url)

    assert (imported.code, imported.err) == (0, "")
    assert json.loads(imported.out) == {"imported": 3, "rejected": 0, "rejects_file": None, "state_file": None}
    assert downloaded.code == 0
    names = sorted(json.loads(line)["event_name"] for line in downloaded.out.splitlines())
    assert names == [event["event_name"] for event in EVENTS]
    assert list(tmp_path.iterdir()) == []


def test_import_reads_process_substitution(environment: dict[str, str], server: LocalServer, tmp_path: Path) -> None:
    (tmp_path / "source").write_text(json.dumps({**EVENTS[0], "event_name": "from a pipe"}) + "\n")
    command = f"exec {' '.join(COMMAND)} events import <(cat source)"
    done = subprocess.run(
        ["bash", "-c", command], env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert stored(server, "from a pipe") == ["from a pipe"]


def test_a_list_of_1000_warns_that_there_may_be_more(run: Run) -> None:
    with LocalServer() as server:
        events = [{"event_type": "tool", "event_name": "e", "inputs": {}} for _ in range(1001)]
        for start in (0, 500, 1000):
            chunk = json.dumps({"events": events[start : start + 500]})
            run("events", "create-batch", "-f", "-", stdin=chunk, HH_API_URL=server.url)
        cut = run("sessions", "list", HH_API_URL=server.url)
        whole = run("sessions", "list", "-L", "2000", HH_API_URL=server.url)
        table = run("sessions", "list", "-o", "table", HH_API_URL=server.url)

    assert len(json.loads(cut.out)) == 1000
    assert cut.err == "warning: only 1000 are listed, and there may be more: pass a larger --limit, or --all\n"
    assert (len(json.loads(whole.out)), whole.err) == (1001, "")
    assert table.err == cut.err


def test_a_filter_on_an_unknown_field_warns(run: Run) -> None:
    filters = [
        {"field": name, "operator": "is", "value": "x", "type": "string"}
        for name in ("event_nme", "metadata.anything", "event_type")
    ]
    result = run("events", "search", "--filters", json.dumps(filters))

    assert result.code == 0
    assert result.err == (
        "warning: --filters[0].field is event_nme, but events have no field event_nme (did you mean event_name?)\n"
    )


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("twice.json", '{"source": "a", "source": "b"}', "the key 'source' is repeated in an object"),
        ("twice.yaml", "inputs:\n  a: 1\n  a: 2\n", "the key 'a' is repeated in the object at line 2"),
    ],
)
def test_a_repeated_key_exits_with_2(run: Run, tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text)

    result = run("sessions", "create", "-f", name)

    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_yaml_scalars_are_those_of_yaml_1_2(run: Run, tmp_path: Path) -> None:
    scalars: dict[str, Any] = {
        "01234": 1234, "12:30:00": "12:30:00", "1_000": "1_000", "0x1F": 31, "0o17": 15, "1e3": 1000.0, "yes": "yes",
        "2026-01-02": "2026-01-02", "~": None, "'7'": "7", "-3": -3, ".5": 0.5, "True": True, "0b11": "0b11",
    }  # fmt: skip
    lines = "".join(f"  k{number}: {text}\n" for number, text in enumerate(scalars))
    (tmp_path / "e.yaml").write_text(f"base: &base {{a: 1}}\ninputs:\n  <<: *base\n{lines}")

    result = run("sessions", "create", "-f", "e.yaml", "--dry-run")

    inputs = json.loads(result.out.partition("--data-raw '")[2].rstrip("'\n").replace("'\"'\"'", "'"))["inputs"]
    assert inputs == {"a": 1, **{f"k{number}": value for number, value in enumerate(scalars.values())}}


def test_lines_that_the_function_prints_do_not_spoil_the_json(run: Run, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("print('loading')\ndef answer(inputs):\n    print('working')\n    return inputs\n")
    (tmp_path / "cases.jsonl").write_text('{"inputs": {"q": 1}}\n')

    result = run("evaluate", "app:answer", "--dataset", "cases.jsonl")

    assert json.loads(result.out)["failed"] == 0
    assert result.err.startswith("loading\nworking\n")
