"""Sessions and events, and the context that holds the current event or session."""
