"""Runs every benchmark and prints a line each; the exit status does not depend on them, machines are noisy."""

from . import calls, experiments, models, otel, regenerate, server, startup, tracing, viewer


def main() -> None:
    """Print the lines as they come."""
    for room in (startup, calls, tracing, otel, experiments, models, regenerate, server, viewer):
        for line in room.measure():
            print(line, flush=True)


if __name__ == "__main__":
    main()
