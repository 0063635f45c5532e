"""The JSON that is sent is the same with and without orjson."""

import json
import sys

import orjson
import pytest

from honeyhive._tracing.payload import plain_json

from . import both_encoders
from .programs import names, run


def test_both_encoders_agree_on_random_and_hostile_values():
    assert plain_json.encode_fast is orjson.dumps

    both_encoders.check(500)


@pytest.mark.parametrize("value", [1e16, 1e-7, -0.0, 5e-324, 1.7976931348623157e308, 2**63 - 1, -(2**63)])
def test_numbers_keep_their_value_and_their_type(value):
    (text, notes) = both_encoders.FAST.item("inputs", value)

    assert (repr(json.loads(text)), list(notes)) == (repr(value), [])


def test_tracing_works_without_orjson(server):
    done = run(
        server.url,
        """
        from honeyhive._tracing.payload import plain_json
        assert plain_json.encode_fast is plain_json.encode_slowly
        log("plain")
        hh.log_event({"event_name": "nan", "inputs": {"a": float("nan")}})
        print(bool(hh.flush(30)))
        """,
        first="import sys\nsys.modules['orjson'] = None\n",
    )

    assert (done.returncode, done.stdout.split()) == (0, ["True"])
    assert names(server) == ["nan", "plain"]
    assert "orjson" in sys.modules
