"""Datasets: the rows that an experiment runs over, from the service, a file, a data frame or any iterable."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from itertools import islice
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from .._core.errors import InvalidRequestError
from .columns import Columns, LocatedRow, map_columns
from .dataset_file import SUFFIXES, RowFile, listed
from .digest import digest, digest_items
from .hugging_face import plain_rows
from .seen_names import SeenNames

if TYPE_CHECKING:
    from honeyhive_api.namespaces import SyncNamespaces

Source: TypeAlias = str | PurePath | Sequence[Any] | Mapping[str, Any] | Any
"""An id or name, a path, rows as dicts or datapoints, a data frame, or the result of ``datapoints.list()``."""

EXTERNAL: Final = "EXT-"
"""Prefix of the ids of rows and datasets that the service does not store."""
REPETITION: Final = "honeyhive_repetition"
"""Metadata key of the number of a repetition, from the second on."""
_GROUND_TRUTHS: Final = ("ground_truth", "ground_truths")
_OWN_KEYS: Final = frozenset({"inputs", "id", "history", "metadata", *_GROUND_TRUTHS})
_SERVICE_KEYS: Final = frozenset({"linked_event", "linked_datasets", "created_at", "updated_at"})


class DatasetRow(NamedTuple):
    """One case of a dataset."""

    datapoint_id: str
    inputs: Any
    ground_truth: Any
    datapoint: Mapping[str, Any]
    """The whole row as it was given."""
    metadata: Mapping[str, Any] = {}
    """Its metadata, and all keys without another meaning."""
    repetition: int = 1

    @property
    def key(self) -> str:
        """Identifies the row and its repetition within a run."""
        return row_key(self.datapoint_id, self.repetition)


class Dataset(NamedTuple):
    """Rows in their order."""

    dataset_id: str
    rows: Iterable[DatasetRow]
    """A tuple, rows that are read again at each iteration, or an iterator that is read once."""

    @property
    def size(self) -> int | None:
        """Number of rows; None for an iterator, whose length is unknown."""
        return len(self.rows) if isinstance(self.rows, Sized) else None


class RereadRows:
    """Rows that are read again at each iteration, so that they are not held."""

    def __init__(self, read_rows: Callable[[], Iterable[DatasetRow]], size: int) -> None:
        self._read_rows = read_rows
        self._size = size

    def __iter__(self) -> Iterator[DatasetRow]:
        rows = iter(self._read_rows())
        yield from islice(rows, self._size)
        next(rows, None)  # reads to the end of the file, where a change of the file is detected

    def __len__(self) -> int:
        return self._size


def read(
    source: Source,
    client: "SyncNamespaces",
    *,
    run_name: str = "",
    limit: int | None = None,
    columns: Columns | None = None,
    repetitions: int = 1,
) -> Dataset:
    """Return the dataset of an argument: at most ``limit`` rows, each ``repetitions`` times.

    Lists, small files, data frames and stored datasets are read at once. A large file is checked at once, and its rows
    are read again when they run. Any other iterable is read lazily; its dataset id is made from ``run_name``. Raises
    InvalidRequestError for anything else, and for a dataset without rows.
    """
    found = _stored_or_given(source, client, columns, limit)
    if not isinstance(found, Dataset):
        located = islice(map_columns(found, columns), limit)
        found = Dataset(EXTERNAL + digest(["lazy", run_name], "dataset"), rows_of(located))
    if repetitions == 1:
        return found

    def repeated() -> Iterator[DatasetRow]:
        return (row._replace(repetition=number) for row in found.rows for number in range(1, repetitions + 1))

    return found._replace(rows=repeated() if found.size is None else RereadRows(repeated, found.size * repetitions))


def _stored_or_given(
    source: Source, client: "SyncNamespaces", columns: Columns | None, limit: int | None
) -> "Dataset | Iterator[LocatedRow]":
    """Return the dataset, or an iterator over lazily read rows."""
    if isinstance(source, str | PurePath):
        path = Path(source)
        if not isinstance(source, str) or path.suffix.lower() in SUFFIXES or _is_file(path):
            return _of_file(RowFile(path, unflattens=columns is None), columns, limit)
        return stored_dataset(source, client, limit)
    source = plain_rows(source)
    found = listed([*source] if type(source) is tuple else source)
    if found is not None:
        rows, are_stored = found
        return of_rows(islice(map_columns(_located(rows), columns), limit), are_stored=are_stored)
    if isinstance(source, Mapping) or not isinstance(source, Iterable):
        kind = type(source).__name__
        raise InvalidRequestError(
            f"is a {kind}; pass a dataset id or name, a path, a data frame or an iterable of dicts", argument="dataset"
        )
    return _located(source)


def _located(rows: Iterable[Any]) -> Iterator[LocatedRow]:
    return (LocatedRow(f"row {number}", row) for number, row in enumerate(rows, 1))


def _of_file(file: RowFile, columns: Columns | None, limit: int | None) -> Dataset:
    """Return the dataset of a file. Its rows are all checked, and held only if the file is small."""

    def located() -> Iterator[LocatedRow]:
        return islice(map_columns(file, columns), limit)

    if file.is_held:
        return of_rows(located(), are_stored=file.are_stored)
    size = 0

    def ids() -> Iterator[str]:
        nonlocal size
        for size, row in enumerate(rows_of(located()), 1):  # noqa: B007 - the last one is the size
            yield bare_id(row.datapoint_id)

    dataset_id = EXTERNAL + digest_items(ids(), "dataset")
    if not size:
        raise InvalidRequestError("has no rows", argument="dataset")
    return Dataset(dataset_id, RereadRows(lambda: rows_of(located()), size))


def of_rows(rows: Iterable[LocatedRow], *, are_stored: bool = False) -> Dataset:
    """Return the dataset of given rows. ``are_stored`` is true if their ids are those of stored datapoints.

    Raises InvalidRequestError if there are none.
    """
    found = tuple(rows_of(rows, are_stored=are_stored))
    if not found:
        raise InvalidRequestError("has no rows", argument="dataset")
    return Dataset(EXTERNAL + digest([bare_id(row.datapoint_id) for row in found], "dataset"), found)


def rows_of(rows: Iterable[LocatedRow], *, are_stored: bool = False) -> Iterator[DatasetRow]:
    """Yield the rows with their ids.

    A row without an id gets an id made from its content, so that it has the same id in every run. The second of two
    equal rows gets another id.
    """
    with SeenNames() as seen:
        for place, given in rows:
            yield _row(place, given, seen, are_stored=are_stored)


def _row(place: str, given: Any, seen: SeenNames, *, are_stored: bool) -> DatasetRow:
    row = _mapping(given)
    if row is None:
        raise InvalidRequestError(
            f"{place} is {short(given)}, which is not an object", argument="dataset", separator=": "
        )
    inputs, ground_truth = _parts(row)
    own = row.get("id") if "inputs" in row else None
    name = bare_id(str(own)) if own is not None else digest([inputs, ground_truth], place)
    occurrence = seen.add(name)
    if own is not None and occurrence > 1:
        raise InvalidRequestError(
            f"{place} has the id {short(own)} of an earlier row", argument="dataset", separator=": "
        )
    if occurrence > 1:
        name = digest([name, occurrence], place)
    is_stored = are_stored and own is not None
    datapoint_id = name if is_stored else EXTERNAL + name
    return DatasetRow(datapoint_id, inputs, ground_truth, row, _metadata(row, is_stored))


def bare_id(datapoint_id: str) -> str:
    """Return the id without the prefix of rows that are not stored. Both forms name the same row."""
    return datapoint_id.removeprefix(EXTERNAL)


def row_key(datapoint_id: str, repetition: Any = 1) -> str:
    """Return the key of a row and its repetition within a run."""
    bare = bare_id(datapoint_id)
    return f"{bare}#{repetition}" if isinstance(repetition, int) and repetition > 1 else bare


def short(value: Any) -> str:
    """Return the repr on one line, cut to 60 characters for messages."""
    text = " ".join(repr(value).split())
    return text if len(text) <= 60 else f"{text[:57]}..."


def _mapping(given: Any) -> Mapping[str, Any] | None:
    """Return the row as a mapping; a datapoint as the client returns it has a ``to_dict``."""
    if isinstance(given, Mapping):
        return given
    to_dict = getattr(type(given), "to_dict", None)
    made = to_dict(given) if callable(to_dict) and hasattr(given, "inputs") else None
    return made if isinstance(made, Mapping) else None


def _parts(row: Mapping[str, Any]) -> tuple[Any, Any]:
    """Return (inputs, ground truth); a row without the key ``inputs`` is all inputs."""
    if "inputs" not in row:
        return row, None
    return row["inputs"], next((row[key] for key in _GROUND_TRUTHS if key in row), None)


def _metadata(row: Mapping[str, Any], is_stored: bool, /) -> Mapping[str, Any]:
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
    except OSError:  # for example, the string is too long for a path
        return False


def stored_dataset(source: str, client: "SyncNamespaces", limit: int | None = None) -> Dataset:
    """Return a stored dataset by its id, else by its name. Raises InvalidRequestError if there is none."""
    found = client.datasets.list(dataset_id=source).datasets
    if not found:
        found = [one for one in client.datasets.list(name=source).datasets if one.name == source]
    if not found:
        raise InvalidRequestError(
            f"{short(source)} is not a file, nor the id or name of a stored dataset", argument="dataset", separator=": "
        )
    if len(found) > 1:
        ids = ", ".join(one.id for one in found)
        raise InvalidRequestError(
            f"{len(found)} stored datasets are named {short(source)}; use an id: {ids}",
            argument="dataset",
            separator=": ",
        )
    datapoint_ids = found[0].datapoints
    if not datapoint_ids:
        raise InvalidRequestError(f"{short(source)} has no datapoints", argument="dataset", separator=": ")
    datapoint_ids = datapoint_ids[:limit]
    by_id = {one.id: one for one in client.datapoints.list(datapoint_ids=datapoint_ids).datapoints}
    missing = [one for one in datapoint_ids if one not in by_id]
    if missing:
        raise InvalidRequestError(
            f"{len(missing)} datapoints of {short(source)} no longer exist", argument="dataset", separator=": "
        )
    rows = [by_id[one].to_dict() for one in datapoint_ids]
    return Dataset(
        found[0].id,
        tuple(
            DatasetRow(row["id"], row.get("inputs"), row.get("ground_truth") or None, row, _metadata(row, True))
            for row in rows
        ),
    )
