"""pytest tests marked with ``honeyhive``, run as the rows of one experiment. A row is scored by its test's result."""

import traceback
from collections.abc import Generator
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from .dataset import EXTERNAL, Dataset, DatasetRow
from .digest import digest
from .row import RowStep, RowSteps, bind_target
from .run import ExperimentRun
from .run_options import RunOptions
from .scoring import Score, evaluators_of

if TYPE_CHECKING:
    from .._client import HoneyHive
    from .result import Experiment

NAME: Final = "pytest"
"""Name of the run, by which ``honeyhive experiments`` and ``compare_with="last"`` find it."""
_DELIVERY_TIMEOUT: Final = 30.0


def passed(outputs: dict[str, Any]) -> Score:
    """Score a test: True if its assertions held, otherwise False with the failed assertion as comment."""
    return Score(outputs["passed"], comment=outputs.get("assertion"))


class MarkedTests:
    """One run of an experiment whose rows are tests."""

    def __init__(self, client: "HoneyHive") -> None:
        options = RunOptions(
            run_id=str(uuid4()),
            name=NAME,
            compare_with=None,
            configuration=None,
            metadata={"source": "pytest"},
            lower_is_better=frozenset(),
            retry_failed=False,
            journal_dir=None,
            shows_progress=False,
        )
        target = bind_target(lambda: None, evaluators_of([passed]))
        self._run = ExperimentRun(client, target, Dataset(EXTERNAL + digest([NAME], "dataset"), ()), options)
        self._run.begin()
        self._runner = self._run.runner()
        self._count = 0

    def row(self, test_id: str, parameters: dict[str, Any]) -> Generator[None, BaseException | None, None]:
        """Run a test as a row. The generator yields once while the test runs, and is sent the test's error or None."""
        inputs = {"test": test_id, **({"parameters": parameters} if parameters else {})}
        row = DatasetRow(EXTERNAL + digest([test_id], "test"), inputs, None, {})
        steps = self._runner.steps(row)
        next(steps)  # the session has started; the step is the test itself
        error = yield
        if error is None or isinstance(error, AssertionError):
            words = "".join(traceback.format_exception_only(error)).strip() if error else None
            step = steps.send({"passed": error is None, **({"assertion": words} if words else {})})
        else:
            try:
                step = steps.throw(error)
            except StopIteration as ended:
                self._add(ended.value)
                return
        self._score(steps, step)

    def finish(self) -> "Experiment":
        """Deliver the rows and complete the run."""
        try:
            return self._run.finish(_DELIVERY_TIMEOUT)
        finally:
            self._run.close()

    def _score(self, steps: RowSteps, step: RowStep) -> None:
        while True:
            try:
                step = steps.send(step.call())
            except StopIteration as ended:
                self._add(ended.value)
                return

    def _add(self, result: Any) -> None:
        self._run.add(self._count, result)
        self._count += 1
