"""`python -m honeyhive_server`, the same as `honeyhive serve`."""

import sys

from . import require_extra

try:
    require_extra()
except ImportError as _error:
    sys.stderr.write(f"error: {_error}\n")
    sys.exit(2)

from .run.command import serve

serve(prog_name="python -m honeyhive_server")
