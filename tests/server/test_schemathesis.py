"""Responses checked by schemathesis against openapi.yaml, on both engines; `make faults` runs more."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from honeyhive_api.index import INDEX
from schemathesis.core.failures import Failure, FailureGroup

import honeyhive_server
from honeyhive_server import LocalServer
from tests.server.conftest import ENGINES
from tests.server.schemathesis_checks import ABSENT, EXCLUDED, PARTLY, REFUSED, implemented, judge_links, judge_many

OPERATIONS = implemented()


@pytest.fixture(scope="module", params=ENGINES)
def judged(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalServer]:
    """Yield one server for all operations, because some operations use objects that other operations created."""
    if request.param == "sqlite":
        database = str(tmp_path_factory.mktemp("judged") / "h.db")
    else:
        database = request.getfixturevalue("emptied")
    with LocalServer(database=database) as server:
        yield server

        assert server.violations == []


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_every_response_is_documented(judged, operation):
    judge_many(operation, judged.url, 1)


def test_every_operation_of_the_document_is_judged():
    assert {each.definition.raw["operationId"] for each in OPERATIONS} == set(INDEX)


def test_openapi_links_work(judged):
    judge_links(judged.url, 2, 5)


def test_implemented_operations_never_return_501():
    (operation,) = (each for each in OPERATIONS if each.definition.raw["operationId"] == "listDatasets")
    assert operation.definition.raw["operationId"] not in ABSENT
    with LocalServer() as server:
        server.fail_next(501, times=100)

        with pytest.raises((Failure, FailureGroup)):
            judge_many(operation, server.url, 1)


def test_every_excluded_message_is_one_of_the_server():
    """Otherwise the long form would fail after a message is reworded."""
    source = "".join(path.read_text() for path in Path(honeyhive_server.__file__).parent.rglob("*.py"))
    source += "recursion"  # in messages of Python and orjson
    literals = [each.strip() for pattern in REFUSED for each in re.findall(r"[A-Za-z ,-]{7,}", pattern)]
    assert len(literals) > len(REFUSED)
    assert [each for each in literals if each not in source] == []


def test_every_exclusion_has_a_reason():
    assert all(reason.strip() for reason in (*EXCLUDED.values(), *PARTLY.values(), *REFUSED.values()))
