"""Checks the files that the owners prepare for a release: ``python -m tests.release_checks [TAG]``.

docs/releasing.md has the whole list; this program checks the part of it that is in files. It needs no package.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "docs/index.md")
"""Pages that explain the installation from a checkout, which has to change at the first release."""


def missing(root: Path, tag: str | None) -> Iterator[str]:
    """Yield a line for each missing change, with its file. Without a tag, the tag is not checked."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = project["version"]
    if tag is not None and tag != f"v{version}":
        yield f"the tag is {tag}, but the version in pyproject.toml is {version}; the tag has to be v{version}"
    for name in ("Documentation", "Repository", "Changelog"):
        if not project.get("urls", {}).get(name, "").startswith("https://"):
            yield f"pyproject.toml: set {name} in [project.urls] to an address that begins with https://"
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    if not re.search(rf"^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d$", changelog, re.MULTILINE):
        yield f"CHANGELOG.md: give {version} its date, as in ## [{version}] - 2026-12-01"
    for page in PAGES:
        text = (root / page).read_text(encoding="utf-8")
        if "until the first release" in text or "'.[" in text:
            yield f"{page}: replace the install from a checkout by pip install 'honeyhive-sdk[server]'"


def main(arguments: list[str]) -> int:
    """Print a line for each missing change. Return 1 if there is one."""
    found = list(missing(ROOT, arguments[0] if arguments else None))
    print("\n".join(found) if found else "ready for a release")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
