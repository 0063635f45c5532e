"""The keys that a server accepts: from an option, a variable or a file, with a kind and a project, on both engines."""

import contextlib
import hashlib
import traceback

import httpx
import pytest
from click.testing import CliRunner

from honeyhive_server import LocalServer
from honeyhive_server.model.access_keys import AccessKey, digest_of, read_key_file
from honeyhive_server.run.command import serve
from tests.server.test_serve_command import serving

FILE = f"""
# One key per line.
key_alpha kind=project project=alpha
key_beta  project="beta"   # of any kind
sha256:{hashlib.sha256(b"key_write").hexdigest()} kind=ingestion project=alpha
key_admin
"""


def bearer(key):
    return {"Authorization": f"Bearer {key}"}


@contextlib.contextmanager
def keyed(folder, database):
    """Yield a function that takes a key and returns an HTTP client that sends this key."""
    (folder / "keys").write_text(FILE)
    with contextlib.ExitStack() as stack:
        options = ("--key-file", str(folder / "keys"), "--database", database)
        url, _, _ = stack.enter_context(serving(folder, *options))
        yield lambda key: stack.enter_context(httpx.Client(base_url=url, headers=bearer(key)))


def found(http):
    return [each["event_name"] for each in http.post("/v1/events/search", json={"filters": []}).json()["events"]]


@pytest.mark.parametrize("empty", ["", " ", "two words", "line\n"])
def test_an_empty_key_is_refused(empty):
    refused = CliRunner().invoke(serve, ["--require-key", empty])

    assert (refused.exit_code, "the key is empty or contains whitespace" in refused.output) == (2, True)
    with pytest.raises(ValueError, match="the key is empty"):
        LocalServer(require_key=empty)


def test_an_empty_variable_is_refused():
    refused = CliRunner().invoke(serve, [], env={"HH_SERVER_KEY": ""})

    assert (refused.exit_code, "HH_SERVER_KEY is set but empty" in refused.output) == (2, True)


def test_the_variable_is_a_required_key(tmp_path, monkeypatch):
    monkeypatch.setenv("HH_SERVER_KEY", "hh_variable")
    with serving(tmp_path, "--host", "0.0.0.0") as (url, _, _process):
        url = url.replace("0.0.0.0", "127.0.0.1")
        assert [httpx.get(f"{url}/session", headers=bearer(key)).status_code for key in ("hh_variable", "x")] == [
            200,
            401,
        ]
        assert httpx.get(url).status_code == 401


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "has no key"),
        ("hh_secret kind=admin", "line 1 of .*kind 'admin' is not one of project, ingestion"),
        ("# x\nhh_secret alpha", "line 2 of .*only kind=KIND and project=NAME"),
        ("hh_secret project=", "line 1 of .*only kind=KIND and project=NAME"),
        ("'' kind=project", "line 1 of .*the key is empty"),
        ("sha256:abc", "line 1 of .*64 hexadecimal digits"),
    ],
)
def test_a_faulty_key_file_is_an_error_with_its_line_and_without_the_key(tmp_path, content, message):
    file = tmp_path / "keys"
    file.write_text(content)

    with pytest.raises(ValueError, match=message) as refused:
        read_key_file(file)

    assert "hh_secret" not in "".join(traceback.format_exception(refused.value))
    shown = CliRunner().invoke(serve, ["--key-file", str(file)])
    assert (shown.exit_code, "hh_secret" in shown.output) == (2, False)


def test_a_missing_key_file_is_a_usage_error(tmp_path):
    shown = CliRunner().invoke(serve, ["--key-file", str(tmp_path / "none")])

    assert (shown.exit_code, "No such file" in shown.output) == (2, True)


def test_only_digests_are_kept_and_none_is_shown(tmp_path):
    (tmp_path / "keys").write_text(FILE)
    keys = read_key_file(tmp_path / "keys")

    assert keys[0] == AccessKey(hashlib.sha256(b"key_alpha").hexdigest(), "project", "alpha")
    assert digest_of("key_beta") not in repr(keys)
    assert "key_beta" not in repr(keys)


def test_a_browser_asks_for_another_password_after_a_key_of_the_wrong_kind(tmp_path, database):
    with keyed(tmp_path, database) as client:
        page = client("unused")
        answers = [page.get("/", headers={}, auth=("me", key)) for key in ("key_write", "key_alpha")]
        as_bearer = client("key_write").get("/")

    assert [each.status_code for each in answers] == [401, 200]
    assert answers[0].headers["www-authenticate"].startswith("Basic realm=")
    assert "the given key is of the kind ingestion" in answers[0].text
    assert (as_bearer.status_code, "www-authenticate" in as_bearer.headers) == (403, False)


