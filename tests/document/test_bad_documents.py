"""Every bad document in the folder is refused with the messages recorded beside it."""

from pathlib import Path

import pytest

from generator.document import Document, DocumentError
from generator.rules import broken_rules

BAD = Path(__file__).parent / "bad"


def messages(file: Path) -> list[str]:
    try:
        return broken_rules(Document.read(file))
    except DocumentError as error:
        return str(error).replace(f"{file.parent}/", "").splitlines()


@pytest.mark.parametrize("file", sorted(BAD.glob("*.yaml")), ids=lambda file: file.stem)
def test_a_bad_document_is_refused_in_the_recorded_words(file: Path) -> None:
    assert messages(file) == file.with_suffix(".txt").read_text(encoding="utf-8").splitlines()


def test_each_record_belongs_to_a_document() -> None:
    assert {file.stem for file in BAD.glob("*.txt")} == {file.stem for file in BAD.glob("*.yaml")}
