"""Each documented argument and variable has an effect on the requests."""

import asyncio
import inspect
import logging
import re
from pathlib import Path

import httpx
import pytest
from honeyhive_api.connection import HOSTS, SCHEMES

import honeyhive._http.transport
from honeyhive import APIConnectionError, APITimeoutError, ConfigurationError, HoneyHive
from honeyhive.tracing import Options, read_spool
from tests.faults import actions
from tests.faults.one_call import KINDS, made
from tests.faults.server import FaultServer

CALLS = (Path(__file__).parents[2] / "docs" / "calls.md").read_text()
SPECIAL = {"ingestion_api_key": "hh_ingst_i", "data_plane_api_key": "hh_fgdp_d", "control_plane_api_key": "hh_fgcp_c"}
ELSEWHERE = {
    # Settings that test_tls.py and test_proxies.py test with other servers; these files contain the names.
    **dict.fromkeys(("ca_file", "client_certificate", "verify", "SSL_CERT_FILE", "SSL_CERT_DIR"), "test_tls.py"),
    **dict.fromkeys(("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"), "test_proxies.py"),
}


def sent(server, kind, *, host="v1", **settings):
    """Return the single request of a call that reads."""
    made(kind, lambda hh: hh.request("GET", "/x", host=host), **{"max_retries": 0, **settings})
    return server.requests[-1]


def key_sent(server, kind, **settings):
    return sent(server, kind, base_url=server.url, **settings).headers["authorization"].removeprefix("Bearer ")


@pytest.mark.parametrize("variable", ["HH_API_KEY", "HH_PROJECT_API_KEY"])
def test_api_key(server, kind, variable, monkeypatch):
    assert key_sent(server, kind, api_key="hh_argument") == "hh_argument"
    monkeypatch.setenv(variable, "hh_variable")
    assert key_sent(server, kind, api_key=None) == "hh_variable"


@pytest.mark.parametrize("argument", SPECIAL)
@pytest.mark.parametrize("from_variable", [False, True])
def test_keys_of_special_kinds(server, kind, argument, from_variable, monkeypatch):
    if from_variable:
        monkeypatch.setenv(f"HH_{argument.upper()}", SPECIAL[argument])
    settings = {} if from_variable else {argument: SPECIAL[argument]}
    host = "control_plane" if argument.startswith("control_plane") else "v1"

    assert key_sent(server, kind, host=host, api_key=None, **settings) == SPECIAL[argument]


@pytest.mark.parametrize(("argument", "variable"), [("base_url", "HH_API_URL")])
def test_base_url(server, kind, argument, variable, monkeypatch):
    assert sent(server, kind, **{argument: f"{server.url}/a"}).target == "/a/x"
    monkeypatch.setenv(variable, f"{server.url}/b")
    assert sent(server, kind).target == "/b/x"


@pytest.mark.parametrize(
    ("argument", "variable"),
    [
        ("legacy_url", "HH_LEGACY_URL"), ("v1_url", "HH_V1_URL"), ("v1_url", "HH_DATA_PLANE_URL"),
        ("control_plane_url", "HH_CONTROL_PLANE_URL"),
    ],
)  # fmt: skip
def test_the_url_of_one_host(server, kind, argument, variable, monkeypatch):
    host = argument.removesuffix("_url")
    key = {"control_plane_api_key": "hh_fgcp_c"}
    both = {"base_url": f"{server.url}/all", argument: f"{server.url}/a", **key}
    assert sent(server, kind, host=host, **both).target == "/a/x"
    monkeypatch.setenv(variable, f"{server.url}/b")
    assert sent(server, kind, host=host, **key).target == "/b/x"


def test_middleware_and_call_hooks(server, kind):
    seen = []

    def noting(given):
        seen.append(type(given).__name__)
        return (yield given)

    sent(server, kind, base_url=server.url, middleware=[noting])
    sent(server, kind, base_url=server.url, call_hooks=[noting])
    assert seen == ["HttpRequest", "StartedCall"]


def test_default_headers_and_default_query(server, kind):
    request = sent(server, kind, base_url=server.url, default_headers={"X-A": "1"}, default_query={"b": 2})
    assert (request.headers["x-a"], request.target) == ("1", "/x?b=2")


def test_hh_log(server, kind, monkeypatch):
    logger = logging.getLogger("honeyhive")
    monkeypatch.setattr(logger, "level", logger.level)
    for level in ("debug", "info", "warning", "error"):
        monkeypatch.setenv("HH_LOG", level)
        sent(server, kind, base_url=server.url)
        assert logger.getEffectiveLevel() == getattr(logging, level.upper())
    logger.setLevel(logging.NOTSET)


