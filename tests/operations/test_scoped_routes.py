"""Methods with two routes: with ``project_id``, the project's route and its key are used, otherwise the older ones."""

import warnings
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from honeyhive import ConfigurationError, HoneyHive, InvalidRequestError, evaluate
from honeyhive._cli.program import program
from honeyhive_server import LocalServer
from tests.rows import OPERATIONS

from .conftest import HOSTS, KEYS, Script, Use

SCOPED = [one for one in OPERATIONS.values() if one.scoped_by and not one.is_unscoped]
UNSCOPED = {(one.namespace, one.name): one for one in OPERATIONS.values() if one.is_unscoped}


def test_every_scoped_operation_has_a_partner_with_the_same_arguments() -> None:
    assert len(SCOPED) == 31
    for one in SCOPED:
        other = UNSCOPED[one.namespace, one.name]
        assert one.path == "/v1/projects/{project_id}" + other.path.removeprefix("/v1")
        assert one.fields[1:] == other.fields
        assert (one.security, other.security) == (("dataPlaneKey",), ("projectKey",))
        assert not one.deprecated
    assert len(UNSCOPED) == 31


def test_the_argument_chooses_route_and_key(script: Script, use: Use) -> None:
    script.answer = lambda _: (200, {"datasets": []})

    use(lambda hh: hh.datasets.list(name="n"))
    use(lambda hh: hh.datasets.list("p", name="n"))
    use(lambda hh: hh.datasets.list(project_id="p", name="n"))

    old, *new = [(one.path, one.query, one.key) for one in script.asked]
    assert old == ("/v1/datasets", [("name", "n")], KEYS["projectKey"])
    assert new == [("/v1/projects/p/datasets", [("name", "n")], KEYS["dataPlaneKey"])] * 2


def test_pages_follow_the_argument_too(script: Script, use: Use) -> None:
    script.answer = lambda _: (200, {"events": [], "count": 0})

    use(lambda hh: hh.events.search_all("p"))

    assert [(one.path, one.key) for one in script.asked] == [
        ("/v1/projects/p/events/search", KEYS["dataPlaneKey"]),
    ]


def test_the_update_of_a_run_is_a_patch(script: Script, use: Use) -> None:
    script.answer = lambda _: (200, {"evaluation": {}})
    use(lambda hh: hh.experiments.update("r", name="n", project_id="p"))
    assert (script.asked[0].method, script.asked[0].path) == ("PATCH", "/v1/projects/p/runs/r")


@pytest.mark.filterwarnings("always")
def test_only_the_older_route_warns(script: Script, use: Use) -> None:
    script.answer = lambda _: (200, {"datasets": []})
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        use(lambda hh: hh.datasets.list("p"))
        use(lambda hh: hh.datasets.list())

    assert [(str(one.message), one.category) for one in caught] == [
        (
            "datasets.list() without project_id= is deprecated: pass project_id= and a data plane key",
            DeprecationWarning,
        )
    ]


def test_a_search_without_the_argument_is_not_deprecated(script: Script) -> None:
    script.answer = lambda _: (200, {"events": [], "count": 0})
    with warnings.catch_warnings(), HoneyHive(**script.settings()) as hh:
        warnings.simplefilter("error")
        hh.events.search()


@pytest.mark.parametrize("project_id", ["", ".."])
def test_a_wrong_project_is_refused_before_anything_is_sent(script: Script, project_id: Any) -> None:
    with HoneyHive(**script.settings()) as hh, pytest.raises(InvalidRequestError, match="project_id"):
        hh.datasets.list(project_id)
    assert script.asked == []


def test_a_project_key_and_a_data_plane_key_do_not_replace_each_other(script: Script) -> None:
    urls = {name: url for name, url in script.settings().items() if name.endswith("_url")}
    with (
        HoneyHive(KEYS["projectKey"], **urls) as hh,
        pytest.raises(ConfigurationError, match=r"needs a data plane key.*HH_DATA_PLANE_API_KEY"),
    ):
        hh.datasets.list("p")
    with (
        HoneyHive(data_plane_api_key=KEYS["dataPlaneKey"], **urls) as hh,
        pytest.raises(ConfigurationError, match="needs a project key"),
    ):
        hh.datasets.list()
    assert script.asked == []


def command(script: Script, *words: str) -> Any:
    settings = script.settings()
    environment = {f"HH_{host.upper()}_URL": settings[f"{host}_url"] for host in HOSTS}
    environment |= {"HH_API_KEY": KEYS["projectKey"], "HH_DATA_PLANE_API_KEY": KEYS["dataPlaneKey"]}
    return CliRunner().invoke(program(), words, env=environment)


def test_the_command_warns_once_without_the_flag(script: Script) -> None:
    script.answer = lambda _: (200, {"datasets": []})

    old, new = command(script, "datasets", "list"), command(script, "datasets", "list", "--project-id", "p")

    warning = "warning: datasets list without --project-id is deprecated: pass --project-id and a data plane key\n"
    assert (old.stderr, new.stderr) == (warning, "")
    assert [(one.path, one.key) for one in script.asked] == [
        ("/v1/datasets", KEYS["projectKey"]),
        ("/v1/projects/p/datasets", KEYS["dataPlaneKey"]),
    ]


def test_the_help_names_both_routes(script: Script) -> None:
    text = " ".join(command(script, "datasets", "list", "--help").output.split())

    assert "Sends GET /v1/projects/{project_id}/datasets to https://api.dp1.us.honeyhive.ai" in text
    assert (
        "Without --project-id, the command sends GET /v1/datasets (deprecated) with a project API key (HH_API_KEY)."
        in text
    )
    assert "--project-id STRING Id of the project." in text
    assert "[required]" not in text


def test_the_calls_of_evaluate_never_warn(tmp_path: Path) -> None:
    with (
        LocalServer() as server,
        HoneyHive("hh_test", base_url=server.url) as hh,
        warnings.catch_warnings(record=True) as caught,
    ):
        warnings.simplefilter("always", DeprecationWarning)
        dataset = hh.datasets.create(project_id=None, name="d").result.inserted_id
        hh.datasets.add_datapoints(dataset, data=[{"q": "a"}], mapping={"inputs": ["q"]})
        made = len(caught)
        done = evaluate(
            lambda q: q, dataset=dataset, name="n", client=hh, progress=False, run_id="r-1", journal_dir=tmp_path
        )

    assert (done.rows[0].outputs, made) == ({"q": "a"}, 2)
    assert [str(one.message) for one in caught[made:]] == []


def test_tracing_and_the_local_server_never_warn() -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", DeprecationWarning)
        with LocalServer() as server, HoneyHive("hh_test", base_url=server.url) as hh:
            with hh.session("s"), hh.event("e"):
                pass
            assert hh.flush().failed == 0
            assert [one["event_name"] for one in server.sessions()] == ["s"]

    assert [str(one.message) for one in caught] == []


def test_the_fixture_never_warns(honeyhive_server: LocalServer) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", DeprecationWarning)
        with HoneyHive("hh_test", base_url=honeyhive_server.url) as hh:
            hh.sessions.create(session_name="s")
        assert [one["event_name"] for one in honeyhive_server.sessions()] == ["s"]

    assert [str(one.message) for one in caught] == []
