"""Random schedules: a seed decides what the application logs and which faults happen."""

import random
from collections.abc import Iterator
from typing import Final, NamedTuple

STATUSES: Final = ("401", "403", "404", "429", "500", "503")
FAULTS: Final = {
    "reset-before": "reset before the request is stored",
    "reset-after": "reset after the request is stored",
    "reset-within": "reset in the middle of the response",
    "hang": "no response at all",
    "slow": "a slow response",
    **{status: f"status {status}" for status in STATUSES},
    **{f"{status}+": f"status {status} with Retry-After: 1" for status in STATUSES},
    "html": "200 with an HTML page",
    "cut": "a response body that ends early",
    "duplicate": "the request is delivered twice",
}
"""Faults of a single request. A refused connection, the last fault, is an action, because there is no request."""
REFUSALS: Final = ("400", "422", "403", "500", "html", "reset-before")
"""Ways in which a proxy or firewall in front of the service permanently refuses one event."""


class Operation(NamedTuple):
    """One call of the application, with the id that it logs."""

    kind: str
    """Kind of call: event, step (a with block), start or end (of a session), or feedback."""
    id: str
    session: str
    size: int
    """Number of characters in the event besides its id."""
    pause: float
    """Seconds until the next call; a step spends them inside its block."""


class Action(NamedTuple):
    """An action on the processes of a run. ``at`` is the number of ids that the run has announced before it."""

    at: int
    kind: str
    """Kind of action: stop, kill, cut, snapshot, refuse or freed.

    ``cut`` is a power cut, ``snapshot`` the earliest state that a cut may restore, ``freed`` frees disk space.
    """
    seconds: float


class Run(NamedTuple):
    """One run of the application, from its start to its end."""

    threads: tuple[tuple[Operation, ...], ...]
    fork_at: int
    """Calls of the first thread before it forks; the child logs the operations of ``child``."""
    child: tuple[Operation, ...]
    child_vanishes: bool
    """True if the child ends by os._exit without a flush, which only a spool makes safe."""
    actions: tuple[Action, ...]
    ending: str
    """``close`` if the application closes the client; ``exit`` if the interpreter ends without that."""
    patience: float
    """Seconds that the end of the application may wait for delivery."""

    @property
    def dies(self) -> bool:
        """True if the run ends by a signal or a power cut."""
        return any(action.kind in ("kill", "cut") for action in self.actions)


class Schedule(NamedTuple):
    """A schedule, which depends only on its seed."""

    seed: int
    is_durable: bool
    runs: tuple[Run, ...]
    faults: dict[int, str]
    """Faults by the number of the request, counted from 0."""
    outage: tuple[int, str] | None
    """A number and a fault: every request from this number on has the fault, until the end of the last run."""
    refused: tuple[str, str] | None
    """The id of the permanently refused event, and the way in which it is refused."""
    disk_bytes: int
    """Size of the disk of the spool; 0 means unlimited."""
    queue_records: int
    """Limit of the queue in memory; 0 means the default limit."""

    @property
    def may_stay(self) -> set[str]:
        """Ids that may stay in the spool although the service is healthy.

        A refused event delays its session as long as nothing else is confirmed, and after a power cut the event of a
        feedback may be missing.
        """
        operations = [one for run in self.runs for thread in (*run.threads, run.child) for one in thread]
        held = {one.session for one in operations if self.refused and one.id == self.refused[0]}
        is_cut = any(action.kind == "cut" for run in self.runs for action in run.actions)
        return {one.id for one in operations if one.session in held or (is_cut and one.kind == "feedback")}

    @property
    def ingredients(self) -> tuple[str, ...]:
        """The rows of the final table that count this schedule."""
        kinds = {action.kind for run in self.runs for action in run.actions}
        named = {"kill": "kill -9", "stop": "SIGSTOP", "cut": "power cut", "refuse": "connection refused"}
        found = [name for kind, name in named.items() if kind in kinds]
        found += ["fork"] if any(run.child for run in self.runs) else []
        found += ["full disk"] if self.disk_bytes else []
        found += ["refused event"] if self.refused else []
        found += ["full queue"] if self.queue_records else []
        faults = [*self.faults.values(), *(self.outage[1:] if self.outage else ())]
        found += sorted({FAULTS[fault] for fault in faults})
        return ("with a spool" if self.is_durable else "in memory", *found)

    def words(self) -> Iterator[str]:
        """Yield the schedule in plain words, a line each."""
        yield f"seed {self.seed}: {'with a spool' if self.is_durable else 'in memory'}"
        for number, run in enumerate(self.runs, 1):
            yield f"  run {number}: {' and '.join(str(len(one)) for one in run.threads)} calls, a thread each"
            if run.child:
                end = "os._exit without a flush" if run.child_vanishes else "close()"
                yield f"    forks after {run.fork_at} calls; the child makes {len(run.child)} calls, then {end}"
            for action in run.actions:
                yield f"    after {action.at} ids: {_WORDS[action.kind].format(action.seconds)}"
            if not run.dies:
                yield f"    ends by {run.ending}, waiting at most {run.patience} s"
        for number, fault in sorted(self.faults.items()):
            yield f"  request {number}: {FAULTS[fault]}"
        if self.outage:
            yield f"  from request {self.outage[0]} on: {FAULTS[self.outage[1]]}"
        if self.refused:
            yield f"  a request with {self.refused[0]} is always refused: {self.refused[1]}"
        if self.disk_bytes:
            yield f"  the disk of the spool holds {self.disk_bytes} bytes"
        if self.queue_records:
            yield f"  the queue holds {self.queue_records} records"


