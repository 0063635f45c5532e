"""The two clients: the way of each call from the generated namespaces to a driver, and back."""

from .asynchronous import AsyncHoneyHive
from .blocking import HoneyHive

__all__ = ["AsyncHoneyHive", "HoneyHive"]
