"""Answers computed from stored events that the API and the viewer share."""
