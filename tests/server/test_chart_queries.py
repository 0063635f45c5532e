"""Chart queries, compared with an independent computation from the sent events."""

import random
from collections import defaultdict
from datetime import datetime, timedelta
from statistics import fmean
from zoneinfo import ZoneInfo

import pytest

from honeyhive import HoneyHive, ServerError

START = 1_793_000_000_000
HOUR = 3_600_000
BERLIN = ZoneInfo("Europe/Berlin")
RANGE = {
    "start_time": "2026-10-20T00:00:00+02:00",
    "end_time": "2026-11-03T00:00:00+01:00",
    "timezone": "Europe/Berlin",
}


@pytest.fixture
def hh(server):
    with HoneyHive("hh_test", data_plane_api_key="hh_fgdp_test", base_url=server.url, max_retries=0) as client:
        yield client


@pytest.fixture
def sent(hh):
    """Events from two weeks in which Berlin's clocks change, and two events outside of this range."""
    choice = random.Random(27)
    first = datetime.fromisoformat(RANGE["start_time"]).timestamp() * 1000
    times = [first, *(first + choice.randrange(14 * 24 * HOUR) for _ in range(80))]
    end = datetime.fromisoformat(RANGE["end_time"]).timestamp() * 1000
    events = [
        {
            "event_type": choice.choice(["model", "tool"]),
            "event_name": "e",
            "inputs": {},
            "config": {"model": choice.choice(["a", "b", "c"])} if choice.random() < 0.9 else {},
            "duration": choice.randrange(1000),
            "start_time": time,
            "metadata": {"run_id": "r-1"} if choice.random() < 0.3 else {},
        }
        for time in [*times, first - 1, end]
    ]
    hh.events.create_batch(events=events)
    return [one for one in events if first <= one["start_time"] < end]


def query(hh, kind, *metrics, filters=(), product_filters=None, **more):
    measures = [{"metric": metric, "id": f"m{n}"} for n, metric in enumerate(metrics)]
    more = {"query": {"kind": kind, "measures": measures, **more}}
    extra = {"product_filters": product_filters} if product_filters else {}
    return hh.charts.query("p", date_range=RANGE, filters=list(filters), **more, **extra).data


def test_scalars(hh, sent):
    models = {"field": "event_type", "operator": "is", "type": "string", "value": "model"}
    of_models = [one for one in sent if one["event_type"] == "model"]
    of_run = [one for one in sent if one["metadata"]]

    assert query(hh, "scalar", "event_count").data.value == len(sent)
    found = query(hh, "scalar", "duration", filters=[models])
    assert found.data.value == pytest.approx(fmean(one["duration"] for one in of_models))
    assert found.measures[0].to_dict() == {"id": "m0", "metric": "duration", "unit": "ms", "format": "duration_ms"}
    assert found.meta.matched_event_count == len(of_models)
    for product in ({"experiment_run_id": "r-1"}, {"only_experiments": True}):
        assert query(hh, "scalar", "event_count", product_filters=product).data.value == len(of_run)
    assert query(hh, "scalar", "event_count", product_filters={"experiment_run_id": "r-2"}).data.value == 0
    assert query(hh, "scalar", "metrics.nothing").data.value is None


def test_days_of_a_time_zone(hh, sent):
    found = query(hh, "time_series", "event_count", "duration", bucket={"max_points": 20})

    expected = defaultdict(list)
    for one in sent:
        expected[datetime.fromtimestamp(one["start_time"] / 1000, BERLIN).date()].append(one["duration"])
    days = [datetime(2026, 10, 20).date() + timedelta(days=n) for n in range(14)]
    starts = [datetime(day.year, day.month, day.day, tzinfo=BERLIN) for day in days]
    assert [datetime.fromisoformat(one) for one in found.data.buckets] == starts
    counts, means = found.data.series
    assert counts.values_ == [len(expected[day]) for day in days]
    assert means.values_ == pytest.approx([fmean(expected[day]) if expected[day] else None for day in days])
    assert found.meta.effective_bucket.to_dict() == {"interval": "1d", "fill": "null"}


@pytest.mark.parametrize(("most", "interval"), [(2, "1y"), (3, "1w"), (14, "1d"), (60, "6h"), (400, "1h")])
def test_the_shortest_interval_that_fits(hh, sent, most, interval):
    found = query(hh, "time_series", "event_count", bucket={"max_points": most})

    assert found.meta.effective_bucket.interval in (interval, "1mo")
    assert len(found.data.buckets) <= most
    assert sum(found.data.series[0].values_) == len(sent)


def test_categories_with_the_rest(hh, sent):
    found = query(
        hh, "categorical", "event_count", split_by="config.model", split_ranking={"limit": 2, "include_other": True}
    )

    counts = defaultdict(int)
    for one in sent:
        counts[one["config"].get("model")] += 1
    order = sorted(counts, key=lambda name: (-counts[name], name is None, name or ""))
    assert found.data.categories == [*order[:2], "other"]
    assert found.data.series[0].values_ == [
        *(counts[name] for name in order[:2]),
        sum(counts[name] for name in order[2:]),
    ]
    assert (found.unit, found.meta.ranking) == ("events", {"limit": 2, "total_categories": len(counts)})


def test_a_split_time_series_adds_up(hh, sent):
    found = query(hh, "time_series", "event_count", split_by="config.model")
    assert sum(sum(one.values_) for one in found.data.series) == len(sent)
    assert {one.name for one in found.data.series} == {"a", "b", "c", None}


@pytest.mark.parametrize("kind", ["histogram", "table"])
def test_other_kinds_are_not_implemented(hh, kind):
    with pytest.raises(ServerError, match=kind) as caught:
        query(hh, kind, "event_count")
    assert caught.value.status == 501


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"start_time": "2026-10-20T00:00:00"}, "time zone"),
        ({"start_time": "2027-10-20T00:00:00Z"}, "not before"),
        ({"timezone": "Mars/Olympus"}, "IANA"),
        ({"timezone": "../etc/passwd"}, "IANA"),
    ],
)
def test_a_wrong_range_is_refused(http, change, words):
    body = {"date_range": RANGE | change, "query": {"kind": "scalar", "measures": [{"metric": "event_count"}]}}
    answer = http.post("/v1/projects/p/charts/query", json=body)
    assert answer.status_code == 400
    assert words in answer.json()["message"]


def test_a_day_that_has_its_midnight_twice_has_buckets(hh):
    dates = {
        "start_time": "2010-11-07T00:00:00Z",
        "end_time": "2010-11-07T08:00:00Z",
        "timezone": "America/St_Johns",
    }
    body = {"kind": "time_series", "measures": [{"metric": "event_count"}]}

    buckets = hh.charts.query("p", date_range=dates, query=body).data.data.buckets

    assert len(buckets) == 96
    assert buckets == sorted(set(buckets))


@pytest.mark.parametrize(
    ("first", "last"),
    [("9999-12-31T00:00:00Z", "9999-12-31T23:59:59Z"), ("0001-01-01T00:00:00Z", "0001-01-02T00:00:00Z")],
)
def test_a_range_at_an_end_of_the_calendar_is_refused(http, first, last):
    dates = {"start_time": first, "end_time": last, "timezone": "America/St_Johns"}
    query = {"kind": "time_series", "measures": [{"metric": "event_count"}]}

    answer = http.post("/v1/projects/p/charts/query", json={"date_range": dates, "query": query})

    assert answer.status_code == 400
    assert "years 2 to 9998" in answer.json()["message"]
