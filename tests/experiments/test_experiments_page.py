"""The code blocks of docs/experiments.md run, in order, in one program."""

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from honeyhive_server import LocalServer

PAGE = (Path(__file__).parents[2] / "docs" / "experiments.md").read_text()
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, flags=re.DOTALL)


def test_the_code_of_the_page_runs(
    server: LocalServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("HH_API_URL", server.url)
    monkeypatch.setenv("HH_API_KEY", "hh_test")
    monkeypatch.chdir(tmp_path)
    program: dict[str, Any] = {"__name__": "page"}

    for block in BLOCKS:
        exec(block, program)
    program["hh"].close()

    assert len(BLOCKS) == 17
    assert "against november" in capsys.readouterr().out
    assert "page" not in sys.modules


def test_every_option_of_evaluate_has_an_example_on_the_page():
    from inspect import signature

    from honeyhive import evaluate

    code = "".join(BLOCKS)
    names = [name for name in signature(evaluate).parameters if name != "function"]
    assert [name for name in names if f"{name}=" not in code and f'"{name}":' not in code] == []


def test_every_flag_of_evaluate_is_on_the_page_or_has_the_name_of_its_argument():
    from inspect import signature

    from honeyhive import evaluate
    from honeyhive._cli.terminal.global_flags import global_flags
    from honeyhive._cli.tools.evaluate import command

    arguments = signature(evaluate).parameters
    shared = {flag for param in global_flags(hidden=True) for flag in param.opts}
    flags = [flag for param in command.params for flag in param.opts if flag.startswith("--") and flag not in shared]
    own = [flag for flag in flags if flag.removeprefix("--").replace("-", "_") not in arguments]
    assert [flag for flag in own if flag not in PAGE] == []
