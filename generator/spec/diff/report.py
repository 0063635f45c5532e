"""Changes as text for a terminal and as Markdown for CHANGES.md."""

from collections.abc import Iterable, Sequence

from .change import Change, Step
from .version import Version

_WORD = {Step.MAJOR: "breaking", Step.MINOR: "compatible", Step.PATCH: "wording"}
_HEADINGS = {Step.MAJOR: "Breaking", Step.MINOR: "Compatible", Step.PATCH: "Wording"}
_SHOWN = 3
"""Number of operations that are named; the others are counted."""


def as_text(old: Version, new: Version, changes: Sequence[Change]) -> str:
    """Return a line for each change, then the version that they require."""
    proposed = old.after(largest_step(changes))
    lines = [f"{_WORD[one.step]:10}  {one.side:7}  {one.where}: {one.what}{_users(one)}" for one in changes]
    return "\n".join([*lines, f"{_count(old, changes)}: the next version is {proposed}, the document says {new}"])


def _count(old: Version, changes: Sequence[Change]) -> str:
    breaking = sum(one.is_breaking for one in changes)
    number = f"{len(changes)} change{'s' if len(changes) > 1 else ''}" if changes else "no change"
    return f"{number} since {old}{f', {breaking} breaking' if breaking else ''}"


def as_markdown(changes: Sequence[Change]) -> str:
    """Return a list for each kind of change."""
    parts = []
    for step, heading in _HEADINGS.items():
        items = [f"- {_side(one)}`{one.where}`: {one.what}{_users(one)}" for one in changes if one.step is step]
        if items:
            parts.append("\n".join([f"### {heading}", "", *items]))
    return "\n\n".join(parts)


def largest_step(changes: Iterable[Change]) -> Step | None:
    """Return the version step that all changes together require."""
    return max((one.step for one in changes), default=None)


def _side(change: Change) -> str:
    return "" if change.side == "words" else f"({change.side}) "


def _users(change: Change) -> str:
    if not change.users:
        return ""
    more = len(change.users) - _SHOWN
    return f" ({', '.join(change.users[:_SHOWN])}{f' and {more} more' if more > 0 else ''})"
