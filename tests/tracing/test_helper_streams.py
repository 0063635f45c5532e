"""The helper streams of OpenAI and Anthropic, and tool calls whose arguments arrive in pieces."""

import asyncio
import gc
from collections.abc import Iterator
from typing import Any

import anthropic
import httpx
import openai
import pytest

from honeyhive import HoneyHive
from honeyhive_server import LocalServer
from tests.otel.fake_model import ANSWER, TOOL_ARGUMENTS, FakeModel

from .stored import by_name

SAID = {"role": "assistant", "content": ANSWER}
ASK: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "why"}]}
SCHEMA = {"type": "object", "properties": {"parcel": {"type": "string"}}}
OPENAI_TOOL = {"type": "function", "function": {"name": "track_parcel", "parameters": SCHEMA}}
ANTHROPIC_TOOL = {"name": "track_parcel", "input_schema": SCHEMA}


@pytest.fixture
def model() -> Iterator[FakeModel]:
    with FakeModel() as running:
        yield running


@pytest.fixture
def client(model: FakeModel) -> Iterator[openai.OpenAI]:
    http = httpx.Client(trust_env=False)
    with openai.OpenAI(api_key="x", base_url=f"{model.url}/v1", http_client=http) as made:
        yield made


def test_the_helper_stream_of_openai(hh: HoneyHive, server: LocalServer, client: openai.OpenAI) -> None:
    @hh.trace(type="model")
    def returned() -> Any:
        return client.chat.completions.stream(**ASK)

    @hh.trace(type="model")
    def passed_on() -> Iterator[Any]:
        with client.chat.completions.stream(**ASK) as stream:
            yield from stream

    with hh.session("s"):
        with returned() as stream:
            assert stream.get_final_completion().choices[0].message.content == ANSWER
        assert list(passed_on())
        dropped = hh.trace(lambda: client.chat.completions.stream(**ASK), name="never entered")()
        del dropped
        gc.collect()
        missing = {**ASK, "model": "missing"}
        refused = hh.trace(lambda: client.chat.completions.stream(**missing), name="failed")()
        with pytest.raises(openai.NotFoundError):
            refused.__enter__()

    events = by_name(hh, server)
    assert events["returned"]["outputs"] == events["passed_on"]["outputs"] == SAID
    assert events["returned"]["metadata"]["finish_reason"] == "stop"
    assert events["never entered"]["error"] is None
    assert "NotFoundError" in events["failed"]["error"]


def test_the_async_helper_stream_of_openai(hh: HoneyHive, server: LocalServer, model: FakeModel) -> None:
    async def main() -> None:
        http = httpx.AsyncClient(trust_env=False)
        async with openai.AsyncOpenAI(api_key="x", base_url=f"{model.url}/v1", http_client=http) as client:
            ask = hh.trace(lambda: client.chat.completions.stream(**ASK), name="ask")
            async with ask() as stream:
                assert [event async for event in stream]

    asyncio.run(main())
    assert by_name(hh, server)["ask"]["outputs"] == SAID


def test_the_helper_stream_of_anthropic(hh: HoneyHive, server: LocalServer, model: FakeModel) -> None:
    with anthropic.Anthropic(api_key="x", base_url=model.url) as client:

        @hh.trace(type="model")
        def returned() -> Any:
            return client.messages.stream(**ASK, max_tokens=9)

        @hh.trace(type="model")
        def passed_on() -> Iterator[Any]:
            with client.messages.stream(**ASK, max_tokens=9) as stream:
                yield from stream

        with returned() as stream:
            assert "".join(stream.text_stream) == ANSWER
        assert list(passed_on())

    events = by_name(hh, server)
    assert events["returned"]["outputs"] == events["passed_on"]["outputs"] == SAID
    assert events["returned"]["metadata"]["completion_tokens"] == 8


def test_the_async_helper_stream_of_anthropic(hh: HoneyHive, server: LocalServer, model: FakeModel) -> None:
    async def main() -> None:
        async with anthropic.AsyncAnthropic(api_key="x", base_url=model.url) as client:
            ask = hh.trace(lambda: client.messages.stream(**ASK, max_tokens=9), name="ask")
            async with ask() as stream:
                assert await stream.get_final_text() == ANSWER

    asyncio.run(main())
    assert by_name(hh, server)["ask"]["outputs"] == SAID


@pytest.mark.parametrize("is_helper", [False, True])
def test_tool_calls_of_openai_in_chunks(
    hh: HoneyHive, server: LocalServer, client: openai.OpenAI, is_helper: bool
) -> None:
    @hh.trace(type="model")
    def ask() -> Any:
        if is_helper:
            return client.chat.completions.stream(**ASK, tools=[OPENAI_TOOL])  # type: ignore[list-item]
        return client.chat.completions.create(**ASK, tools=[OPENAI_TOOL], stream=True)

    with ask() as stream:
        assert list(stream)

    event = by_name(hh, server)["ask"]
    call = {"id": "call_1", "name": "track_parcel", "arguments": TOOL_ARGUMENTS}
    assert event["outputs"] == {"role": "assistant", "content": "", "tool_calls": [call]}
    assert event["metadata"]["finish_reason"] == "tool_calls"


@pytest.mark.parametrize("is_helper", [False, True])
def test_tool_calls_of_anthropic_in_chunks(
    hh: HoneyHive, server: LocalServer, model: FakeModel, is_helper: bool
) -> None:
    asked: dict[str, Any] = {**ASK, "max_tokens": 9, "tools": [ANTHROPIC_TOOL]}
    with anthropic.Anthropic(api_key="x", base_url=model.url) as client:

        @hh.trace(type="model")
        def ask() -> Any:
            return client.messages.stream(**asked) if is_helper else client.messages.create(**asked, stream=True)

        with ask() as stream:
            assert list(stream)

    event = by_name(hh, server)["ask"]
    call = {"id": "toolu_1", "name": "track_parcel", "arguments": TOOL_ARGUMENTS}
    assert event["outputs"] == {"role": "assistant", "content": "", "tool_calls": [call]}
    assert event["metadata"]["finish_reason"] == "tool_use"
