"""`honeyhive version`."""

import platform

import click

from honeyhive import __version__

from ..terminal.lazy_group import CONTEXT


def text() -> str:
    """Return the versions of this package and of Python."""
    return f"honeyhive {__version__} (Python {platform.python_version()})"


@click.command("version", context_settings=CONTEXT)
def command() -> None:
    """Print the version.

    Example: honeyhive version
    """
    click.echo(text())
