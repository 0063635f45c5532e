"""The root of the command tree: the namespaces of the document, and the commands written by hand."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

import click
from honeyhive_api.namespaces import SyncNamespaces

from honeyhive import __version__

from .terminal.global_flags import global_flags
from .terminal.lazy_group import Entry, LazyGroup

TOOLS: Final = {
    "serve": (
        "Run a local HoneyHive on a database of your own.",
        "honeyhive_server.run.command",
        "serve",
    ),
    "evaluate": (
        "Run a function over a dataset and judge what it returns.",
        "honeyhive._cli.tools.evaluate",
        "command",
    ),
    "doctor": (
        "Check keys, hosts, reachability and clock, and say what to do.",
        "honeyhive._cli.tools.doctor",
        "doctor",
    ),
    "spool": (
        "Events on disk that wait for delivery: the spool of durable tracing.",
        "honeyhive._cli.tools.spool",
        "spool",
    ),
    "completion": ("Print the completion script of a shell.", "honeyhive._cli.tools.completion", "completion"),
}
"""The commands beside the namespaces: summary, module, name."""


def program() -> LazyGroup:
    """The command `honeyhive`, with nothing below it built yet."""
    entries = {name.replace("_", "-"): Entry(text, _namespace(name)) for name, text in namespaces().items()}
    entries |= {name: Entry(text, _tool(module, attribute)) for name, (text, module, attribute) in TOOLS.items()}
    return LazyGroup(
        "honeyhive",
        entries,
        params=[*global_flags(), _version()],
        help="Log and read the sessions and events of LLM applications.",
        epilog="Global flags may also stand after the command. Exit codes: 0 done, 1 the API or the network failed, "
        "2 wrong usage, 130 interrupted.",
    )


def namespaces() -> dict[str, str]:
    """The namespaces of the document with their descriptions, without the table of operations being loaded."""
    members = {name: member for name, member in vars(SyncNamespaces).items() if not name.startswith("_")}
    return {name: " ".join((member.__doc__ or "").split()) for name, member in members.items()}


def _namespace(name: str) -> Callable[[], click.Command]:
    def load() -> click.Command:
        from .operations.commands import namespace

        return namespace(name)

    return load


def _tool(module: str, attribute: str) -> Callable[[], click.Command]:
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
        import platform

        click.echo(f"honeyhive {__version__} (Python {platform.python_version()})")
        ctx.exit()
