"""Fixtures: one browser for all viewer tests. An error that a page reports fails the test."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from honeyhive_server import LocalServer
from tests.needs import program
from tests.server.viewer.logged_traces import Traces

# Pages poll every two seconds, and less often on a slow machine.
expect.set_options(timeout=30_000)

ContextOf = Callable[..., BrowserContext]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = program("chromium", "chromium-browser", "google-chrome")
    # The browser ends after the last test of this folder, because its event loop would prevent other loops from
    # running.
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def served() -> Iterator[LocalServer]:
    with LocalServer() as running:
        yield running


@pytest.fixture
def traces(served: LocalServer) -> Iterator[Traces]:
    """Yield a client that logs traces into the server."""
    with Traces(served.url) as logging:
        yield logging


@pytest.fixture
def context_of(browser: Browser, served: LocalServer) -> Iterator[ContextOf]:
    """Yield a function that creates browser contexts; none of their pages may have reported an error."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(base_url=served.url, **{"viewport": {"width": 1280, "height": 800}, **options})
        context.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()

    assert complaints == []


@pytest.fixture
def page(context_of: ContextOf) -> Page:
    """Return an empty page of the browser."""
    return context_of().new_page()
