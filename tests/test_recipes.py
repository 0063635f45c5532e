"""The recipes run unchanged with the real packages, a local server and a fake model, and store the right events."""

import contextlib
import json
import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import httpx
import pytest
import yaml

from honeyhive_server import LocalServer
from tests import postgresql
from tests.otel.fake_model import ANSWER, FakeModel
from tests.tracing.stored import tree

ROOT = Path(__file__).parents[1]
RECIPES = ROOT / "docs" / "recipes"
PAGES = sorted(RECIPES.glob("*.md"))
Run = Callable[..., "subprocess.CompletedProcess[str]"]
DELIVERED = "\nassert hh.flush(20), hh.stats()\n"


def blocks(page: str, language: str) -> list[str]:
    """Return the snippets of a recipe in one language."""
    text = (RECIPES / f"{page}.md").read_text()
    return re.findall(rf"```{language}\n(.*?)```", text, flags=re.DOTALL)


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with LocalServer() as server:
        yield server


@pytest.fixture
def model() -> Iterator[FakeModel]:
    with FakeModel() as model:
        yield model


@pytest.fixture
def run(server: LocalServer, model: FakeModel, tmp_path: Path) -> Run:
    """Run a program in an empty folder, with a user's environment variables."""

    def run(program: str, *, status: int = 0, **variables: str) -> "subprocess.CompletedProcess[str]":
        environment = environment_of(server, model) | variables
        command = [sys.executable, "-c", program]
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == status, done.stdout + done.stderr
        return done

    return run


def environment_of(server: LocalServer, model: FakeModel) -> dict[str, str]:
    """Return environment variables: those of this process, of the server, and of the vendors' libraries."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("HH_", "OPENAI_", "ANTHROPIC_"))}
    return kept | {
        "HH_API_KEY": "hh_recipes",
        "HH_API_URL": server.url,
        "OPENAI_API_KEY": "sk-fake",
        "OPENAI_BASE_URL": f"{model.url}/v1",
        "ANTHROPIC_API_KEY": "sk-fake",
        "ANTHROPIC_BASE_URL": model.url,
        "LANGSMITH_TRACING": "false",
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }


def steps(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return all events of a tree. Each event comes before its children."""
    return [step for event in events for step in (event, *steps(event.get("children") or []))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_recipe_has_at_most_60_lines(page: Path) -> None:
    assert len(page.read_text().splitlines()) <= 60


def test_the_index_lists_every_recipe() -> None:
    listed = re.findall(r"\]\((\w[\w-]*\.md)", (RECIPES / "index.md").read_text())

    assert {page.name for page in PAGES} - {"index.md"} == set(listed)


def test_fastapi_streams_a_reply_of_openai(run: Run, server: LocalServer) -> None:
    (program,) = blocks("fastapi", "python")
    call = f"""
import asyncio, httpx
async def ask():
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        assert (await client.get("/chat", params={{"question": "Where?"}})).text == {ANSWER!r}
asyncio.run(ask())
"""
    run(program + call + DELIVERED)

    (session,) = server.sessions()
    assert tree(session) == {"GET /chat": [{"answer": []}]}
    (event,) = session["children"]
    assert (event["inputs"], event["outputs"]["content"]) == ({"question": "Where?"}, ANSWER)
    assert event["metadata"]["total_tokens"] == 25


def test_openai_and_anthropic_in_one_line(run: Run, server: LocalServer) -> None:
    run(blocks("openai-anthropic", "python")[0] + DELIVERED)

    (session,) = server.sessions()
    assert [event["event_type"] for event in session["children"]] == ["model", "model"]
    assert [event["metadata"]["total_tokens"] for event in session["children"]] == [25, 32]


def test_a_stream_without_opentelemetry(run: Run, server: LocalServer) -> None:
    done = run(blocks("openai-anthropic", "python")[1] + DELIVERED)

    ((event,),) = (session["children"] for session in server.sessions())
    assert done.stdout == ANSWER
    assert (event["outputs"]["content"], event["metadata"]["total_tokens"]) == (ANSWER, 25)


def test_langgraph_and_langchain(run: Run, server: LocalServer) -> None:
    run(blocks("langchain", "python")[0])

    (session,) = server.sessions()
    found = steps(session["children"])
    assert [one["event_name"] for one in found] == [
        "LangGraph",
        "answer",
        "RunnableSequence",
        "ChatPromptTemplate",
        "ChatOpenAI",
    ]
    assert found[-1]["metadata"]["total_tokens"] == 25


def test_the_tests_of_the_page_on_pytest_pass(tmp_path: Path) -> None:
    (tmp_path / "test_recipe.py").write_text(blocks("pytest", "python")[0])
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error", "test_recipe.py"]

    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert "2 passed" in done.stdout, done.stdout + done.stderr


def test_a_regression_fails_the_build(run: Run, tmp_path: Path) -> None:
    (program,) = blocks("ci", "python")
    questions = [
        ("Where is my parcel?", "shipping"),
        ("Is the parcel lost?", "shipping"),
        ("Open on Sundays?", "hours"),
    ]
    lines = ["question,topic", *(",".join(row) for row in questions)]
    (tmp_path / "cases.csv").write_text("\n".join(lines))
    worse = program.replace('"shipping" if "parcel"', '"shipping" if "lost"')
    assert worse != program

    run(program)
    run(program)
    failed = run(worse, status=1)

    assert "correct became worse: -0.33" in failed.stderr
    assert "| correct |" in (tmp_path / "summary.md").read_text()


def test_the_job_of_the_page_on_ci_is_valid(tmp_path: Path) -> None:
    (job,) = blocks("ci", "yaml")
    file = tmp_path / "evaluate.yml"
    file.write_text(job)
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(file)]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout
    assert yaml.safe_load(job)["name"] == "evaluate"


