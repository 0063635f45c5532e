"""Static files are pinned by checksum, have their license, are cached by browsers, and are in the wheel."""

from hashlib import sha256
from pathlib import Path

import httpx

import honeyhive_server.viewer as viewer

STATIC = Path(viewer.__file__).with_name("static")


def test_htmx_has_the_pinned_checksum():
    wanted, name = (STATIC / "htmx.sha256").read_text().split()

    assert sha256((STATIC / name).read_bytes()).hexdigest() == wanted
    assert 'version="4.0.1"' in (STATIC / name).read_text().replace(" ", "")
    assert "Zero-Clause BSD" in (STATIC / "htmx.LICENSE").read_text()


def test_cache_control_is_immutable_only_under_the_current_version(served):
    page = httpx.get(served.url).text
    (address,) = {part.split('"')[0] for part in page.split('href="') if "viewer.css" in part.split('"')[0]}
    current = httpx.get(f"{served.url}{address}")
    older = httpx.get(f"{served.url}/static/000000000000/viewer.css")

    assert current.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in current.headers["cache-control"]
    assert (older.status_code, older.headers["cache-control"]) == (200, "no-store")
    for name in ("nothing.css", "..%2fpages.py", "htmx.LICENSE", ""):
        assert httpx.get(f"{served.url}/static/x/{name}").status_code == 404


def test_a_page_loads_only_from_this_server(served, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto("/")

    assert asked
    assert all(url.startswith(served.url) for url in asked)
