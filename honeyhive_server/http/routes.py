"""Which operation a request means.

Paths are matched as they travel, still percent-encoded, so that an id may hold a slash; and static paths cost
one dictionary look-up however many operations the document has.
"""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from honeyhive_api.ids import canonical

from ..contract.contract import Operation
from ..model.http_error import Refusal

ByMethod = dict[str, Operation]

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class Routes:
    """The operations by path and method."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._static: dict[str, ByMethod] = {}
        self._templates: dict[tuple[str, ...], ByMethod] = {}
        for operation in operations:
            if "{" in operation.path:
                self._templates.setdefault(tuple(operation.path.split("/")), {})[operation.method] = operation
            else:
                self._static.setdefault(operation.path, {})[operation.method] = operation

    def find(self, method: str, raw_path: str) -> tuple[Operation, dict[str, str]] | None:
        """The operation and its path parameters, decoded; None for a path that the document does not have.

        Raises Refusal: 405 for a method that the path does not have, 400 for a path parameter that is empty or holds
        control characters.
        """
        found = self._static.get(raw_path)
        parameters: dict[str, str] = {}
        if found is None:
            matched = self._match(raw_path.split("/"))
            if matched is None:
                return None
            found, parameters = matched
        if method not in found:
            allowed = ", ".join(sorted(found))
            raise Refusal(405, f"{method} is not allowed here, only {allowed}", {"Allow": allowed})
        for name, value in parameters.items():
            if not value or _CONTROL.search(value):
                raise Refusal(400, f"{name} is empty or holds control characters")
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
