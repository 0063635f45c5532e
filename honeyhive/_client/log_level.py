"""Log lines on standard error."""

from typing import Final

from .._core.errors import ConfigurationError

_LEVELS: Final = ("debug", "info", "warning", "error")


def log_to_stderr(level: str) -> None:
    """Write the SDK's log lines from this level up to standard error. Raises ConfigurationError for an unknown level.

    If the application has a log handler, the lines go to that handler only.
    """
    if level.lower() not in _LEVELS:
        raise ConfigurationError(f"must be {', '.join(_LEVELS[:-1])} or {_LEVELS[-1]}", argument="HH_LOG")
    import logging

    logger = logging.getLogger("honeyhive")
    logger.setLevel(level.upper())
    if not logger.hasHandlers():
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
