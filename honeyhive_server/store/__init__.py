"""The store: every session and event on a real database, written by one thread, read by several."""

from .store import Store, StoreError, Write

__all__ = ["Store", "StoreError", "Write"]
