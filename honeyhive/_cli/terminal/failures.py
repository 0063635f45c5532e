"""Errors and warnings on stderr, one line each, and the exit code of a run."""

from collections.abc import Callable, Mapping

import click

from honeyhive import (
    APIConnectionError,
    APIStatusError,
    AuthenticationError,
    ConfigurationError,
    HoneyHiveError,
    InvalidRequestError,
)

from ..._terminal import on_one_line
from .connection_settings import CLIENT_FLAGS
from .global_flags import given
from .lazy_group import MissingCommand
from .streams import drop_unwritten

FAILED = 1
USAGE = 2
INTERRUPTED = 130


def run(program: click.Command) -> int:
    """Run the program, print its error on stderr and return the exit code."""
    try:
        result = program.main(prog_name="honeyhive", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except MissingCommand as error:
        say_error(error.message)
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return USAGE
    except click.UsageError as error:
        from .usage_errors import usage_text

        say_error(usage_text(error))
        return USAGE
    except click.ClickException as error:
        say_error(error.format_message())
        return error.exit_code
    except click.Abort:
        say_error("interrupted")
        return INTERRUPTED
    except (ConfigurationError, InvalidRequestError) as error:
        say_error(in_flags(error) + _key_advice(error))
        return USAGE
    except HoneyHiveError as error:
        say_error(described(error) + _advice(error))
        return FAILED
    except OSError as error:
        say_error(f"{error.filename}: {error.strerror}" if error.filename else error.strerror or str(error))
        drop_unwritten()
        return FAILED


def say_error(message: str) -> None:
    """Print the message on one line of stderr."""
    _say("error", message)


def say_warning(message: str) -> None:
    """Print a warning on stderr, unless the run has --quiet."""
    ctx = click.get_current_context(silent=True)
    if ctx is None or not given(ctx).get("quiet"):
        _say("warning", message)


def in_flags(error: ConfigurationError | InvalidRequestError, flags: Mapping[str, str] = CLIENT_FLAGS) -> str:
    """Return the library's message with flags instead of argument names; ``flags`` maps names to flags."""
    return error.worded(_speller(flags))


def _speller(flags: Mapping[str, str]) -> Callable[[str], str]:
    def spelled(argument: str) -> str:
        """Return the flag of an argument, followed by a place inside it, such as `[0].start_time`."""
        name = next((argument[:end] for end, char in enumerate(argument) if char in ".["), argument)
        return flags.get(name, name) + argument[len(name) :]

    return spelled


def described(error: HoneyHiveError) -> str:
    """Return the error of a call on one line."""
    if not isinstance(error, APIStatusError):
        return str(error)
    request_id = f" (request id {error.request_id})" if error.request_id else ""
    return f"API error {error.status}: {error.message} [{error.request}]{request_id}"


def _key_advice(error: HoneyHiveError) -> str:
    from honeyhive._core.settings import no_key_error

    is_missing = isinstance(error, ConfigurationError) and error.problem == no_key_error().problem
    return "; 'honeyhive config set api-key' saves a key for later runs" if is_missing else ""


def _advice(error: HoneyHiveError) -> str:
    if isinstance(error, AuthenticationError):
        return "; run 'honeyhive doctor' to see which key is used"
    return "; run 'honeyhive doctor' to find the cause" if isinstance(error, APIConnectionError) else ""


def _say(kind: str, message: str) -> None:
    click.echo(f"{kind}: {on_one_line(' '.join(message.split()))}", err=True)
