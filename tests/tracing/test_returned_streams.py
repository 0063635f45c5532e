"""Functions that return a stream: the event stays open until the stream ends, and its items are the outputs."""

import asyncio
import contextlib
import gc
import inspect
import pickle
import threading
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from honeyhive import HoneyHive, current_event, trace
from honeyhive_server import LocalServer

from .stored import by_name, stored, tree


@trace
def module_level(count: int) -> Iterator[int]:
    yield from range(count)


def test_the_parent_of_a_stream_is_that_of_the_call(hh: HoneyHive, server: LocalServer) -> None:
    def chunks() -> Iterator[str]:
        for part in ("a", "b"):
            with hh.event("inside"):
                yield part

    @hh.trace
    def returns() -> Iterator[str]:
        return chunks()

    @hh.trace
    def yields() -> Iterator[str]:
        yield from chunks()

    with hh.session("s"):
        first, second = returns(), yields()
    taken: list[str] = []
    with hh.session("other"):
        thread = threading.Thread(target=lambda: taken.extend([*first, *second]))
        thread.start()
        thread.join()

    assert taken == ["a", "b", "a", "b"]
    found = {name: children for root in stored(hh, server) for name, children in tree(root).items()}
    inside = [{"inside": []}, {"inside": []}]
    assert sorted(found["s"], key=str) == [{"returns": inside}, {"yields": inside}]
    assert found["other"] == []
    events = by_name(hh, server)
    for name in ("returns", "yields"):
        assert events[name]["outputs"] == {"value": "ab"}
        assert events[name]["metadata"]["time_to_first_token_ms"] <= events[name]["duration"]


def test_async_generators_are_recorded_in_another_task(hh: HoneyHive, server: LocalServer) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        with hh.event("inside"):
            await asyncio.sleep(0)
        yield "é".encode()[:1]
        yield "é".encode()[1:]

    @hh.trace
    def returns() -> AsyncIterator[bytes]:
        return chunks()

    @hh.trace
    async def later() -> AsyncIterator[bytes]:
        return chunks()

    @hh.trace
    async def yields() -> AsyncIterator[bytes]:
        async for chunk in chunks():
            yield chunk

    async def drain(stream: AsyncIterator[bytes]) -> bytes:
        return b"".join([chunk async for chunk in stream])

    async def main() -> None:
        with hh.session("s"):
            made = [returns(), await later(), yields()]
        assert await asyncio.gather(*(asyncio.create_task(drain(one)) for one in made)) == ["é".encode()] * 3

    asyncio.run(main())
    (root,) = stored(hh, server)
    inside = [{"inside": []}]
    assert sorted(tree(root)["s"], key=str) == [{"later": inside}, {"returns": inside}, {"yields": inside}]
    assert {event["outputs"]["value"] for name, event in by_name(hh, server).items() if name in tree_names(root)} == {
        "é"
    }


def tree_names(root: Any) -> set[str]:
    return {child["event_name"] for child in root["children"]}


def test_an_error_of_the_stream_is_recorded_and_raised_unchanged(hh: HoneyHive, server: LocalServer) -> None:
    @hh.trace
    def returns() -> Iterator[str]:
        def chunks() -> Iterator[str]:
            yield "a"
            raise LookupError("lost")

        return chunks()

    with pytest.raises(LookupError, match="lost"):
        list(returns())
    event = by_name(hh, server)["returns"]
    assert (event["outputs"], event["error"]) == ({"value": "a"}, "LookupError: lost")


@pytest.mark.parametrize("taken", [0, 1])
def test_a_stream_that_is_closed_or_dropped_is_recorded_without_an_error(
    hh: HoneyHive, server: LocalServer, taken: int
) -> None:
    closed: list[str] = []

    def chunks() -> Iterator[str]:
        try:
            yield "a"
            yield "b"
        finally:
            closed.append("closed")

    async def async_chunks() -> AsyncIterator[str]:
        yield "a"
        yield "b"

    closes: Any = hh.trace(lambda: chunks(), name="closes")()
    drops: Any = hh.trace(lambda: chunks(), name="drops")()
    async_drops: Any = hh.trace(lambda: async_chunks(), name="async")()
    for _ in range(taken):
        next(closes)
        next(drops)
        asyncio.run(anext(async_drops))
    closes.close()
    del drops, async_drops
    gc.collect()

    assert closed == ["closed"] * 2 * taken
    events = by_name(hh, server)
    for name in ("closes", "drops", "async"):
        assert events[name]["error"] is None
        assert events[name]["outputs"] == ({"value": "a"} if taken else {})


