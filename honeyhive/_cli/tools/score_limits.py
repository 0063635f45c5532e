"""Values of --fail-under and --fail-on-regression."""

import math
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    _ThresholdType = click.ParamType[tuple[str | None, float]]
    _ToleranceType = click.ParamType[tuple[str, float | None]]
else:  # at run time, click before 8.4 has no type arguments
    _ThresholdType = _ToleranceType = click.ParamType


class Threshold(_ThresholdType):
    """A number for all metrics, or NAME=NUMBER for one metric."""

    name = "threshold"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str | None, float]:
        """Return (metric name, threshold); the name is None for a threshold of all metrics."""
        name, separator, number = str(value).rpartition("=")
        threshold = _number(number)
        if threshold is None:
            self.fail(f"{value!r} is neither a number nor NAME=NUMBER", param, ctx)
        return (name if separator else None), threshold


class Tolerance(_ToleranceType):
    """A metric name, or NAME=TOLERANCE."""

    name = "tolerance"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, float | None]:
        """Return (metric name, tolerance); the tolerance is None if significance decides."""
        name, separator, number = str(value).rpartition("=")
        if not separator:
            return str(value), None
        tolerance = _number(number)
        if tolerance is None or tolerance < 0 or not name:
            self.fail(f"{value!r} is neither METRIC nor METRIC=TOLERANCE", param, ctx)
        return name, tolerance


def _number(text: str) -> float | None:
    """Return a finite number, or None."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
