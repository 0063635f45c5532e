"""Appearance of pages: contrast in both themes, on narrow screens, without JavaScript, and with a large session."""

import re

import pytest
from playwright.sync_api import expect

from honeyhive_server.viewer import session_page
from tests.server.viewer.logged_runs import both, row, run

# Computes the contrast of every text on a page with its background (WCAG 2). Returns the texts below 4.5.
FAINT = """() => {
  const linear = (part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4;
  const channel = (value) => linear(value / 255);
  const light = ([r, g, b]) => .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const behind = (element) => {
    for (; element; element = element.parentElement) {
      const colour = parse(getComputedStyle(element).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.nodeValue.trim() || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    if (style.fontSize === '0px' || element.closest('.vh')) continue;
    const ink = light(parse(element.closest('svg') ? style.fill : style.color));
    const ground = light(behind(element));
    const contrast = (Math.max(ink, ground) + .05) / (Math.min(ink, ground) + .05);
    if (contrast < 4.5) faint.push(`${contrast.toFixed(2)} ${element.outerHTML.slice(0, 120)}`);
  }
  return faint;
}"""
GROUND = "getComputedStyle(document.body.parentElement).backgroundColor"


def overflow(page):
    """Return the number of pixels by which the page is wider than the screen."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.fixture
def addresses(traces):
    session, ids = traces.chat()
    tolerated = traces.post(
        "/v1/events", {"event_type": "tool", "inputs": {}, "session_id": session, "start_time": "now"}
    )
    old, new, _, _ = both(traces)
    runs = [
        "/experiments",
        "/experiments?name=none",
        f"/experiments/{old}?sort=duration",
        f"/experiments/{new}?compare={old}",
    ]
    paths = [f"/sessions/{session}?event={each}" for each in (*ids.values(), tolerated["event_id"])]
    return ["/", "/completions", "/all-events", "/?q=nothing", f"/sessions/{session}", *paths, *runs]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_contrast_is_at_least_4_5(browser, served, addresses, scheme):
    context = browser.new_context(base_url=served.url, color_scheme=scheme)
    page = context.new_page()
    for address in addresses:
        page.goto(address)

        assert page.evaluate(FAINT) == [], address
    context.close()


def test_the_contrast_check_detects_faint_text(page, served):
    page.goto("/")
    page.evaluate("document.querySelector('.empty h2').style.color = '#999'")

    assert len(page.evaluate(FAINT)) == 1


def test_theme_follows_the_system_until_one_is_chosen(context_of, served):
    page = context_of(color_scheme="dark").new_page()
    page.goto("/")
    dark = page.evaluate(GROUND)

    page.get_by_role("button", name="Theme: as the system").click()
    page.get_by_role("button", name="Theme: light").focus()
    light = page.evaluate(GROUND)
    assert light != dark
    page.reload()
    assert page.evaluate(GROUND) == light
    page.emulate_media(color_scheme="light")
    page.get_by_role("button", name="Theme: light").click()
    expect(page.get_by_role("button", name="Theme: dark")).to_be_visible()
    assert page.evaluate(GROUND) == dark
    page.get_by_role("button", name="Theme: dark").click()
    assert page.evaluate("localStorage.getItem('honeyhive-theme')") == ""


def test_pages_fit_a_narrow_screen(context_of, traces, addresses):
    wide = traces.session("w" * 300, inputs={"k" * 200: "v" * 3000}, project="p" * 200)
    deep = traces.session("deep")
    parent = deep
    for n in range(30):
        parent = traces.event(deep, f"a name that is quite long {n}", parent_id=parent)
    runs = [run(traces, "n" * 300, dataset_id="d" * 300, description="e" * 300) for _ in range(2)]
    for each in runs:
        values = {f"{'m' * 90} {n}": n / 7 for n in range(20)}
        row(traces, each, "p" * 300, inputs={"q": "i" * 500}, outputs={"a": "o" * 500}, metrics=values)
    of_runs = ["/experiments", f"/experiments/{runs[0]}", f"/experiments/{runs[0]}?compare={runs[1]}"]
    page = context_of(viewport={"width": 400, "height": 800}).new_page()
    for address in (*addresses, *of_runs, "/?project=" + "p" * 200, f"/sessions/{wide}", f"/sessions/{deep}"):
        page.goto(address)

        assert overflow(page) <= 0, address


def test_narrow_screen_tables_scroll(context_of, traces):
    old, new, _, _ = both(traces)
    page = context_of(viewport={"width": 400, "height": 800}).new_page()

    page.goto(f"/experiments/{new}?compare={old}")

    box = page.get_by_role("region", name="Rows")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    expect(box.locator("th").last).not_to_be_in_viewport()
    box.focus()
    for _ in range(40):
        page.keyboard.press("ArrowRight")
    expect(box.locator("th").last).to_be_in_viewport(ratio=0.9)
    link = box.locator(".c-name a").first.bounding_box()
    assert 0 <= link["x"] < 40, "what went in stays in sight"


def test_narrow_screen_event_covers_the_tree(context_of, traces):
    session, ids = traces.chat()
    page = context_of(viewport={"width": 400, "height": 800}).new_page()
    page.goto(f"/sessions/{session}")
    expect(page.get_by_role("treeitem").last).to_be_visible()

    page.get_by_role("treeitem").last.click()
    close = page.get_by_role("link", name="← Tree")
    expect(close).to_be_in_viewport()
    assert page.locator("#panel").bounding_box() == {"x": 0, "y": 0, "width": 400, "height": 800}
    close.click()
    expect(close).to_be_hidden()
    expect(page).to_have_url(re.compile(f"{session}$"))
    page.get_by_role("treeitem").last.click()
    page.go_back()
    expect(close).to_be_hidden()
    page.goto(f"/sessions/{session}?event={ids['complete']}")
    page.keyboard.press("Escape")
    expect(close).to_be_hidden()


def test_narrow_screen_session_scrolls_with_arrow_keys(context_of, traces):
    session, _ = traces.chat()
    page = context_of(viewport={"width": 400, "height": 300}).new_page()
    page.goto(f"/sessions/{session}")

    page.keyboard.press("ArrowDown")

    page.wait_for_function("scrollY > 0")


def test_links_and_forms_work_without_javascript(context_of, traces):
    _, ids = traces.chat()
    page = context_of(java_script_enabled=False).new_page()
    page.goto("/")

    expect(page.locator("time").first).to_contain_text("UTC")
    page.get_by_label("Status").select_option("Without errors")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_text("No session matches")).to_be_visible()
    page.get_by_role("link", name="Clear the filters").click()
    page.get_by_role("link", name="support-chat").click()
    expect(page.get_by_role("treeitem")).to_have_count(5)
    page.get_by_role("treeitem").nth(3).click()
    expect(page).to_have_url(re.compile(f"event={ids['complete']}"))
    expect(page.locator("#panel .message .prose").last).to_have_text("It is on its way.")
    page.locator("summary", has_text="Outputs").click()
    expect(page.locator("#panel .message .prose").last).to_be_hidden()
    page.locator(".actions").get_by_role("link", name="JSON").click()
    expect(page).to_have_url(re.compile("/json"))


def test_times_are_in_the_browsers_time_zone(context_of, traces):
    session = traces.session("timed", start_time=1_700_000_000_000)
    page = context_of(timezone_id="Asia/Kolkata").new_page()

    page.goto(f"/sessions/{session}")

    expect(page.locator(".meta time")).to_have_text("2023-11-15 03:43:20")
    assert page.locator(".meta time").get_attribute("title") == "2023-11-14T22:13:20.000Z"


def test_a_session_over_max_rows_links_to_the_json(page, traces, monkeypatch):
    monkeypatch.setattr(session_page, "MAX_ROWS", 10)
    session = traces.large(20)

    page.goto(f"/sessions/{session}")

    expect(page.get_by_role("treeitem")).to_have_count(10)
    expect(page.get_by_text("11 more events are not shown")).to_be_visible()


def test_a_session_of_2000_events_is_shown_completely(page, traces):
    session = traces.large(2000)

    page.goto(f"/sessions/{session}")

    expect(page.get_by_role("treeitem")).to_have_count(2001)
    page.get_by_role("treeitem").first.focus()
    page.keyboard.press("End")
    expect(page.locator('[role="treeitem"]:focus')).to_be_in_viewport()
