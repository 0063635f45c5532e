"""Execution of schedules: starts the processes, applies the actions of a schedule, and collects the evidence."""

import asyncio
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

from .disk import SmallDisk
from .other_sdks import OTHERS
from .power_cut import Files, after_cut, read_files, write_files
from .proxy import Proxy
from .schedule import Action, Run, Schedule
from .service import Service
from .spool_frames import pending_ids
from .verdict import Evidence, failures

APPLICATION = Path(__file__).with_name("application.py")
# Time limit in seconds, much longer than any run, even on a busy machine.
RUN_SECONDS = 60.0
# A response that is forwarded within this time before the end of a process may not have reached it.
LATE_SECONDS = 0.25


class Result(NamedTuple):
    """The verdict on one schedule."""

    schedule: Schedule
    failures: list[str]
    accepted: int
    stored: int
    dropped: int
    requests: list[str]
    """The requests that the proxy received, as lines of text."""


class Settings(NamedTuple):
    """Settings that all schedules of an audit share."""

    sdk: str = "honeyhive"
    interpreter: str = sys.executable
    mounts: bool = False
    """True if a full disk is simulated by a tmpfs; False if by a limit on the size of files."""
    options: tuple[tuple[str, object], ...] = ()
    """Additional options of tracing for the application."""
    counts_begun: bool = True
    """True if the guarantee covers a step with a spool as soon as its with block has begun."""


class Life:
    """One run of the application: the facts that it wrote to its pipe, and the signals that it gets."""

    def __init__(self) -> None:
        self.pids: list[int] = []
        self.tried: set[str] = set()
        self.accepted: set[str] = set()
        self.synced: dict[str, int] = {}
        self.dropped: Counter[str] = Counter()
        self.closing = self.ended = 0.0
        self.problems: list[str] = []
        self.progress = asyncio.Event()

    async def listen(self, reader: asyncio.StreamReader) -> None:
        """Read the lines from the pipe until every process of the run has ended."""
        async for line in reader:
            word, _, rest = line.decode().rstrip("\n").partition(" ")
            getattr(self, f"_hear_{word}")(rest)
            self.progress.set()

    def _hear_pid(self, rest: str) -> None:
        self.pids.append(int(rest))

    def _hear_try(self, rest: str) -> None:
        self.tried.add(rest)

    def _hear_ok(self, rest: str) -> None:
        self.accepted.add(rest)

    def _hear_sync(self, rest: str) -> None:
        size, _, path = rest.partition(" ")
        self.synced[Path(path).name] = int(size)

    def _hear_closing(self, _: str) -> None:
        self.closing = asyncio.get_running_loop().time()

    def _hear_error(self, rest: str) -> None:
        self.problems.append(f"the application failed: {rest}")

    def _hear_stats(self, rest: str) -> None:
        self.ended = asyncio.get_running_loop().time()
        report = json.loads(rest)
        stats = report["stats"]
        if stats is None:
            return
        self.dropped.update(stats["dropped"])
        total = stats["delivered"] + stats["pending"] + sum(stats["dropped"].values())
        if stats["accepted"] != report["calls"]:
            self.problems.append(f"{report['calls']} calls are counted as {stats['accepted']}")
        if stats["accepted"] + stats["recovered"] != total:
            self.problems.append(f"the counters do not add up: {stats}")

    def signal(self, number: int) -> None:
        """Send a signal to the first process, but not to its child."""
        with suppress(ProcessLookupError):
            os.kill(self.pids[0], number)

    def signal_all(self, number: int) -> None:
        """Send a signal to all processes of the run."""
        if self.pids:
            with suppress(ProcessLookupError):
                os.killpg(self.pids[0], number)

    async def is_stopped(self) -> None:
        """Wait until a signal has stopped all processes of the run."""
        while any(_state(pid) not in "TtZX" for pid in self.pids):
            await asyncio.sleep(0.001)


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "X"


