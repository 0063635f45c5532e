"""Tracing: what an event costs the thread that logs it, and how fast events are delivered."""

import json
import uuid
from collections.abc import Callable
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import httpx

from honeyhive import HoneyHive
from honeyhive.tracing import Options
from honeyhive.tracing.limits import DeliveryLimits, QueueLimits

from . import others
from .calls import answering_server
from .ratio import Ratio, timed
from .steps import INPUTS, METADATA, OUTPUTS

Run = Callable[[], object]

EVENTS = 2_000
BATCH = 100
PAIRS = 40
EVENT = {
    "event_type": "tool",
    "event_name": "retrieve",
    "inputs": INPUTS,
    "outputs": OUTPUTS,
    "metadata": METADATA,
}
ROOMY = QueueLimits(records=10**7, bytes=1 << 40)


def measure() -> list[Ratio | str]:
    """The cost of a ready event and of a ``with`` block, the rate of delivery, and other libraries beside ours."""
    with answering_server() as url:
        return [*_cost(url), *_durable(url), _rate(url), *others.lines()]


# Nothing leaves before the flush, so that the two sides of tracing are measured one at a time.
HELD_BACK = Options(queue=ROOMY, delivery=DeliveryLimits(linger=3600, enough=EVENTS + 1))


def _cost(url: str) -> list[Ratio]:
    with HoneyHive(api_key="hh_benchmark", base_url=url, tracing=HELD_BACK) as hh, hh.session("benchmark"):

        def ready() -> None:
            for _ in range(BATCH - 1):
                hh.log_event(EVENT)

        def block() -> None:
            for _ in range(BATCH - 1):
                with hh.event("retrieve", type="tool", inputs=INPUTS) as event:
                    event.outputs = OUTPUTS
                    event.metadata = METADATA

        def baseline() -> None:
            for _ in range(BATCH - 1):
                json.dumps(EVENT)

        return [
            Ratio(
                f"{BATCH - 1} x {name} of {len(json.dumps(EVENT))} bytes", "json.dumps", *_pairs(hh, run, baseline), 3.0
            )
            for name, run in (("log_event", ready), ("a with block", block))
        ]


def _durable(url: str) -> list[Ratio]:
    """The cost with a spool, of the median call and of the 99th of 100, the thread that delivers being idle."""
    idle = HELD_BACK._replace(delivery=DeliveryLimits(linger=3600, batch_events=10**9))
    with (
        TemporaryDirectory(prefix="honeyhive-") as folder,
        HoneyHive(api_key="hh_benchmark", base_url=url, tracing=idle, spool=f"{folder}/spool") as hh,
    ):
        rounds = [[timed(lambda: hh.log_event(EVENT)) for _ in range(1_000)] for _ in range(PAIRS // 4)]
        baseline = [[timed(lambda: json.dumps(EVENT)) for _ in range(1_000)] for _ in range(PAIRS // 4)]
        hh.flush(60)
    dumps = tuple(median(one) for one in baseline)
    middle = tuple(median(one) for one in rounds)
    tail = tuple(quantiles(one, n=100)[98] for one in rounds)
    return [
        Ratio("log_event with a spool", "json.dumps", middle, dumps, 5.0),
        Ratio("the 99th of 100 calls of log_event with a spool", "json.dumps", tail, dumps, 35.0),
    ]


def _pairs(hh: HoneyHive, run: Run, baseline: Run) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The times of both in turn; what was logged is delivered in between, and that does not count."""
    pairs = []
    for _ in range(PAIRS):
        pairs.append((timed(run), timed(baseline)))
        hh.flush(60)
    return tuple(one for one, _ in pairs[1:]), tuple(other for _, other in pairs[1:])


def _rate(url: str) -> Ratio:
    """The time of events that wait in the queue against that of batches that are ready: 1 / 0.7 is 0.7 of the rate."""
    events = [{**EVENT, "event_id": str(uuid.uuid4()), "session_id": str(uuid.uuid4())} for _ in range(EVENTS)]
    batches = [json.dumps({"events": events[start : start + BATCH]}).encode() for start in range(0, EVENTS, BATCH)]
    headers = {"Authorization": "Bearer hh_benchmark", "content-type": "application/json"}
    seconds, baseline = [], []
    with httpx.Client() as client, HoneyHive(api_key="hh_benchmark", base_url=url, tracing=HELD_BACK) as hh:
        for _ in range(PAIRS):
            for event in events:
                hh.log_event(event)
            seconds.append(timed(lambda: hh.flush(60)))
            baseline.append(timed(lambda: [_post(client, url, batch, headers) for batch in batches]))
    what = f"{EVENTS} waiting events delivered"
    return Ratio(what, "posting ready batches", tuple(seconds[1:]), tuple(baseline[1:]), 1 / 0.7)


def _post(client: httpx.Client, url: str, batch: bytes, headers: dict[str, str]) -> None:
    client.post(f"{url}/v1/events/batch", content=batch, headers=headers).raise_for_status()


def main() -> None:
    """Print the ratios."""
    for line in measure():
        print(line, flush=True)


if __name__ == "__main__":
    main()
