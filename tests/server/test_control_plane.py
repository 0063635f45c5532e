"""Virtual data planes, workspaces, projects and keys are stored, and every server of the database enforces the keys."""

import json
import re
import socket
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import httpx
import pytest
import yaml

from honeyhive_server import LocalServer
from honeyhive_server.api.permissions import permissions_for
from honeyhive_server.contract.served_operations import load

LATER = (datetime.now(UTC) + timedelta(days=1)).isoformat()


@pytest.fixture
def made(post):
    """Return the ids of a virtual data plane, of a workspace in it, and of a project in this workspace."""
    plane = post("/v1/orgs/org-1/virtual_dataplanes", {"name": "Europe"})["data"]["id"]
    workspace = post(f"/v1/virtual_dataplanes/{plane}/workspaces", {"name": "Customer care"})["data"]["id"]
    project = post(f"/v1/workspaces/{workspace}/projects", {"name": "support", "description": "Chat"})["data"]["id"]
    return plane, workspace, project


def statuses(http, made):
    paths = ("virtual_dataplanes", "workspaces", "projects")
    return [http.get(f"/v1/{path}/{each}").status_code for path, each in zip(paths, made, strict=True)]


def test_scopes_are_stored_changed_and_archived(http, made):
    plane, workspace, project = made

    assert http.get(f"/v1/projects/{project}").json()["data"]["description"] == "Chat"
    assert (
        http.put(f"/v1/workspaces/{workspace}", json={"description": "all"}).json()["data"]["name"] == "Customer care"
    )
    assert http.put(f"/v1/virtual_dataplanes/{plane}", json={"name": "EU"}).json()["data"]["name"] == "EU"
    stored = http.get(f"/v1/virtual_dataplanes/{plane}").json()["data"]
    assert sorted(stored) == ["cluster_id", "created_at", "id", "name", "updated_at"]
    assert stored["updated_at"] > stored["created_at"]
    assert http.delete(f"/v1/projects/{project}").json()["data"]["name"] == "support"
    assert statuses(http, made) == [200, 200, 404]


def test_a_scope_with_contents_is_archived_only_with_them(http, made):
    plane, workspace, _ = made

    assert http.delete(f"/v1/workspaces/{workspace}").status_code == 409
    assert http.delete(f"/v1/virtual_dataplanes/{plane}").status_code == 409
    assert statuses(http, made) == [200, 200, 200]
    deep = {"dangerously_delete_child_scopes": "true"}
    assert http.delete(f"/v1/virtual_dataplanes/{plane}", params=deep).json()["data"]["id"] == plane
    assert statuses(http, made) == [404, 404, 404]


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/v1/virtual_dataplanes/local-dataplane/workspaces", {"name": "a"}, 200),
        ("/v1/workspaces/local-workspace/projects", {"name": "a"}, 200),
        ("/v1/virtual_dataplanes/nobody/workspaces", {"name": "a"}, 404),
        ("/v1/workspaces/nobody/projects", {"name": "a"}, 404),
        ("/v1/orgs/o/virtual_dataplanes", {"name": " a"}, 400),
        ("/v1/orgs/o/virtual_dataplanes", {"name": "--"}, 400),
        ("/v1/orgs/o/virtual_dataplanes", {"name": "a/b"}, 400),
        ("/v1/orgs/o/virtual_dataplanes", {"name": "a", "slug": "a b"}, 400),
        ("/v1/orgs/o/virtual_dataplanes", {"name": "Ada's & Co", "slug": "europe"}, 409),
        ("/v1/orgs/o/virtual_dataplanes", {"name": "EUROPE"}, 409),
        ("/v1/orgs/o/virtual_dataplanes", {"name": "other", "slug": "Europe2"}, 200),
    ],
)
def test_parents_names_and_slugs_are_checked(http, made, path, body, status):
    assert http.post(path, json=body).status_code == status


def test_a_slug_is_free_after_its_scope_is_archived(http, made):
    http.delete(f"/v1/virtual_dataplanes/{made[0]}", params={"dangerously_delete_child_scopes": "true"})

    assert http.post("/v1/orgs/o/virtual_dataplanes", json={"name": "Europe"}).status_code == 200


