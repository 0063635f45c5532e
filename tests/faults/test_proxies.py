"""Proxies come from four documented variables only, and their passwords never appear."""

import netrc
from base64 import b64encode
from urllib import request

import pytest

from honeyhive._http.connections import proxy_for
from tests.clients.exposed_text import shown
from tests.faults.one_call import ca_file, get, made, server_context
from tests.faults.server import FaultServer


@pytest.fixture
def proxy():
    """Yield a server that acts both as the proxy and as the target."""
    with FaultServer(server_context()) as proxy:
        proxy.address = f"127.0.0.1:{proxy.port}"
        yield proxy


def call_through(kind, url):
    with ca_file() as path:
        made(kind, get, base_url=url, ca_file=path, max_retries=0)


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
def test_https_goes_through_the_proxy_of_its_variable(kind, proxy, variable, monkeypatch):
    monkeypatch.setenv(variable, f"http://user:hunter2@{proxy.address}")
    call_through(kind, "https://api.test/prefix")

    (tunnel,), (request,) = proxy.connects, proxy.requests
    assert (tunnel.target, request.target) == ("api.test:443", "/prefix/v1/thing")
    assert tunnel.headers["proxy-authorization"] == "Basic " + b64encode(b"user:hunter2").decode()
    assert "authorization" not in tunnel.headers
    assert "proxy-authorization" not in request.headers


def test_plain_http_goes_through_the_proxy_of_its_variable(kind, server, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", f"127.0.0.1:{server.port}")
    made(kind, get, base_url="http://api.test", allow_http=True, max_retries=0)

    assert server.requests[0].target == "http://api.test/v1/thing"


@pytest.mark.parametrize("exempt", ["127.0.0.1", "*", "other.test,127.0.0.1"])
def test_a_host_in_no_proxy_is_connected_directly(kind, server, exempt, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", exempt)
    made(kind, get, base_url=server.url)

    assert server.requests[0].target == "/v1/thing"


@pytest.mark.parametrize(
    ("settings", "url", "proxy"),
    [
        ({}, "https://api.test", None),
        ({"HTTPS_PROXY": "http://p:1"}, "https://api.test", "http://p:1"),
        ({"HTTPS_PROXY": "p:1"}, "https://api.test", "http://p:1"),
        ({"HTTPS_PROXY": "http://p:1"}, "http://api.test", None),
        ({"ALL_PROXY": "http://all:1", "HTTPS_PROXY": "http://p:1"}, "https://api.test", "http://p:1"),
        ({"ALL_PROXY": "http://all:1"}, "http://api.test", "http://all:1"),
        ({"HTTPS_PROXY": "http://p:1", "NO_PROXY": ".test"}, "https://api.test", None),
        ({"HTTPS_PROXY": "http://p:1", "NO_PROXY": "api.test:444"}, "https://api.test", "http://p:1"),
        ({"HTTPS_PROXY": ""}, "https://api.test", None),
    ],
)
def test_proxy_for(settings, url, proxy, monkeypatch):
    for name, value in settings.items():
        monkeypatch.setenv(name, value)

    assert proxy_for(url, request.getproxies_environment()) == proxy


def test_a_proxy_that_refuses_its_password_does_not_show_it(kind, proxy, monkeypatch, caplog):
    caplog.set_level("DEBUG")
    monkeypatch.setenv("HTTPS_PROXY", f"http://user:hunter2@{proxy.address}")
    proxy.connect_script.append(lambda connection, _: connection.answer(407))
    with pytest.raises(Exception, match="407") as caught:
        call_through(kind, "https://api.test")

    basic = b64encode(b"user:hunter2").decode()
    for text in (shown(caught.value), caplog.text):
        assert "hunter2" not in text
        assert basic not in text


def test_netrc_is_never_read(kind, server, tmp_path, monkeypatch):
    file = tmp_path / ".netrc"
    file.write_text("machine 127.0.0.1 login evil password evil\n")
    file.chmod(0o600)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(file))
    monkeypatch.setattr(netrc, "netrc", lambda *_: pytest.fail("netrc was read"))
    made(kind, get, base_url=server.url)

    assert server.requests[0].headers["authorization"].startswith("Bearer hh_")
