"""Reports of changes as plain text and as Markdown."""

from collections.abc import Sequence

from attrs import frozen

from .change import Change, Step, largest_step, verdicts
from .semantic_version import Version

WORD = {Step.MAJOR: "breaking", Step.MINOR: "compatible", Step.PATCH: "wording"}
AUDIENCE = {"wire": "HTTP", "python": "Python users", "languages": "generated clients"}
_HEADINGS = {Step.MAJOR: "Breaking", Step.MINOR: "Compatible", Step.PATCH: "Wording"}
_SHOWN = 3
"""Number of operations that a line names; further operations are only counted."""


@frozen
class Report:
    """The changes between two documents, their versions, and the programs they break."""

    changes: Sequence[Change]
    old: Version | None
    """Version of the old document; None if it is not a semantic version."""
    new: Version | None
    programs: "ProgramsBroken | None" = None
    """Programs that fail; None if they were not checked."""

    @property
    def next(self) -> Version | None:
        """Smallest version that the changes allow; None if the old version is None."""
        return self.old.after(largest_step(self.changes)) if self.old else None

    @property
    def is_small_step(self) -> bool:
        """Return True if the new version is smaller than the changes require."""
        return bool(self.next and self.new and self.new < self.next)


@frozen
class ProgramsBroken:
    """The programs that pass mypy with the old document only."""

    checked: int
    errors: dict[str, list[str]]
    """Errors of each broken program, with line numbers."""


def as_text(report: Report) -> str:
    """Return a line for each change, then the verdict for each audience, and the version that the changes require."""
    lines = [_line(one) for one in report.changes]
    if any(one.audiences for one in report.changes):
        lines.append(_audiences(report.changes))
    if report.programs:
        lines += _programs(report.programs)
    return "\n".join([*lines, as_line(report)])


def _line(change: Change) -> str:
    at = " ".join(filter(None, (f"old {change.old_line}" if change.old_line else "", _new(change))))
    approved = f"; {change.approved}" if change.approved else ""
    line = f"{WORD[change.step]:10}  {change.side:9}  {change.where}: {change.what}{users_of(change)}{approved}"
    return f"{line}  [{change.id}{f', {at}' if at else ''}]"


def _new(change: Change) -> str:
    return f"new {change.new_line}" if change.new_line else ""


def _audiences(changes: Sequence[Change]) -> str:
    found = ((AUDIENCE[name], WORD[step] if step else "no change") for name, step in verdicts(changes).items())
    return "; ".join(f"{name}: {word}" for name, word in found)


def _programs(programs: ProgramsBroken) -> list[str]:
    lines = [line for found in programs.errors.values() for line in found]
    return [*lines, f"breaks {len(programs.errors)} of {programs.checked} programs"]


def _count(report: Report) -> str:
    breaking = sum(one.is_breaking for one in report.changes)
    approved = sum(bool(one.approved) for one in report.changes)
    number = f"{len(report.changes)} change{'s' if len(report.changes) > 1 else ''}" if report.changes else "no change"
    counted = f"{f', {breaking} breaking' if breaking else ''}{f', {approved} approved' if approved else ''}"
    return f"{number} since {report.old or 'the old document'}{counted}"


def _versions(report: Report) -> str:
    if report.next is None or report.new is None:
        step = largest_step(report.changes)
        return f"the next version is a {step.name.lower()} version" if step else "no new version is needed"
    return f"the next version is {report.next}, the document says {report.new}"


def as_markdown(changes: Sequence[Change]) -> str:
    """Return a Markdown list for each kind of change."""
    parts = []
    for step, heading in _HEADINGS.items():
        items = [_item(one) for one in changes if one.step is step]
        if items:
            parts.append("\n".join([f"### {heading}", "", *items]))
    return "\n\n".join(parts)


def _item(change: Change) -> str:
    side = "" if change.side == "words" else f"({change.side}) "
    approved = f"; {change.approved}" if change.approved else ""
    return f"- {side}`{change.where}`: {change.what}{users_of(change)}{approved} [{change.id}]"


def as_line(report: Report) -> str:
    """Return the counts and versions of the report in one line."""
    return f"{_count(report)}: {_versions(report)}"


def users_of(change: Change) -> str:
    """Return the operations that use the changed schema, in parentheses.

    Of many operations, only the first are named.
    """
    if not change.users:
        return ""
    more = len(change.users) - _SHOWN
    return f" ({', '.join(change.users[:_SHOWN])}{f' and {more} more' if more > 0 else ''})"
