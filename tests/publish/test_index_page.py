"""The index page finds operations, links to them, and fits on the screen of a phone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from generator.document import Document
from tests.needs import program as installed_program

PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def folder(publication: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("spec")
    for name, text in publication.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = installed_program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """Return the index page in a browser with the screen of a phone. An error of a script fails the test."""
    context = browser.new_context(viewport=PHONE)
    context.set_default_timeout(30_000)
    page = context.new_page()
    errors: list[object] = []
    page.on("pageerror", lambda error: errors.append(error))  # playwright expects a function here
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto((folder / "index.html").as_uri())
    yield page
    context.close()
    assert errors == []


def found(page: Page, words: str) -> list[str]:
    page.get_by_role("searchbox").fill(words)
    return page.locator("#found li").all_inner_texts()


def test_every_operation_is_listed_at_first(page: Page, document: Document) -> None:
    calls = page.locator("#found a").all_inner_texts()

    assert calls == ["Errors and retries", *(one.where for host in document.hosts() for one in of(document, host))]


def of(document: Document, host: str) -> list[object]:
    return [one for one in document.operations() if one.host == host]


def test_an_operation_id_is_found(page: Page) -> None:
    assert found(page, "createEventBatch")[0].startswith("POST /v1/events/batch")
    assert any(one.startswith("POST /v1/events/search") for one in found(page, "events.search"))


def test_a_field_is_found_in_requests_replies_and_queries(page: Page) -> None:
    in_body, in_query, in_reply = (found(page, one) for one in ("start_time", "run_ids[]", "children"))

    assert any(one.startswith("POST /v1/sessions\n") and "Found by field start_time" in one for one in in_body)
    assert any(one.startswith("GET /v1/runs\n") for one in in_query)
    assert any(one.startswith("GET /session\n") for one in in_reply)
    assert found(page, "no_such_field") == []


def test_a_status_is_found_where_it_is_documented_first(page: Page) -> None:
    conflict = found(page, "409 workspace")
    assert conflict[0].startswith("POST /v1/virtual_dataplanes/{virtual_dataplane_id}/workspaces")
    assert "Found by status 409." in conflict[0]

    limited = found(page, "429")
    assert limited[0].startswith("Errors and retries")
    assert "Found by status 429 (4XX)." in limited[1]


def test_results_and_documents_are_in_view_on_a_phone(page: Page) -> None:
    assert page.get_by_role("link", name="without unions").first.bounding_box()["x"] < PHONE["width"] - 40  # type: ignore[index]

    found(page, "session_name")

    expect(page.locator("#found li").first).to_be_in_viewport()
    assert "`" not in page.locator("#found").inner_text()


def test_keys_come_first_and_errors_are_explained(page: Page, document: Document) -> None:
    headings = page.get_by_role("heading", level=2).all_inner_texts()
    text = page.inner_text("body")

    assert headings == ["Keys", "Hosts and files", "Operations", "Errors and retries"]
    for name in document.data["components"]["securitySchemes"]:
        assert re.search(rf"{name} opens \d+ of \d+ operations", text)
    for word in ("429", "Retry-After", "Safe to repeat"):
        assert word in text


def test_a_result_leads_to_its_operation_and_back(page: Page) -> None:
    found(page, "createMetricVersion")
    page.locator("#found a").first.click()

    box = page.locator('[id="tag/Metric-versions/operation/createMetricVersion"]').first
    expect(box).to_be_in_viewport(timeout=30_000)
    assert "reference-v1.html#tag/Metric-versions/operation/createMetricVersion" in page.url

    page.get_by_role("searchbox").fill("end_time")
    page.get_by_role("button", name="Search", exact=True).click()
    page.wait_for_url("**/index.html?q=end_time")
    expect(page.locator("#count")).to_contain_text("results", timeout=30_000)


@pytest.mark.parametrize("name", ["index.html", "reference-v1.html", "reference-control_plane.html"])
def test_no_page_is_wider_than_a_phone(page: Page, folder: Path, name: str) -> None:
    page.goto((folder / name).as_uri())
    expect(page.get_by_role("heading", name="Keys").first).to_be_visible()

    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_reference_begins_with_the_keys_and_says_what_may_be_repeated(page: Page, folder: Path) -> None:
    page.goto((folder / "reference-v1.html").as_uri())
    expect(page.get_by_role("heading", name="Keys").first).to_be_visible()
    text = page.inner_text("body")

    assert text.index("ingestionKey opens") < text.index("About the API") < text.index("Retry-After")
    assert "Repeating is safe if the client sets event_id and session_id before its first attempt." in text
    assert "Repeating is not safe" in text


def test_every_link_to_a_file_has_its_file(publication: dict[str, str]) -> None:
    links = set(re.findall(r'href="([\w.-]+)"', publication["index.html"]))

    assert links
    assert links <= set(publication)
