"""Tries all generators, or only the named ones, and writes their rows: python -m tests.languages [NAME ...]."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.document import DocumentError

from .generators import GENERATORS
from .rows import tried, write
from .workshop import write_specs


def main(names: list[str]) -> int:
    """Return 1 if a generator failed. The other generators still get their rows."""
    failed = 0
    with TemporaryDirectory(prefix="languages-") as place:
        specs = write_specs(Path(place))
        for generator in GENERATORS:
            if names and generator.name not in names and generator.title not in names:
                continue
            folder = Path(place) / generator.title.replace("/", "-").replace(" ", "-")
            folder.mkdir()
            try:
                line = tried(generator, specs, folder)
            except (AssertionError, DocumentError, subprocess.TimeoutExpired) as error:
                failed += 1
                print(f"{generator.title} failed:\n{str(error)[-3000:]}", file=sys.stderr, flush=True)
                continue
            write({generator.title: line})
            print(line, flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
