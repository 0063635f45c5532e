"""Queries of the viewer give the same results on both databases, and the same results as the API."""

import asyncio
import json
import re
import string
import threading
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import event

from honeyhive_server.model.event_model import event_document, session_document
from honeyhive_server.model.filters import Condition, TimeRange
from honeyhive_server.store import (
    EventStore,
    event_store,
    failed_events,
    group_commit,
    queries,
    session_lists,
    session_totals,
    word_index,
    word_prefixes,
    word_query,
)
from honeyhive_server.store.group_commit import GroupCommitWriter
from honeyhive_server.store.project_scope import scope
from honeyhive_server.store.queries import PageWindow
from honeyhive_server.store.session_lists import ListedPage, ListFilter
from honeyhive_server.store.session_totals import SessionTotals
from honeyhive_server.viewer import list_pages
from tests.server.viewer.logged_runs import both
from tests.server.viewer.logged_traces import Traces


@pytest.fixture
def logged(server):
    """Yield a server on each database, and a client that logs into this server."""
    with Traces(server.url) as traces:
        yield server._store, traces, server.url


def lint_of(store, session_id):
    return {each.event_id: each.lint for each in store.read_now(queries.session, session_id) if each.lint is not None}


def listed(store, finder, page=PageWindow(50), **search):  # noqa: B008 -- it cannot change
    asyncio.run(store.index())
    return store.read_now(finder, ListFilter(**search), page)


def names(store, finder, **search):
    found = listed(store, finder, **search).rows
    return sorted(re.findall(r'"event_name":"([^"]+)"', each.document)[0] for each in found)


def test_session_totals(logged):
    store, traces, url = logged
    session, _ = traces.chat()
    empty = traces.session("empty", start_time=traces.now - 5000, duration=20)

    numbers = store.read_now(session_totals.totals, [session, empty])

    assert numbers[session] == SessionTotals(4, 1, 1, traces.now + 1000, 1234, 0.0012)
    assert all(type(each) in (int, float) for each in numbers[session])
    assert numbers[empty] == SessionTotals(0, 0, 0, traces.now - 4980, None, None)
    page = httpx.get(f"{url}/sessions/{session}").text
    assert re.findall(r"<dd class=\"\w*\">([^<]+)<", page)[:6] == ["4", "1", "75%", "1.00 s", "1,234", "$0.00120"]


def test_values_of_other_types_are_not_numbers(logged):
    store, traces, _ = logged
    session = traces.session("odd")
    odd = {"total_tokens": "many", "prompt_tokens": 3, "completion_tokens": None, "cost": True}
    traces.event(session, "a", event_type="model", metadata=odd)
    traces.event(session, "b", event_type="model", metadata={"usage": [1]}, inputs={"usage": {"total_tokens": 2.5}})

    assert store.read_now(session_totals.totals, [session])[session][4:6] == (5.5, None)


def test_infinite_sums_do_not_break_pages(logged):
    _, traces, url = logged
    session = traces.session("huge", start_time=-1e308)
    tokens = {"prompt_tokens": 1e308, "completion_tokens": 1e308, "cost": 1e308}
    for _ in range(2):
        traces.event(session, "a", event_type="model", metadata=tokens, start_time=0, end_time=1e308)

    pages = [httpx.get(f"{url}{path}") for path in ("/", "/completions", f"/sessions/{session}")]

    assert [each.status_code for each in pages] == [200, 200, 200]
    assert not any(re.search(r"\b(inf|nan)", each.text) for each in pages)


@pytest.mark.parametrize("path", ["/sessions/%00", "/sessions/%00/json", "/sessions/%ff?event=%00", "/experiments/%00"])
def test_ids_that_no_database_stores_are_404(server, path):
    answer = httpx.get(f"{server.url}{path}")

    assert (answer.status_code, "no " in answer.text) == (404, True)


