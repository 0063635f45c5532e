"""Records the samples: ``python -m tests.otel.record_samples [--events] [NAME...]``. Read the diff before committing.

``NAME.json`` has the spans of one scenario, ``NAME.events.json`` the events that they map to; ``--events`` writes
only these.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from honeyhive._semconv import event_of
from honeyhive._semconv.span import SpanData

from . import vercel_ai
from .scenarios import SCENARIOS

SAMPLES: Final = Path(__file__).with_name("samples")
NAMES: Final = (*SCENARIOS, *vercel_ai.VERSIONS)


def played(name: str) -> list[dict[str, Any]]:
    """Run a scenario in a separate process, and return its spans."""
    if name in vercel_ai.VERSIONS:
        return vercel_ai.played(name)
    command = [sys.executable, "-m", "tests.otel.scenario_runner", name]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return list(json.loads(done.stdout))


def mapped(spans: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the events to which recorded spans are mapped."""
    return [event_of(SpanData(**{**span, "events": [tuple(event) for event in span["events"]]})) for span in spans]


def main() -> None:
    """Write the named samples, or all of them."""
    arguments = sys.argv[1:]
    for name in [name for name in arguments if name != "--events"] or NAMES:
        spans = json.loads((SAMPLES / f"{name}.json").read_text()) if "--events" in arguments else played(name)
        for file, content in ((f"{name}.json", spans), (f"{name}.events.json", mapped(spans))):
            (SAMPLES / file).write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
