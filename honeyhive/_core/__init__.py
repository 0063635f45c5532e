"""Every decision of a call, without I/O: what to send, when to send it again, and what the answer means."""
