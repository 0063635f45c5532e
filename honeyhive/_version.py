"""The version, in a separate module, so that reading it imports no other module."""

from typing import Final

__version__: Final = "0.1.0"
