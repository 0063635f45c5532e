"""Command line of the auditor: ``python -m tests.auditor --schedules 1000 --seed 7``."""

import argparse
import asyncio
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator

from benchmarks.results import Figure, record

from .audit import Auditor, Result, Settings
from .disk import can_mount
from .other_sdks import interpreter_for
from .schedule import schedule_of

# Maximum number of schedules for one --seed, because further schedules would be those of the next seed.
_SEEDS = 1_000_000


def main() -> int:
    """Run the schedules chosen by the command line; return 1 if any of them fails."""
    arguments = _arguments()
    first = arguments.seed * _SEEDS
    seeds = arguments.only or range(first, first + arguments.schedules)
    sdk = arguments.sdk
    settings = Settings(sdk, interpreter_for(sdk), can_mount(), tuple(arguments.option), arguments.begun)
    with Auditor(settings) as auditor:
        disk = "a tmpfs" if settings.mounts else "RLIMIT_FSIZE, since mounting is not permitted"
        print(f"{sdk} {auditor.version}, seeds {seeds[0]} to {seeds[-1]}; a full disk is {disk}", flush=True)
        begun = time.monotonic()
        results = asyncio.run(_audit(auditor, seeds, arguments.jobs))
        seconds = time.monotonic() - begun
    failed = [result for result in results if result.failures]
    print("\n".join(_table(results)))
    if arguments.record:
        _record(sdk, auditor.version, seeds, results)
    print(f"{len(results)} schedules in {seconds:.0f} s, {len(failed)} failed", flush=True)
    return 1 if failed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.auditor", description=__doc__)
    parser.add_argument("--schedules", type=int, default=100, help="How many schedules to run.")
    parser.add_argument("--seed", type=int, default=7, help="First seed, in millions.")
    parser.add_argument("--only", type=int, nargs="+", metavar="SEED", help="Run these schedules again.")
    parser.add_argument("--jobs", type=int, default=6, help="Schedules at a time; each waits more than it computes.")
    parser.add_argument("--sdk", default="honeyhive", help="honeyhive, opentelemetry, langfuse or langsmith.")
    parser.add_argument("--record", action="store_true", help="Write the figures into benchmarks/results.json.")
    parser.add_argument(
        "--begun",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="A step with a spool is promised once it has begun.",
    )
    parser.add_argument(
        "--option", type=_option, action="append", default=[], metavar="NAME=JSON", help="Further option of tracing."
    )
    return parser.parse_args()


def _record(sdk: str, version: str, seeds: range | list[int], results: list[Result]) -> None:
    failed = sum(bool(result.failures) for result in results)
    accepted = sum(result.accepted for result in results)
    value = f"{failed} of {len(results):,} schedules failed, {accepted:,} ids accepted"
    bound = "0 failed" if sdk == "honeyhive" else ""
    versions = {} if sdk == "honeyhive" else {sdk: version}
    record([Figure(f"auditor: {sdk}", value, bound, versions=versions, seeds=f"{seeds[0]} to {seeds[-1]}")])


def _option(text: str) -> tuple[str, object]:
    name, _, value = text.partition("=")
    return name, json.loads(value)


async def _audit(auditor: Auditor, seeds: range | list[int], jobs: int) -> list[Result]:
    waiting = iter(seeds)
    results: list[Result] = []

    async def work() -> None:
        for seed in waiting:
            results.append(await auditor.audit(schedule_of(seed, is_plain=auditor.is_plain)))
            _report(results, len(seeds))
            if isinstance(seeds, list):
                print("\n".join(f"  {line}" for line in results[-1].requests), flush=True)

    await asyncio.gather(*(work() for _ in range(jobs)))
    return results


def _report(results: list[Result], count: int) -> None:
    last = results[-1]
    if last.failures:
        print("\n".join([*last.schedule.words(), *(f"  FAILED {failure}" for failure in last.failures)]), flush=True)
    if len(results) % 50 == 0 or len(results) == count:
        failed = sum(bool(result.failures) for result in results)
        print(f"{len(results)} of {count} schedules, {failed} failed", flush=True)


def _table(results: list[Result]) -> Iterator[str]:
    rows: dict[str, Counter[str]] = {}
    for result in results:
        for name in ("all", *result.schedule.ingredients):
            row = rows.setdefault(name, Counter())
            row.update(
                schedules=1,
                failed=bool(result.failures),
                accepted=result.accepted,
                stored=result.stored,
                dropped=result.dropped,
            )
    columns = ("schedules", "failed", "accepted", "stored", "dropped")
    yield f"{'':45}" + "".join(f"{column:>11}" for column in columns)
    for name, row in rows.items():
        yield f"{name:45}" + "".join(f"{row[column]:11,}" for column in columns)


if __name__ == "__main__":
    sys.exit(main())
