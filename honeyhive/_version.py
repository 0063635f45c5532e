"""The version, where reading it costs nothing."""

from typing import Final

__version__: Final = "0.1.0"