def test_what_exists_from_the_start_is_returned_and_neither_changed_nor_archived(http):
    for path, identifier in (("virtual_dataplanes", "local-dataplane"), ("workspaces", "local-workspace")):
        address = f"/v1/{path}/{identifier}"
        assert http.get(address).json()["data"]["id"] == identifier
        assert http.put(address, json={"name": "other"}).status_code == 403
        refused = http.delete(address, params={"dangerously_delete_child_scopes": "true"})
        assert (refused.status_code, "built in" in refused.json()["message"]) == (403, True)
    assert http.get("/v1/workspaces/local-dataplane").status_code == 404


def test_an_error_names_what_a_scope_contains(http, made, post):
    post(f"/v1/workspaces/{made[1]}/projects", {"name": "sales"})

    assert "2 projects" in http.delete(f"/v1/workspaces/{made[1]}").json()["message"]
    assert "1 workspace;" in http.delete(f"/v1/virtual_dataplanes/{made[0]}").json()["message"]


def test_what_only_a_creation_takes_is_lint_in_an_update(http, made):
    updated = http.put(f"/v1/workspaces/{made[1]}", json={"slug": "other"})
    project = http.put(f"/v1/projects/{made[2]}", json={"project_creator": "ada@example.com"})

    assert updated.headers["HoneyHive-Lint"] == "'slug' has no effect after the creation"
    assert project.headers["HoneyHive-Lint"] == "'project_creator' has no effect after the creation"


def test_a_name_belongs_to_one_project_until_that_is_archived(http, made, post):
    projects, support = f"/v1/workspaces/{made[1]}/projects", f"/v1/projects/{made[2]}"
    sales = post(projects, {"name": "sales"})["data"]["id"]

    assert http.post(projects, json={"name": "support"}).status_code == 409
    assert http.put(f"/v1/projects/{sales}", json={"name": "support", "description": "x"}).status_code == 409
    stored = http.get(f"/v1/projects/{sales}").json()["data"]
    assert (stored["name"], stored["description"]) == ("sales", "")
    assert http.put(support, json={"name": "help"}).status_code == 200
    # The project's earlier events have its former name.
    assert http.post(projects, json={"name": "support"}).status_code == 409
    assert http.put(support, json={"name": "support"}).status_code == 200
    http.delete(support)
    assert http.post(projects, json={"name": "support"}).status_code == 200
    assert http.post(projects, json={"name": "help"}).status_code == 200


def test_the_id_of_a_project_is_no_name_of_another(http, made, post):
    projects = f"/v1/workspaces/{made[1]}/projects"
    sales = post(projects, {"name": "sales"})["data"]["id"]

    for refused in (
        http.post(projects, json={"name": made[2]}),
        http.put(f"/v1/projects/{sales}", json={"name": made[2]}),
    ):
        assert (refused.status_code, "the id of another project" in refused.json()["message"]) == (409, True)
    assert http.put(f"/v1/projects/{sales}", json={"name": sales}).status_code == 200


def test_the_name_of_a_project_fits_into_an_index(http, made):
    projects = f"/v1/workspaces/{made[1]}/projects"

    assert http.post(projects, json={"name": "ä" * 500}).status_code == 200
    for refused in (
        http.post(projects, json={"name": "ä" * 501}),
        http.put(f"/v1/projects/{made[2]}", json={"name": "ä" * 501}),
    ):
        assert (refused.status_code, "longer than 1000 bytes" in refused.json()["message"]) == (400, True)


def test_a_renamed_project_keeps_its_earlier_events(http, made):
    project = f"/v1/projects/{made[2]}"
    key = headers(key_of(http, f"{project}/ingestion_api_keys"))
    for name in ("support", "help"):
        http.put(project, json={"name": name})
        http.post("/v1/sessions", json={"session_name": name}, headers=key)

    assert http.post(f"{project}/charts/query", json=counted()).json()["data"]["data"]["value"] == 2