def test_a_cancelled_consumer_is_not_an_error(hh: HoneyHive, server: LocalServer) -> None:
    @hh.trace
    async def endless() -> AsyncIterator[str]:
        yield "a"
        await asyncio.Event().wait()

    async def main() -> None:
        async def consume() -> None:
            async for _ in endless():
                started.set()

        started = asyncio.Event()
        task = asyncio.create_task(consume())
        await started.wait()
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task

    asyncio.run(main())
    assert by_name(hh, server)["endless"]["error"] is None


def test_reduce_and_outputs_choose_what_is_recorded(hh: HoneyHive, server: LocalServer) -> None:
    @hh.trace(reduce=sum)
    def added() -> Iterator[int]:
        yield from (1, 2, 3)

    @hh.trace(outputs=lambda text: {"length": len(text)})
    def measured() -> Iterator[str]:
        yield from ("ab", "c")

    @hh.trace(outputs=False)
    def hidden() -> Iterator[str]:
        yield "private"

    @hh.trace(reduce=lambda items: items.missing)
    def failing() -> Iterator[str]:
        yield "private"

    for stream in (added, measured, hidden, failing):
        list(stream())
    events = by_name(hh, server)
    assert [events[name]["outputs"] for name in ("added", "measured", "hidden", "failing")] == [
        {"value": 6},
        {"length": 3},
        {},
        {},
    ]
    assert events["failing"]["metadata"]["honeyhive"]["changes"] == [
        "outputs: left out, because the function in trace(reduce=) raised AttributeError"
    ]


def test_items_of_several_kinds_are_a_list(hh: HoneyHive, server: LocalServer) -> None:
    @hh.trace
    def mixed() -> Iterator[object]:
        yield from ("a", "b", {"c": 1})

    list(mixed())
    assert by_name(hh, server)["mixed"]["outputs"] == {"value": ["a", "b", {"c": 1}]}


def test_a_long_stream_is_bounded(hh: HoneyHive, server: LocalServer) -> None:
    @hh.trace
    def long() -> Iterator[str]:
        for _ in range(300):
            yield "x" * 10_000

    for _ in long():
        pass
    event = by_name(hh, server)["long"]
    assert len(event["outputs"]["value"]) < 600_000
    assert "outputs: 250 more items were yielded" in str(event["metadata"]["honeyhive"]["changes"])


def test_inspect_recognizes_the_kind_of_a_decorated_function(hh: HoneyHive) -> None:
    @hh.trace
    async def items() -> AsyncIterator[int]:
        yield 1

    class Model(BaseModel):
        size: int

        @hh.trace
        def stream(self, more: int) -> Iterator[int]:
            yield self.size + more

    assert inspect.isgeneratorfunction(module_level)
    assert inspect.isasyncgenfunction(items)
    assert module_level.__name__ == "module_level"
    assert str(inspect.signature(module_level)) == "(count: int) -> collections.abc.Iterator[int]"
    assert pickle.loads(pickle.dumps(module_level)) is module_level
    assert inspect.isgenerator(module_level(1))
    assert inspect.isasyncgen(items())
    with hh.session("s"):
        assert list(Model(size=1).stream(2)) == [3]
        with contextlib.contextmanager(module_level)(1) as number:  # type: ignore[arg-type]
            assert number == 0


def test_the_event_is_current_while_the_stream_runs_and_not_between(hh: HoneyHive) -> None:
    seen: list[str] = []

    @hh.trace
    def items() -> Iterator[int]:
        seen.append(current_event().name)
        yield 1

    with hh.event("around"):
        for _ in items():
            seen += [current_event().name]
    assert [name.rpartition(".")[2] for name in seen] == ["items", "around"]
