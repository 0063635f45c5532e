"""Changes of servers, security schemes and their settings."""

from collections.abc import Iterator
from typing import Any, Final

from ...document import Document, Operation
from .change import Change, breaking, compatible
from .places import operations_by_path
from .shape import text

_HOW_A_KEY_IS_SENT: Final = {"type", "scheme", "in", "name", "flows", "openIdConnectUrl"}
"""Keywords of a security scheme that change the requests of a client."""

_HOW_A_CLIENT_GETS_IT: Final = ("x-honeyhive-argument", "x-honeyhive-key-prefix")


def server_changes(where: str, old: list[dict[str, Any]], new: list[dict[str, Any]]) -> Iterator[Change]:
    """Yield the changes of the servers of an operation."""
    before, after = ({one["url"]: one for one in servers} for servers in (old, new))
    yield from (breaking(where, f"the server {url} is removed", "request") for url in before if url not in after)
    yield from (compatible(where, f"the server {url} is added", "request") for url in after if url not in before)
    for url in before:
        if url in after:
            yield from _server(where, url, before[url], after[url])
    kept = [url for url in before if url in after]
    if kept and kept == list(before) and next(iter(after)) != kept[0]:
        yield breaking(where, f"the first server is {next(iter(after))}, it was {kept[0]}", "request")


def _server(where: str, url: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    hosts = [one.get("x-honeyhive-host") for one in (old, new)]
    if hosts[0] != hosts[1]:
        judge = compatible if hosts[0] is None else breaking
        yield judge(where, f"the host {hosts[0]} is now called {hosts[1]}", "python")
    before, after = old.get("variables", {}), new.get("variables", {})
    for name in before.keys() & after.keys():
        yield from _variable(where, f"the variable {name} of {url}", before[name], after[name])


def _variable(where: str, what: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    if old.get("default") != new.get("default"):
        now, was = text(new.get("default")), text(old.get("default"))
        yield breaking(where, f"{what} has the default {now}, it was {was}", "request")
    before, after = old.get("enum"), new.get("enum")
    if after is not None and (lost := set(before or ()) - set(after) if before else {"other values"}):
        yield breaking(where, f"{what} no longer allows {', '.join(sorted(lost))}", "request")
    if before is not None and (gained := set(after) - set(before) if after is not None else {"any value"}):
        yield compatible(where, f"{what} allows {', '.join(sorted(gained))} now", "request")


def server_settings(old: Document, new: Document) -> Iterator[Change]:
    """Yield the changes of environment variables for server URLs."""
    before, after = (
        {one["url"]: one for operation in operations_by_path(document).values() for one in operation.servers}
        for document in (old, new)
    )
    for url in before.keys() & after.keys():
        yield from _environment(f"server {url}", "its URL", before[url], after[url])


def _environment(where: str, what: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    before, after = (one.get("x-honeyhive-variables", []) for one in (old, new))
    for name in before:
        if name not in after:
            yield breaking(where, f"{what} is no longer set by {name}", "python")
    for name in after:
        if name not in before:
            yield compatible(where, f"{what} is also set by {name}", "python")


def scheme_changes(old: Document, new: Document) -> Iterator[Change]:
    """Yield the changes of security schemes that no operation shows: scopes, and the client's settings for the key."""
    before, after = (one.data.get("components", {}).get("securitySchemes", {}) for one in (old, new))
    for name in before.keys() & after.keys():
        where = f"#/components/securitySchemes/{name}"
        yield from _scopes(where, before[name], after[name])
        yield from _environment(where, "the key", before[name], after[name])
        for key in _HOW_A_CLIENT_GETS_IT:
            was, now = before[name].get(key), after[name].get(key)
            if was != now:
                judge = compatible if was is None else breaking
                yield judge(where, f"{key} is {now or 'gone'}, it was {was or 'none'}", "python")


def _scopes(where: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    before, after = (
        {f"{scope} of {flow}" for flow, one in scheme.get("flows", {}).items() for scope in one.get("scopes", ())}
        for scheme in (old, new)
    )
    yield from (breaking(where, f"the scope {one} is removed", "request") for one in before - after)
    yield from (compatible(where, f"the scope {one} is added", "request") for one in after - before)


def security_changes(where: str, old: Operation, new: Operation) -> Iterator[Change]:
    """Yield the changes of the keys that an operation accepts."""
    before, after = _ways_in(old), _ways_in(new)
    for way in before:
        if not any(other <= way for other in after):
            yield breaking(where, f"{_way(way)} no longer suffices", "request")
    for way in after:
        if not any(other <= way for other in before):
            yield compatible(where, f"{_way(way)} suffices now", "request")


def _ways_in(operation: Operation) -> list[frozenset[str]]:
    """Return the alternative sets of keys for an operation. An empty set means that no key is needed."""
    schemes = operation.root.get("components", {}).get("securitySchemes", {})
    ways = []
    for requirement in operation.security or [{}]:
        needs = set()
        for name, scopes in requirement.items():
            needs |= {f"{name} {text(_sent(schemes.get(name, {})))}", *(f"{name} with {scope}" for scope in scopes)}
        ways.append(frozenset(needs))
    return ways


def _sent(scheme: dict[str, Any]) -> dict[str, Any]:
    """Return the parts of a scheme that decide how a key is sent, with header and scheme names in lower case."""
    found = {key: one for key, one in scheme.items() if key in _HOW_A_KEY_IS_SENT}
    if found.get("in") == "header" and "name" in found:
        found["name"] = found["name"].lower()
    if "scheme" in found:
        found["scheme"] = found["scheme"].lower()
    if "flows" in found:
        flows = {name: flow for name, flow in found["flows"].items() if not name.startswith("x-")}
        found["flows"] = {
            name: {key: one for key, one in flow.items() if key.endswith("Url")} for name, flow in flows.items()
        }
    return found


def _way(needs: frozenset[str]) -> str:
    return " and ".join(sorted({one.partition(" {")[0] for one in needs})) or "no key"
