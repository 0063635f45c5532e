"""The operations of the document: a module of handlers for each kind of object."""
