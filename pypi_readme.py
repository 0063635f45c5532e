"""README.md for PyPI, which resolves no relative link: hatchling runs this hook for the wheel and the sdist."""

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_CODE = re.compile(r"(^```.*?^```$)", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"(!?)\[([^\]]*)\]\((?!https?:|#)([^)]+)\)")


def for_pypi(readme: str, documentation: str | None) -> str:
    """Return the README with links to the site at ``documentation``; without a site, links become plain text."""

    def replace(found: re.Match[str]) -> str:
        picture, label, target = found.groups()
        if documentation is None or not target.startswith("docs/"):
            return "" if picture else label
        page = re.sub(r"\.md(?=#|$)", ".html", target.removeprefix("docs/"))
        return f"{picture}[{label}]({documentation.rstrip('/')}/{page})"

    parts = _CODE.split(readme)
    # With one group, every second part is a block of code.
    # A picture that is left out leaves an empty paragraph.
    parts[::2] = [re.sub(r"\n{3,}", "\n\n", _LINK.sub(replace, part)) for part in parts[::2]]
    return "".join(parts)


class PyPIReadme(MetadataHookInterface):
    """Sets ``readme``; the site's address is ``Documentation`` in ``[project.urls]`` of pyproject.toml."""

    def update(self, metadata: dict[str, Any]) -> None:
        readme = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        documentation = metadata.get("urls", {}).get("Documentation")
        metadata["readme"] = {"content-type": "text/markdown", "text": for_pypi(readme, documentation)}
