"""The endpoint of all operations of openapi.yaml: routing, validation, the handler, and the check of the response."""

import logging
import time
from functools import partial
from typing import Final
from urllib.parse import quote

from ..contract.body_validation import validate_body
from ..contract.served_operations import Contract, ServedOperation
from ..model.access_keys import AccessKey, check_kind, check_permission
from ..model.config import ServerConfig
from ..model.http_messages import JSON, Handler, HTTPError, ServerRequest, ServerResponse, error_body
from ..model.json_codec import read_json
from ..store import EventStore
from ..store.project_names import stored_name
from .api_request import APIRequest
from .handlers import HANDLERS
from .older_replies import is_reshaped, older_reply
from .older_routes import find_older
from .permissions import permissions_for
from .routes import RouteTable

logger: Final = logging.getLogger("honeyhive_server")

# Maximum length of the lint header, below the 8 kB that common proxies allow for all headers of a response.
MAX_LINT_HEADER = 2000
_JSON: Final = JSON.encode()


class OperationEndpoint:
    """The API: JSON in and out, with a HoneyHive-Lint header about faults that the service tolerates."""

    def __init__(self, store: EventStore, config: ServerConfig, contract: Contract) -> None:
        self.violations: list[str] = []
        """Descriptions of responses that did not fit openapi.yaml."""
        self._store = store
        self._config = config
        self._contract = contract
        self._routes = RouteTable(contract.operations.values())
        self._permissions = {each.id: permissions_for(each) for each in contract.operations.values()}

    def find(self, request: ServerRequest) -> Handler:
        """Return the handler of an operation. Raises HTTPError (400, 404, 405)."""
        found = self._routes.find(request.method, request.raw_path)
        if found is None:
            if (older := find_older(self._store, request.method, request.raw_path)) is not None:
                return older
            raise HTTPError(404, f"the API has no path {request.path}")
        operation, path = found
        return partial(self._serve, operation, path)

    def error(self, _: ServerRequest, error: HTTPError) -> ServerResponse:
        """Return the documented ErrorResponse."""
        return ServerResponse(error.status, error_body(error.status, error.message), headers=error.headers)

    def check(self, request: ServerRequest, response: ServerResponse) -> ServerResponse:
        """Return the response. Under --strict, return an error instead of a response that does not fit openapi.yaml."""
        if not (self._config.check_answers or self._config.strict):
            return response
        try:
            found = self._routes.find(request.method, request.raw_path)
        except HTTPError:
            return response
        if found and response.status < 400 and is_reshaped(found[0], request.raw_path):
            return response
        fault = found and found[0].response_fault(response.status, response.content)
        if not found or not fault:
            return response
        violation = f"{found[0].method} {found[0].path} -> {response.status}: {fault}"
        logger.error("a response does not fit openapi.yaml: %s", violation)
        self.violations.append(violation)
        return self.error(request, HTTPError(500, violation)) if self._config.strict else response

    async def _serve(self, operation: ServedOperation, path: dict[str, str], incoming: ServerRequest) -> ServerResponse:
        check_kind(incoming.key, operation.schemes)
        check_permission(incoming.key, *self._permissions[operation.id])
        if "dataPlaneKey" in operation.schemes:
            path = await self._within_project(incoming.key, path)
        handler = HANDLERS.get(operation.id)
        if handler is None:
            raise HTTPError(501, f"the local server does not implement {operation.method} {operation.path}")
        now = time.time_ns() // 1_000_000
        request = APIRequest(self._contract, self._store, now, path, incoming.query, operation=operation)
        request.strict = self._config.strict
        if operation.body is not None:
            _check_headers(incoming)
            request.body, replaced = read_json(await incoming.read_body())
            if replaced:
                request.lint.append("NUL characters were replaced by U+FFFD")
            request.lint += validate_body(self._contract, operation.body, request.body, now, strict=self._config.strict)
        content = await handler(request)
        if is_reshaped(operation, incoming.raw_path):
            content = older_reply(operation, content)
        response = ServerResponse(operation.success_status, content, rest=request.rest)
        if response.rest is not None and (self._config.check_answers or self._config.strict):
            response.content += b"".join([part async for part in response.rest])
            response.rest = None
        if request.lint:
            _report(operation, request.lint, response)
        return response

    async def _within_project(self, key: AccessKey | None, path: dict[str, str]) -> dict[str, str]:
        """Return the path parameters, with the project named as in the key.

        Raises HTTPError (403) if the path names another project than the key.
        """
        named = path.get("project_id")
        if key is None or key.project is None or named in (None, key.project):
            return path
        if await self._store.read(stored_name, named) != key.project:
            raise HTTPError(403, f"the key opens only the project {key.project!r}, not {named[:80]!r}")
        return {**path, "project_id": key.project}


def _check_headers(request: ServerRequest) -> None:
    """Raise HTTPError (415) unless the body is uncompressed JSON."""
    content_type = request.headers.get(b"content-type", _JSON)
    if content_type != _JSON:
        media_type = content_type.partition(b";")[0].strip().lower().decode("latin-1")
        if media_type != JSON and not media_type.endswith("+json"):
            raise HTTPError(415, f"the body must be {JSON}, not {media_type[:60]!r}")
    if request.headers.get(b"content-encoding", b"identity") != b"identity":
        raise HTTPError(415, "the body must not be compressed")


def _report(operation: ServedOperation, lint: list[str], response: ServerResponse) -> None:
    text = "; ".join(dict.fromkeys(lint))
    logger.info("lint: %s %s: %s", operation.method, operation.path, text)
    # Header values are ASCII, but field names may not be.
    response.headers["HoneyHive-Lint"] = quote(text, safe=" ;:,.'()[]_-+/")[:MAX_LINT_HEADER]
