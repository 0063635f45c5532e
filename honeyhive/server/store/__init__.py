"""The store: every session and event on a real database, written by one thread, read by several."""

from .store import Store, StoreFailure, Write

__all__ = ["Store", "StoreFailure", "Write"]
