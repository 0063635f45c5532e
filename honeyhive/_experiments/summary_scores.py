"""Summary evaluators: scores over all rows, such as a precision or an F1."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from .event_loop import Lease
from .executors import run_on_thread
from .result import RowResult
from .row import RowStep, in_words
from .scoring import Evaluator, ScoreValue, scored


def summary_scores(
    evaluators: Iterable[Evaluator], rows: Sequence[RowResult]
) -> tuple[dict[str, ScoreValue], list[str]]:
    """Return the scores by name, and the errors of the summary evaluators.

    Each evaluator gets lists over the rows whose function succeeded, in the order of the dataset.
    """
    scores: dict[str, ScoreValue] = {}
    errors: list[str] = []
    succeeded = [row for row in rows if row.error is None]
    values: dict[str, Any] = {
        "outputs": [row.outputs for row in succeeded],
        "inputs": [row.inputs for row in succeeded],
        "ground_truth": [row.ground_truth for row in succeeded],
        "rows": succeeded,
    }
    lease = Lease(1)

    def steps() -> Any:
        for name, function, binding in evaluators:
            try:
                found = scored(name, (yield RowStep(partial(binding.call, function, values), blocks=True)))
                scores.update(found.metrics)
                faults = found.faults
            except BaseException as error:
                faults = [in_words(error)]
            errors.extend(f"summary evaluator {name} failed: {fault}" for fault in faults)

    try:
        run_on_thread(steps, lease)
    finally:
        lease.close()
    return scores, errors
