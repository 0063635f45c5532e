"""The stored run: created or resumed, updated, and compared with an earlier run."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from .._core.errors import InvalidRequestError
from . import runs_api
from .dataset import Dataset
from .event_loop import in_words
from .fingerprint import KEY, changes
from .result import RowResult
from .resume import stored_results
from .run_comparison import Comparison, compared
from .run_options import RunOptions
from .tally import RunTally

if TYPE_CHECKING:
    from honeyhive_api.models.run import Run
    from honeyhive_api.namespaces import SyncNamespaces


class StoredRun:
    """One run at the service."""

    def __init__(
        self, client: "SyncNamespaces", options: RunOptions, dataset: Dataset, evaluators: Sequence[str]
    ) -> None:
        self._client = client
        self._options = options
        self._dataset_id = dataset.dataset_id
        self._own_evaluators = evaluators
        self.run_id: str = runs_api.ids_of(options.run_id)[0]
        self.name: str = options.name
        self.evaluators: Sequence[str] = evaluators
        """Names of the evaluators that the run was created with."""

    def take_over(self, known: "Run") -> None:
        """Take the id and the name of an existing run. Raises InvalidRequestError if it has another dataset."""
        dataset_id = runs_api.dataset_of(known)
        if dataset_id not in (None, self._dataset_id):
            raise InvalidRequestError(
                f"run {known.run_id} has another dataset, {dataset_id}; pass the same rows",
                argument="run_id",
                separator=": ",
            )
        self.run_id = known.run_id
        self.name = known.name or self.name
        self.evaluators = runs_api.evaluators_of(known)

    def create(self, code: dict[str, Any]) -> None:
        """Create the run, with the fingerprint of its code."""
        options = self._options
        metadata = {**(options.metadata or {}), "dataset_id": self._dataset_id, KEY: code}
        if options.lower_is_better:
            metadata["lower_is_better"] = sorted(options.lower_is_better)
        if options.repetitions > 1:
            metadata["repetitions"] = options.repetitions
        self.run_id = runs_api.create(
            self._client,
            options.run_id,
            name=self.name,
            status="running",
            dataset_id=self._dataset_id,
            evaluators=self.evaluators,
            configuration=options.configuration or {},
            metadata=metadata,
        )

    def resume(self, known: "Run", code: dict[str, Any]) -> list[str]:
        """Mark an existing run as running. Return a note for each change of code or rows since the run began."""
        self._client.experiments.update(self.run_id, status="running")
        return changes(known.metadata.get(KEY), code)

    def update(
        self, status: Literal["completed", "cancelled"], rows: Sequence[RowResult], totals: RunTally, metrics: Any
    ) -> None:
        """Store the status and the results of the run and, if rows are kept, the ids of the rows."""
        is_completed = status == "completed"
        names = dict.fromkeys([*self.evaluators, *self._own_evaluators]) if is_completed else self.evaluators
        session_ids = [row.session_id for row in rows]
        ids: dict[str, Any] = {"event_ids": session_ids, "session_ids": session_ids}
        ids["datapoint_ids"] = list(dict.fromkeys(row.datapoint_id for row in rows))
        self._client.experiments.update(
            self.run_id,
            status=status,
            evaluators=list(names),
            results={"rows": totals.rows, "failed": totals.failed, "metrics": metrics},
            **(ids if self._options.keep_rows else {}),
        )

    def missing(self, rows: Sequence[RowResult]) -> list[str]:
        """Return one message that lists the rows missing at the service, or an empty list if none is missing."""
        known = runs_api.rows_of(self._client, self.run_id)
        missing = [row.datapoint_id for row in rows if row.key not in known]
        return [f"rows missing at the service: {in_words(missing)}"] if missing else []

    def compared(self, old: "Run", rows: list[RowResult]) -> Comparison:
        """Return the comparison of the rows with those of an earlier run."""
        return compared(
            rows,
            stored_results(self._client, old.run_id),
            old_run_id=old.run_id,
            old_name=old.name or old.run_id,
            old_created_at=old.created_at,
            lower_is_better=self._options.lower_is_better,
        )
