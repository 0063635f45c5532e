"""Each request of FastAPI, Starlette, Flask and Django, over a real socket, has a session."""

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any
from wsgiref.simple_server import make_server

import django
import flask
import httpx
import pytest
from django.conf import settings
from django.core.handlers.asgi import ASGIHandler
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test.utils import override_settings
from django.urls import clear_url_caches, path
from fastapi import BackgroundTasks, FastAPI
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from honeyhive import HoneyHive, current_session, trace
from honeyhive.tracing import ASGIMiddleware, WSGIMiddleware
from honeyhive_server import LocalServer

from .stored import stored, tree
from .test_stream_packages import _Silent, hang_up, read, serving

TRACE = "6f1f0c1e5c1a4b519d1c2d8f4f0f7a10"
urlpatterns: list[Any] = []
"""The URL routes for Django, which reads them from this module."""


@trace(type="model")
def answer(question: str) -> str:
    return question.upper()


@contextlib.contextmanager
def serving_wsgi(application: Any) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, application, handler_class=_Silent)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def fastapi_app(hh: HoneyHive, ended: threading.Event) -> FastAPI:
    app = FastAPI()
    app.add_middleware(ASGIMiddleware, client=hh, exclude=["/health"])

    def later() -> None:
        answer("later")
        ended.set()

    @app.get("/health")
    def health() -> str:
        return "ok"

    @app.get("/chat")
    def chat(question: str, tasks: BackgroundTasks) -> str:  # FastAPI runs it in a thread
        current_session().update(user_id="ann")
        tasks.add_task(later)
        return answer(question)

    @app.get("/stream")
    async def stream() -> StreamingResponse:
        async def parts() -> AsyncIterator[str]:
            yield answer("a")
            yield answer("b")

        return StreamingResponse(parts())

    @app.get("/broken")
    async def broken() -> None:
        raise ValueError("no")

    return app


def test_fastapi(hh: HoneyHive, server: LocalServer) -> None:
    ended = threading.Event()
    with serving(fastapi_app(hh, ended)) as url:
        assert read(f"{url}/health") == '"ok"'
        assert read(f"{url}/chat?question=why") == '"WHY"'
        assert ended.wait(20)
        assert read(f"{url}/stream") == "AB"
        assert read(f"{url}/broken") == "Internal Server Error"

    found = {root["event_name"]: root for root in stored(hh, server)}
    assert [tree(found[name]) for name in sorted(found)] == [
        {"GET /broken": []},
        {"GET /chat": [{"answer": []}, {"answer": []}]},
        {"GET /stream": [{"answer": []}, {"answer": []}]},
    ]
    chat = found["GET /chat"]
    assert chat["inputs"] == {"question": "why"}
    assert chat["metadata"] == {"user_id": "ann", "http_status_code": 200}
    assert found["GET /broken"]["metadata"] == {"error": "ValueError: no"}


def test_a_request_with_a_traceparent_is_an_event_in_the_session_of_the_caller(
    hh: HoneyHive, server: LocalServer
) -> None:
    ended = threading.Event()
    with serving(fastapi_app(hh, ended)) as url, httpx.Client(trust_env=False) as client:
        with hh.session("caller") as session, hh.event("call"):
            headers = hh.tracing.trace_headers()
            assert client.get(f"{url}/stream", headers=headers).text == "AB"
            assert client.get(f"{url}/broken", headers=headers).status_code == 500
        other = client.get(f"{url}/stream", headers={"traceparent": f"00-{TRACE}-{'b' * 16}-01"})
        assert other.text == "AB"

    roots = {root["event_name"]: root for root in stored(hh, server)}
    (call,) = roots["caller"]["children"]
    assert [child["event_name"] for child in call["children"]] == ["GET /stream", "GET /broken"]
    assert [child["error"] for child in call["children"]] == [None, "ValueError: no"]
    assert call["children"][0]["children"][0]["session_id"] == session.session_id
    assert "error" not in roots["caller"]["metadata"]
    assert roots["GET /stream"]["session_id"].replace("-", "") == TRACE


def test_starlette_and_a_client_that_hangs_up(hh: HoneyHive, server: LocalServer) -> None:
    ended = threading.Event()

    async def endless(request: Request) -> Response:
        async def parts() -> AsyncIterator[bytes]:
            try:
                while True:
                    yield b"x" * 10_000
                    await asyncio.sleep(0)
            finally:
                ended.set()

        return StreamingResponse(parts())

    async def chat(request: Request) -> Response:
        return PlainTextResponse(answer("why"))

    routes = [Route("/endless", endless), Route("/chat", chat)]
    app = Starlette(routes=routes, middleware=[Middleware(ASGIMiddleware, client=hh)])
    with serving(app) as url:
        assert read(f"{url}/chat") == "WHY"
        hang_up(f"{url}/endless")
        assert ended.wait(20)

    roots = {root["event_name"]: root for root in stored(hh, server)}
    assert tree(roots["GET /chat"]) == {"GET /chat": [{"answer": []}]}
    assert roots["GET /endless"]["metadata"] == {"http_status_code": 200}