def test_text_search_finds_words_phrases_and_prefixes(logged):
    store, traces, _ = logged
    text = 'Say "hi"\nto \\new 100% of_them, Ärger in São Paulo: ПРИВЕТ.'
    session = traces.session("quotes", inputs={"text": text})
    traces.event(session, "below", outputs={"deep": [{"er": "Needle"}]}, metadata={"request": "r-17/b"})
    other = traces.session("other")
    traces.event(other, "failed", error="TimeoutError: no reply", outputs={"needles": 0})

    for words, sessions, found in [
        ("say HI to", ["quotes"], ["quotes"]),
        ('"hi to new 100"', ["quotes"], ["quotes"]),
        ('"to hi"', [], []),
        ("to hi", ["quotes"], ["quotes"]),
        ("needle", ["other", "quotes"], ["below", "failed"]),
        ('"needle"', ["quotes"], ["below"]),
        ("needle deep", ["quotes"], ["below"]),
        ("needle missing", [], []),
        ("eedl* needle", [], []),
        ("needle to", [], []),
        ("th", [], []),
        ("th*", ["quotes"], ["quotes"]),
        ("arger SAO", ["quotes"], ["quotes"]),
        ("ärger são привет", ["quotes"], ["quotes"]),
        ("timeouterror", ["other"], ["failed"]),
        ("r-17/b", ["quotes"], ["below"]),
        (f"{other}", ["other"], ["failed", "other"]),
        (other[:13], ["other"], ["failed", "other"]),
        ("below", ["quotes"], ["below"]),
        ("%", [], []),
        ("AND OR NOT words : (", [], []),
        ("needle NOT deep", [], []),
    ]:
        assert names(store, session_lists.find_sessions, text=words) == sessions, words
        assert names(store, session_lists.find_events, text=words) == found, words
    assert names(store, session_lists.find_sessions, failed=True) == ["other"]
    assert names(store, session_lists.find_sessions, failed=False, name="QUOT") == ["quotes"]
    assert names(store, session_lists.find_events, failed=True) == ["failed"]


WORDS = ("Йогурт", "ёлка", "їжак", "Ελλάδα", "한국어", "ガイド", "プリン", "हिन्दी", "สวัสดี", "café", "Ünlü")


@pytest.mark.parametrize("word", WORDS)
def test_text_search_finds_words_of_other_scripts(logged, word):
    store, traces, _ = logged
    session = traces.session("one")
    traces.event(session, "found", outputs={"text": f"a {word} b"})
    traces.event(session, "other", outputs={"text": "plain"})

    for text in (word, word.lower(), f'"a {word} b"', word[:-1] + "*", f"{word}\0"):
        assert names(store, session_lists.find_events, text=text) == ["found"], text


def test_text_search_ignores_accents(logged):
    store, traces, _ = logged
    traces.event(traces.session("one"), "found", outputs={"text": "Crème brûlée"})

    for text in ("creme", "brulee", "BRULÉE", "crème brûlée", '"creme brulee"', "crème-brûlée"):
        assert names(store, session_lists.find_events, text=text) == ["found"], text


def test_text_search_within_other_filters(logged):
    store, traces, _ = logged
    session = traces.session("one", project="a b")
    traces.event(session, "model", project="a b", event_type="model", outputs={"text": "Word"})
    traces.event(session, "tool", project="a", outputs={"text": "word"}, error="no")

    def found(**filters):
        conditions = [Condition((field,), "is", value=value) for field, value in filters.pop("exact", {}).items()]
        return names(store, session_lists.find_events, text="word", conditions=conditions, **filters)

    assert found() == ["model", "tool"]
    assert found(exact={"project": "a b"}) == ["model"]
    assert found(exact={"project": "a"}) == ["tool"]
    assert found(exact={"event_type": "model"}) == ["model"]
    assert found(failed=True) == ["tool"]
    assert found(failed=False) == ["model"]
    assert found(name="OO") == ["tool"]
    assert found(time_range=TimeRange(last=0)) == []
    with scope("a"):
        assert found() == ["tool"]
        assert listed(store, session_lists.find_events, text="word").matches == 1


def test_the_index_of_words_follows_changes(logged):
    store, traces, _ = logged
    session = traces.session("one")
    event = traces.event(session, "event", outputs={"text": "before"})
    assert names(store, session_lists.find_events, text="before") == ["event"]

    traces.change(event, outputs={"text": "after"}, metadata={"note": "later"})
    traces.post("/v1/sessions", {"session_id": session, "metadata": {"tag": "merged"}})

    assert names(store, session_lists.find_events, text="before") == []
    assert names(store, session_lists.find_events, text="after later") == ["event"]
    assert names(store, session_lists.find_sessions, text="merged") == ["one"]
    store.purge(0)
    assert names(store, session_lists.find_events, text="after") == []
    traces.event(traces.session("two"), "new", outputs={"text": "after"})
    assert names(store, session_lists.find_events, text="after") == ["new"]


