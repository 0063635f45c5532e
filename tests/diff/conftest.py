"""A small document with most kinds of parts, for tests of changes."""

import json
from typing import Any

import pytest
import yaml

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: 1.2.3}
servers: [{url: https://shop.example, x-honeyhive-host: shop}]
security: [{key: []}]
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [Orders]
      parameters:
        - {name: limit, in: query, schema: {type: integer, maximum: 100}}
        - {name: state, in: query, required: true, schema: {type: string}}
      responses:
        '200':
          description: The orders.
          headers: {X-Total: {schema: {type: integer}}}
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Read'}}}}
        '404': {description: None.}
    post:
      operationId: addOrder
      x-honeyhive-method: orders.add
      tags: [Orders]
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Sent'}}}
      responses:
        '201':
          description: The order.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Read'}}
            text/csv: {schema: {type: string}}
  /orders/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    delete:
      operationId: removeOrder
      tags: [Orders]
      deprecated: true
      responses: {'204': {description: Gone.}}
components:
  securitySchemes:
    key: {type: http, scheme: bearer}
    other: {type: apiKey, in: header, name: X-Key}
  schemas:
    Sent: &fields
      type: object
      required: [name]
      properties:
        name: {type: string, description: The name.}
        note: {type: [string, 'null'], maxLength: 80}
        size: {type: number, format: double}
        count: {type: integer, format: int64, minimum: 0}
        state: {$ref: '#/components/schemas/State'}
        tags: {type: array, items: {type: string}}
        either: {oneOf: [{$ref: '#/components/schemas/State'}, {type: integer}]}
      additionalProperties: true
    Read: *fields
    State: {type: string, enum: [open, closed]}
"""


@pytest.fixture
def document() -> dict[str, Any]:
    """Return a new copy of the document, which shares no part with other copies."""
    return json.loads(json.dumps(yaml.safe_load(DOCUMENT)))
