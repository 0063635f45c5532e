"""The settings of a run: each from its flag, otherwise its environment variable, otherwise the profile."""

import os
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

import click

from .connection_settings import BASE_URL, CLIENT_FLAGS, HOST_URLS, KEYS, SETTINGS, Setting
from .failures import say_warning
from .global_flags import given
from .profile_file import SWITCH, is_open_to_others, profile_path, read_profiles
from .suggestions import suggestion

VARIABLE: Final = "HH_PROFILE"
_SWITCH_VARIABLE: Final = "HH_ALLOW_HTTP"
_KEPT: Final = "honeyhive._cli.profile"


class Found(NamedTuple):
    """The value of a setting, and the source of the value."""

    value: Any
    source: str
    """The flag, environment variable or profile that has this value."""


class Profile(NamedTuple):
    """The profile that a run uses."""

    name: str
    source: str
    """The flag, environment variable or file that chooses the profile."""
    settings: Mapping[str, Any]


def client_arguments(ctx: click.Context) -> dict[str, Any]:
    """Return the client arguments from flags and the profile. The client itself reads environment variables."""
    flags = {name: value for name, value in given(ctx).items() if name in CLIENT_FLAGS}
    return {**dict(_from_profile(ctx)), **flags}


def setting_of(ctx: click.Context, setting: Setting) -> Found | None:
    """Return the value of a setting; None if it is not set."""
    return _from_flag(ctx, setting) or _from_variable(setting) or _of_profile(ctx, setting.argument)


def url_of(ctx: click.Context, host: str) -> Found | None:
    """Return the configured URL of a host, by the client's order of precedence; None if the default URL is used."""
    settings = _url_settings(host)
    flags = (_from_flag(ctx, one) for one in settings)
    variables = (_from_variable(one) for one in settings)
    profile = (_of_profile(ctx, one.argument) for one in settings)
    return next((found for found in (*flags, *variables, *profile) if found), None)


def allow_http_of(ctx: click.Context) -> Found | None:
    """Return the value of allow_http; None if it is not set."""
    if SWITCH in given(ctx):
        return Found(given(ctx)[SWITCH], CLIENT_FLAGS[SWITCH])
    if value := os.environ.get(_SWITCH_VARIABLE):
        return Found(value, _SWITCH_VARIABLE)
    return _of_profile(ctx, SWITCH)


def profile_of(ctx: click.Context) -> Profile | None:
    """Return the profile of this run, or None. Raises UsageError if no profile has the given name."""
    if _KEPT not in ctx.meta:
        ctx.meta[_KEPT] = _profile(ctx)
    found: Profile | None = ctx.meta[_KEPT]
    return found


def profile_name(ctx: click.Context) -> Found | None:
    """Return the profile name from --profile or HH_PROFILE; None if neither is set."""
    if "profile" in given(ctx):
        return Found(given(ctx)["profile"], "--profile")
    name = os.environ.get(VARIABLE)
    return Found(name, VARIABLE) if name else None


def _profile(ctx: click.Context) -> Profile | None:
    profiles = read_profiles()
    named = profile_name(ctx) or (Found(profiles.chosen, str(profile_path())) if profiles.chosen else None)
    if named is None:
        return None
    if named.value not in profiles.by_name:
        hint = suggestion(named.value, profiles.by_name)
        words = f"{named.source}: there is no profile {named.value}{hint}; 'honeyhive config list' shows all profiles"
        raise click.UsageError(words)
    if is_open_to_others():
        say_warning(f"other users of this machine can read the keys in {profile_path()}; run chmod 600 on it")
    profile = Profile(named.value, named.source, profiles.by_name[named.value])
    if named.source == "--profile":
        _warn_of_variables(ctx, profile)
    return profile


def _warn_of_variables(ctx: click.Context, profile: Profile) -> None:
    """Warn if environment variables outrank the chosen profile: a call could go to another project."""
    for setting in SETTINGS:
        if setting.argument not in profile.settings or _from_flag(ctx, setting):
            continue
        outranking = [setting] if setting in KEYS else [setting, *([BASE_URL] if setting is not BASE_URL else [])]
        variable = next((found.source for one in outranking if (found := _from_variable(one))), None)
        if variable:
            name = setting.flag.removeprefix("--")
            say_warning(f"{variable} is used instead of {name} of profile {profile.name}; unset {variable}")


def _from_profile(ctx: click.Context) -> Iterator[tuple[str, Any]]:
    """Yield the client arguments of the profile that neither a flag nor an environment variable sets."""
    for key in KEYS:
        if not _from_flag(ctx, key) and not _from_variable(key) and (found := _of_profile(ctx, key.argument)):
            yield key.argument, found.value
    for host, setting in HOST_URLS.items():
        settings = _url_settings(host)
        is_set = any(_from_flag(ctx, one) or _from_variable(one) for one in settings)
        if not is_set and (url := url_of(ctx, host)):
            yield setting.argument, url.value
    if (found := _of_profile(ctx, SWITCH)) and allow_http_of(ctx) == found:
        yield SWITCH, found.value


def _url_settings(host: str) -> list[Setting]:
    return [HOST_URLS[host], BASE_URL]


def _from_flag(ctx: click.Context, setting: Setting) -> Found | None:
    return Found(given(ctx)[setting.argument], setting.flag) if setting.argument in given(ctx) else None


def _from_variable(setting: Setting) -> Found | None:
    variable = next((name for name in setting.variables if os.environ.get(name)), None)
    return Found(os.environ[variable], variable) if variable else None


def _of_profile(ctx: click.Context, argument: str) -> Found | None:
    profile = profile_of(ctx)
    if profile is None or argument not in profile.settings:
        return None
    return Found(profile.settings[argument], f"profile {profile.name}")