def test_a_session_that_was_not_sent_is_found_by_its_events(logged):
    store, traces, _ = logged
    session = str(uuid4())
    traces.event(session, "lonely", outputs={"text": "word"})

    assert len(listed(store, session_lists.find_sessions, text="word").rows) == 1
    assert listed(store, session_lists.find_events, text=session).matches == 1


def test_lists_look_through_the_newest_only(logged, monkeypatch):
    store, traces, url = logged
    monkeypatch.setattr(session_lists, "MAX_SCANNED", 3)
    monkeypatch.setattr(failed_events, "MAX_FAILED", 0)
    for n in range(5):
        traces.session(f"s{n}", start_time=traces.now + n, error="no" if n == 0 else None)

    for finder in (session_lists.find_sessions, session_lists.find_events):
        assert listed(store, finder, failed=True) == ListedPage([], 3)
        assert listed(store, finder, name="s") == (listed(store, finder, name="s").rows, 3, None)
        assert len(listed(store, finder, name="s").rows) == 3
        assert (len(listed(store, finder).rows), listed(store, finder).only_newest) == (5, None)
    assert "Only the newest 3 sessions were searched" in httpx.get(f"{url}/?status=error").text
    assert "looked through" not in httpx.get(url).text
    # The API looks through all events, without a limit.
    filters = {"filters": [{"field": "event_name", "operator": "contains", "value": "s0"}]}
    assert traces.post("/v1/events/search", filters)["count"] == 1


def test_lists_with_the_status_error_show_few_errors_completely(logged, monkeypatch):
    store, traces, url = logged
    monkeypatch.setattr(session_lists, "MAX_SCANNED", 3)
    sessions = [traces.session(f"s{n}", start_time=traces.now + n) for n in range(6)]
    traces.event(sessions[0], "e0", error="no")
    asyncio.run(store.index())
    # Only SQLite indexes events later: the next one is not indexed.
    monkeypatch.setattr(store._writer, "_later", lambda _connection, _size: 0)
    traces.event(sessions[1], "e1", error="no")

    assert names(store, session_lists.find_events, failed=True) == ["e0", "e1"]
    assert names(store, session_lists.find_sessions, failed=True) == ["s0", "s1"]
    assert names(store, session_lists.find_sessions, failed=True, name="s0") == ["s0"]
    assert "Only the newest" not in httpx.get(f"{url}/?status=error").text


def test_a_search_takes_more_matches_until_its_page_is_full(logged, monkeypatch):
    store, traces, url = logged
    monkeypatch.setattr(word_query, "WINDOWS", (2, 4))
    monkeypatch.setattr(word_query, "MAX_COUNT", 3)
    monkeypatch.setattr(list_pages, "MAX_COUNT", 3)
    session = traces.session("one")
    for n in range(6):
        traces.event(session, f"e{n}", start_time=traces.now + n, outputs={"text": "word"})

    def found(**search):
        return [each.document.count('"e5"') for each in listed(store, session_lists.find_events, **search).rows]

    assert found(text="word", page=PageWindow(1)) == [1, 0]
    assert len(found(text="word", name="e3")) == 1
    assert listed(store, session_lists.find_events, text="word", name="e0") == ListedPage([], 4)
    assert "Only the newest 4 matching events" in httpx.get(f"{url}/all-events?q=word&name=e0").text
    assert listed(store, session_lists.find_events, PageWindow(1), text="word").matches == 4
    monkeypatch.setattr(word_query, "WINDOWS", (100,))
    assert "3+ matching events" in httpx.get(f"{url}/all-events?q=word").text
    assert "1 matching event<" in httpx.get(f"{url}/all-events?q=e0").text


def test_find_returns_one_more_if_there_are_more(logged):
    store, traces, _ = logged
    for n in range(3):
        traces.session(f"s{n}", start_time=traces.now + n)

    first = listed(store, session_lists.find_sessions, PageWindow(2)).rows
    second = listed(store, session_lists.find_sessions, PageWindow(2, 2)).rows

    assert (len(first), len(second)) == (3, 1)
    assert "s2" in first[0].document


