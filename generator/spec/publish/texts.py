"""Serialization as JSON, and as YAML that YAML 1.1 and 1.2 parsers read in the same way."""

import json
import re
from typing import Any

import yaml

_NUMBER_ELSEWHERE = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)[eE][-+]?\d+|0o[0-7]+|[yYnN]")
"""Strings that PyYAML would write without quotes, but that other YAML parsers read as a number or boolean."""


class _Dumper(yaml.CSafeDumper):
    """A YAML dumper without aliases that writes multi-line strings as blocks."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # some parsers limit the number of aliases
        return True


def _text(dumper: _Dumper, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value else "'" if _NUMBER_ELSEWHERE.fullmatch(value) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def as_yaml(data: dict[str, Any], comment: str) -> str:
    """Return the data as YAML below a one-line comment."""
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)
    return f"# {comment}\n{text}"


def as_json(data: Any) -> str:
    """Return the data as JSON, indented by two spaces."""
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
