"""Forms of output: JSON lines, CSV, YAML, outline, chosen columns, jq, tables in every width, times, whole lists."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import yaml
from rich.cells import cell_len

from honeyhive_server import LocalServer

from .conftest import KEY, Result, Run
from .test_output import on_terminal, plain

STEPS = 60
START = 1767323046000
SESSION = str(UUID(int=1, version=4))
PROJECT = ("--project-id", "default", "--data-plane-api-key", "hh_fgdp_tests")


def _step(number: int) -> dict[str, Any]:
    return {
        "event_id": str(UUID(int=number + 2, version=4)),
        "event_type": "model" if number % 2 else "tool",
        "event_name": f"step {number} of the long plan",
        "start_time": START + number * 1000,
        "duration": 1200,
        "inputs": {"chat_history": [{"role": "user", "content": f"question {number} " + "word " * 600}]},
        "outputs": {"content": "1e3" if number == 0 else f"reply {number} " + "word " * 600},
        "metadata": {"total_tokens": number, "cost": {"usd": 0.5}},
        **({"error": "the tool did not respond"} if number == 5 else {}),
    }


@pytest.fixture(scope="module")
def filled(running: LocalServer) -> None:
    """A server with one session of 60 steps with long inputs and outputs."""
    from honeyhive import HoneyHive

    with HoneyHive(api_key=KEY, base_url=running.url) as client:
        client.sessions.create(session_id=SESSION, session_name="plan", start_time=START, duration=60_000)
        client.sessions.create_event_batch(SESSION, events=[_step(number) for number in range(STEPS)])  # type: ignore[misc]
        client.experiments.create(name="nightly", event_ids=[], metadata={"a": {"b": [1]}}, configuration={"k": 1})


pytestmark = pytest.mark.usefixtures("filled", "server")


def table(run: Run, *arguments: str, width: int) -> Result:
    return run(*arguments, "-o", "table", COLUMNS=str(width))


def test_json_lines_have_one_row_a_line(run: Run) -> None:
    result = run("events", "list", "-L", "3", "-o", "jsonl")

    assert [set(json.loads(line)) >= {"event_id", "inputs"} for line in result.out.splitlines()] == [True] * 3


def test_csv_has_a_header_and_dotted_columns(run: Run) -> None:
    result = run("events", "list", "-L", "3", "-o", "csv")

    rows = list(csv.DictReader(io.StringIO(result.out)))
    assert len(rows) == 3
    assert rows[0]["metadata.cost.usd"] == "0.5"
    assert rows[0]["inputs.chat_history"].startswith('[{"role":"user"')
    assert {len(row) for row in rows} == {len(rows[0])}


def test_yaml_keeps_strings_that_look_like_numbers(run: Run) -> None:
    result = run("events", "get", _step(0)["event_id"], "-o", "yaml")

    assert "content: '1e3'" in result.out
    assert yaml.safe_load(result.out)["event"]["outputs"] == {"content": "1e3"}


def test_columns_are_chosen_in_every_form(run: Run) -> None:
    chosen = ("events", "list", "-L", "1", "--columns", "event_name, metadata.cost.usd")
    flat = {"event_name": "step 59 of the long plan", "metadata.cost.usd": 0.5}

    assert json.loads(run(*chosen).out) == [flat]
    assert json.loads(run(*chosen, "-o", "jsonl").out) == flat
    assert yaml.safe_load(run(*chosen, "-o", "yaml").out) == [flat]
    assert run(*chosen, "-o", "csv").out == "event_name,metadata.cost.usd\nstep 59 of the long plan,0.5\n"
    assert run(*chosen, "-o", "table").out.splitlines()[0].split() == ["event_name", "metadata.cost.usd"]
    assert run(*chosen, "-o", "outline").out.count("metadata.cost.usd: 0.5  question 59") == 1
    one = run("events", "get", SESSION, "--columns", "event_name,inputs")
    assert json.loads(one.out) == {"event_name": "plan", "inputs": {}}


def test_an_unknown_column_is_named(run: Run) -> None:
    result = run("events", "list", "-L", "1", "--columns", "event_nme")
    empty = run("events", "list", "--columns", " , ")

    assert result.code == 0
    assert result.err == "warning: --columns: no item has event_nme (did you mean event_name?)\n"
    assert (empty.code, empty.out) == (2, "")
    assert "names no column; pass names such as event_name,metadata.model" in empty.err


def test_jq_prints_results_one_a_line(run: Run) -> None:
    names = run("events", "list", "-L", "2", "--jq", ".events[].event_name")
    costs = run("events", "list", "-L", "2", "--jq", ".events[].metadata.cost")
    none = run("events", "list", "-L", "1", "--jq", "empty")
    as_csv = run("events", "list", "-L", "2", "--jq", ".events", "-o", "csv", "--columns", "metadata.total_tokens")

    assert names.out == "step 59 of the long plan\nstep 58 of the long plan\n"
    assert costs.out == '{"usd":0.5}\n{"usd":0.5}\n'
    assert none.out == ""
    assert as_csv.out == "metadata.total_tokens\n59\n58\n"


def test_a_wrong_jq_filter_is_refused_before_anything_is_sent(run: Run, server: LocalServer) -> None:
    server.requests.clear()
    wrong = run("events", "list", "--jq", ".events[")
    unfit = run("events", "list", "-L", "1", "--jq", ".events.x")

    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err.startswith("error: --jq: '.events[' is not a jq filter: syntax error")
    assert unfit.code == 1
    assert unfit.err.startswith("error: --jq: Cannot index array")
    assert len(server.requests) == 1


def test_without_the_jq_package_the_error_says_how_to_get_it() -> None:
    code = (
        "import sys\n"
        "sys.modules['jq'] = None\n"
        "sys.argv = ['honeyhive', 'events', 'list', '--jq', '.']\n"
        "from honeyhive._cli import main\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "error: --jq needs the jq package; run pip install 'honeyhive-sdk[cli]', or pipe the output to the command jq\n"
    )


def test_an_outline_has_one_line_a_step_and_little_text(run: Run) -> None:
    whole = run("sessions", "get", SESSION)
    outline = run("sessions", "get", SESSION, "-o", "outline")

    lines = outline.out.splitlines()
    assert len(lines) == STEPS + 1
    assert lines[0] == f"plan  session  1 min 0 s  2026-01-02 03:04:06  {SESSION}  {STEPS} events"
    assert lines[2].startswith("  step 1 of the long plan  model  1.20 s  1 tokens  question 1 word")
    assert "error: the tool did not respond" in lines[6]
    assert len(outline.out) < 7_500 < len(whole.out) / 40


@pytest.mark.parametrize("most", [20_000, 4_000, 2_200, 500, 60])
def test_an_outline_keeps_to_max_chars(run: Run, most: int) -> None:
    result = run("sessions", "get", SESSION, "-o", "outline", "--max-chars", str(most))

    assert result.code == 0
    assert len(result.out) <= most + 1
    if most < 1_000:
        shown = len(result.out.splitlines()) - 1
        assert result.out.endswith(f"… {STEPS + 1 - shown} more\n")


@pytest.mark.parametrize("width", [20, 40, 60, 80, 100, 160, 300])
@pytest.mark.parametrize(
    "command",
    [
        ("sessions", "list"),
        ("events", "list", "-L", "5"),
        ("experiments", "list", *PROJECT),
        ("events", "get", SESSION, *PROJECT),
    ],
    ids=" ".join,
)
def test_tables_fit_the_terminal_and_have_no_json(run: Run, command: tuple[str, ...], width: int) -> None:
    result = table(run, *command, width=width)

    assert (result.code, result.err) == (0, "")
    assert [line for line in result.out.splitlines() if cell_len(line.rstrip()) > width] == []
    assert not re.search(r"[{}\[\]\"]", result.out)
    if width >= 40:
        assert re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", result.out)


def test_a_narrow_table_names_the_columns_that_it_leaves_out(run: Run) -> None:
    narrow = table(run, "events", "list", "-L", "2", width=80).out.splitlines()
    wide = table(run, "events", "list", "-L", "2", width=120).out.splitlines()

    assert narrow[0].split() == ["start", "(UTC)", "type", "name", "event", "id"]
    assert narrow[1].startswith("01-02 03:05:05  model  step 59 of the")
    assert narrow[3] == "not shown: duration (a wider terminal or --columns shows more)"
    assert wide[1].startswith("2026-01-02 03:05:05  model  step 59 of the long plan    1.20 s  ")


def test_times_are_local_on_a_terminal_and_utc_otherwise(run: Run, environment: dict[str, str], tmp_path: Path) -> None:
    command = ["events", "list", "-L", "1"]
    variables = {**environment, "TZ": "America/New_York", "COLUMNS": "160"}
    local = plain("".join(on_terminal(command, variables, tmp_path)))
    utc = plain("".join(on_terminal([*command, "--utc"], variables, tmp_path)))
    piped = run(*command, "-o", "table", COLUMNS="160", TZ="America/New_York").out

    assert local.splitlines()[0].startswith("start  ")
    assert local.splitlines()[1].startswith("2026-01-01 22:05:05")
    assert utc.splitlines()[0].startswith("start (UTC)")
    assert utc == plain(piped)


def test_lists_say_how_many_there_are_and_how_to_get_the_rest(run: Run) -> None:
    page = table(run, "events", "list", "-L", "2", width=160)
    cut = table(run, "sessions", "list", "-L", "1", width=160)
    outline = run("events", "list", "-L", "2", "-o", "outline")

    words = f"2 of {STEPS + 1} events; --page 2 shows the next page, --all shows all"
    assert page.out.splitlines()[-1] == words
    assert outline.err == f"{words}\n"
    assert cut.out.splitlines()[-1] == "1 session, and there may be more; --limit 2 shows more, --all shows all"
    assert table(run, "experiments", "list", width=160).out.splitlines()[-1] == "1 experiment"


def test_all_shows_the_whole_list(run: Run) -> None:
    with LocalServer() as server:
        lines = "".join(f'{{"event_type": "tool", "event_name": "e{n}", "inputs": {{}}}}\n' for n in range(1205))
        run("events", "import", "-", stdin=lines, HH_API_URL=server.url)
        streamed = run("events", "list", "--all", "-o", "jsonl", HH_API_URL=server.url)
        collected = run("events", "list", "--all", HH_API_URL=server.url)
        sessions = run("sessions", "list", "--all", "--jq", "length", HH_API_URL=server.url)
        cut = run("events", "list", "--jq", ".events | length", HH_API_URL=server.url)
        both = run("events", "list", "--all", "-L", "3", HH_API_URL=server.url)

    assert len({json.loads(line)["event_id"] for line in streamed.out.splitlines()}) == 1205
    assert len(json.loads(collected.out)["events"]) == 1205
    assert (sessions.out, sessions.err) == ("1205\n", "")
    assert (cut.out, cut.err) == (
        "1000\n",
        "warning: only 1000 of 1205 are listed: pass --page 2 for the next page, or --all\n",
    )
    assert (both.code, both.out) == (2, "")
    assert "--all lists all items; leave out --limit" in both.err
