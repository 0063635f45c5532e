from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from honeyhive_api.times import iso_text, unix_ms
from hypothesis import given
from hypothesis import strategies as st

from honeyhive import InvalidRequestError

AWARE = st.datetimes(timezones=st.timezones() | st.just(UTC))


@pytest.mark.parametrize("number", [0, 1700000000000, 1.5, -1, 10**400])
def test_a_number_stays_as_it_is(number):
    assert unix_ms(number, "t") == number


@pytest.mark.parametrize(
    "text",
    [
        "2023-11-14T22:13:20Z",
        "2023-11-14T22:13:20.000+00:00",
        "2023-11-15T00:13:20+02:00",
        "20231114T221320Z",
        "2023-11-14t22:13:20z",
    ],
)
def test_a_text_with_an_offset_becomes_milliseconds(text):
    assert unix_ms(text, "t") == 1700000000000


@given(AWARE)
def test_an_aware_datetime_becomes_whole_milliseconds_without_rounding_errors(time):
    moment = unix_ms(time, "t")

    assert isinstance(moment, int)
    assert (
        timedelta()
        <= time - (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=moment))
        < timedelta(milliseconds=1)
    )


@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=-5, minutes=-30))])))
def test_a_text_and_its_datetime_are_the_same_moment(time):
    assert unix_ms(time.isoformat(), "t") == unix_ms(time, "t")


@pytest.mark.parametrize("value", [datetime(2024, 1, 1), "2024-01-01T00:00:00", "2024-01-01", "20240101"])
def test_a_naive_time_is_refused_with_the_way_out(value):
    with pytest.raises(InvalidRequestError, match=r"t has no time zone.*\+02:00.*timezone\.utc"):
        unix_ms(value, "t")


@pytest.mark.parametrize("value", ["", "now", "2024", "1700000000000", "2024-13-01T00:00:00Z", "2024-01-01T00:00:60Z"])
def test_any_other_text_is_refused(value):
    with pytest.raises(InvalidRequestError, match="t must be unix milliseconds"):
        unix_ms(value, "t")


@given(st.text())
def test_a_text_is_a_time_or_an_error_of_ours(text):
    with suppress(InvalidRequestError):
        assert isinstance(unix_ms(text, "t"), int)


@pytest.mark.parametrize("value", [True, float("nan"), float("inf"), date(2024, 1, 1), None, [1], timedelta(1)])
def test_what_is_no_time_is_refused(value):
    with pytest.raises(InvalidRequestError, match=r"^t must be unix milliseconds"):
        unix_ms(value, "t")


def test_an_iso_text_is_made_of_an_aware_datetime_and_a_text_stays():
    assert iso_text(datetime(2024, 1, 1, tzinfo=UTC), "t") == "2024-01-01T00:00:00+00:00"
    assert iso_text("2024-01-01", "t") == "2024-01-01"


@pytest.mark.parametrize("value", [datetime(2024, 1, 1), 1700000000000])
def test_an_iso_text_is_made_of_nothing_else(value):
    with pytest.raises(InvalidRequestError, match=r"^t "):
        iso_text(value, "t")
