"""The rows that an experiment runs over: of a stored dataset, a list, or a file."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from .._core.errors import InvalidRequestError
from .dataset_file import SUFFIXES, Placed, listed, read_file
from .digest import digest

if TYPE_CHECKING:
    from .._client import HoneyHive

Source: TypeAlias = str | PurePath | Sequence[Any] | Mapping[str, Any] | Any
"""An id, a path, the rows as dicts or datapoints, or the answer of ``datapoints.list()``."""

EXTERNAL: Final = "EXT-"
"""Prefix of the ids of rows and datasets that the service does not store."""
_GROUND_TRUTHS: Final = ("ground_truth", "ground_truths")
_OWN_KEYS: Final = frozenset({"inputs", "id", "history", "metadata", *_GROUND_TRUTHS})
_SERVICE_KEYS: Final = frozenset({"linked_event", "linked_datasets", "created_at", "updated_at"})


class Row(NamedTuple):
    """One case of a dataset."""

    datapoint_id: str
    inputs: Any
    ground_truth: Any
    datapoint: Mapping[str, Any]
    """The whole row as it was given."""
    metadata: Mapping[str, Any] = {}
    """Its metadata and all keys that have no other meaning."""


class Dataset(NamedTuple):
    """The rows, in their order."""

    dataset_id: str
    rows: tuple[Row, ...]


def read(source: Source, client: "HoneyHive") -> Dataset:
    """Return the dataset that the argument names: a stored one by its id, a file by its path, or the rows themselves.

    Raises InvalidRequestError for anything else, and for a dataset without rows.
    """
    if isinstance(source, PurePath):
        return _of_file(Path(source))
    if isinstance(source, str):
        path = Path(source)
        return _of_file(path) if path.suffix in SUFFIXES or _is_file(path) else _stored(source, client)
    found = listed(source)
    rows, are_stored = found or (source, False)
    if found is None and (isinstance(source, Mapping) or not isinstance(source, Iterable)):
        kind = type(source).__name__
        raise InvalidRequestError(
            f"give an id, a list of dicts or the path of a JSONL file, not a {kind}", argument="dataset", separator=": "
        )
    return of_rows([Placed(f"row {number}", row) for number, row in enumerate(rows, 1)], are_stored=are_stored)


def of_rows(rows: Iterable[Placed], *, are_stored: bool = False) -> Dataset:
    """Return the dataset of rows that were given, not fetched; ``are_stored`` says that their ids are the service's.

    An id is made of the content where a row has none, so that the same row has the same id in every run; the second of
    two equal rows has another one.
    """
    found: list[Row] = []
    seen: Counter[str] = Counter()
    for place, given in rows:
        row = _mapping(given)
        if row is None:
            raise InvalidRequestError(
                f"{place} is not an object but {short(given)}", argument="dataset", separator=": "
            )
        inputs, ground_truth = _parts(row)
        own = row.get("id") if "inputs" in row else None
        name = bare_id(str(own)) if own is not None else digest([inputs, ground_truth], place)
        seen[name] += 1
        if own is not None and seen[name] > 1:
            raise InvalidRequestError(
                f"{place} has the id {short(own)}, which an earlier row has", argument="dataset", separator=": "
            )
        if seen[name] > 1:
            name = digest([name, seen[name]], place)
        is_stored = are_stored and own is not None
        found.append(Row(name if is_stored else EXTERNAL + name, inputs, ground_truth, row, _metadata(row, is_stored)))
    if not found:
        raise InvalidRequestError("there are no rows in it", argument="dataset", separator=": ")
    return Dataset(EXTERNAL + digest([bare_id(row.datapoint_id) for row in found], "dataset"), tuple(found))


def bare_id(datapoint_id: str) -> str:
    """Return the id without the mark of rows that are not stored: with and without it, it is the same row."""
    return datapoint_id.removeprefix(EXTERNAL)


def short(value: Any) -> str:
    """Return the repr, cut to a length for messages."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _mapping(given: Any) -> Mapping[str, Any] | None:
    """The row as a mapping; a datapoint as the client returns it has a ``to_dict``."""
    if isinstance(given, Mapping):
        return given
    to_dict = getattr(type(given), "to_dict", None)
    made = to_dict(given) if callable(to_dict) and hasattr(given, "inputs") else None
    return made if isinstance(made, Mapping) else None


def _parts(row: Mapping[str, Any]) -> tuple[Any, Any]:
    """Inputs and ground truth; a row without ``inputs`` is all inputs."""
    if "inputs" not in row:
        return row, None
    return row["inputs"], next((row[key] for key in _GROUND_TRUTHS if key in row), None)


def _metadata(row: Mapping[str, Any], is_stored: bool) -> Mapping[str, Any]:
    if "inputs" not in row:
        return {}
    known = _OWN_KEYS | _SERVICE_KEYS if is_stored else _OWN_KEYS
    found = {str(key): value for key, value in row.items() if key not in known}
    given = row.get("metadata")
    if given is None:
        return found
    return {**(given if isinstance(given, Mapping) else {"metadata": given}), **found}


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # it is too long for one, say
        return False


def _of_file(path: Path) -> Dataset:
    rows, are_stored = read_file(path)
    return of_rows(rows, are_stored=are_stored)


def _stored(dataset_id: str, client: "HoneyHive") -> Dataset:
    datasets = client.datasets.list(dataset_id=dataset_id).datasets
    if not datasets:
        raise InvalidRequestError(
            f"{short(dataset_id)} is neither a file here nor the id of a stored dataset",
            argument="dataset",
            separator=": ",
        )
    ids = datasets[0].datapoints
    if not ids:
        raise InvalidRequestError(f"{short(dataset_id)} has no datapoints", argument="dataset", separator=": ")
    by_id = {one.id: one for one in client.datapoints.list(datapoint_ids=ids).datapoints}
    missing = [one for one in ids if one not in by_id]
    if missing:
        raise InvalidRequestError(
            f"{len(missing)} datapoints of {short(dataset_id)} do not exist any more",
            argument="dataset",
            separator=": ",
        )
    rows = [by_id[one].to_dict() for one in ids]
    found = (
        Row(row["id"], row.get("inputs"), row.get("ground_truth") or None, row, _metadata(row, is_stored=True))
        for row in rows
    )
    return Dataset(datasets[0].id, tuple(found))