def test_a_session_goes_on_after_its_project_is_renamed(http, made, post, server):
    other = post(f"/v1/workspaces/{made[1]}/projects", {"name": "sales"})["data"]["id"]
    keys = (headers(key_of(http, f"/v1/projects/{each}/ingestion_api_keys")) for each in (made[2], other))
    key, foreign = keys
    session = http.post("/v1/sessions", json={"session_name": "s"}, headers=key).json()["session_id"]
    batch = {"events": [{"event_type": "tool", "event_name": "e", "inputs": {}}]}

    http.put(f"/v1/projects/{made[2]}", json={"name": "help"})
    sent = [http.post(f"/v1/sessions/{session}/events/batch", json=batch, headers=each) for each in (key, foreign)]

    assert [each.status_code for each in sent] == [200, 403]
    assert [each["project"] for each in server.events(session)] == ["help"]


def test_older_clients_find_stored_projects_and_those_of_sessions(http, made, post):
    post("/session/s/event", {"project": "by event"})

    assert [each["name"] for each in http.get("/projects").json()] == ["by event", "support"]
    assert http.get("/projects", params={"name": "support"}).json() == [
        {"id": made[2], "name": "support", "description": "Chat"}
    ]


def counted():
    now = datetime.now(UTC)
    dates = {"start_time": f"{now - timedelta(days=1):%FT%TZ}", "end_time": f"{now + timedelta(days=1):%FT%TZ}"}
    return {"query": {"kind": "scalar", "measures": [{"metric": "event_count"}]}, "date_range": dates}


def key_of(http, path, **body):
    return http.post(path, json={"name": "k", **body}).json()["data"]["key_value"]


def headers(key):
    return {"Authorization": f"Bearer {key}"}


def test_an_ingestion_key_writes_into_its_project_and_reads_nothing(http, made, server):
    project = made[2]
    key = headers(key_of(http, f"/v1/projects/{project}/ingestion_api_keys"))
    event = {"event_type": "tool", "event_name": "e", "inputs": {}, "project": "other"}

    assert http.post("/v1/events", json=event, headers=key).status_code == 200
    assert [each["project"] for each in server.events()] == ["support"]
    assert http.post("/v1/events/search", json={"filters": []}, headers=key).status_code == 403
    http.put(f"/v1/projects/{project}", json={"name": "renamed"})
    assert http.post("/v1/events", json=event, headers=key).status_code == 200
    assert [each["project"] for each in server.events()] == ["support", "renamed"]


def test_a_data_plane_key_has_its_permissions_in_its_project(http, made):
    project = made[2]
    permissions = {"permissions": ["project.chart.list", "project.chart.post"], "expires_at": LATER}
    key = headers(key_of(http, f"/v1/projects/{project}/fine_grained_api_keys", **permissions))
    charts = f"/v1/projects/{project}/charts"

    chart = http.post(charts, json={"name": "c", "metric": "m"}, headers=key).json()["data"]["id"]
    assert [each["id"] for each in http.get(charts, headers=key).json()["data"]] == [chart]
    assert http.get(f"{charts}/{chart}", headers=key).status_code == 403
    assert http.delete(f"{charts}/{chart}", headers=key).status_code == 403
    assert http.post("/v1/projects/other/charts", json={"name": "c", "metric": "m"}, headers=key).status_code == 403
    assert http.get("/v1/projects/other/charts", headers=key).status_code == 403
    assert http.post(f"/v1/projects/{project}/ingestion_api_keys", json={"name": "k"}, headers=key).status_code == 403
    assert http.get("/v1/datasets", headers=key).status_code == 403


def test_a_data_plane_key_changes_no_evaluators_of_another_project(http, made, post):
    other = post(f"/v1/workspaces/{made[1]}/projects", {"name": "sales"})["data"]["id"]
    actions = ("get", "list", "post", "put", "delete", "publish")
    allowed = {"permissions": [f"project.evaluator.{each}" for each in actions], "expires_at": LATER}
    key = headers(key_of(http, f"/v1/projects/{made[2]}/fine_grained_api_keys", **allowed))
    evaluator = {"slug": "polite", "definition": {"type": "llm"}}

    assert http.post(f"/v1/projects/{made[2]}/evaluators", json=evaluator, headers=key).status_code == 200
    refused = http.post(f"/v1/projects/{other}/evaluators", json=evaluator, headers=key)

    assert refused.status_code == 403
    assert "the key opens only the project" in refused.json()["message"]
    assert http.get(f"/v1/projects/{other}/evaluators").json()["data"] == []


