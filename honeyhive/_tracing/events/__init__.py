"""Sessions and events: what they are, and which one the running code belongs to."""
