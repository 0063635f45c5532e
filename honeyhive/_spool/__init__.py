"""Durable mode: what is logged is in a file before the log call returns, and outlives the process."""
