"""Times in date ranges and filters of the document's operations."""

from datetime import UTC, date, datetime

import pytest
from honeyhive_api.shapes import SHAPES

from honeyhive import InvalidRequestError
from honeyhive._core.arguments import check
from tests.core.samples import request
from tests.rows import OPERATIONS

DAY = ("2026-11-28T00:00:00Z", "2026-11-28T23:59:59.999Z")
FORMS = ["2026-11-28", "20261128", date(2026, 11, 28)]
RANGES = {
    operation.id: operation
    for operation in OPERATIONS.values()
    if any(field.name == "dateRange" for field in operation.fields)
}
SEARCHES = {"searchEvents", "searchProjectEvents"}
TAKING_NUMBERS = sorted(
    set(RANGES) - SEARCHES - {"exportEvents", "createDatapointBatch", "createProjectDatapointBatch"}
)


def ranged(operation, **ends):
    """Return a date range in the form in which it is sent."""
    (field,) = (one for one in operation.fields if one.name == "dateRange")
    given = {one.name: "x" for one in operation.fields if one.required and one.location == field.location}
    given["dateRange"] = ends
    path = {one.name: "x" for one in operation.fields if one.location == "path"}
    if field.location == "query":
        return check(request(operation, path=path, query=given), SHAPES).query["dateRange"]
    values = {key: [] if key == "query" else value for key, value in given.items()}
    if "bucketing" in values:
        values["bucketing"] = "day"
    return check(request(operation, values, path=path), SHAPES).body["dateRange"]


def keys(operation):
    return ("start_time", "end_time") if operation.id in SEARCHES else ("$gte", "$lte")


def refused(operation, **ends):
    with pytest.raises(InvalidRequestError) as caught:
        ranged(operation, **ends)
    return str(caught.value)


def test_the_ranges_of_the_document_are_known():
    assert len(RANGES) >= 8
    assert set(TAKING_NUMBERS) < RANGES.keys()


@pytest.mark.parametrize("name", RANGES)
@pytest.mark.parametrize("day", FORMS)
def test_a_date_alone_is_the_whole_day(name, day):
    first, last = keys(RANGES[name])

    assert ranged(RANGES[name], **{first: day, last: day}) == {first: DAY[0], last: DAY[1]}


@pytest.mark.parametrize("name", RANGES)
def test_datetimes_and_strings_with_an_offset_are_sent_in_utc(name):
    first, last = keys(RANGES[name])

    sent = ranged(RANGES[name], **{first: datetime(2026, 11, 28, tzinfo=UTC), last: "2026-11-28T24:00+02:00"})
    assert sent == {first: DAY[0], last: "2026-11-28T22:00:00Z"}


@pytest.mark.parametrize("name", RANGES)
@pytest.mark.parametrize("time", ["2026-11-28T00:00:00", datetime(2026, 11, 28)])
def test_a_naive_time_is_refused(name, time):
    first, last = keys(RANGES[name])

    assert f"date_range.{last} has no time zone; " in refused(RANGES[name], **{first: DAY[0], last: time})


@pytest.mark.parametrize("name", TAKING_NUMBERS)
def test_seconds_are_refused_where_a_range_takes_numbers(name):
    words = refused(RANGES[name], **{"$gte": 1767225600, "$lte": 1767225600000})

    assert words == "date_range.$gte looks like seconds; pass 1767225600000 (milliseconds)"
    assert ranged(RANGES[name], **{"$gte": 123, "$lte": 1767225600000}) == {"$gte": 123, "$lte": 1767225600000}


@pytest.mark.parametrize("name", sorted(set(RANGES) - set(TAKING_NUMBERS)))
def test_a_number_is_not_advised_where_a_range_takes_strings_only(name):
    first, last = keys(RANGES[name])

    assert "1000" not in refused(RANGES[name], **{first: 1767225600, last: DAY[1]})


def sent_filter(**more):
    filters = [{"field": "start_time", "type": "datetime", **more}]
    return check(request(OPERATIONS["searchEvents"], {"filters": filters}), SHAPES).body["filters"][0]["value"]


@pytest.mark.parametrize("operator", ["after", "before", "greater than", "less than"])
def test_a_filter_that_orders_times_has_a_time(operator):
    assert sent_filter(operator=operator, value=datetime(2026, 11, 28, tzinfo=UTC)) == DAY[0]
    assert sent_filter(operator=operator, value="2026-11-28T02:00+02:00") == DAY[0]
    assert sent_filter(operator=operator, value=1767225600000) == 1767225600000
    for value in ("2026-11-28T00:00:00", "2026-11-28"):
        with pytest.raises(InvalidRequestError, match=r"^filters\[0\]\.value has no time zone; "):
            sent_filter(operator=operator, value=value)
    with pytest.raises(InvalidRequestError, match=r"^filters\[0\]\.value looks like seconds; "):
        sent_filter(operator=operator, value=1767225600)


@pytest.mark.parametrize("operator", ["is", "contains"])
def test_other_filters_compare_the_string(operator):
    assert sent_filter(operator=operator, value="2026-11-28") == "2026-11-28"


def test_what_the_user_logs_is_not_a_filter():
    inputs = {"operator": "after", "value": "noon", "dateRange": {"$gte": "noon"}}
    event = {"event_type": "tool", "event_name": "e", "inputs": inputs}

    assert check(request(OPERATIONS["createEvent"], event), SHAPES).body["inputs"] == inputs


def test_seconds_are_refused_in_every_time_of_a_call():
    with pytest.raises(InvalidRequestError, match=r"^start_time looks like seconds; pass 1767225600000 "):
        check(request(OPERATIONS["createEvent"], {"inputs": {}, "start_time": 1767225600}), SHAPES)
