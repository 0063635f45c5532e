"""Records the events of the vendor's package: `python -m tests.vendor.record`, after `make vendors`."""

import json
import tempfile
from pathlib import Path

from .differences import normalized
from .stored_trees import PROGRAMS, RECORD, VENDOR, stored

_NOISE = ("trace_id", "span_id", "parent_span_id", "scope.name", "resource", "span_events", "honeyhive_duration_ms")


def _without_noise(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_noise(item) for key, item in value.items() if key not in _NOISE}
    return [_without_noise(item) for item in value] if isinstance(value, list) else value


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = {
            program.stem: _without_noise([normalized(tree) for tree in stored(VENDOR, program, Path(folder))])
            for program in PROGRAMS
        }
    RECORD.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
