"""Run every benchmark, print one line for each, and record the ratios in results.json.

The exit status does not depend on the results, because machines are noisy.
"""

from . import calls, experiments, masks, models, otel, regenerate, server, startup, tracing, viewer
from .ratio import Ratio
from .results import record


def main() -> None:
    """Print each line as soon as it is measured."""
    figures = []
    for room in (startup, calls, tracing, masks, otel, experiments, models, regenerate, server, viewer):
        for line in room.measure():
            print(line, flush=True)
            if isinstance(line, Ratio):
                figures.append(line.figure)
        record(figures)


if __name__ == "__main__":
    main()
