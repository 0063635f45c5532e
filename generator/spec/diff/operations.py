"""The changes between two versions of one operation: names, parameters, bodies, responses, security, servers."""

from collections.abc import Iterator
from typing import Any

from ...document import Content, Operation, Parameter
from .change import Change, Side, breaking, compatible, judged
from .schemas import Schemas, deprecation
from .shape import text


def compare_operations(schemas: Schemas, old: Operation, new: Operation) -> Iterator[Change]:
    """Yield every change of an operation that is in both documents."""
    where = old.where
    yield from _names(where, old, new)
    yield from deprecation(where, "request", old.raw, new.raw)
    yield from _servers(where, old.servers, new.servers)
    yield from _security(where, old, new)
    yield from _parameters(schemas, where, old, new)
    yield from _request(schemas, where, old.body, new.body)
    yield from _responses(schemas, where, old, new)


def _names(where: str, old: Operation, new: Operation) -> Iterator[Change]:
    for key in ("operationId", "x-honeyhive-method", "tags"):
        before, after = old.raw.get(key), new.raw.get(key)
        if before != after:
            what = f"{key} is {text(after)}, it was {text(before)}"
            yield compatible(where, what, "code") if before is None else breaking(where, what, "code")
    if old.path != new.path:
        yield breaking(where, f"its path parameters are renamed: {new.path}", "code")


def _servers(where: str, old: list[dict[str, Any]], new: list[dict[str, Any]]) -> Iterator[Change]:
    before, after = ({one["url"]: one.get("x-honeyhive-host") for one in servers} for servers in (old, new))
    yield from (breaking(where, f"the server {url} is removed", "request") for url in before if url not in after)
    yield from (compatible(where, f"the server {url} is added", "request") for url in after if url not in before)
    for url in before:
        if url in after and before[url] != after[url]:
            yield breaking(where, f"the host {before[url]} is now called {after[url]}", "code")
    kept = [url for url in before if url in after]
    if kept and kept == list(before) and next(iter(after)) != kept[0]:
        yield breaking(where, f"the first server is {next(iter(after))}, it was {kept[0]}", "request")


def _security(where: str, old: Operation, new: Operation) -> Iterator[Change]:
    before, after = _ways_in(old), _ways_in(new)
    for way in before:
        if not any(other <= way for other in after):
            yield breaking(where, f"{_way(way)} no longer suffices", "request")
    for way in after:
        if not any(other <= way for other in before):
            yield compatible(where, f"{_way(way)} suffices now", "request")


def _ways_in(operation: Operation) -> list[frozenset[str]]:
    """Return the alternatives, each as the set of keys that it needs; one that needs no key is empty."""
    schemes = operation.root.get("components", {}).get("securitySchemes", {})
    ways = []
    for requirement in operation.security or [{}]:
        needs = set()
        for name, scopes in requirement.items():
            scheme = {key: one for key, one in schemes.get(name, {}).items() if key != "description"}
            needs |= {f"{name} {text(scheme)}", *(f"{name} with {scope}" for scope in scopes)}
        ways.append(frozenset(needs))
    return ways


def _way(needs: frozenset[str]) -> str:
    return " and ".join(sorted({one.partition(" {")[0] for one in needs})) or "no key"


def _parameters(schemas: Schemas, where: str, old: Operation, new: Operation) -> Iterator[Change]:
    before, after = ({(one.location, one.name): one for one in operation.parameters} for operation in (old, new))
    # The path parameters are reported with the path.
    for place, name in before.keys() - after.keys():
        if place != "path":
            yield breaking(where, f"the {place} parameter {name} is removed", "request")
    for place, name in after.keys() - before.keys():
        if place != "path":
            required = after[place, name].is_required
            what = f"the {place} parameter {name} is added{' as required' if required else ''}"
            yield judged(where, what, "request", narrowed=required)
    for key in before.keys() & after.keys():
        yield from _parameter(schemas, f"{where}: parameter {key[1]}", before[key], after[key])


def _parameter(schemas: Schemas, where: str, old: Parameter, new: Parameter) -> Iterator[Change]:
    yield from _required(where, old, new)
    yield from deprecation(where, "request", old.raw, new.raw)
    if _travel(old) != _travel(new):
        yield breaking(where, "it travels in another form", "request")
    yield from schemas.compare(where, "request", old.value.schema, new.value.schema)


def _required(where: str, old: Parameter | Content, new: Parameter | Content) -> Iterator[Change]:
    if old.is_required != new.is_required:
        narrowed = new.is_required
        yield judged(where, f"it is {'now' if narrowed else 'no longer'} required", "request", narrowed=narrowed)


def _travel(parameter: Parameter) -> tuple[Any, ...]:
    raw = parameter.raw
    style = raw.get("style", "form" if parameter.location in {"query", "cookie"} else "simple")
    return style, raw.get("explode", style == "form"), raw.get("allowReserved", False), *raw.get("content", ())


def _request(schemas: Schemas, where: str, old: Content | None, new: Content | None) -> Iterator[Change]:
    where = f"{where}: request body"
    if old is None and new is not None:
        suffix = " as required" if new.is_required else ""
        yield judged(where, f"it is added{suffix}", "request", narrowed=new.is_required)
    elif old is not None and new is None:
        yield breaking(where, "it is removed", "request")
    elif old is not None and new is not None:
        yield from _required(where, old, new)
        yield from _media(schemas, where, "request", old, new)


def _media(schemas: Schemas, where: str, side: Side, old: Content, new: Content) -> Iterator[Change]:
    verb = "taken" if side == "request" else "answered"
    yield from (breaking(where, f"{one} is no longer {verb}", side) for one in old.media if one not in new.media)
    yield from (compatible(where, f"{one} is {verb} now", side) for one in new.media if one not in old.media)
    for one in old.media:
        if one in new.media:
            yield from schemas.compare(where, side, old.media[one].schema, new.media[one].schema)


def _responses(schemas: Schemas, where: str, old: Operation, new: Operation) -> Iterator[Change]:
    before, after = old.responses, new.responses
    for status in before:
        if status not in after:
            what = f"the response {status} is removed"
            yield judged(where, what, "reply", widened=status.startswith("2"))
    for status in after:
        if status not in before:
            # A client knows what to do with a new error; it takes a new success for a failure.
            yield judged(where, f"the response {status} is added", "reply", widened=status.startswith("2"))
    for status in before:
        if status in after:
            yield from _response(schemas, f"{where}: response {status}", before[status], after[status])


def _response(schemas: Schemas, where: str, old: Content, new: Content) -> Iterator[Change]:
    yield from _media(schemas, where, "reply", old, new)
    before, after = (one.raw.get("headers", {}) for one in (old, new))
    yield from (breaking(where, f"the header {name} is removed", "reply") for name in before if name not in after)
    yield from (compatible(where, f"the header {name} is added", "reply") for name in after if name not in before)
