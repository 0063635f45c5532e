"""Changes of one operation: parameters, bodies, responses and callbacks."""

from collections.abc import Iterator
from typing import Any, Final

from attrs import frozen

from ...document import Content, Media, Operation, Parameter
from ...document.references import resolve
from ...document.union_forms import without_words
from .change import Change, Side, breaking, compatible, judged
from .client_behavior import operation_extensions
from .names import operation_names
from .places import called_back, media_name
from .schemas import Schemas, deprecation
from .servers_keys import security_changes, server_changes
from .shape import text

_INVERSE: Final[dict[Side, Side]] = {"request": "reply", "reply": "request"}


@frozen
class Operations:
    """Compares operations of two documents.

    The service sends the requests of webhooks and callbacks, so for these ``request`` is the side "reply".
    """

    schemas: Schemas
    request: Side = "request"
    reply: Side = "reply"

    @property
    def inverse(self) -> "Operations":
        """Comparison for operations in the opposite direction, such as the callbacks of an operation."""
        return Operations(self.schemas, self.reply, self.request)

    def compare(self, old: Operation, new: Operation) -> Iterator[Change]:
        """Yield every change of one operation that both documents have."""
        where = old.where
        yield from operation_names(where, old, new)
        yield from deprecation(where, self.request, old.raw, new.raw)
        if self.request == "request":
            yield from operation_extensions(where, old, new)
            yield from server_changes(where, old.servers, new.servers)
            yield from security_changes(where, old, new)
        yield from self._parameters(where, old, new)
        yield from self._body(f"{where}: request body", old.body, new.body)
        yield from self._responses(where, old.responses, new.responses)
        yield from self.inverse.matched("callback", called_back(old), called_back(new))

    def _parameters(self, where: str, old: Operation, new: Operation) -> Iterator[Change]:
        before, after = ({_key(one): one for one in operation.parameters} for operation in (old, new))
        # A change of the path already reports its parameters.
        for place, name in before.keys() - after.keys():
            if place != "path":
                written = before[place, name].name
                yield breaking(where, f"the {place} parameter {written} is removed", self.request)
        for place, name in after.keys() - before.keys():
            if place != "path":
                added = after[place, name]
                what = f"the {place} parameter {added.name} is added{' as required' if added.is_required else ''}"
                yield judged(where, what, self.request, narrowed=added.is_required)
        for key in before.keys() & after.keys():
            yield from self._parameter(f"{where}: parameter {before[key].name}", before[key], after[key])

    def _parameter(self, where: str, old: Parameter, new: Parameter) -> Iterator[Change]:
        yield from self._required(where, old, new)
        yield from deprecation(where, self.request, old.raw, new.raw)
        if _travel(old) != _travel(new):
            yield breaking(where, "it is serialized differently", self.request)
        if (empty := bool(new.raw.get("allowEmptyValue"))) != bool(old.raw.get("allowEmptyValue")):
            what = f"an empty value is {'now' if empty else 'no longer'} allowed"
            yield judged(where, what, self.request, narrowed=not empty, widened=empty)
        yield from self.schemas.compare(where, self.request, old.value.schema, new.value.schema)

    def _required(self, where: str, old: Parameter | Content, new: Parameter | Content) -> Iterator[Change]:
        if old.is_required != new.is_required:
            narrowed = new.is_required
            what = f"it is {'now' if narrowed else 'no longer'} required"
            yield judged(where, what, self.request, narrowed=narrowed, widened=not narrowed)

    def _body(self, where: str, old: Content | None, new: Content | None) -> Iterator[Change]:
        if old is None and new is not None:
            suffix = " as required" if new.is_required else ""
            yield judged(where, f"it is added{suffix}", self.request, narrowed=new.is_required)
        elif old is not None and new is None:
            yield breaking(where, "it is removed", self.request)
        elif old is not None and new is not None:
            yield from self._required(where, old, new)
            yield from self._media(where, self.request, old, new)

    def _media(self, where: str, side: Side, old: Content, new: Content) -> Iterator[Change]:
        verb = "accepted" if side == self.request else "returned"
        before, after = ({media_name(name): one for name, one in content.media.items()} for content in (old, new))
        yield from (breaking(where, f"{one} is no longer {verb}", side) for one in before if one not in after)
        yield from (compatible(where, f"{one} is {verb} now", side) for one in after if one not in before)
        for one in before:
            if one in after:
                yield from self.schemas.compare(where, side, before[one].schema, after[one].schema)
                yield from _encodings(where, side, before[one], after[one])

    def _responses(self, where: str, old: dict[str, Content], new: dict[str, Content]) -> Iterator[Change]:
        for status in old:
            if status not in new:
                is_success = status.startswith("2")
                what = f"the response {status} is removed"
                yield judged(where, what, self.reply, narrowed=is_success, widened=is_success)
        for status in new:
            if status not in old:
                # A client treats every unknown status as an error, which is wrong only for a new success status.
                what = f"the response {status} is added"
                yield judged(where, what, self.reply, widened=status.startswith("2"))
        for status in old:
            if status in new:
                yield from self._response(f"{where}: response {status}", old[status], new[status])

    def _response(self, where: str, old: Content, new: Content) -> Iterator[Change]:
        yield from self._media(where, self.reply, old, new)
        before, after = _headers(where, old), _headers(where, new)
        for name in before.keys() - after.keys():
            yield breaking(where, f"the header {before[name].name} is removed", self.reply)
        for name in after.keys() - before.keys():
            narrowed = after[name].is_required
            yield judged(where, f"the header {after[name].name} is added", self.reply, narrowed=narrowed)
        for name in before.keys() & after.keys():
            yield from self._header(f"{where}: header {before[name].name}", before[name], after[name])

    def _header(self, where: str, old: Parameter, new: Parameter) -> Iterator[Change]:
        if old.is_required != new.is_required:
            narrowed = new.is_required
            what = f"it is {'now' if narrowed else 'no longer'} always present"
            yield judged(where, what, self.reply, narrowed=narrowed, widened=not narrowed)
        yield from self.schemas.compare(where, self.reply, old.value.schema, new.value.schema)

    def matched(self, kind: str, old: dict[str, Operation], new: dict[str, Operation]) -> Iterator[Change]:
        """Yield the changes of webhooks or callbacks, which are matched by name."""
        for name, operation in old.items():
            if name not in new:
                yield breaking(operation.where, f"the {kind} is removed", self.request)
            else:
                yield from self.compare(operation, new[name])
        for name, operation in new.items():
            if name not in old:
                yield compatible(operation.where, f"the {kind} is added", self.request)


