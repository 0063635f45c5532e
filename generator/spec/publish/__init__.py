"""Published files: the whole document; for each host two documents and a reference page; checksums and changes."""

from .hosts import of_host
from .plain import as_plain
from .publication import render_publication

__all__ = ["as_plain", "of_host", "render_publication"]
