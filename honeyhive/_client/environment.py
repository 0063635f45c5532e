"""Settings from arguments and environment variables. Every variable of the SDK but those of proxies is read here."""

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final, Literal

from honeyhive_api.connection import HOSTS
from honeyhive_api.keys import ApiKey, seal

from .._core.errors import ConfigurationError
from .._core.key_kinds import PROJECT, SPECIAL, KeyKind, article, kind_of
from .._core.settings import FilePath, Settings, Tls, check_seconds

_BOOLEANS: Final = {
    **dict.fromkeys(("1", "true", "yes", "on"), True),
    **dict.fromkeys(("0", "false", "no", "off"), False),
}


def separated(api_key: Any, connection: Any) -> tuple[dict[str, ApiKey | None], dict[str, Any], list[str]]:
    """Return the keys, each sealed, and the URLs, both by argument, and the names of unknown arguments.

    ``connection`` is emptied: the value of a misspelt argument may be a key.
    """
    keys = {PROJECT.argument: seal(api_key)}
    del api_key
    keys |= {kind.argument: seal(connection.pop(kind.argument, None)) for kind in SPECIAL}
    urls = {host.argument: connection.pop(host.argument, None) for host in HOSTS.values()}
    unknown = list(connection)
    connection.clear()
    return keys, urls, unknown


def read_settings(
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
    """Return the settings; an argument outranks its variable. Raises ConfigurationError.

    ``keys`` and ``urls`` are those of the arguments with these names.
    """
    if allow_http is None:
        allow_http = _boolean("HH_ALLOW_HTTP")
    if not isinstance(allow_http, bool):  # the string "false" would allow it
        raise ConfigurationError(f"must be a bool, not {allow_http!r}", argument="allow_http")
    if isinstance(max_retries, bool) or not isinstance(max_retries, int) or max_retries < 0:
        raise ConfigurationError(f"must be an int of 0 or more, not {max_retries!r}", argument="max_retries")
    everywhere = ("base_url", base_url), _variable("HH_API_URL")
    _first_url(allow_http, *everywhere)  # a malformed one raises, even if every host has a URL of its own
    return Settings(
        keys=_keys(keys),
        urls={
            host: _first_url(
                allow_http,
                (row.argument, urls.get(row.argument)),
                everywhere[0],
                *map(_variable, row.variables),
                everywhere[1],
            )
            or row.url.rstrip("/")
            for host, row in HOSTS.items()
        },
        timeout=check_seconds("timeout", timeout),
        connect_timeout=check_seconds("connect_timeout", connect_timeout),
        max_retries=max_retries,
        tls=tls,
        spool=_spool(spool),
    )


def read_tls(verify: bool, ca_file: Any, certificate: Any) -> Tls:
    """Return the TLS settings. Raises ConfigurationError."""
    pair = certificate if isinstance(certificate, tuple) else certificate and (certificate, None)
    if not isinstance(verify, bool) or (pair and len(pair) != 2):
        raise ConfigurationError("verify must be a bool, client_certificate a file or a pair: certificate and key")
    file, folder = (ca_file, None) if ca_file else (_variable("SSL_CERT_FILE")[1], _variable("SSL_CERT_DIR")[1])
    return Tls(verify, file, folder, pair)


def captures_content() -> bool:
    """Return False if ``HH_CAPTURE_CONTENT`` leaves out inputs and outputs. Raises ConfigurationError."""
    return _boolean("HH_CAPTURE_CONTENT", default="true")


def _spool(given: Any) -> str | None:
    """Return the folder of the spool; absolute, so that a later change of the working directory moves nothing."""
    if given is False:
        return None
    path = _variable("HH_SPOOL")[1] if given is None else given
    if path is None:
        return None
    text = os.fspath(path) if isinstance(path, str | os.PathLike) else None
    if isinstance(text, str) and text and "\0" not in text:
        from pathlib import Path

        # expanduser() raises for an unknown user, fsencode() for half of a surrogate pair.
        with suppress(RuntimeError, UnicodeEncodeError):
            absolute = str(Path(text).expanduser().absolute())
            os.fsencode(absolute)
            return absolute
    raise ConfigurationError(f"must be the path of a folder, or False, not {path!r}", argument="spool")


def _keys(arguments: dict[str, ApiKey | None]) -> dict[KeyKind, ApiKey]:
    """Return each kind of key that is set: arguments outrank variables, and the special ones api_key."""
    found: dict[KeyKind, ApiKey] = {}
    for source, expected, key in _given_keys(arguments):
        fault = key.fault()
        if fault is not None:
            raise ConfigurationError(fault, argument=source)
        kind = kind_of(key)
        if expected is not PROJECT and kind not in (expected, PROJECT):
            raise ConfigurationError(
                f"holds {article(kind.name)} {kind.name} key",
                argument=source,
                hint=f"pass it as {{{kind.argument}}} or set {kind.variables[0]}",
            )
        # A key with an unknown prefix has the kind of its argument: the service may add prefixes.
        found.setdefault(expected if kind is PROJECT else kind, key)
    if not found:
        raise ConfigurationError("there is no API key", hint="pass {api_key} or set HH_API_KEY")
    return found


def _given_keys(arguments: dict[str, ApiKey | None]) -> Iterator[tuple[str, KeyKind, ApiKey]]:
    """Yield the argument or variable, the kind that it is for, and the key."""
    for kind in (*SPECIAL, PROJECT):
        key = arguments.get(kind.argument)
        if key is not None:
            yield kind.argument, kind, key
    for kind in (*SPECIAL, PROJECT):
        if arguments.get(kind.argument) is None:
            variable = next((name for name in kind.variables if os.environ.get(name)), None)
            if variable is not None:
                yield variable, kind, ApiKey(os.environ[variable])


def _variable(name: str) -> tuple[str, str | None]:
    """Return the name and the value of a variable; an empty one counts as unset."""
    return name, os.environ.get(name) or None


def _boolean(name: str, default: str = "false") -> bool:
    text = os.environ.get(name, "").strip().lower() or default
    if text not in _BOOLEANS:
        raise ConfigurationError("must be true or false", argument=name)
    return _BOOLEANS[text]


def _first_url(allow_http: bool, *candidates: tuple[str, str | None]) -> str | None:
    """Return the first URL that is set, None without one. A malformed one raises; it never gives way to the next."""
    for source, url in candidates:
        if url is not None:
            from honeyhive_api.base_urls import check_base_url

            return check_base_url(url, source, allow_http=allow_http)
    return None