def _key(parameter: Parameter) -> tuple[str, str]:
    """Return the (location, name) of a parameter, with header names in lower case."""
    location = parameter.location
    return location, parameter.name.lower() if location == "header" else parameter.name


def _headers(where: str, content: Content) -> dict[str, Parameter]:
    """Return the headers of a response as parameters, by lower-case name."""
    found = {}
    for name, written in content.raw.get("headers", {}).items():
        raw = resolve(content.root, written)
        found[name.lower()] = Parameter(content.root, {**raw, "name": name, "in": "header"}, where)
    return found


def _travel(parameter: Parameter) -> tuple[Any, ...]:
    style = "form" if parameter.location in {"query", "cookie"} else "simple"
    return *_style(parameter.raw, style), *(media_name(name) for name in parameter.raw.get("content", ()))


def _style(raw: dict[str, Any], default: str) -> tuple[Any, ...]:
    style = raw.get("style", default)
    return style, raw.get("explode", style == "form"), raw.get("allowReserved", False)


def _encodings(where: str, side: Side, old: Media, new: Media) -> Iterator[Change]:
    """Yield the changes in the encoding of form properties."""
    for name in {**old.encoding, **new.encoding}:
        before, after = (_encoding(one, name) for one in (old, new))
        if before != after:
            yield breaking(where, f"the property {name} is encoded differently", side)


def _encoding(media: Media, name: str) -> tuple[Any, ...]:
    """Return the style, media types and headers of a form property, with the defaults of OpenAPI's Encoding Object."""
    raw = media.encoding.get(name, {})
    schema = media.schema.properties.get(name)
    types = set(schema.types if schema else ()) - {"null"}
    default = "application/json" if types & {"object", "array"} else "text/plain" if types else ""
    content = sorted(media_name(one) for one in raw.get("contentType", default).split(","))
    headers = {header.lower(): text(without_words(one)) for header, one in raw.get("headers", {}).items()}
    return *_style(raw, "form"), content, headers
