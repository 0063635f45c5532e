"""Two versions of one operation: its names, parameters, bodies, answers, security and servers."""

from collections.abc import Iterator
from typing import Any

from attrs import define

from ...document import Document
from .change import Change, breaking, compatible, judged
from .schemas import Schemas, deprecation
from .shape import text


@define
class Place:
    """An operation where it stands in its document."""

    document: Document
    method: str
    path: str
    item: dict[str, Any]
    operation: dict[str, Any]

    @property
    def where(self) -> str:
        """The operation as people name it."""
        return f"{self.method} {self.path}"

    @property
    def shape(self) -> tuple[str, str]:
        """The method and the path with its parameters unnamed: what the operation is on the wire."""
        parts = ("{}" if "{" in part else part for part in self.path.split("/"))
        return self.method, "/".join(parts)

    def parameters(self) -> dict[tuple[str, str], dict[str, Any]]:
        """The parameters by place and name; one of the operation hides that of its path."""
        raw = (*self.item.get("parameters", ()), *self.operation.get("parameters", ()))
        return {(one["in"], one["name"]): one for one in map(self.document.resolve, raw)}

    def inherited(self, key: str) -> Any:
        """What the operation says, else its path, else the document."""
        for holder in (self.operation, self.item, self.document.data):
            if key in holder:
                return holder[key]
        return []


def compare_operations(schemas: Schemas, old: Place, new: Place) -> Iterator[Change]:
    """Every change of an operation that is in both documents."""
    where = old.where
    yield from _names(where, old, new)
    yield from deprecation(where, "request", old.operation, new.operation)
    yield from _servers(where, old.inherited("servers"), new.inherited("servers"))
    yield from _security(where, old, new)
    yield from _parameters(schemas, where, old, new)
    yield from _request(schemas, where, *(_body(one) for one in (old, new)))
    yield from _responses(schemas, where, old, new)


def _names(where: str, old: Place, new: Place) -> Iterator[Change]:
    for key in ("operationId", "x-honeyhive-method", "tags"):
        before, after = old.operation.get(key), new.operation.get(key)
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


def _security(where: str, old: Place, new: Place) -> Iterator[Change]:
    before, after = _ways_in(old), _ways_in(new)
    for way in before:
        if not any(other <= way for other in after):
            yield breaking(where, f"{_way(way)} no longer suffices", "request")
    for way in after:
        if not any(other <= way for other in before):
            yield compatible(where, f"{_way(way)} suffices now", "request")


def _ways_in(place: Place) -> list[frozenset[str]]:
    """The alternatives, each as the set of keys that it needs; one that needs nothing is empty."""
    schemes = place.document.data.get("components", {}).get("securitySchemes", {})
    ways = []
    for requirement in place.inherited("security") or [{}]:
        needs = set()
        for name, scopes in requirement.items():
            scheme = {key: one for key, one in schemes.get(name, {}).items() if key != "description"}
            needs |= {f"{name} {text(scheme)}", *(f"{name} with {scope}" for scope in scopes)}
        ways.append(frozenset(needs))
    return ways


def _way(needs: frozenset[str]) -> str:
    return " and ".join(sorted({one.partition(" {")[0] for one in needs})) or "no key"


def _parameters(schemas: Schemas, where: str, old: Place, new: Place) -> Iterator[Change]:
    before, after = old.parameters(), new.parameters()
    # The path parameters are told with the path.
    for place, name in before.keys() - after.keys():
        if place != "path":
            yield breaking(where, f"the {place} parameter {name} is removed", "request")
    for place, name in after.keys() - before.keys():
        if place != "path":
            required = bool(after[place, name].get("required"))
            what = f"the {place} parameter {name} is added{' as required' if required else ''}"
            yield judged(where, what, "request", narrowed=required)
    for key in before.keys() & after.keys():
        yield from _parameter(schemas, f"{where}: parameter {key[1]}", before[key], after[key])


def _parameter(schemas: Schemas, where: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    yield from _required(where, old, new)
    yield from deprecation(where, "request", old, new)
    if _travel(old) != _travel(new):
        yield breaking(where, "it travels in another form", "request")
    yield from schemas.compare(where, "request", _schema(old), _schema(new))


def _required(where: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    before, after = bool(old.get("required")), bool(new.get("required"))
    if before != after:
        yield judged(where, f"it is {'now' if after else 'no longer'} required", "request", narrowed=after)


def _travel(parameter: dict[str, Any]) -> tuple[Any, ...]:
    style = parameter.get("style", "form" if parameter["in"] in {"query", "cookie"} else "simple")
    return style, parameter.get("explode", style == "form"), parameter.get("allowReserved", False), *_media(parameter)


def _schema(holder: dict[str, Any]) -> Any:
    for media in _media(holder).values():
        return media.get("schema", {})
    return holder.get("schema", {})


def _media(holder: dict[str, Any]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = holder.get("content", {})
    return found


def _body(place: Place) -> dict[str, Any] | None:
    return place.document.resolve(place.operation["requestBody"]) if "requestBody" in place.operation else None


def _request(schemas: Schemas, where: str, old: dict[str, Any] | None, new: dict[str, Any] | None) -> Iterator[Change]:
    where = f"{where}: request body"
    if old is None and new is not None:
        required = bool(new.get("required"))
        yield judged(where, f"it is added{' as required' if required else ''}", "request", narrowed=required)
    elif old is not None and new is None:
        yield breaking(where, "it is removed", "request")
    elif old is not None and new is not None:
        yield from _required(where, old, new)
        before, after = _media(old), _media(new)
        yield from (breaking(where, f"{one} is no longer taken", "request") for one in before if one not in after)
        yield from (compatible(where, f"{one} is taken now", "request") for one in after if one not in before)
        for one in before:
            if one in after:
                yield from schemas.compare(where, "request", _schema_of(before[one]), _schema_of(after[one]))


def _schema_of(media: dict[str, Any]) -> Any:
    return media.get("schema", {})


def _responses(schemas: Schemas, where: str, old: Place, new: Place) -> Iterator[Change]:
    before, after = (
        {str(status): one.document.resolve(raw) for status, raw in one.operation.get("responses", {}).items()}
        for one in (old, new)
    )
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


def _response(schemas: Schemas, where: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    before, after = _media(old), _media(new)
    yield from (breaking(where, f"{one} is no longer answered", "reply") for one in before if one not in after)
    yield from (compatible(where, f"{one} is answered now", "reply") for one in after if one not in before)
    for one in before:
        if one in after:
            yield from schemas.compare(where, "reply", _schema_of(before[one]), _schema_of(after[one]))
    headers = old.get("headers", {}), new.get("headers", {})
    for name in headers[0]:
        if name not in headers[1]:
            yield breaking(where, f"the header {name} is removed", "reply")
    for name in headers[1]:
        if name not in headers[0]:
            yield compatible(where, f"the header {name} is added", "reply")
