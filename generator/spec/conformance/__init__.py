"""The conformance kit: requests that a correct client produces, and a listener that judges what a client sends."""

from .kit import render_kit
from .listener import Listener
from .report import report

__all__ = ["Listener", "render_kit", "report"]
