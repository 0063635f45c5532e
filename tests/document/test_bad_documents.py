"""Every bad document in the folder is refused with the messages recorded beside it."""

from collections.abc import Iterator
from copy import deepcopy
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any

import pytest

from generator.document import Document, DocumentError
from generator.spec.rules import broken_rules, read_checked

BAD = Path(__file__).parent / "bad"


def messages(file: Path) -> list[str]:
    try:
        read_checked(file)
    except DocumentError as error:
        return [line.partition(f"{file.parent.name}/")[2] or line for line in str(error).splitlines()]
    return []


@pytest.mark.parametrize("file", sorted(BAD.glob("*.yaml")), ids=lambda file: file.stem)
def test_a_bad_document_is_refused_with_the_recorded_messages(file: Path) -> None:
    assert messages(file) == file.with_suffix(".txt").read_text(encoding="utf-8").splitlines()


def test_each_recorded_message_file_has_its_document() -> None:
    assert {file.stem for file in BAD.glob("*.txt")} == {file.stem for file in BAD.glob("*.yaml")}


def test_a_wrong_value_at_any_place_is_reported_in_a_message() -> None:
    """A value of the wrong type at any place of the document gives a message, never a traceback."""
    sound = Document.read(BAD / "unknown-tag.yaml").data
    for way in list(ways(sound)):
        for slip in (None, 7, ["x"]):
            document = deepcopy(sound)
            holder = reduce(getitem, way[:-1], document)
            holder[way[-1]] = slip

            assert all(isinstance(line, str) for line in broken_rules(Document("slip.yaml", document))), way


def ways(node: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the keys that lead to every part of a document."""
    for key, inner in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield (*above, key)
        yield from ways(inner, (*above, key))