def test_lint_is_stored_with_its_event(logged):
    store, traces, _ = logged
    session = traces.session("lint", start_time="soon")
    event = {"event_type": "tool", "inputs": {}, "session_id": session}
    body = {"events": [event, {**event, "event_id": "no uuid", "start_time": "now"}, {**event, "error": None}]}
    ids = traces.post("/v1/events/batch", body)["event_ids"]

    assert lint_of(store, session) == {
        session: "start_time: not a number, replaced by the current time",
        ids[1]: "start_time: not a number, replaced by the current time\nevent_id: not a UUID, replaced by a new one",
    }
    traces.post("/v1/sessions", {"session_id": session, "metadata": {"n": 1}})
    assert store.read_now(session_totals.totals, [session])[session].lints == 2
    assert session in lint_of(store, session), "a merge without lint keeps it"


def test_lint_of_legacy_routes_is_stored(logged):
    store, traces, _ = logged
    legacy = {"event_type": "tool", "event_name": "x", "inputs": {}, "start_time": "x", "event_id": "b"}
    traces.post("/session/old/traces", {"logs": [{**legacy, "start_time": 1, "event_id": "a"}, legacy]})

    assert list(lint_of(store, "old")) == ["b"]


def test_clean_requests_leave_no_lint(logged):
    store, traces, _ = logged
    session, _ = traces.chat()

    assert lint_of(store, session) == {}


def test_run_pages_are_equal_on_both_engines(logged):
    _, traces, url = logged
    old, new, _, _ = both(traces)

    listed = httpx.get(f"{url}/experiments?name=PROMPT&project=default&dataset=cases").text
    shown = httpx.get(f"{url}/experiments/{new}?sort=metric.latency&order=desc").text
    compared = httpx.get(f"{url}/experiments/{new}?compare={old}&show=regressed").text

    row = r'<td class="c-name"><a [^>]+>([^<]+)<'
    assert re.findall(row, listed) == ["new prompt", "old prompt"]
    assert re.findall(row, shown)[:2] == ["I want to send the shoes back.", "Where is my parcel?"]
    assert re.findall(row, compared) == ["Where is my parcel?", "I want to send the shoes back."]


def test_a_search_names_the_words_of_a_prefix(tmp_path, monkeypatch):
    """FTS5 merges the matches of all words with a prefix before it returns the first match, which takes long."""
    store = EventStore(tmp_path / "h.db")
    for name in ("parcel", "parcels", "parent", "pa", "Pörtner", "other"):
        session = session_document({"session_name": name}, 1)
        asyncio.run(store.write(session=session))

    def words(prefix):
        return store.read_now(word_prefixes.words_with, prefix)

    def found(text):
        return names(store, session_lists.find_events, text=text)

    assert found("parc") == ["parcel", "parcels"]
    assert words("PARC") == [("parcel", False), ("parcels", False)]
    assert words("par") == [("par", True)], "the index has these prefixes as words"
    assert words("pa") == [("pa", False), ("par", True)]
    assert words("parx") == found("parx") == []
    for text in ("pa*", "p*", "parc", "porT", "pört", "a-b-parc*", "*", "x*"):
        everything = found(text)
        with monkeypatch.context() as few:
            few.setattr(word_prefixes, "MAX_WORDS", 1)
            few.setattr(word_prefixes, "MAX_PREFIXES", 1)
            assert found(text) == everything, text
    assert found("p*") == ["Pörtner", "pa", "parcel", "parcels", "parent"]
    monkeypatch.setattr(word_prefixes, "MAX_WORDS", 1)
    assert words("parc") == [("parc", True)]
    store.close()


def test_a_search_reads_the_index_of_words_once(tmp_path):
    store = EventStore(tmp_path / "h.db")
    asyncio.run(store.write(session=session_document({"session_name": "word"}, 1)))
    asyncio.run(store.index())
    statements = []
    event.listen(store._reading, "before_cursor_execute", lambda *call: statements.append(call[2]))

    for finder in (session_lists.find_events, session_lists.find_sessions):
        for text, count in (("word", 1), ("missing nowhere", 0)):
            statements.clear()
            assert len(store.read_now(finder, ListFilter(text=text), PageWindow(50)).rows) == count
            assert sum("event_words MATCH" in each for each in statements) == 1
    store.close()


