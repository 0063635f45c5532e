"""Each operation is sent with the kind of key that it needs. Without this key, the call raises an error."""

from typing import Any

import pytest

from honeyhive import AsyncHoneyHive, ConfigurationError, HoneyHive
from tests.rows import OPERATIONS

from .conftest import KEYS, Script, done
from .test_every_operation import Case, call, cases

FIRST = list({case.operation.id: case for case in cases()}.values())
SETTING = {"dataPlaneKey": "data_plane_api_key", "controlPlaneKey": "control_plane_api_key"}


def only(script: Script, scheme: str) -> dict[str, Any]:
    """Return settings of a client that has only one key."""
    urls = {name: url for name, url in script.settings().items() if name.endswith("_url")}
    return {**urls, SETTING.get(scheme, "api_key"): KEYS[scheme], "max_retries": 0}


@pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")
@pytest.mark.parametrize("client", [HoneyHive, AsyncHoneyHive])
@pytest.mark.parametrize("case", [one for one in FIRST if one.operation.security[0] in SETTING], ids=str)
def test_the_wrong_kind_of_key_is_refused_at_the_call(client: Any, case: Case, script: Script) -> None:
    operation = case.operation
    argument = SETTING[operation.security[0]]
    with pytest.raises(ConfigurationError) as caught:
        done(call(client(**only(script, "projectKey")), case))

    assert str(caught.value).startswith(f"{operation.namespace}.{operation.name}() needs a ")
    assert f"pass {argument}= or set HH_{argument.upper()}" in str(caught.value)
    assert KEYS["projectKey"] not in str(caught.value)
    assert script.asked == []


@pytest.mark.parametrize("scheme", ["dataPlaneKey", "controlPlaneKey"])
def test_a_special_key_opens_nothing_else(scheme: str, script: Script) -> None:
    with HoneyHive(**only(script, scheme)) as hh, pytest.raises(ConfigurationError, match="needs a project key"):
        hh.datasets.list()
    assert script.asked == []


def test_an_ingestion_key_cannot_read_events(script: Script) -> None:
    with (
        HoneyHive(**only(script, "ingestionKey")) as hh,
        pytest.raises(ConfigurationError, match="needs a project key"),
    ):
        hh.events.search_all()


def test_every_operation_has_security_schemes() -> None:
    assert {scheme for one in OPERATIONS.values() for scheme in one.security} == KEYS.keys()
    for one in OPERATIONS.values():
        expected = {"control_plane": {"controlPlaneKey"}, "legacy": {"projectKey"}}.get(one.host)
        assert one.security
        assert expected is None or set(one.security) == expected, one.id


def test_the_variable_of_a_key_is_enough(script: Script, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HH_CONTROL_PLANE_API_KEY", KEYS["controlPlaneKey"])
    script.answer = lambda _: (200, {"success": True, "data": {"id": "project-1"}})
    with HoneyHive(**only(script, "projectKey")) as hh:
        reply = hh.projects.get("project-1")

    assert reply.data.id == "project-1"
    assert script.asked[0].key == KEYS["controlPlaneKey"]
