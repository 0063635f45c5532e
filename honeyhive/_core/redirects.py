"""Redirects: followed by a read within its own origin, and by nothing else, since a request carries the key."""

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

from .messages import Answer, HttpRequest

MOST_REDIRECTS: Final = 3
_LOCATION: Final = re.compile(r"[!-~]{1,2000}")
_PORTS: Final = {"http": 80, "https": 443}


def redirected(request: HttpRequest, answer: Answer) -> HttpRequest | None:
    """The request to send instead, None where the answer is no redirect or not one to follow."""
    location = answer.headers.get("location") or ""
    if answer.status not in (301, 302, 303, 307, 308) or request.method not in ("GET", "HEAD"):
        return None
    try:
        url = urljoin(request.url, location)
        is_at_home = _LOCATION.fullmatch(location) and _origin(url) == _origin(request.url)
    except ValueError:  # as for a port that is no number
        return None
    return request._replace(url=url.partition("#")[0]) if is_at_home else None


def _origin(url: str) -> tuple[object, ...]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme), parts.username, parts.password
