"""Machine-readable reports: JSON, and workflow commands of GitHub Actions."""

import json
from collections.abc import Callable, Sequence
from typing import Any, Final

from attrs import asdict

from .change import Change, Step, verdicts
from .foreign import Difference
from .report import WORD, Report, as_markdown, as_text, users_of

_COMMANDS: Final = {Step.MAJOR: "error", Step.MINOR: "notice", Step.PATCH: "notice"}


def as_json(report: Report) -> str:
    """Return the report as JSON, as described in docs/changes.schema.json."""
    audiences = verdicts(report.changes).items()
    found: dict[str, Any] = {
        "old": _string(report.old),
        "new": _string(report.new),
        "next": _string(report.next),
        "is_small_step": report.is_small_step,
        "verdicts": {name: WORD[step] if step else "none" for name, step in audiences},
        "changes": [_change(one) for one in report.changes],
    }
    if report.programs:
        found["programs"] = {"checked": report.programs.checked, "broken": report.programs.errors}
    return json.dumps(found, indent=2, ensure_ascii=False)


def _string(value: object) -> str | None:
    return None if value is None else str(value)


def _change(change: Change) -> dict[str, Any]:
    return {
        "id": change.id,
        "verdict": WORD[change.step],
        "side": change.side,
        "audiences": list(change.audiences),
        "where": change.where,
        "what": change.what,
        "operations": list(change.users),
        "old_line": change.old_line or None,
        "new_line": change.new_line or None,
        "approved": change.approved or None,
    }


def as_github(report: Report) -> str:
    """Return a workflow command for each change. An approved change is a warning."""
    return "\n".join(_command(one) for one in report.changes)


def _command(change: Change) -> str:
    command = "warning" if change.approved else _COMMANDS[change.step]
    title = f"{WORD[change.step]} ({change.side})"
    approved = f"; {change.approved}" if change.approved else ""
    text = f"{change.where}: {change.what}{users_of(change)}{approved} [{change.id}]"
    return _annotated(command, title, change.new_line or change.old_line, text)


def _annotated(command: str, title: str, place: str, text: str) -> str:
    file, _, line = place.rpartition(":")
    properties = {"file": file, "line": line, "title": title}
    stated = ",".join(f"{key}={_property(one)}" for key, one in properties.items() if one)
    return f"::{command} {stated}::{_data(text)}"


def _data(text: str) -> str:
    """Return the string with those characters escaped that would end a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Final[dict[str, Callable[[Report], str]]] = {
    "text": as_text,
    "markdown": lambda report: as_markdown(report.changes),
    "json": as_json,
    "github": as_github,
}


def as_list(differences: Sequence[Difference], form: str) -> str:
    """Return the differences of two documents by different authors as text, in one of the formats."""
    if form == "json":
        return json.dumps({"differences": [asdict(one) for one in differences]}, indent=2, ensure_ascii=False)
    if form == "github":
        return "\n".join(
            _annotated("notice", "difference", one.new_line or one.old_line, str(one)) for one in differences
        )
    if form == "markdown":
        return "\n".join(f"- `{one.where}`: {one.what}" for one in differences)
    return "\n".join([*map(str, differences), f"{len(differences)} differences"])
