import subprocess
import sys
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from honeyhive_api.times import iso_text, refuse_seconds, time_range, unix_ms
from hypothesis import given
from hypothesis import strategies as st

from honeyhive import InvalidRequestError

EPOCH = datetime(1970, 1, 1)
AWARE = st.datetimes(timezones=st.timezones() | st.just(UTC))
NAIVE = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 29))
OFFSETS = st.integers(-23 * 60 - 59, 23 * 60 + 59)
LONDON_MEAN_TIME = timezone(timedelta(seconds=-75))


def offset_text(minutes, separator):
    if not minutes:
        return "Z"
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{separator}{abs(minutes) % 60:02}"


def milliseconds(naive, offset):
    return (naive - timedelta(minutes=offset) - EPOCH) // timedelta(milliseconds=1)


def refused(call, *arguments):
    with pytest.raises(InvalidRequestError) as caught:
        call(*arguments)
    return str(caught.value)


@pytest.mark.parametrize("number", [0, 123, 1700000000000, 1.5, -1, 10**400])
def test_unix_ms_keeps_a_number(number):
    assert unix_ms(number, "t") == number


@pytest.mark.parametrize(
    "text",
    [
        "2023-11-14T22:13:20Z",
        "2023-11-14T22:13:20.000+00:00",
        "2023-11-15T00:13:20+02:00",
        "2023-11-15T00:13:20+0200",
        "2023-11-15T00:13:20+02",
        "20231114T221320Z",
        "2023-11-14t22:13:20z",
        "2023-11-14 22:13:20Z",
        "2023-11-14T22:13:20,0001Z",
    ],
)
def test_a_string_with_an_offset_becomes_milliseconds(text):
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


@given(NAIVE, OFFSETS, st.sampled_from(["T", "t", " "]), st.booleans())
def test_every_spelling_of_a_moment_is_that_moment(naive, offset, between, is_basic):
    form = f"%Y%m%d{between}%H%M%S.%f" if is_basic else f"%Y-%m-%d{between}%H:%M:%S.%f"
    # glibc writes the year 1 as "1".
    text = naive.strftime(form.replace("%Y", f"{naive.year:04}")) + offset_text(offset, "" if is_basic else ":")

    assert unix_ms(text, "t") == milliseconds(naive, offset)
    assert datetime.fromisoformat(iso_text(text, "t")) == naive.replace(tzinfo=timezone(timedelta(minutes=offset)))


@given(st.dates(date(1, 1, 2), date(9999, 12, 29)), OFFSETS)
def test_24_00_is_the_midnight_after(day, offset):
    midnight = datetime.combine(day, datetime.min.time()) + timedelta(days=1)

    assert unix_ms(f"{day}T24:00:00{offset_text(offset, ':')}", "t") == milliseconds(midnight, offset)
    assert unix_ms(f"{str(day).replace('-', '')}T24Z", "t") == milliseconds(midnight, 0)


@given(NAIVE, OFFSETS)
def test_a_leap_second_is_the_next_second(naive, offset):
    minute = naive.replace(second=0, microsecond=0)
    after = minute + timedelta(minutes=1)

    for part, milliseconds_more in (("", 0), (".25", 250)):
        text = f"{minute.isoformat(timespec='minutes')}:60{part}{offset_text(offset, ':')}"
        assert unix_ms(text, "t") == milliseconds(after, offset) + milliseconds_more


@pytest.mark.parametrize("text", ["2024-01-01T00:00:00", "2024-01-01 00:00:00.5", "20240101T00", "2024-01-01T24:00"])
def test_a_naive_string_is_refused_with_the_way_out(text):
    words = "t has no time zone; add Z or an offset such as +02:00"

    assert refused(unix_ms, text, "t") == refused(iso_text, text, "t") == words


@pytest.mark.parametrize("call", [unix_ms, iso_text])
def test_a_naive_datetime_is_refused_with_the_way_out(call):
    words = "t has no time zone; make the datetime aware with .astimezone() or datetime.now(timezone.utc)"

    assert refused(call, datetime(2024, 1, 1), "t") == words


@pytest.mark.parametrize("call", [unix_ms, iso_text])
@pytest.mark.parametrize("text", ["2024-01-01", "20240101"])
def test_a_date_alone_is_not_a_moment(call, text):
    assert refused(call, text, "t").startswith("t has no time zone; add a time")


@pytest.mark.parametrize("call", [unix_ms, iso_text])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "1700000000000",
        "2024",
        "2024-11",
        "202411",
        "2024-W48",
        "2024-W48-4",
        "2024W484",
        "2024-W48-4T10:00Z",
        "2024-333",
        "2024-333T10:00Z",
        "2024-13-01T00:00:00Z",
        "2024-02-30T00:00:00Z",
        "2024-01-01T24:00:01Z",
        "2024-01-01T24:00:60Z",
        "2024-01-01T00:00:61Z",
        "2024-01-01T00:00Z\n",
        "2024-01-01T00:00+24:00",
        "9999-12-31T24:00Z",
        "٢٠٢٤-01-01T00:00Z",
    ],
)
def test_any_other_string_is_refused(call, text):
    words = f"t is not an ISO 8601 date and time: {text!r}; write it as in 2026-11-28T09:30:00+02:00"

    assert refused(call, text, "t") == words


