"""With random ids in every path, the requested path always has the same number of segments as its template."""

import random
from collections.abc import Iterator
from urllib.parse import unquote

import httpx
from honeyhive_api.paths import render

from honeyhive import InvalidRequestError
from tests.rows import OPERATIONS

HOSTILE = [
    "/", "\\", "..", ".", "%2e", "%2E", "%2f", "%5c", "%252e", "%00", "%0d%0a", "?", "#", ";", "&", "=", "@", ":", "//",
    "../", "..;/", "~", "*", " ", "\t", "\r", "\n", "\0", "\x7f", "\x85", "\u2024", "\u2028", "\u202e", "\ufeff",
    "\uff0e", "\uff0f", "\ud800", "\udfff", "é", "e\u0301", "字", "😀", "a", "Z", "0", "-", "_", "http:", "events",
    "%", "%zz",
]  # fmt: skip
TEMPLATES = sorted({one.path for one in OPERATIONS.values() if "{" in one.path} | {"/v1/a/{id}/b/{other}", "/{id}"})


def texts(count: int, seed: int) -> Iterator[str]:
    """Strings that consist of parts which have misled URL routers, and of arbitrary characters."""
    chance = random.Random(seed)
    for _ in range(count):
        kind = chance.random()
        if kind < 0.7:
            yield "".join(chance.choices(HOSTILE, k=chance.randrange(6)))
        else:
            yield "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(1, 8)))


def breaches(count: int, seed: int = 12) -> tuple[int, list[str]]:
    """Return the number of refused ids, and the ids that changed the path beyond their own segment."""
    refused, found = 0, []
    for number, text in enumerate(texts(count, seed)):
        template = TEMPLATES[number % len(TEMPLATES)]
        names = [part[1:-1] for part in template.split("/") if part.startswith("{")]
        try:
            path = render(template, dict.fromkeys(names, text))
        except InvalidRequestError:
            refused += 1
            continue
        if not keeps_template(template, httpx.URL(f"https://host/prefix{path}").raw_path.decode("ascii"), text):
            found.append(text)
    return refused, found


def keeps_template(template: str, target: str, text: str) -> bool:
    wanted, seen = f"/prefix{template}".split("/"), target.split("/")
    if len(wanted) != len(seen) or not set("?#").isdisjoint(target):
        return False
    return all(
        unquote(found) == text if asked.startswith("{") else found == asked
        for asked, found in zip(wanted, seen, strict=True)
    )
