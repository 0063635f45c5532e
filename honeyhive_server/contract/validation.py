"""What the documented service tolerates in a body: each is repaired, named as lint, and refused under --strict.

A null where no null is documented is read as absent. A time that is no number becomes now, at the start and
at the end of a session alike: of the end the sources say "the same caveat". An id that is no text is replaced.
"""

from typing import Any

import jsonschema_rs
from jsonschema_rs import ValidationErrorKind as Kind

from ..model.http_error import Refusal
from .contract import Contract, Schema

MAX_FAULTS = 20
MAX_MESSAGE = 200


def admit(contract: Contract, schema: Schema, body: Any, now: int, *, strict: bool) -> list[str]:
    """Make the body fit the schema in place and return the lint: what was repaired.

    Raises Refusal (400) for what the service does not tolerate, and under strict for anything that does not fit.
    """
    try:
        if schema.fits(body):
            return []
    except ValueError as error:  # older releases of the validator give up on a depth that newer ones check
        raise Refusal(400, f"the body cannot be checked: {error}") from None
    lint = [] if strict else [text for fault in schema.faults(body) if (text := _repair(contract, body, fault, now))]
    if lint and schema.fits(body):
        return lint
    faults = [_explain(schema, fault) for _, fault in zip(range(MAX_FAULTS), schema.faults(body), strict=False)]
    raise Refusal(400, "; ".join(dict.fromkeys(faults)))


def _repair(contract: Contract, body: Any, fault: jsonschema_rs.ValidationError, now: int) -> str | None:
    *above, last = fault.instance_path or [0]
    if not isinstance(last, str):
        return None
    holder = body
    for step in above:
        holder = holder[step]
    if last not in holder:  # two faults of one value: the first repair was enough
        return None
    where = ".".join(map(str, fault.instance_path))
    if holder[last] is None:
        del holder[last]
        return f"{where}: null is read as absent"
    if last in contract.times:
        holder[last] = now
        return f"{where}: not a number, replaced by the current time"
    if last in contract.ids:
        del holder[last]
        return f"{where}: not a text, replaced by a new id"
    return None


def _explain(schema: Schema, fault: jsonschema_rs.ValidationError) -> str:
    where = ".".join(map(str, fault.instance_path)) or "body"
    match fault.kind:
        case Kind.OneOfNotValid() | Kind.OneOfMultipleValid():
            # The document says oneOf only of keys that exclude each other.
            keys = [key for alternative in schema.rule(fault) for key in alternative["required"]]
            return f"{where}: exactly one of {', '.join(keys)} must be present"
        case Kind.Required(property=name):
            return f"{where}: {name} is missing"
        case Kind.Enum(options=options):
            return f"{where}: not one of {', '.join(map(str, options))}"
        case Kind.Type(types=types):
            return f"{where}: not of type {' or '.join(types)}"
    return f"{where}: {fault.message[-MAX_MESSAGE:]}"
