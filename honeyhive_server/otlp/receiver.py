"""POST /opentelemetry/v1/traces: from the body of an export to the response after the commit."""

import asyncio
import logging
import time
from functools import partial
from typing import Final

from honeyhive._semconv import SpanData, event_of

from ..contract.served_operations import Contract
from ..model.event_model import Document, event_document
from ..model.http_messages import HTTPError, ServerRequest, ServerResponse
from ..model.json_codec import storable
from ..store import EventStore, StoreError, named_sessions
from ..store.db_schema import key_fault
from .json_encoding import read_json_spans
from .otlp_http import ExportHeaders, decompressed, read_headers, rpc_status, success
from .parsed_spans import ParsedSpans
from .span_sessions import PlacedSession, SpanSessions, merge_implied

TRACES_PATH = "/opentelemetry/v1/traces"

logger: Final = logging.getLogger("honeyhive_server")


class TraceReceiver:
    """Endpoint that stores exported spans as events."""

    def __init__(self, store: EventStore, contract: Contract) -> None:
        self._store = store
        self._contract = contract
        self._sessions = SpanSessions()

    def error(self, request: ServerRequest, error: HTTPError) -> ServerResponse:
        """Return a google.rpc.Status in the encoding of the request."""
        return rpc_status(request.headers, error)

    async def respond(self, request: ServerRequest) -> ServerResponse:
        """Store the spans of an export, and report spans that cannot be events as a partial success."""
        if request.method != "POST":
            raise HTTPError(405, f"{request.method} is not allowed here, only POST", {"Allow": "POST"})
        headers = read_headers(request.headers)
        content = await request.read_body()
        now = time.time_ns() // 1_000_000
        # The export is decoded in a thread, because decoding a large export would block other requests for a while.
        members, reasons = await asyncio.to_thread(self._read, headers, content, now)
        unknown = self._sessions.unknown(members)
        stored = await self._store.read(named_sessions.find, unknown) if unknown else {}
        # There is no await between here and the writer's queue, so that later exports find the sessions that this
        # export names.
        placed = self._sessions.place(members, now, stored)
        await asyncio.gather(*map(self._store_session, placed))
        if reasons:
            logger.info("%d spans rejected: %s", len(reasons), "; ".join(dict.fromkeys(reasons)))
        return success(reasons, is_protobuf=headers.is_protobuf)

    async def _store_session(self, placed: PlacedSession) -> None:
        session = storable(placed.session)
        link = partial(
            named_sessions.link,
            session_id=session["session_id"],
            project=session["project"],
            trace_ids=placed.named,
            absorbed=placed.absorbed,
            merge=merge_implied,
        )
        work = link if placed.absorbed or placed.named else None
        try:
            await self._store.write(session=session, merge=merge_implied, events=placed.events, work=work)
        except StoreError:
            self._sessions.forget(placed.traces)  # the exporter will send the spans again
            raise

    def _read(
        self, headers: ExportHeaders, content: bytes, now: int
    ) -> tuple[list[tuple[SpanData, Document]], list[str]]:
        """Return (the spans with their events, one reason for each rejected span)."""
        if headers.window is not None:
            content = decompressed(content, headers.window)
        parsed = _read_protobuf(content) if headers.is_protobuf else read_json_spans(content)
        members: list[tuple[SpanData, Document]] = []
        for span in parsed.spans:
            try:
                body = storable({"project": headers.project, **event_of(span)})
                event = event_document(body, now, free_ids=True)
            except Exception:  # any error concerns only this span
                logger.exception("a span could not be converted")
                parsed.reasons.append("internal server error; see the server's log")
                continue
            if fault := self._contract.stored.fault(event) or key_fault(event):
                parsed.reasons.append(fault)
            else:
                members.append((span, event))
        return members, parsed.reasons


def _read_protobuf(content: bytes) -> ParsedSpans:
    # The decoder is imported at its first use: importing protobuf would make every start of the server a fifth slower.
    from .protobuf_encoding import read_protobuf

    return read_protobuf(content)
