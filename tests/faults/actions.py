"""Actions of the fault server on a request. Each function in this module returns such an action."""

from tests.faults.server import Act, Connection, Received


def status(code: int, body: bytes = b'{"message":"no"}', **headers: str) -> Act:
    """An action: return this status code and store nothing."""

    def act(connection: Connection, _: Received) -> None:
        connection.answer(code, body, {name.replace("_", "-"): text for name, text in headers.items()})

    return act


def stored(code: int, *, with_body: bool = True) -> Act:
    """An action: store the data, then return this status code."""

    def act(connection: Connection, request: Received) -> None:
        body = connection.server.commit(request)
        connection.answer(code, body if with_body else b"")

    return act


def page(code: int) -> Act:
    """An action: return an HTML page, like a proxy or a login page."""
    return status(code, b"<!doctype html><h1>Log in</h1>", Content_Type="text/html")


def hang(connection: Connection, _: Received) -> None:
    """An action: send no response."""
    while connection.wait(60):
        pass


def reset_before(connection: Connection, _: Received) -> None:
    """An action: reset the connection and store nothing."""
    connection.reset()


def reset_after(connection: Connection, request: Received) -> None:
    """An action: store the data, then reset the connection."""
    connection.server.commit(request)
    connection.reset()


def half(connection: Connection, request: Received) -> None:
    """An action: store the data, then close the connection in the middle of the response."""
    body = connection.server.commit(request)
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n" + body[:5])
    connection.sock.close()


def bad_chunks(connection: Connection, request: Received) -> None:
    """An action: store the data, then send a chunked response whose chunk length is not a number."""
    connection.server.commit(request)
    connection.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")
    connection.sock.close()


def trickle(start: bytes, drop: bytes) -> Act:
    """An action: store the data, then send an endless response byte by byte."""

    def act(connection: Connection, request: Received) -> None:
        connection.server.commit(request)
        connection.send(start)
        while connection.wait(0.01):
            connection.send(drop)

    return act


in_the_head = trickle(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"a")
in_the_body = trickle(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", b" ")
in_chunks = trickle(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n")
in_interim_answers = trickle(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n")
