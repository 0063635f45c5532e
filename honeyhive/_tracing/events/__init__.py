"""Sessions and events, and the current one."""
