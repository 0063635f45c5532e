"""Tools for those who keep the document: its rules, its versions, and what other teams take of it."""
