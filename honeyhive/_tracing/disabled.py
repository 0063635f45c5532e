"""Disabled tracing: the same objects and errors as enabled tracing, but nothing is recorded or sent."""

from typing import TYPE_CHECKING

from .delivery.worker import Worker

if TYPE_CHECKING:
    from .delivery.counters import Reason
    from .delivery.records import Record


class DisabledWorker(Worker):
    """A worker that ignores every record, and starts no thread."""

    def recover(self) -> None:
        """Do nothing: the next process that traces delivers the records of dead processes."""

    def deliver(self, record: "Record") -> None:
        """Ignore the record."""

    def log(self, record: "Record") -> None:
        """Ignore the record."""

    def drop(self, reason: "Reason") -> None:
        """Count nothing."""
