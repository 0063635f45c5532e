"""Arbitrary bodies, paths and query strings give only documented responses and never a 500, for every operation."""

import json
import re
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from honeyhive_server import LocalServer
from honeyhive_server.api.handlers import HANDLERS
from honeyhive_server.contract import served_operations as openapi

DOCUMENTED = openapi.load().operations
OPERATIONS = sorted((one for one in DOCUMENTED.values() if one.id in HANDLERS), key=lambda operation: operation.id)

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just("tool"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
KEYS = """session session_id event events event_id event_type inputs outputs metadata start_time children parent_id logs
model_event model_events model_name single_session session_properties filters dateRange limit page projections
name datapoints linked_datasets mapping checkState selectAll dataset_id run_id event_ids session_ids passing_ranges
metrics id env tags add_event_ids query"""
keys = st.sampled_from(KEYS.split())
loose = st.dictionaries(keys, values, max_size=6)
# The bodies are wrapped or plain, and most of them have the required keys.
items = st.builds(lambda more: {"event_type": "tool", "inputs": {}, "model_name": "m", **more}, loose)
filters = st.fixed_dictionaries(
    {
        "field": st.text(max_size=5) | st.just("metadata.a"),
        "operator": st.sampled_from(["is", "contains", "after"]),
        "value": values,
    }
)
METRICS = st.fixed_dictionaries(
    {"name": st.text(max_size=3), "criteria": st.just("c"), "type": st.sampled_from(["LLM", "HUMAN", "PYTHON"])}
)
bodies = st.one_of(
    values,
    items,
    st.builds(lambda item: {"event": item, "session": item, "model_event": item}, items),
    st.builds(lambda many, more: {"events": many, "model_events": many, **more}, st.lists(items, max_size=3), loose),
    st.builds(lambda many: {"filters": many}, st.lists(filters, max_size=2)),
    st.builds(lambda row, more: {"data": [row], "mapping": {"inputs": ["limit"]}, **more}, loose, loose),
    st.builds(
        lambda metric, more: {**metric, "metric": metric, "event": {}, "content": metric, **more}, METRICS, loose
    ),
)
PARAMETERS = sorted({parameter.name for one in OPERATIONS for parameter in one.query})
texts = st.text(max_size=5) | st.sampled_from(
    ["1", "99999999999999999999", "true", "asc", "name", "p90", "r", "{}", "[]", "null", '{"$gte": 1e308}', '{"a": {}}']
)
queries = st.dictionaries(st.sampled_from(PARAMETERS) | st.text(max_size=5), texts, max_size=4)


@pytest.fixture(scope="module")
def fuzzed():
    with LocalServer() as server, httpx.Client(base_url=server.url, headers={"Authorization": "Bearer x"}) as client:
        client.post("/v1/runs", json={"run_id": "r"})
        client.post("/v1/events", json={"event_type": "tool", "inputs": {}, "metadata": {"run_id": "r"}})
        yield server, client


def test_every_operation_has_exactly_one_handler():
    assert HANDLERS.keys() == DOCUMENTED.keys()


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
@settings(max_examples=20, suppress_health_check=list(HealthCheck), deadline=None)
@given(
    body=bodies,
    identifier=st.text(min_size=1, max_size=8) | st.just("r"),
    query=queries,
)
def test_arbitrary_requests_are_never_500_or_undocumented(fuzzed, operation, body, identifier, query):
    server, client = fuzzed
    path = re.sub(r"\{\w+\}", lambda _: quoted(identifier), operation.path)
    content = (
        {} if operation.body is None else {"content": json.dumps(body), "headers": {"Content-Type": "application/json"}}
    )

    answer = client.request(operation.method, path, params=query, **content)

    assert answer.status_code < 500 or answer.status_code == 501
    assert server.violations == []


def quoted(text):
    return quote(text, safe="", errors="replace")
