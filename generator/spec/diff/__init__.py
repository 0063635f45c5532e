"""What changed between two documents, whom it breaks, and which version comes next."""

from .change import Change, Side, Step
from .compare import compare
from .report import as_markdown, as_text
from .version import Version

__all__ = ["Change", "Side", "Step", "Version", "as_markdown", "as_text", "compare"]
