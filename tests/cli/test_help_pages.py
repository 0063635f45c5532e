"""Help pages: a summary, an example that works, the flags, and the line about global flags."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from honeyhive import HoneyHive
from honeyhive_server import LocalServer

from .conftest import COMMAND, KEY, Run

# Prints a dict with the help page of each command, as `honeyhive COMMAND --help` prints the page.
PAGES = """
import contextlib, io, json
from honeyhive._cli.program import program

def pages(path):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        program().main([*path, "--help"], prog_name="honeyhive", standalone_mode=False)
    yield " ".join(path), out.getvalue()
    command = program()
    for word in path:
        command = command.get_command(None, word)
    for word in command.list_commands(None) if hasattr(command, "list_commands") else ():
        yield from pages([*path, word])

print(json.dumps(dict(pages([]))))
"""
# Runs each line of stdin as a command against a server, and prints the exit codes with what is on stderr.
RUN = """
import contextlib, io, json, shlex, sys
from honeyhive._cli.program import program
from honeyhive._cli.terminal.failures import run

found = []
for line in json.load(sys.stdin):
    sys.argv = ["honeyhive", *shlex.split(line)[1:]]
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = run(program())
        except SystemExit as error:
            code = error.code
    found.append((code, err.getvalue()))
print(json.dumps(found))
"""
LAST_LINE = "Global flags such as --output, --profile and --quiet work here too; 'honeyhive --help' lists them."
HARD = ("how many events a page holds", "with 130 after", "carry this share")


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The help page of each command, by the words of the command."""
    child = subprocess.run(
        [sys.executable, "-c", PAGES], env={"COLUMNS": "100"}, capture_output=True, text=True, check=True, timeout=120
    )
    found: dict[str, str] = json.loads(child.stdout)
    return found


def examples(page: str) -> str:
    """Return the example of a page as a list of words, as a shell splits it."""
    found = re.search(r"^  Example:\n((?:    .*\n)+)", page, flags=re.MULTILINE)
    assert found, page
    return "\n".join(line[4:] for line in found[1].splitlines()).replace("\\\n", "")


def test_a_process_prints_the_same_page(run: Run, pages: dict[str, str]) -> None:
    for words in ("", "events", "events search", "config set", "serve"):
        assert run(*words.split(), "--help").out == pages[words]


def test_each_page_has_a_sentence_an_example_and_then_flags(pages: dict[str, str]) -> None:
    assert len(pages) > 110
    for words, page in pages.items():
        usage, sentence, *_ = page.split("\n\n")
        assert usage.startswith("Usage: honeyhive"), words
        assert len(sentence.split(". ")) == 1, words
        assert sentence.rstrip().endswith("."), words
        assert page.index("\n  Example:\n") < page.index("\nOptions:\n"), words
        place = page.index("\n  Example:\n") if "Deprecated" in page else page.index(sentence) + len(sentence) + 1
        assert page.startswith("\n  Example:\n", place), words


def test_each_page_ends_with_the_line_about_global_flags(pages: dict[str, str]) -> None:
    for words, page in pages.items():
        last = " ".join(page.rsplit("\n\n", 1)[1].split())
        assert last.startswith("Global flags may also follow the command.") if not words else last == LAST_LINE, words


def test_no_page_breaks_a_flag_or_has_a_hard_sentence(pages: dict[str, str]) -> None:
    for words, page in pages.items():
        assert not re.search(r"\w-\n", page), words
        assert not any(sentence in " ".join(page.split()).lower() for sentence in HARD), words
        assert not re.search(r"INTEGER|FLOAT|RANGE", page), words


def test_the_example_of_each_operation_is_accepted_by_a_server(pages: dict[str, str], tmp_path: Path) -> None:
    lines = [examples(page) for page in pages.values() if "\n  Sends " in page]
    assert len(lines) > 90
    with LocalServer() as server:
        child = subprocess.run(
            [sys.executable, "-c", RUN],
            input=json.dumps([f"{line} --quiet" for line in lines]),
            env={"HH_API_KEY": KEY, "HH_API_URL": server.url, "HOME": str(tmp_path)},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
        assert server.violations == []

    # The local server may not know an id of the example, and lacks parts of the control plane.
    allowed = re.compile(r"error: (API error (404|501|403)\b|\w+\.\w+\(\) needs )")
    wrong = [
        (line, err)
        for line, (code, err) in zip(lines, json.loads(child.stdout), strict=True)
        if code and not allowed.match(err)
    ]
    assert wrong == []


def test_the_examples_of_tools_and_groups_work(
    run: Run, pages: dict[str, str], tmp_path: Path, server: LocalServer
) -> None:
    session_id = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"
    run("sessions", "create", "--session-id", session_id, "--session-name", "chat")
    run("config", "set", "base-url", "http://127.0.0.1:9", "--profile", "staging")
    with HoneyHive(api_key=KEY, base_url=server.url, spool=tmp_path / "spool") as client:
        client.log_event({"event_type": "tool", "event_name": "e"})
    (tmp_path / "app.py").write_text("def answer(inputs):\n    return 1\n")
    (tmp_path / "cases.csv").write_text("question,answer\nwho?,me\n")
    (tmp_path / "events.jsonl").write_text('{"event_type": "tool", "event_name": "e", "inputs": {}}\n')
    (tmp_path / "golden.json").write_text(run("sessions", "get", session_id).out)
    by_words = {words: examples(page) for words, page in pages.items() if "\n  Sends " not in page}
    # Examples that do not end, open a browser, are for a shell, or need a resource that does not exist.
    skipped = {"serve", "events tail", "sessions open", "completion"}
    lines = [line for words, line in by_words.items() if words not in skipped and not re.search(r"-1\b", line)]
    assert len(lines) > 25

    for line in dict.fromkeys(lines):
        if line.startswith("honeyhive events download"):
            (tmp_path / "events.jsonl").unlink()
        if line.startswith("honeyhive evaluate"):
            (tmp_path / "cases.jsonl").write_text('{"inputs": {"q": 1}}\n')
        found = run(*shlex.split(line)[1:], stdin="hh_value\n")
        assert found.code == 0, (line, found)
        (tmp_path / "cases.jsonl").unlink(missing_ok=True)


def test_a_page_names_the_server_and_the_key(pages: dict[str, str]) -> None:
    page = " ".join(pages["sessions list"].split())

    assert (
        "Sends GET /session to https://api.honeyhive.ai, or to the server of --base-url, "
        "with a project API key (HH_API_KEY)." in page
    )
    assert "--api-key, --project-api-key KEY Your API key, which belongs to one project." in " ".join(pages[""].split())
    assert "--base-url URL The server to use instead of the HoneyHive service" in " ".join(pages[""].split())


def test_an_unknown_namespace_has_the_words_of_the_document() -> None:
    from honeyhive._cli.namespace_texts import group_help, sentence

    assert sentence("new", "A new thing is new.") == "A new thing is new."
    assert group_help("new", "A new thing is new.") == "A new thing is new."
    assert COMMAND
