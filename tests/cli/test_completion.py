"""Completion in the shells themselves: commands, flags, choices and profiles."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.needs import program

SECONDS = 60


@pytest.fixture
def shell_environment(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """Environment variables with which `honeyhive` in a shell is the tool under test."""
    (tmp_path / ".config" / "honeyhive").mkdir(parents=True)
    (tmp_path / ".config" / "honeyhive" / "config.toml").write_text("[profiles.staging]\n")
    path = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    return {**environment, "PATH": path, "TERM": "dumb", "PS1": "$ ", "INPUTRC": "/dev/null", "COLUMNS": "200"}


def typed(command: list[str], setup: str, text: str, expected: str, environment: dict[str, str]) -> str:
    """Type the string into a shell on a terminal, and return its output up to ``expected``."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(command[0], command, environment)
    try:
        os.write(terminal, f"{setup}; echo REA''DY\n".encode())
        _read_until(terminal, "READY")
        os.write(terminal, text.encode())
        return _read_until(terminal, expected)
    finally:
        os.kill(pid, 9)
        os.waitpid(pid, 0)
        os.close(terminal)


def _read_until(terminal: int, expected: str) -> str:
    shown = ""
    end = time.monotonic() + SECONDS
    while expected not in shown and time.monotonic() < end:
        if select.select([terminal], [], [], 1.0)[0]:
            shown += os.read(terminal, 65536).decode(errors="replace")
    return shown


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("honeyhive sess\t", "honeyhive sessions "),
        ("honeyhive events create --event-type to\t", "--event-type tool "),
        ("honeyhive sessions list --outp\t", "--output "),
        ("honeyhive sessions list --output=tab\t", "--output=table "),
        ("honeyhive sessions list --profile st\t", "--profile staging "),
        ("honeyhive datasets upload x.csv --column a=b --app\t", "--append "),
        ("honeyhive help events tai\t", "events tail "),
    ],
)
def test_bash_completes(shell_environment: dict[str, str], words: str, expected: str) -> None:
    setup = 'bind "set enable-bracketed-paste off"; eval "$(honeyhive completion bash)"'
    bash = [program("bash"), "--norc", "--noprofile", "-i"]

    assert expected in typed(bash, setup, words, expected, shell_environment)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("honeyhive sess\t", "sessions "),
        ("honeyhive sessions list --output=tab\t", "--output=table "),
        ("honeyhive events create --event-type to\t", "--event-type tool "),
        ("honeyhive --base-url http://127.0.0.1:9 events ta\t", "events tail "),
        ("honeyhive --profile st\t", "--profile staging "),
        ("honeyhive evaluate app:f --dataset ca\t", "--dataset cases.csv "),
    ],
)
def test_zsh_completes(shell_environment: dict[str, str], tmp_path: Path, words: str, expected: str) -> None:
    (tmp_path / "cases.csv").touch()
    setup = f'cd {tmp_path}; autoload -U compinit; compinit -u -D; eval "$(honeyhive completion zsh)"'

    assert expected in typed([program("zsh"), "-f", "-i"], setup, words, expected, shell_environment)


def test_zsh_completes_without_compinit_in_the_startup_file(shell_environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / ".zshrc").write_text('eval "$(honeyhive completion zsh)"\n')

    shown = typed([program("zsh"), "-i"], ":", "honeyhive sess\t", "sessions ", shell_environment)

    assert "sessions " in shown


def test_fish_completes(shell_environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "cases.csv").touch()
    asked = [
        "honeyhive sess",
        "honeyhive sessions list --output=js",
        "honeyhive config use s",
        "honeyhive -o json events ta",
        "honeyhive evaluate app:f --dataset ca",
    ]
    script = "honeyhive completion fish | source; " + "; ".join(f"complete -C '{words}'" for words in asked)
    shown = subprocess.run(
        [program("fish"), "-c", script],
        env=shell_environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        timeout=SECONDS,
    )

    assert shown.stdout.splitlines() == [
        "sessions\tStart; list; compare and download sessions.",
        "--output=json",
        "--output=jsonl",
        "staging",
        "tail\tPrint new events as they arrive; until...",
        "cases.csv",
    ]
