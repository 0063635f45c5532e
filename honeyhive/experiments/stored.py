"""What the service knows of runs: to create, find, finish and compare them, and the rows that it has of one."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from ..errors import InvalidRequestError
from ..tracing.propagation import mapped_id
from .comparison import Comparison, MetricChange, Moves
from .scoring import Score, scores_of

if TYPE_CHECKING:
    from honeyhive_api.inputs.events import EventFilter
    from honeyhive_api.models.event_pair import EventPair
    from honeyhive_api.models.run import Run
    from honeyhive_api.types import Unset

    from ..clients import HoneyHive

LAST: Final = "last"
_LOOKED_AT: Final = 500
"""How many of the newest runs are searched for the last one over a dataset."""


def find(client: "HoneyHive", run_id: str) -> "Run | None":
    """The run, None if there is none of that id."""
    # Of the routes that name a run, this one alone says by its document what an unknown id is answered with.
    found = client.experiments.list(run_ids=[run_id]).evaluations
    return next((run for run in found if run.run_id == run_id), None)


def dataset_of(run: "Run") -> str | None:
    """The id of the dataset that it ran over; one that is not stored is kept in the metadata."""
    return run.dataset_id or run.metadata.get("offline_dataset_id") or run.metadata.get("dataset_id")


def create(
    client: "HoneyHive",
    *,
    run_id: str,
    name: str,
    dataset_id: str,
    evaluators: Sequence[str],
    configuration: Mapping[str, Any] | None,
    metadata: Mapping[str, Any] | None,
) -> None:
    """Create the run; it is running from now on."""
    client.experiments.create(
        run_id=run_id,
        name=name,
        status="running",
        dataset_id=dataset_id,
        evaluators=evaluators,
        configuration=configuration or {},
        metadata={**(metadata or {}), "dataset_id": dataset_id},
    )


def earlier(client: "HoneyHive", wish: str, run_id: str, dataset_id: str) -> "Run | None":
    """The run to compare with: by its id, or for "last" the newest that was completed over the dataset, if any was.

    The id may be any text, as that of ``evaluate``. Raises InvalidRequestError if there is none of that id.
    """
    if wish != LAST:
        found = find(client, mapped_id(wish)[0])
        if found is None:
            raise InvalidRequestError(f"compare_with: there is no run {wish!r}; give the id of one, or {LAST!r}")
        return found
    newest = client.experiments.list_all(status="completed", sort_by="created_at", sort_order="desc")
    others = (run for run in islice(newest, _LOOKED_AT) if run.run_id != run_id)
    return next((run for run in others if dataset_of(run) == dataset_id), None)


def rows_of(client: "HoneyHive", run_id: str) -> dict[str, dict[str, Any]]:
    """The sessions of the rows that the service has of a run, by the id of the datapoint."""
    filters = [_is("metadata.run_id", run_id), _is("event_type", "session")]
    found: dict[str, dict[str, Any]] = {}
    for event in client.events.search_all(filters=filters):
        session = event.to_dict()
        datapoint_id = (session.get("metadata") or {}).get("datapoint_id")
        if isinstance(datapoint_id, str):
            found[datapoint_id] = session
    return found


def compared(client: "HoneyHive", new_run_id: str, old: "Run") -> Comparison:
    """How the run did against the old one: the means as the service answers them, and the rows behind each change."""
    # Events inside of the rows may have metrics of the same names.
    of_rows = [_is("event_type", "session")]
    answer = client.experiments.compare(new_run_id, old.run_id, aggregate_function="average", filters=of_rows)
    pairs = client.experiments.compare_events_all(new_run_id, old.run_id, event_type="session")
    moves = Moves((pair.datapoint_id, *_in_order(pair, new_run_id)) for pair in pairs)
    changes: dict[str, MetricChange] = {}
    for one in answer.metrics:
        changes[one.metric_name] = moves.change(one.metric_name, _number(one.old_aggregate), _number(one.new_aggregate))
    return Comparison(old.run_id, old.name or old.run_id, len(answer.common_datapoints), changes)


def _in_order(pair: "EventPair", new_run_id: str) -> tuple[dict[str, Score], dict[str, Score]]:
    """The metrics of the pair, those of the new run first: the events name their runs, their places do not."""
    one, other = pair.event_1, pair.event_2
    if (one.get("metadata") or {}).get("run_id") != new_run_id:
        one, other = other, one
    return scores_of(one.get("metrics")), scores_of(other.get("metrics"))


def _is(field: str, value: str) -> "EventFilter":
    return {"field": field, "operator": "is", "value": value, "type": "string"}


def _number(value: "float | Unset | None") -> float | None:
    return float(value) if isinstance(value, int | float) else None
