import json
from contextlib import suppress

import pytest
from honeyhive_api.keys import ApiKey
from hypothesis import given
from hypothesis import strategies as st

from honeyhive import (
    APIResponseError,
    APIStatusError,
    AuthenticationError,
    NotFoundError,
    RateLimitError,
    ServerError,
)
from honeyhive._core.messages import HttpRequest, HttpResponse
from honeyhive._core.reply import error_of, value_of

REQUEST = HttpRequest("GET", "https://host/v1/things?project=mine", None, ApiKey("hh_secret"))
HTML = HttpResponse(200, {"content-type": "text/html"}, b"<html>\n<title>Log in</title></html>")


def read(data):
    return data


def documented(**more):
    return json.dumps({"statusCode": 400, "message": "No such thing.", "success": False, **more}).encode()


@pytest.mark.parametrize("status", [200, 201, 202, 204, 206, 299])
@pytest.mark.parametrize(
    ("body", "value"),
    [(b"", None), (b" \n", None), (b"{}", {}), (b"[1]", [1]), (b'\xef\xbb\xbf{"a":1}', {"a": 1}), (b"null", None)],
)
def test_every_2xx_with_json_or_nothing_is_a_success(status, body, value):
    assert value_of(HttpResponse(status, {}, body), read, REQUEST) == value


@pytest.mark.parametrize("body", [b"<html>", b"OK", b'{"a":', b"\xff\xfe\xfa", b"[" * 100_000, b"\x00", b"1" * 5000])
def test_a_2xx_without_json_is_an_api_response_error(body):
    with pytest.raises(APIResponseError) as caught:
        value_of(HttpResponse(200, {"x-request-id": "r1"}, body), read, REQUEST)

    assert (caught.value.status, caught.value.request_id) == (200, "r1")
    assert caught.value.request == "GET https://host/v1/things"
    assert not caught.value.is_retryable
    assert caught.value.__context__ is None


def test_the_message_describes_the_unexpected_body():
    with pytest.raises(APIResponseError, match="an HTML page: <html> <title>Log in"):
        value_of(HTML, read, REQUEST)


@pytest.mark.parametrize("error", [TypeError, ValueError, KeyError, AttributeError])
def test_a_reply_that_cannot_be_read_is_an_api_response_error(error):
    def refuse(data):
        raise error

    with pytest.raises(APIResponseError, match="another form than documented"):
        value_of(HttpResponse(200, {}, b"[]"), refuse, REQUEST)


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, APIStatusError), (401, AuthenticationError), (403, AuthenticationError), (404, NotFoundError),
     (409, APIStatusError), (422, APIStatusError), (429, RateLimitError), (500, ServerError), (503, ServerError),
     (520, ServerError), (599, ServerError), (999, ServerError), (307, APIStatusError), (304, APIStatusError)],
)  # fmt: skip
def test_each_status_has_its_error(status, kind):
    error = error_of(HttpResponse(status, {}, documented()), REQUEST)

    assert type(error) is kind
    assert error.status == status


def test_the_documented_body_is_read():
    error = error_of(HttpResponse(400, {"x-request-id": "r1"}, documented(errorCode="bad_thing")), REQUEST)

    assert (error.message, error.error_code, error.request_id) == ("No such thing.", "bad_thing", "r1")
    assert str(error) == "GET https://host/v1/things answered 400: No such thing. [bad_thing] (request id r1)"


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (HttpResponse(500, {}, b""), "an empty body"),
        (
            HttpResponse(502, {"content-type": "text/html"}, b"<h1>Bad gateway</h1>"),
            "an HTML page: <h1>Bad gateway</h1>",
        ),
        (HttpResponse(500, {}, b"upstream\n gone"), "the text: upstream gone"),
        (HttpResponse(500, {}, b'{"message": 7}'), 'the text: {"message": 7}'),
        (HttpResponse(500, {}, b'{"error": "Nope"}'), "Nope"),
        (
            HttpResponse(307, {"location": "https://elsewhere"}, b""),
            "a redirect, which the SDK does not follow; is the base URL right?",
        ),
    ],
)
def test_an_error_message_describes_a_body_without_json(answer, message):
    assert error_of(answer, REQUEST).message == message


@pytest.mark.parametrize("body", [b"x" * 10**6, json.dumps({"message": "x" * 10**6}).encode()])
def test_a_long_body_is_cut(body):
    assert len(str(error_of(HttpResponse(500, {}, body), REQUEST))) < 700


def test_a_key_echoed_in_the_body_is_redacted():
    for body in (b'{"message": "bad key hh_secret"}', b"bad key hh_secret"):
        assert "hh_secret" not in str(error_of(HttpResponse(401, {}, body), REQUEST))


def test_a_key_echoed_as_code_or_request_id_is_redacted():
    answer = HttpResponse(401, {"x-request-id": "for hh_secret"}, b'{"message": "m", "errorCode": "bad_hh_secret"}')
    error = error_of(answer, REQUEST)

    assert (error.error_code, error.request_id) == ("bad_***", "for ***")


@pytest.mark.parametrize("shown", range(4, 10))
def test_a_key_cut_by_the_end_of_the_body_is_redacted(shown):
    body = b"<html>" + b" " * (2000 - 6 - shown) + b"hh_secret"
    error = error_of(HttpResponse(502, {}, body), REQUEST)

    assert error.message == "an HTML page: <html> ***"


def test_the_repr_of_a_response_has_no_body():
    assert repr(HTML) == "HttpResponse(status=200, 35 bytes)"


@given(st.integers(100, 999), st.binary() | st.text().map(lambda text: json.dumps({"message": text}).encode()))
def test_any_response_is_a_value_or_a_honeyhive_error(status, body):
    answer = HttpResponse(status, {}, body)

    assert str(error_of(answer, REQUEST)).encode()
    with suppress(APIResponseError):
        value_of(answer, read, REQUEST)
