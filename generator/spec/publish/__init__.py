"""Published files: the document, two documents and a reference page per host, checksums and changes."""

from .hosts import of_host
from .plain import as_plain
from .publication import render_publication

__all__ = ["as_plain", "of_host", "render_publication"]
