"""The rows that an experiment runs over: of a stored dataset, a list, or a JSONL file."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from enum import Enum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias
from uuid import UUID

from ..errors import InvalidRequestError

if TYPE_CHECKING:
    from ..clients import HoneyHive

Source: TypeAlias = str | PurePath | Sequence[Mapping[str, Any]]

EXTERNAL: Final = "EXT-"
"""What the ids of rows and datasets begin with that the service does not store."""
_GROUND_TRUTHS: Final = ("ground_truth", "ground_truths")
_KEYS: Final = frozenset({"inputs", "id", "history", "metadata", *_GROUND_TRUTHS})
_TEXTUAL: Final = (date, time, Decimal, UUID, PurePath, Enum)


class Row(NamedTuple):
    """One case of a dataset."""

    datapoint_id: str
    inputs: Any
    ground_truth: Any
    datapoint: Mapping[str, Any]
    """The whole row as it was given."""


class Dataset(NamedTuple):
    """The rows, in their order."""

    dataset_id: str
    rows: tuple[Row, ...]


def read(source: Source, client: "HoneyHive") -> Dataset:
    """The dataset that the argument names: the id of a stored one, the path of a JSONL file, or the rows themselves.

    Raises InvalidRequestError for what is none of them, and for a dataset without rows.
    """
    if isinstance(source, PurePath):
        return external(_lines(Path(source)))
    if isinstance(source, str):
        path = Path(source)
        return external(_lines(path)) if path.suffix == ".jsonl" or _is_file(path) else _stored(source, client)
    if isinstance(source, Mapping) or not isinstance(source, Iterable):
        kind = type(source).__name__
        raise InvalidRequestError(f"dataset: give an id, a list of dicts or the path of a JSONL file, not a {kind}")
    return external((f"row {number}", row) for number, row in enumerate(source, 1))


def external(rows: Iterable[tuple[str, Any]]) -> Dataset:
    """The dataset of rows that the service does not store, each with the place where it stands.

    Ids are made of what a row says, so that the same row has the same id in every run; the second of two equal rows has
    another one.
    """
    found: list[Row] = []
    seen: Counter[str] = Counter()
    for place, row in rows:
        if not isinstance(row, Mapping):
            raise InvalidRequestError(f"dataset: {place} is no object but {_short(row)}")
        inputs, ground_truth = _parts(row)
        own = row.get("id") if "inputs" in row else None
        name = str(own) if own is not None else _digest([inputs, ground_truth], place)
        seen[name] += 1
        if own is not None and seen[name] > 1:
            raise InvalidRequestError(f"dataset: {place} has the id {_short(own)}, which an earlier row has")
        if seen[name] > 1:
            name = _digest([name, seen[name]], place)
        datapoint_id = name if name.startswith(EXTERNAL) else EXTERNAL + name
        found.append(Row(datapoint_id, inputs, ground_truth, row))
    if not found:
        raise InvalidRequestError("dataset: there are no rows in it")
    return Dataset(EXTERNAL + _digest([row.datapoint_id for row in found], "dataset"), tuple(found))


def _parts(row: Mapping[str, Any]) -> tuple[Any, Any]:
    """Inputs and ground truth; a row without ``inputs``, or with keys of its own beside it, is all inputs."""
    if "inputs" not in row or not row.keys() <= _KEYS:
        return row, None
    return row["inputs"], next((row[key] for key in _GROUND_TRUTHS if key in row), None)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # it is too long for one, say
        return False


def _lines(path: Path) -> Iterator[tuple[str, Any]]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield f"{path}:{number}", json.loads(line)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise InvalidRequestError(f"dataset: {path} cannot be read: {reason}") from None
    except (ValueError, RecursionError) as error:  # also a number without end, or too many brackets
        raise InvalidRequestError(f"dataset: {path}:{number} is no JSON: {error}") from None


def _stored(dataset_id: str, client: "HoneyHive") -> Dataset:
    datasets = client.datasets.list(dataset_id=dataset_id).datasets
    if not datasets:
        raise InvalidRequestError(
            f"dataset: {_short(dataset_id)} is neither a file here nor the id of a stored dataset"
        )
    ids = datasets[0].datapoints
    if not ids:
        raise InvalidRequestError(f"dataset: {_short(dataset_id)} has no datapoints")
    by_id = {one.id: one for one in client.datapoints.list(datapoint_ids=ids).datapoints}
    missing = [one for one in ids if one not in by_id]
    if missing:
        raise InvalidRequestError(f"dataset: {len(missing)} datapoints of {_short(dataset_id)} do not exist any more")
    stored = [by_id[one] for one in ids]
    rows = (Row(one.id, one.inputs, one.ground_truth or None, one.to_dict()) for one in stored)
    return Dataset(datasets[0].id, tuple(rows))


def _digest(value: Any, place: str) -> str:
    try:
        text = json.dumps(value, sort_keys=True, default=_text, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidRequestError(f"dataset: {place} cannot be told from others: {error}; give it an id") from None
    return hashlib.sha256(text.encode("ascii", "replace")).hexdigest()[:24]


def _text(value: Any) -> Any:
    """The text of what is no JSON, if it is the same in every process."""
    if isinstance(value, _TEXTUAL):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"a {type(value).__name__} is no JSON")


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
