"""Tracing options of a client."""

from typing import Literal, NamedTuple

from .delivery.keep_rules import KeepFunction
from .limits import DeliveryLimits, DiskLimits, EncodingLimits, QueueLimits
from .payload.masking import Mask
from .payload.masks.masked_place import MaskName


class Options(NamedTuple):
    """Tracing options of a client."""

    sample_rate: float = 1.0
    """Share of the sessions to send, from 0 to 1."""
    mask: Mask | None = None
    """Function of a field's name and value, which returns the value to send. Values of secret keys are masked first."""
    exit_timeout: float = 2.0
    """Seconds that the exit of the process waits for delivery, from 0 to 60."""
    source: str = "python"
    encoding: EncodingLimits = EncodingLimits()
    queue: QueueLimits = QueueLimits()
    disk: DiskLimits = DiskLimits()
    delivery: DeliveryLimits = DeliveryLimits()
    spool_required: bool = False
    """Raise ConfigurationError if the spool cannot be used; False warns, and events wait in memory."""
    spool_sync: float | None = None
    """Seconds between two syncs of the spool to the disk, which limit the loss in a power cut; None for no syncs."""
    sessions_in_batches: bool = True
    """Send a session start in one batch with the session's waiting events; False sends it in its own request."""
    live: bool = False
    """Send a step that lasts longer than a second twice, with the same id: before its end and at its end."""
    enabled: bool | None = None
    """False records and sends nothing; None leaves the choice to ``HH_TRACING``, which is on by default."""
    masks: tuple[MaskName, ...] | Literal["all"] = ()
    """Ready-made masks by name, applied before ``mask``: email, phone, card, iban, key and ip, or ``"all"``."""
    capture_inputs: bool | None = None
    """False leaves out the inputs of all events; None leaves the choice to ``HH_CAPTURE_CONTENT``, true by default."""
    capture_outputs: bool | None = None
    """False leaves out the outputs of all events; None leaves the choice to ``HH_CAPTURE_CONTENT``, true by default."""
    project: str | None = None
    """Name of the project, in the metadata of every session; the key decides where events are stored."""
    tags: tuple[str, ...] = ()
    """Tags of every session, in addition to the session's own tags."""
    user_id: str | None = None
    """Default user of a session."""
    conversation_id: str | None = None
    """Default conversation of a session."""
    keep: KeepFunction | None = None
    """Sessions to send in addition to the sampled share: ``Keep(...)``, or a function that gets a FinishedSession."""
    keep_for: float = 30.0
    """Seconds after the end of a session in which feedback and late events still count for ``keep``, from 0 to 3600."""
