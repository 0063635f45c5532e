"""The document (openapi.yaml) at run time: its operations, and the validation of requests and responses."""
