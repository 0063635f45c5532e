"""Published files: the document, a document and a reference page per host, checksums and changes."""

from .hosts import of_host
from .publication import render_publication

__all__ = ["of_host", "render_publication"]
