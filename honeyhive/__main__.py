"""``python -m honeyhive``: the same as the command ``honeyhive``."""

from ._cli import main

main()
