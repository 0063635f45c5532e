"""Intermediate representation (IR) of the document: operations, arguments and objects for all emitters."""
