"""The names of the vendor's package, so that programs written for it run; each use warns and names ours.

Nothing here is imported before one of its names is used.
"""
