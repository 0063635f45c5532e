"""Changes between two documents, the users they break, and the next version."""

from .approvals import APPROVALS, Approval, approve, read_approvals, useless
from .change import Change, Side, Step, largest_step, verdicts
from .compare import compare
from .foreign import Difference, differences
from .formats import FORMATS, as_github, as_json, as_list
from .places import with_lines
from .report import Report, as_line, as_markdown, as_text
from .semantic_version import Version

__all__ = [
    "APPROVALS",
    "FORMATS",
    "Approval",
    "Change",
    "Difference",
    "Report",
    "Side",
    "Step",
    "Version",
    "approve",
    "as_github",
    "as_json",
    "as_line",
    "as_list",
    "as_markdown",
    "as_text",
    "compare",
    "differences",
    "largest_step",
    "read_approvals",
    "useless",
    "verdicts",
    "with_lines",
]
