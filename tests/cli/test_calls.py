"""Commands, from flags and files to the request, the output and the exit code."""

import json
from pathlib import Path

import pytest

from honeyhive_server import LocalServer

from .conftest import KEY, Run

SESSION = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"
EVENT = "0c2e7f0a-7d53-4be6-8f0b-1b6f6a6f2b01"


def test_every_flag_of_sessions_create_is_sent(run: Run, server: LocalServer) -> None:
    flags = {
        "session_id": SESSION,
        "session_name": "support-chat",
        "event_name": "chat",
        "source": "terminal",
        "start_time": 1767323045123,
        "end_time": 1767323046123.5,
        "duration": 1000,
        "config": {"model": "m"},
        "inputs": {"question": "Where?"},
        "outputs": {"answer": "Here"},
        "metadata": {"release": 1},
        "user_properties": {"plan": "team"},
        "children_ids": [EVENT],
    }
    arguments = [text for key, value in flags.items() for text in (f"--{key.replace('_', '-')}", _text(value))]

    result = run("sessions", "create", *arguments)

    assert (result.code, result.err) == (0, "")
    assert result.out.startswith('{\n  "')
    assert result.out.endswith("}\n")
    assert flags.items() <= json.loads(result.out).items()
    assert server.requests == [("POST", "/v1/sessions")]


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def test_an_event_is_logged_read_changed_and_found(run: Run, server: LocalServer) -> None:
    created = run(
        *("events", "create", "--event-type", "tool", "--event-name", "look", "--inputs", '{"word": "Grüße"}'),
        *("--event-id", EVENT, "--start-time", "2026-01-02T03:04:05+00:00"),
    )
    updated = run("events", "update", "--event-id", EVENT, "--feedback", '{"rating": 5}', "--outputs", "null")
    read = run("events", "get", "--event-id", EVENT, "--output", "yaml")
    found = run("events", "search", "--limit", "1", "--no-ignore-order", "--date-range", "@range.json", stdin="")

    assert json.loads(created.out) == {"success": True, "event_id": EVENT}
    assert (updated.code, updated.out, updated.err) == (0, "", "")
    assert "event_name: look" in read.out
    assert "rating: 5" in read.out
    assert "word: Grüße" in read.out
    assert "start_time: 1767323045000" in read.out
    assert found.code == 2
    assert "@range.json: No such file or directory" in found.err
    assert [path for _, path in server.requests] == ["/v1/events", f"/v1/events/{EVENT}", f"/v1/events/{EVENT}"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "request.jsonc",
            '{\n  // a comment, "with a quote\n  "event_type": "tool", /* inner */ "inputs": {"u": "http://x"},\n}',
        ),
        ("request.json", '\ufeff{"event_type": "tool", "inputs": {"u": "http://x",},}'),
        ("request.yaml", "event_type: tool\ninputs:\n  u: http://x\n"),
    ],
)
def test_a_file_holds_the_request_and_flags_come_first(run: Run, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)

    result = run("events", "create", "-f", name, "--event-name", "named", "--event-type", "chain", "--dry-run")

    assert (result.code, result.err) == (0, "")
    body = json.loads(result.out.partition("--data-raw '")[2].rstrip("'\n"))
    assert {"event_type": "chain", "inputs": {"u": "http://x"}, "event_name": "named"}.items() <= body.items()


def test_yaml_is_read_by_the_core_schema_of_1_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "r.yml").write_text("session_name: no\nmetadata: {when: 2026-01-02, on: true}\nother: 1\n")

    result = run("sessions", "create", "-f", "r.yml", "--dry-run")

    assert '"session_name":"no","metadata":{"when":"2026-01-02","on":true}' in result.out
    assert '"other":1' in result.out
    assert result.err == "warning: unknown key other; it is sent unchanged\n"


def test_json_comes_from_stdin_and_files_too(run: Run, tmp_path: Path, server: LocalServer) -> None:
    (tmp_path / "in.json").write_text('{"from": "file"}')

    result = run("sessions", "create", "--inputs", "@in.json", "--metadata", "-", stdin='{"from": "stdin"}')
    twice = run("sessions", "create", "--inputs", "-", "--metadata", "-", stdin="{}")
    whole = run("sessions", "create", "-f", "-", "--dry-run", stdin='{"source": "stdin"} // and a comment')

    answer = json.loads(result.out)
    assert (answer["inputs"], answer["metadata"]) == ({"from": "file"}, {"from": "stdin"})
    assert twice.code == 2
    assert "another flag already reads stdin" in twice.err
    assert '"source":"stdin"' in whole.out
    assert len(server.requests) == 1


