"""Warnings for uses of the vendor's names."""

import warnings

from .._client.caller import caller_level


def warn_of_use(name: str, advice: str) -> None:
    """Warn on the calling line that a name of the vendor's package was used, and name the replacement."""
    words = f"{name} is a name of the vendor's package; {advice}"
    warnings.warn(words, DeprecationWarning, stacklevel=caller_level())
