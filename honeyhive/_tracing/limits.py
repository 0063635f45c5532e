"""Limits of tracing: encoding, queue, disk and delivery."""

from typing import Final, NamedTuple

KIB: Final = 1024
MIB: Final = 1024 * KIB


class EncodingLimits(NamedTuple):
    """Limits of one event. Longer values are cut and marked."""

    depth: int = 32
    nodes: int = 100_000
    bytes: int = 1_000_000
    seconds: float = 0.05


class QueueLimits(NamedTuple):
    """Limits of the queue in memory."""

    records: int = 10_000
    bytes: int = 32 * MIB
    spare: float = 0.1
    """Extra share of the limits that only session starts may use."""


class DiskLimits(NamedTuple):
    """Limits of a spool and its files. All processes that use the spool share the limits."""

    bytes: int = 256 * MIB
    seconds: float = 7 * 24 * 3600.0
    """Maximum age of a record in seconds; older records are dropped."""
    spare: float = 0.1
    """Extra share of ``bytes`` that only session starts may use."""
    segment_bytes: int = 8 * MIB
    """Bytes of a file at which the next file is begun."""
    tidy_bytes: int = MIB
    """Bytes of a file at which the next file is begun if every record in the file is delivered."""
    window_bytes: int = 8 * MIB
    """Bytes of records that are read back from the disk at a time."""
    look_interval: float = 60.0
    """Seconds between two searches for files of dead processes."""
    retry_interval: float = 5.0
    """Seconds until a failed disk is tried again."""
    claims: int = 64
    """Maximum number of dead processes whose files are taken over at a time: each takes a file descriptor."""


class DeliveryLimits(NamedTuple):
    """Limits of batches, requests and retries."""

    batch_events: int = 100
    batch_bytes: int = 2_500_000
    backlog_events: int = 500
    """Maximum events of a batch while a backlog waits and full batches are confirmed."""
    distant_backlog_events: int = 2_000
    """Maximum events of a batch while a backlog waits, if a request takes more than 15 ms."""
    smallest_batch_bytes: int = 100_000
    """Smallest size in bytes to which batches shrink when large bodies are rejected."""
    window: int = 400
    """Maximum records that are taken from the queue at a time."""
    connections: int = 16
    """Maximum requests in flight."""
    in_flight_bytes: int = 8 * MIB
    """Total bytes of the requests in flight above which no further request is sent."""
    linger: float = 0.1
    """Seconds that the first event of a batch waits for other events."""
    live_after: float = 1.0
    """Seconds after which ``Options(live=True)`` sends a step that has not ended."""
    live_timeout: float = 1.0
    """Timeout in seconds of a request with steps that have not ended. Other events of these sessions wait for it."""
    enough: int | None = None
    """Minimum number of records with which a batch is sent at once; None for a full batch."""
    request_timeout: float = 10.0
    """Timeout of a request in seconds. Up to three times as long after timeouts, shorter for a batch known to fail."""
    stuck: float = 1.0
    """Seconds after which a request in flight no longer blocks others."""
    large_body: int = 1_000_000
    """Bytes above which a reset connection is treated as a 413."""
    first_probe_interval: float = 8.0
    """Seconds before the first request after several were denied with 401, 403 or another 4xx."""
    probe_interval: float = 60.0
    """Seconds between two later requests while the service still denies them."""
    flush_interval: float = 1.0
    """Seconds between two attempts made by flush(), close() or the exit."""
    denied_flush_interval: float = 7.0
    """Seconds between two attempts made by flush(), close() or the exit while the service refuses the key."""
    smallest: int = 2_000
    """Minimum bytes of an event that is cut because the service called it too large."""
    failures_before_split: int = 3
    """Failures of a batch before it is halved while no other request is confirmed."""
    first_pause: float = 2.0
    """Seconds before a set-aside event is tried again; doubled after each attempt."""
    longest_pause: float = 600.0
    failures_before_drop: int = 10
    """Failed attempts of a set-aside event, while others are confirmed, before it is dropped."""
    unconfirmed_before_drop: int = 5
    """Failed attempts before a set-aside event is dropped, if its replies are 2xx without a confirmation."""
    missing_before_drop: int = 3
    """Failed attempts before a set-aside change is dropped, if its replies are 404."""
    set_aside_records: int = 1_000
    """Maximum number of set-aside records; above it the oldest is dropped."""
    set_aside_bytes: int = 4 * MIB


# Seconds. Most process managers kill a process that takes longer to exit.
LONGEST_EXIT: Final = 60.0
LONGEST_SYNC: Final = 3600.0
