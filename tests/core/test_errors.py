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


def test_the_drawn_tree_is_the_tree():
    above, drawn = [], {}
    for indent, name in re.findall(r"^([ │├└─]*)(\w+Error)\b", errors.__doc__, re.MULTILINE):
        depth = len(indent) // 4
        above[depth:] = [name]
        drawn[name] = above[depth - 1] if depth else "Exception"

    assert drawn == {type(error).__name__: type(error).__bases__[0].__name__ for error in EXAMPLES}


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
