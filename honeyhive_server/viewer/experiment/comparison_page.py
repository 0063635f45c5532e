"""Comparison of two runs on a page: the change of each metric, and the rows of both side by side."""

from typing import Any

from sqlalchemy import Connection

from ...model.event_model import Document
from ...services.compare_runs import compare, rules_of_both
from ...services.definition_kinds import datapoints_by_id
from ...services.metric_series import DEFAULT_RULE, SeriesKey
from ...services.run_results import MeasuredRun, load_run
from ...services.summarize_run import summarize
from ..page_request import PageRequest
from .result_rows import ResultRow, address_of, in_order, key_of, rows_of
from .row_pairs import SHOWN, RowPair, counts, pairs_of
from .run_table import MetricColumn, RowPreviews, order_of, page_of, previews

NOTHING = {"old_aggregate": None, "new_aggregate": None, "difference": None, "percentage_change": None}


def compared(connection: Connection, request: PageRequest, new: MeasuredRun, rows: list[ResultRow]) -> dict[str, Any]:
    """Return the template variables of a comparison with the run in `?compare=`. Raises HTTPError (404)."""
    old = load_run(connection, request.query["compare"])
    comparison = compare(connection, old, new)
    rules = rules_of_both(connection, old, new)
    signs: dict[SeriesKey, int] = {}
    metrics = []
    for change in comparison["metrics"]:
        key = key_of(change["metric_name"], change)
        signs[key] = -1 if rules.get(key.metric, DEFAULT_RULE).is_lower_better else 1
        numbers = NOTHING | change
        metrics.append(MetricColumn(key, address_of(key), numbers, _verdict(numbers["difference"], signs[key])))
    before = rows_of(old.events, summarize(connection, old)["datapoints"])
    return {
        "other": comparison["old_run"],
        "common": len(comparison["commonDatapoints"]),
        "metrics": metrics,
        "unmatched": sum(row.datapoint_id is None for row in (*rows, *before)),
        **_pairs(connection, request, pairs_of(before, rows, comparison), metrics, signs),
    }


def _verdict(difference: float | None, sign: int) -> str:
    if difference is None:
        return ""
    return "better" if difference * sign > 0 else "worse" if difference else "same"


def _pairs(
    connection: Connection,
    request: PageRequest,
    pairs: list[RowPair],
    metrics: list[MetricColumn],
    signs: dict[SeriesKey, int],
) -> dict[str, Any]:
    only = next((metric for metric in metrics if metric.address == request.query.get("metric")), None)
    of_metric = only and only.key
    shown = request.query.get("show", "")
    numbers = counts(pairs, of_metric)
    wanted = [pair for pair in pairs if pair.is_in(shown, of_metric)]
    sort = order_of(request)
    if key := sort.key(metrics):
        sign = signs[key]
        # The pairs are sorted by improvement: in ascending order, the largest deterioration comes first.
        wanted = in_order(wanted, lambda pair: _gain(pair, key, sign), descending=sort.descending)
    page, here, more = page_of(request, wanted)
    datapoints = datapoints_by_id(connection, [pair.datapoint_id for pair in here])
    return {
        "only": only,
        "show": shown if shown in SHOWN else "",
        "filters": {name: (label, numbers[name]) for name, label in SHOWN.items()},
        "sort": sort,
        "shown": [(pair, *_both(pair, datapoints)) for pair in here],
        "page": page,
        "more": more,
    }


def _gain(pair: RowPair, key: SeriesKey, sign: int) -> float | None:
    difference = pair.change(key).difference
    return None if difference is None else difference * sign


def _both(pair: RowPair, datapoints: dict[str, Document]) -> tuple[RowPreviews | None, RowPreviews | None]:
    before, after = (previews(side[-1], datapoints) if side else None for side in (pair.before, pair.after))
    return before, after
