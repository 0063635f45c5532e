"""Audited application: ``python application.py SDK`` forks one process for each plan.

Plans come over the socket that is standard input, each with the pipe that the process writes to, a line for each fact:
``pid N``, ``try ID`` before a call, ``ok ID`` after it has returned, ``sync BYTES FILE`` after an fsync, ``closing``,
``stats JSON``, ``error TEXT``. The auditor reads no other output of the process. It runs in any environment with the
SDK: besides the adapter it needs only the standard library.
"""

import atexit
import gc
import json
import os
import signal
import socket
import sys
import threading
import time
import traceback
from pathlib import Path

_PLAN_BYTES = 1 << 20
_RECOVERY_FLUSH_SECONDS = 1.0


class Life:
    """One run of the application, in a process of its own."""

    pipe = -1
    current = None

    def __init__(self, sdk, plan):
        self.sdk, self.plan, self.calls = sdk, plan, []
        Life.current = self

    def run(self, threads):
        """Make all calls; the calls of the first list run on this thread."""
        others = [threading.Thread(target=guarded, args=(self.log, operations)) for operations in threads[1:]]
        for thread in others:
            thread.start()
        self.log(threads[0], fork_at=self.plan["fork_at"] if self.plan["child"] else 0)
        for thread in others:
            thread.join()

    def log(self, operations, fork_at=0):
        for number, (kind, name, session, size, pause) in enumerate(operations, 1):
            say("try", name)
            self.calls.append(name)
            self.call(kind, name, session, "x" * size, pause)
            if number == fork_at and os.fork() == 0:
                self.be_the_child()

    def call(self, kind, name, session, text, pause):
        if kind == "step":
            with self.sdk.step(name, session, text):
                if self.plan["counts_begun"]:
                    say("ok", name)
                time.sleep(pause)
        else:
            getattr(self.sdk, kind)(name, session, *([text] if kind == "event" else []))
            time.sleep(pause)
        say("ok", name)

    def be_the_child(self):
        say("pid", os.getpid())
        self.calls.clear()
        try:
            self.log(self.plan["child"])
            if not self.plan["child_vanishes"]:
                self.close()
        except BaseException:
            say("error", repr(traceback.format_exc()))
        finally:
            os._exit(0)

    def recover(self):
        """Deliver the records of earlier runs. If some may stay, stop after a few attempts without progress."""
        least, vain = None, 0
        while vain < (5 if self.plan["may_stay"] else 20):
            left = self.sdk.flush(_RECOVERY_FLUSH_SECONDS)
            if not left:
                break
            vain = 0 if least is not None and left < least else vain + 1
            least = left if least is None else min(left, least)
        self.close()

    def close(self):
        say("closing")
        self.sdk.close(self.plan["patience"])
        self.report()

    def report(self):
        say("stats", json.dumps({"calls": len(self.calls), "stats": self.sdk.stats()}))


def say(*words):
    # Each line is one write and shorter than PIPE_BUF, so lines of several processes do not mix.
    os.write(Life.pipe, " ".join(map(str, words)).encode()[:4000] + b"\n")


def guarded(work, *arguments):
    try:
        work(*arguments)
    except Exception:
        say("error", repr(traceback.format_exc()))


@atexit.register
def last_words():
    """Report the counters. As an exit handler registered before the import of the SDK, it runs after the SDK's own."""
    if Life.current is not None and Life.current.plan["ending"] == "exit":
        Life.current.report()


def report_syncs():
    """Announce each fsync: a power cut does not remove synced bytes."""

    def reporting(real):
        def sync(fd):
            size = os.fstat(getattr(fd, "fileno", lambda: fd)()).st_size
            real(fd)
            if Life.pipe >= 0:
                say("sync", size, Path(f"/proc/self/fd/{fd}").readlink())

        return sync

    os.fsync, os.fdatasync = reporting(os.fsync), reporting(os.fdatasync)


def live(adapter, plan):
    say("pid", os.getpid())
    life = Life(adapter(plan), plan)
    if plan["ending"] == "recovery":
        life.recover()
        return
    life.run(plan["threads"])
    if plan["ending"] == "close":
        life.close()
    else:
        say("closing")


def main():
    report_syncs()
    from adapters import ADAPTERS

    control = socket.socket(fileno=os.dup(0))
    control.send(str(ADAPTERS[sys.argv[1]].preload()).encode())
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system removes ended children
    gc.freeze()
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, _PLAN_BYTES, 1)
        if not message:
            return
        if os.fork() == 0:
            break
        os.close(descriptors[0])
    os.setpgid(0, 0)
    control.close()
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    Life.pipe = descriptors[0]
    plan = json.loads(message)
    guarded(live, ADAPTERS[plan["sdk"]], plan)


if __name__ == "__main__":
    main()
