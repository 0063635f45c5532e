"""The command line: `honeyhive <namespace> <command>`, one command for each operation of the document."""

import sys


def main() -> None:
    """Run the command line of this process and exit: 0 done, 1 the API or the network failed, 2 used wrongly."""
    try:
        from .failures import run
        from .program import program
        from .streams import prepare

        prepare()
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(run(program()))
