"""Types for ``middleware=`` and ``call_hooks=``: the request, the response, and the call around them.

>>> from collections.abc import Generator
>>> def tagged(request: HttpRequest) -> Generator[HttpRequest, HttpResponse, HttpResponse]:
...     response = yield request.with_headers({"X-Team": "search"})
...     return response
>>> hh = HoneyHive(middleware=[tagged])  # doctest: +SKIP
"""

from ._core.attempt_middleware import CallHook, Middleware, StartedCall
from ._core.messages import HttpRequest, HttpResponse

__all__ = ["CallHook", "HttpRequest", "HttpResponse", "Middleware", "StartedCall"]
