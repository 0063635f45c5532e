"""The database: every session, event and definition, written by one thread and read by several."""

from .event_store import EventStore
from .store_errors import StoreError
from .write import Write

__all__ = ["EventStore", "StoreError", "Write"]
