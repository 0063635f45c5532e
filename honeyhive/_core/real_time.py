"""Clocks of the operating system, even where freezegun stops those of the ``time`` module."""

import sys
import time
from collections.abc import Callable
from typing import Any


def real_clock(name: str) -> Callable[[], Any]:
    """Return the real function of ``time`` with this name. With a stopped clock, no timeout or pause would ever end.

    Keep the result inside an object: freezegun replaces functions in the globals of a module.
    """
    freezegun = sys.modules.get("freezegun.api")
    found: Callable[[], Any] = getattr(freezegun, f"real_{name}", None) or getattr(time, name)
    return found
