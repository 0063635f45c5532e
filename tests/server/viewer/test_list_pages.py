"""The lists in a browser: contents, filters, pages, new rows, and the empty list."""

import re

import pytest
from playwright.sync_api import expect

DAY = 86_400_000


def names(page):
    return page.locator(".rows .c-name a").all_inner_texts()


@pytest.fixture
def four(traces):
    """Log four sessions, the newest last."""
    now = traces.now
    traces.session("old", project="shop", start_time=now - 3 * DAY, inputs={"question": 'Say "hi"\nthere'})
    failed = traces.session("failed", project="shop", start_time=now - 3000)
    traces.event(failed, "query", project="shop", error="no such table", start_time=now - 2000, duration=500)
    traces.session("fine", project="search", start_time=now - 2000)
    found = traces.session("found", project="search", start_time=now - 1000)
    traces.event(found, "query", project="search", outputs={"text": "The ANSWER is ready"})
    return traces


def test_the_newest_session_is_first_with_its_numbers(page, traces):
    traces.session("older", start_time=traces.now - 5000)
    session, _ = traces.chat()

    page.goto("/")

    assert names(page) == ["support-chat", "older"]
    first = page.locator(".rows tbody tr").first
    expect(first.locator(".c-in")).to_have_text("Where is my parcel?")
    assert [each.inner_text() for each in first.locator(".c-n").all()] == ["4", "1,234", "$0.00120", "1.00 s"]
    expect(first.locator(".badge")).to_have_text("error")
    first.locator(".c-in").click(force=True)  # the link of the name covers the whole row
    expect(page).to_have_url(re.compile(f"/sessions/{session}$"))


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", ["found", "fine", "failed", "old"]),
        ("?project=search", ["found", "fine"]),
        ("?name=OLD", ["old"]),
        ("?status=error", ["failed"]),
        ("?status=ok&project=shop", ["old"]),
        ("?age=24h", ["found", "fine", "failed"]),
        ("?q=answer+IS", ["found"]),
        ("?q=say+%22hi%22%0Athere", ["old"]),
        ("?q=%25", []),
        ("?age=nonsense&status=nonsense&page=nonsense", ["found", "fine", "failed", "old"]),
        ("?page=99999999", ["found", "fine", "failed", "old"]),
    ],
)
def test_query_parameters_filter_the_list(page, four, query, wanted):
    page.goto(f"/{query}")

    assert names(page) == wanted


def test_filters_apply_at_once_and_stay_in_the_address(page, four):
    page.goto("/")

    page.get_by_label("Status").select_option("With errors")
    expect(page.locator(".rows .c-name a")).to_have_text(["failed"])
    expect(page).to_have_url(re.compile(r"/\?status=error$"))
    page.get_by_label("Status").select_option("Any status")
    page.get_by_label("Search in names").fill("answer")
    expect(page.locator(".rows .c-name a")).to_have_text(["found"])
    page.reload()
    expect(page.locator(".rows .c-name a")).to_have_text(["found"])
    expect(page.get_by_label("Search in names")).to_have_value("answer")
    page.get_by_label("Search in names").fill("nothing like it")
    page.get_by_role("link", name="Clear the filters").click()
    expect(page.locator(".rows .c-name a")).to_have_count(4)


def test_a_new_session_appears_without_interrupting_typing(page, traces):
    traces.session("first")
    page.goto("/")
    page.get_by_label("Name", exact=True).focus()

    traces.session("second", start_time=traces.now + 1000)
    expect(page.locator(".rows .c-name a")).to_have_text(["second", "first"])
    expect(page.locator("tr.fresh .c-name a")).to_have_text(["second"])
    traces.session("third", start_time=traces.now + 2000)
    expect(page.locator(".rows .c-name a")).to_have_text(["third", "second", "first"])

    expect(page.get_by_label("Name", exact=True)).to_be_focused()


def test_an_unchanged_list_is_204(page, served, traces):
    traces.session("one")
    page.goto("/")
    address = page.locator("#list").get_attribute("hx-get")

    assert page.request.get(address).status == 204
    traces.session("two")
    assert page.request.get(address).status == 200


def test_an_unreachable_server_is_reported(browser, traces, served):
    context = browser.new_context()
    page = context.new_page()
    page.goto(served.url)
    page.route("**/*", lambda route: route.abort())

    expect(page.get_by_text("The server does not answer")).to_be_visible()
    page.unroute("**/*")
    expect(page.get_by_text("The server does not answer")).not_to_be_visible()
    context.close()


def test_older_sessions_are_on_further_pages(page, traces):
    for n in range(51):
        traces.session(f"s{n}", start_time=traces.now + n)

    page.goto("/?project=default")
    assert len(names(page)) == 50
    page.get_by_role("link", name="Older").click()
    expect(page.locator(".rows .c-name a")).to_have_text(["s0"])
    page.get_by_role("link", name="Newer").click()
    expect(page.locator(".rows .c-name a")).to_have_count(50)


def test_completions_and_all_events_link_to_the_session(page, traces):
    session, ids = traces.chat()
    page.goto("/")

    page.get_by_role("link", name="Completions").click()
    expect(page.locator(".rows .c-name a")).to_have_text(["complete"])
    cells = page.locator(".rows tbody td").all_inner_texts()
    assert cells[2:6] == ["fake-1", "Where is my parcel?", "It is on its way.", "1,200 → 34"]
    page.get_by_role("link", name="All events").click()
    expect(page.locator(".rows .c-name a")).to_have_count(5)
    assert sorted(names(page)) == ["answer", "complete", "notify", "retrieve", "support-chat"]
    page.get_by_label("Type").select_option("Tool")
    expect(page.locator(".rows .c-name a")).to_have_text(["notify", "retrieve"])
    page.get_by_role("link", name="notify").click()
    expect(page).to_have_url(re.compile(f"/sessions/{session}.event={ids['notify']}"))


@pytest.mark.parametrize("path", ["/", "/completions", "/all-events"])
def test_the_example_code_of_an_empty_session_list_runs(page, served, path):
    page.goto(path)
    lines = page.locator(".empty pre").inner_text()

    assert len(lines.splitlines()) == 2
    assert served.url in lines
    exec(lines, {})  # a user would paste this program
    expect(page.locator(".rows .c-name a")).to_have_count(1)


def test_a_placeholder_session_is_listed(page, traces):
    session = "00000000-0000-4000-8000-000000000001"
    traces.event(session, "early")

    page.goto("/")
    page.locator(".rows .c-name a").click()

    expect(page.get_by_role("treeitem")).to_have_count(2)
