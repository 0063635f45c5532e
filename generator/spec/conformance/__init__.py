"""Conformance kit: example requests, and a listener that checks the requests of any client."""

from .kit import render_kit
from .listener import Listener, listen
from .outcome import report

__all__ = ["Listener", "listen", "render_kit", "report"]
