"""The example: few lines of tracing, and the right tree."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from honeyhive_server import LocalServer

FOLDER = Path(__file__).parents[2] / "examples" / "chatbot"


@pytest.fixture
def bot(monkeypatch):
    """Load the chatbot example with a fast model and a client of the server."""

    def load(server):
        monkeypatch.setenv("HH_API_URL", server.url)
        monkeypatch.setenv("HH_API_KEY", "hh_test")
        monkeypatch.syspath_prepend(FOLDER)
        monkeypatch.setattr(importlib.import_module("model"), "PACE", 0)
        monkeypatch.setattr(importlib.import_module("documents"), "DELAY", 0)
        return importlib.import_module("bot")

    yield load
    for name in ("bot", "model", "documents"):
        sys.modules.pop(name, None)


def test_the_chatbot_needs_at_most_ten_lines_and_its_stored_tree_is_right(bot):
    lines = [line for line in (FOLDER / "bot.py").read_text().splitlines() if line.endswith("# traced")]
    with LocalServer() as server:
        loaded = bot(server)
        replies = loaded.chat()
        assert loaded.hh.flush(20)
        loaded.hh.close()
        (session,) = server.sessions()

    assert len(lines) <= 10
    assert session["event_name"] == "support-chat"
    assert session["outputs"] == {"replies": replies}
    assert replies == [
        "Parcels are delivered within three days.",
        "You can send goods back within thirty days.",
        "This parcel is not known.",
    ]
    assert [reply["event_type"] for reply in session["children"]] == ["chain"] * 3
    for reply, said in zip(session["children"], replies, strict=True):
        retrieve, *others, model = reply["children"]
        assert (retrieve["event_type"], model["event_type"]) == ("tool", "model")
        assert model["outputs"] == {"role": "assistant", "content": said}
        assert model["metadata"]["total_tokens"] > 0
        assert [each["event_name"] for each in others] == (["track"] if "HH-" in str(reply["inputs"]) else [])
    assert "no parcel HH-999" in session["children"][2]["children"][1]["error"]


def test_the_chatbot_runs_by_itself(tmp_path):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, "-W", "error", FOLDER],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "This parcel is not known." in done.stdout
