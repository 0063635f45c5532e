"""The generated package as a whole: every file with its text."""

import json

from ..document import Document
from ..model.build import build_table
from .client import render_client


def render_package(document: Document) -> dict[str, str]:
    """Every file of the package by its path; raises DocumentError where the document cannot be carried over whole."""
    header = f"Generated from {document.name} by `python -m generator` (make generate). Do not edit."
    files = {name: f"# {header}\n{text}" for name, text in render_client(document, build_table(document)).items()}
    files["py.typed"] = f"# {header}\n"
    # JSON has no comments: the header is the first key, alone on the first line.
    files["openapi.json"] = f'{{"x-generated": {json.dumps(header)},\n' + _json(document)[2:]
    return files


def _json(document: Document) -> str:
    return json.dumps(document.data, indent=1, ensure_ascii=False) + "\n"
