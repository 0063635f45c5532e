"""Validation of request bodies, with the repairs that the documented service makes.

Each repair is reported as lint, and is an error under --strict. An undocumented null is treated as absent. A time that
is not a number becomes the current time. This applies to the start and the end of a session, because openapi.yaml has
the same note for both. An id that is not a string is replaced.
"""

from typing import Any

import jsonschema_rs
from jsonschema_rs import ValidationErrorKind as Kind

from ..model.http_messages import HTTPError
from .served_operations import MAX_MESSAGE, CompiledSchema, Contract, place_of

# Maximum number of reported errors: a batch of 1,000 events may have thousands.
MAX_ERRORS = 20


def validate_body(contract: Contract, schema: CompiledSchema, body: Any, now: int, *, strict: bool) -> list[str]:
    """Repair the body in place so that it fits the schema, and return the repairs as lint.

    ``now`` is in Unix milliseconds. Raises HTTPError (400) for faults that the service does not tolerate; if ``strict``
    is true, for all faults.
    """
    try:
        if schema.is_valid(body):
            return []
    except ValueError as error:  # older releases of the validator reject deep nesting that newer releases validate
        raise HTTPError(400, f"the body cannot be validated: {error}") from None
    lint = [] if strict else [text for error in schema.errors(body) if (text := _repair(contract, body, error, now))]
    if lint and schema.is_valid(body):
        return lint
    errors = [_message(schema, error) for _, error in zip(range(MAX_ERRORS), schema.errors(body), strict=False)]
    raise HTTPError(400, "; ".join(dict.fromkeys(errors)))


def _repair(contract: Contract, body: Any, error: jsonschema_rs.ValidationError, now: int) -> str | None:
    *above, last = error.instance_path or [0]
    if not isinstance(last, str):
        return None
    holder = body
    for step in above:
        holder = holder[step]
    if last not in holder:  # a second error of a value that is already repaired
        return None
    place = place_of(error)
    if holder[last] is None:
        del holder[last]
        return f"{place}: null is treated as absent"
    if last in contract.times:
        holder[last] = now
        return f"{place}: not a number, replaced by the current time"
    if last in contract.ids:
        del holder[last]
        return f"{place}: not a string, replaced by a new id"
    return None


def _message(schema: CompiledSchema, error: jsonschema_rs.ValidationError) -> str:
    place = place_of(error)
    match error.kind:
        case Kind.OneOfNotValid() | Kind.OneOfMultipleValid():
            # openapi.yaml uses oneOf only for keys that exclude each other.
            keys = [key for alternative in schema.rule(error) for key in alternative["required"]]
            return f"{place}: exactly one of {', '.join(keys)} must be present"
        case Kind.Required(property=name):
            return f"{place}: {name} is missing"
        case Kind.Enum(options=options):
            return f"{place}: not one of {', '.join(map(str, options))}"
        case Kind.Type(types=types):
            return f"{place}: not of type {' or '.join(types)}"
    return f"{place}: {error.message[-MAX_MESSAGE:]}"
