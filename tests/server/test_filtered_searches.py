"""Searches together with filters: every page, on both engines, compared with a search of the documents themselves."""

import asyncio
from itertools import product

import pytest

from honeyhive_server.model.event_model import event_document, session_document
from honeyhive_server.model.filters import Condition, TimeRange
from honeyhive_server.store import EventStore, failed_events, postgresql_matches, session_lists, word_query
from honeyhive_server.store.project_scope import scope
from honeyhive_server.store.queries import PageWindow
from honeyhive_server.store.session_lists import ListFilter

SESSIONS, EVENTS = 40, 6
PAGE = 7
TEXTS = {
    "common": lambda text: "common" in text,
    "even": lambda text: "even" in text,
    "w3": lambda text: "w3" in text,
    "w*": lambda _: True,
    "missing": lambda _: False,
    '"red blue"': lambda text: "red blue" in text,
    "red blue": lambda text: "red" in text and "blue" in text,
    '"common red"': lambda _: False,
}
FILTERS = list(product((None, True, False), (None, "p1"), (None, 1_015, 1_035, 2_000), ("", "answer")))
# Limits as in a database with many more events.
SMALL = [
    (word_query, "WINDOWS", (5, 10, 20, 1_000)),
    (word_query, "MAX_COUNT", 20),
    (postgresql_matches, "NEWEST", 15),
    (postgresql_matches, "NEWEST_FOR_PHRASE", 25),
    (session_lists, "MAX_SESSIONS", 3),
    (failed_events, "MAX_FAILED", 2),
]


def documents():
    """Return sessions with events, some of which have an error; all events have the word `common`."""
    made = []
    for n in range(SESSIONS):
        its = {"session_id": f"s{n:02}", "project": f"p{n % 3}", "start_time": 1_000 + n}
        made.append(session_document({**its, "session_name": "Answer" if n % 2 else "Ask"}, 1, its["session_id"]))
        for k in range(EVENTS):
            colors = ("red blue", "red green blue", "blue", "")[(n + k) % 4] if n % 5 == 0 else ""
            text = f"{colors} then common {'even' if n % 2 == 0 else 'odd'} w{(n * EVENTS + k) % 11}"
            error = "no" if k == 0 and n % 8 == 0 else None
            body = {**its, "event_type": "tool", "event_id": f"s{n:02}e{k}", "inputs": {"text": text}, "error": error}
            body |= {"event_name": "answer" if k % 2 else "ask", "start_time": its["start_time"] + k}
            made.append(event_document(body, 1, free_ids=True))
    return made


MADE = documents()


@pytest.fixture(params=["all limits", "small limits"])
def stores(request, tmp_path, postgresql, monkeypatch):
    for module, name, value in SMALL if request.param == "small limits" else ():
        monkeypatch.setattr(module, name, value)
    opened = [EventStore(str(tmp_path / "h.db")), EventStore(postgresql)]
    for store in opened:
        asyncio.run(store.write(events=MADE))
        asyncio.run(store.index())
    yield opened
    for store in opened:
        store.close()


def pages(store, finder, search):
    """Return the ids on all pages."""
    shown, number = [], 1
    while True:
        rows = store.read_now(finder, search, PageWindow(PAGE, number)).rows
        shown += [each.event_id for each in rows[:PAGE]]
        if len(rows) <= PAGE:
            return shown
        number += 1


def expected_events(matches, failed, project, first, name):
    return {
        each["event_id"]
        for each in MADE
        if matches(each["inputs"].get("text", ""))
        and each["event_type"] == "tool"
        and failed in (None, each["error"] is not None)
        and project in (None, each["project"])
        and (first is None or each["start_time"] >= first)
        and name in each["event_name"]
    }


def expected_sessions(matches, failed, project, first, name):
    broken = {each["session_id"] for each in MADE if each["error"] is not None}
    found = {each["session_id"] for each in MADE if each["event_type"] == "tool" and matches(each["inputs"]["text"])}
    return {
        each["session_id"]
        for each in MADE
        if each["event_type"] == "session"
        and each["session_id"] in found
        and failed in (None, each["session_id"] in broken)
        and project in (None, each["project"])
        and (first is None or each["start_time"] >= first)
        and name in each["event_name"].lower()
    }


@pytest.mark.parametrize("analyzed", [False, True])
@pytest.mark.parametrize(
    ("finder", "expected"),
    [(session_lists.find_events, expected_events), (session_lists.find_sessions, expected_sessions)],
)
def test_searches_with_filters_find_each_match_once(stores, finder, expected, analyzed):
    if analyzed:
        asyncio.run(stores[1].change(lambda connection: connection.exec_driver_sql("ANALYZE events")))
    for (text, matches), (failed, project, first, name) in product(TEXTS.items(), FILTERS):
        conditions = [Condition(("project",), "is", value=project)] if project else []
        search = ListFilter(conditions, TimeRange(first), name=name, text=text, failed=failed)
        wanted = sorted(expected(matches, failed, project, first, name))
        for store in stores:
            assert sorted(pages(store, finder, search)) == wanted, (store.name, search)


def test_a_key_of_a_project_searches_its_sessions_only(stores):
    for store, failed in product(stores, (None, True)):
        with scope("p1"):
            found = pages(store, session_lists.find_sessions, ListFilter(text="even", failed=failed))
        assert sorted(found) == sorted(expected_sessions(TEXTS["even"], failed, "p1", None, ""))


def test_a_search_within_a_project_searches_events_of_the_project(stores):
    """An event may name another project than its session does."""
    for store in stores:
        body = {"session_id": "s01", "project": "p2", "event_type": "tool", "event_name": "e", "start_time": 1_001}
        stray = event_document({**body, "inputs": {"text": "stray"}}, 1, free_ids=True)
        asyncio.run(store.write(events=[stray]))
        asyncio.run(store.index())

        assert pages(store, session_lists.find_sessions, ListFilter(text="stray")) == ["s01"]
        for project in ("p1", "p2"):
            conditions = [Condition(("project",), "is", value=project)]
            assert pages(store, session_lists.find_sessions, ListFilter(conditions, text="stray")) == []
