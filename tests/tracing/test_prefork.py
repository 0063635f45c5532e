"""Servers and task queues that fork their workers: gunicorn and celery."""

import contextlib
import os
import signal
import subprocess
import sys
import textwrap

import pytest

from .programs import PATIENT, ROOT, names


@pytest.mark.parametrize("spool", [False, True], ids=["in memory", "with a spool"])
def test_gunicorn_with_preload_loses_nothing_of_its_workers(spool, duplicating, tmp_path):
    pytest.importorskip("gunicorn")
    httpx = pytest.importorskip("httpx")
    (tmp_path / "served.py").write_text(
        textwrap.dedent(f"""
        import os
        from honeyhive import HoneyHive
        from honeyhive.tracing import Options
        hh = HoneyHive(api_key="hh_test", base_url={duplicating.url!r}, tracing=Options(exit_timeout={PATIENT}),
                       spool={str(tmp_path / "spool") if spool else False!r})
        hh.log_event({{"event_name": "preload"}})
        def app(environ, start_response):
            hh.log_event({{"event_name": "request", "metadata": {{"pid": os.getpid()}}}})
            start_response("200 OK", [("content-length", "0")])
            return [b""]
        """)
    )
    socket_path = tmp_path / "gunicorn.sock"
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "gunicorn",
            "--preload",
            "--workers",
            "4",
            "--bind",
            f"unix:{socket_path}",
            "served:app",
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
    )
    try:
        for line in process.stderr:
            if b"Booting worker" in line:
                break
        with httpx.Client(transport=httpx.HTTPTransport(uds=str(socket_path), retries=5)) as client:
            for _ in range(40):
                client.get("http://localhost/", headers={"connection": "close"})
    finally:
        process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=30)
        process.kill()
        process.communicate()

    assert names(duplicating) == ["preload"] + ["request"] * 40
    assert not list(tmp_path.glob("spool/*"))


@pytest.mark.parametrize("more", [[], ["--max-tasks-per-child", "2"]], ids=["long-lived", "two tasks per child"])
def test_celery_prefork_loses_nothing_of_its_children(more, duplicating, tmp_path):
    pytest.importorskip("celery")
    (tmp_path / "tasks.py").write_text(
        textwrap.dedent(f"""
        from celery import Celery
        from honeyhive import HoneyHive
        from honeyhive.tracing import Options
        hh = HoneyHive(api_key="hh_test", base_url={duplicating.url!r}, tracing=Options(exit_timeout={PATIENT}))
        app = Celery(broker="filesystem://", backend="file://{tmp_path}/results")
        folders = {{"data_folder_in": "{tmp_path}/q", "data_folder_out": "{tmp_path}/q"}}
        app.conf.update(broker_transport_options=folders, worker_hijack_root_logger=False)
        @app.task
        def work(number):
            hh.log_event({{"event_name": f"task-{{number}}"}})
            return number
        """)
    )
    (tmp_path / "q").mkdir()
    (tmp_path / "results").mkdir()
    env = {**os.environ, "PYTHONPATH": f"{ROOT}:{tmp_path}"}
    worker = subprocess.Popen(
        [sys.executable, "-m", "celery", "-A", "tasks", "worker", "--pool", "prefork", "--concurrency", "2", *more],
        cwd=tmp_path,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        subprocess.run(
            [
                sys.executable,
                "-c",
                "import tasks\nfor one in [tasks.work.delay(n) for n in range(10)]: one.get(timeout=40)",
            ],
            cwd=tmp_path,
            env=env,
            timeout=60,
            check=True,
        )
    finally:
        worker.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            worker.wait(30)
        worker.kill()
        worker.wait()

    assert names(duplicating) == sorted(f"task-{number}" for number in range(10))
