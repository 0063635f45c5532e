"""The comparison of two experiments in a browser: changes as in the API, paired rows and filters."""

import re

import httpx
import pytest
from playwright.sync_api import expect

from tests.server.viewer.logged_runs import answered, both, large, row, run, table, texts

KEY = {"Authorization": "Bearer hh_test"}
PAIRS = "#pairs + .wide tbody tr"


def inputs(page):
    return page.locator(f"{PAIRS} .c-name a")


def test_compare_with_another_run_over_the_same_dataset(page, traces):
    old, new, _, _ = both(traces)
    run(traces, "elsewhere", dataset_id="others")
    page.goto(f"/experiments/{new}")

    assert page.get_by_label("Compare with").locator("option").count() == 1
    page.get_by_role("button", name="Compare").click()

    expect(page).to_have_url(re.compile(rf"/experiments/{new}\?compare={old}$"))
    expect(page.locator("#metrics")).to_have_text("Change since old prompt")
    page.get_by_role("link", name="Swap").click()
    expect(page).to_have_url(re.compile(rf"/experiments/{old}\?compare={new}$"))
    page.get_by_role("link", name="Stop comparing").click()
    expect(page).to_have_url(re.compile(f"/experiments/{old}$"))


def test_metric_changes_are_those_of_the_api(page, traces, served):
    old, new, _, _ = both(traces)
    answer = httpx.get(f"{served.url}/v1/runs/{new}/compare/{old}", headers=KEY).json()

    page.goto(f"/experiments/{new}?compare={old}")

    shown = table(page.locator("#metrics ~ .wide").first)
    assert shown["correct"] == ["0.6667", "0.75", "+0.08333 better", "+12.5 %", "1", "1", "1"]
    assert shown["latency"] == ["1.333", "1.625", "+0.2917 worse", "+21.88 %", "1", "1", "1"], "less is better"
    assert shown["topic"] == ["-", "-", "-", "-", "-", "-", "-"]
    for each in answer["metrics"]:
        if each["found_count"]:
            before, now, difference, percent, *counts = shown[each["metric_name"]]
            assert float(before) == pytest.approx(each["old_aggregate"], rel=1e-3)
            assert float(now) == pytest.approx(each["new_aggregate"], rel=1e-3)
            assert float(difference.split()[0]) == pytest.approx(each["difference"], rel=1e-3)
            assert float(percent.split()[0]) == pytest.approx(each["percentage_change"], rel=1e-3)
            assert counts == [str(each[f"{name}_count"]) for name in ("improved", "degraded", "same")]
    assert len(answer["commonDatapoints"]) == 4
    expect(page.get_by_text("4 datapoints in both")).to_be_visible()


def test_rows_are_paired_with_signed_differences(page, traces):
    old, new, before, after = both(traces)

    page.goto(f"/experiments/{new}?compare={old}")

    rows = [texts(each) for each in page.locator(PAIRS).all()]
    assert rows[0][:2] == ["mixed", "Where is my parcel?"]
    assert rows[0][3:] == [
        "shipping",
        "returns",
        "shipping",
        "true → false -1 worse",
        "1 → 0.5 -0.5 worse",
        "2 → 1.5 -0.5 better",
        "shipping → returns",
    ]
    assert rows[2][0] == "same"
    assert rows[2][3:6] == ["hours", "same", "hours"]
    assert rows[2][6:] == ["true same", "1 same", "1 same", "hours same"]
    assert rows[3][0] == "improved", "it failed before"
    assert rows[3][3:7] == ["KeyError: no topic", "payment", "payment", "- → true"]
    first = page.locator(PAIRS).first
    worse, better = (
        first.locator(f".{each} .by").first.evaluate("e => getComputedStyle(e).color") for each in ("worse", "better")
    )
    assert worse != better
    first.get_by_role("link", name="before").click()
    expect(page).to_have_url(re.compile(f"/sessions/{before['p-parcel']}$"))
    page.go_back()
    first.get_by_role("link", name="now").click()
    expect(page).to_have_url(re.compile(f"/sessions/{after['p-parcel']}$"))


