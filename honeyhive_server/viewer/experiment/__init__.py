"""Pages of experiments: the list of runs, one run, and the comparison of two."""
