"""Readers of replies. They import no model before there is a reply to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from .types import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .model import Model
    from .types import Operation

    ModelT = TypeVar("ModelT", bound=Model)

_NO_VALUES: Mapping[str, str] = {}
_logged: set[str] = set()
"""Ids of the operations with an incomplete reply, each of which is logged once per process."""


class InvalidReplyError(Exception):
    """A 2xx reply that is not a success. The message contains no content of the reply."""

    def __init__(self, problem: str, *, is_refusal: bool = False, id_places: Sequence[str] = ()) -> None:
        super().__init__(problem)
        self.is_refusal = is_refusal
        """True if the reply reports a failed write; it may have the reason."""
        self.id_places = id_places
        """Places in the request body in which the client may have sent the missing id."""


def read_model(model: type[ModelT], data: Any, operation: Operation) -> ModelT:
    """Return the model of a reply; an empty body is an empty object. Logs required keys that are missing.

    Raises TypeError if the reply is not an object, and InvalidReplyError if it lacks its id or reports a failed write.
    """
    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    data = data or {}
    _check(operation, data)
    reply = model.from_dict(data)
    if operation.id not in _logged:
        _log_missing_keys(operation, reply)
    return reply


def read_models(model: type[ModelT], data: Any) -> list[ModelT]:
    """Return the models of a reply that is an array. Raises TypeError if it is not one."""
    return [model.from_dict(item) if isinstance(item, dict) else item for item in read_array(data)]


def read_one_of(
    models: Sequence[type[Any]],
    data: Any,
    operation: Operation,
    discriminator: str = "",
    values: Mapping[str, str] = _NO_VALUES,
) -> Any:
    """Return the matching model of a reply with several possible models. Raises TypeError if it is not an object."""
    if not isinstance(data, dict):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return read_model(choose(models, discriminator, values, data), data, operation)


def read_array(data: Any) -> list[Any]:
    """Return a reply that is an array; an empty body is an empty array. Raises TypeError if it is not one."""
    if not isinstance(data, list | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an array")
    return data or []


def choose(
    models: Sequence[type[Model]], discriminator: str, values: Mapping[str, str], value: Mapping[str, Any]
) -> type[Model]:
    """Return the model of the discriminator or, without one, the model with the most required keys present."""
    stated = str(value.get(discriminator))
    named = [model for model in models if model.__name__ == values.get(stated, stated)]
    fitting = [model for model in models if model.required_keys() <= value.keys()]
    return named[0] if named else max(fitting or models, key=lambda model: len(model.required_keys() & value.keys()))


def _check(operation: Operation, data: Mapping[str, Any]) -> None:
    """Raise InvalidReplyError if the reply reports a failed write, or lacks the id of the object."""
    if operation.acknowledges and False in _values_at(data, operation.acknowledges):
        raise InvalidReplyError(f"{operation.acknowledges}: false", is_refusal=True)
    if operation.identifies and not all(map(_is_id, _values_at(data, operation.identifies))):
        name = operation.identifies.rpartition(".")[2].removesuffix("s")
        places = dict.fromkeys([*operation.client_ids, operation.identifies])
        id_places = [place for place in places if place.rpartition(".")[2] == name]
        raise InvalidReplyError(f"no {operation.identifies}", id_places=id_places)


def _values_at(value: Any, place: str) -> list[Any]:
    """Return the values at a place: one for each item of a list in it; None for an absent key or an empty list."""
    step, _, rest = place.partition(".")
    found = value.get(step.removesuffix("[]")) if isinstance(value, dict) else None
    items = found if step.endswith("[]") and found and isinstance(found, list) else [found]
    return [inner for item in items for inner in _values_at(item, rest)] if rest else items


def _is_id(value: Any) -> bool:
    """Return True for an id, or a list of ids."""
    return value is not None and value != "" and not isinstance(value, bool | dict)


def _missing_keys(model: Model) -> list[str]:
    """Return the dotted paths of missing required keys in a model and the models directly in it."""
    missing = []
    for _, name, key, read in type(model)._plan or ():
        value = getattr(model, name)
        if value is UNSET:
            if key in model.required_keys():
                missing.append(key)
        elif read is not None and "_plan" in type(value).__dict__:
            missing += [f"{key}.{inner}" for inner in _missing_keys(value)]
    return missing


def _log_missing_keys(operation: Operation, reply: Model) -> None:
    missing = _missing_keys(reply)
    if not missing:
        return
    import logging

    _logged.add(operation.id)
    logging.getLogger("honeyhive").warning(
        "the reply of %s.%s lacks %s; the document requires these keys, and they are now UNSET",
        operation.namespace,
        operation.name,
        ", ".join(missing),
    )
