"""The two clients: the way of each call from the generated namespaces to a driver, and back.

The one for asyncio is imported from its module: it loads more at once than the other.
"""

from .sync_client import HoneyHive

__all__ = ["HoneyHive"]
