"""The JSON of an event: encoding, masks and size limits."""
