"""Terminal output of the command line: global flags, tables, errors and warnings."""
