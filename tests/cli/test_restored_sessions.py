"""Sessions that `sessions download` wrote and `events import` restores with all their events."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from honeyhive import HoneyHive
from honeyhive_server import LocalServer

from .conftest import KEY, Run, interrupted_import


@pytest.fixture
def other() -> Iterator[LocalServer]:
    """A second server, without any data."""
    with LocalServer() as server:
        yield server


def trees(server: LocalServer) -> list[dict[str, Any]]:
    """Return all sessions with their events, ordered by id."""
    with HoneyHive(api_key=KEY, base_url=server.url) as client:
        return sorted((one.to_dict() for one in client.sessions.list(limit=100)), key=_id_of)


def _id_of(session: dict[str, Any]) -> str:
    return str(session["session_id"])


def log(server: LocalServer) -> str:
    """Log a session of three levels, and a session without events. Return the id of the first."""
    with HoneyHive(api_key=KEY, base_url=server.url) as client:
        with client.session("chat", inputs={"q": "weather"}, tags=["t"]) as session:
            with client.event("plan") as plan:
                for number in range(3):
                    with client.event(f"call {number}", type="model", inputs={"n": number}) as call:
                        call.outputs = {"text": "x" * number}
                plan.outputs = {"steps": 3}
            with client.event("answer", type="tool"):
                pass
        client.flush()
        client.sessions.create(session_name="flat")
        return str(session.session_id)


@pytest.mark.parametrize("name", ["s.jsonl", "s.jsonl.gz"])
def test_a_downloaded_session_is_restored_as_it_was(
    run: Run, server: LocalServer, other: LocalServer, tmp_path: Path, name: str
) -> None:
    log(server)
    before = trees(server)

    run("sessions", "download", name)
    imported = run("events", "import", name, HH_API_URL=other.url)

    assert (imported.code, imported.err) == (0, "")
    assert json.loads(imported.out)["imported"] == sum(map(_size, before))
    assert trees(other) == before


def _size(event: dict[str, Any]) -> int:
    return 1 + sum(map(_size, event["children"]))


def test_the_output_of_sessions_get_is_restored(
    run: Run, server: LocalServer, other: LocalServer, tmp_path: Path
) -> None:
    session_id = log(server)
    (tmp_path / "one.json").write_text(run("sessions", "get", session_id).out)

    imported = run("events", "import", "one.json", HH_API_URL=other.url)

    assert (imported.code, imported.err) == (0, "")
    assert trees(other) == [one for one in trees(server) if one["session_id"] == session_id]


def test_children_without_ids_get_those_of_their_place(run: Run, other: LocalServer, tmp_path: Path) -> None:
    event = {"event_type": "tool", "inputs": {}}
    tree = {
        **event,
        "event_type": "session",
        "event_name": "chat",
        "children": [{**event, "event_name": "plan", "children": [{**event, "event_name": "call"}]}],
    }
    (tmp_path / "s.jsonl").write_text(json.dumps(tree) + "\n")

    first = run("events", "import", "s.jsonl", HH_API_URL=other.url)

    (session,) = trees(other)
    (plan,) = session["children"]
    assert (first.code, first.err) == (0, "")
    assert [one["event_name"] for one in (session, plan, *plan["children"])] == ["chat", "plan", "call"]


def test_only_the_faulty_event_of_a_session_is_refused(run: Run, other: LocalServer, tmp_path: Path) -> None:
    event = {"event_type": "tool", "inputs": {}}
    children = [
        {**event, "event_name": "good"},
        {**event, "event_name": "slow", "duration": "long"},
        {**event, "event_name": "deep", "children": ["text"]},
        {**event, "event_name": "big", "outputs": {"text": "x" * 2_600_000}},
    ]
    tree = {**event, "event_type": "session", "event_name": "chat", "mispelt": 1, "children": children}
    (tmp_path / "s.jsonl").write_text(json.dumps(tree) + "\n")

    result = run("events", "import", "s.jsonl", HH_API_URL=other.url)

    rejects = [json.loads(line) for line in (tmp_path / "s.jsonl.rejects.jsonl").read_text().splitlines()]
    assert (result.code, json.loads(result.out)["imported"]) == (1, 3)
    assert "the unknown key 'mispelt'" in result.err
    assert [(one["line"], one["reason"]) for one in rejects] == [
        (1, "duration must be a number, not str"),
        (1, "children[2].children[0] is not a JSON object"),
        (1, "children[3] is longer than 2500000 bytes"),
    ]
    assert json.loads(rejects[0]["text"])["event_name"] == "slow"
    assert [one["event_name"] for one in trees(other)[0]["children"]] == ["good", "deep"]


def test_an_import_resumes_inside_a_session(
    run: Run, environment: dict[str, str], other: LocalServer, tmp_path: Path
) -> None:
    session_id = str(uuid4())
    root = {"event_type": "session", "event_name": "chat", "session_id": session_id, "inputs": {}}
    children = [{"event_type": "tool", "event_name": f"e{number}", "inputs": {"n": number}} for number in range(3000)]
    (tmp_path / "s.jsonl").write_text(json.dumps({**root, "children": children}) + "\n")
    code, _, _ = interrupted_import("s.jsonl", {**environment, "HH_API_URL": other.url}, tmp_path)
    inside = json.loads((tmp_path / "s.jsonl.import-state.json").read_text())["inside"]
    before = len(other.events())

    resumed = run("events", "import", "s.jsonl", HH_API_URL=other.url)

    assert code == 130
    assert inside % 100 == 0
    assert 0 < before < 3001
    assert json.loads(resumed.out)["imported"] == 3001
    assert len(other.requests) <= 32
    assert sorted(one["event_name"] for one in other.events()) == sorted(f"e{n}" for n in range(3000))
