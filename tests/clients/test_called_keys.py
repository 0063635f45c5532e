"""API keys that a function of the user returns."""

import threading

import pytest

from honeyhive import AuthenticationError, ConfigurationError, HoneyHive, ServerError
from honeyhive._client.internal import settings_of


class Vault:
    """A function that returns one key after the other at each call, and at the end always the last key."""

    def __init__(self, *keys):
        self.keys, self.asked, self.threads = list(keys), 0, set()

    def __call__(self):
        self.asked += 1
        self.threads.add(threading.current_thread())
        return self.keys.pop(0) if len(self.keys) > 1 else self.keys[0]


def sent(server):
    return [request.headers["authorization"] for request in server.requests]


def test_the_function_is_called_before_the_first_request_only(colour, server):
    vault = Vault("hh_a")
    hh = colour.client(api_key=vault)
    assert vault.asked == 0
    for _ in range(3):
        colour.done(hh.datasets.list())

    assert (vault.asked, sent(server)) == (1, ["Bearer hh_a"] * 3)


def test_a_401_calls_the_function_again_and_retries_with_the_new_key(colour, server):
    vault = Vault("hh_a", "hh_b")
    server.answers(401)
    hh = colour.client(api_key=vault, max_retries=0)
    colour.done(hh.request("POST", "/v1/new", json={}))
    colour.done(hh.datasets.list())

    assert (vault.asked, sent(server)) == (2, ["Bearer hh_a", "Bearer hh_b", "Bearer hh_b"])


@pytest.mark.parametrize(("keys", "asked"), [(("hh_a",), 1), (("hh_a", "hh_b", "hh_c"), 2)])
def test_the_function_is_called_again_once_in_a_call(keys, asked, colour, server):
    for _ in range(3):
        server.answers(401, {"message": "hh_a and hh_b"})
    vault = Vault(*keys)
    with pytest.raises(AuthenticationError) as caught:
        colour.done(colour.client(api_key=vault).datasets.list())

    assert (vault.asked, len(server.requests)) == (2, asked)
    hidden = "*** and ***" if asked == 2 else "*** and hh_b"
    assert (caught.value.message, caught.value.body) == (hidden, {"message": hidden})


def test_a_500_does_not_call_the_function_again(colour, server):
    for _ in range(3):
        server.answers(503)
    vault = Vault("hh_a")
    with pytest.raises(ServerError):
        colour.done(colour.client(api_key=vault).datasets.list())

    assert (vault.asked, len(server.requests)) == (1, 3)


@pytest.mark.parametrize(
    ("given", "fault"), [(None, "must be a str, not NoneType"), ("", "is empty"), ("a\nb", "control")]
)
def test_a_returned_value_that_is_not_a_key_is_refused_before_sending(given, fault, colour, server):
    with pytest.raises(ConfigurationError, match=f"the key that the function returned .*{fault}"):
        colour.done(colour.client(api_key=Vault(given)).datasets.list())

    assert server.requests == []


def test_an_error_of_the_function_reaches_the_caller(colour, server):
    def broken():
        raise LookupError("the vault is locked")

    with pytest.raises(LookupError, match="the vault is locked"):
        colour.done(colour.client(api_key=broken).datasets.list())

    assert server.requests == []


def test_a_coroutine_function_is_refused(colour):
    async def key():
        return "hh_a"

    with pytest.raises(ConfigurationError, match="api_key is a coroutine function; pass a plain function"):
        colour.client(api_key=key)


def test_the_async_client_calls_the_function_on_a_worker_thread(colour):
    vault = Vault("hh_a")
    colour.done(colour.client(api_key=vault).datasets.list())

    assert (threading.main_thread() in vault.threads) is (colour.name == "sync")


def test_traced_events_are_sent_with_the_key(colour, server):
    vault = Vault("hh_a", "hh_b")
    server.answers(401)
    hh = colour.client(api_key=vault)
    with hh.session("s"):
        pass
    colour.done(hh.flush(10))

    assert sent(server)[:2] == ["Bearer hh_a", "Bearer hh_b"]


def test_any_kind_of_key_may_come_from_a_function(colour, server):
    hh = colour.client(control_plane_api_key=Vault("hh_fgcp_c"))
    colour.done(hh.request("GET", "/v1/new", host="control_plane"))

    assert sent(server) == ["Bearer hh_fgcp_c"]


def test_the_key_is_in_no_repr():
    with HoneyHive(lambda: "hh_secret") as hh:
        assert "hh_secret" not in f"{hh!r} {settings_of(hh).keys!r}"


@pytest.mark.parametrize(
    ("argument", "key", "right"),
    [
        ("api_key", "hh_fgcp_secret", "is a control plane key; pass the function as control_plane_api_key="),
        ("control_plane_api_key", "hh_ingst_secret", "is an ingestion key; pass the function as ingestion_api_key="),
    ],
)
def test_a_returned_key_of_another_kind_is_refused(argument, key, right, colour, server):
    hh = colour.client(**{"api_key": "hh_test", argument: Vault(key)})
    call = hh.datasets.list if argument == "api_key" else lambda: hh.projects.get("p")
    with pytest.raises(ConfigurationError, match=right) as caught:
        colour.done(call())
    assert "secret" not in str(caught.value)
    assert server.requests == []
