"""Settings from arguments and environment variables. Only proxy variables are read elsewhere."""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, Final, Literal

from honeyhive_api.connection import HOSTS
from honeyhive_api.encoding import query_string
from honeyhive_api.keys import ApiKey, seal

from .._core.call_options import check_retries, check_seconds, check_timeout, merged_headers, merged_query
from .._core.errors import ConfigurationError, InvalidRequestError
from .._core.key_kinds import PROJECT, SPECIAL, KeyKind, article, kind_of, takes
from .._core.settings import FilePath, Settings, Tls, no_key_error
from .json_values import json_value

_BOOLEANS: Final = {
    **dict.fromkeys(("1", "true", "yes", "on"), True),
    **dict.fromkeys(("0", "false", "no", "off"), False),
}


def separated(api_key: Any, connection: Any) -> tuple[dict[str, ApiKey | None], dict[str, Any], list[str]]:
    """Return the keys as ApiKeys by argument, the URLs by argument, and the names of unknown arguments.

    ``connection`` is emptied, because the value of a misspelt argument may be a key.
    """
    keys = {PROJECT.argument: _sealed(api_key, PROJECT)}
    del api_key
    keys |= {kind.argument: _sealed(connection.pop(kind.argument, None), kind) for kind in SPECIAL}
    urls = {host.argument: connection.pop(host.argument, None) for host in HOSTS.values()}
    unknown = list(connection)
    connection.clear()
    return keys, urls, unknown


def _sealed(key: Any, kind: KeyKind) -> ApiKey | None:
    if callable(key):
        from .._core.called_key import CalledKey

        return CalledKey(key, kind)
    return seal(key)


def read_settings(
    *,
    keys: dict[str, ApiKey | None],
    urls: dict[str, str | None],
    base_url: str | None,
    allow_http: bool | None,
    timeout: Any,
    connect_timeout: float,
    max_retries: int,
    headers: Any,
    query: Any,
    middleware: Any,
    call_hooks: Any,
    tls: Tls,
    needs_key: bool = True,
    spool: FilePath | Literal[False] | None = None,
) -> Settings:
    """Return the settings. An argument takes precedence over its environment variable.

    ``keys`` and ``urls`` have the values of the arguments for keys and URLs, by the name of the argument. Raises
    ConfigurationError for an invalid setting.
    """
    level = os.environ.get("HH_LOG", "").strip()
    if level:
        from .log_level import log_to_stderr

        log_to_stderr(level)
    if allow_http is None:
        allow_http = _boolean("HH_ALLOW_HTTP")
    if not isinstance(allow_http, bool):  # otherwise the string "false" would allow it
        raise ConfigurationError(f"must be a bool, not {allow_http!r}", argument="allow_http")
    seconds, steps = check_timeout(timeout)
    everywhere = ("base_url", base_url), _variable("HH_API_URL")
    _first_url(allow_http, *everywhere)  # a malformed URL raises, even if every host has its own URL
    return Settings(
        keys=_keys(keys, needs_key=needs_key),
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
        timeout=seconds,
        connect_timeout=steps.connect if steps else check_seconds("connect_timeout", connect_timeout),
        max_retries=check_retries(max_retries),
        tls=tls,
        spool=_spool(spool),
        step_timeouts=steps,
        headers=merged_headers({}, headers or {}, "default_headers"),
        query=_query({}, query),
        middleware=_functions(middleware, "middleware"),
        call_hooks=_functions(call_hooks, "call_hooks"),
        json_value=json_value,
    )


