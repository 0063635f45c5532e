"""The page of a session in a browser: numbers, tree, event panel, permalinks, copying and keyboard."""

import json
import re

import pytest
from playwright.sync_api import expect

SELECTED = '[role="treeitem"][aria-selected="true"]'


def row(page, name):
    return page.get_by_role("treeitem", name=re.compile(rf"\b{name}\b"))


def visible_names(page):
    # One call reads all rows, because between two calls a refresh could replace the rows.
    shown = page.locator('[role="treeitem"]:not([hidden]) .name').evaluate_all("all => all.map(one => one.textContent)")
    return [text.split()[-1] for text in shown]  # the type stands before the name


def test_header_and_tree_of_a_session(page, traces):
    session, _ = traces.chat()

    page.goto(f"/sessions/{session}")

    stats = dict(
        zip(page.locator(".stats dt").all_inner_texts(), page.locator(".stats dd").all_inner_texts(), strict=True)
    )
    assert stats == {
        "Events": "4",
        "Model events": "1",
        "Success rate": "75%",
        "Duration": "1.00 s",
        "Tokens": "1,234",
        "Cost": "$0.00120",
    }
    names = [each.get_attribute("id") for each in page.get_by_role("treeitem").all()]
    assert len(names) == 5
    assert [int(each.get_attribute("aria-level")) for each in page.get_by_role("treeitem").all()] == [1, 2, 3, 3, 2]
    expect(row(page, "notify")).to_have_class(re.compile("bad"))
    bars = [each.bounding_box() for each in page.locator(".tree rect").all()]
    assert bars[2]["x"] < bars[3]["x"] < bars[4]["x"], "by their start"
    assert bars[3]["width"] > 2.5 * bars[2]["width"], "by their duration"


def test_selecting_an_event_updates_panel_and_address(page, traces):
    session, ids = traces.chat()
    page.goto(f"/sessions/{session}")

    row(page, "complete").click()

    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text(re.compile("model.*complete", re.DOTALL))
    expect(panel.locator(".message h4")).to_have_text(["system", "user", "assistant"])
    expect(panel.locator(".message .prose")).to_have_text(
        ["Answer briefly.", "Where is my parcel?", "It is on its way."]
    )
    for shown in ("fake-1", "1,200 in, 34 out", "$0.00120", "groundedness", "0.75", "rating", "tier", "gold"):
        expect(panel).to_contain_text(shown)
    assert page.url.endswith(f"/sessions/{session}?event={ids['complete']}")
    page.reload()
    expect(panel.locator("h2")).to_have_text(re.compile("complete"))
    expect(page.locator(SELECTED)).to_have_id(f"e-{ids['complete']}")


def test_errors_are_shown(page, traces):
    session, ids = traces.chat()

    page.goto(f"/sessions/{session}?event={ids['notify']}")

    expect(page.get_by_role("region", name="Error")).to_contain_text("SMTP is down")


def test_lint_is_shown_at_its_event(page, traces):
    session = traces.session("tolerated")
    body = {"event_type": "tool", "inputs": {}, "session_id": session}
    ids = traces.post("/v1/events/batch", {"events": [body, {**body, "start_time": "yesterday"}]})["event_ids"]

    page.goto(f"/sessions/{session}?event={ids[1]}")
    expect(page.get_by_role("region", name="Lint")).to_contain_text("start_time: not a number, replaced by")
    page.goto(f"/sessions/{session}?event={ids[0]}")
    expect(page.get_by_role("region", name="Lint")).to_have_count(0)
    expect(page.locator(".tree a:has(.linted)")).to_have_id(f"e-{ids[1]}")
    page.goto("/")
    expect(page.locator(".rows .badge")).to_have_text("lint")


def test_branches_fold_and_unfold(page, traces):
    session, _ = traces.chat()
    page.goto(f"/sessions/{session}")

    row(page, "answer").locator(".fold").click()
    assert visible_names(page) == ["support-chat", "answer", "notify"]
    expect(row(page, "answer")).to_have_attribute("aria-expanded", "false")
    page.get_by_role("button", name="Unfold all").click()
    assert len(visible_names(page)) == 5
    page.get_by_role("button", name="Fold all", exact=True).click()
    assert visible_names(page) == ["support-chat", "answer", "notify"]


