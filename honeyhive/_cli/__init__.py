"""The command line: `honeyhive <namespace> <command>`, one command for each operation of openapi.yaml."""

import os
import sys
from importlib.util import find_spec

from .._vendor.side_by_side import damage

_NEEDED = ("click", "rich", "yaml")


def main() -> None:
    """Run the command line and exit: 0 success, 1 API or network error, 2 wrong usage, 130 interrupted."""
    if found := damage():
        sys.exit(_refused(found))
    # The script is installed even without the extra `cli`. All its packages are checked here, because some commands
    # import them late.
    if missing := [name for name in _NEEDED if find_spec(name) is None]:
        sys.exit(_refused(f"the command line needs {', '.join(missing)}; run pip install 'honeyhive-sdk[cli]'"))
    try:
        from .program import program
        from .terminal.failures import run
        from .terminal.help_pages import COMPLETION_VARIABLE
        from .terminal.streams import prepare

        prepare()
        if COMPLETION_VARIABLE in os.environ:
            from .terminal.shell_words import install

            install()
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(run(program()))


def _refused(words: str) -> int:
    if sys.stderr is not None:
        sys.stderr.write(f"error: {words}\n")
    return 2