def test_dry_run_prints_curl_without_the_key(run: Run, server: LocalServer) -> None:
    result = run(
        *("--api-key", "hh_flag_ABCDEFGHIJKLMNOP", "sessions", "create", "--session-id", SESSION),
        *("--metadata", '{"quote": "it\'s hh_flag_ABCDEFGHIJKLMNOP"}', "--dry-run"),
    )

    assert result.out == (
        f"curl --request POST {server.url}/v1/sessions \\\n"
        "  --header 'Authorization: Bearer hh_****MNOP' \\\n"
        "  --header 'Content-Type: application/json' \\\n"
        f"""  --data-raw '{{"session_id":"{SESSION}","metadata":{{"quote":"it'"'"'s hh_****MNOP"}}}}'\n"""
    )
    assert (result.code, result.err, server.requests) == (0, "", [])


def test_schemas_are_printed_without_a_request(run: Run, server: LocalServer) -> None:
    whole = json.loads(run("events", "create", "--show-file-schema", HH_API_KEY=None).out)
    one = json.loads(run("events", "search", "--show-argument-schema", "date-range").out)
    query = json.loads(run("sessions", "list", "--show-file-schema").out)
    alone = run("events", "search", "--show-argument-schema", "limit", "--limit", "3")
    unknown = run("events", "search", "--show-argument-schema", "limits")

    assert whole["required"] == ["inputs", "event_type"]
    assert whole["additionalProperties"] is False
    assert whole["properties"]["event_type"]["enum"] == ["model", "tool", "chain", "session"]
    assert whole["properties"]["start_time"]["type"] == "number"
    assert list(one["properties"]) == ["start_time", "end_time"]
    assert query["properties"]["query"]["type"] == "object"
    assert query["properties"]["limit"]["type"] == "number"
    assert "$ref" not in json.dumps([whole, one, query])
    assert "x-honeyhive" not in json.dumps([whole, one, query])
    assert (alone.code, alone.out) == (2, "")
    assert "there is no flag --limits (did you mean limit?)" in unknown.err
    assert server.requests == []


def test_deprecated_commands_work_and_name_the_new_one(run: Run, server: LocalServer) -> None:
    traces = run("sessions", "add-traces", "--session-id", "free", "--logs", '[{"event_name": "a", "project": "p"}]')
    schema = run("events", "get-schema")
    neither = run("sessions", "add-traces", "--session-id", "free")

    assert (traces.code, json.loads(traces.out)) == (0, {"success": True})
    assert traces.err.splitlines() == [
        "warning: sessions add-traces is deprecated: use honeyhive sessions create-event-batch",
        "warning: --logs is deprecated: use --events",
        "warning: logs[].project is deprecated, without a replacement",
    ]
    assert schema.err == (
        "warning: events get-schema is deprecated: "
        "use honeyhive experiments get-schema or honeyhive experiments get-runs-schema\n"
    )
    assert neither.code == 2
    assert "exactly one of --events, --logs (deprecated) is required, none given" in neither.err
    assert [path for _, path in server.requests] == ["/session/free/traces", "/v1/events/schema"]


def test_global_flags_may_follow_the_command(run: Run, server: LocalServer) -> None:
    result = run(
        *("--base-url", "http://127.0.0.1:9", "events", "search", "--base-url", server.url, "--output", "json"),
        *("--project-api-key", KEY, "--limit", "1", "--verbose"),
        HH_API_URL=None,
        HH_API_KEY=None,
    )

    lines = result.err.splitlines()
    assert result.code == 0
    assert len(json.loads(result.out)["events"]) <= 1
    assert lines[0].startswith("honeyhive ")
    assert lines[1] == f"> POST {server.url}/v1/events/search key hh_****cdef"
    assert lines[2].startswith("< 200 OK after ")
    assert KEY not in result.err


def test_the_operation_id_is_an_alias_of_the_command(run: Run, server: LocalServer) -> None:
    by_name, by_id = run("experiments", "list"), run("experiments", "list-runs")

    assert (by_id.code, by_id.out, by_id.err) == (0, by_name.out, by_name.err)
    assert [tuple(one[:2]) for one in server.requests] == [("GET", "/v1/runs")] * 2
    assert "list-runs" not in run("experiments", "--help").out


@pytest.mark.parametrize(("value", "is_said"), [("TRUE", True), ("1", False), ("", False)])
def test_hh_verbose_prints_requests(run: Run, value: str, is_said: bool) -> None:
    result = run("events", "search", HH_VERBOSE=value)

    assert result.code == 0
    assert ("> POST " in result.err) is is_said
