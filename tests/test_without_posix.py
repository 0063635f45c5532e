"""Parts that need POSIX report this when they are used. All other parts work without POSIX, as on Windows.

The tests do not run on Windows: a separate process removes the modules and functions that Windows lacks.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from honeyhive_server import LocalServer

WINDOWS = """
import os, signal, sys
import asyncio, concurrent.futures, ctypes.util, multiprocessing, subprocess, tempfile  # these look at the real system
import click, httpx, sqlalchemy, trio, uvicorn

GONE = {"fcntl", "grp", "pty", "pwd", "resource", "termios", "tty", "uvloop", "httptools", "jq"}

class Without:
    def __init__(self, finder):
        self.finder = finder
    def find_spec(self, name, path=None, target=None):
        return None if name in GONE else self.finder.find_spec(name, path, target)

for name in GONE:
    sys.modules.pop(name, None)
sys.meta_path[:] = [Without(finder) for finder in sys.meta_path]
for name in (
    "fork", "forkpty", "register_at_fork", "getuid", "geteuid", "getgid", "getegid", "getpgid", "killpg", "pread",
    "pwrite", "preadv", "pwritev", "readv", "writev", "fchmod", "fchown", "sched_getaffinity", "fdatasync", "mkfifo",
    "statvfs", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_DIRECTORY", "O_SYNC", "O_DSYNC",
):
    delattr(os, name)
for name in ("SIGKILL", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGCHLD", "SIGPIPE", "pthread_sigmask", "alarm"):
    delattr(signal, name)
os.supports_dir_fd.clear()
"""
CALLS = """
from honeyhive import HoneyHive
with HoneyHive() as hh:
    hh.sessions.create(session_name="called")
    hh.tracing.flush_on_sigterm()
    with hh.session("traced"), hh.event("event"):
        pass
    assert hh.flush(20), hh.stats()
"""
ASYNC = """
import asyncio
from honeyhive import AsyncHoneyHive
async def main():
    async with AsyncHoneyHive() as hh:
        await hh.sessions.create(session_name="called")
        with hh.session("traced"), hh.event("event"):
            pass
        assert await hh.flush(20), hh.stats()
asyncio.run(main())
"""
EVALUATION = """
from honeyhive import evaluate
experiment = evaluate(lambda inputs: 1, dataset=[{"n": 1}, {"n": 2}], evaluators={"one": lambda outputs: outputs == 1})
assert experiment.metrics["one"].mean == 1
assert any("not locked on this platform" in note for note in experiment.notes + experiment.problems), experiment.notes
"""
SPOOL = """
import warnings
from honeyhive import ConfigurationError, HoneyHive
from honeyhive.tracing import Options
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    with HoneyHive(spool="spool") as hh:
        with hh.session("traced"):
            pass
        assert hh.flush(20), hh.stats()
assert ["needs the file locks of POSIX" in str(one.message) for one in caught] == [True]
try:
    HoneyHive(spool="spool", tracing=Options(spool_required=True))
except ConfigurationError as error:
    assert "needs the file locks of POSIX, which this system lacks; leave it out" in str(error), error
else:
    raise AssertionError("it was taken")
"""
COMMANDS = """
import sys
from honeyhive._cli import main
sys.argv = ["honeyhive", "sessions", "list"]
main()
"""
NO_SPOOL = """
import sys
from honeyhive._cli import main
sys.argv = ["honeyhive", "spool", "status", "--spool", "spool"]
sys.stderr = sys.stdout
try:
    main()
except SystemExit as end:
    assert end.code == 2, end.code
"""
SERVER = """
from honeyhive import HoneyHive
from honeyhive.testing import LocalServer
with LocalServer() as server, HoneyHive(base_url=server.url) as hh:
    assert hh.sessions.create(session_name="called").session_id
"""


@pytest.mark.parametrize(
    "program",
    [CALLS, ASYNC, EVALUATION, SPOOL, COMMANDS, NO_SPOOL, SERVER],
    ids=["calls", "async", "evaluation", "spool", "commands", "commands of the spool", "server"],
)
def test_it_works_without_posix(program: str, tmp_path: Path) -> None:
    with LocalServer() as server:
        environment = os.environ | {"HH_API_KEY": "hh_test", "HH_API_URL": server.url}
        command = [sys.executable, "-W", "error", "-c", WINDOWS + program]
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
