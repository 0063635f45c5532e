"""Paths of the viewer's pages, and addresses of sessions, events and experiments.

This module imports no other part of the viewer, because every request uses it.
"""

from urllib.parse import quote

from ..model.http_messages import ServerRequest

# The navigation: path and label.
TABS = {"/": "Sessions", "/completions": "Completions", "/all-events": "All events", "/experiments": "Experiments"}
SESSION, RUN, STATIC = "/sessions/", "/experiments/", "/static/"
# Browsers request it along with responses that are not HTML, such as JSON.
ICON = "/favicon.ico"


def is_page(request: ServerRequest) -> bool:
    """Return True if the request is for a page."""
    path = request.path
    return request.method in ("GET", "HEAD") and (path in (*TABS, ICON) or path.startswith((SESSION, RUN)))


def session_address(session_id: str, event_id: str | None = None, part: str = "") -> str:
    """Return the address of a session or of an event in it; ids may be any string."""
    address = f"{SESSION}{quote(session_id, safe='')}{part and '/'}{part}"
    return address if event_id is None else f"{address}?event={quote(event_id, safe='')}"


def run_address(run_id: str) -> str:
    """Return the address of an experiment."""
    return f"{RUN}{quote(run_id, safe='')}"
