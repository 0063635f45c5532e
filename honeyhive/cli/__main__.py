"""`python -m honeyhive.cli`, the same as `honeyhive`."""

from . import main

main()
