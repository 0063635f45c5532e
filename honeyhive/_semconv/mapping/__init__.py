"""Rules that map span attributes to the fields of an event."""
