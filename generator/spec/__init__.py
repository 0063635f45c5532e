"""Tools for maintainers of the document: rules, changes between versions, and published files."""
