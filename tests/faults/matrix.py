"""Matrix of faults and kinds of calls: each fault happens once, or for every request.

The row of a fault has the expected values: the result of the call, and the number of requests.
"""

import logging
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import SimpleNamespace
from typing import Any, NamedTuple
from unittest.mock import patch

import honeyhive._http.transport
from honeyhive import (
    APIConnectionError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    HoneyHiveError,
    RateLimitError,
    ServerError,
)
from honeyhive._core.exchange import Clocks
from honeyhive._http import async_library
from tests.clients.exposed_text import shown
from tests.faults import actions
from tests.faults.one_call import KEY, ca_file, made, server_context
from tests.faults.server import Act, FaultServer, Received

SHORT = {"timeout": 0.15}
QUICK_CONNECT = {"connect_timeout": 0.03}
CALLS: dict[str, Callable[[Any], Any]] = {
    "sessions.create": lambda hh: hh.sessions.create(session_name="x"),
    "events.create": lambda hh: hh.events.create(event_type="tool", event_name="x", inputs={}),
    "events.create_batch": lambda hh: hh.events.create_batch(
        events=[{"event_type": "tool", "event_name": str(number), "inputs": {}} for number in range(3)]
    ),
}
IDS = {"sessions.create": 1, "events.create": 1, "events.create_batch": 3}


class Fault(NamedTuple):
    """A row. ``once`` and ``always`` are the error of the call, or None if it returns, and the number of requests."""

    name: str
    once: tuple[type[HoneyHiveError] | None, int]
    always: tuple[type[HoneyHiveError] | None, int]
    act: Act | None = None
    """Action of the server; None if the fault happens before a request reaches it, such as a refused connection."""
    settings: dict[str, Any] = {}  # noqa: RUF012 - a default of a tuple, never written to


def _passing(name: str, act: Act, error: type[HoneyHiveError]) -> Fault:
    return Fault(name, (None, 2), (error, 3), act)


def _final(name: str, act: Act, error: type[HoneyHiveError] | None, **settings: Any) -> Fault:
    return Fault(name, (error, 1), (error, 1), act, settings)


FAULTS = [
    _passing("408", actions.status(408), APIStatusError),
    _passing("425", actions.status(425), APIStatusError),
    _passing("429", actions.status(429), RateLimitError),
    _passing("429, Retry-After: 2", actions.status(429, retry_after="2"), RateLimitError),
    _passing("500", actions.status(500), ServerError),
    _passing("502, an HTML page", actions.page(502), ServerError),
    _passing("503", actions.status(503), ServerError),
    _passing("503, Retry-After: 1", actions.status(503, retry_after="1"), ServerError),
    _final("503, Retry-After: 100", actions.status(503, retry_after="100"), ServerError),
    _passing("504", actions.status(504), ServerError),
    _final("520", actions.status(520), ServerError),
    Fault("refused", (None, 1), (APIConnectionError, 0)),
    Fault("connect timeout", (None, 1), (APITimeoutError, 0), None, QUICK_CONNECT),
    _final("read timeout", actions.hang, APITimeoutError, **SHORT),
    _passing("reset before the commit", actions.reset_before, APIConnectionError),
    _passing("reset after the commit", actions.reset_after, APIConnectionError),
    _passing("half an answer", actions.half, APIConnectionError),
    _passing("bad chunking", actions.bad_chunks, APIConnectionError),
    Fault("TLS end of file", (None, 1), (APIConnectionError, 0)),
    Fault("DNS failure", (None, 1), (APIConnectionError, 0)),
    _final("200, an HTML page", actions.page(200), APIResponseError),
    _final("200, wrong JSON", actions.status(200, b'["no"]'), APIResponseError),
    _final("200, cut JSON", actions.status(200, b'{"success": tr'), APIResponseError),
    _final("201", actions.stored(201), None),
    _final("202", actions.stored(202), None),
    _final("204", actions.stored(204, with_body=False), APIResponseError),  # the reply lacks an id
    _final("413", actions.status(413), APIStatusError),
    *(_final(str(code), actions.status(code, location="/v1/x"), APIStatusError) for code in (301, 302, 303, 307, 308)),
    _final("307 to another host", actions.status(307, location="http://localhost:9/"), APIStatusError),
    # httpx treats a redirect to an invalid URL as a malformed response.
    _passing("307 to an invalid URL", actions.status(307, location="http://[::1"), APIConnectionError),
    _final("trickle in the head", actions.in_the_head, APITimeoutError, **SHORT),
    _final("trickle in the body", actions.in_the_body, APITimeoutError, **SHORT),
    _final("trickle in chunks", actions.in_chunks, APITimeoutError, **SHORT),
    _final("trickle of 103 answers", actions.in_interim_answers, APITimeoutError, **SHORT),
    Fault("proxy 502", (None, 1), (APIConnectionError, 0)),
]  # fmt: skip


class Result(NamedTuple):
    """Result of one call under one fault."""

    error: BaseException | None
    requests: int
    stored: set[str]
    bodies: int
    """Number of different bodies that were sent. It is 1 if all attempts of a call were identical."""
    pauses: list[float]
    leaks: list[str]
    """Places in which the API key was visible."""


