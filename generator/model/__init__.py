"""Intermediate model of the document: operations, arguments and objects, built once for every emitter."""
