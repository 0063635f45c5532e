"""Flags and words of other tools: each is understood, or its error names the correct form."""

import errno
import json
import os
import resource
import subprocess
from pathlib import Path

import pytest

from honeyhive_server import LocalServer

from .conftest import COMMAND, Run


@pytest.fixture
def filled(run: Run, server: LocalServer) -> LocalServer:
    """A server with three stored events."""
    events = [{"event_type": "tool", "event_name": f"habit {number}", "inputs": {}} for number in range(3)]
    assert run("events", "create-batch", "--events", json.dumps(events)).code == 0
    return server


@pytest.mark.usefixtures("filled")
def test_an_equals_sign_may_follow_a_short_flag(run: Run) -> None:
    kubectl = run("events", "list", "-o=jsonl", "-L=2", "--columns=event_name")

    assert (kubectl.code, len(kubectl.out.splitlines())) == (0, 2)
    assert kubectl.out == run("events", "list", "-ojsonl", "-L2", "--columns", "event_name").out


@pytest.mark.usefixtures("filled")
def test_a_downloaded_file_is_imported_without_a_warning(run: Run, tmp_path: Path) -> None:
    assert run("events", "download", str(tmp_path / "x.jsonl")).code == 0
    assert b'"project"' in (tmp_path / "x.jsonl").read_bytes()

    imported = run("events", "import", str(tmp_path / "x.jsonl"))

    assert (imported.code, "warning" in imported.err) == (0, False), imported.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("events", "list", "-q", ".events"), "unexpected argument .events; pass a jq filter with --jq;"),
        (("events", "list", "--since", "2", "hours"), "unexpected argument hours; pass values with flags, and quote"),
        (("events", "get", "a", "b"), "unexpected argument b; the command takes one EVENT_ID, quoted if"),
        (("events", "get", "a", "b", "c"), "unexpected argument b c;"),
        (("sessions", "create", ""), "unexpected argument '';"),
        (("metrics", "create", "--type", "python"), "(did you mean PYTHON?);"),
        (("sessions", "tree"), "missing SESSION_ID; see 'honeyhive sessions tree --help'"),
        (("evaluate", "app:answer"), "missing --dataset;"),
        (("sessions", "diff", "a"), "missing SECOND_SESSION_OR_FILE;"),
        (("config", "get", "nope"), "error: SETTING: 'nope' is not one of api-key,"),
        (("serve", "--port", "x"), "error: --port must be a whole number from 0 to 65535, not 'x'; see"),
        (("serve", "--fail-rate", "2"), "error: --fail-rate must be a number from 0 to 1, not 2.0; see"),
        (("events", "tail", "-n=101"), "error: --last must be a whole number from 0 to 100, not 101; see"),
        (("events", "tail", "--interval", "0"), "error: --interval must be a number of at least 0.1, not 0.0; see"),
        (("evaluate", "--rate-limit", "0"), "must be a number above 0, not 0.0; see"),
        (("events", "list", "--timeout", "x"), "error: --timeout must be a number, not 'x'; see"),
        (("events", "list", "--jq"), "error: --jq needs a value; see 'honeyhive events list --help'"),
        (("--jq",), "error: --jq needs a value; see 'honeyhive --help'"),
        (("events", "list", "--utc=yes"), "error: --utc takes no value; see 'honeyhive events list --help'"),
        (("completion",), "missing SHELL; pass one of bash, zsh, fish;"),
        (("completion", "pwsh"), "SHELL: 'pwsh' is not one of bash, zsh, fish;"),
        (("config", "set", "base_url", "x"), "(did you mean base-url?);"),
        (("events", "list", "-o", "JSON"), "(did you mean json?);"),
        (("events", "list", "--query", "x"), "there is no flag --query: use --filters to choose items, or --jq to"),
        (("sessions", "download", "--query", "x"), "there is no flag --query: use --filters to choose items, or"),
        (("metrics", "list", "--query", "x"), "there is no flag --query: use --jq to filter what is printed;"),
        (("events", "download", "-f"), "there is no flag -f (did you mean --force?);"),
        (("events", "tail", "-f"), "there is no flag -f: leave it out; new events are printed every --interval"),
        (("evaluate", "-f"), "there is no flag -f; see"),
        (("events", "download", "-w"), "there is no flag -w; see"),
        (("sessions", "list", "--filters", "[]"), "there is no flag --filters; see"),
        (("serve", "--since", "2h"), "there is no flag --since; see"),
        (("evaluate", "--since", "2h"), "there is no flag --since; see"),
        (("events", "list", "--event-id", "x"), "there is no flag --event-id; see"),
        (("events", "import", "-", "./b.jsonl"), "unexpected argument ./b.jsonl; the command takes one FILE,"),
        (("events", "import", "-", "../b c.jsonl"), "unexpected argument '../b c.jsonl'; see"),
        (("events", "list", "a b"), "unexpected argument 'a b'; pass values with flags; see"),
        (("events", "tail", "--follow"), "there is no flag --follow: leave it out; 'honeyhive events tail' follows"),
        (("events", "tail", "-x"), "there is no flag -x; see"),
        (("events", "download", "x.csv"), "would contain JSONL; choose a name such as x.jsonl, or write CSV with"),
        (("events", "download", "x.csv"), "'honeyhive events list --all -o csv' and the same filters;"),
        (("events", "download", "a/b.c.csv.GZ"), "JSONL; choose a name such as a/b.c.jsonl.gz, or"),
        (("sessions", "download", "x.yaml"), "x.yaml would contain JSONL; choose a name such as x.jsonl; see"),
        (("events", "import", "."), "error: FILE: '.' is a directory;"),
    ],
)
def test_an_error_says_what_to_type(run: Run, arguments: tuple[str, ...], words: str) -> None:
    result = run(*arguments)

    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("damage", [slice(0, 60), slice(60, 64)])