def test_a_key_opens_only_operations_of_its_kind(tmp_path, database):
    with keyed(tmp_path, database) as client:
        writer, project, admin = client("key_write"), client("key_alpha"), client("key_admin")
        event = {"event_type": "tool", "event_name": "x", "inputs": {}}

        assert writer.post("/v1/events", json=event).status_code == 200
        assert writer.post("/opentelemetry/v1/traces", json={}).status_code == 200
        refused = writer.post("/v1/events/search", json={"filters": []})
        assert refused.status_code == 403
        assert "needs a key of the kind project; the given key is of the kind ingestion" in refused.json()["message"]
        assert writer.get("/").status_code == 403
        assert project.get("/").status_code == 200
        assert project.get("/v1/projects/p").status_code == 403
        assert admin.get("/v1/projects/p").status_code in (404, 501)


def test_a_key_reads_and_writes_only_its_project(tmp_path, database):
    with keyed(tmp_path, database) as client:
        alpha, beta, admin = client("key_alpha"), client("key_beta"), client("key_admin")
        started = alpha.post("/v1/sessions", json={"session_name": "mine", "project": "beta"})
        session = started.json()["session_id"]
        assert started.json()["project"] == "alpha"
        assert "'beta' replaced by 'alpha'" in started.headers["HoneyHive-Lint"]
        event = {"event_type": "tool", "event_name": "secret", "inputs": {"q": "needle"}, "session_id": session}
        event_id = alpha.post("/v1/events", json=event).json()["event_id"]

        assert (found(alpha), found(admin), found(beta)) == (["secret", "mine"], ["secret", "mine"], [])
        assert [len(each.get("/session").json()) for each in (alpha, beta, admin)] == [1, 0, 1]
        assert [each.get(f"/v1/events/{event_id}").status_code for each in (alpha, beta)] == [200, 404]
        assert [each.get(f"/sessions/{session}").status_code for each in (alpha, beta)] == [200, 404]
        assert ["secret" in each.get("/all-events").text for each in (alpha, beta)] == [True, False]
        foreign = [
            beta.put(f"/v1/events/{event_id}", json={"feedback": {"x": 1}}).status_code,
            beta.post("/v1/events", json=event).status_code,
            beta.post("/v1/sessions", json={"session_id": session, "metadata": {"x": 1}}).status_code,
        ]
        assert foreign == [404, 403, 403]
        assert len(found(admin)) == 2
        assert alpha.put(f"/v1/events/{event_id}", json={"feedback": {"x": 1}}).status_code == 200


def test_datasets_and_runs_belong_to_the_project_of_the_key(tmp_path, database):
    with keyed(tmp_path, database) as client:
        alpha, beta, admin = client("key_alpha"), client("key_beta"), client("key_admin")
        dataset = alpha.post("/v1/datasets", json={"name": "d"}).json()["result"]["insertedId"]
        run = {"run_id": "0c2e7f0a-7d53-4be6-8f0b-1b6f6a6f2b01", "name": "r", "event_ids": []}
        alpha.post("/v1/runs", json=run).raise_for_status()

        listed = [len(each.get("/v1/datasets").json()["datasets"]) for each in (alpha, beta, admin)]
        assert listed == [1, 0, 1]
        assert [each.get(f"/v1/runs/{run['run_id']}").status_code for each in (alpha, beta)] == [200, 404]
        point = alpha.post("/v1/datapoints", json={"inputs": {}, "linked_datasets": [dataset]}).json()
        point_id = point["result"]["insertedIds"][0]
        refused = [beta.delete(path).status_code for path in (f"/v1/datasets/{dataset}", f"/v1/datapoints/{point_id}")]
        assert refused == [404, 404]
        assert alpha.get("/v1/datasets").json()["datasets"][0]["datapoints"] == [point_id]
        assert beta.post("/v1/projects/alpha/charts", json={"name": "c"}).status_code in (400, 403)
        assert alpha.delete(f"/v1/datasets/{dataset}").status_code == 200


def test_older_routes_check_the_kind_and_the_project_of_a_key(tmp_path, database):
    with keyed(tmp_path, database) as client:
        body = {"session": {"session_name": "s", "source": "x"}}
        session = client("key_alpha").post("/session/start", json=body).json()["session_id"]

        assert [client(key).get("/projects").status_code for key in ("key_alpha", "key_beta", "x")] == [200, 200, 401]
        assert [each["name"] for each in client("key_alpha").get("/projects").json()] == ["alpha"]
        assert client("key_beta").get("/projects").json() == []
        paths = f"/session/{session}"
        assert [client(key).get(paths).status_code for key in ("key_alpha", "key_beta")] == [200, 404]
