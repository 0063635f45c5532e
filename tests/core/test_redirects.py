import pytest
from honeyhive_api.keys import ApiKey
from hypothesis import given
from hypothesis import strategies as st

from honeyhive._core.messages import HttpRequest, HttpResponse
from honeyhive._core.reply import redirected

KEY = ApiKey("hh_test")


def target(location, *, method="GET", status=302, url="https://host/v1/things?a=1"):
    headers = {} if location is None else {"location": location}
    return redirected(HttpRequest(method, url, None, KEY), HttpResponse(status, headers, b""))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_redirected_read_keeps_its_key_and_method(status, method):
    assert target("/new", method=method, status=status) == HttpRequest(method, "https://host/new", None, KEY)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_write_is_never_redirected(method):
    assert target("/new", method=method) is None


@pytest.mark.parametrize("status", [200, 300, 304, 305, 306, 309, 404])
def test_other_statuses_are_not_redirects(status):
    assert target("/new", status=status) is None


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("https://host/new", "https://host/new"),
        ("https://HOST:443/new", "https://HOST:443/new"),
        ("//host/new", "https://host/new"),
        ("other?b=2", "https://host/v1/other?b=2"),
        ("?b=2", "https://host/v1/things?b=2"),
        ("/new#part", "https://host/new"),
        ("/a/../b", "https://host/b"),
    ],
)
def test_each_form_of_a_location_in_the_same_origin(location, url):
    assert target(location).url == url


@pytest.mark.parametrize(
    "location",
    [
        None, "", "http://host/new", "https://host:8443/new", "https://evil/new", "//evil/new", "https://host.evil/new",
        "https://host@evil/new", "https://evil@host/new", "https://user:pw@host/new", "https://host\\@evil/new",
        "ftp://host/new", "javascript:alert(1)", "https://host:port/new", "https://[::1/new", "/a b", "/a\n", "/\x00",
        "/ä", "/" + "a" * 2000,
    ],
)  # fmt: skip
def test_a_location_in_another_origin_or_malformed_is_not_followed(location):
    assert target(location) is None


def test_the_default_port_of_http_is_80():
    assert target("http://localhost:80/new", url="http://localhost/v1").url == "http://localhost:80/new"
    assert target("http://localhost:443/new", url="http://localhost/v1") is None
    assert target("https://host:80/new") is None


@given(st.text("htps:/\\@.%evil?#[]0129 ") | st.text())
def test_no_location_leads_to_another_origin(location):
    found = target(location)

    assert found is None or found.url.lower().startswith(("https://host/", "https://host:443/", "https://host?"))