def test_no_address_leaves_the_process(run: Run, server: LocalServer) -> None:
    run(blocks("masking", "python")[0] + DELIVERED)

    stored = json.dumps(server.sessions())
    assert "example.org" not in stored
    assert "I wrote to [email] and called [phone]." in stored


class _Gateway(BaseHTTPRequestHandler):
    """A gateway that forwards each request and keeps its headers."""

    target = ""
    seen: ClassVar[list[tuple[str, str | None]]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.seen.append((self.headers["x-gateway-token"], self.headers["x-gateway-team"]))
        kept = {name: text for name, text in self.headers.items() if name.lower() not in ("host", "connection")}
        with httpx.Client(trust_env=False) as client:
            reply = client.request(self.command, f"{self.target}{self.path}", content=body, headers=kept)
        self.send_response(reply.status_code)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(reply.content)))
        self.end_headers()
        self.wfile.write(reply.content)

    do_PUT = do_POST  # noqa: N815 - the name that http.server calls

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def gateway(server: LocalServer) -> Iterator[str]:
    _Gateway.target, _Gateway.seen[:] = server.url, []
    listening = ThreadingHTTPServer(("127.0.0.1", 0), _Gateway)
    thread = Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{listening.server_port}"
    listening.shutdown()
    thread.join()
    listening.server_close()


def test_every_request_has_the_headers_of_the_gateway(run: Run, server: LocalServer, gateway: str) -> None:
    run(blocks("gateway", "python")[0] + DELIVERED, HH_API_URL=gateway)

    assert len(server.sessions()) == 2
    assert set(_Gateway.seen) == {("secret", "search")}


def test_a_hook_signs_every_request(run: Run, server: LocalServer, gateway: str) -> None:
    run(blocks("gateway", "python")[1] + '\nwith hh.session("traced"):\n    pass\n' + DELIVERED, HH_API_URL=gateway)

    assert len(server.sessions()) == 2
    assert all(token.startswith("signed-") for token, _ in _Gateway.seen)
    assert len(_Gateway.seen) >= 2


def test_a_killed_process_loses_nothing(run: Run, server: LocalServer, model: FakeModel, tmp_path: Path) -> None:
    (program,) = blocks("durable", "python")
    commands = [line for line in blocks("durable", "sh")[0].splitlines() if line.startswith("honeyhive ")]
    died = '\nstep = hh.event("half-done")\nimport os; os.kill(os.getpid(), 9)\n'

    run(program + died, status=-signal.SIGKILL, HH_API_URL=f"http://127.0.0.1:{postgresql.free_port()}")
    assert server.sessions() == []
    for command in map(shlex.split, commands):
        subprocess.run(command, env=environment_of(server, model), cwd=tmp_path, capture_output=True, check=True)

    assert {event["event_name"] for event in server.events()} == {"load", "half-done"}


def test_two_services_make_one_trace(run: Run, server: LocalServer, model: FakeModel, tmp_path: Path) -> None:
    service, caller = blocks("services", "python")
    (tmp_path / "service.py").write_text(service)
    command = [sys.executable, "-m", "uvicorn", "service:app", "--port", "0"]
    with serving(command, environment_of(server, model), tmp_path, r"running on (http://[\d.:]+)") as url:
        run(caller, PARCELS_URL=url)

    (session,) = server.sessions()
    assert tree(session) == {"support-chat": [{"ask-parcels": [{"GET /parcels/HH-204": [{"look_up": []}]}]}]}


@contextlib.contextmanager
def serving(command: list[str], environment: dict[str, str], folder: Path, announcement: str) -> Iterator[str]:
    """Run a server until the block ends. Yield the group of the first line of its output that matches the pattern."""
    with subprocess.Popen(
        command, env=environment, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield next(found[1] for line in process.stdout if (found := re.search(announcement, line)))
        finally:
            process.terminate()
            process.stdout.read()


@pytest.fixture
def database() -> Iterator[str]:
    """The URL of an empty PostgreSQL database."""
    postgresql.require()
    with tempfile.TemporaryDirectory() as folder:
        cluster = postgresql.Cluster(Path(folder), "fsync=off")
        cluster.create()
        cluster.start()
        try:
            yield cluster.url
        finally:
            cluster.stop()


def test_a_server_on_postgresql(database: str, server: LocalServer, model: FakeModel, tmp_path: Path) -> None:
    _, serve, call = blocks("postgresql", "sh")
    port = str(postgresql.free_port())  # port 8600 may be in use
    environment = environment_of(server, model) | {"DATABASE_URL": database}
    command = ["bash", "-c", f"exec {serve.replace('8600', port)}"]

    with serving(command, environment, tmp_path, "(http://)"):
        called = ["bash", "-euc", call.replace("8600", port)]
        done = subprocess.run(called, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert '"event_name": "support-chat"' in done.stdout


def test_the_export_has_the_events_of_the_day(run: Run, server: LocalServer) -> None:
    (program,) = blocks("pandas", "python")
    create = """
from honeyhive import HoneyHive
with HoneyHive() as hh:
    for day in (27, 28, 29):
        hh.events.create(event_type="tool", event_name=f"day-{day}", inputs={}, start_time=f"2026-11-{day}T23:59:59Z")
"""
    run(create)
    run(f'{program}\nassert list(events["event_name"]) == ["day-28"], events["event_name"]')
