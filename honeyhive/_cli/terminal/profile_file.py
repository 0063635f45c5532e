"""Profiles: named settings of the command line, in a file that only its owner can read."""

import json
import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

import click
from honeyhive_api.base_urls import check_base_url
from honeyhive_api.keys import ApiKey

from honeyhive import ConfigurationError

from .connection_settings import KEYS, SETTINGS
from .suggestions import suggestion

NAME: Final = re.compile(r"[A-Za-z0-9_-]+")
FIRST: Final = "default"
"""Name of the profile that is created with the first setting."""
SWITCH: Final = "allow_http"
NAMES: Final = (*(setting.argument for setting in SETTINGS), SWITCH)
"""Names of the settings of a profile."""
_KEYS: Final = {setting.argument for setting in KEYS}
_OTHERS_MAY: Final = 0o077


class Profiles(NamedTuple):
    """The content of the profile file."""

    chosen: str | None
    """The default profile, used without --profile and HH_PROFILE."""
    by_name: dict[str, dict[str, Any]]


def profile_path() -> Path:
    """Return the path of the profile file, in the configuration folder of the platform."""
    folder = Path(click.get_app_dir("honeyhive"))
    # By the XDG specification, an empty or relative XDG_CONFIG_HOME is ignored.
    return (folder if folder.is_absolute() else Path.home() / ".config" / "honeyhive") / "config.toml"


def read_profiles() -> Profiles:
    """Return the profiles; empty if there is no profile file. Raises UsageError for a malformed file."""
    path = profile_path()
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Profiles(None, {})
    except UnicodeDecodeError:
        raise click.UsageError(f"{path} is not UTF-8") from None
    import tomllib

    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise click.UsageError(f"{path} is not TOML: {_place(error)}") from None
    del text
    return _checked(path, content)


def write_profiles(profiles: Profiles) -> None:
    """Write the profile file atomically, with mode 0600."""
    path = profile_path()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(_text(profiles).encode())
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise


def is_open_to_others() -> bool:
    """Return True if other users of the machine may read or change the profile file."""
    if sys.platform == "win32":
        return False
    try:
        return bool(profile_path().stat().st_mode & _OTHERS_MAY)
    except OSError:
        return False


def fault(argument: str, value: Any, source: str) -> str | None:
    """Return the fault of a value for this setting, without revealing a key; None if the value is valid."""
    if argument == SWITCH:
        return None if isinstance(value, bool) else f"{source} must be true or false"
    if argument in _KEYS:
        words = ApiKey(value).fault() if isinstance(value, str) else "must be a string in quotes"
        return f"{source} {words}" if words else None
    try:
        check_base_url(value, source, allow_http=True)
    except ConfigurationError as error:
        return str(error)
    return None


def _checked(path: Path, content: dict[str, Any]) -> Profiles:
    chosen, by_name = content.pop("profile", None), content.pop("profiles", {})
    if content:
        raise click.UsageError(f"{path}: {next(iter(content))} is not in a profile; put it under [profiles.NAME]")
    if not isinstance(by_name, dict) or not all(isinstance(one, dict) for one in by_name.values()):
        raise click.UsageError(f"{path}: a profile is a table such as [profiles.staging]")
    for name, settings in by_name.items():
        if not NAME.fullmatch(name):
            raise click.UsageError(f"{path}: {name!r} is not a name for a profile; use letters, digits, _ and -")
        for argument, value in settings.items():
            if argument not in NAMES:
                hint = suggestion(argument, NAMES)
                raise click.UsageError(f"{path}: profile {name} has the unknown setting {argument}{hint}")
            if words := fault(argument, value, f"{argument} of profile {name}"):
                raise click.UsageError(f"{path}: {words}")
    if chosen is not None and chosen not in by_name:
        raise click.UsageError(f"{path}: there is no profile {chosen}{suggestion(str(chosen), by_name)}")
    return Profiles(chosen, by_name)


def _text(profiles: Profiles) -> str:
    """Return the profiles as TOML. All values are printable ASCII, so each JSON string is a valid TOML string."""
    lines = [] if profiles.chosen is None else [f"profile = {json.dumps(profiles.chosen)}"]
    for name, settings in profiles.by_name.items():
        lines += ["", f"[profiles.{name}]", *(f"{key} = {json.dumps(value)}" for key, value in settings.items())]
    return "\n".join(lines).lstrip("\n") + "\n"


def _place(error: ValueError) -> str:
    """Return the place of the mistake without the rest of the error message, which may quote a key."""
    found = re.search(r"at (?:line \d+, column \d+|end of document)", str(error))
    return f"there is a mistake {found[0]}" if found else "it cannot be read"
