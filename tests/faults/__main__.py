"""`make faults`: prints the matrix as a table, then runs the long forms of tests."""

import sys
import time

from benchmarks.results import run_recorded
from benchmarks.results import say as _say
from tests.faults import actions, ids, mutation, repeats, soak
from tests.faults.matrix import CALLS, FAULTS, IDS, run
from tests.faults.one_call import KINDS, get, made
from tests.faults.server import FaultServer

_MARGIN = 0.1


def main() -> None:
    """Print the lines of each part as they come; return 0 if every promise was kept."""
    rooms = {
        "matrix": _matrix, "deadline": _deadline, "repeats": _repeats, "ids": _ids, "soak": _soak, "mutants": _mutants,
    }  # fmt: skip
    wanted = sys.argv[1:] or list(rooms)
    sys.exit(0 if run_recorded("calls", rooms, wanted) else 1)


def _matrix() -> bool:
    """Print a line for each fault, once and permanent: the result of the call, and the number of requests."""
    print(f"{'fault':28}  {'once':28}for ever")
    lost = twice = strange = 0
    for fault in FAULTS:
        cells = []
        for always in (False, True):
            ends = set()
            for call in CALLS:
                for kind in KINDS:
                    result = run(fault, call, kind, always=always)
                    lost += result.error is None and len(result.stored) != IDS[call]
                    twice += len(result.stored) > IDS[call] or result.bodies > 1
                    error, requests = fault.always if always else fault.once
                    is_expected = type(result.error) is (error or type(None)) and result.requests == requests
                    strange += not is_expected or bool(result.leaks)
                    ends.add(f"{type(result.error).__name__ if result.error else 'stored'}, {result.requests}")
            cells.append(" | ".join(sorted(ends)))
        print(f"{fault.name:28}  {cells[0]:28}{cells[1]}", flush=True)
    cases = len(FAULTS) * len(CALLS) * len(KINDS) * 2
    return _say(
        not (lost or twice or strange), f"{cases} cases: lost {lost}, twice {twice}, otherwise than said {strange}"
    )


def _deadline() -> bool:
    """Measure a call with a timeout of two seconds whose response arrives byte by byte."""
    kept = True
    for kind in KINDS:
        for act in (
            actions.in_the_head,
            actions.in_the_body,
            actions.in_chunks,
            actions.in_interim_answers,
        ):
            with FaultServer() as server:
                made(kind, get, base_url=server.url)  # without the time of lazy imports
                server.always = act
                start = time.perf_counter()
                try:
                    made(kind, get, base_url=server.url, timeout=2.0)
                except Exception as error:
                    took = time.perf_counter() - start
                    is_kept = took <= 2 * (1 + _MARGIN)
                    kept &= _say(
                        is_kept, f"a timeout of 2 s under a trickle, {kind}: {took:.2f} s, {type(error).__name__}"
                    )
    return kept


def _repeats() -> bool:
    returned, stored = repeats.stored_after(1000)
    is_kept = len(returned) == 1000 and sorted(stored) == sorted(returned)
    return _say(
        is_kept, f"1000 answers lost after the commit: {len(returned)} ids returned, {len(stored)} events stored"
    )


def _ids() -> bool:
    refused, found = ids.breaches(100_000)
    return _say(not found, f"100000 ids in paths: {refused} refused, {len(found)} led elsewhere")


def _soak() -> bool:
    kept = True
    with soak.elsewhere() as url:
        for name, calls in (("sync", soak.calls), ("async", soak.calls_async)):
            seen = calls(url, 100_000, 40)
            slope = soak.slope(seen, 100_000)
            same = seen[-1].threads <= seen[0].threads and seen[-1].files <= seen[0].files
            text = f"100000 {name} calls: {slope:+.0f} kB for each 100000, from {seen[0]} to {seen[-1]}"
            kept &= _say(slope <= 1024 and same, text)
        before, after = soak.cycles(url, 100)
        text = f"100 open/close cycles of each client: from {before} to {after}"
        return _say(after[1:] == before[1:] and after.kilobytes - before.kilobytes < 4096, text) and kept


def _mutants() -> bool:
    kept = True
    for module, tests in mutation.TARGETS.items():
        count, survivors = mutation.mutated(module, tests)
        kept &= _say(len(survivors) <= count / 10, f"{module}: {count - len(survivors)} of {count} mutants killed")
        for survivor in survivors:
            print(f"       {survivor}")
    return kept


if __name__ == "__main__":
    main()
