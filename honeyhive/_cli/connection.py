"""A client with the global flags of the run, whose warnings are words on stderr."""

import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import click

from .terminal.failures import say_warning
from .terminal.global_flags import client_arguments, is_verbose

if TYPE_CHECKING:
    from honeyhive import HoneyHive


@contextmanager
def connected(ctx: click.Context, **more: Any) -> Iterator["HoneyHive"]:
    """A client that is closed afterwards; under --verbose it says what it sends."""
    from honeyhive import HoneyHive, __version__

    with ExitStack() as stack:
        stack.enter_context(spoken_warnings())
        # What tracing left on disk is delivered by the command for that, and by no other.
        arguments = {"spool": False, **more, **client_arguments(ctx)}
        if is_verbose(ctx):
            from .recording import watched

            _say(f"honeyhive {__version__}")
            arguments["http_client"] = stack.enter_context(watched(_say, arguments))
        yield stack.enter_context(HoneyHive(**arguments))


@contextmanager
def spoken_warnings() -> Iterator[None]:
    """Turn the library's deprecation warnings into words.

    What is deprecated of the operation and of its own flags is told before the call, in the words of the command
    line; of the library's warnings only those about keys inside an argument are left.
    """
    from honeyhive._core.errors import UnknownKeyWarning

    told: set[str] = set()

    def show(message: Warning | str, *_: Any) -> None:
        _operation, is_inside, text = str(message).partition("(): ")
        if is_inside and text not in told:
            told.add(text)
            say_warning(text)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.filterwarnings("always", category=DeprecationWarning, message=r"\w+\.\w+\(")
        warnings.filterwarnings("always", category=UnknownKeyWarning)
        warnings.showwarning = show  # type: ignore[assignment] # it takes the rest of the arguments as *_
        yield


def _say(line: str) -> None:
    click.echo(line, err=True)
