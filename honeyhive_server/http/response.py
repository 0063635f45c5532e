"""What a request is answered with, and how it leaves."""

from dataclasses import dataclass, field

from starlette.types import Message, Send

from ..model.http_error import Refusal, error_body

JSON = (b"content-type", b"application/json")


@dataclass(slots=True)
class Answer:
    """A status, a JSON text (empty for none) and headers beyond its type and length."""

    status: int
    content: bytes
    headers: dict[str, str] = field(default_factory=dict)

    async def send(self, send: Send) -> None:
        """Send it whole."""
        headers = [(b"content-length", b"%d" % len(self.content))]
        if self.content:
            headers.append(JSON)
        if self.headers:
            headers += [(name.lower().encode(), value.encode()) for name, value in self.headers.items()]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": self.content})


def refused(refusal: Refusal) -> Answer:
    """The answer to a request that is refused."""
    return error(refusal.status, refusal.message, refusal.headers)


def error(status: int, message: str, headers: dict[str, str] | None = None) -> Answer:
    """The documented error body under a status."""
    return Answer(status, error_body(status, message), headers or {})


async def cut(send: Send) -> None:
    """Announce an answer and send nothing of it: the web server then closes the connection."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})


async def discard(message: Message) -> None:
    """Send nothing, for an answer that is to be lost."""
