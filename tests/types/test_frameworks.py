"""Every method of both clients works with frameworks that read signatures."""

import asyncio
import inspect
import json
import typing
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from honeyhive_api.index import INDEX
from langchain_core.tools import StructuredTool
from mcp.server.mcpserver import MCPServer
from pydantic import ValidationError, validate_call

from honeyhive import AsyncHoneyHive, HoneyHive
from honeyhive._client import calls as common
from honeyhive.types import UNSET, Event
from tests.operations.conftest import Script, running, script  # noqa: F401 - fixtures

CALLS = sorted({entry.call for entry in INDEX.values()})
EVENT: dict[str, Any] = {"event_type": "tool", "inputs": {"a": 1}}


def method(client: Any, call: str) -> Callable[..., Any]:
    namespace, _, name = call.partition(".")
    found: Callable[..., Any] = getattr(getattr(client, namespace), name)
    return found


@pytest.fixture
def hh(script: Script) -> Iterator[HoneyHive]:  # noqa: F811
    common._warned.clear()
    with HoneyHive(**script.settings()) as client:
        yield client


@pytest.mark.parametrize("client", [HoneyHive, AsyncHoneyHive])
def test_get_type_hints_resolves_for_every_method(client: Any) -> None:
    for call in CALLS:
        found = method(client(api_key="hh_x"), call)
        hints = typing.get_type_hints(found, include_extras=True)
        assert hints.keys() == {*inspect.signature(found).parameters, "return"}, call


def test_every_async_method_is_a_coroutine_function() -> None:
    client = AsyncHoneyHive(api_key="hh_x")
    for call in CALLS:
        assert inspect.iscoroutinefunction(method(client, call)), call
    assert inspect.iscoroutinefunction(client.request)


@pytest.mark.parametrize("client", [HoneyHive, AsyncHoneyHive])
def test_every_method_becomes_a_tool(client: Any) -> None:
    made, server = client(api_key="hh_x"), MCPServer("honeyhive")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for call in CALLS:
            found = method(made, call)
            validate_call(found)
            server.add_tool(found, name=call.replace(".", "_"))
            way = {"coroutine": found} if client is AsyncHoneyHive else {"func": found}
            tool = StructuredTool.from_function(**way, name=call.replace(".", "_"))
            json.dumps(tool.get_input_schema().model_json_schema())


def test_pydantic_keeps_unknown_keys_and_accepts_models(hh: HoneyHive, script: Script) -> None:  # noqa: F811
    create = validate_call(hh.events.create_batch)
    event = Event.from_dict({**EVENT, "event_id": "11111111-1111-4111-8111-111111111111"})

    with pytest.warns(UserWarning, match="brand_new"):
        create(events=[{**EVENT, "brand_new": 1}, event])

    sent = script.asked[0].body["events"]
    assert (sent[0]["brand_new"], sent[1]) == (1, event.to_dict() | {"session_id": sent[1]["session_id"]})
    with pytest.raises(ValidationError, match="event_type"):
        create(events=[{"inputs": {}}])
    assert len(script.asked) == 1


def test_pydantic_accepts_unset_and_none(hh: HoneyHive, script: Script) -> None:  # noqa: F811
    create = validate_call(hh.events.create)
    create(**EVENT, error=UNSET)
    create(**EVENT, error=None)

    assert ["error" in one.body["event"] if "event" in one.body else "error" in one.body for one in script.asked] == [
        False,
        True,
    ]


def test_a_langchain_tool_sends(hh: HoneyHive, script: Script) -> None:  # noqa: F811
    tool = StructuredTool.from_function(hh.events.create_batch, name="log")
    tool.invoke({"events": [EVENT]})

    assert script.asked[0].body["events"][0]["inputs"] == {"a": 1}


def test_an_mcp_tool_sends(script: Script) -> None:  # noqa: F811
    async def main() -> None:
        async with AsyncHoneyHive(**script.settings()) as client:
            server = MCPServer("honeyhive")
            server.add_tool(client.events.create_batch, name="log")
            await server.call_tool("log", {"events": [EVENT]})

    asyncio.run(main())
    assert script.asked[0].body["events"][0]["inputs"] == {"a": 1}


def test_a_starlette_background_task_awaits_the_call(script: Script) -> None:  # noqa: F811
    from starlette.background import BackgroundTask

    async def main() -> None:
        async with AsyncHoneyHive(**script.settings()) as client:
            await BackgroundTask(client.sessions.create, session_name="x")()

    script.answer = lambda _: (200, {"event_id": "e", "session_id": "s"})
    asyncio.run(main())
    assert script.asked[0].body["session_name"] == "x"


def test_tenacity_repeats_an_async_method(script: Script) -> None:  # noqa: F811
    from tenacity import retry, stop_after_attempt

    answers = iter([(503, {"message": "later"}), (200, {"event_id": "e", "session_id": "s"})])
    script.answer = lambda _: next(answers)

    async def main() -> Any:
        async with AsyncHoneyHive(**script.settings()) as client:
            create = retry(stop=stop_after_attempt(2))(client.sessions.create)
            return await create(session_name="x")

    assert asyncio.run(main()).session_id == "s"
    assert len(script.asked) == 2


def test_deprecated_methods_have_the_attribute_deprecated() -> None:
    hh = HoneyHive(api_key="hh_x")
    assert hh.datasets.delete_legacy.__deprecated__.startswith("datasets.delete_legacy() is deprecated: use")  # type: ignore[attr-defined]


def test_an_argument_error_of_a_task_names_the_method() -> None:
    async def main() -> None:
        async with AsyncHoneyHive(api_key="hh_x", base_url="http://127.0.0.1:9") as client:
            task = asyncio.create_task(client.sessions.create(start_time="2026-01-01T00:00:00"))
            with pytest.raises(ValueError, match=r"^sessions\.create\(\): start_time has no time zone; "):
                await task

    asyncio.run(main())


def test_get_type_hints_resolves_for_every_model() -> None:
    from honeyhive_api import models

    for name in models.__all__:
        found = getattr(models, name)
        if inspect.isclass(found):
            assert typing.get_type_hints(found), name
