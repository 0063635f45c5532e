"""JSON of an event's fields: encoding, masking and size limits."""
