"""Request files: a whole request, flat, as JSON (comments and trailing commas allowed) or YAML."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

from .flag_values import decode, fault, read_stdin, read_text

_SKIPPED: Final = re.compile(r'("(?:\\.|[^"\\\n])*")|//[^\n]*|/\*.*?\*/', re.DOTALL)
_TRAILING: Final = re.compile(r'("(?:\\.|[^"\\\n])*")|,(?=\s*[}\]])')


def read_request(path: str, ctx: click.Context) -> dict[str, Any]:
    """The keys of the request in the file, or in stdin for "-". Raises BadParameter that says where it is wrong."""
    try:
        return _object(_decoder(path)(read_stdin(ctx) if path == "-" else read_text(path)))
    except (OSError, ValueError) as error:
        raise click.BadParameter(
            f"{'stdin' if path == '-' else path}: {fault(error)}", ctx, param_hint="'--filename'"
        ) from None


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise ValueError("must hold one object with the keys of the request")
    return value


def _decoder(path: str) -> Callable[[str], Any]:
    suffix = ".json" if path == "-" else Path(path).suffix.lower()
    if suffix in (".json", ".jsonc"):
        return decode_jsonc
    if suffix in (".yaml", ".yml"):
        return decode_yaml
    raise ValueError("unsupported extension; use .json, .jsonc, .yaml or .yml")


def decode_jsonc(text: str) -> Any:
    """The value of JSON that may have comments and trailing commas. Raises ValueError that says where it is wrong."""
    return decode(_blanked(_TRAILING, _blanked(_SKIPPED, text)))


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    """The text with every match that is no string made blank, all else at its place, so that lines still count."""
    return pattern.sub(lambda found: found[1] or re.sub(r"[^\n]", " ", found[0]), text)


def decode_yaml(text: str) -> Any:
    """The value of one YAML document in JSON's types. Raises ValueError that says where it is wrong."""
    import yaml

    class Loader(yaml.SafeLoader):
        """As YAML 1.2 reads: a date is a text, and only true and false are booleans."""

    booleans = re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$")
    Loader.yaml_implicit_resolvers = {
        first: [
            (tag, booleans if tag.endswith(":bool") else pattern)
            for tag, pattern in resolvers
            if not tag.endswith(":timestamp")
        ]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
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
