"""Checks of the arguments of ``evaluate``, before anything runs."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Final

from .._core.errors import InvalidRequestError

_INTEGERS: Final = {"concurrency": 1, "repetitions": 1, "retries": 0}
"""The smallest value of each argument that is an integer."""
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
            raise InvalidRequestError(f"{name} is {value!r}; pass a positive number, or None")
    _check_failures(arguments["tolerate_failures"])
    _check_run(arguments)
    _check_types(arguments)
    if not arguments["keep_rows"]:
        _check_without_rows(arguments)


def _check_failures(value: Any) -> None:
    if value is not None and not (_is_number(value) and value >= 0):
        raise InvalidRequestError(
            f"tolerate_failures is {value!r}; pass a number of rows, a share of all rows below 1, or None for no limit"
        )


def _check_run(arguments: Mapping[str, Any]) -> None:
    run_id = arguments["run_id"]
    if run_id is not None and not isinstance(run_id, str):
        raise InvalidRequestError(f"run_id is {run_id!r}; pass a string")
    if run_id is not None and not run_id.strip():  # for example from an unset variable, shared by all such runs
        raise InvalidRequestError("run_id is empty; pass a string that is not, or leave it out")
    if arguments["retry_failed"] and run_id is None:
        raise InvalidRequestError("retry_failed needs run_id: the run whose failed rows should run again")
    compare_with = arguments["compare_with"]
    if compare_with is not None and not isinstance(compare_with, str):
        raise InvalidRequestError(f"compare_with is {compare_with!r}; pass the id of a run as a string, or 'last'")


def _check_types(arguments: Mapping[str, Any]) -> None:
    for name in ("configuration", "metadata", "columns"):
        value = arguments[name]
        if value is not None and not isinstance(value, Mapping):
            raise InvalidRequestError(f"{name} is a {type(value).__name__}; pass a dict")
    if isinstance(arguments["lower_is_better"], str):
        raise InvalidRequestError("lower_is_better is a string; pass a list of metric names")
    if not _is_number(arguments["delivery_timeout"]):
        raise InvalidRequestError(f"delivery_timeout is {arguments['delivery_timeout']!r}; pass seconds")
    journal_dir = arguments["journal_dir"]
    if journal_dir is not None and not isinstance(journal_dir, str | PurePath):
        raise InvalidRequestError(f"journal_dir is {journal_dir!r}; pass the path of a folder, or None")


def _check_without_rows(arguments: Mapping[str, Any]) -> None:
    for name in ("compare_with", "summary_evaluators"):
        if arguments[name]:
            raise InvalidRequestError(f"{name} needs the rows; leave out keep_rows=False")
    if arguments["repetitions"] > 1:
        raise InvalidRequestError("repetitions are computed from the rows; leave out keep_rows=False")


def _check_integer(name: str, value: Any, least: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise InvalidRequestError(f"{name} is {value!r}; pass an integer of at least {least}")


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
