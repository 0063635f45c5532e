"""Log lines: at most one per cause and minute."""

import logging

from honeyhive._tracing.rate_limited_log import RateLimitedLog, logger


def test_a_cause_is_logged_once_a_minute_with_its_count_and_once_when_it_is_over(caplog):
    time = 0.0
    log = RateLimitedLog(lambda: time)
    for second in range(121):
        time = float(second)
        log.warn("outage", "events wait")
        log.warn("full", "dropped")
    log.recovered("all is well", "outage")
    log.recovered("all is well", "outage")
    with caplog.at_level(logging.WARNING, "honeyhive"):
        log.emit()

    assert caplog.messages == [
        "events wait",
        "dropped",
        "events wait (60 times)",
        "dropped (60 times)",
        "events wait (60 times)",
        "dropped (60 times)",
        "all is well",
    ]


def test_a_fault_that_comes_and_goes_costs_two_lines_a_minute(caplog):
    time = 0.0
    log = RateLimitedLog(lambda: time)
    for second in range(120):
        time = float(second)
        log.warn("outage", "events wait")
        log.recovered("all is well", "outage", "denied")
    with caplog.at_level(logging.WARNING, "honeyhive"):
        log.emit()

    assert caplog.messages == ["events wait", "all is well", "events wait (60 times)", "all is well"]


def test_nothing_is_written_where_the_application_set_up_no_logging(capfd):
    assert any(isinstance(handler, logging.NullHandler) for handler in logger.handlers)
    log = RateLimitedLog(lambda: 0.0)
    log.warn("outage", "events wait")
    log.emit()

    assert capfd.readouterr() == ("", "")


def test_a_handler_that_raises_does_not_end_the_thread_that_logs():
    class Broken(logging.Handler):
        def emit(self, record):
            raise ValueError(record.getMessage())

    handler = Broken()
    logger.addHandler(handler)
    try:
        log = RateLimitedLog(lambda: 0.0)
        log.warn("outage", "events wait")
        log.emit()
    finally:
        logger.removeHandler(handler)
