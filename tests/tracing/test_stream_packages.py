"""Returned streams of Starlette, Django, Flask, aiohttp, OpenAI and Anthropic, each over a real socket."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import aiohttp
import anthropic
import django
import flask
import httpx
import openai
import pytest
import uvicorn
from aiohttp import web
from django.conf import settings
from django.core.handlers.asgi import ASGIHandler
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import path
from sse_starlette import EventSourceResponse
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.routing import Route

from honeyhive import HoneyHive, trace
from honeyhive_server import LocalServer
from tests.otel.fake_model import ANSWER, FakeModel

from .stored import by_name, stored, tree

PARTS = ("EVT", "-é-", "Z")
urlpatterns: list[Any] = []
"""The URL routes for Django, which reads them from this module."""


@contextlib.contextmanager
def serving(application: Any) -> Iterator[str]:
    """Serve an ASGI application on a thread."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(application, log_level="critical", lifespan="off", ws="none"))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve([listener])))
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


def read(url: str) -> str:
    with httpx.Client(trust_env=False) as client:
        return client.get(url).text


def hang_up(url: str) -> None:
    """Close the connection after the first piece of the response."""
    with httpx.Client(trust_env=False) as client, client.stream("GET", url) as response:
        next(response.iter_raw())


@pytest.mark.parametrize("kind", ["sync", "async", "events"])
def test_starlette(hh: HoneyHive, server: LocalServer, kind: str) -> None:
    def chunks() -> Iterator[str]:
        for part in PARTS:
            with hh.event("inside"):
                yield part

    async def async_chunks() -> AsyncIterator[str]:
        for part in chunks():
            yield part

    @trace
    async def endpoint(request: Request) -> Any:
        if kind == "events":
            return EventSourceResponse(async_chunks())
        return StreamingResponse(chunks() if kind == "sync" else async_chunks())

    async def handler(request: Request) -> Any:
        with hh.session("request"):
            return await endpoint(request)

    with serving(Starlette(routes=[Route("/", handler)])) as url:
        text = read(url)
    if kind != "events":
        assert text == "".join(PARTS)
    (root,) = stored(hh, server)
    assert tree(root) == {"request": [{"endpoint": [{"inside": []}] * 3}]}
    assert root["children"][0]["outputs"] == {"value": "".join(PARTS)}


def test_a_client_that_hangs_up_is_not_an_error(hh: HoneyHive, server: LocalServer) -> None:
    ended = threading.Event()

    async def endless() -> AsyncIterator[bytes]:
        try:
            while True:
                yield b"x" * 10_000
                await asyncio.sleep(0)
        finally:
            ended.set()

    @hh.trace
    async def endpoint(request: Request) -> StreamingResponse:
        return StreamingResponse(endless())

    with serving(Starlette(routes=[Route("/", endpoint)])) as url:
        hang_up(url)
        assert ended.wait(20)
    event = by_name(hh, server)["endpoint"]
    assert event["error"] is None
    assert event["outputs"]["value"].startswith("xxx")


@pytest.fixture
def django_routes() -> Iterator[Callable[..., None]]:
    if not settings.configured:
        settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="x", DEBUG=False)
        django.setup()

    def install(view: Any) -> None:
        from django.urls import clear_url_caches

        urlpatterns[:] = [path("", view)]
        clear_url_caches()

    yield install
    urlpatterns.clear()