class Auditor:
    """The processes shared by all schedules: the service, and the process that forks the applications."""

    def __init__(self, settings: Settings = Settings()) -> None:  # noqa: B008 - it cannot be changed
        self.settings = settings
        self.is_plain: bool = settings.sdk in OTHERS
        """True for an SDK that has neither a spool nor calls for sessions."""
        self.version: str = ""

    def __enter__(self) -> Self:
        self._folder = Path(tempfile.mkdtemp(prefix="auditor-"))
        try:
            self.service = Service(self._folder, "recorder" if self.is_plain else "honeyhive")
            self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            with (self._folder / "stderr").open("wb") as stderr:
                self._forks = subprocess.Popen(
                    [self.settings.interpreter, str(APPLICATION), self.settings.sdk],
                    stdin=theirs,
                    stdout=subprocess.DEVNULL,
                    stderr=stderr,
                    cwd=self._folder,
                    env={name: value for name, value in os.environ.items() if not name.startswith("HH_")},
                )
            theirs.close()
            self.version = self._heard_version()
        except BaseException:
            shutil.rmtree(self._folder)
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._control.close()
        self._forks.wait(30)
        self.service.close()
        shutil.rmtree(self._folder)

    def _heard_version(self) -> str:
        version = self._control.recv(1000).decode()
        if not version:
            raise RuntimeError((self._folder / "stderr").read_text())
        return version

    async def audit(self, schedule: Schedule, sdk: str | None = None) -> Result:
        """Run one schedule and return its verdict; ``sdk`` names another adapter for the same SDK."""
        since = time.time()
        case = _Case(
            self, schedule, sdk or self.settings.sdk, self._folder / f"case-{schedule.seed}-{time.monotonic_ns()}"
        )
        try:
            seen = await case.evidence(since)
        finally:
            await case.close()
        return Result(
            schedule,
            failures(seen),
            len(seen.accepted),
            len(seen.stored),
            seen.dropped.total(),
            case.proxy.log,
        )

    def start(self, plan: dict[str, object], pipe: int) -> None:
        """Fork an application that runs a plan and writes to the pipe."""
        socket.send_fds(self._control, [json.dumps(plan).encode()], [pipe])


