"""How a client is set up, from its arguments and the environment, which no other module reads."""

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from honeyhive_api.connection import HOSTS
from honeyhive_api.keys import ApiKey

from .errors import ConfigurationError, InvalidRequestError
from .key_kinds import BY_SCHEME, PROJECT, SPECIAL, Credential, KeyKind, kind_of

_SWITCH: Final = {
    **dict.fromkeys(("1", "true", "yes", "on"), True),
    **dict.fromkeys(("0", "false", "no", "off"), False),
}


FilePath: TypeAlias = str | os.PathLike[str]


class Tls(NamedTuple):
    """TLS settings: trusted CAs (file, directory, or certifi) and the client certificate."""

    verify: bool
    ca_file: FilePath | None
    ca_folder: str | None
    client_certificate: tuple[FilePath, FilePath | None] | None
    """The file of the certificate, and that of its key where it is another."""


class Settings(NamedTuple):
    """The checked settings of one client."""

    keys: dict[KeyKind, ApiKey]
    urls: dict[str, str | None]
    """The base URL of each host for which one is set."""
    fallback_url: str | None
    """The base URL of every other host; None where the document says it."""
    timeout: float
    connect_timeout: float
    max_retries: int
    tls: Tls
    spool: str | None = None
    """The folder in which events wait on disk; None keeps them in memory."""

    def all_urls(self) -> list[str]:
        """Return the base URL of every host."""
        return [self.url(host) for host in HOSTS]

    def url(self, host: str) -> str:
        """Return the base URL of a host of the document, without a trailing slash."""
        return (self.urls.get(host) or self.fallback_url or HOSTS[host].url).rstrip("/")

    def credential(self, security: tuple[str, ...], caller: str) -> Credential | None:
        """Return the key that opens an operation, None if it needs none. Raises ConfigurationError if it is not set."""
        if unknown := next((scheme for scheme in security if scheme not in BY_SCHEME), None):
            raise ConfigurationError(f"{caller} needs a key of the security scheme {unknown}, which is not known here")
        wanted = [BY_SCHEME[scheme] for scheme in security]
        for kind in wanted:
            if kind in self.keys:
                return Credential(kind, self.keys[kind])
        if not wanted:
            return None
        needed = " or ".join(f"{_article(kind.name)} {kind.name} key" for kind in wanted)
        settings = ", or ".join(f"pass {{{kind.argument}}} or set {kind.variables[0]}" for kind in wanted)
        raise ConfigurationError(f"{caller} needs {needed}, but this client only has {self.key_names()}", hint=settings)

    def any_credential(self) -> Credential:
        """Return the project key, or the first of the others."""
        kind = PROJECT if PROJECT in self.keys else next(iter(self.keys))
        return Credential(kind, self.keys[kind])

    def key_names(self) -> str:
        """Return the kinds of the keys, for messages."""
        return " and ".join(f"{_article(kind.name)} {kind.name} key" for kind in self.keys)

    def __repr__(self) -> str:
        urls = "".join(f", {host}={url!r}" for host, url in self.urls.items() if url)
        return f"{self.key_names()}{urls}"


def resolved(
    *,
    keys: dict[str, ApiKey | None],
    urls: dict[str, str | None],
    base_url: str | None,
    allow_http: bool | None,
    timeout: float,
    connect_timeout: float,
    max_retries: int,
    tls: Tls,
    spool: FilePath | Literal[False] | None = None,
) -> Settings:
    """Return the settings from the arguments, by name, and the environment. Raises ConfigurationError."""
    if allow_http is None:
        allow_http = _switch("HH_ALLOW_HTTP")
    if not isinstance(allow_http, bool):  # a text such as "false" would allow it
        raise ConfigurationError(f"must be a bool, not {allow_http!r}", argument="allow_http")
    if isinstance(max_retries, bool) or not isinstance(max_retries, int) or max_retries < 0:
        raise ConfigurationError(f"must be an int of 0 or more, not {max_retries!r}", argument="max_retries")
    return Settings(
        keys=_keys(keys),
        urls={
            host: _checked_url(allow_http, (row.argument, urls.get(row.argument)), *_fallbacks(base_url, row.variables))
            for host, row in HOSTS.items()
        },
        fallback_url=_checked_url(allow_http, *_fallbacks(base_url)),
        timeout=check_seconds("timeout", timeout),
        connect_timeout=check_seconds("connect_timeout", connect_timeout),
        max_retries=max_retries,
        tls=tls,
        spool=_spool(spool),
    )


def _fallbacks(base_url: str | None, variables: tuple[str, ...] = ()) -> list[tuple[str, str | None]]:
    """Return the settings of a host's URL besides its own argument, the first before the others."""
    return [("base_url", base_url), *map(_variable, variables), _variable("HH_API_URL")]


