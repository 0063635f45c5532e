"""Creates a client with the settings of the global flags, and prints the client's warnings on stderr."""

import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import click

from .terminal.client_settings import client_arguments
from .terminal.failures import say_warning
from .terminal.global_flags import is_verbose

if TYPE_CHECKING:
    from honeyhive import HoneyHive


@contextmanager
def connected(ctx: click.Context, **more: Any) -> Iterator["HoneyHive"]:
    """Yield a client and close it afterwards. With --verbose, the client prints its requests."""
    from honeyhive import HoneyHive, __version__

    with ExitStack() as stack:
        stack.enter_context(printed_warnings())
        # Only `honeyhive spool flush` delivers the events that tracing left on disk.
        arguments = {"spool": False, **more, **client_arguments(ctx)}
        if is_verbose(ctx):
            from .recording import watched

            _say(f"honeyhive {__version__}")
            arguments["http_client"] = stack.enter_context(watched(_say, arguments))
        yield stack.enter_context(HoneyHive(**arguments))


@contextmanager
def printed_warnings() -> Iterator[None]:
    """Print the library's warnings about keys inside an argument, each once.

    Warnings about the operation and its arguments are left out: the command itself prints them, in terms of flags.
    """
    from honeyhive.errors import UnknownKeyWarning

    printed: set[str] = set()

    def show(message: Warning | str, *_: Any) -> None:
        _operation, is_inside, text = str(message).partition("(): ")
        if is_inside and text not in printed:
            printed.add(text)
            say_warning(text)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.filterwarnings("always", category=DeprecationWarning, message=r"\w+\.\w+\(")
        warnings.filterwarnings("always", category=UnknownKeyWarning)
        warnings.showwarning = show  # type: ignore[assignment] # it takes the rest of the arguments as *_
        yield


def _say(line: str) -> None:
    click.echo(line, err=True)
