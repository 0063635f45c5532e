"""Libraries that mock httpx intercept direct and background requests: they patch httpx's own transports."""

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from honeyhive import HoneyHive
from honeyhive_server import LocalServer

URL = "https://api.test"
SESSION = {"session_id": "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"}
REPLY = {**SESSION, "success": True}


def used(hh: HoneyHive) -> None:
    """Make a direct call, log an event and flush."""
    assert hh.sessions.create(session_name="direct").session_id == SESSION["session_id"]
    with hh.session("traced"):
        pass
    assert hh.flush(20)


def test_respx_intercepts_direct_and_background_requests() -> None:
    respx = pytest.importorskip("respx")
    with respx.mock(base_url=URL, assert_all_called=False) as router:
        router.post(path__startswith="/v1/").respond(json=REPLY)
        router.put(path__startswith="/v1/").respond(json={"success": True})
        with HoneyHive(api_key="hh_test", base_url=URL) as hh:
            used(hh)
        sent = [call.request for call in router.calls]

    assert [request.url.host for request in sent] == ["api.test"] * len(sent)
    assert len(sent) >= 2


def test_pytest_httpx_intercepts_direct_and_background_requests(tmp_path: Path) -> None:
    pytest.importorskip("pytest_httpx")
    program = tmp_path / "test_mocked.py"
    program.write_text(
        dedent(f"""
        import pytest
        from honeyhive import AsyncHoneyHive, HoneyHive
        SESSION = {SESSION}
        REPLY = {REPLY}

        @pytest.mark.httpx_mock(can_send_already_matched_responses=True)
        def test_sync(httpx_mock):
            httpx_mock.add_response(method="POST", json=REPLY)
            httpx_mock.add_response(method="PUT", json=REPLY, is_optional=True)
            with HoneyHive(api_key="hh_test", base_url={URL!r}) as hh:
                assert hh.sessions.create(session_name="direct").session_id == SESSION["session_id"]
                with hh.session("traced"):
                    pass
                assert hh.flush(20)
            assert len(httpx_mock.get_requests()) >= 2

        def test_async(httpx_mock):
            import asyncio

            httpx_mock.add_response(method="POST", json=REPLY)
            async def main():
                async with AsyncHoneyHive(api_key="hh_test", base_url={URL!r}) as hh:
                    return await hh.sessions.create(session_name="direct")
            assert asyncio.run(main()).session_id == SESSION["session_id"]
        """)
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(program)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, cwd=tmp_path)

    assert "2 passed" in done.stdout, done.stdout


def test_vcrpy_records_and_replays_direct_and_background_requests(tmp_path: Path) -> None:
    vcr = pytest.importorskip("vcr")
    cassette = str(tmp_path / "cassette.yaml")
    with LocalServer() as server:
        url = server.url
        with vcr.use_cassette(cassette) as recorded, HoneyHive(api_key="hh_test", base_url=url) as hh:
            hh.sessions.create(**SESSION, session_name="direct")
            hh.log_event({"event_name": "traced", **SESSION})
            assert hh.flush(20)
    assert len(recorded.requests) == 2

    # The server is gone: responses come from the cassette.
    with vcr.use_cassette(cassette, record_mode="none") as played, HoneyHive(api_key="hh_test", base_url=url) as hh:
        assert hh.sessions.create(**SESSION, session_name="direct").session_id == SESSION["session_id"]
        assert played.play_count == 1
