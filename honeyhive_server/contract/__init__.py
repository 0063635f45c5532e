"""The requests and responses that openapi.yaml describes: reading and validation."""
