"""One document per host: most generators ignore or mangle the servers of a path, and read the one at the top."""

from copy import deepcopy
from typing import Any

from ...document import METHODS, Document
from ...document.servers import HOST, Server, hosts_of, servers_of
from .deprecations import say_replacements
from .forms import use_safe_forms
from .prune import prune


def of_host(document: Document, host: str) -> Document:
    """The part of the document that is on one host, with that host as its only server.

    Every component that is left is used, every deprecation says in words what replaces it, and what generators make a
    mess of is written in the form that they carry over.
    """
    server = hosts_of(document)[host]
    data = deepcopy(document.data)
    data["servers"] = [server]
    data["info"] |= {
        "title": f"{data['info']['title']} ({host})",
        "description": _about(data["info"].get("description", ""), document, server),
    }
    data["paths"] = {path: item for path, raw in data["paths"].items() if (item := _on(document, raw, host))}
    say_replacements(data, document, host)
    use_safe_forms(data)
    prune(data)
    return Document(f"openapi-{host}.yaml", data)


def _on(document: Document, item: dict[str, Any], host: str) -> dict[str, Any] | None:
    """The path with its operations on the host and without servers of its own, None where it has no such operation."""
    kept = dict(item)
    for method in METHODS:
        if method in item:
            if not any(one.get(HOST) == host for one in servers_of(document, item, item[method])):
                del kept[method]
            else:
                kept[method].pop("servers", None)
    kept.pop("servers", None)
    return kept if set(METHODS) & set(kept) else None


def _about(description: str, document: Document, server: Server) -> str:
    """The description, in which the paragraphs about `servers` make way for what is true of this host."""
    told = f"This document holds what is on one host, {server['url']}. The whole API is in `{document.name}`."
    paragraphs = [one for one in description.split("\n\n") if "`servers`" not in one]
    return "\n\n".join([paragraphs[0], told, *paragraphs[1:]])
