"""The two clients. The async one is imported from its module, since it is rarely used beside the other."""

from .sync_client import HoneyHive

__all__ = ["HoneyHive"]
