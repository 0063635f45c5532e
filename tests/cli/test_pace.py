"""Rate and remaining time in the progress of imports and downloads."""

import re
import subprocess
from pathlib import Path

from honeyhive._cli.tools.pace import Pace
from honeyhive_server import LocalServer

from .conftest import COMMAND
from .test_output import on_terminal


def test_the_rate_is_that_of_this_run() -> None:
    now = [0.0]
    pace = Pace("events", 500, clock=lambda: now[0])

    assert pace.words(10, 600, 1000) == ""
    now[0] = 10.0
    assert pace.words(12_000, 600, 1000) == ", 1,200 events/s, 40 s left"
    assert pace.words(12_000, 600) == ", 1,200 events/s"
    assert pace.words(0, 500, 1000) == ", 0 events/s"
    assert pace.words(5, 510, 1500).endswith(" 16 min left")
    assert pace.words(5, 501, 1500).endswith(" 2 h 46 min left")


def test_an_import_shows_rate_and_remaining_time(environment: dict[str, str], tmp_path: Path) -> None:
    line = '{"event_type": "tool", "event_name": "e", "inputs": {}}\n'
    (tmp_path / "e.jsonl").write_text(line * 1500)
    with LocalServer(latency=0.5) as server:
        done = subprocess.run(
            [*COMMAND, "events", "import", "e.jsonl"],
            env={**environment, "HH_API_URL": server.url},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )

    assert re.search(
        r"^\d+ events imported, 0\.\d of 0\.1 MB, \d+ events/s, \d+ s left$", done.stderr, flags=re.MULTILINE
    ), done.stderr
    assert not {"\r", "\x1b", "━"} & set(done.stderr)


def test_the_bar_of_an_import_has_rate_and_remaining_time(environment: dict[str, str], tmp_path: Path) -> None:
    line = '{"event_type": "tool", "event_name": "e", "inputs": {}}\n'
    (tmp_path / "e.jsonl").write_text(line * 600)
    with LocalServer(latency=0.5) as server:
        variables = {**environment, "HH_API_URL": server.url, "COLUMNS": "160"}
        shown = "".join(on_terminal(["events", "import", "e.jsonl"], variables, tmp_path))

    assert re.search(r"━ +\d+% \d+ events imported, 0\.0 of 0\.0 MB, \d+ events/s, \d+ s left", shown), shown
