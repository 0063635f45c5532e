# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Settings of the low-level client: its headers, cookies and keys are converted and checked here."""

from collections.abc import Mapping

from .errors import ConfigurationError
from .keys import ApiKey


def merged_headers(first: Mapping[str, str], second: Mapping[str, str]) -> dict[str, str]:
    """Merge two sets of headers. Those of the second win; names are case-insensitive."""
    replaced = {name.lower() for name in second}
    return {**{name: value for name, value in first.items() if name.lower() not in replaced}, **second}


def check_values(kind: str, values: Mapping[str, str]) -> None:
    """Raise ConfigurationError for an invalid header or cookie, without its value in the message."""
    for name, value in values.items():
        for fault in (ApiKey(name).header_fault(), ApiKey(value).header_fault() if value != "" else None):
            if fault is not None:
                raise ConfigurationError(fault, argument=f"{kind}: {name!r}")


def sealed_keys(tokens: Mapping[str, str | ApiKey]) -> Mapping[str, ApiKey]:
    """Return the keys by security scheme; anything but a mapping has none."""
    pairs = tokens.items() if isinstance(tokens, Mapping) else {}.items()
    return {scheme: token if isinstance(token, ApiKey) else ApiKey(token) for scheme, token in pairs}