def test_a_damaged_file_is_an_error(run: Run, tmp_path: Path, damage: slice) -> None:
    """There are two kinds of damage: a file that is cut, and a file with wrong bytes inside."""
    (tmp_path / "whole.jsonl").write_text(json.dumps({"event_type": "tool", "inputs": {"q": "x" * 99}}) * 9)
    subprocess.run(["gzip", "whole.jsonl"], cwd=tmp_path, check=True)
    packed = bytearray((tmp_path / "whole.jsonl.gz").read_bytes())
    (tmp_path / "e.jsonl.gz").write_bytes(packed[damage] if damage.start == 0 else _flipped(packed, damage))

    result = run("events", "import", "e.jsonl.gz")

    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("error: e.jsonl.gz cannot be unpacked: ")
    assert result.err.count("\n") == 1


def _flipped(data: bytearray, place: slice) -> bytes:
    data[place] = bytes(255 - one for one in data[place])
    return bytes(data)


def test_a_wrong_event_of_an_array_is_named_by_its_own_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "e.json").write_text('[\n{"event_type": "tool",\n oops}\n]\n')

    result = run("events", "import", "e.json")
    refused = json.loads((tmp_path / "e.json.rejects.jsonl").read_text())

    words = "not JSON: expecting property name enclosed in double quotes at line 2 of the event, column 2"
    assert (result.code, refused["line"], refused["reason"]) == (1, 3, words)


def test_a_wrong_line_is_named_by_its_column(run: Run, tmp_path: Path) -> None:
    (tmp_path / "e.jsonl").write_text('{"event_type": "töl"\n{"event_type" "tool"}\n', encoding="utf-8")

    result = run("events", "import", "e.jsonl")
    reasons = [json.loads(line)["reason"] for line in (tmp_path / "e.jsonl.rejects.jsonl").read_text().splitlines()]

    assert result.code == 1
    assert reasons == [
        "not JSON: expecting ',' delimiter at column 21",
        "not JSON: expecting ':' delimiter at column 15",
    ]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("namespace", "lines"), [("events", 3), ("sessions", 0)])
def test_a_download_may_be_named_json_with_a_warning(run: Run, tmp_path: Path, namespace: str, lines: int) -> None:
    (tmp_path / "a").mkdir()

    result = run(namespace, "download", "a/o.json")

    warning = "a/o.json gets one JSON object per line, which is JSONL; a/o.jsonl would be a clearer name"
    assert (result.code, result.err.count("warning: ")) == (0, 1)
    assert f"warning: {warning}\n" in result.err
    assert len((tmp_path / "a" / "o.json").read_text().splitlines()) >= lines


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", ["p.json", "p.csv"])
def test_a_pipe_may_have_any_name(run: Run, tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    with subprocess.Popen(["cat", name], cwd=tmp_path, stdout=subprocess.PIPE) as reader:
        result = run("sessions", "download", name)
        if result.code:
            reader.kill()  # the command still waits for a writer
        out = reader.communicate(timeout=60)[0]

    assert (result.code, "warning" in result.err) == (0, False), result.err
    assert all(json.loads(line)["event_type"] == "session" for line in out.splitlines())


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_output_that_does_not_fit_on_the_disk_is_an_error(
    environment: dict[str, str], tmp_path: Path, unbuffered: str
) -> None:
    """A limit of the file size acts like a full disk: a first part is written, and then nothing more."""
    with (tmp_path / "out.json").open("wb") as out:
        done = subprocess.run(
            [*COMMAND, "events", "list", "-o", "json"],
            env={**environment, "PYTHONUNBUFFERED": unbuffered},
            cwd=tmp_path,
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500)),
        )

    assert (tmp_path / "out.json").stat().st_size <= 500
    assert done.returncode == 1
    assert done.stderr == f"error: {os.strerror(errno.EFBIG)}\n"


def test_an_empty_list_is_one_line(run: Run) -> None:
    result = run("experiments", "list", "-o", "table", "--name", "nobody", "--quiet")

    assert (result.code, result.out) == (0, "nothing found\n")


def test_an_empty_list_does_not_hide_the_facts_beside_it(run: Run) -> None:
    """A run without results has a status, and its reply has only empty lists."""
    created = json.loads(run("experiments", "create-run", "--name", "empty", "--event-ids", "[]", "-q").out)
    arguments = ("experiments", "get-result", "--run-id", created["run_id"], "-o", "table", "-q")

    lines = dict(line.split() for line in run(*arguments).out.splitlines() if "created_at" not in line)

    assert (lines["status"], lines["success"], lines["run_object.name"]) == ("pending", "true", "empty")
    assert run(*arguments, "--columns", "metric").out == "nothing found\n"
