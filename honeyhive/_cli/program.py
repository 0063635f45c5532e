"""The root of the command tree: a group for each namespace of openapi.yaml, and the commands written by hand."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any, Final

import click
from honeyhive_api.namespaces import SyncNamespaces

from .namespace_texts import group_help, sentence
from .terminal.global_flags import global_flags
from .terminal.help_pages import help_text
from .terminal.lazy_group import Entry, LazyGroup

Tools = dict[str, tuple[str, str, str]]

_HELP: Final = """Log, read and evaluate the sessions and events of LLM applications.

Example: honeyhive sessions create --session-name support-chat

To begin, save your API key with 'honeyhive config set api-key'. Without a key, run a local server with 'honeyhive
serve' and pass its URL as --base-url."""

TOOLS: Final[Tools] = {
    "serve": ("Run a local HoneyHive server on your own database.", "honeyhive_server.run.command", "serve"),
    "evaluate": ("Run a function over a dataset and score its outputs.", "honeyhive._cli.tools.evaluate", "command"),
    "config": (
        "Save API keys and URLs in profiles.",
        "honeyhive._cli.tools.config_command",
        "config",
    ),
    "doctor": ("Check keys, hosts, network and clock.", "honeyhive._cli.tools.doctor", "doctor"),
    "spool": (
        "Show, deliver or export events that wait on disk.",
        "honeyhive._cli.tools.spool",
        "spool",
    ),
    "completion": ("Print the completion script of a shell.", "honeyhive._cli.tools.completion", "completion"),
    "help": ("Print the help of a command.", "honeyhive._cli.tools.help", "command"),
    "version": ("Print the version.", "honeyhive._cli.tools.version", "command"),
}
"""The commands outside of a namespace, by name: summary, module, and attribute of the module."""

NAMESPACE_TOOLS: Final[dict[str, Tools]] = {
    "sessions": {
        "get": ("Read a session with its events.", "honeyhive._cli.tools.sessions", "get"),
        "tree": ("Show a session as a tree of its events.", "honeyhive._cli.tools.sessions", "tree"),
        "open": ("Open a session in the viewer.", "honeyhive._cli.tools.sessions", "open_"),
        "diff": ("Compare the steps of two sessions.", "honeyhive._cli.tools.sessions", "diff"),
        "download": (
            "Write sessions with their events to a JSONL file.",
            "honeyhive._cli.tools.sessions_download",
            "command",
        ),
    },
    "datasets": {
        "upload": (
            "Create a stored dataset from a JSONL, JSON or CSV file.",
            "honeyhive._cli.tools.datasets",
            "upload",
        ),
        "download": ("Write the rows of a stored dataset to a file.", "honeyhive._cli.tools.datasets", "download"),
    },
    "events": {
        "import": (
            "Import the events of a JSON, JSONL or CSV file.",
            "honeyhive._cli.tools.events_import",
            "command",
        ),
        "download": (
            "Write all matching events to a JSONL file.",
            "honeyhive._cli.tools.events_download",
            "command",
        ),
        "tail": ("Print new events as they arrive.", "honeyhive._cli.tools.events_tail", "command"),
    },
}
"""The commands written by hand inside a namespace."""


def program() -> LazyGroup:
    """Return the command `honeyhive`. Its subcommands are built when they are called."""
    entries = {
        name.replace("_", "-"): Entry(sentence(name, text), partial(_namespace, name, text))
        for name, text in namespaces().items()
    }
    return LazyGroup(
        "honeyhive",
        entries | _entries(TOOLS),
        params=[*global_flags(), _version()],
        help=help_text(_HELP),
        epilog="Global flags may also follow the command. Exit codes: 0 success, 1 API or network error, "
        "2 wrong usage, 130 interrupted.",
    )


def namespaces() -> dict[str, str]:
    """Return the namespaces of openapi.yaml with their descriptions, without loading the table of operations."""
    members = {name: member for name, member in vars(SyncNamespaces).items() if not name.startswith("_")}
    return {name: " ".join((member.__doc__ or "").split()) for name, member in members.items()}


def _namespace(name: str, text: str) -> click.Command:
    from .operations.commands import namespace

    return namespace(name, group_help(name, text), _entries(NAMESPACE_TOOLS.get(name, {})))


def _entries(tools: Tools) -> dict[str, Entry]:
    return {name: Entry(text, _loader(module, attribute)) for name, (text, module, attribute) in tools.items()}


def _loader(module: str, attribute: str) -> Callable[[], click.Command]:
    def load() -> click.Command:
        command: click.Command = getattr(import_module(module), attribute)
        return command

    return load


def _version() -> click.Option:
    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_version,
        help="Print the version and exit.",
    )


def _show_version(ctx: click.Context, _option: click.Parameter, value: Any) -> None:
    if value and not ctx.resilient_parsing:
        from .tools.version import text

        click.echo(text())
        ctx.exit()
