"""`honeyhive datasets upload` and `honeyhive datasets download`: files to stored datasets, and back."""

import json
from collections.abc import Iterable, Iterator
from itertools import tee
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

from honeyhive import HoneyHive, HoneyHiveError, InvalidRequestError

from ..._terminal import progress
from ..connection import connected
from ..terminal.failures import in_flags, say_warning
from ..terminal.global_flags import given, global_flags
from ..terminal.lazy_group import CONTEXT
from ..terminal.output import csv_text, show
from .column_mapping import column_mapping
from .jsonl import json_line
from .output_file import ending, is_packed, refuse_existing, whole_file
from .pace import Pace

_PATH: Final = click.Path(dir_okay=False, path_type=Path)
_BATCH_ROWS: Final = 100
_BATCH_BYTES: Final = 1_000_000
_FLAGS: Final = {"dataset": "FILE", "columns": "--column"}
_PARTS: Final = ("inputs", "ground_truth", "history", "metadata")


class NewDatapoint(NamedTuple):
    """The parts of a datapoint."""

    inputs: dict[str, Any]
    ground_truth: dict[str, Any]
    history: list[Any]
    metadata: dict[str, Any]

    @property
    def mapping(self) -> dict[str, list[str]] | None:
        """The keys of each part; None if two parts share a key, so that the row does not fit into one flat object."""
        keys = [*self.inputs, *self.ground_truth, *self.metadata, *(["history"] if self.history else [])]
        if len(set(keys)) < len(keys):
            return None
        history = {"history": ["history"]} if self.history else {}
        return {"inputs": [*self.inputs], "ground_truth": [*self.ground_truth], **history}

    @property
    def flat(self) -> dict[str, Any]:
        """The row as one flat object."""
        history = {"history": self.history} if self.history else {}
        return {**self.inputs, **self.ground_truth, **self.metadata, **history}


class DatapointFile:
    """Datapoints of a file, read at each iteration, without the first ``skip`` rows.

    Raises InvalidRequestError for a file without rows, and for a row that cannot be a datapoint.
    """

    def __init__(self, file: Path, columns: tuple[str, ...], skip: int) -> None:
        from honeyhive._experiments.dataset_file import RowFile

        self._path = file
        self._mapping = column_mapping(columns)
        self._rows = RowFile(file, unflattens=self._mapping is None)
        self._skip = skip

    def __iter__(self) -> Iterator[NewDatapoint]:
        from honeyhive._experiments.columns import map_columns
        from honeyhive._experiments.dataset import rows_of

        located, again = tee(map_columns(self._rows, self._mapping))
        number = 0
        for number, ((place, _), row) in enumerate(zip(located, rows_of(again), strict=True), 1):
            datapoint = _stored_row(place, row)
            if number > self._skip:
                yield datapoint
        if not number:
            raise InvalidRequestError(f"{self._path} has no rows", argument="dataset", separator=": ")


@click.command("upload", params=global_flags(hidden=True), context_settings=CONTEXT)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--name", help="Name of the dataset; by default the name of FILE without its ending.")
@click.option("--description", help="Free-form description.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="NAME=FIELD",
    help="Map a column to inputs, ground_truth, metadata or id, or to a key such as inputs.question. Other columns "
    "become metadata. Repeatable.",
)
@click.option("--append", is_flag=True, help="Add the rows to an existing dataset.")
@click.option(
    "--skip", type=click.IntRange(0), default=0, metavar="NUMBER", help="Skip this number of rows at the start of FILE."
)
@click.pass_context
def upload(
    ctx: click.Context,
    file: Path,
    name: str | None,
    description: str | None,
    columns: tuple[str, ...],
    *,
    append: bool,
    skip: int,
) -> None:
    """Create a stored dataset from a JSONL, JSON or CSV file.

    Example: honeyhive datasets upload cases.csv --column question=inputs --column answer=ground_truth

    FILE has the same form as for `honeyhive evaluate --dataset FILE`. Without --column, a row either has the keys
    inputs, ground_truth and metadata, or all of its keys are inputs. If a dataset of this name exists, pass --append or
    another --name.
    """
    try:
        rows = DatapointFile(file, columns, skip)
        size = sum(1 for _ in rows)  # an invalid row is found before anything is sent
    except InvalidRequestError as error:
        raise click.UsageError(in_flags(error, _FLAGS), ctx) from None
    name = name or Path(file.stem if is_packed(file) else file).stem
    with connected(ctx, max_retries=5) as client:
        dataset_id = _dataset(ctx, client, name, description, append=append)
        done = 0
        pace = Pace("rows")
        shown = not given(ctx).get("quiet")
        with progress(size, f"0 of {size} rows", shown=shown, shows_time=False) as report:
            try:
                for count in _sent(client, dataset_id, rows):
                    done += count
                    report(done, f"{done} of {size} rows uploaded{pace.words(done, done, size)}")
            except (KeyboardInterrupt, HoneyHiveError):
                say_warning(f"stopped after {done} rows; resume with --name {name!r} --append --skip {skip + done}")
                raise
    show(ctx, {"dataset_id": dataset_id, "name": name, "rows": done})


