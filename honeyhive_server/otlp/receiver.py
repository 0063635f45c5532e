"""POST /opentelemetry/v1/traces: from the body of an export to the answer after the commit."""

import asyncio
import logging
import time
from collections import defaultdict
from typing import Final

from sqlalchemy import Connection
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from honeyhive._semconv import SpanData, event_of

from ..contract.contract import Contract
from ..http.auth import Disconnected, Headers, check_key, headers_of
from ..model import event_model as semantics
from ..model.config import Behaviour
from ..model.event_model import Document
from ..model.http_error import Refusal
from ..store import Store, StoreError
from .body import media_type_of, project_of, read_export
from .json_encoding import read_json_spans
from .parsed import Reading
from .responses import PROTOBUF, accepted, refused
from .span_sessions import grow, session_of
from .span_storage import absorb_implied
from .storable import storable
from .traces import Traces

TRACES_PATH = "/opentelemetry/v1/traces"

logger: Final = logging.getLogger("honeyhive_server")

Members = list[tuple[SpanData, Document]]


class TraceReceiver:
    """Stores the spans of exports as events."""

    def __init__(self, store: Store, behaviour: Behaviour, contract: Contract) -> None:
        self._store = store
        self._behaviour = behaviour
        self._contract = contract
        self._traces = Traces()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request as OTLP/HTTP asks for, errors included, in the encoding of the request."""
        response = await self._answer(scope["method"], headers_of(scope), receive)
        await response(scope, receive, send)

    async def _answer(self, method: str, headers: Headers, receive: Receive) -> Response:
        media_type = media_type_of(headers)
        try:
            check_key(headers, self._behaviour)
            _check_method(method)
            reasons = await self._receive(receive, headers, media_type)
        except Refusal as refusal:
            response = refused(media_type, refusal.status, refusal.message)
            response.headers.update(refusal.headers)
            return response
        except StoreError as failure:
            logger.error("%s", failure)  # noqa: TRY400 -- the text says it; the trace is ours and helps nobody
            return refused(media_type, 503, str(failure))  # a full disk too: exporters drop spans after a 507
        except Disconnected:
            raise
        except Exception:
            logger.exception("%s %s failed", method, TRACES_PATH)
            return refused(media_type, 500, "the server failed, its log says why")
        if reasons:
            logger.info("%d spans left out: %s", len(reasons), "; ".join(dict.fromkeys(reasons)))
        return accepted(media_type, len(reasons), "; ".join(dict.fromkeys(reasons)))

    async def _receive(self, receive: Receive, headers: Headers, media_type: str) -> list[str]:
        """Store what the request brings; why some of it was left out, one reason for each span."""
        content = await read_export(receive, headers)
        now = time.time_ns() // 1_000_000
        # A large export takes a while to read, and other requests should not wait for it.
        members, reasons = await asyncio.to_thread(self._read, content, media_type, project_of(headers), now)
        # From here to the writer's queue without a pause: whoever comes later sees what this trace named.
        ids, absorbed = self._traces.sessions_of([span for span, _ in members])
        sessions: dict[str, Members] = defaultdict(list)
        for member, session_id in zip(members, ids, strict=True):
            _move(member[1], session_id)
            sessions[session_id].append(member)
        await asyncio.gather(*(self._store_session(each, absorbed, now) for each in sessions.values()))
        return reasons

    async def _store_session(self, members: Members, absorbed: dict[str, list[str]], now: int) -> None:
        session = session_of(members, now)
        session_id = session["session_id"]
        events = [event for _, event in members]
        others = absorbed.get(session_id)

        def absorb(connection: Connection) -> None:
            absorb_implied(connection, self._store.dialect, session_id, others or ())

        try:
            await self._store.write(session=session, merge=grow, events=events, work=absorb if others else None)
        except StoreError:
            self._traces.forget({span.trace_id for span, _ in members})  # the exporter tries again
            raise

    def _read(self, content: bytes, media_type: str, project: str | None, now: int) -> tuple[Members, list[str]]:
        """The spans of a body with their events, and why others were left out; project is for those that name none."""
        reading = _read_protobuf(content) if media_type == PROTOBUF else read_json_spans(content)
        members: Members = []
        for span in reading.spans:
            try:
                said = {"project": project, **event_of(span)}
                event = semantics.event_document(storable(said), now, free_ids=True)
            except Exception:  # whatever it is, the other spans should not be lost with this one
                logger.exception("a span could not be read")
                reading.reasons.append("the server failed on it, its log says why")
                continue
            if self._contract.stored.fits(event):
                members.append((span, event))
            else:
                fault = next(self._contract.stored.faults(event))
                reading.reasons.append(f"{'.'.join(map(str, fault.instance_path))}: {fault.message[-200:]}")
        return members, reading.reasons


def _move(event: Document, session_id: str) -> None:
    """Put an event into a session."""
    if event["parent_id"] == event["session_id"]:
        event["parent_id"] = session_id
    event["session_id"] = session_id


def _read_protobuf(content: bytes) -> Reading:
    # Loaded by who needs it: protobuf would make every start of the server a fifth slower.
    from .protobuf import read_protobuf

    return read_protobuf(content)


def _check_method(method: str) -> None:
    if method != "POST":
        raise Refusal(405, f"{method} is not allowed here, only POST", {"Allow": "POST"})
