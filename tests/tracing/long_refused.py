"""Of 240 events, one is always refused, while the others arrive. Runs for each way of refusal are made at once."""

import threading
import time
from typing import Any

from honeyhive import HoneyHive

from .faults import CLOSE, HANG, OK, RESET, FaultServer, answer

PAGE = b"<html>blocked</html>"
REFUSALS: dict[str, Any] = {
    **{str(status): answer(status, PAGE) for status in (401, 403, 404, 405, 406, 429, 500, 502, 503, 504)},
    "302": answer(302, b"", location="http://127.0.0.1:1/"),
    "a page": answer(200, PAGE),
    "reset": RESET,
    "closed": CLOSE,
    "hang": HANG,
}
SECONDS = 40.0
FIRST = 41


def arrived(refusal: Any) -> tuple[int, int]:
    """Return the number of other events that were stored in time, and the number of other events that were logged."""
    server = FaultServer()
    server.forever = lambda request: refusal if b"poison" in request.body else OK
    with HoneyHive(api_key="hh_long", base_url=server.url) as hh:
        for number in range(FIRST):
            hh.log_event({"event_name": "poison" if number == 20 else "step", "inputs": {"n": number}})
        ends, logged = time.monotonic() + SECONDS, FIRST - 1
        while time.monotonic() < ends - 1:
            hh.log_event({"event_name": "step", "inputs": {"n": logged}})
            logged += 1
            time.sleep(0.2)
        time.sleep(max(0.0, ends - time.monotonic()))
        found = len({event["event_id"] for event in server.events()})
        hh.close(0)
    server.stop()
    return found, logged


def run() -> dict[str, tuple[int, int]]:
    """Return the results of all ways of refusal, which run in parallel."""
    found: dict[str, tuple[int, int]] = {}
    threads = [
        threading.Thread(target=lambda name=name, refusal=refusal: found.update({name: arrived(refusal)}))
        for name, refusal in REFUSALS.items()
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found
