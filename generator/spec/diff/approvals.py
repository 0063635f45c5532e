"""Approvals of breaking changes, with a reason and an expiry date."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from attrs import evolve, frozen

from ...document import DocumentError, Problems
from ...document.parsing import read_text
from .change import Change

APPROVALS: Final = "approved-changes.yaml"
_KEYS: Final = ("id", "who", "why", "until")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


@frozen
class Approval:
    """The approval of one change."""

    id: str
    who: str
    why: str
    until: date
    """Last day on which the approval is valid."""

    def __str__(self) -> str:
        return f"approved by {self.who} until {self.until}: {self.why}"


def read_approvals(file: Path) -> list[Approval]:
    """Return the approvals in a file; empty if there is no file. Raises DocumentError for invalid entries."""
    if not file.exists():
        return []
    reading = read_text(file.name, file.read_text(encoding="utf-8"))
    problems = Problems(f"{file.name}:{line}: {what}" for line, what in reading.problems)
    problems.refuse()
    if not isinstance(reading.data or [], list):
        raise DocumentError(f"{file.name} is not a list")
    found = []
    for index, entry in enumerate(reading.data or [], 1):
        with problems.collect(f"{file.name}: entry {index}"):
            found.append(_approval(entry))
    problems.refuse()
    return found


def _approval(entry: Any) -> Approval:
    if not isinstance(entry, dict) or set(entry) != set(_KEYS):
        raise DocumentError(f"an approval needs exactly the keys {', '.join(_KEYS)}")
    for key in _KEYS:
        if not isinstance(entry[key], str) or not entry[key].strip():
            raise DocumentError(f"{key} is not a string; quote it")
    if not _DAY.fullmatch(entry["until"]):
        raise DocumentError(f"until is {entry['until']!r}; write a day such as '2027-01-31'")
    try:
        return Approval(entry["id"], entry["who"], entry["why"], date.fromisoformat(entry["until"]))
    except ValueError as error:
        raise DocumentError(f"until is {entry['until']!r}: {error}") from None


def approve(changes: Iterable[Change], approvals: Sequence[Approval], today: date) -> list[Change]:
    """Return the changes; breaking changes get their valid approvals."""
    valid = {one.id: str(one) for one in approvals if one.until >= today}
    return [evolve(one, approved=valid.get(one.id, "")) if one.is_breaking else one for one in changes]


def useless(changes: Iterable[Change], approvals: Sequence[Approval], today: date) -> Problems:
    """Return a line for each approval that has expired or matches no breaking change."""
    breaking = {one.id: one for one in changes if one.is_breaking}
    found = Problems()
    for one in approvals:
        if one.id not in breaking:
            close = get_close_matches(one.id, breaking, 1)
            advice = f"did you mean {close[0]}?" if close else "remove the entry"
            found.append(f"{APPROVALS}: no breaking change has the id {one.id}; {advice}")
        elif one.until < today:
            change = f"{one.id} ({breaking[one.id].where}: {breaking[one.id].what})"
            found.append(f"{APPROVALS}: the approval of {change} by {one.who} expired on {one.until}")
    return found
