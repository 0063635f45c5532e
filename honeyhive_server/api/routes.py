"""The route table, which finds the operation for a method and a path.

Paths are matched as they are sent, still percent-encoded, so that an id may contain a slash. A path without parameters
needs one dictionary look-up, however many operations there are.
"""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from honeyhive_api.ids import canonical

from ..contract.served_operations import ServedOperation
from ..model.http_messages import HTTPError
from .older_clients import versioned

ByMethod = dict[str, ServedOperation]

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class RouteTable:
    """The operations by path and method."""

    def __init__(self, operations: Iterable[ServedOperation]) -> None:
        self._static: dict[str, ByMethod] = {}
        self._templates: dict[tuple[str, ...], ByMethod] = {}
        for operation in operations:
            if "{" in operation.path:
                self._templates.setdefault(tuple(operation.path.split("/")), {})[operation.method] = operation
            else:
                self._static.setdefault(operation.path, {})[operation.method] = operation
        # A literal segment has precedence over a parameter, so that events/search is not the event with the id
        # "search".
        ordered = sorted(self._templates.items(), key=lambda item: [part.startswith("{") for part in item[0]])
        self._templates = dict(ordered)

    def find(self, method: str, raw_path: str) -> tuple[ServedOperation, dict[str, str]] | None:
        """Return the operation and its decoded path parameters, or None if the API has no such path.

        An unversioned path of older clients stands for the path below /v1.

        Raises HTTPError: 405 if the path does not allow the method, 400 if a path parameter is empty or contains
        control characters.
        """
        if raw_path not in self._static and (newer := versioned(raw_path)) is not None:
            raw_path = newer
        found = self._static.get(raw_path)
        parameters: dict[str, str] = {}
        if found is None:
            matched = self._match(raw_path.split("/"))
            if matched is None:
                return None
            found, parameters = matched
        if method not in found:
            allowed = ", ".join(sorted(found))
            raise HTTPError(405, f"{method} is not allowed here, only {allowed}", {"Allow": allowed})
        for name, value in parameters.items():
            if not value or _CONTROL.search(value):
                raise HTTPError(400, f"{name} is empty or contains control characters")
        return found[method], parameters

    def _match(self, segments: list[str]) -> tuple[ByMethod, dict[str, str]] | None:
        for template, found in self._templates.items():
            if len(template) != len(segments):
                continue
            pairs = list(zip(template, segments, strict=True))
            if all(part == segment or part.startswith("{") for part, segment in pairs):
                return found, {
                    part[1:-1]: canonical(unquote(segment)) for part, segment in pairs if part.startswith("{")
                }
        return None
