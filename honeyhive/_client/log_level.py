"""Log lines on standard error, by the variable HH_LOG."""

import os
from typing import Final

from .._core.errors import ConfigurationError

_LEVELS: Final = ("debug", "info", "warning", "error")


def log_to_stderr() -> None:
    """Write the log lines of the SDK from the level in HH_LOG to standard error. Raises ConfigurationError.

    Without the variable, the application's configuration of the logger ``honeyhive`` applies.
    """
    level = os.environ.get("HH_LOG", "").strip().lower()
    if not level:
        return
    if level not in _LEVELS:
        raise ConfigurationError(f"must be {', '.join(_LEVELS[:-1])} or {_LEVELS[-1]}", argument="HH_LOG")
    import logging

    logger = logging.getLogger("honeyhive")
    logger.setLevel(level.upper())
    if not logger.hasHandlers():  # otherwise the application chooses where the lines go
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
