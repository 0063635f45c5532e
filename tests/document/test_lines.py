"""A message has the line number of the innermost place that it names."""

import pytest

from generator.document import Document

TEXT = """\
openapi: 3.1.0
paths:
  /a/{id}:
    parameters:
      - name: id
        in: path
    post:
      parameters:
        - $ref: '#/components/parameters/Dry'
      requestBody:
        content:
          application/json:
            examples:
              one: {value: 1}
      responses:
        200: {description: Done.}
components:
  parameters:
    Dry:
      name: dry
      example: 7
      in: query
  schemas:
    A.b:
      properties:
        c.d:
          anyOf:
            - type: string
            - type: 'null'
"""


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("POST /a/{id}: it has no summary", 7),
        ("POST /a/{id}: parameter id: it has no example", 5),
        ("POST /a/{id}: the query parameter dry is dropped", 20),
        ("POST /a/{id}: parameter dry: example is refused: 7 is not of type", 21),
        ("POST /a/{id}: parameter other: it has no example", 7),
        ("POST /a/{id}: request body: it is written inline", 10),
        ("POST /a/{id}: request body: example one is refused: 1 is not of type", 14),
        ("POST /a/{id}: response 200: it has no example", 16),
        ("POST /a/{id}: the reply 404 is dropped", 7),
        ("schema A.b: it is dropped", 24),
        ("#/components/schemas/A.b.c.d/anyOf/1: a bare type null", 29),
        ("#/components/schemas/A.b.gone: it has no description", 24),
    ],
)
def test_the_line_of_a_message(message: str, line: int) -> None:
    assert Document.parse("a.yaml", TEXT).numbered([message]) == [f"a.yaml:{line}: {message}"]


@pytest.mark.parametrize("message", ["ruff format failed", "#/nowhere: it is gone"])
def test_a_message_without_a_document_path_is_unchanged(message: str) -> None:
    assert Document.parse("a.yaml", TEXT).numbered([message]) == [message]
    assert Document("a.yaml", {"openapi": "3.1.0"}).numbered([message]) == [message]
