"""`honeyhive evaluate`: an experiment from a terminal or in CI."""

import sys
from collections.abc import Callable, Iterable
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..connection import connected
from ..terminal.failures import FAILED, in_flags, say_error, say_warning
from ..terminal.global_flags import given, global_flags
from ..terminal.lazy_group import CONTEXT
from ..terminal.output import show
from .column_mapping import column_mapping
from .output_file import whole_file
from .score_limits import Threshold, Tolerance
from .targets import load

if TYPE_CHECKING:
    from honeyhive.experiments import Experiment

_RETRIES = 5
_FLAGS = {
    "dataset": "--dataset",
    "evaluators": "--evaluator",
    "summary_evaluators": "--summary-evaluator",
    "compare_with": "--compare",
    "run_id": "--resume",
    "lower_is_better": "--lower-is-better",
    "columns": "--column",
    "retry_failed": "--retry-failed",
    "timeout": "--row-timeout",
    "tolerate_failures": "--max-failures",
}
"""Flags whose name differs from the argument of `evaluate`."""
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("evaluate", params=global_flags(hidden=True), context_settings=CONTEXT)
@click.argument("function", metavar="MODULE:FUNCTION")
@click.option(
    "--dataset",
    required=True,
    type=click.Path(),  # for this type, shells complete file names
    metavar="FILE|ID|NAME",
    help="A JSONL, JSON or CSV file, or the id or name of a stored dataset.",
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="NAME=FIELD",
    help="Map a column of the dataset to inputs, ground_truth, metadata or id, or to a key such as inputs.question. "
    "Other columns become metadata. Repeatable.",
)
@click.option("--limit", type=click.IntRange(1), help="Use only this number of rows, from the start of the dataset.")
@click.option(
    "--evaluator", "evaluators", multiple=True, metavar="MODULE:NAME", help="Function that scores each row. Repeatable."
)
@click.option(
    "--summary-evaluator",
    "summary_evaluators",
    multiple=True,
    metavar="MODULE:NAME",
    help="Function that scores all rows together. Repeatable.",
)
@click.option("--name", help="Name of the run; by default the name of the function.")
@click.option("--repetitions", default=1, show_default=True, type=click.IntRange(1), help="How often to run each row.")
@click.option(
    "--concurrency", default=10, show_default=True, type=click.IntRange(1), help="Number of rows to run at once."
)
@click.option(
    "--row-timeout",
    type=click.FloatRange(0, min_open=True),
    metavar="SECONDS",
    help="Time limit in seconds for each call of the function or of an evaluator.",
)
@click.option(
    "--retries",
    default=0,
    show_default=True,
    type=click.IntRange(0),
    help="Number of times to call the function again after a failure.",
)
@click.option(
    "--rate-limit",
    type=click.FloatRange(0, min_open=True),
    help="Largest number of function calls to start per second.",
)
@click.option(
    "--compare",
    metavar="RUN",
    help="The id of a run to compare with, or the word last for the newest run of the same name.",
)
@click.option(
    "--lower-is-better", multiple=True, metavar="NAME", help="Metric for which lower values are better. Repeatable."
)
@click.option(
    "--fail-under",
    "thresholds",
    multiple=True,
    type=Threshold(),
    metavar="[NAME=]NUMBER",
    help="Exit 1 if the mean of metric NAME is below NUMBER or, with --lower-is-better, above NUMBER. Without NAME=, "
    "NUMBER applies to all metrics without a threshold of their own. A failed row counts as not passed. Repeatable.",
)
@click.option(
    "--fail-on-regression",
    "regressions",
    multiple=True,
    type=Tolerance(),
    metavar="METRIC[=TOLERANCE]",
    help="With --compare, exit 1 if the metric got worse by more than TOLERANCE. Without TOLERANCE, exit 1 if it got "
    "significantly worse. Use any as METRIC for all metrics. Repeatable.",
)
@click.option("--tolerate-failures", is_flag=True, help="Ignore failed rows for --fail-under and the exit code.")
@click.option(
    "--max-failures",
    type=click.FloatRange(0),
    metavar="NUMBER",
    help="Stop the run when more than this number of rows fail. A number below 1 is a share of all rows.",
)
@click.option(
    "--keep-rows/--no-keep-rows",
    default=True,
    help="With --no-keep-rows, drop finished rows, so that memory does not grow with the dataset.",
)
@click.option("--resume", "--run-id", "run_id", metavar="RUN", help="Resume or create the run with this id.")
@click.option("--retry-failed", is_flag=True, help="With --resume, run failed rows again.")
@click.option(
    "--journal",
    "journal_dir",
    default=".honeyhive/runs",
    show_default=True,
    metavar="FOLDER",
    help="Folder that keeps finished rows until the service has stored them.",
)
@click.option("--save", type=_FILE, help="Also write the result to a file as JSON.")
@click.option("--csv", "csv_file", type=_FILE, help="Also write the rows to a file as CSV.")
@click.option("--markdown", type=_FILE, help="Also write a summary for a pull request to a file.")
@click.option("--junit", type=_FILE, help="Also write JUnit XML to a file.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    function: str,
    evaluators: tuple[str, ...],
    summary_evaluators: tuple[str, ...],
    columns: tuple[str, ...],
    row_timeout: float | None,
    compare: str | None,
    thresholds: tuple[tuple[str | None, float], ...],
    regressions: tuple[tuple[str, float | None], ...],
    tolerate_failures: bool,
    max_failures: float | None,
    save: Path | None,
    csv_file: Path | None,
    markdown: Path | None,
    junit: Path | None,
    **options: Any,
) -> None:
    """Run a function over a dataset and score its outputs.

    Example: honeyhive evaluate app:answer --dataset cases.jsonl

    MODULE:FUNCTION is looked up in the current folder first. Parameters are filled by name: inputs, ground_truth,
    datapoint and, for evaluators, outputs and trace. An evaluator returns a number, a bool, a string, a Score or a dict
    of them.

    The summary table and everything that your functions print go to stderr. If stdout is not a terminal, the result
    goes to stdout as JSON.

    Exits with 1 if a row or an evaluator failed, if a metric misses --fail-under or --fail-on-regression, or if the
    service did not store everything. Exits with 2 for wrong usage. Ctrl-C exits with 130; continue the run with
    --resume RUN.
    """
    from honeyhive import InvalidRequestError, evaluate

    files = {"--save": save, "--csv": csv_file, "--markdown": markdown, "--junit": junit}
    _check(files, compare=compare, summary=summary_evaluators, regressions=regressions, options=options)
    with redirect_stdout(sys.stderr):
        target = load(function, "MODULE:FUNCTION")
        judges, over_all = _named(evaluators, "--evaluator"), _named(summary_evaluators, "--summary-evaluator")
        with connected(ctx, max_retries=_RETRIES) as client:
            try:
                experiment = evaluate(
                    target,
                    client=client,
                    evaluators=judges,
                    summary_evaluators=over_all,
                    columns=column_mapping(columns),
                    timeout=row_timeout,
                    tolerate_failures=max_failures,
                    compare_with=compare,
                    progress=not given(ctx).get("quiet"),
                    table=False,
                    **options,
                )
            except InvalidRequestError as error:
                raise click.UsageError(in_flags(error, _FLAGS), ctx) from None
    texts: tuple[tuple[Path | None, Callable[[], str]], ...] = (
        (save, lambda: experiment.to_json() + "\n"),
        (csv_file, experiment.to_csv),
        (markdown, experiment.to_markdown),
        (junit, experiment.to_junit),
    )
    for file, text in texts:
        if file:
            with whole_file(file) as output:
                output.write(text().encode(errors="replace"))
    is_table_shown = _show(ctx, experiment)
    if compare and experiment.comparison is None and not experiment.problems:
        say_warning("no comparison: no earlier run of this name has rows in common with this run")
    wrong = [
        *_below(experiment, thresholds, tolerate_failures=tolerate_failures),
        *experiment.regressions(dict(regressions)),
    ]
    if experiment.tally.failed and not tolerate_failures:
        wrong.append(f"rows in which the function or an evaluator failed: {experiment.tally.failed}")
    if not is_table_shown:  # the table has the notes and the problems already
        wrong += experiment.problems
        for note in experiment.notes:
            say_warning(note)
    for words in wrong:
        say_error(words)
    ctx.exit(FAILED if wrong or experiment.problems else 0)


