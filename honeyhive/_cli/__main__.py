"""`python -m honeyhive._cli`, the same as `honeyhive`."""

from . import main

main()
