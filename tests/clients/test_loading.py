"""Imports happen on the caller's thread, in steps for an event loop, and beside an application's own use of httpx."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest

from honeyhive._client import loading
from honeyhive_server import LocalServer

ROOT = Path(__file__).parents[2]
OPENAI_3 = ROOT / ".venv-openai3" / "bin" / "python"

WATCH = """
import asyncio, json, sys, threading
seen = []
def watch(event, arguments):
    if event == "import":
        seen.append((threading.current_thread().name, arguments[0]))
sys.addaudithook(watch)
"""


def run(program: str, *arguments: str, python: Path | str = sys.executable) -> str:
    done = subprocess.run(
        [str(python), "-c", program, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "generated")])},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("spool", [False, True])
@pytest.mark.parametrize("kind", ["sync", "async"])
def test_no_thread_of_the_sdk_imports_a_module(kind: str, spool: bool, tmp_path: Path) -> None:
    folder = str(tmp_path / "spool") if spool else False
    program = f"""{WATCH}
from honeyhive import AsyncHoneyHive, HoneyHive
SPOOL = {folder!r}
def trace(hh):
    with hh.session("s") as session, hh.event("e") as event:
        event.outputs = {{"a": object()}}
    hh.feedback(session.session_id, {{"rating": 1}})
def sync():
    with HoneyHive(api_key="hh_test", base_url=sys.argv[1], spool=SPOOL) as hh:
        trace(hh)
        assert hh.flush(30)
        hh.sessions.create(session_name="direct")
async def main():
    async with AsyncHoneyHive(api_key="hh_test", base_url=sys.argv[1], spool=SPOOL) as hh:
        trace(hh)
        assert await hh.flush(30)
        await hh.sessions.create(session_name="direct")
sync() if {kind!r} == "sync" else asyncio.run(main())
print(json.dumps([one for one in seen if one[0] != "MainThread"]))
"""
    with LocalServer() as server:
        elsewhere = json.loads(run(program, server.url))

    assert elsewhere == []


def test_after_load_the_first_client_and_the_first_event_import_no_package() -> None:
    program = f"""{WATCH}
import honeyhive
async def main():
    turns = 0
    async def tick():
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)
    ticking = asyncio.ensure_future(tick())
    await honeyhive.load()
    ticking.cancel()
    seen.clear()
    hh = honeyhive.AsyncHoneyHive(api_key="hh_test", base_url="http://127.0.0.1:9")
    hh.log_event({{"event_name": "e"}})
    print(json.dumps({{"turns": turns, "imported": sorted({{name for _, name in seen}})}}))
asyncio.run(main())
"""
    found = json.loads(run(program))

    assert found["turns"] >= len(loading._STEPS)
    ours = [name for name in found["imported"] if name.partition(".")[0] not in sys.stdlib_module_names]
    # The index entries of the three operations that tracing uses, each with a few lines.
    assert {name.rpartition(".")[0] for name in ours} <= {"honeyhive_api", "honeyhive_api.api"} | {
        "honeyhive_api.api.sessions",
        "honeyhive_api.api.events",
    }


@pytest.mark.parametrize("name", [name for name in loading._STEPS if name.startswith("honeyhive")])
def test_each_step_of_load_is_a_module(name: str) -> None:
    assert find_spec(name) is not None


@pytest.fixture
def model() -> Iterator[str]:
    """Yield the URL of a fake server with OpenAI's chat completions, plain and streaming."""
    reply = {
        "id": "c1",
        "object": "chat.completion",
        "created": 1,
        "model": "fake",
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "hi"}}],
    }
    chunk = {
        **reply,
        "object": "chat.completion.chunk",
        "choices": [{"index": 0, "finish_reason": None, "delta": {"role": "assistant", "content": "hi"}}],
    }

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1

        def do_POST(self) -> None:
            streams = json.loads(self.rfile.read(int(self.headers["content-length"]))).get("stream")
            lines = [f"data: {json.dumps(chunk)}\n\n"] * 3 + ["data: [DONE]\n\n"]
            body = "".join(lines).encode() if streams else json.dumps(reply).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream" if streams else "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/v1"
        server.shutdown()
        thread.join()


CALLS = """
import sys, threading
from honeyhive import HoneyHive
hh = HoneyHive(api_key="hh_test", base_url=sys.argv[1])
hh.log_event({"event_name": "first"})  # its thread delivers while openai is being imported
from openai import OpenAI
client = OpenAI(api_key="sk-test", base_url=sys.argv[2], max_retries=0)
asked = {"model": "fake", "messages": [{"role": "user", "content": "hi"}]}
for number in range(200):
    with hh.event("call", type="model") as event:
        event.outputs = {"text": client.chat.completions.create(**asked).choices[0].message.content}
        stream = client.chat.completions.create(**asked, stream=True)
        assert [part.choices[0].delta.content for part in stream] == ["hi"] * 3
assert hh.close(60)
assert hh.stats().delivered >= 201
"""


def test_openai_2_makes_200_plain_and_200_streaming_calls_beside_the_first_events(model: str) -> None:
    pytest.importorskip("openai")
    if not version("openai").startswith("2."):
        pytest.skip(f"openai {version('openai')} is installed; openai 2 uses httpx")
    with LocalServer() as server:
        run(CALLS, server.url, model)


def test_openai_3_makes_200_plain_and_200_streaming_calls_beside_the_first_events(model: str) -> None:
    if not OPENAI_3.exists():
        pytest.skip("openai 3, which uses httpx2, needs an environment of its own: run make test")
    with LocalServer() as server:
        run(CALLS, server.url, model, python=OPENAI_3)
