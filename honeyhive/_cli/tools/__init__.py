"""Commands written by hand: import, download, evaluate, spool, doctor."""
