"""Lists filtered by name, status and project: the same pages on both engines, and those that the documents imply."""

import asyncio
from itertools import product

import pytest
from sqlalchemy import event

from honeyhive_server.model.event_model import event_document, session_document
from honeyhive_server.model.filters import Condition
from honeyhive_server.store import EventStore, failed_events, session_lists
from honeyhive_server.store.project_scope import scope
from honeyhive_server.store.queries import PageWindow
from honeyhive_server.store.session_lists import ListFilter

NAMES = ("Answer", "answer twice", "search", 'quoted "name"', "50%_\\", "rare")
SESSIONS, EVENTS = 30, 6


def documents():
    """Return sessions with events. Some start at the same time, and a fifth of the events have an error."""
    made = []
    for n in range(SESSIONS):
        its = {"session_id": f"s{n:02}", "project": f"p{n % 3}", "start_time": 1000 + n // 2}
        made.append(session_document({**its, "session_name": f"Session {NAMES[n % 5]}"}, 1, its["session_id"]))
        for k in range(EVENTS - 1):
            name = NAMES[(n + k) % 5] if (n, k) != (0, 1) else "rare"
            error = "no" if k == 0 and n % 4 == 0 else None
            body = {**its, "event_type": "tool", "event_name": name, "event_id": f"s{n:02}e{k}", "error": error}
            made.append(event_document(body, 1, free_ids=True))
    return made


@pytest.fixture
def stores(tmp_path, postgresql):
    opened = [EventStore(str(tmp_path / "h.db")), EventStore(postgresql)]
    for store in opened:
        asyncio.run(store.write(events=documents()))
    yield opened
    for store in opened:
        store.close()


def expected(kind, name, failed, project):
    """Return the ids of the matching events or sessions, the newest first; of equal times, the last arrival first."""
    made = documents()
    broken = {each["session_id" if kind == "session" else "event_id"] for each in made if each["error"]}
    chosen = [
        (each["start_time"], number, each["event_id"])
        for number, each in enumerate(made)
        if (kind == "event" or each["event_type"] == "session")
        and name.lower() in each["event_name"].lower()
        and (failed is None or failed == (each["event_id"] in broken))
        and project in (None, each["project"])
    ]
    return [event_id for *_, event_id in sorted(chosen, reverse=True)]


FILTERS = list(product(("", "answer", "ANSWER", '"', "%", "_\\", "rare", "missing"), (None, True, False), (None, "p1")))


@pytest.mark.parametrize("kind", ["event", "session"])
@pytest.mark.parametrize("key_project", [None, "p1"])
def test_filtered_lists_are_equal_on_both_engines(stores, kind, key_project):
    finder = session_lists.find_events if kind == "event" else session_lists.find_sessions
    for name, failed, project in FILTERS:
        conditions = [Condition(("project",), "is", value=project)] if project else []
        wanted = expected(kind, name, failed, project or key_project)
        search = ListFilter(conditions, name=name, failed=failed)
        for store, number in product(stores, (1, 2)):
            with scope(key_project):
                page = store.read_now(finder, search, PageWindow(7, number))
            first = 7 * (number - 1)
            assert [each.event_id for each in page.rows] == wanted[first : first + 8], (store.name, search, number)


@pytest.mark.parametrize("kind", ["event", "session"])
@pytest.mark.parametrize("max_failed", [0, 100])
def test_limited_lists_are_equal_on_both_engines(stores, kind, max_failed, monkeypatch):
    monkeypatch.setattr(failed_events, "MAX_FAILED", max_failed)
    monkeypatch.setattr(session_lists, "FIRST_SCANNED", 3)
    monkeypatch.setattr(session_lists, "MAX_SCANNED", 20)
    asyncio.run(stores[0].index())  # events that are not indexed are read in any number
    finder = session_lists.find_events if kind == "event" else session_lists.find_sessions
    for name, failed, project in FILTERS:
        conditions = [Condition(("project",), "is", value=project)] if project else []
        search = ListFilter(conditions, name=name, failed=failed)
        one, other = (store.read_now(finder, search, PageWindow(2)) for store in stores)
        assert one == other, search


def test_postgresql_reads_no_document_for_a_name_or_status(stores):
    """Reading it takes ten times as long as a column, and the planner knows nothing about its values."""
    statements = []
    event.listen(stores[1]._reading, "before_cursor_execute", lambda *call: statements.append(call[2]))

    for finder, failed in product((session_lists.find_events, session_lists.find_sessions), (True, False)):
        stores[1].read_now(finder, ListFilter(name="answer", failed=failed), PageWindow(7))

    assert statements
    assert not any("->" in each for each in statements)


def test_the_columns_of_postgresql_follow_changes(stores):
    for store in stores:
        asyncio.run(store.write(session={**session_document({"session_name": "New"}, 9, "placed"), "error": "no"}))
        asyncio.run(store.write(event_id="s00e1", changes={"outputs": {"answer": 1}}))
        found = store.read_now(session_lists.find_sessions, ListFilter(name="new", failed=True), PageWindow(7)).rows
        assert [each.event_id for each in found] == ["placed"]
        found = store.read_now(session_lists.find_events, ListFilter(name="rare"), PageWindow(7)).rows
        assert [(each.event_id, '"answer":1' in each.document) for each in found] == [("s00e1", True)]
