"""What ends a run: every error as one line on stderr, and the exit code."""

import click

from honeyhive import (
    APIConnectionError,
    APIStatusError,
    AuthenticationError,
    ConfigurationError,
    HoneyHiveError,
    InvalidRequestError,
)

from .escaping import visible
from .global_flags import as_flags
from .lazy_group import MissingCommand, suggestion

FAILED = 1
USAGE = 2
INTERRUPTED = 130


def run(program: click.Command) -> int:
    """The exit code of the program, whose errors are told on stderr."""
    try:
        result = program.main(prog_name="honeyhive", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except MissingCommand as error:
        say_error(error.message)
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return USAGE
    except click.UsageError as error:
        say_error(_usage(error))
        return USAGE
    except click.ClickException as error:
        say_error(error.format_message())
        return error.exit_code
    except click.Abort:
        say_error("interrupted")
        return INTERRUPTED
    except (ConfigurationError, InvalidRequestError) as error:
        say_error(as_flags(str(error)))
        return USAGE
    except HoneyHiveError as error:
        say_error(described(error) + _advice(error))
        return FAILED
    except OSError as error:
        say_error(f"{error.filename}: {error.strerror}" if error.filename else error.strerror or str(error))
        return FAILED


def say_error(message: str) -> None:
    """Print the message on one line of stderr."""
    _say("error", message)


def say_warning(message: str) -> None:
    """Print what is no failure but should be known."""
    _say("warning", message)


def described(error: HoneyHiveError) -> str:
    """The error of a call in one line."""
    if not isinstance(error, APIStatusError):
        return str(error)
    request_id = f" (request id {error.request_id})" if error.request_id else ""
    return f"API error {error.status}: {error.message} [{error.request}]{request_id}"


def _advice(error: HoneyHiveError) -> str:
    if isinstance(error, AuthenticationError):
        return "; 'honeyhive doctor' says which key is used"
    return "; 'honeyhive doctor' looks for the cause" if isinstance(error, APIConnectionError) else ""


def _say(kind: str, message: str) -> None:
    click.echo(f"{kind}: {visible(' '.join(message.split()))}", err=True)


def _usage(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        params = error.ctx.command.params if error.ctx else []
        flags = [name for one in params for name in (*one.opts, *one.secondary_opts)]
        message = f"no such flag: {error.option_name}{suggestion(error.option_name, flags)}"
    else:
        message = error.format_message()
    where = f"; see '{error.ctx.command_path} --help'" if error.ctx else ""
    return message.rstrip(".") + where
