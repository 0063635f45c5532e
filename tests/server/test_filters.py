"""SQL filters compared with the same filters in Python, on arbitrary documents."""

import asyncio

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from honeyhive_server.model.event_model import event_document
from honeyhive_server.model.filters import Condition, TimeRange
from honeyhive_server.model.json_codec import loads
from honeyhive_server.store import EventStore, queries
from honeyhive_server.store.queries import PageWindow

scalars = st.sampled_from([None, True, False, 0, 1, -1.5, 10**18, "", "1", "true", "a", "A", "ä", "null", "a'b%_\\"])
metadata = st.dictionaries(
    st.sampled_from(["k", "k.l", "ä"]), scalars | st.lists(scalars, max_size=2) | st.dictionaries(st.just("l"), scalars)
)
fields = st.sampled_from([("metadata", "k"), ("metadata", "k", "l"), ("metadata", "ä"), ("metadata",), ("nothing",)])
conditions = st.one_of(
    st.builds(Condition, fields, st.just("exists"), st.booleans()),
    st.builds(Condition, fields, st.just("is"), st.booleans(), scalars.filter(lambda value: value is not None)),
    st.builds(Condition, fields, st.just("contains"), st.booleans(), st.sampled_from(["a", "A", "%", "_", "1"])),
    st.builds(
        Condition, fields, st.sampled_from(["greater", "less"]), st.just(False), st.sampled_from([0, 0.5, -2, 10**18])
    ),
)


def is_number(value):
    return isinstance(value, int | float) and not isinstance(value, bool)


def places(document, field):
    """Return the values that an event has for a field, one for each place where the field may be."""
    for path in {field, (field[0], ".".join(field[1:]))} if len(field) > 2 else {field}:
        value = document
        for step in path:
            value = value.get(step) if isinstance(value, dict) else None
        yield value


def holds(document, condition):
    """Return True if an event meets a condition, as the documentation of filters defines it."""

    def test(value):
        match condition.test:
            case "exists":
                return value is not None
            case "is" if is_number(condition.value):
                return is_number(value) and value == condition.value
            case "is":
                return type(value) is type(condition.value) and value == condition.value
            case "contains":
                text = value if isinstance(value, str) else json_text(value)
                return condition.value in text
            case "greater":
                return is_number(value) and value > condition.value
        return is_number(value) and value < condition.value

    return any(map(test, places(document, condition.field))) is not condition.negated


def json_text(value):
    from honeyhive_server.model.json_codec import write_json

    return write_json(value) if isinstance(value, dict | list) else ""


@pytest.fixture
def store(database):
    opened = EventStore(database)
    yield opened
    opened.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(metadata=metadata, condition=conditions)
def test_sql_and_python_agree_on_every_condition(store, metadata, condition):
    document = event_document({"metadata": metadata}, 5, free_ids=False)
    asyncio.run(store.write(events=[document]))
    only_this = Condition(("event_id",), "is", value=document["event_id"])

    found, _ = store.read_now(queries.find, (only_this, condition), TimeRange(), PageWindow(10))

    assert [loads(each)["event_id"] for each in found] == [document["event_id"]] * holds(document, condition)
