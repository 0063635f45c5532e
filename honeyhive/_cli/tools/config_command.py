"""`honeyhive config`: profiles, which keep keys and URLs for the command line."""

import sys
from collections.abc import Callable
from typing import Any, Final

import click

from ..terminal.client_settings import profile_name
from ..terminal.connection_settings import KEYS
from ..terminal.failures import FAILED, say_error
from ..terminal.global_flags import global_flags, profile_names
from ..terminal.key_mask import masked
from ..terminal.lazy_group import CONTEXT, Entry, LazyGroup
from ..terminal.output import is_for_people, show
from ..terminal.profile_file import (
    FIRST,
    NAME,
    NAMES,
    SWITCH,
    Profiles,
    fault,
    profile_path,
    read_profiles,
    write_profiles,
)
from ..terminal.suggestions import suggestion

_KEYS: Final = {setting.argument for setting in KEYS}
_BOOLEANS: Final = {"true": True, "false": False}
_SETTING: Final = click.Choice([name.replace("_", "-") for name in NAMES])


def _setting(*, required: bool = True) -> click.Argument:
    metavar = "SETTING" if required else "[SETTING]"
    return click.Argument(["setting"], type=_SETTING, metavar=metavar, required=required)


def _profile() -> click.Argument:
    return click.Argument(["name"], metavar="PROFILE", shell_complete=profile_names)


def _list(ctx: click.Context) -> None:
    """List the profiles with their settings; keys are masked.

    Example: honeyhive config list

    Commands use the profile with `is_default`, unless --profile or HH_PROFILE names another one.
    """
    profiles = read_profiles()
    rows = [
        {"profile": name, "is_default": name == profiles.chosen, **_shown(settings)}
        for name, settings in profiles.by_name.items()
    ]
    show(ctx, rows)
    if rows and is_for_people(ctx):
        # The line is not wrapped at the terminal's width, because a path with a line break cannot be copied.
        click.echo(f"saved in {profile_path()}")


def _get(ctx: click.Context, setting: str | None) -> None:
    """Print a setting of a profile, or all of them; keys are masked.

    Example: honeyhive config get base-url --profile staging

    Exits with 1 if the setting is not in the profile.
    """
    profiles = read_profiles()
    name = _known(ctx, profiles)
    shown = _shown(profiles.by_name[name])
    if setting is None:
        show(ctx, shown)
    elif (argument := _argument(setting)) in shown:
        click.echo(_word(shown[argument]))
    else:
        say_error(f"profile {name} has no {setting}; set one with 'honeyhive config set {setting}'")
        ctx.exit(FAILED)


def _set(ctx: click.Context, setting: str, value: str | None) -> None:
    """Set a setting of a profile, which is created if it does not exist.

    Example: honeyhive config set base-url http://127.0.0.1:8600 --profile local

    SETTING is the name of a flag: api-key, base-url, or another key or URL that `honeyhive --help` lists.

    Leave out VALUE to type an API key at a prompt or to read it from stdin. The key is then not in the history of your
    shell, and other processes cannot see it. Unless --profile or HH_PROFILE names another profile, the default profile
    is changed.
    """
    profiles = read_profiles()
    named = profile_name(ctx)
    name = named.value if named else profiles.chosen or FIRST
    if not NAME.fullmatch(name):
        raise click.UsageError(f"{name!r} is not a name for a profile; use letters, digits, _ and -", ctx)
    argument = _argument(setting)
    new = _read(ctx, setting) if value is None else _value(argument, value)
    if words := fault(argument, new, setting):
        raise click.UsageError(words, ctx)
    by_name = {**profiles.by_name, name: {**profiles.by_name.get(name, {}), argument: new}}
    write_profiles(Profiles(profiles.chosen or name, by_name))
    click.echo(f"profile {name}: {setting} is set", err=True)
    if profiles.chosen not in (None, name) and name not in profiles.by_name:
        click.echo(f"use it with --profile {name}, or make it the default with 'honeyhive config use {name}'", err=True)


