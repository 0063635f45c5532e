"""Sessions and events, and the one around the running code."""
