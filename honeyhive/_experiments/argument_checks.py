"""Checks of ``evaluate``'s arguments, made before any row runs."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Final

from .._core.errors import InvalidRequestError

_INTEGERS: Final = {"concurrency": 1, "repetitions": 1, "retries": 0}
"""The smallest allowed value of each argument that must be an integer."""
_POSITIVE: Final = ("timeout", "rate_limit")


def check_arguments(arguments: Mapping[str, Any]) -> None:
    """Raise InvalidRequestError for the first argument that is wrong."""
    for name, least in _INTEGERS.items():
        _check_integer(name, arguments[name], least)
    if arguments["limit"] is not None:
        _check_integer("limit", arguments["limit"], 1)
    for name in _POSITIVE:
        value = arguments[name]
        if value is not None and not (_is_number(value) and value > 0):
            raise InvalidRequestError(f"is {value!r}; pass a positive number, or None", argument=name)
    _check_failures(arguments["tolerate_failures"])
    _check_run(arguments)
    _check_types(arguments)
    if not arguments["keep_rows"]:
        _check_without_rows(arguments)


def _check_failures(value: Any) -> None:
    if value is not None and not (_is_number(value) and value >= 0):
        raise InvalidRequestError(
            f"is {value!r}; pass a number of rows, a number below 1 for a share of all rows, or None for no limit",
            argument="tolerate_failures",
        )


def _check_run(arguments: Mapping[str, Any]) -> None:
    run_id = arguments["run_id"]
    if run_id is not None and not isinstance(run_id, str):
        raise InvalidRequestError(f"is {run_id!r}; pass a string", argument="run_id")
    # An unset environment variable gives an empty id, and all such runs would share it.
    if run_id is not None and not run_id.strip():
        raise InvalidRequestError("is empty; pass a name such as 'november', or leave it out", argument="run_id")
    if arguments["retry_failed"] and run_id is None:
        raise InvalidRequestError("needs run_id: the run whose failed rows should run again", argument="retry_failed")
    compare_with = arguments["compare_with"]
    if compare_with is not None and not isinstance(compare_with, str):
        raise InvalidRequestError(
            f"is {compare_with!r}; pass the id of a run as a string, or 'last'", argument="compare_with"
        )


def _check_types(arguments: Mapping[str, Any]) -> None:
    for name in ("configuration", "metadata", "columns"):
        value = arguments[name]
        if value is not None and not isinstance(value, Mapping):
            raise InvalidRequestError(f"is a {type(value).__name__}; pass a dict", argument=name)
    if isinstance(arguments["lower_is_better"], str):
        raise InvalidRequestError("is a string; pass a list of metric names", argument="lower_is_better")
    if not _is_number(arguments["delivery_timeout"]):
        raise InvalidRequestError(
            f"is {arguments['delivery_timeout']!r}; pass a number of seconds", argument="delivery_timeout"
        )
    journal_dir = arguments["journal_dir"]
    if journal_dir is not None and not isinstance(journal_dir, str | PurePath):
        raise InvalidRequestError(f"is {journal_dir!r}; pass the path of a folder, or None", argument="journal_dir")


def _check_without_rows(arguments: Mapping[str, Any]) -> None:
    for name in ("compare_with", "summary_evaluators"):
        if arguments[name]:
            raise InvalidRequestError("needs the results of all rows; leave out keep_rows=False", argument=name)
    if arguments["repetitions"] > 1:
        raise InvalidRequestError(
            "above 1 need the results of all rows; leave out keep_rows=False", argument="repetitions"
        )


def _check_integer(name: str, value: Any, least: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise InvalidRequestError(f"is {value!r}; pass an integer of at least {least}", argument=name)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
