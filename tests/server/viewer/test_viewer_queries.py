"""Queries of the viewer give the same results on every database, and the same as the API."""

import re

import httpx
import pytest

from honeyhive_server.store import queries, session_lists
from honeyhive_server.store.queries import PageWindow
from honeyhive_server.store.session_lists import ListFilter, SessionTotals
from tests.server.viewer.logged_runs import both
from tests.server.viewer.logged_traces import Traces


@pytest.fixture
def logged(server):
    """Yield a server on each database, and a client that logs into it."""
    with Traces(server.url) as traces:
        yield server._store, traces, server.url


def lint_of(store, session_id):
    return {each.event_id: each.lint for each in store.read_now(queries.session, session_id) if each.lint is not None}


def names(store, finder, **search):
    found = store.read_now(finder, ListFilter(**search), PageWindow(50))
    return sorted(re.findall(r'"event_name":"([^"]+)"', each.document)[0] for each in found)


def test_session_totals(logged):
    store, traces, url = logged
    session, _ = traces.chat()
    empty = traces.session("empty", start_time=traces.now - 5000, duration=20)

    numbers = store.read_now(session_lists.totals, [session, empty])

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

    assert store.read_now(session_lists.totals, [session])[session][4:6] == (5.5, None)


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


def test_text_search_handles_quotes_and_wildcards(logged):
    store, traces, _ = logged
    session = traces.session("quotes", inputs={"text": 'Say "hi"\nto \\ 100% of_them'})
    traces.event(session, "below", outputs={"deep": [{"er": "Needle"}]})
    other = traces.session("other")
    traces.event(other, "failed", error="no", outputs={"needles": 0})

    for text, sessions, events in [
        ('say "HI"\nto \\ 100%', ["quotes"], ["quotes"]),
        ("needle", ["other", "quotes"], ["below", "failed"]),
        ("of-them", [], []),
        ("%", ["quotes"], ["quotes"]),
    ]:
        assert names(store, session_lists.find_sessions, text=text) == sessions
        assert names(store, session_lists.find_events, text=text) == events
    assert names(store, session_lists.find_sessions, failed=True) == ["other"]
    assert names(store, session_lists.find_sessions, failed=False, name="QUOT") == ["quotes"]
    assert names(store, session_lists.find_events, failed=True) == ["failed"]


def test_find_returns_one_more_if_there_are_more(logged):
    store, traces, _ = logged
    for n in range(3):
        traces.session(f"s{n}", start_time=traces.now + n)

    first = store.read_now(session_lists.find_sessions, ListFilter(), PageWindow(2))
    second = store.read_now(session_lists.find_sessions, ListFilter(), PageWindow(2, 2))

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
    assert store.read_now(session_lists.totals, [session])[session].lints == 2
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
