"""Compares orjson with the standard library: the JSON that is sent does not depend on which of them is installed."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from honeyhive._tracing.limits import EncodingLimits
from honeyhive._tracing.payload.encoder import Encoder
from honeyhive._tracing.payload.plain_json import encode_fast, encode_slowly

from .test_encoding import values

# A time limit would make the result depend on the speed of the machine.
LIMITS = EncodingLimits(seconds=3600.0)
FAST, SLOW = (Encoder(LIMITS, encode_plain=encode) for encode in (encode_fast, encode_slowly))
_hard = (
    st.sampled_from([2**53 + 1, 2**63, -(2**63) - 1, 2**64, 10**30, -0.0, 5e-324, 1e308, 1e16, 1e-7, float("nan")])
    | st.sampled_from([float("inf"), "\ud800", "a\udfffb", "\x00\x1f\x7f\u2028", "</script>", "\\u0041", True])
    | st.floats()
    | st.integers()
    | st.text(st.characters(exclude_categories=()))
)
_nested = st.recursive(
    _hard,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text() | _hard, inner, max_size=3),
    max_leaves=6,
)


def check(examples: int) -> None:
    """Raise AssertionError if the two encoders differ in the JSON of a value, or in the notes about changes."""

    @settings(max_examples=examples, deadline=None, database=None)
    @given(st.dictionaries(st.text(), _nested, max_size=4) | _nested | values)
    def agree(value: object) -> None:
        for encode in ("field", "item"):
            (fast, fast_notes), (slow, slow_notes) = (getattr(one, encode)("inputs", value) for one in (FAST, SLOW))
            # The comparison uses repr, in which 1 differs from 1.0 and the order of keys counts.
            assert repr(json.loads(fast)) == repr(json.loads(slow))
            assert list(fast_notes) == list(slow_notes)

    agree()
