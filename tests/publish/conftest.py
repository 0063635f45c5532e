"""Fixtures: the published files of this project's document, which are rendered once."""

from pathlib import Path
from typing import Any

import pytest

from generator.document import Document, DocumentError
from generator.spec.conformance import render_kit
from generator.spec.diff import APPROVALS, Version, read_approvals
from generator.spec.publish import of_host, render_publication
from generator.spec.publish.reference import Redoc, redoc
from generator.spec.releases import kept_approvals, released_documents, upgrade_advice
from tests.needs import missing

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def document() -> Document:
    return Document.read(ROOT / "openapi.yaml")


@pytest.fixture(scope="session")
def derived(document: Document) -> dict[str, Document]:
    """Return the published document of each host."""
    return {host: of_host(document, host) for host in document.hosts()}


@pytest.fixture(scope="session")
def kit(document: Document) -> dict[str, Any]:
    return render_kit(document)


@pytest.fixture(scope="session")
def program() -> Redoc:
    """Return Redoc. The first run downloads it from npm."""
    try:
        return redoc()
    except DocumentError as error:
        missing(str(error))
        raise


@pytest.fixture(scope="session")
def publication(document: Document, program: Redoc) -> dict[str, str]:
    approvals = {str(Version.of(document)): read_approvals(ROOT / APPROVALS), **kept_approvals()}
    return render_publication(document, released_documents(), program, upgrade_advice(), approvals)
