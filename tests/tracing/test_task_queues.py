"""Celery with a broker and a worker process, Jupyter with a kernel, and a platform that freezes its processes."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbclient
import nbformat
import pytest

from honeyhive_server import LocalServer

from .stored import tree
from .test_module_trace import run

TASKS = """
import os
from celery import Celery
from honeyhive import HoneyHive, current_event, trace
from honeyhive.tracing import trace_celery

folder = os.environ["BROKER"]
app = Celery("shop", broker="filesystem://", backend=f"file://{folder}")
app.conf.broker_transport_options = {
    "data_folder_in": folder, "data_folder_out": folder, "control_folder": folder + "/control"
}
app.conf.worker_hijack_root_logger = False
hh = HoneyHive()
trace_celery(hh)

@trace(type="model")
def summarize(text):
    return text.upper()

@app.task
def handle(text):
    return summarize(text)

@app.task
def fail():
    raise ValueError("no")

@app.task(bind=True, max_retries=1, default_retry_delay=0)
def again(self):
    current_event().update(metadata={"pid": os.getpid(), "tries": self.request.retries})
    if not self.request.retries:
        raise self.retry()
    return handle.delay("from a task").id
"""
SENDER = """
from shop_tasks import again, fail, handle, hh
with hh.session("mail"), hh.event("send"):
    sent = [handle.delay("why"), fail.delay(), again.delay()]
sent.append(handle.delay("alone"))
for result in sent:
    result.get(timeout=60, propagate=False)
handle.AsyncResult(sent[2].get()).get(timeout=60)
assert hh.flush(20)
"""


@pytest.mark.parametrize(
    "pool", [["solo"], ["prefork", "--concurrency", "2"], ["prefork", "--max-tasks-per-child", "1"]], ids=" ".join
)
def test_celery_continues_the_session_across_the_broker(server: LocalServer, tmp_path: Path, pool: list[str]) -> None:
    (tmp_path / "shop_tasks.py").write_text(TASKS)
    (tmp_path / "broker").mkdir()
    kept = {name: text for name, text in os.environ.items() if not name.startswith("HH_")}
    environment = kept | {"BROKER": str(tmp_path / "broker"), "HH_API_KEY": "hh_test", "HH_API_URL": server.url}
    command = [sys.executable, "-m", "celery", "-A", "shop_tasks", "worker", "-P", *pool, "--without-gossip"]
    options: dict[str, Any] = {"cwd": tmp_path, "env": environment, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([*command, "--without-mingle"], **options, stderr=subprocess.STDOUT) as worker:
        try:
            done = subprocess.run([sys.executable, "-c", SENDER], **options, stderr=subprocess.STDOUT, check=False)
        finally:
            worker.send_signal(signal.SIGTERM)
            output, _ = worker.communicate(timeout=60)
    assert done.returncode == 0, (done.stdout, output)

    roots = {root["event_name"]: root for root in server.sessions()}
    (send,) = roots["mail"]["children"]
    first, second, failed, handled = sorted(send["children"], key=lambda one: (one["event_name"], one["start_time"]))
    assert (first["event_name"], first["error"], first["metadata"]["tries"]) == ("shop_tasks.again", None, 0)
    assert second["metadata"]["tries"] == 1
    assert tree(second) == {"shop_tasks.again": [{"shop_tasks.handle": [{"summarize": []}]}]}
    assert (first["metadata"]["pid"] != worker.pid) is (pool != ["solo"])
    assert tree(handled) == {"shop_tasks.handle": [{"summarize": []}]}
    assert (handled["inputs"], handled["outputs"]) == ({"args": ["why"], "kwargs": {}}, {"value": "WHY"})
    assert (failed["event_name"], failed["error"]) == ("shop_tasks.fail", "ValueError: no")
    assert tree(roots["shop_tasks.handle"]) == {"shop_tasks.handle": [{"shop_tasks.handle": [{"summarize": []}]}]}


CELLS = (
    """
from honeyhive import HoneyHive, trace
hh = HoneyHive()
session = hh.session("notebook")

@trace
async def answer(question):
    return question.upper()
""",
    'with session.event("retrieve"):\n    await answer("why")',
    'with hh.session("one cell"):\n    await answer("how")',
    "session.end()\nassert hh.flush(20)",
)


@pytest.mark.filterwarnings("ignore")
def test_jupyter(server: LocalServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HH_API_KEY", "hh_test")
    monkeypatch.setenv("HH_API_URL", server.url)
    for name in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_DATA_DIR"):
        monkeypatch.setenv(name, str(tmp_path))
    spec = {"argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"], "display_name": "own"}
    (tmp_path / "kernels" / "own").mkdir(parents=True)
    (tmp_path / "kernels" / "own" / "kernel.json").write_text(json.dumps({**spec, "language": "python"}))
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])

    nbclient.NotebookClient(notebook, timeout=120, kernel_name="own").execute()

    roots = sorted([tree(root) for root in server.sessions()], key=str)
    assert roots == [{"notebook": [{"retrieve": [{"answer": []}]}]}, {"one cell": [{"answer": []}]}]


HANDLER = """
import os, sys
from honeyhive import HoneyHive, trace

hh = HoneyHive()

class Context:
    def get_remaining_time_in_millis(self):
        return 30_000

@trace
def answer(question):
    return question.upper()

@hh.tracing.flush_before_return(timeout=20)
def handler(event, context):
    with hh.tracing.continue_session(event["headers"], name="chat"):
        if event["question"] == "bad":
            raise ValueError("no")
        return {"statusCode": 200, "body": answer(event["question"])}

assert handler({"headers": {}, "question": "why"}, Context()) == {"statusCode": 200, "body": "WHY"}
with hh.session("caller"):
    headers = hh.tracing.trace_headers()
handler({"headers": headers, "question": "how"}, Context())
try:
    handler({"headers": {}, "question": "bad"}, Context())
except ValueError:
    os._exit(0)  # the platform never runs anything else of this process
"""


def test_a_handler_of_a_platform_that_freezes_delivers_before_it_returns(server: LocalServer) -> None:
    done = run(HANDLER, HH_API_KEY="hh_test", HH_API_URL=server.url)

    assert (done.returncode, done.stderr) == (0, "")
    roots = sorted([tree(root) for root in server.sessions()], key=str)
    assert roots == [{"caller": [{"answer": []}]}, {"chat": []}, {"chat": [{"answer": []}]}]
