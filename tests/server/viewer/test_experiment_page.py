"""The page of an experiment in a browser: numbers, rows, order, and links to sessions and back."""

import re

import httpx
import pytest
from playwright.sync_api import expect

from honeyhive_server.viewer.experiment.run_table import ROWS
from tests.server.viewer.logged_runs import AFTER, BEFORE, answered, both, large, row, run, table, texts

KEY = {"Authorization": "Bearer hh_test"}
INPUTS = "#rows + .wide .c-name a"


def test_header_shows_the_numbers_of_the_api_summary(page, traces, served):
    old, _ = answered(traces, "old prompt", BEFORE)
    summary = httpx.get(f"{served.url}/v1/runs/{old}/summary", headers=KEY).json()
    averages = {each["metric_name"]: each.get("aggregate") for each in summary["metrics"]["details"]}

    page.goto(f"/experiments/{old}")

    assert page.locator(".stats dd").all_inner_texts()[:4] == ["4", "2 of 4", "1", "300 ms"]
    assert len(summary["passed"]) == 2
    shown = table(page.locator("#metrics + .wide"))
    assert shown["correct"] == ["0.6667", "0", "1", "3", "-", "2 of 3"]
    assert shown["latency"] == ["1.333", "1", "2", "3", "2.5 or less", "3 of 3"]
    assert shown["topic"][0] == "shipping 2 hours 1"
    for name in ("correct", "similarity", "latency"):
        assert float(shown[name][0]) == pytest.approx(averages[name], rel=1e-3)


def test_rows_show_inputs_outputs_and_expected(page, traces):
    new, sessions = answered(traces, "new prompt", AFTER)

    page.goto(f"/experiments/{new}")

    assert texts(page.locator("#rows + .wide tbody tr").nth(1)) == [
        "failed",
        "I want to send the shoes back.",
        "returns",
        "returns",
        "true",
        "1",
        "3not passed",
        "returns",
        "210 ms",
    ]
    page.get_by_role("link", name="I want to send the shoes back.").click()
    expect(page).to_have_url(re.compile(f"/sessions/{sessions['p-shoes']}$"))
    page.get_by_role("link", name="Experiment new prompt").click()
    expect(page).to_have_url(re.compile(f"/experiments/{new}$"))


def test_failed_rows_and_evaluator_errors_are_marked(page, traces):
    failing = run(traces)
    row(traces, failing, "a", inputs={"q": "one"}, error="KeyError: no topic")
    row(traces, failing, "b", inputs={"q": "two"}, metadata={"evaluator_errors": {"judge": "Timeout"}})

    page.goto(f"/experiments/{failing}")

    assert page.locator(".c-status .badge").all_inner_texts() == ["error", "evaluator"]
    expect(page.locator("#rows + .wide tbody tr").first).to_contain_text("KeyError: no topic")


def test_headings_sort_the_rows(context_of, traces):
    new, _ = answered(traces, "old prompt", BEFORE)
    page = context_of(java_script_enabled=False).new_page()
    page.goto(f"/experiments/{new}")
    shown = page.locator(INPUTS)
    heading = page.locator("th", has=page.get_by_role("link", name="similarity"))

    heading.get_by_role("link").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    expect(shown.nth(0)).to_have_text("I want to send the shoes back.")
    expect(shown.nth(3), "without a value it is last").to_have_text("Can I pay by invoice?")
    heading.get_by_role("link").click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    expect(shown.nth(2)).to_have_text("I want to send the shoes back.")
    expect(shown.nth(3)).to_have_text("Can I pay by invoice?")
    page.get_by_role("link", name="topic").click()
    expect(shown.nth(0)).to_have_text("Are you open on Sundays?")
    page.get_by_role("link", name="Duration").click()
    expect(shown.nth(0)).to_have_text("Where is my parcel?")


def test_metrics_of_inner_events_have_their_own_columns(page, traces):
    mixed = run(traces)
    session = row(traces, mixed, "a", metrics={"score": 1, "deep": {"er": 2}})
    for value in (0.25, 0.75):
        traces.event(session, "complete", event_type="model", metrics={"score": value})

    page.goto(f"/experiments/{mixed}?sort=metric.score:model:complete")

    rows = {name: cells[:4] for name, cells in table(page.locator("#metrics + .wide")).items()}
    assert rows["score"] == ["1", "1", "1", "1"]
    assert rows["score complete"] == ["0.5", "0.25", "0.75", "2"]
    assert rows["deep.er"][0] == "2"
    expect(page.locator("[aria-sort]")).to_have_text("score complete")
    expect(page.locator('#rows + .wide [title="2 values: 0.25, 0.75"]')).to_have_text("0.5")