@pytest.mark.parametrize("key_project", [None, "p"])
def test_a_search_within_a_project_reads_only_the_matches(tmp_path, key_project):
    """Without statistics, SQLite assumes that a project has ten events."""
    store = EventStore(tmp_path / "h.db")
    asyncio.run(store.write(session=session_document({"session_name": "word", "project": "p"}, 1)))
    asyncio.run(store.index())
    statements = []
    event.listen(store._reading, "before_cursor_execute", lambda *call: statements.append(call[2:4]))
    search = ListFilter([Condition(("project",), "is", value="p")], text="word")

    for finder, step in (
        (session_lists.find_events, "SEARCH events USING INTEGER PRIMARY KEY (rowid=?)"),
        (
            session_lists.find_sessions,
            "SEARCH events USING INDEX sqlite_autoindex_events_1 (session_id=? AND event_id=?)",
        ),
    ):
        statements.clear()
        with scope(key_project):
            assert len(store.read_now(finder, search, PageWindow(50)).rows) == 1
        ((statement, values),) = [each for each in statements if "SELECT events.session_id" in each[0]]
        with store._reading.connect() as connection:
            plan = [each[3] for each in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
        assert step in plan
        assert not any("by_project" in each for each in plan)
    store.close()


def test_common_words_that_never_meet_are_found_missing_by_the_index(postgresql, monkeypatch):
    """If PostgreSQL read the events in the order of time, it would compare the words of every event."""
    store = EventStore(postgresql)
    monkeypatch.setattr(word_query, "WINDOWS", (2, 4, 8))
    for n in range(6):
        asyncio.run(store.write(session=session_document({"session_name": f"{'left' if n % 2 else 'right'} e{n}"}, n)))
    statements = []
    event.listen(store._reading, "before_cursor_execute", lambda *call: statements.append(call[2]))

    def found(text):
        return listed(store, session_lists.find_events, text=text).rows

    assert (len(found('"left" "right"')), len(found('"e0"')), len(found('"left"'))) == (0, 1, 3)
    orders = [each.partition("ORDER BY ")[2] for each in statements if "@@" in each and "ORDER BY" in each]
    assert orders
    assert all(each.startswith("matches.start_time") for each in orders), orders
    monkeypatch.setattr(word_query, "MAX_COUNT", 1)
    assert listed(store, session_lists.find_events, PageWindow(1), text='"left"').matches == 2
    assert listed(store, session_lists.find_events, text='"right" "e0"').matches == 1
    store.close()


def test_pages_of_a_search_show_each_match_once_newest_first(logged):
    """Events arrive in a different order than they started in, as after an import."""
    store, *_ = logged
    starts = [1_790_000_000_000 + offset for offset in (*range(300), *range(-1_000, -600))]
    documents = [
        event_document(
            {"event_name": "word", "session_id": "s", "start_time": start, "end_time": start}, 0, free_ids=True
        )
        for start in starts
    ]
    asyncio.run(store.write(events=documents))
    found = [
        json.loads(each.document)["start_time"]
        for number in range(1, 15)
        for each in listed(store, session_lists.find_events, PageWindow(50, number), text="word").rows[:50]
    ]
    assert found == sorted(starts, reverse=True)


@pytest.mark.parametrize("filters", [{}, {"name": "W"}, {"conditions": [Condition(("project",), "is", value="p")]}])
def test_pages_of_a_common_word_show_each_match_once(logged, monkeypatch, filters):
    """There are more matches than are sorted, so pages come from windows of different sizes, but in one order."""
    store, *_ = logged
    monkeypatch.setattr(word_query, "WINDOWS", (8, 20, 60, 1_000))
    monkeypatch.setattr(word_query, "MAX_COUNT", 50)
    documents = []
    for n in range(120):
        start = 1_790_000_000_000 + (n * 7_919) % 1_000  # the order of arrival differs from the order of starts
        names = {"event_name": "word", "session_id": f"s{(n * 31) % 41}", "event_id": f"e{n}", "project": "p"}
        documents.append(event_document({**names, "start_time": start}, 0, free_ids=True))
    documents.sort(key=lambda each: (each["session_id"], each["event_id"]))  # a batch is stored in this order
    for n in range(41):
        root = session_document({"session_name": "w", "project": "p"}, 1_790_000_000_000 + n * 13 % 41, f"s{n}")
        asyncio.run(store.write(session=root))
    asyncio.run(store.write(events=documents))

    def pages(finder, column):
        numbers = range(1, 15)
        found = [listed(store, finder, PageWindow(10, each), text="word", **filters).rows[:10] for each in numbers]
        return [getattr(each, column) for page in found for each in page]

    newest_first = sorted(documents, key=lambda each: each["start_time"], reverse=True)
    shown = [each["event_id"] for each in (newest_first if "postgresql" in store.name else documents[::-1])]
    assert pages(session_lists.find_events, "event_id") == shown
    by_newest_match = dict.fromkeys(f"s{(int(each[1:]) * 31) % 41}" for each in shown)
    assert pages(session_lists.find_sessions, "session_id") == list(by_newest_match)


def test_postgresql_reads_rare_words_by_its_index_and_counts_no_common_ones(postgresql, monkeypatch):
    """Statistics choose the plan: the index is slow for common words, reading events is slow for rare words."""
    store = EventStore(postgresql)
    monkeypatch.setattr(word_query, "MAX_COUNT", 20)
    names = {"event_name": "common", "session_id": "s"}
    documents = [event_document({**names, "event_id": f"e{n}"}, n, free_ids=True) for n in range(100)]
    asyncio.run(store.write(events=documents))
    asyncio.run(store.change(lambda connection: connection.exec_driver_sql("ANALYZE events")))
    statements = []
    event.listen(store._reading, "before_cursor_execute", lambda *call: statements.append(call[2]))

    def found(text):
        statements.clear()
        page = listed(store, session_lists.find_events, PageWindow(10), text=text)
        return len(page.rows), page.matches, sum("enable_seqscan" in each for each in statements)

    assert found("common") == (11, 21, 0)
    assert found("e7") == (1, 1, 1)
    assert found("missing") == (0, 0, 1)
    assert not any("OFFSET" in each for each in statements), "the newest events are not looked through"
    with scope("default"):
        assert found("common") == (11, 21, 0)
    with scope("other"):
        assert found("common") == (0, 0, 1), "the estimate is that of the key's project"
    few = "DELETE FROM events WHERE event_id NOT IN ('e1', 'e2', 'e3')"
    asyncio.run(store.change(lambda connection: connection.exec_driver_sql(few)))
    assert found("common") == (3, 3, 0), "statistics may be old"
    store.close()


def test_postgresql_plans_each_search_for_its_words_and_compiles_none(postgresql):
    store = EventStore(postgresql)
    for _ in range(10):
        found = listed(store, session_lists.find_events, text="word")
    with store._reading.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM pg_prepared_statements").scalar() == 0
        assert connection.exec_driver_sql("SHOW jit").scalar() == "off"
    store.close()

    assert found == ListedPage([], matches=0)


def test_only_filters_besides_the_text_keep_a_page_from_being_limited_early():
    assert not ListFilter([], text="word").has_more_than_text
    for filters in ({"name": "a"}, {"failed": False}, {"time_range": TimeRange(1)}):
        assert ListFilter(text="word", **filters).has_more_than_text


def test_the_index_of_words_keeps_up_with_large_batches(tmp_path, monkeypatch):
    monkeypatch.setattr(group_commit, "MAX_POSTPONED", 50_000)
    store = EventStore(tmp_path / "h.db")
    step = {"event_type": "tool", "event_name": "e", "inputs": {"q": "parcel"}, "session_id": "s"}
    steps = [{**step, "event_id": f"{n}"} for n in range(1500)]

    async def send() -> None:
        for start in range(0, 1500, 500):
            await store.write(events=[event_document(each, 1, free_ids=True) for each in steps[start : start + 500]])
        await store.write()  # wait for the work that follows the last batch

    asyncio.run(send())
    not_indexed = "SELECT count(*) FROM events WHERE rowid > (SELECT indexed_to FROM word_index_state)"
    left = store.read_now(lambda one: one.exec_driver_sql(not_indexed).scalar())
    store.close()

    assert left <= 100


def test_an_idle_server_indexes_a_burst_without_pauses_and_merges_the_index(tmp_path, monkeypatch):
    """With a pause between its steps, indexing a burst of 15,000 events took 40 s."""
    monkeypatch.setattr(group_commit, "STEP", 1_000)
    pauses, done = [], threading.Event()
    gather, work_on = GroupCommitWriter._gather, GroupCommitWriter._work_on

    def gathering(writer, patience):
        pauses.append(patience)
        return gather(writer, patience)

    def working(writer, size):
        work_on(writer, size)
        if not writer._postponed:
            done.set()

    monkeypatch.setattr(GroupCommitWriter, "_gather", gathering)
    monkeypatch.setattr(GroupCommitWriter, "_work_on", working)
    store = EventStore(tmp_path / "h.db")
    asyncio.run(store.write())
    assert done.wait(60)
    done.clear()
    pauses.clear()
    step = {"event_type": "tool", "event_name": "e", "inputs": {"q": "parcel"}, "session_id": "s"}
    documents = [event_document({**step, "event_id": f"{n}"}, n, free_ids=True) for n in range(60)]
    asyncio.run(store.write(events=documents))
    assert done.wait(60)
    parts = store.read_now(
        lambda one: one.exec_driver_sql("SELECT count(DISTINCT segid) FROM event_words_idx").scalar()
    )
    found = listed(store, session_lists.find_events, text="parcel").matches
    store.close()

    assert pauses.count(0) > 10
    assert pauses.count(group_commit.IDLE) <= 2, "one before the write, one after it"
    assert parts < 4
    assert found == 60


def test_a_search_indexes_the_rest_of_a_burst_in_steps(tmp_path, monkeypatch):
    """Writes can come between the steps, and the result is complete."""
    monkeypatch.setattr(group_commit, "IDLE", 60)
    monkeypatch.setattr(event_store, "INDEXED_AT_A_TIME", 5_000)
    store = EventStore(tmp_path / "h.db")
    step = {"event_type": "tool", "event_name": "e", "inputs": {"q": "parcel"}, "session_id": "s"}
    documents = [event_document({**step, "event_id": f"{n}"}, n, free_ids=True) for n in range(60)]
    asyncio.run(store.write(events=documents))
    commits = []
    event.listen(store._writing, "commit", commits.append)

    found = listed(store, session_lists.find_events, text="parcel")
    store.close()

    assert found.matches == 60
    assert len(commits) == 1 + sum(len(json.dumps(each)) for each in documents) // 5_000


def test_punctuation_separates_words(logged):
    store, traces, _ = logged
    signs = string.punctuation + "¡«»¿–—‘’“”„…、。\t\n"  # noqa: RUF001 -- as people write it
    made = {f"sign{n}": f"left{n}{sign}right{n}{sign}" for n, sign in enumerate(signs)}
    session = traces.session("one")
    for name, text in made.items():
        traces.event(session, name, inputs={"text": text})

    for n, sign in enumerate(signs):
        for text in (f'"left{n} right{n}"', f"right{n} left{n}"):
            assert names(store, session_lists.find_events, text=text) == [f"sign{n}"], (sign, text)


@pytest.mark.parametrize("padding", ["", "x " * word_index.MAX_INDEXED], ids=["short", "long"])
def test_the_index_has_the_words_of_every_part_of_an_event(logged, padding):
    """A part beyond the limit of an index does not exclude the words of the other parts."""
    store, traces, _ = logged
    parts = {
        "inputs": {"text": "first\\word\nnext"},
        "outputs": {"text": "second " + padding},
        "error": "third",
        "metadata": {"a": {"b": ["fourth"]}},
        "config": {"c": "fifth"},
    }
    made = traces.event(traces.session("one"), "zeroth", **parts)

    def found(text):
        return names(store, session_lists.find_events, text=text)

    for word in ("zeroth", "first", "word", "next", "second", "third", "fourth", made):
        assert found(word) == ["zeroth"], word
    assert found("fifth") == []
    traces.change(made, outputs={"text": "sixth"}, metadata={"a": "seventh"})
    assert [found(word) for word in ("second", "fourth")] == [[], []]
    assert [found(word) for word in ("first", "third", "sixth", "seventh")] == [["zeroth"]] * 4