_WORDS: Final = {
    "stop": "SIGSTOP, SIGCONT after {:.2f} s",
    "kill": "kill -9",
    "cut": "the power is cut",
    "snapshot": "what is written from here on may not reach the disk",
    "refuse": "connections are refused for {:.2f} s",
    "freed": "the disk has room again",
}


def schedule_of(seed: int, *, is_plain: bool = False) -> Schedule:
    """Return the schedule of a seed. A plain schedule, for other SDKs, has only events and steps, without a spool."""
    return _Draw(seed, is_plain=is_plain).schedule()


class _Draw:
    def __init__(self, seed: int, *, is_plain: bool) -> None:
        self._seed = seed
        self._random = random.Random(seed)
        self._is_plain = is_plain
        self._is_durable = self._random.random() < 0.7 and not is_plain
        self._ids = 0

    def schedule(self) -> Schedule:
        chance = self._random.random
        is_full = self._is_durable and chance() < 0.12
        restarts = self._is_durable and not is_full and chance() < 0.3
        runs = [self._run(is_full=is_full, dies=restarts or (not is_full and chance() < 0.4))]
        runs += [self._run(is_full=False, dies=chance() < 0.4)] if restarts else []
        faults = {self._random.randrange(12): self._fault() for _ in range(self._random.choice((0, 0, 1, 1, 2, 4)))}
        outage = (self._random.randrange(6), self._fault()) if chance() < 0.15 else None
        refused = None
        if chance() < 0.1:
            operations = [one for one in runs[0].threads[0] if one.kind in ("event", "step")]
            refused = (self._random.choice(operations).id, self._random.choice(REFUSALS))
        return Schedule(
            self._seed,
            self._is_durable,
            tuple(runs),
            faults,
            outage,
            refused,
            4096 * self._random.randint(4, 30) if is_full else 0,
            self._random.randint(3, 30) if not self._is_plain and chance() < 0.1 else 0,
        )

    def _fault(self) -> str:
        return self._random.choice(list(FAULTS))

    def _run(self, *, is_full: bool, dies: bool) -> Run:
        chance = self._random.random
        number = self._random.choice((1, 1, 2, 3))
        pace = self._random.choice((0.0, 0.0, 0.001, 0.005))
        threads = tuple(self._operations(pace, self._random.randint(5, 40)) for _ in range(number))
        child = self._operations(pace, self._random.randint(1, 12)) if chance() < 0.2 else ()
        count = sum(map(len, threads))
        actions = []
        if chance() < 0.2:
            actions.append(self._action(count, "stop", self._random.uniform(0.01, 0.4)))
        if chance() < 0.1:
            actions.append(self._action(count, "refuse", self._random.uniform(0.05, 2.0)))
        if is_full and chance() < 0.5:
            actions.append(self._action(count, "freed", 0.0))
        if dies:
            last = self._action(count, "kill", 0.0)
            if self._is_durable and chance() < 0.4:
                last = last._replace(kind="cut")
                actions.append(self._action(last.at, "snapshot", 0.0))
            # After an action that ends the process, there are no further actions.
            actions = [*(action for action in actions if action.at <= last.at), last]
        return Run(
            threads,
            self._random.randint(1, len(threads[0])),
            child,
            self._is_durable and not is_full and chance() < 0.4,
            tuple(sorted(actions, key=lambda action: (action.at, action.kind in ("kill", "cut")))),
            self._random.choice(("close", "exit")),
            self._random.choice((0.0, 0.3, 0.6, 1.0)),
        )

    def _action(self, count: int, kind: str, seconds: float) -> Action:
        return Action(self._random.randint(1, count), kind, seconds)

    def _operations(self, pace: float, count: int) -> tuple[Operation, ...]:
        session = f"{self._random.getrandbits(128):032x}"
        session = f"{session[:8]}-{session[8:12]}-4{session[13:16]}-8{session[17:20]}-{session[20:]}"
        has_start = self._random.random() < 0.5 and not self._is_plain
        kinds = self._random.choices(
            ("event", "step", "feedback"), (64, 32, 0 if self._is_plain else 4), k=max(count - 2 * has_start, 1)
        )
        # Feedback is given to the last event of the session.
        kinds[0] = "event"
        if has_start:
            kinds = ["start", *kinds, "end"]
        return tuple(self._operation(kind, session, pace) for kind in kinds)

    def _operation(self, kind: str, session: str, pace: float) -> Operation:
        self._ids += 1
        size = self._random.choices((100, 3_000, 60_000), (85, 13, 2))[0] if kind in ("event", "step") else 0
        pause = self._random.uniform(0, 2 * pace) if pace else 0.0
        return Operation(kind, f"EVT-{self._seed:x}-{self._ids}-Z", session, size, pause)
