"""How a server behaves, whoever starts it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Behaviour:
    """The choices that change what a request is answered with."""

    require_key: str | None = None
    """The only key that is let in; any key is without it."""
    strict: bool = False
    """Refuse what the hosted service only tolerates, and fail where an answer does not fit the document."""
    check_answers: bool = False
    """Report answers that do not fit the document."""
    allowed_hosts: frozenset[str] = frozenset({"localhost", "127.0.0.1", "::1"})
    """The host names that a request may be addressed to, whatever the port."""
    latency: float = 0
    """How long every answer is held back, in seconds."""
    fail_rate: float = 0
    """The share of requests that are refused with 429, 500 or 503 in turn, and of which nothing is stored."""
    reset_rate: float = 0
    """The share of requests whose connection is cut instead of an answer, after they were carried out."""
