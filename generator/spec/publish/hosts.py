"""One document per host, because most generators ignore the servers of a path and read only the top-level ones."""

from copy import deepcopy
from typing import Any

from ...document import HOST, METHODS, SUNSET, Document, Operation
from ...document.references import nodes, reached
from .forms import use_safe_forms
from .host_texts import limit_texts

REPLACED_BY = "x-honeyhive-replaced-by"


def of_host(document: Document, host: str) -> Document:
    """Return the document of one host, with that host as its only server.

    Unused components and texts about other hosts are removed, deprecated parts name their replacement in the
    description, and constructs that generators do not support are rewritten.
    """
    server = document.hosts()[host]
    data = deepcopy({key: one for key, one in document.data.items() if key not in {"paths", "security"}})
    data["servers"] = [server]
    data["info"] |= {
        "title": f"{data['info']['title']} {host.replace('_', ' ')}",
        "description": _about(data["info"].get("description", ""), document, server),
    }
    data["paths"] = _on(document, host)
    _say_replacements(data, document, host)
    use_safe_forms(data)
    _prune(data)
    limit_texts(data, [name for name in document.hosts() if name != host])
    return Document(f"openapi-{host}.yaml", data)


def _on(document: Document, host: str) -> dict[str, Any]:
    """Return the paths that have operations on the host, with only these operations and without ``servers``."""
    paths: dict[str, Any] = {}
    for operation in document.operations():
        if any(one.get(HOST) == host for one in operation.servers):
            shared = {key: one for key, one in operation.item.items() if key not in {*METHODS, "servers"}}
            own = {key: one for key, one in operation.raw.items() if key != "servers"}
            # Each operation states its keys itself, because the document's default may not apply to this host.
            own["security"] = operation.security
            paths.setdefault(operation.path, shared)[operation.method.lower()] = own
    return deepcopy(paths)


def _about(description: str, document: Document, server: dict[str, Any]) -> str:
    """Return the description. A sentence about this host replaces the paragraphs about ``servers``."""
    note = f"This document contains the operations of one host, {server['url']}. The whole API is in `{document.name}`."
    paragraphs = [one for one in description.split("\n\n") if "`servers`" not in one]
    return "\n\n".join([paragraphs[0], note, *paragraphs[1:]])


def _say_replacements(data: dict[str, Any], document: Document, host: str) -> None:
    """Append the replacement and the sunset date to the description of every deprecated part of ``data``."""
    homes = {operation.where: operation for operation in document.operations()}
    for node in nodes(data):
        if node.get("deprecated") is not True:
            continue
        ways = [_way(one, homes.get(one), host) for one in node.get(REPLACED_BY, ())]
        advice = f"use {' or '.join(ways)}." if ways else "nothing replaces it."
        if SUNSET in node:
            advice += f" It goes away on {node[SUNSET]}."
        node["description"] = f"{node.get('description', '').rstrip()}\n\n**Deprecated**: {advice}".lstrip()


def _way(replacement: str, home: Operation | None, host: str) -> str:
    elsewhere = home is not None and home.host != host
    return f"`{replacement}`" + (" (in the document of another host)" if elsewhere else "")


def _prune(data: dict[str, Any]) -> None:
    """Remove unused components, security schemes and tags."""
    operations = Document("", data).operations()
    requirements = [*data.get("security", ()), *(one for operation in operations for one in operation.security)]
    used = reached(data, data["paths"])
    used |= {("securitySchemes", name) for requirement in requirements for name in requirement}
    components = {
        kind: {name: one for name, one in named.items() if (kind, name) in used}
        for kind, named in data.get("components", {}).items()
    }
    data["components"] = {kind: named for kind, named in components.items() if named}
    tags = {tag for operation in operations for tag in operation.get("tags", ())}
    if "tags" in data:
        data["tags"] = [tag for tag in data["tags"] if tag["name"] in tags]
