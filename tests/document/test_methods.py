"""The generated package has exactly the methods of the document and of methods.txt."""

from pathlib import Path

from honeyhive_api.index import INDEX

from generator.document import Document

ROOT = Path(__file__).parents[2]
REVIEWED = [
    line.split()
    for line in Path(__file__).with_name("methods.txt").read_text().splitlines()
    if not line.startswith("#")
]


def test_calls_and_routes_are_those_of_methods_txt() -> None:
    assert [(one.call, one.route) for one in INDEX.values()] == [
        (call, f"{method} {path}") for call, method, path, *_ in REVIEWED
    ]


def test_the_index_has_every_operation_of_the_document() -> None:
    document = Document.read(ROOT / "openapi.yaml")

    assert [one.route for one in INDEX.values()] == [one.where for one in document.operations()]


def test_only_deprecated_operations_have_the_longer_name_of_two() -> None:
    legacy = [line for line in REVIEWED if line[0].endswith("_legacy")]

    assert legacy
    assert all("deprecated" in line for line in legacy)
