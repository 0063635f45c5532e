"""Runs every benchmark and prints a line each; the exit status does not depend on them, machines are noisy."""

from . import calls, models, otel, regenerate, server, startup, tracing


def main() -> None:
    """Print the lines as they come."""
    for room in (startup, calls, tracing, otel, models, regenerate, server):
        for line in room.measure():
            print(line, flush=True)


if __name__ == "__main__":
    main()
