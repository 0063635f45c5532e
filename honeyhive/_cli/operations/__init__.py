"""Commands made from the operations of openapi.yaml."""
