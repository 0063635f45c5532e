"""Request files: a whole request as a flat object, in JSON (with comments and trailing commas) or YAML."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

from .flag_values import decode, fault, read_stdin, read_text

_SKIPPED: Final = re.compile(r'("(?:\\.|[^"\\\n])*")|//[^\n]*|/\*.*?\*/', re.DOTALL)
_TRAILING: Final = re.compile(r'("(?:\\.|[^"\\\n])*")|,(?=\s*[}\]])')
_MERGE: Final = "tag:yaml.org,2002:merge"
_CORE_SCHEMA: Final = [
    ("bool", r"true|True|TRUE|false|False|FALSE", [*"tTfF"]),
    ("null", r"~|null|Null|NULL|", [*"~nN", ""]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", [*"-+0123456789"]),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        [*"-+.0123456789"],
    ),
    ("merge", r"<<", ["<"]),
]
"""The types of YAML scalars: tag, pattern of the whole scalar, possible first characters. The first match wins."""


def read_request(path: str, ctx: click.Context) -> dict[str, Any]:
    """Read the request in a file, or on stdin for "-". Raises BadParameter with the place of a mistake."""
    try:
        return _object(_decoder(path)(read_stdin(ctx) if path == "-" else read_text(path)))
    except (OSError, ValueError) as error:
        raise click.BadParameter(
            f"{'stdin' if path == '-' else path}: {fault(error)}", ctx, param_hint="'--filename'"
        ) from None


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise ValueError("must contain one object with the keys of the request")
    return value


def _decoder(path: str) -> Callable[[str], Any]:
    suffix = ".json" if path == "-" else Path(path).suffix.lower()
    if suffix in (".json", ".jsonc"):
        return decode_jsonc
    if suffix in (".yaml", ".yml"):
        return decode_yaml
    raise ValueError("unsupported extension; use .json, .jsonc, .yaml or .yml")


def decode_jsonc(text: str) -> Any:
    """Decode JSON that may have comments and trailing commas. Raises ValueError with the place of a mistake."""
    return decode(_blanked(_TRAILING, _blanked(_SKIPPED, text)))


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    """Return the text with each match outside of strings replaced by spaces, so that line numbers stay right."""
    return pattern.sub(lambda found: found[1] or re.sub(r"[^\n]", " ", found[0]), text)


def decode_yaml(text: str) -> Any:
    """Decode one YAML document by the core schema of YAML 1.2. Raises ValueError with the place of a mistake."""
    import yaml

    class Loader(yaml.SafeLoader):
        """Reads YAML 1.2: 01234 as 1234; 12:30:00, 1_000, yes and dates as strings. PyYAML's loaders read YAML 1.1."""

        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
            keys = [self.construct_object(key, deep=True) for key, _ in node.value if key.tag != _MERGE]
            if repeated := next((key for number, key in enumerate(keys) if key in keys[:number]), None):
                mark = node.start_mark
                raise ValueError(
                    f"invalid YAML: the key {repeated!r} is repeated in the object at line {mark.line + 1}"
                )
            return super().construct_mapping(node, deep)

    Loader.yaml_implicit_resolvers = {}
    for name, pattern, first in _CORE_SCHEMA:
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(rf"(?:{pattern})\Z"), first)
    Loader.add_constructor("tag:yaml.org,2002:int", _integer)
    try:
        return yaml.load(text, Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        at = f" at line {mark.line + 1} column {mark.column + 1}" if mark else ""
        raise ValueError(f"invalid YAML: {error.problem}{at}") from None
    except yaml.reader.ReaderError as error:
        raise ValueError(f"invalid YAML: character U+{error.character:04X}: {error.reason}") from None
    except RecursionError:
        raise ValueError("invalid YAML: nested too deeply") from None


def _integer(loader: Any, node: Any) -> int:
    text: str = loader.construct_scalar(node)
    return int(text, 8 if text.startswith("0o") else 16 if text.startswith("0x") else 10)
