"""A row passes or fails only because of a metric with a passing range or a boolean metric."""

import re
from typing import Any

import httpx
import pytest

from honeyhive_server import LocalServer

from .logged_runs import row, run
from .logged_traces import Traces

NOTHING = "\N{EN DASH}"
KEY = {"Authorization": "Bearer hh_test"}


@pytest.mark.parametrize(
    ("metrics", "fields", "shown", "passed"),
    [
        ([{"similarity": 0.1}, {"similarity": 0.9}], {}, NOTHING, 2),
        ([{"label": "good"}, {}], {}, NOTHING, 2),
        ([{}, {}], {}, NOTHING, 2),
        ([{"correct": True}, {"correct": True}], {}, "2 of 2", 2),
        ([{"correct": True}, {"correct": False}], {}, "1 of 2", 1),
        ([{"correct": False, "similarity": 1}, {"similarity": 1}], {}, "1 of 2", 1),
        ([{"toxic": False}, {"toxic": True}], {"metadata": {"lower_is_better": ["toxic"]}}, "1 of 2", 1),
        ([{"similarity": 0.1}, {"similarity": 0.9}], {"passing_ranges": {"similarity": {"min": 0.5}}}, "1 of 2", 1),
        ([{"correct": False}, {}], {"passing_ranges": {"correct": {"max": 0}}}, "2 of 2", 2),
    ],
)
def test_passed_is_shown_if_a_range_or_boolean_decides(
    served: LocalServer, traces: Traces, metrics: list[dict[str, Any]], fields: dict[str, Any], shown: str, passed: int
):
    run_id = run(traces, **fields)
    for place, one in enumerate(metrics):
        row(traces, run_id, f"row-{place}", metrics=one)

    page = httpx.get(f"{served.url}/experiments/{run_id}").text
    summary = httpx.get(f"{served.url}/v1/runs/{run_id}/summary", headers=KEY).json()

    (stat,) = re.findall(r"<dt[^>]*>Passed</dt>\s*<dd[^>]*>([^<]*)</dd>", page)
    assert stat == shown
    assert len(summary["passed"]) == passed


def test_lower_is_better_applies_to_comparisons(served: LocalServer, traces: Traces):
    ids = [run(traces, name, metadata={"lower_is_better": ["cost"]}) for name in ("old", "new")]
    for run_id, cost in zip(ids, (2, 1), strict=True):
        row(traces, run_id, "row", metrics={"cost": cost, "gain": cost})

    answer = httpx.get(f"{served.url}/v1/runs/{ids[1]}/compare/{ids[0]}", headers=KEY).json()

    by_name = {metric["metric_name"]: metric for metric in answer["metrics"]}
    assert (by_name["cost"]["improved"], by_name["gain"]["degraded"]) == (["row"], ["row"])
