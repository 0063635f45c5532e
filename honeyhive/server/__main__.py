"""`python -m honeyhive.server`: the same as `honeyhive serve`."""

from .command import serve

serve(prog_name="python -m honeyhive.server")
