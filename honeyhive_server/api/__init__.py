"""The operations of openapi.yaml: a module of handlers for each kind of object."""
