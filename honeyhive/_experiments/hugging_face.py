"""Hugging Face datasets: gives their rows as plain values, and raises an error for a dictionary of splits."""

from collections.abc import Mapping
from typing import Any

from .._core.errors import InvalidRequestError
from .._core.key_kinds import article


def plain_rows(source: Any) -> Any:
    """Return a Hugging Face dataset without its output format, such as pandas or torch; any other value unchanged.

    The columns that the format selects and the function given to ``with_transform()`` are kept, because they define
    the rows. Raises InvalidRequestError for a dictionary of splits.
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
    with_format = getattr(source, "with_format", None)
    if not callable(with_format):
        return source
    form = getattr(source, "format", None)
    if form is None:  # a stream, whose format has no columns
        return with_format(None)
    if form["type"] == "custom":
        return source
    return with_format(None, columns=form["columns"], output_all_columns=form["output_all_columns"])
