"""Client settings with a flag: keys and URLs, with the environment variables that the flags override."""

from typing import Final, NamedTuple

from honeyhive_api.connection import HOSTS, SCHEMES


class Setting(NamedTuple):
    """An argument of the client that is also a flag."""

    argument: str
    help: str
    variables: tuple[str, ...]
    """Environment variables of the setting, in order of precedence."""
    alias: str = ""
    """The flag of the vendor's own tool, if its name differs."""

    @property
    def flag(self) -> str:
        """The flag, with its dashes."""
        return "--" + self.argument.replace("_", "-")


def _alias(variables: tuple[str, ...]) -> str:
    """Return the flag of the vendor's own tool, named after the second variable; empty if there is only one."""
    return "--" + variables[1].removeprefix("HH_").lower().replace("_", "-") if len(variables) > 1 else ""


_KEY_TEXTS: Final = {
    "project": "Your API key, which belongs to one project.",
    "ingestion": "An API key that can only write sessions and events.",
    "data plane": "An API key with chosen permissions, for the commands that name a project.",
    "control plane": "An API key that manages workspaces and projects.",
}
KEYS: Final = tuple(
    Setting(
        kind.argument, _KEY_TEXTS.get(kind.kind, f"The {kind.kind} API key."), kind.variables, _alias(kind.variables)
    )
    for kind in SCHEMES.values()
)
BASE_URL: Final = Setting(
    "base_url", "The server to use instead of the HoneyHive service, such as http://127.0.0.1:8600.", ("HH_API_URL",)
)
HOST_URLS: Final = {
    name: Setting(
        host.argument,
        f"The server for calls that would otherwise go to {host.url}.",
        host.variables,
        _alias(host.variables),
    )
    for name, host in HOSTS.items()
}
SETTINGS: Final = (*KEYS, BASE_URL, *HOST_URLS.values())
CLIENT_FLAGS: Final = {
    **{setting.argument: setting.flag for setting in SETTINGS},
    "allow_http": "--allow-http",
    "timeout": "--timeout",
}
"""The flags of client arguments, by the name of the argument."""
