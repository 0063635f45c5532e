"""Every bound of the background path in one place; tests make them small."""

from typing import Final, NamedTuple

KIB: Final = 1024
MIB: Final = 1024 * KIB


class EncodingLimits(NamedTuple):
    """How much of one event is looked at and kept; the rest is cut and marked."""

    depth: int = 32
    nodes: int = 100_000
    bytes: int = 1_000_000
    seconds: float = 0.05


class QueueLimits(NamedTuple):
    """How much may wait in memory."""

    records: int = 10_000
    bytes: int = 32 * MIB
    spare: float = 0.1
    """The share on top that only session starts may use."""


class DiskLimits(NamedTuple):
    """How much may wait in a spool, by all of its processes, and how its files are kept."""

    bytes: int = 256 * MIB
    seconds: float = 7 * 24 * 3600.0
    """How long a record may wait; an older one is dropped when it is found."""
    spare: float = 0.1
    """The share of the bytes on top that only session starts may use."""
    segment_bytes: int = 8 * MIB
    """When the next file is begun."""
    tidy_bytes: int = MIB
    """The same if all in it is delivered."""
    window_bytes: int = 8 * MIB
    """How much is read back at a time."""
    look_interval: float = 60.0
    """Seconds between two looks for what dead processes left."""
    retry_interval: float = 5.0
    """Seconds that a disk which failed is left alone."""
    claims: int = 64
    """Dead processes whose files are claimed at a time."""


class DeliveryLimits(NamedTuple):
    """How events are put together and how often the service is asked."""

    batch_events: int = 100
    batch_bytes: int = 2_500_000
    backlog_events: int = 500
    """Events of a batch at most while a backlog waits and full batches are confirmed."""
    distant_backlog_events: int = 2_000
    """The same where a request takes more than 15 ms."""
    smallest_batch_bytes: int = 100_000
    """Size below which batches do not shrink because of bodies that did not get through."""
    window: int = 400
    """Records taken from the queue at a time."""
    connections: int = 16
    """Requests in flight at most."""
    in_flight_bytes: int = 8 * MIB
    """Bytes of the requests in flight above which no other one is sent."""
    linger: float = 0.1
    """Seconds that the first event waits for company."""
    enough: int | None = None
    """Records that need not wait for more; None: as many as fill a batch."""
    request_timeout: float = 10.0
    """Seconds for one request; up to three times as long after timeouts, a quarter for an event that failed before."""
    stuck: float = 1.0
    """Seconds after which a request in flight no longer keeps others from being sent."""
    large_body: int = 1_000_000
    """Bytes above which a reset connection is treated as a 413."""
    first_probe_interval: float = 8.0
    """Seconds until the next request once several were refused because of the key."""
    probe_interval: float = 60.0
    """Seconds between two requests after that."""
    flush_interval: float = 1.0
    """Seconds between two attempts made by flush(), close() or the exit."""
    denied_flush_interval: float = 7.0
    """The same while the service refuses the key."""
    smallest: int = 2_000
    """Bytes below which an event that is called too large is given up."""
    failures_before_split: int = 3
    """Failures of a batch before it is halved while no other request is confirmed."""
    first_pause: float = 2.0
    """Seconds before an event that was set aside is tried again; doubles with each try."""
    longest_pause: float = 600.0
    failures_before_drop: int = 10
    """Failed tries of an event that was set aside, others being confirmed, before it is dropped."""
    unconfirmed_before_drop: int = 5
    """The same where each reply is doubtful."""
    missing_before_drop: int = 3
    """The same where each reply to a change is 404."""
    set_aside_records: int = 1_000
    """Records set aside at most; then the oldest is dropped."""
    set_aside_bytes: int = 4 * MIB


LONGEST_EXIT: Final = 60.0
