"""Searches together with filters: every page, on both engines, compared with a search of the documents themselves."""

import asyncio
from itertools import product

import pytest
from sqlalchemy import event

from honeyhive_server.model.event_model import event_document, session_document
from honeyhive_server.model.filters import Condition, TimeRange
from honeyhive_server.store import (
    EventStore,
    failed_events,
    postgresql_matches,
    queries,
    session_lists,
    session_totals,
    word_query,
)
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
WORD_PAIRS = "CREATE INDEX events_by_word_pairs ON events USING gin (word_pairs(words))"
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


@pytest.fixture(params=["all limits", "small limits", "index of word pairs"])
def stores(request, tmp_path, postgresql, monkeypatch):
    for module, name, value in SMALL if request.param == "small limits" else ():
        monkeypatch.setattr(module, name, value)
    opened = [EventStore(str(tmp_path / "h.db")), EventStore(postgresql)]
    for store in opened:
        asyncio.run(store.write(events=MADE))
        asyncio.run(store.index())
    if request.param == "index of word pairs":
        asyncio.run(opened[1].change(lambda connection: connection.exec_driver_sql(WORD_PAIRS)))
        monkeypatch.setattr(postgresql_matches, "FEW", -1)
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


def test_sessions_whose_matches_start_at_the_same_time_are_shown_once(stores):
    documents = []
    for n in range(60):
        its = {"session_id": f"t{n:02}", "event_type": "tool", "event_name": "tie", "start_time": 5_000}
        documents += [event_document({**its, "event_id": f"t{n:02}e{k}"}, 1, free_ids=True) for k in range(2)]
    for store in stores:
        asyncio.run(store.write(events=documents))
        asyncio.run(store.index())

        assert sorted(pages(store, session_lists.find_sessions, ListFilter(text="tie"))) == sorted(
            {each["session_id"] for each in documents}
        )


def test_all_sessions_with_an_error_are_found_by_a_common_word(stores, monkeypatch):
    """There are more matches than a search reads, but few of them in the sessions with an error."""
    monkeypatch.setattr(word_query, "MAX_COUNT", 20)
    monkeypatch.setattr(word_query, "WINDOWS", (5, 10, 20, 130))
    monkeypatch.setattr(session_lists, "MAX_SESSIONS", 10)
    monkeypatch.setattr(failed_events, "MAX_FAILED", 10)
    wanted = sorted(expected_sessions(TEXTS["common"], True, None, None, ""))
    for store in stores:
        search = ListFilter(text="common", failed=True)
        assert sorted(pages(store, session_lists.find_sessions, search)) == wanted
        assert store.read_now(session_lists.find_sessions, search, PageWindow(50)).only_newest is None


@pytest.mark.parametrize("size", [1, 3])
def test_pages_of_a_common_word_in_a_few_sessions_are_parts_of_one_list(stores, monkeypatch, size):
    """The matches are read in several steps, because the chosen events are far apart."""
    monkeypatch.setattr(word_query, "MAX_COUNT", 20)
    monkeypatch.setattr(word_query, "WINDOWS", (5, 10, 20, 40))
    monkeypatch.setattr(postgresql_matches, "NEWEST_IN_SESSIONS", 50)
    monkeypatch.setattr(failed_events, "MAX_FAILED", 10)
    monkeypatch.setattr(session_lists, "MAX_SESSIONS", 20)
    for store, (failed, first) in product(stores, ((True, None), (True, 1_010), (None, 1_025))):
        search = ListFilter(time_range=TimeRange(first), text="common", failed=failed)
        whole = [each.event_id for each in store.read_now(session_lists.find_sessions, search, PageWindow(50)).rows]
        wanted = expected_sessions(TEXTS["common"], failed, None, first, "")
        numbers = range(1, len(wanted) // size + 2)
        found = [store.read_now(session_lists.find_sessions, search, PageWindow(size, each)).rows for each in numbers]
        assert [each.event_id for page in found for each in page[:size]] == whole
        assert sorted(whole) == sorted(wanted)


def test_sessions_with_many_events_are_searched_by_the_index(stores, monkeypatch):
    monkeypatch.setattr(session_lists, "MAX_EVENTS", 5)
    wanted = sorted(expected_sessions(TEXTS["even"], True, None, 1_015, ""))
    for store in stores:
        search = ListFilter(time_range=TimeRange(1_015), text="even", failed=True)
        assert sorted(pages(store, session_lists.find_sessions, search)) == wanted


def test_common_words_that_never_meet_have_a_complete_empty_page(stores, monkeypatch):
    monkeypatch.setattr(word_query, "MAX_COUNT", 20)
    monkeypatch.setattr(postgresql_matches, "NEWEST", 15)
    asyncio.run(stores[1].change(lambda connection: connection.exec_driver_sql("ANALYZE events")))
    for store, finder in product(stores, (session_lists.find_events, session_lists.find_sessions)):
        found = store.read_now(finder, ListFilter(text='"even" "odd"'), PageWindow(5))
        assert (found.rows, found.only_newest) == ([], None)


def test_only_the_last_word_of_a_phrase_is_a_prefix(stores):
    names = {"event_type": "tool", "session_id": "s01", "start_time": 1_001}
    texts = {"near": "late parcels", "far": "latex parcels", "both": "later, late-parcel"}
    documents = [
        event_document({**names, "event_id": each, "event_name": each, "inputs": {"text": text}}, 1, free_ids=True)
        for each, text in texts.items()
    ]
    for store in stores:
        asyncio.run(store.write(events=documents))
        asyncio.run(store.index())
        assert sorted(pages(store, session_lists.find_events, ListFilter(text="late-parc"))) == ["both", "near"]


def test_sqlite_reads_no_whole_project_for_its_sessions_and_keys(stores):
    """Without statistics, it prefers an index of the project to that of the key: 3 s for a page of a large project."""
    statements = []
    event.listen(stores[0]._reading, "before_cursor_execute", lambda *call: statements.append(call[2:4]))
    finders = (session_lists.find_sessions, session_lists.find_events)
    filters = [ListFilter(text=text, failed=failed) for text, failed in product(("", "even"), (True, False))]
    filters += [ListFilter(name="a"), ListFilter([Condition(("project",), "is", value="p1")], name="a", failed=True)]
    with scope("p1"):
        for query in (queries.session, session_lists.latest):
            assert stores[0].read_now(query, "s01")
        assert stores[0].read_now(session_lists.find_one, "s01", "s01e1")
        assert stores[0].read_now(session_totals.totals, ["s01"])["s01"].events == EVENTS
        stores[0].read_now(session_lists.find_sessions, ListFilter(), PageWindow(PAGE))
        for finder, search in product(finders, filters):
            stores[0].read_now(finder, search, PageWindow(PAGE))
    with stores[0]._reading.connect() as connection:
        for statement, parameters in statements.copy():  # explaining a statement records another
            if "FROM events" not in statement or is_list_of_events(statement):
                continue
            plan = "".join(row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters))
            assert "events_by_project" not in plan, (statement, plan)


def is_list_of_events(statement):
    """Return True for a list of the newest events of the project, which needs the index of the project."""
    return "ORDER BY events.start_time" in statement and "event_id = events.session_id" not in statement
