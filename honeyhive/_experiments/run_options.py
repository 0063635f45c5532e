"""The caller's settings of a run."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, NamedTuple

from .scoring import Evaluator


class RunOptions(NamedTuple):
    """The caller's arguments for a run, except the function and the rows."""

    run_id: str
    name: str
    compare_with: str | None
    configuration: Mapping[str, Any] | None
    metadata: Mapping[str, Any] | None
    lower_is_better: frozenset[str]
    retry_failed: bool
    journal_dir: str | PurePath | None
    """Folder of the journal; None for no journal."""
    shows_progress: bool
    summary_evaluators: tuple[Evaluator, ...] = ()
    repetitions: int = 1
    timeout: float | None = None
    retries: int = 0
    rate_limit: float | None = None
    tolerate_failures: float | None = None
    keep_rows: bool = True
