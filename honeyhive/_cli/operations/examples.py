"""An example of each operation's command, made from the examples of openapi.json."""

import json
import shlex
from typing import Any, Final

from honeyhive_api.openapi import read_document
from honeyhive_api.types import Field, Operation

from .descriptions import opened
from .flags import flag_fields, flag_name

_FEW: Final = 2
_SHORT: Final = 60
"""Maximum length of the value of an optional flag in an example."""
_WIDTH: Final = 90


def example(operation: Operation, unscoped: Operation | None) -> str:
    """Return a command that works as shown, over several lines if it is long.

    ``unscoped`` is the same operation without a scope such as a project. The example has the flag of the scope only if
    ``unscoped`` is deprecated.
    """
    words = ["honeyhive", operation.namespace.replace("_", "-"), operation.name.replace("_", "-")]
    values = _values(operation)
    fields = flag_fields(operation)
    scope = operation.scoped_by if unscoped else None
    path = [one for one in fields if one.location == "path"]
    words += [shlex.quote(str(values.get(one.name, one.name.upper()))) for one in path if one.argument != scope]
    flags = [_flag(one, values[one.name]) for one in path if one.argument == scope and unscoped and unscoped.deprecated]
    flags += [_flag(one, values[one.name]) for one in _chosen(operation, fields, values)]
    line = " ".join([*words, *flags])
    return line if len(line) <= _WIDTH else " \\\n  ".join([" ".join(words), *flags])


def _chosen(operation: Operation, fields: list[Field], values: dict[str, Any]) -> list[Field]:
    """Return the fields of the example: all that are required, and a few optional ones if few are required.

    If exactly one of several fields is required, all that have an example value are returned.
    """
    given = [one for one in fields if one.name in values and one.location != "path" and not one.deprecated]
    needed = {name for group in operation.exactly_one for name in group}
    chosen = [one for one in given if one.required or one.name in needed]
    chosen += sorted(
        (one for one in given if one not in chosen and _is_telling(operation, one, values)), key=_does_not_name
    )
    # An operation without a body takes filters as flags, and one filter is enough for an example.
    few = _FEW if operation.body else 1
    return [one for number, one in enumerate(chosen) if number < few or one.required or one.name in needed]


def _is_telling(operation: Operation, field: Field, values: dict[str, Any]) -> bool:
    """Return True for an optional field that makes a good example."""
    value = values[field.name]
    is_chosen_for_you = field.name == "page" or field.name in operation.client_ids
    is_off = value is False and field.location != "body"
    return not (field.required or is_chosen_for_you or is_off) and len(_text(value)) <= _SHORT


def _does_not_name(field: Field) -> bool:
    return not field.name.endswith("name")


def _values(operation: Operation) -> dict[str, Any]:
    """Return the example values from openapi.json by wire key: first of the parameters, then of the body."""
    item = read_document()["paths"][operation.path]
    entry = item[operation.method.lower()]
    values: dict[str, Any] = {}
    for one in map(opened, item.get("parameters", []) + entry.get("parameters", [])):
        value = _first(one)
        if value is not None:
            values[one["name"]] = value
    if operation.body is None:
        return values
    content = next(iter(opened(entry["requestBody"])["content"].values()))
    value = _first(content)
    if operation.body != "flat":
        return {**values, operation.fields[-1].name: value}
    return {**(value if isinstance(value, dict) else {}), **values}


def _first(described: dict[str, Any]) -> Any:
    """Return the first example of a parameter or a body, or None. Long lists in a body are cut to one item."""
    for one in described.get("examples", {}).values():
        value = opened(one).get("value")
        return {key: _one_item(item) for key, item in value.items()} if isinstance(value, dict) else value
    return described.get("example", described.get("schema", {}).get("example"))


def _one_item(value: Any) -> Any:
    is_long = isinstance(value, list) and len(value) > 1 and len(_text(value)) > _WIDTH
    return value[:1] if is_long else value


def _flag(field: Field, value: Any) -> str:
    name = flag_name(field.name)
    if field.types == ("boolean",):
        return f"--{name}" if value else f"--no-{name}"
    return f"--{name} {shlex.quote(_text(value, is_json=field.types != ('string',) or field.kind == 'json'))}"


def _text(value: Any, *, is_json: bool = False) -> str:
    if isinstance(value, str) and not is_json:
        return value
    return value if isinstance(value, str) and value[:1] in "{[" else json.dumps(value, ensure_ascii=False)
