"""Style sheet, scripts and icon, below a path that changes with them, so that a browser may keep them for good."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.responses import Response

from ..model.http_error import Refusal
from . import STATIC

FOLDER = Path(__file__).with_name("static")
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@cache
def _assets() -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(FOLDER.iterdir()) if file.suffix in TYPES}


@cache
def _version() -> str:
    return sha256(b"\0".join(_assets().values())).hexdigest()[:12]


def address(name: str) -> str:
    """Where the browser finds a file. Raises KeyError for a file that is not there."""
    _assets()[name]
    return f"{STATIC}{_version()}/{name}"


def asset(path: str) -> Response:
    """The file of a path below the static one. Raises Refusal (404)."""
    version, _, name = path.partition("/")
    content = _assets().get(name)
    if content is None:
        raise Refusal(404, "There is no such file.")
    # Under an older version's path this is another file than the page expects: it must not stay.
    cached = "public, max-age=31536000, immutable" if version == _version() else "no-store"
    return Response(content, media_type=TYPES[Path(name).suffix], headers={"Cache-Control": cached})
