"""Configuration of a server, for all ways to start it."""

from dataclasses import dataclass

from .access_keys import AccessKey

# Maximum length of a request body in bytes: a whole body is held in memory, and a batch of long conversations is still
# shorter.
MAX_BODY = 32 * 1024 * 1024


@dataclass(frozen=True)
class ServerConfig:
    """Options that change the response to a request."""

    keys: tuple[AccessKey, ...] = ()
    """The accepted API keys; if there are none, any key is accepted."""
    strict: bool = False
    """Reject faults that the hosted service tolerates, and fail if a response does not fit openapi.yaml."""
    check_answers: bool = False
    """Report responses that do not fit openapi.yaml."""
    allowed_hosts: frozenset[str] = frozenset({"localhost", "127.0.0.1", "::1"})
    """Accepted names in the Host header; the port is ignored."""
    any_address: bool = False
    """Also accept every IP address in the Host header."""
    root_path: str = ""
    """Path of the server behind a proxy, such as /tools/honeyhive; requests are accepted with and without it."""
    max_connections: int = 1000
    """Maximum number of connections; further requests get a 503."""
    latency: float = 0
    """Seconds to delay every response."""
    fail_rate: float = 0
    """Share of requests (0 to 1) that fail with 429, 500 or 503 in turn; none of their data is stored."""
    reset_rate: float = 0
    """Share of requests (0 to 1) whose connection is dropped after they were processed."""
