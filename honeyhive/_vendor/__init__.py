"""The names of the vendor's package, so that programs written for it run.

Each use emits a warning that names our replacement. Nothing here is imported before one of its names is used.
"""
