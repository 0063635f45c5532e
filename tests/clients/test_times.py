"""Times with the local server: the matches of a date range, and times that are refused before a request."""

import asyncio
import logging

import pytest

from honeyhive import AsyncHoneyHive, HoneyHive, InvalidRequestError
from honeyhive_server import LocalServer

DAY = ["2026-11-28T00:00:00Z", "2026-11-28T12:00:00+02:00", "2026-11-28T23:59:59.999Z"]
OTHER_DAYS = ["2026-11-27T23:59:59.999Z", "2026-11-28T24:00:00Z", "2026-11-29T01:00:00+02:00"]


@pytest.fixture(scope="module")
def server():
    with LocalServer() as server:
        with HoneyHive(api_key="hh_x", base_url=server.url) as hh:
            for time in (*DAY, *OTHER_DAYS[:2]):
                hh.events.create(event_type="tool", event_name=time, inputs={}, start_time=time)
        yield server


def both(server, call):
    """Return the result of the call with each client."""
    with HoneyHive(api_key="hh_x", base_url=server.url) as hh:
        blocking = call(hh)

    async def on_async():
        async with AsyncHoneyHive(api_key="hh_x", base_url=server.url) as hh:
            return await call(hh)

    return [blocking, asyncio.run(on_async())]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_day_finds_the_events_of_that_day(server):
    day = "2026-11-28"
    calls = [
        lambda hh: hh.events.search(date_range={"start_time": day, "end_time": day}),
        lambda hh: hh.events.export(date_range={"$gte": day, "$lte": day}),
    ]

    for found in [reply for call in calls for reply in both(server, call)]:
        assert sorted(event.event_name for event in found.events) == sorted(DAY)


def test_a_refused_time_is_not_sent(server):
    naive = {"start_time": "2026-11-28T00:00:00", "end_time": "2026-11-28"}
    before = len(server.requests)

    with pytest.raises(InvalidRequestError, match=r"^date_range\.start_time has no time zone; add Z or an offset"):
        both(server, lambda hh: hh.events.search(date_range=naive))
    with pytest.raises(InvalidRequestError, match=r"^start_time looks like seconds; pass 1767225600000 "):
        both(server, lambda hh: hh.sessions.create(start_time=1767225600))

    assert len(server.requests) == before


@pytest.mark.parametrize("number", [0, 123])
def test_small_numbers_are_times(server, number):
    for reply in both(server, lambda hh: hh.sessions.create(start_time=number)):
        assert reply.start_time == number


def test_tracing_logs_seconds_once_and_sends_them_unchanged(caplog):
    caplog.set_level(logging.WARNING, "honeyhive")
    with LocalServer() as server, HoneyHive(api_key="hh_x", base_url=server.url) as hh:
        for seconds in (1767225600, 1767225600.5, 123):
            hh.log_event({"event_type": "tool", "event_name": "e", "start_time": seconds})
        assert hh.flush(20)
        stored = [event["start_time"] for event in server.events()]

    assert stored == [1767225600, 1767225600.5, 123]
    assert [record.getMessage() for record in caplog.records] == [
        "start_time looks like seconds; pass 1767225600 * 1000 (milliseconds). It is sent unchanged"
    ]
