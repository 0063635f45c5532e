"""JSON for Python values in free-form objects of direct calls. Traced events use the same forms."""

from typing import Any

_WHOLE = 2**62


def json_value(value: Any) -> Any:
    """Return the JSON form of the value, such as a string for a datetime. Raises TypeError if there is none.

    Unlike in a traced event, nothing is cut, no field is left out, and bytes are refused. A direct call sends its
    arguments whole, or raises.
    """
    from .._tracing.payload.json_forms import json_form  # imported here: rarely needed

    if type(value).__module__ == "numpy" and hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, type):
        raise TypeError
    names = _field_names(type(value))
    if names is not None:
        return {name: getattr(value, name) for name in names if hasattr(value, name)}
    form, content = json_form(value, _WHOLE)
    if form in ("bytes", "other"):
        raise TypeError
    if form == "pairs":
        return dict(content)
    return list(content) if form == "items" else content


def _field_names(kind: type) -> list[str] | None:
    """Return the names of all fields of a dataclass or an attrs class, including fields without a repr."""
    dataclass, attrs = getattr(kind, "__dataclass_fields__", None), getattr(kind, "__attrs_attrs__", None)
    if isinstance(dataclass, dict):
        from dataclasses import fields

        return [field.name for field in fields(kind)]
    return [field.name for field in attrs] if isinstance(attrs, tuple) else None
