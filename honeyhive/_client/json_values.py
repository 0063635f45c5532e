"""JSON for Python values in free-form objects of direct calls, the same as in traced events."""

from typing import Any

_WHOLE = 2**62


def json_value(value: Any) -> Any:
    """Return what JSON has for the value, such as a string for a datetime. Raises TypeError if it has nothing.

    Unlike in a traced event, nothing is cut, and bytes are refused: a direct call sends what it is given, or raises.
    """
    from .._tracing.payload.json_forms import json_form  # rarely needed

    if type(value).__module__ == "numpy" and hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, type):
        raise TypeError
    form, content = json_form(value, _WHOLE)
    if form in ("bytes", "other"):
        raise TypeError
    if form == "pairs":
        return dict(content)
    return list(content) if form == "items" else content
