"""The ASGI application: every operation of the document, from the request to an answer that fits the document."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable
from itertools import cycle
from random import SystemRandom
from typing import Final
from urllib.parse import parse_qsl, quote

from starlette.types import ASGIApp, Receive, Scope, Send

from .. import viewer
from ..api import HANDLERS
from ..api.request import Call
from ..contract.contract import Contract, Operation, load
from ..contract.validation import admit
from ..model.config import Behaviour
from ..model.http_error import Refusal
from ..model.json_codec import read_json
from ..otlp import TRACES_PATH, TraceReceiver
from ..store import Store, StoreError
from ..store.engine import place
from .auth import Disconnected, Headers, check_host, check_key, headers_of, read_body
from .response import Answer, cut, discard, error, refused
from .routes import Routes

logger: Final = logging.getLogger("honeyhive_server")

MAX_LINT_HEADER = 2000
# Not the shared generator: an application that seeds it gets the numbers that it expects.
_RANDOM: Final = SystemRandom()

Observer = Callable[[str, str], None]


class App:
    """An ASGI application over an open store.

    Answers are JSON; each request that the service only tolerates is answered with the header HoneyHive-Lint.
    """

    def __init__(self, store: Store, behaviour: Behaviour, contract: Contract | None = None) -> None:
        self.violations: list[str] = []
        """Answers that did not fit the document, if they are checked."""
        self.faults: deque[Answer] = deque()
        """Answers to give to the next requests in place of their own."""
        self.observe: Observer = lambda *_: None
        """Called with the method and the path of every request."""
        self._failures = cycle((429, 500, 503))
        self._store = store
        self._behaviour = behaviour
        self._contract = contract or load()
        self._routes = Routes(self._contract.operations.values())
        self.rooms: dict[str, ASGIApp] = {TRACES_PATH: TraceReceiver(store, behaviour, self._contract)}
        """What answers paths that the document does not have, by how they begin; the first that fits is asked."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            raise NotImplementedError(scope["type"])
        self.observe(scope["method"], scope["path"])
        if viewer.has(scope):
            await viewer.respond(scope, receive, send, self._store, self._behaviour)
            return
        try:
            answer = await self._answer(scope, receive)
            await self._deliver(answer, scope, receive, send)
        except Disconnected:
            pass

    async def _deliver(self, answer: Answer | ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the answer, unless a fault is asked for."""
        if self._behaviour.latency:
            await asyncio.sleep(self._behaviour.latency)
        if self._behaviour.reset_rate and _RANDOM.random() < self._behaviour.reset_rate:
            if not isinstance(answer, Answer):
                await answer(scope, receive, discard)
            await cut(send)
        elif isinstance(answer, Answer):
            await answer.send(send)
        else:
            await answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive) -> Answer | ASGIApp:
        """The answer of an operation, or the room that has the path instead."""
        operation = None
        headers = headers_of(scope)
        try:
            check_host(headers, self._behaviour)
            if self.faults:
                return self.faults.popleft()
            if self._behaviour.fail_rate and _RANDOM.random() < self._behaviour.fail_rate:
                return self._failure()
            found = self._routes.find(scope["method"], scope["raw_path"].decode("ascii", "replace"))
            if found is None:
                return self._room(scope["path"])
            operation, path = found
            check_key(headers, self._behaviour)
            answer = await self._serve(scope, receive, headers, operation, path)
        except Refusal as refusal:
            answer = refused(refusal)
        except StoreError as failure:
            logger.error("%s: %s", place(self._store.url), failure)  # noqa: TRY400 -- the text says it all
            answer = error(failure.status, str(failure))
        except Disconnected:
            raise
        except Exception:
            logger.exception("%s %s failed", scope["method"], scope["path"])
            answer = error(500, "the server failed, its log says why")
        return self._checked(operation, answer) if operation is not None else answer

    def _room(self, path: str) -> ASGIApp:
        for start, room in self.rooms.items():
            if path.startswith(start):
                return room
        raise Refusal(404, f"there is no {path} in the document")

    def _failure(self) -> Answer:
        status = next(self._failures)
        headers = {"Retry-After": "1"} if status != 500 else None
        return error(status, "this failure was asked for by --fail-rate", headers)

    async def _serve(
        self, scope: Scope, receive: Receive, headers: Headers, operation: Operation, path: dict[str, str]
    ) -> Answer:
        handler = HANDLERS.get(operation.id)
        if handler is None:
            raise Refusal(501, f"{operation.method} {operation.path} is documented, but this server does not have it")
        call = Call(self._contract, self._store, time.time_ns() // 1_000_000, path, _query(scope), operation=operation)
        if operation.body is not None:
            call.body, repaired = read_json(await read_body(receive, headers))
            if repaired:
                call.lint.append("NUL characters are replaced by U+FFFD")
            call.lint += admit(self._contract, operation.body, call.body, call.now, strict=self._behaviour.strict)
        answer = Answer(operation.success, await handler(call))
        if call.lint:
            self._report(operation, call.lint, answer)
        return answer

    def _report(self, operation: Operation, lint: list[str], answer: Answer) -> None:
        text = "; ".join(dict.fromkeys(lint))
        logger.info("lint: %s %s: %s", operation.method, operation.path, text)
        # Header values are ASCII; names of fields may be anything.
        answer.headers["HoneyHive-Lint"] = quote(text, safe=" ;:,.'()[]_-+/")[:MAX_LINT_HEADER]

    def _checked(self, operation: Operation, answer: Answer) -> Answer:
        if not (self._behaviour.check_answers or self._behaviour.strict):
            return answer
        fault = operation.reply_fault(answer.status, answer.content)
        if fault is None:
            return answer
        violation = f"{operation.method} {operation.path} -> {answer.status}: {fault}"
        logger.error("an answer does not fit the document: %s", violation)
        self.violations.append(violation)
        return error(500, violation) if self._behaviour.strict else answer


def create_app(store: Store, behaviour: Behaviour | None = None) -> App:
    """The application over an open store, which stays the caller's to close."""
    return App(store, behaviour or Behaviour())


def _query(scope: Scope) -> list[tuple[str, str]]:
    """The parameters of the query string, repaired as a body is: no stored text has a NUL."""
    if not scope["query_string"]:
        return []
    pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    return [(name.replace("\0", "\ufffd"), value.replace("\0", "\ufffd")) for name, value in pairs]
