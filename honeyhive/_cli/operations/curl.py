"""A request as a curl command with a masked key."""

import shlex
from typing import TYPE_CHECKING

from ..terminal.key_mask import masked

if TYPE_CHECKING:
    from ..recording import Sent


def curl(request: "Sent") -> str:
    """Return the curl command for the request, with one argument per line."""
    parts = [f"curl --request {request.method} {shlex.quote(request.url)}"]
    parts += [f"--header {shlex.quote(f'{name}: {value}')}" for name, value in request.headers.items()]
    if request.body:
        parts.append(f"--data-raw {shlex.quote(request.body)}")
    text = " \\\n  ".join(parts)
    return text.replace(request.key, masked(request.key)) if request.key else text
