"""The key and the options that ``hh.request()`` uses."""

import pytest

from honeyhive import ConfigurationError, InvalidRequestError, ServerError

KEYS = {
    "api_key": "hh_test",
    "control_plane_api_key": "hh_fgcp_c",
    "data_plane_api_key": "hh_fgdp_d",
    "ingestion_api_key": "hh_ingst_i",
}
SENT = [
    ("v1", "GET", "/v1/new", "hh_test"),
    ("legacy", "GET", "/session", "hh_test"),
    ("control_plane", "GET", "/v1/new", "hh_fgcp_c"),
    ("control_plane", "GET", "/v1/projects/p", "hh_fgcp_c"),
    ("v1", "POST", "/v1/sessions", "hh_ingst_i"),
    ("v1", "GET", "/v1/projects/p/charts", "hh_fgdp_d"),
    ("v1", "GET", "/v1/projects/p/charts/c/new", "hh_fgdp_d"),
]


@pytest.mark.parametrize(("host", "method", "path", "key"), SENT)
def test_host_and_path_choose_the_kind_of_key(host, method, path, key, colour, server):
    colour.done(colour.client(**KEYS).request(method, path, host=host))

    assert server.requests[0].headers["authorization"] == f"Bearer {key}"


def test_a_project_key_is_never_sent_to_the_control_plane(colour, server):
    hh = colour.client()
    with pytest.raises(ConfigurationError, match="needs a control plane key, but this client only has a project key"):
        colour.done(hh.request("GET", "/v1/new", host="control_plane"))
    with pytest.raises(InvalidRequestError, match="key must be 'control_plane_api_key' for the host control_plane"):
        colour.done(hh.request("GET", "/v1/new", host="control_plane", key="api_key"))

    assert server.requests == []


def test_a_control_plane_key_is_never_sent_to_another_host(colour, server):
    with pytest.raises(ConfigurationError, match="but this client only has a control plane key"):
        colour.done(colour.client(api_key="hh_fgcp_c").request("GET", "/v1/new"))

    assert server.requests == []


def test_the_caller_may_choose_the_kind_of_key(colour, server):
    colour.done(colour.client(**KEYS).request("GET", "/v1/new", key="data_plane_api_key"))

    assert server.requests[0].headers["authorization"] == "Bearer hh_fgdp_d"


def test_a_key_in_place_of_its_kind_is_refused_and_not_shown(colour):
    with pytest.raises(InvalidRequestError, match="key must be 'api_key' or") as caught:
        colour.done(colour.client().request("GET", "/v1/new", key="hh_secret"))

    assert "hh_secret" not in str(caught.value)


def test_a_raw_call_takes_the_options_of_a_call(colour, server):
    server.answers(503)
    with pytest.raises(ServerError):
        colour.done(colour.client().request("GET", "/v1/new", max_retries=0, extra_headers={"X-A": "1"}))

    assert [request.headers["x-a"] for request in server.requests] == ["1"]
