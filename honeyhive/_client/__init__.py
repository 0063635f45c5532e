"""The sync client. The async client is imported from its own module, because few programs use both."""

from .sync_client import HoneyHive

__all__ = ["HoneyHive"]
