"""Operations with resolved parameters, bodies, responses, hosts and security."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from attrs import field, frozen

from .references import Node, resolve
from .schema import Schema

METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")
HOST = "x-honeyhive-host"
SUNSET = "x-honeyhive-sunset"
SCOPED_BY = "x-honeyhive-scoped-by"
JSON = "application/json"


@frozen(eq=False)
class Media:
    """A media type of a request body or response, or the value of a parameter."""

    schema: Schema
    examples: dict[str, Any]
    """Example values by name. A single example has the name ``example``."""
    encoding: Node = field(factory=dict)
    """Encoding of a form's properties by name, as parsed from YAML."""


@frozen(eq=False)
class Parameter:
    """A parameter of an operation or of its path."""

    root: Node
    raw: Node
    where: str

    @property
    def name(self) -> str:
        """Name of the parameter in requests."""
        return str(self.raw["name"])

    @property
    def location(self) -> str:
        """``path``, ``query``, ``header`` or ``cookie``."""
        return str(self.raw["in"])

    @property
    def is_required(self) -> bool:
        """Return True if every request must have the parameter."""
        return bool(self.raw.get("required"))

    @cached_property
    def value(self) -> Media:
        """Schema and examples of the parameter. If it has a media type, they are taken from there."""
        return _media(self.root, self.where, next(iter(self.raw.get("content", {}).values()), self.raw))


@frozen(eq=False)
class Content:
    """A request body or a response."""

    root: Node
    raw: Node
    where: str

    @cached_property
    def media(self) -> dict[str, Media]:
        """Schemas and examples by media type."""
        return {name: _media(self.root, self.where, one) for name, one in self.raw.get("content", {}).items()}

    @property
    def json(self) -> Media | None:
        """The media type application/json, or None."""
        return self.media.get(JSON)

    @property
    def is_required(self) -> bool:
        """Return True for a body that every request must have."""
        return bool(self.raw.get("required"))


@frozen(eq=False)
class Operation:
    """An operation in the document."""

    root: Node
    method: str
    """HTTP method in upper case."""
    path: str
    item: Node
    """Path item as parsed from YAML."""
    raw: Node
    """Operation as parsed from YAML. Use the properties of this class to get resolved parts."""

    def __iter__(self) -> Iterator[Any]:
        """Unpack as (method, path, raw path item, raw operation)."""
        return iter((self.method, self.path, self.item, self.raw))

    def get(self, key: str, default: Any = None) -> Any:
        """Return the raw value of a key such as ``summary`` or an extension."""
        return self.raw.get(key, default)

    @property
    def where(self) -> str:
        """Name for messages: ``POST /v1/sessions``."""
        return f"{self.method} {self.path}"

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """Parameters: first those of the path that the operation does not replace, then the operation's own."""
        found = {}
        for written in (*self.item.get("parameters", ()), *self.raw.get("parameters", ())):
            raw = resolve(self.root, written)
            found[raw["in"], raw["name"]] = Parameter(self.root, raw, f"{self.where}: parameter {raw['name']}")
        return tuple(found.values())

    @cached_property
    def body(self) -> Content | None:
        """Request body, or None."""
        if "requestBody" not in self.raw:
            return None
        return Content(self.root, resolve(self.root, self.raw["requestBody"]), f"{self.where}: request body")

    @cached_property
    def responses(self) -> dict[str, Content]:
        """Responses by status code or range (``200``, ``4XX``, ``default``)."""
        return {
            str(status): Content(self.root, resolve(self.root, raw), f"{self.where}: response {status}")
            for status, raw in self.raw.get("responses", {}).items()
        }

    @property
    def success(self) -> tuple[str, Content] | None:
        """First 2xx response with a body, or else the first 2xx response, as (status, content); None without any."""
        found = [one for one in self.responses.items() if one[0].startswith("2")]
        return next((one for one in found if one[1].media), found[0] if found else None)

    @property
    def may_be_empty(self) -> bool:
        """Return True if one 2xx response has a body and another has none."""
        return len({bool(one.media) for status, one in self.responses.items() if status.startswith("2")}) > 1

    @cached_property
    def payload(self) -> Schema:
        """Schema of the JSON request body; an empty schema if there is no such body."""
        if self.body is not None and self.body.json is not None:
            return self.body.json.schema
        return Schema(self.root, {}, self.where)

    @property
    def servers(self) -> list[Node]:
        """The servers of the operation, or else of its path, or else of the document."""
        found: list[Node] = self.raw.get("servers") or self.item.get("servers") or self.root.get("servers") or []
        return found

    @property
    def host(self) -> str | None:
        """Short name of the operation's host."""
        return self.servers[0].get(HOST) if self.servers else None

    @property
    def security(self) -> list[dict[str, list[str]]]:
        """Alternative requirements, each as scopes by security scheme. Empty if the operation needs no key."""
        stated = self.raw if "security" in self.raw else self.root
        return list(stated.get("security", ()))

    def replies(self) -> Iterator[Schema]:
        """Yield the schemas of the responses."""
        yield from (media.schema for content in self.responses.values() for media in content.media.values())

    def schemas(self) -> Iterator[Schema]:
        """Yield the schemas of the parameters, the request body and the responses."""
        yield from (one.value.schema for one in self.parameters)
        yield from (one.schema for one in (self.body.media.values() if self.body else ()))
        yield from self.replies()


def filled_url(server: Node) -> str:
    """Return the URL of a server with its variables replaced by their defaults."""
    url: str = server["url"]
    for name, variable in server.get("variables", {}).items():
        url = url.replace(f"{{{name}}}", str(variable.get("default", "")))
    return url


def operations_of(root: Node) -> tuple[Operation, ...]:
    """Return every operation in the order of the document."""
    paths = ((path, item) for path, item in root.get("paths", {}).items() if not path.startswith("x-"))
    return tuple(operation for path, item in paths for operation in operations_of_item(root, path, item))


def operations_of_item(root: Node, path: str, written: Node) -> Iterator[Operation]:
    """Yield the operations of a path item. It may have a ``$ref`` as well as other keys."""
    item = {**resolve(root, written), **written} if "$ref" in written else written
    for method in METHODS:
        if method in item:
            yield Operation(root, method.upper(), path, item, item[method])


def _media(root: Node, where: str, raw: Node) -> Media:
    examples = {name: resolve(root, one).get("value") for name, one in raw.get("examples", {}).items()}
    if "example" in raw:
        examples["example"] = raw["example"]
    return Media(Schema(root, raw.get("schema", {}), where), examples, raw.get("encoding", {}))