@click.command("download", params=global_flags(hidden=True), context_settings=CONTEXT)
@click.argument("dataset")
@click.argument("file", type=_PATH)
@click.option("--force", is_flag=True, help="Overwrite FILE if it exists.")
@click.pass_context
def download(ctx: click.Context, dataset: str, file: Path, *, force: bool) -> None:
    """Write the rows of a stored dataset to a file.

    Example: honeyhive datasets download cases cases.jsonl

    DATASET is an id or a name. FILE must end in .jsonl, .json or .csv; add .gz to compress it. Use - as FILE to write
    JSONL to stdout. `honeyhive evaluate` and `honeyhive datasets upload` can read the file.
    """
    from honeyhive._experiments.dataset import stored_dataset

    kind = ending(file)
    if str(file) != "-" and kind not in (".jsonl", ".ndjson", ".json", ".csv"):
        raise click.UsageError(f"{file} must end in .jsonl, .json or .csv, which sets the format", ctx)
    refuse_existing(ctx, file, force=force)
    with connected(ctx, max_retries=5) as client:
        try:
            found = stored_dataset(dataset, client)
        except InvalidRequestError as error:
            raise click.ClickException(in_flags(error, {"dataset": "DATASET"})) from None
    rows = [
        {"id": row.datapoint_id, **{part: row.datapoint[part] for part in _PARTS if row.datapoint.get(part)}}
        for row in found.rows
    ]
    with whole_file(file) as output:
        if kind == ".json":
            output.write(json.dumps(rows, indent=2, ensure_ascii=False).encode() + b"\n")
        elif kind == ".csv":
            output.write(csv_text(rows).encode() + b"\n")
        else:
            output.writelines(map(json_line, rows))
    if str(file) != "-":
        show(ctx, {"rows": len(rows), "file": str(file)})


def _stored_row(place: str, row: Any) -> NewDatapoint:
    if not isinstance(row.inputs, dict):
        words = (
            f"{place}: inputs is {row.inputs!r:.60}, which is not an object; map its column, as in --column text=inputs"
        )
        raise InvalidRequestError(words, argument="dataset", separator=": ")
    truth = row.ground_truth
    if not isinstance(truth, dict):
        truth = {} if truth in (None, "") else {"ground_truth": truth}
    history = row.datapoint.get("history") if "inputs" in row.datapoint else None
    own_id = {"id": row.datapoint["id"]} if "inputs" in row.datapoint and row.datapoint.get("id") else {}
    return NewDatapoint(row.inputs, truth, history if isinstance(history, list) else [], {**own_id, **row.metadata})


def _dataset(ctx: click.Context, client: HoneyHive, name: str, description: str | None, *, append: bool) -> str:
    """Return the id of a new dataset or, if ``append`` is true, of the existing one."""
    known = [one.id for one in client.datasets.list(name=name).datasets if one.name == name]
    if not append and known:
        raise click.UsageError(
            f"a dataset named {name!r} already exists; choose another --name, or add to it with --append", ctx
        )
    if not append:
        more: dict[str, Any] = {"description": description} if description else {}
        made = client.datasets.create(name=name, **more)
        return str(made.result.inserted_id)
    if len(known) != 1:
        raise click.UsageError(f"{len(known) or 'no'} datasets are named {name!r}; --append needs exactly one", ctx)
    return known[0]


def _sent(client: HoneyHive, dataset_id: str, rows: Iterable[NewDatapoint]) -> Iterator[int]:
    """Send the rows in order, and yield the number of rows of each request."""
    for mapping, batch in _batches(rows):
        if mapping is None:
            for row in batch:
                client.datapoints.create(**row._asdict(), linked_datasets=[dataset_id])
                yield 1
        else:
            client.datasets.add_datapoints(dataset_id, data=[row.flat for row in batch], mapping=mapping)  # type: ignore[call-overload]
            yield len(batch)


def _batches(rows: Iterable[NewDatapoint]) -> Iterator[tuple[dict[str, list[str]] | None, list[NewDatapoint]]]:
    """Yield batches of rows with the same keys: a request has one mapping of keys for all its rows."""
    batch: list[NewDatapoint] = []
    current: dict[str, list[str]] | None = None
    size = 0
    for row in rows:
        mapping, added = row.mapping, len(json_line(row))
        if batch and (mapping != current or len(batch) == _BATCH_ROWS or size + added > _BATCH_BYTES):
            yield current, batch
            batch, size = [], 0
        current = mapping
        batch.append(row)
        size += added
    if batch:
        yield current, batch
