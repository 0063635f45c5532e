"""For each operation, HoneyHive and the low-level client send the same bytes."""

import json
import re
import warnings
from importlib import import_module
from typing import Any

import anyio
import pytest
from honeyhive_api.connection import HOSTS
from honeyhive_api.index import INDEX
from honeyhive_api.types import Operation

from honeyhive import AsyncHoneyHive, HoneyHive
from tests.operations.test_every_operation import Case, argument, call, cases, success
from tests.rows import OPERATIONS

from .conftest import KEYS, Wire, response

UUID = "11111111-1111-4111-8111-111111111111"


def settings(wire: Wire) -> dict[str, Any]:
    names = {"ingestionKey": "ingestion", "dataPlaneKey": "data_plane", "controlPlaneKey": "control_plane"}
    keys = {f"{names[scheme]}_api_key": key for scheme, key in KEYS.items() if scheme in names}
    urls = {f"{host}_url": f"{wire.url}/{host}" for host in HOSTS}
    return {"api_key": KEYS["projectKey"], **keys, **urls, "max_retries": 0}


def module(operation: Operation) -> Any:
    return import_module(f"honeyhive_api.api.{INDEX[operation.id].module}")


def low_level_arguments(case: Case) -> dict[str, Any]:
    """Return the arguments of the low-level functions: parameters by name, and the example of the body unchanged."""
    parameters = {one.argument: argument(case, one) for one in case.operation.fields if one.location != "body"}
    return parameters | ({"body": case.body} if case.operation.body else {})


def with_ids(case: Case) -> Case:
    """Return the case with the ids and the start times that HoneyHive would otherwise generate."""
    body = json.loads(json.dumps(case.body))
    for place in case.operation.client_ids:
        holder, _, name = place.rpartition(".")
        held = body.get(holder.removesuffix("[]"), []) if holder else body
        for one in held if isinstance(held, list) else [held]:
            one.setdefault(name, UUID)
            if name == "event_id" and "duration" in one:
                one.setdefault("start_time", 1_700_000_000_000)
    return case._replace(body=in_order(case, body))


def in_order(case: Case, body: Any) -> Any:
    """Return the body with its keys in the order of the document, including keys that repeat a path parameter."""
    if case.operation.body != "flat":
        return body
    in_path = {one.argument: argument(case, one) for one in case.operation.fields if one.location == "path"}
    fields = [one for one in case.operation.fields if one.location == "body"]
    whole = {**body, **{one.name: in_path[one.argument] for one in fields if one.argument in in_path}}
    return {one.name: whole[one.name] for one in fields if one.name in whole}


EVERY = [with_ids(case) for case in cases()]


@pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")
@pytest.mark.parametrize("case", EVERY, ids=str)
def test_both_layers_send_the_same_bytes(case: Case, wire: Wire) -> None:
    status, example, _ = success(case)
    wire.answer = lambda _: response(example, f"{status} OK")

    with HoneyHive(**settings(wire)) as hh:
        call(hh, case)
        module(case.operation).sync_detailed(**low_level_arguments(case), client=hh.low_level)

    facade, low_level = wire.received
    assert facade == low_level


@pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")
def test_both_async_layers_send_the_same_bytes(wire: Wire) -> None:
    async def main() -> None:
        async with AsyncHoneyHive(**settings(wire)) as hh:
            for case in EVERY:
                status, example, _ = success(case)
                wire.answer = lambda _, status=status, example=example: response(example, f"{status} OK")
                await call(hh, case)
                await module(case.operation).asyncio_detailed(**low_level_arguments(case), client=hh.low_level)

    anyio.run(main)
    assert wire.received[::2] == wire.received[1::2]
    assert len(wire.received) == 2 * len(EVERY)


def test_every_operation_has_the_four_functions() -> None:
    for operation in OPERATIONS.values():
        found = module(operation)
        assert {"sync", "sync_detailed", "asyncio", "asyncio_detailed", "build_request", "read_reply"} <= vars(
            found
        ).keys()


@pytest.mark.parametrize("case", EVERY[:4], ids=str)
def test_an_authenticated_client_sends_the_same_request_line_and_body(case: Case, wire: Wire, client: Any) -> None:
    status, example, _ = success(case)
    wire.answer = lambda _: response(example, f"{status} OK")
    with warnings.catch_warnings(), HoneyHive(**settings(wire)) as hh:
        warnings.simplefilter("ignore")
        call(hh, case)
    parsed = module(case.operation).sync(**low_level_arguments(case), client=client)

    facade, low_level = wire.received
    line, body = re.compile(rb"^[^\r]+"), re.compile(rb"\r\n\r\n(.*)$", re.DOTALL)
    assert line.search(facade)[0] == line.search(low_level)[0]  # type: ignore[index]
    assert body.search(facade)[1] == body.search(low_level)[1]  # type: ignore[index]
    assert (
        parsed is None or parsed.to_dict() == example if not isinstance(example, list) else len(parsed) == len(example)
    )
