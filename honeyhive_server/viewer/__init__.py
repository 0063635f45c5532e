"""The viewer: read-only pages for a browser."""
