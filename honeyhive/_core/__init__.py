"""Decisions of a call, without I/O: the request, its retries, and the interpretation of the response."""
