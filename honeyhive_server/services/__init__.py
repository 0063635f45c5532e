"""Evaluations of stored data that the API and the viewer share: session trees, runs, summaries and comparisons."""