def test_charts_and_deletions_cover_the_events_of_the_name_and_those_without_a_project(http, made, post):
    project = f"/v1/projects/{made[2]}"
    other = post(f"/v1/workspaces/{made[1]}/projects", {"name": "sales"})["data"]["id"]
    writers = [headers(key_of(http, f"/v1/projects/{each}/ingestion_api_keys")) for each in (made[2], other)]
    sent = [http.post("/v1/sessions", json={"session_name": "s"}, headers=each).json() for each in (*writers, None)]
    named, foreign, unnamed = (each["session_id"] for each in sent)
    allowed = {"permissions": ["project.event.get", "project.session.delete"], "expires_at": LATER}
    key = headers(key_of(http, f"{project}/fine_grained_api_keys", **allowed))

    for reader in (key, None):
        found = http.post(f"{project}/charts/query", json=counted(), headers=reader).json()
        assert found["data"]["data"]["value"] == 2
    assert http.post(f"/v1/projects/{other}/charts/query", json=counted(), headers=key).status_code == 403
    requests = f"{project}/sessions/deletion_requests"
    body = {"session_ids": [named, foreign, unnamed]}
    request = http.post(requests, json=body, headers=key).json()["data"]["id"]
    for _ in range(10_000):
        state = http.get(f"{requests}/{request}", headers=key).json()["data"]["status"]
        if state not in ("pending", "processing"):
            break
    assert state == "completed"
    assert [http.get(f"/session/{each}").status_code for each in (named, foreign, unnamed)] == [404, 200, 404]


def test_a_key_needs_its_project_and_an_expiry_in_the_future(http, post):
    body = {"name": "k", "permissions": [], "expires_at": LATER}
    post("/session/s/event", {"project": "by event"})

    assert http.post("/v1/projects/nobody/fine_grained_api_keys", json=body).status_code == 404
    assert http.post("/v1/projects/nobody/ingestion_api_keys", json=body).status_code == 404
    assert http.post("/v1/projects/by%20event/ingestion_api_keys", json=body).status_code == 200
    for expired in ("2020-01-01T00:00:00Z", "soon"):
        answer = http.post("/v1/projects/default/fine_grained_api_keys", json={**body, "expires_at": expired})
        assert answer.status_code == 400


def test_a_permission_that_opens_nothing_is_lint(http):
    permissions = ["project.chart.get", "project.charts.get"]
    body = {"name": "k", "permissions": permissions, "expires_at": LATER}
    answer = http.post("/v1/projects/default/fine_grained_api_keys", json=body)

    assert answer.json()["data"]["permissions"] == permissions
    assert answer.headers["HoneyHive-Lint"] == "permissions: 'project.charts.get' opens no operation of this server"


def test_keys_are_known_to_every_server_and_end_with_their_project(database, http, made):
    key = headers(key_of(http, f"/v1/projects/{made[2]}/ingestion_api_keys"))
    event = {"event_type": "tool", "event_name": "e", "inputs": {}}

    with LocalServer(database=database, require_key="hh_other") as other:
        assert httpx.post(f"{other.url}/v1/events", json=event, headers=key).status_code == 200
        http.delete(f"/v1/projects/{made[2]}")
        assert httpx.post(f"{other.url}/v1/events", json=event, headers=key).status_code == 401