@given(st.text() | st.from_regex(r"[0-9]{4}-?[0-9]{2}-?[0-9]{2}[Tt ][0-9:.,+\-WZz]{0,20}", fullmatch=True))
def test_a_string_is_a_time_or_an_invalid_request_error(text):
    with suppress(InvalidRequestError):
        assert isinstance(unix_ms(text, "t"), int)
    with suppress(InvalidRequestError):
        assert iso_text(text, "t").endswith("Z")


@pytest.mark.parametrize("value", [True, float("nan"), float("inf"), date(2024, 1, 1), None, [1], timedelta(1)])
def test_an_invalid_time_raises_invalid_request_error(value):
    assert refused(unix_ms, value, "t").startswith("t must be Unix milliseconds")


@pytest.mark.parametrize("value", [1700000000000, date(2024, 1, 1), None])
def test_an_iso_string_is_made_of_nothing_else(value):
    assert refused(iso_text, value, "t").startswith("t must be an aware datetime or an ISO 8601 string")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime(2024, 1, 1, tzinfo=UTC), "2024-01-01T00:00:00Z"),
        (datetime(2024, 1, 1, 1, 2, 3, 500000, UTC), "2024-01-01T01:02:03.500Z"),
        (datetime(2024, 1, 1, 1, 2, 3, 500001, UTC), "2024-01-01T01:02:03.500001Z"),
        (datetime(2024, 1, 1, tzinfo=LONDON_MEAN_TIME), "2024-01-01T00:01:15Z"),
        ("2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"),
        ("2024-01-01T02:00+02:00", "2024-01-01T00:00:00Z"),
        ("2023-12-31T24:00Z", "2024-01-01T00:00:00Z"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
    ],
)
def test_an_iso_string_is_in_utc(value, text):
    assert iso_text(value, "t") == text


def test_an_iso_string_has_a_year_of_four_digits():
    assert "outside the years 1 to 9999" in refused(iso_text, "9999-12-31T23:00-05:00", "t")


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)), st.booleans())
def test_a_date_in_a_range_is_the_whole_day_in_utc(day, is_text):
    one = str(day) if is_text else day
    midnight = datetime.combine(day, datetime.min.time(), UTC)
    last = midnight + timedelta(days=1) - timedelta(milliseconds=1)

    for first_key, last_key in (("start_time", "end_time"), ("$gte", "$lte")):
        ends = time_range({first_key: one, last_key: one}, "r")
        assert [datetime.fromisoformat(end) for end in ends.values()] == [midnight, last]
    open_ends = time_range({"$gt": one, "$lt": one}, "r")
    assert [datetime.fromisoformat(end) for end in open_ends.values()] == [
        midnight - timedelta(milliseconds=1),
        midnight + timedelta(days=1),
    ]


def test_other_keys_of_a_range_are_unchanged():
    given_range = {"relative": "7d", "$gte": 1500, "$lte": None}

    assert time_range(given_range, "r") == given_range


@pytest.mark.parametrize("text", ["2026-W48", "2026-W48-6", "2026-11", "2026", "2026-333", "soon", "2026-13-01"])
def test_weeks_months_and_years_are_refused_in_a_range(text):
    assert refused(time_range, {"$lte": text}, "r").startswith(f"r.$lte is not an ISO 8601 date and time: {text!r};")


@pytest.mark.parametrize("value", ["2026-11-28T00:00:00", datetime(2026, 11, 28)])
def test_a_naive_time_is_refused_in_a_range(value):
    assert refused(time_range, {"end_time": value}, "r").startswith("r.end_time has no time zone; ")


def test_the_last_day_has_no_next_midnight():
    assert time_range({"$lte": "9999-12-31"}, "r") == {"$lte": "9999-12-31T23:59:59.999Z"}
    assert "outside the years 1 to 9999" in refused(time_range, {"$lt": "9999-12-31"}, "r")


@pytest.mark.parametrize(("value", "shown"), [(10**8, "100000000"), (1767225600.5, "1767225600500"), (10**11, "10")])
def test_seconds_are_refused_with_the_right_expression(value, shown):
    words = refused(refuse_seconds, value, "start_time")

    assert words.startswith(f"start_time looks like seconds; pass {shown}")
    assert words.endswith(" (milliseconds)")


@pytest.mark.parametrize("value", [0, 123, -1767225600, 10**8 - 1, 10**11 + 1, "1767225600", None, float("nan")])
def test_other_values_are_not_seconds(value):
    assert refuse_seconds(value, "t") is value


def test_dateutil_is_loaded_by_the_first_string():
    program = """
import sys
from datetime import datetime, timezone
from honeyhive_api.times import iso_text, time_range, unix_ms
unix_ms(1767225600000, "t"), unix_ms(datetime.now(timezone.utc), "t"), iso_text(datetime.now(timezone.utc), "t")
time_range({"$gte": 1767225600000}, "t")
assert "dateutil" not in sys.modules
unix_ms("2026-01-01T00:00:00Z", "t")
assert "dateutil" in sys.modules
"""
    subprocess.run([sys.executable, "-W", "error", "-c", program], check=True, timeout=60)
