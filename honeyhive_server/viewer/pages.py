"""Pages by path, with security headers on every response and errors as pages."""

from collections.abc import Awaitable, Callable
from urllib.parse import unquote

from honeyhive_api.ids import canonical

from ..model.config import ServerConfig
from ..model.http_messages import HTTPError, ServerRequest, ServerResponse
from ..store import EventStore
from . import list_pages, session_page
from .experiment import experiment_page, run_list_page
from .page_paths import ICON, RUN, SESSION, STATIC
from .page_request import PageRequest
from .page_templates import html
from .static_files import asset

PageHandler = Callable[[PageRequest], Awaitable[ServerResponse]]

# The policy allows only this server's own scripts and styles, and no inline ones. It forbids frames, forms that are
# sent to other servers, and all other resources.
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

PAGES: dict[str, PageHandler] = {
    "/": list_pages.sessions,
    "/completions": list_pages.completions,
    "/all-events": list_pages.all_events,
    "/experiments": run_list_page.page,
}
OF_SESSION: dict[str, PageHandler] = {"": session_page.page, "json": session_page.as_json}


class Pages:
    """Endpoint of the pages and their static files."""

    def __init__(self, store: EventStore, config: ServerConfig) -> None:
        self._store = store
        self._config = config

    async def respond(self, request: ServerRequest) -> ServerResponse:
        """Return a page. Raises HTTPError (404)."""
        if request.raw_path == ICON:
            return _secured(asset("/favicon.svg"))
        return _secured(await _page(self._page_request(request)))

    async def asset(self, request: ServerRequest) -> ServerResponse:
        """Return a static file. Raises HTTPError (404)."""
        return _secured(asset(request.raw_path.removeprefix(STATIC)))

    def error(self, request: ServerRequest, error: HTTPError) -> ServerResponse:
        """Return an error as a page."""
        title = str(error.status)
        response = html(
            "problem.html", self._page_request(request), status=error.status, title=title, message=error.message
        )
        response.headers.update(error.headers)
        return _secured(response)

    def _page_request(self, request: ServerRequest) -> PageRequest:
        query = dict(request.query)
        root = self._config.root_path
        origin = f"{request.scheme}://{request.headers.get(b'host', b'').decode('latin-1')}{root}"
        address = f"{root}{request.path}"
        return PageRequest(request.raw_path, query, query.get("part", ""), origin, address, self._store, self._config)


async def _page(request: PageRequest) -> ServerResponse:
    # The path stays encoded, because an id may contain a slash.
    path = request.raw_path
    if path in PAGES:
        return await PAGES[path](request)
    if path.startswith(RUN):
        run_id = path.removeprefix(RUN)
        if not run_id or "/" in run_id:
            raise HTTPError(404, "There is no such page.")
        request.run_id = _decoded(run_id)
        return await experiment_page.page(request)
    session_id, _, part = path.removeprefix(SESSION).partition("/")
    if not session_id or part not in OF_SESSION:
        raise HTTPError(404, "There is no such page.")
    request.session_id = _decoded(session_id)
    return await OF_SESSION[part](request)


def _decoded(part: str) -> str:
    """Return an id from a path. NUL characters are replaced, as in stored strings."""
    return canonical(unquote(part)).replace("\0", "\ufffd")


def _secured(response: ServerResponse) -> ServerResponse:
    response.headers.update(HEADERS)
    # Traces are confidential, so they must not stay in the browser's cache.
    response.headers.setdefault("Cache-Control", "no-store")
    return response
