"""Global flags and their values during a run."""

import os
from typing import TYPE_CHECKING, Any, Final

import click

from .connection_settings import SETTINGS, Setting

if TYPE_CHECKING:
    _PathsType = click.ParamType[tuple[str, ...]]
    _JqType = click.ParamType[str]
    _ChoiceType = click.Choice[str]
else:  # at run time, click before 8.4 has no type arguments
    _PathsType = _JqType = click.ParamType
    _ChoiceType = click.Choice


FORMS: Final = ("table", "json", "jsonl", "csv", "yaml", "outline")
_KEPT: Final = "honeyhive._cli"


class OutputForm(_ChoiceType):
    """An output format. The short flag may have an equals sign before the format, as in -o=json."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the chosen format."""
        return super().convert(value.removeprefix("="), param, ctx)


class ColumnPaths(_PathsType):
    """Dotted paths, separated by commas."""

    name = "paths"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """Return the paths."""
        paths = tuple(dict.fromkeys(path.strip() for path in str(value).split(",") if path.strip()))
        if not paths:
            self.fail("names no column; pass names such as event_name,metadata.model", param, ctx)
        return paths


class JqFilter(_JqType):
    """A jq expression, which is checked before anything is sent."""

    name = "expression"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002
        """Return the jq expression. Raises UsageError if the expression is not valid."""
        from .jq_filter import compiled

        compiled(str(value), ctx)
        return str(value)


def global_flags(*, hidden: bool = False) -> list[click.Parameter]:
    """Return the global flags, which are valid before the namespace and, hidden from the help, after the command."""
    options = [
        _option(_names(one), f"{one.help} [{', '.join(one.variables)}]", metavar=_metavar(one)) for one in SETTINGS
    ]
    options += [
        _option(
            ["--profile"],
            "The profile of 'honeyhive config' to read keys and URLs from. [HH_PROFILE]",
            metavar="NAME",
            shell_complete=profile_names,
        ),
        _option(["--allow-http/--no-allow-http"], "Allow plain http to another machine. [HH_ALLOW_HTTP]", default=None),
        _option(
            ["--timeout"],
            "Time limit in seconds for a call with its retries; 30 by default.",
            type=float,
            metavar="SECONDS",
        ),
        _option(["-o", "--output"], "Output format; table on a terminal, json elsewhere.", type=OutputForm(FORMS)),
        _option(
            ["output_columns", "--columns"],
            "Print only these fields, separated by commas, such as event_name,metadata.model.",
            type=ColumnPaths(),
        ),
        _option(["--jq"], "Filter the output with a jq expression; strings are printed raw.", type=JqFilter()),
        _option(
            ["--max-chars"],
            "With -o outline, shorten the output to this number of characters.",
            type=click.IntRange(1),
            metavar="NUMBER",
        ),
        _switch(["--utc"], "Print times in UTC instead of local time."),
        _switch(["-v", "--verbose"], "Print each request on stderr, with masked keys. [HH_VERBOSE]"),
        _switch(["-q", "--quiet"], "Print no warnings and no progress."),
    ]
    for option in options:
        option.hidden = hidden
    return list(options)


def given(ctx: click.Context) -> dict[str, Any]:
    """Return the values of the global flags that were given in this run, by argument name."""
    values: dict[str, Any] = ctx.meta.setdefault(_KEPT, {})
    return values


def is_verbose(ctx: click.Context) -> bool:
    """Return True if each request must be printed."""
    return bool(given(ctx).get("verbose")) or os.environ.get("HH_VERBOSE", "").lower() == "true"


def profile_names(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Return the profile names with this prefix, for shell completion."""
    from .profile_file import read_profiles

    return [name for name in read_profiles().by_name if name.startswith(incomplete)]


def _names(setting: Setting) -> list[str]:
    return [setting.argument, setting.flag, *([setting.alias] if setting.alias else [])]


def _metavar(setting: Setting) -> str:
    return "URL" if setting.argument.endswith("url") else "KEY"


def _switch(names: list[str], text: str) -> click.Option:
    return _option(names, text, is_flag=True, default=None)


def _option(names: list[str], text: str, **attributes: Any) -> click.Option:
    return click.Option(names, help=text, expose_value=False, callback=_keep, **attributes)


def _keep(ctx: click.Context, option: click.Parameter, value: Any) -> None:
    if value is not None and option.name is not None:
        given(ctx)[option.name] = value
