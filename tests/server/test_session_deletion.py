"""Deletion of sessions on request: a job that removes events and links, and resumes after a restart."""

import threading
from uuid import uuid4

import pytest
import sqlalchemy
from sqlalchemy import update

from honeyhive import HoneyHive, InvalidRequestError, NotFoundError
from honeyhive_server import LocalServer
from honeyhive_server.store import EventStore, session_deletion
from honeyhive_server.store.db_schema import definitions, events

KEYS = {"api_key": "hh_test", "data_plane_api_key": "hh_fgdp_test", "max_retries": 0}


@pytest.fixture
def hh(server):
    with HoneyHive(base_url=server.url, **KEYS) as client:
        yield client


def session(hh, **fields):
    made = hh.sessions.create(session_name="s", **fields).session_id
    event = hh.events.create(event_type="tool", inputs={}, session_id=made).event_id
    return made, event


def deleted(hh, ids):
    """Request a deletion, poll it without sleeping, and return its final state."""
    request = hh.sessions.create_deletion_request("p", session_ids=ids).data
    for _ in range(10_000):
        found = hh.sessions.get_deletion_request("p", request.id).data
        if found.status not in ("pending", "processing"):
            return found
    raise AssertionError(found)


def test_deleting_a_session_removes_its_events_only(hh, server):
    gone, event = session(hh)
    kept, _ = session(hh)

    done = deleted(hh, [gone, gone, str(uuid4())])

    assert done.status == "completed"
    assert done.session_counts.to_dict() == {"pending": 0, "processing": 0, "completed": 2, "failed": 0}
    assert [one["session_id"] for one in server.sessions()] == [kept]
    assert [one["session_id"] for one in server.events()] == [kept]
    with pytest.raises(NotFoundError):
        hh.events.get(event)


def test_deleting_a_session_removes_links_to_it(hh):
    gone, event = session(hh)
    kept, other = session(hh)
    run = hh.experiments.create(name="r", event_ids=[gone, kept], session_ids=[gone, kept]).run_id
    queue = hh.queues.create(name="q").queue.id
    hh.queues.update(queue, add_event_ids=[event, other])
    point = hh.datapoints.create(linked_event=event).result.inserted_ids[0]

    deleted(hh, [gone])

    stored = hh.experiments.get(run).evaluation
    assert (stored.event_ids, stored["session_ids"]) == ([kept], [kept])
    assert hh.queues.get(queue)["event_ids"] == [other]
    assert hh.datapoints.get(point).datapoint[0].linked_event is None


def test_a_session_of_another_project_stays(hh, http, server):
    http.post("/session/start", json={"session": {"project": "other", "session_name": "s"}})

    (stored,) = server.sessions()
    assert deleted(hh, [stored["session_id"]]).status == "completed"
    assert len(server.sessions()) == 1


def test_more_sessions_than_one_chunk(hh, server):
    ids = [str(uuid4()) for _ in range(session_deletion.CHUNK * 2 + 1)]
    for one in ids:
        hh.sessions.create(session_id=one)

    assert deleted(hh, ids).session_counts.completed == len(ids)
    assert server.sessions() == []


def test_a_session_with_many_events_is_deleted_in_parts(hh, http, server, monkeypatch):
    """Writers would wait for the deletion of all events at once."""
    monkeypatch.setattr(session_deletion, "EVENTS", 10)
    gone, kept = str(uuid4()), str(uuid4())
    for each in (gone, kept):
        batch = [{"event_type": "tool", "event_name": f"{n}", "inputs": {}, "session_id": each} for n in range(35)]
        http.post("/v1/events/batch", json={"events": batch}).raise_for_status()
    event_ids = [each["event_id"] for each in server.events(gone)]
    queue = hh.queues.create(name="q").queue.id
    hh.queues.update(queue, add_event_ids=event_ids)
    sizes = []

    def note(_connection, _cursor, statement, *_):
        if statement.startswith("DELETE FROM events"):
            sizes.append(_cursor.rowcount)

    sqlalchemy.event.listen(server._store._writing, "after_cursor_execute", note)

    done = deleted(hh, [gone])

    assert done.session_counts.to_dict() == {"pending": 0, "processing": 0, "completed": 1, "failed": 0}
    assert sizes == [10, 10, 10, 6], "the session's own event is deleted last"
    assert hh.queues.get(queue)["event_ids"] == []
    assert len(server.events(kept)) == 35


def test_a_request_is_only_known_in_its_project(hh):
    request = hh.sessions.create_deletion_request("p", session_ids=["x"]).data
    with pytest.raises(NotFoundError):
        hh.sessions.get_deletion_request("q", request.id)


@pytest.mark.parametrize("ids", [[], ["x"] * 1001])
def test_too_few_or_too_many_ids_are_refused(hh, http, ids):
    answer = http.post("/v1/projects/p/sessions/deletion_requests", json={"session_ids": ids})
    assert answer.status_code == 400
    if ids:
        with pytest.raises(InvalidRequestError, match="at most 1000"):
            hh.sessions.create_deletion_request("p", session_ids=ids)


def test_a_restart_resumes_what_is_left(database):
    with LocalServer(database=database) as server, HoneyHive(base_url=server.url, **KEYS) as hh:
        gone, _ = session(hh)
        request = hh.sessions.create_deletion_request("p", session_ids=[str(uuid4())]).data.id
        deleted(hh, ["another"])
    # The state is as if the process had been killed after it recorded the request.
    store = EventStore(database)
    with store._writing.begin() as connection:
        left = f'{{"id":"{request}","status":"pending","pending":["{gone}"],"completed":[]}}'
        statement = update(definitions).where(definitions.c.id == request)
        connection.execute(statement.values(state="pending", document=left))
        assert connection.execute(events.select()).all()
    store.close()

    with LocalServer(database=database) as server, HoneyHive(base_url=server.url, **KEYS) as hh:
        for _ in range(10_000):
            if hh.sessions.get_deletion_request("p", request).data.status == "completed":
                break
        assert server.sessions() == []


def test_a_job_that_is_closed_when_it_wakes_ends(database):
    class Woken(threading.Event):
        def clear(self):
            # The effect is as if another thread called close() after the check for the end.
            job._is_stopped = True
            self.set()
            super().clear()

    store = EventStore(database)
    job = store.deletions
    job._woken = Woken()
    job.wake()

    job._thread.join(20)
    ended = not job._thread.is_alive()
    job._woken.set()
    store.close()
    assert ended
