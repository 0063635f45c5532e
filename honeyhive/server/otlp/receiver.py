"""POST /opentelemetry/v1/traces: from the body of an export to the answer after the commit."""

import asyncio
import logging
import time
from collections import defaultdict

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from honeyhive.semconv import SpanData, event_of

from .. import semantics
from ..contract import Contract
from ..gate import Disconnected, Headers, check_key, headers_of
from ..problems import Refusal
from ..semantics import Document
from ..settings import Behaviour
from ..store import Store, StoreError
from .answers import PROTOBUF, accepted, refused
from .body import media_type_of, read_export
from .json_encoding import read_json_spans
from .reading import Reading
from .sessions import grow, session_of
from .storable import storable
from .traces import Traces

TRACES_PATH = "/opentelemetry/v1/traces"

logger = logging.getLogger("honeyhive.server")

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
            reading = await self._receive(receive, headers, media_type)
        except Refusal as refusal:
            response = refused(media_type, refusal.status, refusal.message)
            response.headers.update(refusal.headers)
            return response
        except StoreError as failure:
            logger.error("%s", failure)  # noqa: TRY400 -- the text says it; the trace is ours and helps nobody
            return refused(media_type, 503, str(failure))
        except Disconnected:
            raise
        except Exception:
            logger.exception("%s %s failed", method, TRACES_PATH)
            return refused(media_type, 500, "the server failed, its log says why")
        if reading.reasons:
            logger.info("%d spans left out: %s", len(reading.reasons), "; ".join(dict.fromkeys(reading.reasons)))
        return accepted(media_type, len(reading.reasons), "; ".join(dict.fromkeys(reading.reasons)))

    async def _receive(self, receive: Receive, headers: Headers, media_type: str) -> Reading:
        content = await read_export(receive, headers)
        now = time.time_ns() // 1_000_000
        # A large export takes a while to read, and other requests should not wait for it.
        reading, sessions, absorbed = await asyncio.to_thread(self._read, content, media_type, now)
        await asyncio.gather(*(self._store_session(members, absorbed, now) for members in sessions))
        return reading

    async def _store_session(self, members: Members, absorbed: dict[str, list[str]], now: int) -> None:
        session = session_of(members, now)
        await self._store.write(
            session=session,
            merge=grow,
            absorbed=absorbed.get(session["session_id"], ()),
            events=[event for _, event in members],
        )

    def _read(self, content: bytes, media_type: str, now: int) -> tuple[Reading, list[Members], dict[str, list[str]]]:
        """What was read, its events by session, and the sessions that each of these absorbs."""
        reading = _read_protobuf(content) if media_type == PROTOBUF else read_json_spans(content)
        sessions: dict[str, Members] = defaultdict(list)
        ids, absorbed = self._traces.sessions_of(reading.spans)
        for span, session_id in zip(reading.spans, ids, strict=True):
            event = _document(span, session_id, now)
            if self._contract.stored.fits(event):
                sessions[session_id].append((span, event))
            else:
                fault = next(self._contract.stored.faults(event))
                reading.reasons.append(f"{'.'.join(map(str, fault.instance_path))}: {fault.message[-200:]}")
        return reading, list(sessions.values()), absorbed


def _read_protobuf(content: bytes) -> Reading:
    # Loaded by who needs it: protobuf would make every start of the server a fifth slower.
    from .protobuf import read_protobuf

    return read_protobuf(content)


def _check_method(method: str) -> None:
    if method != "POST":
        raise Refusal(405, f"{method} is not allowed here, only POST", {"Allow": "POST"})


def _document(span: SpanData, session_id: str, now: int) -> Document:
    body = event_of(span)
    if body["parent_id"] == body["session_id"]:
        body["parent_id"] = session_id
    return semantics.event_document(storable(body), now, session_id, free_ids=True)