def test_expected_output_may_come_from_the_datapoint(page, traces):
    body = {"inputs": {"q": "capital of France"}, "ground_truth": {"city": "Paris"}}
    datapoint = traces.post("/v1/datapoints", body)["result"]["insertedIds"][0]
    answers = run(traces)
    row(traces, answers, datapoint, outputs={"city": "Lyon"})

    page.goto(f"/experiments/{answers}")

    assert texts(page.locator("#rows + .wide tbody tr"))[1:4] == ["capital of France", "Lyon", "Paris"]


def test_a_large_experiment_has_pages(page, traces):
    many = large(traces, 1001)

    page.goto(f"/experiments/{many}?sort=metric.score&order=desc")

    assert page.locator(".stats dd").first.inner_text() == "1,001"
    expect(page.locator(INPUTS)).to_have_count(ROWS)
    scores = [float(each) for each in page.locator("#rows + .wide tbody td:nth-child(5)").all_inner_texts()]
    assert scores == sorted(scores, reverse=True)
    page.get_by_role("link", name="Next").click()
    expect(page.locator(".pager")).to_contain_text("Page 2")
    below = [float(each) for each in page.locator("#rows + .wide tbody td:nth-child(5)").all_inner_texts()]
    assert max(below) <= min(scores)
    page.goto(f"/experiments/{many}?page=11")
    expect(page.locator(INPUTS)).to_have_count(1)


def test_rows_of_a_running_experiment_appear(page, traces):
    going = run(traces, status="running")
    page.goto(f"/experiments/{going}")
    expect(page.get_by_text("No rows yet")).to_be_visible()

    row(traces, going, "a", inputs={"q": "first question"})
    expect(page.locator(INPUTS)).to_have_text(["first question"])
    row(traces, going, "b", inputs={"q": "second question"})
    expect(page.locator(INPUTS)).to_have_count(2)


def test_a_completed_experiment_does_not_poll(page, traces):
    new, _ = answered(traces, "done", AFTER)
    page.goto(f"/experiments/{new}")

    assert page.locator("#run").get_attribute("hx-get") is None


def test_keyboard_moves_between_rows(page, traces):
    new, sessions = answered(traces, "new prompt", AFTER)
    page.goto(f"/experiments/{new}")

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name="I want to send the shoes back.")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/sessions/{sessions['p-shoes']}$"))


def test_arbitrary_ids_have_addresses(page, traces):
    odd = 'a/b?c#d%zz "ü" & <i>'
    for number in ("1", "2"):
        named = run(traces, f"odd {number}", run_id=odd + number)
        row(traces, named, odd, inputs={"q": odd}, metrics={"a:b/c&d": int(number)})

    page.goto("/experiments?name=2")
    page.locator(".rows .c-name a").click()
    expect(page.locator("h1 .id")).to_have_text(odd + "2")
    page.get_by_role("link", name="a:b/c&d").click()
    expect(page.locator("[aria-sort]")).to_have_text("a:b/c&d")
    page.get_by_role("button", name="Compare").click()
    page.get_by_role("link", name="1 improved").click()
    expect(page.locator("#pairs")).to_contain_text("by a:b/c&d")
    expect(page.locator(".wide .better .by")).to_have_text("+1 better")


@pytest.mark.parametrize("path", ["nobody", "", "a/b", "nobody?compare=x"])
def test_an_unknown_experiment_is_a_404_page(served, path):
    answer = httpx.get(f"{served.url}/experiments/{path}")

    assert answer.status_code == 404
    assert "<h1>Not found</h1>" in answer.text


def test_a_session_of_a_deleted_run_has_no_link(page, traces):
    session = row(traces, "gone", "a")

    page.goto(f"/sessions/{session}")

    expect(page.locator(".crumbs a")).to_have_count(2)


def test_an_experiment_without_name_or_rows_is_shown(page, traces):
    nothing = run(traces, None)

    page.goto(f"/experiments/{nothing}")

    expect(page.get_by_role("heading", level=1)).to_contain_text("Unnamed experiment")
    assert page.locator(".stats dd").all_inner_texts()[0::2][:2] == ["0", "0"]
    both(traces)
    page.goto(f"/experiments/{nothing}")
    expect(page.locator("#compare option")).to_have_count(2)
