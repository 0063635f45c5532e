"""Datasets of Hugging Face: their rows as plain values, and a dictionary of splits refused with their names."""

from collections.abc import Mapping
from typing import Any

from .._core.errors import InvalidRequestError
from .._core.key_kinds import article


def plain_rows(source: Any) -> Any:
    """Return the dataset without its format, such as pandas or torch, and any other value as it is.

    Raises InvalidRequestError for a dictionary of splits.
    """
    if type(source).__module__.partition(".")[0] != "datasets":
        return source
    kind = type(source).__name__
    if isinstance(source, Mapping) and kind.endswith("DatasetDict"):
        splits = ", ".join(map(repr, source))
        raise InvalidRequestError(
            f"is {article(kind.lower())} {kind} with the splits {splits}; pass one of them, as in dataset=splits[NAME]",
            argument="dataset",
        )
    without_format = getattr(source, "with_format", None)
    return without_format(None) if callable(without_format) else source