def run(fault: Fault, call: str, kind: str, *, always: bool) -> Result:
    """Make one call under one fault."""
    pauses: list[float] = []
    with ExitStack() as stack:
        messages = stack.enter_context(_logged())
        server, settings = prepared(fault, stack)
        recover = begin(server, fault, stack, settings, always=always)
        stack.enter_context(_paused(pauses, lambda: None if always else recover()))
        error, leaks = _ended(kind, CALLS[call], settings)
        leaks += [message for message in messages if KEY in message or "hunter2" in message]
    return Result(
        error, len(server.requests), set(server.stored), len({r.body for r in server.requests}), pauses, leaks
    )


def prepared(
    fault: Fault, stack: ExitStack, redo: Callable[[Received], bytes] | None = None
) -> tuple[FaultServer, dict[str, Any]]:
    """Return a server that does not listen yet, and the settings of a client for it."""
    needs_tls = fault.name in ("TLS end of file", "proxy 502")
    server = stack.enter_context(FaultServer(server_context() if needs_tls else None, listening=False, redo=redo))
    settings = {"api_key": KEY, "base_url": server.url, **fault.settings}
    if needs_tls:
        settings["ca_file"] = stack.enter_context(ca_file())
    return server, settings


def begin(
    server: FaultServer, fault: Fault, stack: ExitStack, settings: dict[str, Any], *, always: bool
) -> Callable[[], None]:
    """Set up the fault, and return a function that ends the fault."""
    return _BEGIN.get(fault.name, _on_request)(server, fault, stack, settings, always)


def _on_request(
    server: FaultServer, fault: Fault, stack: ExitStack, settings: dict, always: bool
) -> Callable[[], None]:
    assert fault.act is not None
    server.listen()
    if always:
        server.always = fault.act
    else:
        server.script.append(fault.act)
    return lambda: None


def _refused(server: FaultServer, fault: Fault, stack: ExitStack, settings: dict, always: bool) -> Callable[[], None]:
    return server.listen


def _full(server: FaultServer, fault: Fault, stack: ExitStack, settings: dict, always: bool) -> Callable[[], None]:
    server.fill()
    return server.empty


def _tls_ends(server: FaultServer, fault: Fault, stack: ExitStack, settings: dict, always: bool) -> Callable[[], None]:
    server.broken_handshakes = float("inf") if always else 1
    server.listen()
    return lambda: None


def _no_name(server: FaultServer, fault: Fault, stack: ExitStack, settings: dict, always: bool) -> Callable[[], None]:
    known = []
    real = socket.getaddrinfo

    def getaddrinfo(host: Any, *rest: Any, **more: Any) -> Any:
        if host not in ("api.test", b"api.test"):
            return real(host, *rest, **more)
        if not known:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return real("127.0.0.1", *rest, **more)

    stack.enter_context(patch("socket.getaddrinfo", getaddrinfo))
    settings |= {"base_url": f"http://api.test:{server.port}", "allow_http": True}
    server.listen()
    return lambda: known.append(True)


def _proxy_fails(
    server: FaultServer, fault: Fault, stack: ExitStack, settings: dict, always: bool
) -> Callable[[], None]:
    server.connect_script.extend([actions.page(502)] * (9 if always else 1))
    stack.enter_context(patch.dict("os.environ", {"HTTPS_PROXY": f"http://user:hunter2@127.0.0.1:{server.port}"}))
    settings["base_url"] = "https://api.test"
    server.listen()
    return lambda: None


_BEGIN = {
    "refused": _refused,
    "connect timeout": _full,
    "TLS end of file": _tls_ends,
    "DNS failure": _no_name,
    "proxy 502": _proxy_fails,
}


def _ended(kind: str, call: Callable[[Any], Any], settings: dict[str, Any]) -> tuple[BaseException | None, list[str]]:
    """Return the result of the call, and the places that show the key or the password of the proxy."""
    try:
        made(kind, call, **settings)
    except BaseException as error:  # Any exception is caught, because the row of the fault names its class.
        return error, ["the error"] if KEY in shown(error) or "hunter2" in shown(error) else []
    return None, []


@contextmanager
def _paused(pauses: list[float], recover: Callable[[], None]) -> Iterator[None]:
    """Replace pauses by steps of the clock, so that they take no time, and random numbers by 0.5."""

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        recover()

    async def sleep_async(seconds: float) -> None:
        sleep(seconds)

    clocks = Clocks(lambda: time.monotonic() + sum(pauses), time.time, lambda: 0.5)
    with (
        patch.object(honeyhive._http.transport, "CLOCKS", clocks),
        patch.object(honeyhive._http.transport, "time", SimpleNamespace(sleep=sleep, monotonic=time.monotonic)),
        patch.object(async_library, "ASYNCIO", async_library.ASYNCIO._replace(sleep=sleep_async)),
    ):
        yield


@contextmanager
def _logged() -> Iterator[list[str]]:
    """Collect the log messages of every library, from DEBUG on."""
    messages: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: messages.append(f"{record.getMessage()} {record.args!r}")  # type: ignore[method-assign]
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield messages
    finally:
        root.setLevel(before)
        root.removeHandler(handler)
