"""Paging without I/O: which page is requested next, and when the iteration ends."""

from typing import Any

import pytest
from honeyhive_api.api.alerts import list_alerts
from honeyhive_api.api.events import search_events
from honeyhive_api.types import Paging, Request

from honeyhive._core.arguments import check
from honeyhive._core.paging import Cursor, PageIterator, is_last

TOTAL = Paging(page="page", limit="limit", size=10, items="events", total="count")
HAS_NEXT = Paging(page="page", limit="limit", size=10, items="data", has_next="pagination.has_next")


@pytest.mark.parametrize(
    ("page", "count", "largest", "reply", "last"),
    [
        (1, 10, 10, {"count": 25}, False),
        (2, 10, 10, {"count": 25}, False),
        (3, 5, 10, {"count": 25}, True),
        # If a server returns smaller pages than requested, the iteration continues up to the total.
        (1, 7, 7, {"count": 25}, False),
        (3, 7, 7, {"count": 25}, False),
        (4, 4, 7, {"count": 25}, True),
        # If the total counts only one page, the iteration does not end there: after a full page, one more is requested.
        (1, 10, 10, {"count": 10}, False),
        (2, 0, 10, {"count": 10}, True),
        # An empty page ends the iteration, even if the reply says that there is a next page.
        (1, 0, 0, {"count": 99}, True),
        (1, 10, 10, {}, False),
        (1, 3, 3, {"count": "many"}, True),
    ],
)
def test_a_total_ends_a_walk(page: int, count: int, largest: int, reply: Any, last: bool) -> None:
    assert is_last(TOTAL, page, 10, count, largest, reply) is last


@pytest.mark.parametrize(
    ("count", "reply", "last"),
    [
        (10, {"pagination": {"has_next": False}}, True),
        (3, {"pagination": {"has_next": True}}, False),
        (0, {"pagination": {"has_next": True}}, True),
        (10, {"pagination": None}, False),
        (9, {}, True),
        (9, [], True),
    ],
)
def test_has_next_ends_a_walk(count: int, reply: Any, last: bool) -> None:
    assert is_last(HAS_NEXT, 1, 10, count, count, reply) is last


def cursor(request: Request) -> Cursor[Any]:
    assert request.operation.paging is not None
    return Cursor(request, request.operation.paging, lambda data: data["events"])


def test_the_page_and_its_size_go_where_the_operation_has_them() -> None:
    in_body = cursor(search_events.build_request(body={"evaluation_id": "x"})).request()
    in_query = cursor(list_alerts.build_request("p", limit=5, page=3)).request()

    assert in_body.body == {"evaluation_id": "x", "page": 1, "limit": 1000}
    assert check(in_query, {}).query == {"limit": 5, "page": 3}


def test_cursor_page_is_the_page_of_the_next_item() -> None:
    walk = cursor(search_events.build_request(body={"limit": 2}))
    seen = []
    for data in ({"events": [1, 2], "count": 3}, {"events": [3], "count": 3}):
        walk.take(walk.read(data))
        while walk.items:
            seen.append((walk.page, walk.pop()))

    assert seen == [(1, 1), (1, 2), (2, 3)]
    assert walk.is_done
    assert walk.page == 2


def test_a_cursor_resumes_after_an_error() -> None:
    start = cursor(search_events.build_request(body={"limit": 2, "page": 4}))
    answers: list[Any] = [{"events": [1, 2]}, OSError(), {"events": [3]}]
    asked = []

    def fetch(request: Request) -> Any:
        asked.append(request.body["page"])
        if isinstance(answers[0], OSError):
            raise answers.pop(0)
        return start.read(answers.pop(0))

    walk = PageIterator(start, fetch)
    assert [next(walk), next(walk), walk.page] == [1, 2, 5]
    with pytest.raises(OSError):  # noqa: PT011 -- the very one
        next(walk)
    assert walk.page == 5

    assert list(walk) == [3]
    assert asked == [4, 5, 5]


def test_a_reply_without_a_list_is_refused() -> None:
    with pytest.raises(TypeError, match="events is not an array"):
        cursor(search_events.build_request(body={})).read({"events": None})
