"""Streams with tool calls in other forms than chat completions: OpenAI's Responses, and Anthropic's own tools."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import anthropic
import httpx
import openai

from honeyhive import HoneyHive
from honeyhive_server import LocalServer

from .stored import by_name

USAGE = {"input_tokens": 7, "output_tokens": 5, "total_tokens": 12}
RESPONSE: dict[str, Any] = {
    "id": "resp_1",
    "object": "response",
    "created_at": 1_700_000_000,
    "model": "gpt-4o",
    "output": [],
    "parallel_tool_calls": True,
    "tool_choice": "auto",
    "tools": [],
    "status": "in_progress",
    "usage": None,
}
CALL = {"type": "function_call", "id": "fc_1", "call_id": "call_1", "name": "track", "arguments": '{"parcel":"HH-204"}'}
RESPONSE_EVENTS: list[dict[str, Any]] = [
    {"type": "response.created", "response": RESPONSE},
    {"type": "response.output_text.delta", "delta": "Let me look.", "item_id": "m", "content_index": 0, "logprobs": []},
    {"type": "response.function_call_arguments.delta", "delta": '{"parcel":', "item_id": "fc_1"},
    {"type": "response.output_item.done", "item": CALL},
    {"type": "response.completed", "response": {**RESPONSE, "status": "completed", "usage": USAGE}},
]
SEARCH = {"type": "server_tool_use", "id": "srv_1", "name": "web_search", "input": {}}
FOUND = {"type": "web_search_tool_result", "tool_use_id": "srv_1", "content": []}
MESSAGE = {"id": "msg_1", "type": "message", "role": "assistant", "model": "claude", "content": [], "stop_reason": None}
MESSAGE_EVENTS: list[dict[str, Any]] = [
    {"type": "message_start", "message": {**MESSAGE, "usage": {"input_tokens": 7, "output_tokens": 1}}},
    {"type": "content_block_start", "index": 0, "content_block": SEARCH},
    {"type": "content_block_delta", "index": 0, "delta": {"type": "input_json_delta", "partial_json": '{"query":'}},
    {"type": "content_block_delta", "index": 0, "delta": {"type": "input_json_delta", "partial_json": '"HH-204"}'}},
    {"type": "content_block_stop", "index": 0},
    {"type": "content_block_start", "index": 1, "content_block": FOUND},
    {"type": "content_block_start", "index": 2, "content_block": {"type": "thinking", "thinking": "", "signature": ""}},
    {"type": "content_block_delta", "index": 2, "delta": {"type": "thinking_delta", "thinking": "hm"}},
    {"type": "content_block_start", "index": 3, "content_block": {"type": "text", "text": ""}},
    {"type": "content_block_delta", "index": 3, "delta": {"type": "text_delta", "text": "On its way."}},
    {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 9}},
    {"type": "message_stop"},
]


@contextmanager
def streaming(events: list[dict[str, Any]]) -> Iterator[str]:
    """Serve a stream of the given events as the response to any request."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.end_headers()
            for number, event in enumerate(events):
                numbered = {"sequence_number": number, "output_index": 0, **event}
                self.wfile.write(f"event: {event['type']}\ndata: {json.dumps(numbered)}\n\n".encode())

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_response_of_openai_with_a_tool_call(hh: HoneyHive, server: LocalServer) -> None:
    with (
        streaming(RESPONSE_EVENTS) as url,
        openai.OpenAI(api_key="x", base_url=url, http_client=httpx.Client(trust_env=False)) as client,
    ):
        ask = hh.trace(lambda: client.responses.create(model="gpt-4o", input="Where?", stream=True), name="ask")
        assert len(list(ask())) == len(RESPONSE_EVENTS)

    event = by_name(hh, server)["ask"]
    call = {"id": "call_1", "name": "track", "arguments": {"parcel": "HH-204"}}
    assert event["outputs"] == {"role": "assistant", "content": "Let me look.", "tool_calls": [call]}
    metadata = event["metadata"]
    assert (metadata["prompt_tokens"], metadata["completion_tokens"], metadata["total_tokens"]) == (7, 5, 12)
    assert (metadata["response_model"], metadata["finish_reason"]) == ("gpt-4o", "completed")


def test_a_message_of_anthropic_with_a_tool_of_the_vendor(hh: HoneyHive, server: LocalServer) -> None:
    with streaming(MESSAGE_EVENTS) as url, anthropic.Anthropic(api_key="x", base_url=url) as client:
        ask = hh.trace(
            lambda: client.messages.create(
                model="claude", max_tokens=9, messages=[{"role": "user", "content": "Where?"}], stream=True
            ),
            name="ask",
        )
        assert list(ask())

    event = by_name(hh, server)["ask"]
    call = {"id": "srv_1", "name": "web_search", "arguments": {"query": "HH-204"}}
    assert event["outputs"] == {"role": "assistant", "content": "On its way.", "tool_calls": [call]}
    metadata = event["metadata"]
    assert (metadata["prompt_tokens"], metadata["completion_tokens"], metadata["finish_reason"]) == (7, 9, "end_turn")
    assert "honeyhive" not in metadata
