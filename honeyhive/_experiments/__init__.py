"""Experiments: a function and its evaluators, run over a dataset."""
