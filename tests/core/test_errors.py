import pickle
import re

import pytest

import honeyhive
from honeyhive import errors

EXAMPLES = [
    errors.HoneyHiveError("m"),
    errors.ConfigurationError("m"),
    errors.InvalidRequestError("m"),
    errors.APIConnectionError("m", request="GET /", request_sent=False),
    errors.APITimeoutError("m", request="GET /"),
    *[
        kind("m", status=503, request="GET /", error_code="c", request_id="r")
        for kind in (
            errors.APIStatusError,
            errors.AuthenticationError,
            errors.NotFoundError,
            errors.RateLimitError,
            errors.ServerError,
        )
    ],
    errors.APIResponseError("m", status=200, request="GET /", request_id="r"),
]


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_an_error_survives_pickling(error):
    copy = pickle.loads(pickle.dumps(error))

    assert type(copy) is type(error)
    assert (str(copy), copy.args, vars(copy)) == (str(error), error.args, vars(error))
    assert copy.is_retryable is error.is_retryable


def test_the_tree_in_the_docstring_matches_the_classes():
    above, drawn = [], {}
    for indent, name in re.findall(r"^([ │├└─]*)(\w+Error)\b", errors.__doc__, re.MULTILINE):
        depth = len(indent) // 4
        above[depth:] = [name]
        drawn[name] = above[depth - 1] if depth else "Exception"

    public = [[one.__name__ for one in type(error).__mro__ if not one.__name__.startswith("_")] for error in EXAMPLES]
    assert drawn == {name: above for name, above, *_ in public}


@pytest.mark.parametrize("kind", [errors.ConfigurationError, errors.InvalidRequestError])
def test_argument_problem_and_hint_make_the_message(kind):
    error = kind("is not a URL", argument="v1_url", hint="pass {base_url} or {allow_http=True}, or set HH_API_URL")

    assert (error.argument, error.problem) == ("v1_url", "is not a URL")
    assert error.hint == "pass base_url= or allow_http=True, or set HH_API_URL"
    assert str(error) == f"v1_url is not a URL; {error.hint}"
    assert error.worded(lambda name: f"--{name}") == (
        "--v1_url is not a URL; pass --base_url or --allow_http, or set HH_API_URL"
    )
    assert str(error.in_call("events.get()")) == f"events.get(): {error}"


@pytest.mark.parametrize("kind", [errors.ConfigurationError, errors.InvalidRequestError])
def test_a_message_may_have_neither_argument_nor_hint(kind):
    error = kind("no events")

    assert (str(error), error.worded(str.upper), error.argument, error.hint) == ("no events", "no events", None, None)


def test_every_error_is_exported():
    assert {type(error).__name__ for error in EXAMPLES} <= set(honeyhive.__all__)


def test_an_invalid_request_is_a_value_error():
    assert isinstance(errors.InvalidRequestError("m"), ValueError)


def test_only_temporary_errors_are_retryable():
    assert {type(error).__name__ for error in EXAMPLES if error.is_retryable} == {
        "APIConnectionError", "APITimeoutError", "APIStatusError", "AuthenticationError", "NotFoundError",
        "RateLimitError", "ServerError",
    }  # fmt: skip
    assert not errors.APIStatusError("m", status=400, request="GET /").is_retryable
