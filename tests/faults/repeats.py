"""Calls of the local server whose response is lost after the commit. The retry must not store anything twice."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import httpx

import honeyhive._http.transport
from honeyhive import HoneyHive
from honeyhive._core.exchange import Clocks
from honeyhive_server import LocalServer
from tests.faults import actions
from tests.faults.server import FaultServer, Received


def stored_after(count: int) -> tuple[set[str], list[str]]:
    """Make ``count`` calls whose first response is lost. Return the ids that they returned, and all stored ids."""
    returned = set()
    with _lossy() as (server, url), HoneyHive("hh_test", base_url=url) as hh:
        session = hh.sessions.create(session_name="lossy").session_id
        for _ in range(count):
            answer = hh.events.create(session_id=session, event_type="tool", event_name="x", inputs={})
            returned.add(str(answer.event_id))
        return returned, [event["event_id"] for event in server.events() if event["event_id"] != session]


@contextmanager
def _lossy() -> Iterator[tuple[LocalServer, str]]:
    """Yield a local server, and a URL at which the first response to each event is lost after the commit."""
    clocks = honeyhive._http.transport.CLOCKS._replace(random=lambda: 0.0)
    assert isinstance(clocks, Clocks)
    with LocalServer() as local, httpx.Client(base_url=local.url) as inner:
        seen: set[bytes] = set()

        def redo(request: Received) -> bytes:
            headers = {name: request.headers[name] for name in ("authorization", "content-type")}
            return inner.request(request.method, request.target, headers=headers, content=request.body).content

        def act(connection, request):
            first = request.body not in seen
            seen.add(request.body)
            lossy = first and request.target == "/v1/events"
            (actions.reset_after if lossy else actions.stored(200))(connection, request)

        with FaultServer(redo=redo) as front, patch.object(honeyhive._http.transport, "CLOCKS", clocks):
            front.always = act
            yield local, front.url
