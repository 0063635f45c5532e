"""Suggestions for unknown flags and commands: by meaning first, by spelling second."""

import re
from collections.abc import Iterable
from typing import Final

_BY_FILTER: Final = (
    """use --filters, as in '[{"field": "event_name", "operator": "is", "value": "plan", "type": "string"}]'"""
)
_NO_RANGE: Final = "choose sessions by --query, or use 'honeyhive sessions download', which takes an age such as 2h"
# Flags of other tools, with the flags or advice that replace them. The first entry that fits the command is shown.
_FLAGS: Final[dict[str, str | tuple[str, ...]]] = {
    "--json": "use --output json",
    "--yaml": "use --output yaml",
    "--table": "use --output table",
    "--csv": "use --output csv",
    "--jsonl": "use --output jsonl",
    **dict.fromkeys(("--fields", "--select", "--column"), ("--columns",)),
    "--region": "pass --base-url for another host",
    "--project": "the API key determines the project",
    "--all": "the list is complete without it",
    **dict.fromkeys(("--format", "--out"), ("--output",)),
    **dict.fromkeys(("--key", "--token", "--api-token", "--auth"), ("--api-key",)),
    **dict.fromkeys(("--url", "--host", "--endpoint", "--server", "--endpoint-url"), ("--base-url",)),
    **dict.fromkeys(("--data", "--body", "--input", "--file", "--cli-input-json", "-d"), ("--filename",)),
    **dict.fromkeys(("--debug", "--trace"), ("--verbose",)),
    **dict.fromkeys(("--silent", "--no-progress"), ("--quiet",)),
    **dict.fromkeys(("--max", "--max-items", "--max-results", "--page-size", "--count", "-n"), ("--limit",)),
    "--query": (
        "use --filters to choose items, or --jq to filter what is printed",
        "use --jq to filter what is printed",
    ),
    **dict.fromkeys(("--follow", "--watch"), "leave it out; 'honeyhive events tail' follows new events"),
    "-f": ("--force", "--filename", "leave it out; new events are printed every --interval seconds"),
    **dict.fromkeys(("--where", "--filter", "--search"), ("--filters", "--query")),
    **dict.fromkeys(
        ("--since", "--from", "--after", "--start"),
        (
            "--since",
            "--date-range",
            "--start-time",
            _NO_RANGE,
        ),
    ),
    **dict.fromkeys(("--event-name", "--event-type", "--session-id"), _BY_FILTER),
    "--no-color": "set the variable NO_COLOR=1 instead",
    **dict.fromkeys(("--until", "--before", "--to"), ("--date-range", "--end-time")),
    **dict.fromkeys(("--date", "--day", "--on"), ("--date", "--date-range", "--start-time")),
    **dict.fromkeys(("--yes", "-y"), "nothing asks for confirmation; leave it out"),
    "--id": ("--session-id", "--event-id", "--run-id", "--dataset-id", "--datapoint-id", "--metric-id"),
    "--name": ("--session-name", "--event-name"),
    "--type": ("--event-type",),
    "--model": ("--config",),
    "--tags": ("--metadata",),
}
_COMMANDS: Final[dict[str, str | tuple[str, ...]]] = {
    **dict.fromkeys(("ls", "find", "query", "list", "search"), ("list", "search")),
    **dict.fromkeys(("show", "describe", "view", "cat", "read", "info"), ("get",)),
    **dict.fromkeys(("rm", "remove", "del", "destroy", "delete"), ("delete", "create-deletion-request")),
    **dict.fromkeys(("new", "add", "log", "send", "post", "put"), ("create",)),
    "start": ("create", "serve"),
    **dict.fromkeys(("edit", "set", "patch", "modify", "change"), ("update",)),
    **dict.fromkeys(
        ("upload", "load", "push", "import", "restore"), ("import", "upload", "use honeyhive events import")
    ),
    **dict.fromkeys(("follow", "watch", "stream", "logs", "tail"), ("tail", "use honeyhive events tail")),
    **dict.fromkeys(("compare", "changes"), ("diff", "compare")),
    "browse": ("open",),
    **dict.fromkeys(("dump", "pull", "save", "backup"), ("download", "export")),
    **dict.fromkeys(("eval", "run", "test"), ("evaluate", "experiments")),
    "runs": ("experiments",),
    "help": "use -h",
    **dict.fromkeys(("server", "dev", "ui", "local", "up"), ("serve",)),
    **dict.fromkeys(("check", "status", "whoami", "ping", "debug"), ("doctor", "status")),
    **dict.fromkeys(("login", "auth"), "run honeyhive config set api-key, then honeyhive doctor"),
    **dict.fromkeys(("configure", "init", "profile", "profiles", "settings"), ("config",)),
    **dict.fromkeys(("traces", "spans", "trace"), ("sessions", "events")),
}
_FLAG: Final = re.compile(r"--[\w-]+")
_LEAST_LIKENESS: Final = 0.75


def flag_suggestion(wrong: str, flags: Iterable[str]) -> str:
    """Return a hint with the probable flag, or an empty string."""
    return _hint(_FLAGS.get(wrong), wrong, flags)


def command_suggestion(wrong: str, commands: Iterable[str]) -> str:
    """Return a hint with the probable command, or an empty string."""
    return _hint(_COMMANDS.get(wrong), wrong, commands)


def suggestion(wrong: str, possible: Iterable[str]) -> str:
    """Return a hint with the most similar of the possible words, or an empty string."""
    return _hint(None, wrong, possible)


def _hint(meant: str | tuple[str, ...] | None, wrong: str, possible: Iterable[str]) -> str:
    from difflib import get_close_matches

    known = {*possible}
    for one in (meant,) if isinstance(meant, str) else meant or ():
        if " " in one and known.issuperset(_FLAG.findall(one)):
            return f": {one}"
        if one in known:
            return f" (did you mean {one}?)"
    # Names are compared without the dashes, which all flags have.
    words = {one.lstrip("-"): one for one in known}
    near = get_close_matches(wrong.lstrip("-"), words, n=1, cutoff=_LEAST_LIKENESS)
    return f" (did you mean {words[near[0]]}?)" if near else ""