def resolved_tls(verify: bool, ca_file: Any, certificate: Any) -> Tls:
    """The TLS settings from the arguments and the environment."""
    pair = certificate if isinstance(certificate, tuple) else certificate and (certificate, None)
    if not isinstance(verify, bool) or (pair and len(pair) != 2):
        raise ConfigurationError("verify must be a bool, client_certificate a file or a pair: certificate and key")
    file, folder = (ca_file, None) if ca_file else (_variable("SSL_CERT_FILE")[1], _variable("SSL_CERT_DIR")[1])
    return Tls(verify, file, folder, pair)


def _spool(given: Any) -> str | None:
    """The folder of the spool as an absolute path, so that a later change of the working directory moves nothing."""
    if given is False:
        return None
    path = _variable("HH_SPOOL")[1] if given is None else given
    if path is None:
        return None
    text = os.fspath(path) if isinstance(path, str | os.PathLike) else None
    if isinstance(text, str) and text and "\0" not in text:
        from pathlib import Path

        # Raised for a home of nobody, and for half of a surrogate pair.
        with suppress(RuntimeError, UnicodeEncodeError):
            absolute = str(Path(text).expanduser().absolute())
            os.fsencode(absolute)
            return absolute
    raise ConfigurationError(f"must be the path of a folder, or False, not {path!r}", argument="spool")


def proxy_for(url: str) -> str | None:
    """The proxy that HTTPS_PROXY, HTTP_PROXY or ALL_PROXY names for the URL, unless NO_PROXY takes it out."""
    from urllib import request
    from urllib.parse import urlsplit

    proxies: Any = request.getproxies_environment()
    parts = urlsplit(url)
    if request.proxy_bypass_environment(parts.netloc, proxies):  # type: ignore[attr-defined]  # typeshed has it not
        return None
    proxy: str | None = proxies.get(parts.scheme) or proxies.get("all")
    return f"http://{proxy}" if proxy and "://" not in proxy else proxy


def check_seconds(
    name: str, value: object, error: type[ConfigurationError | InvalidRequestError] = ConfigurationError
) -> float:
    """The duration as a float, or an error that names it."""
    # The upper bound keeps infinity and what the platform's clocks cannot hold out.
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1e6:
        raise error(f"must be a number of seconds above 0, not {value!r}", argument=name)
    return float(value)


def _keys(arguments: dict[str, ApiKey | None]) -> dict[KeyKind, ApiKey]:
    """Each kind of key that is set; arguments come before variables, the special ones before api_key."""
    found: dict[KeyKind, ApiKey] = {}
    for source, expected, key in _given_keys(arguments):
        fault = key.fault()
        if fault is not None:
            raise ConfigurationError(fault, argument=source)
        kind = kind_of(key)
        if expected is not PROJECT and kind not in (expected, PROJECT):
            raise ConfigurationError(
                f"holds {_article(kind.name)} {kind.name} key",
                argument=source,
                hint=f"pass it as {{{kind.argument}}} or set {kind.variables[0]}",
            )
        # A prefix that is not known yet does not overrule the argument it was given in.
        found.setdefault(expected if kind is PROJECT else kind, key)
    if not found:
        raise ConfigurationError("there is no API key", hint="pass {api_key} or set HH_API_KEY")
    return found


def _given_keys(arguments: dict[str, ApiKey | None]) -> Iterator[tuple[str, KeyKind, ApiKey]]:
    for kind in (*SPECIAL, PROJECT):
        key = arguments.get(kind.argument)
        if key is not None:
            yield kind.argument, kind, key
    for kind in (*SPECIAL, PROJECT):
        if arguments.get(kind.argument) is None:
            variable = next((name for name in kind.variables if os.environ.get(name)), None)
            if variable is not None:
                yield variable, kind, ApiKey(os.environ[variable])


def _article(name: str) -> str:
    return "an" if name[:1] in "aeiou" else "a"


def _variable(name: str) -> tuple[str, str | None]:
    """A variable and its value; an empty one counts as unset."""
    return name, os.environ.get(name) or None


def _switch(name: str) -> bool:
    text = os.environ.get(name, "").strip().lower() or "false"
    if text not in _SWITCH:
        raise ConfigurationError("must be true or false", argument=name)
    return _SWITCH[text]


def _checked_url(allow_http: bool, *candidates: tuple[str, str | None]) -> str | None:
    """The first URL that is set; a malformed one raises instead of giving way to the next."""
    for source, url in candidates:
        if url is not None:
            from honeyhive_api.base_urls import check_base_url

            return check_base_url(url, source, allow_http=allow_http)
    return None
