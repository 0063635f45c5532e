"""Time from the click on a session of 2,000 events to its last row, in a headless browser."""

import shutil
from statistics import median
from uuid import uuid4

import httpx
from playwright.sync_api import Page, sync_playwright

from honeyhive_server import LocalServer

from .ratio import timed

EVENTS, TIMES = 2000, 7
BOUND_SECONDS = 0.5


def measure() -> list[str]:
    """Return one line with the median time."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        return ["     (no chromium: the viewer is not measured)"]
    with LocalServer() as server, sync_playwright() as playwright:
        address = f"{server.url}/sessions/{_log(server.url)}"
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        seconds = median([_shown(page, server.url, address) for _ in range(TIMES + 1)][1:])
        browser.close()
    verdict = "ok  " if seconds <= BOUND_SECONDS else "OVER"
    return [f"{verdict} {seconds:5.2f} s (at most {BOUND_SECONDS} s)  {EVENTS} events on screen in the viewer"]


def _shown(page: Page, before: str, address: str) -> float:
    """Return the seconds until the last row is laid out and painted."""
    page.goto(before)

    def show() -> None:
        page.goto(address, wait_until="commit")
        page.locator('[role="treeitem"]').nth(EVENTS).wait_for()

    return timed(show)


def _log(url: str) -> str:
    session = str(uuid4())
    events = [
        {
            "event_type": ("chain", "model", "tool")[n % 3],
            "event_name": f"step {n}",
            "inputs": {"messages": [{"role": "user", "content": "Where is my parcel? " * 20}]},
            "outputs": {"role": "assistant", "content": "It is on its way. " * 20},
            "start_time": 1_700_000_000_000 + n,
            "duration": EVENTS - n,
        }
        for n in range(EVENTS)
    ]
    with httpx.Client(base_url=url, headers={"Authorization": "Bearer hh_bench"}, timeout=60) as http:
        http.post(f"/v1/sessions/{session}/events/batch", json={"events": events}).raise_for_status()
    return session
