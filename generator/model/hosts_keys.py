"""Hosts and API keys: base URLs, and how each security scheme sends its key."""

from typing import Any

from attrs import evolve

from ..document import Document, DocumentError
from ..document.operation import filled_url
from .ir import Host, Scheme, python_name

_OF_THE_CLIENT = frozenset(
    {"base_url", "timeout", "connect_timeout", "max_retries", "http_client", "allow_http", "tracing", "spool"}
    | {"default_headers", "default_query", "middleware", "HH_LOG"}
    | {"ca_file", "client_certificate", "verify", "HH_API_URL", "HH_ALLOW_HTTP", "HH_SPOOL", "HH_VERBOSE"}
)
"""Arguments and environment variables of the client that do not come from the document."""


def hosts_of(document: Document) -> dict[str, Host]:
    """Return each host with its URL, its argument and its environment variables, by short name."""
    found: dict[str, Host] = {}
    for operation in document.operations():
        server = operation.servers[0] if operation.servers else {"url": "/"}
        name = operation.host or "default"
        snake = python_name(name)
        variables = (f"HH_{snake.upper()}_URL", *server.get("x-honeyhive-variables", ()))
        host = Host(filled_url(server), f"{snake}_url", variables)
        if found.setdefault(name, host) != host:
            raise DocumentError(
                f"{operation.where}: the host {name!r} has two URLs, {found[name].url} and {host.url}; "
                "give one of them another x-honeyhive-host"
            )
    _refuse_twice({f"host {name!r}": (row.argument, *row.variables) for name, row in found.items()})
    return found


def schemes_of(document: Document) -> dict[str, Scheme]:
    """Return each security scheme with its header and its settings, by name."""
    schemes = document.data.get("components", {}).get("securitySchemes", {})
    found = {name: _scheme(name, document.resolve(raw)) for name, raw in schemes.items()}
    names = {f"#/components/securitySchemes/{name}": (row.argument, *row.variables) for name, row in found.items()}
    _refuse_twice(names)
    return found


def with_sendable_keys(document: Document) -> Document:
    """Return the document without unsupported alternatives of ``security``.

    An operation without any supported alternative keeps all of them, so that it is reported.
    """
    schemes = document.data.get("components", {}).get("securitySchemes", {})
    unsupported = {name for name, raw in schemes.items() if not _is_supported(document, name, raw)}
    paths = {path: dict(item) for path, item in document.data["paths"].items()}
    used: set[str] = set()
    for operation in document.operations():
        stated = operation.security
        kept = [one for one in stated if len(one) < 2 and not unsupported & set(one)] or stated
        used |= {name for one in kept for name in one}
        if kept != stated:
            paths[operation.path][operation.method.lower()] = {**operation.raw, "security": kept}
    lost = unsupported - used
    if not lost and paths == document.data["paths"]:
        return document
    data = {**document.data, "paths": paths}
    if lost:
        left = {name: one for name, one in schemes.items() if name not in lost}
        data["components"] = {**data["components"], "securitySchemes": left}
    if "security" in data:
        data["security"] = [one for one in data["security"] if not lost & set(one)]
    return evolve(document, data=data)


def _is_supported(document: Document, name: str, raw: dict[str, Any]) -> bool:
    if "$ref" in raw and document.broken_references():
        return True  # another check reports the wrong value
    try:
        _header(name, document.resolve(raw))
    except DocumentError:
        return False
    return True


def _refuse_twice(names: dict[str, tuple[str, ...]]) -> None:
    """Raise DocumentError if two settings share an argument or environment variable."""
    taken = dict.fromkeys(_OF_THE_CLIENT, "the client itself")
    for where, settings in names.items():
        for setting in settings:
            if setting in taken:
                raise DocumentError(f"{where}: {setting} is taken by {taken[setting]}; choose another name")
            taken[setting] = where


def default_scheme(document: Document, schemes: dict[str, Scheme]) -> str:
    """Return the security scheme of operations without their own ``security``; an empty string if there is none."""
    stated = [name for requirement in document.data.get("security", ()) for name in requirement]
    return next(iter([*stated, *schemes]), "")


def _scheme(name: str, raw: dict[str, Any]) -> Scheme:
    header, prefix = _header(name, raw)
    kind = python_name(name).removesuffix("_key").removesuffix("_api")
    argument: str = raw.get("x-honeyhive-argument", f"{kind}_api_key")
    return Scheme(
        header,
        prefix,
        kind=kind.replace("_", " "),
        argument=argument,
        variables=tuple(raw.get("x-honeyhive-variables", [f"HH_{argument.upper()}"])),
        key_prefix=raw.get("x-honeyhive-key-prefix", ""),
    )


def _header(name: str, raw: dict[str, Any]) -> tuple[str, str]:
    match raw.get("type"), str(raw.get("scheme", "")).lower(), raw.get("in"):
        case ("http", "bearer", _) | ("oauth2" | "openIdConnect", _, _):
            return "Authorization", "Bearer "
        case "apiKey", _, "header":
            return str(raw.get("name", "")), ""
    raise DocumentError(
        f"#/components/securitySchemes/{name}: a key can be sent as a bearer token or in a header "
        "(type http with scheme bearer, or type apiKey with in: header)"
    )
