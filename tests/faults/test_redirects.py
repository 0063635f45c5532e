"""A request contains the key and user data, so it never follows a redirect to another origin."""

import httpx
import pytest

from honeyhive import APIStatusError
from tests.faults import actions
from tests.faults.one_call import get, made, post
from tests.faults.server import FaultServer

CODES = [301, 302, 303, 307, 308]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("use", [get, post])
def test_no_redirect_to_another_origin_is_followed(server, kind, code, use):
    with FaultServer() as other:
        server.always = actions.status(code, location=f"{other.url}/v1/thing")
        with pytest.raises(APIStatusError, match=rf"answered {code}: "):
            made(kind, use, base_url=server.url)

        assert (len(server.requests), other.connections) == (1, 0)


@pytest.mark.parametrize("code", CODES)
def test_a_read_follows_a_redirect_within_its_origin_with_its_key(server, kind, code):
    server.script.append(actions.status(code, location="/v1/other"))
    made(kind, get, base_url=server.url)

    assert [(r.method, r.target) for r in server.requests] == [("GET", "/v1/thing"), ("GET", "/v1/other")]
    assert len({r.headers["authorization"] for r in server.requests}) == 1


def test_a_read_follows_three_redirects_and_no_more(server, kind):
    server.always = actions.status(302, location="/v1/thing")
    with pytest.raises(APIStatusError, match=r"answered 30\d: "):
        made(kind, get, base_url=server.url)

    assert len(server.requests) == 4


@pytest.mark.parametrize("code", CODES)
def test_a_write_follows_no_redirect_at_all(server, kind, code):
    server.always = actions.status(code, location="/v1/other")
    with pytest.raises(APIStatusError, match=r"answered 30\d: "):
        made(kind, post, base_url=server.url)

    assert len(server.requests) == 1


@pytest.mark.parametrize("use", [get, post])
def test_an_http_client_with_follow_redirects_follows_none_to_another_origin(server, use):
    with FaultServer() as other, httpx.Client(follow_redirects=True) as own:
        server.always = actions.status(307, location=f"{other.url}/v1/thing")
        with pytest.raises(APIStatusError):
            made("sync", use, base_url=server.url, http_client=own)

        assert other.connections == 0


def test_no_cookie_is_kept(server, kind):
    server.script.append(actions.status(302, location="/v1/other", set_cookie="a=1"))
    made(kind, get, base_url=server.url)

    assert "cookie" not in server.requests[1].headers
