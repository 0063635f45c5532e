"""Every setting as an argument and as an environment variable, and which of them takes precedence."""

import pytest
from honeyhive_api.connection import HOSTS
from honeyhive_api.keys import ApiKey

from honeyhive import AsyncHoneyHive, ConfigurationError, HoneyHive
from honeyhive._client.internal import settings_of
from tests.clients.sample_namespace import Things

HOSTS_AND_VARIABLES = [(host, variable) for host, row in HOSTS.items() for variable in row.variables]


def url(host, **arguments):
    return settings_of(HoneyHive(**{"api_key": "hh_test", **arguments})).urls[host]


def test_the_default_url_is_that_of_the_document():
    assert {host: url(host) for host in HOSTS} == {host: row.url for host, row in HOSTS.items()}


@pytest.mark.parametrize(("host", "variable"), HOSTS_AND_VARIABLES)
def test_precedence_of_the_url_settings_of_a_host(host, variable, monkeypatch):
    monkeypatch.setenv("HH_API_URL", "https://four")
    assert url(host) == "https://four"
    monkeypatch.setenv(variable, "https://three")
    assert url(host) == "https://three"
    assert url(host, base_url="https://two") == "https://two"
    assert url(host, base_url="https://two", **{f"{host}_url": "https://one"}) == "https://one"


def test_the_first_variable_of_a_host_wins(monkeypatch):
    monkeypatch.setenv("HH_DATA_PLANE_URL", "https://second")
    monkeypatch.setenv("HH_V1_URL", "https://first")

    assert url("v1") == "https://first"