class _Silent(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        return


def test_django_over_wsgi(hh: HoneyHive, server: LocalServer, django_routes: Callable[..., None]) -> None:
    def chunks() -> Iterator[str]:
        for part in PARTS:
            with hh.event("inside"):
                yield part

    @hh.trace
    def view(request: HttpRequest) -> StreamingHttpResponse:
        return StreamingHttpResponse(chunks())

    def handler(request: HttpRequest) -> StreamingHttpResponse:
        with hh.session("request"):
            return view(request)

    django_routes(handler)
    with make_server("127.0.0.1", 0, WSGIHandler(), WSGIServer, _Silent) as running:
        thread = threading.Thread(target=running.handle_request)
        thread.start()
        assert read(f"http://127.0.0.1:{running.server_port}") == "".join(PARTS)
        thread.join()
    (root,) = stored(hh, server)
    assert tree(root) == {"request": [{"view": [{"inside": []}] * 3}]}
    assert root["children"][0]["outputs"] == {"value": "".join(PARTS)}


def test_django_over_asgi(hh: HoneyHive, server: LocalServer, django_routes: Callable[..., None]) -> None:
    async def chunks() -> AsyncIterator[str]:
        for part in PARTS:
            with hh.event("inside"):
                await asyncio.sleep(0)
            yield part

    @hh.trace
    async def view(request: HttpRequest) -> StreamingHttpResponse:
        return StreamingHttpResponse(chunks())

    async def handler(request: HttpRequest) -> StreamingHttpResponse:
        with hh.session("request"):
            return await view(request)

    django_routes(handler)
    with serving(ASGIHandler()) as url:
        assert read(url) == "".join(PARTS)
    (root,) = stored(hh, server)
    assert tree(root) == {"request": [{"view": [{"inside": []}] * 3}]}
    assert root["children"][0]["outputs"] == {"value": "".join(PARTS)}


def test_flask(hh: HoneyHive, server: LocalServer) -> None:
    app = flask.Flask(__name__)

    def chunks() -> Iterator[str]:
        for part in PARTS:
            with hh.event("inside"):
                yield part

    @hh.trace
    def streamed() -> flask.Response:
        return flask.Response(flask.stream_with_context(chunks()))

    @app.get("/")
    def handler() -> flask.Response:
        with hh.session("request"):
            return streamed()

    @app.get("/whole")
    @hh.trace
    def whole() -> flask.Response:
        return flask.jsonify({"a": 1})

    with make_server("127.0.0.1", 0, app, WSGIServer, _Silent) as running:
        thread = threading.Thread(target=lambda: [running.handle_request() for _ in range(2)])
        thread.start()
        assert read(f"http://127.0.0.1:{running.server_port}/") == "".join(PARTS)
        assert read(f"http://127.0.0.1:{running.server_port}/whole") == '{"a":1}\n'
        thread.join()
    root = next(root for root in stored(hh, server) if root["event_name"] == "request")
    assert tree(root) == {"request": [{"streamed": [{"inside": []}] * 3}]}
    assert root["children"][0]["outputs"] == {"value": "".join(PARTS)}


def test_aiohttp(hh: HoneyHive, server: LocalServer) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for part in PARTS:
            with hh.event("inside"):
                await asyncio.sleep(0)
            yield part.encode()

    @hh.trace
    async def endpoint(request: web.Request) -> web.Response:
        return web.Response(body=chunks())

    async def handler(request: web.Request) -> web.Response:
        with hh.session("request"):
            return await endpoint(request)

    async def main() -> str:
        application = web.Application()
        application.router.add_get("/", handler)
        runner = web.AppRunner(application)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        async with aiohttp.ClientSession() as client, client.get(f"http://127.0.0.1:{runner.addresses[0][1]}") as got:
            text = await got.text()
        await runner.cleanup()
        return text

    assert asyncio.run(main()) == "".join(PARTS)
    (root,) = stored(hh, server)
    assert tree(root) == {"request": [{"endpoint": [{"inside": []}] * 3}]}
    assert root["children"][0]["outputs"] == {"value": "".join(PARTS)}


@pytest.fixture
def model() -> Iterator[FakeModel]:
    with FakeModel() as running:
        yield running


ASK: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Where?"}], "stream": True}
USAGE = {"stream_options": {"include_usage": True}}


def test_openai(hh: HoneyHive, server: LocalServer, model: FakeModel) -> None:
    with openai.OpenAI(api_key="x", base_url=f"{model.url}/v1", http_client=httpx.Client(trust_env=False)) as client:

        @hh.trace(type="model")
        def ask() -> Any:
            return client.chat.completions.create(**ASK, **USAGE)

        @hh.trace(type="model")
        def passes_on() -> Iterator[Any]:
            yield from client.chat.completions.create(**ASK)

        stream = ask()
        assert isinstance(stream, openai.Stream)
        assert len(list(stream)) == len(list(passes_on())) + 1
        with hh.trace(lambda: client.chat.completions.create(**ASK), name="closed")() as early:
            next(early)
        assert hh.stats().accepted == 9  # three sessions, each with a start, an end and an event

    events = by_name(hh, server)
    assert events["ask"]["outputs"] == events["passes_on"]["outputs"] == {"role": "assistant", "content": ANSWER}
    metadata = events["ask"]["metadata"]
    assert (metadata["prompt_tokens"], metadata["completion_tokens"], metadata["total_tokens"]) == (19, 6, 25)
    assert (metadata["finish_reason"], metadata["response_model"]) == ("stop", "gpt-4o-mini-2024-07-18")
    assert metadata["time_to_first_token_ms"] > 0
    assert events["closed"]["error"] is None


def test_openai_async(hh: HoneyHive, server: LocalServer, model: FakeModel) -> None:
    @hh.trace(type="model")
    async def ask(client: openai.AsyncOpenAI) -> Any:
        return await client.chat.completions.create(**ASK)

    async def main() -> None:
        http = httpx.AsyncClient(trust_env=False)
        async with openai.AsyncOpenAI(api_key="x", base_url=f"{model.url}/v1", http_client=http) as client:
            assert [chunk async for chunk in await ask(client)]
            async with await ask(client) as stream:
                await anext(stream)
            assert hh.stats().accepted == 6

    asyncio.run(main())
    assert hh.flush(20)
    outputs = [event["outputs"] for event in server.events() if event["event_type"] == "model"]
    assert {"role": "assistant", "content": ANSWER} in outputs
    assert len(outputs) == 2


def test_anthropic(hh: HoneyHive, server: LocalServer, model: FakeModel) -> None:
    with anthropic.Anthropic(api_key="x", base_url=model.url) as client:

        @hh.trace(type="model")
        def ask() -> Any:
            return client.messages.create(**ASK, max_tokens=9)

        stream = ask()
        assert isinstance(stream, anthropic.Stream)
        assert list(stream)
        with hh.trace(lambda: client.messages.create(**ASK, max_tokens=9), name="closed")() as early:
            next(early)
        assert hh.stats().accepted == 6

    event = by_name(hh, server)["ask"]
    assert event["outputs"] == {"role": "assistant", "content": ANSWER}
    metadata = event["metadata"]
    assert (metadata["prompt_tokens"], metadata["completion_tokens"], metadata["total_tokens"]) == (24, 8, 32)
    assert metadata["finish_reason"] == "end_turn"


def test_anthropic_async(hh: HoneyHive, server: LocalServer, model: FakeModel) -> None:
    @hh.trace(type="model")
    async def ask(client: anthropic.AsyncAnthropic) -> Any:
        return await client.messages.create(**ASK, max_tokens=9)

    async def main() -> None:
        async with anthropic.AsyncAnthropic(api_key="x", base_url=model.url) as client:
            assert [event async for event in await ask(client)]

    asyncio.run(main())
    assert by_name(hh, server)["ask"]["outputs"] == {"role": "assistant", "content": ANSWER}
