"""Changes between two documents, whom they break, and the next version."""

from .change import Change, Side, Step
from .compare import compare
from .report import as_markdown, as_text
from .version import Version

__all__ = ["Change", "Side", "Step", "Version", "as_markdown", "as_text", "compare"]
