"""Commands that are not operations: doctor, serve, completion and version."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from honeyhive._cli.terminal.key_mask import masked
from honeyhive_server import LocalServer

from .conftest import COMMAND, KEY, Run


def test_doctor_exits_with_0_if_all_is_well(run: Run, server: LocalServer) -> None:
    result = run("doctor", "--v1-url", server.url.replace("127.0.0.1", "localhost"))

    lines = [" ".join(line.split()) for line in result.out.splitlines()]
    assert (result.code, result.err) == (0, "")
    assert lines[0].startswith("ok version honeyhive ")
    assert lines[1] == "ok api key hh_****cdef from HH_API_KEY"
    assert f"ok host v1 {server.url.replace('127.0.0.1', 'localhost')} from --v1-url" in lines
    assert f"ok host legacy {server.url} from HH_API_URL" in lines
    assert "ok clock v1 agrees within 5 s" in lines
    assert lines[-1] == "ok access the key can read events"
    assert server.requests == [("GET", "/")] * 3 + [("POST", "/v1/events/search")]
    assert KEY not in result.out


def test_doctor_prints_remedies_and_exits_with_1(run: Run, server: LocalServer) -> None:
    unreachable = run("doctor", "--legacy-url", "http://127.0.0.1:9", "--output", "json")
    keyless = run("doctor", HH_API_KEY=None)
    in_yaml = run("doctor", "--output", "yaml", HH_API_KEY=None)

    findings = {one["subject"]: one for one in json.loads(unreachable.out)}
    assert unreachable.code == 1
    assert findings["reach legacy"]["state"] == "failure"
    assert "honeyhive serve" in findings["reach legacy"]["advice"]
    assert findings["reach v1"]["state"] == "ok"
    assert (keyless.code, keyless.err) == (1, "")
    assert "failure  settings             there is no API key; pass --api-key or set HH_API_KEY -> " in keyless.out
    assert in_yaml.out.startswith("- state: ok\n  subject: version\n")


def test_version(run: Run) -> None:
    from honeyhive import __version__

    result = run("--version", HH_API_KEY=None)

    assert (result.code, result.err) == (0, "")
    assert result.out == f"honeyhive {__version__} (Python {'.'.join(map(str, sys.version_info[:3]))})\n"


def test_serve_needs_its_extra() -> None:
    code = (
        "import sys\n"
        "sys.modules['uvicorn'] = None\n"
        "sys.argv = ['honeyhive', 'serve']\n"
        "from honeyhive._cli import main\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: the local server needs uvicorn; run pip install 'honeyhive-sdk[server]'\n"


def test_serve_runs_until_it_is_interrupted(environment: dict[str, str], tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", "0"], env=environment, cwd=tmp_path, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    welcome = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)

    assert welcome.startswith("HoneyHive is listening on http://127.0.0.1:")
    assert process.returncode == 0
    assert (tmp_path / ".honeyhive" / "honeyhive.db").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_has_a_script_for_each_shell(run: Run, shell: str) -> None:
    result = run("completion", shell)

    assert (result.code, result.err) == (0, "")
    assert f"_HONEYHIVE_COMPLETE={shell}_complete" in result.out


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("honeyhive sess", {"sessions"}),
        ("honeyhive events create-b", {"create-batch", "create-batch-legacy"}),
        ("honeyhive sessions create --session-", {"--session-id", "--session-name"}),
        ("honeyhive events create --event-type to", {"tool"}),
    ],
)
def test_completion_offers_commands_flags_and_choices(run: Run, words: str, offered: set[str]) -> None:
    count = str(len(words.split()) - 1)
    result = run(_HONEYHIVE_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=count)

    assert (result.code, result.err) == (0, "")
    assert {line.partition(",")[2] for line in result.out.splitlines()} == offered


def test_masks_show_no_key() -> None:
    assert masked("hh_abcdefghijklmnop") == "hh_****mnop"
    assert masked("hh_ro_abcdefghijklmnop") == "hh_ro_****mnop"
    assert masked("hh_short") == "hh_****"
    assert masked(f"hh_ingst_{'a1' * 12}_{'s' * 64}") == f"hh_ingst_{'a1' * 12}_******"
    assert masked("hh_fgdp_odd") == "hh_fgdp_******"
    assert masked("something else") == "********"
