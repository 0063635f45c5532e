"""Runs programs that log, each in a separate process."""

import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).parents[2]
BEGIN = """
import os, sys, signal, threading, logging
from honeyhive import HoneyHive
from honeyhive.tracing import Options
hh = HoneyHive(api_key="hh_test", base_url=sys.argv[1], tracing=Options(exit_timeout=float(sys.argv[2])))
def log(name):
    hh.log_event({"event_name": name, "session_id": "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"})
"""
# Time limit in seconds, for a slow machine. A healthy process ends earlier, once everything is delivered.
PATIENT = "60"


def run(url, program, exit_timeout=PATIENT, first=""):
    """Run the lines of ``first``, make a client ``hh`` and a function ``log(name)``, and then run the program."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", first + BEGIN + textwrap.dedent(program), url, exit_timeout],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        check=False,
    )


def names(server):
    """Return the sorted names of the stored events."""
    return sorted(event["event_name"] for event in server.events())
