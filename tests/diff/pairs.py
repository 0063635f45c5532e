"""Pairs of small documents, each with the verdict that is expected.

A reason is given if the verdict differs from oasdiff's published severity model, or if that model has no rule. In the
model a narrower request and a wider response are errors, undecidable changes are warnings, and changes of names,
defaults and words are information.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from .schema_pairs import SCHEMAS

Data = dict[str, Any]
BREAKS, FITS, WORDS, NOTHING = "breaking", "compatible", "words", "none"


class Pair(NamedTuple):
    """Two documents and the expected verdict on their difference."""

    name: str
    old: Data
    new: Data
    verdict: str
    side: str
    """The side of the change with the expected verdict; empty if no change is expected."""
    reason: str = ""


def document(path: Any = None, *, name: str = "/things", **top: Any) -> Data:
    """Return a document with one path. The keywords add or replace keys at the top of the document."""
    found = {"openapi": "3.1.0", "info": {"title": "T", "version": "1.0.0"}, "paths": {name: path or {}}}
    return found | {"servers": [{"url": "https://t.example"}]} | top


def operation(**parts: Any) -> Data:
    """Return a path with one operation."""
    return {"post": {"operationId": "make", "responses": {"200": {"description": "Made."}}} | parts}


def json_of(schema: Any) -> Data:
    """Return the ``content`` of a body in JSON with the schema."""
    return {"content": {"application/json": {"schema": schema}}}


def _x(schema: Any) -> Data:
    return {"type": "object", "properties": {"x": schema}}


def sent(schema: Any, **top: Any) -> Data:
    """Return a document with the schema as a property of its request."""
    return document(operation(requestBody=json_of(_x(schema))), **top)


def read(schema: Any, **top: Any) -> Data:
    """Return a document with the schema as a property of its response."""
    return document(operation(responses={"200": {"description": "Made."} | json_of(_x(schema))}), **top)


def with_parameters(*parameters: Data, **more: Any) -> Data:
    """Return a document whose operation has the given parameters."""
    return document(operation(parameters=list(parameters)), **more)


def query(name: str, schema: Any = None, **more: Any) -> Data:
    """Return a query parameter."""
    return {"name": name, "in": "query", "schema": schema or {"type": "string"}} | more


def answered(status: str = "200", **parts: Any) -> Data:
    """Return a document whose operation has the given response."""
    return document(operation(responses={status: {"description": "Made."} | parts}))


def of_schemas() -> Iterator[Pair]:
    """Yield each pair of schemas twice: as a part of a request and as a part of a response."""
    for name, old, new, request, reply, reason in SCHEMAS:
        for make, verdict, side in ((sent, request, "request"), (read, reply, "reply")):
            seen = {WORDS: "words", NOTHING: ""}.get(verdict, side)
            shown = reason if verdict == BREAKS or request == reply else ""
            yield Pair(f"{name}, {side}", make(old), make(new), verdict, seen, shown)


def of_extensions() -> Iterator[Pair]:
    """Yield changes of extensions that the Python client depends on; oasdiff ignores them."""
    paging = {"page": "page", "limit": "limit", "size": 100, "items": "found", "has_next": "more"}
    split = {"parameter": "ids", "size": 100}
    empty = {"parameter": "ids", "reply": {"found": []}}
    rows: list[tuple[str, Data, Data, str]] = [
        ("paging removed", {"x-honeyhive-paging": paging}, {}, BREAKS),
        ("paging added", {}, {"x-honeyhive-paging": paging}, FITS),
        (
            "paging by another parameter",
            {"x-honeyhive-paging": paging},
            {"x-honeyhive-paging": paging | {"page": "p"}},
            BREAKS,
        ),
        (
            "paging of other items",
            {"x-honeyhive-paging": paging},
            {"x-honeyhive-paging": paging | {"items": "all"}},
            BREAKS,
        ),
        (
            "paging in larger pages",
            {"x-honeyhive-paging": paging},
            {"x-honeyhive-paging": paging | {"size": 500}},
            FITS,
        ),
        ("split removed", {"x-honeyhive-split": split}, {}, BREAKS),
        ("split added", {}, {"x-honeyhive-split": split}, FITS),
        ("split in other pieces", {"x-honeyhive-split": split}, {"x-honeyhive-split": split | {"size": 5}}, FITS),
        (
            "split of another list",
            {"x-honeyhive-split": split},
            {"x-honeyhive-split": split | {"parameter": "n"}},
            BREAKS,
        ),
        ("identified reply removed", {"x-honeyhive-identifies": "id"}, {}, BREAKS),
        ("identified reply added", {}, {"x-honeyhive-identifies": "id"}, FITS),
        ("identified by another id", {"x-honeyhive-identifies": "id"}, {"x-honeyhive-identifies": "key"}, BREAKS),
        ("acknowledgement removed", {"x-honeyhive-acknowledges": "done"}, {}, BREAKS),
        ("acknowledgement added", {}, {"x-honeyhive-acknowledges": "done"}, FITS),
        ("empty list removed", {"x-honeyhive-empty-list": empty}, {}, BREAKS),
        ("empty list added", {}, {"x-honeyhive-empty-list": empty}, FITS),
        ("client ids removed", {"x-honeyhive-client-ids": ["id"]}, {}, BREAKS),
        ("client ids added", {}, {"x-honeyhive-client-ids": ["id"]}, FITS),
        ("shared ids removed", {"x-honeyhive-shared-ids": ["one"]}, {}, BREAKS),
        ("shared ids added", {}, {"x-honeyhive-shared-ids": ["one"]}, FITS),
        ("repeatable removed", {"x-honeyhive-repeatable": True}, {}, BREAKS),
        ("repeatable added", {}, {"x-honeyhive-repeatable": True}, FITS),
        ("repeatable refused for a POST", {}, {"x-honeyhive-repeatable": False}, WORDS),
        ("method renamed", {"x-honeyhive-method": "a.b"}, {"x-honeyhive-method": "a.c"}, BREAKS),
        ("method moved", {"x-honeyhive-method": "a.b"}, {"x-honeyhive-method": "c.b"}, BREAKS),
        ("method removed", {"x-honeyhive-method": "a.b"}, {}, BREAKS),
        ("method added", {}, {"x-honeyhive-method": "a.b"}, FITS),
        ("route chosen by an argument", {}, {"x-honeyhive-scoped-by": "shop"}, FITS),
        ("route no longer chosen", {"x-honeyhive-scoped-by": "shop"}, {}, BREAKS),
        ("route chosen by another argument", {"x-honeyhive-scoped-by": "a"}, {"x-honeyhive-scoped-by": "b"}, BREAKS),
        ("another extension", {"x-owner": "a"}, {"x-owner": "b"}, WORDS),
    ]
    for name, old, new, verdict in rows:
        side = "words" if verdict == WORDS else "python"
        yield Pair(name, document(operation(**old)), document(operation(**new)), verdict, side)
    gone = {"deprecated": True, "x-honeyhive-replaced-by": ["GET /new"]}
    other = gone | {"x-honeyhive-replaced-by": ["GET /other"]}
    nothing = {"deprecated": True}
    yield Pair("replacement removed", document(operation(**gone)), document(operation(**nothing)), FITS, "code")
    yield Pair("replacement changed", document(operation(**gone)), document(operation(**other)), FITS, "code")
    later, soon = gone | {"x-honeyhive-sunset": "2027-03-01"}, gone | {"x-honeyhive-sunset": "2027-01-01"}
    for name, before, after in (("added", gone, later), ("removed", later, gone), ("earlier", later, soon)):
        yield Pair(f"sunset {name}", document(operation(**before)), document(operation(**after)), FITS, "code")
    yield from _of_scoped_routes()
    yield from _of_fields()
    yield from _of_hosts()


def _of_scoped_routes() -> Iterator[Pair]:
    reason = "the argument follows the ids of the path, so that it moves"
    for name, verdict in (("/shops/{shop}/things", FITS), ("/shops/{shop}/things/{thing}", BREAKS)):
        ids = [{"name": one, "in": "path", "required": True, "schema": {"type": "string"}} for one in ("shop", "thing")]
        parts = {"parameters": ids[: name.count("{")]}
        old, new = operation(**parts), operation(**parts, **{"x-honeyhive-scoped-by": "shop"})
        shown = reason if verdict == BREAKS else ""
        yield Pair(
            f"route chosen at {name}", document(old, name=name), document(new, name=name), verdict, "python", shown
        )


def _of_fields() -> Iterator[Pair]:
    number = {"type": "number"}
    rows: list[tuple[str, Data, Data, str]] = [
        ("unix-ms removed", {"x-honeyhive-kind": "unix-ms"}, {}, BREAKS),
        ("unix-ms added", {}, {"x-honeyhive-kind": "unix-ms"}, BREAKS),
        ("uuid removed", {"x-honeyhive-kind": "uuid"}, {}, BREAKS),
        ("kind changed", {"x-honeyhive-kind": "uuid"}, {"x-honeyhive-kind": "unix-ms"}, BREAKS),
        ("read-as loses a model", {"x-honeyhive-read-as": ["A"]}, {}, BREAKS),
        ("read-as gains a model", {}, {"x-honeyhive-read-as": ["A"]}, FITS),
        ("argument of a path parameter renamed", {"x-honeyhive-path-parameter": "id"}, {}, BREAKS),
    ]
    for name, old, new, verdict in rows:
        yield Pair(name, sent(number | old), sent(number | new), verdict, "python")
    yield Pair("kind of a reply", read(number | {"x-honeyhive-kind": "unix-ms"}), read(number), WORDS, "words")


def _of_hosts() -> Iterator[Pair]:
    def server(**parts: Any) -> Data:
        return document(operation(), servers=[{"url": "https://t.example"} | parts])

    def key(**parts: Any) -> Data:
        scheme = {"type": "http", "scheme": "bearer"} | parts
        return document(operation(), components={"securitySchemes": {"key": scheme}}, security=[{"key": []}])

    rows: list[tuple[str, Data, Data, str]] = [
        ("host renamed", server(**{"x-honeyhive-host": "a"}), server(**{"x-honeyhive-host": "b"}), BREAKS),
        ("host named", server(), server(**{"x-honeyhive-host": "a"}), FITS),
        ("host loses its name", server(**{"x-honeyhive-host": "a"}), server(), BREAKS),
        ("variable of a host removed", server(**{"x-honeyhive-variables": ["A"]}), server(), BREAKS),
        ("variable of a host added", server(), server(**{"x-honeyhive-variables": ["A"]}), FITS),
        (
            "argument of a key renamed",
            key(**{"x-honeyhive-argument": "a"}),
            key(**{"x-honeyhive-argument": "b"}),
            BREAKS,
        ),
        ("argument of a key removed", key(**{"x-honeyhive-argument": "a"}), key(), BREAKS),
        ("variable of a key removed", key(**{"x-honeyhive-variables": ["A"]}), key(), BREAKS),
        (
            "prefix of a key changed",
            key(**{"x-honeyhive-key-prefix": "a"}),
            key(**{"x-honeyhive-key-prefix": "b"}),
            BREAKS,
        ),
    ]
    for name, old, new, verdict in rows:
        yield Pair(name, old, new, verdict, "python")


def of_names() -> Iterator[Pair]:
    """Yield changes of names in generated code. Oasdiff reports such changes only as information."""
    code = "generated methods and classes are named so"
    a, b = {"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}
    shape = {"type": "object", "properties": {"x": {"type": "string"}}}
    both = {"components": {"schemas": {"A": shape, "B": shape}}}
    only_b = {"components": {"schemas": {"B": shape}}}

    def body(schema: Any, **top: Any) -> Data:
        return document(operation(requestBody=json_of(schema)), **top)

    yield Pair(
        "operationId changed",
        document(operation(operationId="a")),
        document(operation(operationId="b")),
        BREAKS,
        "code",
        code,
    )
    yield Pair("tag changed", document(operation(tags=["a"])), document(operation(tags=["b"])), BREAKS, "code", code)
    yield Pair("class of the body changed", body(a, **both), body(b, **both), BREAKS, "code", code)
    yield Pair("schema renamed", body(a, **both), body(b, **only_b), BREAKS, "code", code)
    yield Pair("inline schema gets a name", body(shape, **both), body(a, **both), BREAKS, "code", code)
    yield Pair("named schema is written inline", body(a, **both), body(shape, **both), BREAKS, "code", code)
    yield Pair(
        "schema that nothing uses removed",
        document(operation(), **both),
        document(operation(), **only_b),
        WORDS,
        "words",
    )
    titles = [shape | {"title": one} for one in ("One", "Two")]
    yield Pair("title of a class changed", body(titles[0]), body(titles[1]), BREAKS, "code", code)
    yield Pair("title of a class added", body(shape), body(titles[0]), BREAKS, "code", code)
    yield Pair(
        "title of a string changed",
        sent({"type": "string", "title": "A"}),
        sent({"type": "string", "title": "B"}),
        WORDS,
        "words",
    )
    swapped = with_parameters(query("a"), query("b")), with_parameters(query("b"), query("a"))
    yield Pair(
        "parameters in another order", *swapped, BREAKS, "languages", "generators make positional arguments of them"
    )
    item = {"post": operation()["post"] | {"parameters": [{"name": "id", "in": "path", "required": True}]}}
    other = {"post": operation()["post"] | {"parameters": [{"name": "key", "in": "path", "required": True}]}}
    yield Pair(
        "path parameter renamed", document(item, name="/a/{id}"), document(other, name="/a/{key}"), BREAKS, "code", code
    )


def of_operations() -> Iterator[Pair]:
    """Yield changes of whole operations, parameters, bodies and responses."""
    one = operation()
    two = one | {"get": one["post"] | {"operationId": "get"}}
    retired = one | {"get": one["post"] | {"operationId": "get", "deprecated": True}}
    yield Pair("operation removed", document(two), document(one), BREAKS, "request")
    reason = "a deprecated operation goes away in a major version only, whatever its sunset"
    yield Pair("deprecated operation removed", document(retired), document(one), BREAKS, "request", reason)
    yield Pair("operation added", document(one), document(two), FITS, "request")
    yield Pair("operation deprecated", document(two), document(retired), FITS, "request")
    yield Pair("path renamed", document(one, name="/a"), document(one, name="/b"), BREAKS, "request")
    yield Pair("summary changed", document(operation(summary="A.")), document(operation(summary="B.")), WORDS, "words")
    yield Pair("the same document", document(one), document(one), NOTHING, "")
    beside = {"/a/{id}:cancel": one, "/a/{id}:retry": {"post": one["post"] | {"operationId": "retry"}}}
    yield Pair("paths that differ behind a parameter", document(paths=beside), document(paths=beside), NOTHING, "")
    fewer = {"/a/{id}:cancel": one}
    yield Pair("one of two such paths removed", document(paths=beside), document(paths=fewer), BREAKS, "request")
    shared = {"components": {"pathItems": {"One": one}}}
    referring = document({"$ref": "#/components/pathItems/One"}, **shared)
    yield Pair("path item behind a reference", document(one, **shared), referring, WORDS, "words")
    changed = document({"$ref": "#/components/pathItems/One"}, components={"pathItems": {"One": two}})
    yield Pair("operation of a path item behind a reference added", referring, changed, FITS, "request")
    yield Pair("operation of a path item behind a reference removed", changed, referring, BREAKS, "request")
    yield from _of_parameters()
    yield from _of_bodies()
    yield from _of_responses()


def _of_parameters() -> Iterator[Pair]:
    none, some = with_parameters(), with_parameters(query("a"))
    required = with_parameters(query("a", required=True))
    keyword = "the argument goes from every generated method"
    yield Pair("parameter removed", some, none, BREAKS, "request", keyword)
    yield Pair("parameter added", none, some, FITS, "request")
    yield Pair("required parameter added", none, required, BREAKS, "request")
    yield Pair("parameter now required", some, required, BREAKS, "request")
    yield Pair("parameter no longer required", required, some, FITS, "request")
    header = [with_parameters({"name": name, "in": "header", "schema": {"type": "string"}}) for name in ("X-A", "x-a")]
    yield Pair("case of a header", *header, WORDS, "words")
    yield Pair("case of a parameter", some, with_parameters(query("A")), BREAKS, "request")
    yield Pair("parameter moved to a header", some, header[0], BREAKS, "request")
    rows: list[tuple[str, Data, Data, str, str]] = [
        ("style changed", {}, {"style": "pipeDelimited"}, BREAKS, ""),
        ("explode changed", {}, {"explode": False}, BREAKS, ""),
        ("explode as it is by default", {}, {"explode": True}, WORDS, ""),
        ("reserved characters as they are", {}, {"allowReserved": True}, BREAKS, "another form on the wire"),
        ("parameter deprecated", {}, {"deprecated": True}, FITS, ""),
        ("description of a parameter", {"description": "A."}, {"description": "B."}, WORDS, ""),
    ]
    for name, old, new, verdict, reason in rows:
        side = "words" if verdict == WORDS else "request"
        yield Pair(name, with_parameters(query("a", **old)), with_parameters(query("a", **new)), verdict, side, reason)
    integers = [with_parameters(query("a", {"type": "integer"} | one)) for one in ({}, {"default": 1}, {"default": 2})]
    yield Pair("default of a parameter documented", integers[0], integers[1], FITS, "request")
    meaning = "a caller who leaves it out means something else now"
    yield Pair("default of a parameter changed", integers[1], integers[2], BREAKS, "request", meaning)
    yield Pair("default of a parameter removed", integers[1], integers[0], BREAKS, "request", meaning)
    of_path = document({"parameters": [query("a")], **operation()})
    yield Pair("parameter of a path removed", of_path, document(operation()), BREAKS, "request", keyword)
    yield Pair("parameter moved from path to operation", of_path, some, WORDS, "words")


def _of_bodies() -> Iterator[Pair]:
    def body(media: str = "application/json", schema: Any = None, **more: Any) -> Data:
        return document(operation(requestBody={"content": {media: {"schema": schema or {"type": "string"}}}} | more))

    none, some = document(operation()), body()
    yield Pair("body added", none, some, FITS, "request")
    yield Pair("required body added", none, body(required=True), BREAKS, "request")
    yield Pair("body removed", some, none, BREAKS, "request")
    yield Pair("body now required", some, body(required=True), BREAKS, "request")
    yield Pair("body no longer required", body(required=True), some, FITS, "request")
    yield Pair("charset of a body", some, body("application/json; charset=utf-8"), WORDS, "words")
    yield Pair("case of a media type", some, body("Application/JSON"), WORDS, "words")
    yield Pair("version of a media type", some, body("application/json; version=2"), BREAKS, "request")
    yield Pair("another media type", some, body("text/plain"), BREAKS, "request")
    text = {"contentMediaType": "application/json", "type": "string"}
    kinds = [text | {"contentSchema": {"type": one}} for one in ("object", "array")]
    held = "the JSON in a string has a schema as well"
    yield Pair("JSON in a parameter", *(with_parameters(query("a", one)) for one in kinds), BREAKS, "request", held)


def _of_responses() -> Iterator[Pair]:
    text, page = json_of({"type": "string"}), {"content": {"text/html": {}}}
    reader = "a client takes a success that it does not know for a failure"
    yield Pair("another success", answered("200"), answered("201"), BREAKS, "reply", reader)
    more = {"200": {"description": "Made."}}
    with_error = document(operation(responses=more | {"404": {"description": "None."}}))
    with_success = document(operation(responses=more | {"202": {"description": "Later."}}))
    yield Pair("error added", answered(), with_error, FITS, "reply")
    yield Pair("error removed", with_error, answered(), FITS, "reply")
    yield Pair("success added", answered(), with_success, BREAKS, "reply", reader)
    yield Pair("success removed", with_success, answered(), BREAKS, "reply")
    yield Pair("media type of a response changed", answered(**text), answered(**page), BREAKS, "reply")
    both = {"content": text["content"] | page["content"]}
    yield Pair("media type of a response added", answered(**text), answered(**both), FITS, "reply")
    yield Pair("media type of a response removed", answered(**both), answered(**text), BREAKS, "reply")
    utf8 = {"content": {"application/json;charset=UTF-8": {"schema": {"type": "string"}}}}
    yield Pair("charset of a response", answered(**text), answered(**utf8), WORDS, "words")
    yield Pair("description of a response", answered(description="A."), answered(description="B."), WORDS, "words")

    def header(name: str = "X-A", kind: str = "string", **parts: Any) -> Data:
        return answered(headers={name: {"schema": {"type": kind}} | parts})

    absent = "a reader looks for it, required or not"
    yield Pair("header removed", header(), answered(), BREAKS, "reply", absent)
    yield Pair("header added", answered(), header(), FITS, "reply")
    yield Pair("case of a header of a response", header(), header("x-a"), WORDS, "words")
    yield Pair("type of a header changed", header(), header(kind="integer"), BREAKS, "reply")
    yield Pair("header no longer always present", header(required=True), header(), BREAKS, "reply")
    yield Pair("header always present", header(), header(required=True), FITS, "reply")


def of_forms() -> Iterator[Pair]:
    """Yield changes of the encodings of forms, and of query parameters with an empty value."""

    def form(schema: Any = None, **encoding: Any) -> Data:
        media = {"schema": {"type": "object", "properties": {"x": schema or {"type": "string"}}}}
        media |= {"encoding": {"x": encoding}} if encoding else {}
        body = {"content": {"application/x-www-form-urlencoded": media}}
        return document(operation(requestBody=body))

    spelled = "the body has another encoding, and a server that reads the old one refuses it"
    yield Pair("encoding style", form(style="form"), form(style="pipeDelimited"), BREAKS, "request", spelled)
    yield Pair("encoding style added", form(), form(style="spaceDelimited"), BREAKS, "request", spelled)
    yield Pair("encoding explode", form(explode=True), form(explode=False), BREAKS, "request", spelled)
    yield Pair("encoding allowReserved", form(), form(allowReserved=True), BREAKS, "request", spelled)
    json_type, xml = {"contentType": "application/json"}, {"contentType": "application/xml"}
    yield Pair("encoding contentType", form(**json_type), form(**xml), BREAKS, "request", spelled)
    yield Pair("encoding header", form(), form(headers={"X-A": {}}), BREAKS, "request", spelled)
    yield Pair("encoding with its defaults", form(), form(style="form", explode=True), WORDS, "words")
    plain = {"contentType": "Text/Plain; charset=utf-8"}
    yield Pair("encoding with its default contentType", form(), form(**plain), WORDS, "words")
    an_object = {"type": "object"}
    yield Pair("encoding of an object as JSON", form(an_object), form(an_object, **json_type), WORDS, "words")

    empty, full = (with_parameters(query("q", **more)) for more in ({"allowEmptyValue": True}, {}))
    yield Pair("allowEmptyValue removed", empty, full, BREAKS, "request", "an empty value was documented")
    yield Pair("allowEmptyValue added", full, empty, FITS, "request")
    no = with_parameters(query("q", allowEmptyValue=False))
    yield Pair("allowEmptyValue false", full, no, WORDS, "words")


def of_security() -> Iterator[Pair]:
    """Yield changes of the keys that an operation accepts."""
    flows = {"clientCredentials": {"tokenUrl": "https://t.example/token", "scopes": {"a": "A."}}}
    more = {"clientCredentials": flows["clientCredentials"] | {"scopes": {"a": "A.", "b": "B."}}}
    moved = {"clientCredentials": flows["clientCredentials"] | {"tokenUrl": "https://u.example/token"}}

    def secured(*security: Data, **schemes: Any) -> Data:
        known = {"a": {"type": "http", "scheme": "bearer"}, "b": {"type": "apiKey", "in": "header", "name": "X-Key"}}
        return document(operation(security=list(security)), components={"securitySchemes": known | schemes})

    a, b = {"a": []}, {"b": []}
    yield Pair("another key", secured(a), secured(b), BREAKS, "request")
    yield Pair("one more way in", secured(a), secured(a, b), FITS, "request")
    yield Pair("one way in less", secured(a, b), secured(a), BREAKS, "request")
    yield Pair("two keys at once", secured(a), secured(a | b), BREAKS, "request")
    yield Pair("one key of two", secured(a | b), secured(a), FITS, "request")
    yield Pair("a key needed", secured(), secured(a), BREAKS, "request")
    yield Pair("no key needed", secured(a), secured(), FITS, "request")
    yield Pair("key optional", secured(a), secured(a, {}), FITS, "request")
    bearer = {"type": "http", "scheme": "bearer"}
    yield Pair("bearerFormat", secured(a), secured(a, a=bearer | {"bearerFormat": "JWT"}), WORDS, "words")
    yield Pair("extension of a scheme", secured(a), secured(a, a=bearer | {"x-owner": "me"}), WORDS, "words")
    yield Pair("case of a scheme", secured(a), secured(a, a=bearer | {"scheme": "Bearer"}), WORDS, "words")
    yield Pair("another scheme of HTTP", secured(a), secured(a, a=bearer | {"scheme": "basic"}), BREAKS, "request")
    key = {"type": "apiKey", "in": "header", "name": "x-key"}
    yield Pair("case of a key's header", secured(b), secured(b, b=key), WORDS, "words")
    yield Pair("another header of a key", secured(b), secured(b, b=key | {"name": "X-Other"}), BREAKS, "request")
    yield Pair("key in the query", secured(b), secured(b, b=key | {"in": "query", "name": "X-Key"}), BREAKS, "request")

    def oauth(scopes: list[str], given: Any) -> Data:
        return secured({"o": scopes}, o={"type": "oauth2", "flows": given})

    yield Pair("one more scope offered", oauth(["a"], flows), oauth(["a"], more), FITS, "request")
    refused = "a client that asks for the scope is refused"
    yield Pair("one scope less offered", oauth(["a"], more), oauth(["a"], flows), BREAKS, "request", refused)
    yield Pair("one more scope needed", oauth(["a"], more), oauth(["a", "b"], more), BREAKS, "request")
    yield Pair("one scope less needed", oauth(["a", "b"], more), oauth(["a"], more), FITS, "request")
    yield Pair("another token URL", oauth(["a"], flows), oauth(["a"], moved), BREAKS, "request")


def of_servers() -> Iterator[Pair]:
    """Yield changes of servers."""

    def served(*servers: Any) -> Data:
        return document(operation(), servers=list(servers))

    def regional(**region: Any) -> Data:
        return served({"url": "https://{region}.t.example", "variables": {"region": {"default": "us"} | region}})

    one, two = {"url": "https://a.example"}, {"url": "https://b.example"}
    elsewhere = "clients have its URL"
    yield Pair("server removed", served(one, two), served(one), BREAKS, "request", elsewhere)
    yield Pair("server added", served(one), served(one, two), FITS, "request")
    yield Pair("another first server", served(one), served(two, one), BREAKS, "request", elsewhere)
    yield Pair("description of a server", served(one), served(one | {"description": "A."}), WORDS, "words")
    variable = "the URL that clients make of it is another one"
    yield Pair("default of a server variable", regional(), regional(default="eu"), BREAKS, "request", variable)
    values = [regional(enum=one) for one in (["us", "eu"], ["us"])]
    yield Pair("value of a server variable removed", *values, BREAKS, "request", variable)
    yield Pair("value of a server variable added", *reversed(values), FITS, "request")
    yield Pair("values of a server variable closed", regional(), values[0], BREAKS, "request", variable)


def of_other_way() -> Iterator[Pair]:
    """Yield changes of webhooks and callbacks, which the service sends."""

    def hook(schema: Any = None, **parts: Any) -> Data:
        item = {"post": {"requestBody": json_of(_x(schema or {"type": "string"})), "responses": {}} | parts}
        return document(operation(), webhooks={"made": item})

    def callback(schema: Any) -> Data:
        item = {"post": {"requestBody": json_of(_x(schema)), "responses": {}}}
        return document(operation(callbacks={"done": {"{$request.body#/url}": item}}))

    text, number = {"type": "string"}, {"type": "number"}
    closed, wider = {"enum": ["a"]}, {"enum": ["a", "b"]}
    none = document(operation())
    direction = "what the service sends is read by users"
    yield Pair("webhook removed", hook(), none, BREAKS, "reply", direction)
    yield Pair("webhook added", none, hook(), FITS, "reply")
    yield Pair("webhook sends another type", hook(text), hook(number), BREAKS, "reply", direction)
    yield Pair("webhook sends more values", hook(closed), hook(wider), BREAKS, "reply", direction)
    yield Pair("webhook sends fewer values", hook(wider), hook(closed), FITS, "reply")
    answers = [hook(responses={status: {"description": "Taken."}}) for status in ("200", "204")]
    yield Pair("webhook takes another answer", *answers, BREAKS, "request", direction)
    yield Pair("callback removed", callback(text), none, BREAKS, "reply", direction)
    yield Pair("callback added", none, callback(text), FITS, "reply")
    yield Pair("callback sends another type", callback(text), callback(number), BREAKS, "reply", direction)
    yield Pair("callback sends more values", callback(closed), callback(wider), BREAKS, "reply", direction)
    yield Pair("callback sends fewer values", callback(wider), callback(closed), FITS, "reply")


PAIRS = [
    *of_schemas(),
    *of_extensions(),
    *of_names(),
    *of_operations(),
    *of_forms(),
    *of_security(),
    *of_servers(),
    *of_other_way(),
]
