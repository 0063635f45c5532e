"""The example: few lines of tracing, and the right tree."""

import importlib.util
from pathlib import Path

from honeyhive import HoneyHive
from honeyhive.server import LocalServer

FILE = Path(__file__).parents[2] / "examples" / "chatbot.py"


def load():
    spec = importlib.util.spec_from_file_location("chatbot", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_chatbot_needs_at_most_ten_lines_and_its_stored_tree_is_right():
    lines = [line for line in FILE.read_text().splitlines() if line.endswith("# traced")]
    with LocalServer() as server, HoneyHive(api_key="hh_test", base_url=server.url) as hh:
        replies = load().answer(hh)
        assert hh.flush(20)
        (session,) = server.sessions()

    assert len(lines) <= 10
    assert session["event_name"] == "support-chat"
    assert session["outputs"] == {"replies": replies}
    assert replies[0] == "Parcels are delivered within three days"
    for reply in session["children"]:
        assert reply["event_type"] == "chain"
        retrieve, model = reply["children"]
        assert (retrieve["event_type"], model["event_type"]) == ("tool", "model")
        assert " ".join(model["outputs"]["value"]) == reply["outputs"]["value"]
    assert len(session["children"]) == 2
