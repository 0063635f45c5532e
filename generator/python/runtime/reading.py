"""Readers of replies. They load no model, and nothing that models need, before there is a reply to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .model import Model
    from .types import Operation

    ModelT = TypeVar("ModelT", bound=Model)

    ReplyT = TypeVar("ReplyT", bound=Model)

T = TypeVar("T")
_NO_VALUES: Mapping[str, str] = {}
_logged: set[str] = set()
"""The operations of which a reply lacked a key, each of which is logged once in a process."""


class ReplyFault(Exception):  # noqa: N818 - both layers turn it into the error that they raise
    """A success that a client must not take for one. The message holds nothing of the reply itself."""

    def __init__(self, message: str, *, is_refusal: bool = False, sent: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.is_refusal = is_refusal
        """True if nothing was written; the reply may say why."""
        self.sent = sent
        """Places of the request where the missing id may be, under which the write may have been stored."""


def checked(operation: Operation, data: Any, reply: ReplyT) -> ReplyT:
    """Return the reply, and log the documented keys that it lacks.

    Raises ReplyFault if it has no id of what was created or read, or says that nothing was written.
    """
    if operation.acknowledges and False in _at(data, operation.acknowledges.split(".")):
        raise ReplyFault(f"{operation.acknowledges}: false", is_refusal=True)
    if operation.identifies and not _identified(_at(data, operation.identifies.split("."))):
        name = operation.identifies.rpartition(".")[2].removesuffix("s")
        places = dict.fromkeys([*operation.client_ids, operation.identifies])
        raise ReplyFault(
            f"no {operation.identifies}", sent=[place for place in places if place.rpartition(".")[2] == name]
        )
    if operation.id not in _logged and (lacking := reply.lacking()):
        import logging

        _logged.add(operation.id)
        logging.getLogger("honeyhive").warning(
            "the reply of %s.%s lacks %s, documented as always there; each is UNSET",
            operation.namespace,
            operation.name,
            ", ".join(lacking),
        )
    return reply


def not_null(data: Any, body: bytes, reply: T) -> T:
    """Return the reply. Raises ReplyFault for the JSON null in place of a model: readers take it for an empty body."""
    if data is None and reply is not None and not body.isspace() and body:
        raise ReplyFault("null, which is not documented")
    return reply


def _at(value: Any, steps: Sequence[str]) -> list[Any]:
    """Return the values at a place: one for each item of the lists on the way, None where the place is absent."""
    if not steps:
        return [value]
    found = value.get(steps[0].removesuffix("[]")) if isinstance(value, dict) else None
    items = found if steps[0].endswith("[]") and isinstance(found, list) else [found]
    return [inner for item in items for inner in _at(item, steps[1:])]


def _identified(ids: list[Any]) -> bool:
    return all(one not in (None, "") and not isinstance(one, bool | dict) for one in ids)


def read_model(model: type[ModelT], data: Any) -> ModelT:
    """Return the model of a reply; an empty body is an empty object. Raises TypeError for other JSON than an object."""
    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return model.from_dict(data or {})


def read_models(model: type[ModelT], data: Any) -> list[ModelT]:
    """Return the models of a reply that is an array. Raises TypeError for other JSON."""
    return [model.from_dict(item) if isinstance(item, dict) else item for item in read_array(data)]


def read_one_of(
    models: Sequence[type[Any]], data: Any, discriminator: str = "", values: Mapping[str, str] = _NO_VALUES
) -> Any:
    """Return the reply as the one of several models that it is. Raises TypeError for other JSON than an object."""
    if not isinstance(data, dict):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return choose(models, discriminator, values, data).from_dict(data)


def read_array(data: Any) -> list[Any]:
    """Return a reply that is an array; an empty body is an empty one. Raises TypeError for other JSON."""
    if not isinstance(data, list | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an array")
    return data or []


def choose(
    models: Sequence[type[Model]], discriminator: str, values: Mapping[str, str], value: Mapping[str, Any]
) -> type[Model]:
    """Return the model that the discriminator names, otherwise the one of which the most required keys are there."""
    stated = str(value.get(discriminator))
    named = [model for model in models if model.__name__ == values.get(stated, stated)]
    fitting = [model for model in models if model.required_keys() <= value.keys()]
    return named[0] if named else max(fitting or models, key=lambda model: len(model.required_keys() & value.keys()))
