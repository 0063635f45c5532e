"""The ASGI application: finds the mount of each request, authenticates it, and turns errors into responses."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable, Collection
from functools import cache, partial
from itertools import cycle
from random import SystemRandom
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import parse_qsl

from starlette.types import Receive, Scope, Send

from ..api.operation_endpoint import OperationEndpoint
from ..contract.served_operations import Contract, load
from ..model.config import ServerConfig
from ..model.http_messages import Handler, HTTPError, ServerRequest, ServerResponse
from ..otlp.receiver import TRACES_PATH, TraceReceiver
from ..store import EventStore, StoreError
from ..viewer.page_paths import ICON, RUN, SESSION, STATIC, TABS
from .abandoned import unless_abandoned
from .auth import authenticate, check_host
from .probes import HEALTH, METRICS, OLDER_PARAMETER, READINESS, Probes, plain_error
from .request_body import ClientDisconnected, receive_body
from .request_metrics import RequestMetrics
from .response_sending import send_head_only, send_response

if TYPE_CHECKING:
    from ..viewer.pages import Pages

logger: Final = logging.getLogger("honeyhive_server")

# The server has its own random generator: an application that seeds Python's shared generator must get the numbers that
# it expects.
_RANDOM: Final = SystemRandom()

# Requests with these methods, or to paths with these ends, change nothing and may therefore be cancelled.
_READING_METHODS: Final = ("GET", "HEAD")
_READING_PATHS: Final = ("/search", "/export")

Observer = Callable[[tuple[str, str]], object]


class Mount(NamedTuple):
    """One part of the server: the requests it takes, and their handlers and errors."""

    find: Callable[[ServerRequest], Handler]
    """Return the handler of a request. Raises HTTPError (404, 405)."""
    error: Callable[[ServerRequest, HTTPError], ServerResponse]
    """Return the response for an error, in the format of this part."""
    paths: Collection[str] = ()
    """The paths that belong to this part."""
    prefixes: tuple[str, ...] = ()
    """The beginnings of other paths that belong to this part; "" for every path."""
    without: str | None = None
    """The name of a query parameter with which a request belongs to another part."""
    check: Callable[[ServerRequest, ServerResponse], ServerResponse] | None = None
    """Function that compares a response with openapi.yaml; None for a part that openapi.yaml does not describe."""
    schemes: Collection[str] | None = None
    """The security schemes that allow this part; None if each operation has its own."""
    is_page: bool = False
    """True for browsers and Prometheus: the key may be missing or a Basic password, and no fault is simulated."""
    is_public: bool = False
    """True if neither the key nor the Host header is checked, because the responses reveal nothing."""

    def takes(self, request: ServerRequest) -> bool:
        """Return True for a request that this part handles. Pages handle only GET and HEAD."""
        return (
            (request.path in self.paths or request.path.startswith(self.prefixes))
            and (not self.is_page or request.method in _READING_METHODS)
            and (self.without is None or all(name != self.without for name, _ in request.query))
        )


class App:
    """An ASGI application over an open store."""

    def __init__(self, store: EventStore, config: ServerConfig, contract: Contract | None = None) -> None:
        self.faults: deque[HTTPError] = deque()
        """Errors to return for the next requests, in order, instead of processing them."""
        self.observe: Observer = lambda *_: None
        """Called with (method, path) of every request."""
        self._fail_statuses = cycle((429, 500, 503))
        self._store = store
        self._config = config
        contract = contract or load()
        api = OperationEndpoint(store, config, contract)
        self.violations: list[str] = api.violations
        """Descriptions of responses that did not fit openapi.yaml, if responses are checked."""
        traces = TraceReceiver(store, contract)
        self._metrics = RequestMetrics()
        probes = Probes(store, self._metrics)

        @cache
        def pages() -> "Pages":
            # The viewer is imported with the first page, because most servers in tests never show a page.
            from ..viewer.pages import Pages

            return Pages(store, config)

        # The first matching mount handles a request. The API comes last, because it matches every path.
        self._mounts = (
            Mount(lambda _: probes.respond, plain_error, paths=(HEALTH, READINESS), is_page=True, is_public=True),
            Mount(
                lambda _: probes.numbers,
                plain_error,
                paths=(METRICS,),
                without=OLDER_PARAMETER,
                schemes=("projectKey",),
                is_page=True,
            ),
            Mount(lambda _: pages().asset, lambda *error: pages().error(*error), prefixes=(STATIC,), is_page=True),
            Mount(
                lambda _: pages().respond,
                lambda *error: pages().error(*error),
                paths=(*TABS, ICON),
                prefixes=(SESSION, RUN),
                schemes=("projectKey",),
                is_page=True,
            ),
            Mount(
                lambda _: traces.respond,
                traces.error,
                prefixes=(TRACES_PATH,),
                schemes=("projectKey", "ingestionKey"),
            ),
            Mount(api.find, api.error, prefixes=("",), check=api.check),
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            raise NotImplementedError(scope["type"])
        request = _request(scope, receive, self._config.root_path)
        self.observe((request.method, request.path))
        started, status = time.perf_counter(), 0
        self._metrics.in_flight += 1
        try:
            status = await self._serve(request, receive, send)
        except ClientDisconnected:
            return
        finally:
            self._metrics.in_flight -= 1
            self._metrics.record(request.method, status, time.perf_counter() - started)

    async def _serve(self, request: ServerRequest, receive: Receive, send: Send) -> int:
        """Send the response and return its status. Raises ClientDisconnected."""
        mount = next(each for each in self._mounts if each.takes(request))
        responding = self._respond(mount, request)
        if request.method in _READING_METHODS or request.path.endswith(_READING_PATHS):
            responding = unless_abandoned(responding, receive, request.body_read)
        response = await responding
        if not mount.is_page and self._config.latency:
            await asyncio.sleep(self._config.latency)
        if not mount.is_page and self._config.reset_rate and _RANDOM.random() < self._config.reset_rate:
            await send_head_only(send)
        elif response.rest is not None:
            await unless_abandoned(send_response(response, send), receive, request.body_read)
        else:
            await send_response(response, send)
        return response.status

    async def _respond(self, mount: Mount, request: ServerRequest) -> ServerResponse:
        try:
            if mount.is_public:
                return await mount.find(request)(request)
            check_host(request.headers, self._config)
            if not mount.is_page and (fault := self._fault()):
                return mount.error(request, fault)
            handler = mount.find(request)
            request.key = await authenticate(
                request.headers, self._config, self._store, is_page=mount.is_page, schemes=mount.schemes
            )
            response = await handler(request)
        except HTTPError as error:
            response = mount.error(request, error)
        except StoreError as failure:
            logger.error("%s: %s", self._store.name, failure)  # noqa: TRY400 -- the message is enough
            response = mount.error(request, HTTPError(failure.status, str(failure)))
        except ClientDisconnected:
            raise
        except Exception:
            logger.exception("%s %s failed", request.method, request.path)
            response = mount.error(request, HTTPError(500, "internal server error; see the server's log"))
        return mount.check(request, response) if mount.check else response

    def _fault(self) -> HTTPError | None:
        if self.faults:
            return self.faults.popleft()
        if not self._config.fail_rate or _RANDOM.random() >= self._config.fail_rate:
            return None
        status = next(self._fail_statuses)
        return HTTPError(status, "failure simulated by --fail-rate", {} if status == 500 else {"Retry-After": "1"})


def create_app(store: EventStore, config: ServerConfig | None = None) -> App:
    """Return the application over an open store; the caller closes the store."""
    return App(store, config or ServerConfig())


def _request(scope: Scope, receive: Receive, root_path: str) -> ServerRequest:
    query: list[tuple[str, str]] = []
    if scope["query_string"]:
        pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        # NUL is replaced, as in bodies: PostgreSQL can neither store nor compare it.
        query = [(name.replace("\0", "\ufffd"), value.replace("\0", "\ufffd")) for name, value in pairs]
    headers = dict(scope["headers"])
    raw_path = scope["raw_path"].decode("ascii", "replace")
    body_read = asyncio.Event()
    if scope["method"] in ("GET", "HEAD"):
        body_read.set()
    read_body = partial(receive_body, receive, headers, body_read)
    path, raw_path = _below(root_path, scope["path"]), _below(root_path, raw_path)
    return ServerRequest(scope["method"], scope["scheme"], path, raw_path, query, headers, read_body, body_read)


def _below(root_path: str, path: str) -> str:
    """Return the path without the root path, which some proxies pass on and others remove."""
    if path == root_path or path.startswith(f"{root_path}/"):
        return path[len(root_path) :] or "/"
    return path
