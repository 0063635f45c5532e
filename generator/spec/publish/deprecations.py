"""Deprecations in words: generators and pages know `deprecated: true`, and none knows what replaces it."""

from typing import Any

from ...document import Document
from ...document.nodes import nodes
from ...document.servers import servers_of

REPLACED_BY = "x-honeyhive-replaced-by"


def say_replacements(data: dict[str, Any], document: Document, host: str) -> None:
    """End the description of everything deprecated in `data` with what replaces it."""
    homes = {
        f"{method} {path}": servers_of(document, item, operation)[0]
        for method, path, item, operation in document.operations()
    }
    for node in nodes(data):
        if node.get("deprecated") is not True:
            continue
        ways = [_way(one, homes.get(one), host) for one in node.get(REPLACED_BY, ())]
        advice = f"use {' or '.join(ways)}." if ways else "nothing replaces it."
        node["description"] = f"{node.get('description', '').rstrip()}\n\n**Deprecated**: {advice}".lstrip()


def _way(replacement: str, home: dict[str, Any] | None, host: str) -> str:
    elsewhere = home is not None and home.get("x-honeyhive-host", host) != host
    return f"`{replacement}`" + (f" on {home['url']}" if home and elsewhere else "")
