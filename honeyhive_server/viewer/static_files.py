"""Style sheet, scripts and icon. Their path changes with their content, so that browsers may cache them."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from ..model.http_messages import HTTPError, ServerResponse
from .page_paths import STATIC

FOLDER = Path(__file__).with_name("static")
TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


@cache
def _assets() -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(FOLDER.iterdir()) if file.suffix in TYPES}


@cache
def _version() -> str:
    return sha256(b"\0".join(_assets().values())).hexdigest()[:12]


def addresses() -> dict[str, str]:
    """Return the address of each file by its name."""
    return {name: f"{STATIC}{_version()}/{name}" for name in _assets()}


def asset(path: str) -> ServerResponse:
    """Return the file at a path below /static/. Raises HTTPError (404)."""
    version, _, name = path.partition("/")
    content = _assets().get(name)
    if content is None:
        raise HTTPError(404, "There is no such file.")
    # Under the path of another version the page expects different content, so it must not be cached.
    cached = "public, max-age=31536000, immutable" if version == _version() else "no-store"
    return ServerResponse(200, content, TYPES[Path(name).suffix], {"Cache-Control": cached})
