"""Clocks of the operating system, even if freezegun stops the clocks of the ``time`` module."""

import sys
import time
from collections.abc import Callable
from typing import Any


def real_clock(name: str) -> Callable[[], Any]:
    """Return the real function of ``time`` with this name, because with a stopped clock no timeout would ever end.

    Keep the result inside an object: freezegun replaces functions that are globals of a module.
    """
    freezegun = sys.modules.get("freezegun.api")
    found: Callable[[], Any] = getattr(freezegun, f"real_{name}", None) or getattr(time, name)
    return found
