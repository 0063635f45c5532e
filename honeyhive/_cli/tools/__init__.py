"""Commands written by hand, such as import, download, evaluate, spool and doctor."""
