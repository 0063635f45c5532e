"""A model server on loopback with constant responses: OpenAI's completions and embeddings, and Anthropic's messages.

If a request has a tool, it calls the tool once and then responds; if it asks for JSON, the response names a parcel. The
model ``missing`` and all paths below ``/missing`` return 404. As a program, it prints its address and serves until its
standard input ends.
"""

import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final, Self

ANSWER: Final = "It is on its way."
TOOL_ARGUMENTS: Final = {"parcel": "HH-204"}
Json = dict[str, Any]


class FakeModel(ThreadingHTTPServer):
    """An HTTP server that runs on a thread inside a ``with`` statement."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.requests: list[tuple[str, Json, dict[str, str]]] = []
        """Path, body and headers of each request."""
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02})

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self._thread.join()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: FakeModel
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.requests.append((self.path, body, dict(self.headers.items())))
        if body.get("model") == "missing" or self.path.startswith("/missing"):
            self._answer(404, _MISSING)
        elif self.path.endswith("/chat/completions"):
            self._reply(body, completion(body), _completion_chunks(body))
        elif self.path.endswith("/embeddings"):
            self._answer(200, embeddings(body))
        elif self.path.endswith("/messages"):
            self._reply(body, message(body), _message_chunks(body))
        else:
            self._answer(404, _MISSING)

    def log_message(self, *_: object) -> None:
        return

    def _reply(self, body: Json, whole: Json, chunks: Iterator[str]) -> None:
        if not body.get("stream"):
            self._answer(200, whole)
            return
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("connection", "close")
        self.end_headers()
        for chunk in chunks:
            self.wfile.write(chunk.encode())
        self.close_connection = True

    def _answer(self, status: int, body: Json) -> None:
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)


_MISSING: Final = {
    "type": "error",
    "error": {"type": "not_found_error", "message": "The model `missing` does not exist", "code": "model_not_found"},
}


def _called_tool(body: Json) -> str | None:
    """Return the tool to call: the first tool of the request, unless the request contains its result."""
    last = body["messages"][-1]
    content = last.get("content")
    has_result = last["role"] == "tool" or (
        isinstance(content, list) and any(part.get("type") == "tool_result" for part in content)
    )
    if not body.get("tools") or has_result:
        return None
    first = body["tools"][0]
    name: str = first.get("function", first)["name"]
    return name


def completion(body: Json) -> Json:
    """Return a response of OpenAI's chat completions."""
    tool = _called_tool(body)
    said = json.dumps(TOOL_ARGUMENTS) if body.get("response_format") else ANSWER
    answer: Json = {"role": "assistant", "content": None if tool else said, "refusal": None}
    if tool:
        call = {"name": tool, "arguments": json.dumps(TOOL_ARGUMENTS)}
        answer["tool_calls"] = [{"id": "call_1", "type": "function", "function": call}]
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1_700_000_000,
        "model": "gpt-4o-mini-2024-07-18",
        "choices": [{"index": 0, "message": answer, "finish_reason": "tool_calls" if tool else "stop"}],
        "usage": _OPENAI_USAGE,
    }


_OPENAI_USAGE: Final = {
    "prompt_tokens": 19,
    "completion_tokens": 6,
    "total_tokens": 25,
    "prompt_tokens_details": {"cached_tokens": 4, "audio_tokens": 0},
    "completion_tokens_details": {"reasoning_tokens": 2, "audio_tokens": 0},
}


def _completion_chunks(body: Json) -> Iterator[str]:
    whole = completion(body)
    head = {**whole, "object": "chat.completion.chunk", "usage": None}
    pieces: list[Json] = [{"role": "assistant", "content": ""}, *({"content": word} for word in _words())]
    for call in whole["choices"][0]["message"].get("tool_calls", ()):
        arguments = call["function"]["arguments"]
        begin = {**call, "index": 0, "function": {**call["function"], "arguments": ""}}
        parts = [{"index": 0, "function": {"arguments": part}} for part in (arguments[:5], arguments[5:])]
        pieces = [{"role": "assistant", "content": None}, *({"tool_calls": [part]} for part in (begin, *parts))]
    for piece in pieces:
        yield _data({**head, "choices": [{"index": 0, "delta": piece, "finish_reason": None}]})
    reason = whole["choices"][0]["finish_reason"]
    yield _data({**head, "choices": [{"index": 0, "delta": {}, "finish_reason": reason}]})
    if (body.get("stream_options") or {}).get("include_usage"):
        yield _data({**head, "choices": [], "usage": _OPENAI_USAGE})
    yield "data: [DONE]\n\n"


def embeddings(body: Json) -> Json:
    """Return a response of OpenAI's embeddings."""
    texts = body["input"] if isinstance(body["input"], list) else [body["input"]]
    vectors = [{"object": "embedding", "index": index, "embedding": [0.5, 0.25]} for index, _ in enumerate(texts)]
    return {
        "object": "list",
        "data": vectors,
        "model": "text-embedding-3-small",
        "usage": {"prompt_tokens": 7, "total_tokens": 7},
    }


def message(body: Json) -> Json:
    """Return a response of Anthropic's messages."""
    tool = _called_tool(body)
    text = {"type": "text", "text": ANSWER}
    call = {"type": "tool_use", "id": "toolu_1", "name": tool, "input": TOOL_ARGUMENTS}
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "claude-3-5-haiku-20241022",
        "content": [call if tool else text],
        "stop_reason": "tool_use" if tool else "end_turn",
        "stop_sequence": None,
        "usage": {
            "input_tokens": 21,
            "output_tokens": 8,
            "cache_read_input_tokens": 3,
            "cache_creation_input_tokens": 0,
        },
    }


def _message_chunks(body: Json) -> Iterator[str]:
    whole = message(body)
    begin = {**whole, "content": [], "stop_reason": None, "usage": {**whole["usage"], "output_tokens": 1}}
    yield _event("message_start", message=begin)
    (block,) = whole["content"]
    if block["type"] == "text":
        yield _event("content_block_start", index=0, content_block={"type": "text", "text": ""})
        deltas = [{"type": "text_delta", "text": word} for word in _words()]
    else:
        yield _event("content_block_start", index=0, content_block={**block, "input": {}})
        text = json.dumps(block["input"])
        deltas = [{"type": "input_json_delta", "partial_json": part} for part in (text[:5], text[5:])]
    for delta in deltas:
        yield _event("content_block_delta", index=0, delta=delta)
    yield _event("content_block_stop", index=0)
    end = {"stop_reason": whole["stop_reason"], "stop_sequence": None}
    yield _event("message_delta", delta=end, usage={"output_tokens": 8})
    yield _event("message_stop")


def _words() -> list[str]:
    first, *others = ANSWER.split(" ")
    return [first, *(f" {word}" for word in others)]


def _data(value: Json) -> str:
    return f"data: {json.dumps(value)}\n\n"


def _event(kind: str, **fields: Any) -> str:
    return f"event: {kind}\n{_data({'type': kind, **fields})}"


if __name__ == "__main__":
    with FakeModel() as model:
        print(model.url, flush=True)
        sys.stdin.read()
