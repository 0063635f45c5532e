"""Evaluations of stored data for the API and the viewer: session trees, runs, summaries and comparisons."""