def test_flask(hh: HoneyHive, server: LocalServer) -> None:
    app = flask.Flask(__name__)
    app.wsgi_app = WSGIMiddleware(app.wsgi_app, hh, exclude=["/health"])  # type: ignore[method-assign]
    app.get("/health", endpoint="health")(lambda: "ok")
    app.get("/chat", endpoint="chat")(lambda: answer(flask.request.args["question"]))

    def parts() -> Iterator[str]:
        yield answer("a")
        yield answer("b")

    def broken() -> str:
        raise ValueError("no")

    app.get("/stream", endpoint="stream")(lambda: app.response_class(flask.stream_with_context(parts())))
    app.get("/broken", endpoint="broken")(broken)
    with serving_wsgi(app) as url, httpx.Client(trust_env=False) as client:
        assert [read(f"{url}/health"), read(f"{url}/chat?question=why"), read(f"{url}/stream")] == ["ok", "WHY", "AB"]
        app.logger.disabled = True
        assert client.get(f"{url}/broken").status_code == 500
        with hh.session("caller"):
            client.get(f"{url}/chat?question=how", headers=hh.tracing.trace_headers())

    roots = {root["event_name"]: root for root in stored(hh, server)}
    assert tree(roots["GET /chat"]) == {"GET /chat": [{"answer": []}]}
    assert tree(roots["GET /stream"]) == {"GET /stream": [{"answer": []}, {"answer": []}]}
    assert tree(roots["caller"]) == {"caller": [{"GET /chat": [{"answer": []}]}]}
    assert roots["GET /broken"]["metadata"] == {"error": "status code 500", "http_status_code": 500}
    assert roots["GET /chat"]["outputs"] == {"value": "WHY"}


def chat(request: HttpRequest) -> HttpResponse:
    return HttpResponse(answer(request.GET["question"]))


async def async_chat(request: HttpRequest) -> HttpResponse:
    return HttpResponse(await asyncio.to_thread(answer, request.GET["question"]))


def stream(request: HttpRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse(answer(part) for part in "ab")


def broken(request: HttpRequest) -> HttpResponse:
    raise ValueError("no")


@pytest.mark.parametrize("kind", ["wsgi", "asgi"])
@pytest.mark.filterwarnings("ignore:StreamingHttpResponse must consume synchronous iterators")
def test_django(hh: HoneyHive, server: LocalServer, kind: str) -> None:
    if not settings.configured:
        settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="x", DEBUG=False, LOGGING_CONFIG=None)
        django.setup()
    urlpatterns[:] = [path("chat", chat), path("async", async_chat), path("stream", stream), path("broken", broken)]
    clear_url_caches()
    app: Any
    serve: Callable[[Any], contextlib.AbstractContextManager[str]]
    with override_settings(ROOT_URLCONF=__name__):
        if kind == "wsgi":
            app, serve = WSGIMiddleware(WSGIHandler(), hh), serving_wsgi
        else:
            app, serve = ASGIMiddleware(ASGIHandler(), hh), serving
        with serve(app) as url, httpx.Client(trust_env=False) as client:
            assert [read(f"{url}/chat?question=why"), read(f"{url}/async?question=why")] == ["WHY", "WHY"]
            assert read(f"{url}/stream") == "AB"
            assert client.get(f"{url}/broken").status_code == 500
            with hh.session("caller"):
                client.get(f"{url}/chat?question=how", headers=hh.tracing.trace_headers())

    roots = {root["event_name"]: root for root in stored(hh, server)}
    assert tree(roots["GET /chat"]) == {"GET /chat": [{"answer": []}]}
    assert tree(roots["GET /async"]) == {"GET /async": [{"answer": []}]}
    assert tree(roots["GET /stream"]) == {"GET /stream": [{"answer": []}, {"answer": []}]}
    assert tree(roots["caller"]) == {"caller": [{"GET /chat": [{"answer": []}]}]}
    assert roots["GET /broken"]["metadata"]["error"] == "status code 500"


def test_exclude_takes_a_list(hh: HoneyHive) -> None:
    with pytest.raises(TypeError, match="exclude must be a list of paths, not the string '/health'"):
        WSGIMiddleware(flask.Flask(__name__).wsgi_app, hh, exclude="/health")