def test_an_empty_variable_counts_as_unset(monkeypatch):
    for name in ("HH_API_URL", "HH_V1_URL", "HH_ALLOW_HTTP", "HH_INGESTION_API_KEY", "HH_API_KEY"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("HH_PROJECT_API_KEY", "hh_test")

    assert settings_of(HoneyHive()).urls["v1"] == HOSTS["v1"].url


GOOD_URLS = [
    "https://host", "HTTPS://Host.Example:8443/a/b", "https://10.0.0.1", "https://[2001:db8::1]:9", "https://under_score",
    "http://localhost:1", "http://LOCALHOST", "http://127.0.0.1", "http://127.9.9.9:80", "http://[::1]:8080/x",
]  # fmt: skip


@pytest.mark.parametrize("good", GOOD_URLS)
def test_a_good_url_is_kept_without_its_trailing_slash(good):
    assert url("v1", base_url=good) == url("v1", base_url=f"{good}/") == good


BAD_URLS = {
    "": "is empty",
    " https://host": "whitespace",
    "https://host\n": "whitespace",
    "https://ho st": "whitespace",
    "https://host\x00": "control character",
    "host": "must begin with https://",
    "//host": "must begin with https://",
    "ftp://host": "must begin with https://",
    "file:///etc/passwd": "must begin with https://",
    "https:/host": "must begin with https://",
    "https://": "has no host",
    "https:///path": "has no host",
    "https://:443": "has no host",
    "https://user:hunter2@host": "must not contain a user name or password",
    "https://hunter2@host": "must not contain a user name or password",
    "http://localhost\\@evil": "is not a valid URL",
    "https://host?a=hunter2": "must not have a query",
    "https://host/?": "must not have a query",
    "https://host#hunter2": "must not have a fragment",
    "https://host:0": "is not a valid URL",
    "https://host:65536": "is not a valid URL",
    "https://host:port": "is not a valid URL",
    "https://host:": "is not a valid URL",
    "https://-host": "is not a valid URL",
    "https://a..b": "is not a valid URL",
    "https://hörst": "is not a valid URL",
    "https://300.1.1.1": "is not a valid URL",
    "https://[::zz]": "is not a valid URL",
    "https://[::1": "is not a valid URL",
    "https://host/a b": "whitespace",
    "https://host/ä": "is not a valid URL",
    "http://example.com": "allow_http=True",
    "http://10.0.0.1": "allow_http=True",
    "http://127.0.0.1.evil.com": "allow_http=True",
    "http://localhost.evil.com": "allow_http=True",
    "http://[2001:db8::1]": "allow_http=True",
}


@pytest.mark.parametrize(("bad", "words"), BAD_URLS.items())
def test_a_bad_url_is_refused_with_its_argument_and_never_repeated(bad, words):
    with pytest.raises(ConfigurationError) as caught:
        url("v1", v1_url=bad, base_url="https://fine")

    assert str(caught.value).startswith("v1_url ")
    assert words in str(caught.value)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("variable", ["HH_API_URL", *(variable for _, variable in HOSTS_AND_VARIABLES)])
def test_a_bad_url_in_a_variable_is_refused_with_its_name(variable, monkeypatch):
    monkeypatch.setenv(variable, "nonsense")

    with pytest.raises(ConfigurationError, match=rf"^{variable} "):
        HoneyHive(api_key="hh_test")


def test_a_url_that_is_not_a_string_is_refused():
    with pytest.raises(ConfigurationError, match="base_url must be a str, not int"):
        HoneyHive(api_key="hh_test", base_url=7)


@pytest.mark.parametrize("word", ["1", "true", "TRUE", "yes", "on"])
def test_plain_http_may_be_allowed(word, monkeypatch):
    assert url("v1", base_url="http://example.com", allow_http=True) == "http://example.com"
    monkeypatch.setenv("HH_ALLOW_HTTP", word)
    assert url("v1", base_url="http://example.com") == "http://example.com"


@pytest.mark.parametrize("word", ["0", "false", "No", "off"])
def test_plain_http_may_be_forbidden(word, monkeypatch):
    monkeypatch.setenv("HH_ALLOW_HTTP", word)
    with pytest.raises(ConfigurationError, match="plain http"):
        url("v1", base_url="http://example.com")

    monkeypatch.setenv("HH_ALLOW_HTTP", "1")
    with pytest.raises(ConfigurationError, match="plain http"):
        url("v1", base_url="http://example.com", allow_http=False)


def test_allow_http_refuses_a_string():
    with pytest.raises(ConfigurationError, match="allow_http must be a bool, not 'false'"):
        HoneyHive(api_key="hh_test", base_url="http://example.com", allow_http="false")


@pytest.mark.parametrize("path", ["~nobody-has-this-name/x", "a\0b", "a\ud800", b"a", "", 5, True])
def test_a_spool_that_is_not_a_path_is_refused(path):
    with pytest.raises(ConfigurationError, match="spool must be the path of a folder, or False, not"):
        HoneyHive(api_key="hh_test", spool=path)


def test_a_constructor_that_raises_its_warning_opens_no_spool(tmp_path):
    with pytest.raises(UserWarning, match="verify=False"):
        HoneyHive(api_key="hh_test", verify=False, spool=tmp_path / "spool")

    assert not [*tmp_path.iterdir()]


def test_hh_allow_http_must_be_true_or_false(monkeypatch):
    monkeypatch.setenv("HH_ALLOW_HTTP", "maybe")
    with pytest.raises(ConfigurationError, match="HH_ALLOW_HTTP must be true or false"):
        HoneyHive(api_key="hh_test")


@pytest.mark.parametrize("name", ["timeout", "connect_timeout"])
@pytest.mark.parametrize("value", [0, -1, float("nan"), float("inf"), "5", True, None])
def test_an_invalid_duration_raises_configuration_error_with_its_name(name, value):
    with pytest.raises(ConfigurationError, match=rf"^{name} must be a number of seconds"):
        HoneyHive(api_key="hh_test", **{name: value})


@pytest.mark.parametrize("value", [-1, 1.0, "2", True, None])
def test_an_invalid_max_retries_raises_configuration_error(value):
    with pytest.raises(ConfigurationError, match=r"^max_retries must be an int"):
        HoneyHive(api_key="hh_test", max_retries=value)


def test_a_missing_key_names_api_key_and_hh_api_key():
    with pytest.raises(ConfigurationError, match="pass api_key= or set HH_API_KEY"):
        HoneyHive()


def sent_key(server, security, **arguments):
    hh = HoneyHive(base_url=server.url, **arguments)
    return settings_of(hh).credential(security, "things.create()").key.reveal()


def test_the_variables_of_the_keys(server, monkeypatch):
    monkeypatch.setenv("HH_PROJECT_API_KEY", "hh_p2")
    assert sent_key(server, ("projectKey",)) == "hh_p2"
    for variable, key in [
        ("HH_API_KEY", "hh_p1"),
        ("HH_INGESTION_API_KEY", "hh_ingst_i"),
        ("HH_DATA_PLANE_API_KEY", "hh_fgdp_d"),
        ("HH_CONTROL_PLANE_API_KEY", "hh_fgcp_c"),
    ]:
        monkeypatch.setenv(variable, key)
    assert sent_key(server, ("projectKey",)) == "hh_p1"
    assert sent_key(server, ("ingestionKey", "projectKey")) == "hh_ingst_i"
    assert sent_key(server, ("projectKey", "ingestionKey")) == "hh_p1"
    assert sent_key(server, ("dataPlaneKey",)) == "hh_fgdp_d"
    assert sent_key(server, ("controlPlaneKey",)) == "hh_fgcp_c"


def test_an_argument_comes_before_its_variable(server, monkeypatch):
    monkeypatch.setenv("HH_API_KEY", "hh_variable")
    monkeypatch.setenv("HH_INGESTION_API_KEY", "hh_ingst_variable")

    assert sent_key(server, ("projectKey",), api_key="hh_argument") == "hh_argument"
    assert sent_key(server, ("ingestionKey",), ingestion_api_key="hh_ingst_argument") == "hh_ingst_argument"
    assert sent_key(server, ("ingestionKey",), api_key="hh_ingst_argument") == "hh_ingst_argument"


@pytest.mark.parametrize(("key", "scheme"), [("hh_ingst_x", "ingestionKey"), ("hh_fgcp_x", "controlPlaneKey")])
def test_api_key_accepts_every_kind_by_its_prefix(server, key, scheme):
    assert sent_key(server, (scheme,), api_key=key) == key
    with pytest.raises(ConfigurationError, match=r"things\.create\(\) needs a project key"):
        sent_key(server, ("projectKey",), api_key=key)


@pytest.mark.parametrize("variable", [None, "HH_API_KEY", "HH_PROJECT_API_KEY"])
@pytest.mark.parametrize("client", [HoneyHive, AsyncHoneyHive])
def test_a_data_plane_key_is_refused_as_a_project_key(client, variable, monkeypatch):
    monkeypatch.delenv("HH_API_KEY", raising=False)
    if variable:
        monkeypatch.setenv(variable, "hh_fgdp_secret")
    with pytest.raises(ConfigurationError) as caught:
        client(data_plane_api_key="hh_fgdp_other", api_key=None if variable else "hh_fgdp_secret")

    assert str(caught.value) == (
        f"{variable or 'api_key'} holds a data plane key; pass it as data_plane_api_key= or set HH_DATA_PLANE_API_KEY"
    )


def test_a_key_with_an_unknown_prefix_has_the_kind_of_its_argument(server):
    assert sent_key(server, ("dataPlaneKey",), data_plane_api_key="hh_new_d") == "hh_new_d"


def test_no_key_is_sent_to_an_unknown_security_scheme(server):
    with pytest.raises(ConfigurationError, match="the unknown security scheme bearer"):
        sent_key(server, ("bearer",), api_key="hh_test")


def test_a_key_in_the_argument_of_another_kind_names_the_right_one():
    with pytest.raises(
        ConfigurationError, match=r"ingestion_api_key holds .*data plane key; pass it as data_plane_api_key="
    ):
        HoneyHive(ingestion_api_key="hh_fgdp_x")


def test_an_operation_that_needs_no_key_sends_none(server):
    assert settings_of(HoneyHive("hh_test", base_url=server.url)).credential((), "things.create()") is None


def test_the_connect_timeout_is_no_longer_than_the_call(server):
    hh = HoneyHive("hh_test", base_url=server.url, connect_timeout=3)
    hooks = []
    with hh:
        Things(hh).create()
        hh._calls.transport().client.event_hooks["request"].append(
            lambda request: hooks.append(request.extensions["timeout"])
        )
        Things(hh).create(timeout=50)
        Things(hh).create(timeout=2)

    assert [hook["connect"] for hook in hooks] == [3, pytest.approx(2, abs=0.1)]
    assert [hook["read"] for hook in hooks] == [pytest.approx(50, abs=1), pytest.approx(2, abs=0.1)]


def test_a_wrapped_key_may_be_passed_on(server):
    assert sent_key(server, ("projectKey",), api_key=ApiKey("hh_test")) == "hh_test"


@pytest.mark.parametrize("key", ["Bearer hh_secret", "bearer hh_secret"])
def test_a_key_with_the_scheme_of_its_header_is_refused(key, monkeypatch):
    with pytest.raises(ConfigurationError, match=r"api_key begins with Bearer.*; pass the key alone") as caught:
        HoneyHive(api_key=key)
    assert "secret" not in str(caught.value)
    monkeypatch.setenv("HH_API_KEY", key)
    with pytest.raises(ConfigurationError, match="HH_API_KEY begins with Bearer"):
        HoneyHive()


@pytest.mark.parametrize(
    ("name", "right"),
    [("server_url", "base_url"), ("bearer_auth", "api_key"), ("async_client", "http_client"), ("host", "base_url")],
)
def test_an_argument_of_another_sdk_names_ours(name, right):
    with pytest.raises(TypeError, match=f"unexpected keyword argument '{name}'; use {right}="):
        HoneyHive(**{name: "x"})