def test_keyboard_navigation(page, traces):
    session, ids = traces.chat()
    page.goto("/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/sessions/{session}")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('role')") == "treeitem":
            break
    focused = page.locator('[role="treeitem"]:focus')

    expect(focused).to_have_id(f"e-{session}")
    for key, wanted in [
        ("ArrowDown", ids["answer"]),
        ("ArrowRight", ids["retrieve"]),
        ("ArrowLeft", ids["answer"]),
        ("End", ids["notify"]),
        ("Home", session),
        ("e", ids["notify"]),
        ("ArrowUp", ids["complete"]),
    ]:
        page.keyboard.press(key)
        expect(focused).to_have_id(f"e-{wanted}")
    expect(page.locator("#panel .event")).to_have_attribute("data-event", ids["complete"])
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(focused).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(focused).to_have_id(f"e-{ids['notify']}")
    assert focused.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"event={ids['notify']}$"))


def test_a_branch_is_copied_as_json(context_of, traces):
    session, ids = traces.chat()
    context = context_of(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"/sessions/{session}?event={ids['answer']}")

    page.get_by_role("link", name="Copy JSON").click()
    expect(page.locator("#said")).to_have_text("Copied")

    copied = json.loads(page.evaluate("navigator.clipboard.readText()"))
    assert copied["event_id"] == ids["answer"]
    assert [child["event_name"] for child in copied["children"]] == ["retrieve", "complete"]


