"""One request of a browser: the page for its path, safe headers around it, and errors as pages."""

import logging
from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import unquote

from honeyhive_api.ids import canonical
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from ..http.auth import check_host, headers_of
from ..model.config import Behaviour
from ..model.http_error import Refusal
from ..store import Store, StoreError
from ..store.engine import place
from . import ICON, RUN, SESSION, STATIC, lists
from . import session_page as session
from .access import check_viewer
from .experiment import experiment_page as experiment
from .experiment import run_list as experiments
from .page_request import Visit
from .render import html
from .static import asset

logger: Final = logging.getLogger("honeyhive_server")

Page = Callable[[Visit], Awaitable[Response]]

# Scripts and styles of this server alone, none of them inline; no frame, no form to elsewhere, nothing loaded.
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

PAGES: dict[str, Page] = {
    "/": lists.sessions,
    "/completions": lists.completions,
    "/all-events": lists.all_events,
    "/experiments": experiments.page,
}
OF_SESSION: dict[str, Page] = {"": session.page, "json": session.as_json}


async def page(scope: Scope, store: Store, behaviour: Behaviour) -> Response:
    """The page that a request asks for, or a page that says what is wrong."""
    visit = Visit(Request(scope), store, behaviour)
    try:
        check_host(headers_of(scope), behaviour)
        check_viewer(headers_of(scope), behaviour)
        response = await _respond(visit)
    except Refusal as refusal:
        response = _problem(visit, refusal.status, refusal.message)
        response.headers.update(refusal.headers)
    except StoreError as failure:
        logger.error("%s: %s", place(store.url), failure)  # noqa: TRY400 -- the text says it all
        response = _problem(visit, failure.status, str(failure))
    except Exception:
        logger.exception("the page %s failed", scope["path"])
        response = _problem(visit, 500, "The server failed; its log says why.")
    for name, value in HEADERS.items():
        response.headers[name] = value
    # Traces are nobody's but the user's: they do not stay in the browser's cache.
    response.headers.setdefault("Cache-Control", "no-store")
    return response


async def _respond(visit: Visit) -> Response:
    # As it travels, so that an id may hold a slash.
    path = visit.request.scope["raw_path"].decode("ascii", "replace")
    if path in PAGES:
        return await PAGES[path](visit)
    if path == ICON:
        return asset("/favicon.svg")
    if path.startswith(STATIC):
        return asset(path.removeprefix(STATIC))
    if path.startswith(RUN):
        return await _of_run(visit, path.removeprefix(RUN))
    session_id, _, part = path.removeprefix(SESSION).partition("/")
    if not session_id or part not in OF_SESSION:
        raise Refusal(404, "There is no such page.")
    visit.session_id = _decoded(session_id)
    return await OF_SESSION[part](visit)


async def _of_run(visit: Visit, run_id: str) -> Response:
    if not run_id or "/" in run_id:
        raise Refusal(404, "There is no such page.")
    visit.run_id = _decoded(run_id)
    return await experiment.page(visit)


def _decoded(part: str) -> str:
    """Return the id from a path as a string that every database takes."""
    return canonical(unquote(part)).replace("\0", "\ufffd")


def _problem(visit: Visit, status: int, message: str) -> Response:
    return html("problem.html", visit, status=status, title=f"{status}", message=message)
