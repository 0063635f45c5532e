"""The database of all sessions, events and definitions. One thread writes, and several threads read."""

from .event_store import EventStore
from .store_errors import StoreError
from .write import Write

__all__ = ["EventStore", "StoreError", "Write"]
