"""What other teams take: the document, one derived document and one reference page per host, checksums, changes."""

from .hosts import of_host
from .publication import render_publication

__all__ = ["of_host", "render_publication"]