class _Case:
    """The execution of one schedule."""

    def __init__(self, auditor: Auditor, schedule: Schedule, sdk: str, folder: Path) -> None:
        self._auditor = auditor
        self._schedule = schedule
        self._sdk = sdk
        self._folder = folder
        folder.mkdir()
        self._spools = 0
        self._spool = folder / "spool-0"
        self._disk = (
            SmallDisk(self._spool, schedule.disk_bytes, mounts=auditor.settings.mounts) if schedule.disk_bytes else None
        )
        self.proxy = Proxy(schedule, auditor.service.port)
        self._lives: list[Life] = []
        self._earlier: Files = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._chance = random.Random(schedule.seed)
        self._accepted: set[str] = set()
        self._uncounted: set[str] = set()
        self._unconfirmed: set[str] = set()
        self._is_cut = False

    async def evidence(self, since: float) -> Evidence:
        """Run the schedule, recover, and return the evidence collected outside of the application."""
        schedule = self._schedule
        await self.proxy.listen()
        for run in schedule.runs:
            await self._live(run)
        await self.proxy.heal()
        if self._disk:
            self._disk.free()
        if schedule.is_durable:
            await self._recover()
        await self.proxy.close()
        tried = set().union(*(life.tried for life in self._lives))
        return Evidence(
            tried,
            self._accepted,
            self._auditor.service.stored(since, schedule.seed),
            pending_ids(self._spool) if schedule.is_durable else set(),
            sum((life.dropped for life in self._lives), Counter()),
            self._unconfirmed,
            self._uncounted,
            schedule.may_stay,
            self._is_cut,
            [problem for life in self._lives for problem in life.problems],
        )

    async def close(self) -> None:
        """End all processes that still run."""
        for life in self._lives:
            life.signal_all(signal.SIGKILL)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.proxy.close()
        if self._disk:
            self._disk.close()
        shutil.rmtree(self._folder)

    async def _live(self, run: Run) -> None:
        life = await self._begin(run)
        acting = asyncio.create_task(self._act(life, run))
        await self._end(life)
        acting.cancel()
        await asyncio.gather(acting, return_exceptions=True)
        is_cut = self._is_cut and any(action.kind == "cut" for action in run.actions)
        if not is_cut:
            self._accept(life, run)
        self._doubt(life)

    def _accept(self, life: Life, run: Run) -> None:
        """Add the ids to which the guarantee now applies."""
        killed = {operation.id for thread in run.threads for operation in thread} if run.dies else set()
        self._accepted |= life.accepted if self._schedule.is_durable else life.accepted - killed
        # A child that ends by os._exit, like a killed process, reports no counters.
        if run.dies or run.child_vanishes:
            self._uncounted |= {self._schedule.refused[0]} if self._schedule.refused else set()

    def _doubt(self, life: Life) -> None:
        ended = (life.ended or asyncio.get_running_loop().time()) - LATE_SECONDS
        self._unconfirmed |= {name for name in life.tried if self.proxy.confirmed.get(name, ended) >= ended}

    async def _recover(self) -> None:
        life = await self._begin(None)
        await self._end(life)
        if not life.ended:
            life.problems.append("the recovery did not report its end")

    async def _begin(self, run: Run | None) -> Life:
        settings = self._auditor.settings
        plan: dict[str, object] = {
            "sdk": self._sdk,
            "url": f"http://127.0.0.1:{self.proxy.port}",
            "spool": str(self._spool) if self._schedule.is_durable else None,
            "options": dict(settings.options),
            "counts_begun": settings.counts_begun and self._schedule.is_durable,
            "queue_records": self._schedule.queue_records if run else 0,
            "may_stay": bool(self._schedule.refused),
            "ending": run.ending if run else "recovery",
            "patience": run.patience if run else 5.0,
        }
        if run:
            plan |= {name: getattr(run, name) for name in ("threads", "fork_at", "child", "child_vanishes")}
        life = Life()
        self._lives.append(life)
        ours, theirs = os.pipe()
        reader = asyncio.StreamReader()
        transport, _ = await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(ours, "rb", 0)
        )
        self._auditor.start(plan, theirs)
        os.close(theirs)

        async def listen() -> None:
            try:
                await life.listen(reader)
            finally:
                transport.close()

        self._tasks.append(asyncio.create_task(listen()))
        return life

    async def _end(self, life: Life) -> None:
        try:
            await asyncio.wait_for(asyncio.shield(self._tasks[-1]), RUN_SECONDS)
        except TimeoutError:
            life.problems.append(f"the application still ran after {RUN_SECONDS:.0f} s")
            life.signal_all(signal.SIGKILL)

    async def _act(self, life: Life, run: Run) -> None:
        while not life.pids:
            await self._wait(life)
        if self._disk:
            self._disk.limit(life.pids[0])
        for action in run.actions:
            while len(life.accepted) < action.at:
                await self._wait(life)
            await self._do(life, action)

    async def _wait(self, life: Life) -> None:
        life.progress.clear()
        await life.progress.wait()

    async def _do(self, life: Life, action: Action) -> None:
        if action.kind == "stop":
            life.signal(signal.SIGSTOP)
            await asyncio.sleep(action.seconds)
            life.signal(signal.SIGCONT)
        elif action.kind == "kill":
            life.signal(signal.SIGKILL)
        elif action.kind == "refuse":
            # The schedule continues while this action runs.
            self._tasks.insert(0, asyncio.create_task(self.proxy.refuse(action.seconds)))
        elif action.kind == "freed" and self._disk:
            self._disk.free()
        elif action.kind == "snapshot":
            life.signal_all(signal.SIGSTOP)
            await life.is_stopped()
            self._earlier = read_files(self._spool)
            life.signal_all(signal.SIGCONT)
        elif action.kind == "cut":
            await self._cut_power(life)

    async def _cut_power(self, life: Life) -> None:
        life.signal_all(signal.SIGSTOP)
        await life.is_stopped()
        later = read_files(self._spool)
        self._is_cut = True
        life.signal_all(signal.SIGKILL)
        self._spools += 1
        self._spool = self._folder / f"spool-{self._spools}"
        synced = {name: size for name, size in life.synced.items() if name in later}
        write_files(self._spool, after_cut(self._earlier, later, synced, self._chance))
        # After a power cut, the guarantee covers only those ids of this run that are on the disk.
        self._accepted = {name for name in self._accepted if name not in life.tried} | pending_ids(self._spool)
