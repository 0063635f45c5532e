"""The list of experiments in a browser, and its filters on each database."""

import re

import httpx
import pytest
from playwright.sync_api import expect

from tests.server.viewer.logged_runs import both, row, run, texts
from tests.server.viewer.logged_traces import Traces

DAY = 86_400_000


def names(page):
    return page.locator(".rows .c-name a").all_inner_texts()


def test_the_newest_experiment_is_first_with_its_numbers(page, traces):
    _, new, _, _ = both(traces)

    page.goto("/")
    page.get_by_role("link", name="Experiments").click()

    assert names(page) == ["new prompt", "old prompt"]
    cells = texts(page.locator(".rows tbody tr").last)
    assert cells[2] == "correct 0.6667 similarity 0.75 latency 1.333"
    assert cells[3:8] == ["cases", "completed", "4", "1", "300 ms"]
    expect(page.locator(".rows .badge.bad")).to_have_text(["error"])
    page.locator(".rows td.c-scores").first.click(force=True)  # the link of the name covers the whole row
    expect(page).to_have_url(re.compile(f"/experiments/{new}$"))


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", ["Night 10%", "noon", "morning"]),
        ("name=NIGHT", ["Night 10%"]),
        ("name=0%25", ["Night 10%"]),
        ("name=_", []),
        ("status=failed", ["noon"]),
        ("dataset=d1", ["noon", "morning"]),
        ("project=shop", ["morning"]),
        ("project=shop&status=failed", []),
        ("age=24h&name=o", ["noon", "morning"]),
        ("age=nonsense&page=nonsense", ["Night 10%", "noon", "morning"]),
        ("page=2", []),
    ],
)
def test_query_parameters_filter_the_list(server, query, wanted):
    with Traces(server.url) as traces:
        first = run(traces, "morning", dataset_id="d1")
        row(traces, first, "p", project="shop")
        row(traces, run(traces, "noon", dataset_id="d1", status="failed"), "p")
        run(traces, "Night 10%", status="running")

        text = httpx.get(f"{server.url}/experiments?{query}").text

    assert re.findall(r'<td class="c-name"><a [^>]+>([^<]+)<', text) == wanted


def test_filters_offer_stored_values_and_stay_in_the_address(page, traces):
    dataset = traces.post("/v1/datasets", {"name": "Support cases"})["result"]["insertedId"]
    run(traces, "stored", dataset_id=dataset)
    run(traces, "other", dataset_id="EXT-1")
    page.goto("/experiments")

    page.get_by_label("Dataset").select_option("Support cases")

    expect(page.locator(".rows .c-name a")).to_have_text(["stored"])
    expect(page).to_have_url(re.compile(rf"/experiments\?dataset={dataset}$"))
    page.get_by_label("Status").select_option("Failed")
    page.get_by_role("link", name="Clear the filters").click()
    expect(page.locator(".rows .c-name a")).to_have_count(2)


def test_a_new_experiment_appears(page, traces):
    run(traces, "first")
    page.goto("/experiments")

    second = run(traces, "second")
    expect(page.locator(".rows .c-name a")).to_have_text(["second", "first"])
    row(traces, second, "p", metrics={"correct": True})
    expect(page.locator(".rows td.c-scores").first).to_have_text("correct 1")


def test_older_experiments_are_on_further_pages(page, traces):
    for n in range(21):
        run(traces, f"r{n}")

    page.goto("/experiments?status=completed")
    assert names(page)[0] == "r20"
    page.get_by_role("link", name="Older").click()
    expect(page.locator(".rows .c-name a")).to_have_text(["r0"])
    page.get_by_role("link", name="Newer").click()
    expect(page.locator(".rows .c-name a")).to_have_count(20)


def test_an_empty_list_shows_example_code(page, served):
    page.goto("/experiments")

    lines = page.locator(".empty pre").inner_text()

    assert len(lines.splitlines()) == 2
    compile(lines, "lines", "exec")
    assert served.url in lines
    expect(page.locator(".empty")).to_contain_text(f"HH_API_URL={served.url}")


def test_the_example_code_of_an_empty_list_runs(page, served, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    page.goto("/experiments")

    exec(page.locator(".empty pre").inner_text(), {})  # a user would paste this program

    expect(page.locator(".rows .c-name a")).to_have_text(["first"])
    expect(page.locator(".rows td.c-scores")).to_have_text("even 1")
