"""Description and lists at the top of a host's document, limited to that host."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from ...document import METHODS, Document

_OPERATION = re.compile(rf"\b(?:{'|'.join(METHODS).upper()}) /[^\s`,;]*[^\s`,;.]")
_EXTENSION = re.compile(r"`(x-[a-z-]+)`")
_NAME = re.compile(r"`(\w+)`")


def limit_texts(data: dict[str, Any], others: list[str]) -> None:
    """Remove texts about other hosts, and about operations and extensions that the document does not have."""
    about_others = _naming(others)
    places = {operation.where for operation in Document("", data).operations()}
    rest = json.dumps({key: one for key, one in data.items() if key != "info"})

    def is_foreign(text: str) -> bool:
        return bool(about_others(text)) or not places.issuperset(_OPERATION.findall(text))

    def has(name: str) -> bool:
        return f'"{name}"' in rest

    def is_described(text: str) -> bool:
        # The extension that an item is about comes first; later words may mention others.
        extensions = _EXTENSION.findall(text.partition(" (")[0])
        return not extensions or any(map(has, extensions))

    paragraphs = data["info"]["description"].split("\n\n")
    kept = [_keys(data) if one.startswith("**Keys**") else _sentences(one, is_foreign) for one in paragraphs]
    lines = (one for one in "\n\n".join(filter(None, kept)).split("\n") if is_described(one))
    data["info"]["description"] = re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
    for key, texts in data.items():
        if key.startswith("x-") and isinstance(texts, list):
            data[key] = [one for one in texts if not is_foreign(one) and all(map(has, _NAME.findall(one)))]


def _sentences(paragraph: str, is_foreign: Callable[[str], bool]) -> str:
    lines = (re.split(r"(?<=\.) ", line) for line in paragraph.split("\n"))
    return "\n".join(" ".join(one for one in sentences if not is_foreign(one)) for sentences in lines)


def _keys(data: dict[str, Any]) -> str:
    """Return the paragraph about the keys for the operations of the document."""
    kinds = list(dict.fromkeys(_schemes(data)))
    if len(kinds) == 1:
        return f"**Keys** of this host are of one kind, `{kinds[0]}`."
    names = ", ".join(f"`{one}`" for one in kinds)
    return (
        f"**Keys** of this host are of {len(kinds)} kinds: {names}. "
        "`security` lists those that open an operation, the preferred one first."
    )


def _schemes(data: dict[str, Any]) -> Iterator[str]:
    named = {name for one in Document("", data).operations() for requirement in one.security for name in requirement}
    return (one for one in data.get("components", {}).get("securitySchemes", {}) if one in named)


def _naming(hosts: list[str]) -> Callable[[str], object]:
    """Return a function that finds the name of a host in a string."""
    # A name of one word, such as v1, also occurs in paths. So it counts as a host only if a noun such as API follows.
    names = (one.replace("_", " ") for one in hosts)
    forms = (one if " " in one else rf"{one} (?:and \w+ )?(?:hosts?|API|routes?)" for one in names)
    return re.compile(rf"\b(?:{'|'.join(forms)})\b" if hosts else "(?!)", re.IGNORECASE).search
