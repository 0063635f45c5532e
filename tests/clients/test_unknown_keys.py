"""Unknown keys of nested objects: they are sent unchanged, with one warning on the caller's line."""

import logging
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

from honeyhive import HoneyHive
from honeyhive._client import calls as common
from honeyhive.errors import UnknownKeyWarning
from honeyhive.types import Event
from honeyhive_server import LocalServer
from tests.operations.conftest import Script, Use, running, script, use  # noqa: F401 - fixtures

EVENT: dict[str, Any] = {"event_type": "tool", "inputs": {}}


@pytest.fixture(autouse=True)
def nothing_warned_yet() -> Iterator[None]:
    common._warned.clear()
    yield
    common._warned.clear()


def test_an_unknown_key_is_sent_with_one_warning_that_names_the_nearest(script: Script) -> None:  # noqa: F811
    events = [{**EVENT, "event_nam": "x"}, {**EVENT, "event_nam": "y"}]
    with HoneyHive(**script.settings()) as hh:
        with pytest.warns(UnknownKeyWarning) as caught:
            hh.events.create_batch(events=events)  # type: ignore[arg-type]
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            hh.events.create_batch(events=events)  # type: ignore[arg-type]

    (warning,) = caught
    assert str(warning.message) == (
        "events.create_batch(): events[] has the unknown key 'event_nam' (did you mean 'event_name'?); "
        "it is sent unchanged"
    )
    assert warning.filename == __file__
    assert [one["event_nam"] for one in script.asked[0].body["events"]] == ["x", "y"]


def test_the_warning_has_the_line_of_the_await(script: Script) -> None:  # noqa: F811
    import anyio

    from honeyhive import AsyncHoneyHive

    async def main() -> None:
        async with AsyncHoneyHive(**script.settings()) as hh:
            with pytest.warns(UnknownKeyWarning) as caught:
                await hh.events.create_batch(events=[{**EVENT, "nmae": 1}])  # type: ignore[list-item]
        assert caught[0].filename == __file__

    anyio.run(main)


def test_keys_deep_inside_and_in_single_objects_are_found(script: Script) -> None:  # noqa: F811
    with HoneyHive(**script.settings()) as hh, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        hh.queues.create(
            name="q",
            filters={"filterArray": [{"field": "a", "operator": "is", "value": "b", "type": "string", "fild": 1}]},  # type: ignore[typeddict-unknown-key]
        )
        hh.events.create_batch(events=[], session_properties={"session_nam": "x"})  # type: ignore[typeddict-unknown-key]

    assert [str(one.message).partition(" has ")[0] for one in caught] == [
        "queues.create(): filters.filterArray[]",
        "events.create_batch(): session_properties",
    ]


def test_free_form_objects_extra_body_and_models_take_any_key(script: Script) -> None:  # noqa: F811
    read = Event.from_dict({**EVENT, "event_id": "11111111-1111-4111-8111-111111111111", "brand_new": 1})
    with warnings.catch_warnings(), HoneyHive(**script.settings()) as hh:
        warnings.simplefilter("error")
        hh.events.create_batch(events=[read, {"event_type": "tool", "inputs": {"any": 1}}], extra_body={"new": 1})

    assert script.asked[0].body["events"][0]["brand_new"] == 1


def test_the_values_of_a_map_are_checked_like_objects(script: Script) -> None:  # noqa: F811
    with HoneyHive(**script.settings()) as hh:
        with pytest.raises(ValueError, match=r"passing_ranges\.m must be a JSON object, not int"):
            hh.experiments.update("run", passing_ranges={"m": 3})  # type: ignore[dict-item]
        with pytest.warns(
            UnknownKeyWarning, match=r"passing_ranges\{\} has the unknown key 'mni' \(did you mean 'min'"
        ):
            hh.experiments.update("run", passing_ranges={"m": {"mni": 3}})  # type: ignore[typeddict-unknown-key]


def test_tracing_logs_an_unknown_key_once_and_keeps_it_in_the_metadata(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING, "honeyhive")
    with LocalServer() as server, HoneyHive("hh_x", base_url=server.url) as hh:
        for _ in range(2):
            hh.log_event({"event_type": "tool", "event_name": "e", "outpts": {"a": 1}})
        assert hh.flush(20)
        stored = [event["metadata"]["outpts"] for event in server.events()]

    assert stored == [{"a": 1}] * 2
    assert [record.getMessage() for record in caplog.records] == [
        "an event has the unknown key 'outpts' (did you mean 'outputs'?); it was moved to the metadata"
    ]


def test_where_warnings_are_errors_each_call_raises(script: Script) -> None:  # noqa: F811
    with HoneyHive(**script.settings()) as hh, warnings.catch_warnings():
        warnings.simplefilter("error")
        for _ in range(2):
            with pytest.raises(UnknownKeyWarning):
                hh.events.create_batch(events=[{**EVENT, "nmae": 1}])  # type: ignore[list-item]
    assert script.asked == []


def test_keys_made_of_data_warn_a_bounded_number_of_times(script: Script) -> None:  # noqa: F811
    with HoneyHive(**script.settings()) as hh, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        hh.events.create_batch(events=[{**EVENT, f"user-{number}": 1} for number in range(500)])  # type: ignore[misc]
    assert len(caught) == 20
