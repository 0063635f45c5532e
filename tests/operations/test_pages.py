"""Iteration over all pages, and splitting of long lists, over a socket with both clients."""

import re
import warnings
from typing import Any

import pytest

from honeyhive import AsyncHoneyHive, HoneyHive, InvalidRequestError, ServerError
from honeyhive.errors import APIResponseError

from .conftest import Asked, Script, Use

EVENTS = [{"event_id": f"e{number}"} for number in range(7)]


def events(asked: Asked) -> tuple[int, Any]:
    page, limit = asked.body["page"], asked.body["limit"]
    return 200, {"events": EVENTS[(page - 1) * limit : page * limit], "count": len(EVENTS)}


def runs(asked: Asked) -> tuple[int, Any]:
    """Return the requested runs, two per page, with their total."""
    ids = [value for name, value in asked.query if name == "run_ids[]"]
    page = int(dict(asked.query)["page"]) if "page" in dict(asked.query) else 1
    pagination = {
        "page": page,
        "limit": 2,
        "total": len(ids),
        "total_unfiltered": 999,
        "total_pages": -(-len(ids) // 2),
        "has_next": page * 2 < len(ids),
        "has_prev": page > 1,
    }
    found = [{"run_id": one} for one in ids[page * 2 - 2 : page * 2]]
    return 200, {"evaluations": found, "pagination": pagination, "metrics": ["m"]}


def test_every_item_comes_once_and_in_order(script: Script, use: Use) -> None:
    script.answer = events

    found = use(lambda hh: hh.events.search_all(evaluation_id="run", limit=3))

    assert [one.event_id for one in found] == [f"e{number}" for number in range(7)]
    assert [one.body for one in script.asked] == [
        {"evaluation_id": "run", "limit": 3, "page": page} for page in (1, 2, 3)
    ]


def test_search_all_begins_at_page(script: Script, use: Use) -> None:
    script.answer = events

    found = use(lambda hh: hh.events.search_all(limit=3, page=3))

    assert [one.event_id for one in found] == ["e6"]


def test_without_a_limit_the_page_has_the_size_of_the_document(script: Script, use: Use) -> None:
    script.answer = events
    use(lambda hh: hh.events.search_all())

    assert [one.body for one in script.asked] == [{"page": 1, "limit": 1000}]


def test_pages_in_the_query_and_has_next(script: Script, use: Use) -> None:
    def answer(asked: Asked) -> tuple[int, Any]:
        page = int(dict(asked.query)["page"])
        return 200, {"success": True, "data": [{"id": page}], "pagination": {"has_next": page < 3}}

    script.answer = answer

    found = use(lambda hh: hh.alerts.list_all("project-1", status="ACTIVE"))

    assert [one.id for one in found] == [1, 2, 3]
    assert {one.host for one in script.asked} == {"control_plane"}
    assert dict(script.asked[0].query) == {"page": "1", "limit": "100", "status": "ACTIVE"}


def test_a_deprecated_operation_warns_once_on_the_line_of_the_call(script: Script, use: Use) -> None:
    script.answer = events
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = use(lambda hh: hh.events.export_all(limit=2))

    assert len(found) == 7
    assert [(one.category, one.filename) for one in caught] == [(DeprecationWarning, __file__)]
    assert "use events.search()" in str(caught[0].message)


def test_search_all_checks_page_and_limit_at_the_call(script: Script) -> None:
    with HoneyHive(**script.settings()) as hh, pytest.raises(InvalidRequestError, match="page must be an int"):
        hh.events.search_all(page="two")
    with pytest.raises(InvalidRequestError, match="limit must be an int"):
        AsyncHoneyHive(**script.settings()).events.search_all(limit="all")
    assert script.asked == []


def test_next_resumes_after_an_error(script: Script) -> None:
    def failing_once(asked: Asked) -> tuple[int, Any]:
        fails = asked.body["page"] == 2 and [one.body["page"] for one in script.asked].count(2) == 1
        return (500, {"message": "no", "success": False, "statusCode": 500}) if fails else events(asked)

    script.answer = failing_once
    with HoneyHive(**script.settings()) as hh:
        walk = hh.events.search_all(limit=3)
        found = [next(walk), next(walk), next(walk)]
        with pytest.raises(ServerError):
            next(walk)
        assert walk.page == 2
        found += walk

    assert [one.event_id for one in found] == [f"e{number}" for number in range(7)]


def test_a_page_without_a_list_is_an_api_response_error(script: Script, use: Use) -> None:
    script.answer = lambda _: (200, {"events": {"0": "?"}})
    with pytest.raises(APIResponseError, match="JSON of another form"):
        use(lambda hh: hh.events.search_all())


def test_a_long_list_of_ids_takes_several_requests_and_gives_one_reply(script: Script, use: Use) -> None:
    ids = [f"d{number}" for number in range(250)]

    def answer(asked: Asked) -> tuple[int, Any]:
        return 200, {"datapoints": [{"id": value} for name, value in asked.query if name == "datapoint_ids[]"]}

    script.answer = answer

    reply = use(lambda hh: hh.datapoints.list(datapoint_ids=ids, dataset_name="x"))

    assert [one.id for one in reply.datapoints] == ids
    assert [len(one.query) for one in script.asked] == [101, 101, 51]
    assert all(one.query[-1] == ("dataset_name", "x") for one in script.asked)


@pytest.mark.parametrize("method", ["list", "list_all"])
def test_more_than_100_run_ids_on_a_paged_operation_are_refused_before_sending(
    script: Script, use: Use, method: str
) -> None:
    ids = [f"r{number}" for number in range(250)]
    fault = "run_ids has 250 items, but one call takes at most 100; make several calls"

    with pytest.raises(InvalidRequestError, match=rf"^(experiments\.list\(\): )?{re.escape(fault)}$"):
        use(lambda hh: getattr(hh.experiments, method)(run_ids=ids, limit=10))

    assert script.asked == []


def test_100_run_ids_are_sent_in_one_request_and_keep_their_order(script: Script, use: Use) -> None:
    script.answer = runs
    ids = [f"r{number}" for number in range(100)]

    reply = use(lambda hh: hh.experiments.list(run_ids=ids, limit=2))

    assert [one.run_id for one in reply.evaluations] == ["r0", "r1"]
    assert reply.pagination.total == 100
    assert [len(one.query) for one in script.asked] == [101]


def test_list_all_with_100_run_ids_returns_every_run_in_order(script: Script, use: Use) -> None:
    script.answer = runs
    ids = [f"r{number}" for number in range(100)]

    found = use(lambda hh: hh.experiments.list_all(run_ids=ids, limit=2))

    assert [one.run_id for one in found] == ids


def test_one_part_that_fails_fails_the_call(script: Script, use: Use) -> None:
    script.answer = lambda _: (500, None) if len(script.asked) == 2 else (200, {"datapoints": []})
    with pytest.raises(ServerError):
        use(lambda hh: hh.datapoints.list(datapoint_ids=[f"d{number}" for number in range(250)]))
    assert len(script.asked) == 2
