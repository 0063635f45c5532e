"""Fixtures: the kit of this project's document, and a listener."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.document import Document
from generator.spec.conformance import Listener, listen, render_kit

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def document() -> Document:
    return Document.read(ROOT / "openapi.yaml")


@pytest.fixture(scope="session")
def kit(document: Document) -> dict[str, Any]:
    return render_kit(document)


@pytest.fixture
def listener(document: Document) -> Iterator[Listener]:
    with listen(document) as listener:
        yield listener