def test_a_key_that_has_ended_opens_nothing_where_any_other_key_does(http, made, monkeypatch):
    expiring = {"permissions": ["project.chart.list"], "expires_at": LATER}
    expired = headers(key_of(http, f"/v1/projects/{made[2]}/fine_grained_api_keys", **expiring))
    ended = headers(key_of(http, f"/v1/projects/{made[2]}/ingestion_api_keys"))
    http.delete(f"/v1/projects/{made[2]}")

    for key in (expired, ended):
        answer = http.get("/v1/datasets", headers=key)
        assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
        assert "expired" in answer.json()["message"]

    current = headers(key_of(http, "/v1/projects/default/fine_grained_api_keys", **expiring))
    assert http.get("/v1/projects/default/charts", headers=current).status_code == 200
    after = time.time() + 2 * 24 * 3600
    monkeypatch.setattr("honeyhive_server.services.issued_keys.time", SimpleNamespace(time=lambda: after))
    assert http.get("/v1/projects/default/charts", headers=current).status_code == 401
    assert http.get("/v1/datasets", headers=current).status_code == 401


def test_a_pipelined_request_has_the_project_of_its_own_key(http, made, post):
    other = post(f"/v1/workspaces/{made[1]}/projects", {"name": "sales"})["data"]["id"]
    keys = [key_of(http, f"/v1/projects/{each}/ingestion_api_keys") for each in (made[2], other)]

    with socket.create_connection((http.base_url.host, http.base_url.port), timeout=10) as connection:
        connection.sendall(b"".join(session_request(key, last=key is keys[-1]) for key in keys))
        answers = b"".join(iter(lambda: connection.recv(65536), b""))

    assert [json.loads(each)["project"] for each in re.findall(rb"^{.*}$|^{.*}(?=HTTP)", answers, re.M)] == [
        "support",
        "sales",
    ]


def session_request(key, *, last):
    body = b'{"session_name":"s"}'
    head = f"POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\n"
    end = f"Connection: {'close' if last else 'keep-alive'}\r\nContent-Length: {len(body)}\r\n\r\n"
    return (head + end).encode() + body


@pytest.mark.parametrize("key", ["hh_fgdp_a b", "hh_ingst_a\tb"])
def test_a_key_with_whitespace_is_one_that_was_never_issued(http, key):
    assert http.get("/v1/datasets", headers=headers(key)).status_code == 200
    with LocalServer(require_key="hh_other") as other:
        assert httpx.get(f"{other.url}/v1/datasets", headers=headers(key)).status_code == 401


def test_scopes_and_keys_survive_a_restart(database):
    with LocalServer(database=database) as server, httpx.Client(base_url=server.url, headers=headers("x")) as http:
        workspace = http.post("/v1/virtual_dataplanes/local-dataplane/workspaces", json={"name": "Care"})
        projects = f"/v1/workspaces/{workspace.json()['data']['id']}/projects"
        project = http.post(projects, json={"name": "support"}).json()["data"]["id"]
        key = headers(key_of(http, f"/v1/projects/{project}/ingestion_api_keys"))
    with (
        LocalServer(database=database, require_key="y") as server,
        httpx.Client(base_url=server.url, headers=headers("y")) as http,
    ):
        assert http.get(f"/v1/projects/{project}").json()["data"]["name"] == "support"
        assert http.post(projects, json={"name": "support"}).status_code == 409
        assert http.post("/v1/sessions", json={}, headers=key).status_code == 200
        assert http.get("/session", headers=key).status_code == 403
        assert http.get("/session", headers=headers("z")).status_code == 401
        assert [each["project"] for each in http.get("/session").json()] == ["support"]


def test_the_database_has_no_key(database, http, made, server):
    key = key_of(http, f"/v1/projects/{made[2]}/ingestion_api_keys")

    stored = server._store.read_now(lambda connection: connection.exec_driver_sql("SELECT * FROM definitions").all())

    assert made[2] in str(stored)
    assert key not in str(stored)


def test_permissions_are_those_of_the_document():
    document = yaml.safe_load((Path(__file__).parents[2] / "openapi.yaml").read_text())
    described = {
        operation["operationId"]: found[1]
        for path in document["paths"].values()
        for operation in path.values()
        if isinstance(operation, dict)
        and (found := re.search(r"key needs the permission `([\w.]+)`", operation.get("description", "")))
        and not operation["operationId"].endswith("ApiKey")
    }

    served = load().operations
    assert len(described) >= 11
    assert {name: permissions_for(served[name]) for name in described} == {
        name: (permission,) for name, permission in described.items()
    }
    assert permissions_for(served["createIngestionApiKey"]) == ()