def test_hh_capture_content(kind, monkeypatch):
    def inputs():
        return KINDS[kind](api_key="hh_test").tracing.preview({"inputs": {"a": 1}}).event.get("inputs")

    assert inputs() == {"a": 1}
    monkeypatch.setenv("HH_CAPTURE_CONTENT", "false")
    assert not inputs()


@pytest.mark.parametrize("from_variable", [False, True])
def test_allow_http(kind, from_variable, monkeypatch):
    url = {"base_url": "http://api.test", "max_retries": 0}
    with pytest.raises(ConfigurationError, match="plain http"):
        made(kind, lambda hh: hh.request("GET", "/x"), **url)
    if from_variable:
        monkeypatch.setenv("HH_ALLOW_HTTP", "true")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    with pytest.raises(APIConnectionError):
        made(kind, lambda hh: hh.request("GET", "/x"), **url, **({} if from_variable else {"allow_http": True}))


def test_timeout(server, kind):
    server.always = actions.hang
    with pytest.raises(APITimeoutError, match="not answered in time"):
        sent(server, kind, base_url=server.url, timeout=0.05)


def test_connect_timeout(kind):
    with FaultServer(listening=False) as server:
        server.fill()
        with pytest.raises(APITimeoutError, match="could not connect in time"):
            sent(server, kind, base_url=server.url, connect_timeout=0.05)


@pytest.mark.parametrize("retries", [0, 1, 3])
def test_max_retries(server, kind, retries, monkeypatch):
    clocks = honeyhive._http.transport.CLOCKS._replace(random=lambda: 0.0)
    monkeypatch.setattr(honeyhive._http.transport, "CLOCKS", clocks)
    server.always = actions.status(503)
    with pytest.raises(Exception, match="answered 503"):
        sent(server, kind, base_url=server.url, max_retries=retries)

    assert len(server.requests) == 1 + retries


def test_http_client(server):
    with httpx.Client(headers={"x-mine": "1"}) as own:
        assert sent(server, "sync", base_url=server.url, http_client=own).headers["x-mine"] == "1"


def test_http_client_of_asyncio(server):
    async def use(hh):
        await hh.request("GET", "/x")
        await own.aclose()

    own = httpx.AsyncClient(headers={"x-mine": "1"})
    made("async", use, base_url=server.url, http_client=own)

    assert server.requests[0].headers["x-mine"] == "1"


def test_tracing(server):
    with HoneyHive(api_key="hh_x", base_url=server.url, tracing=Options(sample_rate=0.0)) as hh:
        hh.log_event({"event_type": "tool", "inputs": {}})
        assert hh.stats().dropped == {"sampled": 1}

    assert server.requests == []


@pytest.mark.parametrize("by_variable", [False, True])
def test_spool(server, kind, by_variable, tmp_path, monkeypatch):
    folder = tmp_path / "spool"
    monkeypatch.setenv("HH_SPOOL", str(folder if by_variable else tmp_path / "overruled"))

    def log(hh):
        hh.log_event({"event_type": "tool", "inputs": {}})
        assert len(list(read_spool(folder))) == 1
        return asyncio.sleep(0) if kind == "async" else None

    server.always = actions.status(503)
    made(kind, log, base_url=server.url, tracing=Options(exit_timeout=0), **({} if by_variable else {"spool": folder}))

    assert not (tmp_path / "overruled").exists()


def test_every_argument_and_every_documented_variable_has_its_test():
    table = CALLS[CALLS.index("| argument | variable |") : CALLS.index("Each host's URL is taken")]
    documented = set(re.findall(r"`([a-zA-Z0-9_]+)`", table)) - {"False"}
    arguments = set(inspect.signature(HoneyHive).parameters) - {"connection"}
    assert arguments == set(inspect.signature(KINDS["async"]).parameters) - {"connection"}
    arguments |= {one.argument for one in (*HOSTS.values(), *SCHEMES.values())}
    assert arguments <= documented
    here = Path(__file__).read_text().partition("def sent(")[2] + str([*SPECIAL, *(f"HH_{name}" for name in SPECIAL)])
    for name in documented:
        text = Path(__file__).with_name(ELSEWHERE[name]).read_text() if name in ELSEWHERE else here
        assert name.lower() in text.lower(), name