def changed_settings(
    settings: Settings, timeout: Any, max_retries: Any, headers: Any, query: Any, middleware: Any, call_hooks: Any
) -> Settings:
    """Return the settings, changed by each argument that is not None. Raises ConfigurationError for a bad value."""
    changed = settings._replace(
        max_retries=settings.max_retries if max_retries is None else check_retries(max_retries),
        headers=merged_headers(settings.headers, headers or {}, "default_headers"),
        query=_query(settings.query, query),
        middleware=settings.middleware if middleware is None else _functions(middleware, "middleware"),
        call_hooks=settings.call_hooks if call_hooks is None else _functions(call_hooks, "call_hooks"),
    )
    if timeout is None:
        return changed
    seconds, steps = check_timeout(timeout)
    return changed._replace(timeout=seconds, step_timeouts=steps)


def _functions(given: Any, argument: str) -> tuple[Any, ...]:
    if given == ():
        return ()
    from .._core.attempt_middleware import check_functions

    return check_functions(given, argument)


def _query(known: Mapping[str, Any], given: Any) -> dict[str, Any]:
    merged = merged_query(known, given or {}, "default_query")
    try:
        query_string(merged)
    except InvalidRequestError as error:
        fault = ConfigurationError(error.problem, argument=f"default_query: {error.argument}")
    else:
        return merged
    raise fault


def read_tls(verify: bool, ca_file: Any, certificate: Any) -> Tls:
    """Return the TLS settings from arguments and variables. Raises ConfigurationError for an invalid argument."""
    pair = certificate if isinstance(certificate, tuple) else certificate and (certificate, None)
    if not isinstance(verify, bool) or (pair and len(pair) != 2):
        raise ConfigurationError("verify must be a bool, client_certificate a file or a pair: certificate and key")
    file, folder = (ca_file, None) if ca_file else (_variable("SSL_CERT_FILE")[1], _variable("SSL_CERT_DIR")[1])
    return Tls(verify, file, folder, pair)


def is_tracing_on(enabled: Any) -> bool:
    """Return ``Options.enabled``, or if it is None, ``HH_TRACING``. Raises ConfigurationError for an invalid value."""
    if enabled is not None and not isinstance(enabled, bool):
        raise ConfigurationError(f"Options(enabled=) must be a bool or None, not {enabled!r}")
    return _boolean("HH_TRACING", default="true") if enabled is None else enabled


def captures_content() -> bool:
    """Return False if ``HH_CAPTURE_CONTENT`` is false. Raises ConfigurationError if it is neither true nor false."""
    return _boolean("HH_CAPTURE_CONTENT", default="true")


def vendor_variable(name: str) -> str | None:
    """Return a variable that only the vendor's package reads; None if it is unset or empty."""
    return _variable(name)[1]


def _spool(given: Any) -> str | None:
    """Return the absolute path of the spool, so that a later change of the working directory has no effect."""
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


def _keys(arguments: dict[str, ApiKey | None], *, needs_key: bool) -> dict[KeyKind, ApiKey]:
    """Return the key of each kind. Arguments take precedence over variables, and special kinds over ``api_key``."""
    found: dict[KeyKind, ApiKey] = {}
    for source, expected, key in _given_keys(arguments):
        fault = key.fault()
        if fault is not None:
            raise ConfigurationError(fault, argument=source)
        kind = expected if hasattr(key, "ask") else kind_of(key)
        if not takes(expected, kind):
            raise ConfigurationError(
                f"holds {article(kind.name)} {kind.name} key",
                argument=source,
                hint=f"pass it as {{{kind.argument}}} or set {kind.variables[0]}",
            )
        # A key with an unknown prefix has the kind of its argument: the service may add prefixes.
        found.setdefault(expected if kind is PROJECT else kind, key)
    if not found and needs_key:
        raise no_key_error()
    return found


def _given_keys(arguments: dict[str, ApiKey | None]) -> Iterator[tuple[str, KeyKind, ApiKey]]:
    """Yield each key that is set: the argument or variable, the kind of key that it is for, and the key."""
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
    """Return the first URL that is set, or None. Raises for a malformed URL instead of trying the next candidate."""
    for source, url in candidates:
        if url is not None:
            from honeyhive_api.base_urls import check_base_url

            return check_base_url(url, source, allow_http=allow_http)
    return None
