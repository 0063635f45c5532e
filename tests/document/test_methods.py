"""The methods of the generated package are those of the document, and those in the list under review."""

from pathlib import Path

from honeyhive_api.operations import OPERATIONS

from generator.document import Document

ROOT = Path(__file__).parents[2]
FILE = Path(__file__).with_name("methods.txt")


def test_the_package_has_the_names_under_review() -> None:
    reviewed = [line.split()[0] for line in FILE.read_text().splitlines() if not line.startswith("#")]

    assert [f"{one.namespace}.{one.name}" for one in OPERATIONS.values()] == reviewed


def test_every_operation_of_the_document_is_there() -> None:
    document = Document.read(ROOT / "openapi.yaml")

    assert [(one.method, one.path) for one in OPERATIONS.values()] == [
        (one.method, one.path) for one in document.operations()
    ]


def test_deprecated_operations_stand_apart_or_have_no_replacement() -> None:
    """What is current never has the longer name of two."""
    names = {f"{one.namespace}.{one.name}": one for one in OPERATIONS.values()}
    for name, operation in names.items():
        if name.endswith("_legacy"):
            assert operation.deprecated, name
