"""Where the operations of a document live."""

from typing import Any

from . import Document, DocumentError

HOST = "x-honeyhive-host"

Server = dict[str, Any]


def hosts_of(document: Document) -> dict[str, Server]:
    """The server of each host by the host's short name, those of the document's own list first."""
    used = {
        server["url"]: server
        for _, _, item, operation in document.operations()
        for server in servers_of(document, item, operation)
    }
    first = [server for server in document.data.get("servers", ()) if server["url"] in used]
    found: dict[str, Server] = {}
    for server in (*first, *used.values()):
        name = server.get(HOST)
        if name is None:
            raise DocumentError(f"the server {server['url']} has no {HOST}")
        if found.setdefault(name, server)["url"] != server["url"]:
            raise DocumentError(f"the host {name} is {found[name]['url']} as well as {server['url']}")
    return found


def servers_of(document: Document, item: dict[str, Any], operation: dict[str, Any]) -> list[Server]:
    """The servers of an operation, its path's or the document's where it has none of its own."""
    found: list[Server] = operation.get("servers") or item.get("servers") or document.data.get("servers", [])
    return found
