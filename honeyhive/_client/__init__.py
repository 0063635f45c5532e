"""The two clients. Import the async client from its own module: few programs use both."""

from .sync_client import HoneyHive

__all__ = ["HoneyHive"]