def test_regressed_and_improved_filters_work_without_javascript(context_of, traces):
    old, new, _, _ = both(traces)
    page = context_of(java_script_enabled=False).new_page()
    page.goto(f"/experiments/{new}?compare={old}")
    choice = page.get_by_role("navigation", name="Which rows")

    assert choice.get_by_role("link").all_inner_texts() == ["All 4", "Regressed 2", "Improved 3"]
    choice.get_by_role("link", name="Regressed").click()
    expect(inputs(page)).to_have_text(["Where is my parcel?", "I want to send the shoes back."])
    expect(choice.locator("[aria-current]")).to_have_text("Regressed 2")
    page.get_by_role("link", name="1 regressed in latency").click()
    expect(inputs(page)).to_have_text(["I want to send the shoes back."])
    expect(page.locator("#pairs")).to_contain_text("by latency")
    choice.get_by_role("link", name="Improved").click()
    expect(inputs(page)).to_have_text(["Where is my parcel?"])
    page.get_by_role("link", name="by any metric").click()
    expect(inputs(page)).to_have_count(3)


def test_pairs_are_sorted_by_improvement_worst_first(page, traces):
    old, new, _, _ = both(traces)

    page.goto(f"/experiments/{new}?compare={old}&sort=metric.latency")

    assert inputs(page).all_inner_texts()[:3] == [
        "I want to send the shoes back.",
        "Are you open on Sundays?",
        "Where is my parcel?",
    ]
    expect(page.locator("[aria-sort]")).to_have_attribute("aria-sort", "ascending")


def test_unpaired_rows_are_marked(page, traces):
    old, new = run(traces, "a", dataset_id="d"), run(traces, "b", dataset_id="d")
    row(traces, old, "gone", inputs={"q": "gone"}, metrics={"m": 1})
    row(traces, new, "fresh", inputs={"q": "fresh"}, metrics={"m": 2})
    for n in (1, 2):
        row(traces, old, "twice", inputs={"q": "twice"}, metrics={"m": n}, start_time=traces.now + n)
    row(traces, new, "twice", inputs={"q": "twice"}, metrics={"m": 4}, error="late")
    row(traces, new, None, metrics={"m": 9})

    page.goto(f"/experiments/{new}?compare={old}")

    rows = {each[1]: each for line in page.locator(PAIRS).all() if (each := texts(line))}
    assert rows["fresh"][0] == "only in this run"
    assert rows["gone"][0] == "only in the other run"
    assert rows["fresh"][-1] == "- → 2"
    assert rows["twice"][0] == "mixed", "better by its metric, and it fails now"
    assert rows["twice"][2] == "before 1 before 2 now"
    assert rows["twice"][-1] == "1.5 → 4 +2.5 better", "several values are averaged, as the API does"
    expect(page.get_by_text("1 row names no datapoint")).to_be_visible()


def test_a_large_comparison_has_pages(page, traces):
    old, new = large(traces, 150), large(traces, 150)

    page.goto(f"/experiments/{new}?compare={old}")
    expect(inputs(page)).to_have_count(100)
    page.get_by_role("link", name="Next").click()

    expect(inputs(page)).to_have_count(50)
    page.goto(f"/experiments/{new}?compare={old}&show=regressed")
    expect(page.get_by_text("No rows here.")).to_be_visible()


def test_compare_parameter_accepts_a_run_over_another_dataset(page, traces):
    new, _ = answered(traces, "new prompt", {})
    other = run(traces, "elsewhere", dataset_id="others")

    page.goto(f"/experiments/{new}?compare={other}")

    expect(page.locator("#compare option[selected]")).to_contain_text("elsewhere")
    expect(page.get_by_text("0 datapoints in both")).to_be_visible()