def _unset(ctx: click.Context, setting: str) -> None:
    """Remove a setting from a profile.

    Example: honeyhive config unset base-url --profile local
    """
    profiles = read_profiles()
    name = _known(ctx, profiles)
    argument = _argument(setting)
    left = {key: value for key, value in profiles.by_name[name].items() if key != argument}
    write_profiles(profiles._replace(by_name={**profiles.by_name, name: left}))
    click.echo(f"profile {name}: {setting} is not set", err=True)


def _use(ctx: click.Context, name: str) -> None:
    """Make a profile the default for runs without --profile and HH_PROFILE.

    Example: honeyhive config use staging
    """
    profiles = read_profiles()
    _check_known(ctx, name, profiles)
    write_profiles(profiles._replace(chosen=name))
    click.echo(f"profile {name} is the default now", err=True)


def _delete(ctx: click.Context, name: str) -> None:
    """Delete a profile with its keys.

    Example: honeyhive config delete staging
    """
    profiles = read_profiles()
    _check_known(ctx, name, profiles)
    left = {other: settings for other, settings in profiles.by_name.items() if other != name}
    write_profiles(Profiles(None if profiles.chosen == name else profiles.chosen, left))
    click.echo(f"profile {name} is deleted", err=True)


def _known(ctx: click.Context, profiles: Profiles) -> str:
    """Return the name of the profile of this run. Raises UsageError if it does not exist."""
    named = profile_name(ctx)
    name = named.value if named else profiles.chosen
    if name is None:
        raise click.UsageError("there is no default profile; name one with --profile or 'honeyhive config use'", ctx)
    _check_known(ctx, name, profiles)
    return str(name)


def _check_known(ctx: click.Context, name: str, profiles: Profiles) -> None:
    if name not in profiles.by_name:
        hint = suggestion(name, profiles.by_name)
        raise click.UsageError(f"there is no profile {name}{hint}; 'honeyhive config list' shows all profiles", ctx)


def _shown(settings: dict[str, Any]) -> dict[str, Any]:
    return {name: masked(value) if name in _KEYS else value for name, value in settings.items()}


def _word(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _argument(setting: str) -> str:
    return setting.replace("-", "_")


def _value(argument: str, text: str) -> Any:
    return _BOOLEANS.get(text.lower(), text) if argument == SWITCH else text


def _read(ctx: click.Context, setting: str) -> Any:
    """Return the value from a prompt that hides keys, or from the first line of stdin."""
    argument = _argument(setting)
    if not sys.stdin.isatty():
        line = sys.stdin.readline().strip()
        if not line:
            raise click.UsageError(f"there is no value for {setting}; pass it as VALUE or on stdin", ctx)
        return _value(argument, line)
    return _value(argument, click.prompt(setting, hide_input=argument in _KEYS, err=True))


def _command(name: str, run: Callable[..., None], *params: click.Parameter) -> click.Command:
    return click.Command(
        name,
        callback=click.pass_context(run),
        params=[*params, *global_flags(hidden=True)],
        help=run.__doc__,
        context_settings=CONTEXT,
    )


def _entry(name: str, run: Callable[..., None], *params: click.Parameter) -> Entry:
    return Entry((run.__doc__ or "").splitlines()[0], lambda: _command(name, run, *params))


config = LazyGroup(
    "config",
    {
        "list": _entry("list", _list),
        "get": _entry("get", _get, _setting(required=False)),
        "set": _entry("set", _set, _setting(), click.Argument(["value"], metavar="[VALUE]", required=False)),
        "unset": _entry("unset", _unset, _setting()),
        "use": _entry("use", _use, _profile()),
        "delete": _entry("delete", _delete, _profile()),
    },
    other_names={"ls": "list", "rm": "delete"},
    params=global_flags(hidden=True),
    help="Save API keys and URLs in profiles, so that you need not pass them each time.\n\n"
    "Example: honeyhive config set api-key\n\n"
    "A flag takes precedence over its environment variable, and the variable over the profile. --profile or HH_PROFILE "
    "chooses the profile; without them, the default profile is used. Only the command line reads profiles; programs "
    "with the SDK do not. The profiles are saved in a file that only you can read. 'honeyhive config list -o table' "
    "prints its path below the profiles.",
)