def _check(
    files: dict[str, Path | None],
    *,
    compare: str | None,
    summary: tuple[str, ...],
    regressions: Iterable[object],
    options: dict[str, Any],
) -> None:
    """Raise UsageError for incompatible options, and for a file in a missing folder."""
    for flag, file in files.items():
        if file and not file.parent.is_dir():
            raise click.UsageError(f"{flag}: there is no folder {file.parent}")
    if options["retry_failed"] and options["run_id"] is None:
        raise click.UsageError("--retry-failed needs --resume RUN, the run to retry")
    rows_needed = {
        "--compare": compare,
        "--summary-evaluator": summary,
        "--repetitions": options["repetitions"] > 1,
        "--csv": files["--csv"],
        "--junit": files["--junit"],
    }
    for flag, value in rows_needed.items():
        if value and not options["keep_rows"]:
            raise click.UsageError(f"{flag} needs the results of all rows; leave out --no-keep-rows")
    if regressions and compare is None:
        raise click.UsageError("--fail-on-regression needs --compare RUN, or --compare last")


def _named(targets: Iterable[str], flag: str) -> dict[str, Callable[..., Any]]:
    """Return the evaluators by name. If two evaluators have the same name, the second keeps its whole MODULE:NAME."""
    from honeyhive._experiments.scoring import name_of

    found: dict[str, Callable[..., Any]] = {}
    for target in targets:
        function = load(target, flag)
        name = name_of(function)
        found[target if name in found else name] = function
    return found


def _below(
    experiment: "Experiment", thresholds: tuple[tuple[str | None, float], ...], *, tolerate_failures: bool
) -> list[str]:
    named = {name: number for name, number in thresholds if name is not None}
    for_all = [number for name, number in thresholds if name is None]
    return experiment.below(named, max(for_all, default=None), tolerate_failures=tolerate_failures)


def _show(ctx: click.Context, experiment: "Experiment") -> bool:
    """Show the result on stdout and, without --quiet, the table on stderr. Return True if the table was shown."""
    form = given(ctx).get("output")
    if form == "table":
        click.echo(str(experiment))
        return True
    if form is not None or not sys.stdout.isatty():
        import json

        plain: Any = json.loads(experiment.to_json())
        show(ctx, plain)
    if given(ctx).get("quiet"):
        return False
    click.echo(str(experiment), err=True)
    return True
