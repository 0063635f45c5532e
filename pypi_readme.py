"""Hatchling's build hook that adapts README.md for PyPI, where relative links do not work.

It runs for the wheel and for the sdist.
"""

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_CODE = re.compile(r"(^```.*?^```$)", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"(!?)\[([^\]]*)\]\((?!https?:|#)([^)]+)\)")


def for_pypi(readme: str, documentation: str | None) -> str:
    """Return the README with its relative links to docs/ pointing to the site at ``documentation``.

    Other relative links become plain text and pictures are removed; without a site, this applies to all of them.
    """

    def replace(found: re.Match[str]) -> str:
        picture, label, target = found.groups()
        if documentation is None or not target.startswith("docs/"):
            return "" if picture else label
        page = re.sub(r"\.md(?=#|$)", ".html", target.removeprefix("docs/"))
        return f"{picture}[{label}]({documentation.rstrip('/')}/{page})"

    parts = _CODE.split(readme)
    # The pattern has one group, so split() returns a code block as every second part.
    # A removed picture leaves an empty paragraph, which the newline pattern removes.
    parts[::2] = [re.sub(r"\n{3,}", "\n\n", _LINK.sub(replace, part)) for part in parts[::2]]
    return "".join(parts)


class PyPIReadme(MetadataHookInterface):
    """Sets the metadata field ``readme``, with links to the ``Documentation`` address in ``[project.urls]``."""

    def update(self, metadata: dict[str, Any]) -> None:
        readme = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        documentation = metadata.get("urls", {}).get("Documentation")
        metadata["readme"] = {"content-type": "text/markdown", "text": for_pypi(readme, documentation)}
