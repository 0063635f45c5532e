"""The global flags: what they set, the variables they stand before, and where their values are kept during a run."""

import os
from typing import Any, Final, NamedTuple

import click
from honeyhive_api.connection import HOSTS, SCHEMES


class Setting(NamedTuple):
    """One argument of the client that is a flag as well."""

    argument: str
    help: str
    variables: tuple[str, ...]
    """The variables that set it, the first before the others."""
    alias: str = ""
    """The flag of the vendor's own tool, where it has another name."""

    @property
    def flag(self) -> str:
        """The flag, with its dashes."""
        return "--" + self.argument.replace("_", "-")


def _alias(variables: tuple[str, ...]) -> str:
    """Return the flag of the vendor's own tool, which has the name of the second variable."""
    return "--" + variables[1].removeprefix("HH_").lower().replace("_", "-") if len(variables) > 1 else ""


KEYS: Final = tuple(
    Setting(kind.argument, f"The {kind.kind} key.", kind.variables, _alias(kind.variables)) for kind in SCHEMES.values()
)
BASE_URL: Final = Setting("base_url", "One URL for every host.", ("HH_API_URL",))
HOST_URLS: Final = {
    name: Setting(host.argument, f"The URL of the host {name}.", host.variables, _alias(host.variables))
    for name, host in HOSTS.items()
}
SETTINGS: Final = (*KEYS, BASE_URL, *HOST_URLS.values())
_CLIENT: Final = (*(setting.argument for setting in SETTINGS), "allow_http", "timeout")
FORMS: Final = ("json", "yaml", "table")
_KEPT: Final = "honeyhive._cli"


def global_flags(*, hidden: bool = False) -> list[click.Parameter]:
    """The flags that may stand before the namespace and, hidden from help, after the command."""
    options = [_option(_names(one), f"{one.help} {_variables(one)}", metavar=_metavar(one)) for one in SETTINGS]
    options += [
        _option(["--allow-http/--no-allow-http"], "Allow plain http to another machine. [HH_ALLOW_HTTP]", default=None),
        _option(["--timeout"], "For a whole call with its retries; 30 if left out.", type=float, metavar="SECONDS"),
        _option(["--output"], "What to print; table on a terminal, else json.", type=click.Choice(FORMS)),
        _option(
            ["--verbose"], "Say on stderr what is sent, with keys masked. [HH_VERBOSE]", is_flag=True, default=None
        ),
    ]
    for option in options:
        option.hidden = hidden
    return list(options)


def given(ctx: click.Context) -> dict[str, Any]:
    """The values of the global flags of this run, by argument; absent ones were not given."""
    values: dict[str, Any] = ctx.meta.setdefault(_KEPT, {})
    return values


def is_verbose(ctx: click.Context) -> bool:
    """Whether to say what is sent."""
    return bool(given(ctx).get("verbose")) or os.environ.get("HH_VERBOSE", "").lower() == "true"


def client_arguments(ctx: click.Context) -> dict[str, Any]:
    """The global flags that are arguments of the client."""
    return {name: value for name, value in given(ctx).items() if name in _CLIENT}


def as_flags(message: str) -> str:
    """A message of the library with its arguments written as flags."""
    import re

    names = "|".join(sorted(_CLIENT, key=len, reverse=True))
    return re.sub(rf"(?<![\w-])({names})(?:=True|=|\b)", lambda found: "--" + found[1].replace("_", "-"), message)


def _names(setting: Setting) -> list[str]:
    return [setting.argument, setting.flag, *([setting.alias] if setting.alias else [])]


def _variables(setting: Setting) -> str:
    return f"[{', '.join(setting.variables)}]"


def _metavar(setting: Setting) -> str:
    return "URL" if setting.argument.endswith("url") else "KEY"


def _option(names: list[str], text: str, **attributes: Any) -> click.Option:
    return click.Option(names, help=text, expose_value=False, callback=_keep, **attributes)


def _keep(ctx: click.Context, option: click.Parameter, value: Any) -> None:
    if value is not None and option.name is not None:
        given(ctx)[option.name] = value
