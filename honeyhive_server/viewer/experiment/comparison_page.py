"""Two runs on a page: the change of each metric, and the rows of both beside each other."""

from typing import Any

from sqlalchemy import Connection

from ...api.comparison import compare, rules_of_both
from ...api.runs import Measured, measure
from ...api.summaries import summarize
from ...model.event_model import Document
from ...services.metric_values import FREE, SeriesKey
from ..page_request import Visit
from .pairs import SHOWN, Pair, counts, pairs_of
from .result_rows import Metric, Texts, part_of, sort_of, stored, texts
from .results import Row, address_of, in_order, key_of, rows_of

NOTHING = {"old_aggregate": None, "new_aggregate": None, "difference": None, "percentage_change": None}


def compared(connection: Connection, visit: Visit, new: Measured, rows: list[Row]) -> dict[str, Any]:
    """The change of each metric since another run, and one page of the pairs of rows. Raises Refusal (404)."""
    old = measure(connection, visit.store.dialect, visit.query["compare"])
    comparison = compare(connection, old, new)
    rules = rules_of_both(connection, old, new)
    signs: dict[SeriesKey, int] = {}
    metrics = []
    for change in comparison["metrics"]:
        key = key_of(change["metric_name"], change)
        signs[key] = -1 if rules.get(key.metric, FREE).is_lower_better else 1
        numbers = NOTHING | change
        metrics.append(Metric(key, address_of(key), numbers, _verdict(numbers["difference"], signs[key])))
    before = rows_of(old.events, summarize(connection, old)["datapoints"])
    return {
        "other": comparison["old_run"],
        "common": len(comparison["commonDatapoints"]),
        "metrics": metrics,
        "unmatched": sum(row.datapoint_id is None for row in (*rows, *before)),
        **_pairs(connection, visit, pairs_of(before, rows, comparison), metrics, signs),
    }


def _verdict(difference: float | None, sign: int) -> str:
    if difference is None:
        return ""
    return "better" if difference * sign > 0 else "worse" if difference else "same"


def _pairs(
    connection: Connection, visit: Visit, pairs: list[Pair], metrics: list[Metric], signs: dict[SeriesKey, int]
) -> dict[str, Any]:
    only = next((metric for metric in metrics if metric.address == visit.query.get("metric")), None)
    of_metric = only and only.key
    shown = visit.query.get("show", "")
    numbers = counts(pairs, of_metric)
    wanted = [pair for pair in pairs if pair.is_in(shown, of_metric)]
    sort = sort_of(visit)
    if key := sort.key(metrics):
        sign = signs[key]
        # By how much better it got, so that the worst come first.
        wanted = in_order(wanted, lambda pair: _gain(pair, key, sign), descending=sort.descending)
    page, here, more = part_of(visit, wanted)
    datapoints = stored(connection, [pair.row for pair in here])
    return {
        "only": only,
        "show": shown if shown in SHOWN else "",
        "filters": {name: (label, numbers[name]) for name, label in SHOWN.items()},
        "sort": sort,
        "shown": [(pair, *_both(pair, datapoints)) for pair in here],
        "page": page,
        "more": more,
    }


def _gain(pair: Pair, key: SeriesKey, sign: int) -> float | None:
    difference = pair.change(key).difference
    return None if difference is None else difference * sign


def _both(pair: Pair, datapoints: dict[str, Document]) -> tuple[Texts | None, Texts | None]:
    before, after = (texts(side[-1], datapoints) if side else None for side in (pair.before, pair.after))
    return before, after
