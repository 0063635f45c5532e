"""One line for each cause and minute."""

import logging

from honeyhive._tracing.rate_limited_log import RateLimitedLog, logger


def test_a_cause_is_logged_once_a_minute_with_its_count_and_once_when_it_is_over(caplog):
    time = 0.0
    notices = RateLimitedLog(lambda: time)
    for second in range(121):
        time = float(second)
        notices.warn("outage", "events wait")
        notices.warn("full", "dropped")
    notices.recovered("all is well", "outage")
    notices.recovered("all is well", "outage")
    with caplog.at_level(logging.WARNING, "honeyhive"):
        notices.emit()

    assert caplog.messages == [
        "events wait",
        "dropped",
        "events wait (60 times)",
        "dropped (60 times)",
        "events wait (60 times)",
        "dropped (60 times)",
        "all is well",
    ]


def test_nothing_is_written_where_the_application_set_up_no_logging(capfd):
    assert any(isinstance(handler, logging.NullHandler) for handler in logger.handlers)
    notices = RateLimitedLog(lambda: 0.0)
    notices.warn("outage", "events wait")
    notices.emit()

    assert capfd.readouterr() == ("", "")


def test_a_handler_that_raises_does_not_end_the_thread_that_logs():
    class Broken(logging.Handler):
        def emit(self, record):
            raise ValueError(record.getMessage())

    handler = Broken()
    logger.addHandler(handler)
    try:
        notices = RateLimitedLog(lambda: 0.0)
        notices.warn("outage", "events wait")
        notices.emit()
    finally:
        logger.removeHandler(handler)
