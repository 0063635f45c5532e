"""The ASGI application: every operation of the document, from the request to an answer that fits the document."""

import asyncio
import logging
import random
import time
from collections import deque
from collections.abc import Callable
from itertools import cycle
from urllib.parse import quote

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from .call import Call
from .codec import read_json
from .contract import Contract, Operation, load
from .gate import Headers, check_host, check_key, headers_of, read_body
from .handlers import HANDLERS
from .leniency import admit
from .otlp import TRACES_PATH, TraceReceiver
from .problems import Refusal, error_body
from .routes import Routes
from .settings import Behaviour
from .store import Store, StoreError

logger = logging.getLogger("honeyhive.server")

MAX_LINT_HEADER = 2000

Observer = Callable[[str, str], None]


class App:
    """An ASGI application over an open store.

    Answers are JSON; each request that the service only tolerates is answered with the header HoneyHive-Lint.
    """

    def __init__(self, store: Store, behaviour: Behaviour, contract: Contract | None = None) -> None:
        self.violations: list[str] = []
        """Answers that did not fit the document, if they are checked."""
        self.faults: deque[Response] = deque()
        """Answers to give to the next requests in place of their own."""
        self.observe: Observer = lambda *_: None
        """Called with the method and the path of every request."""
        self._failures = cycle((429, 500, 503))
        self._store = store
        self._behaviour = behaviour
        self._contract = contract or load()
        self._routes = Routes(self._contract.operations.values())
        self._traces = TraceReceiver(store, behaviour, self._contract)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            raise NotImplementedError(scope["type"])
        request = Request(scope, receive)
        self.observe(scope["method"], scope["path"])
        try:
            response = await self._respond(request)
        except ClientDisconnect:
            return
        if self._behaviour.latency:
            await asyncio.sleep(self._behaviour.latency)
        if random.random() < self._behaviour.reset_rate:
            await _cut(send)
        else:
            await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        operation = None
        headers = headers_of(request.scope)
        try:
            check_host(headers, self._behaviour)
            if self.faults:
                return self.faults.popleft()
            if random.random() < self._behaviour.fail_rate:
                return self._failure()
            if request.scope["path"] == TRACES_PATH:  # no operation of the document
                return await self._traces.answer(request, headers)
            operation, path = self._routes.find(request.method, request.scope["raw_path"].decode("ascii", "replace"))
            check_key(headers, self._behaviour)
            response = await self._serve(request, headers, operation, path)
        except Refusal as refusal:
            response = _error(refusal.status, refusal.message)
            response.headers.update(refusal.headers)
        except StoreError as failure:
            logger.error("%s", failure)  # noqa: TRY400 -- the text says it; the trace is ours and helps nobody
            response = _error(503, str(failure))
        except ClientDisconnect:
            raise
        except Exception:
            logger.exception("%s %s failed", request.method, request.scope["path"])
            response = _error(500, "the server failed, its log says why")
        return self._checked(operation, response) if operation is not None else response

    def _failure(self) -> Response:
        answer = _error(next(self._failures), "this failure was asked for by --fail-rate")
        if answer.status_code != 500:
            answer.headers["Retry-After"] = "1"
        return answer

    async def _serve(self, request: Request, headers: Headers, operation: Operation, path: dict[str, str]) -> Response:
        handler = HANDLERS.get(operation.id)
        if handler is None:
            raise Refusal(501, f"{operation.method} {operation.path} is documented, but this server does not have it")
        query = [
            # As in a body; no stored text has a NUL.
            (name.replace("\0", "\ufffd"), value.replace("\0", "\ufffd"))
            for name, value in (request.query_params.multi_items() if request.scope["query_string"] else ())
        ]
        call = Call(self._contract, self._store, time.time_ns() // 1_000_000, path, query)
        if operation.body is not None:
            call.body, repaired = read_json(await read_body(request, headers))
            if repaired:
                call.lint.append("NUL characters are replaced by U+FFFD")
            call.lint += admit(self._contract, operation.body, call.body, call.now, strict=self._behaviour.strict)
        content = await handler(call)
        response = Response(content, media_type="application/json" if content else None)
        if call.lint:
            self._report(operation, call.lint, response)
        return response

    def _report(self, operation: Operation, lint: list[str], response: Response) -> None:
        text = "; ".join(dict.fromkeys(lint))
        logger.info("lint: %s %s: %s", operation.method, operation.path, text)
        # Header values are ASCII; names of fields may be anything.
        response.headers["HoneyHive-Lint"] = quote(text, safe=" ;:,.'()[]_-+/")[:MAX_LINT_HEADER]

    def _checked(self, operation: Operation, response: Response) -> Response:
        if not (self._behaviour.check_answers or self._behaviour.strict):
            return response
        fault = operation.reply_fault(response.status_code, bytes(response.body))
        if fault is None:
            return response
        violation = f"{operation.method} {operation.path} -> {response.status_code}: {fault}"
        logger.error("an answer does not fit the document: %s", violation)
        self.violations.append(violation)
        return _error(500, violation) if self._behaviour.strict else response


def create_app(store: Store, behaviour: Behaviour | None = None) -> App:
    """The application over an open store, which stays the caller's to close."""
    return App(store, behaviour or Behaviour())


def _error(status: int, message: str) -> Response:
    return Response(error_body(status, message), status, media_type="application/json")


async def _cut(send: Send) -> None:
    """Announce an answer and send nothing of it: the web server then closes the connection."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
