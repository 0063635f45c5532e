"""The names of all methods, as a file under review: a change of the public names is a change of that file.

``make generate`` refreshes it.
"""

from pathlib import Path

from honeyhive_api.types import Operation

from generator.document import Document
from tests.recorded import refresh
from tests.rows import OPERATIONS

ROOT = Path(__file__).parents[2]
FILE = Path(__file__).with_name("methods.txt")
HEADER = """\
# Every method of the clients: its name, what it sends, the host, the keys that open it (the preferred one first),
# whether it is deprecated, and the method beside it that goes through all pages.
# Refresh: make generate
"""


def line(operation: Operation) -> str:
    marks = ["deprecated"] if operation.deprecated else []
    marks += [f"+ {operation.name}_all"] if operation.paging else []
    return " ".join(
        [
            f"{operation.namespace}.{operation.name}",
            operation.method,
            operation.path,
            operation.host,
            ",".join(operation.security),
            *marks,
        ]
    )


def text() -> str:
    return HEADER + "".join(f"{line(operation)}\n" for operation in OPERATIONS.values())


def test_the_names_are_those_under_review() -> None:
    assert text() == FILE.read_text(), "refresh methods.txt with: make generate"


def test_every_operation_of_the_document_is_there() -> None:
    document = Document.read(ROOT / "openapi.yaml")

    assert [(one.method, one.path) for one in OPERATIONS.values()] == [
        (method, path) for method, path, *_ in document.operations()
    ]


def test_deprecated_operations_stand_apart_or_have_no_replacement() -> None:
    """What is current never has the longer name of two."""
    names = {f"{one.namespace}.{one.name}": one for one in OPERATIONS.values()}
    for name, operation in names.items():
        if name.endswith("_legacy"):
            assert operation.deprecated, name


if __name__ == "__main__":
    refresh(FILE, text())
