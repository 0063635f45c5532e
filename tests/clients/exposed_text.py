"""Collects everything in an error that a log, a debugger or a crash report could show."""

import pickle
from pathlib import Path

TESTS = str(Path(__file__).parents[1])


def shown(error):
    """Return an error with its causes, its pickle, and the locals of every frame outside of tests, as one string."""
    pending, seen = [error], []
    while pending:
        one = pending.pop()
        seen += [repr(one), str(one), repr(one.args), repr(vars(one))]
        pending += [other for other in (one.__cause__, one.__context__) if other is not None]
        trace = one.__traceback__
        while trace is not None:
            if not trace.tb_frame.f_code.co_filename.startswith(TESTS):
                seen += [f"{name}={value!r}" for name, value in trace.tb_frame.f_locals.items()]
            trace = trace.tb_next
    return "\n".join(seen) + repr(pickle.dumps(error))


def frames(error):
    trace, names = error.__traceback__, []
    while trace is not None:
        names.append(trace.tb_frame.f_code.co_filename)
        trace = trace.tb_next
    return names
