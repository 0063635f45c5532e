"""Warnings for uses of the vendor's names."""

import warnings

from .._client.caller import caller_level


def warn_of_use(name: str, advice: str) -> None:
    """Warn, on the line of the program, that a name of the vendor's package was used, and what to use."""
    words = f"{name} is a name of the vendor's package; {advice}"
    warnings.warn(words, DeprecationWarning, stacklevel=caller_level())
