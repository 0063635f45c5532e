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
    window: int = 400
    """Records that are looked at together when batches are made."""
    linger: float = 0.1
    """Seconds that the first event waits for company."""
    enough: int | None = None
    """Records that need not wait for more; None: as many as fill a batch."""
    request_timeout: float = 30.0
    probe_interval: float = 60.0
    """Seconds between two requests while the service refuses the key."""
    smallest: int = 2_000
    """Bytes below which an event that is called too large is given up."""
    failures_before_split: int = 5
    """Answers of 500 to a batch before one of its events is suspected to be the cause."""
    failures_before_drop: int = 10
    """Answers of 500 to a single event, the service storing others in between, before it is given up."""
    missing_before_drop: int = 3
    """Answers of 404 to a change of an event, likewise."""


LONGEST_EXIT: Final = 60.0
