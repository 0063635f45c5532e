"""Run every benchmark and print one line for each; the exit status ignores the results, because machines are noisy."""

from . import calls, experiments, masks, models, otel, regenerate, server, startup, tracing, viewer


def main() -> None:
    """Print each line as soon as it is measured."""
    for room in (startup, calls, tracing, masks, otel, experiments, models, regenerate, server, viewer):
        for line in room.measure():
            print(line, flush=True)


if __name__ == "__main__":
    main()
