"""The reference opens in a browser from disk, without a network, and shows every operation."""

import html
import json
import re
import subprocess
from pathlib import Path

import pytest

from generator.document import Document
from tests import needs

from .conftest import ROOT

PROBE = """
<script>
const refused = [];
addEventListener("securitypolicyviolation", (event) => refused.push(event.blockedURI));
addEventListener("load", () => setTimeout(() => {
  const asked = performance.getEntriesByType("resource").map((one) => one.name);
  const probe = document.createElement("pre");
  probe.id = "probe";
  probe.textContent = JSON.stringify({ asked, refused, shown: document.body.innerText });
  document.documentElement.append(probe);
}, 3000));
</script>
"""
"""A script for the top of a copy of the page. It reports the page's network requests and its visible content."""

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--virtual-time-budget=10000",
)


@pytest.fixture(scope="module", params=Document.read(ROOT / "openapi.yaml").hosts())
def host(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def told(host: str, publication: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """Return the report of the script in the page of a host."""
    chromium = needs.program("chromium", "chromium-browser", "google-chrome")
    folder = tmp_path_factory.mktemp("chromium")
    page = folder / "page.html"
    page.write_text(publication[f"reference-{host}.html"].replace("<title>", f"{PROBE}<title>", 1))
    command = [chromium, *FLAGS, f"--user-data-dir={folder / 'profile'}", "--dump-dom", page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    found = re.search(r'<pre id="probe">(.*?)</pre>', done.stdout, flags=re.DOTALL)
    assert found, done.stderr
    return json.loads(html.unescape(found[1]))


def words(text: str) -> str:
    return " ".join(text.replace("`", "").replace("**", "").split())


def test_no_request_leaves_the_page_and_none_is_tried(told: dict[str, object]) -> None:
    assert told["refused"] == []
    assert [one for one in told["asked"] if not one.startswith(("data:", "blob:"))] == []


def test_every_operation_is_shown_with_its_deprecation(
    told: dict[str, object], host: str, derived: dict[str, Document]
) -> None:
    shown = words(str(told["shown"]))
    for method, path, _, operation in derived[host].operations():
        assert words(operation["summary"]) in shown
        assert f"{method} {path}" in shown or f"{method.lower()} {path}" in shown, path
        if operation.get("deprecated"):
            assert words(operation["description"].rpartition("\n\n")[2]) in shown


def test_the_fields_of_a_body_are_shown_with_their_deprecation(
    told: dict[str, object], host: str, derived: dict[str, Document]
) -> None:
    shown = words(str(told["shown"]))
    one = derived[host]
    bodies = [one.resolve(operation["requestBody"]) for *_, operation in one.operations() if "requestBody" in operation]
    fields = [
        field
        for body in bodies
        for field in one.merged(body["content"]["application/json"]["schema"]).get("properties", {}).values()
        if field.get("deprecated")
    ]
    for field in fields:
        assert words(field["description"]) in shown
    assert fields or host not in {"legacy", "v1"}


def test_the_host_is_shown(told: dict[str, object], host: str, derived: dict[str, Document]) -> None:
    (server,) = derived[host].data["servers"]

    assert server["url"] in str(told["shown"])
    for other, one in derived.items():
        if other != host:
            assert f"holds what is on one host, {one.data['servers'][0]['url']}" not in str(told["shown"])


def test_the_page_names_no_address_that_it_would_load(publication: dict[str, str], tmp_path: Path) -> None:
    for name, text in publication.items():
        if name.endswith(".html"):
            assert "cdn.redoc.ly" not in text
            assert not re.findall(
                r"<(?:script|link|img)[^>]+(?:src|href)=", re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)
            )
