"""Servers for other machines: Host headers with addresses and other names, and a path behind a proxy."""

import re
from urllib.parse import urljoin

import httpx
import pytest
from click.testing import CliRunner

from honeyhive import HoneyHive
from honeyhive_server.run.command import serve
from tests.server.test_serve_command import serving

KEY = {"Authorization": "Bearer hh_secret"}
EVERYWHERE = ("--host", "0.0.0.0", "--require-key", "hh_secret")


def status(url, host):
    return httpx.get(f"{url}/session", headers={**KEY, "Host": host}).status_code


def loopback(url):
    return url.replace("//0.0.0.0:", "//127.0.0.1:")


def test_a_server_on_every_address_accepts_addresses_and_allowed_names(tmp_path):
    with serving(tmp_path, *EVERYWHERE, "--allowed-host", "traces.example") as (url, _, _process):
        hosts = ("10.1.2.3:8600", "[fd00::1]:8600", "Traces.Example:443", "localhost", "evil.example", "10.1.2.3.evil")

        assert [status(loopback(url), host) for host in hosts] == [200, 200, 200, 200, 403, 403]


def test_a_server_on_loopback_accepts_no_other_address(tmp_path):
    with serving(tmp_path) as (url, _, _process):
        assert [status(url, host) for host in ("127.0.0.1", "10.1.2.3")] == [200, 403]


def test_the_403_names_the_host_and_the_option(tmp_path):
    with serving(tmp_path, *EVERYWHERE) as (url, _, _process):
        refused = httpx.get(f"{loopback(url)}/session", headers={**KEY, "Host": "traces.example"}).json()["message"]

    assert "any IP address" in refused
    assert refused.endswith("or start the server with --allowed-host traces.example")


@pytest.mark.parametrize("wrong", ["https://traces.example", "traces.example:443", "", "a/b"])
def test_an_allowed_host_that_is_not_a_name_is_a_usage_error(wrong):
    refused = CliRunner().invoke(serve, ["--allowed-host", wrong])

    assert (refused.exit_code, "is not a host name" in refused.output) == (2, True)


@pytest.mark.parametrize("wrong", ["honeyhive", "/a b", "/a//b", "//evil.example", "/a?b", "/%2e"])
def test_a_root_path_that_is_not_a_path_is_a_usage_error(wrong):
    refused = CliRunner().invoke(serve, ["--root-path", wrong])

    assert (refused.exit_code, "is not a path such as /honeyhive" in refused.output) == (2, True)


def test_requests_below_the_root_path_are_served_with_and_without_it(tmp_path):
    with serving(tmp_path, "--root-path", "/tools/hive/") as (url, said, _process):
        assert url.endswith("/tools/hive")
        assert said[3] == f"  export HH_API_URL={url}\n"
        with HoneyHive(api_key="hh_test", base_url=url) as hh:
            hh.sessions.create(session_name="behind a proxy")
        stripped = url.removesuffix("/tools/hive")

        assert [len(httpx.get(f"{each}/session", headers=KEY).json()) for each in (url, stripped)] == [1, 1]
        assert httpx.get(f"{stripped}/tools/hives", headers=KEY).status_code == 404


def test_every_link_of_a_page_begins_with_the_root_path(tmp_path):
    with (
        serving(tmp_path, "--root-path", "/tools/hive") as (url, _, _process),
        httpx.Client(base_url=url, headers=KEY) as http,
    ):
        empty = http.get("/").text
        started = http.post("/v1/sessions", json={"session_name": "linked", "metadata": {"run_id": "r"}}).json()
        http.post("/v1/runs", json={"run_id": "r", "name": "linked run", "event_ids": []}).raise_for_status()
        session = f"/sessions/{started['session_id']}"
        paths = ("/", "/completions", "/all-events", "/experiments", session, "/experiments/r", "/sessions/none")
        pages = [http.get(path).text for path in paths]
        addresses = {found for page in pages for found in re.findall(r'(?:href|src|action|hx-get)="([^"]*)"', page)}
        asked = [http.get(urljoin(f"{url}{session}", each.replace("&amp;", "&"))) for each in addresses]

    assert f"HH_API_URL={url}<" in empty
    outside = [each for each in addresses if not each.startswith(("/tools/hive/", "?", "#"))]
    assert outside == []
    assert [(each.url, each.text) for each in asked if each.status_code not in (200, 204)] == []


def test_a_filtered_list_keeps_the_root_path_in_its_address(tmp_path):
    with serving(tmp_path, "--root-path", "/tools/hive") as (url, _, _process):
        part = httpx.get(f"{url}/", params={"part": "list", "name": "x"})

    assert part.headers["HX-Replace-Url"] == "/tools/hive/?name=x"
