"""`honeyhive evaluate`: an experiment from a terminal or in CI."""

import math
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..connection import connected
from ..terminal.failures import FAILED, in_flags, say_error, say_warning
from ..terminal.global_flags import given, global_flags
from ..terminal.lazy_group import CONTEXT
from ..terminal.output import output_form, show
from .targets import load

if TYPE_CHECKING:
    from honeyhive.experiments import Experiment

    _ThresholdType = click.ParamType[tuple[str | None, float]]
else:  # at run time, click before 8.4 has no type arguments
    _ThresholdType = click.ParamType

_RETRIES = 5
_FLAGS = {
    "dataset": "--dataset",
    "evaluators": "--evaluator",
    "compare_with": "--compare",
    "run_id": "--resume",
    "lower_is_better": "--lower-is-better",
}


class Threshold(_ThresholdType):
    """A number for all metrics, or NAME=NUMBER for one."""

    name = "threshold"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str | None, float]:
        """Return the name of the metric, None for all metrics, and the number."""
        name, separator, number = str(value).rpartition("=")
        try:
            threshold = float(number)
        except ValueError:
            threshold = math.nan
        if not math.isfinite(threshold):
            self.fail(f"{value!r} is neither a number nor NAME=NUMBER", param, ctx)
        return (name if separator else None), threshold


@click.command("evaluate", params=global_flags(hidden=True), context_settings=CONTEXT)
@click.argument("function", metavar="MODULE:FUNCTION")
@click.option(
    "--dataset", required=True, metavar="FILE|ID", help="A JSON or JSONL file, or the id of a stored dataset."
)
@click.option(
    "--evaluator",
    "evaluators",
    multiple=True,
    metavar="MODULE:NAME",
    help="A function that scores each row. Repeatable.",
)
@click.option("--name", help="The name of the run; by default that of the function.")
@click.option(
    "--compare", metavar="RUN", help="The id of an earlier run, or last for the newest completed one of the same name."
)
@click.option(
    "--lower-is-better", multiple=True, metavar="NAME", help="A metric of which lower values are better. Repeatable."
)
@click.option(
    "--fail-under",
    "thresholds",
    multiple=True,
    type=Threshold(),
    metavar="[NAME=]NUMBER",
    help="Exit 1 if a metric's mean is below NUMBER, or above it if lower is better; without NAME=, any metric. "
    "A failed row counts as not passed. Repeatable.",
)
@click.option("--tolerate-failures", is_flag=True, help="Ignore failed rows for --fail-under and the exit code.")
@click.option(
    "--concurrency", default=10, show_default=True, type=click.IntRange(1), help="Rows to run at the same time."
)
@click.option("--resume", "--run-id", "run_id", metavar="RUN", help="Resume this run, or give a new run this id.")
@click.option("--retry-failed", is_flag=True, help="With --resume, run failed rows again.")
@click.option(
    "--journal",
    "journal_dir",
    default=".honeyhive/runs",
    show_default=True,
    metavar="FOLDER",
    help="The folder that keeps finished rows until the service has stored them.",
)
@click.option(
    "--save", type=click.Path(dir_okay=False, path_type=Path), help="Also write the result to a file as JSON."
)
@click.pass_context
def command(
    ctx: click.Context,
    function: str,
    dataset: str,
    evaluators: tuple[str, ...],
    name: str | None,
    compare: str | None,
    lower_is_better: tuple[str, ...],
    thresholds: tuple[tuple[str | None, float], ...],
    tolerate_failures: bool,
    concurrency: int,
    run_id: str | None,
    retry_failed: bool,
    journal_dir: str,
    save: Path | None,
) -> None:
    """Run a function over a dataset and score its outputs.

    Example: honeyhive evaluate app:answer --dataset cases.jsonl --evaluator app:exact

    The current folder is searched for MODULE first. The function gets the inputs of a row, and ground_truth or
    datapoint if it has a parameter of that name. An evaluator gets outputs, inputs and ground_truth, and returns a
    number, a bool, a string, or a dict of them. Printed lines of both go to stderr.

    Exits with 1 if a row or an evaluator failed, a metric misses --fail-under, or the service did not store
    everything; with 2 for wrong usage; with 130 after Ctrl-C. --resume RUN then continues the run.
    """
    from honeyhive import InvalidRequestError, evaluate

    if save and not save.parent.is_dir():
        raise click.UsageError(f"--save: there is no folder {save.parent}")
    # Lines that the user's code prints would spoil the JSON on stdout.
    with redirect_stdout(sys.stderr), connected(ctx, max_retries=_RETRIES) as client:
        tried = load(function, "MODULE:FUNCTION")
        judges = [load(one, "--evaluator") for one in evaluators]
        try:
            experiment = evaluate(
                tried,
                dataset=dataset,
                evaluators=judges,
                name=name,
                client=client,
                concurrency=concurrency,
                run_id=run_id,
                retry_failed=retry_failed,
                compare_with=compare,
                lower_is_better=lower_is_better,
                journal_dir=journal_dir,
                progress=not given(ctx).get("quiet"),
                table=False,
            )
        except InvalidRequestError as error:
            raise click.UsageError(in_flags(error, _FLAGS), ctx) from None
    if save:
        save.write_text(experiment.to_json() + "\n", encoding="utf-8")
    _show(ctx, experiment)
    if compare and experiment.comparison is None and not experiment.problems:
        say_warning("there is nothing to compare with: no earlier run has this name and these rows")
    for note in experiment.notes:
        say_warning(note)
    wrong = [*_below(experiment, thresholds, tolerate_failures=tolerate_failures), *experiment.problems]
    if experiment.failures and not tolerate_failures:
        wrong.append(f"rows in which the function or an evaluator failed: {len(experiment.failures)}")
    for words in wrong:
        say_error(words)
    ctx.exit(FAILED if wrong else 0)


def _below(
    experiment: "Experiment", thresholds: tuple[tuple[str | None, float], ...], *, tolerate_failures: bool
) -> list[str]:
    named = {name: number for name, number in thresholds if name is not None}
    for_all = [number for name, number in thresholds if name is None]
    return experiment.below(named, max(for_all, default=None), tolerate_failures=tolerate_failures)


def _show(ctx: click.Context, experiment: "Experiment") -> None:
    if output_form(ctx) == "table":
        click.echo(str(experiment))
    else:
        import json

        plain: Any = json.loads(experiment.to_json())
        show(ctx, plain)
