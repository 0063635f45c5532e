"""Paths of the viewer's pages, and addresses of sessions, events and experiments.

This module imports no other part of the viewer, because every request uses it.
"""

from urllib.parse import quote

# The paths and labels of the navigation.
TABS = {"/": "Sessions", "/completions": "Completions", "/all-events": "All events", "/experiments": "Experiments"}
SESSION, RUN, STATIC = "/sessions/", "/experiments/", "/static/"
# Browsers request this icon along with responses that are not HTML, such as JSON.
ICON = "/favicon.ico"


def session_address(root: str, session_id: str, event_id: str | None = None, part: str = "") -> str:
    """Return the address of a session or of an event in it, below the root path; ids may be any string."""
    address = f"{root}{SESSION}{quote(session_id, safe='')}{part and '/'}{part}"
    return address if event_id is None else f"{address}?event={quote(event_id, safe='')}"


def run_address(root: str, run_id: str) -> str:
    """Return the address of an experiment, below the root path."""
    return f"{root}{RUN}{quote(run_id, safe='')}"
