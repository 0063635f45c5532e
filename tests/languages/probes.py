"""A local server with known data, and checks of the requests that a program sends with a generated client."""

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.document import Document
from generator.spec.conformance import listen
from honeyhive import HoneyHive
from honeyhive_server import LocalServer

from .generators import Generator
from .workshop import ROOT, jar, node, run

HOSTS = ("v1", "legacy")
"""The hosts to which the programs send requests."""
START = 1767323045123
MISSING_EVENT = "00000000-0000-4000-8000-000000000000"
PROBES = ("13-digit time", "`ids[]`", "search by value", "errors")


@dataclass(frozen=True)
class Seen:
    """The output of a program, and the data that the server stored."""

    told: dict[str, Any]
    sessions: list[dict[str, Any]]
    events: list[dict[str, Any]]
    worked: tuple[str, ...]
    """The names of the probes (``PROBES``) that worked."""


def drive(generator: Generator, folder: Path) -> Seen:
    """Run the program of a generator against a strict local server."""
    with LocalServer(strict=True) as server:
        urls = {f"HH_{host.upper()}_URL": server.url for host in HOSTS}
        environment = urls | {"HH_API_KEY": "hh_languages", "HH_MISSING_EVENT": MISSING_EVENT}
        environment["HH_RUN_IDS"] = ",".join(_store(server))
        told = json.loads(run(_command(generator), folder, **_paths(folder), **environment))
        sessions = [one for one in server.sessions() if one["event_name"] != "seed"]
        events = [one for one in server.events() if one["event_name"] not in ("heavy", "light")]
        assert server.violations == []
    runs = environment["HH_RUN_IDS"].split(",")
    status, message = told["error"] or (None, None)
    results = (
        told["created"] == START and [one["start_time"] for one in sessions] == [START],
        sorted(told["runs"]) == sorted(runs),
        told["found"] == ["heavy"],
        status == 404 and bool(message),
    )
    worked = tuple(name for name, works in zip(PROBES, results, strict=True) if works)
    return Seen(told, sessions, events, worked)


def judge(generator: Generator, folder: Path) -> list[tuple[str, str, str]]:
    """Return the faults of the requests that a program sends, each with the host and the method."""
    with listen(Document.read(ROOT / "openapi.yaml")) as listener:
        ids = {"HH_MISSING_EVENT": MISSING_EVENT, "HH_RUN_IDS": f"{MISSING_EVENT},{MISSING_EVENT}"}
        run(_command(generator), folder, **_paths(folder), **listener.environment(), **ids)
    assert listener.received
    return [(one.host, one.method, fault) for one, faults in listener.received for fault in faults]


def lost(generator: Generator, folder: Path, worked: tuple[str, ...]) -> list[str]:
    """Return the features of the document that a generated client lacks."""
    made = "\n".join(
        file.read_text(encoding="utf-8")
        for file in sorted(folder.rglob("*"))
        if file.suffix in generator.language.endings and file.is_file() and "v1" in str(file.relative_to(folder))
    )
    marks = {
        "the host": r"https://api\.dp1\.us\.honeyhive\.ai['\"]",
        "deprecations": generator.language.deprecated,
        "descriptions of fields": "Path of the field to test",
    }
    failed = [name for name in PROBES if name not in worked] if generator.command else []
    unions = ["unions"] if generator.profile == "plain" else []
    return [*failed, *unions, *(name for name, mark in marks.items() if not re.search(mark, made))]


def _store(server: LocalServer) -> list[str]:
    """Store three runs, and two events with different numbers in one field; return the ids of two of the runs."""
    with HoneyHive(api_key="hh_languages", base_url=server.url) as hh:
        runs = [hh.experiments.create(name=name, event_ids=[]).run_id for name in ("first", "second", "third")]
        session = hh.sessions.create(session_name="seed").session_id
        for name, weight in (("heavy", 7), ("light", 3)):
            hh.events.create(
                session_id=session,
                event_type="tool",
                event_name=name,
                inputs={},
                metadata={"parcel": "HH-204", "weight": weight},
            )
    return [str(one) for one in runs[:2]]


def _command(generator: Generator) -> list[str | Path]:
    places = {"node": node(), "python": sys.executable}
    if "{jar}" in " ".join(generator.command):
        places["jar"] = str(jar())
    return [part.format(**places) for part in generator.command]


def _paths(folder: Path) -> dict[str, str]:
    return {"PYTHONPATH": str(folder)}
