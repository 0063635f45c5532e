"""Checked settings of a client. They have no state, and are made by ``_client.environment``."""

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from honeyhive_api.connection import HOSTS
from honeyhive_api.keys import ApiKey

from .call_options import StepTimeouts
from .errors import ConfigurationError
from .key_kinds import BY_SCHEME, Credential, KeyKind, article

if TYPE_CHECKING:
    from .attempt_middleware import CallHook, Middleware

FilePath: TypeAlias = str | os.PathLike[str]


class Tls(NamedTuple):
    """TLS settings: trusted CAs (file, directory, or those of the system) and the client certificate."""

    verify: bool
    ca_file: FilePath | None
    ca_folder: str | None
    client_certificate: tuple[FilePath, FilePath | None] | None
    """The file of the certificate and the file of its key; None if the key is in the same file."""


class Settings(NamedTuple):
    """The settings of one client."""

    keys: dict[KeyKind, ApiKey]
    urls: dict[str, str]
    """The base URL of every host of the API, without a trailing slash."""
    timeout: float
    """Seconds for one call."""
    connect_timeout: float
    """Seconds for one connection."""
    max_retries: int
    tls: Tls
    spool: str | None = None
    """The folder in which events wait on disk; None keeps them in memory."""
    step_timeouts: StepTimeouts | None = None
    """Seconds for each step of an attempt, if the timeout was an httpx.Timeout."""
    headers: Mapping[str, str | None] = {}
    """Further headers of every request, by lower-case name; None leaves out a header of the client."""
    query: Mapping[str, Any] = {}
    """Further query parameters of every request."""
    middleware: "tuple[Middleware, ...]" = ()
    """Functions around each request of a direct call, the first one outermost."""
    call_hooks: "tuple[CallHook, ...]" = ()
    """Functions around each direct call."""
    json_value: Callable[[Any], Any] | None = None
    """Function that returns the JSON form of a value that json refuses, or raises TypeError if there is none."""

    @property
    def wraps_calls(self) -> bool:
        """True if middleware, call hooks or a function that returns the key must be run around each call."""
        return bool(self.middleware or self.call_hooks) or self.has_called_key

    @property
    def has_called_key(self) -> bool:
        """True if a function returns one of the keys."""
        return any(hasattr(key, "ask") for key in self.keys.values())

    def credential(self, security: tuple[str, ...], caller: str) -> Credential | None:
        """Return the key for an operation, or None if it needs no key. Raises ConfigurationError if no key fits."""
        for scheme in security:
            kind = BY_SCHEME.get(scheme)
            if kind is None:
                raise ConfigurationError(f"{caller} needs a key of the unknown security scheme {scheme}")
            if kind in self.keys:
                return Credential(kind, self.keys[kind])
        if not security:
            return None
        wanted = [BY_SCHEME[scheme] for scheme in security]
        needed = " or ".join(f"{article(kind.name)} {kind.name} key" for kind in wanted)
        settings = ", or ".join(f"pass {{{kind.argument}}} or set {kind.variables[0]}" for kind in wanted)
        found = f"only has {self.key_names()}" if self.keys else "has none"
        raise ConfigurationError(f"{caller} needs {needed}, but this client {found}", hint=settings)

    def key_names(self) -> str:
        """Return the kinds of the client's keys in words, such as "a project key"."""
        return " and ".join(f"{article(kind.name)} {kind.name} key" for kind in self.keys)

    def __repr__(self) -> str:
        urls = "".join(f", {host}={url!r}" for host, url in self.urls.items() if url != HOSTS[host].url)
        return f"{self.key_names() or 'no key'}{urls}"


def no_key_error() -> ConfigurationError:
    """Return the error for a client without a key."""
    return ConfigurationError("there is no API key", hint="pass {api_key} or set HH_API_KEY")