def test_one_field_is_copied_as_json(context_of, traces):
    session, ids = traces.chat()
    page = context_of(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(f"/sessions/{session}?event={ids['retrieve']}")

    page.get_by_role("link", name="Outputs as JSON").click()
    expect(page.locator("#said")).to_have_text("Copied")

    assert json.loads(page.evaluate("navigator.clipboard.readText()")) == {"documents": [1, 2]}


def test_button_label_returns_after_repeated_clicks(context_of, traces):
    session, _ = traces.chat()
    page = context_of(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.clock.install()
    page.goto(f"/sessions/{session}")
    label = page.locator(".copy .if-js").first

    for _ in range(2):
        label.click()
        expect(label).to_have_text("Copied")
    page.clock.run_for(5000)

    expect(label).to_have_text("Copy JSON")


@pytest.mark.parametrize(("works", "said"), [("true", "Copied"), ("false", "Not copied")])
def test_copy_without_clipboard_api_keeps_the_focus(context_of, traces, works, said):
    session, _ = traces.chat()
    context = context_of()
    context.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        f"document.execCommand = () => {{ return {works}; }};"
    )
    page = context.new_page()
    page.goto(f"/sessions/{session}")

    link = page.get_by_role("link", name="Copy link")
    link.click()

    expect(page.locator("#said")).to_have_text(said)
    expect(link).to_be_focused()


def test_a_session_is_downloaded_as_json(page, traces, tmp_path):
    session, _ = traces.chat()
    page.goto(f"/sessions/{session}")

    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    download.value.save_as(tmp_path / "session.json")

    assert download.value.suggested_filename == f"{session}.json"
    assert len(json.loads((tmp_path / "session.json").read_text())["children"]) == 2


def test_new_events_keep_folds_and_selection(page, traces):
    session, ids = traces.chat()
    page.goto(f"/sessions/{session}?event={ids['notify']}")
    row(page, "answer").locator(".fold").click()

    late = traces.event(session, "late", start_time=traces.now + 2000)

    expect(page.locator(f'[id="e-{late}"]')).to_be_visible()
    assert visible_names(page) == ["support-chat", "answer", "notify", "late"]
    expect(page.locator(SELECTED)).to_have_id(f"e-{ids['notify']}")
    expect(page.locator(".stats dd").first).to_have_text("5")
    later = traces.event(session, "later", start_time=traces.now + 3000)
    expect(page.locator(f'[id="e-{later}"]')).to_be_visible()


def test_a_deleted_session_stays_on_screen_with_a_notice(browser, served, traces):
    session, _ = traces.chat()
    context = browser.new_context(base_url=served.url)
    page = context.new_page()
    page.goto(f"/sessions/{session}")

    served._store.purge(0)

    expect(page.get_by_text("The server answered 404")).to_be_visible()
    expect(page.get_by_role("treeitem")).to_have_count(5)
    traces.session("again", session_id=session)
    expect(page.get_by_role("treeitem")).to_have_count(1)
    expect(page.get_by_text("The server answered 404")).not_to_be_visible()
    context.close()


def test_arbitrary_ids_have_addresses(page, traces):
    odd = 'a/b?c#d%zz "ü" & <i>'
    path = "/session/a%2Fb%3Fc%23d%25zz%20%22%C3%BC%22%20%26%20%3Ci%3E/event"
    traces.post(path, {"event_type": "tool", "event_name": "odd", "event_id": "e " + odd, "inputs": {"n": 1}})

    page.goto("/")
    page.locator(".rows .c-name a").click()
    row(page, "odd").click()

    expect(page.locator("#panel .meta dd").first).to_have_text("e " + odd)
    page.reload()
    expect(page.locator("#panel .meta dd").first).to_have_text("e " + odd)
    assert (
        page.request.get(page.get_by_role("link", name="Copy JSON").get_attribute("href")).json()["event_name"] == "odd"
    )


def test_an_opentelemetry_trace_shows_its_messages(page, traces):
    messages = [{"role": "user", "parts": [{"type": "text", "content": "Where is my parcel?"}]}]
    values = {
        "gen_ai.operation.name": {"stringValue": "chat"},
        "gen_ai.request.model": {"stringValue": "small-1"},
        "gen_ai.input.messages": {"stringValue": json.dumps(messages)},
        "gen_ai.usage.input_tokens": {"intValue": "7"},
        "gen_ai.usage.output_tokens": {"intValue": "5"},
    }
    span = {
        "traceId": "0af7651916cd43dd8448eb211c80319c",
        "spanId": "b7ad6b7169203331",
        "name": "chat small-1",
        "startTimeUnixNano": str(traces.now * 1_000_000),
        "endTimeUnixNano": str(traces.now * 1_000_000 + 40_000_000),
        "attributes": [{"key": key, "value": value} for key, value in values.items()],
    }
    traces.post("/opentelemetry/v1/traces", {"resourceSpans": [{"scopeSpans": [{"spans": [span]}]}]})

    page.goto("/completions")
    page.get_by_role("link", name="chat small-1").click()

    expect(page.locator("#panel .message .prose").first).to_have_text("Where is my parcel?")
    expect(page.locator("#panel .meta")).to_contain_text("7 in, 5 out")


def test_an_unknown_session_is_a_404_page(page, traces):
    answer = page.request.get("/sessions/nobody")

    assert answer.status == 404
    assert "no session with this id" in answer.text()
    assert page.request.get(f"/sessions/{traces.session('x')}/json?event=nobody").status == 404


def test_an_open_session_page_follows_changes(page, traces):
    session, ids = traces.chat()
    page.goto(f"/sessions/{session}?event={ids['complete']}")
    panel = page.locator("#panel")
    expect(panel).not_to_contain_text("corrected")
    page.locator('[data-part="inputs"] summary').click()

    traces.change(ids["complete"], feedback={"note": "corrected"})

    expect(panel).to_contain_text("corrected")
    expect(page.locator(SELECTED)).to_have_id(f"e-{ids['complete']}")
    expect(page.locator('[data-part="inputs"]')).not_to_have_attribute("open", "")


def test_an_unchanged_tree_is_204(page, traces):
    session, ids = traces.chat()
    page.goto(f"/sessions/{session}")
    address = page.locator("#trace").get_attribute("hx-get")

    assert page.request.get(address).status == 204
    traces.change(next(iter(ids.values())), metrics={"late": 1})
    assert page.request.get(address).status == 200


def test_the_panel_is_not_requested_again_while_its_event_stays_the_same(page, traces):
    session, ids = traces.chat()
    page.goto(f"/sessions/{session}?event={ids['complete']}")
    traces.change(ids["notify"], feedback={"note": "other"})

    expect(page.locator(f"#e-{ids['notify']}")).to_have_attribute("data-changed", re.compile(r"\d+"))

    requested = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    assert [each for each in requested if "part=panel" in each] == []


def test_a_step_that_is_sent_before_its_end_is_running_until_it_ends(page, traces):
    session = traces.session("job")
    mark = {"honeyhive": {"running": True}}
    step = traces.event(session, "plan", event_type="chain", metadata=mark, inputs={"q": "why"})
    page.goto(f"/sessions/{session}?event={step}")
    expect(row(page, "plan").locator(".ms")).to_have_text("running")
    expect(page.locator("#panel .badge")).to_have_text("running")
    assert page.locator(".tree rect").nth(1).get_attribute("width") == "100.00%"

    traces.event(session, "plan", event_type="chain", event_id=step, duration=2000, outputs={"text": "because"})

    expect(row(page, "plan").locator(".ms")).to_have_text("2.00 s")
    expect(page.locator("#panel")).to_contain_text("because")
    expect(page.locator("#panel .badge")).to_have_count(0)
